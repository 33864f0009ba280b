"""Offsets for other programs: newsfacts counts code points, JavaScript counts UTF-16 units, files count bytes."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import Literal

from newsfacts import Span

Unit = Literal["utf-16", "utf-8"]


class Offsets:
    """Turns spans of one text into UTF-16 units or UTF-8 bytes, and back.

    >>> offsets = Offsets("The 🚢 sank.", "utf-16")
    >>> offsets.of(Span(4, 5)), offsets.back(4, 6)
    ((4, 6), Span(start=4, end=5))
    """

    def __init__(self, text: str, unit: Unit) -> None:
        widths = map(_utf16_units if unit == "utf-16" else _utf8_bytes, text)
        self._starts = list(accumulate(widths, initial=0))

    def of(self, span: Span) -> tuple[int, int]:
        """Give start and end of a span in the other unit."""
        return self._starts[span.start], self._starts[span.end]

    def back(self, start: int, end: int) -> Span:
        """Give the span of a start and an end in the other unit; they must fall between characters."""
        span = Span(bisect_left(self._starts, start), bisect_left(self._starts, end))
        if self.of(span) != (start, end):
            raise ValueError(f"{start}:{end} cuts through a character")
        return span


def _utf16_units(character: str) -> int:
    return 2 if character > "\uffff" else 1


def _utf8_bytes(character: str) -> int:
    return len(character.encode("utf-8", "surrogatepass"))
