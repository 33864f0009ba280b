"""The built-in ways in and out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from newsfacts import Article, Reader, Unreadable, Writer
from newsfacts.records import json_records
from newsfacts.render.html import to_html
from newsfacts.render.ninjs import read_ninjs, to_ninjs
from newsfacts.render.schema_org import read_schema_org, to_schema_org
from newsfacts.render.tables import read_csv, to_csv
from newsfacts.render.text import to_text
from newsfacts.render.web_annotation import to_web_annotations


def read_plain_text(data: bytes) -> Iterable[Mapping[str, object] | Unreadable]:
    """Give the one record of a text file: UTF-8, line ends kept."""
    try:
        return [{"text": data.decode("utf-8")}]
    except UnicodeDecodeError as error:
        return [Unreadable(f"no UTF-8: {error.reason} at byte {error.start}")]


def read_jsonl(data: bytes) -> Iterable[Mapping[str, object] | Unreadable]:
    """Give the records of a JSONL file, one a line; a line that holds none says why."""
    return json_records(data.split(b"\n"))


def read_json(data: bytes) -> Iterable[Mapping[str, object] | Unreadable]:
    """Give the records of a JSON file: ninjs, schema.org JSON-LD, or a record with "text" (or a list of these)."""
    try:
        given = json.loads(data)
    except ValueError as error:
        return [Unreadable(f"no JSON: {error}")]
    first = given[0] if isinstance(given, list) and given else given
    if isinstance(first, Mapping) and "bodies" in first:
        return read_ninjs(data)
    if isinstance(first, Mapping) and ("@context" in first or "articleBody" in first):
        return read_schema_org(data)
    records = given if isinstance(given, list) else [given]
    return [item if isinstance(item, Mapping) else Unreadable("expected a JSON object") for item in records]


def to_pretty_json(article: Article) -> str:
    """Give an article as indented JSON."""
    return article.to_json(indent=2) + "\n"


def to_json_line(article: Article) -> str:
    """Give an article as one line of JSON."""
    return article.to_json() + "\n"


READERS = (
    Reader(name="text", suffixes=(".txt", ".md"), read=read_plain_text),
    Reader(name="csv", suffixes=(".csv", ".tsv"), read=read_csv),
    Reader(name="json", suffixes=(".json",), read=read_json),
    Reader(name="ninjs", suffixes=(".ninjs",), read=read_ninjs),
    Reader(name="schema-org", suffixes=(".jsonld",), read=read_schema_org),
    Reader(name="jsonl", suffixes=(".jsonl",), read=read_jsonl),
)
WRITERS = (
    Writer(name="text", write=to_text),
    Writer(name="html", write=to_html),
    Writer(name="json", write=to_pretty_json),
    Writer(name="jsonl", write=to_json_line, streams=True),
    Writer(name="csv", write=to_csv),
    Writer(name="ninjs", write=to_ninjs, streams=True),
    Writer(name="schema-org", write=to_schema_org, streams=True),
    Writer(name="web-annotation", write=to_web_annotations, streams=True),
)
