"""Settles proposals that get in each other's way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsfacts.steps.sourcing.cutting import cut
from newsfacts.steps.sourcing.proposals import Proposal
from newsfacts.steps.sourcing.scene import Scene


def settled(scene: Scene, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Give the proposals without those inside another's cue, and with "according to" out of others' contents."""
    # what a source says must stand somewhere
    proposals = [each for each in proposals if each.content and not _is_money(scene, each)]
    covered = {at for each in proposals for low, high in each.cue for at in range(low, high) if at != each.head}
    alone = [each for each in proposals if each.head not in covered]
    alone = [each for each in alone if not _is_frame(scene, each) or not _speaks_inside(alone, each)]
    alone = [each for each in alone if not _is_venue(alone, each) and not _is_described(each, alone)]
    return cut([each for each in alone if not _is_told_twice(each, alone)], scene)


def _is_told_twice(each: Proposal, proposals: Sequence[Proposal]) -> bool:
    """Whether a second verb right before the same words has the same speaker: "laughed and said: “No.”"."""
    return each.quoting and any(
        other.quoting and each.head < other.head < each.content[0][0]
        for other in proposals
        if other.content == each.content and other.source == each.source
    )


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
    return each.negated and scene.lemmas[each.head] in silent and not each.rule.startswith("quotation")


def is_sum(scene: Scene, each: Proposal) -> bool:
    """Tell whether a source is an amount of money: "£1.3m planning bribes"."""
    return each.source is not None and scene.tags[each.source] == "CD" and scene.lower[each.source - 1] in {*"$£€"}


def is_of_somebody(scene: Scene, each: Proposal) -> bool:
    """Tell whether the "content" is only a person or "it": "asked for her", "questioned the driver", "did not know it".

    Whom somebody asks for or questions, and whom they judge by a pronoun alone, nobody says anything of.
    """
    if each.governed is None or not each.rule.startswith(("object", "preposition")) or "infinitive" in each.rule:
        return False
    start, end = each.content[0]
    if scene.lower[end : end + 1] in (["as"], ["for"], ["of"], ["to"]):
        return False  # "accused her | of fraud", "called for him | to resign"
    told = each.sense.act == "speech" and (each.negated or each.sense.status != "ASSERTED")  # "denied it"
    if end - start == 1 and (scene.lower[start] in _THEM or (scene.lower[start] == "it" and not told)):
        return True
    asked = each.sense.status == "REQUESTED" and each.rule == "preposition-for" and "to" not in scene.lower[start:end]
    if not asked and scene.lemmas[each.head] != "question":
        return False
    noun = scene.token(each.governed)
    entity = scene.reading.entity_at(noun)
    people = scene.reading.lexicons.words("entity_nouns", "person")
    return scene.lemmas[noun.i] in people or (entity is not None and scene.reading[entity].type == "PERSON")


_THEM: Final = frozenset({"her", "him", "me", "them", "us", "you"})


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
