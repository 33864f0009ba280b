"""Who says what, and how sure (FactBank)."""

from __future__ import annotations

from typing import ClassVar, Literal

from attrs import frozen

from newsfacts.facts.base import Fact, Party, one_of
from newsfacts.facts.events import Event, Polarity
from newsfacts.spans import Ref, Span

QuoteMarks = Literal["double", "single", "guillemet", "none"]
ClaimForm = Literal["direct", "indirect", "mixed"]
ClaimAct = Literal["speech", "thought", "intention", "evidence", "decree"]
Modality = Literal["EPISTEMIC", "DEONTIC", "DYNAMIC", "BOULETIC", "INTENTION"]
Status = Literal[
    "ASSERTED", "DENIED", "PROBABLE", "POSSIBLE", "UNCONFIRMED", "HINTED", "INTENDED", "REQUESTED", "CONDITIONAL",
    "COUNTERFACTUAL",
]  # fmt: skip
FactualityValue = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu", "U+", "U-"]


@frozen(kw_only=True)
class Quotation(Fact):
    """Words between quotation marks; the span has the marks. `speech` is False for scare quotes and titles."""

    kind: ClassVar[str] = "quotation"

    marks: QuoteMarks = one_of(QuoteMarks)
    continued: bool = False
    speech: bool = True


@frozen(kw_only=True)
class Claim(Fact):
    """What a source says, thinks, wants or shows; the span runs from the first to the last of source, cue, content.

    `cue` is the reporting expression with its auxiliaries and negation ("has not confirmed"), `cue_head` its main
    word; `content` is what is said, in several spans where the cue interrupts. `via` names who passed it on, nearest
    first. `parent` is the id of the claim inside which this one is made.
    """

    kind: ClassVar[str] = "claim"
    identity: ClassVar[tuple[str, ...]] = ("source", "cue", "content")

    source: Party
    anonymous: bool = False
    anonymity_reason: Span | None = None
    via: tuple[Party, ...] = ()
    cue: tuple[Span, ...] = ()
    cue_head: Span | None = None
    content: tuple[Span, ...] = ()
    form: ClaimForm = one_of(ClaimForm, default="indirect")
    act: ClaimAct = one_of(ClaimAct, default="speech")
    polarity: Polarity = one_of(Polarity, default="POS")
    modality: Modality | None = one_of(Modality, default=None)
    condition: Span | None = None
    status: Status = one_of(Status, default="ASSERTED")
    events: tuple[Ref[Event], ...] = ()
    parent: Ref[Claim] | None = None


@frozen(kw_only=True)
class Factuality(Fact):
    """How sure a source is that an event happened (FactBank). The span is the event's anchor.

    `source` is "AUTHOR" or the claim in which the source speaks.
    """

    kind: ClassVar[str] = "factuality"
    identity: ClassVar[tuple[str, ...]] = ("event", "source")

    event: Ref[Event]
    source: Literal["AUTHOR"] | Ref[Claim] = "AUTHOR"
    value: FactualityValue = one_of(FactualityValue)
    cues: tuple[Span, ...] = ()
    future: bool = False
