"""The words that take sides and what they say about their company, read from the lexicon `stance`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from attrs import frozen

from newsfacts import Lexicons

Basis = Literal["speech", "attitude", "commitment", "authorisation", "act", "nominal", "author-tone", "inferred"]
Level = Literal["primary", "derived"]
Stand = Literal["support", "oppose", "neutral", "mixed"]
Sign = Literal[1, -1]
WordClass = Literal["verb", "noun", "adjective", "people", "adposition"]
Takes = Literal["", "plans", "sides", "things"]
Use = Literal["frame", "light", "receives", "report", "label", "need"]


@frozen(kw_only=True)
class Family:
    """Words that take sides alike: signs to the object, the clause, what follows a preposition.

    >>> Family(verbs=("praise",), object=1).object
    1
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    adpositions: tuple[str, ...] = ()
    use: Use = "frame"
    object: int = 0
    takes: Takes = ""
    clause: int = 0
    prepositions: Mapping[str, int] = {}
    whole: bool = False
    effect: int = 0
    purpose: int = 0
    charge: tuple[str, ...] = ()
    shift: str = ""
    addressed: bool = False
    denied: int = 0
    deed: bool = False
    basis: Basis = "speech"


@frozen(kw_only=True)
class Sense:
    """A word as a member of a family; `second` is the particle or the preposition that belongs to it."""

    name: str
    word: str
    second: str
    word_class: WordClass
    family: Family


Senses = Mapping[str, tuple[Sense, ...]]


def senses(lexicons: Lexicons) -> Senses:
    """Give the senses of every lemma, those with a second word first."""
    return lexicons.compiled(senses, lambda: _senses(lexicons))


def _senses(lexicons: Lexicons) -> Senses:
    found: defaultdict[str, list[Sense]] = defaultdict(list)
    for name, family in lexicons.table("stance", Family).items():
        members: tuple[tuple[WordClass, tuple[str, ...]], ...] = (
            ("verb", family.verbs),
            ("noun", family.nouns),
            ("adjective", family.adjectives),
            ("people", family.people),
            ("adposition", family.adpositions),
        )
        for word_class, words in members:
            for entry in words:
                sense = _sense(name, entry, word_class, family)
                for form in forms_of(lexicons, sense.word, word_class):
                    found[form].append(sense)
    return {
        word: tuple(sorted(found[word], key=lambda sense: (not sense.second, sense.word_class)))
        for word in sorted(found)
    }


def _sense(name: str, entry: str, word_class: WordClass, family: Family) -> Sense:
    first, _, second = entry.partition(" ")
    if word_class == "noun" and second:
        first, second = second, first
    return Sense(name=name, word=first, second=second, word_class=word_class, family=family)


def forms_of(lexicons: Lexicons, word: str, word_class: WordClass) -> tuple[str, ...]:
    """Give the forms of a word, so that a lemma the tagger got wrong does no harm.

    >>> from newsfacts import Lexicons
    >>> forms_of(Lexicons(), "withhold", "verb")
    ('withhold', 'withholds', 'withholded', 'withholding', 'withheld')
    """
    if word_class in {"adjective", "adposition"}:
        return (word,)
    if word_class != "verb":
        return word, _with_s(word)
    stem = word[:-1] if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) else word
    past = f"{word[:-1]}ied" if word.endswith("y") and word[-2] not in "aeiou" else f"{stem}ed"
    if stem == word and word.endswith("e"):
        past = f"{word}d"
    regular = dict.fromkeys((word, _with_s(word), past, f"{stem}ing", *_doubled(word)))
    return (*regular, *_irregular(lexicons).get(word, ()))


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "sh", "ch", "x", "z")) else f"{word}s"


def _doubled(word: str) -> tuple[str, ...]:
    """As in "banned": after one vowel the last consonant doubles (where it may not, no text has the form)."""
    last, before = word[-1], word[-2]
    if last in "aeiouwxyhc" or before not in "aeiou" or word[-3:-2] in tuple("aeiou"):
        return ()
    return f"{word}{last}ed", f"{word}{last}ing"


def _irregular(lexicons: Lexicons) -> Mapping[str, tuple[str, ...]]:
    def make() -> Mapping[str, tuple[str, ...]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for form, lemma in lexicons.rows("irregular_verbs"):
            found[lemma].append(form)
        return {lemma: tuple(forms) for lemma, forms in found.items()}

    return lexicons.compiled(_irregular, make)


@frozen(kw_only=True)
class Judgements:
    """Words that judge: a sign for each, by word class."""

    adjectives: Mapping[str, int]
    nouns: Mapping[str, int]
    deeds: Mapping[str, int]
    traits: Mapping[str, int]
    excess: frozenset[str]
    documents: frozenset[str]
    hollow: frozenset[str]
    sayings: frozenset[str]
    mild: frozenset[str]
    actors: frozenset[str]
    effects: Mapping[str, int]
    kinds: frozenset[str]
    plans: frozenset[str]

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The forms of all verbs that judge, and of participles that do."""
        return frozenset([*self.deeds, *self.traits, *self.effects, *self.adjectives])


def judgements(lexicons: Lexicons) -> Judgements:
    """Give the words that judge what they are said of."""
    return lexicons.compiled(judgements, lambda: _judgements(lexicons))


def _judgements(lexicons: Lexicons) -> Judgements:
    def signed(good: str, bad: str, word_class: WordClass) -> Mapping[str, int]:
        pairs = ((word, sign) for key, sign in ((good, 1), (bad, -1)) for word in lexicons.words("evaluations", key))
        return {form: sign for word, sign in pairs for form in forms_of(lexicons, word, word_class)}

    return Judgements(
        adjectives=signed("good", "bad", "adjective"),
        nouns=signed("good_nouns", "bad_nouns", "noun"),
        deeds=signed("good_deeds", "bad_deeds", "verb"),
        traits=signed("owns", "lacks", "verb"),
        excess=lexicons.words("evaluations", "excess"),
        actors=lexicons.words("evaluations", "actors"),
        effects=signed("helps", "harms", "verb"),
        kinds=lexicons.words("evaluations", "kinds"),
        plans=lexicons.words("evaluations", "plans"),
        mild=lexicons.words("evaluations", "mild"),
        documents=lexicons.words("evaluations", "documents"),
        hollow=lexicons.words("evaluations", "hollow"),
        sayings=lexicons.words("evaluations", "sayings"),
    )
