"""Authors and dates of whole web pages, by newsfacts-html, and beside it by trafilatura and newspaper4k.

The pages do not come with the sets. Each record of `page.jsonl` and `multi_silver.jsonl` names its page in `html_ref`,
"REPOSITORY:PATH", in a public collection (article-extraction-dataset, fundus); put copies at
`DIR/html/REPOSITORY/PATH`, and run

    python -m tests.benchmarks html --data DIR

Pages that are not there are left out; `pages` and `pages.absent` count them. Those of the sample were written for the
project.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from newsfacts import Article, Pipeline, load
from tests.benchmarks.files import Json, find, read, write
from tests.benchmarks.scorers import score_byline

SETS = ("page", "plain", "derived_tail", "multi_silver")
STEPS = ("blocks", "headline", "byline", "publication")
PEERS: dict[str, tuple[float, str]] = {
    "authors_f1": (0.80, "trafilatura 2.3.1; newspaper4k 0.9.6: 0.71; on all 489 English pages; measured"),
    "date.acc": (0.895, "trafilatura 2.3.1; newspaper4k 0.9.6: 0.872; the same; measured"),
}


def predict(data: Path, pipeline: Pipeline, out: Path) -> dict[str, Path]:
    """Write what newsfacts, and each peer that is installed, reads off the pages that are there."""
    pages = {record["id"]: path for record in _records(data) if (path := _page(data, record))}
    readers: dict[str, Callable[[bytes], Json]] = {}
    if find_spec("newsfacts_html"):
        layout = load(pipeline.nlp, only=[*STEPS])
        readers["newsfacts"] = lambda page: _by_newsfacts(page, layout)
    if find_spec("trafilatura"):
        readers["trafilatura"] = _by_trafilatura
    if find_spec("newspaper"):
        readers["newspaper4k"] = _by_newspaper
    return {
        name: write(out / f"html.{name}.jsonl", ({"id": id_, **reader(_bytes(page))} for id_, page in pages.items()))
        for name, reader in readers.items()
    }


def _records(data: Path) -> Iterator[Json]:
    for name in SETS:
        if path := find(data, f"{name}.jsonl"):
            yield from (record for record in read(path) if record.get("html_ref"))


def _page(data: Path, record: Json) -> Path | None:
    repository, _, path = record["html_ref"].partition(":")
    page = data / "html" / repository / path
    return page if page.is_file() else None


def _bytes(page: Path) -> bytes:
    return gzip.decompress(page.read_bytes()) if page.suffix == ".gz" else page.read_bytes()


def _by_newsfacts(page: bytes, pipeline: Pipeline) -> Json:
    """The authors of the visible byline; where there is none, the names that the page's metadata have."""
    from newsfacts_html import read_html

    [article] = pipeline.pipe(read_html(page))
    names = list(article.authors) or _listed(article)
    return {"authors": names, "published": article.published.isoformat() if article.published else None}


def _listed(article: Article) -> list[str]:
    told = (article.metadata.byline or "").removeprefix("By ")
    return [name for name in re.split(r", | and ", told) if name]


def _by_trafilatura(page: bytes) -> Json:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(page, with_metadata=True)
    if not isinstance(found, Document):
        return {"authors": [], "published": None}
    return {
        "authors": [name.strip() for name in (found.author or "").split(";") if name.strip()],
        "published": found.date,
    }


def _by_newspaper(page: bytes) -> Json:
    from newspaper import Article as Page

    found = Page(url="https://example.com/", language="en")
    found.download(input_html=page.decode("utf-8", "replace"))
    found.parse()
    date = found.publish_date
    return {"authors": list(found.authors), "published": date.isoformat() if date else None}


def measure(data: Path, predictions: dict[str, Path]) -> dict[str, float]:
    """Score who is named and the date, on all pages that are there."""
    records = list(_records(data))
    there = [record for record in records if _page(data, record)]
    measures: dict[str, float] = {"pages": float(len(there)), "pages.absent": float(len(records) - len(there))}
    if not there:
        return measures
    for name, path in predictions.items():
        found = {one["id"]: one for one in read(path)}
        result = score_byline.score(there, found, html=True)
        start = "" if name == "newsfacts" else f"{name}."
        picked = {
            "authors_f1": result["author_set"]["F"],
            "exact": result["doc_exact_authors"],
            "false_alarm_rate": result["false_alarm_rate"],
            "date.acc": result["date_accuracy"],
        }
        measures |= {f"{start}{key}": value for key, value in picked.items() if value is not None}
    return measures
