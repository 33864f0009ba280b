"""Phrases without a name: "US officials", "the company", "some Republicans", "he"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from attrs import frozen

from newsfacts import Lexicons, Span
from newsfacts.steps.entities.cleaning import Name
from newsfacts.steps.entities.words import Words

_TYPES: Final = {
    "event": "EVENT",
    "organisation": "ORG",
    "people": "GROUP",
    "person": "PERSON",
    "place": "LOC",
    "product": "PRODUCT",
}
_PERSONAL: Final = ("he", "she", "it", "they", "i", "we", "you")
_MANY: Final = frozenset({"NNPS", "NNS"})
_AGE_WORDS: Final = 5


@frozen
class Nominal:
    """A phrase without a name: its head word, its characters, its type."""

    head: int
    span: Span
    type: str
    rule: str


@frozen(eq=False)
class ReferringWords:
    """Pronouns, and the nouns and verbs that tell what a phrase refers to."""

    sort: Mapping[str, str]
    relative: frozenset[str]
    definite: frozenset[str]
    some: frozenset[str]
    unnamed: frozenset[str]
    state: frozenset[str]
    state_like: frozenset[str]
    city: frozenset[str]
    region: frozenset[str]
    called: frozenset[str]
    newcomer: frozenset[str]
    part: frozenset[str]
    another: frozenset[str]
    empty: frozenset[str]
    opens_clause: frozenset[str]
    speaks_for: frozenset[str]
    holds_office: frozenset[str]
    bodily: frozenset[str]
    genders: Mapping[str, str]


def referring_words(lexicons: Lexicons) -> ReferringWords:
    """Give the words that refer (made once for these lexicons)."""
    keys = (
        "relative", "definite", "some", "unnamed", "state", "state_like", "city", "region", "called", "newcomer",
        "part", "another", "empty", "opens_clause", "speaks_for", "holds_office", "bodily",
    )  # fmt: skip

    def make() -> ReferringWords:
        sort = {word: key for key in _PERSONAL for word in lexicons.words("reference_words", key)}
        men, women = (lexicons.words("reference_words", key) for key in ("man", "woman"))
        genders = dict.fromkeys(men, "m") | dict.fromkeys(women, "f")
        return ReferringWords(sort, **{key: lexicons.words("reference_words", key) for key in keys}, genders=genders)

    return lexicons.compiled(referring_words, make)


def noun_kinds(lexicons: Lexicons) -> Mapping[str, str]:
    """Give what common nouns mention: "lawmaker" a person, "company" an organisation."""
    lists = ("product", "event", "place", "organisation", "people", "person")
    return lexicons.compiled(
        noun_kinds, lambda: {word: key for key in lists for word in lexicons.words("entity_nouns", key)}
    )


def nominals(
    words: Words, named: Mapping[int, Name], titles: AbstractSet[int], nouns: Mapping[str, str], refer: ReferringWords
) -> Iterator[Nominal]:
    """Noun phrases that mention people, groups, organisations, places or things.

    `named` gives the name at a word; `titles` are capitalised words of titles before names.
    """
    syntax, tokens = words.syntax, words.reading.words
    for token in syntax.noun_chunks():
        index = token.i
        if index in named:
            if some := _some_of_a_name(words, named[index], refer) or _one_of_a_people(words, named[index], index):
                yield some
            continue
        pos = words.pos[index]
        kind = nouns.get(words.lemmas[index]) or nouns.get(words.lowers[index]) if pos in {"NOUN", "PROPN"} else None
        if kind == "organisation" and words.lower(index + 1) == "who":
            kind = "person"  # "a former regulator who"
        if kind is not None:
            if _means_a_thing(words, index, kind) and index not in titles and not _is_of_body(words, index, refer):
                span = _before_name(syntax.noun_phrase(tokens[index]), words, index, named)
                yield Nominal(index, span, _type(words, index, kind, refer), f"{kind}-noun")
        elif words.lowers[index] in refer.some and syntax.role(token) == "subject" and words.lower(index + 1) != "of":
            span = syntax.phrase(tokens[index], without={"relative-clause"}) or syntax.noun_phrase(tokens[index])
            yield Nominal(index, span, "GROUP", "some-people")


def the_aged(words: Words) -> Iterator[Nominal]:
    """People told by their age: "the 24-year-old"."""
    for index in [i for i, lower in enumerate(words.lowers) if lower == "old" and i > _AGE_WORDS]:
        start = index - _AGE_WORDS
        aged = words.lowers[start] == "the" and words.lowers[index - 3 : index] == ["-", "year", "-"]
        if aged and words.pos[min(index + 1, len(words) - 1)] not in {"ADJ", "NOUN", "PROPN"}:
            yield Nominal(index, words.reading.span(start, index + 1), "PERSON", "the-aged")


def _before_name(span: Span, words: Words, index: int, named: Mapping[int, Name]) -> Span:
    """A phrase without a name right after its head or a preposition: "dairy farmer | Hugh Pettifer", "at | a bay"."""
    end = words.reading.token_span(words.reading.words[index]).end
    span = Span(span.start, end) if index + 1 in named and span.end > end else span
    first = words.starts_at.get(span.start, index)
    if first < index and words.pos[first] == "ADP" and words.tags[first + 1] in {"DT", "JJ", "NN", "NNP", "NNS"}:
        return Span(words.reading.token_span(words.reading.words[first + 1]).start, span.end)
    return span


def _is_of_body(words: Words, index: int, refer: ReferringWords) -> bool:
    """Whether a noun for people is a part of somebody's body: "she shakes her head"."""
    if words.lemmas[index] not in refer.bodily or words.lower(index + 1) == "of":
        return False
    return refer.sort.get(words.lower(index - 1), "it") not in {"it", "they", "we"}


def _some_of_a_name(words: Words, name: Name, refer: ReferringWords) -> Nominal | None:
    """Part of a people: "some Republicans"."""
    start = name.start - 1
    if name.type != "NORP" or start < 0 or words.tags[name.end - 1] not in _MANY:
        return None
    if words.lowers[start] not in refer.some and words.pos[start] != "NUM":
        return None
    return Nominal(name.end - 1, words.reading.span(start, name.end), "GROUP", "some-people")


def _one_of_a_people(words: Words, name: Name, index: int) -> Nominal | None:
    """One person of a people: "the Italian"."""
    start = name.start - 1
    alone = (
        words.syntax.role(words.reading.words[index]) == "subject"
        and words.pos[min(name.end, len(words) - 1)] != "NOUN"
    )
    if name.type != "NORP" or start < 0 or words.lowers[start] not in {"a", "an", "the"} or not alone:
        return None
    if words.tags[name.end - 1] in _MANY or words.lowers[name.end - 1].endswith(("s", "sh", "ch", "ese")):
        return None
    return Nominal(name.end - 1, words.reading.span(start, name.end), "PERSON", "one-of-a-people")


def _means_a_thing(words: Words, index: int, kind: str) -> bool:
    """Whether a noun is no mere part of a saying ("on board", "take office"): bare nouns in the singular often are."""
    if (
        kind == "place"
        and words.lowers[index + 1 : index + 2] == ["of"]
        and words.tags[index + 2 : index + 3] == ["NN"]
    ):
        return False  # "a state of emergency"
    if kind == "people" or words.tags[index] in _MANY:
        return True
    syntax, token = words.syntax, words.reading.words[index]
    if kind == "person" and (syntax.role(token) not in {"object", "oblique"} or words.pos[index] == "PROPN"):
        return True
    if syntax.determiner(token) or syntax.possessor(token) or syntax.compounds(token) or syntax.adjectives(token):
        return True
    return words.sentence(index) == 0 or syntax.role(token) == "subject"


def _type(words: Words, index: int, kind: str, refer: ReferringWords) -> str:
    if kind == "person" and words.tags[index] in _MANY:
        return "GROUP"
    if kind == "place" and words.lemmas[index] in refer.state_like:
        return "GPE"
    return _TYPES[kind]


def pronouns(words: Words, refer: ReferringWords) -> Iterator[Nominal]:
    """Personal, possessive, reflexive and relative pronouns, but for an "it" that means nothing."""
    syntax, tokens = words.syntax, words.reading.words
    known = refer.sort.keys() | refer.relative
    for index in [i for i, lower in enumerate(words.lowers) if lower in known]:
        lower = words.lowers[index]
        if lower in refer.relative:
            if syntax.is_relative_word(tokens[index]):
                yield Nominal(index, words.reading.token_span(tokens[index]), "", "relative")
        elif words.texts[index] != "US" and not (lower == "it" and _means_nothing(words, index, refer)):
            yield Nominal(index, words.reading.token_span(tokens[index]), "", "pronoun")


def _means_nothing(words: Words, index: int, refer: ReferringWords) -> bool:
    """Whether "it" only fills a place: "it is likely that", "it seems", "it was Venn who", "made it hard to"."""
    syntax, token = words.syntax, words.reading.words[index]
    if syntax.role(token) == "expletive" or words.pos[min(index + 1, len(words) - 1)] == "ADJ":
        return True
    verb = syntax.head(token)
    if verb is None or verb.i < index:
        return False
    if words.lemmas[verb.i] in refer.empty:
        return True
    if syntax.is_copular(verb) and (words.pos[verb.i] == "PROPN" or syntax.relative_clauses(verb)):
        return True
    later = words.lowers[verb.i + 1 : verb.i + 3]
    return words.pos[verb.i] in {"ADJ", "NOUN"} and not refer.opens_clause.isdisjoint(later)
