"""Checks what a step gave, at once, so that a wrong fact has an owner."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from newsfacts.article import FactTable, in_order
from newsfacts.errors import FactError
from newsfacts.extractor import Step
from newsfacts.facts import Fact
from newsfacts.spans import Ref, Span


def checked(step: Step, facts: tuple[Fact, ...], text: str, earlier: FactTable) -> FactTable:
    """Give the table with the facts of `step` added, stamped and sorted, or raise a `FactError` that names the owner.

    Every fact must be of a declared kind, lie in the text, have an id of its own, and refer only to facts that exist.
    """
    gives = step.extractor.gives
    stamped = []
    for fact in facts:
        if type(fact) not in gives:
            found = fact.kind if isinstance(fact, Fact) else type(fact).__name__
            raise _wrong(step, fact, f"gave a {found!r} but declares only {', '.join(sorted(k.kind for k in gives))}")
        stamped.append(fact if fact.by == step.name else _stamped(fact, step.name))
    ordered = in_order(stamped)
    seen: set[str] = set()
    for fact in ordered:
        if fact.id in seen or earlier.get(fact.id) is not None:
            raise _wrong(step, fact, f"gave two facts with the id {fact.id}")
        seen.add(fact.id)
        for span in spans_of(fact):
            if span.end > len(text):
                raise _wrong(
                    step, fact, f"gave {fact.id} with the span {span}, but the text has {len(text)} characters"
                )
    table = earlier.adding(ordered)
    for fact in ordered:
        for ref in refs_of(fact):
            if table.get(ref.id) is None:
                raise _wrong(step, fact, f"gave {fact.id}, which refers to {ref.id}, but there is no such fact so far")
    return table


def _stamped(fact: Fact, name: str) -> Fact:
    """A copy with the name of the step: what `attrs.evolve` gives, without validating again what was valid."""
    stamped = object.__new__(type(fact))
    for field in _fields(type(fact)):  # type: ignore[arg-type]  # as above
        object.__setattr__(stamped, field, getattr(fact, field))
    object.__setattr__(stamped, "by", name)
    return stamped


@cache
def _fields(cls: type[Fact]) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(cls))


def _wrong(step: Step, fact: object, problem: str) -> FactError:
    rule = f", rule {fact.rule!r}" if isinstance(fact, Fact) and fact.rule else ""
    return FactError(f"step {step.name!r} of {step.plugin}{rule} {problem}")


def spans_of(fact: Fact) -> Iterator[Span]:
    """Give every span in a fact, however deep.

    >>> from newsfacts import Interval, Quantity, Span
    >>> [str(span) for span in spans_of(Quantity(span=Span(0, 7), number=Span(5, 7), value=Interval()))]
    ['0:7', '5:7']
    """
    return _found(fact, Span)


def refs_of(fact: Fact) -> Iterator[Ref[Any]]:
    """Give every reference in a fact, however deep."""
    return _found(fact, Ref)


def _found(value: Any, wanted: type) -> Iterator[Any]:
    if value is None:
        return
    if type(value) is wanted:
        yield value
    elif type(value) is tuple:
        for item in value:
            yield from _found(item, wanted)
    else:
        cls: type[Any] = type(value)
        for name in _places(cls, wanted):  # type: ignore[arg-type]  # mypy takes classes for unhashable
            yield from _found(getattr(value, name), wanted)


@cache
def _places(cls: type, wanted: type) -> tuple[str, ...]:
    """The fields of a class whose type can hold a `wanted`."""
    if not attrs.has(cls) or cls in (Span, Ref):
        return ()
    hints = get_type_hints(cls)
    return tuple(a.name for a in attrs.fields(cls) if _can_hold(hints[a.name], wanted, frozenset({cls})))


def _can_hold(hint: Any, wanted: type, seen: frozenset[type]) -> bool:
    origin = get_origin(hint) or hint
    if origin is wanted:
        return True
    if any(_can_hold(part, wanted, seen) for part in get_args(hint)):
        return True
    if isinstance(origin, type) and attrs.has(origin) and origin not in (Span, Ref) and origin not in seen:
        hints = get_type_hints(origin)
        return any(_can_hold(hints[a.name], wanted, seen | {origin}) for a in attrs.fields(origin))
    return False
