"""What goes in: a text with what is known about it, checked before any step runs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

import attrs
from attrs import field, frozen

from newsfacts.errors import NewsfactsError, RecordError

BYTE_ORDER_MARK = "\ufeff"


def parse_date(value: object) -> date | datetime | None:
    """Read an ISO 8601 date or date and time; None stays None.

    >>> parse_date("2024-11-18")
    datetime.date(2024, 11, 18)
    >>> parse_date("2024-11-18T09:30:00Z").hour
    9
    >>> parse_date("18 November")
    Traceback (most recent call last):
    newsfacts.errors.RecordError: published: expected an ISO 8601 date such as 2024-11-18, not '18 November'
    """
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, str):
        for read in (date.fromisoformat, datetime.fromisoformat):
            try:
                return read(value.strip())
            except ValueError:
                continue
    raise RecordError(f"published: expected an ISO 8601 date such as 2024-11-18, not {value!r}")


def _text_or_none(name: str) -> Any:  # (an attrs field has no better type)
    def check(_record: object, _field: object, value: object) -> None:
        if not (value is None or isinstance(value, str)):
            raise RecordError(f"{name}: expected text, not {type(value).__name__}")

    return field(default=None, validator=check)


@frozen(kw_only=True)
class Metadata:
    """What is known about an article from outside its text.

    Names are those of IPTC ninjs and schema.org NewsArticle.
    """

    headline: str | None = _text_or_none("headline")
    byline: str | None = _text_or_none("byline")
    published: date | datetime | None = field(default=None, converter=parse_date)
    outlet: str | None = _text_or_none("outlet")
    url: str | None = _text_or_none("url")
    language: str | None = _text_or_none("language")


@frozen
class Unreadable:
    """Stands where a record should be, and says why there is none: a line that is no JSON, bytes that are no UTF-8."""

    reason: str
    id: str | None = None


METADATA_FIELDS = tuple(a.name for a in attrs.fields(Metadata))
FIELDS = ("text", "id", *METADATA_FIELDS)


_END_TAG = re.compile(r"</(?:a|article|body|div|h[1-6]|li|p|span|td)\s*>", re.IGNORECASE)


def end_tag_in(text: str) -> str | None:
    """Give the first end tag of a text that has several, and so is the source of a web page; else None.

    >>> end_tag_in("<p>By Ann Lee</p><p>Two ferries collided.</p>")
    '</p>'
    """
    found = _END_TAG.findall(text) if text.count("</") > 1 else []
    return found[0] if len(found) > 1 else None


def json_record(line: bytes) -> Mapping[str, object] | Unreadable:
    """Give the record of one line of JSONL, or say why it holds none.

    >>> json_record(b'{"id": "a1", "text": "Two ferries collided."}')["id"]
    'a1'
    >>> json_record(b'{"id": "a1", "text"').reason
    "no JSON: Expecting ':' delimiter at character 19"
    """
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Unreadable(f"no UTF-8: {error.reason} at byte {error.start}")
    except json.JSONDecodeError as error:
        return Unreadable(f"no JSON: {error.msg} at character {error.pos}")
    return record if isinstance(record, dict) else Unreadable(f"expected a JSON object, not a {type(record).__name__}")


def json_records(lines: Iterable[bytes]) -> Iterator[Mapping[str, object] | Unreadable]:
    r"""Give the records of the lines of JSONL; lines without anything are left out.

    >>> [record["id"] for record in json_records([b'{"id": "a1"}\n', b"\n", b'{"id": "a2"}\n'])]
    ['a1', 'a2']
    """
    return (json_record(line) for line in lines if line.strip())


def opened(file: str | Path) -> BinaryIO:
    """Open a file of records, or say in a `NewsfactsError` why that cannot be done."""
    try:
        return Path(file).open("rb")
    except OSError as error:
        raise NewsfactsError(f"{file}: {error.strerror}") from error


def _advice(text: object) -> str:
    """How to get at the text of what is no text."""
    match text:
        case bytes():
            return "; decode it: data.decode('utf-8')"
        case Path():
            return "; read it first: path.read_text('utf-8')"
    return ""


@frozen(kw_only=True)
class Record:
    """One article to be read: its text, its id, and what is known about it.

    The text is kept as it is, except that one byte order mark in front is taken off (`had_bom` tells).
    """

    text: str
    id: str | None = None
    metadata: Metadata = Metadata()
    had_bom: bool = False

    @staticmethod
    def make(text: object, *, id: object = None, **metadata: Any) -> Record:  # noqa: A002
        """Make a record, or say in a `RecordError` what is wrong with it.

        >>> Record.make("Two ferries collided.", id="a1", published="2024-11-18").metadata.published
        datetime.date(2024, 11, 18)
        >>> Record.make(None)
        Traceback (most recent call last):
        newsfacts.errors.RecordError: text: expected text, not None
        """
        if not isinstance(text, str):
            found = "None" if text is None else type(text).__name__
            raise RecordError(f"text: expected text, not {found}{_advice(text)}")
        if not (id is None or isinstance(id, str)):
            raise RecordError(f"id: expected text, not {type(id).__name__}")
        if unknown := metadata.keys() - set(METADATA_FIELDS):
            raise RecordError(f"unknown field {min(unknown)!r}; known: {', '.join(METADATA_FIELDS)}")
        surrogate = next((i for i, c in enumerate(text) if "\ud800" <= c <= "\udfff"), None)
        if surrogate is not None:
            raise RecordError(f"text: a lone surrogate at character {surrogate}; decode the input as UTF-8")
        had_bom = text.startswith(BYTE_ORDER_MARK)
        return Record(text=text[had_bom:], id=id, metadata=Metadata(**metadata), had_bom=had_bom)

    @staticmethod
    def of(item: object) -> Record:
        """Give the record of a text, a mapping with "text" and known fields (others are left alone), or a record."""
        if isinstance(item, Record):
            return item
        if isinstance(item, Unreadable):
            raise RecordError(item.reason)
        if isinstance(item, Mapping):
            if "text" not in item:
                raise RecordError(f"text: missing; the record has {', '.join(map(repr, item)) or 'nothing'}")
            known = {name: item[name] for name in FIELDS[1:] if name in item}
            return Record.make(item["text"], **known)
        return Record.make(item)
