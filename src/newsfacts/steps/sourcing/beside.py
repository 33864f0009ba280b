"""Quotations that stand right before or after a reporting clause, whatever the parse says."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from newsfacts.steps.sourcing.lexicon import frames_of
from newsfacts.steps.sourcing.scene import Scene

_REACH: Final = 24
"""How many words may stand between a reporting verb and its quotation."""

_VERBAL: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})
_CLOSED: Final = frozenset({".", "!", "?", ";"})


@frozen
class Beside:
    """The numbers of the quotations left and right of a reporting clause, -1 for none."""

    left: int = -1
    right: int = -1


def quotations_beside(scene: Scene, start: int, end: int) -> Beside:
    """Give the spoken quotations that a reporting clause from `start` to `end` stands between."""
    return Beside(_left(scene, start), _right(scene, end))


def _left(scene: Scene, start: int) -> int:
    at = start - 1
    while at >= 0 and scene.lower[at] in {",", "and", "but"} and scene.quoted[at] < 0:
        at -= 1
    if at < 0 or "\n" in scene.lower[at]:
        return -1
    number = scene.speech_at(at)
    if number == scene.speech_at(start) or (at == start - 1 and _is_over(scene, at)):
        return -1
    return number


def _is_over(scene: Scene, at: int) -> bool:
    """Whether a quotation ends its sentence: a full stop closes it, so what follows opens a sentence."""
    return scene.blank[at] and scene.lower[at - 1 if scene.quoted[at - 1] >= 0 else at] == "."


def _right(scene: Scene, end: int) -> int:
    inside = scene.quoted[end - 1]
    for at in range(end, min(end + _REACH, scene.size)):
        if scene.quoted[at] >= 0 and scene.quoted[at] != inside:
            number = scene.speech_at(at)
            if number < 0:
                return -1
            before = scene.lower[at - 1]
            if before in {",", ":", "that"} or at == end or _plain(scene, end, at):
                return number
            return -1
        if scene.lower[at] in _CLOSED or (scene.tags[at] in _VERBAL and not _introduced(scene, at)):
            return -1
        if "\n" in scene.lower[at] or _goes_on(scene, at):
            return -1
    return -1


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether ", adding" stands there: the quotation after it is what was added."""
    if scene.tags[at] != "VBG" or scene.lower[at - 1] != ",":
        return False
    return "clause" in frames_of(scene.reading.lexicons, "cue_verbs").get(scene.lemmas[at], {})


def _plain(scene: Scene, start: int, end: int) -> bool:
    """Whether only an addressee or the like stands between: no clause begins there."""
    return end - start <= 4 and not any(tag in {"IN", "TO", "WDT", "WP"} for tag in scene.tags[start:end])


def _introduced(scene: Scene, at: int) -> bool:
    """Whether a colon opens a quotation further on: 'said in an interview that aired on Sunday: “...”'."""
    for index in range(at, min(at + 12, scene.size - 1)):
        if scene.lower[index] == ":" and scene.speech_at(index + 1) >= 0:
            return True
        if scene.lower[index] in _CLOSED or scene.quoted[index] >= 0:
            return False
    return False
