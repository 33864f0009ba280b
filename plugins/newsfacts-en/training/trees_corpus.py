"""Training examples of trees: gold documents in the dress of news, and fresh clauses and headlines each epoch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from random import Random

from attrs import field, frozen
from spacy.language import Language
from spacy.training import Example

from training.documents import chunks_of, example_of
from training.dressing import Dresser, Wardrobe
from training.material import Material
from training.trees import Paragraph, Text


@frozen
class TreesTaste:
    """How an epoch is drawn.

    The share of gold documents and of those a teacher labelled, made paragraphs and headlines for each gold paragraph,
    and the changes of surface.
    """

    share: float = 1.0
    made: float = 0.3
    headlines: float = 0.4
    taught: float = 0.3
    wardrobe: Wardrobe = field(factory=Wardrobe)


class TreesCorpus:
    """An endless source of epochs of examples."""

    def __init__(self, texts: Iterable[Text], taste: TreesTaste, taught: Iterable[Text] = ()) -> None:
        self.texts = list(texts)
        self.taught = list(taught)
        self.taste = taste
        self.material = Material.gathered(self.texts, self.taught)

    def epoch(self, nlp: Language, rng: Random) -> Iterator[Example]:
        """One epoch: gold documents, cut and dressed afresh, among documents of made paragraphs."""
        dresser = Dresser(self.material, rng, self.taste.wardrobe)
        pieces = [piece for text in self.texts for piece in chunks_of(text, rng) if rng.random() < self.taste.share]
        paragraphs = sum(map(len, pieces))
        pieces += self._taught(rng)
        made = [dresser.reporter.paragraph() for _ in range(round(self.taste.made * paragraphs))]
        made += [[dresser.headliner.headline()] for _ in range(round(self.taste.headlines * paragraphs))]
        rng.shuffle(made)
        pieces += list(_documents(made, rng))
        rng.shuffle(pieces)
        for piece in pieces:
            yield example_of(nlp, dresser.dressed(piece), rng)

    def _taught(self, rng: Random) -> list[list[Paragraph]]:
        """A sample of what a teacher labelled, its short texts as paragraphs of documents."""
        chosen = [paragraph for text in self.taught if rng.random() < self.taste.taught for paragraph in text]
        return list(_documents(chosen, rng))


def _documents(paragraphs: Sequence[Paragraph], rng: Random) -> Iterator[list[Paragraph]]:
    """Paragraphs in documents of one to four."""
    left = list(paragraphs)
    while left:
        size = rng.choice((1, 1, 2, 3, 4))
        yield left[:size]
        left = left[size:]
