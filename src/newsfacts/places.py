"""Countries and languages: codes, names, people, capitals and cities, and the words that stand for governments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from attrs import frozen

from newsfacts.lexicons import Lexicons

CountryWord = Literal["name", "demonym", "capital", "metonym", "place"]


@frozen(kw_only=True)
class Country:
    """One country or territory, with the words that name it.

    `code` is its ISO 3166-1 alpha-2 code; `demonyms` are adjectives and names of the people ("British", "Britons");
    `metonyms` stand for the government ("the Kremlin", kept without the article).
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()

    def words(self) -> Iterator[tuple[str, CountryWord]]:
        """Give each word for the country with what it is."""
        yield from ((word, "name") for word in (self.name, *self.aliases))
        yield from ((word, "demonym") for word in self.demonyms)
        yield from ((word, "capital") for word in self.capitals)
        yield from ((word, "metonym") for word in self.metonyms)


@frozen
class Countries:
    """All countries, found by any of their words, or by a city or region of theirs.

    >>> from newsfacts.lexicons import Lexicons
    >>> known = countries(Lexicons())
    >>> known.by_code["GB"].name, known.code("British"), known.code("the Kremlin"), known.code("Gotham")
    ('United Kingdom', 'GB', 'RU', None)
    """

    by_code: Mapping[str, Country]
    by_name: Mapping[str, Country]
    by_word: Mapping[str, tuple[Country, CountryWord]]

    @staticmethod
    def of(members: Iterable[Country], places: Iterable[tuple[str, ...]] = ()) -> Countries:
        """Make the look-up tables of some countries and of places by code; of two with one word the first has it.

        A word that is several things is the first of: a name, a demonym, a capital, a metonym, a place.
        """
        tables: dict[CountryWord, dict[str, Country]] = {"name": {}, "demonym": {}, "capital": {}, "metonym": {}}
        by_code = {country.code: country for country in members}
        for country in by_code.values():
            for word, sort in country.words():
                tables[sort].setdefault(word, country)
        tables["place"] = {name: by_code[code] for name, code in places if code in by_code}
        by_word: dict[str, tuple[Country, CountryWord]] = {}
        for sort, table in tables.items():
            for word, country in table.items():
                by_word.setdefault(word, (country, sort))
        return Countries(by_code, tables["name"], by_word)

    def find(self, words: str) -> tuple[Country, CountryWord] | None:
        """Give the country that some words name, and whether as name, demonym, capital, metonym or place.

        A leading "the" does not matter; case does.

        >>> from newsfacts.lexicons import Lexicons
        >>> country, sort = countries(Lexicons()).find("Kyiv")
        >>> country.code, sort
        ('UA', 'capital')
        """
        found = self.by_word.get(words)
        if found is None and words[:4] in {"the ", "The "}:
            return self.by_word.get(words[4:])
        return found

    def code(self, words: str) -> str | None:
        """Give the code of the country that some words name, or None."""
        found = self.find(words)
        return found[0].code if found else None


def countries(lexicons: Lexicons) -> Countries:
    """Give all countries of the lexicon "countries", with the cities and regions of "places" (read once)."""
    return lexicons.compiled(
        countries, lambda: Countries.of(map(_country, lexicons.rows("countries")), lexicons.rows("places"))
    )


def _country(row: tuple[str, ...]) -> Country:
    code, name, *lists = row
    aliases, demonyms, capitals, metonyms = (tuple(filter(None, words.split("|"))) for words in lists)
    return Country(code=code, name=name, aliases=aliases, demonyms=demonyms, capitals=capitals, metonyms=metonyms)


@frozen(kw_only=True)
class Language:
    """One language: its ISO 639-1 code, its names, and the codes of the countries where it is official."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


def languages(lexicons: Lexicons) -> Mapping[str, Language]:
    """Give the languages of the lexicon "languages" by each of their names (read once for these lexicons).

    >>> from newsfacts.lexicons import Lexicons
    >>> farsi = languages(Lexicons())["Farsi"]
    >>> farsi.code, farsi.name, farsi.countries
    ('fa', 'Persian', ('AF', 'IR'))
    """
    return lexicons.compiled(languages, lambda: dict(_languages(lexicons.rows("languages"))))


def _languages(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, Language]]:
    for code, name, *lists in rows:
        aliases, spoken = (tuple(filter(None, words.split("|"))) for words in lists)
        language = Language(code=code, name=name, aliases=aliases, countries=spoken)
        yield from ((word, language) for word in (name, *aliases))
