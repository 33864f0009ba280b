"""Settings of steps, from code or a TOML file, with their types checked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any, TypeVar

import cattrs
from cattrs.strategies import configure_union_passthrough

from newsfacts.errors import SettingsError
from newsfacts.explaining import explained, strict_about_choices
from newsfacts.extractor import Extractor

E = TypeVar("E", bound=Extractor)
Plain = bool | int | float | str | None
Settings = Mapping[str, Mapping[str, Any]]


def read_settings(source: Settings | Path | None) -> dict[str, dict[str, Any]]:
    """Give settings by step from a mapping, or from a TOML file with a table `[steps.NAME]` for each step."""
    if source is None:
        return {}
    if isinstance(source, Path):
        try:
            loaded = tomllib.loads(source.read_text("utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SettingsError(f"settings file {source}: {error}") from error
        if unknown := loaded.keys() - {"steps"}:
            raise SettingsError(f"settings file {source}: unknown table {min(unknown)!r}; use [steps.NAME]")
        tables: Settings = loaded.get("steps", {})
    else:
        tables = source
    for name, values in tables.items():
        if not isinstance(values, Mapping):
            raise SettingsError(f"expected a table of settings, not {values!r} @ steps.{name}")
        if not isinstance(values.get("enabled", True), bool):
            raise SettingsError(f"expected true or false, not {values['enabled']!r} @ steps.{name}.enabled")
    return {name: dict(values) for name, values in tables.items()}


def disabled(settings: Settings) -> set[str]:
    """Give the steps that the settings leave out."""
    return {name for name, values in settings.items() if values.get("enabled") is False}


def _strict(value: Any, kind: type[Any]) -> Any:  # (a setting is any plain value)
    if type(value) is kind or (kind is float and type(value) is int):
        return kind(value)
    raise TypeError(f"expected {kind.__name__}, not {value!r}")


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(
        forbid_extra_keys=True, use_alias=True, unstruct_collection_overrides={AbstractSet: list}
    )
    for kind in (bool, int, float, str):
        converter.register_structure_hook(kind, _strict)
    strict_about_choices(converter)
    configure_union_passthrough(Plain, converter, accept_ints_as_floats=True)
    return converter


def plain(extractor: Extractor) -> dict[str, Any]:
    """Give the settings of an extractor by name, as a settings file would have them."""
    values: dict[str, Any] = _converter().unstructure(extractor)
    return values


def made(cls: type[E], values: Mapping[str, Any]) -> E:
    """Give an extractor in some settings, as a settings file has them."""
    return _converter().structure(values, cls)


def with_settings(extractor: E, changes: Mapping[str, Any]) -> E:
    """Give the extractor with some settings changed, or a `SettingsError` with the path of what is wrong."""
    now = plain(extractor)
    try:
        return made(type(extractor), now | dict(changes))
    except (cattrs.BaseValidationError, cattrs.ForbiddenExtraKeysError, ValueError, TypeError) as error:
        known = f"; settings: {', '.join(sorted(now)) or 'none'}" if changes.keys() - now.keys() else ""
        raise SettingsError(explained(error, f"steps.{extractor.name}") + known) from error
