"""Rows of political events: codes of sides, types and CAMEO roots."""

from __future__ import annotations

from typing import get_args

import pytest

newsfacts_plover = pytest.importorskip("newsfacts_plover")

from newsfacts_plover import COLUMNS, _alpha3, cameo, rows  # noqa: E402

import newsfacts  # noqa: E402
from newsfacts import (  # noqa: E402
    Article,
    Entity,
    Event,
    EventMention,
    EventTime,
    Lexicons,
    Participant,
    Party,
    Span,
    TimeExpression,
)
from newsfacts.facts.events import PloverType  # noqa: E402
from newsfacts.places import countries  # noqa: E402

TEXT = "Russian forces shelled Kharkiv and Sumy on Monday."


def article(plover: str | None = "ASSAULT") -> Article:
    """Give the article of `TEXT` with one event told by hand."""
    towns = [Entity(span=Span(*at), type="GPE", name=name, country="UA") for name, at in _TOWNS.items()]
    time = TimeExpression(span=Span(43, 49), type="DATE", value="2024-11-18")
    forces = Party(form="UNNAMED", span=Span(0, 14))
    sides = [Participant(role="ACTOR", pb_role="Arg0", party=forces, country="RU", sector="MIL")]
    for town in towns:
        party = Party(form="ENTITY", span=town.span, entity=town.ref)
        sides.append(Participant(role="RECIPIENT", pb_role="Arg1", party=party, country="UA"))
    event = Event(
        span=Span(15, 22),
        lemma="shell",
        mentions=(EventMention(span=Span(15, 22), head=Span(15, 22)),),
        type=plover,
        mode=("heavy-weapons",) if plover else (),
        context=("military",) if plover else (),
        participants=tuple(sides),
        times=(EventTime(relation="IS_INCLUDED", time=time.ref),),
    )
    return Article(text=TEXT, id="a1", facts=[*towns, time, event])


_TOWNS = {"Kharkiv": (23, 30), "Sumy": (35, 39)}


def test_each_pair_of_sides_has_a_row() -> None:
    first, second = rows(article())
    assert (first.actor, first.recipient_text, second.recipient_text) == ("RUS MIL", "Kharkiv", "Sumy")
    assert (first.recipient, first.date, first.type, first.mode) == ("UKR", "2024-11-18", "ASSAULT", "heavy-weapons")
    assert first.cameo_root == "19"
    assert TEXT[first.start : first.end] == first.text == "shelled"


def test_an_event_without_a_type_has_no_row() -> None:
    assert list(rows(article(None))) == []


@pytest.mark.parametrize(
    ("plover", "mode", "context", "root"),
    [
        ("AGREE", (), (), "03"),
        ("CONSULT", ("visit",), (), "04"),
        ("SANCTION", (), (), "16"),
        ("PROTEST", ("demo",), (), "14"),
        ("ASSAULT", ("firearms",), ("military",), "19"),
        ("ASSAULT", ("torture",), (), "18"),
        ("ASSAULT", (), (), "18"),
        ("ASSAULT", (), ("military",), "19"),
        ("THREATEN", ("a mode of nobody",), (), "13"),
        ("COERCE", ("arrest",), (), "17"),
    ],
)
def test_the_root_code_comes_over_the_bridge(plover, mode, context, root) -> None:
    assert cameo(plover, mode, context)[:2] == root


def test_every_plover_type_has_a_root() -> None:
    assert all(map(cameo, get_args(PloverType)))


def test_the_format_writes_tab_separated_rows() -> None:
    (writer,) = newsfacts_plover.newsfacts_formats()
    lines = writer.write(article()).splitlines()
    assert [len(line.split("\t")) for line in lines] == [len(COLUMNS)] * 2
    assert lines[0].split("\t")[:4] == ["a1", "2024-11-18", "RUS MIL", "Russian forces"]
    assert writer.write(Article(text="Clouds.")) == ""


def test_the_day_of_publication_stands_in_for_an_untold_day() -> None:
    pytest.importorskip("newsfacts_en")
    told = newsfacts.load(installed=False)("Turkey's foreign minister visited Baghdad.", published="2024-11-18")
    assert [(row.date, row.type, row.actor, row.recipient) for row in rows(told)] == [
        ("2024-11-18", "CONSULT", "TUR GOV", "IRQ")
    ]


@pytest.mark.parametrize(
    ("plover", "mode", "code"),
    [
        ("ASSAULT", ("explosives",), "183"),
        ("COERCE", ("arrest",), "173"),
        ("ASSAULT", (), "18"),
        ("SANCTION", (), "16"),
    ],
)
def test_the_code_is_as_long_as_mode_and_context_decide(plover, mode, code) -> None:
    assert cameo(plover, mode) == code


def test_a_row_tells_whether_it_is_conflict_and_where() -> None:
    kharkiv = Participant(
        role="LOCATION", pb_role="Argm-LOC", party=Party(form="UNNAMED", span=Span(0, 7)), country="UA"
    )
    event = Event(span=Span(8, 16), lemma="fighting", type="ASSAULT", participants=(kharkiv,))
    (row,) = rows(Article(text="Kharkiv fighting", facts=[event]))
    assert (row.quad_class, row.place, row.place_country) == (4, "Kharkiv", "UKR")


def test_every_country_has_a_code_for_rows() -> None:
    assert set(_alpha3()) == set(countries(Lexicons()).by_code)
