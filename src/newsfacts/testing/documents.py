"""Documents made of others: joined, very long, or with fewer annotations."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc

from newsfacts.sentences import mark_starts
from newsfacts.testing.bench import Workshop

ATTRIBUTES = {
    "tag": ("TAG",),
    "pos": ("POS",),
    "morph": ("MORPH",),
    "lemma": ("LEMMA",),
    "dep": ("DEP", "HEAD"),
    "sents": ("SENT_START",),
    "ent": ("ENT_IOB", "ENT_TYPE"),
}
"""The attributes of tokens that hold each annotation of a document."""


def joined(*documents: Doc) -> Doc:
    """Give one document of several, with nothing between them."""
    return Doc.from_docs([document for document in documents if len(document)], ensure_whitespace=False) or documents[0]


def separator(text: str, like: Doc) -> Doc:
    """Give a document of one token of white space, to be joined with others."""
    return Doc(like.vocab, words=[text], spaces=[False], tags=["_SP"], pos=["SPACE"], lemmas=[text], heads=[0],
               deps=["ROOT"], sent_starts=[True], ents=["O"])  # fmt: skip


LONG = 100_000


def long_documents(workshop: Workshop) -> tuple[Doc, ...]:
    """Give a line of 100,000 characters made of sentences, and a word of as many letters."""
    sentences = workshop.parse(" ".join(workshop.texts.articles[-2].text.split()) + " ")
    word = Doc(sentences.vocab, words=["a" * LONG], tags=["NN"], pos=["NOUN"], lemmas=["a"], heads=[0], deps=["ROOT"],
               sent_starts=[True], ents=["O"])  # fmt: skip
    return joined(*[sentences] * (LONG // len(sentences.text) + 1)), word


def bared(doc: Doc, annotations: Collection[str]) -> Doc:
    """Give a document with some of its annotations alone; sentences start where they must if nobody finds more.

    >>> from newsfacts.testing import sketch
    >>> token = bared(sketch("Turner/NNP/2/nsubj resigned|resign/VBD/0/root"), {"tag"})[1]
    >>> token.tag_, token.lemma_
    ('VBD', '')
    """
    names: list[int | str] = ["NORM"]
    for attributes in map(ATTRIBUTES.__getitem__, sorted(annotations)):
        names += attributes if doc.has_annotation(attributes[0]) else ()
    bare = Doc(doc.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])
    bare.from_array(names, doc.to_array(names))  # type: ignore[arg-type]  # (spaCy calls its integers floats)
    if not {"HEAD", "SENT_START"} & set(names):
        mark_starts(bare)
    return bare
