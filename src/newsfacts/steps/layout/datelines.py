"""Datelines: "BEIRUT/THE HAGUE, March 7 (Reuters) -", "(CNN)", "Toronto" on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from newsfacts import Span
from newsfacts.steps.layout.dates import dates_in, day_of_month
from newsfacts.steps.layout.lines import Line, fold
from newsfacts.steps.layout.page import LONG, Page
from newsfacts.steps.layout.words import Words, bare

_DASH = re.compile(r"\s*(?:--+|[–—―]|(?<=\s)-(?=\s|$)|(?<=[.)])-)\s*")
_BRACKET = re.compile(r"\(([^()]{2,40})\)\s*$")
_OPENING = re.compile(r"^(?P<head>[^()]{0,60}?(?:\([^()]{3,20}\))?\s*)\((?P<agency>[^()]{2,40})\)")
_PLACE_BREAK = re.compile(r"/|\s+and\s+")
LONGEST_HEAD = 75
LONGEST_PLACE_WORDS = 5
LONGEST_ACRONYM = 6
LONGEST_AGENCY = 4


@frozen
class DatelineFound:
    """A dateline: its span, the places, agency and date in it, and where the sentence goes on."""

    span: Span
    places: tuple[Span, ...]
    agency: Span | None
    date: Span | None
    rule: str
    line: int
    body: int


def dateline_of(page: Page) -> DatelineFound | None:
    """Give the dateline of a page: the first that a line near the top begins with."""
    last = min(len(page.lines), page.body_start + 6)
    for line in page.lines[:last]:
        rules = (_dashed, _bracketed, _colon, _lone, _own_line)
        found = next((found for rule in rules if (found := rule(page, line)) is not None), None)
        if found:
            return found
    return None


def _dashed(page: Page, line: Line) -> DatelineFound | None:
    """PLACE, DATE (AGENCY) — text."""
    mark = _DASH.search(line.text, 1, LONGEST_HEAD + 12)
    if not mark or mark.start() > LONGEST_HEAD or _is_caption_date(line.text[mark.end() :]):
        return None
    return _head(page, line, line.text[: mark.start()], line.start + mark.end(), "dash")


def _is_caption_date(rest: str) -> bool:
    """Tell whether "JUNE 03: ..." follows the dash, as in picture captions of agencies."""
    day = day_of_month(rest[:20])
    return bool(day and day.start == 0 and rest[day.end : day.end + 8].lstrip(", 0123456789").startswith(":"))


def _bracketed(page: Page, line: Line) -> DatelineFound | None:
    """(AGENCY) text, PLACE (AGENCY) text."""
    match = _OPENING.match(line.text[:LONGEST_HEAD])
    if not match or len(line.text) < match.end() + 20:
        return None
    listed = fold(match["agency"]).split(",")[0] in page.words.agency_names
    if not listed and not (match["head"][:1].isupper() and match["head"].split(",")[0].strip().isupper()):
        return None
    body = line.start + match.end()
    if not match["head"].strip():
        start = line.start
        agency = Span(start + match.start("agency"), start + match.end("agency"))
        return DatelineFound(Span(start, body), (), agency, None, "agency", line.number, body)
    return _head(page, line, line.text[: match.end()], body, "bracket")


def _colon(page: Page, line: Line) -> DatelineFound | None:
    """PLACE: text, where the place is known or the story names it."""
    head, colon, rest = line.text[:LONGEST_HEAD].partition(":")
    if not colon or len(head) > 30 or not rest.startswith(" ") or len(line.text) < 100 or not head.isupper():
        return None
    known = bare(head) in page.words.cities or f" in {head.title()}" in page.text
    return _head(page, line, head, line.start + len(head) + 1, "colon") if known else None


def _lone(page: Page, line: Line) -> DatelineFound | None:
    """A known city alone on a line beside the byline or after a date: "Dec 20th 2023 | SHENZHEN"."""
    if line.number == 0 or line.number > page.body_start or len(line.text) > 60:
        return None
    dates = page.dates(line.number)
    tail = line.text
    if dates:
        tail = line.text[dates[-1].span.end - line.start :].lstrip(" |·•,-–—/")
    if bare(tail) not in page.words.cities or (dates and not tail.isupper()):
        return None
    near = any(page.is_date_line(n) for n in range(line.number - 1, line.number + 4))
    if not near:
        return None
    span = Span(line.end - len(tail), line.end)
    return DatelineFound(span, (span,), None, None, "lone", line.number, line.end)


def _own_line(page: Page, line: Line) -> DatelineFound | None:
    """PLACE, DATE (AGENCY) on a line of its own."""
    if line.number == 0 or line.number > page.body_start or not line.text.endswith(")"):
        return None
    if len(line.text) > LONGEST_HEAD:
        return None
    found = _head(page, line, line.text, line.end, "own-line")
    if found is None or found.agency is None or found.date is None:
        return None
    return evolve(found, rule="own-line")


def _head(page: Page, line: Line, head: str, body: int, rule: str) -> DatelineFound | None:
    """Read the words before the dash: places, date, agency; None where they are something else."""
    head = head.rstrip()
    start, rest = line.start, head
    if fold(head) in page.words.agency_names:
        span = Span(start, start + len(head))
        return DatelineFound(span, (), span, None, rule, line.number, body)
    bracket = _BRACKET.search(head)
    before = head[: bracket.start()].rstrip() if bracket else head
    when = _date(before, start)
    agency = _agency(bracket, page.words, start) if bracket else None
    rest = before if agency else head
    when = when if agency or not bracket else None
    if when:
        rest = rest[: when.start - start].rstrip(" ,")
    places = tuple(_places(rest, start)) if rest else ()
    runs_on = line.number > 0 or len(page.lines) == 1 or len(line.text) >= LONG
    if agency and not _is_listed(agency.of(page.text), page.words):
        named = _is_told(agency.of(page.text), page.words) and all(_is_named(place, page) for place in places)
        told = when is not None or named or _stands_elsewhere(agency.of(page.text), page)
        ok = runs_on and told if places else when is not None and _stands_elsewhere(agency.of(page.text), page)
        ok = ok and not any(_begins_with_given(p.of(page.text), page) for p in places)
        rule = "unlisted-agency"
    else:
        ok = bool(places and (runs_on or agency)) or bool(not rest and agency and when)
    if not (ok and all(_is_place(place.of(page.text), agency is not None, page) for place in places)):
        return None
    return DatelineFound(Span(start, start + len(head)), places, agency, when, rule, line.number, body)


def _agency(bracket: re.Match[str], words: Words, start: int) -> Span | None:
    """Give what is in brackets if it may be an agency: one of the list, or a name that is no state or country."""
    ok = _is_listed(bracket[1], words) or _may_be_agency(bracket[1], words)
    return Span(start + bracket.start(1), start + bracket.end(1)) if ok else None


def _is_listed(name: str, words: Words) -> bool:
    return fold(name).split(",")[0].split("/")[0] in words.agency_names


def _may_be_agency(name: str, words: Words) -> bool:
    """Tell whether words in brackets may be a name that is no state or country."""
    parts = name.split()
    if bare(name) in words.states | words.countries or fold(parts[0]) in words.dateline_words:
        return False
    return len(parts) <= LONGEST_AGENCY and all(p[0].isupper() for p in parts) and name.replace(" ", "").isalpha()


def _is_told(name: str, words: Words) -> bool:
    """Tell whether a name ends as those of outlets do, or is a short one in capitals."""
    parts = name.split()
    if len(parts) == 1:
        return name.isupper() and 3 <= len(name) <= LONGEST_ACRONYM
    return fold(parts[-1]) in words.outlets


def _stands_elsewhere(name: str, page: Page) -> bool:
    """Tell whether a name stands on the page again, or the words that its letters begin ("AD", Associated Dispatch)."""
    if re.search(rf"\b{re.escape(name)}\b(?!\))", page.text):
        return True
    begin = r"\w+ ".join(name).rstrip()
    return name.isupper() and " " not in name and bool(re.search(rf"\b{begin}[a-z]+\b", page.text))


def _begins_with_given(place: str, page: Page) -> bool:
    """Tell whether the words for a place begin with a given name, though the place is no known one."""
    city = place.partition(",")[0].strip()
    return bare(city) not in page.words.cities and " " in city and page.words.is_given(city.split()[0])


def _is_named(place: Span, page: Page) -> bool:
    """Tell whether a place is a known one, or the story says that something is in it."""
    city = place.of(page.text).partition(",")[0].strip()
    return bare(city) in page.words.cities or (city.isupper() and f" in {city.title()}" in page.text)


def _date(rest: str, start: int) -> Span | None:
    whole = dates_in(rest, start)
    found = whole[0].span if whole else day_of_month(rest, start)
    return found if found and found.end - start >= len(rest.rstrip(" ,.")) - 1 else None


def _places(rest: str, start: int) -> Iterator[Span]:
    at = 0
    for match in [*_PLACE_BREAK.finditer(rest), None]:
        end = match.start() if match else len(rest)
        if rest[at:end].strip(" ,"):
            first = at + len(rest[at:end]) - len(rest[at:end].lstrip(" ,"))
            yield Span(start + first, start + first + len(rest[first:end].rstrip(" ,")))
        at = match.end() if match else end


def _is_place(place: str, sure: bool, page: Page) -> bool:
    """Tell whether words are a place: in capitals (with a state or country), or known."""
    words: Words = page.words
    city, _, region = (part.strip() for part in place.replace(" (", ", ").rstrip(")").partition(","))
    parts = city.replace("-", " ").split()
    if not parts or len(parts) > LONGEST_PLACE_WORDS or any(c.isdigit() or c in '!?"“”:;@' for c in place):
        return False
    if any(fold(part).strip(".'") in words.dateline_words for part in parts) and bare(city) not in words.cities:
        return False
    known = bare(city) in words.cities or bare(city) in words.countries
    if region and not (sure or _is_region(region, words)):
        return False
    if city.isupper():
        return len(city) > 2 and (bool(region) or sure or known or (len(parts) <= 3 and _may_be_place(city, page)))
    if not all(part[0].isupper() or part in ("de", "la", "of", "the", "upon", "on", "al") for part in parts):
        return False
    return sure or bare(city) in words.cities or bare(region) in words.states | words.countries


def _is_region(region: str, words: Words) -> bool:
    """Tell whether what follows a city is a state or a country, known or short and with a capital."""
    parts = region.split()
    return bare(region) in words.states | words.countries or (len(parts) <= 2 and region[0].isupper())


def _may_be_place(city: str, page: Page) -> bool:
    """Tell whether a name in capitals before a dash is a place, though not a known one: it is no person's name."""
    parts = city.split()
    return not (len(parts) > 1 and page.words.is_given(parts[0]))
