"""Mentions as the linking rules see them, and the chains that the rules make of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from attrs import frozen

from newsfacts import Mention
from newsfacts.steps.entities.lists import NameLists
from newsfacts.steps.entities.people import title_range
from newsfacts.steps.entities.words import Words

Number = Literal["one", "many", "any"]


@frozen(eq=False)
class Item:
    """A mention with what the rules ask about it; `title` are the words of the title before a person's name."""

    mention: Mention
    start: int
    end: int
    head: int
    sentence: int
    role: str
    number: Number
    text: str
    form: str
    type: str
    title: tuple[int, int] | None = None


Link = tuple[Item, str]


def items_of(words: Words, mentions: Iterable[Mention], lists: NameLists) -> list[Item]:
    """Give the mentions as items, in text order; those that cut words in two are left alone."""
    syntax, tokens, starts, ends = words.syntax, words.reading.words, words.starts_at, words.ends_at
    items = []
    for mention in mentions:
        span, head = mention.span, starts.get(mention.head.start)
        start, end = starts.get(span.start), ends.get(span.end)
        if head is None or start is None or end is None:
            continue
        token = tokens[head]
        main = syntax.name_head(token) if mention.form == "NAM" else token
        role = syntax.role(main)
        if role in {"flat", "title"} and (over := syntax.head(main)) is not None:
            role = syntax.role(over)  # "Sergeant Ann Lee"
        if role == "conjunct":
            role = syntax.role(syntax.conjuncts(main)[0])
        text = span.of(words.reading.text)
        number = _number(words, head, mention)
        named = mention.form == "NAM" and mention.type == "PERSON"
        title = title_range(start, words, lists) if named else None
        form, kind, sentence = mention.form, mention.type, words.sentence(head)
        items.append(Item(mention, start, end, head, sentence, role, number, text, form, kind, title))
    return items


def _number(words: Words, head: int, mention: Mention) -> Number:
    if mention.form == "PRO":
        return "any"
    if mention.type == "GROUP" or words.tags[head] in {"NNS", "NNPS"}:
        return "many"
    return "any" if mention.type in {"ORG", "NORP"} else "one"


class Chain:
    """The mentions of one thing, with the rule that put each of them here."""

    def __init__(self, item: Item, rule: str) -> None:
        self.links: list[Link] = []
        self.type = item.type
        self.gender = "u"
        self.guessed = False
        self.named = False
        self.start = item.start
        self._first = item
        self.many_described = False
        self.not_only_one = False
        self.link(item, rule)

    def link(self, item: Item, rule: str) -> None:
        """Take in a mention."""
        self.links.append((item, rule))
        self.named |= item.form == "NAM"
        if (item.start, -item.end) < (self._first.start, -self._first.end):
            self._first, self.start = item, item.start
        self.many_described |= item.form == "NOM" and item.number == "many"
        self.not_only_one |= item.form != "PRO" and item.number != "one"

    @property
    def items(self) -> Iterator[Item]:
        """The mentions, in the order in which they were linked."""
        return (item for item, _ in self.links)

    def first(self) -> Item:
        """The first mention in the text."""
        return self._first

    def last_before(self, index: int) -> Item | None:
        """The last mention that starts before a word."""
        before = [item for item in self.items if item.start < index]
        return max(before, key=lambda item: item.start) if before else None


class Chains:
    """All chains of a document while they grow."""

    def __init__(self) -> None:
        self._of: dict[int, Chain] = {}
        self._made: list[Chain] = []
        self.by_head: dict[int, Item] = {}

    def start(self, item: Item, rule: str) -> Chain:
        """Make a chain of one mention."""
        chain = Chain(item, rule)
        self._made.append(chain)
        self._of[id(item)] = chain
        self._note(item)
        return chain

    def _note(self, item: Item) -> None:
        old = self.by_head.get(item.head)
        if old is None or item.form == "NAM" or (old.form != "NAM" and len(item.text) > len(old.text)):
            self.by_head[item.head] = item

    def of(self, item: Item) -> Chain | None:
        """Give the chain of a mention."""
        return self._of.get(id(item))

    def at(self, head: int) -> Chain | None:
        """Give the chain of the mention with this head word."""
        item = self.by_head.get(head)
        return None if item is None else self.of(item)

    def add(self, item: Item, chain: Chain, rule: str) -> None:
        """Put a mention without a chain into one."""
        chain.link(item, rule)
        self._of[id(item)] = chain
        self._note(item)

    def merge(self, chain: Chain, into: Chain, rule: str) -> None:
        """Put all mentions of a chain into another; the rule is noted at the first of them."""
        if chain is into:
            return
        first = chain.first()
        for item, old in chain.links:
            into.link(item, rule if item is first or not old else old)
            self._of[id(item)] = into
        if into.gender == "u":
            into.gender, into.guessed = chain.gender, chain.guessed
        chain.links = []

    def all(self) -> list[Chain]:
        """Give the chains in the order of their first mention."""
        return sorted(self.living(), key=lambda chain: (chain.start, -chain.first().end))

    def living(self) -> Iterable[Chain]:
        """Give the chains that were not merged into others, in no order of the text."""
        return (chain for chain in self._made if chain.links)
