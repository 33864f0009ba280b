"""Measure a pipeline: parses and names on raw text, size, speed and memory.

The figures come from a scorer given by its path, a command line program with the commands ``parse``
and ``names`` (``score_model.py``); this module writes the gold files and predictions it reads.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.language import Language

from training.predictions import Record, lines_of, predicted, records_of, write_records

NEWS_DOCUMENTS = "GUM_news"
TREES = {"ewt": ("ewt-test",), "gum": ("gum-test",), "gum_news": ("gum-dev", "gum-test"), "pud": ("pud-test",)}
NAMES = ("uner-pud", "uner-ewt", "meantime", "re3d", "crossner-politics", "gumnews")
RECASED: dict[str, Callable[[str], str]] = {"title": str.title, "upper": str.upper}


def evaluate(nlp: Language, data: Path, scorer: Path, folder: Path) -> dict[str, float]:
    """All measures of a pipeline on the test sets of the data folder."""
    folder.mkdir(parents=True, exist_ok=True)
    measures: dict[str, float] = {}
    for name in TREES:
        gold = _gold_trees(name, data, folder)
        only = NEWS_DOCUMENTS if name == "gum_news" else ""
        pred = folder / f"{name}.pred.jsonl"
        write_records(pred, predicted(nlp, _texts(scorer, gold, only), names=False))
        measures |= _scored(scorer, folder, "parse", gold, pred, "--name", name, "--only", only)
    for name in NAMES:
        gold = data / "ner" / f"test-{name}.jsonl.gz"
        measures |= _names_measures(nlp, scorer, folder, gold)
    for case in RECASED:
        gold = _recased_names(data / "ner" / "test-uner-pud.jsonl.gz", case, folder)
        measures |= _names_measures(nlp, scorer, folder, gold)
    return {key: round(value, 4) for key, value in measures.items() if not key.startswith("names.")}


def _names_measures(nlp: Language, scorer: Path, folder: Path, gold: Path) -> dict[str, float]:
    pred = folder / f"{gold.name.split('.')[0]}.pred.jsonl"
    write_records(pred, predicted(nlp, _texts(scorer, gold), names=True))
    return _scored(scorer, folder, "names", gold, pred)


def _gold_trees(name: str, data: Path, folder: Path) -> Path:
    """The gold trees of a test; several files become one."""
    files = [data / "ud" / f"{part}.conllu.gz" for part in TREES[name]]
    if len(files) == 1:
        return files[0]
    joined = folder / f"{name}.conllu.gz"
    with gzip.open(joined, "wt", encoding="utf-8") as handle:
        for file in files:
            handle.writelines(lines_of(file))
    return joined


def _recased_names(gold: Path, case: str, folder: Path) -> Path:
    """The same names with every word in another case."""

    def recased() -> Iterator[Record]:
        for record in records_of(gold):
            words = [RECASED[case](word) for word in record["words"]]
            yield record | {"words": words}

    path = folder / f"test-uner-{case}.jsonl"
    write_records(path, recased())
    return path


def _texts(scorer: Path, gold: Path, only: str = "") -> Iterator[tuple[object, str]]:
    out = _run(scorer, "texts", gold, "--only", only)
    for line in out.splitlines():
        record = json.loads(line)
        yield record["id"], record["text"]


def _scored(scorer: Path, folder: Path, *args: object) -> dict[str, float]:
    out = folder / "measures.json"
    out.unlink(missing_ok=True)
    _run(scorer, *args, "--json", out)
    measures: dict[str, float] = json.loads(out.read_text(encoding="utf-8"))
    return measures


def _run(scorer: Path, *args: object) -> str:
    command = [sys.executable, str(scorer), *map(str, args)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
