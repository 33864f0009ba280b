"""The words around a name, the small network that weighs them, and the file of its weights."""

from __future__ import annotations

import io

import numpy as np
import pytest
from attrs import evolve
from spacy.vectors import Vectors

from newsfacts import Lexicons, Reading, Span
from newsfacts.steps.stance.around import Around
from newsfacts.steps.stance.features import Passage
from newsfacts.steps.stance.model import ToneModel, read, write
from newsfacts.steps.stance.network import VALUED, Network, key, looks
from newsfacts.steps.stance.scene import Scene
from newsfacts.steps.stance.tone import shares
from newsfacts.testing.parses import sketch

LEXICONS = Lexicons()
SENTENCE = (
    "Critics|critic/NNS/2/nsubj blasted|blast/VBD/0/root Reyes/NNP/2/obj ,/,/8/punct who/WP/8/nsubj did|do/VBD/8/aux "
    "not|not/RB/8/advmod help/VB/3/acl:relcl “/``/11/punct honest/JJ/11/amod voters|voter/NNS/8/obj ”/''/11/punct "
    "././2/punct"
)


def passage(words=SENTENCE):
    doc = sketch(words)
    return Passage.of(Scene(Reading.of(doc.text, doc, lexicons=LEXICONS)), 0, len(doc), ())


def network(width=2):
    """Three inputs, one number a word, one above: what rings pleasant or unpleasant is added up."""
    one = np.ones((1, 1), np.float32)
    return Network(
        vectors="some",
        look=np.array([[0.0]] * width + [[1.0], [-1.0]], np.float32),
        base=np.zeros(1, np.float32),
        words={key("voter"): 1},
        own=np.array([[0.0], [0.5]], np.float32),
        traits={"way 1/0": 1},
        gates=np.array([[0.0], [4.0]], np.float32),
        mix=one[None],
        lean=one * 0,
        says=np.array([[[-1.0, 0.0, 1.0]]], np.float32),
        bias=np.zeros(3, np.float32),
    )


def test_words_stand_somewhere_from_a_name():
    seen = passage()
    around = Around.of(seen)
    found = {seen.lemmas[i]: traits for i, traits in around.places([(2, 3)])}
    assert found["blast"] == ("off L1", "whose L0", "way 1/0", "arcs L1", "object above")
    assert found["critic"] == ("off L2", "whose L0", "way 1/1", "arcs L2", "object beside")
    assert found["voter"][2:] == ("way 0/2", "arcs R2", "object below")
    assert "," not in found
    assert "reyes" not in found


def test_a_word_has_traits_whatever_the_name():
    seen = passage()
    around = Around.of(seen)
    traits = {seen.lemmas[i]: around.traits[i] for i in around.words}
    assert {"denied 10", "valence -1"} <= {*traits["help"]} | {*traits["blast"]}
    assert "denied 01" in traits["voter"]
    assert "told 10" in traits["honest"]
    assert "told 00" in traits["blast"]


def test_the_nearest_mention_counts():
    found = dict(Around.of(passage()).places([(2, 3), (10, 11)]))
    assert found[9][:2] == ("off L1", "whose L1")
    assert found[1][:2] == ("off L1", "whose L0")


def test_a_passive_verb_above_a_name_is_told():
    words = "Reyes/NNP/3/nsubj:pass was|be/VBD/3/aux:pass accused|accuse/VBN/0/root"
    found = dict(Around.of(passage(words)).places([(0, 1)]))
    assert found[2][-1] == "subject passive above"


def test_looks_are_vectors_of_length_one_and_a_ring():
    seen = passage()
    vocab = seen.scene.reading.doc.vocab
    vocab.vectors = Vectors(strings=vocab.strings, keys=["blast", "voters"], data=np.eye(2, dtype="f") * 3, name="some")
    found = looks(seen, vocab, 2)
    assert found[1].tolist()[:2] == [1, 0]
    assert found[10].tolist() == [0, 1, 0, 0]
    assert found[9].tolist() == [0, 0, 0, VALUED]  # (after "not")
    assert not found[3].any()


def test_a_network_adds_what_words_say_as_far_as_they_count():
    seen = passage()
    assert network().view(seen) is None
    vocab = seen.scene.reading.doc.vocab
    vocab.vectors = Vectors(strings=vocab.strings, shape=(1, 2), name="some")
    view = network().view(seen)
    oppose, neutral, support = view.scores([(2, 3)])
    said = [np.tanh(VALUED * value) for value in seen.valence]
    half = 1 / (1 + np.exp(-0.0))
    total = sum(said) * half + (1 / (1 + np.exp(-4.0)) - half) * said[1] + np.tanh(0.5) * half
    assert (support, neutral) == (pytest.approx(np.tanh(total), rel=1e-4), 0)
    assert oppose == -support
    assert view.scores([(0, len(seen.words))]) is None


def test_the_network_counts_where_it_reads_the_vectors():
    seen = passage()
    model = evolve(ToneModel.of(LEXICONS), network=network(), share=1.0)
    told = {"v all": 0.0}
    assert model.probabilities(told, np.array([0.0, 0.0, 9.0]))["support"] > 0.99
    unread = evolve(model, share=0.0).probabilities(told, np.array([0.0, 0.0, 9.0]))
    assert model.probabilities(told) == pytest.approx(unread, rel=1e-5)
    assert shares(seen.scene, [Span(16, 21)], 0, len(seen.words)) == pytest.approx(
        shares(passage().scene, [Span(16, 21)], 0, len(seen.words))
    )


def test_weights_are_written_and_read():
    model = ToneModel.of(LEXICONS)
    file = io.BytesIO()
    write(evolve(model, network=network(), share=0.4, sure=0.75), file)
    file.seek(0)
    again = read(file)
    assert (again.share, again.sure, again.network.vectors) == (0.4, 0.75, "some")
    assert again.network.words == network().words
    assert again.network.traits == network().traits
    assert np.allclose(again.network.says, network().says)
    assert np.allclose(again.weights, model.weights)
    assert again.network.width == 2
