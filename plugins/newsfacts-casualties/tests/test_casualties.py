"""The plugin, tested with the kit: its laws here, marked sentences in casualties.facts."""

from __future__ import annotations

from newsfacts_casualties import Casualties, Casualty

from newsfacts import Article
from newsfacts.testing import parametrize_with_checks

TEXTS = [
    "Police said on Monday that 12 people were killed near Oslo. Nobody else was hurt.",
    "A ferry hit a dredger and injured at least 31 passengers. Officials said 5 sailors are still missing.",
]


@parametrize_with_checks([Casualties()], texts=TEXTS)
def test_the_step_keeps_the_laws(extractor, check):
    check(extractor)


def test_who_says_so_is_told(newsfacts_pipeline):
    article = newsfacts_pipeline("Police said that 12 people were killed near Oslo.")
    [casualty] = article.all(Casualty)
    assert article.name(casualty.said_by) == "Police"
    assert Article.from_json(article.to_json(), kinds=[Casualty]) == article
