"""The step `time_anchors`: the event that an event-anchored time hangs on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from attrs import frozen

from newsfacts import Event, Extractor, Kinds, Reading, TimeAnchor, TimeExpression


@frozen
class TimeAnchors(Extractor):
    """Links "once he takes office" to the event of taking office."""

    name: ClassVar[str] = "time_anchors"
    needs: ClassVar[Kinds] = frozenset({Event, TimeExpression})
    gives: ClassVar[Kinds] = frozenset({TimeAnchor})
    consults: ClassVar[frozenset[str]] = frozenset({"dep", "lemma", "pos", "tag"})

    def extract(self, reading: Reading) -> Iterable[TimeAnchor]:
        """Give one link for each such time: to the highest event in its words."""
        heads = {
            reading.token_range(mention.head)[0]: event for event in reading.all(Event) for mention in event.mentions
        }
        signals = reading.lexicons.raw("times")["signals"]
        for time in reading.all(TimeExpression):
            if time.form != "EVENT_ANCHORED" or time.signal is None:
                continue
            inside = range(*reading.token_range(time.span))
            event = next((heads[i] for i in _from_the_top(reading, inside) if i in heads), None)
            if event is not None:
                relation = signals[reading[time.signal].lower()]
                yield TimeAnchor(
                    span=time.span, time=time.ref, event=event.ref, relation=relation, rule="event-in-words"
                )


def _from_the_top(reading: Reading, inside: range) -> list[int]:
    """The words of a span, those nearest to its root first."""
    syntax = reading.syntax

    def depth(i: int) -> int:
        token = syntax.head(reading.words[i])
        steps = 0
        while token is not None and token.i in inside and steps < len(inside):
            token, steps = syntax.head(token), steps + 1
        return steps

    return sorted(inside, key=lambda i: (depth(i), i))
