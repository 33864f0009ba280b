"""The words, numbers and signs of a text with their places: what the number grammar reads."""

from __future__ import annotations

import re
from itertools import accumulate

from attrs import frozen

# grouped digits ("1,200.5", "12,34,567", "1.200.000"), other digits ("3.5", ".8")
_DIGITS = (
    r"\d(?:\d{0,2}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d?(?:,\d{2})+,\d{3}(?!\d)|\d{0,2}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)"
    r"|\d{0,2}(?:\.\d{3}){2,}(?!\d)|\d*(?:\.\d+)?)|(?<![\w.])\.\d+"
)
# letters, one sign, digits: in the order in which they are frequent
_PIECE = re.compile(rf"([^\W\d_]+|[^\s\w.]|{_DIGITS}|\S)")

_NOTHING = [""] * 12


@frozen(eq=False)
class Words:
    """The pieces of a text: as they stand (`raw`), in lower case (`low`), and where they start and end.

    `low` has a few empty pieces more, so that a look before the first or after the last piece finds nothing.
    """

    text: str
    raw: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]

    @staticmethod
    def of(text: str) -> Words:
        """Cut a text into words, numbers and single signs.

        >>> Words.of("They paid £1,200.50 (or $1.5bn).").raw
        ['They', 'paid', '£', '1,200.50', '(', 'or', '$', '1.5', 'bn', ')', '.']
        """
        parts: list[str] = _PIECE.split(text)  # what is between pieces, a piece, what is between pieces, ...
        places, raw = [*accumulate(map(len, parts))], parts[1::2]
        return Words(text, raw, [*map(str.lower, raw), *_NOTHING], places[:-1:2], places[1::2])

    def __len__(self) -> int:
        return len(self.raw)

    def at(self, index: int) -> str:
        """Give a piece in lower case; empty before the first and after the last."""
        return self.low[index] if index < len(self.low) else ""

    def as_written(self, index: int) -> str:
        """Give a piece as it stands; empty before the first and after the last."""
        return self.raw[index] if 0 <= index < len(self.raw) else ""

    def glued(self, index: int) -> bool:
        """Tell whether no white space stands before a piece."""
        return 0 < index < len(self.raw) and self.ends[index - 1] == self.starts[index]

    def is_number(self, index: int) -> bool:
        """Tell whether a piece is written in digits."""
        piece = self.at(index)
        return bool(piece) and (piece[0].isdecimal() or (piece[0] == "." and len(piece) > 1))

    def is_word(self, index: int) -> bool:
        """Tell whether a piece is made of letters."""
        piece = self.at(index)
        return bool(piece) and piece[0].isalpha()

    def is_capital(self, index: int) -> bool:
        """Tell whether a word has a capital letter."""
        piece = self.as_written(index)
        return bool(piece) and piece != piece.lower() and piece[0].isalpha()

    def ends_line(self, index: int) -> bool:
        """Tell whether a piece is the last of its line."""
        following = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return index + 1 >= len(self.starts) or "\n" in self.text[self.ends[index] : following]

    def starts_sentence(self, index: int) -> bool:
        """Tell whether a piece may be the first of its sentence: a full stop, a quote or a new line stands before."""
        if index <= 0:
            return True
        before = self.raw[index - 1]
        if before in ".!?:;\"“”‘'(—–|[•" and not (before in "—–" and self.glued(index)):
            return True
        return "\n" in self.text[self.ends[index - 1] : self.starts[index]]
