"""What a rule finds, before it becomes a fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen
from spacy.tokens import Token

from newsfacts import Party, SignLink, Span, Stance, Target
from newsfacts.steps.stance.frames import Basis, Level, Sign
from newsfacts.steps.stance.scene import Scene


@frozen(kw_only=True)
class Argument:
    """One thing that a cue takes: its head, its characters, and the sign toward it."""

    head: Token
    span: Span
    sign: int
    rule: str


@frozen(kw_only=True)
class Finding:
    """A holder, a target with its head word, and the signs whose product is the polarity."""

    holder: Party
    target: Token
    target_span: Span
    cue: Span
    links: tuple[SignLink, ...]
    basis: Basis
    rule: str
    level: Level = "primary"
    certainty: float = 0.9
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


def facts(scene: Scene, findings: Iterable[Finding]) -> Iterator[Stance]:
    """Give the stances: one for a holder, a target, a polarity and a cue, the surest."""
    best: dict[tuple[Party, Span, int, Span], Finding] = {}
    for finding in findings:
        if _is_empty(finding):
            continue
        key = finding.holder, finding.target_span, finding.sign, finding.cue
        if key not in best or finding.certainty > best[key].certainty:
            best[key] = finding
    for finding in best.values():
        yield _fact(scene, finding)


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
