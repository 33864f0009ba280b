"""The step that gives factuality: how sure the author, and whoever is quoted, are that an event happened."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from attrs import frozen

from newsfacts import Claim, Covering, Event, Extractor, Fact, Factuality, Reading, Span
from newsfacts.steps.sourcing.commitment import Commitment, Value, commitment, signatures, weakened
from newsfacts.steps.sourcing.lexicon import Status
from newsfacts.steps.sourcing.scene import Scene

_BY_STATUS: Final[dict[Status, Value]] = {
    "DENIED": "CT-", "HINTED": "PR+", "INTENDED": "Uu", "REQUESTED": "Uu", "UNCONFIRMED": "Uu",
}  # fmt: skip
_THOUGHTS: Final = frozenset({"PROBABLE", "POSSIBLE"})


@frozen
class Factualities(Extractor):
    """How sure each source is of each event, in FactBank's values; the author of what others say is unsure.

    >>> import newsfacts
    >>> article = newsfacts.extract("The ministry denied that soldiers had fled.")
    >>> fled = [fact for fact in article.all(newsfacts.Factuality) if article[fact.span] == "fled"]
    >>> [(fact.source == "AUTHOR", fact.value) for fact in fled]
    [(True, 'Uu'), (False, 'CT-')]
    """

    name: ClassVar[str] = "factuality"
    needs: ClassVar[frozenset[type[Fact]]] = frozenset({Event, Claim})
    gives: ClassVar[frozenset[type[Fact]]] = frozenset({Factuality})
    reads: ClassVar[frozenset[str]] = frozenset({"dep", "lemma", "pos", "tag"})

    def extract(self, reading: Reading) -> Iterable[Factuality]:
        """Give the author's value of each event, and that of the innermost source it is told by."""
        if not reading.syntax.parsed:
            return
        scene, contents = Scene(reading), Contents(reading)
        for event in reading.all(Event):
            head = event.mentions[0].head if event.mentions else event.span
            for source, found in judged(scene, contents, head):
                yield Factuality(
                    span=event.span,
                    event=event.ref,
                    source="AUTHOR" if source is None else source.ref,
                    value=found.value,
                    cues=tuple(reading.token_span(scene.token(at)) for at in found.cues),
                    future=found.future,
                    rule="author" if source is None else "source",
                )


def judged(scene: Scene, contents: Contents, head: Span) -> list[tuple[Claim | None, Commitment]]:
    """Give who commits to the event at `head` and how: the author first, then the innermost source."""
    reading = scene.reading
    claim = contents.around(head)
    first, last = reading.token_range(head)
    token = scene.token(min(first, scene.size - 1) if first < last else max(first - 1, 0))
    if claim is None:
        return [(None, commitment(scene, token))]
    top = None if claim.cue_head is None else reading.token_range(claim.cue_head)[0]
    told = commitment(scene, token, top)
    own = _through_cue(claim, told)
    return [(None, _of_author(scene, claim, told, top)), (claim, own)]


def commitment_at(reading: Reading, place: Span) -> Commitment:
    """Give how sure the innermost source is of the event at a place, whether an earlier step found one there or not."""
    return judged(Scene(reading), Contents(reading), place)[-1][1]


class Contents:
    """What the claims of an article say, the shortest first."""

    def __init__(self, reading: Reading) -> None:
        by_length = sorted(reading.all(Claim), key=lambda claim: sum(map(len, claim.content)))
        self._claims = Covering((piece, claim) for claim in by_length for piece in claim.content)

    def around(self, head: Span) -> Claim | None:
        """Give the smallest claim whose content holds a span."""
        return next(iter(self._claims.of(head)), None)


def _through_cue(claim: Claim, told: Commitment) -> Commitment:
    """What the source commits to: the value in the content, under the status that its cue gives."""
    if claim.rule in _NOMINAL and claim.status in {"ASSERTED", "UNCONFIRMED", "DENIED"}:
        return told
    by: Value | None = _BY_STATUS.get(claim.status)
    if by is None and claim.act == "thought" and claim.status in _THOUGHTS:
        by = "PR+" if claim.status == "PROBABLE" else "PS+"
    if by is None or not told.reached:
        return told
    return Commitment(weakened(told.value, by), told.cues, told.future)


_NOMINAL: Final = frozenset({"object", "passive-object", "object-for", "object-of", "seen-as", "passive-as"})
"""Rules whose content is a thing that the author, too, takes for given."""


def _of_author(scene: Scene, claim: Claim, told: Commitment, top: int | None) -> Commitment:
    """The author vouches for what factive cues report and for things that are only commented on."""
    if claim.rule in _NOMINAL and claim.status not in {"INTENDED", "REQUESTED"}:
        return told
    if top is not None:
        pair = signatures(scene.reading.lexicons).get((scene.lemmas[top], "that"))
        if pair == ("CT+", "CT+") and claim.act in {"thought", "evidence"}:
            return told
    return Commitment("Uu", () if top is None else (top,), told.future)
