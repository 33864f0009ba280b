"""The page as lines with their pieces, made once for all that looks at it."""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

from newsfacts import Reading
from newsfacts.steps.layout.dates import DateFound, dates_in
from newsfacts.steps.layout.lines import Line, Piece, lines_of, pieces_of
from newsfacts.steps.layout.words import Words

LONG = 160
HEAD_LINES = 45
TAIL_LINES = 4
SHORT = 240


@frozen(eq=False)
class Page:
    """The lines of a text, and what they hold."""

    text: str
    lines: tuple[Line, ...]
    words: Words

    @staticmethod
    def of(reading: Reading) -> Page:
        """Give the page of a reading."""
        return Page(reading.text, lines_of(reading.text), Words.of(reading.lexicons))

    @cached_property
    def _pieces(self) -> dict[int, tuple[Piece, ...]]:
        return {}

    @cached_property
    def _dates(self) -> dict[int, tuple[DateFound, ...]]:
        return {}

    def dates(self, number: int) -> tuple[DateFound, ...]:
        """Give the whole dates of a line (of its beginning, where it is long)."""
        if number not in self._dates:
            line = self.lines[number]
            self._dates[number] = dates_in(line.text[:SHORT], line.start)
        return self._dates[number]

    def pieces(self, number: int) -> tuple[Piece, ...]:
        """Give the pieces of a line (of its beginning, where it is long)."""
        if number not in self._pieces:
            line = self.lines[number]
            dates = tuple(found.span for found in self.dates(number))
            self._pieces[number] = pieces_of(line.text[:SHORT], line.start, dates)
        return self._pieces[number]

    @cached_property
    def body_start(self) -> int:
        """The number of the first line that is a paragraph of running text."""
        for line in self.lines[1:]:
            if len(line.text) >= LONG and not self.is_caption(line.number):
                return line.number
        return min(len(self.lines), 12)

    def folded(self, number: int) -> str:
        """Give a line in lower case, "" where there is none."""
        return self.lines[number].folded if 0 <= number < len(self.lines) else ""

    def is_caption(self, number: int) -> bool:
        """Tell whether a line is a caption or a picture credit."""
        low = self.folded(number)
        if low.startswith(self.words.caption_starts):
            return True
        end = low[-120:]
        return len(low) < 700 and any(mark in end for mark in self.words.caption_marks)
