"""The kinds of facts: one small module a family."""

from newsfacts.facts.base import AUTHOR, Fact, Party, UnknownFact
from newsfacts.facts.claims import Claim, Factuality, Quotation
from newsfacts.facts.entities import Entity, Mention
from newsfacts.facts.events import (
    Aspect,
    Event,
    EventClass,
    EventMention,
    EventTime,
    Participant,
    ParticipantRole,
    PloverType,
    Polarity,
    Sector,
    Tense,
)
from newsfacts.facts.layout import Author, Block, Byline, Credit, Dateline, Headline, Provenance, PublicationDate
from newsfacts.facts.quantities import Change, FigureLink, Interval, Quantity, ReportedFigure
from newsfacts.facts.stance import SignLink, Stance, Target, Tone
from newsfacts.facts.times import Relation, TimeAnchor, TimeExpression

KINDS: tuple[type[Fact], ...] = (
    Block,
    Headline,
    Byline,
    Dateline,
    Credit,
    Provenance,
    PublicationDate,
    Mention,
    Entity,
    TimeExpression,
    Quantity,
    Quotation,
    Event,
    Claim,
    Factuality,
    TimeAnchor,
    ReportedFigure,
    FigureLink,
    Stance,
    Tone,
)
"""The built-in kinds, in the order in which they may refer to one another."""

__all__ = [
    "AUTHOR",
    "KINDS",
    "Aspect",
    "Author",
    "Block",
    "Byline",
    "Change",
    "Claim",
    "Credit",
    "Dateline",
    "Entity",
    "Event",
    "EventClass",
    "EventMention",
    "EventTime",
    "Fact",
    "Factuality",
    "FigureLink",
    "Headline",
    "Interval",
    "Mention",
    "Participant",
    "ParticipantRole",
    "Party",
    "PloverType",
    "Polarity",
    "Provenance",
    "PublicationDate",
    "Quantity",
    "Quotation",
    "Relation",
    "ReportedFigure",
    "Sector",
    "SignLink",
    "Stance",
    "Target",
    "Tense",
    "TimeAnchor",
    "TimeExpression",
    "Tone",
    "UnknownFact",
]
