"""What the layout of a text says about its sentences, told to the parser before it parses."""

from __future__ import annotations

import re
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


def mark_starts(doc: Doc) -> None:
    """Mark where a sentence must start: after a dateline, and after a blank line.

    A parser that is left alone takes the town of a dateline for the subject of the first sentence.

    >>> import spacy
    >>> doc = spacy.blank("en").make_doc("LIMA (Northern Wire) - The port closed.")
    >>> mark_starts(doc)
    >>> [token.text for token in doc if token.is_sent_start]
    ['LIMA', 'The']
    """
    starts = {match.end() for match in DATELINE.finditer(doc.text)}
    after_blank = False
    for token in doc:
        if token.is_space:
            after_blank = after_blank or token.text.count("\n") > 1
            continue
        if token.idx in starts or after_blank:
            token.is_sent_start = True
        after_blank = False
