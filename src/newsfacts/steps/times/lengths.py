"""Lengths of time and times that come back: "two weeks", "12-year", "every Monday", "15 a year"."""

from __future__ import annotations

from newsfacts.steps.times.dates import Source
from newsfacts.steps.times.meanings import Fixed, Match, TimeMod

_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip


def length_value(amount: str, unit: str) -> str:
    """Give the TIMEX3 value of a length.

    >>> length_value("2", "week"), length_value("X", "hour"), length_value("2.5", "year")
    ('P2W', 'PTXH', 'P2.5Y')
    """
    letters = _LETTERS[unit]
    if unit == "fortnight" and amount.isdecimal():
        amount = str(int(amount) * 2)
    if letters.startswith("T"):
        return f"PT{amount}{letters[1:]}"
    return f"P{amount}{letters}"


def number(s: Source, i: int) -> tuple[str, int] | None:
    """Give an amount ("two", "25", "2.5", "two and a half", "several": X) and the place after it."""
    found = _digits(s, i) or _number_word(s, i)
    if found is None:
        vague = s.vocabulary.find("vague", s.words, i)
        return None if vague is None else (str(vague[0]), vague[1])
    if [s.words[found[1]], s.words[found[1] + 1], s.words[found[1] + 2]] == ["and", "a", "half"]:
        return f"{found[0]}.5", found[1] + 3
    return found


def _digits(s: Source, i: int) -> tuple[str, int] | None:
    words = s.words
    if not (words[i].isdecimal() and words[i].isascii()):
        return None
    if words.glued(i) and words[i - 1] in {".", ",", "$", "€", "£", "/", ":"} and i > 0:
        return None
    text, end = words[i], i + 1
    while (
        words[end] == ","
        and words.glued(end)
        and words.glued(end + 1)
        and len(words[end + 1]) == 3
        and words[end + 1].isdecimal()
    ):
        text, end = text + words[end + 1], end + 2
    if words[end] == "." and words.glued(end) and words.glued(end + 1) and words[end + 1].isdecimal():
        text, end = f"{text}.{words[end + 1]}", end + 2
    return text, end


def _number_word(s: Source, i: int) -> tuple[str, int] | None:
    value = s.vocabulary.get("numbers", s.words[i])
    if value is None:
        return None
    end = i + 1
    if value >= 20 and s.words[end] == "-" and (small := s.vocabulary.get("numbers", s.words[end + 1])) and small < 10:
        return str(value + small), end + 2
    return str(value), end


def length(s: Source, i: int) -> Match | None:
    """Give "two weeks", "more than a decade", "12-year", "half a century", "the past nine days", "years"."""
    near = s.vocabulary.find("approximations", s.words, i)
    if near is not None:
        found = _bare_length(s, near[1], after_cue=True)
        return None if found is None else Match(found.end, found.meaning, "length", mod=near[0])
    return _framed_length(s, i) or _bare_length(s, i, after_cue=s.is_in("a_unit_after", i - 1))


def _framed_length(s: Source, i: int) -> Match | None:
    """The words "the past nine days", "the first two weeks", "the final months"."""
    words = s.words
    start = s.skip(i, "the", "his", "her", "its", "their")
    if start == i and words[i] not in {"these", "those", "last", "past", "next"}:
        return None
    if words[i] == "last" and words[i - 1] in {"could", "may", "might", "must", "should", "to", "will", "would"}:
        return None  # "is expected to last three weeks"
    mods: dict[str, TimeMod] = {"first": "START", "final": "END", "closing": "END", "opening": "START", "last": "END"}
    frame = words[start]
    if frame not in mods and frame not in {
        "past",
        "next",
        "coming",
        "previous",
        "entire",
        "whole",
        "these",
        "those",
        "full",
    }:
        return None
    at = start + 1
    amount = number(s, at)
    unit_at = amount[1] if amount else at
    unit = s.unit(unit_at)
    if unit is None or unit == "quarter" or not (amount or words[unit_at].endswith("s")):
        return None
    mod = mods.get(frame) if frame != "last" or words[unit_at + 1] == "of" else None
    return Match(
        unit_at + 1, Fixed(length_value(amount[0] if amount else "X", unit), "DURATION"), "framed-length", mod=mod
    )


def _bare_length(s: Source, i: int, *, after_cue: bool) -> Match | None:
    words = s.words
    if words[i] in {"a", "an", "half"}:
        return _one(s, i, after_cue=after_cue)
    amount = number(s, i)
    if amount is not None:
        return _counted(s, i, *amount)
    if (unit := s.unit(i)) is not None and words[i].endswith("s") and unit not in {"second", "quarter", "weekend"}:
        if words[i + 1] == "-" and words[i + 2] == "long":
            return Match(i + 3, Fixed(length_value("X", unit), "DURATION"), "units-long")
        if s.is_in("plural_unit_after", i - 1):
            return Match(i + 1, Fixed(length_value("X", unit), "DURATION"), "units")
    if unit is not None and words[i + 1] == "-" and words[i + 2] == "long":
        return Match(i + 3, Fixed(length_value("1", unit), "DURATION"), "units-long")
    return None


def _one(s: Source, i: int, *, after_cue: bool) -> Match | None:
    """The words "a year", "half a century", "a year and a half", "a full year"."""
    words = s.words
    if words[i] == "half":
        at = s.skip(i + 1, "a", "an", "-")
        if at == i + 1 or (unit := s.unit(at)) is None:
            return None
        return Match(at + 1, Fixed(length_value("0.5", unit), "DURATION"), "half-a-unit")
    at = s.skip(i + 1, "full", "whole", "single", "further", "additional")
    if (unit := s.unit(at)) is None or words[at].endswith("s") or unit == "quarter":
        return _a_counted(s, i)
    if [words[at + 1], words[at + 2], words[at + 3]] == ["and", "a", "half"]:
        return Match(at + 4, Fixed(length_value("1.5", unit), "DURATION"), "length")
    if unit == "second" or words[at + 1] == "-":
        return None
    if after_cue or at > i + 1:
        return Match(at + 1, Fixed(length_value("1", unit), "DURATION"), "a-unit")
    if s.words[i - 1].isdecimal() or s.words[i - 1] in {
        "once",
        "twice",
        "times",
        "million",
        "billion",
        "people",
        "%",
        "percent",
    }:
        return Match(at + 1, Fixed(length_value("1", unit), "SET"), "rate")
    return None


def _a_counted(s: Source, i: int) -> Match | None:
    """The words "a 20-year" and "a two-day": the article belongs to the noun, the length starts after it."""
    del s, i
    return None


def _counted(s: Source, i: int, amount: str, end: int) -> Match | None:
    words = s.words
    if words[i] in {"a", "the"} and not s.unit(end):
        return None
    at = s.skip(end, "-", "–", "‑")
    hyphen = at > end
    if not hyphen:
        at = s.skip(
            s.skip(end, "more", "further", "additional", "full", "whole", "straight", "consecutive", "successive"),
            "calendar",
        )
    unit = s.unit(at)
    if unit is None or (unit == "second" and amount == "X") or words[i] == "some":
        return None
    if (unit == "quarter" and words[at + 1] == "of") or (
        not words[at].endswith("s") and amount.isdecimal() and int(amount) > 99
    ):
        return None
    after = at + 1
    if (words[after] == "-" and words[after + 1] == "old") or words[after] == "old":
        return None
    if unit in {"minute", "second"} and words[at] in {"min", "mins"} and not words[i].isdecimal():
        return None
    return Match(after, Fixed(length_value(amount, unit), "DURATION"), "hyphen-length" if hyphen else "length")


def repeated(s: Source, i: int) -> Match | None:
    """Give "every day", "each Monday", "every two years", "twice a week", "annual", "on Sundays"."""
    words = s.words
    if words[i] in {"every", "each"}:
        return _every(s, i)
    if (value := s.vocabulary.get("sets", words[i])) is not None and not (words.is_upper(i) and _named(s, i)):
        return Match(i + 1, Fixed(str(value), "SET"), "set-word")
    if words[i] in {"once", "twice"} or (words[i + 1] == "times" and number(s, i)):
        return _times_a(s, i)
    if (weekday := s.weekday(i)) is None and words[i].endswith("days"):
        day = s.vocabulary.get("weekdays", words[i][:-1])
        if day is not None and words.is_upper(i):
            return Match(i + 1, Fixed(f"XXXX-WXX-{day}", "SET"), "weekdays", quant="EVERY")
    del weekday
    return None


def _named(s: Source, i: int) -> bool:
    """Whether a capital inside a sentence makes the word part of a name: "the Daily Mail"."""
    return i > 0 and s.words[i - 1] not in {".", "“", '"', "!", "?", ":"}


def _every(s: Source, i: int) -> Match | None:
    quant = s.words[i].upper()
    at = s.skip(i + 1, "other", "single")
    amount = "2" if s.words[i + 1] == "other" else "1"
    if (counted := number(s, at)) is not None:
        amount, at = counted
    if (unit := s.unit(at)) is not None:
        return Match(at + 1, Fixed(length_value(amount, unit), "SET"), "every", quant=quant)
    if (day := s.weekday(at)) is not None:
        return Match(at + 1, Fixed(f"XXXX-WXX-{day}", "SET"), "every", quant=quant)
    if (month := s.month(at)) is not None:
        return Match(at + 1, Fixed(f"XXXX-{month:02d}", "SET"), "every", quant=quant)
    if (part := s.vocabulary.get("parts", s.words[at])) is not None:
        return Match(at + 1, Fixed(f"XXXX-XX-XX{part}", "SET"), "every", quant=quant)
    if (season := s.vocabulary.get("seasons", s.words[at])) is not None:
        return Match(at + 1, Fixed(f"XXXX-{season}", "SET"), "every", quant=quant)
    return None


def _times_a(s: Source, i: int) -> Match | None:
    """The words "twice a week", "three times every month"."""
    count = {"once": "1", "twice": "2"}.get(s.words[i])
    at = i + 1
    if count is None:
        counted = number(s, i)
        if counted is None or s.words[counted[1]] != "times":
            return None
        count, at = counted[0], counted[1] + 1
    article = s.skip(at, "a", "an", "every", "each", "per")
    unit = s.unit(article)
    if article == at or unit is None:
        return None
    return Match(article + 1, Fixed(length_value("1", unit), "SET"), "times-a", freq=f"{count}X")
