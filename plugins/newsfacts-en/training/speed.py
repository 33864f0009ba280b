"""Size, load time, speed and memory of a pipeline, measured in a process of its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import spacy

from training.predictions import records_of

ARTICLES = 500
BATCH = 8


def measured(model: str, articles: Path) -> dict[str, float]:
    """The measures of a pipeline over articles, from a fresh process."""
    command = [sys.executable, "-m", "training.speed", model, str(articles)]
    root = Path(__file__).parents[1]
    out = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root).stdout
    measures: dict[str, float] = json.loads(out)
    return measures


def measure(model: str, articles: Path) -> dict[str, float]:
    """The measures of a pipeline over articles, in this process."""
    texts = [record["text"] for record in records_of(articles)][:ARTICLES]
    began = time.process_time()
    nlp = spacy.load(model)
    loaded = time.process_time()
    with nlp.memory_zone():
        for text in texts[:5]:
            nlp(text)
    ready = time.process_time()
    words = 0
    for start in range(0, len(texts), BATCH):
        with nlp.memory_zone():
            words += sum(len(doc) for doc in nlp.pipe(texts[start : start + BATCH], batch_size=BATCH))
    done = time.process_time()
    size = sum(file.stat().st_size for file in nlp.path.rglob("*") if file.is_file()) if nlp.path else 0
    return {
        "size.mb": size / 1e6,
        "load.cpu_s": loaded - began,
        "peak.mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "bare.words_per_cpu_s": words / (done - ready),
        "articles": len(texts),
        "words": words,
    }


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]))))
