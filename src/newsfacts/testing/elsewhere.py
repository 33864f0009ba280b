"""The same extraction in another process, in which the members of sets come in another order."""

from __future__ import annotations

import atexit
import json
import os
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any

import numpy as np
from spacy.lang.en import English
from spacy.tokens import DocBin
from spacy.vectors import Vectors  # type: ignore[import-not-found]
from spacy.vocab import Vocab, create_vocab

from newsfacts import Article, Extractor, Fact, LexiconFile, Lexicons, Reading, Record
from newsfacts.article import FactTable, in_order
from newsfacts.extractor import Parsed
from newsfacts.settings import made, plain
from newsfacts.testing.documents import ATTRIBUTES
from newsfacts.testing.telling import own, said

Told = list[dict[str, Any]]


class NotThere(Exception):
    """The other process cannot make the extractor."""


def said_in_order(facts: Iterable[Any], reading: Reading) -> Told:
    """Give facts as plain values, in the order in which the article tells them."""
    return said(in_order(own(facts)), reading)


# --- here
def said_elsewhere(extractor: Extractor, kinds: Iterable[type[Fact]], readings: Iterable[Reading]) -> list[Told]:
    """Give what an extractor finds in readings, in text order, as the other process tells it.

    `kinds` are those of earlier facts that are not built in.
    """
    given, cls = list(readings), type(extractor)
    attributes = ["NORM", *(name for names in ATTRIBUTES.values() for name in names)]
    question = {
        "path": sys.path,
        "extractor": _place(cls),
        "settings": plain(extractor),
        "kinds": [_place(kind) for kind in kinds],
        "lexicons": [(file.name, str(file.path)) for file in given[0].lexicons.extra],
        "documents": b64encode(DocBin(attrs=attributes, docs=[r.doc for r in given]).to_bytes()).decode(),
        "articles": [r.article.to_dict() for r in given],
        "vectors": _vectors_of(given),
    }
    process = _process()
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(question) + "\n")
    process.stdin.flush()
    line = process.stdout.readline()
    if not line:
        _process.cache_clear()
        raise AssertionError("it ended the process that it ran in")
    answer = json.loads(line)
    if "missing" in answer:
        raise NotThere(f"another process cannot import {cls.__module__}.{cls.__qualname__}: {answer['missing']}")
    if "failed" in answer:
        raise AssertionError(f"in another process: {answer['failed']}")
    found: list[Told] = answer["found"]
    return found


def _vectors_of(readings: Iterable[Reading]) -> Told:
    """Give the vectors of the words of readings, those of each vocabulary; none where words have none."""
    words: dict[int, tuple[Vectors, set[int]]] = {}
    for reading in readings:
        vectors = reading.doc.vocab.vectors
        if vectors.size and vectors.mode == "default":
            _, keys = words.setdefault(id(vectors), (vectors, set()))
            keys |= {key for word in reading.doc for key in (word.orth, word.lower, word.norm, word.lemma)}
    return [_few(vectors, sorted(key for key in keys if key in vectors)) for vectors, keys in words.values()]


def _few(vectors: Vectors, keys: list[int]) -> dict[str, Any]:
    data = vectors.data[vectors.find(keys=keys)].astype("float32")
    told = {"name": vectors.name, "attr": vectors.attr, "width": vectors.shape[1], "keys": keys}
    return {**told, "data": b64encode(data.tobytes()).decode()}


def _place(cls: type) -> str:
    if cls.__module__ == "__main__" or "<locals>" in cls.__qualname__:
        raise NotThere(f"another process cannot import {cls.__module__}.{cls.__qualname__}")
    return f"{cls.__module__}:{cls.__qualname__}"


@cache
def _process() -> Popen[str]:
    """The other process; it starts when it is first asked, serves all laws, and ends with this one."""
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    command = [sys.executable, "-c", f"from {__name__} import serve; serve()"]
    process = Popen(command, stdin=PIPE, stdout=PIPE, text=True, env=os.environ | {"PYTHONHASHSEED": seed})  # noqa: S603
    atexit.register(process.communicate)
    return process


# --- there
def serve() -> None:
    """Answer questions, one on each line of the input, until there are no more."""
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answered(json.loads(line))) + "\n")
        sys.stdout.flush()


def answered(question: dict[str, Any]) -> dict[str, Any]:
    """Give the answer to a question."""
    sys.path[:] = question["path"]
    try:
        cls = _found(question["extractor"])
        kinds = [_found(place) for place in question["kinds"]]
    except (ImportError, AttributeError) as error:
        return {"missing": str(error)}
    try:
        extractor: Extractor = made(cls, question["settings"])
        lexicons = Lexicons(LexiconFile(name, Path(path)) for name, path in question["lexicons"])
        vocab = create_vocab("en", English.Defaults)
        for told in question["vectors"]:
            vocab.vectors = _vectors(told, vocab)
        docs = DocBin().from_bytes(b64decode(question["documents"])).get_docs(vocab)
        found = []
        for doc, article in zip(docs, question["articles"], strict=True):
            earlier = Article.from_json(json.dumps(article), kinds=kinds)
            record = Record(text=earlier.text, id=earlier.id, metadata=earlier.metadata)
            reading = Reading(Parsed(record, doc), lexicons, FactTable(earlier.facts))
            found.append(said_in_order(extractor.extract(reading), reading))
    except Exception as error:  # (an extractor may fail in any way)
        return {"failed": f"{type(error).__name__}: {error}"}
    return {"found": found}


def _vectors(told: dict[str, Any], vocab: Vocab) -> Vectors:
    """Give the vectors that were told; a table without words has one empty row, as wide as the others."""
    data = np.frombuffer(b64decode(told["data"]), "float32").reshape(-1, told["width"])
    data = np.vstack([data, np.zeros((1, told["width"]), "float32")])
    return Vectors(strings=vocab.strings, data=data, keys=told["keys"], name=told["name"], attr=told["attr"])


def _found(place: str) -> Any:  # (a class)
    module, _, name = place.partition(":")
    found: Any = import_module(module)
    for part in name.split("."):
        found = getattr(found, part)
    return found
