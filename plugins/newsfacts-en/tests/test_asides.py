"""Asides are set in behind people who do something; the rest of the tree stays."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from training.asides import Interrupter
from training.material import Material
from training.trees import Sentence, Word, part_under, texts_of, written

GOLD = Path(__file__).with_name("gold.conllu")


@pytest.fixture(scope="module")
def material() -> Material:
    return Material.gathered(texts_of(GOLD))


def accusation(first: str, dep: str = "flat") -> Sentence:
    """Somebody accused the council."""
    accused = Word("accused", "accuse", "VERB", "VBD", "Tense=Past", "root")
    subject = Word(first, first, "PROPN", "NNP", "Number=Sing", "nsubj", accused)
    second = Word("Duarte", "Duarte", "PROPN", "NNP", "Number=Sing", dep, subject)
    council = Word("council", "council", "NOUN", "NN", "Number=Sing", "obj", accused)
    the = Word("the", "the", "DET", "DT", "_", "det", council, space=True)
    council.space = False
    return [subject, second, accused, the, council, Word(".", ".", "PUNCT", ".", head=accused)]


@pytest.mark.parametrize("seed", range(20))
def test_an_aside_stands_between_a_person_and_the_verb(material: Material, seed: int) -> None:
    plain = accusation("Ana")
    sentence = Interrupter(material, Random(seed), 1.0).interrupted(plain)
    text = written(sentence)
    assert text.startswith(("Ana Duarte, ", "Ana Duarte ("))
    assert text.endswith(("accused the council.",))
    assert " ," not in text
    assert "( " not in text
    subject, verb = sentence[0], next(word for word in sentence if word.head is None)
    assert (subject.head, verb.form) == (verb, "accused")
    added = [word for word in sentence if word not in plain]
    assert added
    assert set(added) <= set(part_under(sentence, subject))


def test_no_aside_without_a_full_name_or_by_chance(material: Material) -> None:
    for sentence, chance in ((accusation("Ana"), 0.0), (accusation("City", dep="compound"), 1.0)):
        assert Interrupter(material, Random(1), chance).interrupted(sentence) is sentence
