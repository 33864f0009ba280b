"""The pipeline that the marked sentences of this folder are read with."""

from __future__ import annotations

from functools import cache

from newsfacts_casualties import Casualties

import newsfacts


@cache
def with_casualties() -> newsfacts.Pipeline:
    """The default steps and the plugin's."""
    return newsfacts.load(installed=False).adding(Casualties())


def pytest_newsfacts_pipeline() -> newsfacts.Pipeline:
    """Answer the kit's question."""
    return with_casualties()
