"""Trains the weights of the tone model: `python -m tests.benchmarks.tone_training DATA OUT.npy`.

DATA is a folder with newsmtsc_train.jsonl (NewsMTSC, released under MIT); only weights of hashed features are written.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from newsfacts import Pipeline, Reading, Span, load
from newsfacts.steps.stance.features import Passage, features
from newsfacts.steps.stance.model import BUCKETS, POLARITIES, bucket
from newsfacts.steps.stance.rules import findings
from newsfacts.steps.stance.scene import Scene
from tests.benchmarks import softmax
from tests.benchmarks.softmax import Rows

RARE = 2
PENALTY = 20.0


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


def hashed(found: Iterable[dict[str, float]]) -> Rows:
    """The features as rows of hashed columns."""
    return Rows.of(({bucket(name): value for name, value in each.items()} for each in found), BUCKETS)


def fit(rows: Rows, labels: np.ndarray) -> np.ndarray:
    """Weights and, in the last row, biases: features seen in fewer than `RARE` rows weigh nothing.

    Every feature is seen the larger the more its share differs between the polarities, half and half with its own
    value.
    """
    known = rows.counts(np.ones(len(rows), dtype=bool)) >= RARE
    ratios = [_ratio(rows, labels == number)[known] for number in range(len(POLARITIES))]
    ratio, scale = np.mean(ratios, axis=0), np.zeros(BUCKETS)
    scale[known] = ratio / ratio.mean() / 2 + 0.5
    found, bias = softmax.fit(rows.scaled(scale), labels, len(POLARITIES), penalty=PENALTY)
    return np.vstack([found * scale[:, None], bias]).astype(np.float16)


def _ratio(rows: Rows, chosen: np.ndarray) -> np.ndarray:
    """How much the share of each feature differs inside and outside of some rows, as a logarithm."""
    within, without = rows.counts(chosen) + 1, rows.counts(~chosen) + 1
    return np.abs(np.log((within / within.sum()) / (without / without.sum())))


def shares(rows: Rows, weights: np.ndarray) -> np.ndarray:
    """The probabilities of rows."""
    return softmax.shares(rows.times(weights[:BUCKETS].astype(float)) + weights[BUCKETS].astype(float))


def left_out(rows: Rows, labels: np.ndarray, groups: Sequence[str], folds: int = 5) -> np.ndarray:
    """The probabilities of every row by weights that saw nothing of its article."""
    names = sorted(set(groups))
    fold_of = {name: number % folds for number, name in enumerate(np.random.RandomState(0).permutation(names))}
    fold = np.array([fold_of[name] for name in groups])
    found = np.zeros((len(labels), len(POLARITIES)))
    for number in range(folds):
        inside, others = np.flatnonzero(fold == number), np.flatnonzero(fold != number)
        found[inside] = shares(rows.taken(inside), fit(rows.taken(others), labels[others]))
    return found


def surest(found: np.ndarray, labels: np.ndarray, precision: float = 0.85) -> tuple[float, float]:
    """The probability from which polar decisions have the wanted precision when left out, and their recall."""
    best, neutral = found.argmax(1), POLARITIES.index("neutral")
    polar = np.flatnonzero(best != neutral)
    order = polar[np.argsort(-found[polar].max(1))]
    right = np.cumsum(best[order] == labels[order])
    last = np.flatnonzero(right / np.arange(1, len(order) + 1) >= precision)[-1]
    return float(found[order[last]].max()), float(right[last] / np.sum(labels != neutral))


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in (arguments.data / "newsmtsc_train.jsonl").open(encoding="utf-8")]
    table = hashed(featured(rows, load(only=["stance"])))
    labels = np.array([POLARITIES.index(row["polarity"]) for row in rows])
    sure, recall = surest(left_out(table, labels, [row["group"] for row in rows]), labels)
    print(f"precision .85 from {sure:.3f}, recall {recall:.3f}")
    np.save(arguments.out, fit(table, labels), allow_pickle=False)


if __name__ == "__main__":
    main()
