"""Links phrases without a name to what they describe: appositions, "the president", "the company", "the war"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newsfacts.steps.entities.chains import Chain, Chains, Item
from newsfacts.steps.entities.lists import NameLists
from newsfacts.steps.entities.nominals import ReferringWords
from newsfacts.steps.entities.words import QUOTES, Words

_MADE_NAMES: Final = frozenset({"government-of", "part-of-place"})
_NEAR: Final = 2
_FAR: Final = 12
Found = tuple[Chain, str] | None


class Descriptions:
    """Finds the chain that a noun phrase belongs to, from what came before it."""

    def __init__(self, words: Words, chains: Chains, lists: NameLists, refer: ReferringWords) -> None:
        self.words = words
        self.chains = chains
        self.lists = lists
        self.refer = refer
        self._by_lemma: dict[str, list[Item]] = {}
        self._titled: dict[str, list[tuple[int, Chain]]] = {}
        self._names: dict[int, Chain] = {}

    def note_names(self) -> None:
        """Remember where names stand, and which person bears which title."""
        for chain in self.chains.living():
            for item in chain.items:
                if item.mention.rule not in _MADE_NAMES:
                    self._names |= dict.fromkeys(range(item.start, item.end), chain)
                for index in range(*item.title) if item.title else ():
                    self._titled.setdefault(self.words.lowers[index], []).append((item.start, chain))

    def link(self, item: Item) -> None:
        """Put a noun phrase into its chain, or make one for it."""
        found = self._beside_a_name(item) or self._said_to_be(item) or self._described(item)
        if found is None:
            self.chains.start(item, "")
        else:
            self.chains.add(item, *found)
        self._by_lemma.setdefault(self.words.lemmas[item.head], []).append(item)

    # --- beside a name
    def _beside_a_name(self, item: Item) -> Found:
        return self._apposition(item) or self._descriptor(item) or self._known_as(item)

    def _apposition(self, item: Item) -> Found:
        """Link "Tanner, a lawmaker", and "the lawmaker, Michael Tanner"."""
        syntax, token = self.words.syntax, self.words.reading.doc[item.head]
        if syntax.role(token) == "apposition" and (head := syntax.head(token)) is not None:
            chain = self.chains.at(head.i) or self._names.get(head.i)
            if chain is not None and chain.named and self._can_be(item, chain):
                return chain, "apposition"
        for apposed in syntax.appositions(token):
            chain = self._names.get(apposed.i)
            if chain is not None and self._can_be(item, chain):
                return chain, "apposition"
        return None

    def _descriptor(self, item: Item) -> Found:
        """Link "electronics retailer Best Buy", "the Kursk region"."""
        chain = self._names.get(item.head + 1)
        ends = item.end == item.head + 1
        if chain is not None and ends and item.type == chain.type and item.number == "one":
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
        syntax, token = self.words.syntax, self.words.reading.doc[item.head]
        if item.number == "many" or not syntax.is_copular(token) or syntax.is_negated(token):
            return None
        if syntax.modals(token) or syntax.tense(token) not in {"PAST", "PRESENT"}:
            return None
        subject = syntax.subject(token)
        chain = None if subject is None else self._names.get(subject.i)
        fits = chain is not None and chain.type in {"ORG", "PERSON"} and chain.type == item.type
        return (chain, "copula") if chain is not None and fits else None

    def _can_be(self, item: Item, chain: Chain) -> bool:
        if item.type in {"FAC", "GPE", "LOC"}:
            return chain.type in {"FAC", "GPE", "LOC"}
        return item.type == chain.type or (item.type == "GROUP" and chain.type == "ORG")

    # --- described before
    def _described(self, item: Item) -> Found:
        if self.words.lowers[item.start] not in self.refer.definite:
            return None
        return (
            self._by_title(item) or self._same_noun(item) or self._last_named_of_sort(item) or self._only_person(item)
        )

    def _by_title(self, item: Item) -> Found:
        """Link "the president" to the one person who was called so before."""
        if item.type != "PERSON" or self._qualities(item) or item.end != item.head + 1:
            return None
        bearers = self._titled.get(self.words.lowers[item.head], [])
        before = [chain for start, chain in bearers if start < item.start and chain.links]
        return (before[0], "title") if before and all(chain is before[0] for chain in before) else None

    def _same_noun(self, item: Item) -> Found:
        """Link "the missiles" to "US missiles": the same noun, nothing new said about it."""
        for other in reversed(self._by_lemma.get(self._lemma(item), [])):
            chain = self.chains.of(other)
            if chain is None or other.number != item.number or other.end > item.start:
                continue
            if item.sentence - other.sentence > _FAR or not self._qualities(item) <= self._qualities(other):
                return None
            return chain, "same-noun"
        return None

    def _qualities(self, item: Item) -> frozenset[str]:
        """The words of a phrase that tell its thing from others."""
        return frozenset(
            self.words.lemmas[index]
            for index in range(item.start, item.end)
            if index != item.head and self.words.pos[index] in {"ADJ", "NOUN", "NUM", "PROPN"}
        )

    def _lemma(self, item: Item) -> str:
        return self.words.lemmas[item.head]

    def _last_named_of_sort(self, item: Item) -> Found:
        """Link "the company", "the country", "the city" to a name near by."""
        if item.number == "many" or self._qualities(item):
            return None
        lemma = self._lemma(item)
        if lemma in self.refer.company:
            return self._last_named(item, lambda chain: chain.type == "ORG", "the-company")
        if lemma in self.refer.institution:
            found = self._last_named(item, lambda chain: chain.type == "ORG", "the-institution")
            return found if found is None or found[1] == "the-institution" else None
        if lemma in self.refer.state:
            return self._last_named(item, lambda chain: chain.type == "GPE" and self._is_state(chain), "the-country")
        if lemma in self.refer.city:
            return self._last_named(item, lambda chain: chain.type == "GPE" and not self._is_state(chain), "the-city")
        return None

    def _only_person(self, item: Item) -> Found:
        """Link "the student" to the only person near by, where the noun brings in nobody new."""
        if item.type != "PERSON" or item.role != "subject" or self._lemma(item) in self.refer.newcomer:
            return None
        if item.number == "many" or self.words.lowers[item.start] != "the":
            return None
        near = []
        for chain in self.chains.living():
            last = chain.last_before(item.start) if chain.type == "PERSON" else None
            counts = chain.named or (last is not None and last.role in {"object", "subject"})
            if last is not None and counts and item.sentence - last.sentence <= _NEAR + 1:
                near.append((last, chain))
        if len(near) != 1 or not near[0][1].named or item.sentence - near[0][0].sentence > 1:
            return None
        return near[0][1], "only-person"

    def _last_named(self, item: Item, fits: Callable[[Chain], bool], rule: str) -> Found:
        """The only fitting name near by, else the one that was a subject last."""
        near = []
        for chain in self.chains.living():
            if chain.named and chain.start < item.start and fits(chain):
                last = chain.last_before(item.start)
                if last is not None and item.sentence - last.sentence <= _NEAR:
                    near.append((last, chain))
        if len(near) == 1:
            return near[0][1], rule
        subjects = [pair for pair in near if pair[0].role == "subject"]
        return (max(subjects, key=lambda pair: pair[0].start)[1], f"{rule}-subject") if subjects else None

    def _is_state(self, chain: Chain) -> bool:
        return any(item.text.removeprefix("the ") in self.lists.countries.by_name for item in chain.items)
