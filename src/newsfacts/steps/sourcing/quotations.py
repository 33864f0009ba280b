"""The step that gives quotations, speech told from scare quotes and titles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from attrs import frozen

from newsfacts import Block, Extractor, Fact, Quotation, Reading, Span
from newsfacts.steps.sourcing.lexicon import frames_of, lemmas_by_form
from newsfacts.steps.sourcing.quotation_marks import Pair, pairs

_SHORT = 4
"""Quotations of so few words may be scare quotes."""


@frozen
class Quotations(Extractor):
    """Words between quotation marks, and whether they are somebody's speech.

    >>> import newsfacts
    >>> article = newsfacts.extract('“We lost,” said Mayor Ann Hill. The “free” bus costs two euros.')
    >>> [(article[quotation.span], quotation.speech) for quotation in article.quotations]
    [('“We lost,”', True), ('“free”', False)]
    """

    name: ClassVar[str] = "quotations"
    uses: ClassVar[frozenset[type[Fact]]] = frozenset({Block})
    gives: ClassVar[frozenset[type[Fact]]] = frozenset({Quotation})
    reads: ClassVar[frozenset[str]] = frozenset({"tag"})

    def extract(self, reading: Reading) -> Iterable[Quotation]:
        """Give the quotations in text order."""
        words = reading.lexicons.words("quotation_words", "names_things")
        for pair in pairs(reading.text):
            speech = _is_speech(reading, pair, words)
            rule = "paired" if reading.text[pair.span.end - 1] in "”\"»’'" else "unclosed"
            yield Quotation(span=pair.span, marks=pair.marks, continued=pair.goes_on, speech=speech, rule=rule)


def _is_speech(reading: Reading, pair: Pair, naming: frozenset[str]) -> bool:
    """Long quotations and clauses are speech; a short one is if it has a verb, ends a sentence or is introduced."""
    text, span = reading.text, pair.span
    inner = text[span.start + 1 : span.end - 1].strip()
    words = [word for word in inner.split() if any(letter.isalnum() for letter in word)]
    if not words:
        return False
    if _is_introduced(text, span) or (inner[-1:] in ",!?" and (len(words) > _SHORT or _starts_sentence(text, span))):
        return True
    if _is_named(text, span, naming):
        return False
    if _is_said(reading, span):
        return True
    if len(words) > _SHORT:
        return not _is_title(words)
    tags = [token.tag_ for token in reading.tokens(span)]
    clause = any(tag in {"VBD", "VBP", "VBZ", "MD"} for tag in tags)
    return (clause and len(words) > 1) or (inner.endswith(".") and len(words) > 1)


def _is_introduced(text: str, span: Span) -> bool:
    """A comma or a colon stands before it: 'He said, "No"'."""
    before = text[max(0, span.start - 3) : span.start].rstrip()
    return before.endswith(":") or (before.endswith(",") and text[span.start + 1 : span.start + 2].isupper())


def _starts_sentence(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 3) : span.start].rstrip(" ")
    return not before or before[-1] in '\n.!?:,—”"'


def _is_said(reading: Reading, span: Span) -> bool:
    """A verb of saying stands right before it: 'Campaigners shouted "shame"'."""
    before = reading.text[max(0, span.start - 20) : span.start].split()
    lemma = lemmas_by_form(reading.lexicons).get(before[-1].lower()) if before else None
    frames = frames_of(reading.lexicons, "cue_verbs").get(lemma or "", {})
    return "quote" in frames and frames["quote"].act == "speech" and frames.keys().isdisjoint({"obj", "small"})


def _is_named(text: str, span: Span, naming: frozenset[str]) -> bool:
    """A word before it tells that it is a name: 'the song "Home"', 'a so-called “summit”'."""
    before = text[max(0, span.start - 40) : span.start].split()
    return bool(before) and before[-1].strip("(,").lower() in naming


def _is_title(words: list[str]) -> bool:
    """All words with a capital but for the small ones."""
    long = [word for word in words if len(word) > 3]
    return len(long) > 1 and all(word[:1].isupper() for word in long)
