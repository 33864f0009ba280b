"""The spaCy pipeline alone, on raw text: syntax, names, sentences, size, memory and speed (score_model.py)."""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from newsfacts import Pipeline
from tests.benchmarks.files import Json, find, read, write
from tests.benchmarks.scorers import measures, run

PEERS = {
    "ewt.las": (0.816, "starting checkpoint"),
    "gum.las": (0.829, "starting checkpoint"),
    "pud.las": (0.841, "starting checkpoint"),
    "gum_news.las": (0.817, "starting checkpoint"),
    "gum_news.sents_f1": (0.902, "starting checkpoint"),
    "ewt.upos": (0.944, "starting checkpoint"),
    "pud.lemma": (0.967, "starting checkpoint"),
    "uner_pud.f1": (0.690, "starting checkpoint"),
    "meantime.f1": (0.813, "starting checkpoint"),
    "re3d.f1": (0.812, "starting checkpoint"),
    "crossner_politics.f1": (0.794, "starting checkpoint"),
    "names_title.f1": (0.546, "starting checkpoint"),
    "names_upper.f1": (0.505, "starting checkpoint"),
}
TREES = {
    "ewt": ("ud/ewt-test.conllu", ""),
    "gum": ("ud/gum-test.conllu", ""),
    "gum_news": ("ud/gum-dev.conllu ud/gum-test.conllu", "GUM_news"),
    "pud": ("ud/pud-test.conllu", ""),
}
NAMES = ("uner-pud", "uner-ewt", "meantime", "re3d", "crossner-politics", "gumnews")
CASES = {"title": str.title, "upper": str.upper}
ARTICLES = 500


def predict(data: Path, pipeline: Pipeline, out: Path) -> dict[str, Path]:
    """Write the parse and the names of every set that is there."""
    written: dict[str, Path] = {}
    for name, (files, only) in TREES.items():
        if gold := _joined(data, files, out / "gold" / f"{name}.conllu"):
            records = map(json.loads, run("score_model.py", "texts", gold, "--only", only).splitlines())
            written[name] = write(out / f"{name}.jsonl", _parses(pipeline, records))
            written[f"{name}.gold"] = gold
    for name, gold in _name_sets(data, out / "gold"):
        records = map(json.loads, run("score_model.py", "texts", gold).splitlines())
        written[f"names.{name}"] = write(out / f"names-{name}.jsonl", _names(pipeline, records))
        written[f"names.{name}.gold"] = gold
    written["pipeline"] = out / "pipeline.json"
    written["pipeline"].write_text(json.dumps({"source": str(pipeline.source or ""), "folder": str(pipeline.nlp.path)}))
    return written


def _joined(data: Path, files: str, target: Path) -> Path | None:
    """The gold files of a set as one plain file; None where one is missing."""
    paths = [find(data, name) for name in files.split()]
    if not all(paths):
        return None
    target.parent.mkdir(parents=True, exist_ok=True)
    parts = (gzip.decompress(p.read_bytes()) if p.suffix == ".gz" else p.read_bytes() for p in paths if p)
    target.write_bytes(b"".join(parts))
    return target


def _name_sets(data: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    for name in NAMES:
        if (path := find(data, f"ner/test-{name}.jsonl")) is None:
            continue
        yield name.replace("-", "_"), path
        if name == "uner-pud":
            for case, change in CASES.items():
                records = ({**r, "words": [_recased(w, change) for w in r["words"]]} for r in read(path))
                yield f"uner_names_{case}", write(folder / f"test-uner-names-{case}.jsonl", records)


def _recased(word: str, change: object) -> str:
    """The word in another case, unless that changes its length."""
    new: str = change(word)  # type: ignore[operator]
    return new if len(new) == len(word) else word


def _parses(pipeline: Pipeline, records: Iterable[Json]) -> Iterator[Json]:
    for record in records:
        doc = pipeline.nlp(record["text"])
        tokens = [
            [t.idx, t.idx + len(t), t.pos_, t.lemma_, t.head.i, t.dep_.replace("ROOT", "root"), bool(t.is_sent_start)]
            for t in doc
        ]
        yield {**record, "tokens": tokens}


def _names(pipeline: Pipeline, records: Iterable[Json]) -> Iterator[Json]:
    for record in records:
        doc = pipeline.nlp(record["text"])
        yield {"id": record["id"], "ents": [[e.start_char, e.end_char, e.label_] for e in doc.ents]}


def measure(data: Path, predictions: dict[str, Path]) -> dict[str, float]:
    """Score what was written, and measure size, memory and speed."""
    found: dict[str, float] = {}
    for name, (_, only) in TREES.items():
        if name not in predictions:
            continue
        scored = measures(
            "score_model.py", "parse", predictions[f"{name}.gold"], predictions[name], "--only", only, "--name", name
        )
        found |= {
            f"{name}.las": scored[f"{name}.las_sub"],
            **{f"{name}.{part}": scored[f"{name}.{part}"] for part in ("uas", "upos", "lemma", "sents_f1")},
        }
    for name in sorted(key for key in predictions if key.startswith("names.") and not key.endswith(".gold")):
        scored = measures("score_model.py", "names", predictions[f"{name}.gold"], predictions[name])
        set_name = name.removeprefix("names.")
        found[f"{set_name.removeprefix('uner_') if 'names_' in set_name else set_name}.f1"] = scored[f"{set_name}.f1"]
        found[f"{set_name}.boundary_f1"] = scored[f"{set_name}.boundary_f1"]
    return found | _weight_and_speed(data, json.loads(predictions["pipeline"].read_text("utf-8")))


def _weight_and_speed(data: Path, pipeline: Json) -> dict[str, float]:
    """Size on disk, and in a process of its own: seconds to load, peak memory and words a CPU second."""
    found: dict[str, float] = {}
    folder = Path(pipeline["folder"])
    if folder.is_dir():
        found["size.mb"] = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    articles = next(filter(None, (find(data.parent / "sourcing", f"{n}.jsonl") for n in ("train", "tune"))), None)
    if articles is None:
        return found
    with tempfile.NamedTemporaryFile("r", suffix=".json") as result:
        command = [sys.executable, "-m", "tests.benchmarks.model", pipeline["source"], str(articles), result.name]
        subprocess.run(command, check=True)
        return found | json.load(result)


def weigh(source: str, articles: Path, result: Path) -> None:
    """Load a pipeline, parse many articles, and write what that took."""
    texts = [item["text"] for item in read(articles)[:ARTICLES]]
    start = time.process_time()
    import_module("spacy")
    from newsfacts.languages import language

    import_done = time.process_time()
    nlp = language(source or None)
    loaded = time.process_time()
    words = 0
    for first in range(0, len(texts), 8):
        with nlp.memory_zone():
            words += sum(not t.is_space for doc in nlp.pipe(texts[first : first + 8], batch_size=8) for t in doc)
    done = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = {
        "load.cpu_s": loaded - import_done,
        "import_spacy.cpu_s": import_done - start,
        "peak.mb": peak,
        "bare.words_per_cpu_s": words / (done - loaded),
    }
    result.write_text(json.dumps(figures), "utf-8")


if __name__ == "__main__":
    weigh(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
