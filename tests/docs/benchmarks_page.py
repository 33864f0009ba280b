"""Writes docs/benchmarks.md and README's table from docs/benchmarks.json: `python -m tests.docs.benchmarks_page`.

The figures are those that `python -m tests.benchmarks TOPIC --data DIR --json FILE` writes, under "TOPIC/".
"""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

from tests.benchmarks.__main__ import TOPICS

DOCS = Path(__file__).parents[2] / "docs"
PAGE, FIGURES = DOCS / "benchmarks.md", DOCS / "benchmarks.json"
README = DOCS.parent / "README.md"
OPENS, ENDS = "<!-- figures, written by: python -m tests.docs.benchmarks_page -->\n", "<!-- end of figures -->\n"
SHOWN = {
    "byline/dateline.exact_f1": "the dateline, exactly (pages of many publishers)",
    "sourcing/polnear.detect_f1": "who says what: a claim (PolNeAR)",
    "sourcing/polnear.source_f1": "its source",
    "sourcing/polnear.direct_f1": "a claim in quotation marks",
    "quantities/newsquant.value_f1": "how many: a number with its value (NewsQuant)",
    "quantities/bounds.f1": '"over", "up to", "at least"',
    "times/meantime.value_f1": "when: a time with its value (MEANTIME)",
    "events/plover.type_f1": "what happened: the type of a political event (PLOVER)",
    "entities/meantime.conll_f1": "who: all names and words for one thing (MEANTIME)",
    "stance/newsmtsc_rw.macro_f1": "for or against somebody (NewsMTSC)",
}
"""The figures that README tells, by what they are of."""
_OURS = frozenset({"number_layer.growth", "number_layer.ratio", "spans.wrong"})
"""What is measured of newsfacts alone, in a run with peers too."""
HEAD = """\
# How good, and how fast

```sh
python -m tests.benchmarks TOPIC --data DIR --json FILE
```

measured the figures of each topic, on one core of a small server; TOPIC may be `all`, with the folder of all topics'
folders. DIR holds the test sets of the topic, in the shapes that the scorers in
`tests/benchmarks/scorers` read; their docstrings define every measure. Without `--data` the project's few sample texts
are used, which shows that everything runs and not how good it is. `--predictions DIR` keeps what was predicted, and
`--peers` runs the tools of `tests/benchmarks/peers.txt` beside newsfacts; peers that are not in that file were measured
by their own programs, and their output scored.

Figures are fractions unless they say otherwise. Intervals are 95 %, by bootstrap over documents. `unseen` leaves out
the documents that are in the training data of the English pipeline. Peers' figures were measured on the same set by the
same scorer, or are quoted, as said beside them.
"""


def page(figures: dict[str, float]) -> str:
    """Give the page."""
    parts = [HEAD]
    for topic in TOPICS:
        rows = {n.partition("/")[2]: value for n, value in figures.items() if n.startswith(f"{topic}/")}
        if rows:
            parts += [f"## {topic.capitalize()}", "", _summary(topic), "", *_table(topic, rows), ""]
    return "\n".join(parts)


def table(figures: dict[str, float]) -> str:
    """Give the table of README, with the speed below it."""
    lines = ["| what is found | newsfacts | others |", "| --- | --- | --- |"]
    for name, words in SHOWN.items():
        topic, _, measure = name.partition("/")
        peer, who = import_module(f"tests.benchmarks.{topic}").PEERS[measure]
        lines.append(f"| {words} | {_shown(figures[name])} | {peer:g} {who} |")
    speed = _shown(figures["cost/words_per_cpu_s"])
    return "\n".join([*lines, "", f"All steps together read {speed} words a second on one core of a small server.", ""])


def readme(text: str, figures: dict[str, float]) -> str:
    """Give README with its table of figures anew."""
    before, opens, rest = text.partition(OPENS)
    return f"{before}{opens}\n{table(figures)}\n{ENDS}{rest.partition(ENDS)[2]}"


def _summary(topic: str) -> str:
    return (import_module(f"tests.benchmarks.{topic}").__doc__ or "").partition("\n\n")[0].replace("\n", " ")


def _table(topic: str, rows: dict[str, float]) -> list[str]:
    peers = getattr(import_module(f"tests.benchmarks.{topic}"), "PEERS", {})
    lines = ["| measure | newsfacts | 95 % | others |", "| --- | --- | --- | --- |"]
    for name, value in rows.items():
        if name.endswith((".low", ".high")) or name.startswith("peer."):
            continue
        low, high = rows.get(f"{name}.low"), rows.get(f"{name}.high")
        interval = f"{low:.3f} to {high:.3f}" if low is not None and high is not None else ""
        peer = f"{peers[name][0]:g} {peers[name][1]}" if name in peers else ""
        lines.append(f"| {name} | {_shown(value)} | {interval} | {peer} |")
    return [*lines, *_side_by_side(rows)]


def _side_by_side(rows: dict[str, float]) -> list[str]:
    """Give the table of the peers that ran on the same texts in the same run (`--peers`), with newsfacts first."""
    peers = sorted({".".join(name.split(".")[:2]) for name in rows if name.startswith("peer.")})
    names = [name for name in rows if any(f"{peer}.{name}" in rows for peer in peers) and name not in _OURS]
    names = [name for name in names if not name.endswith((".low", ".high"))]
    if not peers or not names:
        return []
    called = " | ".join(peer.removeprefix("peer.") for peer in peers)
    lines = ["", "Run side by side:", "", f"| measure | newsfacts | {called} |", "| --- " * (len(peers) + 2) + "|"]
    for name in names:
        figures = (rows.get(key) for key in (name, *(f"{peer}.{name}" for peer in peers)))
        lines.append(f"| {name} | " + " | ".join("" if value is None else _shown(value) for value in figures) + " |")
    return lines


def _shown(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.3f}"


if __name__ == "__main__":
    known = json.loads(FIGURES.read_text("utf-8"))
    PAGE.write_text(page(known), "utf-8")
    README.write_text(readme(README.read_text("utf-8"), known), "utf-8")
