"""How sure the author and the sources are, on hand-made parses."""

from __future__ import annotations

import pytest

from newsfacts import Event, Lexicons, Reading, Span
from newsfacts.steps.sourcing import Claims, Factualities, Quotations
from newsfacts.steps.sourcing.commitment import weakened
from newsfacts.testing.parses import sketch

LEXICONS = Lexicons()


def values(words, anchor):
    """The author's value of the event at `anchor`, and the source's if somebody tells of it."""
    doc = sketch(words)
    start = doc.text.index(anchor)
    event = Event(span=Span(start, start + len(anchor)), lemma=anchor)
    facts = [event]
    for step in (Quotations(), Claims(), Factualities()):
        facts += step.extract(Reading.of(doc.text, doc, facts=facts, lexicons=LEXICONS))
    return [
        fact.value
        for fact in sorted(facts[1:], key=lambda f: str(getattr(f, "source", "")))
        if fact.kind == "factuality"
    ]


@pytest.mark.parametrize(
    ("words", "anchor", "expected"),
    [
        ("Troops|troop/NNS/2/nsubj left|leave/VBD/0/root ././2/punct", "left", ["CT+"]),
        ("Troops|troop/NNS/4/nsubj did|do/VBD/4/aux not/RB/4/advmod leave/VB/0/root ././4/punct", "leave", ["CT-"]),
        ("Troops|troop/NNS/3/nsubj may/MD/3/aux leave/VB/0/root ././3/punct", "leave", ["PS+"]),
        ("Troops|troop/NNS/4/nsubj will/MD/4/aux probably/RB/4/advmod leave/VB/0/root ././4/punct", "leave", ["PR+"]),
        (
            "Shares|share/NNS/2/nsubj fell|fall/VBD/0/root to/TO/4/mark close/VB/2/advcl lower/RBR/4/advmod",
            "close",
            ["CT+"],
        ),
        ("Troops|troop/NNS/2/nsubj left|leave/VBD/0/root to/TO/4/mark rest/VB/2/advcl ././2/punct", "rest", ["Uu"]),
        (
            "Rain/NN/2/nsubj caused|cause/VBD/0/root the/DT/4/det wall/NN/2/obj to/TO/6/mark fall/VB/2/advcl",
            "fall",
            ["CT+"],
        ),
        ("Troops|troop/NNS/2/nsubj failed|fail/VBD/0/root to/TO/4/mark leave/VB/2/xcomp ././2/punct", "leave", ["CT-"]),
        (
            "Men|man/NNS/4/nsubj did|do/VBD/4/aux not/RB/4/advmod manage/VB/0/root to/TO/6/mark leave/VB/4/xcomp",
            "leave",
            ["CT-"],
        ),
        ("Troops|troop/NNS/2/nsubj tried|try/VBD/0/root to/TO/4/mark leave/VB/2/xcomp ././2/punct", "leave", ["Uu"]),
        (
            "Troops|troop/NNS/4/nsubj can/MD/4/aux not/RB/4/advmod leave/VB/0/root ././4/punct",
            "leave",
            ["CT-"],
        ),
    ],
)
def test_the_author(words, anchor, expected):
    assert values(words, anchor) == expected


@pytest.mark.parametrize(
    ("verb", "source"),
    [
        ("said|say", "CT+"),
        ("denied|deny", "CT-"),
        ("believed|believe", "PR+"),
        ("feared|fear", "PS+"),
        ("hinted|hint", "PR+"),
    ],
)
def test_the_author_leaves_to_the_source_what_it_tells(verb, source):
    words = (
        f"Hill/NNP/2/nsubj {verb}/VBD/0/root that/IN/5/mark troops|troop/NNS/5/nsubj left|leave/VBD/2/ccomp ././2/punct"
    )
    assert values(words, "left") == ["Uu", source]


def test_the_author_vouches_for_what_somebody_knows():
    words = (
        "Hill/NNP/2/nsubj knew|know/VBD/0/root that/IN/5/mark troops|troop/NNS/5/nsubj left|leave/VBD/2/ccomp "
        "././2/punct"
    )
    assert values(words, "left") == ["CT+", "CT+"]


def test_an_unconfirmed_event_is_open_for_the_source_only():
    words = (
        "Hill/NNP/4/nsubj has|have/VBZ/4/aux not/RB/4/advmod confirmed|confirm/VBN/0/root the/DT/6/det "
        "attack/NN/4/obj ././4/punct"
    )
    assert values(words, "attack")[0] == "CT+"


@pytest.mark.parametrize("value", ["CT+", "PR+", "PS+", "CT-", "PR-", "PS-"])
def test_certainty_under_certainty_changes_nothing(value):
    assert weakened(value, "CT+") == weakened("CT+", value) == value
