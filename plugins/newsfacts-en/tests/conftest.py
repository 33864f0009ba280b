"""The pipeline under test, loaded once."""

from __future__ import annotations

import pytest
from spacy.language import Language

import newsfacts_en


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The installed pipeline."""
    return newsfacts_en.load()
