"""What speaks for and against a line as the byline of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsfacts.steps.layout.byline_lines import BylineLine
from newsfacts.steps.layout.lines import Piece
from newsfacts.steps.layout.page import Page

Evidence = Iterator[tuple[str, float]]
SUPPORT = frozenset(
    {"before_date", "next_date", "next_handle", "next_reading", "next_role", "second_date", "with_date", "with_email",
     "with_handle", "with_outlet", "with_reading-time", "with_role"}
)  # fmt: skip
NEIGHBOUR = 90
PARAGRAPH = 60


def score(page: Page, first: int, last: int, found: BylineLine, rule: str) -> float:
    """Add up the evidence for a byline on the lines `first` to `last`; above zero it is more likely one than not."""
    weights = page.words.byline_weights
    found_here = evidence(page, first, last, found, rule)
    return weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in found_here.items())


def evidence(page: Page, first: int, last: int, found: BylineLine, rule: str) -> Mapping[str, float]:
    """Give the evidence by name; weights stand in the lexicon `byline_weights`."""
    pairs = (
        *_cue(found, rule),
        *_names(page, found),
        *_rest_of_line(page, first, last, found),
        *_neighbours(page, first, last, bare=rule == "bare-name"),
        *_place(page, first, last),
        *_story(page, first, last, found),
    )
    given = dict(pairs)
    if "no_cue" in given and not given.keys() & SUPPORT:
        given["unsupported"] = 1.0
        given["unsupported_story"] = given.get("story_bare", 0.0)
    return given


def _cue(found: BylineLine, rule: str) -> Evidence:
    if rule == "label":
        yield ("label_source" if found.cue_text == "source" else "label"), 1.0
    elif not found.cue_text:
        yield "no_cue", 1.0
    elif found.cue_text == "from":
        yield "cue_from", 1.0
    elif found.cue_text == "by":
        yield "cue_by", 1.0
    else:
        yield "cue_other", 1.0


def _names(page: Page, found: BylineLine) -> Evidence:
    words = page.words
    forms = {name.form for name in found.names}
    cued = "cued" if found.cue or found.cue_text else "bare"
    if "person" in forms:
        persons = [name for name in found.names if name.form == "person"]
        yield f"strength_{cued}", max(-4.0, min(3.5, *(name.strength for name in persons)))
        yield "given", sum(words.is_given(name.text.split()[0]) for name in persons) / len(persons)
        kinds = [page.named_as(name.span) for name in persons]
        yield f"parsed_person_{cued}", kinds.count("person") / len(kinds)
        yield f"parsed_nothing_{cued}", kinds.count("nothing") / len(kinds)
        yield "one_word", float(any(" " not in name.text for name in persons))
    elif "staff" in forms:
        yield f"staff_{cued}", 1.0
    else:
        yield f"agency_{cued}", 1.0
    if len(found.names) > 1:
        yield "several", 1.0


def _rest_of_line(page: Page, first: int, last: int, found: BylineLine) -> Evidence:
    for sign in found.signs & {"date", "role", "outlet", "handle", "email", "site", "reading-time"}:
        yield f"with_{sign}", 1.0
    if found.loose:
        yield "loose_capitals", float(min(found.loose, 4))
    if found.loose_low:
        yield "loose_words", float(min(found.loose_low, 4))
    if not found.signs and not found.loose and not found.loose_low:
        yield "alone", 1.0
    if found.prefix:
        before = page.pieces(first)[: found.prefix]
        words = sum(piece.kind == "word" and not _is_time_word(page, piece) for piece in before)
        if found.cue:
            yield ("cue_after_words" if words else "cue_after_date"), 1.0
        else:
            yield ("after_words" if words else "after_date"), 1.0 if not words else float(min(words, 4))
    if len(page.lines[last].text) > 120:
        yield "long_line", 1.0


def _is_time_word(page: Page, piece: Piece) -> bool:
    words = page.words
    return piece.low in words.zones or piece.low in words.weekdays or piece.low in words.time_words


def _neighbours(page: Page, first: int, last: int, *, bare: bool) -> Evidence:
    for place, number in (("next", last + 1), ("second", last + 2), ("before", first - 1)):
        if not 0 <= number < len(page.lines):
            continue
        sign = _sign_of(page, number)
        if sign:
            yield f"{place}_{sign}", 1.0
    if bare and first and len(page.lines[first - 1].text) < 25:
        yield "before_short", 1.0


def _sign_of(page: Page, number: int) -> str:
    """Say what a neighbouring line is: a date, a trade, a handle, a caption, or nothing special."""
    if page.is_caption(number):
        return "caption"
    if len(page.lines[number].text) >= NEIGHBOUR:
        return "bio" if page.is_bio(number) else ""
    pieces = page.pieces(number)
    if page.is_date_line(number) or pieces[0].kind == "time":
        return "date"
    return "handle" if pieces[0].kind in ("handle", "email") else _sign_of_words(page, number)


def _sign_of_words(page: Page, number: int) -> str:
    pieces, low, words = page.pieces(number), page.folded(number), page.words
    if low.endswith(words.reading_times):
        return "reading"
    if len(pieces) < 9 and pieces[-1].text not in ".!?" and any(piece.low in words.roles for piece in pieces):
        return "role"
    if low.rstrip(".:!|") in words.boilerplate:
        return "button"
    return ""


def _place(page: Page, first: int, last: int) -> Evidence:
    end = len(page.lines) - 1
    if first == 0:
        yield "top_line", 1.0
    elif last == end and (first > 4 or first > page.body_start):
        yield "last_line", 1.0
    elif first <= page.body_start:
        yield "before_body", 1.0
        if first <= 3:
            yield "under_headline", 1.0
    elif last >= end - 1:
        yield "last_but_one", 1.0
    else:
        yield "in_body", 1.0


def _story(page: Page, first: int, last: int, found: BylineLine) -> Evidence:
    """Count the paragraphs and headlines that name them: whom the story is about does not write it."""
    count = 0
    for line in page.lines:
        if first <= line.number <= last or (len(line.text) < PARAGRAPH and line.number):
            continue
        if any(name.text in line.text for name in found.names) and not (
            page.is_bio(line.number) or page.is_caption(line.number)
        ):
            count += 1
    if count:
        yield ("story_cued" if found.cue else "story_bare"), float(min(count, 3))
