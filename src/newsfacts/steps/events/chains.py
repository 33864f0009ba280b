"""Which words tell one event: the same deed of the same sides, and nouns that take it up ("this move")."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field, frozen

from newsfacts import Entity, Reading, Ref
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

    @staticmethod
    def of(reading: Reading, trigger: Trigger, features: Features, arguments: tuple[Argument, ...], typed: Typed | None) -> Told:
        """Bundle what a sentence says of an event, with the entities of its arguments by role."""
        refs: dict[str, set[Ref[Entity]]] = {"Arg0": set(), "Arg1": set(), "Argm-LOC": set()}
        for argument in arguments:
            if argument.role in refs and (ref := reading.entity_at(argument.head)) is not None:
                refs[argument.role].add(ref)
        sides = {role: frozenset(found) for role, found in refs.items()}
        return Told(trigger, features, arguments, typed, sides)


@define(eq=False)
class Chain:
    """The places where one event is told, in text order."""

    members: list[Told] = field(factory=list)
    sides: dict[str, frozenset[Ref[Entity]]] = field(factory=dict)
    polarities: set[str] = field(factory=set)

    def add(self, each: Told) -> None:
        """Add a place where the event is told."""
        self.members.append(each)
        self.polarities.add(each.features.polarity)
        for role, refs in each.sides.items():
            self.sides[role] = self.sides.get(role, frozenset()) | refs


def chains(reading: Reading, told: Sequence[Told], words: Words, stems: dict[str, str]) -> list[Chain]:
    """Put the places that tell one event together; a noun that points back joins the event it takes up."""
    found: list[Chain] = []
    by_stem: dict[str, list[Chain]] = {}
    for each in told:
        stem = stems.get(each.trigger.lemma, each.trigger.lemma)
        chain = next((c for c in reversed(by_stem.get(stem, [])) if _same(reading, c, each)), None)
        if chain is None:
            chain = _taken_up(reading, found, each, words)
        if chain is None:
            chain = Chain()
            found.append(chain)
        chain.add(each)
        if chain not in by_stem.setdefault(stem, []):
            by_stem[stem].append(chain)
    return found


def _same(reading: Reading, chain: Chain, each: Told) -> bool:
    """Whether the sides of a new place agree with those of a chain, and something speaks for one event."""
    form = each.trigger.form
    if form in {"adjective", "copula"}:
        return False
    first = chain.members[-1]
    if each.features.polarity not in chain.polarities:
        return False
    shared = 0
    for role in ("Arg0", "Arg1", "Argm-LOC"):
        old, new = chain.sides[role], each.sides[role]
        if old and new:
            if old.isdisjoint(new):
                return False
            shared += 1
    if form == "noun" and first.trigger.form == "noun" and _points_back(reading, each):
        return True
    if form == "noun" and not any(each.sides.values()):
        return _points_back(reading, each)
    return shared > 0 and each.features.event_class not in {"REPORTING", "STATE", "I_STATE", "ASPECTUAL"}


def _points_back(reading: Reading, each: Told) -> bool:
    determiner = reading.syntax.determiner(each.trigger.token)
    return determiner is not None and determiner.lower_ in {"the", "this", "that", "these", "those", "such", "both"}


def _taken_up(reading: Reading, found: Sequence[Chain], each: Told, words: Words) -> Chain | None:
    """The event that "this move" or "the decision" takes up: the last one told that it can stand for."""
    trigger = each.trigger
    if trigger.form != "noun" or trigger.lemma not in words.general or not _points_back(reading, each):
        return None
    if any(p == "of" or p == "to" for p, _ in reading.syntax.obliques(trigger.token)):
        return None
    start = trigger.token.sent.start
    acting = each.sides["Arg0"]
    for chain in reversed(found):
        last = chain.members[-1]
        if last.trigger.token.i >= start or last.trigger.form in {"adjective", "copula"}:
            continue
        if acting and last.sides["Arg0"] and acting.isdisjoint(last.sides["Arg0"]):
            continue
        if last.features.event_class in {"I_ACTION", "OCCURRENCE"} and last.sides["Arg0"]:
            return chain
    return None
