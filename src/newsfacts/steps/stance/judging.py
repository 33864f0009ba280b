"""What speakers judge: "argued it had come too late", "called the plan reckless", "said the sheriff should resign"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve
from spacy.tokens import Token

from newsfacts import Party, Span
from newsfacts.steps.stance.chains import UNREAL
from newsfacts.steps.stance.findings import Finding, link
from newsfacts.steps.stance.scene import FIRST_PERSON, Scene
from newsfacts.steps.stance.voices import Voice

DUTY: Final = frozenset({"must", "ought", "should"})
TIMING: Final = frozenset({"early", "late", "long", "slow", "soon"})
EMPTY: Final = frozenset({"there", "who", "what", "which"})


def judged(scene: Scene) -> Iterator[Finding]:
    """Give the judgements of all speakers and of verbs that label."""
    for token in scene.tokens:
        if token.pos_ not in {"ADJ", "ADV", "AUX", "NOUN", "PROPN", "VERB"}:
            continue
        if token.pos_ == "VERB" and any(sense.family.use == "label" for sense in scene.senses_of(token)):
            yield from _labelled(scene, token)
        voice = scene.voices[token.i]
        if voice is None or scene.asks(token):
            continue
        if token.pos_ == "NOUN":
            yield from _named(scene, token, voice)
        if token.pos_ in {"ADJ", "NOUN", "PROPN"}:
            yield from _predicated(scene, token, voice)
        if token.lower_ == "too":
            yield from _excessive(scene, token, voice)
        elif token.pos_ == "ADV" and token.lower_.endswith("ly"):
            yield from _in_a_manner(scene, token, voice)
        elif token.tag_ == "MD" and token.lower_ in DUTY:
            yield from _owed(scene, token, voice)
        elif token.pos_ == "VERB":
            yield from _done(scene, token, voice)
            yield from _needed(scene, token, voice)
        elif token.pos_ == "ADJ":
            yield from _attributed(scene, token, voice)


def sign_of(scene: Scene, token: Token) -> int:
    """Give the sign of a word that judges, or of a noun by its adjective ("a total disgrace", "a weak excuse")."""
    if token.pos_ in {"ADJ", "VERB", "ADV"}:
        return scene.judgements.adjectives.get(token.lower_, 0)
    if (own := scene.judgements.nouns.get(token.lower_, 0)) != 0:
        return own
    return next((sign for each in scene.syntax.adjectives(token) if (sign := sign_of(scene, each))), 0)


def _predicated(scene: Scene, token: Token, voice: Voice) -> Iterator[Finding]:
    """ "Said the plan was dangerous"."""
    syntax = scene.syntax
    if not syntax.is_copular(token) or not (sign := sign_of(scene, token)) or _is_unreal(scene, token):
        return
    subject = syntax.subject(token)
    if {modal.lower_ for modal in syntax.modals(token)} & {"could", "may", "might"}:
        return
    if subject is not None and subject.lower_ != "that":
        yield from _judgement(scene, token, voice, _real_subject(scene, token, subject), sign, "predicate")


def _real_subject(scene: Scene, token: Token, subject: Token) -> Token:
    """The clause that "it" announces: "it is shameful that ..."."""
    if subject.lower_ != "it":
        return subject
    for kid in scene.syntax.children(token):
        role = scene.syntax.role(kid)
        if kid.i > token.i and role in {"clause-complement", "open-complement", "subject"}:
            return kid
        if kid.i > token.i and role in {"adverbial-clause", "adnominal-clause"} and scene.syntax.tense(kid) == "INFINITIVE":
            return kid
    return subject


def _excessive(scene: Scene, token: Token, voice: Voice) -> Iterator[Finding]:
    """ "Argued it had come too late"."""
    syntax = scene.syntax
    word = syntax.head(token)
    if word is None or word.lower_ not in scene.judgements.excess:
        return
    verb = word if syntax.is_copular(word) else syntax.head(word)
    subject = None if verb is None or syntax.is_negated(verb) else syntax.subject(verb)
    if subject is not None:
        cue = scene.reading.span(token.i, word.i + 1) if word.i > token.i else scene.reading.token_span(word)
        aspect = "timing" if word.lower_ in TIMING else None
        yield from _judgement(scene, word, voice, subject, -1, "excess", cue=cue, aspect=aspect)


def _owed(scene: Scene, modal: Token, voice: Voice) -> Iterator[Finding]:
    """ "Said the sheriff should resign"."""
    syntax = scene.syntax
    verb = syntax.head(modal)
    if (
        verb is None
        or _is_unreal(scene, verb)
        or syntax.auxiliaries(verb)[1:2]
        and "have" in scene.lemmas[modal.i + 1 : modal.i + 3]
    ):
        return
    subject, span = syntax.subject(verb), scene.clause_span(verb)
    if subject is None or span is None or subject.lower_ in EMPTY:
        return
    sign = -1 if syntax.is_negated(verb) else 1
    yield _finding(scene, modal, voice, verb, span, sign, "duty", 0.7)


def _needed(scene: Scene, verb: Token, voice: Voice) -> Iterator[Finding]:
    """ "We need strong leadership", "said Congress needs to act"."""
    if not any(sense.family.use == "need" for sense in scene.senses_of(verb)):
        return
    syntax = scene.syntax
    target = syntax.logical_object(verb) or syntax.complement(verb)
    if target is None or _is_unreal(scene, verb) or syntax.is_negated(verb) or not scene.is_target(target):
        return
    span = scene.clause_span(target) if target.pos_ == "VERB" else scene.nominal_span(target)
    if span is not None:
        finding = _finding(scene, verb, voice, target, span, 1, "need", 0.7)
        subject = syntax.subject(verb)
        who = scene.party(subject) if subject is not None and subject.lower_ in FIRST_PERSON else None
        yield finding if who is None else evolve(finding, holder=who)


def _attributed(scene: Scene, word: Token, voice: Voice) -> Iterator[Finding]:
    """ "Their reckless decision", in somebody's own words."""
    noun = scene.syntax.head(word)
    if scene.syntax.role(word) != "adjective" or noun is None or scene.judgements.adjectives.get(word.lower_, 0) >= 0:
        return
    span = scene.nominal_span(noun)
    if span is not None and not scene.syntax.is_copular(noun) and noun.pos_ == "NOUN" and not _is_mild(scene, word):
        yield _finding(scene, word, voice, noun, span, -1, "attribute", 0.6)


def _in_a_manner(scene: Scene, adverb: Token, voice: Voice) -> Iterator[Finding]:
    """ "Said the company had acted irresponsibly"."""
    syntax = scene.syntax
    verb = syntax.head(adverb)
    adjective = adverb.lower_[:-2]
    if scene.judgements.adjectives.get(adjective, 0) >= 0 or verb is None or verb.pos_ != "VERB" or _is_unreal(scene, verb):
        return
    subject = syntax.logical_subject(verb)
    if subject is not None and not syntax.is_negated(verb):
        yield from _judgement(scene, adverb, voice, subject, -1, "manner")


def _named(scene: Scene, noun: Token, voice: Voice) -> Iterator[Finding]:
    """ "The threat of police violence", in somebody's own words."""
    if scene.judgements.nouns.get(noun.lower_, 0) >= 0 or scene.syntax.is_copular(noun):
        return
    for preposition, other in scene.syntax.obliques(noun):
        if preposition == "of" and other.pos_ in {"NOUN", "PROPN"} and (span := scene.nominal_span(other)) is not None:
            yield _finding(scene, noun, voice, other, span, -1, "named", 0.6)


def _is_mild(scene: Scene, word: Token) -> bool:
    return word.lower_ in scene.judgements.mild


def _done(scene: Scene, verb: Token, voice: Voice) -> Iterator[Finding]:
    """ "Said the minister had lied"."""
    syntax = scene.syntax
    sign = scene.judgements.deeds.get(verb.lower_, 0) or _harm(scene, verb)
    if not sign or syntax.is_passive(verb) or _is_unreal(scene, verb) or syntax.modals(verb):
        return
    subject = None if syntax.role(verb) in {"adnominal-clause", "adjective"} else syntax.subject(verb)
    if subject is not None:
        yield from _judgement(scene, verb, voice, subject, sign, "deed")


def _harm(scene: Scene, verb: Token) -> int:
    """-1 for what a speaker lays at somebody's door: "claimed the church imprisoned her"."""
    if scene.syntax.tense(verb) not in {"PAST", "PRESENT"}:
        return 0
    families = [sense.family for sense in scene.senses_of(verb)[:1]]
    harms = any(family.deed and family.object < 0 and family.basis == "act" for family in families)
    victim = scene.syntax.object(verb) if harms else None
    return -1 if victim is not None and (scene.can_act(victim) or victim.pos_ == "PRON") else 0


def _judgement(
    scene: Scene,
    word: Token,
    voice: Voice,
    target: Token,
    sign: int,
    rule: str,
    *,
    cue: Span | None = None,
    aspect: str | None = None,
) -> Iterator[Finding]:
    if target.lower_ in EMPTY | FIRST_PERSON:
        return
    verb = scene.syntax.is_predicate(target) and target.pos_ in {"VERB", "AUX", "ADJ"}
    span = scene.clause_span(target) if verb else scene.nominal_span(target)
    if span is None:
        return
    if scene.syntax.is_negated(word):
        sign = -sign
    yield _finding(scene, word, voice, target, span, sign, rule, 0.8, cue=cue, aspect=aspect)


def _finding(
    scene: Scene,
    word: Token,
    voice: Voice,
    target: Token,
    span: Span,
    sign: int,
    rule: str,
    certainty: float,
    *,
    cue: Span | None = None,
    aspect: str | None = None,
) -> Finding:
    return Finding(
        holder=voice.party,
        target=target,
        target_span=span,
        cue=cue or scene.reading.token_span(word),
        links=(link(scene, word, sign, rule),),
        basis="speech",
        rule=f"judged-{rule}",
        certainty=certainty,
        aspect=aspect,
    )


def _is_unreal(scene: Scene, token: Token) -> bool:
    mark = scene.syntax.mark(token)
    return mark is not None and mark.lower_ in UNREAL


def _labelled(scene: Scene, verb: Token) -> Iterator[Finding]:
    """ "Called the plan reckless", "saw the change as necessary"."""
    syntax = scene.syntax
    target, subject = syntax.logical_object(verb), syntax.logical_subject(verb)
    if target is None or subject is None or syntax.is_negated(verb) or scene.asks(verb):
        return
    judgement = _seen_as(scene, verb)
    if judgement is None or not (sign := sign_of(scene, judgement)):
        return
    who, span = scene.party(subject), scene.nominal_span(target)
    if who is not None and span is not None:
        yield _label(scene, who, judgement, target, span, sign)


def _seen_as(scene: Scene, verb: Token) -> Token | None:
    """Necessary in "saw the change as necessary", reckless in "called the plan reckless"."""
    syntax = scene.syntax
    if syntax.complement_kind(verb) == "small":
        return syntax.complement(verb)
    for kid in syntax.children(verb):
        if kid.i > verb.i and syntax.role(kid) in {"adverbial-clause", "oblique", "open-complement"}:
            if any(below.lower_ == "as" for below in syntax.children(kid)):
                return kid
    return None


def _label(scene: Scene, who: Party, judgement: Token, target: Token, span: Span, sign: int) -> Finding:
    return Finding(
        holder=who,
        target=target,
        target_span=span,
        cue=scene.reading.token_span(judgement),
        links=(link(scene, judgement, sign, "label"),),
        basis="speech",
        rule="judged-label",
        certainty=0.9,
    )
