"""What expressions of time mean, before and after it is known when the article was published."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar, Literal

from attrs import field, frozen

from newsfacts.steps.times.calendar import SEASON_STARTS, Period, Unit, day_of, holiday

Direction = Literal["past", "future"]
Base = Literal["DCT", "TEXT"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
TimeMod = Literal["LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END", "APPROX"]

OPEN = {
    "century": "XX", "decade": "XXX", "year": "XXXX", "half": "XXXX-HX", "quarter": "XXXX-QX", "season": "XXXX-XX",
    "month": "XXXX-XX", "week": "XXXX-WXX", "fortnight": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "day": "XXXX-XX-XX",
}  # fmt: skip
"""Values of periods of which nothing but the unit is known."""


@frozen
class Context:
    """What a meaning is resolved against: the day of publication, the time told before, and where the clause looks."""

    day: date | None
    previous: Period | None = None
    direction: Direction | None = None


@frozen
class Resolved:
    """A TIMEX3 value, its period where it has one, and what it was counted from."""

    value: str
    period: Period | None = None
    anchor: Base | None = None


class Meaning(ABC):
    """What an expression of time means."""

    type: TimeType = "DATE"

    @abstractmethod
    def resolve(self, context: Context) -> Resolved:
        """Give the value in a context; nothing that the context does not give is made up."""


@frozen
class Exact(Meaning):
    """A period that the words name in full: "March 2024"."""

    period: Period

    def resolve(self, context: Context) -> Resolved:  # noqa: ARG002
        """Give the period."""
        return Resolved(self.period.value, self.period)


@frozen
class Fixed(Meaning):
    """A value that stands for itself: PAST_REF, FY2024, P2W."""

    value: str
    type: TimeType = "DATE"

    def resolve(self, context: Context) -> Resolved:
        """Give the value; references to the present hang on the day of publication."""
        return Resolved(self.value, None, "DCT" if context.day and self.value.endswith("_REF") else None)


@frozen
class Recurring(Meaning):
    """A part of some year: "May", "14 May", "the third quarter", "summer", "Christmas".

    `index` is a month, (month, day), quarter, half, season or rule of a holiday; `which` is -1, 0 or 1 for last, this
    and next.
    """

    unit: Unit
    index: str
    which: int | None = None

    def in_year(self, year: int) -> Period | None:
        """Give the period in a year."""
        if not 1 <= year <= 9998:
            return None
        match self.unit:
            case "month":
                return Period("month", date(year, int(self.index), 1))
            case "quarter":
                return Period("quarter", date(year, int(self.index) * 3 - 2, 1))
            case "half":
                return Period("half", date(year, int(self.index) * 6 - 5, 1))
            case "season":
                return Period("season", date(year, SEASON_STARTS[self.index], 1))
        day = holiday(self.index, year)
        return None if day is None else Period("day", day)

    @property
    def open_value(self) -> str:
        """The value where the year is unknown."""
        match self.unit:
            case "month":
                return f"XXXX-{int(self.index):02d}"
            case "quarter":
                return f"XXXX-Q{self.index}"
            case "half":
                return f"XXXX-H{self.index}"
            case "season":
                return f"XXXX-{self.index}"
        return f"XXXX-{self.index}" if len(self.index) == 5 and "/" not in self.index else "XXXX-XX-XX"

    def resolve(self, context: Context) -> Resolved:
        """Give the one that the clause looks at, or the open value without a day of publication."""
        if context.day is None:
            return Resolved(self.open_value)
        near = [p for year in range(-8, 9) if (p := self.in_year(context.day.year + year)) is not None]
        chosen = _pick(near, context, self.which)
        return Resolved(self.open_value) if chosen is None else Resolved(chosen.value, chosen, "DCT")


def _pick(periods: list[Period], context: Context, which: int | None) -> Period | None:
    """The period of a sorted list that is last, this or next, or else lies where the clause looks."""
    day = context.day
    if day is None or not periods:
        return None
    past = [p for p in periods if p.last < day]
    here = [p for p in periods if p.first <= day <= p.last]
    ahead = [p for p in periods if p.first > day]
    if which == 0:
        same_year = [p for p in periods if p.first.year == day.year]
        return next(iter(here or same_year or past[-1:]), None)
    if which == -1:
        return next(iter(past[-1:]), None)
    if which == 1:
        return next(iter(ahead), None)
    if here:
        return here[0]
    if context.direction is None or _is_close((*past[-1:], *ahead[:1]), day):
        return min((*past[-1:], *ahead[:1]), key=lambda p: (_distance(p, day), p.first), default=None)
    return next(iter(past[-1:] if context.direction == "past" else ahead), None)


def _is_close(periods: Iterable[Period], day: date) -> bool:
    """Whether a day lies so near that it is meant, whatever the tense: "is to run from 23 January"."""
    return any(period.unit == "day" and abs((day - period.last).days) < _CLOSE for period in periods)


_CLOSE = 31


def _distance(period: Period, day: date) -> int:
    """Days between a day and a period; the past counts half, because news tell of it more often."""
    return (day - period.last).days if period.last < day else 2 * (period.first - day).days


@frozen
class Weekday(Meaning):
    """A day of the week: "Friday", "last Friday"; 1 is Monday."""

    number: int
    which: int | None = None

    def resolve(self, context: Context) -> Resolved:
        """Give the nearest one where the clause looks; the day of publication itself counts."""
        day = context.day
        if day is None:
            return Resolved(f"XXXX-WXX-{self.number}")
        back = (day.isoweekday() - self.number) % 7
        ahead = (self.number - day.isoweekday()) % 7
        if self.which == 0:
            steps = self.number - day.isoweekday()
        elif self.which == -1:
            steps = -(back or 7)
        elif self.which == 1:
            steps = ahead or 7
        else:
            steps = ahead if context.direction == "future" else -back
        period = Period("day", day + timedelta(days=steps))
        return Resolved(period.value, period, "DCT")


@frozen
class Shift(Meaning):
    """A period some steps from the day of publication or from the time told before: "last year", "two days later"."""

    unit: Unit
    steps: int
    base: Base = "DCT"
    size: int = 1

    def resolve(self, context: Context) -> Resolved:
        """Give the period; a time told before must be at least as exact as the unit asks."""
        previous = context.previous if self.base == "TEXT" else None
        start: date | None = None if previous is None else previous.first
        anchor: Base = "TEXT"
        if previous is None or not _as_exact(previous, self.unit):
            start, anchor = context.day, "DCT"
        if start is None:
            return Resolved(OPEN.get(self.unit, "XXXX-XX-XX"))
        try:
            period = Period.of(self.unit, start).shifted(self.steps)
        except (OverflowError, ValueError):
            return Resolved(OPEN.get(self.unit, "XXXX-XX-XX"))
        return Resolved(period.value, period, anchor)


_BY_EXACTNESS = (
    "day",
    "weekend",
    "week",
    "fortnight",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
)
_EXACTNESS = {unit: rank for rank, unit in enumerate(_BY_EXACTNESS)}


def _as_exact(period: Period, unit: Unit) -> bool:
    return _EXACTNESS.get(period.unit, 0) <= _EXACTNESS.get(unit, 0)


@frozen
class Again(Meaning):
    """The period told before, some years away: "the same month a year ago"."""

    unit: Unit
    years: int

    def resolve(self, context: Context) -> Resolved:
        """Give the period, or the year where no period of the unit was told."""
        told = context.previous
        same = (
            told is not None
            and told.unit not in {"year", "decade", "century"}
            and _EXACTNESS[told.unit] <= _EXACTNESS["year"]
        )
        if told is None or not same:
            return Shift("year", self.years).resolve(context)
        start = told if self.unit == "year" else Period.of(self.unit, told.first)
        try:
            period = Period.of(start.unit, start.first.replace(year=start.first.year + self.years))
        except ValueError:
            return Resolved(OPEN.get(self.unit, "XXXX"))
        return Resolved(period.value, period, "TEXT")


@frozen
class Nth(Meaning):
    """A part of a period told by its number: "the first quarter of last year", "the second week of May"."""

    unit: Unit
    number: int
    whole: Meaning

    def resolve(self, context: Context) -> Resolved:
        """Give the part, counted from the start of the whole, or from its end where the number is negative."""
        whole = self.whole.resolve(context)
        if whole.period is None:
            index = f"{self.number}" if self.number > 0 else "X"
            return Resolved(f"{whole.value}-{self.unit[0].upper()}{index}")
        edge = whole.period.first if self.number > 0 else whole.period.last
        try:
            period = Period.of(self.unit, edge).shifted(self.number - 1 if self.number > 0 else self.number + 1)
        except (OverflowError, ValueError):
            return Resolved("XXXX")
        return Resolved(period.value, period, whole.anchor)


@frozen
class Match:
    """An expression found: the word it ends before, what it means, and the rule that found it.

    `clock` is a time of day ("TMO", "T18:00Z") on the day that the meaning gives.
    """

    end: int
    meaning: Meaning
    rule: str
    clock: str = ""
    mod: TimeMod | None = None
    quant: str | None = None
    freq: str | None = None
    weak: bool = field(default=False)

    FIRST: ClassVar[int] = 0


__all__ = [
    "Context",
    "Exact",
    "Fixed",
    "Match",
    "Meaning",
    "Nth",
    "Recurring",
    "Resolved",
    "Shift",
    "Weekday",
    "day_of",
]
