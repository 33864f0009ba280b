"""What all parts of the quantities step share about one text: its words, the word lists, and what is no running text."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from attrs import field, frozen

from newsfacts import Lexicons

from .units import Units, units
from .words import Words

_STERLING = ("£", "sterling", " pence", "British pound")


@frozen(eq=False)
class Context:
    """The words of a text and the word lists about the surroundings of numbers."""

    words: Words
    units: Units
    designators: frozenset[str]
    year_cues: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    clock: frozenset[str]
    streets: frozenset[str]
    denominators: frozenset[str]
    plurals: frozenset[str]
    functional: frozenset[str]
    pronoun_one: frozenset[str]
    person_at: Callable[[int], bool | None] = field(default=lambda _: None)

    @staticmethod
    def of(words: Words, lexicons: Lexicons, person_at: Callable[[int], bool | None] = lambda _: None) -> Context:
        """Make the context of a text; `person_at` tells whether the character is in a person's name, if known."""

        def get(key: str) -> frozenset[str]:
            return lexicons.words("quantity_context", key)

        return Context(
            words=words,
            units=units(lexicons),
            designators=get("designators"),
            year_cues=get("year_cues"),
            months=get("months"),
            weekdays=get("weekdays"),
            clock=get("clock"),
            streets=get("streets"),
            denominators=get("denominators"),
            plurals=get("plurals"),
            functional=get("functional"),
            pronoun_one=get("pronoun_one"),
            person_at=person_at,
        )

    @cached_property
    def writes_sterling(self) -> bool:
        """Whether the text writes about British money, so that "pounds" are no weight."""
        return any(sign in self.words.text for sign in _STERLING)

    def may_be_person(self, at: int) -> bool:
        """Tell whether a capital word may be a person's name: it is no month, day or street."""
        word = self.words.at(at)
        return word not in self.months and word not in self.weekdays and word not in self.streets

    def is_plural(self, at: int) -> bool:
        """Tell whether a piece looks like a plural noun in lower case or any case of a headline."""
        word = self.words.at(at)
        if word in self.plurals:
            return True
        if len(word) < 3 or word[-1] != "s" or word[-2] in "'" or word in self.functional:
            return False
        return word[-2] not in "su" or word.endswith(("buses", "viruses"))

    def is_noun_like(self, at: int) -> bool:
        """Tell whether a piece may be a noun or a modifier of one: a word that is not functional."""
        return self.words.is_word(at) and self.words.at(at) not in self.functional
