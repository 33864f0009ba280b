"""The best tree of scored arcs (Chu and Liu 1965, Edmonds 1967), with one root."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating[Any]]


def best_tree(scores: Scores) -> list[int]:
    """The head of each word, 0 for the root, from log-probabilities of heads (words x (root and words)).

    The word most sure to be the root is the only one.

    >>> best_tree(np.log(np.array([[.6, .1, .3], [.5, .4, .1]])))
    [0, 1]
    """
    words = len(scores)
    full = np.full((words + 1, words + 1), -1e9)
    full[1:] = scores
    np.fill_diagonal(full, -1e9)
    heads = [int(h) for h in full[1:].argmax(1)]
    if heads.count(0) == 1 and not _cycle([0, *heads]):
        return heads
    gain = full[1:, 0] - full[1:, 1:].max(1)
    root = int(gain.argmax()) + 1
    others = [i for i in range(1, words + 1) if i != root]
    full[others, 0] = -1e8
    full[root, 1:] = -1e9
    return _contracted(full)[1:]


def _cycle(heads: list[int]) -> list[int]:
    """The nodes of a cycle, or none."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while not state[node]:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []


def _contracted(scores: Scores) -> list[int]:
    """Heads of a graph (node 0 is the root), cycles contracted one after another."""
    heads = [0, *(int(h) for h in scores[1:].argmax(1))]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    rest = [i for i in range(len(heads)) if i not in set(cycle)]
    inner = scores[cycle, [heads[i] for i in cycle]]
    smaller = np.full((len(rest) + 1, len(rest) + 1), -1e9)
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    outward = scores[np.ix_(rest, cycle)]
    smaller[:-1, -1] = outward.max(1)
    inward = scores[np.ix_(cycle, rest)] - inner[:, None] + inner.sum()
    smaller[-1, :-1] = inward.max(0)
    found = _contracted(smaller)
    for place, node in enumerate(rest):
        if node:
            head = found[place]
            heads[node] = cycle[int(outward[place].argmax())] if head == len(rest) else rest[head]
    entry = found[-1]
    opened = int(inward[:, entry].argmax())
    heads[cycle[opened]] = rest[entry]
    return heads
