"""Times told from another time: "last week", "two years ago", "the following day", "today"."""

from __future__ import annotations

from attrs import evolve

from newsfacts.steps.times.calendar import Unit
from newsfacts.steps.times.dates import Source, calendar_date
from newsfacts.steps.times.lengths import number
from newsfacts.steps.times.meanings import Again, Base, Fixed, Match, Nth, Recurring, Shift, TimeMod, Weekday


def day_word(s: Source, i: int) -> Match | None:
    """Give "today", "yesterday morning", "tonight", "earlier today"."""
    steps = s.vocabulary.get("days", s.words[i])
    if steps is None:
        return None
    clock = "TNI" if s.words[i] == "tonight" else ""
    return Match(i + 1, Shift("day", int(steps)), "day-word", clock=clock)


def earlier(s: Source, i: int) -> Match | None:
    """Give "earlier this year", "later on Friday", "earlier in the day"."""
    word = s.words[i]
    if word not in {"earlier", "later", "late", "early"}:
        return None
    mod: TimeMod = "START" if word in {"earlier", "early"} else "END"
    at = s.skip(s.skip(i + 1, "on", "in"), ",")
    if word in {"late", "early"} and at == i + 1:
        return None
    found = day_word(s, at) or shifted(s, at) or (calendar_date(s, at) if word in {"earlier", "later"} else None)
    if found is None or found.rule == "month-day":
        return None
    return evolve(found, mod=mod, rule="earlier-this")


def shifted(s: Source, i: int) -> Match | None:
    """Give "last year", "this morning", "next Friday", "last May", "the previous month", "that year"."""
    words = s.words
    start = s.skip(i, "the", "that")
    word = words[start]
    if words[i] == "that" and start == i + 1:
        return _that(s, start)
    if (steps := s.vocabulary.get("shifts_in_text", word)) is not None and start > i:
        return _in_text(s, start + 1, int(steps))
    if (steps := s.vocabulary.get("shifts", word)) is None:
        return _bare_the(s, i, start) if start > i else None
    at = s.skip(start + 1, "past", "coming", "calendar") if word in {"this", "the"} else start + 1
    if start > i and word == "next" and s.unit(at) in {"day", "morning"}:
        return _in_text(s, at, 1)
    return _shifted_name(s, at, int(steps), the=start > i)


def _shifted_name(s: Source, at: int, steps: int, *, the: bool) -> Match | None:
    words = s.words
    unit = s.unit(at)
    if unit is not None and not words[at].endswith("s"):
        if unit in {"second", "minute", "hour"} or (unit == "day" and steps == 0):
            return None
        if words[at] == "week" and words[at - 1] == "past":
            steps = -1
        del the
        return Match(at + 1, Shift(unit, steps), "shifted-unit")
    if (part := s.vocabulary.get("parts", words[at])) is not None and not (steps == 1 and part != "TMO"):
        return Match(at + 1, Shift("day", steps if part == "TNI" or steps > 0 else 0), "shifted-part", clock=part)
    if (month := s.month(at)) is not None:
        dated = calendar_date(s, at)
        if dated is not None and dated.rule != "month":
            return None
        return Match(at + 1, Recurring("month", str(month), steps), "shifted-month")
    if (day := s.weekday(at)) is not None:
        return Match(at + 1, Weekday(day, steps), "shifted-weekday")
    if (season := s.vocabulary.get("seasons", words[at])) is not None:
        return Match(at + 1, Recurring("season", season, steps), "shifted-season")
    return None


def _that(s: Source, at: int) -> Match | None:
    unit = s.unit(at)
    if unit is None or s.words[at].endswith("s") or unit in {"second", "minute", "hour"}:
        if (part := s.vocabulary.get("parts", s.words[at])) is not None:
            return Match(at + 1, Shift("day", 0, "TEXT"), "that-part", clock=part)
        return None
    return Match(at + 1, Shift(unit, 0, "TEXT"), "that-unit")


def _in_text(s: Source, at: int, steps: int) -> Match | None:
    """What follows "the following", "the previous", "the same"."""
    unit = s.unit(at)
    if unit is not None and not s.words[at].endswith("s") and unit not in {"second", "minute", "hour"}:
        base: Base = "TEXT" if unit in {"day", "week", "month", "year", "weekend", "quarter"} else "DCT"
        return Match(at + 1, Shift(unit, steps, base), "in-text-unit")
    if (part := s.vocabulary.get("parts", s.words[at])) is not None:
        return Match(at + 1, Shift("day", steps, "TEXT"), "in-text-part", clock=part)
    if (day := s.weekday(at)) is not None:
        return Match(at + 1, Weekday(day, 1 if steps > 0 else -1), "in-text-weekday")
    return None


def same_again(s: Source, i: int) -> Match | None:
    """Give "the same period last year", "the same month a year ago"."""
    at = i + 2
    if s.words[i] != "the" or s.words[i + 1] != "same":
        return None
    unit = s.unit(at)
    if s.words[at] not in {"period", "time"} and unit not in {"day", "week", "month", "quarter"}:
        return None
    year = s.skip(s.skip(at + 1, "of", "in"), "the")
    found = ago(s, year) or shifted(s, year)
    if found is None or not isinstance(found.meaning, Shift) or found.meaning.unit != "year":
        return None
    return Match(found.end, Again(unit or "year", found.meaning.steps), "same-again")


def _bare_the(s: Source, i: int, at: int) -> Match | None:
    """The words "the day", "the week" after a preposition, and "the year before"."""
    unit = s.unit(at)
    if unit not in {"day", "week", "month", "year", "weekend", "quarter"} or s.words[i] != "the":
        return None
    if s.words[at + 1] in {"before", "after", "earlier", "later", "previous"}:
        steps = -1 if s.words[at + 1] in {"before", "earlier", "previous"} else 1
        if s.words[at + 2] in {"", ".", ",", ";", ")", "and", "but"} or unit != "day":
            return Match(at + 2, Shift(unit, steps, "TEXT"), "unit-before")
    if s.words[at].endswith("s") or s.words[at + 1] in {"of", "that", "when", "after", "before", "-", "to"}:
        return None
    if not s.is_in("the_unit_after", i - 1):
        return None
    return Match(at + 1, Shift(unit, 0, "TEXT" if unit == "day" else "DCT"), "the-unit")


def ago(s: Source, i: int) -> Match | None:
    """Give "two weeks ago", "a year earlier", "three days later", "decades ago", "a year ago"."""
    near = s.vocabulary.find("approximations", s.words, i)
    start = near[1] if near is not None else i
    counted = _count_and_unit(s, start)
    if counted is None:
        return None
    amount, unit, end = counted
    word = s.words[end]
    mod = near[0] if near is not None else None
    if word == "ago":
        return Match(end + 1, _steps(amount, unit, -1, "DCT"), "ago", mod=mod)
    if (word == "earlier" and s.words[end + 1] != "than") or (
        word in {"before", "previously", "prior"} and s.ends("length_before", end + 1)
    ):
        return Match(end + 1, _steps(amount, unit, -1, "TEXT"), "units-earlier", mod=mod)
    if (word == "later" and s.words[end + 1] != "than") or (
        word in {"after", "afterward", "afterwards"} and s.ends("length_before", end + 1)
    ):
        return Match(end + 1, _steps(amount, unit, 1, "TEXT"), "units-later", mod=mod)
    if word == "from" and s.words[end + 1] in {"now", "today"}:
        return Match(end + 2, _steps(amount, unit, 1, "DCT"), "from-now", mod=mod)
    return None


def _count_and_unit(s: Source, i: int) -> tuple[str, Unit, int] | None:
    words = s.words
    if words[i] in {"a", "an"} and (unit := s.unit(i + 1)) is not None and not words[i + 1].endswith("s"):
        return "1", unit, i + 2
    if (amount := number(s, i)) is not None and (unit := s.unit(amount[1])) is not None:
        return amount[0], unit, amount[1] + 1
    if (unit := s.unit(i)) is not None and words[i].endswith("s"):
        return "X", unit, i + 1
    return None


def _steps(amount: str, unit: Unit, sign: int, base: Base) -> Fixed | Shift:
    if not amount.isdecimal():
        return Fixed("PAST_REF" if sign < 0 else "FUTURE_REF")
    steps = int(amount) * sign
    if unit in {"hour", "minute", "second"}:
        hours = steps if unit == "hour" else 0
        return Shift("day", -(-hours // 24) if hours < 0 else hours // 24, base)
    if unit == "fortnight":
        return Shift("week", steps * 2, base)
    return Shift(unit, steps, base)


def year_end(s: Source, i: int) -> Match | None:
    """Give "year end", "year-end": the end of this year."""
    at = s.skip(i + 1, "-")
    if s.words[i] != "year" or s.words[at] != "end" or s.words[at + 1] in {"-", "of"}:
        return None
    return Match(at + 1, Shift("year", 0), "year-end", mod="END")


def reference(s: Source, i: int) -> Match | None:
    """Give "now", "recently", "the past", "in recent years": times without a date."""
    found = s.vocabulary.find("references", s.words, i)
    if found is None:
        return None
    value, end = found
    if s.words[end - 1] in {"past", "future", "present"} and not s.ends("reference_before", end):
        return None
    if s.words[i] in {"now", "soon"} and s.words[end] in {"-", "as", "that"}:
        return None
    return Match(end, Fixed(str(value)), "reference")


def nth_of(s: Source, i: int) -> Match | None:
    """Give "the second week of May", "the first day of the year"."""
    start = s.skip(i, "the")
    if (found := s.ordinal(start)) is None or (unit := s.unit(found[1])) not in {"day", "week", "weekend", "month"}:
        return None
    if s.words[found[1] + 1] not in {"of", "in"}:
        return None
    at = found[1] + 2
    whole = shifted(s, at) or calendar_date(s, at)
    if whole is None or whole.clock:
        return None
    return Match(whole.end, Nth(unit, found[0], whole.meaning), "nth-of")
