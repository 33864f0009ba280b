"""The figures step: which claim reports a number, and which numbers tell of the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from attrs import frozen

from newsfacts import (
    Claim,
    Covering,
    Entity,
    Event,
    Extractor,
    Fact,
    FigureLink,
    Kinds,
    Mention,
    Quantity,
    Reading,
    ReportedFigure,
    TimeExpression,
)

from .linking import Linker


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
        yield from Linker(reading, reported).links()


def _reported(reading: Reading) -> Iterator[ReportedFigure]:
    """Give each quantity with every claim whose content holds its number."""
    claims = Covering((piece, claim) for claim in reading.all(Claim) for piece in claim.content)
    for quantity in reading.all(Quantity):
        for claim in claims.of(quantity.number):
            yield ReportedFigure(span=quantity.span, quantity=quantity.ref, claim=claim.ref, rule="in-content")
