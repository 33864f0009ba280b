"""The JSON Schema of an article, made from the kinds that are installed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from newsfacts.article import Problem
from newsfacts.facts import Fact
from newsfacts.plugins import installed_kinds
from newsfacts.records import Metadata
from newsfacts.spans import Ref, Span

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
SPAN: Schema = {
    "type": "object",
    "description": "Characters start to end (Unicode code points, end exclusive) of the article's text.",
    "properties": {
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 1},
        "text": {"type": "string"},
    },
    "required": ["start", "end", "text"],
    "additionalProperties": False,
}
PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    Decimal: {"type": "string", "pattern": r"^-?[0-9.]+(E[+-]?[0-9]+)?$", "description": "A number, as text."},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
    type(None): {"type": "null"},
}


def article_schema(*, kinds: Iterable[type[Fact]] = ()) -> Schema:
    """Give the JSON Schema of an article; a fact of a kind that is not installed is any object with kind, id and span.

    >>> sorted(article_schema()["properties"])
    ['facts', 'id', 'metadata', 'problems', 'text']
    """
    known = installed_kinds(kinds)
    foreign = {
        "type": "object",
        "properties": {
            "kind": {"not": {"enum": sorted(known)}},
            "id": {"type": "string"},
            "span": {"$ref": "#/$defs/Span"},
        },
        "required": ["kind", "id", "span"],
    }
    definitions: dict[str, Schema] = {"Span": SPAN}
    facts = [_fact_schema(cls, definitions) for cls in known.values()]
    return {
        "$schema": DIALECT,
        "title": "A news article with its facts",
        "type": "object",
        "properties": {
            "id": {"type": ["string", "null"]},
            "text": {"type": "string"},
            "metadata": _object(Metadata, definitions),
            "facts": {"type": "array", "items": {"oneOf": [*facts, foreign]}},
            "problems": {"type": "array", "items": _object(Problem, definitions)},
        },
        "required": ["text", "facts"],
        "additionalProperties": False,
        "$defs": definitions,
    }


def _fact_schema(cls: type[Fact], definitions: dict[str, Schema]) -> Schema:
    schema = _object(cls, definitions)
    schema["properties"] = {"kind": {"const": cls.kind}, "id": {"type": "string"}, **schema["properties"]}
    schema["required"] = ["kind", "id", *schema["required"]]
    definitions[cls.__name__] = schema
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _object(cls: type[Any], definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(cls)
    fields = attrs.fields(cls)
    return {
        "type": "object",
        "description": (cls.__doc__ or "").partition("\n")[0],
        "properties": {field.name: _schema(hints[field.name], definitions) for field in fields},
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _schema(hint: Any, definitions: dict[str, Schema]) -> Schema:
    origin = get_origin(hint)
    if hint in PLAIN:
        return PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    if hint is Span:
        return {"$ref": "#/$defs/Span"}
    if (origin or hint) is Ref:
        return {"type": "string", "description": "The id of a fact of this article."}
    if origin is not None:
        return _generic(origin, hint, definitions)
    if attrs.has(hint):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    raise TypeError(f"no JSON Schema for {hint!r}")


def _generic(origin: Any, hint: Any, definitions: dict[str, Schema]) -> Schema:
    """The schema of a type with parameters: Literal, tuple, union, mapping."""
    if origin is Literal:
        return {"enum": list(get_args(hint))}
    if origin in (tuple, frozenset):
        return {"type": "array", "items": _schema(get_args(hint)[0], definitions)}
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(part, definitions) for part in get_args(hint)]}
    if issubclass(origin, Mapping):
        return {"type": "object"}
    raise TypeError(f"no JSON Schema for {hint!r}")
