"""The step `events`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import ClassVar

from attrs import frozen
from spacy.tokens import Token

from newsfacts import (
    Block,
    Entity,
    Event,
    EventMention,
    EventTime,
    Extractor,
    Headline,
    Kinds,
    Mention,
    Participant,
    ParticipantRole,
    Party,
    Quantity,
    Quotation,
    Reading,
    Ref,
    Span,
    TimeExpression,
)
from newsfacts.steps.events.arguments import Argument, arguments
from newsfacts.steps.events.chains import Chain, Told, chains
from newsfacts.steps.events.codes import Code, Codes
from newsfacts.steps.events.features import features
from newsfacts.steps.events.frames import Frames
from newsfacts.steps.events.linking import quantities_of, times_of
from newsfacts.steps.events.plover import typed
from newsfacts.steps.events.ranking import Ranking
from newsfacts.steps.events.sides import Sides
from newsfacts.steps.events.triggers import VERBS, Trigger, Words, triggers


@frozen
class Events(Extractor):
    """Events with their mentions, sides, place, times and quantities, and the PLOVER type of political ones."""

    name: ClassVar[str] = "events"
    uses: ClassVar[Kinds] = frozenset({Block, Headline, Mention, Entity, TimeExpression, Quantity, Quotation})
    gives: ClassVar[Kinds] = frozenset({Event})
    reads: ClassVar[frozenset[str]] = frozenset({"dep", "lemma", "pos", "tag"})
    consults: ClassVar[frozenset[str]] = frozenset({"ent"})

    def extract(self, reading: Reading) -> Iterable[Event]:
        """Give the events of the article."""
        lexicons = reading.lexicons
        words = lexicons.compiled(Words, lambda: Words.of(lexicons))
        frames = lexicons.compiled(Frames, lambda: Frames.of(lexicons))
        timed = frozenset(
            i for time in reading.all(TimeExpression) if time.type for i in range(*reading.token_range(time.span))
        )
        amounts = _amounts(reading)
        codes = Codes.of(reading)
        sides = Sides(reading, frames, codes, timed, frozenset(amounts))
        found = list(triggers(reading, words))
        at = {i: n for n, trigger in enumerate(found) for i in _words_of(trigger)}
        times, quantities = times_of(reading, at), quantities_of(reading, at)
        told = [_told(reading, sides, each, words, times.get(n, ())) for n, each in enumerate(found)]
        numbers = {id(each): n for n, each in enumerate(told)}
        parties = Parties(reading, tuple(each.token.i for each in found if each.lost is not None), amounts, codes)
        ranking = Ranking.of(reading, told)
        for chain in chains(reading, told, words):
            members = [numbers[id(each)] for each in chain.members]
            when = [time for n in members for time in times.get(n, ())]
            yield _event(parties, ranking, chain, when, [each for n in members for each in quantities.get(n, ())])


class Parties(dict[int, tuple[Party, Code]]):
    """The parties with their codes by the index of the heads of their phrases, each made once.

    A subject may act in several events.
    """

    def __init__(self, reading: Reading, lost: tuple[int, ...], amounts: Mapping[int, Span], codes: Codes) -> None:
        super().__init__()
        self.reading = reading
        self.lost = lost
        self.amounts = amounts
        self.codes = codes

    def __missing__(self, head: int) -> tuple[Party, Code]:
        """Make the party of a phrase."""
        token = self.reading.words[head]
        party = self.reading.party(token, self._beside(token) if self.lost else self.amounts.get(head))
        found = self[head] = (party, self.codes(token))
        return found

    def _beside(self, head: Token) -> Span | None:
        """The part of a phrase on one side of a verb that the parse takes for a part of it."""
        start, end = self.reading.token_range(self.reading.syntax.noun_phrase(head))
        verb = next((i for i in self.lost if start <= i < end), head.i)
        if verb == head.i:
            return None
        return self.reading.span(start, verb) if head.i < verb else self.reading.span(verb + 1, end)


def _amounts(reading: Reading) -> dict[int, Span]:
    """The amounts by their words: "£1.3m", "a third", "180 basis points"; what is counted is no amount."""
    amounts = (quantity.span for quantity in reading.all(Quantity) if quantity.dimension != "count")
    return {i: span for span in amounts for i in range(*reading.token_range(span))}


def _told(reading: Reading, sides: Sides, trigger: Trigger, words: Words, times: Collection[EventTime]) -> Told:
    found = features(reading, trigger, words)
    roles = arguments(reading, trigger, words, sides.timed, sides.amounts)
    moves = words.stems.get(trigger.base, trigger.base) in words.motion
    return Told.of(
        reading, trigger, found, roles, typed(sides, trigger, roles, found), moves=moves, days=_days(reading, times)
    )


def _days(reading: Reading, times: Collection[EventTime]) -> frozenset[str]:
    """The dates on or in which something is, as they are written: "2024-11", "2024-11-18"."""
    if not times:
        return frozenset()
    inside = (reading[each.time] for each in times if each.relation in {"DURING", "IS_INCLUDED"})
    return frozenset(time.value for time in inside if time.type == "DATE" and time.value and time.value[:4].isdigit())


def _words_of(trigger: Trigger) -> tuple[int, ...]:
    return (trigger.token.i,) if trigger.support is None else (trigger.token.i, trigger.support.i)


def _event(
    parties: Parties, ranking: Ranking, chain: Chain, times: list[EventTime], quantities: list[Ref[Quantity]]
) -> Event:
    reading = parties.reading
    anchor = _clearest(chain)
    kind = anchor.typed  # (`_clearest` has one if any member has)
    return Event(
        span=reading.token_span(anchor.trigger.anchor),
        lemma=anchor.trigger.lemma,
        mentions=tuple(_mention(reading, each.trigger) for each in chain.members),
        type=None if kind is None else kind.type,
        mode=() if kind is None else kind.mode,
        context=() if kind is None else kind.context,
        event_class=anchor.features.event_class,
        tense=anchor.features.tense,
        aspect=anchor.features.aspect,
        polarity=anchor.features.polarity,
        modality=anchor.features.modality,
        participants=_participants(reading, parties, chain),
        times=tuple(dict.fromkeys(times)),
        quantities=tuple(dict.fromkeys(quantities)),
        salience=ranking.salience(chain),
        rule=anchor.trigger.form if kind is None else kind.rule,
    )


def _clearest(chain: Chain) -> Told:
    """The member that tells the event best: with a type, as a verb, with the most sides; the first of equals."""
    if len(chain.members) == 1:
        return chain.members[0]
    return max(
        chain.members,
        key=lambda m: (m.typed is not None, m.trigger.form in VERBS, len(m.arguments), -m.trigger.token.i),
    )


def _mention(reading: Reading, trigger: Trigger) -> EventMention:
    head = reading.token_span(trigger.anchor)
    verb = None if trigger.form == "copula" else trigger.verb
    if verb is None:
        return EventMention(span=head, head=head)
    group = reading.syntax.verb_group(verb) or (verb,)
    ends = (verb.i, trigger.anchor.i, group[0].i, group[-1].i)
    return EventMention(span=reading.span(min(ends), max(ends) + 1), head=head)


def _participants(reading: Reading, parties: Parties, chain: Chain) -> tuple[Participant, ...]:
    found: dict[tuple[str, str, Span | None], Participant] = {}
    for each in chain.members:
        kind = each.typed
        recipients = {t.i for t in kind.recipients} if kind is not None else frozenset[int]()
        placed: set[int] = set()
        for argument in each.arguments:
            role = _role(reading, argument, each, recipients)
            participant = _participant(role, argument.role, *parties[argument.head.i])
            found.setdefault((role, argument.role, participant.party.span), participant)
            if role == "RECIPIENT":
                placed.add(argument.head.i)
        for token in () if kind is None else kind.recipients:
            if token.i not in placed:
                participant = _participant("RECIPIENT", "", *parties[token.i])
                found.setdefault(("RECIPIENT", "", participant.party.span), participant)
    return tuple(found.values())


def _participant(role: ParticipantRole, pb_role: str, party: Party, code: Code) -> Participant:
    return Participant(role=role, pb_role=pb_role, party=party, country=code.country, sector=code.sector)


def _role(reading: Reading, argument: Argument, told: Told, recipients: frozenset[int] | set[int]) -> ParticipantRole:
    if argument.role == "Arg0" or (argument.rises and told.moves and _is_side(reading, argument)):
        return "ACTOR"
    if argument.head.i in recipients:
        return "RECIPIENT"
    if argument.role == "Argm-LOC":
        return "LOCATION"
    if argument.role == "Argm-OTHER" and argument.preposition == "with" and told.trigger.form in VERBS:
        return "INSTRUMENT"
    if argument.rises or argument.role not in _UNDERGOING or not _is_side(reading, argument):
        return "THEME"
    if argument.role == "Arg1" and not argument.preposition and _is_given(reading, told):
        return "THEME"
    owner = reading.syntax.possessor(argument.head)
    return "THEME" if owner is not None and owner.tag_ == "PRP$" else "RECIPIENT"


def _is_given(reading: Reading, told: Told) -> bool:
    """Whether a verb tells of something given or used: "sent a team to Oster", "use force"."""
    return told.trigger.base == "use" or told.trigger.base in reading.lexicons.words("events", "transfer")


def _is_side(reading: Reading, argument: Argument) -> bool:
    entity = reading.entity_at(argument.head)
    return entity is not None and reading[entity].type in _SIDES


_UNDERGOING = frozenset({"Arg1", "Arg2", ""})
_SIDES = frozenset({"PERSON", "ORG", "GPE", "NORP", "GROUP"})
