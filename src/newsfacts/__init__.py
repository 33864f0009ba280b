"""A news article in, typed facts with the exact characters that say so out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from newsfacts.article import Article, Problem
from newsfacts.columns import Columns
from newsfacts.errors import (
    CodecError,
    FactError,
    NewsfactsError,
    NoPipelineError,
    PlanError,
    PluginConflict,
    PluginWarning,
    RecordError,
    SettingsError,
    StepError,
)
from newsfacts.extractor import Extractor, Kinds, Reading, Step
from newsfacts.facts import (
    AUTHOR,
    KINDS,
    Aspect,
    Author,
    Block,
    Byline,
    Change,
    Claim,
    Credit,
    Dateline,
    Entity,
    Event,
    EventClass,
    EventMention,
    EventTime,
    Fact,
    Factuality,
    FigureLink,
    Headline,
    Interval,
    Mention,
    Participant,
    ParticipantRole,
    Party,
    PloverType,
    Polarity,
    Provenance,
    PublicationDate,
    Quantity,
    Quotation,
    Relation,
    ReportedFigure,
    Sector,
    SignLink,
    Stance,
    Target,
    Tense,
    TimeAnchor,
    TimeExpression,
    Tone,
    UnknownFact,
)
from newsfacts.five_ws import FiveWs
from newsfacts.formats import Reader, Writer
from newsfacts.hookspecs import hookimpl
from newsfacts.lexicons import LexiconFile, Lexicons
from newsfacts.records import Metadata, Record, Unreadable, json_record
from newsfacts.spans import Covering, Ref, Span

if TYPE_CHECKING:
    from newsfacts.default import extract
    from newsfacts.pipeline import Pipeline, load

_LAZY = {"Pipeline": "newsfacts.pipeline", "load": "newsfacts.pipeline", "extract": "newsfacts.default"}


def __getattr__(name: str) -> Any:  # (these import spaCy's types or use it, so they wait until asked for)
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'newsfacts' has no attribute {name!r}")


__all__ = [
    "AUTHOR",
    "KINDS",
    "Article",
    "Aspect",
    "Author",
    "Block",
    "Byline",
    "Change",
    "Claim",
    "CodecError",
    "Columns",
    "Covering",
    "Credit",
    "Dateline",
    "Entity",
    "Event",
    "EventClass",
    "EventMention",
    "EventTime",
    "Extractor",
    "Fact",
    "FactError",
    "Factuality",
    "FigureLink",
    "FiveWs",
    "Headline",
    "Interval",
    "Kinds",
    "LexiconFile",
    "Lexicons",
    "Mention",
    "Metadata",
    "NewsfactsError",
    "NoPipelineError",
    "Participant",
    "ParticipantRole",
    "Party",
    "Pipeline",
    "PlanError",
    "PloverType",
    "PluginConflict",
    "PluginWarning",
    "Polarity",
    "Problem",
    "Provenance",
    "PublicationDate",
    "Quantity",
    "Quotation",
    "Reader",
    "Reading",
    "Record",
    "RecordError",
    "Ref",
    "Relation",
    "ReportedFigure",
    "Sector",
    "SettingsError",
    "SignLink",
    "Span",
    "Stance",
    "Step",
    "StepError",
    "Target",
    "Tense",
    "TimeAnchor",
    "TimeExpression",
    "Tone",
    "UnknownFact",
    "Unreadable",
    "Writer",
    "extract",
    "hookimpl",
    "json_record",
    "load",
]
