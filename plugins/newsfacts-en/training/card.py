"""The table of figures in the model card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from training.packing import PACKAGE

CARD = PACKAGE.parents[1] / "MODEL_CARD.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
TREES = ("words_f1", "sents_f1", "upos", "lemma", "uas", "las", "las_sub")
COST = ("size.mb", "load.cpu_s", "peak.mb", "bare.words_per_cpu_s")


def write_figures(measures: Mapping[str, float], card: Path = CARD) -> None:
    """Replace the figures between the marks of the card."""
    text = card.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    card.write_text(f"{before}{BEGIN}\n{figures(measures)}\n{END}{after}", encoding="utf-8")


def figures(measures: Mapping[str, float]) -> str:
    """The measures as tables."""
    trees = [key.split(".")[0] for key in measures if key.endswith(".las_sub")]
    names = [key.removesuffix(".boundary_f1") for key in measures if key.endswith(".boundary_f1")]
    lines = ["| trees | " + " | ".join(TREES) + " |", "|---" * (len(TREES) + 1) + "|"]
    lines += [_row(name, (measures[f"{name}.{metric}"] for metric in TREES)) for name in trees]
    lines += ["", "| names | f1 | boundary_f1 |", "|---|---|---|"]
    lines += [_row(name, (measures[f"{name}.f1"], measures[f"{name}.boundary_f1"])) for name in names]
    if all(key in measures for key in COST):
        lines += ["", "| " + " | ".join(COST) + " |", "|---" * len(COST) + "|"]
        lines += ["| " + " | ".join(f"{measures[key]:.4g}" for key in COST) + " |"]
    return "\n".join(lines)


def _row(name: str, values: Iterable[float]) -> str:
    return f"| {name} | " + " | ".join(f"{100 * value:.1f}" for value in values) + " |"
