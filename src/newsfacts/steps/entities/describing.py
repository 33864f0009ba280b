"""Links phrases without a name to what they describe: appositions, "the president", "the company", "the war"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsfacts.steps.entities.chains import Chain, Chains, Item
from newsfacts.steps.entities.lists import NameLists
from newsfacts.steps.entities.people import title_range
from newsfacts.steps.entities.words import Words

_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
_FIRM_NOUNS: Final = frozenset(
    {"company", "firm", "manufacturer", "carrier", "airline", "automaker", "carmaker", "retailer", "maker"}
)
_NEAR: Final = 4


class Descriptions:
    """Finds the chain that a noun phrase belongs to, from what came before it."""

    def __init__(self, words: Words, chains: Chains, lists: NameLists) -> None:
        self.words = words
        self.chains = chains
        self.lists = lists
        self._by_lemma: dict[str, list[Item]] = {}
        self._titled: dict[str, list[tuple[int, Chain]]] = {}

    def note_titles(self) -> None:
        """Remember which person bears which title."""
        for chain in self.chains.all():
            for item in chain.items if chain.type == "PERSON" else ():
                found = title_range(item.start, self.words, self.lists)
                for index in range(*found) if found else ():
                    self._titled.setdefault(self.words.lowers[index], []).append((item.start, chain))

    def link(self, item: Item) -> None:
        """Put a noun phrase into its chain, or make one for it."""
        found = self._named_beside(item) or self._said_to_be(item) or self._described(item)
        if found is None:
            self.chains.start(item, "")
        else:
            chain, rule = found
            self.chains.add(item, chain, rule)
        self._by_lemma.setdefault(self.words.lemmas[item.head], []).append(item)

    # --- beside a name
    def _named_beside(self, item: Item) -> tuple[Chain, str] | None:
        """ "Turner, a lawmaker", "the lawmaker, Michael Turner", "the Kursk region"."""
        syntax, doc = self.words.syntax, self.words.reading.doc
        token = doc[item.head]
        if syntax.role(token) == "apposition":
            head = syntax.head(token)
            beside = head if head is None else self.chains.at(head.i) or self._name_at(head.i)
            if isinstance(beside, Chain) and beside.named and self._can_be(item, beside):
                return beside, "apposition"
        for apposed in syntax.appositions(token):
            chain = self._name_at(apposed.i)
            if chain is not None and self._can_be(item, chain):
                return chain, "apposition"
        chain = self._name_at(item.head + 1)
        if chain is not None and item.end <= item.head + 1 and item.type == chain.type and item.number == "one":
            return chain, "descriptor"
        if self.words.lemmas[item.head] in {"region", "city", "province", "town", "village", "district", "area"}:
            chain = self._name_at(item.head - 1)
            if chain is not None and chain.type in {"GPE", "LOC"} and item.end == item.head + 1:
                return chain, "place-noun"
        return self._known_as(item)

    def _name_at(self, index: int) -> Chain | None:
        return self._names.get(index)

    @property
    def _names(self) -> Mapping[int, Chain]:
        if not hasattr(self, "_name_words"):
            self._name_words = {
                index: chain
                for chain in self.chains.all()
                for item in chain.items
                if item.form == "NAM" and item.mention.rule not in {"government-of", "part-of-place"}
                for index in range(item.start, item.end)
            }
        return self._name_words

    def _known_as(self, item: Item) -> tuple[Chain, str] | None:
        """ "The weapons in question, known as ATACMS"."""
        for index in range(item.end, min(item.end + 6, len(self.words) - 2)):
            if self.words.lowers[index] in {"known", "called", "dubbed", "named"}:
                at = index + 1 + (self.words.lowers[index + 1] == "as")
                chain = self._name_at(at)
                if chain is not None and self._can_be(item, chain):
                    return chain, "known-as"
                return None
            if self.words.pos[index] in {"VERB", "AUX"} or self.words.lowers[index] == ".":
                return None
        return None

    def _said_to_be(self, item: Item) -> tuple[Chain, str] | None:
        """ "Turner is a lawmaker"."""
        syntax, token = self.words.syntax, self.words.reading.doc[item.head]
        if not syntax.is_copular(token) or syntax.is_negated(token) or syntax.modals(token):
            return None
        subject = syntax.subject(token)
        chain = None if subject is None else self._name_at(subject.i)
        if (
            chain is None
            or chain.type not in {"PERSON", "ORG"}
            or not self._can_be(item, chain)
            or item.number == "many"
        ):
            return None
        return chain, "copula"

    def _can_be(self, item: Item, chain: Chain) -> bool:
        if item.type == chain.type:
            return True
        if item.type in {"LOC", "GPE", "FAC"}:
            return chain.type in {"LOC", "GPE", "FAC"}
        if item.type == "PRODUCT":
            return chain.type == "PRODUCT"
        return item.type == "GROUP" and chain.type in {"ORG", "NORP"}

    # --- described before
    def _described(self, item: Item) -> tuple[Chain, str] | None:
        if self.words.lowers[item.start] not in _DEFINITE:
            return None
        return self._by_title(item) or self._same_noun(item) or self._the_company(item) or self._the_country(item)

    def _by_title(self, item: Item) -> tuple[Chain, str] | None:
        """ "the president": the one person with this title, or the one who was last called so."""
        if item.type != "PERSON" or item.end - item.start > 3 or item.end != item.head + 1:
            return None
        bearers = self._titled.get(self.words.lowers[item.head], [])
        before = [chain for start, chain in bearers if start < item.start and chain.links]
        if before and all(chain is before[0] for chain in before):
            return before[0], "title"
        return None

    def _same_noun(self, item: Item) -> tuple[Chain, str] | None:
        """ "US missiles ... the missiles": the same noun, nothing new said about it."""
        here = self._qualities(item)
        for other in reversed(self._by_lemma.get(self.words.lemmas[item.head], [])):
            chain = self.chains.of(other)
            if chain is None or other.number != item.number or other.end > item.start:
                continue
            if item.sentence - other.sentence > 3 * _NEAR:
                return None
            if here <= self._qualities(other):
                return chain, "same-noun"
            return None
        return None

    def _qualities(self, item: Item) -> frozenset[str]:
        """The words of a phrase that tell its thing from others."""
        return frozenset(
            self.words.lemmas[index]
            for index in range(item.start, item.end)
            if index != item.head and self.words.pos[index] in {"ADJ", "NOUN", "PROPN", "NUM"}
        )

    def _the_company(self, item: Item) -> tuple[Chain, str] | None:
        if self.words.lemmas[item.head] not in _FIRM_NOUNS or self._qualities(item) or item.number == "many":
            return None
        return self._last_named(item, {"ORG"}, "the-company")

    def _the_country(self, item: Item) -> tuple[Chain, str] | None:
        lemma = self.words.lemmas[item.head]
        if (
            lemma not in {"country", "nation", "city", "town", "region"}
            or self._qualities(item)
            or item.number == "many"
        ):
            return None
        return self._last_named(item, {"GPE"}, "the-country", state=lemma in {"country", "nation"})

    def _last_named(
        self, item: Item, types: set[str], rule: str, *, state: bool | None = None
    ) -> tuple[Chain, str] | None:
        """The name of one of these types that was mentioned last, subjects first, if it is the only one near by."""
        near: dict[int, tuple[Item, Chain]] = {}
        for chain in self.chains.all():
            last = chain.last_before(item.start)
            if chain.type in types and chain.named and last is not None and item.sentence - last.sentence <= 2:
                if state is not None and self._is_state(chain) != state:
                    continue
                near[id(chain)] = (last, chain)
        if len(near) == 1:
            return next(iter(near.values()))[1], rule
        subjects = [pair for pair in near.values() if pair[0].role == "subject"]
        if subjects:
            return max(subjects, key=lambda pair: pair[0].start)[1], f"{rule}-subject"
        return None

    def _is_state(self, chain: Chain) -> bool:
        known = self.lists.countries
        return any(item.text.removeprefix("the ") in known.by_name for item in chain.items)
