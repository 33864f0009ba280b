"""Every built-in step keeps every law."""

from __future__ import annotations

import newsfacts.steps
from newsfacts.testing import parametrize_with_checks


@parametrize_with_checks(newsfacts.steps.newsfacts_extractors())
def test_a_built_in_step_keeps_the_law(extractor, check, pipeline) -> None:
    check(extractor, pipeline)
