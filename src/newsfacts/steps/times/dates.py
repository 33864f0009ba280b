"""Dates of the calendar: days, months, years, decades, quarters, seasons, holidays."""

from __future__ import annotations

from datetime import date

from attrs import evolve, frozen

from newsfacts.steps.times.calendar import Period, Unit, day_of
from newsfacts.steps.times.meanings import Context, Exact, Fixed, Match, Meaning, Recurring, Resolved, Shift, Weekday
from newsfacts.steps.times.words import Vocabulary, Words


@frozen(eq=False)
class Source:
    """The text that rules read: its words, and what they may be."""

    words: Words
    vocabulary: Vocabulary

    def is_in(self, context: str, i: int) -> bool:
        """Tell whether word i is in a list of contexts."""
        return self.words[i] in self.vocabulary.contexts[context]

    def ends(self, context: str, i: int) -> bool:
        """Tell whether an expression can end before word i: at a mark, at the end, before a word of a context."""
        return not self.words[i].isalnum() or self.is_in(context, i)

    def month(self, i: int) -> int | None:
        """Give the number of the month named at word i (a name starts with a capital)."""
        number = self.vocabulary.get("months", self.words[i])
        return int(number) if number is not None and self.words.is_upper(i) else None

    def weekday(self, i: int) -> int | None:
        """Give the number of the day named at word i; Monday is 1."""
        number = self.vocabulary.get("weekdays", self.words[i])
        return int(number) if number is not None and self.words.is_upper(i) else None

    def unit(self, i: int) -> Unit | None:
        """Give the unit named at word i."""
        unit: Unit | None = self.vocabulary.get("units", self.words[i])
        return unit

    def skip(self, i: int, *allowed: str) -> int:
        """Give the place after word i if it is one of `allowed`, else i."""
        return i + 1 if self.words[i] in allowed else i

    def ordinal(self, i: int) -> tuple[int, int] | None:
        """Give the number of an ordinal ("third", "3rd") and the place after it."""
        word = self.words[i]
        if (number := self.vocabulary.get("ordinals", word)) is not None:
            return int(number), i + 1
        if (
            word.isdigit()
            and len(word) < 5
            and self.words.glued(i + 1)
            and self.words[i + 1] in ("st", "nd", "rd", "th")
        ):
            return int(word), i + 2
        return None

    def year(self, i: int) -> int | None:
        """Give the year of four digits at word i, if it is no part of a longer number or an amount."""
        word = self.words[i]
        if len(word) != 4 or not word.isdecimal() or not word.isascii() or not 1000 <= int(word) <= 2199:
            return None
        words = self.words
        if words.glued(i) and words[i - 1] in {"$", "€", "£", "#", ".", ",", "¥"}:
            return None
        if words.glued(i + 1):
            if words[i + 1] in {"%", "°"} or words[i + 1].isalpha():
                return None
            if words[i + 1] in {",", "."} and words.glued(i + 2) and words[i + 2].isdigit():
                return None
        return int(word)

    def day(self, i: int) -> tuple[int, int] | None:
        """Give the day of a month at word i ("5", "5th", "the fifth") and the place after it."""
        if (found := self.ordinal(i)) is not None and 1 <= found[0] <= 31:
            return found
        word = self.words[i]
        if 0 < len(word) < 3 and word.isdecimal() and word.isascii() and 1 <= int(word) <= 31:
            after = self.words[i + 1]
            if self.words.glued(i + 1) and (
                after in {":", "%", "/"} or (after in ".," and self._number_goes_on(i + 1))
            ):
                return None
            return int(word), i + 1
        return None

    def _number_goes_on(self, i: int) -> bool:
        return self.words.glued(i + 1) and self.words[i + 1].isdigit()


def calendar_date(s: Source, i: int) -> Match | None:
    """Give a date: "Monday, 5 March 2024", "March 5th", "March 2024", "2024-03-05", "3/5/24"."""
    if s.words[i][:1].isdigit():
        return iso_date(s, i) or slashed_date(s, i) or day_first(s, i)
    if (number := s.weekday(i)) is not None:
        return weekday(s, i, number)
    return month_first(s, i) or day_first(s, i)


def weekday(s: Source, i: int, number: int) -> Match | None:
    """Give a day of the week, with the date after it: "Friday", "Friday, March 5"."""
    short = len(s.words[i]) < 6
    after = s.skip(i + 1, ".") if short else i + 1
    date_at = s.skip(after, ",", "the")
    if s.month(date_at) or s.day(date_at):
        dated = calendar_date(s, date_at)
        if dated is not None and dated.rule in {"month-day", "day-month", "iso-date"}:
            return dated
    if short and s.words[i] not in {"tues", "thurs"} and s.words[i - 1] not in {"on", "last", "next"}:
        return None
    if not short and s.words[after] == "s" and s.words.glued(after):
        return None
    return Match(i + 1, Weekday(number), "weekday")


def month_first(s: Source, i: int) -> Match | None:
    """Give "March 5, 2024", "March 5th", "March 2024", "March"."""
    if (month := s.month(i)) is None:
        return None
    short = s.words[i] != "may" and len(s.words[i]) < 5 and s.words[i] not in {"june", "july"}
    dotted = s.skip(i + 1, ".") if short else i + 1
    if (day := s.day(dotted)) is not None and not _counts_something(s, day[1]):
        return _with_year(s, month, day[0], day[1], "month-day")
    year_at = s.skip(dotted, ",", "of")
    if (year := s.year(year_at)) is not None:
        return Match(year_at + 1, Exact(Period("month", date(year, month, 1))), "month-year")
    quote = s.skip(dotted, "'", "’")
    if quote > dotted and len(s.words[quote]) == 2 and s.words[quote].isdecimal():
        return Match(quote + 1, Exact(Period("month", date(_full_year(int(s.words[quote])), month, 1))), "month-year")
    if short and dotted == i + 1 and s.words[i] != "sept":
        return None
    return Match(dotted, Recurring("month", str(month)), "month", weak=s.is_in("names", i))


def _counts_something(s: Source, i: int) -> bool:
    """Whether the number before word i counts what follows: "in May 12 people died"."""
    return s.words[i] in {"people", "percent", "million", "billion", "thousand"} or (
        s.words[i] == "-" and s.unit(i + 1) is not None
    )


def _with_year(s: Source, month: int, day: int, end: int, rule: str) -> Match | None:
    """A day of a month with the year after it, if there is one."""
    year_at = s.skip(end, ",")
    if (year := s.year(year_at)) is not None and not (year_at > end and s.unit(year_at + 1)):
        found = day_of(year, month, day)
        return None if found is None else Match(year_at + 1, Exact(Period("day", found)), rule)
    if day_of(2000, month, day) is None:
        return None
    return Match(end, Recurring("day", f"{month:02d}-{day:02d}"), rule)


def day_first(s: Source, i: int) -> Match | None:
    """Give "5 March 2024", "the 5th of March"."""
    start = s.skip(i, "the")
    if (day := s.day(start)) is None:
        return None
    month_at = s.skip(day[1], "of")
    if (month := s.month(month_at)) is None:
        return None
    end = month_at + 1
    if s.words[end] == "." and len(s.words[month_at]) < 5 and s.year(end + 1):
        end += 1
    return _with_year(s, month, day[0], end, "day-month")


def iso_date(s: Source, i: int) -> Match | None:
    """Give "2024-03-05" or "2024-03"."""
    words = s.words
    if (year := s.year(i)) is None or words[i + 1] != "-" or not words.glued(i + 1):
        return None
    if len(words[i + 2]) != 2 or not words[i + 2].isdecimal() or words[i + 3] != "-" or len(words[i + 4]) != 2:
        return None
    if not words[i + 4].isdecimal() or (day := day_of(year, int(words[i + 2]), int(words[i + 4]))) is None:
        return None
    return Match(i + 5, Exact(Period("day", day)), "iso-date")


def slashed_date(s: Source, i: int) -> Match | None:
    """Give "3/5/24" (month first, unless it cannot be) and "05.03.2024" (day first)."""
    words = s.words
    parts = [words[i], words[i + 2], words[i + 4]]
    mark = words[i + 1]
    if mark not in {"/", "."} or words[i + 3] != mark or not all(p.isdecimal() and len(p) <= 4 for p in parts):
        return None
    if not all(words.glued(j) for j in range(i + 1, i + 5)) or len(parts[2]) not in {2, 4}:
        return None
    first, second, year = int(parts[0]), int(parts[1]), int(parts[2])
    month, number = (second, first) if mark == "." or first > 12 else (first, second)
    day = day_of(year if len(parts[2]) == 4 else _full_year(year), month, number)
    return None if day is None else Match(i + 5, Exact(Period("day", day)), "slashed-date")


def _full_year(short: int) -> int:
    return 1900 + short if short > 49 else 2000 + short


def year(s: Source, i: int) -> Match | None:
    """Give a year of four digits, or two that follow each other ("2025/26"); weak where it may count something."""
    if (number := s.year(i)) is None:
        return None
    if _is_next(s, i, number):
        return Match(i + 3, Fixed(f"{number}/{number + 1}"), "two-years")
    cued = s.is_in("year_after", i - 1)
    if not (1900 <= number <= 2099 or (cued and number >= 1100)):
        return None
    return Match(i + 1, Exact(Period("year", date(number, 1, 1))), "year", weak=not cued)


def _is_next(s: Source, i: int, number: int) -> bool:
    """Whether the year after one is joined to it: the "/26" of "2025/26"."""
    joined = s.words[i + 1] in {"/", "-", "–"} and s.words.glued(i + 1) and s.words.glued(i + 2)
    return joined and number >= 1900 and s.words[i + 2] == f"{(number + 1) % 100:02d}"


def decade(s: Source, i: int) -> Match | None:
    """Give "the 1990s", "the '90s", "the sixties"."""
    start = s.skip(i, "the")
    words = s.words
    word = words[start]
    if word in {"'", "’", "‘"} and words[start + 1].isdecimal() and len(words[start + 1]) == 2:
        end = start + 2
        if words[end] == "s" and words.glued(end) and words[start + 1].endswith("0"):
            return Match(end + 1, Exact(Period("decade", date(_full_year(int(words[start + 1])), 1, 1))), "decade")
    if len(word) == 4 and word.isdecimal() and word.endswith("0") and 1000 <= int(word) <= 2100:
        end = start + 1 + (words[start + 1] in {"'", "’"} and words.glued(start + 1))
        if words[end] == "s" and words.glued(end):
            return Match(end + 1, Exact(Period("decade", date(int(word), 1, 1))), "decade")
    if start > i and (short := s.vocabulary.get("decades", word)) is not None:
        return Match(
            start + 1, Exact(Period("decade", date(1900 + short if short > 29 else 2000 + short, 1, 1))), "decade"
        )
    return None


def century(s: Source, i: int) -> Match | None:
    """Give "the 20th century", "19th-century"."""
    start = s.skip(i, "the")
    if (number := s.ordinal(start)) is None or not 1 < number[0] < 30:
        return None
    at = s.skip(number[1], "-")
    if s.words[at] != "century":
        return None
    return Match(at + 1, Exact(Period("century", date(max(1, (number[0] - 1) * 100), 1, 1))), "century")


def quarter(s: Source, i: int) -> Match | None:
    """Give "the third quarter of 2024", "Q3", "the first half of the year", "H1 2024"."""
    start = s.skip(i, "the")
    words = s.words
    if (
        words[start] in {"q", "h"}
        and words.raw(start).isupper()
        and words.glued(start + 1)
        and words[start + 1] in "1234"
    ):
        unit: Unit = "quarter" if words[start] == "q" else "half"
        number, end = int(words[start + 1] or 0), start + 2
        if not number or (unit == "half" and number > 2) or (words.glued(end) and words[end].isalnum()):
            return None
    else:
        if (found := s.ordinal(start)) is None:
            return None
        fiscal = s.skip(s.skip(found[1], "-"), "fiscal", "calendar")
        if words[fiscal] not in {"quarter", "half"}:
            return None
        unit = "quarter" if words[fiscal] == "quarter" else "half"
        number, end = found[0], fiscal + 1
        last = 4 if unit == "quarter" else 2
        number = last if number == -1 else number
        if number > last:
            return None
    return _part_of_year(s, unit, str(number), end)


def _part_of_year(s: Source, unit: Unit, index: str, end: int) -> Match | None:
    """A quarter, half or season with its year: "of 2024", "of last year", "last year"."""
    year_at = s.skip(s.skip(end, "of", ","), "fiscal")
    whole = Recurring(unit, index)
    if (number := s.year(year_at)) is not None:
        period = whole.in_year(number)
        return None if period is None else Match(year_at + 1, Exact(period), unit)
    of = s.skip(end, "of")
    if (steps := _year_shift(s, of)) is not None:
        return Match(
            of + 2, evolve(whole, which=None) if steps == 9 else InYear(unit, index, Shift("year", steps)), unit
        )
    if unit == "half" and end == of:
        return None
    if s.words[end] == "of" and unit == "half":
        return None
    return Match(end, whole, unit)


def _year_shift(s: Source, i: int) -> int | None:
    if s.words[i + 1] != "year":
        return None
    if s.words[i] in {"the", "its"}:
        return 0
    found = s.vocabulary.get("shifts", s.words[i])
    return None if found is None else int(found)


@frozen
class InYear(Meaning):
    """A part of a year that is told by its own words: "the first quarter of last year"."""

    unit: Unit
    index: str
    year: Meaning

    def resolve(self, context: Context) -> Resolved:
        """Give the part of the year."""
        part = Recurring(self.unit, self.index)
        whole = self.year.resolve(context)
        if whole.period is None:
            return evolve(whole, value=part.open_value)
        period = part.in_year(whole.period.first.year)
        return evolve(whole, value=part.open_value if period is None else period.value, period=period)


def season(s: Source, i: int) -> Match | None:
    """Give "summer 2023", "the winter of 1999", "last summer" (with its shift), "in the summer"."""
    start = s.skip(i, "the")
    name = s.vocabulary.get("seasons", s.words[start])
    if name is None:
        return None
    found = _part_of_year(s, "season", name, start + 1)
    if found is None or found.end > start + 1:
        return found
    sure = s.words[start] in {"summer", "winter", "autumn"} and s.words[start - 1] in {
        "the",
        "in",
        "by",
        "until",
        "since",
    }
    return found if sure and s.words[start + 1] not in {"games", "olympics", "camp", "palace"} else None


def fiscal_year(s: Source, i: int) -> Match | None:
    """Give "fiscal 2024", "fiscal year 2024", "FY2024", "FY24"."""
    words = s.words
    start = s.skip(i, "the")
    if words[start] == "fy" and words[start + 1].isdecimal() and len(words[start + 1]) in {2, 4}:
        number = int(words[start + 1])
        return Match(start + 2, Fixed(f"FY{number if number > 99 else 2000 + number}"), "fiscal-year")
    if words[start] not in {"fiscal", "financial"}:
        return None
    at = s.skip(start + 1, "year")
    if (number_ := s.year(at)) is None:
        return None
    end = at + 1
    if words[end] in {"/", "-", "–"} and words.glued(end) and words[end + 1].isdecimal() and len(words[end + 1]) == 2:
        end += 2
    return Match(end, Fixed(f"FY{number_}"), "fiscal-year")


def holiday_name(s: Source, i: int) -> Match | None:
    """Give "Christmas Eve", "Thanksgiving", "New Year's Day 2024"."""
    if not s.words.is_upper(i):
        return None
    found = _holiday(s, i)
    if found is None:
        return None
    rule, end = found
    meaning = Recurring("day", rule)
    if (number := s.year(s.skip(end, ",", "of"))) is not None and (period := meaning.in_year(number)) is not None:
        return Match(s.skip(end, ",", "of") + 1, Exact(period), "holiday")
    return Match(end, meaning, "holiday")


def _holiday(s: Source, i: int) -> tuple[str, int] | None:
    """The rule of the holiday named at word i, apostrophes aside, and the place after it."""
    if s.words[i] not in s.vocabulary.firsts["holidays"]:
        return None
    names = s.vocabulary.lists["holidays"]
    for length in range(6, 0, -1):
        if i + length > len(s.words):
            continue
        name = tuple(word for word in s.words.low[i : i + length] if word not in {"'", "’", ".", ","})
        if name in names and s.words[i + length - 1] not in {"'", "’", "."}:
            return str(names[name]), i + length
    return None
