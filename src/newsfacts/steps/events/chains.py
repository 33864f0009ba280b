"""Which words tell one event: the same deed of the same sides, and nouns that take it up ("this move")."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field, frozen

from newsfacts import Block, Entity, Reading, Ref
from newsfacts.steps.events.arguments import Argument
from newsfacts.steps.events.features import Features
from newsfacts.steps.events.plover import Typed
from newsfacts.steps.events.triggers import Trigger, Words


@frozen(eq=False)
class Told:
    """One place where an event is told, with all that its sentence says of it."""

    trigger: Trigger
    features: Features
    arguments: tuple[Argument, ...]
    typed: Typed | None
    sides: dict[str, frozenset[Ref[Entity]]]
    main: bool

    @staticmethod
    def of(
        reading: Reading, trigger: Trigger, features: Features, arguments: tuple[Argument, ...], typed: Typed | None
    ) -> Told:
        """Bundle what a sentence says of an event, with the entities of its arguments by role."""
        sides: dict[str, frozenset[Ref[Entity]]] = dict.fromkeys(_SIDED, frozenset())
        for argument in arguments:
            if argument.role in sides and (ref := reading.entity_at(argument.head)) is not None:
                sides[argument.role] |= {ref}
        return Told(trigger, features, arguments, typed, sides, _is_main(reading, trigger))


_SIDED = ("Arg0", "Arg1", "Argm-LOC")


def _is_main(reading: Reading, trigger: Trigger) -> bool:
    """Whether a sentence mainly tells this: its root, or what is said in it."""
    verb = trigger.verb
    if verb is None or trigger.form in {"adjective", "copula"}:
        return False
    syntax = reading.syntax
    head = syntax.head(verb)
    return head is None or (syntax.role(verb) in {"clause-complement", "parataxis"} and syntax.head(head) is None)


@define(eq=False)
class Chain:
    """The places where one event is told, in text order."""

    members: list[Told] = field(factory=list)
    sides: dict[str, frozenset[Ref[Entity]]] = field(factory=dict)
    polarities: set[str] = field(factory=set)
    stems: set[str] = field(factory=set)
    topic: bool = False

    def add(self, each: Told, stem: str) -> None:
        """Add a place where the event is told by a word of a stem."""
        self.members.append(each)
        self.stems.add(stem)
        self.polarities.add(each.features.polarity)
        if not self.sides:
            self.sides |= each.sides
            return
        for role, refs in each.sides.items():
            self.sides[role] |= refs


def chains(reading: Reading, told: Sequence[Told], words: Words) -> list[Chain]:
    """Put the places that tell one event together; a noun that points back joins the event it takes up."""
    lead = _lead(reading, told)
    found: list[Chain] = []
    by_stem: dict[str, list[Chain]] = {}
    for each in told:
        stem = words.stems.get(each.trigger.lemma, each.trigger.lemma)
        like = words.synonyms.get(stem, stem)
        near = [*by_stem.get(stem, ())[::-1], *by_stem.get(like, ())[::-1]]
        chain = _taken_up(reading, found, each, words)
        if chain is None and near:
            telling = each.trigger.lemma not in words.bare and not _is_new(reading, each, words)
            chain = next((c for c in near if _same(c, each, alike=telling and stem in c.stems)), None)
        if chain is None and lead is not None and each is lead[1]:
            chain = next((c for c in found if lead[0] in c.members and _same(c, each, alike=True)), None)
        if chain is None:
            chain = Chain()
            found.append(chain)
        chain.add(each, stem)
        for key in (stem, like):
            if chain not in by_stem.setdefault(key, []):
                by_stem[key].append(chain)
    return found


def _same(chain: Chain, each: Told, *, alike: bool) -> bool:
    """Whether a new place tells the event of a chain: its word is the same, and who acts does not speak against it.

    A synonym needs the same sides on both ends.
    """
    if each.features.polarity not in chain.polarities or each.features.event_class in _PASSING:
        return False
    acting = _agree(chain.sides["Arg0"], each.sides["Arg0"])
    undergoing = _agree(chain.sides["Arg1"], each.sides["Arg1"])
    if not alike:
        return acting is True and undergoing is True
    return acting is not False and (undergoing is not False or acting is True)


def _agree(some: frozenset[Ref[Entity]], others: frozenset[Ref[Entity]]) -> bool | None:
    """Whether two groups of sides share one; None where one is unknown."""
    return not some.isdisjoint(others) if some and others else None


def _lead(reading: Reading, told: Sequence[Told]) -> tuple[Told, Told] | None:
    """What the headline and the first sentence under it mainly tell, if the same side acts in both."""
    headline = next(
        (block.span.end for block in reading.all(Block) if block.role == "headline"), reading.text.find("\n")
    )
    heads = [each for each in told if each.main and each.trigger.token.idx < headline]
    lead = next((each for each in told if each.main and each.trigger.token.idx >= headline), None)
    if not heads or lead is None or heads[0].sides["Arg0"].isdisjoint(lead.sides["Arg0"]):
        return None
    return heads[0], lead


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
    acting = each.sides["Arg0"]
    owned = reading.syntax.possessor(trigger.token) is not None and bool(acting)
    if not (owned or _points_back(reading, each)) or _says_what(reading, trigger):
        return None
    topic = next((chain for chain in reversed(found) if chain.topic and _may_be(chain, each)), None)
    if topic is not None:
        return topic
    if owned:
        return None
    start = trigger.token.sent.start
    for chain in reversed(found):
        for member in reversed(chain.members):
            if member.trigger.token.i < start and member.main and _may_be(chain, each):
                chain.topic = True
                return chain
    return None


def _is_new(reading: Reading, each: Told, words: Words) -> bool:
    """Whether a general noun brings up something new: "a change of leaders"."""
    general = each.trigger.form == "noun" and each.trigger.lemma in words.general
    return general and not _points_back(reading, each) and reading.syntax.possessor(each.trigger.token) is None


def _says_what(reading: Reading, trigger: Trigger) -> bool:
    """Whether the noun itself says what it is: "the decision to leave", "the change of course"."""
    syntax = reading.syntax
    told = any(preposition in {"of", "to", "on", "for"} for preposition, _ in syntax.obliques(trigger.token))
    return told or any(syntax.role(c) == "adnominal-clause" for c in syntax.children(trigger.token))


def _may_be(chain: Chain, each: Told) -> bool:
    """Whether a chain tells a deed of the sides that the noun names."""
    acting = each.sides["Arg0"]
    if not chain.sides["Arg0"] or (acting and acting.isdisjoint(chain.sides["Arg0"])):
        return False
    return any(m.features.event_class in {"I_ACTION", "OCCURRENCE"} for m in chain.members)
