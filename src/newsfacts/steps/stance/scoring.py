"""How likely a candidate of the rules is a stance a reader would list: a small linear model over its traits."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import evolve
from spacy.tokens import Token

from newsfacts import Lexicons
from newsfacts.steps.stance.findings import Finding
from newsfacts.steps.stance.scene import FIRST_PERSON, INDEFINITE, PERSONAL, Scene

ARTICLES: Final = frozenset({"a", "an", "the"})
THINGS: Final = frozenset({"it", "that", "these", "this", "those"})


def scored(scene: Scene, finding: Finding) -> Finding:
    """Give a finding with its probability as its certainty.

    Traits that were never seen weigh nothing: what the rules find anew starts from the share of all that was right.
    """
    known = weights(scene.reading.lexicons)
    total = known["bias"] + sum(known.get(trait, 0.0) for trait in traits(scene, finding))
    return evolve(finding, certainty=round(1 / (1 + math.exp(-total)), 2))


def weights(lexicons: Lexicons) -> Mapping[str, float]:
    """Give the weight of each trait."""
    return lexicons.compiled(weights, lambda: {name: float(value) for name, value in lexicons.rows("stance_weights")})


def traits(scene: Scene, finding: Finding) -> Iterator[str]:
    """Give what is known of a candidate: its rule, how its words are used, who holds it, what it is about."""
    why = finding.links[-1].why
    yield f"rule:{finding.rule}"
    yield f"word:{why}"
    yield f"rule:{finding.rule.partition('-')[0]}"
    yield f"links:{min(len(finding.links), 3)}"
    if any(each.why in {"few", "not"} for each in finding.links):
        yield "denied"
    yield from _cue(scene, finding)
    yield from _holder(scene, finding)
    yield from _target(scene, finding)


def _cue(scene: Scene, finding: Finding) -> Iterator[str]:
    first, last = scene.reading.token_range(finding.cue)
    cue = scene.reading.words[max(first, last - 1)]
    yield f"cue:{scene.syntax.role(cue)}"
    if scene.syntax.modals(cue):
        yield "cue:modal"
    if cue.i in scene.quoted:
        yield "cue:quoted"
        yield f"quoted:{finding.rule}"
    if scene.voices[cue.i] is not None:
        yield "cue:voiced"
    if scene.syntax.subject(cue, inherited=False) is None:
        yield "cue:no subject"


def _holder(scene: Scene, finding: Finding) -> Iterator[str]:
    if finding.rule.endswith("unsaid") or finding.holder.span is None:
        yield "holder:unsaid"
        return
    tokens = scene.reading.tokens(finding.holder.span)
    if not tokens:
        return
    head = next((each for each in tokens if scene.syntax.head(each) not in tokens), tokens[-1])
    acts = "acts" if any(scene.can_act(each) for each in tokens) else "does not act"
    yield from (f"holder:{_kind(head)}", f"holder:{acts}", f"holder:{_kind(head)} {acts}")
    if head.i > finding.target.i:
        yield "holder:after target"
    if finding.holder.entity is not None:
        yield "holder:entity"


def _target(scene: Scene, finding: Finding) -> Iterator[str]:
    head = finding.target
    yield f"target:{_kind(head)}"
    if scene.can_act(head):
        yield "target:acts"
    if scene.senses_of(head):
        yield "target:takes sides"
    determiner = scene.syntax.determiner(head)
    if determiner is None:
        yield "target:bare"
    else:
        yield f"target:{determiner.lower_ if determiner.lower_ in ARTICLES else 'this'}"


def _kind(head: Token) -> str:
    """Name, noun, clause, or one of the kinds of pronouns."""
    if head.pos_ == "PRON":
        for name, words in (("me", FIRST_PERSON), ("thing", THINGS), ("anyone", INDEFINITE), ("person", PERSONAL)):
            if head.lower_ in words:
                return name
        return "you" if head.lower_.startswith("you") else "pronoun"
    if head.pos_ in {"VERB", "AUX"}:
        return "clause"
    if head.pos_ == "NOUN":
        return "nouns" if head.tag_ == "NNS" else "noun"
    return head.pos_.lower()
