"""What an article calls its people and organisations: "senator" of "Senator Ann Hale", "bank" of "Bank of Norland"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from attrs import field, frozen

from newsfacts import Lexicons
from newsfacts.steps.entities.chains import Chain, Item
from newsfacts.steps.entities.lists import NameLists
from newsfacts.steps.entities.words import Words

EXACT, WIDER, UNKNOWN = 1.5, 1.0, 0.5
_OUTLETS = frozenset({"outlet", "page", "paper"})


@frozen(eq=False)
class Nouns:
    """Nouns for people and organisations: which say less than others, and which words and names tell them."""

    wider: Mapping[str, AbstractSet[str]]
    of_words: Mapping[str, tuple[str, ...]]
    of_names: Mapping[str, tuple[str, ...]]

    @staticmethod
    def of(lexicons: Lexicons) -> Nouns:
        """Give the nouns of the lexicons `organisation_nouns` and `person_nouns` (read once for these lexicons)."""
        return lexicons.compiled(Nouns, lambda: _read(lexicons))

    def fit(self, noun: str, called: Iterable[str]) -> float:
        """Give how well a noun fits what somebody is called; 0 where it does not.

        >>> from newsfacts import Lexicons
        >>> nouns = Nouns.of(Lexicons())
        >>> nouns.fit("bank", {"bank"}), nouns.fit("company", {"bank"}), nouns.fit("union", {"bank"})
        (1.5, 1.0, 0.0)
        """
        if noun in called:
            return EXACT
        return WIDER if any(noun in self.wider.get(other, ()) for other in called) else 0.0


def _read(lexicons: Lexicons) -> Nouns:
    above: dict[str, list[str]] = {}
    of_words: dict[str, list[str]] = defaultdict(list)
    of_names: dict[str, list[str]] = defaultdict(list)
    for noun, wider, words, names in lexicons.rows("organisation_nouns"):
        above[noun] = _split(wider)
        for table, column in ((of_words, words), (of_names, names)):
            for word in _split(column):
                table[word].append(noun)
    above |= {noun: _split(wider) for noun, wider in lexicons.rows("person_nouns")}
    return Nouns(
        {noun: frozenset(_closure(noun, above)) for noun in above},
        {word: tuple(nouns) for word, nouns in of_words.items()},
        {name: tuple(nouns) for name, nouns in of_names.items()},
    )


def _split(column: str) -> list[str]:
    return [word for word in column.split("|") if word]


def _closure(noun: str, above: Mapping[str, list[str]]) -> set[str]:
    found: set[str] = set()
    left = list(above[noun])
    while left:
        if (word := left.pop()) not in found:
            found.add(word)
            left += above.get(word, [])
    return found - {noun}


@frozen(eq=False)
class Callings:
    """The nouns for each chain as far as the article was read, and the words that went with them."""

    words: Words
    lists: NameLists
    nouns: Nouns
    kinds: Mapping[str, str]
    _called: dict[int, dict[str, list[AbstractSet[str]]]] = field(factory=dict, init=False)

    def note_names(self, chains: Iterable[Chain]) -> None:
        """Take in what titles call people, and what the names of organisations say of them."""
        for chain in chains:
            for item in chain.items:
                if item.type == "ORG":
                    for noun in self._of_organisation(item):
                        self.note(chain, noun)
                elif item.title is not None:
                    self._note_title(chain, *item.title)
                self._note_word_before(chain, item)

    def note(self, chain: Chain, noun: str, qualities: AbstractSet[str] = frozenset()) -> None:
        """Take in one noun for a chain."""
        self._called.setdefault(id(chain), {}).setdefault(noun, []).append(qualities)

    def fit(self, chain: Chain, noun: str, qualities: AbstractSet[str] = frozenset()) -> float | None:
        """Give how well a noun fits a chain, None where nothing is known of it; 0 is: it does not."""
        called = self._called.get(id(chain))
        if not called:
            return None
        under = self.lists.under - qualities  # a vice president is not "the president"
        fitting = (o for o, known in called.items() if any(qualities <= w and under.isdisjoint(w) for w in known))
        return self.nouns.fit(noun, set(fitting))

    def qualities(self, start: int, end: int, head: int) -> frozenset[str]:
        """The words of a phrase that tell its thing from others; a state by its code, but Ohio is not Vermont."""
        words = self.words
        return frozenset(
            self._quality(index)
            for index in range(start, end)
            if index != head and words.pos[index] in {"ADJ", "NOUN", "NUM", "PROPN"}
        )

    def _quality(self, index: int) -> str:
        found = self.lists.countries.find(self.words.texts[index])
        return found[0].code if found is not None and found[1] != "place" else self.words.lemmas[index]

    def _note_title(self, chain: Chain, start: int, end: int) -> None:
        """Take in a title: who is "Foreign Minister" is a minister, a foreign one."""
        for index in range(start, end):
            lower = self.words.lowers[index]
            if lower in self.lists.titles:
                self.note(chain, lower, self.qualities(start, end, index))

    def _note_word_before(self, chain: Chain, item: Item) -> None:
        """Take in the noun before a name: "chip startup Lumenal", "developer Hugh Venn"."""
        at = item.start - 1
        if at >= 0 and self.words.tags[at] == "NN":
            lemma = self.words.lemmas[at]
            kind = {"ORG": "organisation", "PERSON": "person"}.get(item.type)
            if kind is not None and self.kinds.get(lemma) == kind:
                self.note(chain, lemma)

    def _of_organisation(self, item: Item) -> Iterator[str]:
        """The nouns that the words of a name tell, and those of a list for the name."""
        listed = self.lists.listed.get(item.text.removeprefix("the ").removeprefix("The "))
        if listed is not None:
            yield from self.nouns.of_names.get(listed.name, ())
        found = self.lists.countries.find(item.text)
        if found is not None and found[1] == "metonym":
            yield "administration"
        texts = self.words.texts[item.start : item.end]
        if len(texts) > 1:
            for text in texts:
                yield from self.nouns.of_words.get(text, ())
        last = self.words.lowers[item.head]
        if last in self.nouns.wider and len(texts) > 1:
            yield last
        if item.mention.rule in _OUTLETS or self._reports(item):
            yield "outlet"

    def _reports(self, item: Item) -> bool:
        """Whether a name reports that something is so: "TechWire reported that ..."."""
        syntax, tokens = self.words.syntax, self.words.reading.words
        verb = syntax.head(tokens[item.head]) if item.role == "subject" else None
        return verb is not None and self.words.lemmas[verb.i] == "report" and syntax.complement(verb) is not None
