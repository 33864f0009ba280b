"""Stances that follow from others, or from deeds: "limit support for Ukraine" is against Ukraine too."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from attrs import evolve
from spacy.tokens import Token

from newsfacts import Event, Party, SignLink, Span, Stance, Target
from newsfacts.steps.stance.findings import Finding, link
from newsfacts.steps.stance.frames import Sign
from newsfacts.steps.stance.scene import Scene

DEEDS: Final[Mapping[str, int]] = {
    "ACCUSE": -1,
    "AGREE": 1,
    "AID": 1,
    "ASSAULT": -1,
    "COERCE": -1,
    "CONCEDE": 1,
    "COOPERATE": 1,
    "PROTEST": -1,
    "REJECT": -1,
    "SANCTION": -1,
    "SUPPORT": 1,
    "THREATEN": -1,
}
"""What a political act says of its actor's stance toward the one it is done to; other types say nothing."""

LEMMAS: Final[Mapping[str, int]] = {"demand": -1}
MERE: Final = frozenset({"investigate", "investigation", "probe", "warn", "warning"})
"""Acts that PLOVER counts as accusations or threats and that show no stance."""

UP: Final = 4
FOLLOWS: Final = 0.5
"""How sure a derived stance is, as a share of the one it follows from."""


def derived(scene: Scene, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give what follows from findings about the parties inside their targets."""
    for finding in findings:
        yield from _inside(scene, finding)
        subject = scene.syntax.subject(finding.target) if _is_owed(finding) and finding.sign > 0 else None
        if subject is not None and (subject.pos_ == "PROPN" or scene.syntax.determiner(subject) is not None):
            yield from _toward(scene, finding, subject, sign=-1, why="owes")


def _is_owed(finding: Finding) -> bool:
    """Whether somebody says that another should do something: "said the sheriff should resign", "demanded that"."""
    return finding.rule == "judged-duty" or (finding.sign > 0 and finding.links[-1].why == "demand")


def _inside(scene: Scene, finding: Finding) -> Iterator[Finding]:
    """Ukraine in "support for Ukraine", Biden in "Biden's plan"."""
    noun = finding.target
    if noun.pos_ != "NOUN":
        return
    senses = [sense for sense in scene.senses_of(noun) if sense.family.use == "frame"]
    for preposition, other in scene.company(noun):
        sign = next((s for each in senses if (s := each.family.prepositions.get(preposition))), 0)
        if sign and (scene.can_act(other) or scene.lemmas[other.i] in scene.judgements.plans):
            yield from _toward(scene, finding, other, sign=sign, why=senses[0].name)
        elif preposition in {"by", "of"} and not senses and scene.can_act(other) and other.pos_ == "PROPN":
            yield from _of_owner(scene, finding, other)
    owner = scene.syntax.possessor(noun)
    if owner is not None and scene.can_act(owner):
        yield from _of_owner(scene, finding, owner)


def _of_owner(scene: Scene, finding: Finding, owner: Token) -> Iterator[Finding]:
    """Biden in "criticised Biden's plan"; who is asked for something owes it: "demanded an apology by Norland"."""
    owed = _is_owed(finding)
    yield from _toward(scene, finding, owner, sign=-1 if owed else 1, why="owes" if owed else "whose")


def _toward(scene: Scene, finding: Finding, target: Token, *, sign: int, why: str) -> Iterator[Finding]:
    span = scene.nominal_span(target)
    if span is not None and span != finding.holder.span and not _is_same(scene, finding.holder, target):
        yield evolve(
            finding,
            target=target,
            target_span=span,
            links=(*finding.links, link(scene, target if why in {"owes", "whose"} else finding.target, sign, why)),
            level="derived",
            certainty=round(finding.certainty * FOLLOWS, 2),
            rule=f"derived-{why}",
            aspect=None,
        )


def _is_same(scene: Scene, holder: Party, target: Token) -> bool:
    """Whether a stance would be toward the holder himself, or toward nobody known: "its" without a name."""
    entity = scene.reading.entity_at(target)
    return entity == holder.entity if entity is not None else target.tag_ == "PRP$"


def of_deeds(scene: Scene, known: Collection[Span] = (), *, named: bool = False) -> Iterator[Stance]:
    """Give what political acts show of the actor's stance toward the one they are done to.

    Those whose word is the cue of a stance already `known` are left out, and where both shall be `named`, deeds
    done to anybody else and agreements, whose sides are easily mistaken.
    """
    for event in scene.reading.all(Event):
        if event.span in known or (named and event.type in {"AGREE", "CONCEDE"}):
            continue
        sign = DEEDS.get(event.type or "", 0) or LEMMAS.get(event.lemma, 0)
        if not sign or event.polarity == "NEG" or event.lemma in MERE:
            continue
        sides = [each for each in event.participants if _is_side(scene, each.party)]
        actors = [each.party for each in sides if each.role == "ACTOR"]
        others = [each.party for each in sides if each.role == "RECIPIENT"]
        for actor in actors:
            for other in others:
                if named and not (_is_named(scene, actor) and _is_named(scene, other)):
                    continue
                if _is_within(actor.span, other.span, scene) or _is_within(other.span, actor.span, scene):
                    continue
                yield from _deed(event, actor, other, 1 if sign > 0 else -1)


def _is_named(scene: Scene, party: Party) -> bool:
    if party.entity is None or party.span is None:
        return False
    return any(token.pos_ == "PROPN" for token in scene.reading.tokens(party.span))


def _is_within(phrase: Span | None, other: Span | None, scene: Scene) -> bool:
    """Whether a party only tells more of the other: "Hale, 58, of Norland, accepted"."""
    if phrase is None or other is None:
        return False
    inside = {token.i for token in scene.reading.tokens(phrase)}
    head: Token | None = next(iter(scene.reading.tokens(other)), None)
    for _ in range(UP):
        if head is None or head.i in inside:
            return head is not None
        if scene.syntax.role(head) not in {"apposition", "compound", "flat", "nmod", "oblique", "possessor"}:
            return False
        head = scene.syntax.head(head)
    return False


def _is_side(scene: Scene, party: Party) -> bool:
    """Whether a party can act: "itself" and "the effectiveness" cannot."""
    if party.span is None:
        return False
    tokens = scene.reading.tokens(party.span)
    return any(scene.can_act(token) or token.pos_ == "ADJ" for token in tokens)


def _deed(event: Event, actor: Party, other: Party, sign: Sign) -> Iterator[Stance]:
    doer, done_to = actor.span, other.span
    if doer is None or done_to is None or doer == done_to:
        return
    yield Stance(
        span=Span(min(doer.start, done_to.start, event.span.start), max(doer.end, done_to.end, event.span.end)),
        holder=actor,
        target=Target(span=done_to, entity=other.entity, event=event.ref),
        polarity="support" if sign > 0 else "oppose",
        cue=event.span,
        basis="inferred",
        level="derived",
        certainty=0.5,
        chain=(SignLink(span=event.span, sign=sign, why=(event.type or "").lower()),),
        rule="derived-deed",
    )
