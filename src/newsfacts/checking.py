"""Checks what a step gave, at once, so that a wrong fact has an owner."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from types import MemberDescriptorType, NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

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
    spans: list[Span] = []
    refs: list[Ref[Any]] = []
    for fact in facts:
        _collect(fact, spans, refs)
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
    spans: list[Span] = []
    _collect(fact, spans, [])
    return spans


def refs_of(fact: Fact) -> list[Ref[Any]]:
    """Give every reference in a fact, however deep."""
    refs: list[Ref[Any]] = []
    _collect(fact, [], refs)
    return refs


def _collect(value: Any, spans: list[Span], refs: list[Ref[Any]]) -> None:
    """Put the spans and references in an attrs value into two lists, in the order of its fields."""
    for name, holds in _places(type(value)):  # type: ignore[arg-type]  # as above
        part = getattr(value, name)
        if part is None:
            continue
        if holds is None or type(part) is not holds:
            _put(part, spans, refs)
        elif holds is Span:
            spans.append(part)
        else:
            refs.append(part)


def _put(part: Any, spans: list[Span], refs: list[Ref[Any]]) -> None:
    cls = type(part)
    if cls is tuple or cls is frozenset:
        for item in part:
            _put(item, spans, refs)
    elif cls is Span:
        spans.append(part)
    elif cls is Ref:
        refs.append(part)
    elif cls is not str:
        _collect(part, spans, refs)


@cache
def _places(cls: type) -> tuple[tuple[str, Any], ...]:
    """The fields of a class that can hold a span or a reference, with the type of those that hold just one of them."""
    if not attrs.has(cls):
        return ()
    hints = get_type_hints(cls)
    names = [field.name for field in attrs.fields(cls) if _can_hold(hints[field.name], frozenset({cls}))]
    return tuple((name, _only(hints[name])) for name in names)


def _only(hint: Any) -> type | None:
    """Span or Ref, where a field holds just one of these (or None)."""
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    kinds = {get_origin(part) or part for part in parts} - {NoneType}
    return kinds.pop() if kinds in ({Span}, {Ref}) else None


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
