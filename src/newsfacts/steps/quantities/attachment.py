"""Attachment: the phrase that a number counts, and what a measure is about, from the parse or from the words beside it."""

from __future__ import annotations

from functools import cached_property

from attrs import frozen
from spacy.tokens import Token

from newsfacts import Reading, Span

from .context import Context
from .measures import Measure

_SKIPPED = frozenset({"of", "the", "a", "an", "these", "those", "its", "their", "his", "her", "our", "my", "your", "more", "such", "all", "'", "’", "s"})
_REACH = 8


@frozen(eq=False)
class Attachment:
    """Attaches measures of one text."""

    reading: Reading
    context: Context

    # --- counted
    def counted(self, measure: Measure, last: int) -> tuple[Span, Token | None] | None:
        """Give the phrase counted, from piece `last`, and its head token if the parse knows it."""
        if (head := self._counted_head(measure)) is not None:
            span = self._up_to(last, head)
            if span is not None:
                return span, head
        beside = self._beside(last)
        return None if beside is None else (beside, None)

    @cached_property
    def _parsed(self) -> bool:
        return self.reading.doc.has_annotation("DEP") and self.reading.syntax.parsed

    def _tokens(self, measure: Measure) -> tuple[int, int]:
        words = self.context.words
        return self.reading.token_range(Span(words.starts[measure.first], words.ends[measure.last - 1]))

    def _counted_head(self, measure: Measure) -> Token | None:
        """Give the noun that the number modifies, to its right; through "of" in "61 of the 120 seats"."""
        if not self._parsed:
            return None
        syntax, doc = self.reading.syntax, self.reading.doc
        first, last = self._tokens(measure)
        for i in range(last - 1, first - 1, -1):
            head = syntax.head(doc[i])
            if head is not None and last <= head.i < last + _REACH and syntax.role(doc[i]) in {"number", "compound", "determiner", "adjective"}:
                return head if head.pos_ in {"NOUN", "PROPN", "ADJ", "VERB", "NUM", "SYM"} else None
        if self.context.words.at(measure.last) == "of":
            for i in range(last - 1, first - 1, -1):
                for preposition, noun in syntax.obliques(doc[i]):
                    if preposition == "of" and last < noun.i < last + 2 * _REACH:
                        return noun
        return None

    def _up_to(self, at: int, head: Token) -> Span | None:
        """Give the words from after the number to the head, without articles."""
        words = self.context.words
        end = self.reading.parsed.ends[head.i]
        while at < len(words) and (words.at(at) in _SKIPPED or words.at(at) in {"-", ","}) and words.ends[at] < end:
            at += 1
        while at < len(words) and words.is_number(at) and words.ends[at] < end:
            at += 1
        if at >= len(words) or words.starts[at] >= end:
            return None
        return Span(words.starts[at], end)

    def _beside(self, at: int) -> Span | None:
        """Give the nearest words to the right up to a plural noun: what there is without a parse."""
        words, context = self.context.words, self.context
        while words.at(at) in _SKIPPED or (words.at(at) == "-" and words.glued(at)):
            at += 1
        first, plural = at, -1
        while at < first + 5 and context.is_noun_like(at):
            if context.is_plural(at):
                plural = at
            elif plural >= 0:
                break
            at += 1
            if words.at(at) == "-" and words.glued(at):
                at += 1
        if plural < 0:
            return None
        return Span(words.starts[first], words.ends[plural])
