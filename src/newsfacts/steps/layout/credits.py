"""Credits: "Reporting by Ann Lee; Editing by Tom Ray", "Sue Oak contributed to this report", "With files from AP"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from attrs import evolve, frozen

from newsfacts import Span
from newsfacts.steps.layout.lines import Line, fold, pieces_of
from newsfacts.steps.layout.names import JOINERS, Name, Pieces, is_capital, name_at, run_of
from newsfacts.steps.layout.page import Page
from newsfacts.steps.layout.words import Words, bare

CreditRole = Literal[
    "writer", "reporting", "writing", "editing", "contributing", "translating", "photography", "producing",
    "fact-checking",
]  # fmt: skip

_SENTENCE = re.compile(r"(?<=[.!?)”\"])\s+(?=[A-Z(–—-])")
HINTS = (" by", " from", "contributed")
LONGEST = 700
FROM_ROLES = frozenset({"contributing", "reporting"})
OPENERS = frozenset("(;,-–—_*|•[") | {"--", "."}


@frozen
class CreditFound:
    """A credit: what for, and who."""

    span: Span
    role: CreditRole
    names: tuple[Span, ...]
    line: int
    rule: str


def credits_of(page: Page) -> tuple[CreditFound, ...]:
    """Give the credits of a page, in order; of two that say the same, one on a single line, else the first."""
    best: dict[tuple[str, tuple[str, ...]], CreditFound] = {}
    for line in page.lines:
        if any(hint in line.folded for hint in HINTS):
            for one in _in_line(page, line):
                key = (one.role, tuple(fold(name.of(page.text)) for name in one.names))
                if key not in best or (one.span.end <= line.end and _breaks(page, best[key])):
                    best[key] = one
    return tuple(sorted(best.values(), key=lambda one: one.span))


def _breaks(page: Page, one: CreditFound) -> bool:
    return one.span.end > page.lines[one.line].end


def _in_line(page: Page, line: Line) -> Iterator[CreditFound]:
    words = page.words
    for start, end in _sentences(line):
        low = page.text[start:end].lower()
        if end - start > LONGEST or not any(hint in low for hint in HINTS):
            continue
        if not any(stem in low for stem in words.credit_stems):
            continue
        pieces = pieces_of(page.text[start:end], start)
        yield from _by_credits(pieces, line, page)
        yield from _contributed(pieces, line, words)
        yield from _reported_from(pieces, line, page)


def _sentences(line: Line) -> Iterator[tuple[int, int]]:
    at = 0
    for match in [*_SENTENCE.finditer(line.text), None]:
        end = match.start() if match else len(line.text)
        if end > at:
            yield line.start + at, line.start + end
        at = match.end() if match else end


def _by_credits(pieces: Pieces, line: Line, page: Page) -> Iterator[CreditFound]:
    """ROLE by NAMES; the role opens the sentence or follows a sign."""
    words = page.words
    for i, piece in enumerate(pieces):
        if piece.low not in ("by", "from", "by:", "from:") or i == 0:
            continue
        first, roles = _roles_before(pieces, i, words)
        bodies = piece.low.startswith("from")
        if not roles or not _opens(pieces, first) or (bodies and not FROM_ROLES.issuperset(roles)):
            continue
        after = i + 1 + (i + 1 < len(pieces) and pieces[i + 1].text == ":")
        names = _names(pieces, after, words, bodies=bodies)
        number = line.number
        if not names and after >= len(pieces) and number + 1 < len(page.lines):
            below = page.pieces(number + 1)
            names = _names(below, 0, words, bodies=bodies)
            if names and names[-1].last != len(below):
                continue
        if not names or any(name.strength < (0 if name.form == "person" else -9) for name in names):
            continue
        for role in roles:
            span = Span(pieces[first].start, names[-1].span.end)
            yield CreditFound(span, role, tuple(name.span for name in names), number, "by")


def _roles_before(pieces: Pieces, i: int, words: Words) -> tuple[int, tuple[CreditRole, ...]]:
    """Read the words before "by" backwards: "Additional reporting and writing"."""
    roles: list[CreditRole] = []
    k = i - 1
    while k >= 0:
        low = pieces[k].low
        if low in words.credit_roles:
            roles.insert(0, words.credit_roles[low])  # type: ignore[arg-type]
        elif not (roles and (low in JOINERS or low in (",", "/") or low in words.credit_fillers)):
            break
        k -= 1
    first = k + 1
    while first < i and (pieces[first].low in JOINERS or pieces[first].text in ",/"):
        first += 1
    lows = {piece.low for piece in pieces[first:i]}
    if roles and lows & words.credit_additional:
        roles = ["contributing"]
    return first, tuple(dict.fromkeys(roles))


def _opens(pieces: Pieces, first: int) -> bool:
    return first == 0 or pieces[first - 1].text in OPENERS or pieces[first - 1].low in JOINERS


def _names(pieces: Pieces, i: int, words: Words, *, bodies: bool = False) -> list[Name]:
    """Read names with their places: "Jim Finkle in Boston, and Ben Blanchard in BEIJING"."""
    names: list[Name] = []
    while i < len(pieces):
        i += pieces[i].text == "the"  # ("and the Harbour Wire")
        name = name_at(pieces, i, words)
        if name is None or bare(name.text.split("'")[0].split("’")[0]) in words.not_names:
            break
        # a name that ends in a word of outlets is a body: "the Harbour Wire"
        if name.form == "person" and (bodies or pieces[name.last - 1].low in words.news_outlets) and name.strength < 1:
            name = evolve(name, form="organisation")
        if name.form == "person" and (name.strength < -0.5 or (names and name.last - name.first < 2)):
            break
        names.append(name)
        i = _skip_place(pieces, name.last)
        step = 0
        while i + step < len(pieces) and (pieces[i + step].text in ",/" or pieces[i + step].low in JOINERS):
            step += 1
        if not step:
            break
        i += step
    return names


def _skip_place(pieces: Pieces, i: int) -> int:
    if i < len(pieces) - 1 and pieces[i].low in ("in", "at", "of") and is_capital(pieces[i + 1]):
        i += 1
        while i < len(pieces) and pieces[i].kind == "word" and (is_capital(pieces[i]) or pieces[i].low in ("de", "of")):
            i += 1
        if i + 1 < len(pieces) and pieces[i].text == "," and is_capital(pieces[i + 1]):
            after = pieces[i + 2].low if i + 2 < len(pieces) else "."
            i += 2 if after in ",.;)" or after in JOINERS or after == "contributed" else 0
    return i


def _contributed(pieces: Pieces, line: Line, words: Words) -> Iterator[CreditFound]:
    """NAMES contributed (to this report | reporting | from PLACE)."""
    at = next((i for i, piece in enumerate(pieces) if piece.low == "contributed"), None)
    if at is None or at + 1 >= len(pieces):
        return
    following = " ".join(piece.low for piece in pieces[at + 1 : at + 4])
    if not following.startswith(tuple(words.contributed_to)):
        return
    names = _names_before(pieces, at, words)
    if names:
        span = Span(names[0].span.start, pieces[at].end)
        yield CreditFound(span, "contributing", tuple(name.span for name in names), line.number, "contributed")


def _names_before(pieces: Pieces, end: int, words: Words) -> list[Name]:
    """Read the names that stand before "contributed", after an outlet or a trade."""
    best: list[Name] = []
    for first in range(end):
        if first and not (pieces[first - 1].kind == "word" or pieces[first - 1].text in "(–—-•*_"):
            continue
        names = _names(pieces, first, words)
        if not names:
            continue
        last = _skip_place(pieces, names[-1].last)
        while last < end and (pieces[last].text == "," or pieces[last].low in ("also", "both", "all")):
            last += 1
        if last == end and _score(names) > _score(best):
            best = names
    return best


def _score(names: list[Name]) -> float:
    if not names:
        return 0.1
    size = (names[0].last - names[0].first) / 10
    strength = sum(name.strength for name in names) / len(names)
    return 10 * len(names) + strength + (-size if names[0].form == "person" else size)


def _reported_from(pieces: Pieces, line: Line, page: Page) -> Iterator[CreditFound]:
    """NAMES reported from PLACE, and NAMES from PLACE, on a line of its own near the end."""
    at = next((i for i, piece in enumerate(pieces) if piece.low == "reported" and i), None)
    if at is None or at + 1 >= len(pieces) or pieces[at + 1].low != "from" or at > 12:
        return
    if line.number < len(page.lines) // 2:
        return
    names = list(_all_names(pieces, 0, at, page.words))
    i = at + 2
    while i < len(pieces):
        i = run_of(pieces, i, page.words) if is_capital(pieces[i]) else i
        while i < len(pieces) and (pieces[i].text in ",." or pieces[i].low in JOINERS):
            i += 1
        name = name_at(pieces, i, page.words) if i < len(pieces) else None
        if name is None or name.last >= len(pieces) or pieces[name.last].low not in ("from", "reported"):
            break
        names.append(name)
        i = name.last + 1
    if names:
        span = Span(names[0].span.start, names[-1].span.end)
        yield CreditFound(span, "reporting", tuple(name.span for name in names), line.number, "reported-from")


def _all_names(pieces: Pieces, first: int, end: int, words: Words) -> Iterator[Name]:
    i = first
    while i < end:
        name = name_at(pieces, i, words)
        if name is None or name.last > end or bare(name.text.split("’")[0].split("'")[0]) in words.not_names:
            return
        yield name
        i = name.last
        while i < end and (pieces[i].text == "," or pieces[i].low in JOINERS):
            i += 1
