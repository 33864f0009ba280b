"""Names of the language model without the words that do not belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from newsfacts.steps.entities.lists import Listed, NameLists
from newsfacts.steps.entities.people import HYPHENS, PARTICLES
from newsfacts.steps.entities.words import Words

_EDGE_BEFORE: Final = frozenset({"'s", "&", "a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "’s"})
_EDGE_AFTER: Final = frozenset({"'", "'s", "and", "at", "by", "for", "in", "of", "on", "own", "the", "to", "’", "’s"})
_NO_NAME_TAGS: Final = frozenset({"RB", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_PARTY: Final = re.compile(r"[A-Z]-[A-Z]")  # "D-N.M.", party and state
_SCORE: Final = re.compile(r" \d{1,2}[-–]\d{1,2}$")
_ERAS: Final = frozenset({"AD", "BC", "BCE", "CE"})


@frozen
class Name:
    """A name at a place: token range, type, and what found it."""

    start: int
    end: int
    type: str
    rule: str
    listed: Listed | None = None

    def __len__(self) -> int:
        return self.end - self.start

    def at(self, start: int, end: int) -> Name:
        """Give the name with another range."""
        if (start, end) == (self.start, self.end):
            return self
        return Name(start, end, self.type, self.rule, self.listed)


def cleaned(name: Name, words: Words, lists: NameLists) -> Iterator[Name]:
    """Give the name without line breaks, edge words and titles; two names where "and" joins people."""
    for part in _lines(name, words):
        trimmed = _trimmed(part, words, lists)
        if trimmed is None or _is_no_name(trimmed, words, lists):
            continue
        if (cut := _other_before_person(trimmed, words, lists)) is not None:
            listed = lists.listed[words.string(trimmed.start, cut)]
            yield Name(trimmed.start, cut, listed.type, trimmed.rule, listed)
            yield Name(cut, trimmed.end, "PERSON", trimmed.rule)
            continue
        if trimmed.type != "PERSON" and not _has_title(trimmed, words, lists):
            yield trimmed
            continue
        for person in _apart(trimmed, words):
            if (whole := person_in(person, words, lists)) is not None:
                yield whole


def person_in(name: Name, words: Words, lists: NameLists) -> Name | None:
    """Give the person of a name, without titles, honours and so on: "CEO | Ann Lee | of Orlo Bank", "Al Orr KC"."""
    start, end = _after_titles(name, words, lists), name.end
    while start < end and not words.texts[start][0].isalnum():
        start += 1
    start, end = _capital_run(start, end, words, lists)
    while end - start > 1 and (words.texts[end - 1] in lists.degrees or words.texts[end - 1] == ","):
        end -= 1
    if start >= end or all(lower in lists.suffixes for lower in words.lowers[start:end]):
        return None
    return Name(start, end, "PERSON", name.rule)


def _has_title(name: Name, words: Words, lists: NameLists) -> bool:
    """Whether a name that was taken for none of a person starts with a title: "Mr Orr", "CEO Linda Orr"."""
    if len(name) == 1:
        return False
    lower, text = words.lowers[name.start], words.texts[name.start + 1]
    return lower in lists.address or (lower in lists.titles and text in lists.given and text not in lists.listed)


def _capital_run(start: int, end: int, words: Words, lists: NameLists) -> tuple[int, int]:
    """The words of a person's name up to a small one that is no particle; those after it where only they are a name."""
    cut = next((i for i in range(start, end) if _is_small(i, words)), None)
    if cut is None:
        return start, end
    rest = _capital_run(cut + 1, end, words, lists)
    known = rest[0] < rest[1] and words.texts[rest[0]] in lists.given
    if known and (start == cut or words.texts[start] not in lists.given):
        return rest
    reigns = words.lowers[cut - 1] in lists.suffixes or words.texts[cut - 1].isdigit()
    return (start, end) if cut - start == 1 or reigns else (start, cut)  # "Duke of Orlo", "Karl II of Orlo" are whole


def _is_small(index: int, words: Words) -> bool:
    text = words.texts[index]
    part = text in PARTICLES or text == "the" or words.text(index - 1) in HYPHENS  # "Orlo the Elder", "Kim Su-il"
    return text.islower() and text.isalpha() and not part


def _other_before_person(name: Name, words: Words, lists: NameLists) -> int | None:
    """Where a person's name starts after a listed name that was taken with it: "Pentagon | Carla Gleason"."""
    texts = words.texts[name.start : name.end]
    for at in range(1, len(texts) - 1):
        rest = texts[at:]
        if rest[0] in lists.given and rest[0] not in lists.listed and texts[0] not in lists.given:
            listed = lists.listed.get(words.string(name.start, name.start + at))
            known = any(text in lists.telling or text in lists.listed for text in rest)
            return name.start + at if listed is not None and listed.firm and not known else None
    return None


def _lines(name: Name, words: Words) -> Iterator[Name]:
    if "\n" not in words.string(name.start, name.end):
        yield name
        return
    start = name.start
    for index in range(name.start, name.end):
        if "\n" in words.texts[index]:
            if index > start:
                yield name.at(start, index)
            start = index + 1
    if start < name.end:
        yield name.at(start, name.end)


def _trimmed(name: Name, words: Words, lists: NameLists) -> Name | None:
    start, end = name.start, name.end
    while start < end and (words.lowers[start] in _EDGE_BEFORE or not words.texts[start][0].isalnum()):
        start += 1
    while start < end and _ends_badly(end - 1, words):
        end -= 1
    joined = end - start > 2 and name.type != "PERSON" and words.texts[end - 2] in HYPHENS
    if joined and words.texts[end - 1].islower() and words.tags[end - 1][:3] != "NNP":
        end -= 2  # "Norwegian | -led"
    if end - start > 1 and words.texts[end - 1][-1].isdigit() and _SCORE.search(words.string(start, end)) is not None:
        end = _before_numbers(start, end, words)
    while end - start > 1 and _belongs_to_title(end - 1, words, lists):
        end -= 1
    if end - start == 2 and words.lowers[end - 1] == words.texts[end - 1] and words.texts[end - 1] in lists.governments:
        end -= 1
    while end - start > 2 and shouts(end - 1, words) and not shouts(start, words):
        end -= 1
    if start >= end or words.texts[start:end] == words.lowers[start:end]:
        return None
    return name.at(start, end)


def _before_numbers(start: int, end: int, words: Words) -> int:
    """Where a name ends before a score: "Hallam Rovers | 3-1"."""
    while end > start and not words.texts[end - 1][0].isalpha():
        end -= 1
    return end


def shouts(index: int, words: Words) -> bool:
    """Tell whether a word is in capitals for its weight: "Ann Lee | CLEARED"."""
    return words.texts[index].isupper() and len(words.texts[index]) > 4


def _ends_badly(index: int, words: Words) -> bool:
    """Whether a name cannot end in a word: "and", punctuation but for that of "Inc."."""
    text = words.texts[index]
    if len(text) > 1 and text[-1] == ".":
        return False
    return words.lowers[index] in _EDGE_AFTER or not text[-1].isalnum()


def _belongs_to_title(index: int, words: Words, lists: NameLists) -> bool:
    """Whether a last word is a day, or goes with a title after the name: "the White House | Press Secretary"."""
    if words.texts[index] in lists.calendar:
        return True
    title = words.lower(index + 1) in lists.titles and words.text(index + 1)[0].isupper()
    return title and (words.lowers[index] in lists.before_titles or words.lowers[index] == "press")


def _is_no_name(name: Name, words: Words, lists: NameLists) -> bool:
    """Whether there are only titles, degrees, single letters or numbers."""
    texts, lowers = words.texts[name.start : name.end], words.lowers[name.start : name.end]
    if all(_is_title(lower, lists) or lower in lists.before_titles for lower in lowers):
        return True
    if ("-" in texts[0] and _PARTY.match(texts[0]) is not None) or is_of_party(name.start, words):
        return True
    if len(texts) > 1 and len(texts[0]) == 1 and texts[1][0] in HYPHENS and name.start not in words.opening_words:
        return True  # "(D-Cleveland)"
    if all(text in lists.calendar for text in texts):
        return True
    if len(texts) == 1:
        opens = name.start in words.opening_words and texts[0] not in lists.listed
        if opens and words.tags[name.start] in _NO_NAME_TAGS:
            return True
        if (
            opens
            and texts[0] in lists.telling
            and words.texts[name.end : name.end + 1] == words.lowers[name.end : name.end + 1]
        ):
            return words.pos[min(name.end, len(words) - 1)] == "NOUN"  # "Port operator Meridian"
        return len(texts[0]) == 1 or texts[0] in lists.degrees or lowers[0] in lists.directions
    return not any(len(text) > 1 and text[0].isupper() and text not in _ERAS for text in texts)


def is_of_party(index: int, words: Words) -> bool:
    """Tell whether a word is the place of a member of a party: "Lima" in "Rep. Ann Lee (R-Lima)"."""
    before = words.text(index - 1)
    if before in HYPHENS:
        before = words.text(index - 2) + before
    return len(before) == 2 and before[0].isupper() and before[1] in HYPHENS


def _is_title(lower: str, lists: NameLists) -> bool:
    return lower in lists.titles or lower in lists.address or lower.removesuffix("s") in lists.titles


def _apart(name: Name, words: Words) -> Iterator[Name]:
    """Two people joined by "and", or by a comma that the model took in."""
    start = name.start
    for cut in (*(i for i in range(name.start, name.end) if words.lowers[i] in {"and", ",", "&"}), name.end):
        if start < cut and (words.texts[start][0].isupper() or words.texts[start] in PARTICLES):
            yield name.at(start, cut)
        start = cut + 1


def _is_role(index: int, end: int, words: Words, lists: NameLists) -> bool:
    """Whether a word of a person's name is none of it: "President", "Special Advisor | Thames"."""
    lower, text = words.lowers[index], words.texts[index]
    if lower in lists.titles or lower in lists.address:
        return True
    if lower in lists.before_titles and index + 2 < end:
        return words.lowers[index + 1] in lists.nouns or words.lowers[index + 1] in lists.titles
    return index + 1 < end and lower in lists.nouns and text not in lists.given


def _after_titles(name: Name, words: Words, lists: NameLists) -> int:
    """Where a name starts without the titles before it."""
    start = name.start
    if len(name) > 1 and words.texts[name.end - 1] in lists.telling:
        return start  # "Justice Party"
    if words.texts[start] in lists.by_word or lists.countries.find(words.texts[start]) is not None:
        titles = [i for i in range(start + 1, name.end - 1) if words.lowers[i] in lists.titles]
        if titles and (words.texts[start] not in lists.given or titles[0] == start + 1):
            start = titles[-1] + 1  # "Virginia Attorney General | Ann Orr"
    while start < name.end and _is_role(start, name.end, words, lists):
        start += 3 if words.lowers[start + 1 : start + 3] == ["of", "state"] else 1
    if start < name.end and words.lowers[start] == "of" and words.lower(start + 1) != "state":
        return name.start if words.lower(start - 1) in lists.address else start + 1  # "Duke of Orlo"
    if words.lower(start) == "state" and words.lower(start - 1) == "of":
        start += 1
    return start
