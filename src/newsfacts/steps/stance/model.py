"""The learnt tone: a linear model over hashed features, its weights in a plain array of the package."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal
from zlib import crc32

from attrs import frozen

from newsfacts import Lexicons

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Polarity = Literal["oppose", "neutral", "support"]
POLARITIES: Final[tuple[Polarity, ...]] = ("oppose", "neutral", "support")
BUCKETS: Final = 1 << 17
SURE: Final = 0.71
"""The probability from which a decision for or against was right in 85 of 100 cases when trained."""


def bucket(name: str) -> int:
    """Give the place of a feature in the weights, the same on every machine.

    >>> bucket("x up subject -")
    78105
    """
    return crc32(name.encode("utf-8", "surrogatepass")) % BUCKETS


@frozen
class ToneModel:
    """Probabilities of the three polarities from the features of a name in its sentence."""

    weights: NDArray[np.float32]

    @staticmethod
    def of(lexicons: Lexicons) -> ToneModel:
        """Give the model of the package, read once."""
        return lexicons.compiled(ToneModel, _read)

    def probabilities(self, features: Mapping[str, float]) -> dict[Polarity, float]:
        """Give the probability of each polarity."""
        from numpy import exp, fromiter, intp

        places = fromiter((bucket(name) for name in features), intp, len(features))
        values = fromiter(features.values(), self.weights.dtype, len(features))
        scores = values @ self.weights[places] + self.weights[BUCKETS]
        raised = exp(scores - scores.max())
        shares = (raised / raised.sum()).tolist()
        return dict(zip(POLARITIES, shares, strict=True))

    @cached_property
    def size(self) -> int:
        """The number of weights."""
        return int(self.weights.size)


def _read() -> ToneModel:
    from numpy import float32, load

    with (files("newsfacts") / "data" / "tone.npy").open("rb") as file:
        return ToneModel(load(file, allow_pickle=False).astype(float32))
