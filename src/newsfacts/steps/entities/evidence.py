"""What can be seen of a name that may tell its type, each piece by a name of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from attrs import frozen

from newsfacts.steps.entities.cleaning import Name
from newsfacts.steps.entities.lists import NameLists
from newsfacts.steps.entities.people import PARTICLES
from newsfacts.steps.entities.words import Words

_LINKS: Final = frozenset({"&", "and", "for", "in", "of"})
_OWNS: Final = frozenset({"'", "'s", "’", "’s"})
SEEN: Final = 4  # mentions that are looked at; later ones tell little
_SHORT: Final = 4
_CRY: Final = 6
_AGE: Final = 2


@frozen(eq=False)
class Longer:
    """The first and last words of the names of an article that have several, and those that look like surnames."""

    firsts: AbstractSet[str]
    lasts: AbstractSet[str]
    surnames: AbstractSet[str]

    @staticmethod
    def of(names: Iterable[Name], words: Words, lists: NameLists) -> Longer:
        """Give the words of the names that have several."""
        firsts, lasts, surnames = set(), set(), set()
        for name in names:
            if len(name) > 1:
                end = name.end - 1
                while end > name.start and words.lowers[end] in lists.suffixes:
                    end -= 1
                first, last = words.texts[name.start], words.texts[end]
                firsts.add(first)
                lasts.add(last)
                if first in lists.given and first not in lists.listed and last not in lists.telling:
                    surnames.add(last)
        return Longer(firsts, lasts, surnames)


def evidence(  # noqa: PLR0917  (what a name is seen beside)
    key: str, members: Sequence[Name], longer: Longer, words: Words, lists: NameLists, nouns: Mapping[str, str]
) -> set[str]:
    """Give what is seen of a name, all its mentions together; `nouns` tells what common nouns mention."""
    found = set(_inside(key, members[0], words, lists))
    if key in longer.lasts:
        found.add("last-of-longer")
    if key in longer.firsts:
        found.add("first-of-longer")
    if key in longer.surnames:
        found.add("surname")
    for name in members[:SEEN]:
        found.update(_before(name, words, lists, nouns))
        found.update(_after(name, words, lists, nouns))
    return found


# --- inside the name
def _inside(key: str, name: Name, words: Words, lists: NameLists) -> Iterator[str]:
    """The words of a name: lists that have them, their shapes and endings."""
    listed = lists.listed.get(key)
    yield "unlisted" if listed is None else f"{'listed' if listed.firm else 'maybe'}={listed.type}"
    yield f"words={min(len(name), _SHORT)}"
    yield f"tag={words.tags[name.end - 1]}"
    if words.lower(name.start - 1) == "the":
        yield "the"
    if len(name) == 1:
        yield from _of_one_word(words.texts[name.start], lists)
    else:
        yield from _of_several(words.texts[name.start : name.end], lists)


def _of_one_word(text: str, lists: NameLists) -> Iterator[str]:
    yield f"shape={_shape(text)}"
    yield f"alone-end={text[-3:].lower()}"
    yield f"alone-end={text[-2:].lower()}"
    if text in lists.given:
        yield "given-alone"
    if len(text) <= _SHORT:
        yield "short"
    if text in lists.telling:
        yield f"alone-tells={lists.telling[text]}"


def _of_several(texts: list[str], lists: NameLists) -> Iterator[str]:
    first, last, telling = texts[0], texts[-1], lists.telling
    if last in telling:
        yield f"last-tells={telling[last]}"
    elif told := next((telling[text] for text in texts if text in telling), None):
        yield f"tells={told}"
    if first in lists.given:
        yield "given" if first not in lists.listed else "given-listed"
    elif last in lists.given:
        yield "given-last"
    for place, text in (("starts", first), ("ends", last)):
        if text in lists.listed:
            yield f"{place}={lists.listed[text].type}"
    yield from _between(texts[1:-1])
    if first.lower() in PARTICLES and first[-1] != ".":
        yield "particle-first"
    if first in lists.ships:
        yield "ship"
    if last.lower() in lists.suffixes:
        yield "suffix"
    yield f"first-shape={_shape(first)}"
    yield f"last-shape={_shape(last)}"
    yield f"end={last[-3:].lower()}"
    yield f"first={first}"
    yield f"last={last}"


def _between(texts: Iterable[str]) -> Iterator[str]:
    """What stands between the first and the last word of a name."""
    for text in texts:
        if text in _LINKS:
            yield f"inside={text}"
        elif text in PARTICLES:
            yield "particle"
        elif text.isupper() and len(text.rstrip(".")) == 1:
            yield "initial"
        elif text.islower():
            yield "inside-lower"


def _shape(text: str) -> str:
    """How a word is written: "X" a letter, "XX" capitals, "Xx" a name, "XxX" capitals inside, "x", "d" digits."""
    if text.isupper():
        return "X" if len(text) == 1 else "X.X" if "." in text else "XX" if len(text) < _CRY else "XXXXXX"
    inner = any(char.isupper() for char in text[1:])
    if text[:1].isupper():
        return "XxX" if inner else "Xx"
    if any(char.isdigit() for char in text):
        return "d"
    return "xX" if inner else "x"


# --- around the name
def _before(name: Name, words: Words, lists: NameLists, nouns: Mapping[str, str]) -> Iterator[str]:
    start = name.start - 1 if words.lower(name.start - 1) == "the" else name.start
    if start in words.opening_words or start == 0:
        yield "opens"
        return
    before = words.lowers[start - 1]
    yield f"before={before}"
    yield f"before-tag={words.tags[start - 1]}"
    if before in lists.titles:
        yield "title" if words.texts[start - 1][0].isupper() else "low-title"
    if before in lists.address:
        yield "address"
    if before in lists.directions:
        yield "direction"
    if before in lists.beside_place:
        yield "beside"
    if words.tags[start - 1][:2] == "NN" and (told := nouns.get(words.lemmas[start - 1])):
        yield f"before-noun={told}"
    if before == "of" and start > 1:
        yield from _before_of(start - 2, words, lists, nouns)


def _before_of(index: int, words: Words, lists: NameLists, nouns: Mapping[str, str]) -> Iterator[str]:
    lower = words.lowers[index]
    yield f"of={lower}"
    if lower in lists.place_of:
        yield "place-of"
    elif lower in lists.titles:
        yield "title-of"
    elif told := nouns.get(words.lemmas[index]):
        yield f"of-noun={told}"


def _after(name: Name, words: Words, lists: NameLists, nouns: Mapping[str, str]) -> Iterator[str]:
    end = name.end
    if end >= len(words) or "\n" in words.texts[end]:
        yield "closes"
        return
    after, tag = words.lowers[end], words.tags[end]
    yield f"after={after}"
    yield f"after-tag={tag}"
    if words.lemmas[end] in lists.speech:
        yield "speaks"
    if tag in {"NN", "NNS"}:
        yield from _noun_after(end, words, lists, nouns)
    elif after in lists.titles and words.texts[end][0].isupper():
        yield "after-title"
    if end + 1 < len(words):
        if after in _OWNS:
            yield from _owned(end + 1, words, lists, nouns)
        elif after == ",":
            yield from _after_comma(end + 1, words, lists, nouns)
        elif after == "-" and words.lowers[end + 1] == "based":
            yield "based"


def _noun_after(index: int, words: Words, lists: NameLists, nouns: Mapping[str, str]) -> Iterator[str]:
    lower = words.lowers[index]
    if told := nouns.get(words.lemmas[index]):
        yield f"after-noun={told}"
    for kind, known in (("weapon", lists.weapons), ("government", lists.governments), ("outlet", lists.outlet_nouns)):
        if lower in known:
            yield f"after-{kind}"


def _owned(index: int, words: Words, lists: NameLists, nouns: Mapping[str, str]) -> Iterator[str]:
    if words.lowers[index] in lists.titles:
        yield "owns-title"
    if told := nouns.get(words.lemmas[index]):
        yield f"owns-noun={told}"


def _after_comma(index: int, words: Words, lists: NameLists, nouns: Mapping[str, str]) -> Iterator[str]:
    """What follows a name and a comma: an age, a larger place, a relative clause, a description."""
    lower = words.lowers[index]
    if lower.isdigit() and len(lower) <= _AGE:
        yield "age"
    elif lower in {"where", "which", "who", "whose"}:
        yield f"comma={lower}"
    elif lower in {"a", "an", "her", "his", "its", "the"}:
        if told := described(index + 1, words, nouns):
            yield f"described={told}"
    elif (listed := lists.listed.get(words.texts[index])) is not None:
        yield f"comma-listed={listed.type}"


def described(index: int, words: Words, nouns: Mapping[str, str]) -> str | None:
    """Give what the noun of a phrase that starts at a word mentions: "leading Republican lawmaker" a person."""
    for at in range(index, min(index + 5, len(words))):
        if words.pos[at] in {"ADP", "AUX", "PUNCT", "VERB"}:
            return None
        told = nouns.get(words.lemmas[at])
        if told and words.pos[at] == "NOUN" and words.pos[min(at + 1, len(words) - 1)] not in {"NOUN", "PROPN"}:
            return told
    return None
