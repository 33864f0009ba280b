"""What a page's JSON-LD tells about its article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from attrs import frozen
from lxml.html import HtmlElement

OTHER_TYPES = frozenset({"BlogPosting", "LiveBlogPosting", "Report"})


@frozen
class Described:
    """What the metadata of a page says; nothing of it is checked."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None


def described(tree: HtmlElement) -> Described:
    """Give what the first article in the JSON-LD of a page says of itself.

    >>> from lxml.html import fromstring
    >>> page = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Ann Lee"}}</script>'
    >>> described(fromstring(page)).authors
    ('Ann Lee',)
    """
    objects = [item for given in _scripts(tree) for item in _objects(given)]
    article = next((item for item in objects if _is_article(item)), None)
    if article is None:
        return Described()
    by_id = {item["@id"]: item for item in objects if isinstance(item.get("@id"), str) and "name" in item}
    return Described(
        headline=_text(article.get("headline")),
        authors=tuple(dict.fromkeys(_names(article.get("author"), by_id))),
        published=_text(article.get("datePublished")),
        outlet=next(_names(article.get("publisher"), by_id), None),
        url=_address(article.get("url")) or _address(article.get("mainEntityOfPage")),
        language=_text(article.get("inLanguage")),
    )


def _scripts(tree: HtmlElement) -> Iterator[Any]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            try:
                yield json.loads(script.text or "", strict=False)
            except ValueError:
                continue  # (pages break it; the visible page is enough)


def _objects(given: Any) -> Iterator[Mapping[str, Any]]:
    """Give the objects of JSON-LD: lists and graphs taken apart."""
    if isinstance(given, list):
        for item in given:
            yield from _objects(item)
    elif isinstance(given, Mapping):
        yield given
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(given.get(name))


def _is_article(item: Mapping[str, Any]) -> bool:
    types = item.get("@type")
    listed = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and (name.endswith("Article") or name in OTHER_TYPES) for name in listed)


def _names(parties: Any, by_id: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for party in parties if isinstance(parties, list) else [parties]:
        if isinstance(party, list):
            yield from _names(party, by_id)
        elif isinstance(party, Mapping):
            yield from _names(party.get("name", by_id.get(str(party.get("@id")), {}).get("name")), by_id)
        elif name := _text(party):
            yield name


def _text(value: Any) -> str | None:
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def _address(value: Any) -> str | None:
    text = _text(value.get("@id") if isinstance(value, Mapping) else value)
    return text if text and text.startswith(("http://", "https://")) else None
