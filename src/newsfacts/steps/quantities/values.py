"""The value of a measure as the range it allows."""

from __future__ import annotations

from decimal import Decimal

from newsfacts import Interval

from .bounds import BoundMatch
from .measures import Measure


def interval(measure: Measure, bound: BoundMatch | None) -> Interval:
    """Give what a measure allows: its number, opened on one side by a bound."""
    low, high = _plain(measure.low), _plain(measure.high)
    if measure.number.vague:
        return Interval(low=low, high=high, precision="vague")
    match None if bound is None else bound.bound:
        case ">":
            return Interval(low=low, low_open=True)
        case ">=":
            return Interval(low=low)
        case "<":
            return Interval(high=high, high_open=True)
        case "<=":
            return Interval(high=high)
        case "~":
            return Interval(low=low, high=high, precision="approximate")
    return Interval(low=low, high=high)


def _plain(value: Decimal) -> Decimal:
    """Give the same number in its shortest form without an exponent for whole numbers."""
    if value == value.to_integral_value() and value.adjusted() < 28:
        return value.quantize(Decimal(1))
    return value.normalize()
