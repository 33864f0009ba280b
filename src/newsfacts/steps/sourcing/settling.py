"""Settles proposals that get in each other's way."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts.steps.sourcing.contents import tidied
from newsfacts.steps.sourcing.proposals import Proposal, evolve
from newsfacts.steps.sourcing.scene import Range, Scene


def settled(scene: Scene, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Give the proposals without those inside another's cue, and with "according to" out of others' contents."""
    covered = {at for each in proposals for low, high in each.cue for at in range(low, high) if at != each.head}
    alone = [each for each in proposals if each.head not in covered]
    tails = [each for each in alone if each.rule == "according-to"]
    return [_without_tail(scene, each, tails) for each in alone] if tails else alone


def nobody_does(scene: Scene, each: Proposal) -> bool:
    """Tell whether nobody asks or promises: such a sentence tells of no request and no promise."""
    if each.source is None or each.sense.status not in {"REQUESTED", "INTENDED"}:
        return False
    return scene.lower[each.source] in {"nobody", "none", "nothing"}


def _without_tail(scene: Scene, each: Proposal, tails: Sequence[Proposal]) -> Proposal:
    """Take ", according to a poll" off the end of what somebody in that poll thinks."""
    for tail in tails:
        low, high = tail.reporting
        start, end = each.content[-1]
        if each is not tail and start < low and high >= end - 1 and each.head < low <= end:
            cut = tidied(scene, start, low, each.head)
            if cut is not None and end <= scene.sentence(low)[1]:
                last: Range = cut
                return evolve(each, content=(*each.content[:-1], last))
    return each
