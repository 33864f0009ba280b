"""The hand-made parses, by name, in both kinds of labels."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from attrs import frozen
from spacy.tokens import Doc, Token

from newsfacts.spans import Span
from newsfacts.syntax import Syntax, syntax_of
from newsfacts.testing import parses

PARSES = Path(__file__).parents[1] / "parses"
SCHEMES = ("universal", "clear")


@frozen
class Sentence:
    """One parsed sentence, with its words at hand."""

    doc: Doc
    syntax: Syntax

    def word(self, text: str) -> Token:
        """The word of this text; of several, "word/2" is the second."""
        text, _, which = text.partition("/")
        return [token for token in self.doc if token.text == text][int(which or 1) - 1]

    def ask(self, question: str, word: str, **settings: object) -> object:
        """The answer to a question about a word, in words."""
        return self.plain(getattr(self.syntax, question)(self.word(word), **settings))

    def plain(self, answer: object) -> object:
        """Words for tokens and spans, and lists of words for tuples."""
        if isinstance(answer, Token):
            return answer.text
        if isinstance(answer, Span):
            return answer.of(self.doc.text)
        if isinstance(answer, tuple):
            return [self.plain(each) for each in answer]
        return answer


@cache
def all_parses(scheme: str) -> dict[str, Doc]:
    found: dict[str, Doc] = {}
    for path in sorted((PARSES / scheme).glob("*.conllu")):
        found |= parses.docs(path)
    return found


@pytest.fixture(params=SCHEMES)
def sentence(request):
    """Finds a sentence by its name, in the kind of labels under test."""

    def find(name: str) -> Sentence:
        doc = all_parses(request.param)[name]
        return Sentence(doc, syntax_of(doc))

    return find
