"""Numbers of sports reports and obituaries, and who a line names, read on whole texts."""

from __future__ import annotations

import pytest

from newsfacts import Reading
from newsfacts.steps.quantities import Quantities
from newsfacts.testing.parses import sketch


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


@pytest.mark.parametrize(
    ("words", "about"),
    [
        (
            "Officials/NNS/2/nsubj put|put/VBD/0/root the/DT/4/det toll/NN/2/obj at/IN/6/case 70/CD/2/obl",
            ["the toll"],
        ),
        (
            "Officials/NNS/2/nsubj put|put/VBD/0/root the/DT/4/det dead/JJ/2/obj at/IN/6/case 70/CD/2/obl",
            ["the dead"],
        ),
        (
            (
                "Officials/NNS/2/nsubj gave|give/VBD/0/root the/DT/4/det number/NN/2/obj of/IN/6/case dead/JJ/4/nmod "
                "as/IN/8/case 43/CD/2/obl"
            ),
            ["dead", "the number"],
        ),
    ],
)
def test_a_figure_is_about_what_is_put_at_it(words, about):
    doc = sketch(words)
    [found] = Quantities().extract(Reading.of(doc.text, doc))
    assert [span.of(doc.text) for span in found.about] == about


@pytest.mark.parametrize(
    ("text", "unit"),
    [("It cost F$2 billion.", "FJD"), ("It cost N$2 billion.", "NAD"), ("It cost J$2 billion.", "JMD")],
)
def test_a_letter_before_the_dollar_names_the_country(pipeline, text, unit):
    assert [quantity.unit for quantity in pipeline(text).quantities] == [unit]
