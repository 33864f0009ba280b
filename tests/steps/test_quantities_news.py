"""Numbers of sports reports and obituaries, and who a line names, read on whole texts."""

from __future__ import annotations

import pytest


def quantities(article):
    return [
        (article[each.span], each.dimension, tuple(map(article.__getitem__, each.about))) for each in article.quantities
    ]


def test_each_side_has_its_number(pipeline):
    article = pipeline("Final score: Harwick United 2-1 Marlow City.")
    assert quantities(article)[:2] == [("2", "score", ("Harwick United",)), ("1", "score", ("Marlow City",))]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Ann Hill died at 88 in Lyon.", "88"),
        ("“He’s 20, he’s ours and he is going nowhere,” she said.", "20"),
    ],
)
def test_ages_need_no_year(pipeline, text, age):
    assert [(amount, dimension) for amount, dimension, _ in quantities(pipeline(text))] == [(age, "age")]


def test_a_house_number_is_no_age(pipeline):
    assert all(dimension != "age" for _, dimension, _ in quantities(pipeline("She died at 14 Main Street, Lyon.")))


def test_a_desk_before_a_name_is_a_trade(pipeline):
    article = pipeline(
        "Council backs limit\n\nBy Local Democracy Reporter Ann Prothero\n\nA limit will be introduced in April.\n\n"
        "The decision came on Wednesday night."
    )
    byline = article.byline
    assert [article[author.name] for author in byline.authors] == ["Ann Prothero"]


def test_whoever_reports_citing_officials_is_an_outlet(pipeline):
    article = pipeline("The runway is closed, Agence Delta reported on Friday, citing airport officials.")
    [link] = article.provenance
    assert (article[link.relayed_by.span], article[link.origin.span]) == ("Agence Delta", "airport officials")
