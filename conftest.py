"""Runs every `>>>` of the documentation and of the docstrings (sybil)."""

from __future__ import annotations

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

_DOCS = Sybil(parsers=[PythonCodeBlockParser()], patterns=["README.md", "docs/*.md"])
_SOURCE = Sybil(parsers=[DocTestParser()], patterns=["src/newsfacts/*.py", "src/newsfacts/**/*.py"])

pytest_collect_file = (_DOCS + _SOURCE).pytest()
