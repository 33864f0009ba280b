"""People's names in parts, the titles before them, and what tells their gender."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from attrs import frozen

from newsfacts.steps.entities.lists import NameLists
from newsfacts.steps.entities.words import Words

Gender = Literal["m", "f", "u"]
_LONGEST = 7  # words of a title


@frozen
class PersonName:
    """A name in parts: given names, and the surname with its particles."""

    given: tuple[str, ...]
    surname: str
    suffix: str = ""

    def fits(self, other: PersonName) -> bool:
        """Tell whether two names can be one person's: surname and suffix agree, and given names do not clash.

        >>> PersonName(("Joe",), "Biden").fits(PersonName(("Joseph", "R."), "Biden"))
        False
        >>> PersonName(("J.",), "Biden").fits(PersonName(("Joe",), "Biden"))
        True
        >>> PersonName(("Ann", "W."), "Lee").fits(PersonName(("Ann", "H.W."), "Lee"))
        False
        """
        if self.surname.casefold() != other.surname.casefold() or self.suffix != other.suffix:
            return False
        return all(_alike(one, two) for one, two in zip(self.given, other.given, strict=False))


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


HYPHENS = frozenset({"-", "‐", "‑"})
PARTICLES = frozenset(
    [
        "al",
        "bin",
        "ben",
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "van",
        "von",
        "zu",
        "ter",
        "ten",
        "abu",
        "st.",
    ]
)


def parts_of(texts: Iterable[str], lists: NameLists) -> PersonName:
    """Split the words of a name: "Ursula von der Leyen" is Ursula, von der Leyen; "Xi Jinping" is Jinping, Xi.

    >>> from newsfacts import Lexicons
    >>> from newsfacts.steps.entities.lists import name_lists
    >>> parts_of(["Martin", "Luther", "King", "Jr."], name_lists(Lexicons()))
    PersonName(given=('Martin', 'Luther'), surname='King', suffix='jr')
    """
    suffixes = lists.suffixes
    texts = _whole(texts)
    suffix = next((text.lower().rstrip(".") for text in texts[1:] if text.lower() in suffixes), "")
    kept = [text for text in texts if text.lower() not in suffixes and text[0].isalnum()]
    if not kept:
        return PersonName((), "")
    if _family_first(kept, lists):
        return PersonName(tuple(kept[1:]), kept[0], suffix)
    at = len(kept) - 1
    while at > 1 and kept[at - 1].lower() in PARTICLES:
        at -= 1
    return PersonName(tuple(kept[:at]), " ".join(kept[at:]), suffix)


def _family_first(name: Sequence[str], lists: NameLists) -> bool:
    """Whether a name is read family name first: "Xi Jinping", "Kim Jong Un", "Park Geun-hye", but not "Kim Clark".

    The first word is such a family name, and the last is none. A first word that is a given name as well needs two
    words after it, or one with a hyphen, that the lists do not know as given names.
    """
    first, *rest = name
    families = lists.family_first
    if first.lower() not in families or len(rest) not in {1, 2} or rest[-1].lower() in families:
        return False
    if first.lower() not in lists.family_or_given:
        return True
    return (len(rest) == 2 or "-" in rest[0]) and not any(word in lists.given for word in rest)


def _whole(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of a name with hyphens and what they join as one word: "Ann Rolsz-Venn"."""
    words: list[str] = []
    joins = False
    for text in texts:
        if words and (joins or text in HYPHENS):
            words[-1] += text
        else:
            words.append(text)
        joins = text in HYPHENS
    return tuple(words)


def title_range(start: int, words: Words, lists: NameLists) -> tuple[int, int] | None:
    """Give the token range of the title right before the word at `start`: "Ukrainian President", "White House aide"."""
    at, title = start, None
    while at > max(0, start - _LONGEST):
        lower, text = words.lowers[at - 1], words.texts[at - 1]
        if lower in lists.titles or lower in lists.address:
            title = at - 1
        elif lower == "of" and title is not None and words.lowers[at - 2] not in lists.titles:
            break  # "the resignation of Prime Minister": only "Secretary of State" goes on
        elif not (lower in lists.before_titles or text in lists.listed or lower in {"-", "of"}):
            if title is None or not _goes_with_title(at - 1, words, lists):
                break
        elif title is None:
            break
        at -= 1
    if title is None:
        return None
    while at < title and (words.lowers[at] in {"of", "-", "the"} or not words.texts[at][0].isalnum()):
        at += 1
    return at, start


def _goes_with_title(index: int, words: Words, lists: NameLists) -> bool:
    """Whether a word before a title is part of it: "Housing | Secretary", "press | secretary"."""
    text = words.texts[index]
    if words.pos[index] not in {"ADJ", "NOUN", "PROPN"} or not text.isalpha() or text in lists.calendar:
        return False
    return index not in words.opening_words or words.pos[index] != "ADJ"


def gender_of(name: PersonName, titles: Iterable[str], lists: NameLists) -> Gender:
    """Give the gender that a title or a given name tells, else "u"."""
    for title in titles:
        for word in title.lower().split():
            if word in lists.genders:
                return "m" if lists.genders[word] == "m" else "f"
    told = lists.given.get(name.given[0]) if name.given else None
    return "m" if told == "m" else "f" if told == "f" else "u"


def agree(one: str, other: str) -> bool:
    """Tell whether two genders can be one person's."""
    return one == other or "u" in {one, other}
