"""The words of a document as plain columns, read once for all steps: cheaper than a token's getters."""

from __future__ import annotations

from attrs import frozen

from newsfacts import Reading


@frozen(eq=False)
class Columns:
    """Texts, lower-case texts, lower-case lemmas, parts of speech and Penn tags of all tokens, by index."""

    texts: list[str]
    lowers: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]

    @staticmethod
    def of(reading: Reading) -> Columns:
        """Give the columns of a document, read once."""
        return reading.shared(Columns, lambda: Columns._read(reading))

    @staticmethod
    def _read(reading: Reading) -> Columns:
        doc = reading.doc
        strings = doc.vocab.strings
        columns = doc.to_array(["ORTH", "LOWER", "LEMMA", "POS", "TAG"]).T.tolist() if len(doc) else [[]] * 5
        known = [{key: strings[key] for key in set(column)} for column in columns]
        known[2] = {key: lemma.lower() for key, lemma in known[2].items()}
        return Columns(*([*map(table.__getitem__, column)] for table, column in zip(known, columns, strict=True)))
