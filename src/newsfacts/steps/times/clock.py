"""Times of day: "6:30 p.m.", "18:00 UTC Monday", "noon", "Friday morning"."""

from __future__ import annotations

from newsfacts.steps.times.dates import Source
from newsfacts.steps.times.meanings import Match, Shift

_NAMED = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


def clock(s: Source, i: int) -> Match | None:
    """Give a time of day on the day that is spoken of."""
    found = _named(s, i) or _clock(s, i) or _four_digits(s, i)
    if found is None:
        return None
    value, end = found
    zone = s.vocabulary.get("zones", s.words[end])
    if zone is not None and s.words.raw(end).isupper():
        value, end = value + str(zone), end + 1
        if s.words[end] == "time":
            end += 1
    elif s.words[end] == "local" and s.words[end + 1] == "time":
        end += 2
    return Match(end, Shift("day", 0, "TEXT"), "clock", clock=value)


def _named(s: Source, i: int) -> tuple[str, int] | None:
    value = _NAMED.get(s.words[i])
    return None if value is None or s.words[i + 1] == "-" else (value, i + 1)


def _clock(s: Source, i: int) -> tuple[str, int] | None:
    words = s.words
    if not (words[i].isdecimal() and words[i].isascii() and len(words[i]) <= 2) or (
        words.glued(i) and words[i - 1] in ":.,/$€£"
    ):
        return None
    hour, minute, end, sure = int(words[i]), "00", i + 1, False
    if (
        words[end] in {":", "."}
        and words.glued(end)
        and words.glued(end + 1)
        and len(words[end + 1]) == 2
        and words[end + 1].isdecimal()
    ):
        sure = words[end] == ":"
        minute, end = words[end + 1], end + 2
        if words[end] == ":" and words.glued(end) and len(words[end + 1]) == 2 and words[end + 1].isdecimal():
            end += 2
    half = _half_of_day(s, end)
    if half is not None:
        late, end = half
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if late else 0)
    elif [words[end], words[end + 1], words[end + 2]] in (["o", "'", "clock"], ["o", "’", "clock"]):
        end += 3
    elif not sure:
        return None
    if hour > 24 or int(minute) > 59:
        return None
    return f"T{hour:02d}:{minute}", end


def _four_digits(s: Source, i: int) -> tuple[str, int] | None:
    """The time of "by 1130 GMT", "at 2215 local time": four digits with a zone are no year."""
    word = s.words[i]
    if len(word) != 4 or not (word.isdecimal() and word.isascii()) or int(word[:2]) > 23 or int(word[2:]) > 59:
        return None
    zoned = s.vocabulary.get("zones", s.words[i + 1]) is not None and s.words.raw(i + 1).isupper()
    local = s.words[i + 1] == "local" and s.words[i + 2] == "time"
    return (f"T{word[:2]}:{word[2:]}", i + 1) if zoned or local else None


def _half_of_day(s: Source, i: int) -> tuple[bool, int] | None:
    """Whether "p.m." (True) or "a.m." (False) stands at word i, and the place after it."""
    words = s.words
    if words[i] in {"am", "pm"}:
        return words[i] == "pm", i + 1
    if (
        words[i] in {"a", "p"}
        and words[i + 1] == "."
        and words[i + 2] == "m"
        and words.glued(i + 1)
        and words.glued(i + 2)
    ):
        return words[i] == "p", i + 3 + (words[i + 3] == "." and words.glued(i + 3))
    return None
