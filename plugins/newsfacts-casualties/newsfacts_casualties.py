"""The dead, wounded and missing of a news article: how many, where, and who says so."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, Literal

from attrs import field, frozen, validators

from newsfacts import (
    Claim,
    Entity,
    Extractor,
    Fact,
    Kinds,
    Party,
    Quantity,
    Reading,
    Ref,
    ReportedFigure,
    Span,
    hookimpl,
)

Fate = Literal["dead", "wounded", "missing"]


@frozen(kw_only=True)
class Casualty(Fact):
    """People killed, hurt or missing; the span runs from the number to the word that tells their fate.

    `count` is the quantity, `place` where it happened, `said_by` who reports it (None: the article itself).
    """

    kind: ClassVar[str] = "casualties.casualty"

    fate: Fate = field(validator=validators.in_(("dead", "wounded", "missing")))
    count: Ref[Quantity]
    place: Span | None = None
    said_by: Party | None = None


@frozen
class Casualties(Extractor):
    """A quantity of people close to a word for their fate, in one sentence."""

    name: ClassVar[str] = "casualties.casualties"
    needs: ClassVar[Kinds] = frozenset({Quantity})
    uses: ClassVar[Kinds] = frozenset({Claim, Entity, ReportedFigure})
    gives: ClassVar[Kinds] = frozenset({Casualty})
    reads: ClassVar[frozenset[str]] = frozenset({"sents"})

    dead: tuple[str, ...] = ("killed", "dead", "died", "killing")
    wounded: tuple[str, ...] = ("injured", "wounded", "hurt", "injuring", "wounding")
    missing: tuple[str, ...] = ("missing",)
    reach: int = field(default=4, validator=validators.ge(1))

    def extract(self, reading: Reading) -> Iterator[Casualty]:
        """Give a casualty for every such quantity."""
        fates = self._fates()
        sayers = {fact.quantity: fact.claim for fact in reading.all(ReportedFigure)}
        for quantity in reading.all(Quantity):
            if quantity.dimension != "count" or quantity.ordinal:
                continue
            if (found := self._fate(quantity, fates, reading)) is None:
                continue
            word, fate, rule = found
            claim = sayers.get(quantity.ref)
            yield Casualty(
                span=Span.hull((quantity.span, word)),
                fate=fate,
                count=quantity.ref,
                place=_place(quantity, reading),
                said_by=None if claim is None else reading[claim].source,
                rule=rule,
            )

    def _fates(self) -> Mapping[str, Fate]:
        fates: dict[str, Fate] = dict.fromkeys(self.missing, "missing")
        return fates | dict.fromkeys(self.wounded, "wounded") | dict.fromkeys(self.dead, "dead")

    def _fate(self, quantity: Quantity, fates: Mapping[str, Fate], reading: Reading) -> tuple[Span, Fate, str] | None:
        """The word for their fate: after the people ("12 people were killed"), or just before ("injured 31")."""
        whole = Span.hull(span for span in (quantity.span, quantity.counted) if span is not None)
        first, last = reading.token_range(whole)
        sentence = reading.doc[first].sent
        after = range(last, min(last + self.reach, sentence.end))
        before = range(first - 1, max(first - 2, sentence.start - 1), -1)
        for rule, places in (("people-fate", after), ("fate-people", before)):
            for i in places:
                token = reading.doc[i]
                if token.text in {",", ";", "and"}:
                    break
                if token.lower_ in fates:
                    return reading.token_span(token), fates[token.lower_], rule
        return None


def _place(quantity: Quantity, reading: Reading) -> Span | None:
    """The first place that is named after "in", "at" or "near" in the sentence."""
    first, _ = reading.token_range(quantity.span)
    sentence = reading.doc[first].sent
    for token in reading.doc[first : sentence.end]:
        if token.lower_ in {"in", "at", "near"} and token.i + 1 < sentence.end:
            entity = reading.entity_at(reading.doc[token.i + 1])
            if entity is not None and reading[entity].type in {"GPE", "LOC", "FAC"}:
                return reading.token_span(reading.doc[token.i + 1])
    return None


@hookimpl
def newsfacts_extractors() -> Iterable[Extractor]:
    """Add the step."""
    return [Casualties()]
