"""What all tests share."""

from __future__ import annotations

from importlib.metadata import entry_points

import pytest

import newsfacts


@pytest.fixture(scope="session")
def pipeline() -> newsfacts.Pipeline:
    """The default pipeline: the English spaCy pipeline of the project and all built-in steps."""
    return newsfacts.load(installed=False)


@pytest.fixture(autouse=True)
def _the_built_in_steps_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests of the library run without the plugins that happen to be installed; those have tests of their own."""
    monkeypatch.setenv("NEWSFACTS_BLOCK", ",".join(point.name for point in entry_points(group="newsfacts")))
