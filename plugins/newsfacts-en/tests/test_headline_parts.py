"""The parser finds the verbs of headlines and their subjects and objects: a marked suite that fails below a floor."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Token
from training.casing import headline_case

FLOORS = {"sentence case": 0.75, "title case": 0.7}
MARK = re.compile(r"[{}<>()\[\]]")
PARTS = {"verb": "{}", "nsubj": "<>", "nsubj:pass": "()", "obj": "[]"}


def read(line: str) -> tuple[str, dict[str, int]]:
    """The text of a marked line, and where its parts start."""
    starts = {name: line.find(marks[0]) for name, marks in PARTS.items()}
    return MARK.sub("", line), {name: len(MARK.sub("", line[:at])) for name, at in starts.items() if at >= 0}


def is_read(nlp: Language, line: str, *, title: bool) -> bool:
    """Whether the verb has the marked subject and object and no other."""
    text, parts = read(line)
    doc = nlp(" ".join(headline_case(text.split(" "))) if title else text)
    [verb] = [token for token in doc if token.idx == parts["verb"]]
    found: list[Token] = [t for t in doc if t.head == verb]
    found = [t for t in found if t.dep_.startswith("nsubj") or (t.dep_ == "obj" and "obj" in parts)]
    return {t.dep_: t.idx for t in found} == {name: at for name, at in parts.items() if name != "verb"}


@pytest.mark.parametrize("case", FLOORS)
def test_who_does_what_in_a_headline(nlp: Language, case: str) -> None:
    lines = Path(__file__).with_name("headlines.txt").read_text(encoding="utf-8").splitlines()
    cases = [line for line in lines if line and not line.startswith("#")]
    missed = [line for line in cases if not is_read(nlp, line, title=case == "title case")]
    assert len(missed) <= (1 - FLOORS[case]) * len(cases), "\n".join(missed)
