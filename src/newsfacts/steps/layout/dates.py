"""Dates as they stand in lines of a page: "Dec. 21, 2023", "21st December 2023", "12/21/23", "2023-12-21T15:23:34Z"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from newsfacts import Span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ISO = r"(?<!\d)(?P<iso>(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:[0-3]?\d))(?!\d)"
_SLASHED = r"(?<![\d/])(?P<slashed>[0-3]?\d[/.][0-3]?\d[/.](?:(?:19|20)\d\d|\d\d))(?![\d/])"
_NAMED = (
    re.compile(rf"{_MONTH}\s*{_DAY}\s*,?\s*{_YEAR}", re.IGNORECASE),
    re.compile(rf"(?<!\d){_DAY}[\s.-]+(?:of\s+)?{_MONTH}[\s,.-]*{_YEAR}", re.IGNORECASE),
)
_NUMERIC = re.compile(f"{_ISO}|{_SLASHED}")
_MONTH_AFTER = _MONTH.replace("month", "month2")
_DAYLESS = re.compile(rf"{_MONTH}\s*{_DAY}(?!\d|:\d)|(?<![\d:])(?P<day2>[0-3]?\d)\s+(?:{_MONTH_AFTER})", re.IGNORECASE)
_NEAR_HALF_DAY = re.compile(r"\d\s?[ap]\.?m\b|\b(?:[ECMP][SD]?T)\b", re.IGNORECASE)
_NEAR_EUROPE = re.compile(r"\b(?:GMT|BST|CES?T|EES?T|UK)\b|\b(?:1[3-9]|2[0-3])[:.][0-5]\d")


@frozen
class DateFound:
    """A whole date in the text."""

    span: Span
    value: date


def dates_in(text: str, start: int = 0) -> tuple[DateFound, ...]:
    """Give the whole dates of a line that begins at `start`, in order.

    >>> [str(found.value) for found in dates_in("Posted: Dec 22, 2023 8:25 AM | Updated 2 January 2024")]
    ['2023-12-22', '2024-01-02']
    """
    if not any("0" <= c <= "9" for c in text):
        return ()
    found: list[DateFound] = []
    for one in sorted(_candidates(text, start), key=lambda d: (d.span.start, -d.span.end)):
        if not found or one.span.start >= found[-1].span.end:
            found.append(one)
    return tuple(found)


def _candidates(text: str, start: int) -> Iterator[DateFound]:
    for pattern in _NAMED:
        for match in pattern.finditer(text):
            if match.start() and text[match.start() - 1].isalpha() and not match.group()[0].isupper():
                continue
            month = MONTHS.index(match["month"][:3].lower()) + 1
            if value := _date(int(match["year"]), month, int(match["day"])):
                yield DateFound(Span(start + match.start(), start + match.end()), value)
    for match in _NUMERIC.finditer(text):
        numbers = [int(number) for number in re.split(r"[-./]", match.group())]
        value = _date(*numbers) if match["iso"] else _slashed(numbers, text)
        if value:
            yield DateFound(Span(start + match.start(), start + match.end()), value)


def _slashed(numbers: list[int], line: str) -> date | None:
    """Read 12/21/23 or 21/12/2023; what could be both follows the signs of the line, else month first."""
    first, second, year = numbers
    year += 0 if year > 99 else (2000 if year < 70 else 1900)
    day_first = first > 12 or (second <= 12 and bool(_NEAR_EUROPE.search(line)) and not _NEAR_HALF_DAY.search(line))
    return _date(year, second, first) if day_first else _date(year, first, second)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_of_month(text: str, start: int = 0) -> Span | None:
    """Give a date without a year, as datelines have it ("Aug 30", "30 August").

    >>> day_of_month("SEOUL, Aug 30 (Reuters)")
    Span(start=7, end=13)
    """
    match = _DAYLESS.search(text)
    return Span(start + match.start(), start + match.end()) if match else None
