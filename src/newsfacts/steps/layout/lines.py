"""The lines of a text, and the words, dates and signs of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Literal

from attrs import frozen

from newsfacts import Span

PieceKind = Literal["word", "number", "date", "time", "email", "handle", "site", "mark"]

_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_BLANK = " \t\u00a0\u2002\u2003\u2009\u200a\u200b\u200c\u200d\u2060\ufeff"
_TIME = r"\b\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_SITE = (
    r"(?:https?://\S+|(?:www\.)?[A-Za-z][\w-]*\.(?:com|net|org|tv|az|co\.uk|ca|in|info|io|ai|au|eu|news)\b(?:/\S*)?)"
)
_WORD = r"[^\W\d_](?:[^\W_]|['’‘.\-‐‑](?=[^\W_]))*\.?(?:['’](?=\s|$))?"
_PIECE = re.compile(
    f"(?P<email>{_EMAIL})|(?P<handle>@+\\w+)|(?P<site>{_SITE})|(?P<time>{_TIME})|(?P<word>{_WORD})"
    r"|(?P<number>\d[\d,.]*(?:st|nd|rd|th)?)|(?P<mark>--+|\S)",
    re.IGNORECASE,
)


FEWEST_WRAPPED = 10
WIDEST_WRAPPED = 110
SLACK = 4


@frozen
class Line:
    """A line of the text without the white space around it; `number` counts the lines that are not blank."""

    number: int
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Where the line stands."""
        return Span(self.start, self.end)

    @cached_property
    def folded(self) -> str:
        """The line in lower case, with plain apostrophes and single spaces."""
        return fold(self.text)


@frozen
class Piece:
    """A word, a date or a sign of a line, with its place in the text."""

    kind: PieceKind
    text: str
    start: int
    end: int

    @cached_property
    def low(self) -> str:
        """The text in lower case, with plain apostrophes."""
        return self.text.casefold().replace("’", "'")


def fold(text: str) -> str:
    """Give a text in lower case, with plain apostrophes and single plain spaces.

    >>> fold("Editor’s\u00a0 Note")
    "editor's note"
    """
    return " ".join(text.casefold().replace("’", "'").split())


def is_site(name: str) -> bool:
    """Tell whether a name is that of a site, not an abbreviation.

    >>> [name for name in ("Islander.Az", "U.S.", "Mr. Feld", "news.example.com") if is_site(name)]
    ['Islander.Az', 'news.example.com']
    """
    parts = name.split(".")
    return len(parts) > 1 and all(len(part) > 1 and part.replace("-", "").isalnum() for part in parts)


def lines_of(text: str) -> tuple[Line, ...]:
    r"""Give the lines of a text that are not blank.

    >>> [line.text for line in lines_of("Two ferries collide\r\n\r\n By Ann Lee")]
    ['Two ferries collide', 'By Ann Lee']

    The lines of a paragraph that was wrapped at a fixed width are one line.
    """
    found = tuple(_lines(text))
    return _unwrapped(text, found) if _is_wrapped(text, found) else found


def _is_wrapped(text: str, lines: tuple[Line, ...]) -> bool:
    """Tell whether a text was wrapped: no line is long, and nearly all that follow one another are full."""
    if len(lines) < FEWEST_WRAPPED or max(len(line.text) for line in lines) > WIDEST_WRAPPED:
        return False
    width = max(len(line.text) for line in lines)
    breaks = [(one, after) for one, after in pairwise(lines) if not _is_apart(text, one, after)]
    full = sum(_is_full(one, after, width) for one, after in breaks)
    return len(breaks) < len(lines) - 1 and full >= FEWEST_WRAPPED / 2 and full >= 0.6 * len(breaks)


def _is_apart(text: str, one: Line, after: Line) -> bool:
    """Tell whether a blank line stands between two lines."""
    return len(_BREAK.findall(text, one.end, after.start)) > 1


def _is_full(one: Line, after: Line, width: int) -> bool:
    """Tell whether the first word of the next line had no place on this one."""
    return len(one.text) + 1 + len(after.text.split(maxsplit=1)[0]) > width - SLACK


def _unwrapped(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    width = max(len(line.text) for line in lines)
    joined: list[tuple[Line, Line]] = []
    for line in lines:
        if joined and _is_full(joined[-1][1], line, width) and not _is_apart(text, joined[-1][1], line):
            joined[-1] = (joined[-1][0], line)
        else:
            joined.append((line, line))
    return tuple(
        Line(number, first.start, last.end, text[first.start : last.end]) for number, (first, last) in enumerate(joined)
    )


def _lines(text: str) -> Iterator[Line]:
    start, number = 0, 0
    ends = [(match.start(), match.end()) for match in _BREAK.finditer(text)]
    for end, following in [*ends, (len(text), len(text))]:
        first, last = start, end
        while first < last and (text[first] in _BLANK or text[first].isspace()):
            first += 1
        while first < last and (text[last - 1] in _BLANK or text[last - 1].isspace()):
            last -= 1
        if first < last:
            yield Line(number, first, last, text[first:last])
            number += 1
        start = following


def pieces_of(text: str, start: int = 0, dates: tuple[Span, ...] = ()) -> tuple[Piece, ...]:
    """Give the pieces of a line that begins at `start`; `dates` are kept whole (places in the article's text).

    >>> [piece.text for piece in pieces_of("By Ann O’Neil-Lee, a@b.org | 12:30 pm")]
    ['By', 'Ann', 'O’Neil-Lee', ',', 'a@b.org', '|', '12:30 pm']
    """
    found: list[Piece] = []
    at = 0
    for date in dates:
        found += _pieces(text, at, date.start - start, start)
        found.append(Piece("date", text[date.start - start : date.end - start], date.start, date.end))
        at = date.end - start
    return (*found, *_pieces(text, at, len(text), start))


def _pieces(text: str, first: int, last: int, start: int) -> Iterator[Piece]:
    for match in _PIECE.finditer(text, first, last):
        kind: PieceKind = match.lastgroup  # type: ignore[assignment]  # a group of the pattern
        if kind == "mark" and match.group() in _BLANK:
            continue
        yield Piece(kind, match.group(), start + match.start(), start + match.end())
