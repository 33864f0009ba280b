"""Reads the bylines of the agency Northern Wire: "NW/Marta Lindqvist, Daniel Okoye"."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from attrs import field, frozen, validators

from newsfacts import Author, Byline, Extractor, Kinds, Reading, Span, hookimpl


@frozen
class WireBylines(Extractor):
    """A line that begins with the mark of the agency and a slash; authors are parted by commas."""

    name: ClassVar[str] = "wirebyline.byline"
    gives: ClassVar[Kinds] = frozenset({Byline})
    replaces: ClassVar[str | None] = "byline"

    mark: str = field(default="NW", validator=validators.min_len(1))

    def extract(self, reading: Reading) -> Iterator[Byline]:
        """Give the first byline of the agency."""
        start = 0
        for line in reading.text.split("\n"):
            if line.startswith(f"{self.mark}/"):
                if authors := tuple(_authors(line, start, len(self.mark) + 1)):
                    span = Span(start, authors[-1].name.end)
                    yield Byline(span=span, authors=authors, rule="wire-mark")
                return
            start += len(line) + 1


def _authors(line: str, start: int, at: int) -> Iterator[Author]:
    """The authors named on a line from a position on."""
    for part in line[at:].split(","):
        name = part.strip()
        if name:
            first = start + at + part.index(name)
            yield Author(name=Span(first, first + len(name)))
        at += len(part) + 1


@hookimpl
def newsfacts_extractors() -> Iterable[Extractor]:
    """Take the place of the byline step."""
    return [WireBylines()]
