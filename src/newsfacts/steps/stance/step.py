"""The steps that give stances and tones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from attrs import frozen

from newsfacts import (
    Block,
    Claim,
    Entity,
    Event,
    Extractor,
    Fact,
    Kinds,
    Mention,
    Quotation,
    Reading,
    Span,
    Stance,
    TimeExpression,
    Tone,
)
from newsfacts.steps.stance.pairs import stance_between, stances
from newsfacts.steps.stance.tone import tone_toward, tones


@frozen
class Stances(Extractor):
    """Stances of holders toward targets, with the words that show them.

    `derived` keeps stances that follow from others ("limit support for Ukraine" is against Ukraine too);
    those below `floor` in certainty, the probability that a reader would list them, are left out.
    """

    name: ClassVar[str] = "stance"
    uses: ClassVar[Kinds] = frozenset({Block, Mention, Entity, Event, Claim, Quotation, TimeExpression})
    gives: ClassVar[Kinds] = frozenset({Stance})
    reads: ClassVar[frozenset[str]] = frozenset({"dep", "lemma", "pos", "tag"})
    consults: ClassVar[frozenset[str]] = frozenset({"ent"})

    derived: bool = True
    floor: float = 0.2

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """Give the stances of an article."""
        return [stance for stance in stances(reading, derive=self.derived) if stance.certainty >= self.floor]

    def ask(self, reading: Reading, **question: Span) -> Stance:
        """Give the stance of a `holder` toward a `target`: the surest found, or a neutral one of certainty 0."""
        return stance_between(reading, question["holder"], question["target"])


@frozen
class Tones(Extractor):
    """The tone of sentences toward the people of an article, where the learnt model is sure of one.

    Sentences below the probability `sure` give none; `people` is how many entities are looked at, the most
    mentioned first, and `sentences` how many sentences of each.
    """

    name: ClassVar[str] = "tone"
    needs: ClassVar[Kinds] = frozenset({Entity, Mention})
    uses: ClassVar[Kinds] = frozenset({Block})
    gives: ClassVar[Kinds] = frozenset({Tone})
    reads: ClassVar[frozenset[str]] = frozenset({"dep", "lemma", "pos", "tag"})
    consults: ClassVar[frozenset[str]] = frozenset({"ent"})

    sure: float = 0.8
    people: int = 3
    sentences: int = 3

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """Give the tones of an article."""
        return tones(reading, sure=self.sure, people=self.people, sentences=self.sentences)

    def ask(self, reading: Reading, **question: Span) -> Tone:
        """Give the tone of the sentence of a `target` toward it, however unsure."""
        return tone_toward(reading, question["target"])
