"""A judgement before it is a finding: who judges, with which word, how, and what it is said of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve, frozen
from spacy.tokens import Token

from newsfacts import Party, Span
from newsfacts.steps.stance.chains import UNREAL
from newsfacts.steps.stance.findings import Finding, link
from newsfacts.steps.stance.scene import FIRST_PERSON, Scene

EMPTY: Final = frozenset({"there", "what", "which", "who"})
"""Subjects that name nothing."""

THINKING: Final = frozenset({"believe", "feel", "think"})
"""Verbs whose "not" belongs to what is thought."""


@frozen
class Verdict:
    """Who judges, with which word, how."""

    holder: Party
    word: Token
    sign: int
    rule: str
    cue: Span | None = None
    aspect: str | None = None


def sign_of(scene: Scene, token: Token) -> int:
    """Give the sign of a word that judges, or of a noun by its adjective ("a total disgrace", "a weak excuse")."""
    if token.pos_ in {"ADJ", "VERB", "ADV"}:
        return scene.judgements.adjectives.get(token.lower_, 0)
    if (own := scene.judgements.nouns.get(token.lower_, 0)) != 0:
        return own
    if token.lower_ in scene.judgements.kinds:
        whats = (other for word, other in scene.syntax.obliques(token) if word == "of" and other.pos_ == "NOUN")
        if (kind := next((sign for each in whats if (sign := sign_of(scene, each))), 0)) != 0:
            return kind
    return next((sign for each in scene.syntax.adjectives(token) if (sign := sign_of(scene, each))), 0)


def toward(scene: Scene, verdict: Verdict, target: Token) -> Iterator[Finding]:
    """Give a verdict on a word, turned where the judging word is denied."""
    if target.lower_ in EMPTY | FIRST_PERSON or not scene.is_target(target) or is_self(scene, target, verdict.holder):
        return
    verb = scene.syntax.is_predicate(target) and target.pos_ in {"VERB", "AUX", "ADJ"}
    span = scene.clause_span(target) if verb else scene.nominal_span(target)
    if span is None:
        return
    if verdict.rule != "enough" and scene.is_denied(verdict.word) != is_doubted(scene, verdict.word):
        verdict = evolve(verdict, sign=-verdict.sign)
    yield as_finding(scene, verdict, target, span)


def is_doubted(scene: Scene, word: Token) -> bool:
    """Tell whether the verb above denies what a clause says: "does not think the plan is fair"."""
    syntax = scene.syntax
    clause = word if syntax.is_predicate(word) else syntax.head(word)
    above = None if clause is None or syntax.role(clause) != "clause-complement" else syntax.head(clause)
    return above is not None and scene.lemmas[above.i] in THINKING and scene.is_denied(above)


def is_self(scene: Scene, target: Token, holder: Party) -> bool:
    """Tell whether somebody speaks of himself: "says he is qualified", "figured she should go"."""
    entity = scene.reading.entity_at(target)
    if entity is not None and entity == holder.entity:
        return True
    return holder.span is not None and target.pos_ == "PRON" and scene.reading[holder.span].lower() == target.lower_


def as_finding(scene: Scene, verdict: Verdict, target: Token, span: Span) -> Finding:
    """Give what a verdict finds of a target."""
    return Finding(
        holder=verdict.holder,
        target=target,
        target_span=span,
        cue=verdict.cue or scene.reading.token_span(verdict.word),
        links=(link(scene, verdict.word, verdict.sign, verdict.rule),),
        basis="speech",
        rule=f"judged-{verdict.rule}",
        aspect=verdict.aspect,
    )


def is_unreal(scene: Scene, token: Token) -> bool:
    """Tell whether a clause is a condition or an indirect question."""
    mark = scene.syntax.mark(token)
    return mark is not None and mark.lower_ in UNREAL
