"""A claim in the making: cue, source and content as tokens, before spans and status are settled."""

from __future__ import annotations

from attrs import evolve, frozen

from newsfacts.steps.sourcing.lexicon import Sense
from newsfacts.steps.sourcing.scene import Range

__all__ = ["Proposal", "evolve"]


@frozen
class Proposal:
    """A cue with its source and content, as token ranges; `head` is the cue's main word.

    `source` is the head of the source, None where nobody is named; `governed` is the head of the content.
    `weak` cues are softened by "appear" or "seem".
    """

    head: int
    cue: tuple[Range, ...]
    sense: Sense
    rule: str
    source: int | None = None
    source_range: Range | None = None
    content: tuple[Range, ...] = ()
    governed: int | None = None
    negated: bool = False
    reporting: Range = (0, 0)
    quoting: bool = False
    weak: bool = False
