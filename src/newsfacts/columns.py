"""The words of a document as plain columns: cheaper than a token's getters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from spacy.tokens import Doc


@frozen(eq=False)
class Columns:
    """Texts, lower-case texts, lower-case lemmas, parts of speech and Penn tags of all tokens, by index.

    >>> import spacy
    >>> Columns.read(spacy.blank("en")("Two Ferries sank.")).lowers
    ['two', 'ferries', 'sank', '.']
    """

    texts: list[str]
    lowers: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]

    @staticmethod
    def read(doc: Doc) -> Columns:
        """Read the columns of a document."""
        strings = doc.vocab.strings
        columns = doc.to_array(["ORTH", "LOWER", "LEMMA", "POS", "TAG"]).T.tolist() if len(doc) else [[]] * 5
        known = [{key: strings[key] for key in set(column)} for column in columns]
        known[2] = {key: lemma.lower() for key, lemma in known[2].items()}
        return Columns(*([*map(table.__getitem__, column)] for table, column in zip(known, columns, strict=True)))
