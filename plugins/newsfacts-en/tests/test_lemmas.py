"""Lemmas: irregular forms, endings without an e, names."""

from __future__ import annotations

import pytest
from newsfacts_en.lemmas import LemmaMender, bases, lacks_an_e
from spacy.language import Language

TABLE = "# own\nfled\tVBD\tflee\nstolen\tVBN\tsteal\nstop\tverb\nprocess\tnoun\n"


@pytest.mark.parametrize(
    ("form", "tag", "guess", "lemma"),
    [
        ("fled", "VBD", "flead", "flee"),
        ("fled", "VBN", "fled", "flee"),
        ("stolen", "VBD", "stolen", "steal"),
        ("stopping", "VBG", "stopp", "stop"),
        ("stopped", "VBN", "stop", "stop"),
        ("processes", "NNS", "processe", "process"),
        ("detonated", "VBD", "detonat", "detonate"),
        ("specializing", "VBG", "specializ", "specialize"),
        ("treated", "VBD", "treat", "treat"),
        ("bombed", "VBN", "bomb", "bomb"),
    ],
)
def test_an_inflected_form_gets_its_base(form: str, tag: str, guess: str, lemma: str) -> None:
    assert LemmaMender(TABLE).lemma(form, tag, guess) == lemma


def test_no_base_is_made_of_a_short_or_an_uninflected_word() -> None:
    assert not list(bases("red", "VBD"))
    assert not list(bases("left", "VBD"))
    assert not lacks_an_e("fat")


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Two men fled the scene.", "fled", "flee"),
        ("The jets flew over the city.", "flew", "fly"),
        ("Rebels withdrew from the town.", "withdrew", "withdraw"),
        ("Gunmen attacked the convoy.", "Gunmen", "gunman"),
        ("The device was detonated by soldiers.", "detonated", "detonate"),
    ],
)
def test_the_pipeline_mends_the_verbs_of_the_news(nlp: Language, text: str, form: str, lemma: str) -> None:
    assert {token.text: token.lemma_ for token in nlp(text)}[form] == lemma
