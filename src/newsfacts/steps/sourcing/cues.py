"""The words of a verbal cue: auxiliaries, negation, adverbs between, the verb, its particle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from newsfacts.steps.sourcing.scene import Range, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_RAISING: Final = frozenset({"appear", "begin", "continue", "dare", "seem", "start", "tend"})
_REFUSING: Final = frozenset({"decline", "fail", "refuse"})


@frozen
class Cue:
    """The words of a verbal cue, whether it is negated, and whether "appear" or "seem" softens it."""

    range: Range
    negated: bool
    weak: bool = False


def cue_of(scene: Scene, verb: Token) -> Cue:
    """Give the cue of a verb: "has not confirmed", "appears to show", "declined to say"."""
    syntax = scene.syntax
    start, end = _contiguous([token.i for token in syntax.verb_group(verb)], verb.i)
    negated = syntax.is_negated(verb)
    head = syntax.head(verb)
    if syntax.role(verb) == "open-complement" and head is not None and head.i < verb.i:
        lemma = scene.lemmas[head.i]
        if lemma in _RAISING or lemma in _REFUSING:
            first, last = _contiguous([token.i for token in syntax.verb_group(head)], head.i)
            negated = negated or syntax.is_negated(head) or lemma in _REFUSING
            if start - last <= 3:
                start = first
            return Cue((start, end), negated, lemma in {"appear", "seem"})
    return Cue((start, end), negated)


def _contiguous(group: list[int], head: int) -> Range:
    members = set(group)
    start, end = head, head + 1
    while start - 1 in members:
        start -= 1
    while end in members:
        end += 1
    return start, end
