"""A small network of words weighed by where they stand: the part of the learnt tone that reads word vectors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final
from zlib import crc32

from attrs import frozen

from newsfacts.steps.stance.around import Around, Traits
from newsfacts.steps.stance.features import Passage
from newsfacts.steps.stance.scene import Range

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.vocab import Vocab

    Table = NDArray[np.float32]

OTHER: Final = 0
"""The row of words and traits that are not known."""
VALUED: Final = 2.0
"""How much a word with a pleasant or an unpleasant ring is given beside its vector."""


def key(word: str) -> int:
    """Give the number by which a word is known, the same on every machine.

    >>> key("praise")
    3299131622
    """
    return crc32(word.encode("utf-8", "surrogatepass"))


def name_of(passage: Passage, i: int) -> str:
    """Give the word that is looked up: the lemma, or what stands for all numbers or all people."""
    word = passage.words[i]
    return word if word in {"0", "person"} else passage.lemmas[i]


def looks(passage: Passage, vocab: Vocab, width: int) -> Table:
    """Give the vectors of the words of a passage, and beside each whether it rings pleasant or unpleasant."""
    from numpy import asarray, float32, linalg, maximum, where, zeros

    found = zeros((len(passage.words), width + 2), float32)
    by_word, by_lemma = (_vector_rows(vocab, column) for column in (passage.words, passage.lemmas))
    rows = where(by_word < 0, by_lemma, by_word)
    found[rows >= 0, :width] = vocab.vectors.data[rows[rows >= 0]]
    valence = asarray(passage.valence)
    found[:, width] = VALUED * (valence > 0)
    found[:, width + 1] = VALUED * (valence < 0)
    found[:, :width] /= maximum(linalg.norm(found[:, :width], axis=1, keepdims=True), 1e-6)
    return found


def _vector_rows(vocab: Vocab, words: Sequence[str]) -> NDArray[np.intp]:
    """Give the row of each word among the vectors, -1 where it has none."""
    found: NDArray[np.intp] = vocab.vectors.find(keys=[vocab.strings[word] for word in words])
    return found


@frozen(eq=False)
class Network:
    """Weights of a few networks side by side, whose scores are added.

    Each tells by its vector (`look`, `base`) and by itself (`own`) what a word says, by its traits how far it counts
    (`gates`), and has a layer above the sums of the words (`mix`, `lean`, `says`).
    """

    vectors: str
    look: Table
    base: Table
    words: Mapping[int, int]
    own: Table
    traits: Mapping[str, int]
    gates: Table
    mix: Table
    lean: Table
    says: Table
    bias: Table

    @property
    def width(self) -> int:
        """The numbers in a vector."""
        return len(self.look) - 2

    def reads(self, vocab: Vocab) -> bool:
        """Tell whether the words of a vocabulary have the vectors that the weights were trained with."""
        vectors = vocab.vectors
        return str(vectors.name) == self.vectors and vectors.shape[1] == self.width

    def rows(self, traits: Traits) -> list[int]:
        """Give the rows of traits among the gates."""
        return [self.traits.get(each, OTHER) for each in traits]

    def row(self, name: str) -> int:
        """Give the row of a word among the words known."""
        return self.words.get(key(name), OTHER)

    def view(self, passage: Passage) -> View | None:
        """Look at a passage; None where it is not parsed or has no vectors that are known."""
        doc = passage.scene.reading.doc
        if not passage.scene.syntax.parsed or not self.reads(doc.vocab):
            return None
        from numpy import tanh

        around = Around.of(passage)
        rows = [self.row(name_of(passage, i)) for i in range(len(passage.words))]
        said = tanh(looks(passage, doc.vocab, self.width) @ self.look + self.base + self.own[rows])
        return View(self, around, said, self.opened(around.traits))

    def opened(self, traits: Sequence[Traits]) -> Table:
        """Give the sum of the gates of the traits of some words."""
        found: Table = self.gates[[self.rows(each) for each in traits]].sum(1)
        return found


@frozen(eq=False)
class View:
    """A passage as a network sees it: what each word says, and how far it counts whatever the name."""

    network: Network
    around: Around
    said: Table
    opened: Table

    def scores(self, mentions: Iterable[Range]) -> Table | None:
        """Give the scores of the polarities toward a name by its mentions; None where no word is left."""
        places = list(self.around.places(list(mentions)))
        if not places:
            return None
        from numpy import einsum, exp, tanh

        network = self.network
        words, traits = [i for i, _ in places], [each for _, each in places]
        shut = 1 + exp(-self.opened[words] - network.opened(traits))
        sums = (self.said[words] / shut).sum(0).reshape(len(network.mix), -1)
        above = tanh(einsum("ns,nsa->na", sums, network.mix) + network.lean)
        found: Table = einsum("na,nac->c", above, network.says) + network.bias
        return found
