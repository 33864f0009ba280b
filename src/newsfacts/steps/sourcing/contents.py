"""The content of a claim: from the head of a complement to the words that say it."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts.steps.sourcing.scene import Range, Scene

_LOOSE_STARTS = frozenset({"and", "but", "or", "so", "yet"})


def clause_content(scene: Scene, head: int, without: Range, cue: int) -> tuple[Range, ...]:
    """Give the words of a clause but for the reporting clause in or around it."""
    start, end = scene.syntax.subtree(scene.token(head))
    first, last = scene.paragraph(head)
    start, end = max(start, first), min(end, last)
    low, high = without
    if end <= low or start >= high:
        return _tidy(scene, [(start, end)])
    pieces = [(start, low), (high, end)]
    if scene.blank[low - 1 if low else 0] or cue < head:
        return _tidy(scene, pieces)
    return _tidy(scene, pieces)


def phrase_content(scene: Scene, start: int, end: int) -> tuple[Range, ...]:
    """Give a range of words as content."""
    return _tidy(scene, [(start, end)])


def _tidy(scene: Scene, pieces: Sequence[Range]) -> tuple[Range, ...]:
    found: list[Range] = []
    for start, end in pieces:
        tidy = tidied(scene, start, end)
        if tidy is not None:
            found.append(tidy)
    return tuple(found)


def tidied(scene: Scene, start: int, end: int) -> Range | None:
    """Give a range without punctuation, "and" and stray marks at its edges, None if nothing is left."""
    while start < end and (_is_stray(scene, start, opening=True) or scene.lower[start] in _LOOSE_STARTS):
        start += 1
    while start < end and _is_stray(scene, end - 1, opening=False):
        end -= 1
    if start >= end:
        return None
    return scene.grown(start, end)


def _is_stray(scene: Scene, index: int, *, opening: bool) -> bool:
    if not scene.blank[index] or scene.lower[index] in {"$", "£", "€", "#"}:
        return False
    number = scene.quoted[index]
    if number < 0:
        return scene.lower[index] not in ({"("} if opening else {")", "%"})
    first, last = scene.quotation_ranges[number]
    return index == (last - 1 if opening else first)
