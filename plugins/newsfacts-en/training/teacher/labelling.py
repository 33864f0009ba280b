"""Open text labelled by the teachers, in the shapes the small pipeline learns from."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

from training.names import Passage
from training.trees import Sentence, Word, written

if TYPE_CHECKING:  # they need torch
    from training.teacher.names import NamesTeacher
    from training.teacher.trees import TreesTeacher

ENDS = frozenset(".?!")
CLOSING = frozenset({"'", "''", ")", "’", "”", '"'})
LONGEST = 90


def sentences_of(passage: Passage, tokenizer: Tokenizer) -> Iterator[Sentence]:
    """The sentences of an annotated passage as unlabelled words of our own tokenizer.

    A full stop that the annotators left as a word of its own ends a sentence; closing quotes that touch it go with it.
    """
    start = 0
    words, spaces = passage.words, passage.spaces
    for i, word in enumerate(words):
        ended = word in ENDS or (i > start and words[i - 1] in ENDS and word in CLOSING)
        goes_on = i + 1 < len(words) and not spaces[i] and words[i + 1] in CLOSING | ENDS
        if i + 1 == len(words) or (ended and not goes_on):
            pairs = zip(words[start : i + 1], spaces[start : i + 1], strict=True)
            text = "".join(w + " " * s for w, s in pairs).strip()
            if text:
                doc = tokenizer(text)
                yield [
                    Word(t.text, "", "", "", space=bool(t.whitespace_) or t.i + 1 == len(doc))
                    for t in doc
                    if not t.is_space
                ]
            start = i + 1


def write_trees(teacher: TreesTeacher, passages: Iterable[Passage], tokenizer: Tokenizer, file: Path) -> int:
    """Label passages and write them as CoNLL-U, a passage as a document; gives the number of words.

    A passage that holds a sentence too long is left out: a gap would join sentences that do not belong together.
    """
    documents = [list(sentences_of(passage, tokenizer)) for passage in passages]
    documents = [document for document in documents if document and max(map(len, document)) <= LONGEST]
    for _ in teacher.parse(sentence for document in documents for sentence in document):
        pass  # the words are labelled in place
    with gzip.open(file, "wt", encoding="utf-8", newline="\n") as stream:
        for document in documents:
            stream.write("# newdoc\n")
            for sentence in document:
                stream.writelines(_lines(sentence))
    return sum(len(sentence) for document in documents for sentence in document)


def _lines(sentence: Sentence) -> Iterator[str]:
    yield f"# text = {written(sentence)}\n"
    places = {word: i for i, word in enumerate(sentence, start=1)}
    for word, place in places.items():
        head = places[word.head] if word.head else 0
        misc = "_" if word.space else "SpaceAfter=No"
        cells = (place, word.form, word.lemma, word.upos, word.xpos, word.feats, head, word.dep, "_", misc)
        yield "\t".join(map(str, cells)) + "\n"
    yield "\n"


def write_names(teacher: NamesTeacher, passages: Sequence[Passage], file: Path, least: float) -> int:
    """Label passages and write them in the shape of ``ner/train.jsonl.gz``; gives their number.

    A word, or a name, that the teacher is less sure of than ``least`` is missing: it gives no loss.
    """
    plain = [evolve(passage, names=(), missing=frozenset()) for passage in passages if len(passage.words) <= 220]
    with gzip.open(file, "wt", encoding="utf-8", newline="\n") as stream:
        for passage, found, sure in teacher.names(plain):
            kept = [name for name, score in found if score >= least]
            inside = {i for start, end, _ in kept for i in range(start, end)}
            unsure = {i for (start, end, _), score in found if score < least for i in range(start, end)}
            unsure |= {i for i, score in enumerate(sure) if score < least and i not in inside}
            record = {
                "words": list(passage.words),
                "spaces": [int(space) for space in passage.spaces],
                "ents": kept,
                "missing": sorted(unsure),
                "src": f"taught-{passage.source}",
            }
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    return len(plain)
