"""Measures: numbers with their sign, money sign, unit, age words and rate, before anything is decided about them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from attrs import evolve, frozen

from .bounds import BoundMatch, BoundWords
from .context import Context
from .grammar import NumberGrammar
from .numerals import Number
from .units import Unit, UnitMatch

MeasureForm = Literal["number", "range", "score"]
Pieces = tuple[int, int]
_MINUS = frozenset("-−")
_BEING = frozenset({"is", "was", "turned", "turns"})
_DYING = frozenset({"dead", "died", "dies"})
_WHO = frozenset({"he", "she", "who"})
_THEN = frozenset({"earlier", "ago", "later", "before", "after", "since"})
_HOURS = 12
_AGE_UNITS = frozenset({"year", "month", "week", "day"})


@frozen
class Measure:
    """A number with what belongs to it; `first` to `last` are all its pieces, `numbers` those of its numbers.

    `unit` may have come from a neighbour that shares it ("$30 to $40 million"); `unit_pieces` are its own.
    """

    first: int
    last: int
    number: Number
    numbers: tuple[Pieces, ...]
    low: Decimal
    high: Decimal
    unit: Unit | None = None
    unit_pieces: Pieces | None = None
    per: Pieces | None = None
    bound: BoundMatch | None = None
    form: MeasureForm = "number"
    rule: str = "number"

    @property
    def is_age(self) -> bool:
        """Whether it tells an age."""
        return self.unit is not None and self.unit.dimension == "age"

    @property
    def plain(self) -> bool:
        """Whether it is digits or words of a counting number with nothing else."""
        return self.unit is None and self.form == "number" and self.number.form in {"digits", "words"}

    def scaled(self, factor: Decimal) -> Measure:
        """Give the measure with the scale of a neighbour: the 30 of "$30 to $40 million"."""
        return evolve(
            self, low=self.low * factor, high=self.high * factor, number=evolve(self.number, scale=factor, bare=False)
        )


@frozen(eq=False)
class MeasureReader:
    """Finds the measures of a text."""

    context: Context
    grammar: NumberGrammar
    bounds: BoundWords

    def read(self) -> Iterator[Measure]:
        """Give every number of the text with its unit, from left to right."""
        starters = self.grammar.numerals.starters
        end = 0
        measure: Measure | None = None
        for at, piece in enumerate(self.context.words.low):
            if not piece:
                return
            if at < end or not (piece in starters or piece[0].isdecimal() or (piece[0] == "." and len(piece) > 1)):
                continue
            if (found := self._at(at, after_money=measure is not None and self._goes_on(measure, at))) is not None:
                yield found
                measure, end = found, max(found.last, found.number.last)

    def _goes_on(self, left: Measure, at: int) -> bool:
        """Tell whether a number ends a range of money: the "6m" of "£5-6m"."""
        money = left.unit is not None and left.unit.dimension == "money"
        return money and left.last == at - 1 and self.context.words.at(at - 1) in {"-", "–", "—", "to", "or", "and"}

    def _at(self, at: int, *, after_money: bool) -> Measure | None:
        words = self.context.words
        start = at
        if words.at(at - 1) in {"a", "an"} and not words.is_number(at):
            start = at - 1
        sign, money = self._before(at)
        number = self.grammar.read(start, money=after_money or money is not None) or (
            self.grammar.read(at) if start != at else None
        )
        if number is None:
            return None
        if number.base is not None and self.context.units.after(words, number.last, glued=False) is not None:
            number = self.grammar.read(at, money=money is not None, based=False) or number  # "two in ten minutes"
        measure = Measure(number.first, number.last, number, ((number.first, number.last),), number.low, number.high)
        if number.form in {"ordinal", "multiply", "fold", "times"}:
            return self._special(measure)
        if sign is not None:
            measure = evolve(measure, low=-number.high, high=-number.low, first=sign, numbers=((sign, number.last),))
        if money is not None:
            first = min(money.first, measure.first)
            measure = evolve(
                measure, first=first, unit=money.unit, unit_pieces=(money.first, money.last),
                rule="money-sign" if money.unit.dimension == "money" else "unit-before",
            )  # fmt: skip
            return self._rated(self._named_again(measure))
        return self._rated(self._aged(self._with_unit(measure)))

    def _special(self, measure: Measure) -> Measure:
        rules = {"ordinal": "ordinal", "multiply": "multiplying-verb", "fold": "fold", "times": "times"}
        unit = None if measure.number.form == "ordinal" else Unit("times", "multiple")
        return evolve(measure, unit=unit, rule=rules[measure.number.form])

    # --- before the number
    def _before(self, at: int) -> tuple[int | None, UnitMatch | None]:
        """Give the piece of the minus sign and the sign of money before a number."""
        words, units = self.context.words, self.context.units
        sign = self._minus(at)
        money = units.before(words, at if sign is None else sign)
        if (
            sign is None
            and money is not None
            and words.at(money.first - 1) in _MINUS
            and self._is_sign(money.first - 1)
        ):
            sign = money.first - 1
        return sign, money

    def _minus(self, at: int) -> int | None:
        words = self.context.words
        before = words.at(at - 1)
        if before in _MINUS and words.glued(at):
            if words.at(at - 2) in {"minus", "negative"} and words.glued(at - 1):
                return at - 2
            return at - 1 if self._is_sign(at - 1) else None
        return at - 1 if before in {"minus", "negative"} else None

    def _is_sign(self, at: int) -> bool:
        words = self.context.words
        before = words.at(at - 1)
        if words.glued(at):
            return before in {"$", "€", "£", "¥", "(", ",", "=", "<", ">", "≤", "≥"}
        return not words.is_number(at - 1) and not words.is_capital(at - 1)

    # --- after the number
    def _with_unit(self, measure: Measure) -> Measure:
        words = self.context.words
        at = measure.last
        hyphen = words.at(at) in {"-", "‑"} and words.glued(at) and words.glued(at + 1)
        at += hyphen
        glued = words.glued(at) and (hyphen or words.is_number(at - 1) or words.at(at - 1) != "-")
        match = self.context.units.after(words, at, glued=glued)
        if match is None and (bound := self.bounds.after(words, measure.last)) is not None:
            match = self._beyond(bound)
            measure = measure if match is None else evolve(measure, bound=bound)
        if match is None and measure.number.vague and words.at(at) == "of":
            match = self.context.units.after(words, at + 1, glued=False)
        if match is None and (money := self.context.units.in_millions(words, at)) is not None:
            measure = evolve(measure.scaled(Decimal(1_000_000)), unit=money, unit_pieces=(at, at + 1))
            return evolve(measure, last=at + 1, rule="unit")
        if match is None or not self._fits(measure.number, match, hyphen=hyphen):
            return measure
        unit = match.unit
        if unit.name == "pound-mass" and words.at(match.first).startswith("pound"):
            unit = self._pound(measure)
        measure = evolve(measure, unit=unit, unit_pieces=(match.first, match.last), last=match.last, rule="unit")
        return self._scaled_after_unit(measure)

    def _named_again(self, measure: Measure) -> Measure:
        """Take in the name of money that its sign has told: "$5.9 billion dollars", "£2m pounds"."""
        match = self.context.units.after(self.context.words, measure.last, glued=False)
        if match is None or not match.plural or not self.context.words.is_word(match.first):
            return measure
        word = self.context.words.at(match.first)
        again = match.unit == measure.unit or (word in {"dollars", "pounds"} and measure.unit is not None)
        return evolve(measure, last=match.last) if again else measure

    def _beyond(self, bound: BoundMatch) -> UnitMatch | None:
        """Give the unit after a bound: "20-plus months", "12 or more years", "300 or so metres"."""
        return self.context.units.after(self.context.words, bound.last, glued=False)

    def _fits(self, number: Number, match: UnitMatch, *, hyphen: bool) -> bool:
        """Tell units from nouns of the same spelling: "a second goal", "one time", "12 won medals"."""
        words = self.context.words
        word = words.at(match.first)
        if word == "second" and not hyphen and number.low == number.low.to_integral_value():
            return number.low == 1 and number.form == "words" and words.at(match.last) != "half"
        if word == "time" or (word == "point" and number.low == 1 and words.at(number.first - 1) == "at"):
            return False
        if word == "won":
            return number.low >= 1000
        if number.form == "fraction" and number.low < 1 and match.unit.dimension != "percent":
            return True
        return not (match.unit.name in {"times", "penny"} and len(word) == 1 and not words.is_number(match.first - 1))

    def _pound(self, measure: Measure) -> Unit:
        by_name = self.context.units.by_name
        large = measure.number.scale >= 1_000_000
        return by_name["GBP"] if large or self.context.writes_sterling else by_name["pound-mass"]

    def _scaled_after_unit(self, measure: Measure) -> Measure:
        """Read "75 USD million"."""
        words, scale = self.context.words, self.grammar.numerals.scale
        factor = scale.get(words.at(measure.last))
        if factor is None or measure.number.scale != 1 or measure.unit is None or measure.unit.dimension != "money":
            return measure
        return evolve(measure.scaled(factor), last=measure.last + 1)

    def _aged(self, measure: Measure) -> Measure:
        """Read "42-year-old", "18 months old", "ninety years of age", "aged 42"."""
        words, unit, at = self.context.words, measure.unit, measure.last
        if unit is not None and unit.name in _AGE_UNITS:
            last = at + (words.at(at) == "-")
            if words.at(last) in {"old", "olds"}:
                return self._age(measure, unit.name, last + 1)
            if (words.at(at), words.at(at + 1)) == ("of", "age"):
                return self._age(measure, unit.name, at + 2)
            if self._follows_age_word(measure.first):
                return self._age(measure, unit.name, at)
            return measure
        if unit is not None or measure.number.form not in {"digits", "words"} or not 0 < measure.low <= 120:
            return measure
        if (
            (self._follows_age_word(measure.first) and (words.ends_line(at - 1) or not self.context.is_noun_like(at)))
            or self._stands_apart_after_name(measure)
            or self._opens_life(measure)
            or self._ends_life(measure)
        ):
            return self._age(measure, "year", at)
        return measure

    def _age(self, measure: Measure, unit: str, last: int) -> Measure:
        pieces = (measure.unit_pieces[0], last) if measure.unit_pieces is not None else None
        return evolve(measure, unit=Unit(unit, "age"), unit_pieces=pieces, last=last, rule="age")

    def _opens_life(self, measure: Measure) -> bool:
        """Read the 17 of "At 17 she won a scholarship"; "At 9 she left" tells a time."""
        words, first = self.context.words, measure.first
        at = words.at(first - 1) == "at" and words.is_capital(first - 1) and words.starts_sentence(first - 1)
        return at and measure.number.bare and measure.low > _HOURS and words.at(measure.last) in {"he", "she", "they"}

    def _ends_life(self, measure: Measure) -> bool:
        """Read the 88 of "She died at 88 in Lyon"; "died at 5 Main Street" tells a place, "the dead at 70" a toll."""
        words, first, last = self.context.words, measure.first, measure.last
        if words.at(first - 2) == "dead" and words.at(first - 3) in {"of", "the"}:
            return False
        dies = words.at(first - 1) == "at" and words.at(first - 2) in _DYING and measure.low > _HOURS
        return dies and (words.ends_line(last - 1) or not self.context.is_noun_like(last))

    def _follows_age_word(self, first: int) -> bool:
        words = self.context.words
        before = words.at(first - 1)
        short = before == "s" and words.at(first - 2) in {"'", "’"}
        if (before in _BEING and words.at(first - 2) in _WHO) or (short and words.at(first - 3) in _WHO):
            after = words.at(first + 1)
            return words.at(first) != "one" and (not after[:1].isalpha() or after in {"when", "and", "at", "in"})
        if before in {"aged", "age", "ages"}:
            return words.at(first - 2) != "the" or before == "aged"
        return before in {"of", "from"} and words.at(first - 2) in {"age", "aged", "ages"}

    def _stands_apart_after_name(self, measure: Measure) -> bool:
        """Read the 19 of "Maria Lopez, 19, said" and "Maria Lopez (19)"."""
        words, first, last = self.context.words, measure.first, measure.last
        opened = words.at(first - 1)
        if measure.number.form != "digits" or not measure.number.bare or measure.number.low != int(measure.number.low):
            return False
        if opened == ",":
            closed = words.at(last) in {",", ".", ";", ")"} or words.at(last) in {"and", "of", "from", "who"}
        else:
            closed = opened == "(" and words.at(last) == ")"
        name = first - 2
        if not closed or not words.is_capital(name) or not 1 <= measure.low <= 110:
            return False
        known = self.context.person_at(words.starts[name])
        if known is not None:
            return known
        alone = not words.is_capital(name - 1) and words.at(name - 1) != "and"
        return self.context.may_be_person(name) and not (alone and (opened == "(" or words.at(last) != ","))

    # --- rates
    def _rated(self, measure: Measure) -> Measure:
        """Read what a rate is told by: "an hour", "per barrel", "-a-share", "/day", "each year"."""
        if (per := self.per_after(measure.last)) is None or measure.unit is None or measure.is_age:
            return measure
        return evolve(measure, per=per, last=per[1])

    def per_after(self, at: int) -> Pieces | None:
        """Give the pieces of the denominator that follows piece `at`: the "day" of "a day"."""
        words, context = self.context.words, self.context
        at += words.at(at) == "-" and words.glued(at)
        word = words.at(at)
        if word == "/":
            if not (words.glued(at) and words.is_word(at + 1)):
                return None
            return (at + 1, at + 2) if words.at(at + 1) in context.lists.denominators or self._unit_at(at + 1) else None
        if word not in {"a", "an", "per", "each", "every"}:
            return None
        at += 1
        at += words.at(at) == "-"
        if words.at(at + 1) in _THEN:
            return None  # "a week earlier" tells when
        if (match := context.units.after(words, at, glued=False)) is not None and match.unit.dimension != "money":
            return (at, match.last) if match.unit.name != "percent" or word == "per" else None
        if word == "per":
            return (at, at + 1) if words.is_word(at) and words.at(at) not in context.lists.functional else None
        return (at, at + 1) if words.at(at) in context.lists.denominators else None

    def _unit_at(self, at: int) -> bool:
        return self.context.units.after(self.context.words, at, glued=True) is not None
