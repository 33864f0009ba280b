"""Reads hand-made parses, so that rules are tested without a model."""

from collections.abc import Iterator
from itertools import pairwise
from os import PathLike
from pathlib import Path
from typing import Final

from attrs import field, frozen
from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.vocab import Vocab, create_vocab

__all__ = ["docs", "parsed", "sketch"]

_ID, _FORM, _LEMMA, _POS, _TAG, _FEATS, _HEAD, _LABEL, _, _MISC = range(10)
_COLUMNS = 10
_POS_OF: Final = {
    "CC": "CCONJ",
    "CD": "NUM",
    "DT": "DET",
    "EX": "PRON",
    "IN": "ADP",
    "MD": "AUX",
    "PDT": "DET",
    "POS": "PART",
    "RP": "ADP",
    "TO": "PART",
    "WRB": "ADV",
}
_POS_BY_START: Final = {
    "JJ": "ADJ",
    "NNP": "PROPN",
    "NN": "NOUN",
    "PRP": "PRON",
    "RB": "ADV",
    "VB": "VERB",
    "W": "PRON",
}
"""Parts of speech of tags; of several beginnings that fit a tag, the first."""
_OPENING: Final = frozenset({"``", "-LRB-"})
"""Tags of marks that stand close to the word after them."""
_LABELS_OF_AUXILIARIES: Final = frozenset({"aux", "auxpass", "aux:pass", "cop"})


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


def sketch(words: str, vocab: Vocab | None = None) -> Doc:
    """Give a one-sentence document from words written as form/tag/head/label.

    Heads count from 1, and 0 is the root. A lemma may follow its form after a bar. Spaces stand
    between all words but before punctuation, after opening quotation marks and brackets, and before "'s".

    >>> doc = sketch("Turner/NNP/3/nsubj has|have/VBZ/3/aux resigned|resign/VBN/0/root ././3/punct")
    >>> doc.text, doc[1].pos_, doc[2].lemma_
    ('Turner has resigned.', 'AUX', 'resign')
    """
    rows: list[list[str]] = []
    for number, word in enumerate(words.split(), start=1):
        text, tag, head, label = word.rsplit("/", 3)
        form, _, lemma = text.partition("|")
        pos = "AUX" if label in _LABELS_OF_AUXILIARIES else _pos_of(tag)
        rows.append([str(number), form, lemma or form, pos, tag, "_", head, label, "_", "_"])
    for row, following in pairwise(rows):
        closing = following[_POS] == "PUNCT" and following[_TAG] not in _OPENING
        if closing or following[_TAG] == "POS" or row[_TAG] in _OPENING:
            row[_MISC] = "SpaceAfter=No"
    return _doc(create_vocab("en", English.Defaults) if vocab is None else vocab, [_Sentence({}, rows)])


def _pos_of(tag: str) -> str:
    if tag in _POS_OF:
        return _POS_OF[tag]
    return next((pos for start, pos in _POS_BY_START.items() if tag.startswith(start)), "PUNCT")


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


def _check_heads(rows: list[list[str]]) -> None:
    """Refuse heads that are no word of the sentence, or lead in a circle: spaCy would never come to an end."""
    heads = [int(row[_HEAD]) for row in rows]
    for row, head in zip(rows, heads, strict=True):
        if not 0 <= head <= len(rows):
            raise ValueError(f"{row[_FORM]!r} hangs on word {head} of a sentence of {len(rows)}")
    for row, head in zip(rows, heads, strict=True):
        above = head
        for _ in rows:
            above = heads[above - 1] if above else 0
        if above:
            raise ValueError(f"the heads above {row[_FORM]!r} run in a circle")


def _doc(vocab: Vocab, sentences: list[_Sentence]) -> Doc:
    rows: list[list[str]] = []
    heads: list[int] = []
    starts: list[bool | int | None] = []
    for sentence in sentences:
        _check_heads(sentence.rows)
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
