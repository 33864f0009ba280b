"""Units on pint: what a quantity's unit measures, and the quantity in another unit."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from decimal import Decimal
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from newsfacts import Fact, Interval, LexiconFile, Quantity, Reading, hookimpl

if TYPE_CHECKING:
    from pint import Unit, UnitRegistry

__all__ = ["Units"]

_NAMES = {
    "british thermal unit": "Btu", "brake horsepower": "horsepower", "calorie": "calorie", "celsius": "degC",
    "fahrenheit": "degF", "foot pound-force": "foot * force_pound", "gigaton": "gigametric_ton",
    "kilopound per square inch": "kip / inch ** 2", "acre-foot": "acre_foot", "kiloton": "kilometric_ton",
    "light year": "light_year",
    "mega british thermal unit": "megaBtu", "megaton": "megametric_ton", "metric horsepower": "metric_horsepower",
    "nautical mile": "nautical_mile", "pound-mass": "pound", "pound per square inch": "psi", "ton": "short_ton",
    "tonne": "metric_ton", "barrel": "oil_bbl", "barrel per day": "oil_bbl / day", "troy ounce": "troy_ounce",
    "revolutions per minute": "revolution / minute",
}  # fmt: skip
_FOREIGN = frozenset({"count", "money", "percent", "points", "multiple", "score", "rate", "concentration", "magnitude"})


@frozen(eq=False)
class Units:
    """Converts quantities and tells their dimension; pint is loaded on first use.

    >>> from newsfacts import Quantity, Span
    >>> far = Quantity(
    ...     span=Span(0, 16), number=Span(6, 9), value=Interval(high=Decimal(350)), unit="kilometre", dimension="length"
    ... )
    >>> round(Units().convert(far, "mile").high, 1)
    Decimal('217.5')
    """

    @cached_property
    def registry(self) -> UnitRegistry[Decimal]:
        """The registry of pint."""
        from pint import UnitRegistry  # loading it takes a while, and few articles need it

        return UnitRegistry(non_int_type=Decimal, autoconvert_offset_to_baseunit=True)

    def unit(self, name: str) -> Unit | None:
        """Give pint's unit of a canonical name, or None where pint has none."""
        from pint import UndefinedUnitError

        try:
            return self.registry.parse_units(_expression(name))
        except (UndefinedUnitError, ValueError):
            return None

    def dimension(self, name: str) -> str | None:
        """Give what a unit measures, as pint writes it: "[length]", "[length] / [time]"."""
        unit = self.unit(name)
        return None if unit is None else str(unit.dimensionality)

    def convert(self, quantity: Quantity, to: str) -> Interval:
        """Give the value of a quantity in another unit; open ends stay open.

        Raises `ValueError` where the quantity has no unit of measure, or one of another dimension.
        """
        unit = None if quantity.unit is None or quantity.dimension in _FOREIGN else self.unit(quantity.unit)
        target = self.unit(to)
        if unit is None or target is None or not unit.is_compatible_with(target):
            raise ValueError(f"a quantity in {quantity.unit or quantity.dimension!r} cannot be told in {to!r}")
        value = quantity.value

        def converted(end: Decimal | None) -> Decimal | None:
            if end is None:
                return None
            return Decimal(self.registry.Quantity(end, unit).to(target).magnitude)

        return evolve(value, low=converted(value.low), high=converted(value.high))


def _expression(name: str) -> str:
    """Give a canonical name as pint reads it: "square metre" is "metre ** 2", "mile per hour" is "mile / hour"."""
    if name in _NAMES:
        return _NAMES[name]
    if " per " in name:
        return " / ".join(f"({_expression(part)})" for part in name.split(" per "))
    for word, power in (("square ", 2), ("cubic ", 3)):
        if name.startswith(word):
            return f"({_expression(name.removeprefix(word))}) ** {power}"
    return name.replace(" hour", " * hour").replace(" metre", " * metre").replace(" ", "_").replace("_*_", " * ")


@hookimpl
def newsfacts_lexicons() -> Iterable[LexiconFile]:
    """Add the units of science."""
    return [LexiconFile("units", files("newsfacts_units") / "units.tsv")]


@hookimpl(wrapper=True)
def newsfacts_run(reading: Reading) -> Generator[None, tuple[Fact, ...], tuple[Fact, ...]]:
    """Fill in the dimension of quantities whose unit the word list knows by name only."""
    facts = yield
    if not any(isinstance(fact, Quantity) and not fact.dimension for fact in facts):
        return facts
    units = reading.lexicons.compiled("units.pint", Units)
    return tuple(_with_dimension(fact, units) if isinstance(fact, Quantity) else fact for fact in facts)


def _with_dimension(quantity: Quantity, units: Units) -> Quantity:
    if quantity.dimension or quantity.unit is None:
        return quantity
    return evolve(quantity, dimension=units.dimension(quantity.unit) or "other")
