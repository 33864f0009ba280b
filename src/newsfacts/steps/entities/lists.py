"""The word lists of names, made ready for look-up: listed names, given names, titles, telling words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from newsfacts import Lexicons
from newsfacts.places import Countries, Language, countries, languages


@frozen
class Listed:
    """A name that the lists know: its type, the country it stands for, and the name it is another form of."""

    type: str
    name: str
    country: str | None = None
    firm: bool = True


@frozen(eq=False)
class NameLists:
    """All lists about names."""

    listed: Mapping[str, Listed]
    by_word: Mapping[str, tuple[str, ...]]
    countries: Countries
    languages: Mapping[str, Language]
    given: Mapping[str, str]
    family_first: frozenset[str]
    family_or_given: frozenset[str]
    genders: Mapping[str, str]
    titles: frozenset[str]
    address: frozenset[str]
    before_titles: frozenset[str]
    suffixes: frozenset[str]
    under: frozenset[str]
    telling: Mapping[str, str]
    telling_first: Mapping[str, str]
    weapons: frozenset[str]
    governments: frozenset[str]
    directions: frozenset[str]
    ships: frozenset[str]
    degrees: frozenset[str]
    speech: frozenset[str]
    calendar: frozenset[str]
    outlets: frozenset[str]
    beside_place: frozenset[str]
    place_of: frozenset[str]
    outlet_nouns: frozenset[str]
    nouns: frozenset[str]
    organisations: frozenset[str]
    of_firm: frozenset[str]
    of_language: frozenset[str]
    spoken: frozenset[str]
    roles: frozenset[str]
    openers: frozenset[str]
    namesakes: frozenset[str]


def name_lists(lexicons: Lexicons) -> NameLists:
    """Give the lists about names (made once for these lexicons)."""
    return lexicons.compiled(name_lists, lambda: _name_lists(lexicons))


def _name_lists(lexicons: Lexicons) -> NameLists:
    known = countries(lexicons)
    listed = dict(_listed(lexicons, known))
    male, female, neutral = (lexicons.words("titles", key) for key in ("male", "female", "neutral"))
    by_word: dict[str, list[str]] = {}
    for name in sorted(listed, key=len, reverse=True):
        for word in _first_words(name):
            by_word.setdefault(word, []).append(name)
    telling: dict[str, str] = {}
    for kind, key in (
        ("FAC", "facility"),
        ("LOC", "location"),
        ("EVENT", "event"),
        ("LAW", "law"),
        ("GPE", "empire"),
        ("GPE", "region"),
    ):
        telling |= dict.fromkeys(lexicons.words("name_words", key), kind)
    telling |= dict.fromkeys(lexicons.words("name_words", "organisation"), "ORG")
    return NameLists(
        listed=listed,
        by_word={word: tuple(names) for word, names in by_word.items()},
        countries=known,
        languages=languages(lexicons),
        given={row[0]: row[1] for row in lexicons.rows("person_names")},
        family_first=lexicons.words("name_words", "family_first"),
        family_or_given=lexicons.words("name_words", "family_or_given"),
        genders=dict.fromkeys(male, "m") | dict.fromkeys(female, "f"),
        titles=lexicons.words("titles", "words"),
        address=male | female | neutral,
        before_titles=lexicons.words("titles", "before"),
        suffixes=lexicons.words("titles", "suffixes"),
        under=lexicons.words("titles", "under"),
        telling=telling,
        telling_first=dict.fromkeys(lexicons.words("name_words", "storm"), "EVENT")
        | dict.fromkeys(lexicons.words("name_words", "county"), "GPE"),
        weapons=lexicons.words("name_words", "weapon"),
        governments=lexicons.words("name_words", "government"),
        directions=lexicons.words("name_words", "direction"),
        ships=lexicons.words("name_words", "ship"),
        degrees=lexicons.words("name_words", "degree"),
        speech=lexicons.words("name_words", "speech"),
        calendar=lexicons.words("name_words", "calendar"),
        outlets=lexicons.words("name_words", "outlet"),
        beside_place=lexicons.words("name_words", "beside_place"),
        place_of=lexicons.words("name_words", "place_of"),
        outlet_nouns=lexicons.words("name_words", "outlet_noun"),
        nouns=lexicons.words("entity_nouns", "person"),
        organisations=lexicons.words("entity_nouns", "organisation") | lexicons.words("name_words", "outlet_noun"),
        of_firm=lexicons.words("name_words", "of_firm"),
        of_language=lexicons.words("name_words", "of_language"),
        spoken=lexicons.words("name_words", "spoken"),
        roles=frozenset(row[0] for row in lexicons.rows("person_nouns")),
        openers=lexicons.words("name_words", "opener"),
        namesakes=lexicons.words("name_words", "namesake"),
    )


def _first_words(name: str) -> Iterator[str]:
    """What the first word of a name may be, however a tokenizer cuts it: "9", "9/" and "9/11" of "9/11"."""
    for end in range(1, len(name) + 1):
        if end == len(name) or not name[end - 1 : end + 1].isalnum():
            yield name[:end]


def _listed(lexicons: Lexicons, known: Countries) -> Iterator[tuple[str, Listed]]:
    unsure = lexicons.words("name_words", "ambiguous")
    types = {"name": "GPE", "capital": "GPE", "demonym": "NORP", "metonym": "ORG"}
    for country in known.by_code.values():
        for word, sort in country.words():
            if known.code(word) == country.code:
                name = country.name if sort == "name" else word
                yield word, Listed(types[sort], name, country.code, firm=word not in unsure)
    for kind, name, others, code in lexicons.rows("known_names"):
        for word in (name, *filter(None, others.split("|"))):
            found = known.code(word) if kind in {"ORG", "GPE"} else None
            yield word, Listed(kind, name, code or found, firm=word not in unsure)
    for word, language in languages(lexicons).items():
        if word not in unsure and known.code(word) is None:
            yield word, Listed("NORP", language.name, firm=False)
