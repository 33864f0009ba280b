"""The examples in the docstrings of the package and of its training project run."""

from __future__ import annotations

import doctest
import importlib

import pytest


@pytest.mark.parametrize(
    "module", ["newsfacts_en", "newsfacts_en.lemmas", "training.casing", "training.surface", "training.trees"]
)
def test_examples_run(module: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(module))
    assert tried
    assert not failed
