"""What all groups of questions share: the tables, and tokens for indices."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from newsfacts.spans import Span
from newsfacts.syntax._tables import Tree


class Questions:
    """The tables of one document."""

    __slots__ = ("_doc", "_tree")

    def __init__(self, doc: Doc, tree: Tree) -> None:
        self._doc = doc
        self._tree = tree

    def _token(self, index: int) -> Token | None:
        return self._doc[index] if index >= 0 else None

    def _tokens(self, indices: Sequence[int]) -> tuple[Token, ...]:
        if not indices:
            return ()
        doc = self._doc
        return tuple([doc[index] for index in indices])

    def _span(self, start: int, end: int) -> Span:
        last = self._doc[end - 1]
        return Span(self._doc[start].idx, last.idx + len(last))
