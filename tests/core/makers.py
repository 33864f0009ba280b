"""Small extractors and plugins that the tests of the core are made with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

import spacy
from attrs import field, frozen, validators
from spacy.language import Language

import newsfacts
from newsfacts import Claim, Entity, Extractor, Fact, Kinds, Mention, Quotation, Reading, Ref, Span, hookimpl
from newsfacts.facts import AUTHOR


@frozen(kw_only=True)
class Casualty(Fact):
    """Somebody hurt: a kind of a third party."""

    kind: ClassVar[str] = "acme.casualty"

    fate: str


@frozen
class Shouts(Extractor):
    """Words in capitals, as quotations without marks."""

    name: ClassVar[str] = "acme.shouts"
    gives: ClassVar[Kinds] = frozenset({Quotation})

    least: int = field(default=3, validator=validators.ge(1))

    def extract(self, reading: Reading) -> Iterator[Quotation]:
        for token in reading.doc:
            if token.is_upper and len(token) >= self.least:
                yield Quotation(span=reading.token_span(token), marks="none", rule="capitals")


@frozen
class Shouters(Extractor):
    """A claim of the author for every shout."""

    name: ClassVar[str] = "acme.shouters"
    needs: ClassVar[Kinds] = frozenset({Quotation})
    gives: ClassVar[Kinds] = frozenset({Claim})

    def extract(self, reading: Reading) -> Iterator[Claim]:
        for shout in reading.all(Quotation):
            yield Claim(span=shout.span, source=AUTHOR, content=(shout.span,))


@frozen
class Hurt(Extractor):
    """A casualty for every "injured"."""

    name: ClassVar[str] = "acme.casualties"
    gives: ClassVar[Kinds] = frozenset({Casualty})

    def extract(self, reading: Reading) -> Iterator[Casualty]:
        for token in reading.doc:
            if token.lower_ == "injured":
                yield Casualty(span=reading.token_span(token), fate="injured")


@frozen
class Failing(Extractor):
    """A step that fails on every article."""

    name: ClassVar[str] = "acme.failing"
    gives: ClassVar[Kinds] = frozenset({Quotation})

    def extract(self, reading: Reading) -> Iterable[Fact]:
        raise ZeroDivisionError("nothing to divide by")


@frozen
class Giving(Extractor):
    """A step that gives what it is told to, right or wrong."""

    name: ClassVar[str] = "acme.giving"
    gives: ClassVar[Kinds] = frozenset({Mention, Entity})

    facts: tuple[Fact, ...] = ()

    def extract(self, reading: Reading) -> Iterable[Fact]:
        return self.facts


class AddsShouts:
    """A plugin that adds a step."""

    @hookimpl
    def newsfacts_extractors(self) -> Iterable[Extractor]:
        return [Shouts()]


def blank(*extractors: Extractor, plugins: Iterable[object] = (), **options: object) -> newsfacts.Pipeline:
    """A pipeline of these extractors alone, on a spaCy pipeline that only splits words."""
    made = newsfacts.load(nlp(), only=options.pop("only", ()), plugins=plugins, installed=False, **options)
    return made.adding(*extractors)


def nlp() -> Language:
    return spacy.blank("en")


def mention(start: int, end: int) -> Mention:
    return Mention(span=Span(start, end), head=Span(start, end), form="NAM")


def pointing_nowhere() -> Entity:
    return Entity(span=Span(0, 2), type="PERSON", name="He", mentions=(Ref("mention@90:95"),))
