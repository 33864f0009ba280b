"""Verbs of headlines that a parser takes for nouns: "Rovale unveils new tram", "Markets plunge"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from attrs import frozen
from spacy.tokens import Token

from newsfacts import Block, Reading
from newsfacts.steps.events.lemmas import Lemmas
from newsfacts.syntax import Syntax

_NAMING = frozenset({"NN", "NNP", "NNPS", "NNS", "PRP"})
_PLURAL = frozenset({"NNPS", "NNS"})
_OPENING = frozenset({"$", "CD", "DT", "JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "PRP", "PRP$"})
"""What may open the object of a verb."""

_WITHIN = _OPENING | {"HYPH", "POS", "VBN", "``", "''"}
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_BETWEEN = frozenset({":", ";", "after", "as", "but", "while"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_IN_PHRASE = frozenset({"adjective", "compound", "flat", "title"})
_PART_OF_NAME = frozenset({"compound", "flat", "title"})


@frozen(eq=False)
class HeadlineVerb:
    """A verb that was taken for a noun, with the words before and after it that do and undergo it."""

    verb: Token
    lemma: str
    subject: Token
    object: Token | None


@frozen(eq=False)
class Heads:
    """Knows the verbs that headlines use.

    Those among `nouns` name events too, of `moving` ones the subject moves; `plural` nouns have no -s.
    """

    lemma: Lemmas
    verbs: frozenset[str]
    nouns: frozenset[str]
    moving: frozenset[str]
    plural: frozenset[str]

    def lost(self, reading: Reading) -> Mapping[int, HeadlineVerb]:
        """Give, by its place, the lost verb of each clause of a headline that has no finite verb."""
        found: dict[int, HeadlineVerb] = {}
        for block in reading.all(Block):
            if block.role == "headline":
                words = [token for token in reading.tokens(block.span) if not token.is_space]
                for clause in _clauses(words):
                    if not any(_carries(reading.syntax, token) for token in clause):
                        verb = self._chosen(list(islice(self._in(reading.syntax, clause), 2)))
                        found |= {} if verb is None else {verb.verb.i: verb}
        return found

    def _chosen(self, verbs: list[HeadlineVerb]) -> HeadlineVerb | None:
        """The first; of two side by side the second, if it ends the clause: "wage demands rise"."""
        first, second = (*verbs, None, None)[:2]
        if first is None or second is None or first.lemma not in self.nouns or second.verb.i != first.verb.i + 1:
            return first
        return second if second.object is None else None

    def _in(self, syntax: Syntax, words: list[Token]) -> Iterator[HeadlineVerb]:
        """The words that must be verbs, by what stands around them: a subject they agree with, and an object."""
        for at in range(1, len(words)):
            token = words[at]
            base = self.lemma.verb_of(token)
            before = _noun_before(words, at)
            if base not in self.verbs or not token.text.islower() or before is None or _is_participle(syntax, token):
                continue
            if self._agrees(words, at, before, base) and self._may_precede(words, at, before, base):
                yield HeadlineVerb(token, base, _top(syntax, before, token), _object(words[at + 1 :]))

    def _agrees(self, words: list[Token], at: int, before: Token, base: str) -> bool:
        """Whether a word has the form that the noun before it asks for: "tram stops", "trams stop"."""
        if words[at].lower_ == base:
            plural = before.tag_ in _PLURAL or before.lower_ in self.plural
            return plural or any(word.lower_ in {"and", ","} for word in words[: at - 1])
        return before.tag_ != "NNS"

    def _may_precede(self, words: list[Token], at: int, before: Token, base: str) -> bool:
        """Whether what follows may follow a verb; after one that may be a noun it must open an object."""
        after = words[at + 1].tag_ if at + 1 < len(words) else ""
        if base in self.nouns:
            moves = before.tag_ == "NNS" and base in self.moving and after in {"", "IN", "RB", ","}
            return moves or after in _OPENING or after == "TO"
        return after not in _FINITE


def _clauses(words: list[Token]) -> Iterator[list[Token]]:
    """The parts of a headline that may each have a verb: "Truce ‘near collapse’ as shelling resumes"."""
    start = 0
    for at, token in enumerate(words):
        if token.lower_ in _BETWEEN:
            yield words[start:at]
            start = at + 1
    yield words[start:]


def _carries(syntax: Syntax, token: Token) -> bool:
    return token.tag_ in _FINITE and syntax.role(token) not in _IN_PHRASE


def _is_participle(syntax: Syntax, token: Token) -> bool:
    """Whether a word is read as a verb that need not be found: "Pub saved by residents"."""
    return token.tag_ in _PARTICIPLES and syntax.role(token) not in _IN_PHRASE


def _noun_before(words: list[Token], at: int) -> Token | None:
    """The noun before a word; "worldwide" may stand between a plural and its verb."""
    before = words[at - 1]
    if before.tag_ in {"JJ", "RB"} and at > 1 and words[at - 2].tag_ == "NNS":
        before = words[at - 2]
    return before if before.tag_ in _NAMING else None


def _top(syntax: Syntax, word: Token, verb: Token) -> Token:
    """The head of the phrase that ends with a word and lies before the verb."""
    for _ in range(6):
        head = syntax.head(word)
        if head is None or head.i >= verb.i or syntax.role(word) not in _PART_OF_NAME:
            break
        word = head
    return word


def _object(after: list[Token]) -> Token | None:
    """The last noun of the phrase that follows the verb at once."""
    noun = None
    for token in after:
        if token.tag_ not in _WITHIN and token.lower_ != "first":
            break
        if token.tag_ in _NAMING or token.tag_ == "CD":
            noun = token
    return noun
