"""The benchmark command.

    python -m tests.benchmarks TOPIC [--data DIR] [--json FILE] [--predictions DIR] [--pipeline NAME]

TOPIC is one of the modules of this package, or "all". Without --data the project's own sample texts are used: they show
that everything runs, not how good it is.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

import newsfacts
from tests.benchmarks import unseen
from tests.benchmarks.peers import available

TOPICS = (
    "quantities", "sourcing", "factuality", "entities", "byline", "html", "times", "events", "stance", "model", "seed",
    "cost",
)  # fmt: skip
SAMPLE = Path(__file__).parent / "sample"
FOLDERS = {"html": "byline", "factuality": "events", "entities": "events", "times": "events", "cost": ""}


def run_topic(topic: str, data: Path | None, predictions: Path, pipeline: newsfacts.Pipeline) -> dict[str, float]:
    """Predict and score one topic; give its measures."""
    module = import_module(f"tests.benchmarks.{topic}")
    folder = SAMPLE / FOLDERS.get(topic, topic) if data is None else data
    written = module.predict(folder, pipeline, predictions)
    measures: dict[str, float] = module.measure(folder, written)
    with tempfile.TemporaryDirectory() as scratch:
        if part := unseen.view(topic, folder, written, Path(scratch)):
            measures |= unseen.renamed(module.measure(*part))
    return measures


def alone(pipeline: newsfacts.Pipeline, peer: newsfacts.Extractor) -> newsfacts.Pipeline:
    """Give the pipeline with a peer in its place, and no other step: none of them knows or changes what it gives."""
    with_peer = pipeline.adding(peer)
    return with_peer.without(*(step.name for step in with_peer.steps if step.extractor is not peer))


def table(title: str, measures: dict[str, float], topic: str) -> str:
    """Give the table for people: measure, figure, 95 % interval, the best peer's figure and who that is."""
    peers = getattr(import_module(f"tests.benchmarks.{topic}"), "PEERS", {})
    lines = [f"{title:42} {'figure':>9}   {'95 %':15} peer"]
    for name, value in measures.items():
        if name.endswith((".low", ".high")):
            continue
        low, high = measures.get(f"{name}.low"), measures.get(f"{name}.high")
        interval = f"{low:.3f}-{high:.3f}" if low is not None and high is not None else ""
        peer = f"{peers[name][0]} {peers[name][1]}" if name in peers else ""
        lines.append(f"{name:42} {value:9.4g}   {interval:15} {peer}".rstrip())
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("topic", choices=[*TOPICS, "all"])
    parser.add_argument(
        "--data", type=Path, help="a folder with the topic's files (for all: the folder of the topics' folders)"
    )
    parser.add_argument("--json", type=Path, help="write the measures as one flat object")
    parser.add_argument("--predictions", type=Path, help="keep the predictions, one file a set, in this folder")
    parser.add_argument("--peers", action="store_true", help="also run the peers that are installed (peers.txt)")
    parser.add_argument("--pipeline", help="a spaCy pipeline to run on instead of the best installed one")
    chosen = parser.parse_args(arguments)
    if chosen.data is not None and not chosen.data.is_dir():
        parser.error(f"--data {chosen.data}: no such folder")
    pipeline = newsfacts.load(chosen.pipeline, installed=False, on_error="raise")
    measures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as scratch:
        out = chosen.predictions or Path(scratch)
        for topic in TOPICS if chosen.topic == "all" else (chosen.topic,):
            data = chosen.data / FOLDERS.get(topic, topic) if chosen.topic == "all" and chosen.data else chosen.data
            found = run_topic(topic, data, out / topic if chosen.topic == "all" else out, pipeline)
            print(table(topic, found, topic), flush=True)
            for peer in available(topic) if chosen.peers else ():
                theirs = run_topic(topic, data, out / peer.name, alone(pipeline, peer))
                print(table(f"{topic}, {peer.name}", theirs, topic), flush=True)
                found |= {f"{peer.name}.{name}": value for name, value in theirs.items()}
            measures |= {f"{topic}/{name}" if chosen.topic == "all" else name: value for name, value in found.items()}
    if chosen.json:
        rounded: dict[str, Any] = {name: round(value, 4) for name, value in measures.items()}
        chosen.json.write_text(json.dumps(rounded, indent=1) + "\n", "utf-8")
    return 0 if measures else 1


if __name__ == "__main__":
    sys.exit(main())
