"""Numbers in words: "twenty-eight thousand six hundred", "a hundred and two", "two hundredth"."""

from __future__ import annotations

from decimal import Decimal

from .numerals import ARTICLES, ONE, Form, Number, Numerals
from .words import Words


class Spelling:
    """One reading of number words from left to right."""

    def __init__(self, words: Words, numerals: Numerals, at: int) -> None:
        self.words, self.numerals = words, numerals
        self.first = self.at = at
        self.total = self.current = Decimal(0)
        self.seen = ""
        self.scale = ONE
        self.ordinal = False

    def read(self) -> Number | None:
        """Give the number, or None where no number word stands."""
        if self.words.at(self.at) in ARTICLES:
            if not self.numerals.is_multiplier(self.words.at(self.at + 1)):
                return None
            self.current, self.seen = ONE, "small"
            self.at += 1
        while self._step():
            pass
        if not self.seen:
            return None
        value = self.total + self.current
        form: Form = "ordinal" if self.ordinal else "words"
        return Number(self.first, self.at, value, value, form, scale=self.scale)

    def _step(self) -> bool:
        if self.ordinal:
            return False
        at = self.at
        word = self.words.at(at)
        joined = word == "-" and bool(self.seen) and self._joins(at)
        if joined or (word == "and" and self.seen in {"hundred", "scale"} and self._is_rest(self.words.at(at + 1))):
            at += 1
            word = self.words.at(at)
        if not self._take(word, after_hyphen=self.words.at(at - 1) == "-"):
            return False
        self.at = at + 1
        return True

    def _joins(self, at: int) -> bool:
        words = self.words
        following = words.at(at + 1)
        if not (words.glued(at) and words.glued(at + 1)):
            return False
        if self.seen == "tens":
            small = self.numerals.small.get(following, Decimal(99))
            return 0 < small < 10 or self.numerals.ordinal.get(following, Decimal(99)) < 10
        return self.numerals.is_multiplier(following)

    def _is_rest(self, word: str) -> bool:
        return word in self.numerals.small or word in self.numerals.tens or word in self.numerals.ordinal

    def _take(self, word: str, *, after_hyphen: bool) -> bool:
        numerals = self.numerals
        if (value := numerals.small.get(word)) is not None:
            fits = self.seen in {"", "hundred", "scale"} or (self.seen == "tens" and 0 < value < 10)
            return fits and self._add(value, "small")
        if (value := numerals.tens.get(word)) is not None:
            return self.seen in {"", "hundred", "scale"} and self._add(value, "tens")
        if (value := numerals.scale.get(word) or numerals.group.get(word)) is not None:
            return bool(self.seen) and self._multiply(value)
        if (value := numerals.ordinal.get(word)) is not None:
            return self._end(value, after_hyphen=after_hyphen)
        return False

    def _add(self, value: Decimal, kind: str) -> bool:
        self.current += value
        self.seen = kind
        return True

    def _multiply(self, value: Decimal) -> bool:
        if value < 1000:
            self.current = (self.current or ONE) * value
            self.seen = "hundred"
        else:
            if self.total and not self.current:
                self.total *= value
            elif self.total and self.total < value:
                self.total = (self.total + self.current) * value
            else:
                self.total += self.current * value
            self.current = Decimal(0)
            self.seen = "scale"
        if not self.total % value and value >= 1000:
            self.scale = value
        return True

    def _end(self, value: Decimal, *, after_hyphen: bool) -> bool:
        """Take an ordinal, with which every number ends: "twenty-first", "two hundredth", "first"."""
        if value >= 100:
            if not self.seen:
                return False
            self.current = Decimal(0) if self.total and not self.current else self.current
            whole = self.total + (self.current or Decimal(0)) if self.current or self.total else ONE
            self.total, self.current = whole * value, Decimal(0)
        elif self.seen in {"", "hundred", "scale"} or (self.seen == "tens" and value < 10 and after_hyphen):
            self.current += value
        else:
            return False
        self.seen, self.ordinal = "ordinal", True
        return True
