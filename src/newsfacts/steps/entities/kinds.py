"""One name, one type: the votes of the language model, of lists and of the words around each name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from newsfacts.steps.entities.cleaning import Name
from newsfacts.steps.entities.evidence import Longer, described, evidence
from newsfacts.steps.entities.learnt import TYPES, Vectors, Weights, seen
from newsfacts.steps.entities.lists import NameLists
from newsfacts.steps.entities.words import Words

Votes = dict[str, float]
_TOLD = frozenset({"outlet", "page", "paper", "ship"})
_APPOSED = {"organisation": "ORG", "person": "PERSON", "place": "GPE"}
_DESCRIBED = {"organisation": "ORG", "person": "PERSON", "product": "PRODUCT"}
_DESIGNATION = re.compile(r"[A-Z][A-Za-z]?-\d{1,3}[A-Z]{0,3}s?|\d{3}-\d{1,3}[A-Z]{0,3}s?")  # "Tu-95", "737-800"
_PEOPLE = ("ians", "ian", "ans", "an", "ese")
_LOST = 2.0  # more against a type says no more
_ALIKE = 0.8
_NOBODY = 2.5
_SILENT = frozenset({"EVENT", "FAC", "GPE", "LAW", "LOC", "PRODUCT", "WORK_OF_ART"})  # who is told things is none
_OTHER_SORTS = frozenset({"first", "lead", "major", "officer"})


def typed(names: Sequence[Name], words: Words, lists: NameLists, nouns: Mapping[str, str]) -> list[Name]:
    """Give the names with one type for each name of the article; `nouns` tells what common nouns mention."""
    keys = keys_of(names, words)
    groups = grouped(names, keys)
    votes = {key: ruled(key, members, words, lists, nouns) for key, members in groups.items()}
    for key, members in groups.items():
        _found(members, votes[key])
    _likely(groups, votes, words, lists, nouns)
    _surnames(groups, votes, words, lists)
    _peoples(votes)
    _neighbours(names, keys, votes, words)
    chosen = {key: max(vote.items(), key=lambda pair: (pair[1], pair[0]))[0] for key, vote in votes.items()}
    return [_as(_here(name, chosen[key], words, lists), name) for key, name in zip(keys, names, strict=True)]


def _as(kind: str, name: Name) -> Name:
    return name if kind == name.type else evolve(name, type=kind)


def _here(name: Name, kind: str, words: Words, lists: NameLists) -> str:
    """The type of a name at a place: that of the article, but for the words of a people that mean its language."""
    if kind != "NORP" or len(name) > 1 or words.texts[name.start] not in lists.languages:
        return kind
    before, after = words.lower(name.start - 1), words.lower(name.end)
    if after in lists.of_language or (after == "-" and words.lower(name.end + 1) in lists.of_language):
        return "LANGUAGE"
    alone = after != "-" and (name.end >= len(words) or words.tags[name.end][:2] not in {"JJ", "NN"})
    spoken = before == "in" or words.lemmas[name.start - 1] in lists.spoken
    return "LANGUAGE" if name.start > 0 and alone and spoken else kind


def grouped(names: Sequence[Name], keys: Sequence[str]) -> dict[str, list[Name]]:
    """Give the names of a document by their words, their `keys`."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for key, name in zip(keys, names, strict=True):
        groups[key].append(name)
    return groups


def _likely(
    groups: Mapping[str, list[Name]],
    votes: Mapping[str, Votes],
    words: Words,
    lists: NameLists,
    nouns: Mapping[str, str],
) -> None:
    """What names that look alike mostly are, unless a list or the page tells."""
    longer, vectors = Longer.of((members[0] for members in groups.values()), words, lists), Vectors.of(words)
    unsure = {
        key: seen(evidence(key, members, longer, words, lists, nouns), members, words, vectors)
        for key, members in groups.items()
        if not ((listed := lists.listed.get(key)) is not None and listed.firm)
        and _TOLD.isdisjoint(name.rule for name in members)
    }
    learnt = Weights.of(words.reading.lexicons).learnt([*unsure.values()], vectors)
    for key, told in zip(unsure, learnt, strict=True):
        vote = votes[key]
        for kind, weight in zip(TYPES, told, strict=True):
            vote[kind] = vote.get(kind, 0.0) + weight


def keys_of(names: Sequence[Name], words: Words) -> list[str]:
    """Give the words of each name without a leading "the"; one in capitals goes with its like in small letters."""
    strings = [words.string(name.start, name.end) for name in names]
    strings = [string[4:] if string[:4] in {"the ", "The "} else string for string in strings]
    known = set(strings)
    return [low if string.isupper() and (low := string.title()) in known else string for string in strings]


def _found(members: list[Name], votes: Votes) -> None:
    """What found a name says of it: mostly the language model."""
    marked = [name for name in members if name.rule != "repeated"] or members
    for name in marked:
        votes[name.type] = votes.get(name.type, 0.0) + (5.0 if name.rule in _TOLD else 1.0 / len(marked))


def ruled(key: str, members: list[Name], words: Words, lists: NameLists, nouns: Mapping[str, str]) -> Votes:
    """Give the votes of lists and rules for a name."""
    votes: Votes = defaultdict(float)
    listed = next((name.listed for name in members if name.listed), None) or lists.listed.get(key)
    if listed is not None:
        votes[listed.type] += 3.0 if listed.firm else 1.0
    for kind, weight in _inner(members[0], words, lists):
        votes[kind] += weight
    around: Votes = {}
    for name in members:
        for kind, weight in _around(name, words, lists, nouns):
            around[kind] = max(around.get(kind, weight), weight)
    for kind, weight in around.items():
        votes[kind] += weight
    return votes


def _inner(name: Name, words: Words, lists: NameLists) -> Iterable[tuple[str, float]]:
    """What the words of a name say about it."""
    texts = words.texts[name.start : name.end]
    last = texts[-1]
    if len(texts) > 1:
        yield from _of_several(texts, lists)
        if name.type == "PERSON" and last.isdigit():
            yield "PRODUCT", 2.0
    elif _DESIGNATION.fullmatch(last):
        yield "PRODUCT", 2.0
    elif last.isupper() and 2 <= len(last) <= 6:
        yield "ORG", 0.6
    elif lists.given.get(last):
        yield "PERSON", 0.4


def _of_several(texts: list[str], lists: NameLists) -> Iterable[tuple[str, float]]:
    """What the last word of a name tells, or the first: "Venn Island", "Storm Venn", "Ministry of Health"."""
    told = lists.telling.get(texts[-1])
    if texts[-1].isdigit() and lists.telling.get(texts[-2]) == "LAW":
        yield "LAW", 2.5  # "House Bill 214"
    if told:
        yield told, 1.5
    elif texts[0] in lists.telling_first:
        yield lists.telling_first[texts[0]], 2.0
    elif texts[0] in lists.telling and texts[1] in {"of", "for"}:
        yield lists.telling[texts[0]], 1.5
    elif any(lists.telling.get(text) == "ORG" for text in texts):
        yield "ORG", 0.7
    if told is None and _looks_like_a_person(texts, lists):
        yield "PERSON", 1.2


def _looks_like_a_person(texts: list[str], lists: NameLists) -> bool:
    """A given name, and words that no list knows as something else."""
    if texts[0] not in lists.given or len(texts) > 4 or texts[0] in lists.listed:
        return False
    return all(text[0].isupper() and text not in lists.listed and text not in lists.telling for text in texts[1:])


def _around(name: Name, words: Words, lists: NameLists, nouns: Mapping[str, str]) -> Iterable[tuple[str, float]]:
    """What the words around a name say about it."""
    before, after = words.lower(name.start - 1), words.lower(name.end)
    if before in lists.titles and before not in _OTHER_SORTS:
        yield "PERSON", 2.0 if before in lists.address or words.text(name.start - 1)[0].isupper() else 1.2
    yield from _by_relative_word(after, words.lower(name.end + 1))
    if _speaks(name, words, lists):
        yield "PERSON", 0.5 if name.type == "ORG" else 1.6
    if after in lists.governments and name.listed is None and name.type in {"ORG", "PERSON"}:
        yield "PERSON", 1.5  # "the Venn regime"
    if after in lists.weapons and words.pos[name.end] == "NOUN":
        yield "PRODUCT", 2.5
    yield from _as_a_place(name, words, lists)
    if after in lists.outlet_nouns or before in lists.outlet_nouns:
        yield "ORG", 1.5
    if before == after == "," and (told := _DESCRIBED.get(nouns.get(words.lemmas[name.start - 2], ""))):
        yield told, 1.5  # "its manager, Orlo Venn,"
    yield from _as_a_firm(name, words, lists)
    noun = words.lemmas[name.start - 1] if name.start > 0 and words.tags[name.start - 1] == "NN" else ""
    if told := _DESCRIBED.get(nouns.get(noun, "")):
        yield told, 0.8 if told == "PERSON" else 1.2
    if after in {",", "is", "was"} and words.lower(name.end + 1) in {"a", "an", "the"}:
        told = _APPOSED.get(described(name.end + 2, words, nouns) or "")
        if told is not None:
            yield told, 1.5


def _as_a_firm(name: Name, words: Words, lists: NameLists) -> Iterable[tuple[str, float]]:
    """What tells an organisation: "Venn, based in Oslo", "told Venn", "Venn reported that"."""
    after = words.lower(name.end)
    if after == "," and words.lower(name.end + 1) in lists.of_firm:
        yield "ORG", 1.2
    told = words.lower(name.start - 1) == "told"
    reports = after in {"reported", "reports"} and words.tags[name.end] in {"VBD", "VBZ"}
    if told or reports:
        yield "ORG", 1.2
        for kind in _SILENT:
            yield kind, -1.5


def _by_relative_word(after: str, then: str) -> Iterable[tuple[str, float]]:
    """Who or what: "Venn, who left", "Venn Point, which left"."""
    word = then if after == "," else after
    if word in {"who", "whose"}:
        yield "PERSON", 1.5
    elif word == "which" and after == ",":
        yield "PERSON", -3.0


def _as_a_place(name: Name, words: Words, lists: NameLists) -> Iterable[tuple[str, float]]:
    """What tells a place: "neighbouring Velmark", "the town of Velmark", "Velmark, Ohio", "in Velmark"."""
    before, after = words.lower(name.start - 1), words.text(name.end)
    if after == "-" and words.lower(name.end + 1) == "based":
        yield "GPE", 1.5
    elif before == "in" and after not in {"'s", "’s"}:
        yield "GPE", 0.4
    elif before in lists.beside_place or before in lists.directions:
        yield "GPE", 1.2
    elif before == "of" and words.lower(name.start - 2) in lists.place_of:
        yield "GPE", 1.5
    if after == "," and len(name) == 1:
        state = lists.listed.get(words.text(name.end + 1))
        if state is not None and state.type == "GPE" and state.firm:
            yield "GPE", 1.2


def _speaks(name: Name, words: Words, lists: NameLists) -> bool:
    """Whether a single unlisted word, no acronym, is said to speak: "Mailis said"."""
    if len(name) > 1 or name.listed is not None or words.texts[name.start].isupper():
        return False
    if words.lemmas[name.start - 1] in lists.speech and words.tags[name.start - 1] in {"VBD", "VBZ"} and name.start > 0:
        return words.texts[name.start - 1] != "told"
    after = name.end + (words.lower(name.end) in {"also", "has", "had", "later"})
    return after < len(words) and words.lemmas[after] in lists.speech and words.tags[after] in {"VBD", "VBZ", "VBN"}


def _surnames(groups: Mapping[str, list[Name]], votes: Mapping[str, Votes], words: Words, lists: NameLists) -> None:
    """Words of longer names where they stand alone: a person's surname, the town of a county, the start of a firm."""
    longer = {key: members[0] for key, members in groups.items() if len(members[0]) > 1}
    kinds = {key: _best(votes[key]) for key in longer}
    of_people = {
        text for key, name in longer.items() if kinds[key] == "PERSON" for text in words.texts[name.start : name.end]
    }
    for key, name in longer.items():
        for part, kind, weight in _of_parts(name, kinds[key], words, lists):
            vote = votes.get(part)
            if vote is not None and not (kind == "ORG" and part in of_people):
                nobody = kind == "ORG" and _best(vote) == "PERSON"  # (whom no longer name would name)
                vote[kind] = vote.get(kind, 0.0) + weight + nobody * _NOBODY


def _of_parts(name: Name, kind: str, words: Words, lists: NameLists) -> Iterator[tuple[str, str, float]]:
    """What a longer name says of its first or last word where that stands alone."""
    first, last = words.texts[name.start], words.texts[name.end - 1]
    told = lists.telling.get(last)
    if len(name) == 2 and told == "GPE":
        yield first, "GPE", 2.0  # "Velmark County" is around Velmark
    if name.listed is None and "ORG" in {kind, told} and first not in lists.listed and first not in lists.given:
        yield first, "ORG", 1.5 if told == "ORG" else 0.0  # "Velmark" is short for "Velmark Shipping"
    if kind == "ORG" and last not in lists.telling and last not in lists.listed and last not in lists.given:
        yield last, "ORG", 1.5  # "Rovers" are "Hallam Rovers"
    if first in lists.telling_first:
        yield last, lists.telling_first[first], 4.0  # "Nerissa" is "Cyclone Nerissa"
    if kind == "PERSON":
        end = name.end - 1
        while end > name.start and words.lowers[end] in lists.suffixes:
            end -= 1
        yield words.texts[end], "PERSON", 2.5
        yield first, "PERSON", 1.2


def _best(vote: Votes) -> str:
    return max(vote, key=lambda kind: vote[kind])


def _peoples(votes: Mapping[str, Votes]) -> None:
    """The word for the people of a place that the article names: "Karsan", of Karsa."""
    for key, vote in votes.items():
        stem = next((key[: -len(end)] for end in _PEOPLE if key.endswith(end)), "")
        for place in (stem, stem + "a", stem + "ia", stem + "e"):
            found = votes.get(place) if len(stem) > 2 and place != key else None
            if found is not None and _best(found) == "GPE":
                vote["NORP"] = vote.get("NORP", 0.0) + 2.5


def _neighbours(names: Sequence[Name], keys: list[str], votes: Mapping[str, Votes], words: Words) -> None:
    """Names in a list are of one type: "Brno, Ostrava and Zlin"."""
    for first, end in _lists(names, words):
        members = [*zip(names[first:end], keys[first:end], strict=True)]
        losses: Votes = dict.fromkeys(TYPES, 0.0)
        for name, key in members:
            vote = votes[key]
            best = max(vote.values())
            for kind in TYPES:
                losses[kind] += min(_LOST, best - vote.get(kind, 0.0)) * (1 + (name.listed is not None))
        common = min(TYPES, key=losses.__getitem__)
        if losses[common] <= _ALIKE * len(members):
            for name, key in members:
                if name.listed is None:
                    votes[key][common] = votes[key].get(common, 0.0) + 2.0


def _lists(names: Sequence[Name], words: Words) -> Iterator[tuple[int, int]]:
    """Runs of three and more names with a comma or "and" between them, as places in `names`."""
    first = 0
    for place in range(1, len(names) + 1):
        follows = place < len(names) and _joins(words.lowers[names[place - 1].end : names[place].start])
        if not follows:
            if place - first >= 3:
                yield first, place
            first = place


def _joins(between: list[str]) -> bool:
    return between in ([","], ["and"], ["or"], ["&"], [",", "and"], [",", "or"], [",", "&"])
