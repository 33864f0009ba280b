"""The pytest plugin of newsfacts: fixtures, a marker, profiles, and `*.facts` files; it imports what it needs late."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from newsfacts import Article, Pipeline
    from newsfacts.testing.files import Example

PROFILES = {"dev": 20, "ci": 100, "nightly": 2000}
"""Hypothesis profiles, and how many examples each tries."""


class Hooks:
    """The hook that tests of marked sentences ask."""

    @pytest.hookspec(firstresult=True)
    def pytest_newsfacts_pipeline(self, path: Path) -> Pipeline | None:
        """Give the pipeline for the marked sentences of a file; without an answer it is the default one."""


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    """Make the hook known."""
    pluginmanager.add_hookspecs(Hooks)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the choice of a profile."""
    group = parser.getgroup("newsfacts")
    group.addoption("--newsfacts-profile", choices=sorted(PROFILES), help="how much hypothesis tries")


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known, and load the profile that is asked for."""
    config.addinivalue_line(
        "markers",
        "facts(sentence, kind, others=False, **known): the fixture `article` reads the marked sentence, and the marked "
        "facts of the kind must be found",
    )
    if profile := config.getoption("--newsfacts-profile"):
        import hypothesis

        hypothesis.settings.register_profile("newsfacts", max_examples=PROFILES[profile], deadline=None)
        hypothesis.settings.load_profile("newsfacts")


def _pipeline(node: pytest.Item | pytest.Collector) -> Pipeline:
    """The pipeline that a hook gives for a file, or the default one."""
    from newsfacts.default import default_pipeline

    given: Pipeline | None = node.ihook.pytest_newsfacts_pipeline(path=node.path)
    return default_pipeline() if given is None else given


@pytest.fixture
def newsfacts_pipeline(request: pytest.FixtureRequest) -> Pipeline:
    """The pipeline that the hook `pytest_newsfacts_pipeline` gives, or the default one."""
    return _pipeline(request.node)


@pytest.fixture
def article(request: pytest.FixtureRequest) -> Article:
    """The article of the marked sentence of `@pytest.mark.facts`, checked."""
    from newsfacts.testing.marking import Marked, check_marked, kind_named

    mark = request.node.get_closest_marker("facts")
    if mark is None:
        raise pytest.UsageError("the fixture `article` needs @pytest.mark.facts(sentence, kind)")
    sentence, kind, others, known = _arguments(*mark.args, **mark.kwargs)
    marked = Marked.read(sentence)
    pipeline: Pipeline = request.getfixturevalue("newsfacts_pipeline")
    found = pipeline(marked.text, **known)
    check_marked(found, kind_named(kind) if isinstance(kind, str) else kind, marked, others=others)
    return found


def _arguments(sentence: str, kind: Any, *, others: bool = False, **known: Any) -> tuple[str, Any, bool, Any]:
    return sentence, kind, others, known


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take files of marked sentences for tests."""
    return FactsFile.from_parent(parent, path=file_path) if file_path.suffix == ".facts" else None


class FactsFile(pytest.File):
    """A file of marked sentences."""

    def collect(self) -> Iterable[pytest.Item]:
        """Give a test for each line."""
        from newsfacts.testing.files import examples

        for example in examples(self.path):
            yield FactsItem.from_parent(self, name=f"line {example.line}", example=example)


class FactsItem(pytest.Item):
    """A marked sentence."""

    def __init__(self, *, example: Example, **options: Any) -> None:
        super().__init__(**options)
        self.example = example
        if example.known_gap:
            self.add_marker(pytest.mark.xfail(strict=True, reason="known gap"))

    def runtest(self) -> None:
        """Read the sentence and compare."""
        self.example.check(_pipeline(self))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show the text with carets, not the code of the kit."""
        return str(excinfo.value) if excinfo.errisinstance(AssertionError) else super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Say where the sentence stands."""
        return self.path, self.example.line - 1, f"{self.path.name}:{self.example.line}"
