"""What changed between two readings of the same article: facts gained, lost, changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

import attrs
from attrs import frozen

from newsfacts.article import Article
from newsfacts.facts import Fact
from newsfacts.spans import Span

Verdict = Literal["gained", "lost", "changed"]


@frozen
class Difference:
    """One fact that two readings do not share; for a changed one, the fields that differ."""

    verdict: Verdict
    base: Fact | None
    candidate: Fact | None
    fields: tuple[str, ...] = ()

    @property
    def fact(self) -> Fact:
        """The fact as the candidate has it, else as the base had it."""
        fact = self.candidate or self.base
        if fact is None:
            raise ValueError("a difference needs a fact")
        return fact

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.fact.span


def differences(base: Article, candidate: Article) -> tuple[Difference, ...]:
    """Give what differs, in text order. Facts are paired by id, then those left over by kind and span.

    >>> from newsfacts import Block
    >>> one = Article(text="Late.", facts=[Block(span=Span(0, 5), role="heading")])
    >>> two = Article(text="Late.", facts=[Block(span=Span(0, 5), role="paragraph")])
    >>> [(d.verdict, d.fields) for d in differences(one, two)]
    [('changed', ('role',))]
    """
    if base.text != candidate.text:
        raise ValueError("two readings can be compared only of the same text")
    return tuple(sorted(_differences(base, candidate), key=lambda d: (d.span, d.fact.kind, d.fact.id)))


def _differences(base: Article, candidate: Article) -> Iterator[Difference]:
    olds = {fact.id: fact for fact in base.facts}
    news = {fact.id: fact for fact in candidate.facts}
    for name in olds.keys() & news.keys():
        if olds[name] != news[name]:
            yield Difference("changed", olds[name], news[name], _changed_fields(olds[name], news[name]))
    lost = _by_place(fact for name, fact in olds.items() if name not in news)
    gained = _by_place(fact for name, fact in news.items() if name not in olds)
    for place in lost.keys() | gained.keys():
        before, after = lost.get(place, []), gained.get(place, [])
        if len(before) == len(after) == 1:
            yield Difference("changed", before[0], after[0], _changed_fields(before[0], after[0]))
            continue
        yield from (Difference("lost", fact, None) for fact in before)
        yield from (Difference("gained", None, fact) for fact in after)


def _by_place(facts: Iterable[Fact]) -> dict[tuple[str, Span], list[Fact]]:
    placed: dict[tuple[str, Span], list[Fact]] = {}
    for fact in facts:
        placed.setdefault((fact.kind, fact.span), []).append(fact)
    return placed


def _changed_fields(old: Fact, new: Fact) -> tuple[str, ...]:
    fields: Any = attrs.fields(type(new))
    return tuple(field.name for field in fields if field.eq and getattr(old, field.name) != getattr(new, field.name))
