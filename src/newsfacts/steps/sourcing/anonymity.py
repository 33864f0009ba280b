"""Whether a source is unnamed on purpose, and the reason given."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from newsfacts import Span
from newsfacts.steps.sourcing.proposals import Proposal
from newsfacts.steps.sourcing.scene import Range, Scene

_SINGLE: Final = frozenset({"a", "an", "one", "another"})
_COUNTED: Final = frozenset({"two", "three", "four", "five", "six", "several", "some", "2", "3", "4", "5", "6"})


@frozen
class Anonymity:
    """Whether a source's identity is withheld, and the words of the reason."""

    withheld: bool = False
    reason: Span | None = None


def anonymity_of(scene: Scene, proposal: Proposal) -> Anonymity:
    """Give whether the words withhold who the source is, by convention or outright, and why."""
    if proposal.source is None or proposal.source_range is None or not _is_common(scene, proposal.source):
        return Anonymity()
    words = scene.reading.lexicons
    low, high = proposal.source_range
    phrase = scene.lower[low:high]
    wording = _wording(scene, proposal)
    conventional = (
        scene.lower[proposal.source] in words.words("cue_words", "whisperers")
        or not words.words("cue_words", "close_to").isdisjoint(phrase)
        or (
            scene.lemmas[proposal.source] in words.words("cue_words", "insiders")
            and (phrase[0] in _SINGLE or not _COUNTED.isdisjoint(phrase[:2]) or scene.tags[proposal.source] == "CD")
        )
    )
    if wording < 0:
        return Anonymity(conventional)
    return Anonymity(True, _reason(scene, wording))


def _is_common(scene: Scene, head: int) -> bool:
    """Whether a source is no name and no pronoun."""
    return scene.tags[head] in {"NN", "NNS", "CD", "DT"}


def _wording(scene: Scene, proposal: Proposal) -> int:
    """The word that withholds a name in the claim's sentence, the one before or the one after; -1 for none."""
    words = scene.reading.lexicons.words("cue_words", "withholding")
    inside = {at for low, high in proposal.content for at in range(low, high)}
    first, last = scene.sentence(proposal.head)
    before = scene.sentence(first - 1) if first and "\n" not in scene.lower[first - 1] else (first, first)
    for (start, end), about in (((first, last), None), (_next(scene, last), _THEY), (before, _NOBODY)):
        for at in range(start, end):
            if scene.lower[at] in words and at not in inside and _about_naming(scene, at):
                if about is None or not about.isdisjoint(scene.lower[start:at]):
                    return at
                break
    return -1


_THEY: Final = frozenset({"both", "he", "neither", "none", "she", "they"})
_NOBODY: Final = frozenset({"neither", "nobody", "none"})


def _next(scene: Scene, end: int) -> Range:
    return scene.sentence(end) if end < scene.size else (end, end)


def _about_naming(scene: Scene, at: int) -> bool:
    """Tell whether a word withholds a name: "named" and "identified" do only where denied."""
    if scene.lower[at] in {"named", "identified", "identity", "surname"}:
        before = scene.lower[max(0, at - 8) : at]
        return not _REFUSED.isdisjoint(before)
    return True


_REFUSED: Final = frozenset(
    {
        "declined",
        "n't",
        "neither",
        "n’t",
        "nobody",
        "none",
        "not",
        "refused",
        "reluctant",
        "unwilling",
        "whose",
        "without",
    }
)


def _reason(scene: Scene, wording: int) -> Span | None:
    openers = scene.reading.lexicons.words("cue_words", "reasons")
    last = scene.sentence(wording)[1]
    for at in range(wording + 1, last):
        opens = scene.lower[at] in openers or scene.lower[at : at + 3] == ["for", "fear", "of"]
        opens = opens or (at == wording + 1 and scene.tags[at] == "TO")
        if opens:
            token = scene.token(at)
            head = scene.syntax.head(token)
            end = last
            if head is not None and head.i > at and scene.syntax.subtree(head)[0] <= at:
                end = min(last, scene.syntax.subtree(head)[1])
            elif scene.tags[at] == "VBG":
                end = min(last, scene.syntax.subtree(token)[1])
            return scene.span(at, end)
        if scene.lower[at] in {";", ":"}:
            break
    return None
