"""Where names stand: those of the language model, cleaned, and those that lists and patterns find."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from attrs import evolve

from newsfacts import Reading
from newsfacts.steps.entities.cleaning import Name, cleaned, is_of_party, shouts
from newsfacts.steps.entities.lists import NameLists
from newsfacts.steps.entities.page import names_on_page
from newsfacts.steps.entities.people import HYPHENS
from newsfacts.steps.entities.words import Words

NAME_TYPES: Final = frozenset({"EVENT", "FAC", "GPE", "LAW", "LOC", "NORP", "ORG", "PERSON", "PRODUCT", "WORK_OF_ART"})
_OUTLET: Final = re.compile(r"\b[A-Z][A-Za-z0-9-]+\.(?:[A-Z][a-z]{1,2}|com|org|net|news|info|ru|ua|az|uk|eu|tv|io)\b")
_AMOUNTS: Final = frozenset({"%", "billion", "hundred", "million", "percent", "thousand", "times"})
_TO_TELLING: Final = 3
_NAME_TAGS: Final = frozenset({"ADJ", "NOUN", "PROPN"})


def names_of(reading: Reading, words: Words, lists: NameLists) -> list[Name]:
    """Give the names of a document in text order, none overlapping."""
    patterns = (_from_lists, _titled, _ships, _storms, _papers, _firms, _with_given_names, _beside_nouns)
    found = [*names_on_page(reading, words, lists), *_outlets(words, lists)]
    for pattern in patterns:
        found.extend(pattern(words, lists))
    for ent in reading.doc.ents:
        if ent.label_ in NAME_TYPES:
            found.extend(cleaned(Name(ent.start, ent.end, ent.label_, "model"), words, lists))
    names = _without_plain_words(_best(found), words, lists)
    return _repeated(_completed(names, words, lists), words, lists)


# --- what finds names
def _from_lists(words: Words, lists: NameLists) -> Iterator[Name]:
    """Names of the lists, the longest at each place; words of two meanings only where nothing speaks against it."""
    text, starts, ends_at, by_word = words.reading.text, words.reading.parsed.starts, words.ends_at, lists.by_word
    end = 0
    for index in [i for i, word in enumerate(words.texts) if word in by_word]:
        if index < end:
            continue
        at = starts[index]
        for name in by_word[words.texts[index]]:
            if (
                text.startswith(name, at)
                and not is_of_party(index, words)
                and (end_of := ends_at.get(at + len(name))) is not None
            ):
                listed = lists.listed[name]
                if listed.firm or _stands_alone(words, index, end_of):
                    end = end_of
                    yield Name(index, end, listed.type, "list", listed)
                break


def _stands_alone(words: Words, start: int, end: int) -> bool:
    """Whether no other capitalised word touches a name, and its own capital is no matter of place."""
    if start in words.opening_words and words.pos[start] != "PROPN":
        return False
    before, after = words.text(start - 1), words.text(end)
    return not (before[:1].isupper() and start not in words.opening_words) and not after[:1].isupper()


def _outlets(words: Words, lists: NameLists) -> Iterator[Name]:
    """Outlets called after their site: "Caliber.Az"; in "the Council.In June" only a blank is missing."""
    for match in _OUTLET.finditer(words.reading.text):
        first = words.starts_at.get(match.start())
        end = words.ends_at.get(match.end())
        last = match[0].rpartition(".")[2]
        if first is not None and end is not None and not (last[0].isupper() and last.lower() in lists.openers):
            yield Name(first, end, "ORG", "outlet")


def _titled(words: Words, lists: NameLists) -> Iterator[Name]:
    """Capitalised words after a form of address: "Ms Pugh"."""
    for index in [i for i in words.capitals if words.lowers[i] in lists.address]:
        if len(words.texts[index]) > 1:
            end = _capitals(words, index + 1, lists)
            if end > index + 1 and words.lowers[index + 1] not in lists.titles:
                yield Name(index + 1, end, "PERSON", "titled")


def _ships(words: Words, lists: NameLists) -> Iterator[Name]:
    """Ships by the letters before their names: "USS Hopper"."""
    for index in [i for i in words.capitals if words.texts[i] in lists.ships]:
        if (end := _capitals(words, index + 1, lists)) > index + 1:
            yield Name(index, end, "PRODUCT", "ship")


def _storms(words: Words, lists: NameLists) -> Iterator[Name]:
    """Storms and counties by the word before their names: "Cyclone Marisol"."""
    for index in [i for i in words.capitals if words.texts[i] in lists.telling_first]:
        after = words.text(index + 1)
        if (
            after.istitle()
            and words.tags[index + 1] == "NNP"
            and after not in lists.telling
            and index + 1 not in words.opening_words
        ):
            yield Name(index, index + 2, lists.telling_first[words.texts[index]], "telling-first")


def _papers(words: Words, lists: NameLists) -> Iterator[Name]:
    """Papers by the last word of their name: "The Sunday Ledger"."""
    for index in [i for i in words.capitals if words.texts[i] == "The"]:
        end = index + 1
        while end < len(words) and words.texts[end][0].isupper() and words.texts[end].isalpha():
            end += 1
        if index + 1 < end <= index + 5 and words.texts[end - 1] in lists.outlets:
            yield Name(index, end, "ORG", "paper")


def _firms(words: Words, lists: NameLists) -> Iterator[Name]:
    """Firms called after their partners: "Brandt & Hale"."""
    for index in [i for i, text in enumerate(words.texts) if text == "&" and i > 0]:
        end = min(_capitals(words, index + 1, lists), index + 4)
        pair = words.texts[index - 1], words.text(index + 1)
        if end == index + 1 or words.tags[index - 1] != "NNP" or all(text in lists.given for text in pair):
            continue
        if pair[0][0].isupper() and not any(text in lists.listed or text in lists.telling for text in pair):
            yield Name(index - 1, end, "ORG", "firm")


def _with_given_names(words: Words, lists: NameLists) -> Iterator[Name]:
    """A given name and the capitalised words after it, where no list knows them as something else: "Hugh Pettifer"."""
    for index in [i for i in words.capitals if words.texts[i] in lists.given]:
        end = min(_capitals(words, index + 1, lists), index + 4)
        rest = words.texts[index + 1 : end]
        if (
            not rest
            or words.texts[index] in lists.listed
            or any(_is_title(i, words, lists) for i in range(index + 1, end - 1))
            or end in words.opening_words
            or any(text in lists.listed or text in lists.telling for text in rest)
        ):
            continue
        if words.pos[index] == "PROPN" and not (
            words.text(index - 1)[:1].isupper() and index not in words.opening_words
        ):
            yield Name(index, end, "PERSON", "given-name")


def _is_title(index: int, words: Words, lists: NameLists) -> bool:
    return words.lowers[index] in lists.titles and words.lowers[index + 1] not in lists.suffixes  # "Luther King Jr"


def _beside_nouns(words: Words, lists: NameLists) -> Iterator[Name]:
    """Names that a noun beside them explains: "broadcaster NRT", "the tabloid Blic-Extra", "Commissioner Dray"."""
    for index in [i - 1 for i in words.capitals if i and words.tags[i] == "NNP"]:
        lower = words.lowers[index]
        if words.texts[index + 1] in lists.listed:
            continue
        if lower in lists.organisations and words.tags[index] == "NN" and words.texts[index] == lower:
            kind = "ORG"
        elif lower in lists.roles and words.texts[index][0].isupper() and words.texts[index] not in lists.listed:
            kind = "PERSON"
        else:
            continue
        end = index + 1
        while end < len(words) and _goes_on(end, words, lists):
            end += 1
        if end > index + 1 and words.texts[end - 1] not in lists.telling and _stops(end, words):
            yield Name(index + 1, end, kind, "beside-noun")


def _goes_on(index: int, words: Words, lists: NameLists) -> bool:
    text = words.texts[index]
    if text in HYPHENS:
        return words.tags[index - 1] == "NNP"
    return (
        words.tags[index] == "NNP"
        and text[0].isupper()
        and text not in lists.calendar
        and words.lowers[index] not in lists.titles
    )


def _stops(end: int, words: Words) -> bool:
    """Whether no more of a name seems to follow."""
    return not words.text(end)[:1].isupper() and words.text(end) not in HYPHENS


def _capitals(words: Words, index: int, lists: NameLists) -> int:
    """Where a run of capitalised words ends; days and months are none of it."""
    while index < len(words):
        text = words.texts[index]
        if (
            not (text[0].isupper() and text.isalpha() and words.pos[index] in _NAME_TAGS)
            or text in lists.calendar
            or text in lists.degrees
        ):
            break
        if shouts(index, words) and not words.text(index - 1).isupper():
            break
        index += 1
    return index


# --- choosing and completing
def _best(found: Iterable[Name]) -> list[Name]:
    """The best names that do not overlap: those of the page, outlets, then longer ones, then those of the lists."""

    def rank(name: Name) -> tuple[bool, bool, bool, int, bool, int]:
        last = name.rule == "beside-noun"
        return (last, name.rule != "page", name.rule != "outlet", -len(name), name.rule != "list", name.start)

    taken: set[int] = set()
    chosen = []
    for name in sorted(found, key=rank):
        if taken.isdisjoint(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            chosen.append(name)
    return sorted(chosen, key=lambda name: name.start)


def _without_plain_words(names: list[Name], words: Words, lists: NameLists) -> list[Name]:
    """The names without words that are capitals by place alone, as small letters elsewhere show: "Pipeline blast"."""
    small: set[str] | None = None
    elsewhere = {words.texts[n.start] for n in names if len(n) > 1 or n.start not in words.opening_words}
    kept = []
    for name in names:
        text = words.texts[name.start]
        if name.rule == "model" and len(name) == 1 and text not in lists.listed and text not in elsewhere:
            if small is None:
                pairs = zip(words.texts, words.tags, strict=True)
                small = {word for word, tag in pairs if tag in {"NN", "NNS"} and word.islower()}
            if name.start in words.opening_words and text.lower() in small:
                continue
        kept.append(name)
    return kept


def _completed(names: list[Name], words: Words, lists: NameLists) -> list[Name]:
    """Names with the telling word or the model right after them: "Toyota Corporation", "iPhone 4"."""
    taken = {index for name in names for index in range(name.start, name.end)}
    return [name if name.end in taken else _with_next_word(name, words, lists, taken) for name in names]


def _with_next_word(name: Name, words: Words, lists: NameLists, taken: AbstractSet[int]) -> Name:
    end = name.end
    if name.rule == "model" and name.type in {"GPE", "LOC", "ORG", "PERSON"}:
        if (start := _first_of_name(name, words, lists)) < name.start and start not in taken:
            return Name(start, name.end, name.type, "starts-before")
        if (end := _telling_end(name, words, lists, taken)) > name.end:
            return Name(name.start, end, lists.telling[words.texts[end - 1]], "telling-word")
        if name.type != "GPE" and (end := _rest_of_name(name, words, lists)) > name.end:
            return Name(name.start, end, name.type, "goes-on")
    elif name.type == "PRODUCT" and name.listed is not None:
        many = words.tags[end - 1] == "NNPS"
        while not (many and words.text(end)[:1].isdigit()) and _is_model(end, words):
            end += 1
        return name.at(name.start, end)
    return name


def _telling_end(name: Name, words: Words, lists: NameLists, taken: AbstractSet[int]) -> int:
    """Where a name ends that goes on to a telling word: "Toyota | Corporation", "Marlow | Learning Trust"."""
    for at in range(name.end, min(name.end + _TO_TELLING, len(words))):
        text = words.texts[at]
        if at in words.opening_words or at in taken:
            break
        if text in lists.telling:
            return at + 1
        if words.tags[at] != "NNP" or not text.istitle() or words.lowers[at] in lists.titles:
            break
        if text in lists.listed or text in lists.calendar or words.lowers[at] in lists.before_titles:
            break
    return name.end


def _first_of_name(name: Name, words: Words, lists: NameLists) -> int:
    """Where a person's name starts that opens a sentence: "Maxine | Orr"."""
    at = name.start - 1
    if len(name) > 1 or name.type != "PERSON" or at not in words.opening_words:
        return name.start
    text, lower = words.texts[at], words.lowers[at]
    if words.tags[at] != "NNP" and text not in lists.given:
        return name.start
    is_word = lower in lists.titles or lower in lists.address or lower in lists.before_titles or lower in lists.nouns
    listed = text in lists.listed or text in lists.telling or text in lists.calendar
    return name.start if is_word or listed or not text.istitle() or not text.isalpha() else at


def _rest_of_name(name: Name, words: Words, lists: NameLists) -> int:
    """Where a name ends that goes on in names of its own: "Kathy | Dahlkemper", "Meridian | Terminals"."""
    end = name.end
    while end < len(words) and words.tags[end] in {"NNP", "NNPS"} and words.texts[end].isalpha():
        text, lower = words.texts[end], words.lowers[end]
        if not text[0].isupper() or (text.isupper() and len(text) > 1) or end in words.opening_words:
            break
        if text in lists.calendar or text in lists.listed or lower in lists.titles or lower in lists.address:
            break
        end += 1
    return end


def _is_model(index: int, words: Words) -> bool:
    """Whether a word goes on with the name of a product: "4", "Touch"."""
    text = words.text(index)
    if text[:1].isdigit():
        return words.pos[index] in {"NUM", "PROPN"} and words.lower(index + 1) not in _AMOUNTS
    return text[:1].isupper() and text.isalpha() and index not in words.opening_words and words.pos[index] == "PROPN"


def _repeated(names: list[Name], words: Words, lists: NameLists) -> list[Name]:
    """The names, and the same words where they stand unmarked elsewhere."""
    by_first = _known_by_first_word(names, words, lists)
    taken = {index for name in names for index in range(name.start, name.end)}
    lower_case = frozenset(words.texts)
    added = []
    for index in [i for i, text in enumerate(words.texts) if text in by_first and i not in taken]:
        text = words.texts[index]
        by_place = index in words.opening_words and words.tags[index][:3] != "NNP" and text.lower() in lower_case
        for texts, name in by_first[text]:
            end = index + len(texts)
            if not by_place and (*words.texts[index:end],) == texts and taken.isdisjoint(range(index, end)):
                added.append(Name(index, end, name.type, "repeated", name.listed))
                taken.update(range(index, end))
                break
    return sorted([*names, *added], key=lambda name: name.start)


def _known_by_first_word(
    names: list[Name], words: Words, lists: NameLists
) -> dict[str, list[tuple[tuple[str, ...], Name]]]:
    """The names to look for elsewhere, longer ones first: whole names, surnames, models of products."""
    known: dict[tuple[str, ...], Name] = {}
    for name in names:
        texts = (*words.texts[name.start : name.end],)
        if len(texts[0]) > 2 and name.type != "WORK_OF_ART":
            known.setdefault(texts, name)
        if name.rule == "page" and all(text.isupper() or not text.isalpha() for text in texts):
            texts = (*(text.title() for text in texts),)  # "KYIV (Acme News)": Kyiv
            known.setdefault(texts, name)
        if len(texts) == 1 or len(texts[-1]) < 3 or not texts[-1][0].isalnum():
            continue
        surname = name.type == "PERSON" and texts[-1][0].isupper() and texts[-1].lower() not in lists.suffixes
        model = name.type == "PRODUCT" and any(char.isdigit() for char in texts[-1]) and texts[-2] not in HYPHENS
        if surname or model:
            known.setdefault(texts[-1:], evolve(name, start=name.end - 1, listed=None))
        if model:
            known.setdefault((texts[-1] + "s",), evolve(name, start=name.end - 1, listed=None))
    by_first: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
    for texts, name in sorted(known.items(), key=lambda pair: len(pair[0]), reverse=True):
        by_first.setdefault(texts[0], []).append((texts, name))
    return by_first
