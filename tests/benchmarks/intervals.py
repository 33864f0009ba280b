"""95 % intervals of a measure by bootstrap over documents."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def bootstrap(
    documents: Sequence[T], measure: Callable[[Sequence[T]], float], *, rounds: int = 1000, seed: int = 0
) -> tuple[float, float]:
    """Give the 2.5 and 97.5 percentiles of `measure` over resamples of `documents` (what was counted in each).

    >>> bootstrap([(1, 2), (1, 2)], lambda counts: sum(c[0] for c in counts) / sum(c[1] for c in counts))
    (0.5, 0.5)
    """
    chooser = random.Random(seed)
    values = sorted(measure(chooser.choices(documents, k=len(documents))) for _ in range(rounds))
    return values[int(0.025 * rounds)], values[int(0.975 * rounds) - 1]
