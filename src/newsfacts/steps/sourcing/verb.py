"""A reporting verb in its clause: its frames, cue and subject, and the proposal made of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from newsfacts.steps.sourcing.conjoined import reporting_above
from newsfacts.steps.sourcing.cues import Cue, cue_of
from newsfacts.steps.sourcing.lexicon import Frames, Sense
from newsfacts.steps.sourcing.proposals import Proposal
from newsfacts.steps.sourcing.scene import Range, Scene
from newsfacts.steps.sourcing.shapes import goes_on, is_document, is_passive_too, is_reduced
from newsfacts.steps.sourcing.sources import quoting_verb, source_range, speaker_before, subject_of, turned_round

if TYPE_CHECKING:
    from spacy.tokens import Token

FINITE: Final = frozenset({"that", "whether", "wh", "bare"})
"""The kinds of complements with a finite verb."""


@frozen(eq=False)
class Verb:
    """A reporting verb in its clause."""

    scene: Scene
    token: Token
    frames: Frames
    cue: Cue
    passive: bool
    subject: Token | None
    """The surface subject, in a relative clause its "who"."""

    @staticmethod
    def of(scene: Scene, token: Token, frames: Frames) -> Verb:
        """Give the verb with its cue and subject."""
        cue = cue_of(scene, token)
        subject = subject_of(scene, token, cue.range)
        if "quote" in frames and (turned := turned_round(scene, token)) is not None:
            return Verb(scene, token, frames, cue, False, turned)
        passive = (scene.syntax.is_passive(token) and not goes_on(scene, token)) or is_reduced(scene, token, frames)
        passive = (passive or is_passive_too(scene, token)) and reporting_above(scene, token) is None
        if (passive or subject is None) and "quote" in frames and not scene.syntax.auxiliaries(token):
            speaker = speaker_before(scene, cue.range[0])
            if speaker is not None:
                return Verb(scene, token, frames, cue, False, speaker)
        return Verb(scene, token, frames, cue, passive, subject)

    def sense(self, *names: str) -> Sense | None:
        """The sense of the first of these frames that the verb has; "nobj" is "obj" where the verb is negated."""
        if self.cue.negated:
            names = (*names, *(f"n{name}" for name in names))
        if self.subject is not None and "d:obj" in self.frames and is_document(self.scene, self.subject):
            names = (*names, *(f"d:{name}" for name in names))
        return next((self.frames[name] for name in names if name in self.frames), None)

    def made(
        self, sense: Sense | None, rule: str, content: tuple[Range, ...], *,
        source: Token | None, governed: Token | None = None, quoting: bool = False, more: Range | None = None,
    ) -> Proposal | None:  # fmt: skip
        """Give the proposal of a frame, none without a sense or a content; `more` are further words of the cue."""
        if sense is None or not content:
            return None
        cue = self.cue.range if more is None else (min(self.cue.range[0], more[0]), max(self.cue.range[1], more[1]))
        reporting = cue
        phrase = None
        if source is not None:
            phrase = source_range(self.scene, source.i, cue)
            reporting = (min(cue[0], phrase[0]), max(cue[1], phrase[1]))
        return Proposal(
            head=self.token.i, cue=self._pieces(cue), sense=sense, rule=rule,
            source=None if source is None else source.i, source_range=phrase, content=content,
            governed=None if governed is None else governed.i, negated=self.cue.negated, reporting=reporting,
            quoting=quoting, weak=self.cue.weak,
        )  # fmt: skip

    def _pieces(self, cue: Range) -> tuple[Range, ...]:
        """The cue, with "quoted ... as" before "saying"."""
        quoting = quoting_verb(self.scene, self.token)
        if quoting is None:
            return (cue,)
        first = cue_of(self.scene, quoting).range
        return ((first[0], cue[1]),) if first[1] >= cue[0] - 1 else (first, (cue[0] - 1, cue[1]))

    @cached_property
    def clause(self) -> Range:
        """The reporting clause: from its first word to its last, its content left out."""
        start, end = self.cue.range
        if self.subject is not None and self.scene.syntax.head(self.subject) is not None:
            low, high = source_range(self.scene, self.subject.i, self.cue.range)
            if low < start and start - high < 6:
                start = low
            elif end <= low < end + 3:
                end = high
        return start, end

    def span(self) -> Range:
        """The reporting clause where its content goes around it."""
        start, end = self.clause
        low, high = self.scene.syntax.subtree(self.token)
        said = self.scene.syntax.complement(self.token)
        if self.scene.syntax.role(self.token) == "parataxis" and not (said is not None and end <= said.i < high):
            return min(start, low), max(end, high)
        return start, end
