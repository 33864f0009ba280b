"""Shows spans in a text: the lines they stand in, with carets below."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import combining, east_asian_width

from newsfacts import Span

WIDTH = 100
AROUND = 40


def pictured(text: str, spans: Iterable[Span], label: str = "") -> str:
    """Give the lines of a text that hold spans, with carets below them.

    >>> print(pictured("Turner praised the plan.", [Span(0, 6), Span(7, 14)], "cue"))
    Turner praised the plan.
    ^^^^^^ ^^^^^^^ cue
    """
    marked = {position for span in spans for position in range(span.start, min(span.end, len(text)))}
    shown: list[str] = []
    start = 0
    for line in text.split("\n"):
        here = [position - start for position in sorted(marked) if start <= position < start + len(line)]
        if here:
            first = max(here[0] - AROUND, 0) if len(line) > WIDTH else 0
            last = max(first + WIDTH, min(here[-1] + 1, first + 2 * WIDTH))
            shown += _with_carets(line, frozenset(here), first, last)
        start += len(line) + 1
    if not shown:
        return f"{text[:WIDTH]!r}" + (f" {label}" if label else "")
    return "\n".join(shown) + (f" {label}" if label else "")


def _with_carets(line: str, here: frozenset[int], first: int, last: int) -> tuple[str, str]:
    """The part of a line, and the carets below it, whatever the width of its characters."""
    letters, carets = [], []
    for position in range(first, min(last, len(line))):
        letter = line[position] if line[position].isprintable() else "·"
        wide = 0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1
        letters.append(letter)
        carets.append(("^" if position in here else " ") * wide)
    return "".join(letters), "".join(carets).rstrip()
