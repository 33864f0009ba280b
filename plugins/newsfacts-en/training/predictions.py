"""Predictions of a pipeline in the shapes that the scorers read."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

Record = dict[str, Any]


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a text file, packed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as handle:
        yield from handle


def records_of(path: Path) -> Iterator[Record]:
    """The records of a JSONL file, packed or not."""
    return (json.loads(line) for line in lines_of(path) if line.strip())


def write_records(path: Path, records: Iterable[Record]) -> None:
    """Write a JSONL file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as handle:
        handle.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def parse_record(name: object, doc: Doc) -> Record:
    """A parse: offsets, word class, lemma, head, relation (a root is ``root``) and sentence start of each token."""
    tokens = [
        [
            t.idx,
            t.idx + len(t.text),
            t.pos_,
            t.lemma_,
            t.head.i,
            "root" if t.dep_ == "ROOT" else t.dep_,
            bool(t.is_sent_start),
        ]
        for t in doc
    ]
    return {"id": name, "text": doc.text, "tokens": tokens}


def names_record(name: object, doc: Doc) -> Record:
    """The names of a text with their offsets."""
    return {"id": name, "ents": [[e.start_char, e.end_char, e.label_] for e in doc.ents]}


def predicted(nlp: Language, texts: Iterable[tuple[object, str]], *, names: bool) -> Iterator[Record]:
    """Each text's parse, or its names."""
    shape = names_record if names else parse_record
    pairs = ((text, name) for name, text in texts)
    for doc, name in nlp.pipe(pairs, as_tuples=True, batch_size=16):
        yield shape(name, doc)
