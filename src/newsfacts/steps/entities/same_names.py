"""Links names with names: full forms, surnames, short forms, acronyms, other names of states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from newsfacts.steps.entities.chains import Chain, Chains, Item
from newsfacts.steps.entities.lists import NameLists
from newsfacts.steps.entities.people import PersonName, agree, gender_of, parts_of
from newsfacts.steps.entities.words import Words

_REST = 2
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "&"})


def link_names(items: Iterable[Item], chains: Chains, words: Words, lists: NameLists) -> None:
    """Make chains of all names."""
    by_key: dict[tuple[str, str, str], Chain] = {}
    for item in items:
        key = (_family(item.type), _key(item, lists), _address(item, words, lists))
        if key in by_key:
            chains.add(item, by_key[key], "same-name")
        else:
            by_key[key] = chains.start(item, "name")
    made = list(by_key.values())
    _link_people([chain for chain in made if chain.type == "PERSON"], chains, words, lists)
    things = [chain for chain in made if chain.links and chain.type not in {"PERSON", "NORP"}]
    _link_acronyms(things, chains, words, lists)
    _link_short_forms([chain for chain in things if chain.links], chains, words, lists)


def _address(item: Item, words: Words, lists: NameLists) -> str:
    """The gender that the title of a surname tells: "Mrs Rolsz" may be another than "Rolsz"."""
    if item.title is None or item.end - item.start > 1:
        return ""
    return next((gender for i in range(*item.title) if (gender := lists.genders.get(words.lowers[i]))), "")


def _family(kind: str) -> str:
    """Types that one name may vary between without being two things."""
    return "thing" if kind in {"ORG", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"} else kind


def _key(item: Item, lists: NameLists) -> str:
    """What names must share to be the same: the words, or the listed name behind them."""
    text = item.text[4:] if item.text[:4] in {"the ", "The "} else item.text
    listed = lists.listed.get(text) or lists.listed.get(item.text)
    if listed is not None and listed.type == item.type:
        return f"{listed.type}:{listed.country}" if item.type == "NORP" and listed.country else listed.name
    return text.replace("’", "'").casefold()


# --- people
def _link_people(people: list[Chain], chains: Chains, words: Words, lists: NameLists) -> None:
    names: dict[int, PersonName] = {}
    for chain in people:
        item = chain.first()
        name = names[id(chain)] = parts_of(words.texts[item.start : item.end], lists)
        titles = [words.string(*found) for i in chain.items if (found := i.title)]
        chain.gender = gender_of(name, titles, lists)
    _link_full_names([chain for chain in people if names[id(chain)].given], names, chains)
    by_surname: dict[str, list[Chain]] = defaultdict(list)
    by_given: dict[str, list[Chain]] = defaultdict(list)
    short: dict[str, list[Chain]] = defaultdict(list)
    for chain in (chain for chain in people if chain.links):
        name = names[id(chain)]
        if name.given:
            by_given[name.given[0].casefold()].append(chain)
            for word in {name.surname.casefold(), name.surname.split()[-1].casefold()}:
                by_surname[word].append(chain)
        else:
            short[name.surname.casefold()].append(chain)
    for word, alone in short.items():
        bearers, rule = (by_surname[word], "surname") if by_surname[word] else (by_given[word], "given-name")
        _link_alone(alone, bearers, chains, rule)


def _link_alone(alone: list[Chain], bearers: list[Chain], chains: Chains, rule: str) -> None:
    """Surnames alone, with and without "Mr" or "Mrs": the one person of that name, or each its own."""
    if len(bearers) <= 1:
        first, *rest = alone
        for chain in rest:
            if agree(chain.gender, first.gender):
                chains.merge(chain, first, "same-name")
    addressed: list[Chain] = []
    for chain in sorted((chain for chain in alone if chain.links), key=lambda chain: chain.gender == "u"):
        plain = [bearer for bearer in bearers if bearer not in addressed]
        fitting = plain if chain.gender == "u" and len(plain) == 1 else bearers
        if (bearer := _link_short(chain, fitting, chains, rule)) is not None and chain.gender != "u":
            addressed.append(bearer)


def _link_full_names(full: list[Chain], names: dict[int, PersonName], chains: Chains) -> None:
    """Names of one surname whose given names agree, where only one other name fits."""
    for chain in full:
        name = names[id(chain)]
        fitting = [c for c in full if c is not chain and c.links and names[id(c)].fits(name)]
        if chain.links and len(fitting) == 1 and agree(chain.gender, fitting[0].gender):
            chains.merge(chain, fitting[0], "full-name")


def _link_short(chain: Chain, candidates: list[Chain], chains: Chains, rule: str) -> Chain | None:
    """A surname or given name alone: the one person of that name, or of the lead, else the one named just before."""
    agreeing = [c for c in candidates if agree(c.gender, chain.gender)]
    main = agreeing if len(agreeing) == 1 else [c for c in agreeing if c.first().sentence <= 1]
    if len(main) == 1:
        chains.merge(chain, main[0], rule if len(agreeing) == 1 else f"main-{rule}")
        return main[0]
    for item, old in list(chain.links):
        nearest = [(last, c) for c in agreeing if (last := c.last_before(item.start)) is not None]
        nearest = [(last, c) for last, c in nearest if item.sentence - last.sentence <= 2]
        if len(nearest) == 1:
            chain.links.remove((item, old))
            chains.add(item, nearest[0][1], f"nearest-{rule}")
    return None


# --- things
def _link_acronyms(things: list[Chain], chains: Chains, words: Words, lists: NameLists) -> None:
    """Link "Kelshaven Port Authority (KPA)", and initials that fit one name of the article."""
    starts = {item.start: chain for chain in things for item in chain.items}
    for chain in things:
        for item in list(chain.items):
            other = starts.get(item.end + 1) if words.text(item.end) == "(" else None
            if other is not None and other.links and chain.links and other is not chain:
                inner = next((i for i in other.items if i.start == item.end + 1), None)
                if inner is not None and words.text(inner.end) == ")" and _abbreviates(inner, item, lists):
                    chains.merge(other, chain, "acronym")
    for chain in things:
        if chain.links and (short := chain.first().text.replace(".", "")).isupper() and 2 <= len(short) <= 6:
            fitting = [
                c for c in things if c.links and c is not chain and any(_initials(i.text) == short for i in c.items)
            ]
            if len(fitting) == 1:
                chains.merge(chain, fitting[0], "initials")


def _abbreviates(inner: Item, outer: Item, lists: NameLists) -> bool:
    """Whether a name in brackets is the short form of the name before: its initials, or an organisation's capitals."""
    if _are_initials(inner.text, outer.text):
        return True
    capitals = inner.text.isupper() and 2 <= len(inner.text) <= 6 and " " in outer.text
    return capitals and {inner.type, outer.type} == {"ORG"} and inner.text not in lists.listed


def _initials(text: str) -> str:
    return "".join(
        word[0] for word in text.replace("-", " ").split() if word.lower() not in _SMALL and word[0].isupper()
    )


def _are_initials(one: str, other: str) -> bool:
    """Whether one of two names abbreviates the other: its letters come in order, and the first ones agree."""
    short, long = sorted((one.replace(".", ""), other), key=len)
    if " " in short or sum(char.isupper() for char in short) < 2:
        return False
    letters = iter(long.lower())
    return short[0].lower() == long.removeprefix("the ").removeprefix("The ")[:1].lower() and all(
        letter in letters for letter in short.rstrip("s").lower() if letter.isalnum()
    )


def _link_short_forms(things: list[Chain], chains: Chains, words: Words, lists: NameLists) -> None:
    """Link "Toyota" to "Toyota Motor Corporation", where the long form came first or differs by telling words only."""
    cores = {id(item): _core(item, words) for chain in things for item in chain.items}
    for chain in sorted(things, key=lambda c: -len(c.first().text)):
        if not chain.links or chain.type not in {"ORG", "PRODUCT", "FAC", "EVENT"}:
            continue
        first = chain.first()
        short, fitting = cores[id(first)], []
        for other in things:
            if other.type != chain.type or other is chain:
                continue
            longer = ((item, long) for item in other.items if len(long := cores[id(item)]) > len(short))
            if any(_is_short_for(short, first, long, item, lists) for item, long in longer):
                fitting.append(other)
        if len(fitting) == 1:
            chains.merge(chain, fitting[0], "short-form")


def _core(item: Item, words: Words) -> list[str]:
    texts = [text for text in words.texts[item.start : item.end] if text[0].isalnum()]
    return texts[1:] if texts and texts[0] in {"The", "the"} else texts


def _is_short_for(short: list[str], first: Item, long: list[str], item: Item, lists: NameLists) -> bool:
    """Whether a name, first seen as `first`, is short for a longer one."""
    if first.type == "PRODUCT" and _is_model_of(short, long):
        return True
    if len(short) == 1 and long[-1] == short[0]:  # "Rovers", of "Hallam Rovers"
        return item.type in {"EVENT", "ORG"} and short[0] not in lists.telling and short[0] not in lists.listed
    if not short or long[: len(short)] != short:
        return False
    rest = long[len(short) :]
    if all(lists.telling.get(word) == "ORG" for word in rest) or (item.start < first.start and len(rest) <= _REST):
        return True
    in_headline = first.sentence == 0 < item.sentence and first.text not in lists.listed
    return in_headline and len(rest) <= _REST + 1  # "Dow falls": below, "the Dow Jones Industrial Average"


def _is_model_of(short: list[str], long: list[str]) -> bool:
    """Whether a short name is the model of a long one: "A380" of "Airbus A380"."""
    model = [word.removesuffix("s") for word in short]
    return bool(short) and any(c.isdigit() for c in short[-1]) and long[-len(short) :] == model
