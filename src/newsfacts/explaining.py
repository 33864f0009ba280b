"""Says what is wrong with a structured value, and where in it."""

from __future__ import annotations

import cattrs
from cattrs.v import format_exception


def explained(error: BaseException, path: str) -> str:
    """Give one line for all that is wrong: "extra fields found (verb) @ steps.claims"."""
    return "; ".join(cattrs.transform_error(error, path=path, format_exception=_in_words))


def _in_words(error: BaseException, kind: type | None) -> str:
    """Validators and hooks say what they expected; what cattrs raises by itself is put in its words."""
    if isinstance(error, ValueError | TypeError) and type(error) in (ValueError, TypeError) and error.args:
        return str(error.args[0])
    return format_exception(error, kind)
