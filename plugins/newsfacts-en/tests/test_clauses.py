"""The parser finds who speaks: a marked suite that fails below a floor."""

from __future__ import annotations

import re
from pathlib import Path

from spacy.language import Language

FLOOR = 0.9
MARK = re.compile(r"[{}<>]")


def read(line: str) -> tuple[str, tuple[int, int], tuple[int, int]]:
    """The text of a marked line, and the offsets of its verb and subject."""
    text = MARK.sub("", line)
    spans = []
    for opener, closer in ("{}", "<>"):
        start, end = line.index(opener), line.index(closer)
        spans.append((len(MARK.sub("", line[:start])), len(MARK.sub("", line[:end]))))
    return text, spans[0], spans[1]


def finds_the_speaker(nlp: Language, line: str) -> bool:
    """Whether the subjects of the verb are the marked one and no other."""
    text, verb, subject = read(line)
    doc = nlp(text)
    heads = [token for token in doc if verb[0] <= token.idx < verb[1]]
    subjects = [token for token in doc if token.head in heads and token.dep_.startswith("nsubj")]
    return bool(subjects) and all(subject[0] <= token.idx < subject[1] for token in subjects)


def test_who_speaks(nlp: Language) -> None:
    lines = Path(__file__).with_name("clauses.txt").read_text(encoding="utf-8").splitlines()
    cases = [line for line in lines if line and not line.startswith("#")]
    missed = [line for line in cases if not finds_the_speaker(nlp, line)]
    assert len(missed) <= (1 - FLOOR) * len(cases), "\n".join(missed)
