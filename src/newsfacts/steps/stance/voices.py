"""Who speaks at each word: the sources of claims, or the subjects of reporting verbs where no claims are known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import frozen
from spacy.tokens import Token

from newsfacts import Claim, Party, Reading
from newsfacts.steps.stance.frames import Sense

SensesOf = Callable[[Token], tuple[Sense, ...]]


@frozen
class Voice:
    """A speaker, and the sentence roots between which the words that report stand."""

    party: Party
    root: Token

    def is_near(self, root: Token) -> bool:
        """Tell whether a sentence is the one that names the speaker."""
        return root.i == self.root.i


def voices(reading: Reading, senses_of: SensesOf) -> Sequence[Voice | None]:
    """Give the speaker at each token, the innermost where claims hold claims; None for the author."""
    found: list[Voice | None] = [None] * len(reading.doc)
    spoken = list(_of_claims(reading) if reading.all(Claim) else _of_verbs(reading, senses_of))
    spoken.sort(key=lambda each: -len(each[1]))
    for voice, tokens in spoken:
        for index in tokens:
            found[index] = voice
    return found


def _of_claims(reading: Reading) -> Iterator[tuple[Voice, list[int]]]:
    for claim in reading.all(Claim):
        if claim.source.span is None or claim.act == "decree":
            continue
        head = reading.tokens(claim.source.span)
        if head:
            voice = Voice(claim.source, reading.syntax.root_of(head[0]))
            yield voice, [i for span in claim.content for i in range(*reading.token_range(span))]


def _of_verbs(reading: Reading, senses_of: SensesOf) -> Iterator[tuple[Voice, list[int]]]:
    syntax = reading.syntax
    for token in reading.doc:
        if token.pos_ != "VERB" or not any(sense.family.use == "report" for sense in senses_of(token)):
            continue
        content, subject = syntax.complement(token), syntax.logical_subject(token)
        if (
            content is None
            or subject is None
            or syntax.complement_kind(token) in {"gerund", "infinitive", "small", "wh"}
        ):
            continue
        span = syntax.phrase(subject, without=("relative-clause", "apposition", "parataxis"))
        if span is not None:
            said = set(range(*syntax.subtree(content)))
            if token.i in said:
                said -= set(range(*syntax.subtree(token)))
            yield Voice(reading.party(subject, span), syntax.root_of(token)), sorted(said)
