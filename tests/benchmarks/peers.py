"""Other tools as steps of a newsfacts pipeline, so that the same benchmark measures them on the same texts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from importlib.util import find_spec
from itertools import pairwise
from typing import Any, ClassVar

from attrs import frozen

from newsfacts import Claim, Extractor, Interval, Kinds, Party, Quantity, Reading, Span, TimeExpression


def _number(text: str, span: Span) -> Span:
    """The digits of a span, or all of it."""
    digits = [i for i in range(span.start, span.end) if text[i].isdigit()]
    return Span(digits[0], digits[-1] + 1) if digits else span


@frozen
class Quantulum(Extractor):
    """quantulum3: numbers with units, by regular expressions."""

    name: ClassVar[str] = "peer.quantulum3"
    replaces: ClassVar[str | None] = "quantities"
    gives: ClassVar[Kinds] = frozenset({Quantity})
    package: ClassVar[str] = "quantulum3"

    def extract(self, reading: Reading) -> Iterator[Quantity]:
        from quantulum3 import parser

        seen: set[Span] = set()
        for found in parser.parse(reading.text):
            start, end = found.span
            span = Span(max(start, 0), end)  # (now and then it begins before the text)
            if span in seen:
                continue
            seen.add(span)
            unit = None if found.unit.name == "dimensionless" else found.unit.name
            value = Interval.exactly(Decimal(str(found.value)))
            yield Quantity(span=span, number=_number(reading.text, span), value=value, unit=unit)


@frozen
class Recognizers(Extractor):
    """Recognizers-Text: numbers, percentages, currencies, dimensions, ages and temperatures."""

    name: ClassVar[str] = "peer.recognizers"
    replaces: ClassVar[str | None] = "quantities"
    gives: ClassVar[Kinds] = frozenset({Quantity})
    package: ClassVar[str] = "recognizers_number_with_unit"

    def extract(self, reading: Reading) -> Iterator[Quantity]:
        taken: list[Span] = []
        for found in self._found(reading.text):
            span = Span(found.start, found.end + 1)
            value = (found.resolution or {}).get("value")
            if not isinstance(value, str) or any(span.overlaps(other) for other in taken):
                continue
            try:
                number = Decimal(value.rstrip("%"))
            except ArithmeticError:
                continue
            taken.append(span)
            unit = "percent" if value.endswith("%") else found.resolution.get("unit")
            interval = Interval.exactly(number)
            yield Quantity(span=span, number=_number(reading.text, span), value=interval, unit=unit and unit.lower())

    @staticmethod
    def _found(text: str) -> Iterator[Any]:
        import recognizers_number as number
        import recognizers_number_with_unit as with_unit

        for recognize in (
            with_unit.recognize_currency,
            with_unit.recognize_dimension,
            with_unit.recognize_age,
            with_unit.recognize_temperature,
            number.recognize_percentage,
            number.recognize_number,
        ):
            yield from recognize(text, "en-us")


@frozen
class DateparserSearch(Extractor):
    """dateparser.search: dates in running text, as days."""

    name: ClassVar[str] = "peer.dateparser"
    replaces: ClassVar[str | None] = "times"
    gives: ClassVar[Kinds] = frozenset({TimeExpression})
    package: ClassVar[str] = "dateparser"

    def extract(self, reading: Reading) -> Iterator[TimeExpression]:
        from dateparser.search import search_dates

        settings: dict[str, Any] = {}
        if published := reading.metadata.published:
            settings["RELATIVE_BASE"] = datetime(published.year, published.month, published.day)  # noqa: DTZ001
        position = 0
        for words, moment in search_dates(reading.text, languages=["en"], settings=settings) or ():
            start = reading.text.find(words, position)
            if start >= 0:
                position = start + len(words)
                yield TimeExpression(span=Span(start, position), type="DATE", value=moment.date().isoformat())


@frozen
class TextacyQuotations(Extractor):
    """textacy: direct quotations with speaker and cue, paragraph by paragraph."""

    name: ClassVar[str] = "peer.textacy"
    replaces: ClassVar[str | None] = "claims"
    gives: ClassVar[Kinds] = frozenset({Claim})
    reads: ClassVar[frozenset[str]] = frozenset({"dep"})
    package: ClassVar[str] = "textacy"

    def extract(self, reading: Reading) -> Iterator[Claim]:
        from textacy.extract import direct_quotations

        for start, end in self._paragraphs(reading):
            part = reading.doc[start:end].as_doc()
            try:
                quotations = list(direct_quotations(part))
            except ValueError:  # an odd number of quotation marks
                continue
            for speaker, cue, content in quotations:
                source = reading.span(start + speaker[0].i, start + speaker[-1].i + 1)
                cues = reading.span(start + cue[0].i, start + cue[-1].i + 1)
                words = reading.span(start + content.start, start + content.end)
                yield Claim(
                    span=Span.hull((source, cues, words)),
                    source=Party(form="UNNAMED", span=source),
                    cue=(cues,),
                    content=(words,),
                    form="direct",
                )

    @staticmethod
    def _paragraphs(reading: Reading) -> Iterator[tuple[int, int]]:
        breaks = [token.i + 1 for token in reading.doc if token.is_space and "\n" in token.text]
        edges = [0, *breaks, len(reading.doc)]
        return ((a, b) for a, b in pairwise(edges) if b > a)


PEERS: dict[str, tuple[Extractor, ...]] = {
    "quantities": (Quantulum(), Recognizers()),
    "times": (DateparserSearch(),),
    "sourcing": (TextacyQuotations(),),
}


def available(topic: str) -> tuple[Extractor, ...]:
    """Give the peers of a topic that are installed."""
    return tuple(peer for peer in PEERS.get(topic, ()) if find_spec(peer.package) is not None)  # type: ignore[attr-defined]
