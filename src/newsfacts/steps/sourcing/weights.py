"""Learnt weights: how likely a candidate is a claim, by the evidence for and against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp
from pathlib import Path

from attrs import frozen

BIAS = "bias"


@frozen
class Weights:
    """A weight for each piece of evidence, "bias" among them.

    >>> weights = Weights({"bias": -1.0, "rule=clause-that": 3.0})
    >>> round(weights.probability(["rule=clause-that", "voice=active"]), 2)
    0.88
    """

    by_evidence: Mapping[str, float]

    def probability(self, evidence: Iterable[str]) -> float:
        """Give how likely a candidate with this evidence is a claim."""
        total = self.by_evidence.get(BIAS, 0.0) + sum(self.by_evidence.get(name, 0.0) for name in evidence)
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))

    @staticmethod
    def read(path: str) -> Weights:
        """Read a file of weights, a line each: evidence, tab, weight; lines that start with "#" are left out.

        Raises `ValueError` where there is no such file, or it holds something else.
        """
        if not isinstance(path, str):
            raise TypeError(f"expected the path of a file of weights, not {path!r}")
        try:
            lines = Path(path).read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise ValueError(f"{path}: no file of weights can be read there ({error})") from error
        found: dict[str, float] = {}
        for number, line in enumerate(lines, 1):
            if not line.strip() or line.startswith("#"):
                continue
            name, _, weight = line.partition("\t")
            try:
                found[name] = float(weight)
            except ValueError as error:
                raise ValueError(f"{path}, line {number}: expected evidence, tab, weight, not {line!r}") from error
        if BIAS not in found:
            raise ValueError(f"{path}: these are no weights of claims; write some with `newsfacts train-claims`")
        return Weights(found)

    def written(self, head: str) -> str:
        """Give the file: the lines of a head, then the weights in the order of their names."""
        rows = (f"{name}\t{weight:.3f}\n" for name, weight in sorted(self.by_evidence.items()))
        return "".join([*(f"# {line}\n" for line in head.splitlines()), *rows])
