"""Logistic regression that tells several classes apart by rows of a few features each, with numpy alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

Table = NDArray[np.float64]
Places = NDArray[np.intp]
MEMORY = 10
"""How many steps back the curvature is guessed from."""


@frozen(eq=False)
class Rows:
    """Rows of features: the columns and values of each, one after the other; `ends` says where each row ends."""

    columns: Places
    values: Table
    ends: Places
    width: int

    @staticmethod
    def of(found: Iterable[dict[int, float]], width: int) -> Rows:
        """Make rows of the columns and values of each."""
        columns: list[int] = []
        values: list[float] = []
        ends: list[int] = []
        for row in found:
            columns += row
            values += row.values()
            ends.append(len(columns))
        return Rows(np.array(columns, dtype=np.intp), np.array(values, dtype=float), np.array(ends), width)

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.ends)

    @cached_property
    def _sizes(self) -> Places:
        return np.diff(self.ends, prepend=0)

    @cached_property
    def row_of(self) -> Places:
        """The row of each value."""
        return np.repeat(np.arange(len(self)), self._sizes)

    @cached_property
    def _by_column(self) -> tuple[Places, Places, Places]:
        order = np.argsort(self.columns, kind="stable")
        present, starts = np.unique(self.columns[order], return_index=True)
        return order, present, starts

    def scaled(self, scale: Table) -> Rows:
        """Give rows whose columns are multiplied by a scale."""
        return Rows(self.columns, self.values * scale[self.columns], self.ends, self.width)

    def times(self, weights: Table) -> Table:
        """The rows multiplied by weights: one score for each class."""
        found = np.zeros((len(self), weights.shape[1]))
        filled = np.flatnonzero(self._sizes)
        starts = (self.ends - self._sizes)[filled]
        found[filled] = np.add.reduceat(weights[self.columns] * self.values[:, None], starts)
        return found

    def gathered(self, slopes: Table) -> Table:
        """The columns multiplied by slopes, one for each row and class."""
        order, present, starts = self._by_column
        found = np.zeros((self.width, slopes.shape[1]))
        found[present] = np.add.reduceat(slopes[self.row_of[order]] * self.values[order, None], starts)
        return found

    def counts(self, chosen: NDArray[np.bool_]) -> Table:
        """How many of the chosen rows have each column."""
        seen = self.columns[chosen[self.row_of] & (self.values != 0)]
        return np.bincount(seen, minlength=self.width).astype(float)

    def taken(self, numbers: Sequence[int] | Places) -> Rows:
        """Give some of the rows."""
        starts = self.ends - self._sizes
        parts = [slice(starts[number], self.ends[number]) for number in numbers]
        columns = np.concatenate([self.columns[part] for part in parts])
        values = np.concatenate([self.values[part] for part in parts])
        return Rows(columns, values, np.cumsum([part.stop - part.start for part in parts]), self.width)


def shares(scores: Table) -> Table:
    """Probabilities from scores."""
    raised = np.exp(scores - scores.max(1, keepdims=True))
    found: Table = raised / raised.sum(1, keepdims=True)
    return found


def fit(rows: Rows, labels: Places, classes: int, *, penalty: float) -> tuple[Table, Table]:
    """Weights and biases; the penalty draws the weights to zero."""
    wanted, last = np.eye(classes)[labels], rows.width * classes

    def loss(flat: Table) -> tuple[float, Table]:
        weights, bias = flat[:last].reshape(-1, classes), flat[last:]
        found = shares(rows.times(weights) + bias)
        missed = -np.log(np.maximum(found[wanted > 0], 1e-12)).sum()
        slopes = found - wanted
        turn = rows.gathered(slopes) + penalty * weights
        return float(missed + penalty / 2 * (weights**2).sum()), np.concatenate([turn.ravel(), slopes.sum(0)])

    flat = lowest(loss, np.zeros(last + classes))
    return flat[:last].reshape(-1, classes), flat[last:]


def lowest(function: Callable[[Table], tuple[float, Table]], start: Table, *, rounds: int = 200) -> Table:
    """Where a function with its slope is lowest, by the L-BFGS method."""
    point, (value, slope) = start, function(start)
    steps: list[tuple[Table, Table]] = []
    for _round in range(rounds):
        way = -_bent(slope, steps)
        length, fall = 1.0, float(slope @ way)
        while True:
            after = point + length * way
            new_value, new_slope = function(after)
            if new_value <= value + 1e-4 * length * fall or length < 1e-8:
                break
            length /= 2
        step = after - point, new_slope - slope
        if step[0] @ step[1] > 1e-12:
            steps = [*steps, step][-MEMORY:]
        done = abs(value - new_value) < 1e-5 * max(1.0, abs(new_value))
        point, value, slope = after, new_value, new_slope
        if done:
            break
    return point


def _bent(slope: Table, steps: Sequence[tuple[Table, Table]]) -> Table:
    """The slope as the last steps say that the function bends."""
    if not steps:
        return slope / max(1.0, float(np.linalg.norm(slope)))
    found, shifts = slope.copy(), []
    for moved, turned in reversed(steps):
        shifts.append((moved @ found) / (turned @ moved))
        found -= shifts[-1] * turned
    moved, turned = steps[-1]
    found *= (moved @ turned) / (turned @ turned)
    for (moved, turned), shift in zip(steps, reversed(shifts), strict=True):
        found += moved * (shift - (turned @ found) / (turned @ moved))
    return found
