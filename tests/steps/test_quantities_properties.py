"""Properties of the number layer: planted numbers come back, spans move with the text, nothing ever raises."""

from __future__ import annotations

from decimal import Decimal

import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsfacts import FigureLink, Lexicons, Quantity, Reading
from newsfacts.steps.quantities import Figures, Quantities

BLANK = spacy.blank("en")
LEXICONS = Lexicons()
SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = (("million", 10**6), ("thousand", 10**3))
few = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def read(text: str) -> list[Quantity]:
    reading = Reading.of(text, BLANK(text), lexicons=LEXICONS)
    return list(Quantities().extract(reading))


def spelled(number: int) -> str:
    """A number in words, as newspapers write it."""
    for name, scale in SCALES:
        if number >= scale:
            rest = spelled(number % scale) if number % scale else ""
            return f"{spelled(number // scale)} {name} {rest}".strip()
    if number >= 100:
        rest = f" and {spelled(number % 100)}" if number % 100 else ""
        return f"{SMALL[number // 100]} hundred{rest}"
    if number >= 20:
        return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    return SMALL[number]


def styles(number: int) -> list[str]:
    """The ways to write one number."""
    written = [f"{number:,}", spelled(number)]
    if number < 1000 or number > 9999:
        written.append(str(number))
    if number % 1000 == 0 and number >= 10**6:
        written += [f"{Decimal(number) / 10**6} million", f"{Decimal(number) / 10**6}m"]
    return written


@few
@given(st.integers(2, 999_999_999))
def test_one_number_in_many_styles_has_one_value(number):
    for style in styles(number):
        found = read(f"The agency registered {style} refugees near the border.")
        assert [quantity.value.low for quantity in found] == [number], style


PARTS = st.sampled_from([
    "At least 12 people were killed", "shares rose 2.1% to $45", "up to 350 kilometres away", "half a million voters",
    "between 5,000 and 7,000 marchers", "a 42-year-old driver", "dozens of tanks", "on 24 February 2022", "an F-16 jet",
    "one in five voters", "£11.44 an hour", "Maria Lopez, 19, said", "10 Downing Street", "its third week",
])  # fmt: skip
TEXTS = st.lists(PARTS, min_size=1, max_size=5).map(lambda parts: ". ".join(parts) + ".")


@few
@given(TEXTS, st.sampled_from(["Officials met. ", "Café reports: nothing. ", "\n\n", "He left early.\n"]))
def test_a_prefix_moves_every_span_by_its_length(text, prefix):
    moved = [parts(quantity, 0) for quantity in read(prefix + text)]
    assert moved == [parts(quantity, len(prefix)) for quantity in read(text)]


def parts(quantity: Quantity, by: int) -> tuple[object, ...]:
    """All that a quantity says, with its spans moved."""
    change = quantity.change
    spans = (
        quantity.span, quantity.number, quantity.unit_span, quantity.bound_cue, quantity.counted, quantity.per,
        None if change is None else change.cue,
    )  # fmt: skip
    told = () if change is None else (change.direction, change.role)
    value = (quantity.value, quantity.unit, quantity.dimension, quantity.base, quantity.ordinal, *told)
    return (*value, *(span and span.shifted(by) for span in spans))


@few
@given(st.permutations(["12 tanks", "$45 million", "350 kilometres", "three drones", "40 percent"]))
def test_the_order_of_a_list_does_not_change_what_is_found(parts):
    found = read(f"The report lists {parts[0]}; {parts[1]}; {parts[2]}; {parts[3]}; {parts[4]}.")
    assert sorted((q.value.low, q.unit or "") for q in found) == sorted(
        [(12, ""), (45_000_000, "USD"), (350, "kilometre"), (3, ""), (40, "percent")]
    )


@few
@given(st.integers(1, 99), st.sampled_from([("thousand", 10**3), ("million", 10**6), ("billion", 10**9)]))
def test_a_scale_word_multiplies(number, scale):
    name, factor = scale
    [quantity] = read(f"They spent {number} {name} roubles.")
    assert quantity.value.low == number * factor


@few
@given(st.integers(1, 500), st.integers(1, 500))
def test_a_range_is_an_interval_from_the_less_to_the_greater(one, other):
    low, width = one, other
    [quantity] = read(f"The trip takes {low} to {low + width} hours.")
    assert (quantity.value.low, quantity.value.high) == (low, low + width)


SIGNS = tuple("-–—.,:/%$£€()'\"&@#§+<>=~½×° \n\t")
WORDS = (
    "1 12 007 1,000 2.5 .5 2024 one a an half and of in to from between million dozen dozens third th m k bn km per "
    "year old aged at least more than or up rose fell May The Street people twice İ ǅ ٣"
)
PIECES = st.sampled_from([*SIGNS, *WORDS.split()])


@few
@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=25))
def test_no_text_raises_and_every_span_lies_in_it(pieces):
    check("".join(piece + space for piece, space in pieces))


@few
@given(st.text(max_size=200))
def test_any_text_at_all_is_read(text):
    check(text)


def check(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return
    end = 0
    for quantity in read(text):
        assert quantity.span.start >= end
        end = quantity.span.end
        assert quantity.span.end <= len(text)
        assert quantity.number.of(text).strip()
        assert quantity.span.covers(quantity.number)
        if quantity.unit_span is not None:
            assert quantity.unit_span.of(text).strip()


TOLLS = st.integers(2, 5000)


@few
@given(TOLLS, TOLLS)
def test_a_toll_that_changes_is_updated_and_one_that_stays_agrees(one, other):
    text = f"The flood killed {one:,} people. By evening the death toll had climbed to {other:,}."
    reading = Reading.of(text, BLANK(text), lexicons=LEXICONS, facts=read(text))
    [link] = [fact for fact in Figures().extract(reading) if isinstance(fact, FigureLink)]
    assert link.relation == ("agrees" if one == other else "updates")
    assert reading[link.first].value.low == one
    assert reading[link.second].value.low == other


@few
@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=25))
def test_no_text_raises_in_the_figures_step(pieces):
    text = "".join(piece + space for piece, space in pieces)
    reading = Reading.of(text, BLANK(text), lexicons=LEXICONS, facts=read(text))
    assert all(link.first != link.second for link in Figures().extract(reading) if isinstance(link, FigureLink))
