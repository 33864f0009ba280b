"""Trains the small network of the tone with numpy alone: words weighed by where they stand, a layer above, Adam."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from tests.benchmarks.softmax import shares

Table = NDArray[np.float32]
Places = NDArray[np.intp]
Weights = dict[str, Table]

SIZE: Final = 16
ABOVE: Final = 24
BATCH: Final = 64
EPOCHS: Final = 8
SETTLED: Final = 3
"""The epoch from which the weights at the end of each are averaged."""
RATE: Final = 5e-3
SLOWEST: Final = 0.3
DROPPED: Final = 0.2


@frozen(eq=False)
class Words:
    """The words of all rows, one row after the other: looks, known words, traits; `sizes` says how many a row has."""

    looks: Table
    rows: Places
    traits: Places
    sizes: Places

    def taken(self, numbers: Sequence[int] | Places) -> Words:
        """Give the words of some rows."""
        starts = np.cumsum(self.sizes) - self.sizes
        sizes = self.sizes[numbers]
        ends = np.cumsum(sizes)
        places = np.arange(ends[-1]) + np.repeat(starts[numbers] - (ends - sizes), sizes)
        return Words(self.looks[places], self.rows[places], self.traits[places], sizes)


def fit(words: Words, labels: Places, *, known: int, traits: int, seed: int) -> Weights:
    """Weights that tell three classes apart; row 0 of the known words stays empty."""
    random = np.random.RandomState(seed)
    weights = _start(random, words.looks.shape[1], known, traits)
    pace = {name: (np.zeros_like(table), np.zeros_like(table)) for name, table in weights.items()}
    settled, step = {name: np.zeros_like(table) for name, table in weights.items()}, 0
    for epoch in range(EPOCHS):
        order, rate = random.permutation(len(labels)), RATE * max(SLOWEST, 1 - epoch / EPOCHS)
        for start in range(0, len(order), BATCH):
            numbers, step = order[start : start + BATCH], step + 1
            slopes = _slopes(weights, words.taken(numbers), labels[numbers], random)
            for name, slope in slopes.items():
                _move(weights[name], slope, pace[name], rate, step)
        if epoch >= SETTLED:
            for name, table in weights.items():
                settled[name] += table / (EPOCHS - SETTLED)
    return settled


def scores(weights: Weights, words: Words) -> Table:
    """The scores of rows."""
    said, counts = _said(weights, words), _counts(weights, words)
    above = np.tanh(_sums(said * counts, words.sizes) @ weights["mix"] + weights["lean"])
    found: Table = above @ weights["says"] + weights["bias"]
    return found


def _start(random: np.random.RandomState, width: int, known: int, traits: int) -> Weights:
    found = {
        "look": random.randn(width, SIZE) / 2,
        "base": np.zeros(SIZE),
        "own": np.zeros((known, SIZE)),
        "gates": random.randn(traits, SIZE) / 10,
        "mix": random.randn(SIZE, ABOVE) / np.sqrt(SIZE),
        "lean": np.zeros(ABOVE),
        "says": random.randn(ABOVE, 3) / np.sqrt(ABOVE),
        "bias": np.zeros(3),
    }
    return {name: table.astype(np.float32) for name, table in found.items()}


def _said(weights: Weights, words: Words) -> Table:
    found: Table = np.tanh(words.looks @ weights["look"] + weights["base"] + weights["own"][words.rows])
    return found


def _counts(weights: Weights, words: Words) -> Table:
    found: Table = 1 / (1 + np.exp(-weights["gates"][words.traits].sum(1)))
    return found


def _sums(values: Table, sizes: Places) -> Table:
    """The sums of the values of each row; empty rows have zeros."""
    found, filled = np.zeros((len(sizes), values.shape[1]), np.float32), np.flatnonzero(sizes)
    found[filled] = np.add.reduceat(values, (np.cumsum(sizes) - sizes)[filled])
    return found


def _slopes(weights: Weights, words: Words, labels: Places, random: np.random.RandomState) -> Weights:
    """How the loss of some rows changes with the weights; words and numbers are dropped at random."""
    kept = _kept(random, (len(words.rows), 1))
    said, counts = _said(weights, words), _counts(weights, words)
    thinned, above_kept = _kept(random, (len(labels), SIZE)), _kept(random, (len(labels), ABOVE))
    sums = _sums(said * counts * kept, words.sizes) * thinned
    above = np.tanh(sums @ weights["mix"] + weights["lean"])
    missed = shares((above * above_kept) @ weights["says"] + weights["bias"]).astype(np.float32)
    missed[np.arange(len(labels)), labels] -= 1
    missed /= len(labels)
    below = (missed @ weights["says"].T) * above_kept * (1 - above**2)
    each = np.repeat((below @ weights["mix"].T) * thinned, words.sizes, axis=0) * kept
    turned = each * counts * (1 - said**2)
    opened = each * said * counts * (1 - counts)
    own = _gathered(words.rows, turned, len(weights["own"]))
    own[0] = 0
    return {
        "look": words.looks.T @ turned,
        "base": turned.sum(0),
        "own": own,
        "gates": _gathered(
            words.traits.ravel(), np.repeat(opened, words.traits.shape[1], axis=0), len(weights["gates"])
        ),
        "mix": sums.T @ below,
        "lean": below.sum(0),
        "says": (above * above_kept).T @ missed,
        "bias": missed.sum(0),
    }


def _kept(random: np.random.RandomState, shape: tuple[int, int]) -> Table:
    found: Table = ((random.random_sample(shape) > DROPPED) / (1 - DROPPED)).astype(np.float32)
    return found


def _gathered(places: Places, values: Table, size: int) -> Table:
    """The values summed by their places."""
    found, order = np.zeros((size, values.shape[1]), np.float32), np.argsort(places, kind="stable")
    present, starts = np.unique(places[order], return_index=True)
    found[present] = np.add.reduceat(values[order], starts)
    return found


def _move(table: Table, slope: Table, pace: tuple[Table, Table], rate: float, step: int) -> None:
    """One step of Adam."""
    mean, square = pace
    mean += 0.1 * (slope - mean)
    square += 0.001 * (slope**2 - square)
    table -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
