"""Where one party stands toward another: the question of a holder and a target that are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from attrs import evolve
from spacy.tokens import Token

from newsfacts import Claim, Party, Reading, Span, Stance, Target
from newsfacts.steps.stance.derived import derived, of_deeds
from newsfacts.steps.stance.findings import Finding, candidates, facts
from newsfacts.steps.stance.rules import findings
from newsfacts.steps.stance.scene import Scene
from newsfacts.steps.stance.scoring import scored
from newsfacts.steps.stance.tone import tone_toward
from newsfacts.syntax import Syntax

CLEAR: Final = 0.8
NAME: Final = 3
DEPTH: Final = 12
CLAUSAL: Final = ("clause", "duty", "infinitive", "need")
"""Rules whose targets are clauses: they say little of a party inside."""


def stance_between(reading: Reading, holder: Span, target: Span) -> Stance:
    """Give the stance of `holder` toward `target`: the surest found, or a neutral one of certainty 0."""
    for source in (reading.all(Stance), stances(reading), of_deeds(Scene(reading))):
        found = between(reading, source, holder, target)
        if found.polarity != "neutral":
            return found
    return _by_tone(reading, _neutral(reading, holder, target))


def _by_tone(reading: Reading, asked: Stance) -> Stance:
    """The tone toward the target, where the holder is the one who acts on it and no rule knows the word."""
    if asked.holder.span is None or not _acts_on(reading, asked.holder.span, asked.target.span):
        return asked
    tone = tone_toward(reading, asked.target.span)
    if tone.polarity == "neutral" or tone.probability < CLEAR:
        return asked
    return evolve(asked, polarity=tone.polarity, certainty=round(tone.probability / 2, 2), rule="asked-tone")


def _acts_on(reading: Reading, holder: Span, target: Span) -> bool:
    """Whether the holder heads or is part of the subject of a verb that has the target below it."""
    syntax, doers, others = reading.syntax, reading.tokens(holder), reading.tokens(target)
    if not doers or not others or not syntax.parsed:
        return False
    above = {token.i for token in _upward(syntax, others[-1])}
    for token in _upward(syntax, doers[-1])[:NAME]:
        if token.i in above:
            return False
        head = syntax.head(token)
        if syntax.role(token) == "subject" and head is not None:
            return head.i in above
    return False


def _upward(syntax: Syntax, token: Token) -> list[Token]:
    found: list[Token] = []
    current: Token | None = token
    while current is not None and len(found) < DEPTH:
        found.append(current)
        current = syntax.head(current)
    return found


def stances(reading: Reading, *, derive: bool = True) -> Iterator[Stance]:
    """Give the stances of an article, those that follow from others after them."""
    scene = Scene(reading)
    denials = [claim for claim in reading.all(Claim) if claim.status == "DENIED"]
    told = (each for each in findings(scene) if not _is_denied(each, denials))
    found = [scored(scene, each) for each in candidates(scene, told)]
    known: set[tuple[object, ...]] = set()
    cues = {finding.cue for finding in found}
    follow = (facts(scene, derived(scene, found)), of_deeds(scene, cues, named=True)) if derive else ()
    for stance in chain(facts(scene, found), *follow):
        key = stance.holder.span, stance.target.span
        if stance.level == "primary" or key not in known:
            known.add(key)
            yield stance


def _is_denied(finding: Finding, denials: Iterable[Claim]) -> bool:
    """Whether somebody else denies it: "Diallo denied that the union had asked for the suspension"."""
    return any(
        span.covers(finding.cue)
        for claim in denials
        if not _is_same(claim.source, finding.holder)
        for span in claim.content
    )


def _is_same(one: Party, other: Party) -> bool:
    return one.span == other.span or (one.entity is not None and one.entity == other.entity)


def between(reading: Reading, stances: Iterable[Stance], holder: Span, target: Span) -> Stance:
    """Choose among stances that are known: one whose target is the one asked about, else one that holds it."""
    best: tuple[float, Stance] | None = None
    for stance in stances:
        if not _is_held(reading, stance.holder, holder):
            continue
        share = _share(reading, stance, target)
        weight = stance.certainty * share + (share == 1)
        if weight > 0 and (best is None or weight > best[0]):
            best = weight, stance
    return best[1] if best is not None else _neutral(reading, holder, target)


def _is_held(reading: Reading, party: Party, asked: Span) -> bool:
    """Whether the holder of a stance is the one asked about, by its words or its entity."""
    if party.span is None:
        return False
    if _meets(party.span, asked):
        return True
    return party.entity is not None and party.entity in _entities(reading, asked)


def _meets(phrase: Span, asked: Span) -> bool:
    return (phrase.start <= asked.start and asked.end <= phrase.end) or (
        asked.start <= phrase.start and phrase.end <= asked.end
    )


def _entities(reading: Reading, span: Span) -> set[object]:
    return {ref for token in reading.tokens(span) if (ref := reading.entity_at(token)) is not None}


def _share(reading: Reading, stance: Stance, asked: Span) -> float:
    """How much of a target is the one asked about: all of it, the entity behind it, or a part of a noun phrase."""
    found = stance.target
    if found.entity is not None and found.entity in _entities(reading, asked):
        return 1.0
    if asked.start <= found.span.start and found.span.end <= asked.end:
        return 1.0
    inside = found.span.start <= asked.start and asked.end <= found.span.end
    if not inside or stance.rule.endswith(CLAUSAL) or any(each.why == "demand" for each in stance.chain):
        return 0.0
    return 0.9 if len(asked) * 2 >= len(found.span) else 0.6


def _neutral(reading: Reading, holder: Span, target: Span) -> Stance:
    def entity(span: Span) -> Party:
        tokens = reading.tokens(span)
        ref = next((ref for token in tokens if (ref := reading.entity_at(token)) is not None), None)
        return Party(form="UNNAMED" if ref is None else "ENTITY", span=span, entity=ref)

    return Stance(
        span=Span(min(holder.start, target.start), max(holder.end, target.end)),
        holder=entity(holder),
        target=Target(span=target, entity=entity(target).entity),
        polarity="neutral",
        cue=target,
        basis="inferred",
        level="derived",
        certainty=0.0,
        rule="asked",
    )
