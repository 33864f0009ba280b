"""IPTC ninjs 3.1, both ways: news in JSON as agencies exchange it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from hashlib import blake2s
from typing import Any

from newsfacts import Article, Entity, Mention, Span, Unreadable
from newsfacts.render.markup import plain_text

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
PEOPLE = "PERSON"
BODIES = frozenset({"ORG", "GROUP"})
LANDS = frozenset({"GPE", "LOC", "FAC"})


def to_ninjs(article: Article) -> str:
    """Give an article as one line of ninjs 3.1.

    A date of publication without a time is written as midnight UTC, since ninjs knows no other dates.
    """
    return json.dumps(ninjs_of(article), ensure_ascii=False) + "\n"


def ninjs_of(article: Article) -> dict[str, Any]:
    """Give an article as a ninjs object."""
    made = {
        "uri": uri_of(article),
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "type": "text",
        "representationType": "full",
        "language": article.metadata.language,
        "versionCreated": _moment(article.published),
        "headlines": [{"role": "main", "value": article.headline}] if article.headline else [],
        "by": article.metadata.byline or (line_of(article, article.byline.span) if article.byline else None),
        "located": line_of(article, article.dateline.places[0])
        if article.dateline and article.dateline.places
        else None,
        "copyrightHolder": article.metadata.outlet,
        "descriptions": [{"role": "summary", "value": text} for text in _standfirsts(article)],
        "bodies": [_body(article.text)],
        "people": [*_workers(article, bodies=False), *_named(article, frozenset({PEOPLE}))],
        "organisations": [*_workers(article, bodies=True), *_named(article, BODIES)],
        "places": list(_named(article, LANDS)),
        "infoSources": list(_sources(article)),
        "altIds": [{"role": "id", "value": article.id}] if article.id else [],
    }
    return {name: value for name, value in made.items() if value}


def uri_of(article: Article) -> str:
    """Give the address of an article, if it is a whole one, or a name made from its text."""
    url = article.metadata.url or ""
    if ADDRESS.fullmatch(url):
        return url
    return f"urn:newsfacts:{blake2s(article.text.encode(), digest_size=12).hexdigest()}"


def line_of(article: Article, span: Span) -> str:
    """Give the words of a span on one line, with single plain spaces: bylines may stand on two lines."""
    return " ".join(article[span].split())


def bodies_of(article: Article) -> frozenset[Span]:
    """Give the spans of those who wrote, edited or contributed but are no person: "The Associated Press".

    A byline says so; of a credit, the names do that the article mentions as those of a body.
    """
    authors = article.byline.authors if article.byline else ()
    credited = [name for credit in article.credits for name in credit.names]
    found = {author.name for author in authors if author.form != "person"}
    if credited:
        known = [mention.span for mention in article.all(Mention) if mention.form == "NAM" and mention.type in BODIES]
        found |= {name for name in credited if any(span.overlaps(name) for span in known)}
    return frozenset(found)


def _body(text: str) -> dict[str, Any]:
    return {"role": "main", "contentType": "text/plain", "charCount": len(text), "value": text}


def _moment(value: date | datetime | None) -> str | None:
    if value is None:
        return None
    moment = value if isinstance(value, datetime) else datetime.combine(value, time(), UTC)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


def _standfirsts(article: Article) -> Iterator[str]:
    return (article[block.span].strip() for block in article.blocks if block.role == "standfirst")


def _workers(article: Article, *, bodies: bool) -> Iterator[dict[str, str]]:
    """Who worked on the article: the people, or the bodies."""
    others = bodies_of(article)
    roles = [("author", author.name) for author in (article.byline.authors if article.byline else ())]
    roles += [(credit.role, name) for credit in article.credits for name in credit.names]
    for role, name in roles:
        if (name in others) is bodies:
            yield {"name": line_of(article, name), "rel": role}


def _named(article: Article, types: frozenset[str]) -> Iterator[dict[str, str]]:
    names = (entity.name for entity in article.all(Entity) if entity.type in types)
    return ({"name": name, "rel": "mentioned"} for name in dict.fromkeys(names))


def _sources(article: Article) -> Iterator[dict[str, str]]:
    """The chain of outlets: who reported first, who passed it on."""
    pairs = [(article.name(link.origin), "originator") for link in article.provenance]
    pairs += [(article.name(link.relayed_by), "distributor") for link in article.provenance if link.relayed_by]
    return ({"name": name, "role": role} for name, role in dict.fromkeys(pairs))


def read_ninjs(data: bytes) -> Iterable[Mapping[str, object] | Unreadable]:
    """Give the record of a ninjs object, or of each in a list: its main body, headline, byline, date, language."""
    try:
        given = json.loads(data)
    except ValueError as error:
        return [Unreadable(f"no JSON: {error}")]
    return [record_of(item) for item in (given if isinstance(given, list) else [given])]


def record_of(item: object) -> Mapping[str, object] | Unreadable:
    """Give the record of a ninjs object.

    >>> item = {"uri": "urn:a", "bodies": [{"value": "<p>Two ferries collided.</p>", "contentType": "text/html"}]}
    >>> record_of(item)
    {'text': 'Two ferries collided.', 'id': 'urn:a'}
    """
    if not isinstance(item, Mapping):
        return Unreadable("expected a ninjs object")
    body = _main(item.get("bodies"))
    if body is None:
        return Unreadable("a ninjs object without a body")
    ids = [alt.get("value") for alt in item.get("altIds", ()) if alt.get("role") == "id"]
    headline = _main(item.get("headlines"))
    record = {
        "text": body,
        "id": ids[0] if ids else item.get("uri"),
        "headline": headline,
        "byline": item.get("by"),
        "published": _day(item.get("versionCreated") or item.get("firstCreated")),
        "language": item.get("language"),
        "outlet": item.get("copyrightHolder"),
        "url": uri if (uri := str(item.get("uri", ""))).startswith("http") else None,
    }
    return {name: value for name, value in record.items() if value is not None}


def _main(parts: object) -> str | None:
    """Give the text of the main part, else of the first."""
    if not isinstance(parts, list) or not all(isinstance(part, Mapping) for part in parts) or not parts:
        return None
    part = next((part for part in parts if part.get("role") == "main"), parts[0])
    value = str(part.get("value", ""))
    return plain_text(value) if part.get("contentType") in ("text/html", "application/xhtml+xml") else value


def _day(moment: object) -> object:
    """Take off a midnight in UTC: that is how a date without a time is written."""
    return moment[:10] if isinstance(moment, str) and moment[10:] in ("T00:00:00Z", "T00:00:00+00:00") else moment
