"""Trains the weights of the tone model: `python -m tests.benchmarks.tone_training DATA OUT.npz`.

DATA is a folder with newsmtsc_train.jsonl (NewsMTSC, released under MIT). Written are weights of hashed features, and
those of small networks that read the word vectors of the English pipeline: they belong to these vectors.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from attrs import frozen

from newsfacts import Pipeline, Reading, Span, load
from newsfacts.steps.stance.around import Around, Traits
from newsfacts.steps.stance.features import Passage, features
from newsfacts.steps.stance.model import BUCKETS, POLARITIES, ToneModel, bucket, write
from newsfacts.steps.stance.network import Network, key, looks, name_of
from newsfacts.steps.stance.rules import findings
from newsfacts.steps.stance.scene import Scene
from tests.benchmarks import gated, softmax
from tests.benchmarks.gated import Words
from tests.benchmarks.softmax import Rows

RARE = 2
PENALTY = 20.0
WORD_ROWS = 3
"""In how many rows a word must be seen for the networks to know it."""
TRAIT_WORDS = 30
FOLDS = 5
ROUNDS = 4
"""How many networks judge a row that they did not see: the more, the nearer to the many that ship."""
SHIPPED = 10
SHARES = np.arange(11) / 10


@frozen(eq=False)
class Example:
    """A row as the linear model and as the networks see it: each word around by its name, its looks and its traits."""

    features: dict[str, float]
    names: list[str]
    looks: np.ndarray
    traits: list[Traits]


def examples(rows: list[dict], pipeline: Pipeline) -> Iterator[Example]:
    """What is seen of every row."""
    texts = list(dict.fromkeys(row["text"] for row in rows))
    by_text: dict[str, list[int]] = {text: [] for text in texts}
    for number, row in enumerate(rows):
        by_text[row["text"]].append(number)
    found: dict[int, Example] = {}
    vocab = pipeline.nlp.vocab
    for doc in pipeline.nlp.pipe(texts, batch_size=64):
        scene = Scene(Reading.of(doc.text, doc, lexicons=pipeline.lexicons))
        passage = Passage.of(scene, 0, len(doc), findings(scene))
        around, seen = Around.of(passage), looks(passage, vocab, vocab.vectors.shape[1])
        for number in by_text[doc.text]:
            row = rows[number]
            spans = [Span(*row["target"]), *(Span(*each) for each in row.get("coref", ()))]
            ranges = [scene.reading.token_range(span) for span in spans]
            places = list(around.places(ranges))
            found[number] = Example(
                features(passage, ranges),
                [name_of(passage, i) for i, _ in places],
                seen[[i for i, _ in places]],
                [(*around.traits[i], *traits) for i, traits in places],
            )
    return (found[number] for number in range(len(rows)))


def hashed(found: Iterable[dict[str, float]]) -> Rows:
    """The features as rows of hashed columns."""
    return Rows.of(({bucket(name): value for name, value in each.items()} for each in found), BUCKETS)


def numbered(counts: Counter, least: int) -> dict:
    """What is counted often enough, numbered from 1."""
    return {each: number for number, each in enumerate(sorted(name for name in counts if counts[name] >= least), 1)}


def words_of(found: list[Example]) -> tuple[Words, dict[int, int], dict[str, int]]:
    """The words of all rows, and the numbers of known words and traits."""
    known = numbered(Counter(word for each in found for word in {key(name) for name in each.names}), WORD_ROWS)
    traits = numbered(Counter(trait for each in found for word in each.traits for trait in word), TRAIT_WORDS)
    words = Words(
        np.concatenate([each.looks for each in found]),
        np.array([known.get(key(name), 0) for each in found for name in each.names]),
        np.array([[traits.get(trait, 0) for trait in word] for each in found for word in each.traits]),
        np.array([len(each.names) for each in found]),
    )
    return words, known, traits


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


def scores(rows: Rows, weights: np.ndarray) -> np.ndarray:
    """The scores of rows."""
    return rows.times(weights[:BUCKETS].astype(float)) + weights[BUCKETS].astype(float)


def folds(rows: list[dict], seed: int) -> np.ndarray:
    """The part of every row: an article lies in one."""
    articles = ["_".join(row["gid"].split("_")[:3]) for row in rows]
    names = np.random.RandomState(seed).permutation(sorted(set(articles)))
    part = {name: number % FOLDS for number, name in enumerate(names)}
    return np.array([part[article] for article in articles])


def left_out(table: Rows, labels: np.ndarray, part: np.ndarray) -> np.ndarray:
    """The scores of every row by weights of the linear model that saw nothing of its article."""
    found = np.zeros((len(labels), len(POLARITIES)))
    for number in range(FOLDS):
        inside, others = np.flatnonzero(part == number), np.flatnonzero(part != number)
        found[inside] = scores(table.taken(inside), fit(table.taken(others), labels[others]))
    return found


def networks(
    words: Words, labels: np.ndarray, parts: list[np.ndarray], sizes: tuple[int, int]
) -> tuple[list, np.ndarray]:
    """Networks that each saw all but a part, and the mean scores of every row by those that did not see it."""
    fitted, found = [], np.zeros((len(labels), len(POLARITIES)))
    for turn, part in enumerate(parts):
        for number in range(FOLDS):
            inside, others = np.flatnonzero(part == number), np.flatnonzero(part != number)
            seed = turn * FOLDS + number
            fitted.append(gated.fit(words.taken(others), labels[others], known=sizes[0], traits=sizes[1], seed=seed))
            found[inside] += gated.scores(fitted[-1], words.taken(inside)) / len(parts)
    return fitted, found


def joined(fitted: list[gated.Weights], vectors: str, known: dict[int, int], traits: dict[str, int]) -> Network:
    """Networks side by side, whose mean is given."""
    beside = {name: np.hstack([each[name] for each in fitted]) for name in ("look", "base", "own", "gates")}
    stacked = {name: np.stack([each[name] for each in fitted]) for name in ("mix", "lean", "says", "bias")}
    says, bias = stacked.pop("says") / len(fitted), stacked.pop("bias").mean(0)
    return Network(vectors=vectors, words=known, traits=traits, says=says, bias=bias, **beside, **stacked)


def loss(found: np.ndarray, labels: np.ndarray) -> float:
    """The mean negative logarithm of the probabilities of what is right."""
    return float(-np.log(softmax.shares(found)[np.arange(len(labels)), labels]).mean())


def surest(found: np.ndarray, labels: np.ndarray, precision: float = 0.85) -> tuple[float, float]:
    """The probability from which polar decisions have the wanted precision when left out, and their recall."""
    best, neutral = found.argmax(1), POLARITIES.index("neutral")
    polar = np.flatnonzero(best != neutral)
    order = polar[np.argsort(-found[polar].max(1))]
    right = np.cumsum(best[order] == labels[order])
    last = np.flatnonzero(right / np.arange(1, len(order) + 1) >= precision)[-1]
    return float(found[order[last]].max()), float(right[last] / np.sum(labels != neutral))


def trained(rows: list[dict], pipeline: Pipeline) -> ToneModel:
    """The model, and what it is worth on articles that it did not see, printed."""
    found = list(examples(rows, pipeline))
    labels = np.array([POLARITIES.index(row["polarity"]) for row in rows])
    table, parts = hashed(each.features for each in found), [folds(rows, seed) for seed in range(ROUNDS)]
    words, known, traits = words_of(found)
    linear = left_out(table, labels, parts[0])
    fitted, seen = networks(words, labels, parts, (len(known) + 1, len(traits) + 1))
    share = float(min(SHARES, key=lambda share: loss((1 - share) * linear + share * seen, labels)))
    mixed = (1 - share) * linear + share * seen
    sure, recall = surest(softmax.shares(mixed), labels)
    losses = ", ".join(f"{name} {loss(each, labels):.4f}" for name, each in (("linear", linear), ("both", mixed)))
    print(f"loss: {losses}; networks count {share}; precision .85 from {sure:.3f}, recall {recall:.3f}")
    network = joined(fitted[:SHIPPED], str(pipeline.nlp.vocab.vectors.name), known, traits)
    return ToneModel(fit(table, labels), network, share, sure)


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in (arguments.data / "newsmtsc_train.jsonl").open(encoding="utf-8")]
    model = trained(rows, load(only=["stance"]))
    with arguments.out.open("wb") as file:
        write(model, file)


if __name__ == "__main__":
    main()
