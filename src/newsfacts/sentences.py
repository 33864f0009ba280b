"""What the layout of a text says about its sentences, told to the parser before it parses."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc

STARTS, GOES_ON = 1, -1
"""What spaCy calls a word that opens a sentence, and one that cannot."""

DATELINE = re.compile(
    r"""^[ \t]*
    (?:[A-Z][A-Z.'’]+ (?:[ ,/-]+ | (?=\()))+       # a place in capitals: "NEW DELHI, "
    (?:[^\n()]{0,40}? | [^\n()]{0,40}?\([^\n()]{2,40}\)[ ]*)   # a state, a date, an agency in brackets
    [-–—―]{1,2}[ ](?=\S)                            # and a dash
    """,
    re.MULTILINE | re.VERBOSE,
)
MIXED_DATELINE = re.compile(
    r"""[ \t]*[A-Z]\w+ (?:[ ][A-Z]\w+){0,2} (?:,[ ][A-Z][\w.]+)?   # a place: "New Delhi", "Lagos, Nigeria"
    (?:[ ]\([^\n()]{2,40}\))? [ ][-–—―]{1,2}[ ](?=[A-Z“"])        # an agency in brackets, and a dash
    """,
    re.VERBOSE,
)
TOP = 5
"""Lines, empty ones aside, among which a dateline in small letters may stand."""


def datelines(text: str) -> set[int]:
    """Give where the words after a dateline start."""
    ends = {match.end() for match in DATELINE.finditer(text)}
    top = [line.start() for line in islice(re.finditer(r"^[ \t]*\S", text, re.MULTILINE), TOP)]
    mixed = (MIXED_DATELINE.match(text, start) for start in top)
    return ends | {match.end() for match in mixed if match}


def mark_starts(doc: Doc) -> None:
    """Mark where a sentence must start (after a dateline or a blank line) and where none can.

    A parser that is left alone takes the town of a dateline for the subject of the first sentence, and in a long
    sentence starts a new one before "Canaveral" in "Cape Canaveral". In a text with lines, whose headings have
    lines of their own, no sentence starts right after a word or a comma.

    >>> import spacy
    >>> doc = spacy.blank("en").make_doc("LIMA (Northern Wire) - The port closed.")
    >>> mark_starts(doc)
    >>> [token.text for token in doc if token.is_sent_start]
    ['LIMA', 'The']
    """
    text = doc.text
    starts = datelines(text)
    has_lines = "\n" in text
    marks: Any = doc.to_array(["SENT_START"]).astype("int64")
    after_blank = False
    before = ""
    for token in doc:
        if token.is_space:
            after_blank = after_blank or token.text.count("\n") > 1
            before = "\n"
            continue
        if token.idx in starts or after_blank:
            marks[token.i] = STARTS
        elif has_lines and (before.isalnum() or before == ","):
            marks[token.i] = GOES_ON
        after_blank = False
        before = text[token.idx + len(token) - 1]
    doc.from_array(["SENT_START"], marks.astype("uint64"))  # all at once: setting one looks at all words
