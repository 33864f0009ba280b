"""The words that take sides and what they say about their company, read from the lexicon `stance`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal

from attrs import frozen

from newsfacts import Lexicons

Basis = Literal["speech", "attitude", "commitment", "authorisation", "act", "nominal", "author-tone", "inferred"]
Level = Literal["primary", "derived"]
Sign = Literal[1, -1]
WordClass = Literal["verb", "noun", "adjective", "people"]
Use = Literal["frame", "light", "receives", "report", "label"]


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
    use: Use = "frame"
    object: int = 0
    clause: int = 0
    prepositions: Mapping[str, int] = {}
    whole: bool = False
    effect: int = 0
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
        )
        for word_class, words in members:
            for entry in words:
                sense = _sense(name, entry, word_class, family)
                found[sense.word].append(sense)
    return {word: tuple(sorted(found[word], key=lambda sense: not sense.second)) for word in sorted(found)}


def _sense(name: str, entry: str, word_class: WordClass, family: Family) -> Sense:
    first, _, second = entry.partition(" ")
    if word_class == "noun" and second:
        first, second = second, first
    return Sense(name=name, word=first, second=second, word_class=word_class, family=family)


@frozen(kw_only=True)
class Judgements:
    """Words that judge: a sign for each, by word class."""

    adjectives: Mapping[str, int]
    nouns: Mapping[str, int]
    deeds: Mapping[str, int]
    excess: frozenset[str]


def judgements(lexicons: Lexicons) -> Judgements:
    """Give the words that judge what they are said of."""
    return lexicons.compiled(judgements, lambda: _judgements(lexicons))


def _judgements(lexicons: Lexicons) -> Judgements:
    def signed(good: str, bad: str) -> Mapping[str, int]:
        words = lexicons.words
        return dict.fromkeys(words("evaluations", good), 1) | dict.fromkeys(words("evaluations", bad), -1)

    return Judgements(
        adjectives=signed("good", "bad"),
        nouns=signed("good_nouns", "bad_nouns"),
        deeds=signed("good_deeds", "bad_deeds"),
        excess=lexicons.words("evaluations", "excess"),
    )
