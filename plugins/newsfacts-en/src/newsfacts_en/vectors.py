"""Vectors of words that are looked up in lower case, also after they were written and read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.attrs import LOWER
from spacy.vectors import Vectors
from spacy.vocab import Vocab


class LowerVectors(Vectors):
    """Vectors looked up by the lower case of a word; spaCy's own forget that when they are written or pickled."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "attr": LOWER})

    def _set_cfg(self, cfg: dict[str, Any]) -> None:
        super()._set_cfg({**cfg, "attr": LOWER})  # type: ignore[misc]

    def __reduce__(self) -> tuple[Callable[[bytes], LowerVectors], tuple[bytes]]:
        return _from_bytes, (self.to_bytes(),)


def _from_bytes(written: bytes) -> LowerVectors:
    vectors: LowerVectors = LowerVectors().from_bytes(written)
    return vectors


def make_vectors() -> Callable[[Vocab], LowerVectors]:
    """Make empty vectors for a vocabulary: `newsfacts_en.LowerVectors.v1` among spaCy's."""
    return lambda vocab: LowerVectors(strings=vocab.strings)
