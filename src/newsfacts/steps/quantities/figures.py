"""The figures step: which claim reports a number, and which numbers tell of the same thing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import ClassVar, Literal

from attrs import frozen

from newsfacts import (
    Claim,
    Entity,
    Event,
    Extractor,
    Fact,
    FigureLink,
    Interval,
    Kinds,
    Mention,
    Quantity,
    Reading,
    ReportedFigure,
    Span,
    TimeExpression,
)

from .words import Words

Relation = Literal["agrees", "refines", "updates", "conflicts"]
_NEAR = 4
_CLOSE = Decimal("0.1")


@frozen
class Figures(Extractor):
    """Claims that report a quantity, and links between quantities of one thing."""

    name: ClassVar[str] = "figures"
    needs: ClassVar[Kinds] = frozenset({Quantity})
    uses: ClassVar[Kinds] = frozenset({Claim, Entity, Event, Mention, TimeExpression})
    gives: ClassVar[Kinds] = frozenset({ReportedFigure, FigureLink})

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """Give the reported figures of a text, and the links between its figures."""
        reported = tuple(_reported(reading))
        yield from reported
        yield from _Linker(reading, reported).links()


def _reported(reading: Reading) -> Iterator[ReportedFigure]:
    """Give each quantity with every claim whose content holds its number."""
    claims = reading.all(Claim)
    for quantity in reading.all(Quantity):
        for claim in claims:
            if any(content.covers(quantity.number) for content in claim.content):
                yield ReportedFigure(span=quantity.span, quantity=quantity.ref, claim=claim.ref, rule="in-content")


@frozen
class _Figure:
    """A quantity with what it tells of (`topic`) and whether words beside it call it a newer one."""

    quantity: Quantity
    topic: tuple[str, ...]
    newer: bool
    sentence: Span


@frozen(eq=False)
class _Linker:
    """Links the figures of one text; each to the nearest figure before it with the same topic."""

    reading: Reading
    reported: tuple[ReportedFigure, ...]

    def links(self) -> Iterator[FigureLink]:
        """Give the links."""
        last: dict[tuple[str, ...], _Figure] = {}
        for figure in filter(None, map(self._figure, self.reading.all(Quantity))):
            before = last.get(figure.topic)
            if before is not None and self._may_be_one(before, figure) and (relation := self._relation(before, figure)):
                first, second = before.quantity, figure.quantity
                yield FigureLink(
                    span=second.span, first=first.ref, second=second.ref, relation=relation, rule=figure.topic[0]
                )
            last[figure.topic] = figure

    # --- what a figure tells of
    @cached_property
    def words(self) -> Words:
        return Words.of(self.reading.text)

    def _list(self, key: str) -> frozenset[str]:
        return self.reading.lexicons.words("figures", key)

    @cached_property
    def fates(self) -> Mapping[str, str]:
        """What befell people, by word."""
        fates = self.reading.lexicons.raw("figures")["fates"]
        return {word: fate for fate, words in fates.items() for word in words}

    def _figure(self, quantity: Quantity) -> _Figure | None:
        if quantity.ordinal or quantity.per is not None or quantity.base is not None or quantity.dimension != "count":
            return None
        if quantity.change is not None and quantity.change.role == "by":
            return None
        words = self.words
        first = bisect_right(words.starts, quantity.span.start) - 1
        end = quantity.span.end if quantity.counted is None else max(quantity.span.end, quantity.counted.end)
        last = bisect_right(words.starts, end - 1)
        if words.at(first - 1) in self._list("part") or (words.at(first - 1) == "of" and words.is_number(first - 2)):
            return None
        topic = self._topic(quantity, first, last)
        sentence = self._sentence(first, last)
        inside = Words.of(sentence.of(words.text)).low
        return (
            None if topic is None else _Figure(quantity, topic, not self._list("update").isdisjoint(inside), sentence)
        )

    def _topic(self, quantity: Quantity, first: int, last: int) -> tuple[str, ...] | None:
        """Give the fate of the people counted and who they are, or the phrase counted where it has two words."""
        counted = "" if quantity.counted is None else quantity.counted.of(self.words.text).lower()
        head = counted.split()[-1] if counted else ""
        who = "" if not head or head in self._list("anybody") else head.removesuffix("s")
        if (fate := self._fate(first, last)) is not None:
            return "fate", fate, who
        return ("counted", counted) if len(counted.split()) > 1 and quantity.number != quantity.counted else None

    def _fate(self, first: int, last: int) -> str | None:
        """Give the fate told nearest to a number, within its clause."""
        words = self.words
        inside = (words.at(at) for at in range(first, last))
        after = self._until_stop(range(last, last + _NEAR))
        before = self._until_stop(range(first - 1, first - 1 - _NEAR, -1))
        return next((self.fates[word] for word in (*inside, *after, *before) if word in self.fates), None)

    def _until_stop(self, places: range) -> Iterator[str]:
        for at in places:
            word = self.words.at(at) if at >= 0 else ""
            if not word or (not word[0].isalnum() and word not in "'’-") or self.words.is_number(at) or word == "and":
                return
            yield word

    def _sentence(self, first: int, last: int) -> Span:
        words = self.words
        while first > 0 and words.at(first - 1) not in {".", "!", "?"} and "\n" not in self._gap(first):
            first -= 1
        while last < len(words) and words.at(last) not in {".", "!", "?"} and "\n" not in self._gap(last):
            last += 1
        return Span(words.starts[first], words.ends[last - 1])

    def _gap(self, at: int) -> str:
        return self.words.text[self.words.ends[at - 1] : self.words.starts[at]]

    # --- whether two figures are of one thing, and how they fit
    def _may_be_one(self, one: _Figure, other: _Figure) -> bool:
        """Tell figures of one thing from those of two: other places or other dates in their sentences."""
        if one.sentence == other.sentence and not other.newer:
            return False
        return all(
            not here or not there or not here.isdisjoint(there)
            for here, there in (
                (self._places(one.sentence), self._places(other.sentence)),
                (self._dates(one.sentence), self._dates(other.sentence) if not other.newer else frozenset()),
            )
        )

    def _places(self, sentence: Span) -> frozenset[str]:
        return frozenset(entity.id for place, entity in self.placed if sentence.covers(place))

    @cached_property
    def placed(self) -> tuple[tuple[Span, Entity], ...]:
        """The places named in the text, with their entities."""
        entities = (entity for entity in self.reading.all(Entity) if entity.type in {"GPE", "LOC", "FAC"})
        return tuple((self.reading[mention].span, entity) for entity in entities for mention in entity.mentions)

    def _dates(self, sentence: Span) -> frozenset[str]:
        times = self.reading.all(TimeExpression)
        return frozenset(
            time.value for time in times if time.type == "DATE" and time.value and sentence.covers(time.span)
        )

    def _relation(self, one: _Figure, other: _Figure) -> Relation | None:
        first, second = one.quantity.value, other.quantity.value
        if first == second:
            return "agrees"
        changed = other.quantity.change is not None and other.quantity.change.role == "to"
        if (other.newer or changed) and _numbers(first) != _numbers(second):
            return "updates"
        if _fits(first, second) or _fits(second, first):
            return "refines"
        return "conflicts" if self._told_apart(one.quantity, other.quantity) else None

    def _told_apart(self, one: Quantity, other: Quantity) -> bool:
        """Tell whether two sources report two figures."""
        sources = [{self._source(figure) for figure in self.reported if figure.quantity == q.ref} for q in (one, other)]
        return bool(sources[0] or sources[1]) and sources[0].isdisjoint(sources[1])

    def _source(self, figure: ReportedFigure) -> str:
        claim: Claim = self.reading[figure.claim]
        source = claim.source
        if source.entity is not None:
            return str(source.entity)
        return "" if source.span is None else source.span.of(self.words.text).lower()


def _numbers(value: Interval) -> tuple[Decimal | None, ...]:
    return value.low, value.high


def _fits(wide: Interval, narrow: Interval) -> bool:
    """Tell whether what one interval allows lies in another; an estimate allows a tenth more and less."""
    low, high = wide.low, wide.high
    if wide.precision == "approximate" and low is not None and high is not None:
        low, high = low * (1 - _CLOSE), high * (1 + _CLOSE)
    above = low is None or (narrow.low is not None and narrow.low >= low)
    below = high is None or (narrow.high is not None and narrow.high <= high)
    return above and below
