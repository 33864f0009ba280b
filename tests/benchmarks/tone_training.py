"""Trains the weights of the tone model: `python -m tests.benchmarks.tone_training DATA OUT.npy` (needs scikit-learn).

DATA is a folder with newsmtsc_train.jsonl (NewsMTSC, released under MIT); only weights of hashed features are written.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from newsfacts import Pipeline, Reading, Span, load
from newsfacts.steps.stance.features import Passage, features
from newsfacts.steps.stance.model import BUCKETS, POLARITIES, bucket
from newsfacts.steps.stance.rules import findings
from newsfacts.steps.stance.scene import Scene

CALM = 0.35
"""What the summed scores are multiplied by: then left-out rows are about as often right as their probability says."""


def featured(rows: list[dict], pipeline: Pipeline) -> Iterator[dict[str, float]]:
    """The features of every row."""
    texts = list(dict.fromkeys(row["text"] for row in rows))
    by_text: dict[str, list[int]] = {text: [] for text in texts}
    for number, row in enumerate(rows):
        by_text[row["text"]].append(number)
    found: dict[int, dict[str, float]] = {}
    for doc in pipeline.nlp.pipe(texts, batch_size=64):
        scene = Scene(Reading.of(doc.text, doc, lexicons=pipeline.lexicons))
        passage = Passage.of(scene, 0, len(doc), findings(scene))
        for number in by_text[doc.text]:
            row = rows[number]
            spans = [Span(*row["target"]), *(Span(*each) for each in row.get("coref", ()))]
            found[number] = features(passage, [scene.reading.token_range(span) for span in spans])
    return (found[number] for number in range(len(rows)))


def matrix(found: list[dict[str, float]]):
    """The features as a sparse matrix of hashed columns."""
    from scipy.sparse import csr_matrix

    indices, values, ends = [], [], [0]
    for each in found:
        indices += [bucket(name) for name in each]
        values += each.values()
        ends.append(len(indices))
    return csr_matrix((values, indices, ends), shape=(len(found), BUCKETS))


def fit(table, labels, *, c: float = 0.1, rare: int = 2):
    """Weights and biases: features seen in fewer than `rare` rows weigh nothing.

    Two kinds of regressions are added up: one that tells all polarities apart, and one for each polarity against the
    others. Both see every feature the larger the more its share differs between the polarities, half and half with
    its own value. `CALM` then makes probabilities of the sum.
    """
    from scipy.sparse import diags
    from sklearn.linear_model import LogisticRegression

    columns = np.flatnonzero(np.asarray((table != 0).sum(0)).ravel() >= rare)
    seen = table[:, columns]
    ratios = [_ratio(seen, labels == number) for number in range(len(POLARITIES))]
    scale = _half(np.mean(ratios, axis=0))
    model = LogisticRegression(C=c, max_iter=400).fit(seen @ diags(scale), labels)
    sums, bias = model.coef_ * scale, model.intercept_.copy()
    for number, ratio in enumerate(ratios):
        scale = ratio / 2 + ratio.mean() / 2
        model = LogisticRegression(C=c, max_iter=400).fit(seen @ diags(scale), labels == number)
        sums[number] += model.coef_[0] * scale
        bias[number] += model.intercept_[0]
    weights = np.zeros((BUCKETS + 1, len(POLARITIES)), dtype=np.float16)
    weights[columns] = CALM * sums.T
    weights[BUCKETS] = CALM * bias
    return weights


def _ratio(table, chosen) -> np.ndarray:
    """How much the share of each feature differs inside and outside of some rows, as a logarithm."""
    within, without = (np.asarray((table[rows] != 0).sum(0)).ravel() + 1.0 for rows in (chosen, ~chosen))
    return np.abs(np.log((within / within.sum()) / (without / without.sum())))


def _half(ratio: np.ndarray) -> np.ndarray:
    return ratio / ratio.mean() / 2 + 0.5


def shares(table, weights) -> np.ndarray:
    """The probabilities of the rows of a table."""
    scores = table @ weights[:BUCKETS].astype(np.float32) + weights[BUCKETS].astype(np.float32)
    raised = np.exp(scores - scores.max(1, keepdims=True))
    return raised / raised.sum(1, keepdims=True)


def surest(table, labels, groups, *, precision: float = 0.85, folds: int = 5) -> tuple[float, float]:
    """The probability from which polar decisions have the wanted precision when left out, and their recall."""
    names = sorted(set(groups))
    fold_of = {name: number % folds for number, name in enumerate(np.random.RandomState(0).permutation(names))}
    fold = np.array([fold_of[name] for name in groups])
    found = np.zeros((len(labels), len(POLARITIES)))
    for number in range(folds):
        found[fold == number] = shares(table[fold == number], fit(table[fold != number], labels[fold != number]))
    best, neutral = found.argmax(1), POLARITIES.index("neutral")
    polar = np.flatnonzero(best != neutral)
    order = polar[np.argsort(-found[polar].max(1))]
    right = np.cumsum(best[order] == labels[order])
    held = np.flatnonzero(right / np.arange(1, len(order) + 1) >= precision)
    last = held[-1]
    return float(found[order[last]].max()), float(right[last] / np.sum(labels != neutral))


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in (arguments.data / "newsmtsc_train.jsonl").open(encoding="utf-8")]
    table = matrix(list(featured(rows, load(only=["stance"]))))
    labels = np.array([POLARITIES.index(row["polarity"]) for row in rows])
    threshold, recall = surest(table, labels, [row["group"] for row in rows])
    print(f"precision .85 from {threshold:.3f}, recall {recall:.3f}")
    np.save(arguments.out, fit(table, labels), allow_pickle=False)


if __name__ == "__main__":
    main()
