"""The package is found, loads, and gives the same reading each time."""

from __future__ import annotations

import json
from pathlib import Path

import newsfacts_en
import pytest
import spacy
from spacy.language import Language
from thinc.api import Model

REPORT = (
    "Harbour bridge to close for two years\n\n"
    "By Ana Duarte\n\n"
    "LISBON — The bridge over the harbour will close in May, the city said on Monday.\n"
    "“We will rebuild it,” said Mayor Rui Costa, who took office last year.\n"
)
MODEL = Path(newsfacts_en.__file__).parent / "model"


def reading(nlp: Language, text: str = REPORT) -> list[tuple[str, ...]]:
    """What the pipeline says of each token."""
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, str(t.head.i), t.ent_type_) for t in nlp(text)]


def test_spacy_lists_and_loads_the_package() -> None:
    assert "newsfacts_en" in spacy.util.get_installed_models()
    assert spacy.load("newsfacts_en").meta["name"] == "newsfacts_en"


def test_two_loads_read_alike(nlp: Language) -> None:
    assert reading(nlp) == reading(newsfacts_en.load())


def test_alone_or_in_a_batch_a_text_reads_alike(nlp: Language) -> None:
    alone = reading(nlp)
    for doc in nlp.pipe([REPORT, "Short.", REPORT], batch_size=3):
        if doc.text == REPORT:
            assert [t.lemma_ for t in doc] == [row[4] for row in alone]
            assert [t.dep_ for t in doc] == [row[5] for row in alone]


def test_a_copy_through_bytes_reads_alike(nlp: Language) -> None:
    copy = newsfacts_en.load().from_bytes(nlp.to_bytes())
    assert reading(copy) == reading(nlp)


def test_components_can_be_left_out() -> None:
    names = newsfacts_en.load(exclude=["ner"]).pipe_names
    assert names == [
        "tok2vec",
        "tagger",
        "morphologizer",
        "attribute_ruler",
        "trainable_lemmatizer",
        "lemma_mender",
        "parser",
    ]


def test_a_disabled_component_works_once_enabled() -> None:
    late = newsfacts_en.load(disable=["ner"])
    assert not late("Angela Merkel flew to Paris.").ents
    late.enable_pipe("ner")
    assert late("Angela Merkel flew to Paris.").ents


def test_weights_are_small_on_disk_and_wide_in_memory(nlp: Language) -> None:
    size = sum(file.stat().st_size for file in MODEL.rglob("*") if file.is_file())
    assert size < 15_000_000
    for _, component in nlp.components:
        if isinstance(model := getattr(component, "model", None), Model):
            for node in model.walk():
                assert all(str(node.get_param(n).dtype) == "float32" for n in node.param_names if node.has_param(n))


@pytest.mark.parametrize("opcode", [b"\x80\x04\x95", b"cnumpy"])
def test_no_file_holds_a_pickle(opcode: bytes) -> None:
    assert not [file for file in MODEL.rglob("*") if file.is_file() and file.read_bytes().startswith(opcode)]


def test_the_licence_of_the_weights_is_named() -> None:
    assert json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))["license"] == "CC BY-SA 4.0"
