"""Finds expressions of time in a text: the longest rule that fits at each place wins."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import evolve

from newsfacts.steps.times import clock, dates, lengths, relative
from newsfacts.steps.times.dates import Source
from newsfacts.steps.times.meanings import Exact, Match, Recurring, Shift, TimeMod, Weekday
from newsfacts.steps.times.words import candidates

Rule = Callable[[Source, int], Match | None]

_DATED: tuple[Rule, ...] = (
    dates.calendar_date, dates.decade, dates.century, dates.quarter, dates.season, dates.fiscal_year, dates.holiday_name,
    dates.year, relative.day_word, relative.shifted,
)  # fmt: skip
_RULES: tuple[Rule, ...] = (
    *_DATED, relative.earlier, relative.ago, relative.nth_of, relative.reference, clock.clock, lengths.length, lengths.repeated,
)  # fmt: skip


def find(source: Source) -> Iterator[tuple[int, Match]]:
    """Give the expressions of a text in order, each with the number of its first word; none overlap."""
    free = 0
    for i in candidates(source.words, source.vocabulary):
        if i < free:
            continue
        found = expression(source, i)
        if found is not None:
            yield i, found
            free = found.end


def expression(s: Source, i: int) -> Match | None:
    """Give the longest expression at word i, with what belongs before and after it."""
    found = _phase(s, i)
    for rule in _RULES:
        match = rule(s, i)
        if match is not None and (match := with_clock(s, match)) and (found is None or match.end > found.end):
            found = match
    return found


def _phase(s: Source, i: int) -> Match | None:
    """An expression with "early", "late", "mid-", "the end of" before it."""
    start = s.skip(i, "the")
    mod: TimeMod | None = s.vocabulary.get("phases", s.words[start])
    if mod is None:
        return None
    adjective = s.words[start] in {"early", "late", "mid"}
    at = s.skip(start + 1, "-", "of") if adjective else s.skip(start + 1, "of")
    if not adjective and at == start + 1:
        return None
    if adjective and s.words[at] == "in":
        at += 1
    inner = _longest(s, s.skip(at, "the") if adjective else at) or _longest(s, at)
    if inner is None or inner.meaning.type != "DATE":
        return None
    if isinstance(inner.meaning, Exact) and inner.meaning.period.unit == "day" and adjective:
        return None
    return evolve(inner, mod=mod, rule=f"phase-{inner.rule}", weak=inner.weak and not adjective)


def _longest(s: Source, i: int) -> Match | None:
    found = [match for rule in _DATED if (match := rule(s, i)) is not None]
    best = max(found, key=lambda match: match.end, default=None)
    if best is None and s.words[i - 1] == "of" and s.words[i] == "the":
        return None
    return best


def with_clock(s: Source, match: Match) -> Match:
    """Give the expression with a part of the day or a time of day after it, or a day after its time of day."""
    if match.rule == "clock":
        at = s.skip(s.skip(match.end, ","), "on")
        day = _day(s, at)
        return match if day is None else evolve(day, clock=match.clock, rule="clock-day")
    if match.clock or not _is_day(match):
        return match
    at = match.end
    part = s.vocabulary.get("parts", s.words[at])
    if part is not None:
        return evolve(match, end=at + 1, clock=part, rule=f"{match.rule}-part")
    after = s.skip(s.skip(at, ","), "at")
    timed = clock.clock(s, after)
    if timed is not None and after == s.skip(at, "at"):
        return evolve(match, end=timed.end, clock=timed.clock, rule=f"{match.rule}-clock")
    return match


def _day(s: Source, i: int) -> Match | None:
    found = relative.day_word(s, i) or dates.calendar_date(s, i) or relative.shifted(s, i)
    return found if found is not None and _is_day(found) and not found.clock else None


def _is_day(match: Match) -> bool:
    match match.meaning:
        case Exact(period):
            return period.unit == "day"
        case Recurring(unit) | Shift(unit):
            return unit == "day"
        case Weekday():
            return True
    return False
