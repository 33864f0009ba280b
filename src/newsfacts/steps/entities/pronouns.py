"""Links pronouns to who or what they stand for."""

from __future__ import annotations

from typing import Final

from newsfacts.steps.entities.chains import Chain, Chains, Item
from newsfacts.steps.entities.people import agree
from newsfacts.steps.entities.words import Words

_HE: Final = frozenset({"he", "him", "his", "himself"})
_SHE: Final = frozenset({"she", "her", "hers", "herself"})
_IT: Final = frozenset({"it", "its", "itself"})
_THEY: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
_OWN: Final = frozenset({"his", "her", "its", "their"})
_THINGS: Final = frozenset({"ORG", "GPE", "PRODUCT", "LOC", "FAC", "EVENT", "LAW", "WORK_OF_ART"})
_MANY: Final = frozenset({"GROUP", "NORP", "ORG", "GPE"})
_RANK: Final = {"subject": 3.0, "agent": 2.0, "object": 1.5, "possessor": 1.2, "iobject": 1.2, "root": 1.0}


class Pronouns:
    """Finds the chain that a pronoun belongs to, or none."""

    def __init__(self, words: Words, chains: Chains) -> None:
        self.words = words
        self.chains = chains

    def link(self, item: Item) -> None:
        """Put a pronoun into its chain where one is clear."""
        found = self._found(item)
        if found is not None:
            chain, rule = found
            self.chains.add(item, chain, rule)

    def _found(self, item: Item) -> tuple[Chain, str] | None:
        lower = self.words.lowers[item.head]
        if item.mention.rule == "relative":
            return self._relative(item)
        if lower.endswith(("self", "selves")):
            return self._reflexive(item)
        if lower in _HE | _SHE | _IT | _THEY:
            return self._third(item, lower)
        return None

    def _relative(self, item: Item) -> tuple[Chain, str] | None:
        syntax, doc = self.words.syntax, self.words.reading.doc
        token = doc[item.head]
        verb = syntax.head(token)
        while verb is not None and syntax.antecedent(verb) is None and not syntax.is_predicate(verb):
            verb = syntax.head(verb)
        antecedent = None if verb is None else syntax.antecedent(verb)
        if antecedent is None:
            return None
        chain = self._at(antecedent.i)
        if chain is None or (self.words.lowers[item.head] in {"who", "whom"} and chain.type not in _MANY | {"PERSON"}):
            return None
        return chain, "relative"

    def _at(self, index: int) -> Chain | None:
        """The chain of the mention with this head, or of the name that holds this word."""
        chain = self.chains.at(index)
        if chain is not None:
            return chain
        return next((self.chains.of(i) for i in self._items if i.form == "NAM" and i.start <= index < i.end), None)

    def _reflexive(self, item: Item) -> tuple[Chain, str] | None:
        """ "Ukraine defends itself": the subject of its own clause."""
        token = self.words.reading.doc[item.head]
        verb = self.words.syntax.head(token)
        subject = None if verb is None else self.words.syntax.subject(verb)
        chain = None if subject is None else self._at(subject.i)
        if chain is None and verb is not None and self.words.syntax.subject(verb) is None:
            chain = self._nearest_before(item)
        if chain is None or not self._agrees(item, chain):
            return None
        return chain, "reflexive"

    def _nearest_before(self, item: Item) -> Chain | None:
        before = [i for i in self._items if i.end <= item.start and i.sentence == item.sentence]
        for other in sorted(before, key=lambda i: -i.start)[:2]:
            chain = self.chains.of(other)
            if chain is not None and self._agrees(item, chain):
                return chain
        return None

    # --- he, she, it, they
    def note(self, items: list[Item]) -> None:
        """Remember all mentions of the document."""
        self._items = items

    def _third(self, item: Item, lower: str) -> tuple[Chain, str] | None:
        scores: dict[int, tuple[float, Chain]] = {}
        barred = self._barred(item)
        for other in self._items:
            if other.start >= item.start or item.sentence - other.sentence > (3 if lower in _HE | _SHE else 1):
                continue
            chain = self.chains.of(other)
            if chain is None or id(chain) in barred or other.end > item.start or not self._agrees(item, chain):
                continue
            score = self._score(item, other)
            if id(chain) not in scores or scores[id(chain)][0] < score:
                scores[id(chain)] = (score, chain)
        if not scores:
            return self._following(item, lower)
        ranked = sorted(scores.values(), key=lambda pair: -pair[0])
        clear = len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= 0.4
        return (ranked[0][1], "pronoun") if clear else None

    def _score(self, item: Item, other: Item) -> float:
        distance = item.sentence - other.sentence
        score = _RANK.get(other.role, 0.6) - 1.3 * distance
        if other.form == "PRO":
            score += 0.4
        if distance == 0:
            score += 0.6 - 0.02 * (item.start - other.end)
        return score

    def _barred(self, item: Item) -> set[int]:
        """Who a pronoun cannot be: the other arguments of its own verb."""
        lower, syntax = self.words.lowers[item.head], self.words.syntax
        token = self.words.reading.doc[item.head]
        if lower in _OWN and syntax.role(token) == "possessor":
            owned = syntax.head(token)
            chain = None if owned is None else self.chains.at(owned.i)
            return set() if chain is None else {id(chain)}
        verb = syntax.head(token)
        if verb is None:
            return set()
        others = (syntax.subject(verb), syntax.object(verb), syntax.indirect_object(verb))
        heads = [self._at(o.i) for o in others if o is not None and o.i != item.head]
        return {id(chain) for chain in heads if chain is not None}

    def _following(self, item: Item, lower: str) -> tuple[Chain, str] | None:
        """ "Once he takes office, Trump ...": the subject of the main clause that follows."""
        syntax = self.words.syntax
        root = syntax.root_of(self.words.reading.doc[item.head])
        subject = syntax.subject(root)
        if subject is None or subject.i <= item.head or lower not in _HE | _SHE:
            return None
        chain = self._at(subject.i)
        if chain is None or not chain.named or not self._agrees(item, chain):
            return None
        return chain, "following-subject"

    def _agrees(self, item: Item, chain: Chain) -> bool:
        lower = self.words.lowers[item.head]
        if lower in _HE | _SHE:
            return chain.type == "PERSON" and agree(chain.gender, "m" if lower in _HE else "f")
        if lower in _IT:
            return chain.type in _THINGS and not any(i.number == "many" and i.form == "NOM" for i in chain.items)
        if lower in _THEY:
            return chain.type in _MANY | {"PRODUCT"} and any(i.number != "one" for i in chain.items)
        return False
