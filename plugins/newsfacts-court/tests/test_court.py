"""The plugin, tested with the kit."""

from __future__ import annotations

import newsfacts_court
import pytest

import newsfacts
from newsfacts import Claim
from newsfacts.testing import Marked, check_extractor, check_marked


@pytest.fixture(scope="module")
def pipeline():
    return newsfacts.load(plugins=[newsfacts_court], installed=False)


@pytest.mark.parametrize(
    "sentence",
    [
        "[The coroner]{source} [deposed]{cue act=speech} [that the guard had died]{content}.",
        "[Judge Helen Moray]{source} [ruled]{cue act=decree} [that the men must pay]{content}.",
        "[The mayor]{source} [ruled]{cue act=speech} [that the men must pay]{content}.",
    ],
)
def test_marked_sentences(pipeline, sentence):
    marked = Marked.read(sentence)
    check_marked(pipeline(marked.text), Claim, marked)


def test_without_the_plugin_nothing_of_it_is_left():
    plain = newsfacts.load(installed=False)
    assert plain("The coroner deposed that the guard had died.").claims == ()


def test_the_wrapped_step_keeps_the_laws(pipeline):
    report = check_extractor(pipeline.step("claims").extractor, nlp=pipeline)
    assert report.counted("passed") >= 20
