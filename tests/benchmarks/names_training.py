"""Trains the weights of the evidence for types of names: `python -m tests.benchmarks.names_training --data DIR`.

DIR holds ner/train.jsonl.gz: short documents with their names marked, from several collections. Only those are taken
whose marks may be used under any licence: Re-DocRED and CrossNER (MIT), wikigold, GUM and MEANTIME (CC BY 4.0), the
parts of re3d by governments. Written are numbers: how much each piece of evidence of steps/entities/evidence.py speaks
for each type, by logistic regression over the names of a document. What the language model says of a name is no
evidence here: it was trained on the same names and would be believed too much. The vectors of the words
are, and each name is learnt from twice, with them and without, so that the weights serve both. `--check FILE` shows how
well the language model alone and the step type the names of other documents.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from importlib.resources import files
from itertools import accumulate
from pathlib import Path

import numpy as np
from attrs import frozen
from numpy.typing import NDArray
from spacy.tokens import Doc

from newsfacts import Lexicons, Reading, load
from newsfacts.steps.entities.cleaning import Name
from newsfacts.steps.entities.evidence import Longer, evidence
from newsfacts.steps.entities.kinds import grouped, keys_of, typed
from newsfacts.steps.entities.learnt import PARTS, TYPES, WIDTH, Vectors, component, seen
from newsfacts.steps.entities.lists import name_lists
from newsfacts.steps.entities.names import names_of
from newsfacts.steps.entities.nominals import noun_kinds
from newsfacts.steps.entities.words import Words
from tests.benchmarks.files import Json

SOURCES = ("crossner", "docred", "gum", "meantime", "re3d", "wikigold")
LEFT_OUT = ("re3d-Wikipedia",)
LEAST = 16  # names that must show a piece of evidence
SMOOTHING = 2.0
SMOOTHING_OF_VECTORS = 3.0
ROUNDS = 150
SHARE = 0.4  # how much the weights count beside the votes of the rules in steps/entities/kinds.py
FAINT = 0.1  # evidence with smaller weights is left out
HEADER = """\
# Weights, in hundredths, of the evidence that a name is of a type: a row for each piece of evidence, a column for each
# type ({types}).
# Source: logistic regression over the evidence of steps/entities/evidence.py on {names} names of Re-DocRED and CrossNER
# (MIT), wikigold, GUM and MEANTIME (CC BY 4.0) and government parts of re3d (CC BY 3.0 AU, OGL, public
# domain), by tests/benchmarks/names_training.py. "vector-PART=NUMBER" are the components of the vectors of words that
# newsfacts-en has. Licence: same as the code.
"""
Table = NDArray[np.float32]


@frozen
class Example:
    """A name of a document: what is seen of it, and its type."""

    kinds: AbstractSet[str]
    vectors: Table | None
    type: str


def read(path: Path) -> list[Json]:
    """Read the documents of a file of names."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def allowed(record: Json) -> bool:
    """Tell whether the marks of a document may be used."""
    return record["src"].startswith(SOURCES) and not record["src"].startswith(LEFT_OUT)


def text_of(record: Json) -> str:
    """Give the text of a document."""
    return "".join(word + " " * bool(space) for word, space in zip(record["words"], record["spaces"], strict=True))


def examples(records: Sequence[Json], docs: Iterable[Doc], lexicons: Lexicons) -> Iterator[Example]:
    """The marked names of documents with what is seen of them."""
    lists, nouns = name_lists(lexicons), noun_kinds(lexicons)
    for record, doc in zip(records, docs, strict=True):
        words = Words.of(Reading.of(doc.text, doc, lexicons=lexicons))
        names = marked(record, words)
        longer, vectors = Longer.of(names, words, lists), Vectors.of(words)
        for key, members in grouped(names, keys_of(names, words)).items():
            kind = Counter(name.type for name in members).most_common(1)[0][0]
            told = evidence(key, members, longer, words, lists, nouns)
            yield Example(seen(told, members, words, None).evidence, None, kind)
            if vectors is not None:
                name = seen(told, members, words, vectors)
                yield Example(name.evidence, vectors.means([name])[0], kind)


def marked(record: Json, words: Words) -> list[Name]:
    """The marked names that begin and end where words of the parse do."""
    sizes = [len(word) + bool(space) for word, space in zip(record["words"], record["spaces"], strict=True)]
    starts = [0, *accumulate(sizes)]
    found = []
    for first, end, kind in sorted(record["ents"]):
        start = words.starts_at.get(starts[first])
        stop = words.ends_at.get(starts[end - 1] + len(record["words"][end - 1]))
        if start is not None and stop is not None and kind in TYPES:
            found.append(Name(start, stop, kind, "marked"))
    return found


def fit(given: Sequence[Example]) -> dict[str, Table]:
    """Weights of evidence for each type, "bias" and the components of vectors among them."""
    counts = Counter(kind for row in given for kind in row.kinds)
    kinds = ["bias", *sorted(kind for kind, count in counts.items() if count >= LEAST)]
    place = {kind: number for number, kind in enumerate(kinds)}
    rows = [[0, *(place[kind] for kind in sorted(row.kinds) if kind in place)] for row in given]
    flat = np.concatenate([np.array(row) for row in rows])
    owner = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    starts = np.searchsorted(owner, np.arange(len(rows)))
    gold = np.eye(len(TYPES), dtype="float32")[[TYPES.index(row.type) for row in given]]
    seeing = [number for number, row in enumerate(given) if row.vectors is not None]
    vectors = np.array([row.vectors for row in given if row.vectors is not None]).reshape(len(seeing), -1)
    vector_kinds = [component(part, number) for part in PARTS for number in range(WIDTH)]

    def slopes(weights: Table) -> Table:
        plain, dense = weights[: len(kinds)], weights[len(kinds) :]
        scores = np.add.reduceat(plain[flat], starts, axis=0)
        if seeing:
            scores[seeing] += vectors @ dense
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        missed = shares / shares.sum(axis=1, keepdims=True) - gold
        slope = np.concatenate([SMOOTHING * plain, SMOOTHING_OF_VECTORS * dense])
        for column in range(len(TYPES)):
            slope[: len(kinds), column] += np.bincount(flat, weights=missed[owner, column], minlength=len(kinds))
        if seeing:
            slope[len(kinds) :] += vectors.T @ missed[seeing]
        return (slope / len(rows)).astype("float32")

    weights = lowest(slopes, np.zeros((len(kinds) + len(vector_kinds), len(TYPES)), "float32"))
    return dict(zip([*kinds, *vector_kinds], weights - weights.mean(axis=1, keepdims=True), strict=True))


def lowest(slopes: Callable[[Table], Table], weights: Table) -> Table:
    """Where the slopes lead, by adaptive gradients."""
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for number in range(1, ROUNDS + 1):
        slope = slopes(weights)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        step = 0.05 if number <= 0.6 * ROUNDS else 0.02
        weights = weights - step * (mean / (1 - 0.9**number)) / (np.sqrt(spread / (1 - 0.99**number)) + 1e-8)
    return weights


def written(weights: dict[str, Table], names: int) -> str:
    """The weights as the file of the package."""
    rows = (
        "\t".join([kind, *(str(round(100 * SHARE * weight)) for weight in row)]) + "\n"
        for kind, row in sorted(weights.items())
        if kind == "bias" or kind.startswith("vector-") or np.abs(row).max() >= FAINT
    )
    return HEADER.format(types=", ".join(TYPES), names=names) + "".join(rows)


def check(records: Sequence[Json], docs: Iterable[Doc], lexicons: Lexicons) -> dict[str, float]:
    """The share of found names with the right type, over names whose borders are right: by the language model alone
    and by the step."""
    lists, nouns = name_lists(lexicons), noun_kinds(lexicons)
    right: Counter[str] = Counter()
    total = 0
    for record, doc in zip(records, docs, strict=True):
        reading = Reading.of(doc.text, doc, lexicons=lexicons)
        words = Words.of(reading)
        gold = {(name.start, name.end): name.type for name in marked(record, words)}
        bare = {(ent.start, ent.end): ent.label_ for ent in doc.ents}
        for name in typed(names_of(reading, words, lists), words, lists, nouns):
            place = name.start, name.end
            if place in gold:
                total += 1
                right["step"] += gold[place] == name.type
                right["model"] += gold[place] == bare.get(place)
    return {who: right[who] / total for who in ("model", "step")}


def main() -> None:
    """Train and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path(str(files("newsfacts") / "data" / "name_weights.tsv")))
    parser.add_argument("--check", type=Path)
    arguments = parser.parse_args()
    nlp, lexicons = load(only=["blocks"]).nlp, Lexicons()
    records = read(arguments.check or arguments.data / "ner" / "train.jsonl.gz")
    if arguments.check:
        print(check(records, nlp.pipe(map(text_of, records)), lexicons))
        return
    records = list(filter(allowed, records))
    rows = list(examples(records, nlp.pipe(map(text_of, records)), lexicons))
    arguments.out.write_text(written(fit(rows), sum(row.vectors is None for row in rows)), "utf-8")


if __name__ == "__main__":
    main()
