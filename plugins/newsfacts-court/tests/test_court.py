"""The plugin, tested with the kit: marked sentences in court.facts, the rest here."""

from __future__ import annotations

import newsfacts
from newsfacts.testing import check_extractor


def test_without_the_plugin_nothing_of_it_is_left():
    plain = newsfacts.load(installed=False)
    assert plain("The coroner deposed that the guard had died.").claims == ()


def test_the_wrapped_step_keeps_the_laws(newsfacts_pipeline):
    trained = {"every_setting_matters": "weights are a file that users train for themselves"}
    claims = newsfacts_pipeline.step("claims").extractor
    report = check_extractor(claims, nlp=newsfacts_pipeline, expected_failures=trained)
    assert report.counted("passed") >= 20
