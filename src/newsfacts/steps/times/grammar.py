"""Finds expressions of time in a text: the longest rule that fits at each place wins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import evolve, frozen

from newsfacts import Lexicons
from newsfacts.steps.times import clock, dates, lengths, relative
from newsfacts.steps.times.dates import Source
from newsfacts.steps.times.meanings import Exact, Match, Recurring, Shift, TimeMod, Weekday
from newsfacts.steps.times.words import Vocabulary, Words

Rule = Callable[[Source, int], Match | None]

_DATED: tuple[Rule, ...] = (
    dates.calendar_date, dates.decade, dates.century, dates.quarter, dates.season, dates.fiscal_year,
    dates.holiday_name, dates.year, relative.day_word, relative.shifted,
)  # fmt: skip
_ARTICLES = frozenset({"a", "an", "the"})
_OWNERS = ("the", "his", "her", "its", "their", "these", "those", "last", "past", "next")
_DIGITS = "0"
"""Stands for all numbers in digits in the table of rules."""

_OPENED_BY: tuple[tuple[Rule, tuple[str, ...], tuple[str, ...]], ...] = (
    (dates.calendar_date, ("months", "weekdays", "ordinals"), ("the", _DIGITS)),
    (dates.decade, (), ("the", "'", "’", "‘", _DIGITS)),
    (dates.century, ("ordinals",), ("the", _DIGITS)),
    (dates.quarter, ("ordinals",), ("the", "q", "h", _DIGITS)),
    (dates.season, ("seasons",), ("the",)),
    (dates.fiscal_year, (), ("the", "fy", "fiscal", "financial")),
    (dates.holiday_name, ("holidays",), ()),
    (dates.year, (), (_DIGITS,)),
    (relative.day_word, ("days",), ()),
    (relative.shifted, ("shifts",), ("the", "that")),
    (relative.same_again, (), ("the",)),
    (relative.year_end, (), ("year",)),
    (relative.earlier, (), ("earlier", "later", "late", "early")),
    (relative.ago, ("approximations", "numbers", "vague", "units"), ("a", "an", _DIGITS)),
    (relative.nth_of, ("ordinals",), ("the", _DIGITS)),
    (relative.reference, ("references",), ()),
    (clock.clock, (), ("noon", "midnight", "midday", _DIGITS)),
    (lengths.length, ("approximations", "numbers", "vague", "units"), ("a", "an", "half", *_OWNERS, _DIGITS)),
    (lengths.repeated, ("sets", "numbers", "weekdays"), ("every", "each", "once", "twice", _DIGITS)),
)
"""Each rule with the lists of the vocabulary and the words that its expressions start with."""


@frozen(eq=False)
class Grammar:
    """The vocabulary, and the rules by the word that an expression starts with."""

    vocabulary: Vocabulary
    rules: Mapping[str, tuple[Rule, ...]]
    second: frozenset[str]

    @staticmethod
    def of(lexicons: Lexicons) -> Grammar:
        """Make the grammar from the lexicons of times."""
        vocabulary = Vocabulary.of(lexicons)
        rules: dict[str, list[Rule]] = {}
        for rule, lists, words in _OPENED_BY:
            for word in {*words, *(first for name in lists for first in vocabulary.firsts[name])}:
                rules.setdefault(word, []).append(rule)
        for day in [word for (word,) in vocabulary.lists["weekdays"] if word.endswith("day")]:
            rules[f"{day}s"] = [lengths.repeated]
        for phase in (word for (word,) in vocabulary.lists["phases"]):
            rules.setdefault(phase, [])
        decades = frozenset(word for (word,) in vocabulary.lists["decades"])
        second = decades | frozenset(rules) - _ARTICLES | {
            "full", "whole", "single", "further", "additional", "number", "calendar", "entire", "closing", "opening",
            "following", "preceding", "previous", "prior", "same", "subsequent", "present", "future",
        }  # fmt: skip
        return Grammar(vocabulary, {word: tuple(found) for word, found in rules.items()}, second)

    def opening(self, words: Words, i: int) -> tuple[Rule, ...] | None:
        """Give the rules for expressions that may start at word i; None where none may."""
        word = words.low[i]
        if word[0].isdigit():
            return self.rules[_DIGITS]
        rules = self.rules.get(word)
        if rules is not None and word in _ARTICLES:
            after = words.low[i + 1]
            if after not in self.second and not after[:1].isdigit() and after not in {"'", "’", "‘"}:
                return None
        return rules

    def find(self, words: Words) -> Iterator[tuple[int, Match]]:
        """Give the expressions of a text in order, each with the number of its first word; none overlap."""
        source = Source(words, self.vocabulary)
        end = 0
        for i in [i for i, word in enumerate(words.low[: len(words)]) if word in self.rules or word[0].isdigit()]:
            rules = self.opening(words, i) if i >= end else None
            found = None if rules is None else expression(source, i, rules)
            if found is not None:
                yield i, found
                end = found.end


def expression(s: Source, i: int, rules: Iterable[Rule]) -> Match | None:
    """Give the longest expression at word i, with what belongs before and after it."""
    found = _phase(s, i)
    for rule in rules:
        match = rule(s, i)
        if match is not None:
            match = with_clock(s, match)
            if found is None or match.end > found.end:
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
