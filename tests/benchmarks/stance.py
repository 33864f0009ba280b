"""Stances in whole articles, between two given parties, and the tone toward a given person.

Sets (absent ones are skipped): `gold.jsonl` (articles with all their stances), `newsmtsc_rw_dev.jsonl`,
`newsmtsc_mt_dev.jsonl` and the same with `test` (tone, target given), `dse_valid.jsonl`, `plover.jsonl` (holder and
target given). A holder that the text leaves unsaid is written as null.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from newsfacts import Article, Lexicons, Pipeline, Reading, Record, Span, Stance
from newsfacts.article import FactTable
from newsfacts.extractor import Parsed
from newsfacts.steps.stance import stance_between, tone_toward
from newsfacts.steps.stance.model import ToneModel
from tests.benchmarks.files import Json, find, pair, plain, read, write
from tests.benchmarks.scorers import printed_json

SCORER = "score_stance.py"
TONES = ("newsmtsc_rw_dev", "newsmtsc_mt_dev", "newsmtsc_rw_test", "newsmtsc_mt_test")
PAIRS = ("dse_valid", "dse_test", "plover")
LEFT_OUT = ("quantities", "figures", "time_anchors", "tone")

PEERS: dict[str, tuple[float, str]] = {
    "newsmtsc_rw.macro_f1": (0.811, "RoBERTa, paper, test; VADER .52, linear with parse features .695, measured"),
    "newsmtsc_mt.macro_f1": (0.794, "RoBERTa, paper, test; VADER .54, linear with parse features .676, measured"),
    "newsmtsc_rw.recall_at_p85": (0.34, "linear with parse features, measured"),
    "dse.macro_f1": (0.445, "linear and small networks trained on its training part, measured"),
    "dse.micro_f1": (0.738, "the same"),
    "plover.macro_f1": (0.368, "rules over the parse, measured"),
}


def predict(data: Path, pipeline: Pipeline, out: Path) -> dict[str, Path]:
    """Write what is predicted for each set."""
    written = {}
    lean = pipeline.without(*(name for name in LEFT_OUT if name in {step.name for step in pipeline.steps}))
    if path := find(data, "gold.jsonl"):
        articles = ((row["id"], reading.article) for row, reading in _readings(read(path), lean))
        written["gold"] = write(out / "gold.jsonl", (stances(name, article) for name, article in articles))
    for name in TONES:
        if path := find(data, f"{name}.jsonl"):
            written[name] = write(out / f"{name}.jsonl", _tones(read(path), pipeline))
    for name in PAIRS:
        if path := find(data, f"{name}.jsonl"):
            written[name] = write(out / f"{name}.jsonl", _pairs(read(path), lean))
    return written


def stances(name: str, article: Article) -> Json:
    """The stances of an article in the scorer's shape; derived ones are left out."""
    return {"id": name, "stances": [_row(each) for each in article.stances if each.level == "primary"]}


def _row(stance: Stance) -> Json:
    return {
        "holder": None if stance.rule.endswith("unsaid") else pair(stance.holder.span),
        "target": pair(stance.target.span),
        "polarity": stance.polarity,
        "evidence": pair(stance.span),
        "level": stance.level,
    }


def _readings(rows: Iterable[Json], pipeline: Pipeline) -> Iterator[tuple[Json, Reading]]:
    """The rows with their texts read; a text that comes again is read once."""
    by_text: dict[str, list[Json]] = {}
    for row in rows:
        by_text.setdefault(row["text"], []).append(row)
    for doc in pipeline.nlp.pipe(by_text, batch_size=64):
        record = Record.make(doc.text)
        facts = pipeline.read(record, doc, on_error="record").facts
        reading = Reading(Parsed(record, doc), pipeline.lexicons, FactTable(facts))
        yield from ((row, reading) for row in by_text[doc.text])


def _tones(rows: list[Json], pipeline: Pipeline) -> Iterator[Json]:
    bare = pipeline.without(*(step.name for step in pipeline.steps))
    for row, reading in _readings(rows, bare):
        tone = tone_toward(reading, Span(*row["target"]), mentions=[Span(*each) for each in row.get("coref", ())])
        yield {"id": row["id"], "polarity": tone.polarity, "probability": tone.probability}


def _pairs(rows: list[Json], pipeline: Pipeline) -> Iterator[Json]:
    for row, reading in _readings(rows, pipeline):
        stance = stance_between(reading, Span(*row["holder"]), Span(*row["target"]))
        yield {"id": row["id"], "polarity": stance.polarity, "certainty": stance.certainty}


def measure(data: Path, predictions: dict[str, Path]) -> dict[str, float]:
    """Score the predictions."""
    found: dict[str, float] = {}
    folder = next(iter(predictions.values())).parent if predictions else data
    for name, path in predictions.items():
        gold = plain(find(data, f"{name}.jsonl") or path, folder / "plain")
        if name == "gold":
            found |= _extraction(gold, path)
        elif name in TONES:
            found |= _tone(name, gold, path)
        else:
            found |= _pair(name, gold, path)
    return found


def _extraction(gold: Path, path: Path) -> dict[str, float]:
    scored = printed_json(SCORER, "extract", gold, path, "--gold-filter", "certain", "--level", "primary")
    return {
        "gold.pair_f1": scored["pair"]["F1"],
        "gold.pair_polarity_f1": scored["full"]["F1"],
        "gold.precision": scored["full"]["P"],
        "gold.recall": scored["full"]["R"],
    }


def _polarity(gold: Path, path: Path, *, pairs: bool) -> Json:
    return printed_json(SCORER, "polarity", gold, path, *(("--pairs",) if pairs else ()))  # type: ignore[no-any-return]


def _tone(name: str, gold: Path, path: Path) -> dict[str, float]:
    scored = _polarity(gold, path, pairs=False)
    name = name.removesuffix("_dev")
    low, high = scored["F1m_95ci"]
    found = {f"{name}.macro_f1": scored["F1m"], f"{name}.macro_f1.low": low, f"{name}.macro_f1.high": high}
    wanted = {row["id"]: row["polarity"] for row in read(gold)}
    cut = ToneModel.of(Lexicons()).sure
    sure = [row for row in read(path) if row["polarity"] != "neutral" and row["probability"] >= cut]
    right = sum(wanted[row["id"]] == row["polarity"] for row in sure)
    polar = sum(polarity != "neutral" for polarity in wanted.values())
    found[f"{name}.recall_at_p85"] = right / polar if polar else 0.0
    found[f"{name}.precision_at_p85"] = right / len(sure) if sure else 0.0
    return found


def _pair(name: str, gold: Path, path: Path) -> dict[str, float]:
    scored = _polarity(gold, path, pairs=name != "plover")
    if name == "plover":
        low, high = scored["F1m_95ci"]
        return {"plover.macro_f1": scored["F1m"], "plover.macro_f1.low": low, "plover.macro_f1.high": high}
    name = name.removesuffix("_valid")
    rows, wanted = read(path), {row["id"]: row["polarity"] for row in read(gold)}
    polar = [row for row in rows if row["polarity"] != "neutral"]
    right = sum(wanted[row["id"]] == row["polarity"] for row in polar)
    return {
        f"{name}.macro_f1": scored["five_class"]["macroF1"],
        f"{name}.micro_f1": scored["five_class"]["microF1"],
        f"{name}.polar_precision": right / len(polar) if polar else 0.0,
        f"{name}.polar_recall": right / max(1, sum(polarity != "neutral" for polarity in wanted.values())),
    }
