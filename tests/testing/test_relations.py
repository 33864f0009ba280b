"""Metamorphic relations are measured on two pipelines: one that keeps them, one that does not."""

from __future__ import annotations

import pytest
import spacy

import newsfacts
from newsfacts import Mention, Span
from newsfacts.testing import relations
from tests.testing.mutants import Nailed, Names

TEXT = "Mayor Lee said “no” to 5 ships. Later Ann Lee left.\nNobody knew."


def only(extractor) -> newsfacts.Pipeline:
    return newsfacts.load(spacy.blank("en"), only=[], installed=False).adding(extractor)


ALL = (
    *relations.RELATIONS,
    relations.renamed("Lee", "Okoye"),
    relations.prepended("it rains."),
    relations.appended("it rains."),
)


@pytest.mark.parametrize("relation", ALL, ids=lambda relation: relation.name)
def test_a_step_that_looks_at_words_keeps_every_relation(relation) -> None:
    measured = relations.rate(only(Names()), relation, [TEXT], kinds=[Mention])
    assert measured.tried >= 5
    assert measured.kept == measured.tried, measured.lost


def test_a_step_that_counts_characters_does_not() -> None:
    measured = relations.rate(only(Nailed()), relations.prepended("it rains."), [TEXT])
    assert measured.kept < measured.tried
    assert measured.lost
    assert str(measured).startswith("a paragraph in front: ")


def test_spans_follow_the_edits() -> None:
    new, move = relations.edited(TEXT, relations.renamed("Lee", "Okoye").edits(TEXT))
    assert move(Span(6, 9)).of(new) == "Okoye"
    assert move(Span(0, 9)).of(new) == "Mayor Okoye"
    assert move(Span(10, 14)).of(new) == "said"
    assert relations.rate(only(Names()), relations.renamed("Nemo", "Ray"), [TEXT]).tried == 0
