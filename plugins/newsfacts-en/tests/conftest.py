"""The pipeline under test, loaded once; the training project, importable."""

from __future__ import annotations

import sys
from pathlib import Path

import newsfacts_en
import pytest
from spacy.language import Language

sys.path.insert(0, str(Path(__file__).parents[1]))


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The installed pipeline."""
    return newsfacts_en.load()
