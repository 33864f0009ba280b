"""The texts that extractors are tried on: whole articles, odd texts, and a paragraph that tells nothing."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from attrs import frozen

from newsfacts import Record


@frozen
class Texts:
    """The kit's texts; `paragraph` is one that nothing else refers to."""

    articles: tuple[Record, ...]
    odd: tuple[str, ...]
    paragraph: str

    def adding(self, more: Iterable[str | Record]) -> Texts:
        """Give the texts with articles of a plugin's own in front."""
        own = tuple(
            item if isinstance(item, Record) else Record.make(item, id=f"own-{i}") for i, item in enumerate(more)
        )
        return Texts((*own, *self.articles), self.odd, self.paragraph)


def kit_texts() -> Texts:
    """Give the texts that come with the kit.

    >>> [record.id for record in kit_texts().articles]
    ['ferry', 'court', 'treaty', 'line']
    """
    raw: dict[str, Any] = tomllib.loads((files("newsfacts.testing") / "texts.toml").read_text("utf-8"))
    articles = (dict(article) for article in raw["articles"])
    return Texts(
        articles=tuple(Record.make(article.pop("text").strip("\n"), **article) for article in articles),
        odd=tuple(raw["odd"]),
        paragraph=raw["paragraph"],
    )
