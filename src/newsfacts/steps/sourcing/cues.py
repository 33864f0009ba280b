"""The words of a verbal cue: auxiliaries, negation, adverbs between, the verb, its particle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from newsfacts.steps.sourcing.scene import Range, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_RAISING: Final = frozenset({"able", "appear", "begin", "continue", "dare", "like", "seem", "start", "tend"})
REFUSING: Final = frozenset({"decline", "fail", "refuse", "unable"})
"""Words that deny what follows them: "declined to say"."""
NOBODY: Final = frozenset({"neither", "nobody", "none", "nothing"})
"""Words for no person or thing."""


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
    while start > 0 and scene.tags[start - 1] in {"RB", "RBR"} and _modifies(scene, start - 1, verb):
        start -= 1
    negated = _is_denied(scene, verb)
    head = syntax.head(verb)
    if (short := _stopped_short(scene, start)) >= 0:
        return Cue((short, end), True)
    if syntax.role(verb) == "open-complement" and head is not None and head.i < verb.i:
        lemma = scene.lemmas[head.i]
        if lemma in _RAISING or lemma in REFUSING:
            first, last = _contiguous([token.i for token in syntax.verb_group(head)], head.i)
            negated = negated or syntax.is_negated(head) or lemma in REFUSING
            if start - last <= 3:
                start = first
            return Cue((start, end), negated, lemma in {"appear", "seem"})
    return Cue((start, end), negated)


def _is_denied(scene: Scene, verb: Token) -> bool:
    """Whether nobody says it or it is not said; "found no link" tells of no link, and is said."""
    syntax = scene.syntax
    if not syntax.is_negated(verb):
        return scene.lower[max(verb.i - 2, 0) : verb.i] == ["yet", "to"]
    theme, subject = syntax.object(verb), syntax.subject(verb)
    told = theme is not None and (word := syntax.determiner(theme)) is not None and word.lower_ == "no"
    nobody = subject is not None and (scene.lower[subject.i] in NOBODY or _has_no(scene, subject))
    negation = syntax.negation(verb)
    if negation is not None and scene.quoted[negation.i] != scene.quoted[verb.i]:
        return False
    return not told or nobody or negation is not None


def _has_no(scene: Scene, noun: Token) -> bool:
    determiner = scene.syntax.determiner(noun)
    return determiner is not None and determiner.lower_ in {"neither", "no"}


def _stopped_short(scene: Scene, start: int) -> int:
    """Where "stopped short of blaming" begins; -1 for other cues."""
    if scene.lower[max(start - 2, 0) : start] != ["short", "of"]:
        return -1
    return start - 3 if start >= 3 and scene.tags[start - 3][:2] == "VB" else start - 2


def _modifies(scene: Scene, index: int, verb: Token) -> bool:
    """Whether an adverb before a verb is its own, and not the opening of the sentence."""
    token = scene.token(index)
    return scene.syntax.head(token) == verb and scene.sentence(verb.i)[0] < index and not token.is_title


def _contiguous(group: list[int], head: int) -> Range:
    members = set(group)
    start, end = head, head + 1
    while start - 1 in members:
        start -= 1
    while end in members:
        end += 1
    return start, end
