"""The quick recogniser finds the names that spaCy's own finds, with the same weights."""

from __future__ import annotations

import pytest
import spacy
from newsfacts_en.names import NameFinder, Names
from spacy.language import Language
from spacy.pipeline.ner import EntityRecognizer
from spacy.tokens import Doc, Span

TEXTS = [
    "",
    "Lima",
    "The port was shut.",
    "Angela Merkel, the former chancellor of Germany, met Maria Lopez of the Northern Harbour Board in Port Stanley.",
    "LIMA (Northern Wire) -\n\nMaria Lopez\n\nThe United Nations\nSecurity Council met on Tuesday . \n",
    "Officials in New South Wales, the Bank of England and Renault said the Harbour Act of 1990 would stay.\n\n\nNext",
]


def parsed(nlp: Language, text: str) -> Doc:
    """A text with everything but its names."""
    with nlp.select_pipes(disable=["ner"]):
        return nlp(text)


def told(doc: Doc) -> list[list[int]]:
    """What a document says of names, word by word."""
    rows: list[list[int]] = doc.to_array(["ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID"]).tolist()
    return rows


def finder_of(nlp: Language) -> NameFinder:
    finder = nlp.get_pipe("ner")
    assert isinstance(finder, NameFinder)
    return finder


@pytest.mark.parametrize("text", TEXTS)
def test_the_names_are_those_of_the_slow_way(nlp: Language, text: str) -> None:
    finder, doc = finder_of(nlp), parsed(nlp, text)
    slowly = doc.copy()
    finder.set_annotations([slowly], EntityRecognizer.predict(finder, [slowly]))
    assert told(finder(doc)) == told(slowly)


def test_many_documents_at_once_have_the_names_of_each(nlp: Language) -> None:
    finder = finder_of(nlp)
    alone = [told(finder(parsed(nlp, text))) for text in TEXTS]
    together = [parsed(nlp, text) for text in TEXTS]
    states = finder.predict(together)
    assert isinstance(states, Names)
    finder.set_annotations(together, states)
    assert [*map(told, together)] == alone
    assert sum(len(doc.ents) for doc in together) >= 8


def test_names_that_were_set_before_are_kept(nlp: Language) -> None:
    doc = parsed(nlp, "Angela Merkel met the Harbour Board.")
    doc.set_ents([Span(doc, 3, 6, label="ORG")], default="missing")
    finder = finder_of(nlp)
    assert not isinstance(finder.predict([doc]), Names)
    assert "the Harbour Board" in [name.text for name in finder(doc).ents]


def test_a_saved_pipeline_loads_with_the_same_component(nlp: Language, tmp_path) -> None:
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert told(again(TEXTS[3])) == told(nlp(TEXTS[3]))
    finder_of(again)
