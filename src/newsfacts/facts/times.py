"""Times: dates, times of day, durations, sets, and times told by an event (TimeML)."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from attrs import frozen

from newsfacts.facts.base import Fact, one_of
from newsfacts.spans import Ref, Span

TimeForm = Literal["TIMEX3", "EVENT_ANCHORED", "OCCURRENCE_ORDINAL"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
TimeMod = Literal[
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
    "START", "MID", "END", "APPROX",
]  # fmt: skip
Relation = Literal[
    "BEFORE", "AFTER", "INCLUDES", "IS_INCLUDED", "DURING", "SIMULTANEOUS", "IAFTER", "IBEFORE", "IDENTITY", "BEGINS",
    "ENDS", "BEGUN_BY", "ENDED_BY", "DURING_INV",
]  # fmt: skip


@frozen(kw_only=True)
class TimeExpression(Fact):
    """A time, at the precision that the text has.

    `value` is a TIMEX3 value ("2024-05", "P2W", "PAST_REF"; "XXXX-05" where the year is unknown); `start` and `end`
    are the ISO 8601 interval it covers. `anchor` is "DCT" (the publication date) or another time of the text.
    """

    kind: ClassVar[str] = "time"

    form: TimeForm = one_of(TimeForm, default="TIMEX3")
    type: TimeType | None = one_of(TimeType, default=None)
    value: str | None = None
    mod: TimeMod | None = one_of(TimeMod, default=None)
    quant: str | None = None
    freq: str | None = None
    start: str | None = None
    end: str | None = None
    anchor: Literal["DCT"] | Ref[TimeExpression] | None = None
    signal: Span | None = None
    ordinal: int | None = None


@frozen(kw_only=True)
class TimeAnchor(Fact):
    """The event that an event-anchored time hangs on: "once he takes office". The span is the time's."""

    kind: ClassVar[str] = "time-anchor"
    identity: ClassVar[tuple[str, ...]] = ("time", "event")

    time: Ref[TimeExpression]
    event: Ref[Any]  # Ref[Event]; the events module imports this one
    relation: Relation = one_of(Relation)
