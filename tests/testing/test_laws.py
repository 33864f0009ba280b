"""Every law finds the extractor that breaks it, and nothing in one that keeps it."""

from __future__ import annotations

from typing import ClassVar

import pytest
import spacy
from attrs import frozen

import newsfacts
from newsfacts import Kinds, PlanError, PluginConflict, Quotation
from newsfacts.testing import LAWS, ChecksFailed, Workshop, check_extractor, parametrize_with_checks
from newsfacts.testing.checks import Report, tried
from newsfacts.testing.laws import hash_seeds_change_nothing
from tests.testing.mutants import MUTANTS, Cries, Idle, Names


def around() -> newsfacts.Pipeline:
    """A pipeline that splits words and sentences, with one step that has nothing to do with the mutants."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return newsfacts.load(nlp, only=[], installed=False).adding(Cries())


def test_every_law_has_a_mutant() -> None:
    assert list(MUTANTS) == list(LAWS)
    assert all(law.__doc__ for law in LAWS)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_a_law_finds_its_mutant(law) -> None:
    outcome = tried(law, Workshop.of(around()).bench(MUTANTS[law]()))
    assert outcome.result == "failed", outcome


@parametrize_with_checks([Names(), Cries()], nlp=around())
def test_an_honest_extractor_keeps_every_law(extractor, check) -> None:
    check(extractor)


def test_what_another_process_cannot_import_is_not_tried_there() -> None:
    class Local(Names):
        """A class that is no module's."""

    outcome = tried(hash_seeds_change_nothing, Workshop.of(around()).bench(Local()))
    assert outcome.result == "not applicable"
    assert outcome.reason.startswith("another process cannot import tests.testing.test_laws.")


def test_a_report_tells_what_ran_and_what_did_not() -> None:
    report = check_extractor(Cries(), nlp=around().adding(Names()))
    assert report.ok
    assert report.counted("passed") + report.counted("not applicable") == len(LAWS)
    assert str(report).splitlines() == [
        f"acme.cries: {report.counted('passed')} passed, 1 not applicable",
        "  not applicable: every_setting_matters: it has no settings",
    ]
    assert report.to_dict()["outcomes"][0]["result"] == "passed"


def test_a_broken_law_raises_with_the_report() -> None:
    with pytest.raises(ChecksFailed, match="failed: every_setting_matters: no value of 'thorough' changes anything"):
        check_extractor(Idle(), nlp=around())
    assert not check_extractor(Idle(), nlp=around(), raises=False).ok


def test_laws_that_are_broken_alike_are_told_once() -> None:
    class Raising(Names):
        def extract(self, reading):
            raise LookupError("no idea")

    told = str(check_extractor(Raising(), nlp=around(), raises=False))
    assert told.count("no idea") == 4, told  # (in most laws, on odd texts, where a text ends, on long lines)
    assert "failed: every_declared_kind_is_given and 1" in told


def test_an_extractor_that_no_pipeline_takes_is_told_at_once() -> None:
    @frozen
    class Needy(Names):
        needs: ClassVar[Kinds] = frozenset({Quotation})

    nobody = newsfacts.load(spacy.blank("en"), only=[], installed=False)
    with pytest.raises(PlanError, match="needs 'quotation' facts, but no other step gives them"):
        check_extractor(Needy(), nlp=nobody)
    with pytest.raises(PluginConflict, match="Needy is a class"):
        check_extractor(Needy, nlp=nobody)


def test_a_waiver_names_its_reason_and_must_be_needed() -> None:
    waivers = {"every_setting_matters": "it is there for the next version"}
    report = check_extractor(Idle(), nlp=around(), expected_failures=waivers)
    assert report.counted("waived") == 1
    with pytest.raises(ChecksFailed, match="waived in vain: every_setting_matters"):
        check_extractor(Names(), nlp=around(), expected_failures=waivers)
    with pytest.raises(ValueError, match="there is no law 'every_settings_matters'"):
        check_extractor(Names(), nlp=around(), expected_failures={"every_settings_matters": "?"})


def test_a_run_of_no_checks_is_a_failure() -> None:
    with pytest.raises(ChecksFailed, match="no law was tried"):
        check_extractor(Names(), nlp=around(), laws=())
    assert not Report("acme.names", ()).ok
    with pytest.raises(ValueError, match="there is no extractor"):
        parametrize_with_checks([])


def test_a_waived_test_must_fail() -> None:
    mark = parametrize_with_checks([Idle()], nlp=around(), expected_failures={"acme.names-every_setting_matters": "so"})
    [waived] = [case for case in mark.args[1] if case.marks]
    assert waived.id == "acme.names-every_setting_matters"
    assert waived.marks[0].kwargs == {"reason": "so", "strict": True}
