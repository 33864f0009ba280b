"""The weights of a pipeline: 16 bits on disk, 32 in memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from thinc.api import Model


def models_of(nlp: Language) -> Iterator[Model[Any, Any]]:
    """All nodes of all trained components."""
    for _, component in nlp.components:
        if isinstance(model := getattr(component, "model", None), Model):
            yield from model.walk()


def cast(nlp: Language, kind: str) -> None:
    """Turn every weight, and the vectors, into numbers of a kind: ``float16`` or ``float32``."""
    for node in models_of(nlp):
        for name in node.param_names:
            if node.has_param(name):
                part: Any = node.get_param(name)
                node.set_param(name, part.astype(kind))
    nlp.vocab.vectors.data = nlp.vocab.vectors.data.astype(kind)
