"""Headlines and speakers made for training are trees, and keep the labels of the sentences they are made of."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from attrs import astuple
from training.headlines import Headliner, headline_words
from training.material import Material
from training.speakers import Casting
from training.telegrams import planned, telegram, turned
from training.trees import Sentence, Word, part_under, root_of, texts_of, written

GOLD = Path(__file__).with_name("gold.conllu")
LEMMAS = {("found", "VBD"): "find", ("was", "VBD"): "be"}
"""The lemmas of forms that stand in a sentence without them."""


@pytest.fixture(scope="module")
def material() -> Material:
    return Material.gathered(texts_of(GOLD))


def sentence_of(rows: str) -> Sentence:
    """A sentence from rows "form lemma upos xpos feats head dep"."""
    cells = [row.split() for row in rows.strip().splitlines()]
    words = [Word(c[0], c[1].strip("_"), c[2], c[3], c[4], c[6]) for c in cells]
    for word, c in zip(words, cells, strict=True):
        word.head = words[int(c[5]) - 1] if c[5] != "0" else None
    return words


def told(rows: str) -> tuple[Sentence, str]:
    """The sentence in telegraphic style in its commonest telling, and its text."""
    tellings: dict[str, Sentence] = {}
    texts = []
    for seed in range(60):
        if words := telegram(sentence_of(rows), Random(seed), LEMMAS):
            texts.append(written(words))
            tellings[texts[-1]] = words
    text = max(sorted(tellings), key=texts.count)
    return tellings[text], text


PASSIVE = """
The the DET DT _ 2 det
man man NOUN NN Number=Sing 4 nsubj:pass
was be AUX VBD Tense=Past 4 aux:pass
held hold VERB VBN Tense=Past|VerbForm=Part|Voice=Pass 0 root
in in ADP IN _ 6 case
Oslo Oslo PROPN NNP Number=Sing 4 obl
, , PUNCT , _ 10 punct
and and CCONJ CC _ 10 cc
nobody nobody PRON NN Number=Sing 10 nsubj
spoke speak VERB VBD Tense=Past 4 conj
. . PUNCT . _ 4 punct
"""
FUTURE = """
The the DET DT _ 2 det
mayor mayor NOUN NN Number=Sing 4 nsubj
will will AUX MD VerbForm=Fin 4 aux
open open VERB VB VerbForm=Inf 0 root
a a DET DT _ 6 det
bridge bridge NOUN NN Number=Sing 4 obj
. . PUNCT . _ 4 punct
"""
PAST = """
The _ DET DT _ 2 det
divers _ NOUN NNS Number=Plur 3 nsubj
found _ VERB VBD Tense=Past 0 root
the _ DET DT _ 6 det
flight _ NOUN NN Number=Sing 6 compound
recorder _ NOUN NN Number=Sing 3 obj
. _ PUNCT . _ 3 punct
"""
PERFECT = """
The the DET DT _ 2 det
clerk clerk NOUN NN Number=Sing 4 nsubj
has have AUX VBZ VerbForm=Fin 4 aux
denied deny VERB VBN Tense=Past|VerbForm=Part 0 root
the the DET DT _ 6 det
charge charge NOUN NN Number=Sing 4 obj
. . PUNCT . _ 4 punct
"""


@pytest.mark.parametrize(
    ("rows", "text", "verb"),
    [
        (PASSIVE, "man held in Oslo", ("held", "VBN", "Tense=Past|VerbForm=Part|Voice=Pass")),
        (FUTURE, "mayor to open bridge", ("open", "VB", "VerbForm=Inf")),
        (PAST, "divers find flight recorder", ("find", "VBP", "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin")),
        (PERFECT, "clerk denies charge", ("denies", "VBZ", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin")),
    ],
)
def test_a_sentence_is_told_in_brief(rows: str, text: str, verb: tuple[str, str, str]) -> None:
    words, found = told(rows)
    root = root_of(words)
    assert (found, (root.form, root.xpos, root.feats)) == (text, verb)
    assert all(word.head is None or word.head in words for word in words)


def test_to_stands_for_will() -> None:
    words, _ = told(FUTURE)
    assert [(w.form, w.upos, w.xpos, w.dep) for w in words][1] == ("to", "PART", "TO", "mark")


def test_an_object_is_turned_into_a_subject_that_undergoes() -> None:
    words = sentence_of(PAST)[1:-1]
    words[0].lemma, words[1].xpos = "diver", "VBZ"
    passive = turned(words, words[1], "find", "found", told=True)
    assert written(passive) == "the flight recorder found by divers"
    assert [w.dep for w in passive if w.head is words[1]] == ["nsubj:pass", "obl:agent"]


def test_what_is_to_come() -> None:
    words, _ = told(PERFECT)
    assert written(planned(words, root_of(words))) == "clerk to deny charge"
    words, _ = told(PASSIVE)
    assert written(planned(words, root_of(words))) == "man to be held in Oslo"


@pytest.mark.parametrize("seed", range(40))
def test_a_headline_is_a_tree(material: Material, seed: int) -> None:
    headliner = Headliner(material, Random(seed))
    for _ in range(10):
        sentence = headliner.headline()
        assert sum(word.head is None for word in sentence) == 1
        assert all(word.form and (word.head is None or word.head in sentence) for word in sentence)
        assert sentence[0].form[0].isupper() or not sentence[0].form[0].isalpha()
        assert sentence[-1].form not in (".", ",")


def test_amounts_and_stacked_nouns_stand_under_their_noun(material: Material) -> None:
    headliner = Headliner(material, Random(5))
    signs = 0
    for _ in range(400):
        for word in (sentence := headliner.headline()):
            if word.upos == "SYM" and word.dep == "compound":
                signs += 1
                noun = word.head
                assert noun is not None
                assert noun.upos == "NOUN"
                assert sentence.index(word) < sentence.index(noun)
                assert {w.upos for w in part_under(sentence, word)} <= {"NUM", "SYM"}
    assert signs > 10


def test_what_a_speaker_does_hangs_on_the_name_or_the_office(material: Material) -> None:
    casting = Casting(material, Random(4))
    said = Word("said", "say", "VERB", "VBD", dep="root")
    relatives = [word for _ in range(200) for word in casting.speaker("nsubj", said).words if word.dep == "acl:relcl"]
    assert {word.head.dep for word in relatives if word.head} == {"nsubj", "appos"}
    assert {word.form for word in relatives} == {"owns"}


def test_the_words_of_headlines_are_sorted_and_unique() -> None:
    words = headline_words()
    for entries in astuple(words):
        assert list(entries) == sorted(set(entries))
