"""Who did what to whom, when and where (TimeML events, PLOVER types)."""

from __future__ import annotations

from typing import ClassVar, Literal

from attrs import field, frozen

from newsfacts.facts.base import Fact, Party, one_of
from newsfacts.facts.quantities import Quantity
from newsfacts.facts.times import Relation, TimeExpression
from newsfacts.spans import Ref, Span

PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
EventClass = Literal["OCCURRENCE", "REPORTING", "PERCEPTION", "ASPECTUAL", "I_ACTION", "I_STATE", "STATE"]
Tense = Literal["PAST", "PRESENT", "FUTURE", "INFINITIVE", "PRESPART", "PASTPART", "NONE"]
Aspect = Literal["PROGRESSIVE", "PERFECTIVE", "PERFECTIVE_PROGRESSIVE", "NONE"]
Polarity = Literal["POS", "NEG"]
Sector = Literal[
    "GOV", "JUD", "LEG", "MIL", "COP", "OPP", "PTY", "REB", "PRM", "SPY", "UAF", "CVL", "ELI", "BUS", "EDU", "MED",
    "LAB", "AGR", "JRN", "REF", "REL", "SOC", "CRM", "IGO", "NGO",
]  # fmt: skip
ParticipantRole = Literal["ACTOR", "RECIPIENT", "THEME", "INSTRUMENT", "LOCATION"]


@frozen(kw_only=True)
class EventMention:
    """One place where the event is told: its phrase, and the head word."""

    span: Span
    head: Span


@frozen(kw_only=True)
class Participant:
    """Somebody or something in the event; `pb_role` is a PropBank role ("Arg0").

    `country` is the ISO 3166-1 alpha-2 code of the state that a side belongs to or a place lies in; `sector` is
    PLOVER's code of what a side is: GOV, MIL, COP (police), REB, CVL, MED (medicine), JRN (media) and so on, IGO and
    NGO for bodies of no state. Each is None where the text does not tell.
    """

    role: ParticipantRole = one_of(ParticipantRole)
    pb_role: str = ""
    party: Party
    country: str | None = None
    sector: Sector | None = one_of(Sector, default=None)


@frozen(kw_only=True)
class EventTime:
    """A time of the event, with the TimeML relation of the event to it."""

    relation: Relation = one_of(Relation)
    time: Ref[TimeExpression]


@frozen(kw_only=True)
class Event(Fact):
    """Something that happens, with all its mentions; the span is its anchor, the first or clearest mention.

    `type`, `mode` and `context` are PLOVER's, None where the event is no political interaction; `event_class`,
    `tense`, `aspect`, `polarity` and `modality` are TimeML's.
    """

    kind: ClassVar[str] = "event"
    identity: ClassVar[tuple[str, ...]] = ("lemma",)

    lemma: str
    mentions: tuple[EventMention, ...] = ()
    type: PloverType | None = one_of(PloverType, default=None)
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    event_class: EventClass = one_of(EventClass, default="OCCURRENCE")
    tense: Tense = one_of(Tense, default="NONE")
    aspect: Aspect = one_of(Aspect, default="NONE")
    polarity: Polarity = one_of(Polarity, default="POS")
    modality: str | None = None
    participants: tuple[Participant, ...] = ()
    times: tuple[EventTime, ...] = ()
    quantities: tuple[Ref[Quantity], ...] = ()
    salience: float = field(default=0.0, eq=False)
