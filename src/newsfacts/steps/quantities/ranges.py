"""Ranges and lists: measures side by side that share scale, money and unit ("$30 to $40 million", "5-10W")."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from attrs import evolve, frozen

from newsfacts import Span

from .changes import ChangeWords
from .context import Context
from .measures import Measure, MeasureReader

_DASHES = frozenset("-–—‑−")
_HUNDREDTH = Decimal("0.01")
_PARTS = {
    ("USD", "cent"): _HUNDREDTH, ("EUR", "cent"): _HUNDREDTH, ("GBP", "penny"): _HUNDREDTH, ("AUD", "cent"): _HUNDREDTH,
    ("CAD", "cent"): _HUNDREDTH, ("foot", "inch"): 1 / Decimal(12), ("pound-mass", "ounce"): 1 / Decimal(16),
    ("hour", "minute"): 1 / Decimal(60), ("minute", "second"): 1 / Decimal(60), ("RUB", "kopeck"): _HUNDREDTH,
}  # fmt: skip
_LEVELS = frozenset({"money", "points"})
_LISTED = frozenset({",", "and", "or", "/", "-"})


@frozen(eq=False)
class RangeReader:
    """Joins the ends of ranges and gives the members of a list the unit they share."""

    context: Context
    changes: ChangeWords
    measures: MeasureReader

    def read(self, measures: Iterable[Measure]) -> list[Measure]:
        """Give the measures with ranges joined and units shared."""
        joined: list[Measure] = []
        for measure in measures:
            if joined and (sum_ := self._compound(joined[-1], self._inches(joined[-1], measure))) is not None:
                joined[-1] = sum_
            elif joined and (whole := self._joined(joined[-1], measure)) is not None:
                joined[-1:] = whole
            else:
                joined.append(measure)
        return self._shared(joined)

    def _compound(self, left: Measure, right: Measure) -> Measure | None:
        """Read "3 dollars and 50 cents" and "5 feet 10 inches" as one measure."""
        if (
            left.unit is None
            or right.unit is None
            or left.form != "number"
            or right.form != "number"
            or right.first == left.first
        ):
            return None
        part = _PARTS.get((left.unit.name, right.unit.name))
        gap = self.context.words.low[left.last : right.first]
        if part is None or gap not in ([], ["and"], [","], ["-"]) or right.high * part >= 1 or left.per is not None:
            return None
        return evolve(
            left, last=right.last, numbers=(*left.numbers, *right.numbers), low=left.low + right.low * part,
            high=left.high + right.high * part, per=right.per, rule="compound",
        )  # fmt: skip

    def _inches(self, left: Measure, right: Measure) -> Measure:
        """Give the bare number after feet as inches: the 4 of "a 6-foot-4 forward"."""
        words = self.context.words
        if left.unit is None or left.unit.name != "foot" or not right.plain or right.high >= 12:
            return right
        if words.low[left.last : right.first] not in (["-"], []) or words.glued(left.last) != words.glued(right.first):
            return right
        last = right.last + (words.at(right.last) in {"in", "ins"} and words.glued(right.last))
        return evolve(right, unit=self.context.units.by_name["inch"], last=last)

    # --- ranges
    def _joined(self, left: Measure, right: Measure) -> list[Measure] | None:
        if not self._may_join(left, right):
            return None
        words = self.context.words
        waits = self._waits(left)
        gap = words.low[left.last + waits : right.first]
        if gap == ["-", "-"] or (len(gap) == 1 and gap[0] in _DASHES):
            return self._dashed(left, right, glued=words.glued(left.last) and words.glued(right.first))
        if gap == ["to"] and self._is_vote(left, right):
            return _score(left, right)
        if gap == ["to"] and not self._tells_from_to(left, right):
            return self._range(left, right, "range-to")
        if gap == ["and"] and words.at(left.first - 1) == "between" and self._between_counts(left, right):
            return self._range(left, right, "range-between")
        if gap == ["/"] and left.unit is not None and left.unit == right.unit and left.unit.dimension == "money":
            return self._range(left, right, "range-dash")
        if (
            gap == ["or"]
            and left.plain
            and not waits
            and right.number.low == left.number.low + 1
            and right.number.low < 100
        ):
            return self._range(left, right, "range-or")
        return None

    def _waits(self, left: Measure) -> bool:
        """Tell whether a hyphen hangs on a number, as in "8- to 16-metre"."""
        words, at = self.context.words, left.last
        return words.at(at) == "-" and words.glued(at) and not words.glued(at + 1)

    def _between_counts(self, left: Measure, right: Measure) -> bool:
        return not (self._is_year(left) and self._is_year(right) and right.unit is None)

    @staticmethod
    def _is_year(measure: Measure) -> bool:
        return measure.plain and measure.number.bare and 1000 <= measure.low < 2100

    @staticmethod
    def _may_join(left: Measure, right: Measure) -> bool:
        if left.form != "number" or right.form != "number" or left.per is not None:
            return False
        numeric = {"digits", "words", "fraction"}
        if left.number.form not in numeric or right.number.form not in numeric:
            return False
        if left.number.base is not None or right.number.base is not None:
            return False
        if left.number.form == "fraction" and left.unit is None and right.number.scale != 1:
            return False  # "by a third to £1.2bn"
        return left.unit is None or right.unit is None or left.unit == right.unit

    def _tells_from_to(self, left: Measure, right: Measure) -> bool:
        """Tell "fell from 15 to 12" and "fell 3% to 12" (a change) from "fines from 15 to 20" (a range)."""
        words = self.context.words
        if left.unit is not None and right.unit is None and left.unit.dimension not in {"money", "age"}:
            return True
        if self._is_year(left) and not self._is_year(right) and not right.number.bare:
            return True
        if self._is_day(left.first) and right.high > 31:
            return True
        if words.at(left.first - 1) == "from":
            return self.changes.governs(words, left.first - 1, self.context.lists.measured)
        both = left.unit is not None or right.unit is None
        if not both or not self.changes.ends_at(words, self._with_bound(left)):
            return False
        return right.low > 5 * left.high or (left.number.scale != 1 and left.unit is not None)

    def _with_bound(self, measure: Measure) -> int:
        """Give where a measure begins with the words that bound it: "more than $11 billion", "by a third"."""
        words = self.context.words
        bound = self.measures.bounds.before(self.context, measure.first, measure.last, lasts=False)
        first = measure.first if bound is None else bound.first
        return first - (words.at(first - 1) == "by")

    def _is_day(self, first: int) -> bool:
        words = self.context.words
        before = first - 1 - (words.at(first - 1) == ".")
        return words.at(before) in self.context.lists.months and words.is_capital(before)

    def _dashed(self, left: Measure, right: Measure, *, glued: bool) -> list[Measure] | None:
        plain = left.plain and right.plain
        if plain and glued and self._goes_on(left, right):
            return None  # a telephone number or a code
        if right.first != right.number.first and right.unit is None:
            return None  # a minus sign
        if plain and self._is_year(left) and (self._is_year(right) or (glued and right.low < 100)):
            return None
        if plain and left.number.bare and right.number.bare and self._is_score(left, right):
            return _score(left, right)
        if not glued and not (plain or left.unit == right.unit or left.unit is None):
            return None
        return self._range(left, right, "range-dash")

    def _goes_on(self, left: Measure, right: Measure) -> bool:
        words = self.context.words
        before = words.at(left.first - 1) in _DASHES and words.glued(left.first) and words.is_number(left.first - 2)
        return before or (
            words.at(right.last) in _DASHES and words.glued(right.last) and words.is_number(right.last + 1)
        )

    def _is_score(self, left: Measure, right: Measure) -> bool:
        if self._is_vote(left, right):
            return True
        small = left.low < 200 and right.low < 200
        context = self.context
        if not small or left.number.form != "digits" or right.number.form != "digits":
            return False
        follows_noun = context.is_plural(right.last) or context.words.at(right.last) in {"percent", "-"}
        return left.low >= right.low or (left.low <= 10 and not follows_noun and self._names_sides(left, right))

    def _is_vote(self, left: Measure, right: Measure) -> bool:
        """Tell whether two numbers are the sides of a vote: "voted 23 to 19", "in a 218-211 vote"."""
        plain = left.plain and right.plain and left.number.bare and right.number.bare
        if not plain or self.context.is_plural(right.last):
            return False
        return self._stands_near(left, right, self.context.lists.ballot_words, before=3)

    def _names_sides(self, left: Measure, right: Measure) -> bool:
        return self._stands_near(left, right, self.context.lists.score_words, before=5)

    def _stands_near(self, left: Measure, right: Measure, listed: frozenset[str], *, before: int) -> bool:
        words = self.context.words
        near = (*words.low[max(0, left.first - before) : left.first], *words.low[right.last : right.last + 2])
        return not listed.isdisjoint(near)

    def _range(self, left: Measure, right: Measure, rule: str) -> list[Measure] | None:
        if self._shares_scale(left, right):
            left = left.scaled(right.number.scale)
        low, high = sorted((left.low, right.low))
        if (
            rule != "range-between"
            and right.low < left.low
            and (left.number.scale == 1 and right.number.scale == 1 and left.plain and right.plain)
        ):
            return None
        shares = left.unit is not None and right.unit is not None and left.unit.dimension == "percent"
        if rule == "range-to" and shares and right.low < left.low:
            return None  # "leads by 49.2 percent to 40 percent"
        unit = right.unit or left.unit
        pieces = right.unit_pieces or left.unit_pieces
        return [
            evolve(
                right, first=left.first, numbers=(*left.numbers, *right.numbers), low=low, high=high, unit=unit,
                unit_pieces=pieces, form="range", rule=rule,
            )
        ]  # fmt: skip

    @staticmethod
    def _shares_scale(left: Measure, right: Measure) -> bool:
        scale = right.number.scale
        if scale == 1 or left.number.scale != 1 or left.low >= 1000:
            return False
        return left.low <= right.low / scale * 10

    # --- lists
    def _shared(self, measures: list[Measure]) -> list[Measure]:
        """Give bare members of a list the unit of the last: "7- or 8-inch", "$10, $20 and 30", "25 or 40 miles"."""
        for i in range(len(measures) - 2, -1, -1):
            left, right = measures[i], measures[i + 1]
            if left.unit is None and right.unit is not None and left.plain and self._listed(left, right):
                if right.unit_pieces is not None and right.unit_pieces[0] < right.number.first:
                    continue
                if right.unit.dimension == "percent" and left.low > 100:
                    continue  # "5,000, or 9%"
                scale = right.number.scale if self._shares_scale(left, right) and left.low < 100 else Decimal(1)
                measures[i] = evolve(left.scaled(scale) if scale != 1 else left, unit=right.unit, rule="list")
            elif self.context.words.low[left.last : right.first] == ["to"]:
                measures[i : i + 2] = self._ends(left, right)
            elif self._starts(left, right):
                measures[i + 1] = evolve(right, unit=left.unit, rule="change-ends")
            elif right.unit is not None and (per := self._rate(left, right)) is not None:
                measures[i : i + 2] = [evolve(left, per=per), evolve(right, per=per)]
        return measures

    def _ends(self, left: Measure, right: Measure) -> tuple[Measure, Measure]:
        """Give both ends of a change the unit of one: "from 24 to 33 billion euros", "rose 64 points to 4,577"."""
        if (
            left.unit is None
            and right.unit is not None
            and left.plain
            and self.context.words.at(left.first - 1) == "from"
        ):
            scaled = left.scaled(right.number.scale) if self._shares_scale(left, right) else left
            return evolve(scaled, unit=right.unit, rule="change-ends"), right
        if left.unit is None or right.unit is not None or not right.plain or right.number.form != "digits":
            return left, right
        if left.unit.dimension not in _LEVELS or self.context.is_noun_like(right.last):
            return left, right
        return left, evolve(right, unit=left.unit, rule="change-ends")

    def _starts(self, left: Measure, right: Measure) -> bool:
        """Tell whether the start of a change follows its end and shares its unit: "to 2 million litres from 5"."""
        words = self.context.words
        if left.unit is None or left.unit.dimension in {"time", "age"}:
            return False
        if not right.plain or right.number.form != "digits":
            return False
        told = words.at(left.first - 1) == "to" and words.low[left.last : right.first] == ["from"]
        return told and not self.context.is_noun_like(right.last)

    def _rate(self, left: Measure, right: Measure) -> tuple[int, int] | None:
        """Give the denominator after a conversion in brackets: "9 billion shekels ($2.4 billion) a year"."""
        words = self.context.words
        if left.unit is None or left.per is not None or right.per is not None or words.at(right.last) != ")":
            return None
        return self.measures.per_after(right.last + 1) if words.low[left.last : right.first] == ["("] else None

    def _listed(self, left: Measure, right: Measure) -> bool:
        gap = self.context.words.low[left.last : right.first]
        if not gap or len(gap) > 3 or not all(piece in _LISTED for piece in gap):
            return False
        return gap[-1] in {"or", "and", "/"} or (gap[-1] == "," and len(gap) > 1) or gap[-1] == "-"


def _score(left: Measure, right: Measure) -> list[Measure]:
    """Give two measures as the sides of a score."""
    return [evolve(left, form="score", rule="score"), evolve(right, form="score", rule="score")]


def side_of(measure: Measure, context: Context) -> Span | None:
    """Give the side that a number of "Harwick United 2-1 Marlow City" is of: names stand around the score."""
    words = context.words
    opens = words.is_capital(measure.first - 1)
    low, high = (measure.first, measure.last + 2) if opens else (measure.first - 2, measure.last)
    if low < 1 or not (words.is_capital(low - 1) and words.is_capital(high)) or words.ends_line(high - 1):
        return None
    step, at = (-1, low - 1) if opens else (1, high)
    end = at
    while words.is_capital(end + step) and not words.ends_line(min(end, end + step)):
        end += step
    return Span(words.starts[min(at, end)], words.ends[max(at, end)])
