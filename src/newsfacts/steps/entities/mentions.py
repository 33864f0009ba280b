"""Finds what the article mentions: names with one type each, noun phrases, and pronouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar, Literal

from attrs import frozen

from newsfacts import Block, Byline, Credit, Dateline, Extractor, Kinds, Mention, Reading, Span
from newsfacts.steps.entities.cleaning import Name
from newsfacts.steps.entities.kinds import typed
from newsfacts.steps.entities.lists import NameLists, name_lists
from newsfacts.steps.entities.names import names_of
from newsfacts.steps.entities.nominals import nominals, noun_kinds, pronouns, referring_words, the_aged
from newsfacts.steps.entities.people import title_range
from newsfacts.steps.entities.words import Words

_ASIDE = frozenset({"byline", "credit"})  # where roles describe authors: "Transport correspondent"


@frozen
class Mentions(Extractor):
    """Names, noun phrases and pronouns that mention something."""

    name: ClassVar[str] = "mentions"
    uses: ClassVar[Kinds] = frozenset({Block, Byline, Credit, Dateline})
    gives: ClassVar[Kinds] = frozenset({Mention})
    reads: ClassVar[frozenset[str]] = frozenset({"dep", "ent", "lemma", "pos", "sents", "tag"})

    def extract(self, reading: Reading) -> Iterable[Mention]:
        """Give the mentions; no two have the same span."""
        words = Words.of(reading)
        lists, nouns = name_lists(reading.lexicons), noun_kinds(reading.lexicons)
        refer = referring_words(reading.lexicons)
        names = typed(names_of(reading, words, lists), words, lists, nouns)
        found = list(_named(names, words, lists))
        taken = {mention.span for mention in found}
        heads = {mention.head.start for mention in found if mention.rule == "government-of"}
        asides = [block.span for block in reading.all(Block) if block.role in _ASIDE]
        inside = {index: name for name in names for index in range(name.start, name.end)}
        for nominal in (
            *nominals(words, inside, set(_titles(names, words, lists)), nouns, refer),
            *the_aged(words),
            *pronouns(words, refer),
        ):
            head = reading.token_span(reading.words[nominal.head])
            if (
                nominal.span not in taken
                and head.start not in heads
                and not any(each.covers(nominal.span) for each in asides)
            ):
                taken.add(nominal.span)
                form: Literal["NOM", "PRO"] = "PRO" if nominal.rule in {"pronoun", "relative"} else "NOM"
                found.append(Mention(span=nominal.span, head=head, form=form, type=nominal.type, rule=nominal.rule))
        return found


def _named(names: list[Name], words: Words, lists: NameLists) -> Iterator[Mention]:
    """The names as mentions, and the longer names made with them."""
    reading = words.reading
    starts = {name.start for name in names}
    for name in names:
        span = reading.span(name.start, name.end)
        yield Mention(span=span, head=_head(name, words, lists), form="NAM", type=name.type, rule=name.rule)
        if name.end in starts:
            continue
        if name.type == "PERSON" and words.lower(name.end) in lists.governments:
            whole, head = reading.span(name.start, name.end + 1), reading.span(name.end, name.end + 1)
            yield Mention(span=whole, head=head, form="NAM", type="ORG", rule="government-of")
        if name.type in {"GPE", "LOC"} and words.lower(name.start - 1) in lists.directions and name.start > 0:
            whole = reading.span(name.start - 1, name.end)
            yield Mention(span=whole, head=_head(name, words, lists), form="NAM", type="LOC", rule="part-of-place")


def _titles(names: list[Name], words: Words, lists: NameLists) -> Iterator[int]:
    """The capitalised words of titles: "Spokeswoman Sandy Angers", "Secretary of State Ann Lee"."""
    for name in names:
        before = words.text(name.start - 1)[:1].isupper() and words.pos[name.start - 1] == "PROPN"
        found = title_range(name.start, words, lists) if name.type == "PERSON" else None
        for index in range(*found) if found else (name.start - 1,) if before else ():
            if words.texts[index][0].isupper():
                yield index


def _head(name: Name, words: Words, lists: NameLists) -> Span:
    """The main word of a name: the surname, the word before "of", else the last word."""
    last = name.end - 1
    if name.type == "PERSON":
        while last > name.start and words.lowers[last] in lists.suffixes:
            last -= 1
    else:
        of = next((i for i in range(name.start + 1, name.end) if words.lowers[i] in {"of", "for", "in"}), None)
        last = of - 1 if of is not None else last
    return words.reading.span(last, last + 1)
