"""The words of a document as plain columns: what the rules for names and mentions look at."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from attrs import asdict, frozen

from newsfacts import Columns, Reading
from newsfacts.syntax import Syntax

QUOTES = frozenset({'"', "“", "”", "«", "»", "``", "''"})
_OPENERS = QUOTES | {":"}


@frozen(eq=False)
class Words(Columns):
    """The columns of a document with the places of its words, by index; `reading` has no facts."""

    reading: Reading

    @staticmethod
    def of(reading: Reading) -> Words:
        """Give the columns of a document, read once for all steps."""
        return reading.shared(Words, lambda: Words._read(Reading(reading.parsed, reading.lexicons)))

    @staticmethod
    def _read(reading: Reading) -> Words:
        return Words(**asdict(reading.columns, recurse=False), reading=reading)

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def syntax(self) -> Syntax:
        """Questions about clauses."""
        return self.reading.syntax

    def string(self, start: int, end: int) -> str:
        """Give the characters of a token range."""
        starts, ends = self.reading.parsed.starts, self.reading.parsed.ends
        return self.reading.text[starts[start] : ends[end - 1]]

    def lower(self, index: int) -> str:
        """Give a word in lower case; "" outside the text."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def text(self, index: int) -> str:
        """Give a word; "" outside the text."""
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    @cached_property
    def ends_at(self) -> dict[int, int]:
        """The token index (exclusive) for each character position at which a word ends."""
        return dict(zip(self.reading.parsed.ends, range(1, len(self) + 1), strict=True))

    @cached_property
    def starts_at(self) -> dict[int, int]:
        """The token index for each character position at which a word starts."""
        return dict(zip(self.reading.parsed.starts, range(len(self)), strict=True))

    @cached_property
    def capitals(self) -> list[int]:
        """The words that start with a capital, as token indices."""
        forms = {text for text in set(self.texts) if text[0].isupper()}
        return [index for index, text in enumerate(self.texts) if text in forms]

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where sentences start, as token indices; line breaks start one too."""
        starts = {start for start, _ in self.syntax.sentences()} | {0}
        breaks = {text for text in set(self.texts) if "\n" in text}
        starts |= {index for index, text in enumerate(self.texts[:-1], 1) if text in breaks}
        return sorted(starts)

    def sentence(self, index: int) -> int:
        """Give the number of the sentence of a word."""
        return bisect_right(self.sentence_starts, index) - 1

    @cached_property
    def opening_words(self) -> frozenset[int]:
        """The words that are capitals by place: first of a sentence or a quotation."""
        first = set(self.sentence_starts)
        first |= {index for index, text in enumerate(self.texts, 1) if text in _OPENERS}
        first |= {i + 1 for i in self.sentence_starts if self.text(i) in QUOTES}
        return frozenset(first)
