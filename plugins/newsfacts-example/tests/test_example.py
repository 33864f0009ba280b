"""The example plugin, installed and used as any plugin is."""

from __future__ import annotations

from newsfacts_example import Poll

import newsfacts
from newsfacts import Article, UnknownFact

TEXT = "In a survey of 1,200 voters, most backed the plan."


def test_a_poll_is_found_with_how_many_were_asked() -> None:
    article = newsfacts.load(only=["quantities", "example.polls"])(TEXT)
    [poll] = article.all(Poll)
    assert article[article[poll.asked].number] == "1,200"
    assert (poll.by, poll.rule) == ("example.polls", "poll-of")


def test_a_setting_changes_what_is_found() -> None:
    pipeline = newsfacts.load(only=["quantities", "example.polls"])
    assert pipeline.with_settings("example.polls", words=["census"])(TEXT).all(Poll) == ()


def test_an_article_with_polls_is_read_without_being_told_of_the_kind() -> None:
    article = newsfacts.load(only=["quantities", "example.polls"])(TEXT)
    again = Article.from_json(article.to_json())
    assert again == article
    assert not again.all(UnknownFact)
