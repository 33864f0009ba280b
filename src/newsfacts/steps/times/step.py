"""The step `times`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from attrs import frozen

from newsfacts import (
    Block,
    Dateline,
    Entity,
    Extractor,
    Kinds,
    Mention,
    PublicationDate,
    Reading,
    Span,
    TimeExpression,
)
from newsfacts.steps.times.anchored import anchored, occurrences
from newsfacts.steps.times.dates import Source
from newsfacts.steps.times.grammar import Grammar
from newsfacts.steps.times.meanings import Match
from newsfacts.steps.times.resolving import Resolver, publication_day
from newsfacts.steps.times.words import Words


@frozen
class Times(Extractor):
    """Expressions of time with TIMEX3 values, times told by an event, and "for the first time".

    Values are as exact as the words: "in May" is a month, and without a day of publication its year stays open.
    """

    name: ClassVar[str] = "times"
    uses: ClassVar[Kinds] = frozenset({Block, Dateline, PublicationDate, Mention, Entity})
    gives: ClassVar[Kinds] = frozenset({TimeExpression})
    consults: ClassVar[frozenset[str]] = frozenset({"dep", "ent", "lemma", "pos", "tag"})

    def extract(self, reading: Reading) -> Iterable[TimeExpression]:
        """Give the times of the article."""
        grammar = reading.lexicons.compiled(Grammar, lambda: Grammar.of(reading.lexicons))
        source = Source(Words.of(reading.text), grammar.vocabulary)
        resolver = Resolver(reading, source.words, publication_day(reading, grammar))
        names = [mention.span for mention in reading.all(Mention) if mention.form == "NAM" and mention.type in _CLOSED]
        found = [
            resolver.fact(first, match)
            for first, match in grammar.find(source.words)
            if not (_is_in_name(names, source, first, match) or _is_no_time(reading, source, first, match))
        ]
        taken = {fact.span for fact in found}
        dates = {fact.span.start: fact.span for fact in found if fact.type in {"DATE", "TIME"}}
        told = [*anchored(reading, dates), *occurrences(source)]
        return [*found, *(fact for fact in told if fact.span not in taken)]


def _is_no_time(reading: Reading, source: Source, first: int, match: Match) -> bool:
    """Whether the words count something, or are no time here."""
    if not match.weak:
        return False
    span = source.words.span(first, match.end)
    if match.rule == "month":
        return not (source.is_in("month_after", first - 1) or _is_adverbial(reading, span))
    after = reading.token_range(span)[1]
    return after < len(reading.doc) and reading.words[after].tag_ == "NNS" and reading[span].endswith("00")


def _is_adverbial(reading: Reading, span: Span) -> bool:
    tokens = reading.tokens(span)
    return bool(tokens) and tokens[0].pos_ == "PROPN" and tokens[0].ent_type_ not in {"PERSON", "ORG", "GPE"}


def _is_in_name(names: Sequence[Span], source: Source, first: int, match: Match) -> bool:
    """Whether the words are part of the name of a person, an organisation, a place or a work."""
    span = source.words.span(first, match.end)
    return any(name.start <= span.start and name.covers(span) and name != span for name in names)


_CLOSED = frozenset({"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "FAC", "GPE", "LOC", "LAW"})
