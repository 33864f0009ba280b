"""The words of a text, and the vocabulary of time that tells what they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import accumulate
from typing import Any

from attrs import frozen

from newsfacts import Lexicons, Span

_WORD = re.compile(r"(\d+|[^\W\d_]+|\S|\n)")
"""Digits, letters, or one other character: "mid-2023" is three words, "1990s" two; a line break is one too."""

_BEYOND = ("",) * 12
"""Empty words after the last one, and, as Python counts from the end, before the first: rules look no farther."""


@frozen(eq=False)
class Words:
    """The words of a text with their places."""

    text: str
    low: list[str]
    starts: list[int]
    ends: list[int]

    @staticmethod
    def of(text: str) -> Words:
        """Cut a text into words.

        >>> Words.of("mid-1990s").low
        ['mid', '-', '1990', 's']
        """
        parts = _WORD.split(text)  # what is between words, a word, what is between words, ...
        places = [*accumulate(map(len, parts))]
        return Words(text, [*map(str.lower, parts[1::2]), *_BEYOND], places[:-1:2], places[1::2])

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, i: int) -> str:
        """Give a word in lower case; empty outside the text."""
        return self.low[i]

    def raw(self, i: int) -> str:
        """Give a word as it stands."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.starts) else ""

    def glued(self, i: int) -> bool:
        """Tell whether word i follows the one before it without a blank."""
        return 0 < i < len(self.starts) and self.starts[i] == self.ends[i - 1]

    def span(self, first: int, end: int) -> Span:
        """Give the characters of words `first` to `end` (exclusive)."""
        return Span(self.starts[first], self.ends[end - 1])

    def is_upper(self, i: int) -> bool:
        """Tell whether a word starts with a capital; none does outside the text."""
        return self.raw(i)[:1].isupper()


@frozen(eq=False)
class Vocabulary:
    """The words of time by what they are; entries of several words are tuples."""

    lists: Mapping[str, Mapping[tuple[str, ...], Any]]
    firsts: Mapping[str, Mapping[str, int]]
    contexts: Mapping[str, frozenset[str]]

    @staticmethod
    def of(lexicons: Lexicons) -> Vocabulary:
        """Make the vocabulary from the lexicons of times."""
        raw = lexicons.raw("times")
        contexts = {name: frozenset(words) for name, words in lexicons.raw("time_contexts").items()}
        lists = {
            name: {tuple(words.split()): value for words, value in entries.items()} for name, entries in raw.items()
        }
        firsts = {name: _longest_by_first(entries) for name, entries in lists.items()}
        return Vocabulary(lists, firsts, contexts)

    def find(self, name: str, words: Words, i: int) -> tuple[Any, int] | None:
        """Give the value of the longest entry of a list that stands at word i, and the place after it."""
        length = self.firsts[name].get(words[i], 0)
        while length:
            entry = tuple(words.low[i : i + length])
            if i + length <= len(words) and entry in self.lists[name]:
                return self.lists[name][entry], i + length
            length -= 1
        return None

    def get(self, name: str, word: str) -> Any:
        """Give the value of a word of a list, or None."""
        return self.lists[name].get((word,))


def _longest_by_first(entries: Mapping[tuple[str, ...], Any]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for entry in entries:
        longest[entry[0]] = max(longest.get(entry[0], 0), len(entry))
    return longest
