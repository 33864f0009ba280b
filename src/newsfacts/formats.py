"""Ways in and out: readers turn a file into records, writers turn an article into text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from newsfacts.article import Article
from newsfacts.records import Unreadable


@frozen(kw_only=True)
class Reader:
    """A way in: `read` turns the bytes of a file into records (mappings with "text" and the fields of `Metadata`).

    `suffixes` are the file name endings that choose it (".html").
    """

    name: str
    suffixes: tuple[str, ...] = ()
    read: Callable[[bytes], Iterable[Mapping[str, object] | Unreadable]]


@frozen(kw_only=True)
class Writer:
    """A way out: `write` turns an article into text.

    `streams` says that the texts of several articles may follow one another, a line each.
    """

    name: str
    write: Callable[[Article], str]
    streams: bool = False
