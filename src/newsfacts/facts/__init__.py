"""The kinds of facts: one small module a family."""

from newsfacts.facts.base import AUTHOR, Fact, Party, UnknownFact
from newsfacts.facts.claims import Claim, Factuality, Quotation
from newsfacts.facts.entities import Entity, Mention
from newsfacts.facts.events import Event, EventMention, EventTime, Participant
from newsfacts.facts.layout import Author, Block, Byline, Credit, Dateline, Headline, Provenance, PublicationDate
from newsfacts.facts.quantities import Change, FigureLink, Interval, Quantity, ReportedFigure
from newsfacts.facts.stance import SignLink, Stance, Target, Tone
from newsfacts.facts.times import TimeAnchor, TimeExpression

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
    "Author",
    "Block",
    "Byline",
    "Change",
    "Claim",
    "Credit",
    "Dateline",
    "Entity",
    "Event",
    "EventMention",
    "EventTime",
    "Fact",
    "Factuality",
    "FigureLink",
    "Headline",
    "Interval",
    "Mention",
    "Participant",
    "Party",
    "Provenance",
    "PublicationDate",
    "Quantity",
    "Quotation",
    "ReportedFigure",
    "SignLink",
    "Stance",
    "Target",
    "TimeAnchor",
    "TimeExpression",
    "Tone",
    "UnknownFact",
]
