"""Articles to JSON and back; the form is documented in docs/json.md and described by `newsfacts schema`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from decimal import Decimal
from types import UnionType
from typing import Any, Union, get_args, get_origin

import cattrs

from newsfacts.article import Article, Problem
from newsfacts.checking import spans_of
from newsfacts.errors import CodecError
from newsfacts.explaining import explained, strict_about_choices
from newsfacts.facts import Fact, UnknownFact
from newsfacts.plugins import installed_kinds
from newsfacts.records import Metadata, parse_date
from newsfacts.spans import Ref, Span

SPAN_KEYS = {"start", "end", "text"}
KEYS = {"id", "text", "metadata", "facts", "problems"}


def dump(article: Article) -> dict[str, Any]:
    """Give an article as plain JSON values; every span has its text, and fields at their defaults are left out."""
    plain: dict[str, Any] = {"id": article.id, "text": article.text}
    if metadata := _CONVERTER.unstructure(article.metadata):
        plain["metadata"] = metadata
    plain["facts"] = [dump_fact(fact, article.text) for fact in article.facts]
    if article.problems:
        plain["problems"] = [_CONVERTER.unstructure(problem) for problem in article.problems]
    return plain


def dump_fact(fact: Fact, text: str) -> dict[str, Any]:
    """Give one fact as plain JSON values."""
    if isinstance(fact, UnknownFact):
        return dict(fact.data)
    plain = _CONVERTER.unstructure(fact)
    return {"kind": fact.kind, "id": fact.id} | {key: _with_text(value, text) for key, value in plain.items()}


def _with_text(value: Any, text: str) -> Any:
    if type(value) is Span:
        return {"start": value.start, "end": value.end, "text": text[value.start : value.end]}
    if type(value) is Ref:
        return value.id
    if type(value) is dict:
        return {key: _with_text(item, text) for key, item in value.items()}
    if type(value) in (list, tuple):
        return [_with_text(item, text) for item in value]
    return value


def to_json(article: Article, *, indent: int | None = None) -> str:
    """Give an article as JSON text; what UTF-8 cannot hold is escaped."""
    text = json.dumps(dump(article), ensure_ascii=False, indent=indent)
    if any("\ud800" <= character <= "\udfff" for character in text):
        return json.dumps(dump(article), indent=indent)
    return text


def from_json(text: str | bytes, *, kinds: Iterable[type[Fact]] = ()) -> Article:
    """Read an article from JSON text; a fact of a kind that is not installed becomes an `UnknownFact`.

    Raises a `CodecError` that says where for JSON that is no article, or whose spans do not agree with its text.
    """
    try:
        plain = json.loads(text)
    except ValueError as error:
        raise CodecError(f"this is no JSON: {error}") from error
    return load(plain, kinds=kinds)


def load(plain: object, *, kinds: Iterable[type[Fact]] = ()) -> Article:
    """Read an article from plain JSON values."""
    if not isinstance(plain, Mapping) or not isinstance(plain.get("text"), str):
        raise CodecError('expected an object with a "text"')
    if unknown := plain.keys() - KEYS:
        raise CodecError(f"extra fields found ({min(unknown)}); an article has {', '.join(sorted(KEYS))}")
    if not isinstance(plain.get("id"), str | None):
        raise CodecError(f"expected text, not {plain['id']!r} @ id")
    known = installed_kinds(kinds)
    return Article(
        text=plain["text"],
        id=plain.get("id"),
        metadata=_structure(plain.get("metadata", {}), Metadata, "metadata"),
        facts=tuple(_load_fact(fact, known, plain["text"], path) for path, fact in _items(plain, "facts")),
        problems=tuple(_structure(item, Problem, path) for path, item in _items(plain, "problems")),
    )


def _items(plain: Mapping[str, Any], name: str) -> list[tuple[str, Any]]:
    """The members of a list of the article, each with its path."""
    items = plain.get(name, [])
    if not isinstance(items, list):
        raise CodecError(f"expected a list, not {items!r} @ {name}")
    return [(f"{name}[{i}]", item) for i, item in enumerate(items)]


def _load_fact(plain: Any, known: Mapping[str, type[Fact]], text: str, path: str) -> Fact:
    fact = _structure_fact(plain, known, path)
    if end := max((span.end for span in spans_of(fact) if span.end > len(text)), default=0):
        raise CodecError(f"a span ends at {end}, but the text has {len(text)} characters @ {path}")
    _check_words(plain, text, path)
    return fact


def _structure_fact(plain: Any, known: Mapping[str, type[Fact]], path: str) -> Fact:
    if not isinstance(plain, Mapping) or not all(isinstance(plain.get(key), str) for key in ("kind", "id")):
        raise CodecError(f'expected an object with a "kind" and an "id" @ {path}')
    if (cls := known.get(plain["kind"])) is None:
        span = _structure(plain.get("span"), Span, f"{path}.span")
        return UnknownFact(span=span, by=plain.get("by", ""), rule=plain.get("rule", ""), data=dict(plain))
    fields = {key: value for key, value in plain.items() if key not in ("kind", "id")}
    fact: Fact = _structure(fields, cls, path)
    if fact.id != plain["id"]:
        raise CodecError(f"the id {plain['id']!r} does not fit the fact, which is {fact.id!r} @ {path}")
    return fact


def _structure(value: Any, cls: type[Any], path: str) -> Any:
    if not isinstance(value, Mapping):
        raise CodecError(f"expected an object, not {value!r} @ {path}")
    try:
        return _CONVERTER.structure(value, cls)
    except (cattrs.BaseValidationError, cattrs.ForbiddenExtraKeysError, ValueError, TypeError) as error:
        raise CodecError(explained(error, path)) from error


def _check_words(value: Any, text: str, path: str) -> None:
    """Compare the words that spans come with to those in the text."""
    if isinstance(value, Mapping):
        match value:
            case {"start": int(start), "end": int(end), "text": words, **rest} if not rest and text[start:end] != words:
                raise CodecError(f"the text at {start}:{end} is {text[start:end]!r}, not {words!r} @ {path}")
        for key, item in value.items():
            _check_words(item, text, f"{path}.{key}")
    elif isinstance(value, list):
        for i, item in enumerate(value):
            _check_words(item, text, f"{path}[{i}]")


def _structure_span(value: Any, _: object) -> Span:
    if not isinstance(value, Mapping) or not SPAN_KEYS - {"text"} <= value.keys() <= SPAN_KEYS:
        raise ValueError(f"expected a span with start, end and text, not {value!r}")
    if not all(type(value[key]) is int for key in ("start", "end")):
        raise ValueError(f"expected whole numbers for start and end, not {value!r}")
    return Span(value["start"], value["end"])


def _structure_ref(value: Any, _: object) -> Ref[Any]:
    if not isinstance(value, str) or "@" not in value:
        raise ValueError(f"expected the id of a fact, not {value!r}")
    return Ref(value)


def _is_ref(hint: Any) -> bool:
    return (get_origin(hint) or hint) is Ref


def _is_mixed_union(hint: Any) -> bool:
    """A union that has a Ref beside something else than None."""
    if get_origin(hint) not in (Union, UnionType):
        return False
    parts = [part for part in get_args(hint) if part is not type(None)]
    return len(parts) > 1 and any(_is_ref(part) for part in parts)


def _structure_mixed(value: Any, hint: Any) -> Any:
    """Either of "DCT" or "AUTHOR", a reference, a span, or None."""
    if value is None and type(None) in get_args(hint):
        return None
    if isinstance(value, Mapping) and Span in get_args(hint):
        return _structure_span(value, Span)
    if isinstance(value, str) and "@" in value:
        return Ref(value)
    if any(value in get_args(part) for part in get_args(hint) if not _is_ref(part) and isinstance(value, str)):
        return value
    raise ValueError(f"expected {hint}, not {value!r}")


def _structure_plain(value: Any, kind: type[Any]) -> Any:
    if type(value) is kind or (kind is float and type(value) is int):
        return value
    raise ValueError(f"expected {kind.__name__}, not {value!r}")


def _structure_decimal(value: Any, _: object) -> Decimal:
    if not isinstance(value, str):
        raise ValueError(f"expected a number as text, not {value!r}")
    try:
        return Decimal(value)
    except ArithmeticError as error:
        raise ValueError(f"expected a number as text, not {value!r}") from error


def _in_one_order(members: Iterable[Any]) -> list[Any]:
    """The members of a set, the same way round in every process."""
    return sorted(members, key=str)


def _make_converter() -> cattrs.Converter:
    converter = cattrs.Converter(
        forbid_extra_keys=True, omit_if_default=True, unstruct_collection_overrides={AbstractSet: _in_one_order}
    )
    strict_about_choices(converter)
    converter.register_unstructure_hook(Span, lambda span: span)  # `_with_text` writes both
    converter.register_structure_hook(Span, _structure_span)
    converter.register_unstructure_hook_func(_is_ref, lambda ref: ref)
    converter.register_structure_hook_func(_is_ref, _structure_ref)
    converter.register_structure_hook_func(_is_mixed_union, _structure_mixed)
    converter.register_unstructure_hook_func(_is_mixed_union, lambda value: value)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, _structure_decimal)
    for kind in (int, float, str, bool):
        converter.register_structure_hook(kind, _structure_plain)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    dates = lambda hint: hint == datetime | date or hint == date | datetime | None  # noqa: E731
    converter.register_structure_hook_func(dates, lambda value, _: parse_date(value))
    converter.register_unstructure_hook_func(dates, lambda value: None if value is None else value.isoformat())
    return converter


_CONVERTER = _make_converter()
