"""Runs the spaCy pipeline: one text, many, or one that is longer than spaCy takes at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

from newsfacts.article import Problem
from newsfacts.blanks import Squeezed, squeezed
from newsfacts.errors import RecordError
from newsfacts.records import METADATA_FIELDS, Metadata, Record, Unreadable
from newsfacts.sentences import mark_starts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Read = tuple[Record, tuple[Problem, ...]]
Parsed = tuple[Record, "Doc | None", tuple[Problem, ...]]


def parse(nlp: Language, text: str) -> Doc:
    """Give the spaCy document of the whole text, with offsets of the whole, however long it is."""
    if len(text) <= nlp.max_length:
        return _parsed(nlp, text)
    from spacy.tokens import Doc

    return Doc.from_docs([_parsed(nlp, piece) for piece in pieces(text, nlp.max_length)], ensure_whitespace=False)


def _parsed(nlp: Language, text: str) -> Doc:
    words = _prepared(nlp, text)
    return words.restored(nlp(words.doc))


def _prepared(nlp: Language, text: str) -> Squeezed:
    """The words of a text, odd blanks aside, with what its layout says about sentences."""
    words = squeezed(nlp.make_doc(text))
    mark_starts(words.doc)
    return words


def pieces(text: str, limit: int) -> Iterator[str]:
    r"""Cut a text into pieces of at most `limit` characters, after a line where there is one, else after a blank.

    >>> list(pieces("One.\nTwo and more.", 10))
    ['One.\n', 'Two and ', 'more.']
    """
    start = 0
    while start < len(text):
        end = min(start + limit, len(text))
        if end < len(text):
            cut = max(text.rfind("\n", start, end), text.rfind(" ", start, end) if "\n" not in text[start:end] else -1)
            end = cut + 1 if cut > start else end
        yield text[start:end]
        start = end


def batches(items: Iterable[Any], size: int) -> Iterator[list[Read]]:
    """Give the records of `items` in batches, each with what is wrong with it; ids must differ."""
    seen: set[str] = set()
    numbered = enumerate(items)
    while batch := list(islice(numbered, size)):
        yield [_read(number, item, seen) for number, item in batch]


def _read(number: int, item: object, seen: set[str]) -> Read:
    """The record of an item; what is wrong with it becomes problems, and what is right is kept."""
    problems: list[str] = []
    try:
        record = Record.of(item)
    except RecordError as error:
        problems.append(str(error))
        record = _salvaged(item)
    if record.id is not None:
        if record.id in seen:
            problems.append(f"id: {record.id!r} was there before")
        seen.add(record.id)
    where = record.id if record.id is not None else f"number {number + 1}"
    return record, tuple(Problem(message=message, record=where) for message in problems)


def _salvaged(item: object) -> Record:
    """What can be kept of a record that is wrong somewhere."""
    if isinstance(item, Unreadable):
        return Record(text="", id=item.id)
    if not isinstance(item, dict):
        return Record(text=item if isinstance(item, str) else "")
    text, name = item.get("text"), item.get("id")
    kept: dict[str, Any] = {}
    for field in METADATA_FIELDS:
        try:
            Metadata(**{field: item.get(field)})
        except RecordError:
            continue
        kept[field] = item.get(field)
    return Record(
        text=text if isinstance(text, str) else "",
        id=name if isinstance(name, str) else None,
        metadata=Metadata(**kept),
    )


def parse_batch(nlp: Language, batch: Sequence[Read], on_error: Literal["raise", "record"]) -> Iterator[Parsed]:
    """Parse a batch of records; one that spaCy fails on becomes a problem, and the others go on."""
    if on_error == "raise":
        for _, problems in batch:
            if problems:
                raise RecordError(str(problems[0]))
    fit = [
        _prepared(nlp, record.text)
        for record, _ in batch
        if _parses(record.text) and len(record.text) <= nlp.max_length
    ]
    try:
        parsed = nlp.pipe([words.doc for words in fit], batch_size=len(fit) or 1)
        docs: Iterator[Doc] | None = iter([words.restored(doc) for words, doc in zip(fit, parsed, strict=True)])
    except Exception:
        if on_error == "raise":
            raise
        docs = None
    for record, problems in batch:
        if not _parses(record.text):
            yield record, None, problems
        elif docs is not None and len(record.text) <= nlp.max_length:
            yield record, next(docs), problems
        else:
            yield _parse_alone(nlp, record, problems)


def _parses(text: str) -> bool:
    """Whether there is something to parse, and spaCy can take it."""
    return bool(text) and not any("\ud800" <= character <= "\udfff" for character in text)


def _parse_alone(nlp: Language, record: Record, problems: tuple[Problem, ...]) -> Parsed:
    try:
        return record, parse(nlp, record.text), problems
    except Exception as error:  # (as above)
        failed = Problem(message=f"{type(error).__name__}: {error}", step="parser", record=record.id)
        return record, None, (*problems, failed)
