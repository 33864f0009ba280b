"""The built-in steps, word lists and formats: a plugin like any other, on the public API only."""

from __future__ import annotations

from collections.abc import Iterable

from newsfacts import Extractor, Reader, Writer, hookimpl
from newsfacts.render.formats import READERS, WRITERS
from newsfacts.steps.sourcing import Claims, Quotations


@hookimpl
def newsfacts_extractors() -> Iterable[Extractor]:
    """The built-in steps."""
    return (Quotations(), Claims())


@hookimpl
def newsfacts_formats() -> Iterable[Reader | Writer]:
    """The built-in ways in and out."""
    return (*READERS, *WRITERS)
