"""The pipeline that the marked sentences of this folder are read with."""

from __future__ import annotations

from functools import cache

import newsfacts_court

import newsfacts


@cache
def in_court() -> newsfacts.Pipeline:
    """The default steps, with the plugin's words and its wrapper."""
    return newsfacts.load(plugins=[newsfacts_court], installed=False)


def pytest_newsfacts_pipeline() -> newsfacts.Pipeline:
    """Answer the kit's question."""
    return in_court()
