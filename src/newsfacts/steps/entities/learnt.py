"""What names with the same evidence mostly are: weights of the evidence, and of the vectors of words.

>>> from newsfacts import Lexicons
>>> [told] = Weights.of(Lexicons()).learnt([Seen(frozenset({"words=1", "title", "speaks"}))])
>>> TYPES[told.index(0)]
'PERSON'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from newsfacts import Lexicons
from newsfacts.steps.entities.cleaning import Name
from newsfacts.steps.entities.evidence import SEEN
from newsfacts.steps.entities.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TYPES: Final = ("EVENT", "FAC", "GPE", "LAW", "LOC", "NORP", "ORG", "PERSON", "PRODUCT", "WORK_OF_ART")
PARTS: Final = ("last", "mean", "before", "after", "subject-of", "head")
"""Whose vectors tell: the last word of a name, all its words, the words beside it, the verb it is the subject of, and
the word it hangs on otherwise."""
WIDTH: Final = 64
NO_VECTORS: Final = "no-vectors"
_KNOWN_VECTORS: Final = "newsfacts"
_CLEAR: Final = 110  # as much as a clear sign of the rules, however many small ones add up


@frozen
class Seen:
    """What is seen of a name: pieces of evidence, and for each of `PARTS` the words whose vectors tell of it."""

    evidence: AbstractSet[str]
    parts: tuple[list[int], ...] = ()


@frozen(eq=False)
class Vectors:
    """The vectors of the words of a document: their keys, and where they are looked up."""

    keys: NDArray[np.uint64]
    vectors: Any

    @staticmethod
    def of(words: Words) -> Vectors | None:
        """Give the vectors of a document; none from other vectors than those that the weights are for."""
        doc = words.reading.doc
        vectors = doc.vocab.vectors
        if vectors.name != _KNOWN_VECTORS or vectors.shape[1:] != (WIDTH,) or not len(doc):
            return None
        return Vectors(doc.to_array(["LOWER"]).ravel().astype("uint64"), vectors)

    def means(self, names: Sequence[Seen]) -> NDArray[np.float32]:
        """Give the mean vectors of the parts of names: a row for each name, one part after the other."""
        from numpy import add, array, bincount, maximum, zeros

        parts = [part for name in names for part in name.parts]
        found = zeros((len(names) * len(PARTS), WIDTH), "float32")
        rows = self.vectors.find(keys=self.keys[[index for part in parts for index in part]])
        owners = array([number for number, part in enumerate(parts) for _ in part], int)[rows >= 0]
        if len(owners):
            counts = bincount(owners, minlength=len(parts))
            starts = (counts.cumsum() - counts)[counts > 0]
            found[counts > 0] = add.reduceat(self.vectors.data[rows[rows >= 0]], starts, axis=0)
            found /= maximum(counts, 1)[:, None]
        return found.reshape(len(names), -1)


def seen(evidence: AbstractSet[str], members: Sequence[Name], words: Words, vectors: Vectors | None) -> Seen:
    """Give what is seen of a name, all its mentions together."""
    return Seen(evidence | {NO_VECTORS}) if vectors is None else Seen(evidence, _parts(members, words))


def _parts(members: Sequence[Name], words: Words) -> tuple[list[int], ...]:
    name = members[0]
    before: list[int] = []
    after: list[int] = []
    subject_of: list[int] = []
    head: list[int] = []
    for member in members[:SEEN]:
        start = member.start - 1 - (words.lower(member.start - 1) == "the")
        if start >= 0:
            before.append(start)
        if member.end < len(words):
            after.append(member.end)
        main = words.syntax.name_head(words.reading.words[member.end - 1])
        if (over := words.syntax.head(main)) is not None:
            (subject_of if words.syntax.role(main) == "subject" else head).append(over.i)
    return [name.end - 1], [*range(name.start, name.end)], before, after, subject_of, head


@frozen(eq=False)
class Weights:
    """How much each piece of evidence speaks for each of `TYPES`: a row of `table` for each, the first for none.

    Weights are whole numbers, hundredths. `vectors` has a row for each component of the vectors of `PARTS`.
    """

    rows: Mapping[str, int]
    table: NDArray[np.int64]
    vectors: NDArray[np.float32]

    @staticmethod
    def of(lexicons: Lexicons) -> Weights:
        """Give the weights of the lexicon `name_weights` (read once for these lexicons)."""
        return lexicons.compiled(Weights, lambda: _read(lexicons))

    def learnt(self, names: Sequence[Seen], vectors: Vectors | None = None) -> list[list[float]]:
        """Give how much the evidence of each name speaks for each type: nothing for the likeliest, less for others."""
        from numpy import add, maximum

        rows = self.rows
        flat: list[int] = []
        starts: list[int] = []
        for name in names:
            starts.append(len(flat))
            flat.append(0)
            flat += [rows[kind] for kind in name.evidence if kind in rows]
        if not starts:
            return []
        sums: NDArray[np.float64] = add.reduceat(self.table[flat], starts, axis=0).astype(float)
        if vectors is not None:
            sums += vectors.means(names) @ self.vectors
        told: list[list[float]] = (maximum(sums - sums.max(axis=1, keepdims=True), -_CLEAR) / 100).round(2).tolist()
        return told


def component(part: str, number: int) -> str:
    """Give the name of the weights of a component of a vector, as the lexicon has it: "vector-last=07"."""
    return f"vector-{part}={number:02}"


def _read(lexicons: Lexicons) -> Weights:
    from numpy import array

    rows = {row[0]: row[1:] for row in lexicons.rows("name_weights")}
    none = ("0",) * len(TYPES)
    vectors = array([rows.pop(component(part, n), none) for part in PARTS for n in range(WIDTH)], "float32")
    kinds = ["bias", *(kind for kind in rows if kind != "bias")]
    table = array([rows[kind] for kind in kinds], int)
    return Weights({kind: number for number, kind in enumerate(kinds)}, table, vectors)
