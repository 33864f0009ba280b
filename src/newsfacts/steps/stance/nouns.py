"""Stances that a noun carries: "Western support for Ukraine", "his critics", "drew criticism from"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve
from spacy.tokens import Token

from newsfacts import Party, Span
from newsfacts.steps.stance.chains import is_unreal, owner
from newsfacts.steps.stance.findings import Argument, Finding, link
from newsfacts.steps.stance.frames import Sense
from newsfacts.steps.stance.scene import DENIALS, Scene

BESIDE: Final = frozenset({"amid", "despite", "in spite of", "in the face of", "over"})
"""What stands before a stance toward what the clause tells."""

LENT: Final = frozenset({"to", "with", "without"})
"""These do so, too, where who stands behind the noun holds it: "with the backing of the union"."""

FELT: Final = frozenset({"delight", "despise", "fear"})
"""Families whose nouns stand after "to": "to the dismay of residents"."""

VOICED: Final = frozenset({"condemn", "despise", "fear", "fight", "praise", "reject"})
"""Families whose nouns tell of a stance even where nobody is named."""


def of_noun(scene: Scene, cue: Token, sense: Sense) -> Iterator[Finding]:
    """Give the stances of a noun such as support, criticism, refusal."""
    if sense.second:
        yield from _of_phrase(scene, cue, sense)
        return
    if scene.is_had(cue):
        yield from _received(scene, cue, sense)
        return
    if _is_given_up(scene, cue):
        return
    who = owner(scene, cue)
    targets = list(_targets(scene, cue, sense))
    if (beside := _beside(scene, cue, sense, who, targets)) is not None:
        yield beside
        return
    if who is None or not targets:
        yield from _received(scene, cue, sense)
    if who is None:
        yield from _unsaid(scene, cue, sense, targets)
        return
    denial = _denial(scene, cue)
    if denial is not None and sense.family.denied == 0:
        return
    for target in targets:
        finding = _finding(scene, cue, sense, who, target)
        yield finding if denial is None else evolve(finding, links=(link(scene, denial, -1, "not"), *finding.links))


def _is_given_up(scene: Scene, cue: Token) -> bool:
    """Whether somebody takes back what a noun says: "withdrew its support", "dropped her opposition"."""
    verb = scene.syntax.head(cue)
    if verb is None or scene.syntax.role(cue) not in {"object", "subject"} or scene.syntax.logical_object(verb) != cue:
        return False
    return any(sense.family.takes == "sides" and sense.family.object < 0 for sense in scene.senses_of(verb))


def _beside(scene: Scene, cue: Token, sense: Sense, who: Party | None, targets: list[Argument]) -> Finding | None:
    """As in "Built the dam despite opposition from farmers", "to the dismay of residents": it is toward the clause."""
    syntax, sign = scene.syntax, _usual_sign(sense)
    place = _face(scene, cue) or cue
    word, verb = syntax.preposition(cue) if place == cue else "in the face of", syntax.head(place)
    who = _who_is_beside(scene, cue, sense, word, who)
    if who is None or verb is None or not sign or not syntax.is_predicate(verb) or (targets and word not in LENT):
        return None
    if scene.is_denied(verb) or is_unreal(scene, verb, deed=False) or scene.reports(verb):
        return None
    target = _of_clause(scene, verb, place)
    if target is None:
        return None
    found = _finding(scene, cue, sense, who, evolve(target, sign=sign * (-1 if word == "without" else 1)))
    return evolve(found, links=(*found.links, link(scene, verb, -1, "undone"))) if target.sign < 0 else found


def _face(scene: Scene, cue: Token) -> Token | None:
    """The noun of "in the face of resistance"."""
    noun = scene.syntax.head(cue)
    return noun if noun is not None and noun.lower_ == "face" and scene.syntax.preposition(noun) == "in" else None


def _who_is_beside(scene: Scene, cue: Token, sense: Sense, word: str, who: Party | None) -> Party | None:
    """Who holds what stands beside a clause; after "with" and "to" only who stands behind the noun."""
    behind = next((noun for each, noun in scene.syntax.obliques(cue) if each in {"from", "of"}), None)
    lent = behind is not None and scene.can_act(behind)
    if word in LENT:
        fits = sense.name in FELT if word == "to" else _usual_sign(sense) > 0
        return scene.party(behind) if behind is not None and lent and fits else None
    held = who is not None and who.span is not None and any(map(scene.can_act, scene.reading.tokens(who.span)))
    return who if word in BESIDE and held else None


def _of_clause(scene: Scene, verb: Token, place: Token) -> Argument | None:
    """What a clause is about: the plan in "approved the plan", with the sign of its verb, else what is done."""
    syntax = scene.syntax
    thing = syntax.logical_object(verb) or syntax.subject(verb)
    span = None if thing is None else scene.nominal_span(thing)
    if thing is None or span is None or not scene.is_target(thing):
        return None
    sense = next((each for each in scene.senses_of(verb) if each.family.object), None)
    if sense is not None and thing == syntax.logical_object(verb):
        return Argument(head=thing, span=span, sign=sense.family.object, rule="beside")
    own = scene.reading.token_span(verb)
    end = max(own.end, span.end, scene.before(place) if place.i > verb.i else 0)
    start = own.start if scene.can_act(thing) else min(own.start, span.start)
    return Argument(head=verb, span=Span(start, end), sign=1, rule="beside")


def _denial(scene: Scene, cue: Token) -> Token | None:
    """The word that denies a noun: "has no confidence in", "did not voice support for"."""
    syntax, verb, determiner = scene.syntax, scene.syntax.head(cue), scene.syntax.determiner(cue)
    if determiner is not None and determiner.lower_ in DENIALS:
        return determiner
    if scene.is_denied(cue):
        return syntax.negation(cue) or cue
    lent = verb is not None and syntax.role(cue) == "object" and verb.pos_ == "VERB"
    return (syntax.negation(verb) or verb) if verb is not None and lent and scene.is_denied(verb) else None


def _of_phrase(scene: Scene, cue: Token, sense: Sense) -> Iterator[Finding]:
    """As in "Is in favour of the plan", "is on board with it"."""
    syntax = scene.syntax
    verb = cue if syntax.is_copular(cue) else syntax.head(cue)
    subject = None if verb is None or not syntax.is_predicate(verb) else syntax.subject(verb)
    if subject is None or (who := scene.party(subject)) is None:
        return
    sign = -1 if scene.is_denied(cue) else 1
    for preposition, other in scene.company(cue):
        noun = scene.meant(other)
        span = scene.nominal_span(noun)
        if preposition in sense.family.prepositions and span is not None and scene.is_target(noun):
            toward = sign * sense.family.prepositions[preposition]
            yield _finding(scene, cue, sense, who, Argument(head=noun, span=span, sign=toward, rule="phrase"))


def _received(scene: Scene, cue: Token, sense: Sense) -> Iterator[Finding]:
    """As in "The move drew criticism from allies": the subject is the target."""
    syntax = scene.syntax
    verb, had = syntax.head(syntax.conjuncts(cue)[0]), scene.is_had(cue)
    if verb is None or not (had or any(each.family.use == "receives" for each in scene.senses_of(verb))):
        return
    subject, sign, words = (
        syntax.subject(verb),
        _usual_sign(sense),
        {"among", "from", "of"} if had else {"among", "by", "from"},
    )
    sources = [noun for word, noun in (*syntax.obliques(cue), *syntax.obliques(verb)) if word in words]
    if subject is None or not sign or scene.is_denied(verb):
        return
    span = scene.nominal_span(subject)
    if sources and span is not None and (who := scene.party(sources[0])) is not None:
        target = Argument(head=subject, span=span, sign=sign, rule="received")
        yield _finding(scene, cue, sense, who, target)
    elif span is not None and sense.name in VOICED:
        nobody = Party(form="UNNAMED", span=scene.reading.token_span(cue))
        target = Argument(head=subject, span=span, sign=sign, rule="received-unsaid")
        yield _finding(scene, cue, sense, nobody, target)


def _unsaid(scene: Scene, cue: Token, sense: Sense, targets: list[Argument]) -> Iterator[Finding]:
    """As in "Amid criticism of the plan": the holder stays unsaid; the cue stands for it."""
    if sense.name not in VOICED or scene.syntax.role(cue) in {"object", "conjunct"} or scene.is_denied(cue):
        return
    who = Party(form="UNNAMED", span=scene.reading.token_span(cue))
    for target in targets:
        yield _finding(scene, cue, sense, who, evolve(target, rule="unsaid"))


def _usual_sign(sense: Sense) -> int:
    return sense.family.object or next(iter(sense.family.prepositions.values()), 0)


def of_adposition(scene: Scene, cue: Token, sense: Sense) -> Iterator[Finding]:
    """Give the stance of "is against the plan"."""
    noun = scene.syntax.head(cue)
    if noun is None or not scene.syntax.is_copular(noun) or not scene.is_target(noun) or scene.asks(cue):
        return
    subject, span = scene.syntax.subject(noun), scene.nominal_span(noun)
    if subject is None or span is None or not scene.can_act(subject) or (who := scene.party(subject)) is None:
        return
    sign = 1 if scene.is_denied(noun) else -1
    yield _finding(scene, cue, sense, who, Argument(head=noun, span=span, sign=sign, rule="predicate"))


def of_people(scene: Scene, cue: Token, sense: Sense) -> Iterator[Finding]:
    """Give the stance of "critics of the plan", "his supporters"."""
    possessor, sign = scene.syntax.possessor(cue), _usual_sign(sense)
    span = scene.syntax.noun_phrase(cue)
    who = scene.reading.party(cue, span)
    if possessor is not None and sense.family.object and (target := scene.nominal_span(possessor)) is not None:
        yield _finding(scene, cue, sense, who, Argument(head=possessor, span=target, sign=sign, rule="people"))
    for preposition, noun in scene.company(cue):
        target = scene.nominal_span(noun)
        if preposition in sense.family.prepositions and target is not None:
            yield _finding(scene, cue, sense, who, Argument(head=noun, span=target, sign=sign, rule="people"))


def _targets(scene: Scene, cue: Token, sense: Sense) -> Iterator[Argument]:
    family = sense.family
    for preposition, noun in scene.company(cue):
        sign = family.prepositions.get(preposition)
        span = scene.clause_span(noun) if noun.pos_ == "VERB" else scene.nominal_span(noun)
        if sign is not None and span is not None and scene.is_target(noun):
            yield Argument(head=noun, span=span, sign=sign, rule="preposition")
    verb = _content(scene, cue)
    span = None if verb is None else scene.clause_span(verb)
    if verb is None or span is None:
        return
    purpose = family.purpose if scene.syntax.tense(verb) == "INFINITIVE" else 0
    if purpose and scene.senses_of(verb):  # "a fight to save the school": the verb says it
        return
    if sign := purpose or family.clause or int(family.whole):
        yield Argument(head=verb, span=span, sign=sign, rule="clause")


def _content(scene: Scene, cue: Token) -> Token | None:
    """The clause of "refusal to endorse", "fears that"."""
    syntax = scene.syntax
    for kid in (*syntax.children(cue), *_right_behind(scene, cue)):
        if kid.i < cue.i:
            continue
        if syntax.role(kid) == "clause-complement":
            return kid
        if (
            syntax.role(kid) in {"adnominal-clause", "adverbial-clause", "open-complement"}
            and syntax.tense(kid) == "INFINITIVE"
        ):
            return kid
        if syntax.role(kid) in {"adnominal-clause", "relative-clause"} and _is_content(scene, kid):
            return kid
    return None


def _right_behind(scene: Scene, cue: Token) -> Iterator[Token]:
    """What the parser gave to the verb: "faces calls from unions to resign"."""
    syntax, verb = scene.syntax, scene.syntax.head(cue)
    if verb is not None and syntax.role(cue) == "object":
        _, end = syntax.subtree(cue)
        yield from (kid for kid in syntax.children(verb) if syntax.subtree(kid)[0] == end)


def _is_content(scene: Scene, verb: Token) -> bool:
    """Whether a clause after a noun is what it is about: "fears they would stay", not "the fears that they voiced"."""
    syntax = scene.syntax
    subject = syntax.subject(verb, inherited=False)
    if subject is None or syntax.is_relative_word(subject) or not syntax.modals(verb):
        return False
    return not any(syntax.is_relative_word(kid) and syntax.role(kid) != "mark" for kid in syntax.children(verb))


def _finding(scene: Scene, cue: Token, sense: Sense, who: Party, target: Argument) -> Finding:
    return Finding(
        holder=who,
        target=target.head,
        target_span=target.span,
        cue=scene.reading.token_span(cue),
        links=(link(scene, cue, target.sign, sense.name),),
        basis="nominal",
        rule=f"{sense.word_class}-{target.rule}",
    )
