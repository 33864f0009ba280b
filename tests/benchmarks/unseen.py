"""The same measures on the documents whose trees or names did not train the English pipeline."""

from __future__ import annotations

import json
from pathlib import Path

from tests.benchmarks.files import Json, find, read, write

SETS = {
    "times": ("timex_meantime.jsonl", "dates_gum.jsonl"),
    "events": ("meantime.jsonl",),
    "entities": ("meantime.jsonl",),
    "factuality": ("meantime.jsonl", "factuality_meantime.jsonl"),
}
MEASURES = ("meantime.", "gum_news.")
OTHERS = frozenset({"plover", "uds", "megaveridicality"})
"""Predictions on sets that trained nothing."""


def trained_on(data: Path) -> frozenset[str]:
    """Give the ids of the documents that trained the pipeline; none where the list is not beside the data."""
    path = data.parent / "model" / "in_training.json"
    if not path.is_file():
        return frozenset()
    listed = json.loads(path.read_text("utf-8"))
    return frozenset(listed["gum"]) | frozenset(listed["meantime"])


def view(topic: str, data: Path, predictions: dict[str, Path], folder: Path) -> tuple[Path, dict[str, Path]] | None:
    """Write the unseen part of a topic's sets and of what was predicted; None where nothing is known or left out."""
    trained = trained_on(data)
    if not trained or topic not in SETS:
        return None
    for name in SETS[topic]:
        if (path := find(data, name)) is not None:
            write(folder / "data" / name, _unseen(read(path), trained))
    asked = {name: path for name, path in predictions.items() if name not in OTHERS}
    kept = {name: write(folder / path.name, _unseen(read(path), trained)) for name, path in asked.items()}
    return folder / "data", kept


def _unseen(records: list[Json], trained: frozenset[str]) -> list[Json]:
    return [r for r in records if r.get("doc", str(r["id"]).partition(":")[0]) not in trained]


def renamed(measures: dict[str, float]) -> dict[str, float]:
    """Give the measures of the sets in question under their names for unseen documents."""
    return {
        f"{name.partition('.')[0]}.unseen.{name.partition('.')[2]}": value
        for name, value in measures.items()
        if name.startswith(MEASURES)
    }
