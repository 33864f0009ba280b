"""The number grammar: digits, number words and mixtures of them, as values with the pieces they take."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from unicodedata import numeric

from attrs import evolve, frozen

from .numerals import ARTICLES, ONE, VULGAR, Form, Number, Numerals
from .spelling import Spelling
from .words import Words

_HALF = Decimal("0.5")
_QUARTER = Decimal("0.25")
_DENOMINATORS = frozenset(map(str, (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100)))
_SIGNS = frozenset("-−–")


@frozen(eq=False)
class NumberGrammar:
    """Reads the number that begins at a piece of a text."""

    words: Words
    numerals: Numerals
    functional: frozenset[str] = frozenset()
    before_part: frozenset[str] = frozenset()

    def read(self, at: int, *, money: bool = False, based: bool = True) -> Number | None:
        """Give the longest number that begins at piece `at`, or None.

        After a sign of `money`, "48m" are millions; `based` takes the whole of "one in five" with it.
        """
        words, low = self.words, self.words.at(at)
        if words.is_number(at):
            return self._in(self._digits(at, money=money), based=based)
        if low in VULGAR:
            return self._vulgar(at)
        for rule in (self._with_half, self._part, self._many, self._vague, self._single):
            if (number := rule(at)) is not None:
                return self._in(number, based=based)
        return self._in(self._spelled(at), based=based)

    # --- digits
    def _digits(self, at: int, *, money: bool = False) -> Number | None:
        words = self.words
        piece = words.raw[at]
        last = self._spaced_groups(at)
        value = _decimal(piece if last == at + 1 else "".join(words.raw[at:last]))
        if value is None:
            return None
        grouped = last > at + 1 or (len(piece) > 3 and not piece.replace(".", "", 1).isdecimal())
        number = Number(at, last, value, value, "digits", bare=not grouped)
        number = self._mixed_fraction(number, piece) if last == at + 1 else number
        number = self._exponent(number)
        if words.glued(number.last) and words.at(number.last) in {"st", "nd", "rd", "th"}:
            return evolve(number, form="ordinal", last=number.last + 1)
        return self._scaled(number, money=money)

    def _spaced_groups(self, at: int) -> int:
        """Give where digits grouped by spaces end: "40 000" and "1 234 567", but not "12 300"."""
        words, last = self.words, at + 1
        if not words.raw[at].isdecimal() or len(words.raw[at]) > 3:
            return last
        while (
            len(words.at(last)) == 3 and words.at(last).isdecimal() and words.starts[last] == words.ends[last - 1] + 1
        ):
            last += 1
        return last if last > at + 2 or words.at(last - 1) == "000" else at + 1

    def _mixed_fraction(self, number: Number, piece: str) -> Number:
        """Read "2 1/2", "1/4" and "2½"."""
        words, at = self.words, number.last
        if words.at(at) in VULGAR:
            value = number.low + _vulgar_value(words.at(at))
            return evolve(number, low=value, high=value, last=at + 1, bare=False)
        if not piece.isdecimal():
            return number
        if (part := self._slashed(at)) is not None and not words.glued(at):
            value = number.low + part
            return evolve(number, low=value, high=value, last=at + 3, bare=False)
        if (part := self._slashed(number.first)) is not None:
            return evolve(number, low=part, high=part, form="fraction", last=number.first + 3, bare=False)
        return number

    def _slashed(self, at: int) -> Decimal | None:
        """Give the value of "1/4" at a piece."""
        words = self.words
        upper, lower = words.at(at), words.at(at + 2)
        if words.at(at + 1) not in {"/", "⁄"} or lower not in _DENOMINATORS or not upper.isdecimal():
            return None
        if words.glued(at + 1) != words.glued(at + 2) or words.at(at + 3) == "/" or int(upper) >= int(lower):
            return None
        return Decimal(upper) / Decimal(lower) if len(upper) <= 2 else None

    def _exponent(self, number: Number) -> Number:
        """Read "1.5 × 10^6" and "1.5×10−6"."""
        words, at = self.words, number.last
        if words.at(at) not in {"×", "x", "*"} or words.at(at + 1) != "10":
            return number
        at += 2
        at += words.at(at) == "^"
        sign = -1 if words.at(at) in _SIGNS else 1
        at += words.at(at) in _SIGNS
        digits = words.at(at)
        if not digits.isdecimal() or len(digits) > 2 or not words.glued(at):
            return number
        value = number.low * Decimal(10) ** (sign * int(digits))
        return evolve(number, low=value, high=value, last=at + 1, bare=False)

    def _scaled(self, number: Number, *, money: bool) -> Number:
        """Read the scale after digits: "48m", "1.2 million", "4 hundred", "2 bn"."""
        words, at = self.words, number.last
        letters = words.at(at)
        if letters in self.numerals.short and self._ends_word(at + 1) and (letters != "t" or words.raw[at] == "T"):
            if words.glued(at) and (money or self._is_scale_letter(at)):
                return number.times(self.numerals.short[letters], at + 1)
            if not words.glued(at) and len(letters) > 1 and letters != "cr":
                return number.times(self.numerals.short[letters], at + 1)
        hyphen = words.at(at) == "-" and words.glued(at) and words.glued(at + 1)
        return self._multiplied(number, at + hyphen)

    def _ends_word(self, at: int) -> bool:
        """Tell whether a word can end before a piece: "48m-strong" and "48m," but not "48m2" and "48m/s"."""
        words = self.words
        return not words.glued(at) or not (words.at(at)[:1].isalnum() or words.at(at) == "/")

    def _is_scale_letter(self, at: int) -> bool:
        """Tell scale letters from units: "3m people", "£3m" and "3M" are millions, "a 3m wall" is none."""
        words = self.words
        letters = words.raw[at]
        if letters.lower() not in {"m", "b", "k", "cr", "t"} or letters in {"M", "B", "K"}:
            return True
        return letters.lower() in {"k", "b"} or plural_like(words.at(at + 1)) or words.at(at + 1) == "of"

    def _multiplied(self, number: Number, at: int) -> Number:
        """Read scale words after a number: "1.2 million", "two hundred thousand", "three dozen"."""
        while (word := self.words.at(at)) and self.numerals.is_multiplier(word):
            factor = self.numerals.scale.get(word) or self.numerals.group[word]
            number = number.times(factor, at + 1)
            at += 1
        return number

    # --- words
    def _vulgar(self, at: int) -> Number:
        value = _vulgar_value(self.words.at(at))
        number = Number(at, at + 1, value, value, "fraction")
        return self._multiplied(number, at + 1)

    def _single(self, at: int) -> Number | None:
        """Read words that are a number of their own: "twice", "threefold", "doubled"."""
        word = self.words.at(at)
        numerals = self.numerals
        forms: tuple[tuple[Form, Mapping[str, Decimal]], ...] = (
            ("times", numerals.times), ("fold", numerals.fold), ("multiply", numerals.multiply)
        )  # fmt: skip
        for form, table in forms:
            if (value := table.get(word)) is not None:
                return Number(at, at + 1, value, value, form)
        return None

    def _many(self, at: int) -> Number | None:
        """Read "dozens", "hundreds of thousands", "tens of millions"."""
        words, many = self.words, self.numerals.many
        if (ends := many.get(words.at(at))) is None:
            return None
        low, high = ends
        last = at + 1
        if words.at(last) == "of" and (scale := many.get(words.at(last + 1))) is not None:
            unit = Decimal(10) ** scale[0].adjusted()
            return Number(at, last + 2, low * unit, (high + 1) * unit - 1, "many")
        if words.at(at) in {"tens", "scores"} and words.at(last) != "of":
            return None
        return Number(at, last, low, high, "many")

    def _vague(self, at: int) -> Number | None:
        """Read "several hundred", "a few thousand", "many dozen"."""
        words = self.words
        first = at
        at += words.at(at) in ARTICLES
        if words.at(at) not in self.numerals.vague or not self.numerals.is_multiplier(words.at(at + 1)):
            return None
        scaled = self._multiplied(Number(first, at + 1, ONE, ONE, "many"), at + 1)
        return evolve(scaled, low=scaled.low * 2, high=scaled.high * 10 - 1)

    def _part(self, at: int) -> Number | None:
        """Read "two-thirds", "a quarter", "one fifth of", "three quarters of a million"."""
        words, numerals = self.words, self.numerals
        count = words.at(at)
        upper = ONE if count in ARTICLES else numerals.small.get(count)
        at_part = at + 1
        at_part += words.at(at_part) == "-"
        part = words.at(at_part)
        single = upper == 1
        if count == "quarter" and self.numerals.is_multiplier(words.at(at + 1)):
            return self._of_scale(Number(at, at + 1, _QUARTER, _QUARTER, "fraction"))
        if upper is None or words.is_number(at):
            return None
        if (lower := numerals.part.get(part)) is None and single:
            lower = numerals.ordinal.get(part) if part not in {"first", "second"} else None
            if lower is not None and not self._tells_part(at, at_part + 1, count):
                return None
        if lower is None or upper >= lower or (single and part.endswith("s")):
            return None
        value = upper / lower
        return self._of_scale(Number(at, at_part + 1, value, value, "fraction"))

    def _tells_part(self, at: int, after: int, count: str) -> bool:
        """Tell "by a third" and "a third of them" from "a third goal"."""
        words = self.words
        if words.at(after) == "of" or self.numerals.is_multiplier(words.at(after)):
            return True
        if words.is_word(after) and words.at(after) not in self.functional:
            return False
        return count not in ARTICLES or words.at(at - 1) in self.before_part

    def _with_half(self, at: int) -> Number | None:
        """Read "half a million", "half of", "a half-million"."""
        words = self.words
        first = at
        at += words.at(at) in ARTICLES and words.at(at + 1) == "half"
        if words.at(at) != "half":
            return None
        return self._of_scale(Number(first, at + 1, _HALF, _HALF, "fraction"))

    def _of_scale(self, number: Number) -> Number:
        """Read what a fraction is a part of, if it is a scale: "half a million", "a quarter of a billion"."""
        words, at = self.words, number.last
        at += words.at(at) == "-" or words.at(at) == "of"
        at += words.at(at) in ARTICLES
        at += words.at(at) == "-"
        if not self.numerals.is_multiplier(words.at(at)):
            return number
        return evolve(self._multiplied(number, at), form="words")

    def _spelled(self, at: int) -> Number | None:
        """Read number words: "twenty-eight thousand six hundred", "a hundred and two", "one hundred thirty-first"."""
        return Spelling(self.words, self.numerals, at).read()

    # --- after the number
    def _in(self, number: Number | None, *, based: bool) -> Number | None:
        """Read what follows any number: "two and a half", "one in five", "nine out of ten"."""
        if number is None or number.form not in {"digits", "words"}:
            return number
        words, at = self.words, number.last
        if words.at(at) == "and" and words.at(at + 1) in ARTICLES and words.at(at + 2) in {"half", "quarter"}:
            plus = ONE / self.numerals.part[words.at(at + 2)] * number.scale
            whole = evolve(number, low=number.low + plus, high=number.high + plus, last=at + 3, bare=False)
            if number.scale == 1:
                return self._multiplied(whole, at + 3)
            return number if self.numerals.is_multiplier(words.at(at + 3)) else whole
        if words.at(at) == "point" and number.form == "words":
            number = self._point(number)
        return self._based(number) if based else number

    def _point(self, number: Number) -> Number:
        """Read the decimals of "two point five million" and "nine point nought four"."""
        words, at = self.words, number.last + 1
        digits = ""
        while (digit := self.numerals.small.get(words.at(at))) is not None and digit < 10:
            digits += str(digit)
            at += 1
        if not digits or number.scale != 1:
            return number
        value = number.low + Decimal(f"0.{digits}")
        return self._multiplied(evolve(number, low=value, high=value, last=at), at)

    def _based(self, number: Number) -> Number:
        """Read "one in five", "9 out of 10", "one of every 35,000": a count with the whole it is a part of."""
        words, at = self.words, number.last
        if number.low < 1 or number.low > 99 or number.scale != 1:
            return number
        after = words.at(at)
        if after == "in":
            at += 1 + (words.at(at + 1) == "every")
        elif (after, words.at(at + 1)) in {("out", "of"), ("of", "every")}:
            at += 2 + (words.at(at + 2) == "every")
        else:
            return number
        if not (words.is_number(at) or words.at(at) in self.numerals.starters or words.at(at) in ARTICLES):
            return number
        whole = self._digits(at) if words.is_number(at) else self._spelled(at)
        if whole is None or whole.form not in {"digits", "words"} or not _is_whole(number, whole, after):
            return number
        return evolve(number, last=whole.last, base=whole.low, bare=False)


def _is_whole(part: Number, whole: Number, preposition: str) -> bool:
    if not part.low < whole.low or whole.low != whole.low.to_integral_value():
        return False
    usual = part.low == 1 or whole.low <= 10 or whole.low % 10 == 0
    return usual and not (preposition == "in" and whole.bare and 1900 <= whole.low < 2100)


def _decimal(piece: str) -> Decimal | None:
    if piece.count(".") > 1:
        piece = piece.replace(".", "")
    cleaned = "".join(c for c in piece if c == "." or c.isdecimal())
    return Decimal(cleaned) if len(cleaned) <= 40 else None


def _vulgar_value(sign: str) -> Decimal:
    return Decimal(str(round(numeric(sign), 10)))


def plural_like(word: str) -> bool:
    """Tell whether a word in lower case looks like a plural noun.

    >>> plural_like("households"), plural_like("people"), plural_like("virus")
    (True, True, False)
    """
    if word in {"people", "men", "women", "children"}:
        return True
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "sui'"
