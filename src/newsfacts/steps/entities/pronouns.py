"""Links pronouns to who or what they stand for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Final

from newsfacts.steps.entities.chains import Chain, Chains, Item
from newsfacts.steps.entities.lists import NameLists
from newsfacts.steps.entities.nominals import ReferringWords
from newsfacts.steps.entities.people import agree
from newsfacts.steps.entities.quoting import Quoted
from newsfacts.steps.entities.words import Words

_THINGS: Final = frozenset({"EVENT", "FAC", "GPE", "LAW", "LOC", "ORG", "PRODUCT", "WORK_OF_ART"})
_MANY: Final = frozenset({"GPE", "GROUP", "NORP", "ORG", "PRODUCT"})
_WE: Final = frozenset({"GPE", "GROUP", "NORP", "ORG"})
_WHO: Final = frozenset({"GROUP", "ORG", "PERSON"})
_GENDERS: Final = {"he": "m", "she": "f"}
_RANK: Final = {
    "subject": 3.0, "agent": 2.0, "object": 1.6, "iobject": 1.2, "possessor": 1.2, "root": 1.2, "oblique": 0.8,
    "compound": -1.0, "adjective": -1.0, "flat": -1.0, "title": -1.0, "determiner": -1.0,
}  # fmt: skip
_CLEAR: Final = 0.6
_LEAST: Final = {"it": 2.0, "they": 2.0}  # of weak candidates none is taken
_PARALLEL: Final = 0.3
_JOINED: Final = 0.8
_KNOWN: Final = 0.8
_OWNED: Final = 2.5
_RELATED: Final = 1.0
_TAKEN: Final = 1.0
_SPOKEN_FOR: Final = 2.5
_OUTSIDE: Final = 0.6
_NONE: Final = -9.0
Found = tuple[Chain, str] | None


class Pronouns:
    """Finds the chain that a pronoun belongs to, or none."""

    def __init__(
        self,
        words: Words,
        chains: Chains,
        lists: NameLists,
        refer: ReferringWords,
        items: list[Item],
        *,
        quotes: Mapping[int, Quoted],
    ) -> None:
        self.words = words
        self.chains = chains
        self.lists = lists
        self.refer = refer
        self._items = items
        self._place = {id(item): place for place, item in enumerate(items)}
        self._name_at = {i: item for item in reversed(items) if item.form == "NAM" for i in range(item.start, item.end)}
        self._joined: dict[int, bool] = {}
        heads = {item.head for item in items}
        self._pronouns = {item.head: item for item in items if item.form == "PRO"}
        self._things = [
            index
            for index, tag in enumerate(words.tags)
            if tag in {"NN", "NNS"} and index not in heads and index not in self._name_at
        ]
        self._quotes = quotes
        self._said_by: dict[int, list[Quoted]] = {}
        for quote in dict.fromkeys(quotes.values()):
            if quote.speaker in self._pronouns:
                self._said_by.setdefault(quote.speaker, []).append(quote)
        self._linked: set[int] = set()
        self._tell_genders()

    def _tell_genders(self) -> None:
        """Let "he" and "she" tell the gender of the only person that is named before them in their sentence."""
        told: dict[int, tuple[Chain, list[str]]] = {}
        people: dict[int, Chain] = {}
        sentence = -1
        for item in self._items:
            if item.sentence != sentence:
                sentence, people = item.sentence, {}
            if item.form == "NAM" and item.type == "PERSON" and (chain := self.chains.of(item)) is not None:
                people[id(chain)] = chain
            elif item.head in self._said_by:
                people = {}  # (who is named before may be named in the words of another)
            elif item.form == "PRO" and len(people) == 1 and (gender := _GENDERS.get(self._sort(item))):
                chain = people.popitem()[1]  # (only the first pronoun of a sentence tells)
                told.setdefault(id(chain), (chain, []))[1].append(gender)
        for chain, genders in told.values():
            most = max(("f", "m"), key=genders.count)
            if chain.gender == "u" and 3 * genders.count(most) >= 2 * len(genders):
                chain.gender, chain.guessed = most, True

    def link(self, item: Item) -> None:
        """Put a pronoun into its chain where one is clear; before words in quotation marks, whoever says them."""
        quote = self._quotes.get(item.head)
        if quote is not None and quote.speaker in self._pronouns and quote.speaker > item.head:
            self._link(self._pronouns[quote.speaker])
        self._link(item)

    def _link(self, item: Item) -> None:
        if item.head in self._linked:
            return
        self._linked.add(item.head)
        if (found := self._found(item)) is not None:
            chain, rule = found
            self.chains.add(item, chain, rule)
            if chain.gender == "u":
                chain.gender = _GENDERS.get(self._sort(item), "u")

    def link_speaker(self, item: Item) -> None:
        """Put "I" and "we" into the chain of whoever is quoted."""
        sort, chain = self._sort(item), self._speaker(item)
        if chain is None or self.chains.of(item) is not None:
            return
        if (sort == "i" and chain.type == "PERSON") or (sort == "we" and chain.type in _WE):
            self.chains.add(item, chain, "speaker")

    def _sort(self, item: Item) -> str:
        return self.refer.sort.get(self.words.lowers[item.head], "")

    def _found(self, item: Item) -> Found:
        if item.mention.rule == "relative":
            return self._relative(item)
        if self._sort(item) not in {"he", "it", "she", "they"}:
            return None
        if self.words.lowers[item.head].endswith(("self", "selves")):
            return self._reflexive(item)
        return self._third(item)

    def _at(self, index: int) -> Chain | None:
        """The chain of the mention with this head, or of the name that holds this word or follows this title."""
        if (chain := self.chains.at(index)) is not None:
            return chain
        name = self._name_at.get(index)
        if name is None and self.words.lowers[index] in self.lists.titles:
            name = self._name_at.get(index + 1)
        return None if name is None else self.chains.of(name)

    # --- bound by the sentence
    def _relative(self, item: Item) -> Found:
        """Link "which" to the noun that its clause describes."""
        syntax = self.words.syntax
        verb = syntax.head(self.words.reading.words[item.head])
        while verb is not None and syntax.antecedent(verb) is None and not syntax.is_predicate(verb):
            verb = syntax.head(verb)
        antecedent = None if verb is None else syntax.antecedent(verb)
        chain = None if antecedent is None else self._at(antecedent.i)
        if chain is None:
            return None
        word = self.words.lowers[item.head]
        if word == "which" and chain.type in {"GROUP", "PERSON"}:
            return None
        if word in {"who", "whom"} and (chain.type not in _WHO or (chain.type == "ORG" and chain.named)):
            return None
        return chain, "relative"

    def _reflexive(self, item: Item) -> Found:
        """Link "itself" in "Ukraine defends itself": the subject of its own clause."""
        verb = self.words.syntax.head(self.words.reading.words[item.head])
        subject = None if verb is None else self.words.syntax.subject(verb)
        chain = self._nearest_before(item) if subject is None else self._at(subject.i)
        return (chain, "reflexive") if chain is not None and self._agrees(self._sort(item), chain) else None

    def _nearest_before(self, item: Item) -> Chain | None:
        before = (i for i in reversed(self._items[: self._place[id(item)]]) if i.end <= item.start)
        nearest = next(before, None)
        if nearest is None or nearest.sentence != item.sentence:
            return None
        return self.chains.of(nearest)

    # --- he, she, it, they
    def _third(self, item: Item) -> Found:
        sort = self._sort(item)
        if sort == "it" and self._is_said_to_be(item):
            return None
        if sort in _GENDERS and (found := self._main_subject(item)) is not None:
            return found
        scores = self._scores(item, sort, reach=3 if sort in _GENDERS else 1)
        if not scores:
            return self._following(item)
        ranked = sorted(scores, key=lambda pair: -pair[0])
        rival = ranked[1][0] if len(ranked) > 1 else _NONE
        if sort not in _GENDERS:
            rival = max(rival, self._best_thing(item, "NN" if sort == "it" else "NNS"))
        score, chain = ranked[0]
        least = _LEAST.get(sort, _NONE if chain.gender != "u" else 0.0)
        return (chain, "pronoun") if score >= least and score - rival >= _CLEAR else None

    def _is_said_to_be(self, item: Item) -> bool:
        """Whether "it" is called something: "it is a problem", which may be about anything said before."""
        verb = self.words.syntax.head(self.words.reading.words[item.head])
        if verb is None or item.role != "subject" or not self.words.syntax.is_copular(verb):
            return False
        return self.words.pos[verb.i] in {"NOUN", "PROPN"}

    def _scores(self, item: Item, sort: str, *, reach: int) -> list[tuple[float, Chain]]:
        """The chains that a pronoun can stand for, each by its best mention."""
        scores: dict[int, tuple[float, Chain]] = {}
        barred = self._barred(item)
        for other in reversed(self._items[: self._place[id(item)]]):
            if item.sentence - other.sentence > reach:
                break
            chain = self.chains.of(other)
            if chain is None or other.end > item.start or chain in barred or not self._agrees(sort, chain):
                continue
            score = self._score(item, other.head, other.sentence, other.role) + self._weight(item, sort, other, chain)
            if id(chain) not in scores or scores[id(chain)][0] < score:
                scores[id(chain)] = (score, chain)
        return list(scores.values())

    def _score(self, item: Item, head: int, sentence: int, role: str) -> float:
        """How near and how prominent a word before a pronoun is."""
        distance = item.sentence - sentence
        score = _RANK.get(role, 0.6) - 1.3 * distance
        return score if distance else score + 0.8 - 0.02 * (item.start - head)

    def _weight(self, item: Item, sort: str, other: Item, chain: Chain) -> float:
        """What speaks for a chain: many mentions, and for "they" more than one."""
        weight = 0.1 * min(6, len(chain.links))
        if item.role == other.role:
            weight += _PARALLEL
        if sort in _GENDERS:
            weight += _KNOWN * (chain.gender != "u") - self._of_another(other, chain)
        else:
            weight += _SPOKEN_FOR * self._is_spoken_for(other, item) - _TAKEN * (item.role in {"object", "oblique"})
        if sort not in _GENDERS or self._quotes.get(item.head) is not None:
            weight -= _OUTSIDE * (self._quotes.get(item.head) is not self._quotes.get(other.head))
        if sort != "they" and self._is_joined(other):
            weight -= _JOINED
        if sort == "they" and other.number != "many" and chain.type != "GROUP":
            weight -= 0.8
        return weight

    def _of_another(self, item: Item, chain: Chain) -> float:
        """What speaks against somebody who is mentioned as another's: "her lawyer" tells of her, "her son" may."""
        if item.form != "NOM" or item.number == "many":
            return 0.0
        owner = self.words.syntax.possessor(self.words.reading.words[item.head])
        if owner is None:
            return 0.0
        return (
            _OWNED
            if self.words.lemmas[item.head] in self.refer.speaks_for
            else _RELATED * (owner.i in self._pronouns and not chain.named)
        )

    def _is_spoken_for(self, item: Item, pronoun: Item) -> bool:
        """Whether somebody speaks for it in the sentence: "a spokesman for the ministry said it was ready"."""
        if item.sentence != pronoun.sentence or item.role not in {"compound", "nmod", "possessor"}:
            return False
        speaker = self.words.syntax.head(self.words.reading.words[item.head])
        return speaker is not None and self.words.lemmas[speaker.i] in self.refer.speaks_for

    def _is_joined(self, item: Item) -> bool:
        """Whether a mention is one of several joined by "and"."""
        if item.head not in self._joined:
            self._joined[item.head] = len(self.words.syntax.conjuncts(self.words.reading.words[item.head])) > 1
        return self._joined[item.head]

    def _best_thing(self, item: Item, tag: str) -> float:
        """The score of the best noun before a pronoun that mentions no entity."""
        best, words = _NONE, self.words
        for index in reversed(self._things[: bisect_left(self._things, item.start)]):
            sentence = words.sentence(index)
            if item.sentence - sentence > 1:
                break
            if words.tags[index] == tag:
                role = words.syntax.role(words.reading.words[index])
                best = max(best, self._score(item, index, sentence, role) - 0.5)
        return best

    def _barred(self, item: Item) -> set[Chain | None]:
        """Who a pronoun cannot be: the other arguments of its verb, what it owns, and whoever is quoted."""
        syntax, token = self.words.syntax, self.words.reading.words[item.head]
        barred = {self._speaker(item), *self._spoken_of(item)}
        verb = syntax.head(token)
        if verb is None:
            return barred
        if syntax.role(token) == "possessor":
            return barred | {self._at(verb.i), self._named_after(verb.i)}
        others = [syntax.subject(verb), syntax.object(verb), syntax.indirect_object(verb)]
        if self.words.tags[verb.i] == "VB" and self.words.lowers[item.head] in {"him", "them"}:
            asks = syntax.head(verb)  # "Venn called for him to go"
            others.append(None if asks is None else syntax.subject(asks))
        return barred | {self._at(other.i) for other in others if other is not None and other.i != item.head}

    def _spoken_of(self, item: Item) -> Iterator[Chain | None]:
        """Whom somebody speaks of in words that a pronoun says: of others than himself."""
        for quote in self._said_by.get(item.head, ()):
            for other in self._items:
                if quote.start <= other.start < quote.end and self._sort(other) not in {"i", "we"}:
                    yield self.chains.of(other)

    def _named_after(self, head: int) -> Chain | None:
        """Whom a name right after a noun names: Venn in "her rival Venn"."""
        name = self._name_at.get(head + 1)
        return None if name is None else self.chains.of(name)

    def _speaker(self, item: Item) -> Chain | None:
        """Who says the quotation that a pronoun stands in."""
        quote = self._quotes.get(item.head)
        return None if quote is None or quote.speaker is None else self._at(quote.speaker)

    def _main_subject(self, item: Item) -> Found:
        """Link "he" in "Once he takes office, Trump ..." to the name that is the subject of the main clause."""
        syntax, token = self.words.syntax, self.words.reading.words[item.head]
        root = syntax.root_of(token)
        subject = syntax.subject(root)
        if subject is None or subject.i <= item.head or self._quotes.get(item.head) is not self._quotes.get(subject.i):
            return None
        while (head := syntax.head(token)) is not None and head.i != root.i:
            token = head
        if syntax.role(token) not in {"adverbial-clause", "oblique"}:
            return None
        name = self._name_at.get(subject.i)
        chain = None if name is None else self.chains.of(name)
        fits = chain is not None and self._agrees(self._sort(item), chain) and chain not in self._barred(item)
        return (chain, "following-subject") if chain is not None and fits else None

    def _following(self, item: Item) -> Found:
        """Link "his" in "In his view, few in Tanner's camp would" to the only person that the sentence names."""
        if self._sort(item) not in _GENDERS:
            return None
        if self.words.syntax.role(self.words.reading.words[item.head]) != "possessor":
            return None
        named = {id(i): i for i in self._name_at.values() if i.sentence == item.sentence and i.type == "PERSON"}
        chains = {id(chain): chain for i in named.values() if (chain := self.chains.of(i)) is not None}
        if len(chains) != 1:
            return None
        chain = next(iter(chains.values()))
        fits = chain.start > item.start and self._agrees(self._sort(item), chain)
        return (chain, "following-name") if fits else None

    @staticmethod
    def _agrees(sort: str, chain: Chain) -> bool:
        if sort in _GENDERS:
            return chain.type == "PERSON" and agree(chain.gender, _GENDERS[sort])
        if sort == "it":
            return chain.type in _THINGS and not chain.many_described
        return chain.type in _MANY and chain.not_only_one
