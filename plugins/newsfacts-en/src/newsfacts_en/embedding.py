"""Embeds each distinct word of some documents once: spaCy's embedding by hashes and vectors, with its weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import NORM, ORTH, SPACY
from spacy.ml.models.tok2vec import MultiHashEmbed
from spacy.tokens import Doc
from thinc.api import Model

Floats: TypeAlias = Any
"""An array of numbers, as thinc gives them."""
Embed: TypeAlias = Model[Any, Any]
"""A model from documents to an array for each, with a row for each word."""

DECIDING: Final = (ORTH, NORM, SPACY)
"""What decides all features of a word that may be embedded here."""
FEATURES: Final = frozenset({"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE", "LOWER", "ORTH"})


def make_embed(width: int, attrs: list[str | int], rows: list[int], include_static_vectors: bool) -> Embed:
    """Make `spacy.MultiHashEmbed.v2` that looks at equal words once: `newsfacts_en.DistinctWords.v1` among spaCy's.

    In training every word is embedded by itself, for each has its own dropout.

    Raises:
        ValueError: a feature is not decided by the word alone.
    """
    if unfit := sorted(set(map(str, attrs)) - FEATURES):
        raise ValueError(f"cannot embed equal words once by {', '.join(unfit)}: only by {', '.join(sorted(FEATURES))}")
    embed = MultiHashEmbed(width, attrs, rows, include_static_vectors)
    return Model("distinct_words", _forward, layers=[embed], init=_init)


def _forward(model: Embed, docs: Sequence[Doc], is_train: bool) -> tuple[list[Floats], Callable[[Any], Any]]:
    (embed,) = model.layers
    if is_train or not any(map(len, docs)):
        return embed(docs, is_train)
    features = np.concatenate([doc.to_array([*DECIDING]) for doc in docs])
    first, word_of = _distinct(features)
    (rows,) = embed.predict([_words(features[first], docs[0])])
    ends = np.cumsum([len(doc) for doc in docs])[:-1]
    return np.split(rows[word_of], ends), _no_way_back


def _distinct(features: NDArray[np.uint64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """A place where each distinct word stands, and of every word which of them it is."""
    orth, norm, space = features.T
    mixed = orth + 3 * norm + space  # sums of hashes of 64 bits: as good as free of chance meetings
    _, first, word_of = np.unique(mixed, return_index=True, return_inverse=True)
    return first, word_of


def _words(features: NDArray[np.uint64], like: Doc) -> Doc:
    """A document of words with these features."""
    orth, norm, space = features.T
    words = [like.vocab.strings[int(key)] for key in orth]
    return Doc(like.vocab, words=words, spaces=space.astype(bool).tolist()).from_array([NORM], norm[:, None])


def _no_way_back(_: Any) -> Any:
    raise RuntimeError("words were embedded to predict, not to learn")


def _init(model: Embed, X: Any = None, Y: Any = None) -> None:  # noqa: N803  (thinc's names)
    (embed,) = model.layers
    embed.initialize(X, Y)
