"""Laws about the settings of an extractor."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import attrs

from newsfacts.testing.bench import Bench, NotApplicable
from newsfacts.testing.telling import own, said
from newsfacts.testing.values import other_values


def settings_are_frozen(bench: Bench) -> None:
    """The extractor is a frozen attrs class."""
    cls = type(bench.extractor)
    for field in attrs.fields(cls):  # type: ignore[arg-type]
        try:
            setattr(bench.extractor, field.name, getattr(bench.extractor, field.name))
        except attrs.exceptions.FrozenInstanceError:
            continue
        raise AssertionError(f"the setting {field.name!r} can be changed; decorate {cls.__name__} with @attrs.frozen")


def settings_compare_by_value(bench: Bench) -> None:
    """Extractors with the same settings are equal and have one hash; others differ."""
    again = bench.twin()
    assert again == bench.extractor, "an extractor with the same settings is not equal"
    assert hash(again) == hash(bench.extractor), "an extractor with the same settings has another hash"
    for name, other in _others(bench):
        assert other != bench.extractor, f"an extractor with another {name!r} is equal"


def settings_survive_json(bench: Bench) -> None:
    """Settings can be written to a settings file and read from it."""
    from newsfacts.settings import made, plain

    again = made(type(bench.extractor), json.loads(json.dumps(plain(bench.extractor))))
    assert again == bench.extractor, "settings read from JSON are others"


def every_setting_matters(bench: Bench) -> None:
    """Each setting has a value that changes a fact on some text."""
    names = [field.name for field in attrs.fields(type(bench.extractor)) if field.init]  # type: ignore[arg-type]
    if not names:
        raise NotApplicable("it has no settings")
    base = [said(own(bench.extract(reading)), reading) for reading in bench.readings()]
    for name in names:
        tried = [other for at, other in _others(bench) if at == name]
        assert tried, f"no other value for {name!r} is known; pass some: values={{{name!r}: [...]}}"
        changed = any(
            said(own(bench.with_extractor(other).extract(reading)), reading) != before
            for other in tried
            for reading, before in zip(bench.readings(), base, strict=True)
        )
        assert changed, (
            f"no value of {name!r} changes anything; tried {[getattr(other, name) for other in tried]}; pass texts on "
            f"which it does (texts=[...]), other values (values={{{name!r}: [...]}}), or take the setting away"
        )


def _others(bench: Bench) -> Iterator[tuple[str, Any]]:
    """The extractor with one setting changed at a time."""
    for field in attrs.fields(type(bench.extractor)):  # type: ignore[arg-type]
        if field.init:
            now = getattr(bench.extractor, field.name)
            for value in (*bench.values.get(field.name, ()), *other_values(type(bench.extractor), field.name, now)):
                try:
                    yield field.name, bench.twin(**{field.alias: value})
                except (ValueError, TypeError):  # (the extractor does not take such a value)
                    continue
