"""Figures: the claims that report them, and links between figures of one thing."""

from __future__ import annotations

import pytest
import spacy

from newsfacts import Claim, Entity, FigureLink, Mention, Party, Reading, ReportedFigure, Span, TimeExpression
from newsfacts.steps.quantities import Figures, Quantities

BLANK = spacy.blank("en")


def figures(text, *facts):
    doc = BLANK(text)
    quantities = tuple(Quantities().extract(Reading.of(text, doc)))
    found = list(Figures().extract(Reading.of(text, doc, facts=(*facts, *quantities))))
    by_ref = {quantity.ref: quantity for quantity in quantities}
    return found, by_ref


def find(text, part):
    return Span(text.index(part), text.index(part) + len(part))


def claim(text, source, content):
    parts = find(text, source), find(text, content)
    return Claim(span=Span.hull(parts), source=Party(form="UNNAMED", span=parts[0]), content=(parts[1],))


def test_a_quantity_in_a_claim_is_reported_by_it():
    text = "Police said 12 people were killed. The fire began at noon in 3 houses."
    said = claim(text, "Police", "12 people were killed")
    found, by_ref = figures(text, said)
    [reported] = [fact for fact in found if isinstance(fact, ReportedFigure)]
    assert by_ref[reported.quantity].number == find(text, "12")
    assert reported.claim == said.ref


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("At least 12 people were killed in the blast. Medics counted 14 dead.", "refines"),
        ("The blast killed 12 people. Hospitals confirmed that 14 people were killed.", "updates"),
        ("The blast killed 12 people. The toll later rose to 14.", "updates"),
        ("The blast killed 12 people. By evening the death toll had risen to 14.", "updates"),
        ("Rescuers pulled 9 bodies from the rubble. The number of dead climbed to 11.", "updates"),
        ("Initial reports said 5 people had died. The toll was revised to 4.", "updates"),
        ("The ministry spoke of 3 missing miners. It now says 5 miners are missing.", "updates"),
        ("The blast killed 12 people. A ministry list names 12 dead.", "agrees"),
        ("About 50 people were injured. Clinics treated 52 injured people.", "refines"),
        ("At least 40 migrants drowned. The bodies of 43 migrants were recovered.", "refines"),
        ("Up to 500 protesters were detained. A rights group said 460 protesters were detained.", "refines"),
        (
            "Over 10,000 North Korean soldiers arrived. The 12,000 North Korean soldiers were trained in the east.",
            "refines",
        ),
        ("10 nurses among 12 dead in crash\nA crash killed 12 people.", "agrees"),
        ("Nearly 200 houses burned. Officials counted 196 houses.", "refines"),
        ("Carmaker to cut 10,000 jobs\nThe carmaker said it would cut 10,000 jobs.", "agrees"),
        ("The raid freed 30 hostages. Thirty hostages reached the border.", "agrees"),
        ("A bill for $284 billion shocked a widow. The $284 billion was a slip.", "agrees"),
        ("Police said 12 people were killed. Opposition leaders put the figure at 20.", "conflicts"),
    ],
)
def test_two_figures_for_one_thing_are_linked(text, relation):
    found, by_ref = figures(text)
    [link] = [fact for fact in found if isinstance(fact, FigureLink)]
    assert link.relation == relation
    assert by_ref[link.first].span.start < by_ref[link.second].span.start


def test_a_figure_given_earlier_is_the_older_one():
    text = "The storm killed 58 people. Officials had earlier put the number of dead at 43. Most villages are cut off."
    found, by_ref = figures(text)
    [link] = [fact for fact in found if isinstance(fact, FigureLink)]
    assert link.relation == "updates"
    assert [by_ref[ref].number.of(text) for ref in (link.first, link.second)] == ["43", "58"]


def test_two_sources_with_two_figures_conflict():
    text = "Police said 12 people were killed. The mayor said 20 people were killed."
    found, _ = figures(
        text, claim(text, "Police", "12 people were killed"), claim(text, "The mayor", "20 people were killed")
    )
    assert [fact.relation for fact in found if isinstance(fact, FigureLink)] == ["conflicts"]


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 12 people, including 4 children.",
        "The blast killed 12 people. It injured 30 people.",
        "The party won 12 seats. The union has 12 members.",
        "The blast killed 12 soldiers. It killed 5 nurses.",
        "The blast killed 12 people. Another 5 people died in hospital.",
        "Two people were killed and seven others died later.",
        "The crash left seven dead\nMore than 50 people were taken to hospital.",
        "The blast killed 12 people. The army killed 40 people.",
        "Two men were arrested. Two men were charged.",
        "The pump costs $249. The drill costs $249.",
        "He lost 20 kilograms. She lost 21 kilograms.",
        "Shares fell 5 percent. Wages rose 5 percent.",
        "They held more than 10 villages. Rebels took 90 villages.",
    ],
)
def test_figures_of_other_things_are_not_linked(text):
    found, _ = figures(text)
    assert not [fact for fact in found if isinstance(fact, FigureLink)]


def test_figures_of_other_days_are_not_linked():
    text = "On Monday the shelling killed 12 people. On Friday it killed 12 people."
    days = [
        TimeExpression(span=find(text, day), type="DATE", value=value)
        for day, value in (("Monday", "2024-05-06"), ("Friday", "2024-05-10"))
    ]
    found, _ = figures(text, *days)
    assert not [fact for fact in found if isinstance(fact, FigureLink)]


def test_figures_of_long_ago_are_not_linked_with_the_news():
    text = "A car bomb killed 15 people. Last year a car bomb killed 15 people."
    long_ago = TimeExpression(span=find(text, "Last year"), type="DATE", value="2023")
    doc = BLANK(text)
    quantities = tuple(Quantities().extract(Reading.of(text, doc)))
    reading = Reading.of(text, doc, facts=(long_ago, *quantities), published="2024-06-04")
    assert not [fact for fact in Figures().extract(reading) if isinstance(fact, FigureLink)]


def test_figures_of_other_companies_are_not_linked():
    text = "Norvel offers a $25,125 voucher. Tarkov offers a $25,125 voucher."
    companies = [
        Mention(span=find(text, name), head=find(text, name), form="NAM", type="ORG") for name in ("Norvel", "Tarkov")
    ]
    entities = [Entity(span=m.span, type="ORG", name=m.span.of(text), mentions=(m.ref,)) for m in companies]
    unnamed, named = (figures(text, *facts)[0] for facts in ((), (*companies, *entities)))
    assert [fact.relation for fact in unnamed if isinstance(fact, FigureLink)] == ["agrees"]
    assert not [fact for fact in named if isinstance(fact, FigureLink)]
