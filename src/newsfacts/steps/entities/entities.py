"""Puts the mentions of one thing together: names, descriptions and pronouns, each link by a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from attrs import frozen

from newsfacts import Entity, Extractor, Kinds, Mention, Quotation, Reading, Span
from newsfacts.steps.entities.callings import Callings, Nouns
from newsfacts.steps.entities.chains import Chain, Chains, Item, Link, items_of
from newsfacts.steps.entities.describing import Descriptions
from newsfacts.steps.entities.lists import NameLists, name_lists
from newsfacts.steps.entities.nominals import noun_kinds, referring_words
from newsfacts.steps.entities.pronouns import Pronouns
from newsfacts.steps.entities.quoting import quotes_of
from newsfacts.steps.entities.same_names import link_names
from newsfacts.steps.entities.words import Words

_SHORT = 4  # letters of capitals that may be initials; longer ones are capitals of a dateline or a headline


@frozen
class Entities(Extractor):
    """People, organisations, places and groups, each with all its mentions."""

    name: ClassVar[str] = "entities"
    needs: ClassVar[Kinds] = frozenset({Mention})
    uses: ClassVar[Kinds] = frozenset({Quotation})
    gives: ClassVar[Kinds] = frozenset({Entity})
    reads: ClassVar[frozenset[str]] = frozenset({"dep", "lemma", "pos", "tag"})

    def extract(self, reading: Reading) -> Iterable[Entity]:
        """Give the entities in the order of their first mention; a pronoun alone makes none."""
        words, lists = Words.of(reading), name_lists(reading.lexicons)
        refer = referring_words(reading.lexicons)
        items, chains = items_of(words, reading.all(Mention), lists), Chains()
        link_names((item for item in items if item.form == "NAM"), chains, words, lists)
        quotes = {index: quote for quote in quotes_of(reading, words, lists) for index in range(quote.start, quote.end)}
        callings = Callings(words, lists, Nouns.of(reading.lexicons), noun_kinds(reading.lexicons))
        descriptions = Descriptions(chains, callings, refer, quotes)
        descriptions.note_names()
        pronouns = Pronouns(words, chains, lists, refer, items, quotes=quotes)
        for item in items:
            if item.form == "NOM":
                descriptions.link(item)
            elif item.form == "PRO":
                pronouns.link(item)
        for item in items:
            if item.form == "PRO":
                pronouns.link_speaker(item)
        return [_entity(chain, words, lists) for chain in chains.all()]


def _entity(chain: Chain, words: Words, lists: NameLists) -> Entity:
    links = chain.links
    if len(links) > 1:
        links = sorted(links, key=lambda link: (link[0].start, -link[0].end))
    main = _fullest([item for item, _ in links], chain)
    name = main.text
    return Entity(
        span=main.mention.span,
        type=chain.type,
        name=name.removeprefix("the ") if main.form == "NAM" else name,
        titles=tuple(_titles(links, words, lists)) if chain.type == "PERSON" else (),
        mentions=tuple(item.mention.ref for item, _ in links),
        links=tuple(rule for _, rule in links),
        country=_country([item for item, _ in links], words, lists)
        if main.form == "NAM"
        else _of_phrase(main, words, lists),
        rule="named" if main.form == "NAM" else "described",
    )


def _titles(links: list[Link], words: Words, lists: NameLists) -> Iterator[Span]:
    """The titles before and beside a person's names, each text once: "President", "general secretary"."""
    seen: set[str] = set()
    for item, rule in links:
        found = item.title
        if found is None and item.type == "PERSON" and rule in {"apposition", "descriptor"}:
            found = _title_of_phrase(item, words, lists)
        if found is not None and (text := words.string(*found).casefold()) not in seen:
            seen.add(text)
            yield words.reading.span(*found)


def _title_of_phrase(item: Item, words: Words, lists: NameLists) -> tuple[int, int] | None:
    """The title that describes somebody: "shadow transport secretary" of "the shadow transport secretary"."""
    start = item.head
    if words.lowers[item.head] not in lists.titles:
        return None
    while start > item.start and words.pos[start - 1] in {"ADJ", "NOUN", "PROPN"}:
        start -= 1
    return start, item.head + 1


def _fullest(items: list[Item], chain: Chain) -> Item:
    """The longest name, the first of several; else the first phrase."""
    names = [item for item in items if item.form == "NAM"]
    if not names:
        return next(item for item in items if item.form != "PRO")
    names = [item for item in names if not item.text.isupper() or len(item.text) <= _SHORT] or names
    if chain.type in {"GPE", "NORP"}:
        return names[0]
    return max(names, key=lambda item: (item.end - item.start, len(item.text), -item.start))


def _country(items: list[Item], words: Words, lists: NameLists) -> str | None:
    """The country that a name is listed with, or the one country that the name of an organisation names."""
    names = [item for item in items if item.form == "NAM"]
    for item in names:
        listed = lists.listed.get(item.text.removeprefix("the ")) or lists.listed.get(item.text)
        if listed is not None and listed.type == item.type:
            return listed.country
    inner = {code for item in names if item.type in {"FAC", "ORG"} for code in _inner_countries(item, words, lists)}
    return inner.pop() if len(inner) == 1 else None


def _inner_countries(item: Item, words: Words, lists: NameLists) -> Iterator[str]:
    """The countries named inside a name: "Bank of Italy", "U.S. Senate"; "Latin America" is none."""
    at = item.start
    while at < item.end:
        for size in (3, 2, 1):
            text = words.string(at, min(at + size, item.end))
            if text in lists.listed:
                found = lists.countries.find(text)
                many = words.tags[min(at + size, item.end) - 1] == "NNPS"  # "Cleveland Indians"
                if found is not None and found[1] in {"demonym", "name"} and not many and text not in lists.namesakes:
                    yield found[0].code
                at += size - 1
                break
        at += 1


def _of_phrase(item: Item, words: Words, lists: NameLists) -> str | None:
    """The country whose people without a name are: "Estonia's president", "the king of Norway"."""
    if item.type not in {"GROUP", "ORG", "PERSON"}:
        return None
    after = item.end + 1 + (words.lower(item.end + 1) == "the") if words.lower(item.end) == "of" else None
    indices = (*range(item.start, item.end), *([after] if after is not None and after < len(words) else []))
    capitals = (words.texts[index] for index in indices if index != item.head and words.texts[index][0].isupper())
    return next((code for text in capitals if (code := lists.countries.code(text)) is not None), None)
