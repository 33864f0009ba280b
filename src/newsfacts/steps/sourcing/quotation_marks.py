"""Pairs quotation marks: straight and curly, single and double, guillemets; over paragraphs, unclosed, nested."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from attrs import frozen

from newsfacts import Span

Marks = Literal["double", "single", "guillemet"]

_DOUBLE: Final = re.compile("[“”„«»\"]|''|``|’’|‘‘")
_SINGLE: Final = re.compile("[‘']")
OPENING: Final = "“„«"
CLOSING: Final = "”»"
_ENDS: Final = ".,!?;:…"


@frozen
class Pair:
    """A quotation with its marks; `goes_on` when no mark closes it before the next paragraph opens one."""

    span: Span
    marks: Marks
    goes_on: bool = False


def pairs(text: str) -> Iterator[Pair]:
    """Give the quotations of a text, paragraph by paragraph, nested ones too.

    >>> text = 'He said “we lost” and "left'
    >>> [pair.span.of(text) for pair in pairs(text)]
    ['“we lost”', '"left']
    """
    start = 0
    paragraphs: list[tuple[int, int]] = []
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            paragraphs.append((start, end))
        start = end + 1
    for at, (start, end) in enumerate(paragraphs):
        following = text[paragraphs[at + 1][0] :][:1] if at + 1 < len(paragraphs) else ""
        yield from _in_paragraph(text, start, end, following)


def _in_paragraph(text: str, start: int, end: int, following: str) -> Iterator[Pair]:
    yield from _doubles(text, start, end, following)
    yield from _singles(text, start, end)


def _doubles(text: str, start: int, end: int, following: str) -> Iterator[Pair]:
    opened = -1
    for mark in _DOUBLE.finditer(text, start, end):
        at, stop = mark.span()
        if text[at : at + 3] == "'''" and opened >= 0:
            at, stop = at + 1, stop + 1
        if opened >= 0 and not _must_open(text, at, opened):
            yield Pair(Span(opened, stop), _kind(text[opened]))
            opened = -1
        elif not _must_close(text, at):
            if opened >= 0 and (cut := _sentence_end(text, opened, at)) > opened + 2:
                yield Pair(Span(opened, cut), _kind(text[opened]))
            opened = at
    if opened >= 0 and (close := _left_open(text, start, opened, end)) > opened + 2:
        yield Pair(Span(opened, close), _kind(text[opened]), goes_on=following != "" and following in '“„«"')


def _must_open(text: str, at: int, opened: int) -> bool:
    """Whether a mark opens although another is open: it has the shape of one, or white space says so."""
    if text[at] in OPENING:
        return text[at] != text[opened] or text[at] != "„"
    return False


def _must_close(text: str, at: int) -> bool:
    return text[at] in CLOSING or (text[at] == '"' and _digit_before(text, at) and not _word_after(text, at))


def _digit_before(text: str, at: int) -> bool:
    """Inches: 5" pipes."""
    return at > 0 and text[at - 1].isdigit()


def _word_after(text: str, at: int) -> bool:
    return at + 1 < len(text) and text[at + 1].isalnum()


def _kind(mark: str) -> Marks:
    if mark in "«»":
        return "guillemet"
    return "double"


def _left_open(text: str, start: int, opened: int, end: int) -> int:
    """Where an unclosed quotation ends: with its paragraph if it opens it, else with its sentence."""
    while end > opened and text[end - 1].isspace():
        end -= 1
    if not text[start:opened].strip():
        return end
    return _sentence_end(text, opened, end)


def _sentence_end(text: str, start: int, end: int) -> int:
    for at in range(start + 1, end - 1):
        if text[at] in ".!?" and text[at + 1].isspace():
            return at + 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _singles(text: str, start: int, end: int) -> Iterator[Pair]:
    last = start
    for mark in _SINGLE.finditer(text, start, end):
        at = mark.start()
        if at >= last and _opens_single(text, at, start):
            close = _closing_single(text, at, end)
            if close > 0:
                yield Pair(Span(at, close + 1), "single")
                last = close + 1


def _opens_single(text: str, at: int, start: int) -> bool:
    if text[at] not in "‘'" or at + 1 >= len(text):
        return False
    if text[at : at + 2] in {"''", "‘‘"} or (at > 0 and text[at - 1 : at + 1] in {"''", "‘‘"}):
        return False
    before = text[at - 1] if at > start else " "
    return (before.isspace() or before in '(["“—–-:/') and text[at + 1].isalnum() and not _is_elision(text, at)


def _is_elision(text: str, at: int) -> bool:
    """'90s, 'em, 'til: an apostrophe that stands for letters."""
    word = ""
    for letter in text[at + 1 : at + 6]:
        if not letter.isalnum():
            break
        word += letter.lower()
    return word[:2].isdigit() or (text[at] == "'" and word in {"em", "til", "tis", "twas", "cause", "n"})


def _closing_single(text: str, opened: int, end: int) -> int:
    """The mark that closes a single quotation: not one inside a word, rather one after a full stop or comma."""
    wanted = "’" if text[opened] == "‘" else "'"
    first = -1
    for at in range(opened + 2, end):
        if text[at] in '“”"\n‘':
            break
        if text[at] != wanted or (at + 1 < len(text) and text[at + 1].isalnum()):
            continue
        if text[at - 1] in _ENDS:
            return at
        if first < 0 and not text[at - 1].isspace():
            first = at
            if text[at - 1] != "s" or _stops_after(text, at):
                return at
    return first


def _stops_after(text: str, at: int) -> bool:
    return at + 1 >= len(text) or text[at + 1] in ".,;:!?)\n"
