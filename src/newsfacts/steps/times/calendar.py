"""Periods of the calendar: their TIMEX3 values, their first and last days, and steps from one to another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Literal

from attrs import frozen

Unit = Literal[
    "century", "decade", "year", "half", "quarter", "season", "month", "week", "weekend", "day", "hour", "minute",
    "second", "millennium", "fortnight",
]  # fmt: skip

SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_NAMES = {month: name for name, month in SEASON_STARTS.items()}
_MONTHS = {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}


@frozen
class Period:
    """A day, week, month, quarter ... by its unit and its first day.

    >>> Period("month", date(2024, 5, 1)).value
    '2024-05'
    >>> Period("quarter", date(2009, 7, 1)).last
    datetime.date(2009, 9, 30)
    """

    unit: Unit
    first: date

    @property
    def last(self) -> date:
        """The last day."""
        if self.unit == "weekend":
            return self.first + timedelta(days=1)
        return self.shifted(1).first - timedelta(days=1)

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        return _VALUES.get(self.unit, date.isoformat)(self.first)

    def shifted(self, steps: int) -> Period:
        """Give the period of the same unit some steps on; raises `OverflowError` beyond the calendar."""
        if self.unit in _MONTHS:
            months = self.first.year * 12 + self.first.month - 1 + steps * _MONTHS[self.unit]
            year, month = divmod(months, 12)
            if not 1 <= year <= 9998:
                raise OverflowError(f"year {year}")
            return Period(self.unit, date(year, month + 1, 1))
        return Period(self.unit, self.first + timedelta(days=steps * _DAYS.get(self.unit, 1)))

    @staticmethod
    def of(unit: Unit, day: date) -> Period:
        """Give the period of a unit that holds a day.

        >>> Period.of("week", date(2024, 11, 18)).value
        '2024-W47'
        """
        return Period(unit, _first_day(unit, day))


def _first_day(unit: Unit, day: date) -> date:
    return _FIRST_DAYS[unit](day) if unit in _FIRST_DAYS else day


def _season_start(day: date) -> date:
    return date(day.year - (day.month < 3), day.month // 3 * 3 or 12, 1)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


_FIRST_DAYS: Mapping[Unit, Callable[[date], date]] = {
    "century": lambda day: date(max(1, day.year - day.year % 100), 1, 1),
    "decade": lambda day: date(max(1, day.year - day.year % 10), 1, 1),
    "year": lambda day: date(day.year, 1, 1),
    "half": lambda day: date(day.year, 7 if day.month > 6 else 1, 1),
    "quarter": lambda day: date(day.year, (day.month - 1) // 3 * 3 + 1, 1),
    "season": _season_start,
    "month": lambda day: date(day.year, day.month, 1),
    "week": _monday,
    "fortnight": _monday,
    "weekend": lambda day: _monday(day) + timedelta(days=5),
}


def _week_value(day: date) -> str:
    iso = day.isocalendar()
    return f"{iso.year:04d}-W{iso.week:02d}"


_VALUES: Mapping[Unit, Callable[[date], str]] = {
    "century": lambda day: f"{day.year:04d}"[:2],
    "decade": lambda day: f"{day.year:04d}"[:3],
    "year": lambda day: f"{day.year:04d}",
    "half": lambda day: f"{day.year:04d}-H{day.month // 7 + 1}",
    "quarter": lambda day: f"{day.year:04d}-Q{day.month // 3 + 1}",
    "season": lambda day: f"{day.year:04d}-{_SEASON_NAMES[day.month]}",
    "month": lambda day: f"{day.year:04d}-{day.month:02d}",
    "week": _week_value,
    "fortnight": _week_value,
    "weekend": lambda day: f"{_week_value(day)}-WE",
}


def day_of(year: int, month: int, day: int) -> date | None:
    """Give the date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def easter(year: int) -> date:
    """Give Easter Sunday of the western churches (the anonymous Gregorian algorithm).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def holiday(rule: str, year: int) -> date | None:
    """Give the day of a holiday: "12-25", "easter-2", or "11/4/4" (the fourth Thursday of November).

    >>> holiday("11/4/4", 2024), holiday("5/1/-1", 2024), holiday("easter-2", 2024)
    (datetime.date(2024, 11, 28), datetime.date(2024, 5, 27), datetime.date(2024, 3, 29))
    """
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    if "/" not in rule:
        month, day = map(int, rule.split("-"))
        return day_of(year, month, day)
    month, weekday, which = map(int, rule.split("/"))
    if which > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    last = Period("month", date(year, month, 1)).last
    return last - timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-which - 1))
