"""The four hooks through which every step, word list and format comes, the built-in ones too."""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from newsfacts.extractor import Extractor, Reading, Step
from newsfacts.facts import Fact
from newsfacts.formats import Reader, Writer
from newsfacts.lexicons import LexiconFile

hookspec = pluggy.HookspecMarker("newsfacts")
hookimpl = pluggy.HookimplMarker("newsfacts")
"""Marks a function of a plugin as the implementation of a hook."""


@hookspec
def newsfacts_extractors() -> Iterable[Extractor]:  # type: ignore[empty-body]
    """Add extraction steps, or take the place of some.

    Give instances with their default settings. An extractor with `replaces = "quantities"` takes the place of that
    step; two plugins that replace one step are an error that names both.
    """


@hookspec(firstresult=True)
def newsfacts_run(step: Step, reading: Reading) -> tuple[Fact, ...]:  # type: ignore[empty-body]
    """Run a step. Wrap it to filter, enrich, time, cache or guard the facts of any step.

    A wrapper is `@hookimpl(wrapper=True)` on a generator: `facts = yield`, then `return` the facts it wants.
    """


@hookspec
def newsfacts_lexicons() -> Iterable[LexiconFile]:  # type: ignore[empty-body]
    """Add words to the lexicons: teach the built-in steps a domain without code."""


@hookspec
def newsfacts_formats() -> Iterable[Reader | Writer]:  # type: ignore[empty-body]
    """Add ways in (readers) and ways out (writers)."""
