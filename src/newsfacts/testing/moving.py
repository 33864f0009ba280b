"""Moves facts along the text, and compares facts of two texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from newsfacts import Fact, Ref, Span
from newsfacts.checking import refs_of

Move = Callable[[Span], Span]


def replaced(value: Any, spans: Move, refs: Mapping[str, str]) -> Any:  # (any part of a fact)
    """Give a value of a fact with every span moved and every reference changed."""
    match value:
        case Span():
            return spans(value)
        case Ref():
            return Ref(refs[value.id])
        case tuple() | frozenset():
            return type(value)(replaced(item, spans, refs) for item in value)
    if attrs.has(type(value)):
        fields = [field for field in attrs.fields(type(value)) if field.init]
        return attrs.evolve(
            value, **{field.alias: replaced(getattr(value, field.name), spans, refs) for field in fields}
        )
    return value


def moved(facts: Iterable[Fact], spans: Move) -> tuple[Fact, ...]:
    """Give facts with their spans moved and their references following; what they refer to must be among them."""
    waiting = list(facts)
    new: list[Fact] = []
    names: dict[str, str] = {}
    while waiting:
        ready = [fact for fact in waiting if all(ref.id in names for ref in refs_of(fact))]
        if not ready:
            raise ValueError(f"facts refer to one another in a circle, or to none: {waiting[0].id}")
        for fact in ready:
            new.append(replaced(fact, spans, names))
            names[fact.id] = new[-1].id
        waiting = [fact for fact in waiting if fact.id not in names]
    return tuple(new)


def essence(fact: Fact, look_up: Callable[[str], Fact], spans: Move = lambda span: span) -> Any:
    """Give what a fact says as nested plain values, references followed: equal for facts that say the same."""

    def of(value: Any, depth: int) -> Any:
        match value:
            case Span():
                moved_span = spans(value)
                return ("span", moved_span.start, moved_span.end)
            case Ref():
                target = look_up(value.id)
                return (
                    target.kind,
                    of(target.span, depth),
                    *(of(getattr(target, n), depth + 1) for n in target.identity),
                )
            case tuple():
                return tuple(of(item, depth) for item in value)
            case frozenset():
                return tuple(sorted((of(item, depth) for item in value), key=repr))
        if attrs.has(type(value)):
            cls: type[Any] = type(value)
            return (cls.__name__, *((a.name, of(getattr(value, a.name), depth)) for a in attrs.fields(cls) if a.eq))
        return value

    return of(fact, 0)


def essences(facts: Iterable[Fact], table: Mapping[str, Fact], spans: Move = lambda span: span) -> Iterator[Any]:
    """Give the essence of each fact; `table` has all facts by id."""
    for fact in facts:
        yield essence(fact, table.__getitem__, spans)
