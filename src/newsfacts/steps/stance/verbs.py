"""Stances that a verb or a predicate adjective carries: "praised the decision", "is critical of the plan"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve
from spacy.tokens import Token

from newsfacts import Party, SignLink, Span
from newsfacts.steps.stance.chains import Chain, chain, holder
from newsfacts.steps.stance.findings import Argument, Finding, link
from newsfacts.steps.stance.frames import Basis, Family, Sense
from newsfacts.steps.stance.scene import Scene

STATED: Final = frozenset({"that", "bare", "infinitive", "gerund"})
SECOND: Final = frozenset({"against", "from"})
"""What follows these is a target beside the object: "defended Kursk against an assault"."""

ALONE: Final = SECOND | {"of", "on", "over", "to", "with"}
UNDONE: Final = frozenset({("instead", "of"), ("rather", "than"), ("short", "of")})
"""What stands before a deed that is left undone."""

WOULD: Final = frozenset({"'d", "would", "’d"})
GOALS: Final = frozenset({"hope", "want"})
"""Families whose infinitive is a goal, no stance: "hopes to win", "did not want to lose"."""

STRUCK: Final = frozenset({"aggrieved", "glad"})
"""Families whose infinitive tells the moment, not the cause: "shocked to hear", "glad to tell"."""

POINTING: Final = frozenset({"that", "this"})
LETS: Final = frozenset({"'s", "’s"})
ADDRESSED: Final = frozenset({"for", "on", "to", "upon", "with"})


def of_verb(scene: Scene, cue: Token, sense: Sense) -> Iterator[Finding]:
    """Give the stances of a verb."""
    syntax = scene.syntax
    if (doer := _mistaken(scene, cue)) is not None:
        yield from _of_mistaken(scene, cue, sense, doer)
        return
    passive = syntax.is_passive(cue)
    links = None if _is_left_undone(scene, cue) or _is_asked_for(scene, cue, sense) else chain(scene, cue, sense)
    if links is None or (passive and links.top != cue) or _is_charge(scene, links.top):
        return
    if syntax.tense(links.top) == "INFINITIVE" and syntax.subject(links.top, inherited=False) is None:
        return
    if sense.family.deed and sense.family.object < 0 and sense.word != "attack" and _is_alleged(scene, cue):
        return
    who = holder(scene, links.top, passive=passive)
    if who is not None and _may_hold(scene, links, sense, cue, who):
        yield from _findings(scene, cue, sense, links=links, who=who, found=arguments(scene, cue, sense))
    elif passive and syntax.agent(cue) is None and not links.links and _is_told(scene, cue):
        yield from _unsaid(scene, cue, sense, links)


def _is_left_undone(scene: Scene, verb: Token) -> bool:
    """Whether a gerund tells what is not done: "stopped short of blaming", "without criticising"."""
    if scene.syntax.tense(verb) != "PRESPART":
        return False
    before = scene.lowers[max(0, verb.i - 2) : verb.i]
    return before[-1:] == ["without"] or tuple(before) in UNDONE


def _is_asked_for(scene: Scene, cue: Token, sense: Sense) -> bool:
    """Whether a thing is only asked for: "would like a coffee", "would prefer tea"."""
    return sense.name == "admire" and any(modal.lower_ in WOULD for modal in scene.syntax.modals(cue))


def _is_charge(scene: Scene, gerund: Token) -> bool:
    """Whether a gerund tells what somebody is accused of: "accused of supporting rebels"."""
    above = scene.syntax.head(gerund) if scene.syntax.tense(gerund) == "PRESPART" else None
    charges = () if above is None else (word for sense in scene.senses_of(above) for word in sense.family.charge)
    before = scene.lowers[gerund.i - 1] if gerund.i else ""
    return before in charges


def _is_told(scene: Scene, cue: Token) -> bool:
    """Whether a passive is a statement: it has an auxiliary, or is a headline ("Parents prosecuted after trial")."""
    syntax = scene.syntax
    if syntax.auxiliaries(cue):
        return not syntax.modals(cue) and syntax.role(cue) != "relative-clause"
    noun = syntax.head(cue)
    if noun is None or syntax.role(cue) != "adnominal-clause" or noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    return syntax.role(noun) == "root" and not syntax.is_copular(noun) and syntax.subject(noun, inherited=False) is None


def _is_alleged(scene: Scene, cue: Token) -> bool:
    """Whether somebody else says that the deed was done: then it is his judgement of the doer."""
    voice, subject = scene.voices[cue.i], scene.syntax.subject(cue)
    if voice is None or voice.party.span is None or subject is None or scene.syntax.object(cue) is None:
        return False
    entity = scene.reading.entity_at(subject)
    return entity is None or entity != voice.party.entity


def _unsaid(scene: Scene, cue: Token, sense: Sense, links: Chain) -> Iterator[Finding]:
    """As in "The parents were accused": the holder stays unsaid; the cue stands for it; not "favored to win"."""
    who = Party(form="UNNAMED", span=scene.reading.token_span(cue))
    if not sense.family.whole and scene.syntax.complement_kind(cue) == "infinitive":
        return
    if sense.family.deed and sense.family.basis == "act":
        return
    target, whole = _taken(scene, cue, sense), _whole(scene, cue, sense) if sense.family.whole else None
    if whole is not None and not sense.family.deed and sense.family.clause:
        for finding in _findings(scene, cue, sense, links=links, who=who, found=(whole,)):
            yield evolve(finding, rule="verb-unsaid")
    elif sense.family.whole:
        return
    elif sense.family.object and target is not None and (scene.can_act(target) or not sense.family.deed):
        if not _is_taken(scene, cue, sense.family, target):
            return
        found = _nominal(scene, target, sense.family.object, "unsaid")
        yield from _findings(scene, cue, sense, links=links, who=who, found=found)


def _mistaken(scene: Scene, cue: Token) -> Token | None:
    """The doer where a parser took "Ryan accused Democrats" for a noun with an adjective and a subject."""
    syntax = scene.syntax
    noun = syntax.head(cue)
    if noun is None or syntax.role(cue) != "adjective" or noun.i < cue.i or syntax.is_copular(noun):
        return None
    subject = syntax.subject(noun, inherited=False)
    return subject if subject is not None and subject.i < cue.i and noun.pos_ in {"NOUN", "PROPN", "PRON"} else None


def _of_mistaken(scene: Scene, cue: Token, sense: Sense, doer: Token) -> Iterator[Finding]:
    noun, who = scene.syntax.head(cue), scene.party(doer)
    if noun is None or who is None or not sense.family.object or (sense.family.deed and not scene.can_act(doer)):
        return
    span = scene.syntax.noun_phrase(noun)
    after = scene.reading.span(cue.i + 1, cue.i + 2).start
    if after < span.end:
        links = Chain(cue, (), ())
        argument = Argument(
            head=noun, span=Span(max(after, span.start), span.end), sign=sense.family.object, rule="mended"
        )
        yield from _findings(scene, cue, sense, links=links, who=who, found=(argument,))


def of_adjective(scene: Scene, cue: Token, sense: Sense) -> Iterator[Finding]:
    """Give the stances of "critical of", "opposed to", "proud that"."""
    if cue.pos_ == "VERB" and scene.syntax.object(cue) is not None:
        return
    links = None if scene.is_lessened(cue) else chain(scene, cue, sense)
    described = _described(scene, cue)
    subject = None if links is None else scene.syntax.subject(links.top) or described
    if links is None or subject is None or (who := scene.party(subject)) is None or not scene.can_act(subject):
        return
    if subject == described:
        who = scene.reading.party(subject, scene.syntax.noun_phrase(subject))
    yield from _findings(scene, cue, sense, links=links, who=who, found=arguments(scene, cue, sense))


def _described(scene: Scene, cue: Token) -> Token | None:
    """Norland in "Norland, long critical of the plan, agreed"."""
    noun = scene.syntax.head(cue)
    behind = scene.syntax.role(cue) == "adjective" and noun is not None and noun.i < cue.i
    return noun if behind else None


def _may_hold(scene: Scene, links: Chain, sense: Sense, cue: Token, who: Party) -> bool:
    """Whether the holder is one that can do the deed; who stands behind a law or a report can."""
    if not sense.family.deed:
        return True
    syntax = scene.syntax
    subject = syntax.agent(cue) if syntax.is_passive(cue) else syntax.subject(links.top)
    within = subject is not None and who.span is not None and who.span.start <= subject.idx < who.span.end
    return subject is None or not within or scene.can_act(subject)


def _findings(
    scene: Scene, cue: Token, sense: Sense, *, links: Chain, who: Party, found: Iterable[Argument]
) -> Iterator[Finding]:
    for argument in found:
        within = argument.span.start <= cue.idx < argument.span.end and not scene.syntax.is_predicate(argument.head)
        yield Finding(
            holder=who,
            target=argument.head,
            target_span=scene.syntax.noun_phrase(argument.head) if within else argument.span,
            cue=scene.reading.token_span(cue),
            links=(*links.links, link(scene, cue, argument.sign, sense.name)),
            basis=_basis(sense, links),
            rule=f"{sense.word_class}-{argument.rule}",
        )


def _basis(sense: Sense, links: Chain) -> Basis:
    return "commitment" if links.is_commitment and sense.family.basis == "act" else sense.family.basis


def arguments(scene: Scene, cue: Token, sense: Sense) -> Iterator[Argument]:
    """Give what a verb or adjective takes, with the sign toward each."""
    family = sense.family
    if family.addressed and scene.syntax.object(cue) is not None:
        return
    if family.whole and (whole := _whole(scene, cue, sense)) is not None:
        yield whole
        return
    taken = _taken(scene, cue, sense) if family.object and sense.word_class == "verb" else None
    shifted = (
        [noun for word, noun in _company(scene, cue, sense, taken) if word == family.shift] if family.shift else []
    )
    if shifted:
        yield from _nominal(scene, shifted[0], family.object, f"preposition-{family.shift}")
        return
    if taken is not None:
        if _is_taken(scene, cue, family, taken) and not (family.deed and _is_own(scene, cue, taken)):
            yield from _charged(scene, cue, family, taken)
    elif family.clause and (clause := _clause(scene, cue, sense)) is not None:
        yield clause
    for preposition, noun in _company(scene, cue, sense, taken):
        if family.object and sense.word_class == "verb" and preposition not in (SECOND if taken is not None else ALONE):
            continue
        if (sign := family.prepositions.get(preposition)) is not None:
            yield from _nominal(scene, noun, sign, f"preposition-{preposition.replace(' ', '-')}")


def _is_taken(scene: Scene, cue: Token, family: Family, taken: Token) -> bool:
    """Whether an object is of the sort that a family takes: "lifted sanctions", "questioned the plan", "passed it"."""
    match family.takes:
        case "plans":
            return scene.lemmas[taken.i] in scene.judgements.plans
        case "sides":
            return scene.is_denied(cue) or any(sense.family.use == "frame" for sense in scene.senses_of(taken))
        case "things":
            return taken.lower_ in POINTING or not (taken.pos_ == "PRON" or scene.can_act(taken))
    return True


def _is_own(scene: Scene, cue: Token, taken: Token) -> bool:
    """Whether somebody does something to what is his own, and no word for a stance: "cut its forecast"."""
    owner = None if scene.syntax.is_passive(cue) else scene.syntax.possessor(taken)
    if owner is None or owner.tag_ != "PRP$" or scene.senses_of(taken):
        return False
    subject = scene.syntax.subject(cue)
    return subject is not None and scene.reading.entity_at(owner) in {None, scene.reading.entity_at(subject)}


def _charged(scene: Scene, cue: Token, family: Family, taken: Token) -> Iterator[Argument]:
    """What a verb acts on, without the charge that the parser hung on it: "accused the council of waste"."""
    found = _nominal(scene, taken, family.object, "object")
    known = not family.charge or any(word in family.charge for word, _ in scene.syntax.obliques(cue))
    if known or not scene.can_act(taken):
        yield from found
        return
    charges = [other for word, other in scene.syntax.obliques(taken) if word in family.charge and other.i > taken.i]
    for argument in found:
        end = min(scene.before(charges[-1]), argument.span.end) if charges else argument.span.end
        yield evolve(argument, span=Span(argument.span.start, max(end, argument.span.start + 1)))


def _taken(scene: Scene, cue: Token, sense: Sense) -> Token | None:
    """What a verb acts on; of "was awarded a medal" the one who gets it, of "waved through the sale" the sale."""
    syntax = scene.syntax
    if syntax.is_passive(cue):
        return syntax.subject(cue) or syntax.object(cue)
    beside = (noun for word, noun in syntax.obliques(cue) if word == sense.second and noun.i > cue.i)
    return syntax.logical_object(cue) or (next(beside, None) if sense.second else None)


def _company(scene: Scene, cue: Token, sense: Sense, taken: Token | None) -> Iterator[tuple[str, Token]]:
    """The prepositional phrases of a cue, and those of its object that belong to both: "against the rebels"."""
    yield from scene.syntax.obliques(cue)
    idiom = scene.syntax.object(cue) if sense.second and cue.pos_ == "VERB" else None
    if idiom is not None and idiom.lower_ == sense.second:
        yield from scene.syntax.obliques(idiom)
    elif taken is not None and cue.pos_ == "VERB":
        yield from (each for each in scene.syntax.obliques(taken) if each[0] in SECOND)


def _nominal(scene: Scene, head: Token, sign: int, rule: str) -> Iterator[Argument]:
    head = scene.meant(head)
    span = scene.clause_span(head) if head.pos_ == "VERB" else scene.nominal_span(head)
    if span is not None and scene.is_target(head) and head.lower_ not in LETS:
        yield Argument(head=head, span=span, sign=sign, rule=rule)


def _clause(scene: Scene, cue: Token, sense: Sense) -> Argument | None:
    """What is hoped, feared, promised: unless the clause takes sides itself ("vowed to limit aid")."""
    syntax = scene.syntax
    verb = syntax.complement(cue)
    kind = syntax.complement_kind(cue)
    if verb is None and sense.family.effect > 0 and (verb := _infinitive(scene, cue, None)) is not None:
        kind = "infinitive"
    if verb is None or kind not in STATED or _speaks_for_itself(scene, cue, verb) or not scene.is_target(verb):
        return None
    if kind == "infinitive" and (sense.name in GOALS | STRUCK or _is_silence(scene, sense, verb)):
        return None
    if sense.family.whole and kind not in {"infinitive", "that"} and not _is_wished(scene, verb):
        return None
    span = scene.clause_span(verb)
    if span is None:
        return None
    if kind == "infinitive" and _is_not_to(scene, verb):
        return Argument(head=verb, span=_from(scene, verb, span), sign=-sense.family.clause, rule="clause-not")
    return Argument(head=verb, span=span, sign=sense.family.clause, rule="clause")


def _is_silence(scene: Scene, sense: Sense, verb: Token) -> bool:
    """Whether somebody only says nothing: "declined to comment", "refused to discuss the deal"."""
    return sense.family.effect < 0 and scene.lemmas[verb.i] in scene.judgements.sayings


def _is_wished(scene: Scene, verb: Token) -> bool:
    """Whether a clause without "that" says what shall be: "demanded Hale resign", not "called Hale a friend"."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    return scene.syntax.tense(verb) not in {"PASTPART", "PRESPART"} or bool(scene.syntax.auxiliaries(verb))


def _speaks_for_itself(scene: Scene, cue: Token, verb: Token) -> bool:
    if scene.syntax.subject(verb, inherited=False) is not None:
        return False
    return any(
        any(True for _ in arguments(scene, verb, inner))
        for inner in scene.senses_of(verb)[:1]
        if inner.family.use == "frame" and inner.word_class in {"verb", "adjective"} and cue.i < verb.i
    )


def _whole(scene: Scene, cue: Token, sense: Sense) -> Argument | None:
    """As in "Urged X to act", "called on X to act": X and the infinitive together."""
    syntax = scene.syntax
    found = (
        syntax.object(cue) or syntax.indirect_object(cue) or (syntax.subject(cue) if syntax.is_passive(cue) else None)
    )
    if found is None or found.i in scene.times:
        found = next((noun for word, noun in syntax.obliques(cue) if word in ADDRESSED and noun.i > cue.i), None)
    small = sense.name in GOALS and syntax.complement_kind(cue) == "small"
    verb = syntax.complement(cue) if small else _infinitive(scene, cue, found)
    if found is None or verb is None or found.lower_ in LETS:
        return None
    first, rest = scene.nominal_span(found), scene.clause_span(verb)
    if first is None or rest is None or first.start >= rest.start or not scene.is_target(verb):
        return None
    if _is_not_to(scene, verb):
        return Argument(head=verb, span=_from(scene, verb, rest), sign=-1, rule="infinitive-not")
    return Argument(head=verb, span=Span(first.start, rest.end), sign=1, rule="infinitive")


def _is_not_to(scene: Scene, verb: Token) -> bool:
    """Whether "not" turns an infinitive; of "to take no action" the words tell all."""
    return scene.is_denied(verb) and scene.syntax.negation(verb) is not None


def _from(scene: Scene, verb: Token, clause: Span) -> Span:
    """A clause from its verb on: "turn away boats" of "not to turn away boats"."""
    return Span(max(clause.start, scene.reading.token_span(verb).start), clause.end)


def _infinitive(scene: Scene, cue: Token, found: Token | None) -> Token | None:
    """The infinitive after an object, on the verb or on the object itself."""
    syntax = scene.syntax
    if syntax.complement_kind(cue) == "infinitive":
        return syntax.complement(cue)
    for head in (cue, found):
        if head is None:
            continue
        for kid in syntax.children(head):
            if (
                kid.i > cue.i
                and syntax.role(kid) in {"adnominal-clause", "adverbial-clause"}
                and syntax.tense(kid) == "INFINITIVE"
            ):
                return kid
    return None


def denied_links(links: tuple[SignLink, ...]) -> bool:
    """Tell whether a chain holds a denial."""
    return any(each.why == "not" for each in links)
