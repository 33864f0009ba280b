"""A line read as a byline: cue, names, and what follows them."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from newsfacts import Span
from newsfacts.steps.layout.lines import Piece
from newsfacts.steps.layout.names import (
    INNER_WORDS,
    JOINERS,
    Name,
    Pieces,
    body_of,
    is_capital,
    lead_of,
    name_at,
    run_of,
)
from newsfacts.steps.layout.words import Words

STRONG_MARKS = frozenset("|•·/–—") | {"--"}
_KIND_SIGNS = {"date": "date", "time": "date", "email": "email", "handle": "handle", "site": "site"}
SURE = 2.5
COLONS = frozenset(":-–")


@frozen
class BylineLine:
    """What a line holds when it is read as a byline.

    `cue` covers the cue words, if any. `signs` names what stands after the names: "date", "role", "outlet", "handle",
    "email", "site", "place", "reading-time", "mark". `loose` counts words that nothing explains.
    """

    names: tuple[Name, ...]
    cue: Span | None
    cue_text: str
    signs: frozenset[str]
    loose: int
    loose_low: int
    prefix: int
    role: Span | None = None
    outlet: Span | None = None
    email: Span | None = None
    handle: Span | None = None
    places: dict[int, Span] = field(factory=dict)
    trailing_join: bool = False

    @property
    def span(self) -> Span:
        """From the cue to the end of the last name."""
        start = self.cue.start if self.cue else self.names[0].span.start
        return Span(start, self.names[-1].span.end)

    @property
    def strength(self) -> float:
        """The mean strength of the names."""
        return sum(name.strength for name in self.names) / len(self.names)


def readings(pieces: Pieces, words: Words) -> Iterator[BylineLine]:
    """Give the ways to read the pieces of a line as a byline."""
    for start in _starts(pieces, words):
        if found := read_at(pieces, start, words):
            yield found


def _starts(pieces: Pieces, words: Words) -> Iterator[int]:
    """Give where a byline may begin: at the start, after a strong mark or a date, and at "by" after these."""
    yield 0
    for i in range(1, min(len(pieces), 40)):
        before = pieces[i - 1]
        by = words.cues.at(pieces, i) and pieces[i].kind == "word"
        if (
            before.text in STRONG_MARKS
            or (by and i == 1 and before.text in "([")
            or (by and (before.kind in ("date", "time") or before.low in words.zones))
        ):
            yield i


def read_at(pieces: Pieces, start: int, words: Words, *, cued: bool = False, whole: bool = False) -> BylineLine | None:
    """Read a byline that begins at piece `start`; `cued` after a label, `whole` where the line names one body."""
    if whole and (body := body_of(pieces)):
        return BylineLine((body,), None, "", frozenset(), 0, 0, 0)
    if pieces and pieces[-1].text == ":" and start < len(pieces) - 2:
        return None
    i = start
    cue = words.cues.at(pieces, i)
    if cue and i + cue < len(pieces) and pieces[i + cue].text in COLONS:
        cue += 1
    cue_span = Span(pieces[i].start, pieces[i + cue - 1].end) if cue else None
    cue_text = " ".join(piece.low for piece in pieces[i : i + cue]).rstrip(" :-–")
    names, end, places = _names(pieces, i + cue, words, cued=cued or bool(cue))
    if not names or (cue_text == "from" and not _may_be_from(names, places, end == len(pieces))):
        return None
    tail = _Tail.read(pieces, end, words)
    joined = end < len(pieces) and end == len(pieces) - 1 and pieces[end].low in JOINERS | {","}
    return BylineLine(
        names,
        cue_span,
        cue_text,
        tail.signs,
        tail.loose,
        tail.loose_low,
        start,
        tail.role,
        tail.outlet,
        tail.email,
        tail.handle,
        places,
        joined,
    )


def _may_be_from(names: tuple[Name, ...], places: dict[int, Span], ends: bool) -> bool:
    """Tell whether names may follow "From": desks and bodies, and people in a place where nothing else follows."""
    return all(name.form != "person" for name in names) or (ends and len(places) == len(names))


def _names(pieces: Pieces, i: int, words: Words, *, cued: bool) -> tuple[tuple[Name, ...], int, dict[int, Span]]:
    names: list[Name] = []
    places: dict[int, Span] = {}
    i = end = _opened(pieces, i, words, cued=cued)
    while (name := name_at(pieces, i, words, cued=cued)) is not None:
        if names and not _may_follow(name, pieces, i, words):
            break
        names.append(name)
        i = end = name.last
        if place := _place(pieces, i, words):
            places[len(names) - 1] = Span(pieces[i + 1].start, pieces[place - 1].end)
            i = place
            end = i
        if not (step := _joiner(pieces, i) if _name_follows(pieces, i, words) else 0):
            if not (i := _past_trade(pieces, i, words)):
                break
            continue
        i += step
    return tuple(names), end, places


def _opened(pieces: Pieces, i: int, words: Words, *, cued: bool) -> int:
    """Give where the first name begins, past "the" before a desk and past a trade: "By the Editorial Board"."""
    if cued and i + 1 < len(pieces) and pieces[i].text == "the":
        name = name_at(pieces, i + 1, words, cued=True)
        return i + 1 if name and name.form != "person" else i
    return i + lead_of(pieces, i, words)


def _joiner(pieces: Pieces, i: int) -> int:
    """Give how many pieces join a name to a next one: ",", "and", ", and", "/", "&", "with"."""
    if i >= len(pieces) - 1:
        return 0
    if pieces[i].text in (",", ";") and pieces[i + 1].low in JOINERS:
        return 2
    tight = pieces[i].text == "/" and pieces[i].start == pieces[i - 1].end
    return int(pieces[i].low in JOINERS | {"with"} or pieces[i].text in (",", ";") or tight)


def _name_follows(pieces: Pieces, i: int, words: Words) -> bool:
    step = _joiner(pieces, i)
    name = name_at(pieces, i + step, words) if step else None
    return name is not None and _may_follow(name, pieces, i + step, words)


def _past_trade(pieces: Pieces, i: int, words: Words) -> int:
    """Give where the next author begins after a trade, an outlet or an address and "and"; 0 where none does."""
    while i < len(pieces):
        if pieces[i].low in JOINERS and i + 1 < len(pieces) and words.is_given(pieces[i + 1].text):
            name = name_at(pieces, i + 1, words)
            return i + 1 if name and name.form == "person" and name.strength >= SURE else 0
        sign, size = _sign(pieces, i, words)
        known = sign in ("email", "handle", "mark", "outlet", "role", "site")
        if not known and pieces[i].text != "," and pieces[i].low not in ("the", "and"):
            return 0
        i += max(1, size)
    return 0


def _may_follow(name: Name, pieces: Pieces, i: int, words: Words) -> bool:
    """Tell whether a name that follows a joiner is another author, not a trade, an outlet or a place."""
    joiner = pieces[i - 1].low
    if joiner in JOINERS:
        return name.form != "person" or name.strength > -1.5
    if joiner == "with" and name.form != "person":
        return False
    if name.form != "person":
        return False
    return name.strength >= 1.0 and name.last - name.first > 1 and not _begins_trade(pieces, i, words)


def _begins_trade(pieces: Pieces, i: int, words: Words) -> bool:
    run = pieces[i : run_of(pieces, i, words)]
    return any(piece.low in words.roles or piece.low in words.outlets for piece in run)


def _place(pieces: Pieces, i: int, words: Words) -> int:
    """Give where "in New York" from piece `i` ends, 0 if no place stands there."""
    if i + 1 >= len(pieces) or pieces[i].low != "in" or not is_capital(pieces[i + 1]):
        return 0
    end = run_of(pieces, i + 1, words)
    if end < len(pieces) - 1 and pieces[end].text == "," and pieces[end + 1].low.rstrip(".") in words.states:
        end = run_of(pieces, end + 1, words)
    return end


@frozen
class _Tail:
    """What follows the names on the line."""

    signs: frozenset[str]
    loose: int
    loose_low: int
    role: Span | None = None
    outlet: Span | None = None
    email: Span | None = None
    handle: Span | None = None

    @staticmethod
    def read(pieces: Pieces, i: int, words: Words) -> _Tail:
        signs: set[str] = set()
        spans: dict[str, Span] = {}
        loose = loose_low = 0
        while i < len(pieces):
            sign, size = _sign(pieces, i, words)
            if sign:
                signs.add(sign)
                spans.setdefault(sign, Span(pieces[i].start, pieces[i + size - 1].end))
            elif pieces[i].kind == "word":
                low = not is_capital(pieces[i])
                loose_low += low
                loose += not low and "date" not in signs
            i += max(1, size)
        kept = {name: spans.get(name) for name in ("role", "outlet", "email", "handle")}
        return _Tail(frozenset(signs), loose, loose_low, **kept)


def outlet_in(pieces: Pieces, words: Words) -> Span | None:
    """Give the outlet that ends a line without a name: "Transport correspondent, Harbour News"."""
    marks = [i for i, piece in enumerate(pieces) if piece.text == "," or piece.text in STRONG_MARKS]
    last = pieces[marks[-1] + 1 :] if marks else ()
    trade = any(piece.low in words.roles | words.staff for piece in last)
    if trade or not last or not all(piece.kind == "word" and is_capital(piece) for piece in last):
        return None
    return Span(last[0].start, last[-1].end) if last[-1].low in words.outlets or last[0].text.isupper() else None


def _sign(pieces: Pieces, i: int, words: Words) -> tuple[str, int]:
    """Give what the pieces at `i` tell about the names before them ("" for nothing known), and how many they are."""
    piece: Piece = pieces[i]
    if piece.kind not in ("word", "number"):
        return _KIND_SIGNS.get(piece.kind, "mark" if piece.text in STRONG_MARKS else ""), 1
    if size := words.date_labels.at(pieces, i) or words.update_labels.at(pieces, i):
        return "date", size
    if piece.kind == "number":
        unit = pieces[i + 1].low if i + 1 < len(pieces) else ""
        return ("reading-time", 2) if unit.rstrip("s") in ("min", "minute", "hour", "day", "month", "week") else ("", 1)
    if piece.low in words.weekdays or piece.low in words.zones or piece.low in words.time_words:
        return "zone", 1
    if piece.text.isupper() and len(piece.text) > 1 and i and pieces[i - 1].kind == "mark":
        return "outlet", 1
    if size := words.agencies.at(pieces, i):
        return "outlet", size
    if size := _for_whom(pieces, i, words):
        return "outlet", size
    return _trade_or_outlet(pieces, i, words)


def _for_whom(pieces: Pieces, i: int, words: Words) -> int:
    """Give how many pieces say for whom it was written: "for The Courant", "Special to The Courant"."""
    after = i + 1 if pieces[i].low == "for" else i + 2
    if after >= len(pieces) or not (pieces[i].low == "for" or (pieces[i].low, pieces[i + 1].low) == ("special", "to")):
        return 0
    end = run_of(pieces, after + (pieces[after].text == "the"), words)
    return end - i if end == len(pieces) and end > after and pieces[after].kind in ("word", "site") else 0


def _trade_or_outlet(pieces: Pieces, i: int, words: Words) -> tuple[str, int]:
    end = i
    while end < len(pieces) and pieces[end].kind == "word" and end - i < 8:
        low = pieces[end].low
        if not (is_capital(pieces[end]) or low in words.roles or low in words.modifiers or low in INNER_WORDS):
            break
        end += 1
    for k in range(end, i, -1):
        last = pieces[k - 1].low
        if last in words.roles or last in words.staff or last in words.modifiers:
            return "role", k - i
        if last in words.outlets or last in words.post_nominals:
            return "outlet", k - i
    return "", 1
