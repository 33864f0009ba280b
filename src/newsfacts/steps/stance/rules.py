"""All rules of stance, run over one article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from spacy.tokens import Token

from newsfacts.steps.stance.findings import Finding
from newsfacts.steps.stance.frames import Sense, WordClass
from newsfacts.steps.stance.judging import judged
from newsfacts.steps.stance.nouns import of_adposition, of_noun, of_people
from newsfacts.steps.stance.scene import Scene
from newsfacts.steps.stance.verbs import of_adjective, of_verb

BY_CLASS: Final[Mapping[WordClass, Callable[[Scene, Token, Sense], Iterator[Finding]]]] = {
    "verb": of_verb,
    "adjective": of_adjective,
    "adposition": of_adposition,
    "people": of_people,
    "noun": of_noun,
}


def findings(scene: Scene) -> Iterator[Finding]:
    """Give what all rules find, in the order of the text."""
    if not scene.syntax.parsed:
        return
    for cue, sense in scene.cues():
        yield from BY_CLASS[sense.word_class](scene, cue, sense)
    yield from judged(scene)
