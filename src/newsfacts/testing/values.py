"""Other values for a setting, from its type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin, get_type_hints

NUMBERS = (0, 1, 2, 3, 5, 10, 100, 1000)


def other_values(cls: type, name: str, now: Any) -> tuple[Any, ...]:  # (a setting may be of any type)
    """Give values that a setting might have instead of the one it has now.

    >>> from newsfacts import Extractor
    >>> class Shouts(Extractor):
    ...     loud: bool = False
    >>> other_values(Shouts, "loud", False)
    (True,)
    """
    return tuple(value for value in _candidates(get_type_hints(cls).get(name), now) if value != now)


def _candidates(hint: Any, now: Any) -> Iterator[Any]:
    if get_origin(hint) is Literal:
        yield from get_args(hint)
        return
    if type(None) in get_args(hint):
        yield None
    match now:
        case bool():
            yield not now
        case int():
            yield from (*NUMBERS, -now, now - 1, now + 1)
        case float():
            yield from (0.0, 0.1, 0.5, 0.9, 1.0, now / 2, now * 2 + 1, -1.0)
        case str():
            yield from ("", "other")
        case tuple():
            yield from ((), now[1:], now[:1])
        case frozenset():
            yield from (frozenset(), *(now - {item} for item in sorted(now, key=str)[:3]))
        case None:
            yield from (0, 1, 5, "other", ())
