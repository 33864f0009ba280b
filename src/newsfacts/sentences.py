"""What the layout of a text says about its sentences, told to the parser before it parses."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

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
    """Mark where a sentence must start: after a dateline, and after a blank line.

    A parser that is left alone takes the town of a dateline for the subject of the first sentence.

    >>> import spacy
    >>> doc = spacy.blank("en").make_doc("LIMA (Northern Wire) - The port closed.")
    >>> mark_starts(doc)
    >>> [token.text for token in doc if token.is_sent_start]
    ['LIMA', 'The']
    """
    starts = datelines(doc.text)
    after_blank = False
    for token in doc:
        if token.is_space:
            after_blank = after_blank or token.text.count("\n") > 1
            continue
        if token.idx in starts or after_blank:
            token.is_sent_start = True
        after_blank = False
