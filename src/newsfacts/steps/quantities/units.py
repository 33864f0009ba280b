"""The table of units: which words and symbols name a unit, before or after a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from newsfacts import Lexicons

from .words import Words


@frozen
class Unit:
    """A unit by its canonical name (ISO 4217 for money) and its dimension."""

    name: str
    dimension: str


@frozen
class UnitMatch:
    """A unit found in a text: pieces `first` to `last` (exclusive)."""

    first: int
    last: int
    unit: Unit
    plural: bool = True


Entries = Mapping[str, tuple[tuple[tuple[str, ...], Unit, bool], ...]]


@frozen(eq=False)
class Units:
    """The units by the first piece of their words, by the first piece of their symbols, and money by its last piece."""

    words: Entries
    symbols: Entries
    prefixes: Entries
    by_name: Mapping[str, Unit]
    lower_symbols: Entries
    codes: Mapping[str, Unit]

    @staticmethod
    def of(lexicons: Lexicons) -> Units:
        """Read the lexicon `units`."""
        words: dict[tuple[str, ...], tuple[Unit, bool]] = {}
        symbols: dict[tuple[str, ...], tuple[Unit, bool]] = {}
        prefixes: dict[tuple[str, ...], tuple[Unit, bool]] = {}
        by_name: dict[str, Unit] = {}
        for row in lexicons.rows("units"):
            name, dimension, named, written = (*row, "", "")[:4]
            unit = by_name.setdefault(name, Unit(name, dimension))
            for word in filter(None, named.split(";")):
                for form, plural in _forms(word):
                    words[tuple(Words.of(form.lower()).raw)] = unit, plural
                if dimension == "magnitude":
                    prefixes |= {(word,): (unit, True), (word.title(),): (unit, True)}
            for symbol in filter(None, written.split(";")):
                pieces = tuple(Words.of(symbol.rstrip("_")).raw)
                if not symbol.endswith("_"):
                    symbols[pieces] = unit, True
                if dimension == "money":
                    prefixes[pieces] = unit, True
                    if pieces[-1] == "$" and len(pieces) > 1:
                        prefixes[tuple(piece.lower() for piece in pieces)] = unit, True
        lower = {tuple(piece.lower() for piece in pieces): entry for pieces, entry in sorted(symbols.items())}
        lower = {pieces: entry for pieces, entry in lower.items() if len("".join(pieces)) > 1}
        codes = {pieces[0]: unit for pieces, (unit, _) in prefixes.items() if len(pieces) == 1 and len(pieces[0]) == 3}
        return Units(
            _by_piece(words, 0), _by_piece(symbols, 0), _by_piece(prefixes, -1), by_name, _by_piece(lower, 0), codes
        )

    def in_millions(self, words: Words, at: int) -> Unit | None:
        """Give the money of a code with "M" before it: "30 MUSD"."""
        piece = words.as_written(at)
        return self.codes.get(piece[1:]) if piece[:1] == "M" and len(piece) == 4 else None

    def after(self, words: Words, at: int, *, glued: bool) -> UnitMatch | None:
        """Give the longest unit whose first piece is `at`; one letter alone must be glued to the number."""
        best: UnitMatch | None = None
        for pieces, unit, plural in self.words.get(words.at(at), ()):
            if tuple(words.low[at : at + len(pieces)]) == pieces:
                best = UnitMatch(at, at + len(pieces), unit, plural)
                break
        tables = ((self.symbols, words.raw), (self.lower_symbols, words.low))
        for table, written in tables:
            for pieces, unit, _ in table.get(written[at], ()) if at < len(words) else ():
                if tuple(written[at : at + len(pieces)]) != pieces or (best and at + len(pieces) <= best.last):
                    continue
                if written is words.low and len(pieces[0]) < 3 and not words.raw[at].islower():
                    continue  # "EV" is no electronvolt
                if any(piece.isdecimal() and not words.glued(at + i) for i, piece in enumerate(pieces)):
                    continue  # "5 ft 2" is no area
                if self._stands_alone(words, at, at + len(pieces), glued=glued):
                    return UnitMatch(at, at + len(pieces), unit)
        return best

    def _stands_alone(self, words: Words, first: int, last: int, *, glued: bool) -> bool:
        letter = last == first + 1 and len(words.raw[first]) == 1 and words.raw[first].isalpha()
        if letter and not glued:
            return False
        if words.is_number(last) and words.glued(last):
            return False  # the sign of the next number: "thousands of $12 bets"
        ends_in_letter = words.raw[last - 1][-1].isalnum()
        return not (ends_in_letter and words.glued(last) and (words.is_word(last) or words.is_number(last)))

    def before(self, words: Words, at: int) -> UnitMatch | None:
        """Give the longest sign of money that ends before piece `at`, or the "magnitude" of "magnitude-6.4"."""
        if words.at(at - 1) == "-" and words.glued(at) and words.glued(at - 1):
            match = self.before(words, at - 1)
            return None if match is None or match.unit.dimension == "money" else match
        for pieces, unit, _ in self.prefixes.get(words.as_written(at - 1), ()):
            first = at - len(pieces)
            if first < 0 or tuple(words.raw[first:at]) != pieces:
                continue
            if len(pieces) > 1 and len(pieces[0]) == 1 and pieces[0] != "C" and not words.glued(first + 1):
                continue  # "a $5 fee", "it's $5"
            if words.raw[first][0].isalpha() and words.glued(first) and words.at(first - 1)[-1:].isalnum():
                continue
            return UnitMatch(first, at, unit)
        return None


def _forms(word: str) -> Iterable[tuple[str, bool]]:
    """Give a unit's word and its regular plural; what is plural already is given once."""
    yield word, word.endswith("s") or word in {"feet", "percent", "per cent", "pence"}
    if word.endswith(("s", "x", "ch", "sh")):
        yield word + "es", True
    elif word.endswith("y") and word[-2] not in "aeiou":
        yield word[:-1] + "ies", True
    else:
        yield word + "s", True


def _by_piece(entries: Mapping[tuple[str, ...], tuple[Unit, bool]], place: int) -> Entries:
    grouped: dict[str, list[tuple[tuple[str, ...], Unit, bool]]] = {}
    for pieces, (unit, plural) in entries.items():
        grouped.setdefault(pieces[place], []).append((pieces, unit, plural))
    return {piece: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for piece, found in grouped.items()}


def units(lexicons: Lexicons) -> Units:
    """Give the units of some lexicons, read once."""
    return lexicons.compiled("quantities.units", lambda: Units.of(lexicons))
