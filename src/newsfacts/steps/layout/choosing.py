"""Which line of a page is its byline."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from newsfacts import Span
from newsfacts.steps.layout.byline_lines import BylineLine, read_at, readings
from newsfacts.steps.layout.names import JOINERS, Name
from newsfacts.steps.layout.page import HEAD_LINES, TAIL_LINES, Page

THRESHOLD = 4.0
LONGEST_LINE = 200


@frozen
class Candidate:
    """A line, or some lines that follow one another, read as a byline, with a score and the rule that found it."""

    first: int
    last: int
    found: BylineLine
    rule: str
    score: float = 0.0

    @property
    def names(self) -> tuple[Name, ...]:
        """The names in order."""
        return self.found.names


def byline_of(page: Page) -> Candidate | None:
    """Give the best byline of a page, with the lines that go on with it; None where no line is sure enough."""
    scored = [evolve(one, score=score(page, one)) for one in candidates(page, near_edges(page))]
    good = [one for one in scored if one.score >= THRESHOLD]
    if not good:
        return None
    best = max(good, key=lambda one: (one.score, -one.first))
    return _joined(_first_of(best, good), good)


def byline_within(page: Page, block: Span) -> Candidate | None:
    """Give the best byline that begins in a block."""
    numbers = [line.number for line in page.lines if block.start <= line.start < block.end]
    scored = [evolve(one, score=score(page, one)) for one in candidates(page, numbers)]
    good = [one for one in scored if one.score >= THRESHOLD]
    if not good:
        return None
    best = max(good, key=lambda one: (one.score, -one.first))
    return _joined(_first_of(best, good), good)


def _first_of(best: Candidate, good: list[Candidate]) -> Candidate:
    """Give the first good candidate of the same kind that names the same people: pages repeat their bylines."""
    names = [name.text for name in best.names]
    same = (one for one in good if one.rule == best.rule and [name.text for name in one.names] == names)
    return min(same, key=lambda one: (one.first, -one.score), default=best)


def _joined(best: Candidate, good: list[Candidate]) -> Candidate:
    """Add a byline on the very next line that names others with a cue too."""
    for other in sorted(good, key=lambda one: one.first):
        if other.first == best.last + 1 and other.found.cue and best.found.cue and other.rule == best.rule:
            new = {name.text for name in other.names} - {name.text for name in best.names}
            if len(new) == len(other.names):
                found = evolve(best.found, names=(*best.names, *other.names))
                best = evolve(best, last=other.last, found=found)
    return best


def near_edges(page: Page) -> list[int]:
    """Give the numbers of the lines near the top and the end."""
    total = len(page.lines)
    head = min(total, page.body_start + 3, HEAD_LINES)
    return [*range(head), *range(max(head, total - TAIL_LINES), total)]


def candidates(page: Page, numbers: list[int]) -> Iterator[Candidate]:
    """Give the lines of these numbers that can be read as a byline."""
    for number in numbers:
        line = page.lines[number]
        if line.folded in page.words.labels:
            yield from _below_label(page, number)
        elif len(line.text) <= LONGEST_LINE:
            for found in readings(page.pieces(number), page.words):
                last, full = _continued(page, number, found, listed=False)
                rule = "cue" if found.cue else "bare-name"
                yield Candidate(number, last, full, rule)


def _below_label(page: Page, number: int) -> Iterator[Candidate]:
    """Read the line under "By" or "Author:"."""
    if number + 1 >= len(page.lines) or len(page.lines[number + 1].text) > LONGEST_LINE:
        return
    found = read_at(page.pieces(number + 1), 0, page.words)
    if found is None:
        return
    label = page.lines[number]
    if label.folded not in page.words.silent_labels:
        found = evolve(found, cue=label.span)
    last, full = _continued(page, number + 1, found, listed=True)
    yield Candidate(number, last, evolve(full, cue_text=label.folded.rstrip(":")), "label")


def _continued(page: Page, number: int, found: BylineLine, *, listed: bool) -> tuple[int, BylineLine]:
    """Take in the names on the next lines where a joiner ends this line or stands alone on the next."""
    names = list(found.names)
    joined = False
    while number + 1 < len(page.lines):
        following = page.folded(number + 1)
        alone = following in JOINERS or following == ","
        step = 2 if alone else 1
        ends = found.trailing_join or alone
        joined = joined or alone
        if not ends and not (listed and joined):
            break
        if number + step >= len(page.lines) or len(page.lines[number + step].text) > 60:
            break
        more = read_at(page.pieces(number + step), 0, page.words)
        if more is None or more.loose or more.signs or any(name.strength < 1.5 for name in more.names):
            break
        names += more.names
        number += step
        found = evolve(found, trailing_join=more.trailing_join)
    return number, evolve(found, names=tuple(names))


def score(page: Page, one: Candidate) -> float:
    """Say how sure it is that a candidate is the byline."""
    found = one.found
    total = _cue_score(page, one) + min(found.strength, 3.0) + _sign_score(found)
    if len(found.names) > 1:
        total += 0.5
    total += _neighbours(page, one) + _place_on_page(page, one)
    if not found.cue and one.rule != "label":
        total -= 1.5 * min(3, _in_story(page, one))
    return total


def _cue_score(page: Page, one: Candidate) -> float:
    if one.rule == "label":
        return 3.5
    cue = one.found.cue_text
    if not cue:
        return -0.5
    if cue == "from":
        return 1.5 if one.found.names[0].form == "staff" else -3.0
    return 3.0


def _sign_score(found: BylineLine) -> float:
    weights = {"date": 1.0, "role": 1.2, "outlet": 0.7, "handle": 1.2, "email": 1.5, "site": 0.7, "reading-time": 0.7}
    return sum(weights.get(sign, 0.0) for sign in found.signs) - 1.5 * found.loose


def _neighbours(page: Page, one: Candidate) -> float:
    """Look at the lines before and after: dates, trades, handles, reading times."""
    total = 0.0
    for number, weight in ((one.last + 1, 1.8), (one.last + 2, 0.9), (one.first - 1, 0.7)):
        if 0 <= number < len(page.lines) and len(page.lines[number].text) < 90:
            total += weight * _dated_or_trade(page, number)
    return min(total, 2.5)


def _dated_or_trade(page: Page, number: int) -> float:
    pieces = page.pieces(number)
    if not pieces:
        return 0.0
    low = page.folded(number)
    if page.dates(number) or page.words.date_labels.at(pieces, 0) or page.words.update_labels.at(pieces, 0):
        return 1.0
    if pieces[0].kind in ("handle", "email", "time"):
        return 1.0
    if "min read" in low or "minute read" in low or "minutes read" in low:
        return 0.8
    if len(pieces) < 9 and any(piece.low in page.words.roles for piece in pieces) and pieces[-1].text not in ".!?":
        return 0.8
    return 0.0


def _place_on_page(page: Page, one: Candidate) -> float:
    if one.first == 0:
        return -1.0 if not one.found.cue and len(page.lines) > 1 and not _neighbours(page, one) else 0.0
    if one.first <= page.body_start:
        return 1.0
    last = len(page.lines) - 1
    if one.last >= last - 1:
        return 0.5 if one.last == last else -0.5
    return -1.0


def _in_story(page: Page, one: Candidate) -> int:
    """Count how often the names stand in running text: whom the story is about does not write it."""
    count = 0
    for line in page.lines:
        if one.first <= line.number <= one.last or len(line.text) < 60:
            continue
        count += sum(name.text in line.text for name in one.names)
    return count


def span_of(one: Candidate) -> Span:
    """Give the span of the byline: from the cue to the end of the last name."""
    start = one.found.cue.start if one.found.cue else one.names[0].span.start
    return Span(start, one.names[-1].span.end)
