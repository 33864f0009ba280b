"""All facts of one article that was marked by hand (score_seed.py)."""

from __future__ import annotations

import json
from pathlib import Path

from newsfacts import Article, Byline, Pipeline
from tests.benchmarks.files import Json, pair
from tests.benchmarks.scorers import measures

PEERS: dict[str, tuple[float, str]] = {}
PUBLISHED = "2024-11-18"


def prediction(article: Article) -> Json:
    """Give the facts of an article in the scorer's shape."""
    return {
        "byline": [
            {"name": article[a.name], "start": a.name.start, "end": a.name.end}
            for byline in article.all(Byline)
            for a in byline.authors
        ],
        "chain": [
            {"relayed_by": pair(p.relayed_by.span) if p.relayed_by else None, "origin": pair(p.origin.span)}
            for p in article.provenance
        ],
        "entities": [
            {"type": e.type, "name": e.name, "mentions": [pair(article[m].span) for m in e.mentions]}
            for e in article.entities
        ],
        "times": [{"span": pair(t.span), "form": t.form, "type": t.type, "value": t.value} for t in article.times],
        "quantities": [
            {
                "number": pair(q.number),
                "low": None if q.value.low is None else float(q.value.low),
                "high": None if q.value.high is None else float(q.value.high),
                "low_open": q.value.low_open,
                "high_open": q.value.high_open,
                "unit": q.unit,
                "counted": pair(q.counted),
            }
            for q in article.quantities
        ],
        "claims": [
            {
                "source": pair(c.source.span),
                "cue": pair(c.cue[0]) if c.cue else None,
                "content": [pair(span) for span in c.content],
                "status": c.status,
            }
            for c in article.claims
        ],
        "stances": [
            {
                "holder": pair(s.holder.span),
                "target": pair(s.target.span),
                "polarity": s.polarity,
                "level": s.level,
            }
            for s in article.stances
        ],
    }


def predict(data: Path, pipeline: Pipeline, out: Path) -> dict[str, Path]:
    """Write the facts of the seed article."""
    text = (data / "article.txt").read_bytes().decode("utf-8")
    out.mkdir(parents=True, exist_ok=True)
    path = out / "seed.json"
    path.write_text(json.dumps(prediction(pipeline(text, published=PUBLISHED))), "utf-8")
    return {"seed": path}


def measure(data: Path, predictions: dict[str, Path]) -> dict[str, float]:
    """Score the facts of the seed article."""
    return measures("score_seed.py", data / "facts.gold.json", data / "stance.gold.json", predictions["seed"])
