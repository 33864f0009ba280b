"""Chains of outlets and the plain cases around them, on whole sentences."""

from __future__ import annotations

import pytest

from newsfacts import Provenance


def links(article):
    return [
        (link.relayed_by and article[link.relayed_by.span], article[link.origin.span])
        for link in article.all(Provenance)
    ]


def rows(article):
    return [
        (
            claim.source.span and article[claim.source.span],
            " ".join(article[piece] for piece in claim.cue),
            claim.status,
        )
        for claim in article.claims
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two bridges were closed, the state news agency Korvan said, citing the transport ministry.",
            ("the state news agency Korvan", "the transport ministry"),
        ),
        (
            "The Lantern, citing a Reuters report, said the talks had failed.",
            ("The Lantern", "a Reuters report"),
        ),
        (
            "A letter to the board seen by the Harbour Gazette says the port is losing money.",
            ("the Harbour Gazette", "A letter"),
        ),
        (
            "The airline will cut forty jobs, broadcaster KVT reported in a dispatch carried by the Associated Press.",
            ("the Associated Press", "broadcaster KVT"),
        ),
    ],
)
def test_an_outlet_is_what_stands_in_its_place(pipeline, text, expected):
    assert expected in links(pipeline(text))


def test_no_outlet_no_link(pipeline):
    assert links(pipeline("The senator left the hall early, citing a cold.")) == []


def test_a_line_that_reports_via_an_agency_is_no_caption(pipeline):
    article = pipeline("The bridge will close for a year, The Harbour Times reports via Reuters.")
    assert links(article) == [("The Harbour Times", "Reuters")]
    assert [article[claim.source.span] for claim in article.claims] == ["The Harbour Times"]


def test_a_clause_of_another_sureness_is_a_claim_of_its_own(pipeline):
    article = pipeline("Officials said that the dam would likely hold, but more rain could bring it down.")
    assert {(claim.status, article[claim.source.span]) for claim in article.claims} == {
        ("PROBABLE", "Officials"),
        ("POSSIBLE", "Officials"),
    }


def test_a_wish_for_anonymity_is_no_claim(pipeline):
    article = pipeline("Two officials, who asked not to be named, said that the radar had failed.")
    assert [cue for _, cue, _ in rows(article)] == ["said"]


def test_a_quoted_speaker_who_cannot_ask_claims_one_thing(pipeline):
    article = pipeline('"We cannot ask people to wait any longer," the mayor told reporters.')
    assert [source for source, _, _ in rows(article)] == ["the mayor"]


def test_the_past_could_not_is_no_possibility(pipeline):
    article = pipeline("The panel said that it could not find the ship.")
    assert [status for _, _, status in rows(article)] == ["ASSERTED"]


@pytest.mark.parametrize(
    ("text", "source", "status"),
    [
        ("Council denies secret deal with developer", "Council", "DENIED"),
        ("Old pier to reopen in spring, mayor hints", "mayor", "HINTED"),
    ],
)
def test_the_verb_of_a_headline_reports(pipeline, text, source, status):
    article = pipeline(
        f"{text}\n\nThe council met on Monday in the old town hall to talk about the plans for the spring."
    )
    assert (source, status) in [(name, sure) for name, _, sure in rows(article)]


def test_a_speaker_behind_a_quotation_is_found_by_the_order_of_words(pipeline):
    article = pipeline("“We lost everything,” whispered one of the farmers.")
    assert [source for source, _, _ in rows(article)] == ["one of the farmers"]


def test_a_pronoun_before_the_only_name_is_that_person(pipeline):
    article = pipeline("“It is over,” he said. Mayor Daniel Okoye will leave the town hall in May.")
    assert [article.name(claim.source) for claim in article.claims] == ["Daniel Okoye"]
