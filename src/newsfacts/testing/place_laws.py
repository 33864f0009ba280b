"""Laws about the place of facts in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from newsfacts import Fact, Reading, Span
from newsfacts.testing.bench import Bench
from newsfacts.testing.documents import joined, separator
from newsfacts.testing.moving import essences, moved
from newsfacts.testing.telling import own


def facts_move_with_the_text(bench: Bench) -> None:
    """With empty lines in front every span moves on by their length, and nothing else changes."""
    front = "\n\n"

    def on(span: Span) -> Span:
        return span.shifted(len(front))

    def settled(span: Span) -> Span:  # (what begins with the text may take the new lines in)
        return span if span.start else Span(len(front), max(span.end, len(front) + 1))

    for reading in bench.readings():
        doc = joined(separator(front, reading.doc), reading.doc)
        there = bench.on(front + reading.text, doc, moved(reading.table, on), reading)
        expected = Counter(map(repr, essences(*_with_table(bench.extract(reading), reading), on)))
        _compare(expected, essences(*_with_table(bench.extract(there), there), settled), there)


def a_paragraph_changes_no_other(bench: Bench) -> None:
    """A paragraph more, about something else, leaves all facts before it as they were."""
    more, gap = bench.workshop.texts.paragraph, "\n\n"
    alone = bench.reading(more)
    for reading in bench.readings():
        if "\n" not in reading.text:  # (a line alone may be a headline as soon as something follows)
            continue
        end = len(reading.text)
        doc = joined(reading.doc, separator(gap, reading.doc), alone.doc)
        added = moved(alone.table, _by(end + len(gap)))
        there = bench.on(reading.text + gap + more, doc, (*reading.table, *added), reading)

        def settled(span: Span, end: int = end) -> Span:  # (what ends with the text may take the gap in)
            return Span(span.start, end) if span.start < end < span.end <= end + len(gap) else span

        facts = bench.extract(there)
        before = [fact for fact in facts if fact.span.start < end]
        expected = Counter(map(repr, essences(*_with_table(bench.extract(reading), reading))))
        _compare(expected, essences(before, _with_table(facts, there)[1], settled), there)


def _by(distance: int) -> Callable[[Span], Span]:
    return lambda span: span.shifted(distance)


def _with_table(facts: Iterable[Fact], reading: Reading) -> tuple[list[Fact], dict[str, Fact]]:
    given = list(own(facts))
    return given, {fact.id: fact for fact in (*reading.table, *given)}


def _compare(expected: Counter[str], found: Iterable[Any], reading: Reading) -> None:
    there = Counter(map(repr, found))
    lost, new = expected - there, there - expected
    parts = [f"{word}: {item}" for word, items in (("lost", lost), ("new", new)) for item in sorted(items)[:2]]
    assert not parts, "\n".join(parts) + f"\nin {reading.record.id or reading.text[:60]!r}"
