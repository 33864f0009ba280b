"""Where the layout says that a sentence starts."""

from __future__ import annotations

import pytest
import spacy

from newsfacts.sentences import datelines, mark_starts


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("KELSHAVEN (Northern Wire) - Minister Aalto left.", "Minister"),
        ("NEW DELHI, March 7 (Northern Wire) — The port closed.", "The"),
        ("BEIRUT/THE HAGUE -- Judges met.", "Judges"),
        ("Brussels - Regulators searched offices.", "Regulators"),
        ("Lagos, Nigeria (Northern Wire) – “We lost,” he said.", "“We"),
    ],
)
def test_a_sentence_starts_after_a_dateline(line, first) -> None:
    [end] = datelines(f"A headline\n{line}")
    assert f"A headline\n{line}"[end:].startswith(first)


@pytest.mark.parametrize(
    "line",
    [
        "Minister Aalto left - and nobody noticed.",
        "The AFL-CIO said no.",
        "He met Ann Lee - The port's chief - on Monday.",
        "A well-known town - Kelshaven - closed.",
    ],
)
def test_other_dashes_are_no_datelines(line) -> None:
    assert datelines(line) == set()


def test_small_letters_are_a_dateline_only_near_the_top() -> None:
    assert datelines("One.\nTwo.\nThree.\nFour.\nFive.\nSix.\nBrussels - Regulators met.") == set()


def test_a_sentence_starts_after_a_blank_line() -> None:
    doc = spacy.blank("en").make_doc("Port closes\n\nnobody was hurt\nthey said")
    mark_starts(doc)
    assert [token.text for token in doc if token.is_sent_start] == ["Port", "nobody"]
