"""The learnt tone: a linear model over hashed features and a small network, their weights in a file of the package."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from typing import IO, TYPE_CHECKING, Final, Literal

from attrs import frozen

from newsfacts import Lexicons
from newsfacts.steps.stance.network import Network, key

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from newsfacts.steps.stance.network import Table

Polarity = Literal["oppose", "neutral", "support"]
POLARITIES: Final[tuple[Polarity, ...]] = ("oppose", "neutral", "support")
BUCKETS: Final = 1 << 17
TABLES: Final = ("look", "base", "own", "gates", "mix", "lean", "says", "bias")


def bucket(name: str) -> int:
    """Give the place of a feature in the weights, the same on every machine.

    >>> bucket("x up subject -")
    78105
    """
    return key(name) % BUCKETS


@frozen
class ToneModel:
    """Probabilities of the three polarities from the features of a name in its sentence.

    `share` is how much the network counts where it can read the words; decisions for or against that are as probable
    as `sure` were right in 85 of 100 cases when trained.
    """

    weights: NDArray[np.float32]
    network: Network
    share: float
    sure: float

    @staticmethod
    def of(lexicons: Lexicons) -> ToneModel:
        """Give the model of the package, read once."""
        return lexicons.compiled(ToneModel, _read)

    def probabilities(self, features: Mapping[str, float], seen: Table | None = None) -> dict[Polarity, float]:
        """Give the probability of each polarity; `seen` are the scores of the network, where it has any."""
        return self.mixed(self.scores(features), seen)

    def scores(self, features: Mapping[str, float]) -> Table:
        """Give the scores of the linear model."""
        from numpy import fromiter, intp

        places = fromiter((bucket(name) for name in features), intp, len(features))
        values = fromiter(features.values(), self.weights.dtype, len(features))
        found: Table = values @ self.weights[places] + self.weights[BUCKETS]
        return found

    def mixed(self, scores: Table, seen: Table | None = None) -> dict[Polarity, float]:
        """Give the probability of each polarity from the scores of the linear model and those of the network."""
        from numpy import exp

        if seen is not None:
            scores = (1 - self.share) * scores + self.share * seen
        raised = exp(scores - scores.max())
        shares = (raised / raised.sum()).tolist()
        return dict(zip(POLARITIES, shares, strict=True))

    @cached_property
    def size(self) -> int:
        """The number of weights of the linear model."""
        return int(self.weights.size)


def write(model: ToneModel, file: IO[bytes]) -> None:
    """Write a model as plain arrays of half precision."""
    from numpy import array, float16, savez, uint32

    network = model.network
    tables = {"weights": model.weights} | {name: getattr(network, name) for name in TABLES}
    savez(
        file,
        allow_pickle=False,
        numbers=array([model.share, model.sure]),
        vectors=array(network.vectors),
        words=array(list(network.words), uint32),
        traits=array(list(network.traits)),
        **{name: table.astype(float16) for name, table in tables.items()},
    )


def read(file: IO[bytes]) -> ToneModel:
    """Read what `write` wrote."""
    from numpy import float32, load

    with load(file, allow_pickle=False) as found:
        share, sure = found["numbers"].tolist()
        words, traits = found["words"].tolist(), found["traits"].tolist()
        network = Network(
            vectors=str(found["vectors"]),
            words={word: number for number, word in enumerate(words, 1)},
            traits={trait: number for number, trait in enumerate(traits, 1)},
            **{name: found[name].astype(float32) for name in TABLES},
        )
        return ToneModel(found["weights"].astype(float32), network, share, sure)


def _read() -> ToneModel:
    with (files("newsfacts") / "data" / "tone.npz").open("rb") as file:
        return read(file)
