"""Texts that are made together with the facts in them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import attrs
from attrs import field, frozen
from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.vocab import Vocab, create_vocab

from newsfacts import Article, Fact, Party, Span, Target
from newsfacts.testing.documents import joined, separator
from newsfacts.testing.marking import places
from newsfacts.testing.moving import moved


@cache
def vocab() -> Vocab:
    """Give the vocabulary that all planted documents share, so that they can be joined."""
    return create_vocab("en", English.Defaults)


@cache
def words(name: str) -> tuple[str, ...]:
    """Give a list of words that planted texts are made of."""
    raw = tomllib.loads((files("newsfacts.testing") / "words.toml").read_text("utf-8"))
    return tuple(raw[name])


@frozen
class Planted:
    """A text with the facts that are in it, and its document: parsed, if syntax matters, else only split into words."""

    text: str
    facts: tuple[Fact, ...]
    doc: Doc = field(eq=False, repr=False)
    parsed: bool = False

    def article(self) -> Article:
        """Give the article with the planted facts."""
        return Article(text=self.text, facts=self.facts)

    def missing(self, article: Article) -> tuple[Fact, ...]:
        """Give the planted facts that an article does not have; only fields that are planted are compared."""
        mine = self.article()
        return tuple(f for f in self.facts if not any(_same(f, other, mine, article) for other in article.all(type(f))))

    def unplanted(self, article: Article) -> tuple[Fact, ...]:
        """Give the facts of an article that are of a planted kind, but were not planted."""
        mine = self.article()
        kinds = {type(fact) for fact in self.facts}
        found = (fact for fact in article.facts if type(fact) in kinds)
        return tuple(f for f in found if not any(_same(p, f, mine, article) for p in mine.all(type(f))))

    def check(self, article: Article) -> None:
        """Raise an `AssertionError` that shows the text unless the article has just the planted facts."""
        from newsfacts.testing.pictures import pictured

        lost, more = self.missing(article), self.unplanted(article)
        lines = [pictured(self.text, [fact.span], f"{fact.kind}: planted, not found as {fact}") for fact in lost]
        lines += [pictured(self.text, [fact.span], f"{fact.kind}: found, not planted: {fact}") for fact in more]
        if lines:
            raise AssertionError("\n".join(lines))


def _same(planted: Fact, found: Fact, mine: Article, article: Article) -> bool:
    """Whether a fact says what was planted, in all fields in which something was planted."""
    for a in attrs.fields(type(planted)):
        value = getattr(planted, a.name)
        if not a.eq or (value == a.default and a.name != "span"):
            continue
        other = getattr(found, a.name)
        if isinstance(value, Party | Target):
            if places(value, mine) != places(other, article):
                return False
        elif value != other:
            return False
    return True


def plain(text: str, facts: Iterable[Fact] = ()) -> Planted:
    """Give a planted text whose document is only split into words."""
    return Planted(text, tuple(facts), _splitter()(text))


@cache
def _splitter() -> English:
    return English(vocab=vocab())


def put_together(parts: Iterable[Planted], between: str = "\n\n") -> Planted:
    """Give one planted text of several, with the same characters between them."""
    made: Planted | None = None
    for part in parts:
        if made is None:
            made = part
            continue
        start = len(made.text) + len(between)
        later = moved(part.facts, _by(start))
        doc = joined(made.doc, separator(between, part.doc), part.doc)
        made = Planted(made.text + between + part.text, (*made.facts, *later), doc, made.parsed and part.parsed)
    if made is None:
        raise ValueError("nothing to put together")
    return made


def _by(distance: int) -> Any:  # (a function from span to span)
    return lambda span: span.shifted(distance)


def at(text: str, part: str, start: int = 0) -> Span:
    """Give the span of the first `part` of a text, from a position on.

    >>> at("By Ann Lee", "Ann Lee")
    Span(start=3, end=10)
    """
    found = text.index(part, start)
    return Span(found, found + len(part))
