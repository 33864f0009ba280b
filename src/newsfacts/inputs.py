"""Finds the files that a command names, and gives the records in them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import evolve

from newsfacts.errors import NewsfactsError
from newsfacts.formats import Reader
from newsfacts.records import FIELDS, Unreadable, opened

Readers = Mapping[str, Reader]
Item = Mapping[str, object] | Unreadable


class Usage(NewsfactsError):
    """The command cannot be carried out as it was given."""


def content(file: str) -> bytes:
    """Give the bytes of a file, or of standard input for "-"."""
    if file == "-":
        return sys.stdin.buffer.read()
    if Path(file).is_dir():
        raise Usage(f"{file} is a folder; newsfacts extract {file} reads all articles in it")
    with opened(file) as source:
        return source.read()


def reader(file: str, readers: Readers) -> Reader:
    """Give the reader that the ending of a file's name chooses; plain text is the last resort."""
    suffix = Path(file).suffix.lower()
    for one in readers.values():
        if suffix in one.suffixes:
            return one
    if suffix in (".html", ".htm"):
        raise Usage(f"{file}: web pages need a reader; install newsfacts-html (pip install newsfacts-html)")
    return readers["text"]


def listed(named: Iterable[str], readers: Readers) -> list[str]:
    """Give the files that are named, and those in the folders named whose endings a reader knows, in order."""
    endings = {suffix for one in readers.values() for suffix in one.suffixes}
    files: list[str] = []
    for name in named:
        if not Path(name).is_dir():
            if name != "-":
                opened(name).close()
            files.append(name)
            continue
        inside = sorted(p for p in Path(name).rglob("*") if p.suffix.lower() in endings and p.is_file())
        if not inside:
            raise Usage(f"{name}: there are no articles in this folder; endings: {', '.join(sorted(endings))}")
        files += map(str, inside)
    return files


def records(files: Iterable[str], readers: Readers) -> Iterator[Item]:
    """Give the records of files one after another; one without an id is called after its file."""
    for file in files:
        found = list(reader(file, readers).read(content(file)))
        for number, item in enumerate(found, 1):
            name = file if len(found) == 1 else f"{file}, number {number}"
            if isinstance(item, Unreadable):
                yield evolve(item, id=name)
            else:
                yield item if item.get("id") is not None else {**item, "id": name}


def given_names(options: Iterable[str] | None) -> dict[str, str]:
    """Give the fields of records with the names they have in the file, from options FIELD=NAME."""
    names = dict(option.partition("=")[::2] for option in options or ())
    for field, name in names.items():
        if field not in FIELDS or not name:
            raise Usage(f"--field {field}={name}: expected FIELD=NAME, with a field of {', '.join(FIELDS)}")
    return names


def renamed(items: Iterable[Item], names: Mapping[str, str]) -> Iterator[Item]:
    """Give the records with their fields found under other names; such a field is never found under its own."""
    for item in items:
        if isinstance(item, Mapping):
            kept = {key: value for key, value in item.items() if key not in names}
            yield kept | {field: item[name] for field, name in names.items() if name in item}
        else:
            yield item


def told(items: Iterable[Item], given: Mapping[str, str | None]) -> Iterator[Item]:
    """Give the records with what the command line tells about them."""
    known = {name: value for name, value in given.items() if value is not None}
    for item in items:
        yield {**item, **known} if isinstance(item, Mapping) else item
