"""The built-in ways in and out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsfacts import Article, Reader, Unreadable, Writer, json_record
from newsfacts.render.html import to_html
from newsfacts.render.text import to_text


def read_plain_text(data: bytes) -> Iterable[Mapping[str, object] | Unreadable]:
    """Give the one record of a text file: UTF-8, line ends kept."""
    try:
        return [{"text": data.decode("utf-8")}]
    except UnicodeDecodeError as error:
        return [Unreadable(f"no UTF-8: {error.reason} at byte {error.start}")]


def read_jsonl(data: bytes) -> Iterable[Mapping[str, object] | Unreadable]:
    """Give the records of a JSONL file, one a line; a line that holds none says why."""
    return (json_record(line) for line in data.split(b"\n") if line.strip())


def to_pretty_json(article: Article) -> str:
    """Give an article as indented JSON."""
    return article.to_json(indent=2) + "\n"


def to_json_line(article: Article) -> str:
    """Give an article as one line of JSON."""
    return article.to_json() + "\n"


READERS = (
    Reader(name="text", suffixes=(".txt", ".md"), read=read_plain_text),
    Reader(name="jsonl", suffixes=(".jsonl",), read=read_jsonl),
)
WRITERS = (
    Writer(name="text", write=to_text),
    Writer(name="html", write=to_html),
    Writer(name="json", write=to_pretty_json),
    Writer(name="jsonl", write=to_json_line, streams=True),
)
