"""Reads hand-made parses, so that rules are tested without a model."""

from collections.abc import Iterator
from os import PathLike
from pathlib import Path

from attrs import field, frozen
from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.vocab import Vocab, create_vocab

__all__ = ["docs", "parsed"]

_ID, _FORM, _LEMMA, _POS, _TAG, _FEATS, _HEAD, _LABEL, _, _MISC = range(10)
_COLUMNS = 10


@frozen
class _Sentence:
    """The comments and the word lines of one sentence."""

    comments: dict[str, str]
    rows: list[list[str]] = field(factory=list)


def docs(path: str | PathLike[str], vocab: Vocab | None = None) -> dict[str, Doc]:
    """Give the documents of a CoNLL-U file by name.

    A document is named by `# newdoc id = ...` and holds all sentences up to the next one; without
    such lines every sentence is a document, named by its `# sent_id = ...`. `SpaceAfter=No` in the
    last column says that no space follows, `NER=B-PERSON` and `NER=I-PERSON` that a name stands there.
    """
    return parsed(Path(path).read_text(encoding="utf-8"), vocab)


def parsed(text: str, vocab: Vocab | None = None) -> dict[str, Doc]:
    r"""Give the documents of a text in CoNLL-U by name.

    >>> row = "\t".join
    >>> lines = [
    ...     "# sent_id = resignation",
    ...     row(["1", "Turner", "Turner", "PROPN", "NNP", "_", "2", "nsubj", "_", "_"]),
    ...     row(["2", "resigned", "resign", "VERB", "VBD", "_", "0", "root", "_", "SpaceAfter=No"]),
    ...     row(["3", ".", ".", "PUNCT", ".", "_", "2", "punct", "_", "_"]),
    ... ]
    >>> doc = parsed("\n".join(lines))["resignation"]
    >>> doc.text, doc[0].head, doc[1].dep_
    ('Turner resigned.', resigned, 'ROOT')
    """
    shared = create_vocab("en", English.Defaults) if vocab is None else vocab
    groups: dict[str, list[_Sentence]] = {}
    document: str | None = None
    for sentence in _sentences(text):
        document = sentence.comments.get("newdoc id", document)
        name = document if document is not None else sentence.comments.get("sent_id", str(len(groups) + 1))
        if document is None and name in groups:
            raise ValueError(f"two parses are called {name!r}")
        groups.setdefault(name, []).append(sentence)
    return {name: _doc(shared, sentences) for name, sentences in groups.items()}


def _sentences(text: str) -> Iterator[_Sentence]:
    for block in text.split("\n\n"):
        sentence = _Sentence({})
        for line in block.splitlines():
            if line.startswith("#"):
                key, found, value = line[1:].partition("=")
                if found:
                    sentence.comments[key.strip()] = value.strip()
            elif line:
                sentence.rows.append(_row(line))
        sentence.rows[:] = [row for row in sentence.rows if row[_ID].isdecimal()]
        if sentence.rows:
            yield sentence


def _row(line: str) -> list[str]:
    row = line.split("\t")
    if len(row) != _COLUMNS:
        raise ValueError(f"a word has {_COLUMNS} columns, parted by tabs, not {len(row)}: {line!r}")
    return row


def _doc(vocab: Vocab, sentences: list[_Sentence]) -> Doc:
    rows: list[list[str]] = []
    heads: list[int] = []
    starts: list[bool | int | None] = []
    for sentence in sentences:
        offset = len(rows)
        rows.extend(sentence.rows)
        starts.extend(number == 0 for number in range(len(sentence.rows)))
        for number, row in enumerate(sentence.rows, start=offset):
            heads.append(number if row[_HEAD] == "0" else offset + int(row[_HEAD]) - 1)
    misc = [dict(pair.partition("=")[::2] for pair in row[_MISC].split("|")) for row in rows]
    return Doc(
        vocab,
        words=[row[_FORM] for row in rows],
        spaces=["SpaceAfter" not in notes and row is not rows[-1] for row, notes in zip(rows, misc, strict=True)],
        tags=[row[_TAG] for row in rows],
        pos=[row[_POS] for row in rows],
        morphs=["" if row[_FEATS] == "_" else row[_FEATS] for row in rows],
        lemmas=[row[_LEMMA] for row in rows],
        heads=heads,
        deps=["ROOT" if row[_HEAD] == "0" else row[_LABEL] for row in rows],
        sent_starts=starts,
        ents=[notes.get("NER", "O") for notes in misc],
    )
