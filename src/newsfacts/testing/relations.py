"""Metamorphic relations: changes of a text after which the same facts must be found, told as rates.

A change makes the parser read the text anew, so a relation holds more or less often; it is measured, and no law.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from attrs import frozen

from newsfacts import Article, Fact, Pipeline, Span

Edits = tuple[tuple[int, int, str], ...]
"""What to put in the place of which characters, in text order."""


@frozen
class Relation:
    """A change of a text. With `adds` new facts may be found besides the old ones."""

    name: str
    edits: Callable[[str], Edits]
    adds: bool = False


@frozen
class Rate:
    """How often facts stay under a relation: `kept` of `tried`; `lost` are some that do not, with their text."""

    relation: str
    kept: int
    tried: int
    lost: tuple[str, ...] = ()

    def __str__(self) -> str:
        share = f"{self.kept / self.tried:.1%}" if self.tried else "no facts"
        return f"{self.relation}: {share} ({self.kept} of {self.tried})"


def _every(pattern: str, new: Callable[[re.Match[str]], str]) -> Callable[[str], Edits]:
    """Edits of every match of a regular expression."""
    return lambda text: tuple((m.start(), m.end(), new(m)) for m in re.finditer(pattern, text))


def renamed(old: str, new: str) -> Relation:
    """Give the relation that a person has another name everywhere."""
    return Relation(f"{old} is called {new}", _every(rf"\b{re.escape(old)}\b", lambda _: new))


def prepended(paragraph: str) -> Relation:
    """Give the relation that a paragraph stands in front."""
    return Relation("a paragraph in front", lambda _: ((0, 0, f"{paragraph}\n\n"),), adds=True)


def appended(paragraph: str) -> Relation:
    """Give the relation that a paragraph stands behind."""
    return Relation("a paragraph behind", lambda text: ((len(text), len(text), f"\n\n{paragraph}"),), adds=True)


STRAIGHT_QUOTES = Relation("straight quotation marks", _every("[“”]", lambda _: '"'))
CARRIAGE_RETURNS = Relation("line ends of two characters", _every("\n", lambda _: "\r\n"))
TWO_SPACES = Relation("two spaces after a sentence", _every(r"(?<=[.?!]) (?=\w)", lambda _: "  "))
OTHER_NUMBERS = Relation("other numbers", _every(r"(?<![\d.,])[3-8](?![\d.,])", lambda m: str(int(m[0]) + 1)))
WRAPPED = Relation('"Hale said that" in front', lambda _: ((0, 0, "Hale said that "),), adds=True)
RELATIONS = (STRAIGHT_QUOTES, CARRIAGE_RETURNS, TWO_SPACES, OTHER_NUMBERS, WRAPPED)
"""The relations that need no words of their own."""


def edited(text: str, edits: Edits) -> tuple[str, Callable[[Span], Span]]:
    """Give the changed text, and where a span of the old one is in it.

    >>> new, move = edited("Lee left.", ((0, 3, "Okoye"),))
    >>> new, move(Span(4, 8)).of(new)
    ('Okoye left.', 'left')
    """
    parts: list[str] = []
    at = 0
    for start, end, new in edits:
        parts += (text[at:start], new)
        at = end

    def moved(position: int, *, is_end: bool) -> int:
        shift = 0
        for start, end, new in edits:
            if end < position or (end == position and (not is_end or start < end)):
                shift += len(new) - (end - start)
            elif start < position < end:
                return start + shift + len(new) if is_end else start + shift
        return position + shift

    return "".join(parts) + text[at:], lambda span: Span(
        moved(span.start, is_end=False), max(moved(span.end, is_end=True), moved(span.start, is_end=False) + 1)
    )


def rate(
    pipeline: Pipeline, relation: Relation, texts: Iterable[str], *, kinds: Iterable[type[Fact]] | None = None
) -> Rate:
    """Measure how many facts (of some kinds) stay where they were, with the same spans, when texts are changed."""
    wanted = None if kinds is None else frozenset(kinds)
    kept = tried = 0
    lost: list[str] = []
    for text in texts:
        if not (edits := relation.edits(text)):
            continue
        new, move = edited(text, edits)
        before, after = _spans(pipeline(text), wanted), _spans(pipeline(new), wanted)
        expected = Counter((kind, move(span)) for kind, span in before)
        found = Counter(after)
        kept += (expected & found).total()
        tried += expected.total() if relation.adds else (expected | found).total()
        lost += [f"{kind}: {span.of(new)!r}" for kind, span in expected - found]
    return Rate(relation.name, kept, tried, tuple(lost[:10]))


def _spans(article: Article, kinds: frozenset[type[Fact]] | None) -> list[tuple[str, Span]]:
    return [(fact.kind, fact.span) for fact in article.facts if kinds is None or type(fact) in kinds]
