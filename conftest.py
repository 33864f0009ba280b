"""Runs every `>>>` of the documentation and the docstrings (sybil), and makes property tests the same in every run."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

settings.register_profile("repository", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("repository")  # time belongs to the benchmarks: a busy machine fails no test

_DOCS = Sybil(parsers=[PythonCodeBlockParser()], patterns=["README.md", "docs/*.md"])
_SOURCE = Sybil(parsers=[DocTestParser()], patterns=["src/newsfacts/*.py", "src/newsfacts/**/*.py"])

pytest_collect_file = (_DOCS + _SOURCE).pytest()
