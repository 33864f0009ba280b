"""How many and how much: numbers as intervals, with what they count and measure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar, Literal

from attrs import field, frozen
from attrs.converters import optional

from newsfacts.facts.base import Fact, one_of
from newsfacts.facts.entities import Entity
from newsfacts.spans import Ref, Span

Precision = Literal["exact", "approximate", "vague"]
Direction = Literal["up", "down"]
ChangeRole = Literal["by", "from", "to"]
FigureRelation = Literal["agrees", "refines", "updates", "conflicts"]


@frozen(kw_only=True)
class Interval:
    """A number as the range it allows; an end that is None is unbounded.

    "350" is [350, 350]; "over 10,000" is (10000, inf); "up to 350" is (-inf, 350]; "about 50" is [50, 50] and
    approximate; "5-7" is [5, 7]; "dozens" is [24, 99] and vague.

    >>> Interval(low=Decimal(10000), low_open=True)
    Interval(low=Decimal('10000'), high=None, low_open=True, high_open=False, precision='exact')
    """

    low: Decimal | None = field(default=None, converter=optional(Decimal))
    high: Decimal | None = field(default=None, converter=optional(Decimal))
    low_open: bool = False
    high_open: bool = False
    precision: Precision = one_of(Precision, default="exact")

    def __attrs_post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an interval needs low <= high, not {self.low} and {self.high}")

    @staticmethod
    def exactly(value: Decimal | int) -> Interval:
        """Give the interval of one exact number."""
        return Interval(low=Decimal(value), high=Decimal(value))


@frozen(kw_only=True)
class Change:
    """That the quantity tells a change: "rose 2.1%" (up, by), "to $45" (up, to)."""

    direction: Direction = one_of(Direction)
    role: ChangeRole = one_of(ChangeRole)
    cue: Span


@frozen(kw_only=True)
class Quantity(Fact):
    """A number of something: "over 10,000 North Korean soldiers", "up to 350 kilometres".

    The span holds all parts but the counted phrase. `unit` is a canonical name (ISO 4217 for money), `dimension` is
    count, money, percent, length, mass, time, ...; `counted` is the phrase counted, `about` what a percentage or a
    price is of; `per` the denominator of a rate; `base` the whole of a part ("one in five": 5, "61 of the 120 seats":
    120). A length of time is a `TimeExpression`, too.
    """

    kind: ClassVar[str] = "quantity"

    number: Span
    value: Interval
    unit: str | None = None
    unit_span: Span | None = None
    dimension: str = "count"
    bound_cue: Span | None = None
    counted: Span | None = None
    counted_entity: Ref[Entity] | None = None
    about: tuple[Span, ...] = ()
    change: Change | None = None
    per: Span | None = None
    base: Decimal | None = None
    ordinal: bool = False


@frozen(kw_only=True)
class ReportedFigure(Fact):
    """The claim that reports a quantity. The span is the quantity's."""

    kind: ClassVar[str] = "reported-figure"
    identity: ClassVar[tuple[str, ...]] = ("quantity", "claim")

    quantity: Ref[Quantity]
    claim: Ref[Any]  # Ref[Claim]; the claims module comes later


@frozen(kw_only=True)
class FigureLink(Fact):
    """Two figures for one thing: "at least 12 dead", later "14 dead". The span is the second figure's.

    The second agrees with the first, refines it, updates it (its words call it newer), or conflicts with it (two
    sources, two figures).
    """

    kind: ClassVar[str] = "figure-link"
    identity: ClassVar[tuple[str, ...]] = ("first", "second")

    first: Ref[Quantity]
    second: Ref[Quantity]
    relation: FigureRelation = one_of(FigureRelation)
