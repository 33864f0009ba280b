"""Links pronouns to who or what they stand for."""

from __future__ import annotations

from typing import Final

from newsfacts.steps.entities.chains import Chain, Chains, Item
from newsfacts.steps.entities.lists import NameLists
from newsfacts.steps.entities.people import agree
from newsfacts.steps.entities.quoting import quotes_of
from newsfacts.steps.entities.words import Words

_HE: Final = frozenset({"he", "him", "his", "himself"})
_SHE: Final = frozenset({"she", "her", "hers", "herself"})
_IT: Final = frozenset({"it", "its", "itself"})
_THEY: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
_I: Final = frozenset({"i", "me", "my", "mine", "myself"})
_WE: Final = frozenset({"we", "us", "our", "ours", "ourselves"})
_OWN: Final = frozenset({"his", "her", "its", "their"})
_THINGS: Final = frozenset({"ORG", "GPE", "PRODUCT", "LOC", "FAC", "EVENT", "LAW", "WORK_OF_ART"})
_MANY: Final = frozenset({"GROUP", "NORP", "ORG", "GPE"})
_RANK: Final = {
    "subject": 3.0, "agent": 2.0, "object": 1.6, "iobject": 1.2, "possessor": 1.2, "root": 1.2, "oblique": 0.8,
    "compound": -1.0, "adjective": -1.0, "flat": -1.0, "title": -1.0, "determiner": -1.0,
}  # fmt: skip


_CLEAR: Final = 0.4


class Pronouns:
    """Finds the chain that a pronoun belongs to, or none."""

    def __init__(self, words: Words, chains: Chains, lists: NameLists) -> None:
        self.words = words
        self.chains = chains
        self._lists = lists
        self._quote_at = {index: quote for quote in quotes_of(words, lists) for index in range(quote.start, quote.end)}
        self._items: list[Item] = []
        self._name_at: dict[int, Item] = {}
        self._things: list[tuple[int, int, str]] = []

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

    def link_speaker(self, item: Item) -> None:
        """Put "I" and "we" into the chain of whoever is quoted."""
        lower, quote = self.words.lowers[item.head], self._quote_at.get(item.head)
        if lower not in _I | _WE or quote is None or quote.speaker is None:
            return
        chain = self._at(quote.speaker)
        if chain is None or self.chains.of(item) is not None:
            return
        if lower in _I and chain.type == "PERSON":
            self.chains.add(item, chain, "speaker")
        elif lower in _WE and chain.type in {"ORG", "GPE", "GROUP", "NORP"}:
            self.chains.add(item, chain, "speaker")

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
        if chain is None:
            return None
        if self.words.lowers[item.head] in {"who", "whom"} and chain.type not in {"PERSON", "GROUP", "ORG"}:
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
        """Remember all mentions of the document, and the nouns that are none."""
        self._items = items
        self._name_at = {i: item for item in reversed(items) if item.form == "NAM" for i in range(item.start, item.end)}
        mentioned = {index for item in items for index in range(item.start, item.end) if item.form == "NAM"}
        mentioned |= {item.head for item in items}
        syntax, words = self.words.syntax, self.words
        for token in syntax.noun_chunks():
            if token.i not in mentioned and words.tags[token.i] in {"NN", "NNS"}:
                self._things.append((token.i, words.sentence(token.i), syntax.role(token)))

    def _third(self, item: Item, lower: str) -> tuple[Chain, str] | None:
        reach = 3 if lower in _HE | _SHE else 1
        scores: dict[int, tuple[float, Chain]] = {}
        barred = self._barred(item) | {id(self._speaker(item))}
        for other in self._items:
            if other.start >= item.start:
                break
            chain = self.chains.of(other)
            if item.sentence - other.sentence > reach or chain is None or other.end > item.start:
                continue
            if id(chain) in barred or not self._agrees(item, chain):
                continue
            score = self._score(item, other.head, other.sentence, other.role) + self._weight(item, other, chain)
            if id(chain) not in scores or scores[id(chain)][0] < score:
                scores[id(chain)] = (score, chain)
        if not scores:
            return self._following(item, lower)
        ranked = sorted(scores.values(), key=lambda pair: -pair[0])
        rival = ranked[1][0] if len(ranked) > 1 else -9.0
        if lower in _IT | _THEY:
            rival = max(rival, self._best_thing(item, "NN" if lower in _IT else "NNS"))
        return (ranked[0][1], "pronoun") if ranked[0][0] - rival >= _CLEAR else None

    def _score(self, item: Item, head: int, sentence: int, role: str) -> float:
        """How near and how prominent a word before a pronoun is."""
        distance = item.sentence - sentence
        score = _RANK.get(role, 0.6) - 1.3 * distance
        if distance == 0:
            score += 0.8 - 0.02 * (item.start - head)
        return score

    def _weight(self, item: Item, other: Item, chain: Chain) -> float:
        """What speaks for a chain: names, many mentions so far, and for "they" more than one."""
        weight = 0.1 * min(6, sum(i.start < item.start for i in chain.items))
        if self.words.lowers[item.head] in _THEY and other.number != "many" and chain.type != "GROUP":
            weight -= 0.8
        return weight

    def _best_thing(self, item: Item, tag: str) -> float:
        """The score of the best noun before a pronoun that mentions no entity."""
        near = (
            self._score(item, index, sentence, role) - 0.5
            for index, sentence, role in self._things
            if index < item.start and item.sentence - sentence <= 1 and self.words.tags[index] == tag
        )
        return max(near, default=-9.0)

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

    def _speaker(self, item: Item) -> Chain | None:
        """Who says the quotation that a pronoun stands in."""
        quote = self._quote_at.get(item.head)
        return None if quote is None or quote.speaker is None else self._at(quote.speaker)

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
