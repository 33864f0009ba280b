"""Where names stand: those of the language model, cleaned, and those that lists and patterns find."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve, frozen

from newsfacts.steps.entities.lists import Listed, NameLists
from newsfacts.steps.entities.words import Words

NAME_TYPES: Final = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
_EDGE_BEFORE: Final = frozenset({"and", "of", "in", "the", "a", "an", "'s", "’s", "&", "for", "to", "at", "by", "on"})
_EDGE_AFTER: Final = frozenset({"and", "of", "the", "for", "in", "at", "’", "'", "'s", "’s", "own", "to", "on", "by"})
_OUTLET: Final = re.compile(r"\b[A-Z][A-Za-z0-9-]+\.(?:[A-Z][a-z]{1,2}|com|org|net|news|info|ru|ua|az|uk|eu|tv|io)\b")


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

    def overlaps(self, other: Name) -> bool:
        """Tell whether two names share a word."""
        return self.start < other.end and other.start < self.end


def names_of(words: Words, lists: NameLists) -> list[Name]:
    """Give the names of a document in text order, none overlapping."""
    found = [
        *_outlets(words),
        *_from_lists(words, lists),
        *_titled(words, lists),
        *_ships(words, lists),
        *(name for raw in _from_model(words) for name in _cleaned(raw, words, lists)),
    ]
    return _repeated(_joined(_best(found, words), words, lists), words, lists)


# --- what finds names
def _from_model(words: Words) -> Iterator[Name]:
    for ent in words.reading.doc.ents:
        if ent.label_ in NAME_TYPES:
            yield Name(ent.start, ent.end, ent.label_, "model")


def _from_lists(words: Words, lists: NameLists) -> Iterator[Name]:
    """Names of the lists, the longest at each place; words of two meanings only where nothing speaks against it."""
    text, starts, ends_at = words.reading.text, words.reading.parsed.starts, words.ends_at
    end = 0
    for index, word in enumerate(words.texts):
        if index < end or len(word) < 2:
            continue
        at = starts[index]
        for name in lists.starts.get(text[at : at + 2], ()):
            if text.startswith(name, at) and (end_of := ends_at.get(at + len(name))) is not None:
                listed = lists.listed[name]
                if listed.firm or _stands_alone(words, index, end_of):
                    end = end_of
                    yield Name(index, end, listed.type, "list", listed)
                break


def _stands_alone(words: Words, start: int, end: int) -> bool:
    """Whether no other capitalised word touches a name, and its own capital is no matter of place."""
    before, after = words.text(start - 1), words.text(end)
    if start in words.opening_words and words.pos[start] != "PROPN":
        return False
    return not (before[:1].isupper() and start not in words.opening_words) and not after[:1].isupper()


def _outlets(words: Words) -> Iterator[Name]:
    """Outlets called after their site: "Caliber.Az"."""
    starts = {start: index for index, start in enumerate(words.reading.parsed.starts)}
    for match in _OUTLET.finditer(words.reading.text):
        first, end = starts.get(match.start()), words.ends_at.get(match.end())
        if first is not None and end is not None:
            yield Name(first, end, "ORG", "outlet")


def _titled(words: Words, lists: NameLists) -> Iterator[Name]:
    """Capitalised words after a form of address: "Ms Pugh"."""
    for index, lower in enumerate(words.lowers):
        if lower in lists.address and len(lower) > 1 and words.texts[index][0].isupper():
            end = _capitals(words, index + 1, lists)
            if end > index + 1 and words.lowers[index + 1] not in lists.titles:
                yield Name(index + 1, end, "PERSON", "titled")


def _ships(words: Words, lists: NameLists) -> Iterator[Name]:
    """Ships by the letters before their names: "USS Hopper"."""
    for index, text in enumerate(words.texts):
        if text in lists.ships and (end := _capitals(words, index + 1, lists)) > index + 1:
            yield Name(index, end, "PRODUCT", "ship")


def _capitals(words: Words, index: int, lists: NameLists) -> int:
    """Where a run of capitalised words ends; days and months are none of it."""
    while (
        words.text(index)[:1].isupper()
        and words.texts[index] not in lists.calendar
        and words.texts[index].isalpha()
        and words.pos[index] in {"PROPN", "NOUN", "ADJ"}
    ):
        index += 1
    return index


# --- cleaning
def _cleaned(name: Name, words: Words, lists: NameLists) -> Iterator[Name]:
    """The name without line breaks, edge words and titles; two names where "and" joins people."""
    for part in _lines(name, words):
        trimmed = _trimmed(part, words, lists)
        if trimmed is None or _is_no_name(trimmed, words, lists):
            continue
        if words.lowers[trimmed.start] in lists.address and len(trimmed) > 1:
            trimmed = evolve(trimmed, type="PERSON")
        if trimmed.type != "PERSON":
            yield trimmed
            continue
        for person in _apart(trimmed, words):
            untitled = without_titles(person, words, lists)
            if untitled is not None:
                yield untitled


def _is_no_name(name: Name, words: Words, lists: NameLists) -> bool:
    """Whether there are only titles, degrees, single letters or numbers."""
    texts, lowers = words.texts[name.start : name.end], words.lowers[name.start : name.end]
    if all(
        lower in lists.titles or lower in lists.before_titles or lower.rstrip("s") in lists.titles for lower in lowers
    ):
        return True
    if len(texts) == 1:
        return texts[0] in lists.degrees or (len(texts[0]) == 1) or lowers[0] in lists.directions
    return not any(
        text[0].isupper() and text[-1].isalpha() and len(text) > 1
        for text in texts
        if text not in {"BC", "BCE", "AD", "CE"}
    )


def _lines(name: Name, words: Words) -> Iterator[Name]:
    start = name.start
    for index in range(name.start, name.end):
        if "\n" in words.texts[index]:
            if index > start:
                yield evolve(name, start=start, end=index)
            start = index + 1
    if start < name.end:
        yield evolve(name, start=start)


def _trimmed(name: Name, words: Words, lists: NameLists) -> Name | None:
    start, end = name.start, name.end
    while start < end and (words.lowers[start] in _EDGE_BEFORE or not words.texts[start][0].isalnum()):
        start += 1
    while start < end and (words.lowers[end - 1] in _EDGE_AFTER or not words.texts[end - 1][-1].isalnum()):
        if words.texts[end - 1][-1:] == "." and len(words.texts[end - 1]) > 1:
            break
        end -= 1
    while end - start > 1 and _belongs_to_title(end - 1, words, lists):
        end -= 1
    if start >= end or not any(char.isupper() for word in words.texts[start:end] for char in word):
        return None
    return evolve(name, start=start, end=end)


def _belongs_to_title(index: int, words: Words, lists: NameLists) -> bool:
    """Whether a last word is a day, or goes with a title after the name: "the White House | Press Secretary"."""
    if words.texts[index] in lists.calendar:
        return True
    title = words.lower(index + 1) in lists.titles and words.text(index + 1)[0].isupper()
    return title and (words.lowers[index] in lists.before_titles or words.lowers[index] == "press")


def _apart(name: Name, words: Words) -> Iterator[Name]:
    """Two people joined by "and", or by a comma that the model took in."""
    cuts = [i for i in range(name.start, name.end) if words.lowers[i] in {"and", ",", "&"}]
    start = name.start
    for cut in (*cuts, name.end):
        if start < cut and words.texts[start][0].isupper():
            yield evolve(name, start=start, end=cut)
        start = cut + 1


def without_titles(name: Name, words: Words, lists: NameLists) -> Name | None:
    """The name of a person without the titles before it; None where nothing else is left."""
    start = name.start
    while start < name.end and is_title_word(words.lowers[start], lists):
        start += 3 if words.lowers[start + 1 : start + 3] == ["of", "state"] else 1
    if words.lowers[start : start + 1] == ["state"] and words.lower(start - 1) == "of":
        start += 1
    return evolve(name, start=start) if start < name.end else None


def is_title_word(lower: str, lists: NameLists) -> bool:
    """Tell whether a word can stand in the title before a name."""
    return lower in lists.titles or lower in lists.address


# --- choosing and completing
def _best(found: Iterable[Name], words: Words) -> list[Name]:
    """The best names that do not overlap: outlets, then longer ones, then those of the lists."""

    def rank(name: Name) -> tuple[bool, int, bool, int]:
        return (name.rule != "outlet", -len(name), name.rule != "list", name.start)

    taken: set[int] = set()
    chosen = []
    for name in sorted(found, key=rank):
        if not taken.intersection(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            chosen.append(name)
    return sorted(chosen, key=lambda name: name.start)


def _joined(names: list[Name], words: Words, lists: NameLists) -> list[Name]:
    """Names completed by a capitalised telling word right after them: "Toyota" + "Corporation"."""
    joined: list[Name] = []
    for name in names:
        end = name.end
        if (
            name.type in {"ORG", "PERSON", "GPE", "LOC"}
            and words.text(end) in lists.telling
            and end not in words.opening_words
        ):
            free = name is names[-1] or names[names.index(name) + 1].start > end
            kind = lists.telling[words.texts[end]]
            if free and name.rule == "model":
                name = evolve(name, end=end + 1, type=kind, rule="telling-word")
        if name.type == "PRODUCT" and name.listed is not None:
            name = evolve(name, end=_model_end(name, words))
        joined.append(name)
    return joined


def _model_end(name: Name, words: Words) -> int:
    """Where the name of a product ends that goes on with its model: "iPhone 4", "iPod Touch"."""
    end = name.end
    if (
        words.text(end)[:1].isdigit()
        and words.pos[end] in {"NUM", "PROPN"}
        and words.pos[min(end + 1, len(words) - 1)] != "NOUN"
    ):
        return end + 1
    follows = words.text(end)[:1].isupper() and words.text(end).isalpha() and end not in words.opening_words
    return end + 1 if follows and words.pos[end] == "PROPN" else end


def _repeated(names: list[Name], words: Words, lists: NameLists) -> list[Name]:
    """The names, and the same words where they stand unmarked elsewhere."""
    by_first = _known_by_first_word(names, words, lists)
    taken = {index for name in names for index in range(name.start, name.end)}
    lower_case = {text for text in words.texts if text.islower()}
    added = []
    for index, text in enumerate(words.texts):
        if index in taken or text not in by_first:
            continue
        for name in by_first[text]:
            end = index + len(name)
            if words.texts[index:end] != words.texts[name.start : name.end] or not taken.isdisjoint(range(index, end)):
                continue
            if words.tags[index][:3] == "NNP" or index not in words.opening_words or text.lower() not in lower_case:
                added.append(evolve(name, start=index, end=end, rule="repeated"))
                taken.update(range(index, end))
                break
    return sorted([*names, *added], key=lambda name: name.start)


def _known_by_first_word(names: list[Name], words: Words, lists: NameLists) -> dict[str, list[Name]]:
    """The names to look for elsewhere, longer ones first: whole names, surnames, models of products."""
    known: dict[str, Name] = {}
    for name in names:
        if len(words.texts[name.start]) > 2 and name.type != "WORK_OF_ART":
            known.setdefault(words.string(name.start, name.end), name)
        last = name.end - 1
        if len(name) == 1 or len(words.texts[last]) < 3 or not words.texts[last][0].isalnum():
            continue
        surname = name.type == "PERSON" and words.texts[last][0].isupper() and words.lowers[last] not in lists.suffixes
        if surname or (name.type == "PRODUCT" and any(char.isdigit() for char in words.texts[last])):
            known.setdefault(words.texts[last], evolve(name, start=last, listed=None))
    by_first: dict[str, list[Name]] = {}
    for name in sorted(known.values(), key=len, reverse=True):
        by_first.setdefault(words.texts[name.start], []).append(name)
    return by_first
