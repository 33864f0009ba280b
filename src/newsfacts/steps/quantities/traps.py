"""Traps: numbers that are no quantities, because they date, time, name or number something."""

from __future__ import annotations

from attrs import frozen

from .context import Context
from .measures import Measure

_PLAIN = frozenset({"digits", "words"})
_DASHES = frozenset("-–—‑/")


@frozen(eq=False)
class Traps:
    """Tells numbers that are dates, times, names, addresses and the like; each rule gives its name."""

    context: Context

    def rule_for(self, measure: Measure) -> str | None:
        """Give the name of the rule that takes the number away, or None where it is a quantity."""
        if measure.number.form == "ordinal":
            return self._dated_ordinal(measure)
        if measure.number.form not in _PLAIN or measure.number.base is not None:
            return None
        rules = (
            (self._clock, "clock-time"), (self._date, "date"), (self._coded, "code"), (self._decade, "decade"),
            (self._year_of_time, "year"), (self._lettered, "designated"), (self._is_plural_name, "name"),
        ) if measure.unit is not None else (
            (self._coded, "code"), (self._decade, "decade"), (self._clock, "clock-time"), (self._date, "date"),
            (self._designated, "designated"), (self._year, "year"), (self._address, "address"), (self._phone, "phone"),
            (self._named, "name"), (self._listed, "list-number"), (self._pronoun, "pronoun-one"),
        )  # fmt: skip
        return next((name for rule, name in rules if rule(measure)), None)

    # --- dates and times
    def _is_month(self, at: int) -> bool:
        words = self.context.words
        at -= words.at(at) == "."
        return words.at(at) in self.context.lists.months and words.is_capital(at)

    def _date(self, measure: Measure) -> bool:
        """Day and year beside a month: "May 18, 2015", "18 May", "Sept. 20-24"."""
        words, first, last = self.context.words, measure.first, measure.last
        if not measure.number.bare and measure.form != "range":
            return False
        day = 1 <= measure.low <= 31 and measure.high <= 31 and measure.unit is None
        if day and self._is_month_before(first):
            return True
        if day and (self._is_month(last) or (words.at(last) == "of" and self._is_month(last + 1))):
            return True
        if day and words.at(last) in _DASHES and words.is_number(last + 1) and self._is_month(last + 2):
            return True
        if 1000 <= measure.low < 2200 and measure.unit is None:
            return self._ends_date(first)
        return False

    def _is_month_before(self, first: int) -> bool:
        words = self.context.words
        before = first - 1
        before -= words.at(before) == "."
        if self._is_month(before):
            return True
        joined = words.at(first - 1) in _DASHES or words.at(first - 1) in {"and", "to", "or", ","}
        return joined and words.is_number(first - 2) and self._is_month(first - 3 - (words.at(first - 3) == "."))

    def _ends_date(self, first: int) -> bool:
        """Tell the year of "May 18, 2015", "18 May 2015", "May 2015", "May of 2015"."""
        words = self.context.words
        at = first - 1
        at -= words.at(at) in {",", "of"}
        if self._is_month(at):
            return True
        if words.at(at) in {"st", "nd", "rd", "th"}:
            at -= 1
        return words.is_number(at) and self._is_month_before(at)

    def _dated_ordinal(self, measure: Measure) -> str | None:
        """Days of a month and centuries: "the 25th of March", "the 19th century"."""
        words, last = self.context.words, measure.last
        of = words.at(last) == "of"
        if self._is_month(last + of) or self._is_month_before(measure.first):
            return "date"
        hyphen = words.at(last) == "-"
        if words.at(last + hyphen) in {"century", "centuries"}:
            return "century"
        return None

    def _year(self, measure: Measure) -> bool:
        """Four bare digits that date: "in 2014", "the 2015 deal", "2013-2014"; "2000 homes" counts."""
        number, words = measure.number, self.context.words
        if not number.bare or number.form != "digits" or len(words.raw[number.first]) != 4 or measure.form == "range":
            return False
        before, after = words.at(measure.first - 1), words.at(measure.last)
        counted = self.context.is_plural(measure.last) or self.context.is_plural(measure.last + 1)
        if 1900 <= number.low < 2100:
            if after in _DASHES or (before in _DASHES and words.glued(measure.first)):
                return True
            cue = before in self.context.lists.year_cues or before in {"s", "’", "'"}
            if before == "of" and words.at(measure.first - 2) in self.context.lists.amounts:
                return False  # "an average of 1950"
            cue = cue or (words.is_capital(measure.first - 1) and not words.starts_sentence(measure.first - 1))
            return cue or not self.context.is_plural(measure.last)
        if before == "of" and words.at(measure.first - 2) in self.context.lists.amounts:
            return False
        cue = (
            before in self.context.lists.year_cues or before in {"ad", "bc", "."} or after in {"bc", "bce", "ad", "ce"}
        )
        between = before == "and" and words.at(measure.first - 3) in {"between", "."}
        return 1000 <= number.low < 1900 and (cue or between) and not counted and before not in {"of", "than"}

    def _year_of_time(self, measure: Measure) -> bool:
        """The year of "World Cup 2018 day five"."""
        unit, number, last = measure.unit, measure.number, measure.number.last
        if unit is None or unit.dimension != "time" or not number.bare or not 1900 <= number.low < 2100:
            return False
        words = self.context.words
        return words.at(last) != "-" and not words.at(last).endswith("s")

    def _lettered(self, measure: Measure) -> bool:
        """The number of "Gate 30C": a letter glued to it is no unit."""
        pieces = measure.unit_pieces
        if pieces is None or pieces[0] < measure.number.last or len(self.context.words.raw[pieces[1] - 1]) > 1:
            return False
        named = self.context.words.is_capital(measure.first - 1)
        return self._designated(measure) or (
            named and measure.unit is not None and measure.unit.dimension == "temperature"
        )

    def _decade(self, measure: Measure) -> bool:
        """Decades: "the 1990s", "in his 40s", "the '60s"."""
        words, last = self.context.words, measure.number.last
        glued = words.glued(last) and words.at(last) == "s" and not (words.glued(last + 1) and words.is_word(last + 1))
        apostrophe = words.at(last) in {"'", "’"} and words.glued(last) and words.at(last + 1) == "s"
        if measure.number.form != "digits" or not measure.number.bare:
            return False
        return (glued and (measure.low % 10 == 0 or measure.low >= 1000)) or (apostrophe and measure.low >= 1000)

    def _clock(self, measure: Measure) -> bool:
        """Times of day: "10:27 PM", "2 p.m.", "17:22", "6.30-10am", "five o'clock"."""
        words, first, last = self.context.words, measure.number.first, measure.number.last
        if words.at(last) == ":" and words.glued(last) and words.is_number(last + 1) and words.glued(last + 1):
            return True
        if words.at(first - 1) == ":" and words.glued(first) and words.is_number(first - 2):
            return True
        if self._tells_clock(last) or (measure.low <= 12 and self._tells_part_of_day(first, last)):
            return measure.low < 2400
        joined = words.at(last) in _DASHES or words.at(last) in {"to", "and"}
        return joined and words.is_number(last + 1) and self._tells_clock(last + 2) and measure.low <= 24

    def _tells_part_of_day(self, first: int, last: int) -> bool:
        """Tell whether words say that a number is an hour: "at two in the morning", "by nine at night"."""
        words = self.context.words
        after = tuple(words.low[last : last + 3])
        of_day = after[:2] == ("in", "the") and after[2:] in {("morning",), ("afternoon",), ("evening",)}
        return words.at(first - 1) in self.context.lists.before_hours and (of_day or after[:2] == ("at", "night"))

    def _tells_clock(self, at: int) -> bool:
        words = self.context.words
        if words.at(at) in self.context.lists.clock:
            return words.at(at) != "am" or not words.at(at - 1).isalpha()
        if words.at(at) in {"a", "p"} and words.at(at + 1) == "." and words.at(at + 2) == "m":
            return words.glued(at + 1)
        return words.at(at) == "o" and words.at(at + 2) == "clock"

    # --- names and numbering
    def _coded(self, measure: Measure) -> bool:
        """Digits that are part of a code: "F-16", "COVID-19", "A380", "76ers", "#1", "12/05/2014", "24/7"."""
        if measure.number.form != "digits":
            return self._hyphened_word(measure)
        if self._goes_on_from_code(measure):
            return True
        if measure.unit is not None:
            return self.context.words.at(measure.first) == "ps" and measure.number.bare  # "a PS4"
        digits = self.context.words.raw[measure.number.first]
        padded = digits.isdecimal() and ((digits[0] == "0" and len(digits) > 1) or len(digits) >= 10)
        return padded or self._goes_on_to_code(measure)

    def _goes_on_from_code(self, measure: Measure) -> bool:
        """Digits after letters or signs of a code: "A380", "F-16", "COVID -19", "#1", "§ 5", "12/05"."""
        words, first = self.context.words, measure.first
        before = words.at(first - 1)
        if not words.glued(first):
            return before in {"§", "№"}
        if before in {"#", "@", "§", "№", "_", "&", "."}:
            return True
        if before not in _DASHES:
            return measure.unit is None and words.is_word(first - 1)
        if before == "-" and words.raw[first - 2].isupper() and len(words.at(first - 2)) > 1:
            return measure.unit is None
        if not words.glued(first - 1) or measure.form != "number":
            return False
        if words.is_word(first - 2) and words.at(first - 2) not in {"sub", "minus", "mid", "now", "then", "age"}:
            return True
        return measure.unit is None and (before == "/" or words.is_number(first - 2))

    def _goes_on_to_code(self, measure: Measure) -> bool:
        """Digits before letters or signs of a code: "76ers", "12/05", "555-0199", "UPDATE 2-Lines agree"."""
        words, last = self.context.words, measure.last
        if not words.glued(last):
            return False
        after = words.at(last)
        if words.is_word(last) or after in {"_", "@"} or (after == "/" and words.is_number(last + 1)):
            return True
        if after != "-" or not words.glued(last + 1) or measure.form != "number" or not measure.number.bare:
            return False
        labelled = words.raw[measure.first - 1].isupper() and words.starts_sentence(measure.first - 1)
        return words.is_number(last + 1) or (labelled and words.is_capital(last + 1))

    def _hyphened_word(self, measure: Measure) -> bool:
        words, first = self.context.words, measure.first
        return words.glued(first) and words.at(first - 1) == "-" and words.glued(first - 1) and words.is_word(first - 2)

    def _designated(self, measure: Measure) -> bool:
        """Numbers after the noun they number: "Article 5", "No. 1", "day three", "Articles 5 and 6"."""
        words, before = self.context.words, measure.first - 1
        if words.at(before) in {"and", "or", ",", "to", "-"} and words.is_number(before - 1):
            before -= 2
            if not words.is_capital(before):
                return False
        if words.at(before) == "of" and words.is_number(before - 1) and words.is_capital(before - 2):
            before -= 2  # "Part 1 of 8"
        before -= words.at(before) == "."
        word = words.at(before)
        if word in self.context.lists.named_designators:
            return words.is_capital(before) or words.at(before + 1) == "."
        if word not in self.context.lists.designators:
            return False
        return not self.context.is_plural(measure.last) or words.is_capital(before) or word in {"day", "week", "phase"}

    def _address(self, measure: Measure) -> bool:
        """House numbers: "10 Downing Street"."""
        words, last = self.context.words, measure.last
        if measure.number.form != "digits" or not words.is_capital(last):
            return False
        for at in range(last + 1, last + 4):
            if not words.is_capital(at):
                return False
            if words.at(at) in self.context.lists.streets:
                return True
        return False

    def _phone(self, measure: Measure) -> bool:
        """Three groups of digits with dashes, dots or brackets between them, or after a group that begins with 0."""
        words, first, last = self.context.words, measure.first, measure.last
        if measure.number.form != "digits" or not measure.number.bare:
            return False
        if any(
            words.raw[at][0] == "0"
            and words.raw[at].isdecimal()
            and len(words.raw[at]) > 2
            and all(map(words.is_number, range(at, first)))
            for at in range(max(0, first - 3), first)
        ):
            return True  # "01632 960 411"
        if words.at(first - 1) == "+" and words.glued(first):
            return words.is_number(last)
        after = words.at(last) == "-" and words.is_number(last + 1) and words.at(last + 2) == "-"
        before = words.at(first - 1) in {"-", ")"} and words.is_number(first - 2) and words.at(last) == "-"
        return after or before

    def _named(self, measure: Measure) -> bool:
        """Numbers that belong to a name: "S&P 500", "iPhone 14", "the Big Three"."""
        words, first, last = self.context.words, measure.first, measure.last
        if measure.form != "number":
            return False
        if measure.number.form == "words":
            return self._capital_word(first, last)
        if not measure.number.bare or not words.is_capital(first - 1) or words.starts_sentence(first - 1):
            return False
        before = words.at(first - 1)
        if before == "the":
            return not self._counts_next(last)  # "The 411"
        if (
            before in self.context.lists.functional
            or before in self.context.lists.months
            or before in self.context.lists.weekdays
        ):
            return False
        if self._is_determined_name(first - 1):
            return True
        if words.is_capital(last) and not self.context.is_plural(last):
            return True
        return not self._counts_next(last)

    def _is_determined_name(self, at: int) -> bool:
        """Tell whether an article or owner stands before the capital words that end at a piece: "the Trent 900"."""
        words, determiners = self.context.words, self.context.lists.determiners
        while words.at(at) not in determiners and (words.is_capital(at) or (words.at(at) == "-" and words.glued(at))):
            at -= 1
        return words.at(at) in determiners and words.at(at) not in {"and", "or", "to", "s"}

    def names_again(self, measure: Measure, names: frozenset[str]) -> bool:
        """Tell whether a number is one that names something elsewhere in the text: "the 787" after "Boeing 787"."""
        words, number = self.context.words, measure.number
        if number.form != "digits" or words.raw[number.first] not in names:
            return False
        return measure.unit is None or self._is_plural_name(measure)

    def _is_plural_name(self, measure: Measure) -> bool:
        """Tell "18 new 777s" from "a 30s pause"."""
        pieces = measure.unit_pieces
        return pieces is not None and self.context.words.raw[pieces[0]] == "s" and measure.low >= 100

    def _counts_next(self, last: int) -> bool:
        """Tell whether a plural noun follows within two words: the number counts it."""
        context = self.context
        if context.is_plural(last):
            return True
        if not context.is_noun_like(last):
            return False
        return context.is_plural(last + 1) or (context.is_noun_like(last + 1) and context.is_plural(last + 2))

    def _capital_word(self, first: int, last: int) -> bool:
        words = self.context.words
        if not words.is_capital(first) or words.starts_sentence(first) or self._counts_next(last):
            return False
        return not (words.is_capital(last) and words.is_capital(first - 1) and words.is_capital(first - 2))

    def _listed(self, measure: Measure) -> bool:
        """Numbers of a list or of a heading: "1. Call the office"."""
        words, first, last = self.context.words, measure.first, measure.last
        if measure.number.form != "digits" or not measure.number.bare or measure.low > 99:
            return False
        line_start = first == 0 or "\n" in words.text[words.ends[first - 1] : words.starts[first]]
        return line_start and words.at(last) in {".", ")"} and words.is_capital(last + 1)

    def _pronoun(self, measure: Measure) -> bool:
        """The word "one" that counts nothing: "no one", "one another", "the one we saw"."""
        words, first, last = self.context.words, measure.first, measure.last
        if words.at(first) != "one" or last != first + 1:
            return False
        if words.at(first - 1) in self.context.lists.pronoun_one or words.at(last) in {
            "another",
            "day",
            "time",
            "thing",
            "point",
            "-",
        }:
            return True
        if words.at(last) == "of":
            return False
        return not self.context.is_noun_like(last)
