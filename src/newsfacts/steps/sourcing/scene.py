"""What all finders of claims look at: one article's words, sentences and quotations as plain tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from newsfacts import Block, Event, Quotation, Reading, Span
from newsfacts.steps.sourcing.lexicon import lemmas_by_form

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsfacts.syntax import Syntax

Range = tuple[int, int]
_SHORT = 6
"""Quotations of so few words, marks and all, are never cut."""


@frozen(eq=False)
class Scene:
    """One article, for the finders of claims; tokens are indices, ranges half-open."""

    reading: Reading

    @cached_property
    def syntax(self) -> Syntax:
        """Questions about clauses."""
        return self.reading.syntax

    def token(self, index: int) -> Token:
        """Give the token at an index."""
        return self.reading.words[index]

    @cached_property
    def size(self) -> int:
        """How many tokens there are."""
        return len(self.reading.doc)

    @cached_property
    def event_starts(self) -> list[int]:
        """Where the anchor of each event starts."""
        return [event.span.start for event in self.reading.all(Event)]

    @cached_property
    def lower(self) -> list[str]:
        """The words in lower case."""
        return self.reading.columns.lowers

    @cached_property
    def lemmas(self) -> list[str]:
        """The lemmas in lower case; those of reporting verbs are looked up by their form."""
        return self.reading.shared("scene lemmas", self._lemmatised)

    def _lemmatised(self) -> list[str]:
        forms = lemmas_by_form(self.reading.lexicons)
        lemmas = [*self.reading.columns.lemmas]
        for index in self.verbs:
            if (lemma := forms.get(self.lower[index])) is not None:
                lemmas[index] = lemma
        return lemmas

    @cached_property
    def verbs(self) -> list[int]:
        """The words with the tag of a verb."""
        return self.reading.shared("scene verbs", lambda: [i for i, tag in enumerate(self.tags) if tag[:2] == "VB"])

    @cached_property
    def tags(self) -> list[str]:
        """The Penn tags."""
        return self.reading.columns.tags

    @cached_property
    def blank(self) -> list[bool]:
        """Whether a token has no letter or digit."""
        return self.reading.shared(
            "scene blanks", lambda: [not (word.isalnum() or any(map(str.isalnum, word))) for word in self.lower]
        )

    @cached_property
    def phrases(self) -> dict[tuple[int, Range], Range]:
        """The phrases of sources that were asked for, by head and cue."""
        return {}

    @cached_property
    def sentences(self) -> tuple[Range, ...]:
        """The sentences as token ranges; a full stop inside a name ("Caliber.Az") ends none."""
        found: list[Range] = []
        for start, end in self.syntax.sentences():
            before = self.lower[start - 1] if start else "\n"
            if found and before == "." and not self.token(start - 1).whitespace_ and not self.blank[start]:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        return tuple(found)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def sentence(self, index: int) -> Range:
        """Give the sentence of a token; it does not run over the end of a paragraph."""
        found = self._sentence_of.get(index)
        if found is None:
            at = bisect_right(self._sentence_starts, index) - 1
            start, end = self.sentences[at] if at >= 0 else (0, self.size)
            low, high = self.paragraph(index)
            found = self._sentence_of[index] = max(start, low), min(end, high)
        return found

    @cached_property
    def _sentence_of(self) -> dict[int, Range]:
        """The sentences of the tokens that were asked about."""
        return {}

    @cached_property
    def _breaks(self) -> list[int]:
        """Tokens after which a paragraph ends."""
        return [index for index, word in enumerate(self.lower) if "\n" in word]

    def paragraph(self, index: int) -> Range:
        """Give the paragraph of a token."""
        at = bisect_right(self._breaks, index)
        start = self._breaks[at - 1] + 1 if at else 0
        end = self._breaks[at] if at < len(self._breaks) else self.size
        return start, end

    @cached_property
    def prose(self) -> list[bool]:
        """Whether each token lies in running text."""
        prose = [True] * self.size
        for block in self.reading.all(Block):
            if not block.is_running_text:
                start, end = self.reading.token_range(block.span)
                prose[start:end] = [False] * (end - start)
        return prose

    # --- quotations
    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Quotations that are not inside others."""
        outer: list[Quotation] = []
        for quotation in self.reading.all(Quotation):
            if not outer or quotation.span.start >= outer[-1].span.end:
                outer.append(quotation)
        return tuple(outer)

    @cached_property
    def quotation_ranges(self) -> tuple[Range, ...]:
        """The tokens of each quotation, marks included."""
        return tuple(self.reading.token_range(quotation.span) for quotation in self.quotations)

    @cached_property
    def quoted(self) -> list[int]:
        """For each token the index of its quotation, -1 outside."""
        at = [-1] * self.size
        for number, (start, end) in enumerate(self.quotation_ranges):
            at[start:end] = [number] * (end - start)
        return at

    def speech_at(self, index: int) -> int:
        """Give the number of the spoken quotation around a token, or -1."""
        number = self.quoted[index] if 0 <= index < self.size else -1
        return number if number >= 0 and self.quotations[number].speech else -1

    # --- spans
    def span(self, start: int, end: int) -> Span | None:
        """Give the characters of a token range without white space, commas and stray marks at its edges."""
        while start < end and self._is_loose(start) and not self._opens(start, end):
            start += 1
        while end > start and self._is_loose(end - 1) and not self._closes(start, end):
            end -= 1
        return self.reading.span(start, end) if start < end else None

    def _is_loose(self, index: int) -> bool:
        return self.blank[index] and self.lower[index] not in {"$", "£", "€", "%", "#"}

    def _opens(self, start: int, end: int) -> bool:
        number = self.quoted[start]
        if number >= 0:
            return self.quotation_ranges[number][0] == start
        return self.lower[start] in {"(", "["} and any(word in {")", "]"} for word in self.lower[start:end])

    def _closes(self, start: int, end: int) -> bool:
        last = end - 1
        number = self.quoted[last]
        if number >= 0:
            first, stop = self.quotation_ranges[number]
            return stop == end and first >= start
        return self.lower[last] in {")", "]"} and any(word in {"(", "["} for word in self.lower[start:end])

    def runs(self, tokens: Iterable[int]) -> list[Range]:
        """Give the runs of a set of tokens; blanks between two members join them."""
        members = sorted(tokens)
        found: list[list[int]] = []
        for index in members:
            if found and all(self.blank[found[-1][1] : index]):
                found[-1][1] = index + 1
            else:
                found.append([index, index + 1])
        return [(start, end) for start, end in found]

    def grown(self, start: int, end: int) -> Range:
        """Give a range with each spoken quotation that it holds the most of, and marks at its edges."""
        for edge, step in ((start, -1), (end - 1, 1)):
            number = self.quoted[edge] if start < end else -1
            if number < 0:
                continue
            first, last = self.quotation_ranges[number]
            held = min(end, last) - max(start, first)
            if self.quotations[number].speech or 2 * held >= last - first or last - first <= _SHORT:
                if step < 0 and not (first < start and self._much_before(first, start)):
                    start = min(start, first)
                elif step > 0:
                    end = max(end, last)
        if start > 0 and self._is_mark(start - 1, opening=True):
            start -= 1
        if end < self.size and self._is_mark(end, opening=False):
            end += 1
        return start, end

    def _much_before(self, first: int, start: int) -> bool:
        """Whether the quotation has a whole sentence before the range."""
        return any(word in {".", "!", "?"} for word in self.lower[first:start])

    def _is_mark(self, index: int, *, opening: bool) -> bool:
        number = self.quoted[index]
        if number < 0:
            return False
        first, last = self.quotation_ranges[number]
        return index == (first if opening else last - 1) and self.blank[index]
