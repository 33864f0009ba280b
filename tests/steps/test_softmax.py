"""The regression behind the weights of the tone: numpy alone."""

import numpy as np
from tests.benchmarks import softmax
from tests.benchmarks.softmax import Rows

FOUND = [{0: 1.0, 3: 2.0}, {}, {1: 1.0}, {0: 0.5, 1: 1.0}]


def dense(rows):
    return np.array([[row.get(column, 0.0) for column in range(rows.width)] for row in FOUND])


def test_rows_multiply_like_a_table():
    rows = Rows.of(FOUND, 4)
    weights = np.arange(8.0).reshape(4, 2)
    assert np.allclose(rows.times(weights), dense(rows) @ weights)
    slopes = np.arange(8.0).reshape(4, 2) - 3
    assert np.allclose(rows.gathered(slopes), dense(rows).T @ slopes)
    assert rows.counts(np.array([True, True, True, False])).tolist() == [1, 1, 0, 1]


def test_some_rows_are_taken():
    taken = Rows.of(FOUND, 4).taken([3, 1])
    assert np.allclose(taken.times(np.eye(4)), dense(taken)[[3, 1]])


def test_classes_are_told_apart():
    rows = Rows.of([{number % 3: 1.0} for number in range(30)], 3)
    labels = np.arange(30) % 3
    weights, bias = softmax.fit(rows, labels, 3, penalty=0.1)
    found = softmax.shares(rows.times(weights) + bias)
    assert (found.argmax(1) == labels).all()
    assert np.allclose(found.sum(1), 1)
