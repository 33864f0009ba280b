"""The default pipeline, loaded on first use."""

from __future__ import annotations

from functools import cache
from typing import Any

from newsfacts.article import Article
from newsfacts.pipeline import Pipeline, load


@cache
def default_pipeline() -> Pipeline:
    """Give the default pipeline; it is loaded once a process."""
    return load()


def extract(text: str, **metadata: Any) -> Article:  # (checked by the pipeline)
    """Give the article of a text with all facts of the default pipeline.

    Keyword arguments tell what is known from outside: id, headline, byline, published, outlet, url, language.

    >>> import newsfacts
    >>> article = newsfacts.extract("Officials said two ferries collided.", published="2024-11-18")
    >>> article.published
    datetime.date(2024, 11, 18)
    """
    return default_pipeline()(text, **metadata)
