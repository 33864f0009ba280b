"""The built-in steps, word lists and formats: a plugin like any other, on the public API only."""

from __future__ import annotations

from collections.abc import Iterable

from newsfacts import Extractor, hookimpl


@hookimpl
def newsfacts_extractors() -> Iterable[Extractor]:
    """The built-in steps."""
    return ()
