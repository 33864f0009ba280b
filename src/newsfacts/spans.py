"""Pieces of an article's text, and typed pointers from one fact to another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from attrs import frozen

if TYPE_CHECKING:
    from newsfacts.facts.base import Fact

F_co = TypeVar("F_co", bound="Fact", covariant=True)
T = TypeVar("T")


@frozen(order=True, init=False)
class Span:
    """A half-open range of characters (Unicode code points) of an article's text.

    A span is never empty and never negative.

    >>> Span(4, 9).of("Two people were hurt.")
    'peopl'
    >>> Span(3, 3)
    Traceback (most recent call last):
    ValueError: a span needs 0 <= start < end, not 3:3
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start < end:
            raise ValueError(f"a span needs 0 <= start < end, not {start}:{end}")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def __str__(self) -> str:
        return f"{self.start}:{self.end}"

    def of(self, text: str) -> str:
        """Give the characters of `text` that this span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether all of `other` lies in this span.

        >>> Span(0, 9).covers(Span(4, 9))
        True
        """
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the spans share a character.

        >>> Span(0, 4).overlaps(Span(4, 9))
        False
        """
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """Give the span moved by `by` characters.

        >>> Span(0, 4).shifted(10)
        Span(start=10, end=14)
        """
        return Span(self.start + by, self.end + by)

    @staticmethod
    def hull(spans: Iterable[Span]) -> Span:
        """Give the smallest span that covers all of `spans` (at least one).

        >>> Span.hull([Span(7, 9), Span(0, 4)])
        Span(start=0, end=9)
        """
        found = tuple(spans)
        return Span(min(s.start for s in found), max(s.end for s in found))


_set_start: Final = vars(Span)["start"].__set__
_set_end: Final = vars(Span)["end"].__set__  # (thousands of spans are made an article)


class Covering(Generic[T]):
    """Finds which of many things cover a place, each thing given with a span.

    >>> found = Covering([(Span(0, 20), "sentence"), (Span(4, 9), "name"), (Span(30, 40), "other")])
    >>> found.of(Span(5, 9)), found.of(Span(8, 10)), found.of(Span(21, 22))
    (['sentence', 'name'], ['sentence'], [])
    """

    def __init__(self, things: Iterable[tuple[Span, T]]) -> None:
        self._things = sorted(
            ((span.start, place, span.end, thing) for place, (span, thing) in enumerate(things)), key=lambda it: it[:2]
        )
        self._starts = [start for start, _, _, _ in self._things]
        self._longest = max((end - start for start, _, end, _ in self._things), default=0)

    def of(self, place: Span) -> list[T]:
        """Give the things that cover a place, in the order in which they were given."""
        first = bisect_left(self._starts, place.end - self._longest)
        last = bisect_right(self._starts, place.start)
        found = [(order, thing) for _, order, end, thing in self._things[first:last] if end >= place.end]
        return [thing for _, thing in sorted(found, key=lambda it: it[0])]


@frozen
class Ref(Generic[F_co]):
    """A typed pointer to a fact of the same article, by its id.

    Made by `fact.ref`, followed by `article[ref]`, which has the type of the fact.
    """

    id: str

    def __str__(self) -> str:
        return self.id
