"""Numbers as values, and the number words of the lexicon by class."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from attrs import evolve, frozen

from newsfacts import Lexicons

Form = Literal["digits", "words", "fraction", "many", "ordinal", "times", "multiply", "fold"]
ONE = Decimal(1)
VULGAR = frozenset("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
ARTICLES = frozenset({"a", "an"})


@frozen
class Number:
    """A number as it stands: pieces `first` to `last` (exclusive), and the values it allows.

    `scale` is what a scale word multiplied ("1.2 million": 1000000); `bare` digits have no scale, sign or grouping;
    `base` is the whole of "one in five".
    """

    first: int
    last: int
    low: Decimal
    high: Decimal
    form: Form
    scale: Decimal = ONE
    bare: bool = False
    approximate: bool = False
    base: Decimal | None = None

    @property
    def vague(self) -> bool:
        """Whether it stands for a range that no digits tell ("dozens")."""
        return self.form == "many"

    def times(self, factor: Decimal, last: int) -> Number:
        """Give the number multiplied by a scale word that ends before piece `last`."""
        return evolve(
            self, low=self.low * factor, high=self.high * factor, scale=self.scale * factor, last=last, bare=False
        )


@frozen(eq=False)
class Numerals:
    """The number words of the lexicon by class; `starters` are those that a number can begin with."""

    small: Mapping[str, Decimal]
    tens: Mapping[str, Decimal]
    scale: Mapping[str, Decimal]
    short: Mapping[str, Decimal]
    group: Mapping[str, Decimal]
    many: Mapping[str, tuple[Decimal, Decimal]]
    vague: frozenset[str]
    ordinal: Mapping[str, Decimal]
    part: Mapping[str, Decimal]
    times: Mapping[str, Decimal]
    fold: Mapping[str, Decimal]
    multiply: Mapping[str, Decimal]
    starters: frozenset[str]

    @staticmethod
    def of(lexicons: Lexicons) -> Numerals:
        """Read the lexicon `numerals`."""
        classes: dict[str, dict[str, str]] = {}
        for word, value, kind in lexicons.rows("numerals"):
            classes.setdefault(kind, {})[word] = value

        def read(kind: str) -> dict[str, Decimal]:
            return {word: Decimal(value) for word, value in classes[kind].items()}

        many = {word: _ends(value) for word, value in classes["many"].items()}
        scale = read("scale") | read("hundred")
        starters = frozenset(word for kind, words in classes.items() if kind != "short" for word in words)
        return Numerals(
            small=read("small"),
            tens=read("tens"),
            scale=scale,
            short=read("short"),
            group=read("group"),
            many=many,
            vague=frozenset(classes["vague"]),
            ordinal=read("ordinal"),
            part=read("part"),
            times=read("times"),
            fold=read("fold"),
            multiply=read("multiply"),
            starters=starters | VULGAR,
        )

    def is_multiplier(self, word: str) -> bool:
        """Tell whether a word multiplies the number before it: "hundred", "million", "dozen"."""
        return word in self.scale or word in self.group


def _ends(value: str) -> tuple[Decimal, Decimal]:
    low, _, high = value.partition("-")
    return Decimal(low), Decimal(high)


def numerals(lexicons: Lexicons) -> Numerals:
    """Give the number words of some lexicons, read once."""
    return lexicons.compiled("quantities.numerals", lambda: Numerals.of(lexicons))
