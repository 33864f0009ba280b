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


def test_no_sentence_starts_right_after_a_word_or_a_comma() -> None:
    doc = spacy.blank("en").make_doc(
        "Port closes\nThe ferry from Cape\nVerde, Aalto said, sank. Nobody — he said — died."
    )
    mark_starts(doc)
    free = [token.text for token in doc if token.is_sent_start is None and not token.is_space]
    assert free == ["The", "Verde", "Nobody", "he", "died"]


def test_a_text_without_lines_may_start_a_sentence_anywhere() -> None:
    doc = spacy.blank("en").make_doc("Port closes The ferry sank.")
    mark_starts(doc)
    assert all(token.is_sent_start is None for token in doc if token.i)
