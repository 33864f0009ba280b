"""The plugin, tested with the kit."""

from __future__ import annotations

import newsfacts_wirebyline
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from newsfacts_wirebyline import WireBylines

import newsfacts
from newsfacts import Author, Byline, Span
from newsfacts.testing import parametrize_with_checks, strategies

TEXTS = [
    "Harbour stays closed\nNW/Ann Lee, Tom Ray\n\nThe harbour stayed closed on Monday.",
    "Council votes\nn/Ann Lee, Tom Ray\nother/Ann Lee\n\nThe council voted.",
]
PIPELINE = newsfacts.load(spacy.blank("en"), only=["blocks", "byline"], plugins=[newsfacts_wirebyline], installed=False)


@parametrize_with_checks([WireBylines()], nlp=PIPELINE, texts=TEXTS)
def test_the_step_keeps_the_laws(extractor, check):
    check(extractor)


def test_it_stands_where_the_byline_step_stood():
    assert [step.name for step in PIPELINE.steps] == ["blocks", "wirebyline.byline"]
    assert PIPELINE("Harbour stays closed\nBy Ann Lee\n\nIt stayed closed.").byline is None


@settings(max_examples=20, deadline=None, database=None)
@given(st.lists(strategies.names(), min_size=1, max_size=3, unique=True))
def test_every_author_is_found(people):
    text = f"Harbour stays closed\nNW/{', '.join(people)}\n\nThe harbour stayed closed."
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in people]
    wanted = Byline(span=Span(text.index("NW/"), spans[-1].end), authors=tuple(Author(name=span) for span in spans))
    assert PIPELINE(text).byline == wanted
