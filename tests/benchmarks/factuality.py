"""How sure an event is: MEANTIME's values per event, UDS-IH2's and MegaVeridicality's scores per target word.

The words are given by the sets, so the rules are asked about each of them, whether the pipeline makes it an event or
not. The value is that of the innermost source, as in MEANTIME. UDS counts the future as not happened; `SCORES` is
the map from our values to its scale, and nothing is trained on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from newsfacts import Lexicons, Pipeline, Reading, Span
from newsfacts.parsing import parse
from newsfacts.steps.sourcing import commitment_at
from tests.benchmarks.files import Json, find, plain, read, write
from tests.benchmarks.scorers import printed_json

SETS = {
    "meantime": "factuality_meantime.jsonl",
    "uds": "factuality_uds_ih2.jsonl",
    "megaveridicality": "factuality_megaveridicality.jsonl",
}
SCORES = {"CT+": 3.0, "PR+": 2.0, "PS+": 1.0, "PS-": -1.0, "PR-": -2.0, "CT-": -3.0}
STEPS = ("blocks", "headline", "quotations", "claims")

PEERS: dict[str, tuple[float, str]] = {
    "meantime.coarse_macro_f1": (0.672, "dependency rules, measured on other documents; all CT+ .311"),
    "uds.pearson": (0.405, "dependency rules, measured on another part; BiLSTM about .77, published"),
    "uds.mae": (1.79, "dependency rules, measured on another part"),
}


def predict(data: Path, pipeline: Pipeline, out: Path) -> dict[str, Path]:
    """Write a value and a score for each target word of the sets that are there."""
    present = {step.name for step in pipeline.steps}
    lean = pipeline.without(*(present - set(STEPS)))
    written: dict[str, Path] = {}
    for name, file in SETS.items():
        if (path := find(data, file)) is not None:
            written[name] = write(out / f"factuality_{name}.jsonl", judged(read(path), lean))
    return written


def judged(rows: Sequence[Json], pipeline: Pipeline) -> Iterable[Json]:
    """The innermost source's value of each target, text by text."""
    by_text: dict[str, list[Json]] = defaultdict(list)
    for row in rows:
        by_text[row["text"]].append(row)
    docs = (parse(pipeline.nlp, text) for text in by_text)
    for article, doc in zip(pipeline.pipe(list(by_text)), docs, strict=True):
        reading = Reading.of(article.text, doc, facts=article.facts, lexicons=Lexicons())
        yield from (_row(reading, row) for row in by_text[article.text])


def _row(reading: Reading, row: Json) -> Json:
    target = row["target"]
    found = commitment_at(reading, Span(target["start"], target["end"]))
    score = SCORES.get(found.value, 0.0)
    if found.future and score >= 0:
        score = -1.0
    return {"id": row["id"], "factbank": found.value, "score": score}


def measure(data: Path, predictions: dict[str, Path]) -> dict[str, float]:
    """Score what was predicted."""
    measures: dict[str, float] = {}
    for name, path in predictions.items():
        gold = plain(find(data, SETS[name]) or Path(), path.parent)
        found = printed_json("score_factuality.py", gold, path)
        if "macroF1_coarse" in found:
            measures[f"{name}.coarse_macro_f1"] = found["macroF1_coarse"]
            measures[f"{name}.accuracy"] = found["accuracy"]
        if "r" in found:
            measures |= {f"{name}.pearson": found["r"], f"{name}.mae": found["MAE"]}
    return measures
