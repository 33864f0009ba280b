"""Reads and writes the benchmark's record files (JSONL, also gzipped)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def find(data: Path, name: str) -> Path | None:
    """Give the file called `name` in `data`, gzipped or not; None (said on stderr by the command) where absent."""
    return next((path for path in (data / name, data / f"{name}.gz") if path.is_file()), None)


def read(path: Path) -> list[Json]:
    """Give the records of a JSONL file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write(path: Path, records: Iterable[Json]) -> Path:
    """Write records as JSONL, and give the path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def plain(path: Path, folder: Path) -> Path:
    """Give an ungzipped copy of a file in `folder`, for scorers that read plain files only; plain ones as they are."""
    if path.suffix != ".gz":
        return path
    copy = folder / path.stem
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(gzip.decompress(path.read_bytes()))
    return copy


def pair(span: Any) -> list[int] | None:
    """Give a span as the scorers want it."""
    return None if span is None else [span.start, span.end]
