"""Hypothesis strategies that plant the truth: every text comes with the facts that are in it.

Options are keyword-only and checked when the strategy is made; everything shrinks to the shortest sentence.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Literal, get_args

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from newsfacts import (
    Author,
    Byline,
    Credit,
    Dateline,
    Headline,
    Interval,
    Quantity,
    Span,
    TimeExpression,
)
from newsfacts.testing.planted import Planted, at, plain, put_together, words
from newsfacts.testing.sentences import AttributionForm, Labels, attributed, standing

Surface = Literal["figures", "grouped", "words"]
Bound = Literal["exact", "over", "at least", "up to", "about"]


def _chosen(name: str, given: Collection[str] | None, known: Any) -> Sequence[Any]:
    """The values of an option, checked."""
    values = get_args(known)
    chosen = values if given is None else tuple(value for value in values if value in given)
    if not chosen or (given is not None and (wrong := set(given) - set(values))):
        raise InvalidArgument(
            f"{name} must be some of {', '.join(values)}, not {given!r}" + (f" ({wrong})" if chosen else "")
        )
    return chosen


def _between(name: str, low: int, high: int, least: int) -> None:
    if not least <= low <= high:
        raise InvalidArgument(f"{name}: expected {least} <= {low} <= {high}")


CREDITS: tuple[tuple[str, Literal["editing", "reporting"]], ...] = (
    ("Editing by", "editing"),
    ("Reporting by", "reporting"),
)


# --- names and layout
@st.composite
def names(draw: st.DrawFn, *, titles: bool = False) -> str:
    """Give names of people: "Ann Lee"; with `titles` some have one."""
    name = f"{draw(st.sampled_from(words('given')))} {draw(st.sampled_from(words('family')))}"
    return f"{draw(st.sampled_from(words('titles')))} {name}" if titles and draw(st.booleans()) else name


def _several(text: str, people: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """The text with people listed at its end, and their spans."""
    spans: list[Span] = []
    for i, person in enumerate(people):
        text += "" if i == 0 else " and " if i == len(people) - 1 else ", "
        spans.append(Span(len(text), len(text) + len(person)))
        text += person
    return text, tuple(spans)


def bylines(*, min_authors: int = 1, max_authors: int = 3, cue: str = "By") -> st.SearchStrategy[Planted]:
    """Give bylines: "By Ann Lee and Tom Ray"; shrinks to one author."""
    _between("authors", min_authors, max_authors, 1)

    @st.composite
    def strategy(draw: st.DrawFn) -> Planted:
        people = draw(st.lists(names(), min_size=min_authors, max_size=max_authors, unique=True))
        text, spans = _several(f"{cue} ", people)
        return plain(text, [Byline(span=Span(0, len(text)), authors=tuple(Author(name=span) for span in spans))])

    return strategy()


@st.composite
def datelines(draw: st.DrawFn, *, agency: bool | None = None) -> Planted:
    """Give datelines: "LONDON (Reuters) -"; with `agency` True or False always or never with one."""
    place = draw(st.sampled_from(words("places")))
    wire = draw(st.sampled_from(words("agencies"))) if agency or (agency is None and draw(st.booleans())) else None
    text = place if wire is None else f"{place} ({wire})"
    fact = Dateline(span=Span(0, len(text)), places=(at(text, place),), agency=None if wire is None else at(text, wire))
    return plain(f"{text} -", [fact])


def credits(*, min_names: int = 1, max_names: int = 2) -> st.SearchStrategy[Planted]:  # noqa: A001  (a strategy)
    """Give credits at the end of an article: "Editing by Ann Lee"."""
    _between("names", min_names, max_names, 1)

    @st.composite
    def strategy(draw: st.DrawFn) -> Planted:
        cue, role = draw(st.sampled_from(CREDITS))
        people = draw(st.lists(names(), min_size=min_names, max_size=max_names, unique=True))
        text, spans = _several(f"{cue} ", people)
        return plain(text, [Credit(span=Span(0, len(text)), role=role, names=spans)])

    return strategy()


# --- numbers and times
ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def _surfaces(value: int, kinds: Sequence[str]) -> list[str]:
    shown = {"figures": str(value), "grouped": f"{value:,}", "words": ONES[value] if value < len(ONES) else ""}
    return list(dict.fromkeys(shown[kind] for kind in kinds if shown[kind])) or [str(value)]


def quantities(
    *,
    min_value: int = 2,
    max_value: int = 1_000_000,
    surfaces: Collection[Surface] | None = None,
    bounds: Collection[Bound] | None = None,
) -> st.SearchStrategy[Planted]:
    """Give sentences with a quantity of something: one value, many surfaces; shrinks to "2 soldiers were counted."."""
    _between("value", min_value, max_value, 2)
    shown, bounded = _chosen("surfaces", surfaces, Surface), _chosen("bounds", bounds, Bound)

    @st.composite
    def strategy(draw: st.DrawFn) -> Planted:
        value = draw(st.integers(min_value, max_value).filter(lambda n: not 1900 <= n <= 2100))  # (no years)
        number = draw(st.sampled_from(_surfaces(value, shown)))
        bound = draw(st.sampled_from(bounded))
        counted = draw(st.sampled_from(words("counted")))
        start = "Officers counted "
        phrase = number if bound == "exact" else f"{bound} {number}"
        text = f"{start}{phrase} {counted}."
        fact = Quantity(
            span=Span(len(start), len(start) + len(phrase)),
            number=at(text, number, len(start)),
            value=_interval(Decimal(value), bound),
            bound_cue=None if bound == "exact" else at(text, bound),
            counted=at(text, counted, len(start)),
        )
        return plain(text, [fact])

    return strategy()


def _interval(value: Decimal, bound: str) -> Interval:
    match bound:
        case "over":
            return Interval(low=value, low_open=True)
        case "at least":
            return Interval(low=value)
        case "up to":
            return Interval(high=value)
        case "about":
            return Interval(low=value, high=value, precision="approximate")
    return Interval.exactly(value)


def times(*, min_year: int = 1990, max_year: int = 2049) -> st.SearchStrategy[Planted]:
    """Give sentences with a date in one of several forms: "18 November 2024", "November 18, 2024", "November 2024"."""
    _between("year", min_year, max_year, 1000)

    @st.composite
    def strategy(draw: st.DrawFn) -> Planted:
        day = draw(st.dates(date(min_year, 1, 1), date(max_year, 12, 31)))
        month = words("months")[day.month - 1]
        forms = (
            ("in", f"{month} {day.year}", f"{day:%Y-%m}"),
            ("on", f"{day.day} {month} {day.year}", day.isoformat()),
            ("on", f"{month} {day.day}, {day.year}", day.isoformat()),
        )
        before, shown, value = draw(st.sampled_from(forms))
        text = f"The bridge was opened {before} {shown}."
        return plain(text, [TimeExpression(span=at(text, shown), type="DATE", value=value)])

    return strategy()


# --- who says what, who stands where
def attributions(
    *, forms: Collection[AttributionForm] | None = None, labels: Labels = "universal"
) -> st.SearchStrategy[Planted]:
    """Give parsed sentences that attribute: "Lee said that ...", "“...,” Lee said", "According to Lee, ..."."""
    chosen = _chosen("forms", forms, AttributionForm)
    _chosen("labels", [labels], Labels)

    @st.composite
    def strategy(draw: st.DrawFn) -> Planted:
        name, verb = draw(st.sampled_from(words("family")[:4])), draw(st.sampled_from(words("says")))
        content = draw(st.sampled_from(words("contents")))
        form = draw(st.sampled_from(chosen))
        other = draw(st.sampled_from([word for word in words("family")[:4] if word != name]))
        return attributed(form, name, verb, content, other=other, labels=labels)

    return strategy()


def stances(
    *,
    polarity: Literal["support", "oppose"] | None = None,
    passive: bool | None = None,
    labels: Labels = "universal",
) -> st.SearchStrategy[Planted]:
    """Give parsed sentences in which somebody is for or against something: "Lee praised the plan.".

    With `passive` True or False always or never: "The plan was praised by Lee.".
    """
    sides = _chosen("polarity", None if polarity is None else [polarity], Literal["support", "oppose"])
    _chosen("labels", [labels], Labels)

    @st.composite
    def strategy(draw: st.DrawFn) -> Planted:
        side = draw(st.sampled_from(sides))
        name, verb = draw(st.sampled_from(words("family")[:4])), draw(st.sampled_from(words(side)))
        target = draw(st.sampled_from(words("targets")))
        turned = draw(st.booleans()) if passive is None else passive
        return standing(name, verb, target, side, passive=turned, labels=labels)

    return strategy()


# --- whole articles
def articles(
    *, min_paragraphs: int = 1, max_paragraphs: int = 3, labels: Labels = "universal"
) -> st.SearchStrategy[Planted]:
    """Give articles: headline, byline, paragraphs with a fact each, credits; shrinks to one paragraph."""
    _between("paragraphs", min_paragraphs, max_paragraphs, 1)
    _chosen("labels", [labels], Labels)

    @st.composite
    def strategy(draw: st.DrawFn) -> Planted:
        headline = draw(st.sampled_from(words("headlines")))
        top = plain(headline, [Headline(span=Span(0, len(headline)))])
        body = draw(
            st.lists(
                st.one_of(
                    quantities(surfaces=["grouped"]), attributions(labels=labels), stances(labels=labels), times()
                ),
                min_size=min_paragraphs,
                max_size=max_paragraphs,
            )
        )
        closing = [plain(words("paragraphs")[0])]
        end = draw(st.lists(credits(max_names=1), max_size=1))
        return put_together([put_together([top, draw(bylines())], "\n"), *body, *closing, *end])

    return strategy()


__all__ = [
    "articles",
    "attributions",
    "bylines",
    "credits",
    "datelines",
    "names",
    "quantities",
    "stances",
    "times",
]
