"""All candidates of an article, one a cue word: what the finders propose, and which of it weights let stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsfacts.steps.sourcing.colons import colon_proposals
from newsfacts.steps.sourcing.evidence import evidence_for
from newsfacts.steps.sourcing.headings import heading_proposals
from newsfacts.steps.sourcing.markers import marker_proposals
from newsfacts.steps.sourcing.nouns import adjective_proposals, noun_proposals
from newsfacts.steps.sourcing.ordered import ordered_proposals
from newsfacts.steps.sourcing.proposals import Proposal
from newsfacts.steps.sourcing.relayed import relayed_proposals
from newsfacts.steps.sourcing.scene import Scene
from newsfacts.steps.sourcing.spoken import spoken_proposals
from newsfacts.steps.sourcing.unlisted import unlisted_proposals
from newsfacts.steps.sourcing.verbs import verb_proposals
from newsfacts.steps.sourcing.weights import Weights

_FINDERS = (
    verb_proposals,
    relayed_proposals,
    marker_proposals,
    noun_proposals,
    adjective_proposals,
    colon_proposals,
    heading_proposals,
)


def proposed(scene: Scene) -> list[Proposal]:
    """Give the proposals of the rules in text order, one a cue word."""
    found: dict[int, Proposal] = {}
    for finder in _FINDERS:
        for proposal in finder(scene):
            found.setdefault(proposal.head, proposal)
    for proposal in spoken_proposals(scene, _quoted_by(scene, found.values())):
        found[proposal.head] = proposal
    covered = {at for each in found.values() for low, high in each.cue for at in range(low, high)}
    for proposal in ordered_proposals(scene, covered):
        found.setdefault(proposal.head, proposal)
    return [found[head] for head in sorted(found)]


def candidates(scene: Scene) -> list[Proposal]:
    """Give the proposals of the rules and those beyond the word lists, in text order, one a cue word."""
    found = proposed(scene)
    covered = {at for each in found for low, high in each.cue for at in range(low, high)}
    return sorted([*found, *unlisted_proposals(scene, covered)], key=lambda each: each.head)


def likely(scene: Scene, weights: Weights) -> list[Proposal]:
    """Give the candidates that are rather claims than not."""
    found = candidates(scene)
    seen = evidence_for(scene, found)
    return [each for each, kinds in zip(found, seen, strict=True) if weights.probability(kinds) >= 0.5]


def _quoted_by(scene: Scene, proposals: Iterable[Proposal] | Sequence[Proposal]) -> set[int]:
    """The numbers of the quotations in these claims, but for those around a claim."""
    held = ((each, at) for each in proposals for low, high in each.content for at in (low, high - 1))
    return {scene.quoted[at] for each, at in held if scene.quoted[at] != scene.quoted[each.head]}
