"""Blocks, bylines, datelines, credits and dates of publication on pages of many publishers.

Sets (absent ones are skipped): `page.jsonl` (articles as a reader copies them), `plain.jsonl` (wire and archive texts,
nearly all without a byline), `derived_tail.jsonl` (the byline moved to the end), `multi_silver.jsonl` (other languages,
not read by hand; not measured).

Shapes: the sets write "fact checking" for the role fact-checking, and they mark no credits for pictures or
translations; those are left out of the predictions, and so are authors whom only a credit names: the sets' bylines are
lines of the page.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newsfacts import Article, Pipeline, PublicationDate, Record, hookimpl, load
from tests.benchmarks.files import Json, find, pair, read, write
from tests.benchmarks.intervals import bootstrap
from tests.benchmarks.scorers import score_byline

SETS = ("page", "plain", "derived_tail")
STEPS = ("blocks", "byline", "dateline", "credits")
ALL = (*STEPS, "headline", "publication")
UNMARKED = frozenset({"photography", "translating"})

PEERS: dict[str, tuple[float, str]] = {
    "page.authors_f1": (
        0.946,
        "own quick rules tuned on these pages (0.896 on unseen publishers); ^By (.+)$: 0.438; measured",
    ),
    "page.byline_exact_f1": (0.930, "the same; ^By (.+)$: 0.427; measured"),
    "plain.false_alarm_rate": (0.073, "the same; ^By (.+)$: 0.005; measured"),
    "tail.authors_f1": (0.819, "the same; ^By (.+)$: 0.497; measured"),
    "dateline.exact_f1": (0.788, "one regular expression; measured"),
    "credits.f1": (0.465, "one regular expression; measured"),
    "date.acc": (0.962, "the first date of the first 25 lines; measured"),
}


def predict(data: Path, pipeline: Pipeline, out: Path) -> dict[str, Path]:
    """Write what the layout steps find in each set."""
    layout = load(pipeline.nlp, only=[*ALL])
    written = {}
    for name in SETS:
        if path := find(data, f"{name}.jsonl"):
            records = read(path)
            articles = layout.pipe(Record.make(record["text"], id=record["id"]) for record in records)
            written[name] = write(out / f"{name}.jsonl", map(prediction, articles))
    return written


def prediction(article: Article) -> Json:
    """One article in the scorer's shape."""
    byline, dateline = article.byline, article.dateline
    if byline and any(author.evidence == "credit" for author in byline.authors):
        byline = None
    published = next(iter(article.all(PublicationDate)), None)
    return {
        "id": article.id,
        "authors": [_named(article, author.name) for author in (byline.authors if byline else ())],
        "byline": pair(byline.span) if byline else None,
        "dateline": {"start": dateline.span.start, "end": dateline.span.end} if dateline else None,
        "credits": [
            {"role": credit.role.replace("-", " "), **_named(article, name)}
            for credit in article.credits
            if credit.role not in UNMARKED
            for name in credit.names
        ],
        "published": published.value.isoformat()[:10] if published else None,
    }


def _named(article: Article, span: Any) -> Json:
    return {"name": article[span], "start": span.start, "end": span.end}


def measure(data: Path, predictions: dict[str, Path]) -> dict[str, float]:
    """Score the predictions; intervals resample publisher families."""
    gold = {name: read(found) for name in SETS if name in predictions and (found := find(data, f"{name}.jsonl"))}
    preds = {name: {one["id"]: one for one in read(path)} for name, path in predictions.items()}
    measures: dict[str, float] = {}
    for name, wanted in WANTED.items():
        sets, keys = wanted
        golds = [record for one in sets for record in gold.get(one, ())]
        if not golds:
            continue
        found = {key: value for one in sets for key, value in preds.get(one, {}).items()}
        value = _pick(score_byline.score(golds, found), keys)
        if value is not None:
            measures[name] = value
            measures |= _interval(name, golds, found, keys)
    return measures | _cost(gold)


WANTED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "page.authors_f1": (("page",), ("author_set", "F")),
    "page.author_span_f1": (("page",), ("author_span", "F")),
    "page.byline_exact_f1": (("page",), ("byline_exact", "F")),
    "plain.false_alarm_rate": (("plain",), ("false_alarm_rate",)),
    "tail.authors_f1": (("derived_tail",), ("author_set", "F")),
    "tail.byline_exact_f1": (("derived_tail",), ("byline_exact", "F")),
    "dateline.exact_f1": (("page", "plain"), ("dateline_exact", "F")),
    "credits.f1": (("page", "plain"), ("credit_role_name", "F")),
    "date.acc": (("page",), ("date_accuracy",)),
}
ROUNDS = 200


def _pick(result: Json, keys: tuple[str, ...]) -> float | None:
    value: Any = result
    for key in keys:
        value = value[key]
    return value


def _interval(
    name: str, golds: list[Json], found: dict[str, Json], keys: tuple[str, ...]
) -> Iterable[tuple[str, float]]:
    families: dict[str, list[Json]] = defaultdict(list)
    for record in golds:
        families[record.get("family") or record["id"]].append(record)

    def one(chosen: Any) -> float:
        return _pick(score_byline.score([r for family in chosen for r in family], found), keys) or 0.0

    low, high = bootstrap(list(families.values()), one, rounds=ROUNDS)
    return ((f"{name}.low", low), (f"{name}.high", high))


class Stopwatch:
    """A plugin that adds up the CPU time of the layout steps."""

    def __init__(self) -> None:
        self.seconds = 0.0

    @hookimpl(wrapper=True, tryfirst=True)
    def newsfacts_run(self, step):
        start = time.process_time()
        try:
            return (yield)
        finally:
            self.seconds += time.process_time() - start


def _cost(gold: dict[str, list[Json]]) -> dict[str, float]:
    """CPU time of blocks, byline, dateline and credits over that of the bare pipeline on the same texts."""
    watch = Stopwatch()
    pipeline = load(only=[*STEPS], plugins=[watch])
    records = [Record.make(record["text"], id=record["id"]) for records in gold.values() for record in records[:60]]
    for record in records[:3]:
        pipeline(record)
    watch.seconds = bare = 0.0
    for record in records:
        start = time.process_time()
        doc = pipeline.nlp(record.text)
        bare += time.process_time() - start
        pipeline.read(record, doc)
    return {"reader.ratio": watch.seconds / bare} if bare else {}
