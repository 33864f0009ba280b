"""Ends contents where somebody else's words, or what their speaker does next, begin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from newsfacts.steps.sourcing.contents import tidied
from newsfacts.steps.sourcing.proposals import Proposal, evolve
from newsfacts.steps.sourcing.scene import Range, Scene
from newsfacts.steps.sourcing.shapes import names_source


def cut(proposals: Sequence[Proposal], scene: Scene) -> list[Proposal]:
    """Give the proposals with contents that end before the deeds, sources and words of others."""
    alone = list(proposals)
    tails = [each for each in alone if each.rule == "according-to"]
    if tails:
        alone = [_without_tail(scene, each, tails) for each in alone]
    deeds: dict[int | None, list[Proposal]] = {}
    for each in alone:
        deeds.setdefault(each.source, []).append(each)
    alone = [_before_next_deed(scene, each, deeds[each.source]) for each in alone]
    if cited := [at for at in scene.verbs if scene.lower[at] == "citing" and scene.lower[at - 1] == ","]:
        cited = [at for at in cited if names_source(scene, scene.token(at))]
        alone = [_before_citing(scene, each, cited) for each in alone]
    if inserted := [each for each in alone if _is_inserted(each)]:
        alone = [_without_insertion(scene, each, inserted) for each in alone]
    if turns := [each for each in alone if _turns(scene, each)]:
        alone = [_before_turn(scene, each, turns) for each in alone]
    holders = _holders(alone)
    alone = [_within_clause(scene, each, holders[each.head]) for each in alone]
    goes_on = [each for each in alone if _goes_on(scene, each)]
    return [_before_participle(scene, each, goes_on) for each in alone] if goes_on else alone


def _turns(scene: Scene, each: Proposal) -> bool:
    """Whether ", though" or ", but" leads over to another speaker: "..., though the union insisted that"."""
    start = each.reporting[0]
    return (
        each.source is not None
        and start > 1
        and scene.lower[start - 1] in _TURNING
        and scene.lower[start - 2] == ","
        and scene.tags[each.cue[0][0]] in _DEEDS
        and each.source < each.head
        and (each.sense.act == "speech" or scene.tags[each.source] != "PRP")
    )


_TURNING: Final = frozenset({"although", "but", "though", "while"})


def _before_turn(scene: Scene, each: Proposal, turns: Sequence[Proposal]) -> Proposal:
    """End a content before ", though the union insisted that ...": the union says that, no one else."""
    start, end = each.content[-1]
    for other in turns:
        comma = other.reporting[0] - 2
        if each.head < start < comma < end and scene.quoted[comma] < 0 and other.source != each.source:
            return _ended(scene, each, comma)
    return each


def _holders(proposals: Sequence[Proposal]) -> dict[int, list[Proposal]]:
    """For the cue of each proposal, the proposals in whose contents it stands."""
    holders: dict[int, list[Proposal]] = {each.head: [] for each in proposals}
    heads = sorted(holders)
    for each in proposals:
        for low, high in each.content:
            for head in heads[bisect_left(heads, low) : bisect_left(heads, high)]:
                holders[head].append(each)
    return holders


def _within_clause(scene: Scene, each: Proposal, holders: Sequence[Proposal]) -> Proposal:
    """End what is said in what another says where the other's goes on.

    That is before "she said" in "They agreed on how to share it, she said", and before "but that" in
    "She said he hoped it was over but that it was not".
    """
    start, end = each.content[-1]
    if not each.head < start:
        return each
    for other in holders:
        place = other.reporting[0]
        if start < place < end and other.head > each.head:
            return _ended(scene, each, place)
        if other.head < each.head and scene.lower[start] != "that" and each.rule.startswith("clause"):
            twin = (at for at in range(start + 1, end - 1) if scene.lower[at] in {"and", "but"})
            at = next((at for at in twin if scene.lower[at + 1] == "that" and scene.quoted[at] < 0), -1)
            if at > 0 and scene.tags[at + 1] == "IN":
                return _ended(scene, each, at)
    return each


def _ended(scene: Scene, each: Proposal, end: int) -> Proposal:
    """The proposal with a content that ends at a word."""
    last = tidied(scene, each.content[-1][0], end, each.head)
    return each if last is None or last[1] > end else evolve(each, content=(*each.content[:-1], last))


def _without_insertion(scene: Scene, each: Proposal, inserted: Sequence[Proposal]) -> Proposal:
    """Take "he later recalled" out of what somebody told: "An official told him, he later recalled, that ..."."""
    for other in inserted:
        low, high = other.reporting
        first = other.content[0]
        if first[0] <= each.head < first[1] <= low and each.head < low:
            pieces = [cut for piece in each.content for cut in _around(scene, each, piece, (low, high))]
            return evolve(each, content=tuple(pieces)) if pieces else each
    return each


def _is_inserted(each: Proposal) -> bool:
    """Whether a content goes around its reporting clause."""
    return len(each.content) > 1 and each.content[0][1] <= each.reporting[0] and each.reporting[1] <= each.content[1][0]


def _around(scene: Scene, each: Proposal, piece: Range, gap: Range) -> list[Range]:
    start, end = piece
    if not start <= gap[0] < gap[1] < end:
        return [piece]
    cuts = tidied(scene, start, gap[0], each.head), tidied(scene, gap[1], end, each.head)
    return [cut for cut in cuts if cut is not None]


def _before_next_deed(scene: Scene, each: Proposal, proposals: Sequence[Proposal]) -> Proposal:
    """End a content before what its speaker does next: "said it was late, and urged the council to act"."""
    start, end = each.content[-1]
    if each.source is None or not each.head < start:
        return each
    for other in proposals:
        at = other.cue[0][0]
        if other.source == each.source and each.head < start < at < end and scene.tags[at] in _DEEDS:
            while at > start and (scene.lower[at - 1] in {",", "and", "but"} or scene.tags[at - 1] == "RB"):
                at -= 1
            cut = tidied(scene, start, at, each.head) if scene.quoted[at] < 0 else None
            if cut is not None and cut[1] <= other.cue[0][0]:
                return evolve(each, content=(*each.content[:-1], cut))
    return each


def _before_citing(scene: Scene, each: Proposal, cited: Sequence[int]) -> Proposal:
    """End a content before ", citing a diplomat": that tells where its source has it from."""
    start, end = each.content[-1]
    for at in cited:
        if each.head < start < at < end and scene.quoted[at] == scene.quoted[each.head]:
            cut = tidied(scene, start, at - 1, each.head)
            return each if cut is None else evolve(each, content=(*each.content[:-1], cut))
    return each


_DEEDS: Final = frozenset({"MD", "VBD", "VBN", "VBP", "VBZ"})


def _goes_on(scene: Scene, each: Proposal) -> bool:
    """Whether a claim goes on with what the speaker before it does: "..., adding that", "..., saying it"."""
    start = each.cue[0][0]
    return (
        scene.tags[each.head] == "VBG"
        and start > 0
        and scene.lower[start - 1] == ","
        and (each.quoting or each.rule.startswith(("clause", "quotation", "preposition-to")))
    )


def _before_participle(scene: Scene, each: Proposal, goes_on: Sequence[Proposal]) -> Proposal:
    """End a content before ", adding that ...": the participle belongs to the speaker."""
    start, end = each.content[-1]
    for other in goes_on:
        comma = other.cue[0][0] - 1
        if other is not each and each.head < start < comma < end and scene.quoted[comma] < 0:
            cut = tidied(scene, start, comma, each.head)
            if cut is not None and cut[1] <= comma + 1:
                return evolve(each, content=(*each.content[:-1], cut))
    return each


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
