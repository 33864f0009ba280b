"""Training documents of trees: paragraphs joined by line breaks, as in a real article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from training.trees import Paragraph, Text, Word

LIMITS = (1, 1, 2, 3, 4, 6)
LONGEST = 160


def chunks_of(text: Text, rng: Random) -> Iterator[list[Paragraph]]:
    """A document in pieces of some paragraphs."""
    piece: list[Paragraph] = []
    words = 0
    limit = rng.choice(LIMITS)
    for paragraph in text:
        size = sum(map(len, paragraph))
        if piece and (len(piece) >= limit or words + size > LONGEST):
            yield piece
            piece, words, limit = [], 0, rng.choice(LIMITS)
        piece.append(paragraph)
        words += size
    if piece:
        yield piece


def example_of(nlp: Language, paragraphs: Sequence[Paragraph], rng: Random) -> Example:
    """The example: the pipeline's own words against the gold trees."""
    doc = document_of(nlp, paragraphs, rng)
    return Example(nlp.make_doc(doc.text), doc)


def document_of(nlp: Language, paragraphs: Sequence[Paragraph], rng: Random) -> Doc:
    """Gold trees as a spaCy document.

    A line break hangs on the word before it, so that it closes a sentence and never opens one; its tags are unknown.
    """
    words: list[Word] = []
    starts: list[bool | int | None] = []
    for paragraph in paragraphs:
        if words:
            words[-1].space = False
            words.append(Word(rng.choice(["\n", "\n\n"]), "", "", "", "", "dep", words[-1], space=False))
            starts.append(False)
        for sentence in paragraph:
            words += sentence
            starts += [i == 0 for i in range(len(sentence))]
    places = {word: i for i, word in enumerate(words)}
    doc = Doc(
        nlp.vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        lemmas=[word.lemma for word in words],
        heads=[places[word.head or word] for word in words],
        deps=[word.dep if word.head else "ROOT" for word in words],
        sent_starts=starts,
    )
    for token, word in zip(doc, words, strict=True):
        if word.upos:
            features = "" if word.feats == "_" else word.feats
            token.set_morph(features)  # type: ignore[attr-defined]
    return doc
