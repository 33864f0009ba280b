"""Provenance: who reported it first, and who passes it on."""

from __future__ import annotations

import pytest
import spacy

from newsfacts import Block, Entity, Mention, Provenance, Reading, Span
from newsfacts.steps.layout import Datelines, Provenances

BLANK = spacy.blank("en")


def links(text, *facts):
    doc = BLANK(text)
    found = Provenances().extract(Reading.of(text, doc, facts=facts))
    return [
        (link.relayed_by.span.of(text) if link.relayed_by else None, link.cue.of(text), link.origin.span.of(text))
        for link in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks will go on for a week, Islander.Az reports via The Northern Times.",
         [("Islander.Az", "via", "The Northern Times")]),
        ("The move was first reported by Axios.", [(None, "first reported by", "Axios")]),
        ("The figures, as reported by the Harbour Herald on Tuesday, are new.",
         [(None, "as reported by", "the Harbour Herald")]),
        ("The votes were counted twice, according to polls reported by CNN and The Northern Times.",
         [(None, "reported by", "CNN"), (None, "reported by", "The Northern Times")]),
        ("As BuzzFeed News first reported, the deal was near.", [(None, "first reported", "BuzzFeed News")]),
        ("First reported by The Grio, the letter asks for more time.", [(None, "First reported by", "The Grio")]),
        ("This story originally appeared in The Ripon Society and is used with leave.",
         [(None, "originally appeared in", "The Ripon Society")]),
        ("This article was first published by Northern Daily.", [(None, "first published by", "Northern Daily")]),
        ("The president replied, via the New York Times: “No.”", [(None, "via", "the New York Times")]),
        ("TASS said, citing the Defence Ministry, that the ship had sunk.",
         [("TASS", "citing", "the Defence Ministry")]),
        ("The Journal, citing Frontier Bank, reported that the sale was off.",
         [("The Journal", "citing", "Frontier Bank")]),
    ],
)  # fmt: skip
def test_links_of_the_chain(text, expected):
    assert sorted(links(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "text",
    [
        "The port can be reached via Walvis Bay and the coast.",
        "He sent the letter via a State Department computer.",
        "Her campaign said via Twitter that it had won.",
        "This story was originally published December 22, 2023.",
        "This story was first published in March 2019.",
        "The senator voted no, citing his anger at the plan.",
        "Erie has issued a snow emergency, citing dangerous roads.",
        "The incident was reported by Feld to the police.",
        "His book was first published by accident.",
        "The U.S. sanctions cited suspected transfers of oil at sea.",
        "Mr. Feld quoted Mr. Brandt.",
    ],
)
def test_what_is_no_link(text):
    assert links(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Harbour Gazette reported on Monday, citing two security sources.", ["two security sources"]),
        ("The Harbour Gazette cited confidential documents on Monday.", ["confidential documents"]),
        ("The Harbour Gazette cited a rise in unemployment on Monday.", []),  # a reason is nobody's word
        ("The mayor, who spoke at a Reuters forum, cited problems with the harbour.", []),
        ("The finance office cited the tax as a reason for the delay.", []),
    ],
)
def test_what_outlets_cite(pipeline, text, expected):
    article = pipeline(text)
    assert [article[link.origin.span] for link in article.all(Provenance)] == expected


def test_captions_give_no_links():
    text = "A boat leaves the port, via Northern Times."
    assert links(text, Block(span=Span(0, len(text)), role="caption")) == []


def test_the_agency_of_a_dateline_is_the_origin():
    text = "Boats sail again\nBEIRUT, March 7 (Reuters) - Boats left the port on Monday for the first time in a month."
    doc = BLANK(text)
    datelines = tuple(Datelines().extract(Reading.of(text, doc)))
    assert links(text, *datelines) == [(None, "(Reuters)", "Reuters")]


def test_an_outlet_that_is_an_entity_keeps_its_reference():
    text = "The move was first reported by Axios."
    start = text.index("Axios")
    span = Span(start, start + 5)
    mention = Mention(span=span, head=span, form="NAM", type="ORG")
    entity = Entity(span=span, type="ORG", name="Axios", mentions=(mention.ref,))
    [link] = Provenances().extract(Reading.of(text, BLANK(text), facts=(mention, entity)))
    assert link.origin.entity == entity.ref
