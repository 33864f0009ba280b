"""Which line of a page is its byline."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import evolve, frozen

from newsfacts import Span
from newsfacts.steps.layout.byline_lines import BylineLine, read_at, readings
from newsfacts.steps.layout.evidence import evidence, score
from newsfacts.steps.layout.names import JOINERS, Name
from newsfacts.steps.layout.page import HEAD_LINES, SHORT_LINE, TAIL_LINES, Page

THRESHOLD = 0.0
LONGEST_LINE = 200
NO_NAME = -2.0
TELLING = frozenset({"email", "handle", "outlet", "role"})


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
    scored = map(page_score(page), candidates(page, near_edges(page)))
    good = [one for one in scored if one.score >= THRESHOLD and _known(page, one)]
    if not good:
        return None
    best = max(good, key=lambda one: (one.score, -one.first))
    return _joined(_first_of(best, good), good)


def _known(page: Page, one: Candidate) -> bool:
    """Tell whether the names are more than words with capitals.

    One word alone needs a known given name, the shape of a pen name, or the parser's word that it is a person; so do
    words without a cue or any sign of a byline beside them. A single name after a cue with a trade, an address or an
    outlet beside it is one: "By Suhani, Harbour Correspondent".
    """
    persons = [name for name in one.names if name.form == "person"]
    if any(name.strength <= NO_NAME for name in persons):
        return False
    if one.found.cue and one.found.signs & TELLING:
        return True
    alone = not one.found.cue_text and "unsupported" in evidence(page, one.first, one.last, one.found, one.rule)
    doubtful = [name for name in persons if alone or " " not in name.text]
    return all(
        page.words.is_given(name.text.split()[0])
        or (not name.text.isupper() and any(c.isupper() or c.isdigit() for c in name.text.split()[0][1:]))
        or page.named_as(name.span) == "person"
        for name in doubtful
    )


def page_score(page: Page) -> Callable[[Candidate], Candidate]:
    """Give a function that gives candidates of a page their score."""
    return lambda one: evolve(one, score=score(page, one.first, one.last, one.found, one.rule))


def _first_of(best: Candidate, good: list[Candidate]) -> Candidate:
    """Give the first good candidate of the same kind that names the same people: pages repeat their bylines."""
    names = [name.text for name in best.names]
    same = (one for one in good if one.rule == best.rule and [name.text for name in one.names] == names)
    return min(same, key=lambda one: (one.first, -one.score), default=best)


def _joined(best: Candidate, good: list[Candidate]) -> Candidate:
    """Add a byline on the same or the very next line that names others with a cue too."""
    for other in sorted(good, key=lambda one: (one.first, one.names[0].span.start)):
        follows = other.names[0].span.start > best.names[-1].span.end and other.first in (best.last, best.last + 1)
        if follows and other.found.cue and best.found.cue and other.rule == best.rule:
            new = {name.text for name in other.names} - {name.text for name in best.names}
            if len(new) == len(other.names):
                found = evolve(best.found, names=(*best.names, *other.names))
                best = evolve(best, last=other.last, found=found)
    return best


def near_edges(page: Page) -> list[int]:
    """Give the numbers of the lines near the top and the end."""
    total = len(page.lines)
    head = min(total, page.body_start + 5, HEAD_LINES)
    return [*range(head), *range(max(head, total - TAIL_LINES), total)]


def candidates(page: Page, numbers: list[int]) -> Iterator[Candidate]:
    """Give the lines of these numbers that can be read as a byline."""
    for number in numbers:
        line = page.lines[number]
        if line.folded in page.words.labels:
            yield from _below_label(page, number)
        elif len(line.text) <= LONGEST_LINE and not page.is_boilerplate(number):
            for found in readings(page.pieces(number), page.words):
                if found.cue or _may_be_bare(page, number, found):
                    last, full = _continued(page, number, found, listed=False)
                    yield Candidate(number, last, full, "cue" if found.cue else "bare-name")


def _may_be_bare(page: Page, number: int, found: BylineLine) -> bool:
    """Tell whether a line can be a byline without a cue: no caption, no sentence, and on top only names."""
    text = page.lines[number].text
    ends = text[-1] in "!?…" or (text[-1] == "." and found.span.end < page.lines[number].end - 1)
    loose = found.loose + found.loose_low
    told = loose and any(name.text in page.lines[0].text for name in found.names)  # a line on whom the headline names
    return not ((ends and loose) or told or page.is_caption(number) or (number == 0 and (loose or found.prefix)))


def _below_label(page: Page, number: int) -> Iterator[Candidate]:
    """Read the line under "By" or "Author:"."""
    if number + 1 >= len(page.lines) or len(page.lines[number + 1].text) > LONGEST_LINE:
        return
    label = page.lines[number]
    found = read_at(page.pieces(number + 1), 0, page.words, cued=True, whole=label.folded == "source:")
    if found is None:
        return
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
        begins = not alone and page.pieces(number + 1)[0].low in JOINERS and len(following) < SHORT_LINE
        ends = found.trailing_join or alone or begins
        joined = joined or alone
        if not ends and not (listed and joined):
            break
        if number + step >= len(page.lines) or len(page.lines[number + step].text) > 60:
            break
        more = read_at(page.pieces(number + step), int(begins), page.words)
        if (
            more is None
            or more.loose
            or more.loose_low
            or more.signs
            or any(name.form == "staff" or name.strength < (0.5 if listed else 1.5) for name in more.names)
        ):
            break
        names += more.names
        number += step
        found = evolve(found, trailing_join=more.trailing_join)
    return number, evolve(found, names=tuple(names))


def span_of(one: Candidate) -> Span:
    """Give the span of the byline: from the cue to the end of the last name."""
    start = one.found.cue.start if one.found.cue else one.names[0].span.start
    return Span(start, one.names[-1].span.end)
