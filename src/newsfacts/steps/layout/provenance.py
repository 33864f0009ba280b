"""The chain of outlets: "Caliber.Az reports via The New York Times", "first reported by Axios", "(AP)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from newsfacts import Block, Dateline, Entity, Extractor, Kinds, Mention, Party, Provenance, Reading, Span
from newsfacts.steps.layout.dates import MONTHS
from newsfacts.steps.layout.lines import Piece, pieces_of
from newsfacts.steps.layout.names import Pieces, is_capital
from newsfacts.steps.layout.words import Words, bare

_HINT = re.compile(r"\bvia\b|\bciting\b|\bcites?\b|\bcited\b|\breported by\b|\bappeared\b|\bpublished\b|\bquoting\b", re.IGNORECASE)
_CLAUSE_BREAK = re.compile(r"[\n;!?]|\.(?=[\s”\"’)])(?<![A-Z]\.)")
_INNER = frozenset({"of", "the", "for", "to", "and", "&", "in", "on", "de", "la", "le", "der", "die", "das"})
_MONTHS = frozenset(MONTHS)
QUIET_ROLES = frozenset({"caption", "boilerplate"})
WINDOW = 260


@frozen
class Provenances(Extractor):
    """Who reported it first, and who passes it on."""

    name: ClassVar[str] = "provenance"
    uses: ClassVar[Kinds] = frozenset({Block, Dateline, Mention, Entity})
    gives: ClassVar[Kinds] = frozenset({Provenance})

    def extract(self, reading: Reading) -> Iterator[Provenance]:
        """Give the links of the chain, each once."""
        words = Words.of(reading.lexicons)
        seen: set[str] = set()
        for link in (*_in_datelines(reading), *_in_text(reading, words)):
            if link.id not in seen:
                seen.add(link.id)
                yield link


def _in_datelines(reading: Reading) -> Iterator[Provenance]:
    """An agency in the dateline: "ATLANTA (AP) —"."""
    for dateline in reading.all(Dateline):
        if dateline.agency:
            text = reading.text
            start, end = dateline.agency.start, dateline.agency.end
            bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
            cue = Span(start - 1, end + 1) if bracketed else dateline.agency
            yield Provenance(span=cue, origin=_party(reading, dateline.agency), cue=cue, rule="dateline-agency")


def _in_text(reading: Reading, words: Words) -> Iterator[Provenance]:
    for match in _HINT.finditer(reading.text):
        block = reading.block_at(match.start())
        if block and block.role in QUIET_ROLES:
            continue
        pieces, at = _clause(reading.text, match.start())
        if at is None:
            continue
        low = pieces[at].low
        if low == "via":
            yield from _via(reading, words, pieces, at)
        elif low == "reported":
            yield from _reported_by(reading, words, pieces, at)
        elif low in ("appeared", "published"):
            yield from _appeared(reading, words, pieces, at)
        elif low in ("citing", "quoting", "cites", "cited"):
            yield from _citing(reading, words, pieces, at)


def _clause(text: str, position: int) -> tuple[Pieces, int | None]:
    """Give the pieces of the sentence around a position, and which of them stands there."""
    start = max(0, position - WINDOW)
    for match in _CLAUSE_BREAK.finditer(text, start, position):
        start = match.end()
    stop = _CLAUSE_BREAK.search(text, position, position + WINDOW)
    end = stop.start() if stop else min(len(text), position + WINDOW)
    pieces = pieces_of(text[start:end], start)
    return pieces, next((i for i, piece in enumerate(pieces) if piece.start == position), None)


def _via(reading: Reading, words: Words, pieces: Pieces, at: int) -> Iterator[Provenance]:
    """X reports via Y; via Y, where Y is an outlet."""
    origin = _name_after(pieces, at + 1)
    if origin is None:
        return
    relays = at > 1 and pieces[at - 1].low in words.relay_verbs
    relayed_by = _name_before(pieces, at - 1) if relays else None
    if relayed_by is None and not (relays or _is_outlet(reading, words, origin)):
        return
    first = relayed_by.start if relayed_by else pieces[at].start
    yield Provenance(
        span=Span(first, origin.end),
        relayed_by=_party(reading, relayed_by) if relayed_by else None,
        origin=_party(reading, origin),
        cue=Span(pieces[at].start, pieces[at].end),
        rule="reports-via" if relays else "via",
    )


def _reported_by(reading: Reading, words: Words, pieces: Pieces, at: int) -> Iterator[Provenance]:
    """First reported by Y; reported by Y, where Y is an outlet."""
    origin = _name_after(pieces, at + 2)
    if origin is None:
        return
    first = at - 1 if at and pieces[at - 1].low in ("first", "originally", "as") else at
    if first == at and not _is_outlet(reading, words, origin):
        return
    cue = Span(pieces[first].start, pieces[at + 1].end)
    yield Provenance(span=Span(cue.start, origin.end), origin=_party(reading, origin), cue=cue, rule="reported-by")


def _appeared(reading: Reading, words: Words, pieces: Pieces, at: int) -> Iterator[Provenance]:
    """This story originally appeared in Y; was first published by Y."""
    before = {piece.low for piece in pieces[max(0, at - 2) : at]}
    if not before & {"originally", "first", "previously"} or at + 2 >= len(pieces):
        return
    if not any(piece.low in words.pieces_of_writing for piece in pieces[:at]):
        return
    if pieces[at + 1].low not in ("in", "on", "by", "at"):
        return
    origin = _name_after(pieces, at + 2)
    if origin is None or pieces[at + 2].low in words.weekdays or bare(reading[origin])[:3] in _MONTHS:
        return
    first = next(i for i in range(max(0, at - 2), at) if pieces[i].low in ("originally", "first", "previously"))
    cue = Span(pieces[first].start, pieces[at + 1].end)
    yield Provenance(span=Span(cue.start, origin.end), origin=_party(reading, origin), cue=cue, rule="appeared")


def _citing(reading: Reading, words: Words, pieces: Pieces, at: int) -> Iterator[Provenance]:
    """X said, citing Y; citing Y, X reported: X is an outlet."""
    relayed_by = _relay_near(reading, words, pieces, at)
    if relayed_by is None:
        return
    token = next(iter(reading.tokens(Span(pieces[at].start, pieces[at].end))), None)
    cited = reading.syntax.object(token) if token is not None else None
    if cited is not None:
        origin = reading.party(cited)
    elif (name := _name_after(pieces, at + 1)) is not None:
        origin = _party(reading, name)
    else:
        return
    if origin.span is None or origin.span.overlaps(relayed_by):
        return
    cue = Span(pieces[at].start, pieces[at].end)
    span = Span.hull((relayed_by, cue, origin.span))
    yield Provenance(span=span, relayed_by=_party(reading, relayed_by), origin=origin, cue=cue, rule="citing")


def _relay_near(reading: Reading, words: Words, pieces: Pieces, at: int) -> Span | None:
    """Give the outlet whose reporting verb stands nearest before "citing", or after it."""
    for i in [*range(at - 1, 0, -1), *range(at + 1, len(pieces))]:
        if pieces[i].low in words.relay_verbs:
            name = _name_before(pieces, i) or (_name_after(pieces, i + 1) if pieces[i].low == "said" else None)
            if name and _is_outlet(reading, words, name):
                return name
    if pieces[at].low in ("cites", "cited"):
        name = _name_before(pieces, at)
        return name if name and _is_outlet(reading, words, name) else None
    return None


def _name_after(pieces: Pieces, i: int) -> Span | None:
    """Give the capitalised name that begins at piece `i`, after an article."""
    first = i
    while i < len(pieces) and pieces[i].low in ("the", "a", "an"):
        i += 1
    last = first
    k = i
    while k < len(pieces) and (pieces[k].kind in ("word", "site") or pieces[k].text == "&"):
        if is_capital(pieces[k]) or pieces[k].kind == "site":
            last = k + 1
        elif pieces[k].low not in _INNER:
            break
        k += 1
    return _span(pieces, first, last) if last > i else None


def _name_before(pieces: Pieces, end: int) -> Span | None:
    """Give the capitalised name that ends before piece `end`."""
    first = end
    while first > 0 and _may_be_inside(pieces[first - 1]):
        first -= 1
    while first < end and not (is_capital(pieces[first]) or pieces[first].kind == "site" or pieces[first].low == "the"):
        first += 1
    return _span(pieces, first, end) if first < end else None


def _may_be_inside(piece: Piece) -> bool:
    return piece.kind == "site" or (piece.kind == "word" and (is_capital(piece) or piece.low in ("the", "of", "agency")))


def _span(pieces: Pieces, first: int, last: int) -> Span:
    text, end = pieces[last - 1].text, pieces[last - 1].end
    if text.endswith(".") and text.count(".") == 1:
        end -= 1
    if text.endswith(("'s", "’s")):
        end -= 2
    return Span(pieces[first].start, end)


def _is_outlet(reading: Reading, words: Words, name: Span) -> bool:
    """Tell whether a name is an agency, a newspaper, a station or a site."""
    text = reading[name]
    low = bare(text)
    low = low.removeprefix("the ")
    last = low.split()[-1] if low.split() else ""
    return low in words.agency_names or last in words.outlets or last in ("agency", "website") or "." in text.rstrip(".")


def _party(reading: Reading, span: Span) -> Party:
    tokens = reading.tokens(span)
    if not tokens:
        return Party(form="UNNAMED", span=span)
    inside = {token.i for token in tokens}
    head = next((t for t in tokens if (h := reading.syntax.head(t)) is None or h.i not in inside), tokens[-1])
    entity = reading.entity_at(head) or reading.entity_at(tokens[-1])
    return Party(form="ENTITY" if entity else "UNNAMED", span=span, entity=entity)
