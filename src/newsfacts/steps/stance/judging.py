"""What speakers judge: "argued it had come too late", "called the plan reckless", "said the sheriff should resign"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from attrs import evolve
from spacy.tokens import Token

from newsfacts import Party, Span
from newsfacts.steps.stance.findings import Finding
from newsfacts.steps.stance.scene import FIRST_PERSON, Scene
from newsfacts.steps.stance.verdicts import EMPTY, Verdict, as_finding, is_doubted, is_self, is_unreal, sign_of, toward
from newsfacts.steps.stance.voices import Voice

DUTY: Final = frozenset({"must", "ought", "should"})
SUPPOSED: Final = frozenset({"could", "may", "might", "would"})
TIMING: Final = frozenset({"early", "late", "long", "slow", "soon"})
ASIDE: Final = 5
"""How many words up a relative clause is looked for."""

OUTCOMES: Final = frozenset({"fail", "succeed"})


def judged(scene: Scene) -> Iterator[Finding]:
    """Give the judgements of all speakers and of verbs that label."""
    voices, columns, tokens = scene.voices, scene.reading.columns, scene.reading.words
    for index in scene.indices:
        voice, pos = voices[index], columns.pos[index]
        if pos == "VERB" and scene.may_take_sides(index):
            token = tokens[index]
            if scene.labels(token):
                yield from _labelled(scene, token)
        if voice is not None and pos in JUDGING and _may_judge(scene, index, pos):
            token = tokens[index]
            if not scene.asks(token) and not _is_aside(scene, token):
                for rule in JUDGING[pos]:
                    yield from rule(scene, token, voice)


def _is_aside(scene: Scene, token: Token) -> bool:
    """Whether a word only tells which one is meant, outside of quotation marks: "said the man who had lied left"."""
    if token.i in scene.quoted:
        return False
    current: Token | None = token
    for _ in range(ASIDE):
        if current is None or scene.syntax.role(current) in {"clause-complement", "parataxis", "root"}:
            return False
        if scene.syntax.role(current) in {"apposition", "relative-clause"}:
            return True
        current = scene.syntax.head(current)
    return False


def _may_judge(scene: Scene, index: int, pos: str) -> bool:
    """Whether a rule for words of a class can fit a word."""
    lower = scene.lowers[index]
    match pos:
        case "ADJ":
            return lower in scene.judgements.adjectives or lower == "enough"
        case "ADV":
            return lower in {"enough", "too"} or lower.endswith("ly")
        case "AUX":
            return lower in DUTY
        case "VERB":
            known = scene.judgements.verbs
            return lower in known or scene.lemmas[index] in known or scene.may_take_sides(index)
    token, syntax = scene.reading.words[index], scene.syntax
    return syntax.is_copular(token) or syntax.role(token) == "conjunct"


def _predicated(scene: Scene, token: Token, voice: Voice) -> Iterator[Finding]:
    """As in "Said the plan was dangerous"."""
    syntax = scene.syntax
    if not (sign := sign_of(scene, token)) or is_unreal(scene, token):
        return
    if not (syntax.is_copular(_first(scene, token)) or syntax.is_copular(token) or _is_described(scene, token)):
        return
    if (
        syntax.role(token) == "relative-clause"
        or scene.is_lessened(token)
        or any(syntax.role(kid) == "case" and kid.i < token.i for kid in syntax.children(token))
    ):
        return
    subject = syntax.subject(token)
    if {modal.lower_ for modal in syntax.modals(token)} & {"could", "may", "might"}:
        return
    if subject is None:
        subject = next((kid for kid in syntax.children(token) if syntax.role(kid) == "expletive"), None)
    if subject is not None and subject.lower_ != "that":
        yield from toward(scene, Verdict(voice.party, token, sign, "predicate"), _real_subject(scene, token, subject))


def _first(scene: Scene, token: Token) -> Token:
    """Predictable in "predictable and deadly"."""
    return scene.syntax.conjuncts(token)[0] if scene.syntax.role(token) == "conjunct" else token


def _is_described(scene: Scene, verb: Token) -> bool:
    """Whether a participle tells what something is like, not what was done: "had never been justified"."""
    syntax = scene.syntax
    if verb.pos_ != "VERB" or not syntax.auxiliaries(verb):
        return False
    return syntax.is_passive(verb) and syntax.agent(verb) is None


def _real_subject(scene: Scene, token: Token, subject: Token) -> Token:
    """The clause that "it" announces: "it is shameful that ..."."""
    if subject.lower_ != "it":
        return subject
    for kid in scene.syntax.children(token):
        role = scene.syntax.role(kid)
        if kid.i > token.i and role == "oblique" and scene.syntax.preposition(kid) == "for" and _is_to_do(scene, kid):
            return kid
        if kid.i > token.i and role in {"clause-complement", "open-complement", "subject"}:
            return kid
        if (
            kid.i > token.i
            and role in {"adverbial-clause", "adnominal-clause"}
            and scene.syntax.tense(kid) == "INFINITIVE"
        ):
            return kid
    return subject


def _is_to_do(scene: Scene, noun: Token) -> bool:
    """Whether a noun has an infinitive: "wrong for judges to speak"."""
    return any(
        scene.syntax.role(kid) == "adnominal-clause" and scene.syntax.tense(kid) == "INFINITIVE"
        for kid in scene.syntax.children(noun)
    )


def _excessive(scene: Scene, token: Token, voice: Voice) -> Iterator[Finding]:
    """As in "Argued it had come too late"."""
    syntax = scene.syntax
    word = syntax.head(token) if token.lower_ == "too" else None
    if word is None or word.lower_ not in scene.judgements.excess:
        return
    verb = word if syntax.is_copular(word) else syntax.head(word)
    subject = None if verb is None or scene.is_denied(verb) else syntax.subject(verb)
    if subject is not None:
        cue = scene.reading.span(token.i, word.i + 1) if word.i > token.i else scene.reading.token_span(word)
        aspect = "timing" if word.lower_ in TIMING else None
        yield from toward(scene, Verdict(voice.party, word, -1, "excess", cue=cue, aspect=aspect), subject)


def _insufficient(scene: Scene, enough: Token, voice: Voice) -> Iterator[Finding]:
    """As in "Said the sanctions did not go far enough", "the mayor had not done enough"."""
    syntax = scene.syntax
    if enough.lower_ != "enough" or scene.lowers[max(0, enough.i - 1)] in scene.judgements.adjectives:
        return
    verb = syntax.head(enough)
    while verb is not None and not syntax.is_predicate(verb) and syntax.role(verb) == "adverb":
        verb = syntax.head(verb)
    if (
        verb is None
        or scene.is_denied(verb) == is_doubted(scene, verb)
        or syntax.role(enough) not in {"adverb", "object"}
    ):
        return
    if syntax.role(enough) == "object" and scene.lemmas[verb.i] != "do":
        return
    subject = syntax.subject(verb)
    if subject is not None and not is_unreal(scene, verb):
        yield from toward(scene, Verdict(voice.party, enough, -1, "enough"), subject)


def _owed(scene: Scene, modal: Token, voice: Voice) -> Iterator[Finding]:
    """As in "Said the sheriff should resign"."""
    syntax = scene.syntax
    verb = syntax.head(modal) if modal.lower_ in DUTY else None
    if verb is None or is_unreal(scene, verb) or _is_perfect(scene, modal, verb):
        return
    subject, span = syntax.subject(verb), scene.clause_span(verb)
    if subject is None or span is None or subject.lower_ in EMPTY | {"i"} or is_self(scene, subject, voice.party):
        return
    if syntax.role(verb) in {"adnominal-clause", "relative-clause"}:
        return
    sign = -1 if scene.is_denied(verb) else 1
    if sign < 0:
        span = Span(max(span.start, scene.reading.token_span(verb).start), span.end)
    yield as_finding(scene, Verdict(voice.party, modal, sign, "duty"), verb, span)


def _is_perfect(scene: Scene, modal: Token, verb: Token) -> bool:
    """Whether a duty is one of the past: "should have resigned"."""
    return any(scene.lemmas[each.i] == "have" for each in scene.syntax.auxiliaries(verb) if each.i > modal.i)


def _needed(scene: Scene, verb: Token, voice: Voice) -> Iterator[Finding]:
    """As in "We need strong leadership", "said Congress needs to act"."""
    needs = any(sense.family.use == "need" for sense in scene.senses_of(verb))
    if not needs or scene.syntax.role(verb) in {"adjective", "adnominal-clause", "relative-clause"}:
        return
    syntax = scene.syntax
    target = syntax.logical_object(verb) or syntax.complement(verb)
    if any(modal.lower_ in SUPPOSED for modal in syntax.modals(verb)):
        return
    if target is None or is_unreal(scene, verb) or scene.is_denied(verb) or not scene.is_target(target):
        return
    span = scene.clause_span(target) if target.pos_ == "VERB" else scene.nominal_span(target)
    if span is not None:
        subject = syntax.subject(verb)
        if subject is not None and target.pos_ == "VERB" and subject.lower_ not in FIRST_PERSON:
            own = scene.nominal_span(subject)
            span = Span(own.start, span.end) if own is not None and own.start < span.start else span
        found = as_finding(scene, Verdict(voice.party, verb, 1, "need"), target, span)
        who = scene.party(subject) if subject is not None and subject.lower_ in FIRST_PERSON else None
        yield found if who is None else evolve(found, holder=who)


def _effected(scene: Scene, verb: Token, voice: Voice) -> Iterator[Finding]:
    """As in "Said the plan would hurt farmers": what people plan is judged by what it brings."""
    sign = scene.judgements.effects.get(verb.lower_, 0)
    subject = scene.syntax.subject(verb, inherited=False) if sign else None
    harmed = None if subject is None or scene.syntax.is_passive(verb) else scene.syntax.object(verb)
    if subject is None or harmed is None or not _is_planned(scene, verb, subject):
        return
    if not is_unreal(scene, verb):
        yield from toward(scene, Verdict(voice.party, verb, sign * (sign_of(scene, harmed) or 1), "effect"), subject)


def _is_planned(scene: Scene, verb: Token, subject: Token) -> bool:
    """Whether people plan what a subject names; what "it" would do is of something planned, too."""
    if subject.lower_ in {"it", "this"}:
        return any(modal.lower_ == "would" for modal in scene.syntax.modals(verb))
    return scene.lemmas[subject.i] in scene.judgements.plans


def _attributed(scene: Scene, word: Token, voice: Voice) -> Iterator[Finding]:
    """As in "Their reckless decision", between quotation marks: in somebody's own words, of something known."""
    noun = scene.syntax.head(word)
    if scene.syntax.role(word) != "adjective" or noun is None or scene.judgements.adjectives.get(word.lower_, 0) >= 0:
        return
    if voice.finds or word.i > noun.i or word.i not in scene.quoted or not _is_known(scene, noun):
        return
    span = scene.nominal_span(noun)
    if span is not None and not scene.syntax.is_copular(noun) and noun.pos_ == "NOUN" and not _is_mild(scene, word):
        yield as_finding(scene, Verdict(voice.party, word, -1, "attribute"), noun, span)


def _is_known(scene: Scene, noun: Token) -> bool:
    """Whether a noun names something known ("these actions", "Hale's remarks") or its sentence is quoted."""
    determiner, above = scene.syntax.determiner(noun), scene.syntax.head(noun)
    if above is not None and above.i in scene.quoted:
        return True
    known = determiner is not None and determiner.lower_ not in {"a", "an", "any", "every", "no", "some"}
    return known or scene.syntax.possessor(noun) is not None


def _in_a_manner(scene: Scene, adverb: Token, voice: Voice) -> Iterator[Finding]:
    """As in "Said the company had acted irresponsibly"."""
    syntax = scene.syntax
    verb = syntax.head(adverb) if adverb.lower_.endswith("ly") else None
    if verb is None or verb.pos_ != "VERB" or is_unreal(scene, verb):
        return
    if not any(scene.judgements.adjectives.get(word, 0) < 0 for word in _adjectives(adverb.lower_)):
        return
    subject = syntax.logical_subject(verb)
    if subject is not None and not scene.is_denied(verb):
        yield from toward(scene, Verdict(voice.party, adverb, -1, "manner"), subject)


def _adjectives(adverb: str) -> tuple[str, ...]:
    """What an adverb may come from: "reckless", "irresponsible", "angry"."""
    stem = adverb[:-2]
    return stem, f"{stem}le", f"{stem[:-1]}y"


def _is_mild(scene: Scene, word: Token) -> bool:
    return word.lower_ in scene.judgements.mild


def _done(scene: Scene, verb: Token, voice: Voice) -> Iterator[Finding]:
    """As in "Said the minister had lied"."""
    syntax = scene.syntax
    sign = scene.judgements.deeds.get(verb.lower_, 0) or _harm(scene, verb)
    if not sign or syntax.is_passive(verb) or is_unreal(scene, verb) or syntax.modals(verb):
        return
    is_finite = syntax.role(verb) not in {"adnominal-clause", "adjective", "nmod", "oblique"}
    subject = scene.subject(verb) if is_finite else None
    if subject is not None and _may_do(scene, verb, subject):
        yield from toward(scene, Verdict(voice.party, verb, sign, "deed"), subject)


def _may_do(scene: Scene, verb: Token, subject: Token) -> bool:
    """Whether an outcome is laid to somebody's charge, or to what people plan: not "attempts have failed"."""
    if scene.lemmas[verb.i] not in OUTCOMES or subject.pos_ == "PRON":
        return True
    return scene.can_act(subject) or scene.lemmas[subject.i] in scene.judgements.plans


def _shown(scene: Scene, verb: Token, voice: Voice) -> Iterator[Finding]:
    """As in "Said the report shows bias", "he has no integrity": what somebody has or lacks judges him."""
    way = scene.judgements.traits.get(verb.lower_, 0) or scene.judgements.traits.get(scene.lemmas[verb.i], 0)
    noun = scene.syntax.object(verb) if way else None
    if noun is None or scene.syntax.is_passive(verb) or scene.syntax.modals(verb) or is_unreal(scene, verb):
        return
    sign = sign_of(scene, noun) * way
    subject = scene.syntax.subject(verb)
    if sign and subject is not None:
        verdict = Verdict(voice.party, verb, sign, "trait", cue=scene.reading.token_span(noun))
        yield from toward(scene, verdict, subject)


def _harm(scene: Scene, verb: Token) -> int:
    """-1 for what a speaker lays at somebody's door: "claimed the church imprisoned her"."""
    families = [sense.family for sense in scene.senses_of(verb)[:1] if sense.name != "prosecute"]
    harms = any(family.deed and family.object < 0 and family.basis == "act" for family in families)
    harms = harms and scene.syntax.tense(verb) in {"PAST", "PRESENT"}
    victim = scene.syntax.object(verb) if harms else None
    return -1 if victim is not None and (scene.can_act(victim) or victim.pos_ == "PRON") else 0


def _labelled(scene: Scene, verb: Token) -> Iterator[Finding]:
    """As in "Called the plan reckless", "saw the change as necessary"."""
    syntax = scene.syntax
    target, subject = syntax.indirect_object(verb) or syntax.logical_object(verb), syntax.logical_subject(verb)
    if (
        target is None
        or scene.is_denied(verb)
        or is_unreal(scene, verb)
        or scene.asks(verb)
        or not scene.is_target(target)
    ):
        return
    named = scene.named(verb)
    judgement = _behind(scene, target) if named is None or named == target else named
    if judgement is None or not (sign := sign_of(scene, judgement)):
        return
    who, span = _who_labels(scene, verb, subject), scene.nominal_span(target)
    if span is not None and span.start < judgement.idx < span.end:
        span = Span(span.start, _trimmed(scene, judgement.i))
    if who is not None and span is not None:
        rule = "label" if subject is not None else "label-unsaid"
        yield as_finding(scene, Verdict(who, judgement, sign, rule), target, span)


def _who_labels(scene: Scene, verb: Token, subject: Token | None) -> Party | None:
    """Who gives a name; nobody known in "has been described as a fraud"."""
    if subject is not None:
        return scene.party(subject)
    syntax = scene.syntax
    told = syntax.is_passive(verb) and syntax.role(verb) != "relative-clause" and not syntax.modals(verb)
    return Party(form="UNNAMED", span=scene.reading.token_span(verb)) if told else None


def _behind(scene: Scene, target: Token) -> Token | None:
    """Absurd in "called the claims of a role absurd", where the parser hangs it on what stands before it."""
    _, end = scene.syntax.subtree(target)
    for index in range(target.i + 1, end):
        word = scene.reading.words[index]
        noun = scene.syntax.head(word)
        if scene.syntax.role(word) == "adjective" and noun is not None and noun.i < word.i and sign_of(scene, word):
            return word
    return None


def _trimmed(scene: Scene, index: int) -> int:
    """The end of the last word before a token."""
    while index > 1 and not scene.reading.words[index - 1].is_alpha:
        index -= 1
    return scene.reading.span(index - 1, index).end


Rule = Callable[[Scene, Token, Voice], Iterator[Finding]]
JUDGING: Final[Mapping[str, tuple[Rule, ...]]] = {
    "ADJ": (_predicated, _attributed, _insufficient),
    "ADV": (_excessive, _in_a_manner, _insufficient),
    "AUX": (_owed,),
    "NOUN": (_predicated,),
    "PROPN": (_predicated,),
    "VERB": (_predicated, _done, _effected, _needed, _shown),
}
"""The rules that look at a word of each class."""
