"""The five Ws of an article: each from a sentence written for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsfacts import (
    Article,
    Event,
    EventMention,
    FiveWs,
    LexiconFile,
    Lexicons,
    Participant,
    Party,
    Pipeline,
    Span,
)
from newsfacts.five_ws import five_ws


def in_words(article: Article, ws: FiveWs | None) -> dict[str, list[str]]:
    """Give the five Ws as words."""
    assert ws is not None
    return {
        "who": [article.name(party) for party in ws.who],
        "what": [article[span] for span in ws.what],
        "when": [article[article[time].span] for time in ws.when],
        "where": [article.name(party) for party in ws.where],
        "why": [article[span] for span in ws.why],
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The company cut 300 jobs in Lyon on Monday in order to save money.",
            {
                "who": ["The company"], "what": ["cut", "300 jobs"], "when": ["Monday"], "where": ["Lyon"],
                "why": ["in order to save money"],
            },
        ),
        (
            "Because sales fell, the company cut 300 jobs in Lyon.",
            {"who": ["the company"], "what": ["cut", "300 jobs"], "where": ["Lyon"], "why": ["Because sales fell"]},
        ),
        (
            "Two men were arrested in Oslo on Friday because of the riot, police said.",
            {
                "who": ["Two men"], "what": ["were arrested"], "when": ["Friday"], "where": ["Oslo"],
                "why": ["because of the riot"],
            },
        ),
        ("The army left the town, not because it wanted to.", {"who": ["The army"], "what": ["left", "the town"]}),
    ],
)  # fmt: skip
def test_the_five_ws_are_read_from_the_main_event(pipeline: Pipeline, text, expected):
    article = pipeline(text, published="2024-11-18")
    empty = {"who": [], "what": [], "when": [], "where": [], "why": []}
    assert in_words(article, article.who_what_when_where_why) == empty | expected


def test_a_cause_belongs_to_the_event_it_stands_next_to(pipeline: Pipeline):
    article = pipeline("The mayor welcomed the plan. The council closed the bridge because its piers had rusted.")
    causes = {article[e.span]: [article[span] for span in five_ws(article, e).why] for e in article.events}
    assert causes["closed"] == ["because its piers had rusted"]
    assert causes["welcomed"] == []


def test_words_for_causes_that_a_plugin_adds_count(tmp_path: Path):
    text = "The port closed in view of the storm."
    event = Event(span=Span(9, 15), lemma="close", mentions=(EventMention(span=Span(9, 15), head=Span(9, 15)),))
    article = Article(text=text, facts=[event])
    more = tmp_path / "reasons.toml"
    more.write_text('reasons = ["in view of"]\n', "utf-8")
    assert five_ws(article, event).why == ()
    found = five_ws(article, event, Lexicons([LexiconFile("events", more)]))
    assert [article[span] for span in found.why] == ["in view of the storm"]


def test_an_article_without_events_has_none(pipeline: Pipeline):
    assert pipeline("Clouds.").who_what_when_where_why is None


def test_a_side_that_acts_twice_is_named_once():
    text = "Meridian closed the port. Meridian's closure lasted."
    acting = [Party(form="UNNAMED", span=Span(0, 8)), Party(form="UNNAMED", span=Span(0, 8))]
    event = Event(
        span=Span(9, 15),
        lemma="close",
        participants=tuple(
            Participant(role="ACTOR", pb_role=role, party=p) for role, p in zip(("Arg0", ""), acting, strict=True)
        ),
    )
    found = five_ws(Article(text=text, facts=[event]), event)
    assert (found.who, found.what) == ((acting[0],), (event.span,))
