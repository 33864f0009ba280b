"""W3C Web Annotations: one annotation a fact, on the characters that say so."""

from __future__ import annotations

import json
from typing import Any

from newsfacts import Article, Block
from newsfacts.render.ninjs import uri_of

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32


def to_web_annotations(article: Article) -> str:
    """Give the facts of an article, but for its blocks, as one line: an annotation page."""
    return json.dumps(annotations_of(article), ensure_ascii=False) + "\n"


def annotations_of(article: Article) -> dict[str, Any]:
    """Give an annotation page; positions count code points, as the standard asks for.

    The standard embeds nothing but text: the value of a body is the fact as JSON, in a string.
    """
    source = uri_of(article).partition("#")[0]
    rows = [row for row in article.to_dict()["facts"] if row["kind"] != Block.kind]
    return {
        "@context": CONTEXT,
        "id": f"{source}#facts",
        "type": "AnnotationPage",
        "items": [_annotation(article.text, source, row) for row in rows],
    }


def _annotation(text: str, source: str, row: dict[str, Any]) -> dict[str, Any]:
    start, end = row["span"]["start"], row["span"]["end"]
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }
    return {
        "id": f"{source}#{row['id']}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {
            "type": "TextualBody",
            "format": "application/json",
            "value": json.dumps(row, ensure_ascii=False, sort_keys=True),
        },
        "target": {
            "source": source,
            "selector": [{"type": "TextPositionSelector", "start": start, "end": end}, quote],
        },
    }
