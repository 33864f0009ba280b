"""Mentions and chains against MEANTIME (score_entities.py), and names beside those of the bare spaCy pipeline."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from newsfacts import Article, Lexicons, Mention, Pipeline, Reading
from newsfacts.steps.entities import Mentions
from tests.benchmarks.files import Json, find, pair, read, write
from tests.benchmarks.scorers import measures, run

PEERS: dict[str, tuple[float, str]] = {
    "meantime.mention_f1": (0.63, "gold names put together by string: measured; it finds names only"),
    "meantime.conll_f1": (0.42, "gold names put together by string: measured"),
    "meantime.name_conll_f1": (0.76, "gold names put together by string: measured; it need not find them"),
}
NAME_SETS = ("uner-pud", "uner-ewt", "meantime", "re3d", "crossner-politics", "gumnews")
NO_NAMES_OF_OURS = frozenset({"government-of", "part-of-place"})


def predict(data: Path, pipeline: Pipeline, out: Path) -> dict[str, Path]:
    """Write the entities of MEANTIME, and the names of the name sets that lie in `ner` or in `../model/ner`."""
    written: dict[str, Path] = {}
    if (path := find(data, "meantime.jsonl")) is not None:
        records = ({"id": record["id"], **entities(pipeline(record["text"]))} for record in read(path))
        written["meantime"] = write(out / "meantime.jsonl", records)
    for name in NAME_SETS:
        if (path := _name_set(data, name)) is not None:
            texts = [json.loads(line) for line in run("score_model.py", "texts", path).splitlines()]
            docs = list(pipeline.nlp.pipe(record["text"] for record in texts))
            bare = (
                {"id": i, "ents": [[e.start_char, e.end_char, e.label_] for e in doc.ents]}
                for i, doc in enumerate(docs)
            )
            ours = ({"id": i, "ents": names(doc)} for i, doc in enumerate(docs))
            written[f"bare.{name}"] = write(out / f"bare-{name}.jsonl", bare)
            written[f"names.{name}"] = write(out / f"names-{name}.jsonl", ours)
    return written


def _name_set(data: Path, name: str) -> Path | None:
    return find(data, f"ner/test-{name}.jsonl") or find(data.parent / "model", f"ner/test-{name}.jsonl")


def entities(article: Article) -> Json:
    """Give the entities in the scorer's shape; a pronoun without an entity is one by itself."""
    chains = [{"type": e.type, "mentions": [pair(article[m].span) for m in e.mentions]} for e in article.entities]
    linked = {ref.id for entity in article.entities for ref in entity.mentions}
    alone = [{"type": m.type, "mentions": [pair(m.span)]} for m in article.mentions if m.id not in linked]
    return {"entities": [*chains, *alone]}


def names(doc: object, lexicons: Lexicons = Lexicons()) -> list[list[object]]:  # noqa: B008  (read once)
    """Give the names of a document, without the longer ones made with them ("western Russia")."""
    reading = Reading.of(doc.text, doc, lexicons=lexicons)
    found: Iterable[Mention] = Mentions().extract(reading)
    return [[m.span.start, m.span.end, m.type] for m in found if m.form == "NAM" and m.rule not in NO_NAMES_OF_OURS]


def measure(data: Path, predictions: dict[str, Path]) -> dict[str, float]:
    """Score what was predicted."""
    found: dict[str, float] = {}
    if "meantime" in predictions:
        found |= measures("score_entities.py", find(data, "meantime.jsonl") or "", predictions["meantime"])
    for key, path in predictions.items():
        part, _, name = key.partition(".")
        if name and (gold := _name_set(data, name)) is not None:
            scored = measures("score_model.py", "names", gold, path)
            label = name.replace("-", "_")
            found[f"{part}.{label}.f1"] = scored[f"{label}.f1"]
    return found
