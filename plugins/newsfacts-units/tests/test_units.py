"""The units plugin: conversion, dimensions, and its words."""

from __future__ import annotations

from decimal import Decimal

import pytest

newsfacts_units = pytest.importorskip("newsfacts_units")

import newsfacts  # noqa: E402
from newsfacts import Interval, Lexicons, Quantity, Span  # noqa: E402

UNITS = newsfacts_units.Units()


def quantity(value: Interval, unit: str, dimension: str) -> Quantity:
    return Quantity(span=Span(0, 5), number=Span(0, 3), value=value, unit=unit, dimension=dimension)


def test_a_bound_stays_open_when_converted() -> None:
    far = quantity(Interval(high=Decimal(350), high_open=True), "kilometre", "length")
    miles = UNITS.convert(far, "mile")
    assert (miles.low, miles.high_open) == (None, True)
    assert round(miles.high, 2) == Decimal("217.48")


@pytest.mark.parametrize(
    ("value", "unit", "dimension", "to", "expected"),
    [
        (20, "celsius", "temperature", "fahrenheit", "68.0"),
        (130, "mile per hour", "speed", "kilometre per hour", "209.2"),
        (10, "square metre", "area", "square foot", "107.6"),
        (2, "tonne", "mass", "kilogram", "2000.0"),
        (5, "kilowatt hour", "energy", "megajoule", "18.0"),
    ],
)
def test_units_convert(value: int, unit: str, dimension: str, to: str, expected: str) -> None:
    found = UNITS.convert(quantity(Interval.exactly(value), unit, dimension), to)
    assert round(found.low, 1) == Decimal(expected)


def test_money_is_not_converted() -> None:
    with pytest.raises(ValueError, match="USD"):
        UNITS.convert(quantity(Interval.exactly(5), "USD", "money"), "EUR")


def test_every_unit_of_measure_has_the_dimension_that_the_word_list_says() -> None:
    same = {"length", "mass", "area", "volume", "speed", "temperature", "energy", "pressure", "voltage"}
    by_dimension: dict[str, set[str | None]] = {}
    for name, dimension, *_ in Lexicons().rows("units"):
        if dimension in same:
            by_dimension.setdefault(dimension, set()).add(UNITS.dimension(name))
    assert {dimension for dimension, found in by_dimension.items() if len(found - {None}) != 1} == set()


def test_the_plugin_adds_units_and_fills_in_their_dimension() -> None:
    pipeline = newsfacts.load(only=["quantities"], plugins=[newsfacts_units], installed=False)
    [found] = pipeline("Monitors measured 40 becquerels.").quantities
    assert (found.unit, found.dimension) == ("becquerel", "1 / [time]")
