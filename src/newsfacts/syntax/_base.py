"""What all groups of questions share: the tables, and tokens for indices."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from newsfacts.spans import Span
from newsfacts.syntax._tables import Tree


class Questions:
    """The tables of one document."""

    __slots__ = ("_tree", "words")

    def __init__(self, doc: Doc, tree: Tree) -> None:
        self.words: tuple[Token, ...] = tuple(doc)
        """The tokens of the document, made once: asking spaCy for one makes a new object."""
        self._tree = tree

    def _token(self, index: int) -> Token | None:
        return self.words[index] if index >= 0 else None

    def _tokens(self, indices: Sequence[int]) -> tuple[Token, ...]:
        return (*map(self.words.__getitem__, indices),) if indices else ()

    def _span(self, start: int, end: int) -> Span:
        last = self.words[end - 1]
        return Span(self.words[start].idx, last.idx + len(last))
