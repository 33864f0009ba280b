"""The files that a new plugin begins with."""

from __future__ import annotations

from string import Template

PROJECT = Template("""\
[build-system]
requires = ["hatchling>=1.27"]
build-backend = "hatchling.build"

[project]
name = "newsfacts-$name"
version = "0.1.0"
description = "A plugin for newsfacts: $name."
requires-python = ">=3.11"
dependencies = ["newsfacts>=0.1"]

[project.optional-dependencies]
testing = ["newsfacts[testing]"]

[project.entry-points.newsfacts]
$name = "newsfacts_$name"

[project.entry-points."newsfacts.kinds"]
"$name.found" = "newsfacts_$name:$Kind"

[tool.hatch.build.targets.wheel]
include = ["newsfacts_$name.py"]
""")

MODULE = Template('''\
"""Finds $name in news articles."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from attrs import frozen

from newsfacts import Extractor, Fact, Kinds, Reading, hookimpl


@frozen(kw_only=True)
class $Kind(Fact):
    """One of the $name; the span is the word that shows it."""

    kind: ClassVar[str] = "$name.found"


@frozen
class $Step(Extractor):
    """Finds the words of `words`."""

    name: ClassVar[str] = "$name.step"
    gives: ClassVar[Kinds] = frozenset({$Kind})

    words: tuple[str, ...] = ("$name",)

    def extract(self, reading: Reading) -> Iterator[$Kind]:
        """Give a fact for every such word."""
        for token in reading.doc:
            if token.lower_ in self.words:
                yield $Kind(span=reading.token_span(token), rule="word")


@hookimpl
def newsfacts_extractors() -> Iterable[Extractor]:
    """Add the step."""
    return [$Step()]
''')

TESTS = Template('''\
"""Tests of newsfacts-$name."""

import newsfacts
import spacy
from newsfacts.testing import check_marked, parametrize_with_checks

from newsfacts_$name import $Kind, $Step

PIPELINE = newsfacts.load(spacy.blank("en"), only=[], installed=False).adding($Step())


@parametrize_with_checks([$Step()], nlp=PIPELINE, texts=["Officials spoke of $name on Monday."])
def test_the_step_keeps_the_laws(extractor, check):
    check(extractor)


def test_a_marked_sentence():
    sentence = "Officials spoke of [$name]{span} on Monday."
    check_marked(PIPELINE("Officials spoke of $name on Monday."), $Kind, sentence)
''')


def scaffold(name: str) -> dict[str, str]:
    """Give the files of a new plugin by their paths.

    >>> sorted(scaffold("polls"))
    ['newsfacts_polls.py', 'pyproject.toml', 'tests/test_polls.py']
    """
    words = {"name": name, "Kind": f"{name.capitalize()}Fact", "Step": name.capitalize()}
    return {
        "pyproject.toml": PROJECT.substitute(words),
        f"newsfacts_{name}.py": MODULE.substitute(words),
        f"tests/test_{name}.py": TESTS.substitute(words),
    }
