"""Who is for or against what, and the words that show it."""

from __future__ import annotations

from typing import ClassVar, Literal

from attrs import frozen

from newsfacts.facts.base import Fact, Party, one_of
from newsfacts.facts.claims import Claim
from newsfacts.facts.entities import Entity
from newsfacts.facts.events import Event
from newsfacts.spans import Ref, Span

StancePolarity = Literal["support", "oppose", "neutral", "mixed"]
StanceBasis = Literal[
    "speech", "attitude", "commitment", "authorisation", "act", "nominal", "author-tone", "inferred"
]  # fmt: skip
StanceLevel = Literal["primary", "derived"]
Sign = Literal[1, -1]


@frozen(kw_only=True)
class Target:
    """What a stance is about: a phrase, and the entity, event or claim behind it."""

    span: Span
    entity: Ref[Entity] | None = None
    event: Ref[Event] | None = None
    claim: Ref[Claim] | None = None


@frozen(kw_only=True)
class SignLink:
    """One factor of a stance's sign: the words, +1 or -1, and why."""

    span: Span
    sign: Sign = one_of(Sign)
    why: str


@frozen(kw_only=True)
class Stance(Fact):
    """That a holder is for or against a target; the span is the evidence, `cue` the words that show it.

    `chain` are the factors whose product is the polarity: "vowed + . limit - . support + -> oppose".
    """

    kind: ClassVar[str] = "stance"
    identity: ClassVar[tuple[str, ...]] = ("holder", "target", "polarity", "cue")

    holder: Party
    target: Target
    polarity: StancePolarity = one_of(StancePolarity)
    aspect: str | None = None
    cue: Span
    basis: StanceBasis = one_of(StanceBasis)
    level: StanceLevel = one_of(StanceLevel, default="primary")
    certainty: float = 1.0
    chain: tuple[SignLink, ...] = ()


@frozen(kw_only=True)
class Tone(Fact):
    """The text's own attitude to a target, with a probability. The span is the sentence or phrase judged."""

    kind: ClassVar[str] = "tone"
    identity: ClassVar[tuple[str, ...]] = ("target",)

    target: Ref[Entity] | Span
    polarity: StancePolarity = one_of(StancePolarity)
    probability: float
