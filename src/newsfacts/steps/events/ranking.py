"""How much the article is about an event: where it is told, how often, and by what kind of word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from attrs import frozen

from newsfacts import Block, Reading, Span
from newsfacts.steps.events.chains import Chain, Told

_WEIGHTS = {"REPORTING": 0.4, "PERCEPTION": 0.6, "ASPECTUAL": 0.6, "I_STATE": 0.5, "STATE": 0.3}
_HEADED = 0.7
"""The least weight of what a headline mainly tells, be it a state."""

_BODY = frozenset({"paragraph", "standfirst"})


@frozen(eq=False)
class Ranking:
    """Knows where the story is told: in its headline, and in the sentence that opens it."""

    reading: Reading
    headline: int
    lead: range
    second: frozenset[int]

    @staticmethod
    def of(reading: Reading, told: Sequence[Told]) -> Ranking:
        """Look at an article, and at which places of its opening come after the first that tells a deed."""
        headline = max((b.span.end for b in reading.all(Block) if b.role == "headline"), default=0)
        body = (b.span.start for b in reading.all(Block) if b.role in _BODY and b.span.start >= headline)
        main = [each for each in told if each.main and not each.addresses]
        lead = _lead(reading, headline, next(body, headline), main)
        deeds = [each.trigger.token for each in main if each.features.event_class != "REPORTING"]
        heading = [token.i for token in deeds if token.idx < headline]
        leading = [token.i for token in deeds if token.idx in lead]
        return Ranking(reading, headline, lead, frozenset((*heading[1:], *leading[1:])))

    def salience(self, chain: Chain) -> float:
        """Give a number from 0 to 1: events that the opening mainly tells come first, then those often told."""
        members = chain.members
        first = members[0]
        early = 1 - first.trigger.token.idx / max(1, len(self.reading.text))
        often = min(1.0, (len(members) - 1) / 4)
        kind = max([_weight(m) for m in members])
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
        if at in self.lead:
            return 0.8 if main else 0.3
        return 0.2 if told.main else 0.0


def _lead(reading: Reading, headline: int, body: int, main: Sequence[Told]) -> range:
    """The characters of the sentence that opens the story.

    It is the first that tells something, or the next that takes up a noun of the headline: a page may greet its
    readers first ("This live blog is closed"), and a reporter may set a scene.
    """
    tokens = (each.trigger.token for each in main if each.trigger.token.idx >= body)
    opening = [*dict.fromkeys((token.sent.start, token.sent.end) for token in islice(tokens, _OPENING))]
    nouns = _nouns(reading, *reading.token_range(Span(0, headline))) if headline else set()
    start, end = next((each for each in opening if nouns & _nouns(reading, *each)), next(iter(opening), (0, 0)))
    return range(reading.words[start].idx, reading.words[end - 1].idx + 1) if end else range(0)


def _nouns(reading: Reading, start: int, end: int) -> set[str]:
    columns = reading.columns
    return {columns.lemmas[i] for i in range(start, end) if columns.tags[i] in _NOUNS}


def _weight(told: Told) -> float:
    """How much a place weighs by what it is: a noun that nobody is said to do tells less than a verb."""
    if told.addresses:
        return _ADDRESSING
    weight = _WEIGHTS.get(told.features.event_class, 1.0)
    return weight * _NAMING if told.trigger.verb is None else weight


_NOUNS = frozenset({"NN", "NNP", "NNPS", "NNS"})
_OPENING = 4
"""How many main deeds are looked at for the opening of the story."""

_ADDRESSING = 0.2
_NAMING = 0.8
_FIRST = 4
"""How many places of an event are looked at: an article opens with its first ones."""
