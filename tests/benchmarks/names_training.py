"""Trains the weights of the evidence for types of names: `python -m tests.benchmarks.names_training --data DIR`.

DIR holds ner/train.jsonl.gz: short documents with their names marked, from several collections. Only those are taken
whose marks may be used under any licence: Re-DocRED and CrossNER (MIT), wikigold, GUM and MEANTIME (CC BY 4.0), the
parts of re3d by governments. Written are numbers: how much each piece of evidence of steps/entities/evidence.py speaks
for each type, by logistic regression over the names of a document. What the language model says of a name is no
evidence here: it was trained on the same names and would be believed too much. `--check FILE` shows how well the
language model alone and the step type the names of other documents.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import accumulate
from pathlib import Path

import numpy as np
from attrs import frozen
from numpy.typing import NDArray
from spacy.tokens import Doc

from newsfacts import Lexicons, Reading, load
from newsfacts.steps.entities.cleaning import Name
from newsfacts.steps.entities.evidence import TYPES, Longer, evidence
from newsfacts.steps.entities.kinds import grouped, keys_of, typed
from newsfacts.steps.entities.lists import name_lists
from newsfacts.steps.entities.names import names_of
from newsfacts.steps.entities.nominals import noun_kinds
from newsfacts.steps.entities.words import Words
from tests.benchmarks.files import Json

SOURCES = ("crossner", "docred", "gum", "meantime", "re3d", "wikigold")
LEFT_OUT = ("re3d-Wikipedia",)
LEAST = 8  # names that must show a piece of evidence
SMOOTHING = 1.0
ROUNDS = 150
SHARE = 0.23  # how much the weights count beside the votes of the rules in steps/entities/kinds.py
FAINT = 0.1  # evidence with smaller weights is left out
HEADER = """\
# Weights, in hundredths, of the evidence that a name is of a type: a row for each piece of evidence, a column for each
# type ({types}).
# Source: logistic regression over the evidence of steps/entities/evidence.py on {names} names of Re-DocRED and CrossNER
# (MIT), wikigold, GUM and MEANTIME (CC BY 4.0) and government parts of re3d (CC BY 3.0 AU, OGL, public
# domain), by tests/benchmarks/names_training.py. Licence: same as the code.
"""
Table = NDArray[np.float64]


@frozen
class Example:
    """A name of a document: what is seen of it, and its type."""

    kinds: frozenset[str]
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
        longer = Longer.of(names, words, lists)
        for key, members in grouped(names, keys_of(names, words)).items():
            kind = Counter(name.type for name in members).most_common(1)[0][0]
            yield Example(frozenset(evidence(key, members, longer, words, lists, nouns)), kind)


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
    """Weights of evidence for each type, "bias" among them: logistic regression by adaptive gradients."""
    counts = Counter(kind for row in given for kind in row.kinds)
    kinds = ["bias", *sorted(kind for kind, count in counts.items() if count >= LEAST)]
    place = {kind: number for number, kind in enumerate(kinds)}
    rows = [[0, *(place[kind] for kind in sorted(row.kinds) if kind in place)] for row in given]
    flat = np.concatenate([np.array(row) for row in rows])
    owner = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    starts = np.searchsorted(owner, np.arange(len(rows)))
    gold = np.eye(len(TYPES))[[TYPES.index(row.type) for row in given]]
    weights = np.zeros((len(kinds), len(TYPES)))
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for number in range(1, ROUNDS + 1):
        scores = np.add.reduceat(weights[flat], starts, axis=0)
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        missed = (shares - gold)[owner]
        slope = SMOOTHING * weights
        for column in range(len(TYPES)):
            slope[:, column] += np.bincount(flat, weights=missed[:, column], minlength=len(kinds))
        slope /= len(rows)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        step = 0.05 if number <= 0.6 * ROUNDS else 0.02
        weights -= step * (mean / (1 - 0.9**number)) / (np.sqrt(spread / (1 - 0.99**number)) + 1e-8)
    return dict(zip(kinds, weights - weights.mean(axis=1, keepdims=True), strict=True))


def written(weights: dict[str, Table], names: int) -> str:
    """The weights as the file of the package."""
    rows = (
        "\t".join([kind, *(str(round(100 * SHARE * weight)) for weight in row)]) + "\n"
        for kind, row in sorted(weights.items())
        if kind == "bias" or np.abs(row).max() >= FAINT
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
    arguments.out.write_text(written(fit(rows), len(rows)), "utf-8")


if __name__ == "__main__":
    main()
