"""Links between figures of one thing: "at least 12 dead", later "the toll rose to 14"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from operator import itemgetter
from typing import Literal

from attrs import frozen

from newsfacts import Claim, Entity, FigureLink, Interval, Quantity, Reading, ReportedFigure, Span, TimeExpression

from .words import Words

Relation = Literal["agrees", "refines", "updates", "conflicts"]
Topic = tuple[str, ...]
_NEAR = 4
_WIDE = 7
_LONG = 60
_FEW = 10
_CLOSE = Decimal("0.1")
_BEYOND = Decimal(2)
_STOPS = frozenset(".!?;:")
_LARGE = 100_000
_FORTNIGHT = 14
_PLACES = frozenset({"FAC", "GPE", "LOC"})
_MAKERS = frozenset({"ORG"})
_UNLINKED = frozenset({"age", "multiple", "score", "time"})


@frozen
class Figure:
    """A quantity with what it tells of (`topics`, the surest first), and what words beside it say of it.

    `newer`: they call it a newer figure; `older`: one that was given before ("had earlier put the toll at 20");
    `put`: somebody puts it there.
    """

    quantity: Quantity
    topics: tuple[Topic, ...]
    newer: bool
    older: bool
    put: bool
    sentence: Span


@frozen(eq=False)
class Linker:
    """Links each figure of a text to the nearest one before it with the same topic."""

    reading: Reading
    reported: tuple[ReportedFigure, ...]

    def links(self) -> Iterator[FigureLink]:
        """Give the links."""
        last: dict[Topic, Figure] = {}
        told: Topic | None = None
        for quantity in self.reading.all(Quantity):
            if (figure := self._figure(quantity, told)) is None:
                continue
            for topic in figure.topics:
                before = last.get(topic)
                if before is None or not self._may_be_one(topic, before, figure):
                    continue
                if (relation := self._relation(topic, before, figure)) is not None:
                    first, second = before.quantity.ref, quantity.ref
                    if figure.older and relation == "updates":
                        first, second = second, first
                    yield FigureLink(span=quantity.span, first=first, second=second, relation=relation, rule=topic[0])
                    break
            for topic in figure.topics:
                if not (figure.older and topic in last):
                    last[topic] = figure
            told = figure.topics[0] if figure.topics[0][0] == "fate" else told

    # --- what a figure tells of
    @cached_property
    def words(self) -> Words:
        """The words of the text."""
        return Words.of(self.reading.text)

    def _list(self, key: str) -> frozenset[str]:
        return self.reading.lexicons.words("figures", key)

    @cached_property
    def fates(self) -> Mapping[str, str]:
        """What befell people, by word."""
        fates = self.reading.lexicons.raw("figures")["fates"]
        return {word: fate for fate, words in fates.items() for word in words}

    def _figure(self, quantity: Quantity, told: Topic | None) -> Figure | None:
        if quantity.ordinal or quantity.per is not None or quantity.base is not None:
            return None
        if quantity.dimension in _UNLINKED or quantity.value.precision == "vague":
            return None
        if quantity.change is not None and quantity.change.role == "from":
            return None
        words = self.words
        first = bisect_right(words.starts, quantity.span.start) - 1
        end = quantity.span.end if quantity.counted is None else max(quantity.span.end, quantity.counted.end)
        last = bisect_right(words.starts, end - 1)
        if self._is_part(quantity, first, last):
            return None
        topics = tuple(self._topics(quantity, first, last, told))
        beside = {*self._around(first, -1, _WIDE), *self._around(last - 1, 1, _NEAR)}
        newer, put = (not self._list(key).isdisjoint(beside) for key in ("update", "put"))
        sentence = self._sentence(first, last)
        older = not self._list("older").isdisjoint(self._before(sentence, first))
        return Figure(quantity, topics, newer, older, put, sentence) if topics else None

    def _before(self, sentence: Span, first: int) -> list[str]:
        """Give the words of a sentence before a number."""
        start = max(bisect_left(self.words.starts, sentence.start), first - 2 * _WIDE)
        return [self.words.at(at) for at in range(start, first)]

    def _is_part(self, quantity: Quantity, first: int, last: int) -> bool:
        """Tell a part of another figure, or one beside it: "including 4 children", "seven others", "5 more people"."""
        words, part = self.words, self._list("part")
        if words.at(first - 1) in part or (words.at(first - 1) == "of" and words.is_number(first - 2)):
            return True
        inside = bisect_right(words.starts, quantity.number.end - 1)
        return any(words.at(at) in part for at in range(first, last + 1) if at >= inside)

    def _topics(self, quantity: Quantity, first: int, last: int, told: Topic | None) -> Iterator[Topic]:
        """Give what a figure tells of: the fate of people, the phrase counted, the thing measured, the bare amount."""
        text = self.words.text
        counted = "" if quantity.counted is None else quantity.counted.of(text).lower()
        head = counted.split()[-1].removesuffix("s") if counted else ""
        if quantity.dimension == "count":
            if (fate := self._fate(first, last)) is not None:
                anybody = not counted or counted.split()[-1] in self._list("anybody")
                yield "fate", fate, "" if anybody else head
            elif not counted and told is not None and self._says_count(first):
                yield told
            elif head:
                yield "counted", counted
                yield "head", head
            return
        unit = quantity.unit or ""
        for span in quantity.about:
            yield "about", unit, span.of(text).split()[-1].lower().removesuffix("s")
        if self._is_rare(quantity.value):
            yield "amount", unit, str(quantity.value.low), str(quantity.value.high)

    def _says_count(self, first: int) -> bool:
        """Tell whether a bare number is the count of what was told before: "put the figure at 20"."""
        return not self._list("count").isdisjoint(self._around(first, -1, _WIDE))

    def _fate(self, first: int, last: int) -> str | None:
        """Give the fate told nearest to a number, within its clause."""
        words = self.words
        inside = (words.at(at) for at in range(first, last))
        after, before = self._around(last - 1, 1, _NEAR), self._around(first, -1, _NEAR)
        return next((self.fates[word] for word in (*inside, *after, *before) if word in self.fates), None)

    def _around(self, at: int, step: int, count: int) -> Iterator[str]:
        """Give the words from a piece on, backwards or forwards, up to the end of the clause."""
        words = self.words
        for _ in range(count):
            if "\n" in self._gap(at if step < 0 else at + 1):
                return
            at += step
            word = words.at(at) if at >= 0 else ""
            if not word or (not word[0].isalnum() and word not in "'’-") or words.is_number(at) or word == "and":
                return
            yield word

    def _sentence(self, first: int, last: int) -> Span:
        """Give the sentence around some words, up to `_LONG` words each way."""
        words, least, most = self.words, max(0, first - _LONG), min(len(self.words), last + _LONG)
        while first > least and words.at(first - 1) not in _STOPS and "\n" not in self._gap(first):
            first -= 1
        while last < most and words.at(last) not in _STOPS and "\n" not in self._gap(last):
            last += 1
        return Span(words.starts[first], words.ends[last - 1])

    def _gap(self, at: int) -> str:
        words = self.words
        return words.text[words.ends[at - 1] : words.starts[at]] if 0 < at < len(words) else "\n"

    # --- whether two figures are of one thing, and how they fit
    def _may_be_one(self, topic: Topic, one: Figure, other: Figure) -> bool:
        """Tell figures of one thing from those of two: other places, dates or companies in their sentences."""
        if one.sentence == other.sentence and not other.newer:
            return False
        kinds = _PLACES if topic[0] == "fate" or " " in topic[1] else _PLACES | _MAKERS
        here, there = (self._named(figure.sentence, kinds) for figure in (one, other))
        if here and there and here.isdisjoint(there):
            return False
        if other.newer:
            return True
        days, others = (self._dates(figure.sentence) for figure in (one, other))
        if days and others:
            return any(_covers(day, other_day) for day in days for other_day in others)
        published = self.reading.metadata.published
        if topic[0] != "fate" or published is None:
            return True
        return all(_is_recent(day, published.isoformat()[:10]) for day in (*days, *others))

    def _named(self, sentence: Span, kinds: frozenset[str]) -> frozenset[str]:
        found = self.named[
            bisect_left(self.named_starts, sentence.start) : bisect_left(self.named_starts, sentence.end)
        ]
        return frozenset(entity.id for _, entity in found if entity.type in kinds)

    @cached_property
    def named(self) -> tuple[tuple[int, Entity], ...]:
        """The places and companies named in the text but for sources of claims, with where they are named, in order."""
        sources = {claim.source.span.start for claim in self.reading.all(Claim) if claim.source.span is not None}
        named = (
            (self.reading[mention].span.start, entity)
            for entity in self.reading.all(Entity)
            if entity.type in _PLACES or entity.type in _MAKERS
            for mention in entity.mentions
        )
        return tuple(sorted((entry for entry in named if entry[0] not in sources), key=itemgetter(0)))

    @cached_property
    def named_starts(self) -> list[int]:
        """Where `named` are named."""
        return [start for start, _ in self.named]

    def _dates(self, sentence: Span) -> frozenset[str]:
        told = self.dated[bisect_left(self.dated, (sentence.start, "")) : bisect_left(self.dated, (sentence.end, ""))]
        return frozenset(value for _, value in told)

    @cached_property
    def dated(self) -> tuple[tuple[int, str], ...]:
        """The dates of the text by place."""
        times = self.reading.all(TimeExpression)
        return tuple(sorted((time.span.start, time.value) for time in times if time.type == "DATE" and time.value))

    def _relation(self, topic: Topic, one: Figure, other: Figure) -> Relation | None:
        first, second = one.quantity.value, other.quantity.value
        if first == second:
            return "agrees" if self._tells_much(topic, second) else None
        if any(figure.quantity.change is not None and figure.quantity.change.role == "by" for figure in (one, other)):
            return None
        if topic[0] == "fate":
            return self._of_toll(one, other)
        if topic[0] in {"counted", "about"} and self._tells_much(topic, second):
            if _fits(first, second) or _fits(second, first):
                return "refines"
            if other.newer and topic[0] == "counted":
                return "updates"
        return None

    def _of_toll(self, one: Figure, other: Figure) -> Relation | None:
        first, second = one.quantity.value, other.quantity.value
        changed = other.quantity.change is not None
        if (other.newer or other.older or changed) and (first.low, first.high) != (second.low, second.high):
            return "updates"
        if _fits(first, second) or _fits(second, first):
            return "refines"
        return "conflicts" if other.put or self._told_apart(one.quantity, other.quantity) else None

    @staticmethod
    def _tells_much(topic: Topic, value: Interval) -> bool:
        """Tell figures that hardly meet by chance from those that do: "10,000 jobs", not "two men" and "two men"."""
        if topic[0] in {"fate", "amount"}:
            return True
        ends = [end for end in (value.low, value.high) if end is not None]
        if topic[0] == "about":
            return len(_digits(value)) > 1 or any(abs(end) >= 1000 for end in ends)
        words = len(topic[1].split())
        return any(end > _FEW for end in ends) or (topic[0] == "counted" and words > 1)

    @staticmethod
    def _is_rare(value: Interval) -> bool:
        """Tell an amount that hardly stands twice for two things: "$28,156", "$284 billion"."""
        end = value.low if value.low is not None else value.high
        digits = len(_digits(value))
        return end is not None and (digits > 3 or (digits == 3 and abs(end) >= _LARGE))

    def _told_apart(self, one: Quantity, other: Quantity) -> bool:
        """Tell whether two sources report two figures."""
        sources = [{self._source(figure) for figure in self.reported if figure.quantity == q.ref} for q in (one, other)]
        return bool(sources[0] and sources[1]) and sources[0].isdisjoint(sources[1])

    def _source(self, figure: ReportedFigure) -> str:
        claim: Claim = self.reading[figure.claim]
        source = claim.source
        if source.entity is not None:
            return str(source.entity)
        return "" if source.span is None else source.span.of(self.words.text).lower()


def _covers(one: str, other: str) -> bool:
    """Tell whether one date tells the other closer: 2024-05 and 2024-05-06."""
    return one.startswith(other) or other.startswith(one)


def _is_recent(day: str, published: str) -> bool:
    """Tell whether a date may be that of the news: within two weeks of publication."""
    try:
        return abs((date.fromisoformat(day) - date.fromisoformat(published)).days) <= _FORTNIGHT
    except ValueError:
        return _covers(day, published)


def _digits(value: Interval) -> str:
    """Give the digits of a value that tell something: "284" of 284,000,000,000."""
    end = value.low if value.low is not None else value.high
    return "" if end is None else "".join(map(str, end.normalize().as_tuple().digits))


def _fits(wide: Interval, narrow: Interval) -> bool:
    """Tell whether what one interval allows lies in another, close by.

    An estimate allows a tenth more and less, a limit up to twice and down to half of it; exact numbers allow no other.
    """
    low, high = wide.low, wide.high
    if low is not None and high is not None:
        if wide.precision == "approximate":
            low, high = low * (1 - _CLOSE), high * (1 + _CLOSE)
    elif low is not None:
        high = low * _BEYOND
    elif high is not None:
        low = high / _BEYOND
    if low is None or high is None:
        return False
    ends = [end for end in (narrow.low, narrow.high) if end is not None]
    return bool(ends) and all(low <= end <= high for end in ends)
