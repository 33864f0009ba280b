"""The chain of outlets: "The Harwick Post reports via Northern Wire", "first reported by Axios", "(AP)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from newsfacts import Block, Dateline, Entity, Extractor, Kinds, Mention, Party, Provenance, Reading, Span
from newsfacts.steps.layout.dates import MONTHS
from newsfacts.steps.layout.lines import Piece, is_site, pieces_of
from newsfacts.steps.layout.names import Pieces, is_capital
from newsfacts.steps.layout.outlets import Outlets
from newsfacts.steps.layout.relays import citing, passed_on
from newsfacts.steps.layout.words import Words, bare

_HINT = re.compile(
    r"\b(?:via|cit(?:ing|es?|ed)|quoting|reported by|appeared|published|(?<=first )reported)\b", re.IGNORECASE
)
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
    consults: ClassVar[frozenset[str]] = frozenset({"dep", "ent", "lemma", "pos", "tag"})

    def extract(self, reading: Reading) -> Iterator[Provenance]:
        """Give the links of the chain, each once."""
        words = Words.of(reading.lexicons)
        seen: set[str] = set()
        framed = [*citing(reading), *passed_on(reading)] if reading.syntax.parsed else []
        cues = {link.cue for link in framed}
        for link in (*_in_datelines(reading), *framed, *_in_text(reading, words)):
            if link.id not in seen and not (link.cue in cues and link not in framed) and not _is_quiet(reading, link):
                seen.add(link.id)
                yield link


def _is_quiet(reading: Reading, link: Provenance) -> bool:
    block = reading.block_at(link.cue.start)
    return block is not None and block.role in QUIET_ROLES


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
    named = _name_after(pieces, at + 1, words)
    if named is None:
        return
    origin, end = named
    outlet = _is_outlet(reading, words, origin)
    relays = at > 1 and pieces[at - 1].low in words.relay_verbs
    relayed_by = _name_before(pieces, at - 1, words) if relays else None
    if relayed_by and not (outlet or _is_outlet(reading, words, relayed_by)):
        return
    if relayed_by is None and (relays or not outlet or _goes_on(pieces, end, words)):
        return
    cue = Span(pieces[at].start, pieces[at].end)
    yield Provenance(
        span=Span.hull((relayed_by or cue, cue, origin)),
        relayed_by=_party(reading, relayed_by) if relayed_by else None,
        origin=_party(reading, origin),
        cue=cue,
        rule="reports-via" if relays else "via",
    )


def _goes_on(pieces: Pieces, end: int, words: Words) -> bool:
    """Tell whether a noun follows a name, so that the name only describes it."""
    return end < len(pieces) and pieces[end].kind == "word" and pieces[end].low not in words.after_outlets


def _reported_by(reading: Reading, words: Words, pieces: Pieces, at: int) -> Iterator[Provenance]:
    """First reported by Y (and Z); reported by Y, where Y is an outlet; Y first reported."""
    if at + 1 < len(pieces) and pieces[at + 1].low == "by":
        first = at - 1 if at and pieces[at - 1].low in ("first", "originally", "as") else at
        cue = Span(pieces[first].start, pieces[at + 1].end)
        for origin in _names_after(pieces, at + 2, words):
            if first != at or _is_outlet(reading, words, origin):
                span = Span(cue.start, origin.end)
                yield Provenance(span=span, origin=_party(reading, origin), cue=cue, rule="reported-by")
    elif at > 1 and pieces[at - 1].low == "first":
        before = _name_before(pieces, at - 1, words)
        if before and _is_outlet(reading, words, before):
            cue = Span(pieces[at - 1].start, pieces[at].end)
            yield Provenance(
                span=Span(before.start, cue.end), origin=_party(reading, before), cue=cue, rule="first-reported"
            )


def _appeared(reading: Reading, words: Words, pieces: Pieces, at: int) -> Iterator[Provenance]:
    """This story originally appeared in Y; was first published by Y."""
    before = {piece.low for piece in pieces[max(0, at - 2) : at]}
    if not before & {"originally", "first", "previously"} or at + 2 >= len(pieces):
        return
    if not any(piece.low in words.pieces_of_writing for piece in pieces[:at]):
        return
    if pieces[at + 1].low not in ("in", "on", "by", "at"):
        return
    named = _name_after(pieces, at + 2, words)
    if named is None or _is_day(pieces[at + 2], words):
        return
    origin = named[0]
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
    elif (name := _name_after(pieces, at + 1, words)) is not None:
        origin = _party(reading, name[0])
    else:
        return
    if origin.span is None or origin.span.overlaps(relayed_by):
        return
    if reading.syntax.parsed and not Outlets(reading).may_be_cited(reading.token_range(origin.span)):
        return
    cue = Span(pieces[at].start, pieces[at].end)
    span = Span.hull((relayed_by, cue, origin.span))
    yield Provenance(span=span, relayed_by=_party(reading, relayed_by), origin=origin, cue=cue, rule="citing")


def _relay_near(reading: Reading, words: Words, pieces: Pieces, at: int) -> Span | None:
    """Give the outlet whose reporting verb stands nearest before "citing", or after it."""
    for i in [*range(at - 1, 0, -1), *range(at + 1, len(pieces))]:
        if pieces[i].low in words.relay_verbs:
            name = _name_before(pieces, i, words)
            if name and _is_outlet(reading, words, name):
                return name
    before = at - 1 if at and pieces[at - 1].text in (",", "also") else at
    if before < at or pieces[at].low in ("cites", "cited"):
        name = _name_before(pieces, before, words)
        return name if name and _is_outlet(reading, words, name) else None
    return None


def _name_after(pieces: Pieces, i: int, words: Words) -> tuple[Span, int] | None:
    """Give the capitalised name that begins at piece `i`, after an article, and where it ends."""
    first = i
    while i < len(pieces) and pieces[i].low in ("the", "a", "an"):
        i += 1
    last = first
    k = i
    while k < len(pieces) and (pieces[k].kind in ("word", "site") or pieces[k].text == "&"):
        if _is_day(pieces[k], words) or (pieces[k].low == "and" and _starts_another(pieces, k + 1, words)):
            break
        if is_capital(pieces[k]) or pieces[k].kind == "site":
            last = k + 1
        elif pieces[k].low not in _INNER:
            break
        k += 1
    return (_span(pieces, first, last), last) if last > i else None


def _names_after(pieces: Pieces, i: int, words: Words) -> Iterator[Span]:
    """Give the names from piece `i`, joined by "and"."""
    while (named := _name_after(pieces, i, words)) is not None:
        yield named[0]
        i = named[1] + 1
        if i >= len(pieces) or pieces[i - 1].low != "and":
            return


def _is_day(piece: Piece, words: Words) -> bool:
    return piece.low in words.weekdays or (piece.low[:3] in _MONTHS and piece.low.isalpha() and is_capital(piece))


def _starts_another(pieces: Pieces, i: int, words: Words) -> bool:
    """Tell whether another outlet follows "and": an article or an agency begins it."""
    return i < len(pieces) and (pieces[i].low == "the" or words.agencies.at(pieces, i) > 0)


def _name_before(pieces: Pieces, end: int, words: Words) -> Span | None:
    """Give the capitalised name that ends before piece `end`."""
    first = end
    while first > 0 and _may_be_inside(pieces[first - 1]):
        first -= 1
    while first < end and (not _may_open(pieces[first]) or pieces[first].low in words.after_outlets):
        first += 1
    return _span(pieces, first, end) if first < end else None


def _may_open(piece: Piece) -> bool:
    return is_capital(piece) or piece.kind == "site" or piece.low == "the"


def _may_be_inside(piece: Piece) -> bool:
    if piece.kind == "word":
        return is_capital(piece) or piece.low in ("agency", "of", "the")
    return piece.kind == "site"


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
    return low in words.agency_names or last in words.news_outlets or is_site(text.removeprefix("the "))


def _party(reading: Reading, span: Span) -> Party:
    tokens = reading.tokens(span)
    if not tokens:
        return Party(form="UNNAMED", span=span)
    inside = {token.i for token in tokens}
    head = next((t for t in tokens if (h := reading.syntax.head(t)) is None or h.i not in inside), tokens[-1])
    entity = reading.entity_at(head) or reading.entity_at(tokens[-1])
    return Party(form="ENTITY" if entity else "UNNAMED", span=span, entity=entity)
