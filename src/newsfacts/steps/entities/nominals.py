"""Phrases without a name: "US officials", "the company", "some Republicans", "he"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import frozen

from newsfacts import Lexicons, Span
from newsfacts.steps.entities.words import Words

_TYPES: Final = {
    "person": "PERSON", "people": "GROUP", "organisation": "ORG", "place": "LOC", "event": "EVENT", "product": "PRODUCT",
}  # fmt: skip
_STATES: Final = frozenset({"country", "nation", "city", "town", "village", "republic", "kingdom", "capital", "state"})
_SOME: Final = frozenset({"some", "others", "many", "several", "most", "few", "those", "both", "all", "another"})
PRONOUNS: Final = frozenset(
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers "
    "herself it its itself they them their theirs themselves".split()
)
RELATIVE: Final = frozenset({"who", "whom", "whose", "which", "that"})


@frozen
class Nominal:
    """A phrase without a name: its head word, its characters, its type."""

    head: int
    span: Span
    type: str
    rule: str


def noun_kinds(lexicons: Lexicons) -> Mapping[str, str]:
    """Give what common nouns mention: "lawmaker" a person, "company" an organisation."""
    lists = ("product", "event", "place", "organisation", "people", "person")
    return lexicons.compiled(
        noun_kinds, lambda: {word: key for key in lists for word in lexicons.words("entity_nouns", key)}
    )


def nominals(words: Words, named: frozenset[int], nouns: Mapping[str, str]) -> Iterator[Nominal]:
    """Noun phrases that mention people, groups, organisations, places or things; `named` are words of names."""
    syntax, doc = words.syntax, words.reading.doc
    for token in syntax.noun_chunks():
        index = token.i
        if index in named:
            continue
        pos = words.pos[index]
        kind = nouns.get(words.lemmas[index]) or nouns.get(words.lowers[index]) if pos in {"NOUN", "PROPN"} else None
        if kind is not None:
            if _means_a_thing(words, index, kind) and not _is_title(words, index, named):
                span = syntax.noun_phrase(doc[index])
                yield Nominal(index, span, _type(words, index, kind), f"{kind}-noun")
        elif words.lowers[index] in _SOME and pos in {"PRON", "DET", "NOUN", "ADJ"} and _speaks_of_people(words, index):
            yield Nominal(index, syntax.noun_phrase(doc[index]), "GROUP", "some-people")


def _means_a_thing(words: Words, index: int, kind: str) -> bool:
    """Whether a noun is no mere part of a saying ("on board", "take office"): bare nouns in the singular often are."""
    if kind in {"person", "people"} or words.tags[index] in {"NNS", "NNPS"}:
        return True
    syntax, token = words.syntax, words.reading.doc[index]
    if syntax.determiner(token) or syntax.possessor(token) or syntax.compounds(token) or syntax.adjectives(token):
        return True
    return words.sentence(index) == 0 or syntax.role(token) == "subject"


def _is_title(words: Words, index: int, named: frozenset[int]) -> bool:
    """Whether a capitalised noun stands right before a name: "Spokeswoman Sandy Angers"."""
    return words.texts[index][0].isupper() and index + 1 in named and words.pos[index] == "PROPN"


def _type(words: Words, index: int, kind: str) -> str:
    if kind == "person" and words.tags[index] in {"NNS", "NNPS"}:
        return "GROUP"
    if kind == "place" and words.lemmas[index] in _STATES:
        return "GPE"
    return _TYPES[kind]


def _speaks_of_people(words: Words, index: int) -> bool:
    """Whether "some" or "others" is the subject of a verb, so that it means people."""
    token = words.reading.doc[index]
    return words.syntax.role(token) == "subject" and words.lower(index + 1) != "of"


def pronouns(words: Words) -> Iterator[Nominal]:
    """Personal, possessive, reflexive and relative pronouns, but for an "it" that means nothing."""
    syntax, doc = words.syntax, words.reading.doc
    for index, lower in enumerate(words.lowers):
        if lower in PRONOUNS:
            if words.tags[index][:3] in {"PRP", "NN", "NNP"} or lower in {"her", "his"}:
                if words.texts[index] == "US" or (lower == "it" and _means_nothing(words, index)):
                    continue
                yield Nominal(index, words.reading.token_span(doc[index]), "", "pronoun")
        elif lower in RELATIVE and syntax.is_relative_word(doc[index]):
            yield Nominal(index, words.reading.token_span(doc[index]), "", "relative")


def _means_nothing(words: Words, index: int) -> bool:
    """Whether "it" only fills the place of a subject: "it is likely that", "it seems"."""
    token = words.reading.doc[index]
    if words.syntax.role(token) == "expletive":
        return True
    verb = words.syntax.head(token)
    if verb is None or verb.i < index:
        return False
    if words.lemmas[verb.i] in {"seem", "appear", "turn", "rain", "snow", "happen"}:
        return True
    later = words.lowers[verb.i + 1 : verb.i + 3]
    return words.pos[verb.i] in {"ADJ", "NOUN"} and bool({"that", "to", "for", "if", "whether"} & set(later))
