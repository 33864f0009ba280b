"""Questions about a clause, answered alike for both kinds of English dependency labels."""

from typing import final

from spacy.tokens import Doc, Token

from newsfacts.columns import Columns
from newsfacts.syntax import clear, universal
from newsfacts.syntax._clause_questions import ClauseQuestions
from newsfacts.syntax._nominal_questions import NominalQuestions, SpanQuestions
from newsfacts.syntax._tables import Rewrite, Role, finish

__all__ = ["Role", "Syntax", "syntax_of"]

_UNIVERSAL_ONLY = frozenset({"obj", "obl", "nsubj:pass", "cop", "flat", "iobj", "aux:pass", "acl:relcl", "nmod:poss"})
_CLEAR_ONLY = frozenset({"pobj", "dobj", "prep", "nsubjpass", "attr", "acomp", "poss", "relcl", "auxpass", "neg"})


@final
class Syntax(ClauseQuestions, NominalQuestions, SpanQuestions):
    """Answers questions about the parse of one document, whatever its labels.

    Prepositions are case markers of their noun, the complement of "be" carries its clause, and a
    name of several words is headed by its first. A document without a parse answers None, (), False.
    """

    __slots__ = ()

    @property
    def parsed(self) -> bool:
        """Whether the document has a parse."""
        return self._tree.parsed

    def head(self, token: Token) -> Token | None:
        """Give the word a token hangs on; None for the root of a sentence."""
        return self._token(self._tree.heads[token.i])

    def children(self, token: Token) -> tuple[Token, ...]:
        """Give the words that hang on a token, in order."""
        return self._tokens(self._tree.kids[token.i])

    def role(self, token: Token) -> Role:
        """Give what a token is to its head."""
        return self._tree.roles[token.i]

    def root_of(self, token: Token) -> Token:
        """Give the root of the sentence of a token."""
        return self.words[self._tree.roots[token.i]]


def syntax_of(doc: Doc, columns: Columns | None = None) -> Syntax:
    """Give the syntax of a document, its scheme chosen by the labels found; its columns, where they were read.

    >>> from newsfacts.testing.parses import sketch
    >>> in_universal = sketch("It/PRP/3/nsubj is|be/VBZ/3/cop ready/JJ/0/root")
    >>> in_clear = sketch("It/PRP/2/nsubj is|be/VBZ/0/ROOT ready/JJ/2/acomp")
    >>> [syntax_of(doc).predicate(doc[1]).text for doc in (in_universal, in_clear)]
    ['ready', 'ready']
    """
    known = Columns.read(doc) if columns is None else columns
    return Syntax(doc, finish(doc, known, _rewrite_of(doc)))


def _rewrite_of(doc: Doc) -> Rewrite | None:
    if not doc.has_annotation("DEP"):
        return None
    labels = {doc.vocab.strings[label] for label in set(doc.to_array("DEP").tolist())}
    universal_clues, clear_clues = len(labels & _UNIVERSAL_ONLY), len(labels & _CLEAR_ONLY)
    if universal_clues == clear_clues:
        return clear.rewrite if any(_hangs_as_in_clear(token) for token in doc) else universal.rewrite
    return clear.rewrite if clear_clues > universal_clues else universal.rewrite


def _hangs_as_in_clear(token: Token) -> bool:
    """Whether "to" is an auxiliary, or "and" hangs on the word before it: a clue in very short texts."""
    if token.dep_ == "aux":
        return token.tag_ == "TO"
    return token.dep_ == "cc" and token.head.i < token.i
