"""Who speaks at each word: the sources of claims, or the subjects of reporting verbs where no claims are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from attrs import evolve, frozen
from spacy.tokens import Token

from newsfacts import Claim, Party, Reading, Span
from newsfacts.steps.stance.frames import Sense
from newsfacts.syntax import Role

BESIDE: Final[frozenset[Role]] = frozenset(
    {"adnominal-clause", "adverbial-clause", "apposition", "parataxis", "relative-clause"}
)

SensesOf = Callable[[Token], tuple[Sense, ...]]


@frozen
class Voice:
    """A speaker, and the root of the sentence that names him; `finds` where he shows more than he says."""

    party: Party
    root: Token
    finds: bool = False

    def is_near(self, root: Token) -> bool:
        """Tell whether a sentence is the one that names the speaker."""
        return root.i == self.root.i


def voices(
    reading: Reading, verbs: Iterable[Token], senses_of: SensesOf, speaks: Callable[[Token], bool]
) -> Sequence[Voice | None]:
    """Give the speaker at each token, the innermost where claims hold claims; None for the author."""
    found: list[Voice | None] = [None] * len(reading.doc)
    spoken = list(_of_claims(reading, speaks) if reading.all(Claim) else _of_verbs(reading, verbs, senses_of))
    spoken.sort(key=lambda each: -len(each[1]))
    for voice, indices in spoken:
        for index in indices:
            found[index] = voice
    return found


def _of_claims(reading: Reading, speaks: Callable[[Token], bool]) -> Iterator[tuple[Voice, list[int]]]:
    for claim in reading.all(Claim):
        if claim.source.span is None or claim.act == "decree":
            continue
        if (head := _head(reading, claim.source.span)) is not None and (claim.act != "evidence" or speaks(head)):
            span = reading.syntax.phrase(head, without=BESIDE) or claim.source.span
            if span.start < claim.source.span.start or span.end > claim.source.span.end:
                span = claim.source.span
            voice = Voice(evolve(claim.source, span=span), reading.syntax.root_of(head), finds=claim.act == "evidence")
            yield voice, [i for span in claim.content for i in range(*reading.token_range(span))]


def _head(reading: Reading, span: Span) -> Token | None:
    """The word of a phrase that hangs on no other word of it."""
    tokens = reading.tokens(span)
    inside = {token.i for token in tokens}
    for token in tokens:
        above = reading.syntax.head(token)
        if token.is_alpha and (above is None or above.i not in inside):
            return token
    return None


def _of_verbs(reading: Reading, verbs: Iterable[Token], senses_of: SensesOf) -> Iterator[tuple[Voice, list[int]]]:
    syntax = reading.syntax
    for token in verbs:
        if not any(sense.family.use == "report" for sense in senses_of(token)):
            continue
        content, subject = syntax.complement(token), syntax.logical_subject(token)
        if (
            content is None
            or subject is None
            or syntax.complement_kind(token) in {"gerund", "infinitive", "small", "wh"}
        ):
            continue
        span = syntax.phrase(subject, without=BESIDE)
        if span is not None:
            said = set(range(*syntax.subtree(content)))
            if token.i in said:
                said -= set(range(*syntax.subtree(token)))
            yield Voice(reading.party(subject, span), syntax.root_of(token)), sorted(said)
