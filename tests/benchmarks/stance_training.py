"""Trains the weights that tell how sure a stance is: `python -m tests.benchmarks.stance_training DATA OUT.tsv`.

DATA is a folder with newsmtsc_train.jsonl (NewsMTSC, released under MIT). Candidates of the rules in its sentences
were read one by one for this project and marked in `stance_marks.tsv`: 1 if a reader would list the stance, 0 if it
is wrong, o if it is odd (counted as wrong). A mark names the row, the place of cue and target and the polarity, so
that it outlives changes of the rules. Only weights of traits are written; texts are not.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from newsfacts import Pipeline, Reading, Record, load
from newsfacts.article import FactTable
from newsfacts.extractor import Parsed
from newsfacts.steps.stance.findings import candidates
from newsfacts.steps.stance.rules import findings
from newsfacts.steps.stance.scene import Scene
from newsfacts.steps.stance.scoring import traits
from tests.benchmarks import logistic

MARKS = Path(__file__).with_name("stance_marks.tsv")
HEAD = """# Weights of the traits that tell whether what a rule of stance found is one that a reader would list.
# Source: logistic regression over the traits of steps/stance/scoring.py on candidates in sentences of NewsMTSC
# (released under MIT), marked for newsfacts, by tests/benchmarks/stance_training.py; the file holds numbers only.
# Licence: same as the code.
"""
Key = tuple[str, int, int, str]


def marks() -> dict[Key, int]:
    """The marked candidates: row, start of cue and target, polarity -> whether it is right."""
    rows = (line.split("\t") for line in MARKS.read_text("utf-8").splitlines() if line and line[0] != "#")
    return {(row, int(cue), int(target), polarity): int(mark == "1") for row, cue, target, polarity, mark in rows}


def marked(texts: dict[str, str], pipeline: Pipeline) -> Iterator[tuple[str, list[str], int]]:
    """The row, the traits and the mark of every candidate that the rules still find."""
    known = marks()
    lean = pipeline.without("stance", "tone")
    names = {text: name for name, text in texts.items()}
    for doc in lean.nlp.pipe(names, batch_size=64):
        record, name = Record.make(doc.text), names[doc.text]
        facts = lean.read(record, doc, on_error="record").facts
        scene = Scene(Reading(Parsed(record, doc), lean.lexicons, FactTable(facts)))
        for finding in candidates(scene, findings(scene)):
            polarity = "support" if finding.sign > 0 else "oppose"
            mark = known.get((name, finding.cue.start, finding.target_span.start, polarity))
            if mark is not None:
                yield name, sorted(set(traits(scene, finding))), mark


def matrix(rows: Sequence[Sequence[str]], names: Sequence[str]) -> np.ndarray:
    """One column for each trait, the last for the bias."""
    places = {name: place for place, name in enumerate(names)}
    table = np.zeros((len(rows), len(names) + 1))
    table[:, -1] = 1
    for row, found in enumerate(rows):
        table[row, [places[name] for name in found if name in places]] = 1
    return table


def fit(table: np.ndarray, right: np.ndarray, *, penalty: float = 4.0) -> np.ndarray:
    """The weights; the bias is not drawn to zero."""
    drawn = np.full(table.shape[1], penalty)
    drawn[-1] = 1e-6
    return logistic.fit(table, right, drawn)


def left_out(table: np.ndarray, right: np.ndarray, groups: Sequence[str], folds: int = 8) -> np.ndarray:
    """The probability of every row by weights that saw nothing of its sentence."""
    fold_of = {name: number % folds for number, name in enumerate(sorted(set(groups)))}
    fold = np.array([fold_of[name] for name in groups])
    found = np.zeros(len(right))
    for number in range(folds):
        found[fold == number] = logistic.shares(
            table[fold == number], fit(table[fold != number], right[fold != number])
        )
    return found


def main() -> None:
    """Train, tell how well it went on sentences left out, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    wanted = {key[0] for key in marks()}
    rows = (json.loads(line) for line in (arguments.data / "newsmtsc_train.jsonl").open(encoding="utf-8"))
    found = list(marked({row["id"]: row["text"] for row in rows if row["id"] in wanted}, load()))
    groups, right = [each[0] for each in found], np.array([each[2] for each in found])
    counts = Counter(name for each in found for name in each[1])
    names = sorted(name for name, count in counts.items() if count >= 4)
    table = matrix([each[1] for each in found], names)
    sure = left_out(table, right, groups)
    print(f"{len(right)} candidates, {right.mean():.3f} right")
    for floor in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        kept = sure >= floor
        print(f"from {floor}: {right[kept].mean():.3f} right, {right[kept].sum() / right.sum():.3f} of the right kept")
    weights = dict(zip([*names, "bias"], fit(table, right), strict=True))
    lines = (
        f"{name}\t{value:.2f}\n" for name, value in sorted(weights.items()) if name == "bias" or abs(value) >= 0.005
    )
    arguments.out.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
