"""Links phrases without a name to what they describe: appositions, "the president", "the company", "the war"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from newsfacts.steps.entities.callings import EXACT, UNKNOWN, Callings
from newsfacts.steps.entities.chains import Chain, Chains, Item
from newsfacts.steps.entities.nominals import ReferringWords
from newsfacts.steps.entities.quoting import Quoted
from newsfacts.steps.entities.words import QUOTES

_MADE_NAMES: Final = frozenset({"government-of", "part-of-place"})
_DESCRIBING: Final = frozenset({"apposition", "as-office", "copula", "descriptor", "known-as"})
_NEAR: Final = 2
_FAR: Final = 12
_CLEAR: Final = 0.3
_PHRASE: Final = 10  # words of a description before a comma and a name
_NO_PART_OF_PHRASE: Final = frozenset({"AUX", "CCONJ", "PRON", "PUNCT", "SCONJ", "SPACE", "VERB"})
Found = tuple[Chain, str] | None


class Descriptions:
    """Finds the chain that a noun phrase belongs to, from what came before it."""

    def __init__(self, chains: Chains, callings: Callings, refer: ReferringWords, quotes: Mapping[int, Quoted]) -> None:
        self.words = callings.words
        self.lists = callings.lists
        self.chains = chains
        self.callings = callings
        self.refer = refer
        self._quotes = quotes
        self._by_lemma: dict[str, list[Item]] = {}
        self._names: dict[int, Chain] = {}
        self._bearers: dict[str, list[Chain]] = {"GPE": [], "ORG": [], "PERSON": []}

    def note_names(self) -> None:
        """Remember where names stand, and what their bearers are called."""
        named = [*self.chains.living()]
        self.callings.note_names(named)
        for chain in named:
            if chain.type in self._bearers:
                self._bearers[chain.type].append(chain)
            for item in chain.items:
                if item.mention.rule not in _MADE_NAMES:
                    self._names |= dict.fromkeys(range(item.start, item.end), chain)

    def link(self, item: Item) -> None:
        """Put a noun phrase into its chain, or make one for it."""
        found = self._beside_a_name(item) or self._said_to_be(item) or self._in_office(item) or self._described(item)
        if found is None:
            chain = self.chains.start(item, "")
        else:
            chain = found[0]
            self.chains.add(item, *found)
            if found[1] in _DESCRIBING:
                self.callings.note(found[0], self._lemma(item), self._qualities(item))
        told = self.refer.genders.get(self._lemma(item)) if item.type == "PERSON" else None
        if told is not None and (chain.gender == "u" or chain.guessed):
            chain.gender, chain.guessed = told, False
        self._by_lemma.setdefault(self._lemma(item), []).append(item)

    # --- beside a name
    def _beside_a_name(self, item: Item) -> Found:
        return self._apposition(item) or self._descriptor(item) or self._known_as(item)

    def _apposition(self, item: Item) -> Found:
        """Link "Tanner, a lawmaker", and "the lawmaker, Michael Tanner"."""
        syntax, token = self.words.syntax, self.words.reading.words[item.head]
        quote = self._quotes.get(item.head)
        if syntax.role(token) == "apposition" and (head := syntax.head(token)) is not None:
            chain = self.chains.at(head.i) or self._names.get(head.i)
            if chain is not None and chain.named and self._can_be(item, chain) and self._quotes.get(head.i) is quote:
                return chain, "apposition"
        for apposed in syntax.appositions(token):
            chain = self._names.get(apposed.i)
            if chain is None or self._names_other_people(range(item.head, apposed.i), chain):
                continue
            if self._can_be(item, chain) and self._quotes.get(apposed.i) is quote:
                return chain, "apposition"
        return self._named_between_commas(item)

    def _names_other_people(self, words: range, chain: Chain) -> bool:
        """Whether somebody else stands between: "the Minister of Health Rui Costa and Foreign Secretary Tom Reed"."""
        found = (self._names.get(index, chain) for index in words)
        return any(other is not chain and other.type == "PERSON" for other in found)

    def _named_between_commas(self, item: Item) -> Found:
        """Link "A spokesman for the ministry, Tom Reed, said", whatever of the phrase the parse hangs the name on."""
        words, at = self.words, item.head + 1
        if item.type != "PERSON" or item.number == "many":
            return None
        while at < min(item.head + _PHRASE, len(words)) and words.texts[at] != ",":
            if words.pos[at] in _NO_PART_OF_PHRASE or self._tells_somebody(at):
                return None
            at += 1
        chain, start = self._names.get(at + 1), at + 1
        if words.text(at) != "," or chain is None or chain.type != "PERSON":
            return None
        while self._names.get(at + 1) is chain:
            at += 1
        closes = words.text(at + 1) == "," and words.pos[min(at + 2, len(words) - 1)] not in {"CCONJ", "DET"}
        return (chain, "apposition") if closes and self._is_of(start, item.head) else None

    def _tells_somebody(self, index: int) -> bool:
        """Whether a word is a person's name or a noun for people: who follows may be that one."""
        words, chain = self.words, self._names.get(index)
        if chain is not None:
            return chain.type == "PERSON"
        if words.tags[index] in {"NN", "NNS"}:
            return self.callings.kinds.get(words.lemmas[index]) == "person"
        return words.lowers[index] in self.lists.titles and words.text(index + 1) == ","

    def _is_of(self, index: int, head: int) -> bool:
        """Whether a name hangs on a noun or a word of its phrase, or is a second subject beside it."""
        syntax, tokens = self.words.syntax, self.words.reading.words
        token, verb = syntax.name_head(tokens[index]), syntax.head(tokens[head])
        role, over = syntax.role(token), syntax.head(token)
        if role == "subject" and verb is not None and over is not None and verb.i == over.i:
            return syntax.role(tokens[head]) == "subject"
        while over is not None and over.i > head:
            over = syntax.head(over)
        return role in {"apposition", "conjunct"} and over is not None and over.i == head

    def _descriptor(self, item: Item) -> Found:
        """Link "electronics retailer Best Buy", "the Kursk region"."""
        chain = self._names.get(item.head + 1)
        ends = item.end == item.head + 1
        if chain is not None and ends and item.type == chain.type and item.number != "many":
            return chain, "descriptor"
        chain = self._names.get(item.head - 1)
        if chain is not None and ends and chain.type in {"GPE", "LOC"} and self._lemma(item) in self.refer.region:
            return chain, "place-noun"
        return None

    def _known_as(self, item: Item) -> Found:
        """Link "The rockets in question, known as Stingers"."""
        for index in range(item.end, min(item.end + 6, len(self.words) - 2)):
            if self.words.lowers[index] in self.refer.called:
                at = index + 1 + (self.words.lowers[index + 1] == "as")
                chain = self._names.get(at + (self.words.text(at) in QUOTES))
                return (chain, "known-as") if chain is not None and self._can_be(item, chain) else None
            if self.words.pos[index] in {"AUX", "DET", "PRON", "VERB"} or self.words.lowers[index] == ".":
                return None
        return None

    def _said_to_be(self, item: Item) -> Found:
        """Link "Turner is a lawmaker"."""
        syntax, token = self.words.syntax, self.words.reading.words[item.head]
        if item.number == "many" or not syntax.is_copular(token) or syntax.is_negated(token):
            return None
        if syntax.modals(token) or syntax.tense(token) not in {"PAST", "PRESENT"}:
            return None
        subject = syntax.subject(token)
        chain = None if subject is None else self._names.get(subject.i)
        fits = chain is not None and chain.type in {"ORG", "PERSON"} and chain.type == item.type
        return (chain, "copula") if chain is not None and fits else None

    def _in_office(self, item: Item) -> Found:
        """Link "Turner resigned as chairman", "they named Turner as coach"."""
        syntax, token = self.words.syntax, self.words.reading.words[item.head]
        if item.type != "PERSON" or self.words.lower(item.start - 1) != "as" or syntax.role(token) != "oblique":
            return None
        verb = syntax.head(token)
        if verb is None or self.words.lemmas[verb.i] not in self.refer.holds_office or syntax.is_negated(verb):
            return None
        if syntax.modals(verb) or syntax.tense(verb) not in {"PAST", "PRESENT"}:
            return None
        who = syntax.object(verb) or syntax.subject(verb)
        chain = None if who is None else self._names.get(who.i)
        return (chain, "as-office") if chain is not None and chain.type == "PERSON" else None

    def _can_be(self, item: Item, chain: Chain) -> bool:
        if item.type in {"FAC", "GPE", "LOC"}:
            return chain.type in {"FAC", "GPE", "LOC"}
        return item.type == chain.type or (item.type == "GROUP" and chain.type == "ORG")

    # --- described before
    def _described(self, item: Item) -> Found:
        if self.words.lowers[item.start] not in self.refer.definite or self._is_narrowed(item):
            return None
        qualities = self._qualities(item)
        named = self._so_called(item, qualities)
        if len(named) > 1 and named[0][0] - named[1][0] < _CLEAR:
            return None
        again = self._same_noun(item, qualities)
        if named and (again is None or self.callings.fit(named[0][1], self._lemma(item), qualities) == EXACT):
            return named[0][1:]
        return again or self._place(item, qualities) or self._only_person(item, qualities)

    def _is_narrowed(self, item: Item) -> bool:
        """Whether what follows says which one is meant: "the man killed near Tarlo", "the head of", "those who"."""
        words, end = self.words, item.end
        if end >= len(words) or item.head != end - 1:
            return False
        if words.lowers[end] == "of":
            return True
        token = words.reading.words[end]
        if words.tags[end] in {"VBG", "VBN"}:
            head = words.syntax.head(token)
            return head is not None and head.i == item.head
        return words.lowers[end] in self.refer.relative and words.syntax.is_relative_word(token)

    def _so_called(self, item: Item, qualities: AbstractSet[str]) -> list[tuple[float, Chain, str]]:
        """Whom "the president", "the company" can be, the best first: by title, name, description, and weight."""
        if item.number == "many" or item.type not in self._bearers:
            return []
        lemma, found = self._lemma(item), []
        for chain in self._bearers[item.type]:
            if chain.start >= item.start or not chain.links:
                continue
            fit = self.callings.fit(chain, lemma, qualities)
            if fit == 0 or (fit is None and (qualities or not self._may_be(item, chain, lemma))):
                continue
            last = chain.last_before(item.start)
            if last is not None and (fit is not None or item.sentence - last.sentence <= _NEAR):
                weight = (fit or UNKNOWN) + _prominence(chain, last, item)
                found.append((weight, chain, "so-called" if fit else "the-company"))
        return sorted(found, key=lambda each: -each[0])

    def _may_be(self, item: Item, chain: Chain, lemma: str) -> bool:
        """Whether "the company" may be a firm of which nothing is known but that the article is about it."""
        if item.type != "ORG" or lemma not in self.refer.unnamed:
            return False
        return chain.first().sentence <= 1 or sum(i.form == "NAM" for i in chain.items) > 1

    def _same_noun(self, item: Item, qualities: AbstractSet[str]) -> Found:
        """Link "the missiles" to "US missiles": the same noun, nothing new said about it."""
        for other in reversed(self._by_lemma.get(self._lemma(item), [])):
            chain = self.chains.of(other)
            if chain is None or other.number != item.number or other.end > item.start:
                continue
            if item.sentence - other.sentence > _FAR or self.words.lowers[other.start] in self.refer.part:
                return None
            known = self._qualities(other)
            if not qualities <= known or not self.refer.another.isdisjoint(known - qualities):
                return None
            return chain, "same-noun"
        return None

    def _qualities(self, item: Item) -> frozenset[str]:
        return self.callings.qualities(item.start, item.end, item.head)

    def _lemma(self, item: Item) -> str:
        return self.words.lemmas[item.head]

    def _place(self, item: Item, qualities: AbstractSet[str]) -> Found:
        """Link "the country", "the city" to a name near by."""
        if item.number == "many" or qualities:
            return None
        lemma = self._lemma(item)
        if lemma in self.refer.state:
            return self._last_named(item, self._is_state, "the-country")
        if lemma in self.refer.city:
            return self._last_named(item, lambda chain: not self._is_state(chain), "the-city")
        return None

    def _only_person(self, item: Item, qualities: AbstractSet[str]) -> Found:
        """Link "the student" to the only person near by, where the noun brings in nobody new."""
        acts = item.role == "subject" or item.mention.rule == "the-aged"
        if item.type != "PERSON" or not acts or self._lemma(item) in self.refer.newcomer:
            return None
        if item.number == "many" or self.words.lowers[item.start] != "the":
            return None
        if not self.refer.another.isdisjoint(qualities):
            return None
        near = []
        for chain in self.chains.living():
            last = chain.last_before(item.start) if chain.type == "PERSON" else None
            counts = chain.named or (last is not None and last.role in {"object", "subject"})
            if last is not None and counts and item.sentence - last.sentence <= _NEAR + 1:
                near.append((last, chain))
        if len(near) != 1 or not near[0][1].named or item.sentence - near[0][0].sentence > 1:
            return None
        role = self._lemma(item)
        other = role in self.callings.nouns.wider and self.callings.fit(near[0][1], role) == 0
        return None if other else (near[0][1], "only-person")

    def _last_named(self, item: Item, fits: Callable[[Chain], bool], rule: str) -> Found:
        """The only fitting name of a place near by, else the one that was a subject last."""
        near = []
        for chain in self._bearers["GPE"]:
            if chain.start < item.start and chain.links and fits(chain):
                last = chain.last_before(item.start)
                if last is not None and item.sentence - last.sentence <= _NEAR:
                    near.append((last, chain))
        if len(near) == 1:
            return near[0][1], rule
        subjects = [pair for pair in near if pair[0].role == "subject"]
        return (max(subjects, key=lambda pair: pair[0].start)[1], f"{rule}-subject") if subjects else None

    def _is_state(self, chain: Chain) -> bool:
        return any(item.text.removeprefix("the ") in self.lists.countries.by_name for item in chain.items)


def _prominence(chain: Chain, last: Item, item: Item) -> float:
    """How much an article is about somebody just before a phrase: often named, in the lead, a subject, near."""
    weight = 0.15 * min(6, len(chain.links)) - 0.1 * min(6, item.sentence - last.sentence)
    return (
        weight
        + 0.4 * (chain.first().sentence <= 1)
        + 0.5 * (last.role == "subject" and item.sentence - last.sentence <= 1)
    )
