"""Questions about nouns and about the words around a head."""

from collections.abc import Collection

from spacy.tokens import Token

from newsfacts.spans import Span
from newsfacts.syntax import _extents, _nominals
from newsfacts.syntax._base import Questions
from newsfacts.syntax._tables import Role


class NominalQuestions(Questions):
    """What a noun can be asked.

    >>> from newsfacts.syntax import syntax_of
    >>> from newsfacts.testing.parses import sketch
    >>> doc = sketch(
    ...     "President/NNP/2/nmod:desc Joe/NNP/0/root Biden/NNP/2/flat ,/,/6/punct the/DT/6/det head/NN/2/appos "
    ...     "of/IN/8/case state/NN/6/nmod and/CC/11/cc his|he/PRP$/11/nmod:poss allies|ally/NNS/2/conj"
    ... )
    >>> syntax = syntax_of(doc)
    """

    __slots__ = ()

    def appositions(self, noun: Token) -> tuple[Token, ...]:
        """Give the heads of the appositions of a noun: "chief" in "Turner, the committee chief".

        >>> syntax.appositions(doc[1])
        (head,)
        """
        return self._of_name(noun, "apposition")

    def titles(self, name_head: Token) -> tuple[Token, ...]:
        """Give "President" of "President Joe Biden", from any word of the name.

        >>> syntax.titles(doc[2])
        (President,)
        """
        return self._of_name(name_head, "title")

    def possessor(self, noun: Token) -> Token | None:
        """Give the owner: "Ukraine" in "Ukraine's army", "its" in "its army"."""
        return self._first(noun, "possessor")

    def determiner(self, noun: Token) -> Token | None:
        """Give the article or other determiner of a noun."""
        return self._first(noun, "determiner")

    def adjectives(self, noun: Token) -> tuple[Token, ...]:
        """Give the adjectives of a noun, in order."""
        return self._of_name(noun, "adjective")

    def compounds(self, noun: Token) -> tuple[Token, ...]:
        """Give the nouns that form a compound with a noun: "defence" in "defence ministry"."""
        return self._of_name(noun, "compound")

    def numbers(self, noun: Token) -> tuple[Token, ...]:
        """Give the heads of the numbers that count a noun."""
        return self._of_name(noun, "number")

    def name_head(self, token: Token) -> Token:
        """Give the first word of a name of several words; any other word is its own answer."""
        return self.words[_nominals.name_head(self._tree, token.i)]

    def conjuncts(self, token: Token) -> tuple[Token, ...]:
        """Give all members of a coordination in order, the token itself among them.

        >>> syntax.conjuncts(doc[10])
        (Joe, allies)
        """
        return self._tokens(_nominals.group(self._tree, token.i)) if self._tree.parsed else ()

    def coordinator(self, token: Token) -> Token | None:
        """Give the "and" or "or" of a coordination."""
        return self._token(_nominals.coordinator(self._tree, token.i))

    def _first(self, noun: Token, role: Role) -> Token | None:
        tree = self._tree
        return self._token(tree.kid(_nominals.name_head(tree, noun.i), role))

    def _of_name(self, noun: Token, role: Role) -> tuple[Token, ...]:
        tree = self._tree
        return self._tokens(tree.kids_in(_nominals.name_head(tree, noun.i), role))


class SpanQuestions(Questions):
    """Which words and characters belong to a head."""

    __slots__ = ()

    def subtree(self, token: Token) -> tuple[int, int]:
        """Give the token range from the leftmost to the rightmost word below a token."""
        return _extents.subtree(self._tree, token.i)

    def phrase(self, head: Token, *, without: Collection[Role] = ()) -> Span | None:
        """Give the characters of all words below a head, trimmed at the edges.

        Edge punctuation, unmatched quotes, white space, the head's case marker ("in", "'s") and
        "and" are left out, of a noun that is a predicate also the clause around it, and so is what
        hangs on the head in a role of `without`, where it is at an edge. Of a lone punctuation mark
        there is no phrase.

        >>> syntax.phrase(doc[1], without={"apposition", "conjunct"}).of(doc.text)
        'President Joe Biden'
        """
        tree = self._tree
        if not tree.parsed or tree.roles[head.i] == "punct":
            return None
        return self._span(*_extents.phrase(tree, head.i, without))

    def noun_phrase(self, head: Token) -> Span:
        """Give the characters from the determiner to the head noun or the last word of a name.

        >>> syntax.noun_phrase(doc[5]).of(doc.text), syntax.phrase(doc[5]).of(doc.text)
        ('the head', 'the head of state')
        """
        tree = self._tree
        first = _nominals.name_head(tree, head.i)
        known = tree.phrases
        if first not in known:
            known[first] = self._span(*_extents.noun_phrase(tree, first))
        return known[first]

    def clause(self, verb: Token) -> Span:
        """Give the characters of a clause with its mark and arguments, trimmed at the edges."""
        return self._span(*_extents.clause(self._tree, verb.i))

    def noun_chunks(self) -> tuple[Token, ...]:
        """Give the heads of all noun phrases in order, owners too; relative words are left out."""
        return self._tokens(_nominals.chunks(self._tree)) if self._tree.parsed else ()

    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Give the sentences as token ranges."""
        return tuple(_extents.sentences(self._tree)) if self._tree.parsed else ()
