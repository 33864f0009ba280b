"""When the article was published, as its page says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from newsfacts import Span
from newsfacts.steps.layout.dates import DateFound
from newsfacts.steps.layout.lines import Line
from newsfacts.steps.layout.page import Page

LONGEST_LINE = 220
LAST_LINES = 6


@frozen
class Published:
    """The date of publication, the rule that chose it, and how sure it is."""

    span: Span
    value: date
    rule: str
    score: float


def publication_of(page: Page, byline_line: int | None = None) -> Published | None:
    """Give the most likely date of publication, None where no date stands by itself."""
    found = [one for line in _lines(page) for one in _in_line(page, line, byline_line)]
    best = max(found, key=lambda one: (one.score, -one.span.start), default=None)
    return best if best and best.score > 0 else None


def _lines(page: Page) -> Iterator[Line]:
    total = len(page.lines)
    head = min(total, page.body_start + 4)
    for number in [*range(head), *range(max(head, total - LAST_LINES), total)]:
        line = page.lines[number]
        if len(line.text) <= LONGEST_LINE and not (number and page.is_caption(number)):
            yield line


def _in_line(page: Page, line: Line, byline_line: int | None) -> Iterator[Published]:
    dates = page.dates(line.number)
    if not dates or line.text.startswith(("—", "–", ">")) or "(@" in line.text:
        return
    plain = _other_words(page, line)
    for found in dates:
        label = _label(page, line, found)
        score = {"published": 4.0, "updated": 1.5, "plain": 2.0}[label] - 0.4 * plain
        if line.number > page.body_start:
            score -= 1.5
        if byline_line is not None and abs(line.number - byline_line) <= 2:
            score += 1.0
        if line.number == 0:
            score -= 1.5
        yield Published(found.span, found.value, label, score)


def _other_words(page: Page, line: Line) -> int:
    """Count the words of a line that neither name a time nor a label: a sentence is no date line."""
    words = page.words
    return sum(
        piece.kind == "word"
        and piece.text.islower()
        and piece.low not in words.zones
        and piece.low not in words.weekdays
        and piece.low not in words.time_words
        for piece in page.pieces(line.number)
    )


def _label(page: Page, line: Line, found: DateFound) -> str:
    """Say whether the words before a date call it the date of publication or of a change."""
    pieces = page.pieces(line.number)
    at = next((i for i, piece in enumerate(pieces) if piece.start == found.span.start), 0)
    k = at - 1
    while k >= 0 and (
        pieces[k].kind in ("mark", "time", "number")
        or pieces[k].low in page.words.zones
        or pieces[k].low in page.words.weekdays
        or pieces[k].low in ("on", "at")
    ):
        k -= 1
    if k < 0:
        above = page.folded(line.number - 1).rstrip(":")
        return _named(above.split()[-1] if above and len(above) < 30 else "")
    return _named(pieces[k].low.rstrip(":."))


def _named(word: str) -> str:
    if word in ("updated", "modified", "edited", "amended", "update"):
        return "updated"
    return "published" if word in ("published", "posted", "date", "issued") else "plain"
