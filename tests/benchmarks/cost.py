"""What the facts cost beside the parser they stand on: CPU time in one run, on the same articles.

`all.ratio` is the CPU time of all steps over that of the bare spaCy pipeline; `STEP.ratio` that of one step. "Nearly
free" is a ratio near 0.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

from newsfacts import Pipeline, Record, hookimpl, load
from tests.benchmarks.files import find, read

PEERS: dict[str, tuple[float, str]] = {}
ARTICLES = 200
IMPORTS = 5


class Stopwatch:
    """A plugin that adds up the CPU time of each step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    @hookimpl(wrapper=True, tryfirst=True)
    def newsfacts_run(self, step):
        start = time.process_time()
        try:
            return (yield)
        finally:
            self.seconds[step.name] += time.process_time() - start


def articles(data: Path) -> list[Record]:
    """The first articles of the sourcing set; on the sample, its few texts."""
    path = find(data / "sourcing", "train.jsonl") or find(data / "sourcing", "tune.jsonl")
    if path is None:
        raise SystemExit(f"cost: no sourcing/train.jsonl or tune.jsonl in {data}")
    return [Record.make(item["text"], id=item["id"]) for item in read(path)[:ARTICLES]]


def predict(data: Path, pipeline: Pipeline, out: Path) -> dict[str, Path]:
    """Nothing is predicted: the time is the result."""
    del data, pipeline, out
    return {}


def import_seconds() -> float:
    """CPU seconds of `import newsfacts` in a fresh process, the least of a few."""
    code = "import time; t = time.process_time(); import newsfacts; print(time.process_time() - t)"
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for _ in range(IMPORTS)
    ]
    return min(map(float, runs))


def measure(data: Path, predictions: dict[str, Path]) -> dict[str, float]:
    """Time the bare pipeline and every step on the same articles, in one run."""
    del predictions
    watch = Stopwatch()
    pipeline = load(plugins=[watch], installed=False)
    records = articles(data)
    for record in records[:3]:  # word lists are read, and caches filled, once
        pipeline(record)
    watch.seconds.clear()
    bare = whole = 0.0
    words = 0
    memory = _megabytes()
    for record in records:
        start = time.process_time()
        doc = pipeline.nlp(record.text)
        parsed = time.process_time()
        pipeline.read(record, doc)
        whole += time.process_time() - parsed
        bare += parsed - start
        words += sum(not token.is_space for token in doc)
    steps = {f"{name}.ratio": seconds / bare for name, seconds in sorted(watch.seconds.items())}
    return {
        "all.ratio": (bare + whole) / bare,
        **steps,
        "import.cpu_s": import_seconds(),
        "pipe.mb_growth": _megabytes() - memory,
        "words_per_cpu_s": words / (bare + whole),
    }


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
