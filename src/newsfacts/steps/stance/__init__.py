"""Who is for or against what: stances by rules over the parse, and the tone toward an entity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from attrs import frozen

from newsfacts import Block, Claim, Entity, Event, Extractor, Fact, Kinds, Mention, Quotation, Reading, Stance, TimeExpression
from newsfacts.steps.stance.findings import Finding, facts
from newsfacts.steps.stance.judging import judged
from newsfacts.steps.stance.nouns import of_noun, of_people
from newsfacts.steps.stance.scene import Scene
from newsfacts.steps.stance.verbs import of_adjective, of_verb

__all__ = ["Stances"]


@frozen
class Stances(Extractor):
    """Stances of holders toward targets, with the words that show them.

    `derived` keeps stances that follow from others ("limit support for Ukraine" is against Ukraine too);
    those below `floor` in certainty are left out.
    """

    name: ClassVar[str] = "stance"
    uses: ClassVar[Kinds] = frozenset({Block, Mention, Entity, Event, Claim, Quotation, TimeExpression})
    gives: ClassVar[Kinds] = frozenset({Stance})
    reads: ClassVar[frozenset[str]] = frozenset({"dep", "lemma", "pos", "tag"})

    derived: bool = True
    floor: float = 0.0

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """Give the stances of an article."""
        for stance in _stances(Scene(reading)):
            if stance.certainty >= self.floor and (self.derived or stance.level == "primary"):
                yield stance


def findings(scene: Scene) -> Iterator[Finding]:
    """Give what all rules find, in the order of the text."""
    if not scene.syntax.parsed:
        return
    for cue, sense in scene.cues():
        if sense.word_class == "verb":
            yield from of_verb(scene, cue, sense)
        elif sense.word_class == "adjective":
            yield from of_adjective(scene, cue, sense)
        elif sense.word_class == "people":
            yield from of_people(scene, cue, sense)
        else:
            yield from of_noun(scene, cue, sense)
    yield from judged(scene)


def _stances(scene: Scene) -> Iterator[Stance]:
    return facts(scene, findings(scene))
