"""Trains the weights of the evidence for bylines: `python -m tests.benchmarks.byline_training --data DIR`.

DIR holds page.jsonl and derived_tail.jsonl, pages with their bylines marked (of article-extraction-dataset, Apache-2.0,
and fundus, MIT). Only numbers are written: a weight for each kind of evidence of steps/layout/evidence.py, by logistic
regression over the lines that can be read as a byline. `--folds` shows how weights do that were fitted without some of
the publishers.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from attrs import evolve, frozen

from newsfacts import Lexicons, load
from newsfacts.steps.layout import choosing
from newsfacts.steps.layout.evidence import evidence
from newsfacts.steps.layout.lines import lines_of
from newsfacts.steps.layout.page import Page
from newsfacts.steps.layout.words import Words
from tests.benchmarks import logistic
from tests.benchmarks.files import Json, find, read

SETS = ("page", "derived_tail")
NEGATIVE = 0.3  # a page has many lines that are no byline
SMOOTHING = 1.0
MARGIN = 1.0  # added to the bias: more bylines are found, and hardly a false one, on publishers left out
HEADER = """\
# Weights of the evidence that a line is the byline: where they add up to more than zero, it is.
# Source: logistic regression over the evidence of steps/layout/evidence.py on lines of {pages} pages of two
# collections, article-extraction-dataset (Apache-2.0) and fundus (MIT), by tests/benchmarks/byline_training.py;
# the file holds numbers only. Licence: same as the code.
"""


@frozen
class Named:
    """A name that the parser found, as characters of the text."""

    start: int
    end: int
    ent_type_: str


@frozen
class Names:
    """The names of a text: what a page asks of its document."""

    found: tuple[Named, ...]

    def has_annotation(self, _attribute: str) -> bool:
        """As of a document: whether names were looked for; a text without any is taken for one without a parse."""
        return bool(self.found)

    def char_span(self, start: int, end: int, *, alignment_mode: str) -> list[Named]:
        """As of a document: the names between two characters."""
        del alignment_mode
        return [name for name in self.found if name.start < end and name.end > start]

    def without(self, start: int, end: int) -> Names:
        """The names of the text with a part cut out."""
        kept = (name for name in self.found if name.end <= start or name.start >= end)
        cut = end - start
        moved = (evolve(n, start=n.start - cut, end=n.end - cut) if n.start >= end else n for n in kept)
        return Names(tuple(moved))


@frozen
class Example:
    """A line that can be read as a byline: its evidence, whether it is one, and how much it counts."""

    evidence: Mapping[str, float]
    is_byline: bool
    weight: float
    family: str


def names_of(texts: list[str]) -> Iterator[Names]:
    """The names of texts by the default pipeline."""
    nlp = load(only=["blocks"]).nlp
    unneeded = [name for name in nlp.pipe_names if name not in ("ner", "tok2vec")]
    for doc in nlp.pipe(texts, batch_size=16, disable=unneeded):
        yield Names(tuple(Named(e.start_char, e.end_char, e.label_) for e in doc.ents))


def examples(records: list[Json], words: Words, *, cut: bool) -> Iterator[Example]:
    """The lines of pages; with `cut`, those of the pages without their bylines too."""
    for record, names in zip(records, names_of([record["text"] for record in records]), strict=True):
        yield from _of_page(record, names, words)
        if cut and record["byline"]:
            yield from _of_cut_page(record, names, words)


def _candidates(page: Page) -> Iterator[tuple[choosing.Candidate, Mapping[str, float]]]:
    for one in choosing.candidates(page, choosing.near_edges(page)):
        yield one, evidence(page, one.first, one.last, one.found, one.rule)


def _of_page(record: Json, names: Names, words: Words) -> Iterator[Example]:
    """The line marked as the byline against all others; lines that name some of its authors count for nothing."""
    marked = {(author["start"], author["end"]) for author in record["authors"]}
    found = list(_candidates(_page(record["text"], names, words)))
    good: list[Mapping[str, float]] = []
    exact: list[Mapping[str, float]] = []
    for one, told in found:
        spans = {(name.span.start, name.span.end) for name in one.names}
        if spans and spans <= marked:
            good.append(told)
            span = choosing.span_of(one)
            if record["byline"] and [span.start, span.end] == record["byline"]:
                exact.append(told)
        elif not spans & marked:
            yield Example(told, is_byline=False, weight=NEGATIVE, family=record["family"])
    best = exact or good
    for told in best:
        yield Example(told, is_byline=True, weight=1 / len(best), family=record["family"])


def _of_cut_page(record: Json, names: Names, words: Words) -> Iterator[Example]:
    """The lines of a page without its byline, whole and cut short, so that headings and captions end the text."""
    start, end = record["byline"]
    text = record["text"]
    start = text.rfind("\n", 0, start) + 1
    end = text.find("\n", end) + 1 or len(text)
    text, names = text[:start] + text[end:], names.without(start, end)
    authors = {author["name"] for author in record["authors"]}
    lines = text.split("\n")
    for kept in (len(lines), *range(6, len(lines), 4)):
        for one, told in _candidates(_page("\n".join(lines[:kept]), names, words)):
            at_end = kept == len(lines) or one.first >= kept - 4
            if at_end and not any(name.text in authors for name in one.names):
                yield Example(told, is_byline=False, weight=NEGATIVE, family=record["family"])


def _page(text: str, names: Any, words: Words) -> Page:
    return Page(text, lines_of(text), words, names)


def fit(given: Iterable[Example]) -> dict[str, float]:
    """Weights by name, "bias" among them: logistic regression by Newton's method."""
    rows = list(given)
    kinds = sorted({kind for row in rows for kind in row.evidence})
    table = np.array([[*(row.evidence.get(kind, 0.0) for kind in kinds), 1.0] for row in rows])
    labels = np.array([float(row.is_byline) for row in rows])
    counts = np.array([row.weight for row in rows])
    smoothing = np.array([*(SMOOTHING for _ in kinds), 0.01])
    weights = logistic.fit(table, labels, smoothing, counts)
    weights[-1] += MARGIN
    return dict(zip((*kinds, "bias"), weights.tolist(), strict=True))


def left_out(given: list[Example], folds: int) -> tuple[float, float]:
    """The shares of bylines and of other lines that are told right by weights fitted without their publishers."""
    families = sorted({row.family for row in given})
    order = np.random.RandomState(1).permutation(len(families))
    right = {True: 0.0, False: 0.0}
    total = {True: 0.0, False: 0.0}
    for number in range(folds):
        held = {families[i] for i in order[number::folds]}
        weights = fit(row for row in given if row.family not in held)
        for row in (row for row in given if row.family in held):
            score = weights["bias"] + sum(weights.get(kind, 0.0) * value for kind, value in row.evidence.items())
            total[row.is_byline] += row.weight
            right[row.is_byline] += row.weight * ((score >= 0) == row.is_byline)
    return right[True] / total[True], right[False] / total[False]


def written(weights: Mapping[str, float], pages: int) -> str:
    """The weights as the file of the package."""
    return HEADER.format(pages=pages) + "".join(f"{kind}\t{weights[kind]:.2f}\n" for kind in sorted(weights))


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path(str(files("newsfacts") / "data" / "byline_weights.tsv")))
    parser.add_argument("--folds", type=int, default=0)
    arguments = parser.parse_args()
    words = Words.of(Lexicons())
    sets = {name: read(path) for name in SETS if (path := find(arguments.data, f"{name}.jsonl"))}
    rows = [row for name, records in sets.items() for row in examples(records, words, cut=name == "page")]
    if arguments.folds:
        bylines, others = left_out(rows, arguments.folds)
        print(f"told right without their publishers: {bylines:.3f} of the bylines, {others:.3f} of the other lines")
    arguments.out.write_text(written(fit(rows), len(sets.get("page", ()))), "utf-8")


if __name__ == "__main__":
    main()
