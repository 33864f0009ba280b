"""The times and quantities of events: each hangs on the nearest event above it in the sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from newsfacts import EventTime, Quantity, Reading, Ref, Relation, TimeExpression

_RELATIONS: Mapping[str, Relation] = {
    "after": "AFTER", "before": "BEFORE", "by": "BEFORE", "during": "DURING", "following": "AFTER", "for": "DURING",
    "since": "BEGUN_BY", "through": "ENDED_BY", "till": "ENDED_BY", "until": "ENDED_BY", "within": "DURING",
    "once": "AFTER", "upon": "IAFTER", "as": "SIMULTANEOUS", "when": "SIMULTANEOUS", "while": "SIMULTANEOUS",
}  # fmt: skip


def times_of(reading: Reading, events: Mapping[int, int]) -> dict[int, list[EventTime]]:
    """Give the times of each event; `events` maps the words that tell events to the number of their event."""
    found: dict[int, list[EventTime]] = {}
    for time in reading.all(TimeExpression):
        if time.form == "OCCURRENCE_ORDINAL" or time.type == "SET":
            continue
        inside = range(*reading.token_range(time.span))
        number = _above(reading, inside, events.get)
        if number is not None:
            found.setdefault(number, []).append(EventTime(relation=_relation(reading, time), time=time.ref))
    return found


def _relation(reading: Reading, time: TimeExpression) -> Relation:
    word = reading[time.signal].lower() if time.signal is not None else ""
    default: Relation = "DURING" if time.type == "DURATION" else "IS_INCLUDED"
    return _RELATIONS.get(word, default)


def quantities_of(reading: Reading, events: Mapping[int, int]) -> dict[int, list[Ref[Quantity]]]:
    """Give the quantities of each event."""
    found: dict[int, list[Ref[Quantity]]] = {}
    for quantity in reading.all(Quantity):
        inside = range(*reading.token_range(quantity.span))
        number = _above(reading, inside, events.get)
        if number is not None:
            found.setdefault(number, []).append(quantity.ref)
    return found


def _above(reading: Reading, inside: range, event_at: Callable[[int], int | None]) -> int | None:
    """The number of the nearest event above the words of a span, which itself may tell events."""
    syntax = reading.syntax
    if not len(inside):
        return None
    token: Token | None = reading.words[inside[0]]
    for _ in range(40):
        if token is None:
            return None
        if token.i not in inside and (number := event_at(token.i)) is not None:
            return number
        token = syntax.head(token)
    return None
