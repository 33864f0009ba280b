"""How much the article is about an event: where it is told, how often, and by what kind of word."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from newsfacts import Block, Reading
from newsfacts.steps.events.chains import Chain, Told

_WEIGHTS = {"REPORTING": 0.4, "PERCEPTION": 0.6, "ASPECTUAL": 0.6, "I_STATE": 0.5, "STATE": 0.3}
_HEADED = 0.7
"""The least weight of what a headline mainly tells, be it a state."""

_BODY = frozenset({"paragraph", "standfirst"})


@frozen(eq=False)
class Ranking:
    """Knows where the story is told: in its headline, and in its first sentence under it."""

    reading: Reading
    headline: int
    lead: int
    second: frozenset[int]

    @staticmethod
    def of(reading: Reading, told: Sequence[Told]) -> Ranking:
        """Look at an article, and at which places of its opening come after the first that tells a deed."""
        headline = max((b.span.end for b in reading.all(Block) if b.role == "headline"), default=0)
        body = (b.span for b in reading.all(Block) if b.role in _BODY and b.span.start >= headline)
        start = next(body, None)
        first = next((t for t in reading.doc if start is None or t.idx >= start.start), None)
        lead = 0 if first is None or not reading.syntax.parsed else first.sent.end_char
        deeds = [each for each in told if each.main and each.features.event_class != "REPORTING"]
        heading = [each.trigger.token.i for each in deeds if each.trigger.token.idx < headline]
        leading = [each.trigger.token.i for each in deeds if headline <= each.trigger.token.idx < lead]
        return Ranking(reading, headline, lead, frozenset((*heading[1:], *leading[1:])))

    def salience(self, chain: Chain) -> float:
        """Give a number from 0 to 1: events that the opening mainly tells come first, then those often told."""
        members = chain.members
        first = members[0]
        early = 1 - first.trigger.token.idx / max(1, len(self.reading.text))
        often = min(1.0, (len(members) - 1) / 4)
        kind = max([_WEIGHTS.get(m.features.event_class, 1.0) for m in members])
        typed = 1.0 if any(m.typed is not None for m in members) else 0.0
        sided = min(1.0, sum(map(len, first.sides.entities.values())) / 2)
        opening = max([self._opens(m) for m in members[:_FIRST]])
        if opening == 1.0:
            kind = max(kind, _HEADED)
        return round(kind * (0.4 * opening + 0.15 * early**2 + 0.15 * often + 0.15 * typed + 0.15 * sided), 4)

    def _opens(self, told: Told) -> float:
        """How much the opening of the article is about what a place tells."""
        at = told.trigger.token.idx
        main = told.main and told.trigger.token.i not in self.second
        if at < self.headline:
            return 1.0 if main else 0.6
        if at < self.lead:
            return 0.8 if main else 0.3
        return 0.2 if told.main else 0.0


_FIRST = 4
"""How many places of an event are looked at: an article opens with its first ones."""
