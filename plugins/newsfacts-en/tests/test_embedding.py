"""Equal words are embedded once, and come out as they do one by one."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from newsfacts_en.embedding import make_embed
from spacy.language import Language
from spacy.ml.models.tok2vec import MultiHashEmbed
from spacy.tokens import Doc
from thinc.api import Model

FEATURES = ["NORM", "PREFIX", "SHAPE", "SPACY", "IS_SPACE"]
ROWS = [50] * len(FEATURES)


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("en")


@pytest.fixture(scope="module")
def both(blank: Language) -> tuple[Model, Model]:
    """spaCy's embedding, and ours with the same weights."""
    theirs, ours = MultiHashEmbed(8, FEATURES, ROWS, False), make_embed(8, FEATURES, ROWS, False)
    docs = [blank("The port was shut.")]
    theirs.initialize(docs)
    ours.initialize(docs)
    ours.layers[0].from_bytes(theirs.to_bytes())
    return theirs, ours


def test_equal_words_come_out_as_one_by_one(blank: Language, both: tuple[Model, Model]) -> None:
    spelled = Doc(blank.vocab, words=["Don't", "shut", "the", "port", "'", "s", "gates", "\n\n"])
    spelled[4].norm_ = "'s"
    docs = [blank("The port was shut, the port\n\nwas shut ."), blank(""), blank("Port"), spelled]
    theirs, ours = (model.predict(docs) for model in both)
    assert [len(rows) for rows in ours] == [len(doc) for doc in docs]
    for mine, other in zip(ours, theirs, strict=True):
        assert mine == pytest.approx(other, abs=1e-6)
    assert not np.allclose(ours[0][0], ours[0][1])


def test_no_words_are_embedded_as_such(blank: Language, both: tuple[Model, Model]) -> None:
    assert [rows.shape for rows in both[1].predict([blank(""), blank("")])] == [(0, 8), (0, 8)]


def test_training_goes_through_every_word(blank: Language, both: tuple[Model, Model]) -> None:
    docs = [blank("the port and the quay")]
    weights, back = both[1].begin_update(docs)
    back([np.ones_like(weights[0])])
    assert any(node.has_grad(name) for node in both[1].walk() for name in node.param_names)


def test_a_feature_of_the_place_is_no_feature_of_the_word() -> None:
    with pytest.raises(ValueError, match="SENT_START"):
        make_embed(8, ["NORM", "SENT_START"], [50, 50], False)
