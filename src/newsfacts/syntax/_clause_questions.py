"""Questions about clauses."""

from spacy.tokens import Token

from newsfacts.syntax import _clauses, _complements, _verbs
from newsfacts.syntax._base import Questions
from newsfacts.syntax._complements import ComplementKind
from newsfacts.syntax._verbs import Aspect, Tense


class ClauseQuestions(Questions):
    """What a verb or a predicate can be asked; an auxiliary or a copula answers for its predicate.

    >>> from newsfacts.syntax import syntax_of
    >>> from newsfacts.testing.parses import sketch
    >>> doc = sketch(
    ...     "Officials/NNS/2/nsubj said|say/VBD/0/root the/DT/4/det plan/NN/8/nsubj:pass has|have/VBZ/8/aux "
    ...     "not/RB/8/advmod been|be/VBN/8/aux:pass confirmed|confirm/VBN/2/ccomp by/IN/10/case Kyiv/NNP/8/obl:agent"
    ... )
    >>> syntax, said, confirmed = syntax_of(doc), doc[1], doc[7]
    """

    __slots__ = ()

    def _clause(self, verb: Token) -> int:
        index, tree = verb.i, self._tree
        return _clauses.predicate(tree, index) if tree.roles[index] in _clauses.CARRIED else index

    def predicate(self, token: Token) -> Token:
        """Give the word that carries the clause of an auxiliary or copula: "ready" for "is".

        Any other word is its own answer. In "The problem is that he left", "is" carries a clause.
        """
        return self.words[_clauses.predicate(self._tree, token.i)]

    def is_predicate(self, token: Token) -> bool:
        """Tell whether a word heads a clause, finite or not."""
        return self._tree.parsed and _clauses.is_predicate(self._tree, token.i)

    def subject(self, verb: Token, *, inherited: bool = True) -> Token | None:
        """Give the subject of a clause, in a passive the one that undergoes.

        With `inherited`, a clause without one takes it over: from the first of conjoined verbs, from
        the clause above ("wants to leave", "told him to leave"), from the noun that a participle or a
        relative clause modifies ("troops threatening Kursk"). Relative words are resolved.

        >>> syntax.subject(said), syntax.subject(confirmed)
        (Officials, plan)
        """
        return self._token(_clauses.subject(self._tree, verb.i, inherited=inherited))

    def agent(self, verb: Token) -> Token | None:
        """Give Turner in "was praised by Turner".

        >>> syntax.agent(confirmed)
        Kyiv
        """
        return self._token(_clauses.agent(self._tree, verb.i))

    def object(self, verb: Token) -> Token | None:
        """Give the direct object; never the subject of a passive."""
        return self._token(_clauses.object_(self._tree, verb.i))

    def indirect_object(self, verb: Token) -> Token | None:
        """Give the one to whom something is given or told."""
        return self._token(_clauses.indirect_object(self._tree, verb.i))

    def logical_subject(self, verb: Token) -> Token | None:
        """Give the one who acts, in the active and in the passive.

        >>> syntax.logical_subject(said), syntax.logical_subject(confirmed)
        (Officials, Kyiv)
        """
        return self._token(_clauses.logical_subject(self._tree, verb.i))

    def logical_object(self, verb: Token) -> Token | None:
        """Give what is acted on, in the active, in the passive, and in "the missiles Biden approved"."""
        return self._token(_clauses.logical_object(self._tree, verb.i))

    def complement(self, verb: Token) -> Token | None:
        """Give the head of the clause that a verb says, thinks, wants, or sits in as in "C, she said".

        >>> syntax.complement(said), syntax.complement_kind(said)
        (confirmed, 'bare')
        """
        return self._token(_complements.complement(self._tree, verb.i))

    def complement_kind(self, verb: Token) -> ComplementKind | None:
        """Give how the complement is put; "small" is that of "saw the change as necessary"."""
        return _complements.complement_kind(self._tree, verb.i)

    def obliques(self, head: Token) -> tuple[tuple[str, Token], ...]:
        """Give preposition and noun (or gerund) for each prepositional phrase of a verb or noun.

        The preposition is lower-cased and may have several words ("according to"). It is empty for
        bare phrases such as the time in "said Tuesday". The agent of a passive comes with "by".

        >>> syntax.obliques(confirmed)
        (('by', Kyiv),)
        """
        found = _complements.obliques(self._tree, head.i)
        return tuple([(preposition, self.words[index]) for preposition, index in found]) if found else ()

    def preposition(self, noun: Token) -> str:
        """Give the words that mark a noun, lower-cased: "according to"; empty without any."""
        return _complements.preposition(self._tree, noun.i)

    def auxiliaries(self, verb: Token) -> tuple[Token, ...]:
        """Give "has" and "been" of "has been confirmed"."""
        return self._tokens(_verbs.auxiliaries(self._tree, self._clause(verb)))

    def verb_group(self, verb: Token) -> tuple[Token, ...]:
        """Give the words of "has not confirmed", "have long criticised", "pointed out".

        >>> syntax.verb_group(confirmed)
        (has, not, been, confirmed)
        """
        return self._tokens(_verbs.verb_group(self._tree, self._clause(verb))) if self._tree.parsed else ()

    def negation(self, verb: Token) -> Token | None:
        """Give "not", "never", or the "no" of "no longer"."""
        return self._token(_verbs.negation(self._tree, self._clause(verb)))

    def is_negated(self, verb: Token) -> bool:
        """Tell whether a clause is denied: "has not", "no one has", "gave no details"."""
        return _verbs.is_negated(self._tree, self._clause(verb))

    def is_passive(self, verb: Token) -> bool:
        """Tell whether the subject undergoes what the verb says."""
        return self._tree.parsed and _verbs.is_passive(self._tree, self._clause(verb))

    def is_copular(self, token: Token) -> bool:
        """Tell whether a predicate is carried by a word that is linked by "be"."""
        return _verbs.copula(self._tree, token.i) >= 0

    def copula(self, token: Token) -> Token | None:
        """Give "is" of "is ready"."""
        return self._token(_verbs.copula(self._tree, token.i))

    def mark(self, verb: Token) -> Token | None:
        """Give the word that opens a subordinate clause: "that", "if", "because", "to"."""
        return self._token(_verbs.mark(self._tree, self._clause(verb)))

    def particle(self, verb: Token) -> Token | None:
        """Give "out" of "pointed out"."""
        return self._token(_verbs.particle(self._tree, self._clause(verb)))

    def adverbs(self, verb: Token) -> tuple[Token, ...]:
        """Give the adverbs of a word, in order; negations are not among them."""
        return self._tokens(_verbs.adverbs(self._tree, self._clause(verb)))

    def modals(self, verb: Token) -> tuple[Token, ...]:
        """Give would, could, may, might, must, should, can, will, also when shared by "and"."""
        return self._tokens(_verbs.modals(self._tree, self._clause(verb)))

    def tense(self, verb: Token) -> Tense:
        """Give the tense in TimeML's terms; "NONE" for words without one and under most modals.

        >>> syntax.tense(confirmed), syntax.aspect(confirmed), syntax.is_negated(confirmed)
        ('PRESENT', 'PERFECTIVE', True)
        """
        return _verbs.tense(self._tree, self._clause(verb)) if self._tree.parsed else "NONE"

    def aspect(self, verb: Token) -> Aspect:
        """Give the aspect in TimeML's terms."""
        return _verbs.aspect(self._tree, self._clause(verb)) if self._tree.parsed else "NONE"

    def relative_clauses(self, noun: Token) -> tuple[Token, ...]:
        """Give the verbs of the relative clauses of a noun."""
        return self._tokens(self._tree.kids_in(noun.i, "relative-clause"))

    def antecedent(self, verb: Token) -> Token | None:
        """Give the noun that a relative clause is about, from its verb or from its "who"."""
        return self._token(_clauses.antecedent(self._tree, verb.i))

    def is_relative_word(self, token: Token) -> bool:
        """Tell whether a word is "who", "which", "that" standing for a noun before it."""
        return _clauses.is_relative_word(self._tree, token.i)
