"""Who is a side in politics, and which sides a phrase names."""

from __future__ import annotations

from attrs import field, frozen
from spacy.tokens import Token

from newsfacts import Reading
from newsfacts.steps.events.arguments import Argument
from newsfacts.steps.events.codes import Codes
from newsfacts.steps.events.frames import Frames


@frozen(eq=False)
class Sides:
    """Knows who is a side in politics, and finds the sides of an event; words of times and amounts are none."""

    reading: Reading
    frames: Frames
    codes: Codes
    timed: frozenset[int] = frozenset()
    amounts: frozenset[int] = frozenset()
    _known: dict[int, bool] = field(factory=dict)

    def is_political(self, token: Token) -> bool:
        """Tell whether a phrase stands for a state, an authority, an armed group, or somebody of politics."""
        if token.i not in self._known:
            self._known[token.i] = self._look(token)
        return self._known[token.i]

    def _look(self, token: Token) -> bool:
        common = token.tag_ in {"NN", "NNS"}
        if common and (self.frames.lemma(token) in self.frames.political or self._modified(token)):
            return True
        if common and self.codes(token).sector in _PUBLIC:
            return True
        ref = self.reading.entity_at(token)
        if ref is None:
            return not common and (token.ent_type_ in _STATES or token.lower_ in self.frames.peoples)
        entity = self.reading[ref]
        if entity.type in {"ORG", "PERSON"} and self.codes(token).sector in _PRIVATE:
            return False
        if entity.type in _STATES:
            return entity.country is not None or any(self.reading[m].form == "NAM" for m in entity.mentions)
        if entity.type == "ORG":
            words = {word for name in entity.name.lower().split() for word in (name, name.rstrip("s"))}
            return not words.isdisjoint(self.frames.political) or entity.name.isupper()
        return token.lower_ in self.frames.peoples

    def _modified(self, token: Token) -> bool:
        """Whether a common noun is said to be of a state: "Russian forces", "Israeli helicopters"."""
        syntax = self.reading.syntax
        return any(
            m.ent_type_ in {"GPE", "NORP"} or m.lower_ in self.frames.peoples
            for m in (*syntax.adjectives(token), *syntax.compounds(token))
        ) and self._is_human(token)

    def _is_human(self, token: Token) -> bool:
        ref = self.reading.entity_at(token)
        return ref is None or self.reading[ref].type in _PARTIES

    def is_party(self, token: Token) -> bool:
        """Tell whether a phrase stands for somebody: people, a body, a state."""
        if self.is_political(token):
            return True
        ref = self.reading.entity_at(token)
        return ref is not None and self.reading[ref].type in _PARTIES and token.tag_ not in {"PRP$", "WP$"}

    def is_armed(self, token: Token) -> bool:
        """Tell whether a phrase names weapons or forces: "artillery fire"."""
        return self.frames.fits(("@forces", "@weapons"), words_of(self, token))

    def is_mishap(self, token: Token) -> bool:
        """Tell whether a phrase names what nobody does: "a fire killed the envoy"."""
        return self.frames.lemma(token) in self.frames.classes["mishap"] and not self.is_armed(token)

    def around(self, token: Token, own: frozenset[str] = frozenset(), depth: int = 3) -> tuple[Token, ...]:
        """Give the sides named in a phrase: its head, else its owner, its adjectives, the phrases under it.

        `own` are the ids of the acting entities: what is theirs ("its troops") is no other side.
        """
        syntax = self.reading.syntax
        owner = syntax.possessor(token)
        theirs = owner is not None and owner.tag_ == "PRP$"
        if not theirs and self._other(token, own):
            return (token,)
        near = [m for m in (owner, *syntax.adjectives(token), *syntax.compounds(token)) if m is not None]
        found = [
            m for m in near if m.tag_ != "PRP$" and self._other(m, own) and m.tag_ not in {"NN", "NNS", "JJ"} | _PLAIN
        ]
        named = [m for m in near if m.lower_ in self.frames.peoples and m not in found and self._other(m, own)]
        if found or named:
            return tuple((*found, *named)[:1])
        if depth:
            for _, head in syntax.obliques(token):
                if head.i != token.i and (below := self.around(head, own, depth - 1)):
                    return below
        return ()

    def acting(self, arguments: tuple[Argument, ...]) -> frozenset[str]:
        """Give the ids of the entities that act."""
        refs = (self.reading.entity_at(a.head) for a in arguments if a.role == "Arg0")
        return frozenset(ref.id for ref in refs if ref is not None)

    def _other(self, token: Token, own: frozenset[str]) -> bool:
        ref = self.reading.entity_at(token)
        return self.is_party(token) and (ref is None or ref.id not in own)


_STATES = frozenset({"GPE", "NORP", "PERSON"})
_PUBLIC = frozenset({"COP", "GOV", "IGO", "JUD", "LEG", "MIL", "OPP", "PRM", "PTY", "REB", "SPY"})
"""Sectors of those who are a side in politics by what they are."""

_PRIVATE = frozenset({"AGR", "BUS", "EDU", "JRN", "MED"})
"""Sectors of those who are no side in politics by what they are."""

_PARTIES = frozenset({"GPE", "GROUP", "NORP", "ORG", "PERSON"})
_PLAIN = frozenset({"CD", "DT"})


def words_of(sides: Sides, noun: Token | None) -> frozenset[str]:
    """The lemmas that say what a phrase is: its head, its compounds, and what it is a part of."""
    if noun is None:
        return frozenset()
    syntax = sides.reading.syntax
    heads = [noun, *(head for preposition, head in syntax.obliques(noun) if preposition in {"of", "on"})]
    return frozenset(
        sides.frames.lemma(word) for head in heads for word in (head, *syntax.compounds(head), *syntax.conjuncts(head))
    )
