"""schema.org NewsArticle as JSON-LD, both ways."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsfacts import Article, Entity, Unreadable
from newsfacts.render.ninjs import bodies_of, line_of, uri_of

TYPES = {
    "PERSON": "Person", "ORG": "Organization", "GROUP": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place",
    "EVENT": "Event", "PRODUCT": "Product", "WORK_OF_ART": "CreativeWork", "LAW": "Legislation",
}  # fmt: skip
CREDITS = {"editing": "editor", "producing": "producer", "translating": "translator"}


def to_schema_org(article: Article) -> str:
    """Give an article as one line of JSON-LD."""
    return json.dumps(schema_org_of(article), ensure_ascii=False) + "\n"


def schema_org_of(article: Article) -> dict[str, Any]:
    """Give an article as a schema.org NewsArticle."""
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": uri_of(article),
        "identifier": article.id,
        "url": article.metadata.url,
        "headline": article.headline,
        "author": list(_authors(article)),
        "datePublished": article.published.isoformat() if article.published else None,
        "inLanguage": article.metadata.language,
        "publisher": {"@type": "Organization", "name": article.metadata.outlet} if article.metadata.outlet else None,
        "dateline": line_of(article, article.dateline.span) if article.dateline else None,
        "isBasedOn": [
            {"@type": "CreativeWork", "publisher": {"@type": "Organization", "name": name}}
            for name in dict.fromkeys(article.name(link.origin) for link in article.provenance)
        ],
        "mentions": [{"@type": TYPES.get(entity.type, "Thing"), "name": entity.name} for entity in article.all(Entity)],
        "articleBody": article.text,
        **_credits(article),
    }
    return {name: value for name, value in made.items() if value or name == "articleBody"}


def _authors(article: Article) -> Iterator[dict[str, str]]:
    for author in article.byline.authors if article.byline else ():
        kind = "Person" if author.form == "person" else "Organization"
        made = {"@type": kind, "name": line_of(article, author.name)}
        if author.email:
            made["email"] = article[author.email]
        yield made


def _credits(article: Article) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    bodies = bodies_of(article)
    for credit in article.credits:
        for name in credit.names:
            party = {"@type": "Organization" if name in bodies else "Person", "name": line_of(article, name)}
            found.setdefault(CREDITS.get(credit.role, "contributor"), []).append(party)
    return found


def read_schema_org(data: bytes) -> Iterable[Mapping[str, object] | Unreadable]:
    """Give the record of each article in JSON-LD, also inside "@graph" or a list."""
    try:
        given = json.loads(data)
    except ValueError as error:
        return [Unreadable(f"no JSON: {error}")]
    found = [record_of(item) for item in _articles(given)]
    return found or [Unreadable("no NewsArticle with an articleBody")]


def _articles(given: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(given, list):
        for item in given:
            yield from _articles(item)
    elif isinstance(given, Mapping):
        if "articleBody" in given:
            yield given
        yield from _articles(given.get("@graph", []))


def record_of(item: Mapping[str, Any]) -> Mapping[str, object]:
    """Give the record of a NewsArticle.

    >>> record_of({"@type": "NewsArticle", "articleBody": "Two ferries collided.", "datePublished": "2024-11-18",
    ...            "author": {"@type": "Person", "name": "Ann Lee"}})
    {'text': 'Two ferries collided.', 'byline': 'Ann Lee', 'published': '2024-11-18'}
    """
    names = list(_names(item.get("author")))
    record = {
        "text": item["articleBody"],
        "id": item.get("identifier") if isinstance(item.get("identifier"), str) else item.get("@id"),
        "headline": item.get("headline"),
        "byline": " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or None,
        "published": item.get("datePublished"),
        "outlet": next(_names(item.get("publisher")), None),
        "url": item.get("url"),
        "language": item.get("inLanguage"),
    }
    return {name: value for name, value in record.items() if value is not None}


def _names(parties: object) -> Iterator[str]:
    for party in parties if isinstance(parties, list) else [parties]:
        if isinstance(party, str):
            yield party
        elif isinstance(party, Mapping) and isinstance(party.get("name"), str):
            yield party["name"]
