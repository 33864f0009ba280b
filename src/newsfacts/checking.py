"""Checks what a step gave, at once, so that a wrong fact has an owner."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from operator import attrgetter
from types import MemberDescriptorType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

import attrs

from newsfacts.article import FactTable, in_order
from newsfacts.errors import FactError
from newsfacts.extractor import Step
from newsfacts.facts import Fact
from newsfacts.spans import Ref, Span

_Setter: TypeAlias = Callable[[Any, Any], None]


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
    known = {kind for kind in gives if earlier.all(kind)}
    seen: set[str] = set()
    for fact in ordered:
        if fact.id in seen or (type(fact) in known and earlier.get(fact.id) is not None):
            raise _wrong(step, fact, f"gave two facts with the id {fact.id}")
        seen.add(fact.id)
    table = earlier.adding(ordered)
    _check_places(step, ordered, len(text), table)
    return table


def _check_places(step: Step, facts: tuple[Fact, ...], size: int, table: FactTable) -> None:
    """Look at all places and references at once; only where one is wrong, for the fact that has it."""
    spans, refs = _places(facts)
    beyond = {span for span in spans if span.end > size}
    unknown = {name for name in {ref.id for ref in refs} if table.get(name) is None}
    if not beyond and not unknown:
        return
    for fact in facts:
        for span in spans_of(fact):
            if span in beyond:
                raise _wrong(step, fact, f"gave {fact.id} with the span {span}, but the text has {size} characters")
        for ref in refs_of(fact):
            if ref.id in unknown:
                raise _wrong(step, fact, f"gave {fact.id}, which refers to {ref.id}, but there is no such fact so far")


def _stamped(fact: Fact, name: str) -> Fact:
    """A copy with the name of the step: what `attrs.evolve` gives, without validating again what was valid."""
    cls = type(fact)
    values, setters, set_by = _slots(cls)  # type: ignore[arg-type]  # mypy takes classes for unhashable
    stamped = object.__new__(cls)
    for set_field, value in zip(setters, values(fact), strict=True):
        set_field(stamped, value)
    set_by(stamped, name)
    return stamped


@cache
def _slots(cls: type[Fact]) -> tuple[Callable[[Fact], tuple[Any, ...]], tuple[_Setter, ...], _Setter]:
    """What reads all fields of a kind at once, and what writes each: facts are copied by the hundred."""
    names = [field.name for field in attrs.fields(cls)]
    return attrgetter(*names), tuple(_setter(cls, name) for name in names), _setter(cls, "by")


def _setter(cls: type[Fact], name: str) -> _Setter:
    """Write a field; a kind of a third party may be made without slots."""
    slot = getattr(cls, name, None)
    if isinstance(slot, MemberDescriptorType):
        return slot.__set__
    return lambda fact, value: object.__setattr__(fact, name, value)


def _wrong(step: Step, fact: object, problem: str) -> FactError:
    rule = f", rule {fact.rule!r}" if isinstance(fact, Fact) and fact.rule else ""
    return FactError(f"step {step.name!r} of {step.plugin}{rule} {problem}")


def spans_of(fact: Fact) -> list[Span]:
    """Give every span in a fact, however deep.

    >>> from newsfacts import Interval, Quantity, Span
    >>> [str(span) for span in spans_of(Quantity(span=Span(0, 7), number=Span(5, 7), value=Interval()))]
    ['0:7', '5:7']
    """
    return _places([fact])[0]


def refs_of(fact: Fact) -> list[Ref[Any]]:
    """Give every reference in a fact, however deep."""
    return _places([fact])[1]


def _places(values: Iterable[object]) -> tuple[list[Span], list[Ref[Any]]]:
    """The spans and the references in attrs values, those that lie deeper later."""
    spans: list[Span] = []
    refs: list[Ref[Any]] = []
    parts: list[Any] = list(values)
    for part in parts:  # (what a part consists of is looked at in its turn)
        cls = type(part)
        if cls is Span:
            spans.append(part)
        elif cls is Ref:
            refs.append(part)
        elif cls is tuple or cls is frozenset:
            parts += part
        elif part is not None and (inner := _parts(cls)) is not None:  # type: ignore[arg-type]  # as above
            parts += inner(part)
    return spans, refs


@cache
def _parts(cls: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """What reads all fields of a class that can hold a span or a reference; None where there are none."""
    if not attrs.has(cls):
        return None
    hints = get_type_hints(cls)
    names = [field.name for field in attrs.fields(cls) if _can_hold(hints[field.name], frozenset({cls}))]
    if len(names) > 1:
        return attrgetter(*names)
    return (lambda value: (getattr(value, names[0]),)) if names else None


def _can_hold(hint: Any, seen: frozenset[type]) -> bool:
    origin = get_origin(hint) or hint
    if origin in (Span, Ref):
        return True
    if any(_can_hold(part, seen) for part in get_args(hint)):
        return True
    if isinstance(origin, type) and attrs.has(origin) and origin not in seen:
        hints = get_type_hints(origin)
        return any(_can_hold(hints[a.name], seen | {origin}) for a in attrs.fields(origin))
    return False
