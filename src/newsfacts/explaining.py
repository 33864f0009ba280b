"""Says what is wrong with a structured value, and where in it."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

import cattrs
from cattrs.v import format_exception

from newsfacts.errors import NewsfactsError


def explained(error: BaseException, path: str) -> str:
    """Give one line for all that is wrong: "extra fields found (verb) @ steps.claims"."""
    return "; ".join(cattrs.transform_error(error, path=path, format_exception=_in_words))


def _in_words(error: BaseException, kind: type | None) -> str:
    """Validators and hooks say what they expected; what cattrs raises by itself is put in its words."""
    if error.args and (type(error) in (ValueError, TypeError) or isinstance(error, NewsfactsError)):
        return str(error.args[0])
    return format_exception(error, kind)


def strict_about_choices(converter: cattrs.Converter) -> None:
    """Let a converter say what a `Literal` may be where it is something else."""
    converter.register_structure_hook_func(_is_choice, _chosen)


def _is_choice(hint: Any) -> bool:
    origin: Any = get_origin(hint)
    return origin is Literal


def _chosen(value: Any, hint: Any) -> Any:
    if any(type(value) is type(choice) and value == choice for choice in get_args(hint)):
        return value
    raise ValueError(f"expected one of {', '.join(map(str, get_args(hint)))}, not {value!r}")
