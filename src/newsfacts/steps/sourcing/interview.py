"""Interviews in questions and answers: which paragraphs answer, and whose words they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsfacts import Block, Entity, Ref
from newsfacts.steps.sourcing.scene import Range, Scene

_OPENING: Final = 4
"""The person interviewed is named in one of so many first paragraphs."""
_FEWEST: Final = 3
"""Texts with fewer answers are no interviews."""


def answers_of(scene: Scene) -> tuple[Range, ...]:
    """Give the paragraphs that answer questions, those of an interview in questions and answers only."""
    return scene.reading.shared("interview answers", lambda: _answers(scene))


def interviewee_of(scene: Scene) -> Ref[Entity] | None:
    """Give who answers: of the people whom headline and first paragraphs name, the one mentioned most."""
    return scene.reading.shared("interviewee", lambda: _interviewee(scene))


def _answers(scene: Scene) -> tuple[Range, ...]:
    if "?" not in scene.lower:
        return ()
    found: list[Range] = []
    asked, questions = False, 0
    for start, end in _paragraphs(scene):
        labelled = scene.lower[start : start + 2] == ["a", ":"]
        if labelled or (asked and not _asks(scene, start, end)):
            found.append((start, end))
        asked = _asks(scene, start, end)
        questions += _ends_asking(scene, start, end)
    return tuple(found) if min(len(found), questions + 1) >= _FEWEST else ()


def _paragraphs(scene: Scene) -> Iterator[Range]:
    start = 0
    while start < scene.size:
        first, end = scene.paragraph(start)
        if first < end:
            yield first, end
        start = end + 1


def _asks(scene: Scene, start: int, end: int) -> bool:
    """Whether a paragraph is the interviewer's: it ends in a question, or speaks of "you" and of no "I"."""
    said = {scene.lower[at] for at in range(start, end) if scene.quoted[at] < 0}
    if scene.lower[start : start + 2] == ["q", ":"] or _ends_asking(scene, start, end):
        return True
    return not _YOU.isdisjoint(said) and _ME.isdisjoint(said)


_YOU: Final = frozenset({"you", "your", "yourself"})
_ME: Final = frozenset({"i", "me", "my", "our", "us", "we"})


def _ends_asking(scene: Scene, start: int, end: int) -> bool:
    last = end - 1
    while last > start and scene.lower[last].isspace():
        last -= 1
    return scene.lower[last] == "?" and scene.quoted[last] < 0


def _interviewee(scene: Scene) -> Ref[Entity] | None:
    blocks = scene.reading.all(Block)[:_OPENING]
    if not blocks:
        return None
    opening = blocks[-1].span.end
    bylines = [block.span for block in blocks if block.role in {"byline", "credit"}]
    named = [
        entity
        for entity in scene.reading.all(Entity)
        if entity.type == "PERSON" and entity.span.start < opening and entity.name[:1].isupper()
        and not any(line.covers(entity.span) for line in bylines)
    ]  # fmt: skip
    found = max(named, key=lambda entity: len(entity.mentions), default=None)
    return None if found is None or len(found.mentions) < _FEWEST else found.ref
