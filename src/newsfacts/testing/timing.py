"""Measures how the time of an extractor grows with the length of a text made of one repeated piece."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import Any

from attrs import frozen

from newsfacts import Extractor
from newsfacts.testing.bench import Workshop

PIECES = ("1 ", "“ ", "said ", "( ", "10 km and ", "Lee and Ray said that ", "By Ann Lee, ", "on Monday ")
TIMES = 100
STEEP = 2.6
"""Twice the text may take this much more time before growth is called steep."""


@frozen
class Growth:
    """How much longer twice the text takes; 2 is linear, 4 is quadratic."""

    piece: str
    seconds: float
    factor: float

    def __str__(self) -> str:
        note = " STEEP" if self.factor > STEEP and self.seconds > 0.05 else ""
        return f"{self.piece!r} x {4 * TIMES}: {self.seconds * 1000:.1f} ms, {self.factor:.1f} x half of it{note}"


def growths(extractor: Extractor, *, nlp: Any = None) -> Iterator[Growth]:
    """Give the growth for each piece."""
    bench = Workshop.of(nlp).bench(extractor)
    for piece in PIECES:
        seconds = []
        for times in (2 * TIMES, 4 * TIMES):
            reading = bench.reading(piece * times)
            bench.extract(reading)
            started = perf_counter()
            bench.extract(bench.reading(piece * times))
            seconds.append(perf_counter() - started)
        yield Growth(piece, seconds[1], seconds[1] / max(seconds[0], 1e-9))
