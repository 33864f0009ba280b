"""What all parts of the quantities step share about one text: its words and the word lists."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from attrs import field, fields, frozen

from newsfacts import Lexicons

from .units import Units, units
from .words import Words

_STERLING = ("£", "sterling", " pence", "British pound")


@frozen(eq=False)
class Lists:
    """The word lists of the lexicon `quantity_context`."""

    amounts: frozenset[str]
    ballot_words: frozenset[str]
    before_hours: frozenset[str]
    contests: frozenset[str]
    designators: frozenset[str]
    named_designators: frozenset[str]
    year_cues: frozenset[str]
    months: frozenset[str]
    naming_ordinals: frozenset[str]
    weekdays: frozenset[str]
    clock: frozenset[str]
    collecting: frozenset[str]
    streets: frozenset[str]
    denominators: frozenset[str]
    plurals: frozenset[str]
    functional: frozenset[str]
    pronoun_one: frozenset[str]
    small_words: frozenset[str]
    linking: frozenset[str]
    after_half: frozenset[str]
    after_times: frozenset[str]
    before_no_half: frozenset[str]
    before_part: frozenset[str]
    before_no_end: frozenset[str]
    determiners: frozenset[str]
    lasting: frozenset[str]
    measured: frozenset[str]
    moving: frozenset[str]
    ranking: frozenset[str]
    repeating: frozenset[str]
    recipients: frozenset[str]
    score_words: frozenset[str]
    stretches: frozenset[str]
    skipped: frozenset[str]

    @staticmethod
    def of(lexicons: Lexicons) -> Lists:
        """Read the lexicon."""
        return Lists(*(lexicons.words("quantity_context", field.name) for field in fields(Lists)))


@frozen(eq=False)
class Context:
    """The words of a text and the word lists about the surroundings of numbers.

    `person_at` tells whether the character at a place is in a person's name, if that is known.
    """

    words: Words
    units: Units
    lists: Lists
    person_at: Callable[[int], bool | None] = field(default=lambda _: None)

    @staticmethod
    def of(words: Words, lexicons: Lexicons, person_at: Callable[[int], bool | None] = lambda _: None) -> Context:
        """Make the context of a text."""
        lists = lexicons.compiled("quantities.lists", lambda: Lists.of(lexicons))
        return Context(words, units(lexicons), lists, person_at)

    @cached_property
    def writes_sterling(self) -> bool:
        """Whether the text writes about British money, so that "pounds" are no weight."""
        return any(sign in self.words.text for sign in _STERLING)

    def may_be_person(self, at: int) -> bool:
        """Tell whether a capital word may be a person's name: it is no month, day or street."""
        word = self.words.at(at)
        return word not in self.lists.months and word not in self.lists.weekdays and word not in self.lists.streets

    def is_plural(self, at: int) -> bool:
        """Tell whether a piece looks like a plural noun in lower case or any case of a headline."""
        word = self.words.at(at)
        if word in self.lists.plurals:
            return True
        if len(word) < 3 or word[-1] != "s" or word[-2] == "'" or word in self.lists.functional:
            return False
        return word[-2] not in "su" or word.endswith(("buses", "viruses"))

    def is_functional(self, at: int) -> bool:
        """Tell whether a piece is a functional word; "US" is none."""
        return self.words.at(at) in self.lists.functional and self.words.as_written(at) != "US"

    def is_noun_like(self, at: int) -> bool:
        """Tell whether a piece may be a noun or a modifier of one: a word that is not functional."""
        return self.words.is_word(at) and not self.is_functional(at)
