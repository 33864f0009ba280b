"""Hand-made parses: what is wrong with one is told, and nothing waits for ever."""

from __future__ import annotations

import pytest

from newsfacts.testing.parses import sketch


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Turner/NNP/2/nsubj resigned/VBD/1/ccomp", "the heads above 'Turner' run in a circle"),
        ("He/PRP/2/nsubj left/VBD/0/root home/NN/3/obj", "the heads above 'home' run in a circle"),
        ("He/PRP/5/nsubj left/VBD/0/root", "'He' hangs on word 5 of a sentence of 2"),
        ("He/PRP/-1/nsubj left/VBD/0/root", "'He' hangs on word -1 of a sentence of 2"),
    ],
)
def test_heads_that_are_no_tree_are_refused(words: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        sketch(words)
