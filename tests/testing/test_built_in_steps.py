"""Every built-in step keeps every law."""

from __future__ import annotations

from pathlib import Path

import newsfacts.steps
from newsfacts.testing import parametrize_with_checks

WEIGHTS = Path(__file__).parents[1] / "steps" / "claim_weights.tsv"
TEXTS = (
    "Senator Ann Hale vowed to limit support for Norland.",  # against Norland only as what follows
    "Ann Hale bravely saved dozens of children and was hailed as a hero. Critics say Tom Reyes is a corrupt liar.",
    "Ann Hale won praise for her brilliant work. Ann Hale won praise again. Ann Hale won praise for it, a hero.",
)


@parametrize_with_checks(newsfacts.steps.newsfacts_extractors(), texts=TEXTS, values={"weights": [str(WEIGHTS)]})
def test_a_built_in_step_keeps_the_law(extractor, check, pipeline) -> None:
    check(extractor, pipeline)
