"""How much the article is about an event: where it is told, how often, and by what kind of word."""

from __future__ import annotations

from newsfacts import Reading
from newsfacts.steps.events.chains import Chain

_WEIGHTS = {"REPORTING": 0.4, "PERCEPTION": 0.6, "ASPECTUAL": 0.6, "I_STATE": 0.5, "STATE": 0.3}


def salience(reading: Reading, chain: Chain) -> float:
    """Give a number from 0 to 1: early, often told, typed events with named sides come first."""
    first = chain.members[0]
    length = max(1, len(reading.text))
    early = 1 - first.trigger.token.idx / length
    often = min(1.0, (len(chain.members) - 1) / 4)
    kind = max([_WEIGHTS.get(m.features.event_class, 1.0) for m in chain.members])
    typed = 1.0 if any(m.typed is not None for m in chain.members) else 0.0
    sided = min(1.0, sum(map(len, first.sides.entities.values())) / 2)
    verb = first.trigger.verb
    root = 1.0 if verb is not None and reading.syntax.role(verb) == "root" else 0.0
    return round(kind * (0.35 * early**2 + 0.2 * often + 0.2 * typed + 0.15 * sided + 0.1 * root), 4)
