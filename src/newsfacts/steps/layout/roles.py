"""What each line of a page is for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from attrs import field, frozen

from newsfacts import Reading, Span
from newsfacts.steps.layout.byline_lines import outlet_in, read_at
from newsfacts.steps.layout.choosing import Candidate, byline_of
from newsfacts.steps.layout.credits import CreditFound, credits_of
from newsfacts.steps.layout.datelines import DatelineFound, dateline_of
from newsfacts.steps.layout.lines import Line
from newsfacts.steps.layout.names import name_at
from newsfacts.steps.layout.page import LONG, Page

Role = Literal[
    "headline", "standfirst", "byline", "dateline", "date", "caption", "credit", "heading", "paragraph", "quote",
    "list", "bio", "boilerplate",
]  # fmt: skip
SENTENCE_ENDS = (".", "!", "?", "”", '"', "’", "'", ":", "…", "]")
LONGEST_HEADLINE = 220
PARAGRAPH = 60
BULLETS = ("•", "- ", "* ", "– ", "· ", "▪", "● ")


@frozen(eq=False)
class Roles:
    """The role of each line, and what was found on the way."""

    page: Page
    byline: Candidate | None
    dateline: DatelineFound | None
    credits: tuple[CreditFound, ...]
    of_line: dict[int, tuple[Role, str]] = field(factory=dict)

    @property
    def outlet_below(self) -> Span | None:
        """The outlet that the line under the byline names, where that line says what the author is."""
        below = -1 if self.byline is None else self.byline.last + 1
        if self.of_line.get(below) != ("byline", "trade"):
            return None
        return outlet_in(self.page.pieces(below), self.page.words)

    @staticmethod
    def of(reading: Reading) -> Roles:
        """Give the roles of the lines of a reading; they are found once."""
        return reading.shared(Roles, lambda: roles_of(Page.of(reading), reading.metadata.headline))


def roles_of(page: Page, headline: str | None = None) -> Roles:
    """Give each line of a page its role, with the rule that gave it."""
    roles = Roles(page, byline_of(page), dateline_of(page), credits_of(page))
    _fixed(roles)
    head = _headline(roles, headline)
    for line in page.lines:
        if line.number not in roles.of_line:
            roles.of_line[line.number] = _free(roles, line, head)
    return roles


def _fixed(roles: Roles) -> None:
    """Place what has a shape of its own: the byline, credits, lines that are only a dateline."""
    page, given = roles.page, roles.of_line
    if roles.byline:
        for number in range(roles.byline.first, roles.byline.last + 1):
            given[number] = ("byline", roles.byline.rule)
    if roles.dateline and roles.dateline.rule in {"lone", "own-line"}:
        given.setdefault(roles.dateline.line, ("dateline", roles.dateline.rule))
    for credit in roles.credits:
        line = page.lines[credit.line]
        if len(line.text) < LONG or credit.span.end - credit.span.start > 0.6 * len(line.text):
            pictures = credit.role == "photography"
            given.setdefault(credit.line, ("caption" if pictures else "credit", credit.rule))


def _headline(roles: Roles, known: str | None) -> int:
    """Give the number of the headline's line, -1 where none is found."""
    page = roles.page
    wanted = " ".join(known.split()) if known else None
    for line in page.lines[: min(12, len(page.lines))]:
        if wanted and " ".join(line.text.split()) == wanted:
            roles.of_line[line.number] = ("headline", "known")
            return line.number
    for line in page.lines[: min(6, len(page.lines) - 1)]:
        if line.number in roles.of_line or not _may_head(roles, line):
            if _is_running(page, line):  # no headline stands below running text
                return _short_headline(roles) if line.number == 1 else -1
            continue
        roles.of_line[line.number] = ("headline", "first")
        return line.number
    return -1


def _short_headline(roles: Roles) -> int:
    """Give the number of the line above running text where that is a headline of two words: "Ferries collide"."""
    text = roles.page.lines[0].text
    if 0 in roles.of_line or len(text.split()) < 2 or text.endswith(".") or roles.page.is_date_line(0):
        return -1
    roles.of_line[0] = ("headline", "first")
    return 0


def _is_running(page: Page, line: Line) -> bool:
    number = line.number
    return len(line.text) > LONGEST_HEADLINE and not (page.is_boilerplate(number) or page.is_caption(number))


def _may_head(roles: Roles, line: Line) -> bool:
    page = roles.page
    if (
        len(line.text) > LONGEST_HEADLINE
        or len(line.text.split()) < 3
        or (page.dates(line.number) and len(line.text) < 40)
    ):
        return False
    if roles.dateline and roles.dateline.line == line.number:
        return False
    return not (page.is_boilerplate(line.number) or page.is_caption(line.number))


def _free(roles: Roles, line: Line, head: int) -> tuple[Role, str]:
    """Give the role of a line that is neither headline, byline nor credit."""
    page = roles.page
    before_body = line.number < page.body_start
    shapes: tuple[tuple[Callable[[], bool], Role, str], ...] = (
        (lambda: page.is_boilerplate(line.number), "boilerplate", "words"),
        (lambda: _repeats_byline(roles, line), "byline", "repeated"),
        (lambda: _is_date(page, line), "date", "date"),
        (lambda: page.is_caption(line.number), "caption", "caption"),
        (lambda: _is_bio(roles, line), "bio", "bio"),
        (lambda: _is_trade(roles, line), "byline", "trade"),
        (lambda: _is_stamped(roles, line), "heading", "stamped"),
    )
    if found := next(((role, rule) for fits, role, rule in shapes if fits()), None):
        return found
    if before_body and head >= 0:
        return _before_body(roles, line, head)
    return _in_body(page, line)


def _before_body(roles: Roles, line: Line, head: int) -> tuple[Role, str]:
    text = line.text
    if line.number < head:
        return "boilerplate", "above-headline"
    above_byline = roles.byline is None or line.number < roles.byline.first
    if len(text) >= 40 and above_byline and not _is_list(text) and not _paragraph_between(roles, head, line.number):
        return "standfirst", "under-headline"
    if len(text) < 30 and not text.endswith(SENTENCE_ENDS):
        return "boilerplate", "short"
    return _in_body(roles.page, line)


def _paragraph_between(roles: Roles, first: int, last: int) -> bool:
    return any(roles.of_line[n][0] == "paragraph" for n in range(first + 1, last) if n in roles.of_line)


def _in_body(page: Page, line: Line) -> tuple[Role, str]:
    text = line.text
    if text.startswith(">"):
        return "quote", "mark"
    if _is_list(text):
        return "list", "bullet"
    if len(text) < 90 and not text.endswith(SENTENCE_ENDS) and text[0] not in "“\"'‘(":
        if text.startswith("[") or not any(c.isalpha() for c in text):
            return "boilerplate", "signs"
        last = line.number == len(page.lines) - 1
        return ("boilerplate", "short") if last and len(text) < 30 else ("heading", "short")
    return "paragraph", "rest"


def _is_list(text: str) -> bool:
    return text.startswith(BULLETS) or (text[0].isdigit() and text[1:3] in (". ", ") ") and len(text) < LONG)


def _repeats_byline(roles: Roles, line: Line) -> bool:
    if roles.byline is None or len(line.text) > 120:
        return False
    names = {name.text for name in roles.byline.names}
    if not any(name in line.text for name in names):
        return False
    found = read_at(roles.page.pieces(line.number), 0, roles.page.words)
    return bool(found and found.loose + found.loose_low == 0 and all(name.text in names for name in found.names))


def _is_date(page: Page, line: Line) -> bool:
    if len(line.text) > 120:
        return False
    pieces = page.pieces(line.number)
    words = page.words
    labelled = words.date_labels.at(pieces, 0) or words.update_labels.at(pieces, 0)
    if not (page.dates(line.number) or (labelled and len(pieces) <= 8) or pieces[0].kind == "time"):
        return False
    loose = sum(
        piece.kind == "word" and piece.low not in words.zones and piece.low not in words.weekdays for piece in pieces
    )
    return loose <= (6 if labelled else 3) and not line.text.endswith(".”")


def _is_trade(roles: Roles, line: Line) -> bool:
    """Tell whether a line right under the byline, or where the page repeats it, says what the author is."""
    above = (roles.of_line.get(line.number - step, ("", ""))[0] for step in (1, 2))
    if roles.byline is None or "byline" not in above or len(line.text) > 80:
        return False
    pieces = roles.page.pieces(line.number)
    if line.text.endswith((".", "?", "!")) or not pieces:
        return False
    words = roles.page.words
    return pieces[0].kind in ("handle", "email") or any(p.low in words.roles or p.low in words.staff for p in pieces)


def _is_stamped(roles: Roles, line: Line) -> bool:
    """Tell whether a short line opens an entry of a live blog: a time stands above it, the entry below."""
    number, lines = line.number, roles.page.lines
    if not 0 < number < len(lines) - 1 or number - 1 not in roles.of_line:
        return False
    if roles.of_line[number - 1][0] != "date" or roles.page.pieces(number - 1)[0].kind != "time":
        return False
    return len(line.text) < PARAGRAPH <= len(lines[number + 1].text) and not line.text.endswith((".", "!"))


def _is_bio(roles: Roles, line: Line) -> bool:
    if len(line.text) > 700 or not roles.page.is_bio(line.number):
        return False
    start = line.text[:160]
    if roles.byline and any(name.text.split()[0] in start for name in roles.byline.names):
        return True
    name = name_at(roles.page.pieces(line.number), 0, roles.page.words)
    if not name or name.strength <= 1 or line.number <= len(roles.page.lines) - 5:
        return False
    return not _is_told_of(roles.page, name.text.split()[-1], line.number)


def _is_told_of(page: Page, name: str, number: int) -> bool:
    """Tell whether a line before names somebody: whom the story is about did not write it."""
    return any(name in line.text for line in page.lines[:number] if len(line.text) >= PARAGRAPH)
