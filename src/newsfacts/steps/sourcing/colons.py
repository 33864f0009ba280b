"""Speakers before a colon: headlines ("Media: ...") and transcripts ("MODERATOR: ...")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsfacts import Headline
from newsfacts.steps.sourcing.contents import tidied
from newsfacts.steps.sourcing.lexicon import Sense
from newsfacts.steps.sourcing.proposals import Proposal
from newsfacts.steps.sourcing.scene import Scene

_SAID: Final = Sense("speech", "ASSERTED", "UNCONFIRMED")
_LONGEST: Final = 6
"""How many words a speaker before a colon may have."""


def colon_proposals(scene: Scene) -> Iterator[Proposal]:
    """Give a proposal for each paragraph that opens with its speaker and a colon."""
    given = {headline.attribution for headline in scene.reading.all(Headline)} - {None}
    known = {scene.reading.token_range(span)[0] for span in given if span is not None}
    start = 0
    labels: dict[str, int] = {}
    found: list[tuple[int, int, int]] = []
    while start < scene.size:
        first, end = scene.paragraph(start)
        colon = _colon(scene, first, end)
        if colon >= 0:
            found.append((first, colon, end))
            label = scene.reading.text[scene.reading.span(first, colon).start : scene.reading.span(first, colon).end]
            labels[label] = labels.get(label, 0) + 1
        start = end + 1
    for first, colon, end in found:
        label = scene.reading.text[scene.reading.span(first, colon).start : scene.reading.span(first, colon).end]
        if first in known or _is_headline(scene, first, end) or _is_speaker(label, labels):
            proposal = _made(scene, first, colon, end)
            if proposal is not None:
                yield proposal


def _colon(scene: Scene, first: int, end: int) -> int:
    """The colon of a label of a few capitalised words; -1 if the paragraph opens otherwise."""
    stop = scene.reading.lexicons.words("cue_words", "no_speakers")
    if first >= end or scene.lower[first] in stop:
        return -1
    for at in range(first + 1, min(first + _LONGEST + 1, end - 1)):
        if scene.lower[at] == ":":
            words = [scene.token(i).text for i in range(first, at) if not scene.blank[i]]
            return at if words and all(word[0].isupper() or word in {"of", "the", "de"} for word in words) else -1
        if scene.tags[at].startswith("VB") or scene.lower[at] in {",", ".", "?"}:
            return -1
    return -1


def _is_headline(scene: Scene, first: int, end: int) -> bool:
    """The first paragraph, short and without a full stop, is the headline."""
    return first == 0 and end - first < 25 and not any(word == "." for word in scene.lower[first:end])


def _is_speaker(label: str, labels: dict[str, int]) -> bool:
    """In a transcript, labels are in capitals, or they return."""
    return label.isupper() and len(label) > 2 and (len(labels) > 1 or labels[label] > 1)


def _made(scene: Scene, first: int, colon: int, end: int) -> Proposal | None:
    content = tidied(scene, colon + 1, end, colon)
    source = tidied(scene, first, colon, colon)
    if content is None or source is None or content[1] - content[0] < 2:
        return None
    last = scene.token(source[1] - 1)
    while (head := scene.syntax.head(last)) is not None and source[0] <= head.i < source[1]:
        last = head
    while content[1] < end and scene.lower[content[1]] in {".", "!", "?"}:
        content = (content[0], content[1] + 1)
    return Proposal(
        head=colon, cue=((colon, colon + 1),), sense=_SAID, rule="colon", source=last.i, source_range=source,
        content=(content,), reporting=(source[0], colon + 1),
    )  # fmt: skip
