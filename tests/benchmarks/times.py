"""Time expressions with their values, on MEANTIME, GUM news and TempEval-3 platinum (score_timex.py)."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from newsfacts import Article, Pipeline, Record
from tests.benchmarks.files import Json, find, plain, read, write
from tests.benchmarks.intervals import bootstrap
from tests.benchmarks.scorers import printed_json

SETS = {"meantime": "timex_meantime.jsonl", "gum_news": "dates_gum.jsonl", "platinum": "timex_platinum.jsonl"}
PEERS: dict[str, tuple[float, str]] = {
    "meantime.relaxed_f1": (0.904, "HeidelTime, measured on another half"),
    "meantime.strict_f1": (0.840, "HeidelTime, measured on another half"),
    "meantime.value_f1": (0.795, "HeidelTime, measured on another half"),
    "gum_news.value_acc": (0.897, "HeidelTime, measured on another half"),
    "platinum.relaxed_f1": (0.907, "HeidelTime, measured"),
    "platinum.strict_f1": (0.818, "HeidelTime, measured"),
    "platinum.value_f1": (0.781, "HeidelTime, measured"),
}


def tei(value: str | None) -> str | None:
    """Give a value as TEI writes it, which GUM does: a date has no part of the day, a time of day no date.

    >>> tei("2015-08-20TAF"), tei("2008-01-20T15:11Z"), tei("2006")
    ('2015-08-20', '15:11:00', '2006')
    """
    day, _, time = (value or "").partition("T")
    if not time or not day[:1].isdigit():
        return value
    if not time[:2].isdigit():
        return day
    hour, _, minute = time.rstrip("Z").partition(":")
    return f"{int(hour) % 24:02}:{minute[:2] or '00'}:00"


def prediction(article: Article, *, as_tei: bool = False) -> Json:
    """Give the TIMEX3 of an article in the scorer's shape."""
    return {
        "id": article.id,
        "timexes": [
            {"start": t.span.start, "end": t.span.end, "type": t.type, "value": tei(t.value) if as_tei else t.value}
            for t in article.times
            if t.form == "TIMEX3"
        ],
    }


def gold_of(data: Path, name: str) -> list[Json] | None:
    """Give the records of a set; of GUM only the news."""
    path = find(data, SETS[name])
    if path is None:
        return None
    records = read(path)
    return [r for r in records if r.get("genre", "news") == "news"] if name == "gum_news" else records


def predict(data: Path, pipeline: Pipeline, out: Path) -> dict[str, Path]:
    """Write the times of each set that is there."""
    written: dict[str, Path] = {}
    for name in SETS:
        gold = gold_of(data, name)
        if gold is not None:
            records = [Record.make(r["text"], id=r["id"], published=r.get("dct")) for r in gold]
            view = partial(prediction, as_tei=name == "gum_news")
            written[name] = write(out / f"times_{name}.jsonl", map(view, pipeline.pipe(records)))
    return written


def measure(data: Path, predictions: dict[str, Path]) -> dict[str, float]:
    """Score the sets, with intervals by bootstrap over documents."""
    measures: dict[str, float] = {}
    for name, path in predictions.items():
        gold = gold_of(data, name) or []
        predicted = {record["id"]: record for record in read(path)}
        wanted = ("value_acc",) if name == "gum_news" else ("relaxed_f1", "strict_f1", "value_f1")
        folder = path.parent
        scored = _scores(gold, list(predicted.values()), folder)
        alone = [(r["id"], _counts(r, predicted.get(r["id"], {"timexes": []}))) for r in gold]
        for key in wanted:
            measures[f"{name}.{key}"] = scored[key]
            low, high = bootstrap([c for _, c in alone], lambda docs, key=key: _from_counts(docs)[key])
            measures[f"{name}.{key}.low"], measures[f"{name}.{key}.high"] = low, high
    return measures


def _scores(gold: list[Json], predicted: list[Json], folder: Path) -> dict[str, float]:
    gold_path = plain(write(folder / "gold_times.jsonl", gold), folder)
    found = printed_json("score_timex.py", gold_path, write(folder / "scored_times.jsonl", predicted), "--json")
    gold_path.unlink()
    (folder / "scored_times.jsonl").unlink()
    return {
        "relaxed_f1": found["relaxed"]["F1"],
        "strict_f1": found["strict"]["F1"],
        "value_f1": found["value_F1"],
        "value_acc": found["value_acc"],
    }


def _counts(gold: Json, predicted: Json) -> tuple[int, ...]:
    """What one document adds to the scores (as score_timex.py counts)."""
    from tests.benchmarks.scorers.score_timex import gold_items, norm_value

    expected = gold_items(gold)
    until = gold.get("annotated_until", float("inf"))
    found = [(t["start"], t["end"], norm_value(t["value"])) for t in predicted["timexes"] if t["start"] < until]

    def meets(a: tuple, b: tuple) -> bool:
        return a[0] < b[1] and b[0] < a[1]

    def fit(g: tuple, f: tuple) -> tuple:
        return f[:2] == g[:2], min(f[1], g[1]) - max(f[0], g[0]), -f[0]

    met = [(g, [f for f in found if meets(f, g)]) for g in expected]
    pairs = [(g, max(near, key=lambda f, g=g: fit(g, f))) for g, near in met if near]
    valued = [(g, f) for g, f in pairs if g[4]]
    return (
        len(found), len(expected), sum(any(meets(f, g) for g in expected) for f in found), len(pairs),
        sum(any(f[:2] == g[:2] for g in expected) for f in found), sum(g[:2] == f[:2] for g, f in pairs),
        len(valued), sum(g[3] == f[2] for g, f in valued),
    )  # fmt: skip


def _from_counts(documents: list[tuple[int, ...]]) -> dict[str, float]:
    system, gold, rel_p, rel_r, strict_p, strict_r, valued, right = (sum(c) for c in zip(*documents, strict=True))

    def f1(hits_p: int, hits_r: int) -> float:
        precision, recall = hits_p / max(1, system), hits_r / max(1, gold)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    accuracy = right / max(1, valued)
    relaxed = f1(rel_p, rel_r)
    return {
        "relaxed_f1": relaxed,
        "strict_f1": f1(strict_p, strict_r),
        "value_f1": accuracy * relaxed,
        "value_acc": accuracy,
    }
