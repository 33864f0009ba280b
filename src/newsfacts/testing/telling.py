"""Says what facts are and what is wrong with them, for the laws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from newsfacts import Fact, Reading
from newsfacts.checking import spans_of
from newsfacts.codec import dump_fact
from newsfacts.testing.pictures import pictured


def said(facts: Iterable[Fact], reading: Reading) -> list[dict[str, Any]]:
    """Give facts as plain values, rules included."""
    return [dump_fact(fact, reading.text) for fact in facts]


def own(facts: Iterable[Any]) -> Iterator[Fact]:
    """Give those that are facts at all."""
    return (fact for fact in facts if isinstance(fact, Fact))


def must(holds: object, problem: str, reading: Reading, fact: Fact | None = None) -> None:
    """Raise an `AssertionError` that shows the text, and the place of a fact in it, unless something holds."""
    if not holds:
        label = "" if fact is None else f"{fact.kind} {fact.rule}".strip()
        spans = () if fact is None else (span for span in spans_of(fact) if span.end <= len(reading.text))
        raise AssertionError(f"{problem}\n{pictured(reading.text, spans, label)}")
