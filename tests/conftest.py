"""What all tests share."""

from __future__ import annotations

import pytest

import newsfacts


@pytest.fixture(scope="session")
def pipeline() -> newsfacts.Pipeline:
    """The default pipeline: the English spaCy pipeline of the project and all built-in steps."""
    return newsfacts.load(installed=False)
