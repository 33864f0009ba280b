"""Planted texts: the facts are in the text, the document is of the text, and steps find what was planted."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import _newsfacts_hypothesis
from newsfacts import (
    Article,
    Claim,
    Interval,
    Lexicons,
    Mention,
    Metadata,
    Party,
    Quantity,
    Reading,
    Record,
    Span,
    Stance,
)
from newsfacts.article import in_order
from newsfacts.checking import spans_of
from newsfacts.steps.sourcing import Claims, Quotations
from newsfacts.steps.stance import Stances
from newsfacts.testing import strategies as planted

_newsfacts_hypothesis.register()
LEXICONS = Lexicons()
FEW = settings(max_examples=25, deadline=None, database=None, suppress_health_check=list(HealthCheck))
LATE = ("events", "claims", "factuality", "figures", "stance", "time_anchors", "tone")


def least(strategy, tries=20):
    """The text that a strategy shrinks to."""
    phases = (Phase.generate, Phase.shrink)  # explaining tries larger ones again
    options = settings(max_examples=tries, database=None, derandomize=True, phases=phases)
    return find(strategy, lambda _: True, settings=options)


ALL = [
    planted.articles(),
    planted.attributions(),
    planted.bylines(),
    planted.credits(),
    planted.datelines(),
    planted.quantities(),
    planted.stances(),
    planted.times(),
]


@FEW
@given(st.one_of(ALL))
def test_what_is_planted_lies_in_the_text(made) -> None:
    assert made.doc.text == made.text
    assert made.facts
    for fact in made.facts:
        assert all(span.of(made.text).strip() == span.of(made.text) for span in spans_of(fact))
        assert all(span.end <= len(made.text) for span in spans_of(fact))
    made.check(made.article())
    assert Article.from_json(made.article().to_json()) == made.article()


@pytest.mark.parametrize("labels", ["universal", "clear"])
def test_steps_find_what_is_planted_whatever_the_labels(labels) -> None:
    @FEW
    @given(planted.attributions(labels=labels) | planted.stances(labels=labels))
    def find_it(made) -> None:
        quoted = Reading.of(made.text, made.doc)
        reading = Reading.of(made.text, made.doc, facts=Quotations().extract(quoted), lexicons=LEXICONS)
        step = Claims() if isinstance(made.facts[0], Claim) else Stances()
        made.check(Article(text=made.text, facts=in_order(step.extract(reading))))

    find_it()


def test_planted_parses_come_in_both_schemes() -> None:
    found = {labels: least(planted.stances(passive=True, labels=labels)).doc for labels in ("universal", "clear")}
    assert {token.dep_ for token in found["universal"]} >= {"nsubj:pass", "case", "obl:agent"}
    assert {token.dep_ for token in found["clear"]} >= {"nsubjpass", "agent", "pobj"}


@FEW
@given(st.data())
def test_the_quantities_step_finds_what_is_planted(pipeline, data) -> None:
    made = data.draw(planted.quantities(surfaces=["grouped"], bounds=["exact", "over", "at least", "about"]))
    made.check(pipeline.without(*LATE)(made.text))


def test_planted_texts_shrink_to_the_shortest() -> None:
    assert least(planted.quantities(), 300).text == "Officers counted 2 soldiers."
    assert least(planted.bylines(), 300).text == "By Ann Lee"
    assert least(planted.stances(), 300).text == "Lee praised the plan."
    assert least(planted.attributions(), 300).text == "Lee said that the plan failed."


def test_what_differs_from_what_was_planted_is_shown() -> None:
    made = least(planted.quantities())
    with pytest.raises(AssertionError, match=r"\^\^? quantity: planted, not found"):
        made.check(Article(text=made.text))


@pytest.mark.parametrize(
    "make",
    [
        lambda: planted.quantities(min_value=9, max_value=3),
        lambda: planted.quantities(surfaces=["roman"]),
        lambda: planted.attributions(forms=[]),
        lambda: planted.bylines(min_authors=0),
        lambda: planted.articles(max_paragraphs=0),
        lambda: planted.stances(polarity="for"),
        lambda: planted.stances(labels="penn"),
        lambda: planted.articles(labels="penn"),
    ],
)
def test_wrong_options_are_told_when_the_strategy_is_made(make) -> None:
    with pytest.raises(InvalidArgument):
        make()


@pytest.mark.parametrize("kind", [Span, Interval, Metadata, Record, Party, Mention, Quantity, Claim, Stance, Article])
def test_values_are_made_from_their_type(kind) -> None:
    assert isinstance(least(st.from_type(kind)), kind)
