"""The plugin, tested with the kit."""

from __future__ import annotations

import pytest
from newsfacts_casualties import Casualties, Casualty

import newsfacts
from newsfacts import Article
from newsfacts.testing import Marked, check_marked, parametrize_with_checks

TEXTS = [
    "Police said on Monday that 12 people were killed near Oslo. Nobody else was hurt.",
    "A ferry hit a dredger and injured at least 31 passengers. Officials said 5 sailors are still missing.",
]


@parametrize_with_checks([Casualties()], texts=TEXTS)
def test_the_step_keeps_the_laws(extractor, check):
    check(extractor)


@pytest.fixture(scope="module")
def pipeline():
    return newsfacts.load(installed=False).adding(Casualties())


@pytest.mark.parametrize(
    "sentence",
    [
        "Police said that [[12]{count} people were killed]{span fate=dead} near [Oslo]{place}.",
        "The ferry hit a dredger and [injured [at least 31]{count}]{span fate=wounded} passengers.",
        "Officials said [[5]{count} sailors were missing]{span fate=missing}.",
        "In all 12 people watched, and the killed bull was sold.",
    ],
)
def test_marked_sentences(pipeline, sentence):
    marked = Marked.read(sentence)
    check_marked(pipeline(marked.text), Casualty, marked)


def test_who_says_so_is_told(pipeline):
    article = pipeline("Police said that 12 people were killed near Oslo.")
    [casualty] = article.all(Casualty)
    assert article.name(casualty.said_by) == "Police"
    assert Article.from_json(article.to_json(), kinds=[Casualty]) == article
