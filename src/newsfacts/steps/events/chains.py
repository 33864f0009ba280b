"""Which words tell one event: the same deed of the same sides, and nouns that take it up ("this move")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field, frozen

from newsfacts import Block, Entity, Quotation, Reading, Ref
from newsfacts.steps.events.arguments import Argument
from newsfacts.steps.events.features import Features
from newsfacts.steps.events.plover import Typed
from newsfacts.steps.events.triggers import Trigger, Words


@frozen(eq=False)
class Told:
    """One place where an event is told, with all that its sentence says of it.

    `main` is what a sentence mainly tells, `new` a noun that brings up something, `other` one that tells it from what
    was told before; what `addresses` the reader tells of nothing that happened; who acts `moves`; `days` are the dates
    that its sentence gives it.
    """

    trigger: Trigger
    features: Features
    arguments: tuple[Argument, ...]
    typed: Typed | None
    sides: Sided
    main: bool
    new: bool = False
    other: bool = False
    addresses: bool = False
    moves: bool = False
    days: frozenset[str] = frozenset()

    @staticmethod
    def of(
        reading: Reading,
        trigger: Trigger,
        features: Features,
        arguments: tuple[Argument, ...],
        typed: Typed | None,
        *,
        moves: bool = False,
        days: frozenset[str] = frozenset(),
    ) -> Told:
        """Bundle what a sentence says of an event, with those who take part by role."""
        sides = Sided()
        for argument in arguments:
            sides.add(reading, argument)
        main, noun = _is_main(reading, trigger), trigger.form == "noun"
        new, other = noun and _is_new(reading, trigger), noun and _is_other(reading, trigger)
        addresses = trigger.form == "verb" and _addresses(reading, trigger, features, arguments)
        return Told(trigger, features, arguments, typed, sides, main, new, other, addresses, moves, days)


@define(eq=False)
class Sided:
    """Who takes part in an event, by role: their entities, the words that name the others, and amounts."""

    entities: dict[str, set[Ref[Entity]]] = field(factory=dict)
    words: dict[str, set[str]] = field(factory=dict)
    amounts: set[str] = field(factory=set)
    people: dict[str, set[Ref[Entity]]] = field(factory=dict)

    def add(self, reading: Reading, argument: Argument) -> None:
        """Add one of its arguments: its entity, and the words that name it ("the Rovale group")."""
        head = argument.head
        columns = reading.columns
        if argument.role in _SIDED:
            ref = reading.entity_at(head)
            words = {columns.lemmas[head.i]} if columns.tags[head.i] in _NOUNS else set()
            if ref is not None:
                self.entities.setdefault(argument.role, set()).add(ref)
                entity = reading[ref]
                if entity.type == "PERSON":
                    words = set()
                    if any(reading[mention].form == "NAM" for mention in entity.mentions):
                        self.people.setdefault(argument.role, set()).add(ref)
                else:
                    words |= {word.lower() for word in entity.name.split() if word[:1].isupper() and len(word) > _SHORT}
            if words:
                self.words.setdefault(argument.role, set()).update(words)
        if columns.tags[head.i] == "CD":
            self.amounts.add(head.text)
        elif numbers := reading.syntax.numbers(head):
            self.amounts.update([number.text for number in numbers])

    def join(self, others: Sided) -> None:
        """Take over all of another one."""
        tables = ((self.entities, others.entities), (self.words, others.words), (self.people, others.people))
        for mine, theirs in tables:
            for role, found in theirs.items():
                mine.setdefault(role, set()).update(found)  # type: ignore[arg-type]
        self.amounts |= others.amounts

    def agrees(self, others: Sided, role: str) -> bool | None:
        """Tell whether two events share one who has a role; None where one of them names none."""
        mine, theirs = self.entities.get(role, _NOBODY), others.entities.get(role, _NOBODY)
        if not mine.isdisjoint(theirs):
            return True
        words, other = self.words.get(role, _NOTHING), others.words.get(role, _NOTHING)
        if not words.isdisjoint(other):
            return True
        return False if (mine or words) and (theirs or other) else None

    def both(self, others: Sided) -> Sided:
        """Give those of two places together."""
        found = Sided()
        found.join(self)
        found.join(others)
        return found

    def strange(self, others: Sided) -> bool:
        """Tell whether different people with names do two events, or undergo them."""
        if not (self.people and others.people):
            return False
        both = self.people.keys() & others.people.keys()
        return any(self.people[role].isdisjoint(others.people[role]) for role in both)

    def clash(self, others: Sided) -> bool:
        """Tell whether two events have amounts, and not one in common."""
        return bool(self.amounts and others.amounts) and self.amounts.isdisjoint(others.amounts)


_NOBODY: set[Ref[Entity]] = set()
_NOTHING: set[str] = set()
_SIDED = frozenset({"Arg0", "Arg1"})
_NOUNS = frozenset({"NN", "NNP", "NNPS", "NNS"})
_SHORT = 2
"""Words of a name that are no longer ("of", "Co") do not tell whose it is."""


def _is_main(reading: Reading, trigger: Trigger) -> bool:
    """Whether a sentence mainly tells this: its root, or what is said in it."""
    verb = trigger.verb
    if verb is None or trigger.form in {"adjective", "copula"}:
        return False
    syntax = reading.syntax
    head = syntax.head(verb)
    return head is None or (syntax.role(verb) in {"clause-complement", "parataxis"} and syntax.head(head) is None)


def _addresses(reading: Reading, trigger: Trigger, features: Features, arguments: tuple[Argument, ...]) -> bool:
    """Whether a verb tells the reader what to do, or what anybody may: "Read our report", "if you can't beat them"."""
    columns = reading.columns
    if any(columns.lowers[each.head.i] in _READERS for each in arguments if each.role == "Arg0" or each.rises):
        return True
    verb, syntax = trigger.token, reading.syntax
    if syntax.head(verb) is not None or not _is_order(columns.tags[verb.i], features, heading=trigger.heading):
        return False
    return syntax.subject(verb) is None and syntax.mark(verb) is None and not syntax.auxiliaries(verb)


def _is_order(tag: str, features: Features, *, heading: bool) -> bool:
    """Whether a verb may be an order by its form; taggers take "Thank you" for a present."""
    return (tag == "VB" and features.tense == "INFINITIVE") or (tag == "VBP" and not heading)


_READERS = frozenset({"anybody", "anyone", "you"})


@define(eq=False)
class Chain:
    """The places where one event is told, in text order."""

    members: list[Told] = field(factory=list)
    sides: Sided = field(factory=Sided)
    polarities: set[str] = field(factory=set)
    stems: set[str] = field(factory=set)
    days: set[str] = field(factory=set)
    topic: bool = False

    def add(self, each: Told, stem: str) -> None:
        """Add a place where the event is told by a word of a stem."""
        self.sides = self.sides.both(each.sides) if self.members else each.sides
        self.members.append(each)
        self.stems.add(stem)
        self.polarities.add(each.features.polarity)
        self.days |= each.days

    def another_day(self, each: Told) -> bool:
        """Tell whether a place tells of another day, month or year than those of the event."""
        if not (self.days and each.days):
            return False
        pairs = ((mine, theirs) for mine in self.days for theirs in each.days)
        return not any(a.startswith(b) or b.startswith(a) for a, b in pairs)


def chains(reading: Reading, told: Sequence[Told], words: Words) -> list[Chain]:
    """Put the places that tell one event together; a noun that points back joins the event it takes up."""
    headline = _headline_end(reading)
    found: list[Chain] = []
    by_stem: dict[str, list[Chain]] = {}
    for each in told:
        stem = words.stems.get(each.trigger.lemma, each.trigger.lemma)
        like = words.synonyms.get(stem, stem)
        if each.trigger.form == "pronoun":
            chain = _just_told(reading, found, each)
            if chain is not None:
                chain.add(each, stem)
            continue
        chain = _taken_up(reading, found, each, words)
        if chain is None and each.features.event_class not in _PASSING and not each.addresses:
            near = [*by_stem.get(stem, ())[::-1], *by_stem.get(like, ())[::-1]]
            chain = next((c for c in near if _same(c, each, words, headline, alike=stem in c.stems)), None)
        if chain is None:
            chain = Chain()
            found.append(chain)
        chain.add(each, stem)
        for key in () if each.addresses else (stem, like):
            if chain not in by_stem.setdefault(key, []):
                by_stem[key].append(chain)
    return found


def _same(chain: Chain, each: Told, words: Words, headline: int, *, alike: bool) -> bool:
    """Whether a new place tells the event of a chain, by its word and those who take part.

    What the headline tells is told again below it, so there it is enough that nothing speaks against it.
    """
    if (
        each.other
        or each.features.polarity not in chain.polarities
        or chain.sides.strange(each.sides)
        or chain.another_day(each)
    ):
        return False
    acting, undergoing = chain.sides.agrees(each.sides, "Arg0"), chain.sides.agrees(each.sides, "Arg1")
    if chain.members[-1].trigger.token.idx < headline:
        if alike and (acting is not False or each.features.event_class != "REPORTING"):
            return acting is not False or undergoing is not False
        if each.main and chain.members[-1].main and acting is True:
            return True
    if chain.sides.clash(each.sides) or (each.features.event_class == "REPORTING" and undergoing is None):
        return False
    if not alike or each.trigger.lemma in words.bare:
        return _shared(each, acting, undergoing, words)
    if acting is True or undergoing is True:
        return acting is not False
    return acting is None and undergoing is None and each.trigger.form == "noun" and not each.new


def _shared(each: Told, acting: bool | None, undergoing: bool | None, words: Words) -> bool:
    """Whether those who take part are the same, so that words that only often tell one event do so here."""
    if each.features.event_class == "REPORTING":
        return acting is True and undergoing is True
    if acting is None:
        return undergoing is True and each.trigger.base in words.undergoing
    return acting and undergoing is not False


def _headline_end(reading: Reading) -> int:
    """Where the headline ends: that of the page, or else the first line."""
    ends = (block.span.end for block in reading.all(Block) if block.role == "headline")
    return next(ends, reading.text.find("\n"))


_PASSING = frozenset({"STATE", "I_STATE"})


def _points_back(reading: Reading, each: Told) -> bool:
    determiner = reading.syntax.determiner(each.trigger.token)
    return determiner is not None and determiner.lower_ in {"the", "this", "that", "these", "those", "such", "both"}


def _taken_up(reading: Reading, found: Sequence[Chain], each: Told, words: Words) -> Chain | None:
    """The event that "this move", "the decision" or "Biden's decision" takes up.

    It is the topic that such nouns took up before, or else what the sentence before mainly tells.
    """
    trigger = each.trigger
    if trigger.form != "noun" or trigger.lemma not in words.general:
        return None
    acting = each.sides.entities.get("Arg0", _NOBODY)
    owned = reading.syntax.possessor(trigger.token) is not None and bool(acting)
    if not (owned or _points_back(reading, each)) or each.other or _says_what(reading, trigger):
        return None
    topic = next((chain for chain in reversed(found) if chain.topic and _may_be(chain, each, words)), None)
    if topic is not None:
        return topic
    if owned:
        return None
    told = [(c, m) for c, m in _before(reading, found, each) if _may_be(c, each, words)]
    if not told:
        return None
    chain = max(told, key=lambda pair: pair[1].trigger.token.i)[0]
    chain.topic = True
    return chain


def _just_told(reading: Reading, found: Sequence[Chain], each: Told) -> Chain | None:
    """What "This" alone takes up: what the sentence before mainly tells."""
    deeds = [(c, m) for c, m in _before(reading, found, each) if m.features.event_class != "REPORTING"]
    return min(deeds, key=lambda pair: pair[1].trigger.token.i)[0] if deeds else None


def _before(reading: Reading, found: Sequence[Chain], each: Told) -> Iterator[tuple[Chain, Told]]:
    """What the sentence before mainly tells, in the same voice: a speaker points to his own words."""
    start = each.trigger.token.sent.start
    before = reading.doc[max(0, start - 1)].sent.start
    quoted = _quotation(reading, each)
    for chain in found[-_RECENT:]:
        for member in chain.members:
            if member.main and before <= member.trigger.token.i < start and _quotation(reading, member) == quoted:
                yield chain, member


def _quotation(reading: Reading, told: Told) -> Ref[Quotation] | None:
    """The quotation that a place stands in."""
    at = told.trigger.token.idx
    return next((q.ref for q in reading.all(Quotation) if q.span.start <= at < q.span.end), None)


_RECENT = 60
"""How many of the last chains are searched for what was just told."""


def _is_new(reading: Reading, trigger: Trigger) -> bool:
    """Whether a noun brings up something new: "a change of leaders"."""
    determiner = reading.syntax.determiner(trigger.token)
    return determiner is not None and determiner.lower_ in _NEW


def _is_other(reading: Reading, trigger: Trigger) -> bool:
    """Whether a noun tells of another such event: "the second such raid"."""
    lowers = reading.columns.lowers
    return any(lowers[each.i] in _OTHERS for each in reading.syntax.adjectives(trigger.token))


_NEW = frozenset({"a", "an", "another", "any", "each", "every", "no"})
_OTHERS = frozenset({
    "another", "earlier", "fourth", "fresh", "future", "last", "new", "next", "other", "past", "previous", "second",
    "separate", "similar", "such", "third",
})  # fmt: skip
"""Adjectives that tell one event from another."""


def _says_what(reading: Reading, trigger: Trigger) -> bool:
    """Whether the noun itself says what it is: "the decision to leave", "the change of course"."""
    syntax = reading.syntax
    told = any(preposition in {"of", "to", "on", "for"} for preposition, _ in syntax.obliques(trigger.token))
    return told or any(syntax.role(c) == "adnominal-clause" for c in syntax.children(trigger.token))


def _may_be(chain: Chain, each: Told, words: Words) -> bool:
    """Whether a chain tells a deed of the sides that the noun names."""
    acting, ours = each.sides.entities.get("Arg0", _NOBODY), chain.sides.entities.get("Arg0", _NOBODY)
    if not ours or (acting and acting.isdisjoint(ours)):
        return False
    fitting = {"OCCURRENCE"} if each.trigger.lemma in words.happenings else {"I_ACTION", "OCCURRENCE"}
    return any(m.features.event_class in fitting for m in chain.members)
