"""What a rule finds, before it becomes a fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve, frozen
from spacy.tokens import Token

from newsfacts import Party, SignLink, Span, Stance, Target
from newsfacts.steps.stance.frames import Basis, Level, Sign
from newsfacts.steps.stance.scene import TARGET_CUT, Scene
from newsfacts.syntax import Role

LISTED: Final[frozenset[Role]] = TARGET_CUT | {"conjunct"}


@frozen(kw_only=True)
class Argument:
    """One thing that a cue takes: its head, its characters, and the sign toward it."""

    head: Token
    span: Span
    sign: int
    rule: str


@frozen(kw_only=True)
class Finding:
    """A holder, a target with its head word, and the signs whose product is the polarity; not yet weighed."""

    holder: Party
    target: Token
    target_span: Span
    cue: Span
    links: tuple[SignLink, ...]
    basis: Basis
    rule: str
    level: Level = "primary"
    certainty: float = 0.0
    aspect: str | None = None

    @property
    def sign(self) -> int:
        """The product of the signs."""
        product = 1
        for link in self.links:
            product *= link.sign
        return product


def link(scene: Scene, token: Token, sign: int, why: str) -> SignLink:
    """Give one factor of a sign."""
    one: Sign = 1 if sign > 0 else -1
    return SignLink(span=scene.reading.token_span(token), sign=one, why=why)


def candidates(scene: Scene, found: Iterable[Finding]) -> Iterator[Finding]:
    """Give what rules found, lists of names taken apart, without what says nothing."""
    yield from (each for finding in found for each in _split(scene, finding) if not _is_empty(each))


def facts(scene: Scene, findings: Iterable[Finding]) -> Iterator[Stance]:
    """Give the stances: one for a holder, a target, a polarity and a cue, the surest."""
    best: dict[tuple[Party, Span, int, Span], Finding] = {}
    for finding in findings:
        key = finding.holder, finding.target_span, finding.sign, finding.cue
        if key not in best or finding.certainty > best[key].certainty:
            best[key] = finding
    for finding in best.values():
        yield _fact(scene, finding)


def _split(scene: Scene, finding: Finding) -> Iterator[Finding]:
    """One finding for each name of a list: "Norland, Sutland and Hale backed the plan"."""
    targets = _names(scene, finding.target, finding.target_span)
    holders = _holders(scene, finding.holder)
    for holder in holders or [finding.holder]:
        if not targets:
            yield evolve(finding, holder=holder)
        for head, span in targets:
            yield evolve(finding, holder=holder, target=head, target_span=span)


def _holders(scene: Scene, holder: Party) -> list[Party]:
    tokens = scene.reading.tokens(holder.span) if holder.span is not None else ()
    head = next((token for token in tokens if token.pos_ == "PROPN" and scene.syntax.role(token) != "conjunct"), None)
    if head is None or holder.span is None:
        return []
    return [scene.reading.party(token, span) for token, span in _names(scene, head, holder.span)]


def _names(scene: Scene, head: Token, span: Span) -> list[tuple[Token, Span]]:
    """The members of a list of names inside a span; none where it is no such list."""
    members = [each for each in scene.syntax.conjuncts(head) if span.start <= each.idx < span.end]
    entities = {scene.reading.entity_at(each) for each in members}
    if len(members) < 2 or None in entities or len(entities) < len(members):
        return []
    if any(each.pos_ != "PROPN" for each in members):
        return []
    return [(each, scene.syntax.phrase(each, without=LISTED) or scene.reading.token_span(each)) for each in members]


def _is_empty(finding: Finding) -> bool:
    """Whether holder and target are the same words, or the target holds the cue and the holder."""
    span, target = finding.holder.span, finding.target_span
    if span is None or span == finding.cue:
        return False
    return target.start <= span.start < target.end and len(target) >= len(span)


def _fact(scene: Scene, finding: Finding) -> Stance:
    spans = [span for span in (finding.holder.span, finding.cue, finding.target_span) if span is not None]
    return Stance(
        span=Span(min(span.start for span in spans), max(span.end for span in spans)),
        holder=finding.holder,
        target=_target(scene, finding),
        polarity="support" if finding.sign > 0 else "oppose",
        aspect=finding.aspect,
        cue=finding.cue,
        basis=finding.basis,
        level=finding.level,
        certainty=finding.certainty,
        chain=finding.links,
        rule=finding.rule,
    )


def _target(scene: Scene, finding: Finding) -> Target:
    return Target(span=finding.target_span, entity=scene.reading.entity_at(finding.target))
