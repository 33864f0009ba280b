"""Settles proposals that get in each other's way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsfacts.steps.sourcing.contents import tidied
from newsfacts.steps.sourcing.proposals import Proposal, evolve
from newsfacts.steps.sourcing.scene import Range, Scene
from newsfacts.steps.sourcing.shapes import names_source


def settled(scene: Scene, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Give the proposals without those inside another's cue, and with "according to" out of others' contents."""
    # what a source says must stand somewhere
    proposals = [each for each in proposals if each.content and not _is_money(scene, each)]
    covered = {at for each in proposals for low, high in each.cue for at in range(low, high) if at != each.head}
    alone = [each for each in proposals if each.head not in covered]
    alone = [each for each in alone if not _is_frame(scene, each) or not _speaks_inside(alone, each)]
    alone = [each for each in alone if not _is_venue(alone, each) and not _is_described(each, alone)]
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
    goes_on = [each for each in alone if _goes_on(scene, each)]
    return [_before_participle(scene, each, goes_on) for each in alone] if goes_on else alone


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


def _is_money(scene: Scene, each: Proposal) -> bool:
    """Whether an amount would speak: "jailed over $3m planning bribes"."""
    if each.source is None or each.source_range is None:
        return False
    start, _ = each.source_range
    return scene.tags[each.source] == "$" or (start > 0 and scene.tags[start - 1] == "$")


def _is_frame(scene: Scene, each: Proposal) -> bool:
    """Whether a claim is only opened by a text: "In the study,", "In its judgment,"."""
    texts = scene.reading.lexicons.words("cue_words", "writings")
    return each.rule == "in-document" or (each.rule == "in-view" and scene.lemmas[each.head] in texts)


def _speaks_inside(proposals: Sequence[Proposal], document: Proposal) -> bool:
    """Whether somebody speaks in what a document would say: "In the study, Hill argues that ..."."""
    low, high = document.content[0][0], document.content[-1][1]
    return any(low <= each.head < high for each in proposals if each is not document)


def _is_venue(proposals: Sequence[Proposal], each: Proposal) -> bool:
    """Whether a noun only tells where something was said: "told analysts on a call that the dividend was safe"."""
    return (
        each.rule == "noun-that"
        and each.source is None
        and any(
            other.head < each.head < other.content[0][0] and other.content[0] == each.content[0] for other in proposals
        )
    )


def _is_described(each: Proposal, proposals: Sequence[Proposal]) -> bool:
    """Whether a clause about a speaker would hold what the speaker says: "Two aides not told to brief us | said"."""
    if each.rule not in {"clause-after", "order-after"}:
        return False
    low, high = each.content[0]
    return any(
        other.source is not None and other.source < each.head < low <= other.head < high and other.source != each.source
        for other in proposals
    )


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


def is_inscribed(scene: Scene, each: Proposal) -> bool:
    """Tell whether the source is a rule in force or a thing with words on it: neither claims anything."""
    if each.source is None or each.rule == "speaker-label":
        return False
    token = scene.token(each.source)
    if scene.syntax.is_relative_word(token):
        token = scene.syntax.antecedent(token) or token
    return scene.lemmas[token.i] in scene.reading.lexicons.words("cue_words", "no_sources")


def is_aside(scene: Scene, each: Proposal) -> bool:
    """Tell whether a quoted speaker only says "I know how", "you see what": nothing is claimed by it."""
    return (
        each.rule in {"clause-wh", "clause-whether"}
        and each.sense.act == "thought"
        and each.source is not None
        and scene.speech_at(each.head) >= 0
        and scene.lower[each.source] in {"i", "we", "you"}
    )


def is_wish_for_anonymity(scene: Scene, each: Proposal) -> bool:
    """Tell whether a source only asks not to be named, or somebody for a comment."""
    if each.sense.status not in {"INTENDED", "REQUESTED"}:
        return False
    words = scene.reading.lexicons
    withholding = words.words("cue_words", "withholding")
    after = each.cue[-1][1]
    if not withholding.isdisjoint(scene.lower[after : after + 2]):
        return True
    return any(
        not withholding.isdisjoint(scene.lower[low : min(high, low + 6)]) or scene.lower[low:high] == ["comment"]
        for low, high in each.content
    )


def is_silence(scene: Scene, each: Proposal) -> bool:
    """Tell whether somebody only "declined to comment on" something: nothing is claimed."""
    silent = scene.reading.lexicons.words("cue_words", "silent")
    return each.negated and scene.lemmas[each.head] in silent and each.rule.startswith("preposition")


def is_sum(scene: Scene, each: Proposal) -> bool:
    """Tell whether a source is an amount of money: "£1.3m planning bribes"."""
    return each.source is not None and scene.tags[each.source] == "CD" and scene.lower[each.source - 1] in {*"$£€"}


def are_asked_for(scene: Scene, proposals: Sequence[Proposal]) -> set[int]:
    """Give the heads of claims that tell only of what is asked for or meant: "urged both sides to show restraint"."""
    asked = {each.governed: each.head for each in proposals if each.sense.status in {"INTENDED", "REQUESTED"}}
    return {
        each.head
        for each in proposals
        if asked.get(each.head, each.head) < each.head
        and scene.tags[each.head] == "VB"
        and scene.lower[each.cue[0][0] - 1] == "to"
        and not each.rule.startswith(("clause", "quotation"))
    }


def is_refrained(scene: Scene, each: Proposal) -> bool:
    """Tell whether a quoted speaker does not ask or promise: "We cannot ask people to trust us" claims one thing."""
    return (
        each.negated
        and each.source is not None
        and scene.speech_at(each.head) >= 0
        and scene.lower[each.source] in {"i", "we", "you"}
        and each.sense.act in {"speech", "intention"}
        and each.sense.status in {"REQUESTED", "INTENDED"}
    )


def nobody_does(scene: Scene, each: Proposal) -> bool:
    """Tell whether nobody asks, promises, tells: "nobody can tell me who", "it had not been informed of a sale"."""
    if each.source is None:
        addressing = scene.reading.lexicons.words("cue_words", "addressing")
        return each.negated and each.rule.startswith("passive") and scene.lemmas[each.head] in addressing
    nobody = scene.lower[each.source] in {"nobody", "none", "nothing"}
    return nobody and (each.sense.act == "speech" or each.sense.status in {"REQUESTED", "INTENDED"})


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
