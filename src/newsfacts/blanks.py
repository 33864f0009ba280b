"""Hard and double blanks inside a line, kept away from the parser: to it they are words, and it stumbles over them."""

from __future__ import annotations

import re
from bisect import bisect
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ODD: Final = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
"""Blanks that spaCy makes tokens of: two in a row, and any but the plain one."""
_COPIED: Final = ("TAG", "POS", "LEMMA", "MORPH", "ENT_IOB", "ENT_TYPE")
_INSIDE: Final = 1
"""spaCy's number for a token inside a name."""
_OUTSIDE: Final = 2


@frozen(eq=False)
class Squeezed:
    """A document without the blanks inside its lines, and the whole one, which they are put back into."""

    doc: Doc
    whole: Doc | None = None
    """None where nothing was taken out."""
    kept: tuple[int, ...] = ()

    def restored(self, parsed: Doc) -> Doc:
        """Give the whole document with what the pipeline found; a blank hangs on the word before it."""
        return parsed if self.whole is None else _restored(self.whole, parsed, self.kept)


def squeezed(doc: Doc) -> Squeezed:
    r"""Give a document of plain words to the parser, as the text would read with single plain blanks.

    >>> import spacy
    >>> doc = spacy.blank("en").make_doc("The governor\xa0added that  the port was shut.")
    >>> squeezed(doc).doc.text
    'The governor added that the port was shut.'
    """
    if _ODD.search(doc.text) is None:
        return Squeezed(doc)
    kept = tuple(token.i for token in doc if not token.is_space or "\n" in token.text)
    if not kept or len(kept) == len(doc):
        return Squeezed(doc)
    from spacy.tokens import Doc as Words

    after = (*kept[1:], len(doc))
    spaces = [bool(doc[at].whitespace_) or following > at + 1 for at, following in zip(kept, after, strict=True)]
    return Squeezed(Words(doc.vocab, [doc[at].text for at in kept], spaces), doc, kept)


def _restored(whole: Doc, parsed: Doc, kept: tuple[int, ...]) -> Doc:
    import numpy as np

    names = [*_COPIED, *(("DEP", "HEAD") if parsed.has_annotation("DEP") else ("SENT_START",))]
    places = np.array(kept)
    rows: Any = np.zeros((len(whole), len(names)), dtype="uint64")
    rows[places] = parsed.to_array(names)
    for at, blank in enumerate(_blanks(whole, parsed, kept)):
        if blank is not None:
            rows[at] = [_number(whole, blank[name]) for name in names]
    if "HEAD" in names:
        heads = np.array([kept[token.head.i] for token in parsed])
        rows[places, -1] = (heads - places).astype("int64").astype("uint64")
    return whole.from_array(names, rows)


def _blanks(whole: Doc, parsed: Doc, kept: tuple[int, ...]) -> list[dict[str, Any] | None]:
    """What to say of each token that was taken out, None for the others."""
    known = set(kept)
    found: list[dict[str, Any] | None] = []
    for token in whole:
        if token.i in known:
            found.append(None)
            continue
        after = bisect(kept, token.i)
        inside = after < len(kept) and parsed[after].ent_iob == _INSIDE
        found.append(
            {
                "TAG": "_SP",
                "POS": "SPACE",
                "LEMMA": token.text,
                "MORPH": 0,
                "ENT_IOB": _INSIDE if inside else _OUTSIDE,
                "ENT_TYPE": parsed[after].ent_type_ if inside else "",
                "DEP": "dep",
                "HEAD": -1 if token.i else 1,
                "SENT_START": -1,
            }
        )
    return found


def _number(doc: Doc, value: str | int) -> int:
    """A value as spaCy's arrays hold it."""
    if isinstance(value, int):
        return value % 2**64
    return int(doc.vocab.strings.add(value)) if value else 0
