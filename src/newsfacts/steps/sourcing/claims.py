"""The step that gives claims: who says, thinks, wants or shows what."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import ClassVar, Literal

from attrs import evolve, field, frozen

from newsfacts import (
    Block,
    Claim,
    Entity,
    Event,
    Extractor,
    Fact,
    Headline,
    Mention,
    Party,
    Provenance,
    Quotation,
    Reading,
    Span,
)
from newsfacts.steps.sourcing.anonymity import anonymity_of
from newsfacts.steps.sourcing.candidates import likely, proposed
from newsfacts.steps.sourcing.chains import carriers
from newsfacts.steps.sourcing.proposals import Proposal
from newsfacts.steps.sourcing.quoting import with_quotations
from newsfacts.steps.sourcing.resolved import entity_of, meant_by
from newsfacts.steps.sourcing.scene import Scene
from newsfacts.steps.sourcing.settling import (
    are_asked_for,
    is_aside,
    is_inscribed,
    is_of_somebody,
    is_refrained,
    is_silence,
    is_sum,
    is_wish_for_anonymity,
    nobody_does,
    settled,
)
from newsfacts.steps.sourcing.status import by_sureness, condition_of, main_clause, status_of
from newsfacts.steps.sourcing.weights import Weights


def _is_readable(_step: object, _field: object, path: str | None) -> None:
    if path is not None:
        Weights.read(path)


@frozen
class Claims(Extractor):
    """Claims with their source, cue and content, read off the frames of reporting words.

    >>> import newsfacts
    >>> article = newsfacts.extract("The ministry has not confirmed the attack, Governor Ann Hill said on Friday.")
    >>> [(article[claim.source.span], claim.status) for claim in article.claims]
    [('The ministry', 'UNCONFIRMED'), ('Governor Ann Hill', 'ASSERTED')]
    """

    name: ClassVar[str] = "claims"
    needs: ClassVar[frozenset[type[Fact]]] = frozenset({Quotation})
    uses: ClassVar[frozenset[type[Fact]]] = frozenset({Block, Headline, Mention, Entity, Event, Provenance})
    gives: ClassVar[frozenset[type[Fact]]] = frozenset({Claim})
    reads: ClassVar[frozenset[str]] = frozenset({"dep", "lemma", "pos", "tag"})

    weights: str | None = field(default=None, validator=_is_readable)
    """A file of learnt weights: they decide which candidates are claims, and look beyond the word lists, too."""

    @cached_property
    def _weights(self) -> Weights | None:
        return None if self.weights is None else Weights.read(self.weights)

    def extract(self, reading: Reading) -> Iterable[Claim]:
        """Give the claims in text order, each with the claim it is made in."""
        if not reading.syntax.parsed:
            return ()
        scene = Scene(reading)
        found = proposed(scene) if self._weights is None else likely(scene, self._weights)
        proposals = [each for each in with_quotations(scene, settled(scene, found)) if not _is_no_claim(scene, each)]
        asked = are_asked_for(scene, proposals)
        proposals = [each for each in proposals if each.head not in asked]
        parts = [part for each in proposals for part in by_sureness(scene, each)]
        made = [claim for claim in (_claim(scene, each) for each in parts) if claim is not None]
        return _nested(made)


def _is_no_claim(scene: Scene, each: Proposal) -> bool:
    tests = (
        nobody_does,
        is_inscribed,
        is_aside,
        is_of_somebody,
        is_refrained,
        is_silence,
        is_sum,
        is_wish_for_anonymity,
    )
    return any(test(scene, each) for test in tests)


def _claim(scene: Scene, proposal: Proposal) -> Claim | None:
    spans = [scene.span(*piece) for piece in proposal.content]
    content = tuple(span for span in spans if span is not None)
    cue = tuple(scene.reading.span(*piece) for piece in proposal.cue)
    if not content or not cue:
        return None
    source = _party(scene, proposal)
    unnamed = anonymity_of(scene, proposal)
    everything = [*content, *cue, *([source.span] if source.span is not None else [])]
    main = main_clause(scene, proposal)
    condition = condition_of(scene, main)
    return Claim(
        span=Span.hull(everything),
        source=source,
        anonymous=unnamed.withheld,
        anonymity_reason=unnamed.reason,
        via=carriers(scene, proposal, source),
        cue=cue,
        cue_head=scene.reading.token_span(scene.token(proposal.head)),
        content=content,
        form=_form(scene, proposal),
        act=proposal.sense.act,
        polarity="NEG" if proposal.negated else "POS",
        condition=None if condition is None else scene.span(*condition),
        status=status_of(scene, proposal),
        events=tuple(event.ref for event in _events_in(scene, content)),
        rule=proposal.rule,
    )


def _events_in(scene: Scene, content: Sequence[Span]) -> Iterable[Event]:
    """The events whose anchors lie in a content, in text order."""
    low, high = min(piece.start for piece in content), max(piece.end for piece in content)
    events = scene.reading.all(Event)
    for at in range(bisect_left(scene.event_starts, low), len(events)):
        if events[at].span.start >= high:
            break
        if _holds(content, events[at].span):
            yield events[at]


def _holds(content: Sequence[Span], span: Span) -> bool:
    return any(piece.covers(span) for piece in content)


def _party(scene: Scene, proposal: Proposal) -> Party:
    if proposal.source is None or proposal.source_range is None:
        return Party(form="UNNAMED")
    token = scene.token(proposal.source)
    span = scene.span(*proposal.source_range)
    meant = scene.syntax.antecedent(token) if scene.syntax.is_relative_word(token) else None
    if meant is not None and scene.lower[token.i] == "who":
        meant = meant_by(scene, meant)
    entity = entity_of(scene, token, proposal.source_range) if meant is None else scene.reading.entity_at(meant)
    if span is None:
        return scene.reading.party(token, span)
    return Party(form="UNNAMED" if entity is None else "ENTITY", span=span, entity=entity)


def _form(scene: Scene, proposal: Proposal) -> Literal["direct", "indirect", "mixed"]:
    if proposal.rule == "speaker-label":
        return "direct"
    inside = outside = False
    for start, end in proposal.content:
        for index in range(start, end):
            if not scene.blank[index]:
                if scene.quoted[index] >= 0:
                    inside = inside or _is_said(scene, scene.quoted[index])
                else:
                    outside = True
    return "mixed" if inside and outside else "direct" if inside else "indirect"


def _is_said(scene: Scene, number: int) -> bool:
    """Whether a quotation inside a content is the source's wording: not one word before its noun ("free" bus)."""
    if scene.quotations[number].speech:
        return True
    start, end = scene.quotation_ranges[number]
    words = [i for i in range(start, end) if not scene.blank[i]]
    return len(words) > 1 or scene.tags[min(end, scene.size - 1)] not in {"NN", "NNS", "NNP", "NNPS", "JJ"}


def _nested(claims: Sequence[Claim]) -> list[Claim]:
    """Point each claim to the smallest claim whose content holds its cue."""
    found: dict[int, Claim] = {}
    sizes = [sum(map(len, claim.content)) for claim in claims]
    for at in sorted(range(len(claims)), key=lambda number: (-sizes[number], number)):
        claim = claims[at]
        place = claim.cue[0]
        parents = [
            number
            for number, other in found.items()
            if other.span.start <= place.start < other.span.end
            and other.cue != claim.cue
            and _holds(other.content, place)
        ]
        if parents:
            parent = found[min(parents, key=lambda number: sizes[number])]
            claim = evolve(claim, parent=parent.ref, via=tuple(each for each in claim.via if each not in parent.via))
        found[at] = claim
    return [found[at] for at in range(len(claims))]
