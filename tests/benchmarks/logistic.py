"""Logistic regression for the weights of small models."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]


def shares(table: Table, weights: Table) -> Table:
    """The probabilities of the rows of a table."""
    found: Table = 1 / (1 + np.exp(-table @ weights))
    return found


def fit(table: Table, right: Table, smoothing: Table, counts: Table | float = 1.0) -> Table:
    """Weights by Newton's method; `smoothing` draws each to zero, `counts` says how often a row counts."""
    weights = np.zeros(table.shape[1])
    for _round in range(60):
        found = shares(table, weights)
        slope = table.T @ (counts * (found - right)) + smoothing * weights
        bend = (table * (counts * found * (1 - found))[:, None]).T @ table + np.diag(smoothing)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-5:
            break
    return weights
