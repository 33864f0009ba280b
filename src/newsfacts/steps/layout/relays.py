"""Links between outlets read off the frames of passing on: "X said, citing Y", "a draft obtained by Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from newsfacts import Provenance, Reading, Span
from newsfacts.steps.layout.outlets import Outlets, Range

if TYPE_CHECKING:
    from spacy.tokens import Token

_CITING: Final = re.compile(r"\b(?:cit(?:ing|es|ed)|quot(?:ing|es|ed)|attribut(?:ing|es|ed))\b", re.IGNORECASE)
_PASSED: Final = re.compile(
    r"\b(?:(?P<by>aired|broadcast|carried|obtained|picked up|published|quoted|rebroadcast|relayed|republished|reviewed|"
    r"seen|viewed)(?= by )|(?P<to>given|handed|leaked|passed|sent|shown|shared)(?= (?:to|with) ))",
    re.IGNORECASE,
)
_REACH: Final = 14
"""How many words back the thing passed on may stand."""


def citing(reading: Reading) -> Iterator[Provenance]:
    """Give the links of outlets that name where they have it from: "Vestnik said, citing the ministry"."""
    outlets = Outlets(reading)
    for match in _CITING.finditer(reading.text):
        token = _token_at(reading, match.start())
        if token is None or not token.tag_.startswith("VB") or token.tag_ == "VB":
            continue
        origin = _cited(reading, outlets, token)
        carrier = _citer(reading, outlets, token)
        if (
            origin is None
            or carrier is None
            or not outlets.may_be_cited(origin)
            or (carrier[0] < origin[1] and origin[0] < carrier[1])
        ):
            continue
        reports = (verb := _teller(token)) >= 0 and reading.doc[verb].lower_ in {"reported", "reports"}
        named = outlets.is_named(carrier) if reports else outlets.is_name(carrier)
        if not (outlets.is_outlet(carrier) or ((reports or outlets.tells_outlet(origin)) and named)):
            continue
        cue = Span(match.start(), match.end())
        relayed_by, source = outlets.party(carrier), outlets.party(origin)
        whole = Span.hull((cue, reading.span(*carrier), reading.span(*origin)))
        yield Provenance(span=whole, relayed_by=relayed_by, origin=source, cue=cue, rule="citing")


def _token_at(reading: Reading, position: int) -> Token | None:
    found = reading.tokens(Span(position, position + 1))
    return found[0] if found else None


def _cited(reading: Reading, outlets: Outlets, token: Token) -> Range | None:
    """The phrase of who is cited: the object, after "attributing it" what follows "to"."""
    syntax = reading.syntax
    if token.lower_.startswith("attribut"):
        to = next((noun for word, noun in syntax.obliques(token) if word == "to"), None)
        beside = syntax.object(token)
        if to is None and beside is not None:
            to = next((noun for word, noun in syntax.obliques(beside) if word == "to"), None)
        return None if to is None else outlets.noun_phrase(to)
    if token.i + 1 < len(reading.doc) and token.nbor().lower_ in {"by", "from", "in"}:
        return None
    theme = syntax.object(token)
    if theme is not None and theme.i > token.i:
        start, end = outlets.noun_phrase(theme)
        return max(start, token.i + 1), end
    return outlets.after(token.i + 1)


def _citer(reading: Reading, outlets: Outlets, token: Token) -> Range | None:
    """The phrase of who cites: a name before the comma, the antecedent of "that", the speaker of the sentence."""
    before = token.i - 1
    teller = outlets.before(verb) if (verb := _teller(token)) >= 0 else None
    if teller is not None and outlets.is_outlet(teller):
        return teller
    if before > 0 and token.nbor(-1).lower_ in {"that", "which"}:
        at = before - (token.nbor(-2).lower_ == ",")
        return outlets.before(at)
    if before > 0 and token.nbor(-1).lower_ in {",", "also"}:
        beside = outlets.before(before)
        if beside is not None and (outlets.is_outlet(beside) or beside[0] == 0 or outlets.is_name(beside)):
            return beside
    speaker = reading.syntax.subject(token)
    if speaker is None or speaker.lower_ in {"who", "which", "that"}:
        return teller
    said = outlets.before(_end(outlets, speaker))
    return said if teller is None or (said is not None and outlets.is_outlet(said)) else teller


def _teller(token: Token) -> int:
    """Where "said" stands in "..., Agence Delta said on Friday, citing officials"; -1 for none."""
    doc, at = token.doc, token.i - 2
    if at < 1 or doc[at + 1].lower_ != ",":
        return -1
    places = range(at, max(at - _DAY, 0), -1)
    found = next((i for i in places if doc[i].tag_ in {"VBD", "VBZ"} or doc[i].lower_ == ","), -1)
    return found if found >= 0 and doc[found].lower_ != "," else -1


_DAY: Final = 4
"""How many words, as in "late on Friday", may stand between "said" and the comma."""


def _end(outlets: Outlets, speaker: Token) -> int:
    """Where the core of a speaker's phrase ends."""
    end = max(speaker.i + 1, outlets.noun_phrase(speaker)[1])
    doc = speaker.doc
    while end < len(doc) and doc[end].tag_ in {"NNP", "NNPS"}:
        end += 1
    return end


def passed_on(reading: Reading) -> Iterator[Provenance]:
    """Give the links of outlets that got or took over a text: "a draft obtained by the Mail", "republished by"."""
    outlets = Outlets(reading)
    for match in _PASSED.finditer(reading.text):
        token = _token_at(reading, match.start())
        to = _token_at(reading, match.end() + 1)
        if token is None or to is None or token.tag_ not in {"VBN", "VBD"}:
            continue
        carrier = outlets.after(to.i + 1)
        if carrier is None or not outlets.is_outlet(carrier):
            continue
        origin = _passed(reading, outlets, token)
        if origin is not None:
            cue = Span(match.start(), match.end())
            whole = Span.hull((cue, reading.span(*carrier), reading.span(*origin)))
            relayed_by, source = outlets.party(carrier), outlets.party(origin)
            yield Provenance(span=whole, relayed_by=relayed_by, origin=source, cue=cue, rule="passed-on")


def _passed(reading: Reading, outlets: Outlets, token: Token) -> Range | None:
    """What was passed on: the nearest outlet before in the sentence, else the text that the words go on about."""
    first = max(_sentence_start(token), token.i - _REACH)
    writing: Range | None = None
    at = token.i
    while at > first:
        phrase = outlets.before(at)
        if phrase is None or phrase[0] < first:
            at -= 1
            continue
        if outlets.is_writing(phrase) and not outlets.is_named(phrase):
            if writing is None:
                writing = phrase
            if reading.doc[phrase[0] - 1].lower_ != "in":
                return writing
        elif outlets.is_outlet(phrase):
            return phrase
        at = phrase[0]
    return writing


def _sentence_start(token: Token) -> int:
    return int(token.sent.start)
