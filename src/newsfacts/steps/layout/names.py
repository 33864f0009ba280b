"""Names of authors in a line: persons, agencies, desks and staffs."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from newsfacts import Span
from newsfacts.steps.layout.lines import Piece
from newsfacts.steps.layout.words import Words, bare

AuthorForm = Literal["person", "organisation", "staff"]
Pieces = tuple[Piece, ...]
LONGEST_NAME = 5
LONGEST_LEAD = 5
INNER_WORDS = frozenset({"and", "at", "de", "for", "in", "of", "on", "the"})
JOINERS = frozenset({"and", "&"})


@frozen
class Name:
    """A name of pieces `first` to `last` (end exclusive) of a line, and how sure its shape makes it."""

    first: int
    last: int
    span: Span
    text: str
    form: AuthorForm
    strength: float


def name_at(pieces: Pieces, i: int, words: Words, *, cued: bool = False) -> Name | None:
    """Give the name that begins at piece `i`, if one does.

    >>> from newsfacts import Lexicons
    >>> from newsfacts.steps.layout.lines import pieces_of
    >>> words = Words.of(Lexicons())
    >>> [name_at(pieces_of(line), 0, words).text for line in ("Ann de la Cruz City Editor", "AP", "Herald staff")]
    ['Ann de la Cruz', 'AP', 'Herald staff']
    """
    if i >= len(pieces) or pieces[i].kind not in ("word", "site"):
        return None
    return (
        _staff(pieces, i, words)
        or _agency(pieces, i, words)
        or (_office(pieces, i, words) if cued else None)
        or (_alias(pieces, i, words) if cued else None)
        or _person(pieces, i, words)
    )


def _make(pieces: Pieces, first: int, last: int, form: AuthorForm, strength: float) -> Name:
    end = pieces[last - 1].end
    text = pieces[last - 1].text
    if text.endswith(".") and not _keeps_dot(pieces[last - 1]):
        end -= 1
    start = pieces[first].start
    shown = "".join(
        piece.text + ("" if k + 1 == last or piece.end == pieces[k + 1].start else " ")
        for k, piece in enumerate(pieces[first:last], first)
    )
    shown = shown.rstrip(".") if end < pieces[last - 1].end else shown
    return Name(first, last, Span(start, end), shown, form, strength)


def _keeps_dot(piece: Piece) -> bool:
    return bare(piece.text) in ("jr", "sr") or len(piece.text) == 2 or piece.text.count(".") > 1


def body_of(pieces: Pieces) -> Name | None:
    """Give the name of a body that fills a line: "Institute for Basic Science"."""
    capitals = all(is_capital(piece) or piece.low in INNER_WORDS for piece in pieces)
    if not 1 < len(pieces) <= 9 or not capitals or any(piece.kind != "word" for piece in pieces):
        return None
    return _make(pieces, 0, len(pieces), "organisation", 1.0)


def run_of(pieces: Pieces, i: int, words: Words) -> int:
    """Give where the run of capitalised words and name particles from `i` ends."""
    last = k = i
    while k < len(pieces) and pieces[k].kind in ("word", "site"):
        if is_capital(pieces[k]):
            last = k + 1
        elif bare(pieces[k].text) not in words.particles:
            break
        k += 1
    return last


def is_capital(piece: Piece) -> bool:
    """Tell whether a word begins with a capital, or has one after a lower-case article (d'Amico, al-Sisi)."""
    return piece.text[0].isupper() or any(c.isupper() for c in piece.text[1:])


def _staff(pieces: Pieces, i: int, words: Words) -> Name | None:
    k = i
    while k < len(pieces) and k - i < LONGEST_NAME and pieces[k].kind in ("word", "site"):
        low = pieces[k].low
        if size := words.staff_phrases.at(pieces, k):
            if k > i or size > 1 or k + size == len(pieces):
                return _make(pieces, i, k + size, "staff", 1.5)
            rest = run_of(pieces, k + 1, words)
            ends = rest == len(pieces) or pieces[rest].kind != "word"
            return _make(pieces, i, rest, "staff", 1.0) if k + 1 < rest <= i + 3 and ends else None
        if not is_capital(pieces[k]) or words.is_given(low) or words.agencies.at(pieces, k) > 1:
            break
        k += 1
    return None


def _agency(pieces: Pieces, i: int, words: Words) -> Name | None:
    size = words.agencies.at(pieces, i)
    if not size or not is_capital(pieces[i]):
        return None
    followed_by_trade = i + size < len(pieces) and pieces[i + size].low in words.roles
    if followed_by_trade or (size == 1 and pieces[i].text.isupper() is False and words.is_given(pieces[i].text)):
        return None
    return _make(pieces, i, i + size, "organisation", 2.0)


def _office(pieces: Pieces, i: int, words: Words) -> Name | None:
    """An office or an acronym where a cue calls for a name: "By Executive Content Editor", "By TPN"."""
    last = run_of(pieces, i, words)
    run = pieces[i:last]
    if len(run) > 1 and all(piece.low in words.roles or piece.low in words.modifiers for piece in run):
        return _make(pieces, i, last, "staff", 1.0)
    if len(run) == 1 and run[0].text.isupper() and run[0].text.isalpha() and 2 <= len(run[0].text) <= 6:
        return _make(pieces, i, last, "organisation", 0.5)
    return None


def _alias(pieces: Pieces, i: int, words: Words) -> Name | None:
    """A pen name with the name behind it: "Quill - Ann Lee"."""
    if i + 3 >= len(pieces) or pieces[i + 1].text != "-" or pieces[i + 2].kind != "word" or not is_capital(pieces[i]):
        return None
    name = _person(pieces, i + 2, words) if words.is_given(pieces[i + 2].text) else None
    return _make(pieces, i, name.last, "person", name.strength) if name and name.last - name.first > 1 else None


def _person(pieces: Pieces, i: int, words: Words) -> Name | None:
    first = i
    while first < len(pieces) and bare(pieces[first].text) in words.honorifics and first < i + 2:
        first += 1
    if first >= len(pieces) or pieces[first].kind != "word" or not is_capital(pieces[first]):
        return None
    last = _cut(pieces, first, run_of(pieces, first, words), words)
    size = sum(is_capital(piece) for piece in pieces[first:last])  # particles are not counted
    if size > LONGEST_NAME or any(pieces[k].kind == "site" for k in range(first, last)):
        return None
    strength = _strength(pieces[first:last], words)
    return _make(pieces, i, last, "person", strength)


def _cut(pieces: Pieces, first: int, last: int, words: Words) -> int:
    """Give where a name ends before a trade, an outlet or letters after a name that follow it without a sign."""
    for k in range(first + 1, last):
        if bare(pieces[k].text) in words.post_nominals and k > first + 1:
            return k
    for k in range(first + 2, last):
        low = pieces[k].low
        if low == "the" or low in words.time_words or words.agencies.at(pieces, k) == last - k:
            return k
        if low in words.roles or (low in words.modifiers and _is_trade(pieces[k:last], words)):
            return k
    ends_as_outlet = pieces[last - 1].low in words.outlets if last > first else False
    if last - first >= 4 and ends_as_outlet and words.is_given(pieces[first].text):
        return first + (3 if len(bare(pieces[first + 1].text)) == 1 else 2)
    if last < len(pieces) and last - first > 2 and pieces[last].low in words.roles:
        for k in range(first + 2, last):
            if all(pieces[m].low in words.modifiers for m in range(k, last)):
                return k
    return last


def _is_trade(run: Pieces, words: Words) -> bool:
    """Tell whether words are a trade: "City Columnist", "Gear Team", "Politics"."""
    final = run[-1].low
    return final in words.roles or final in words.staff or all(piece.low in words.modifiers for piece in run)


def _strength(run: Pieces, words: Words) -> float:
    """Say how much the words look like a person's name, about -3 to 3."""
    lows = [piece.low for piece in run]
    score = 0.0
    if words.is_given(run[0].text):
        score += 2.0
    elif len(run) > 1 and (words.is_given(run[-1].text) or words.is_given(run[1].text)):
        score += 1.0
    score += {1: -1.0, 2: 1.0, 3: 0.7, 4: 0.2}.get(len(run), -0.5)
    if any(len(bare(piece.text)) == 1 for piece in run[1:]):
        score += 0.7
    strange = [low for low in lows if low in words.not_names and not words.is_given(low)]
    if strange:
        score -= 1.5 if words.is_given(run[0].text) and strange == lows[-1:] else 4.0
    if lows[-1] in words.outlets or lows[-1] in words.roles:
        score -= 2.0
    if any(bare(low) in words.weekdays or bare(low) in words.states for low in lows[1:]) and not score > 2.5:
        score -= 0.5
    if lows[0] in words.weekdays or _opens_trade(run[0], words):
        score -= 4.0
    return score


def _opens_trade(piece: Piece, words: Words) -> bool:
    """Tell whether a word opens a trade, not a name: "Chief", "Senior"."""
    return (piece.low in words.roles or piece.low in words.modifiers) and not words.is_given(piece.text)


def lead_of(pieces: Pieces, i: int, words: Words) -> int:
    """Give how many pieces before a name say what its bearer is: "Guest Columnist Nora Feld"."""
    last = 0
    for k in range(i, min(len(pieces), i + LONGEST_LEAD)):
        piece = pieces[k]
        if piece.kind != "word" or words.is_given(piece.text):
            break
        if piece.low in words.roles:
            last = k + 1 - i
        elif not (is_capital(piece) or piece.low in words.modifiers or words.agencies.at(pieces, k)):
            break
    name = name_at(pieces, i + last, words) if last else None
    return last if name and name.form == "person" and name.last - name.first > 1 and name.strength >= 1 else 0
