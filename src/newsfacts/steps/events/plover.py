"""What political interaction an event is: decided by its words, its frame, and who is involved (PLOVER)."""

from __future__ import annotations

from attrs import evolve, frozen
from spacy.tokens import Token

from newsfacts import PloverType
from newsfacts.steps.events.arguments import Argument, is_nominal
from newsfacts.steps.events.features import Features
from newsfacts.steps.events.frames import Frame
from newsfacts.steps.events.sides import Sides, words_of
from newsfacts.steps.events.triggers import VERBS, Trigger
from newsfacts.syntax import Syntax

KINDLY = frozenset({"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})
HARSH = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "SANCTION"})
_ORDER = frozenset({"COP", "MIL"})
"""Sectors of those who close a road in order to keep order, which is no protest."""

MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
_DEMANDING = frozenset({"must", "should"})


@frozen(eq=False)
class Typed:
    """A PLOVER type with its mode and context, who acts and who is acted on, and the rule that said so."""

    type: PloverType
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    actors: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()
    rule: str = ""


def typed(sides: Sides, trigger: Trigger, arguments: tuple[Argument, ...], features: Features) -> Typed | None:
    """Give the PLOVER type of an event, or None where it is no political interaction."""
    if trigger.form == "pronoun" or _is_only_speech(sides, trigger):
        return None
    found = _commitment(sides, trigger) or _framed(sides, trigger, arguments)
    if found is None or (found := _as_said(found, features)) is None or _is_swallowed(sides, trigger):
        return None
    return _with_sides(sides, trigger, arguments, found)


def _is_only_speech(sides: Sides, trigger: Trigger) -> bool:
    """Whether somebody only says what others would do, or will not say something."""
    if trigger.form not in VERBS:
        return False
    if trigger.base in {"decline", "refuse"}:
        return _is_silence(sides, trigger)
    return trigger.base == "warn" and (_is_of_others(sides, trigger) or _is_told(sides.reading.syntax, trigger.token))


def _is_silence(sides: Sides, trigger: Trigger) -> bool:
    """Whether somebody only will not say something: "declined to comment"."""
    inner = inner_deed(sides.reading.syntax, trigger.token)
    return inner is not None and sides.frames.lemma(inner) in sides.frames.telling


def _is_of_others(sides: Sides, trigger: Trigger) -> bool:
    """Whether a warning tells of something that the one who warns would not do: "warned the walkout could hurt"."""
    syntax = sides.reading.syntax
    inner = inner_deed(syntax, trigger.token)
    doer = None if inner is None else syntax.logical_subject(inner)
    warner = syntax.logical_subject(trigger.token)
    if inner is None or doer is None or warner is None:
        return inner is not None or not _named_in(syntax, trigger.token)
    ours = sides.reading.entity_at(warner)
    return doer.i != warner.i and (ours is None or sides.reading.entity_at(doer) != ours)


def _is_told(syntax: Syntax, verb: Token) -> bool:
    """Whether somebody is only told of a danger: "had been warned about the crossing"."""
    return (syntax.is_passive(verb) and syntax.agent(verb) is None) or any(
        preposition == "about" for preposition, _ in syntax.obliques(verb)
    )


def _named_in(syntax: Syntax, verb: Token) -> bool:
    """Whether somebody is warned of or against something."""
    return syntax.logical_object(verb) is not None or bool(syntax.obliques(verb))


def _is_swallowed(sides: Sides, trigger: Trigger) -> bool:
    """Whether the event is only what another asks, offers, threatens or refuses to do."""
    syntax = sides.reading.syntax
    if trigger.form == "noun" and trigger.support is None:
        head = syntax.head(trigger.token)
        return (
            head is not None
            and sides.frames.lemma(head) in sides.frames.verbs
            and syntax.role(trigger.token) != "subject"
        )
    verb = trigger.verb
    head = None if verb is None else syntax.head(verb)
    if head is None or verb is None:
        return False
    if syntax.role(verb) == "adverbial-clause":
        return _is_purpose(sides, verb, head)
    if syntax.role(verb) not in {"open-complement", "clause-complement", "adnominal-clause"}:
        return False
    lemma = sides.frames.lemma(head)
    return (
        lemma in sides.frames.committing
        or lemma in sides.frames.willing
        or (lemma in sides.frames.verbs and lemma not in {"say", "warn"})
    )


def _is_purpose(sides: Sides, verb: Token, head: Token) -> bool:
    """Whether a clause only says what a political act is for: "staged a rally to demand", "rioted, demanding"."""
    syntax = sides.reading.syntax
    if syntax.subject(verb, inherited=False) is not None or syntax.tense(verb) not in {"INFINITIVE", "PRESPART"}:
        return False
    if syntax.tense(verb) == "PRESPART" and sides.frames.lemma(verb) in sides.frames.deadly:
        return False
    thing = syntax.logical_object(head)
    lemmas = {sides.frames.lemma(head)} | ({sides.frames.lemma(thing)} if thing is not None else set())
    return not lemmas.isdisjoint(sides.frames.verbs.keys() | sides.frames.nouns.keys() | sides.frames.committing)


def _commitment(sides: Sides, trigger: Trigger) -> Typed | None:
    """What somebody commits to: kind deeds are agreed to, harsh ones threatened; "X must" is a demand."""
    lemma = trigger.lemma
    if trigger.form == "noun" or lemma not in sides.frames.speaking_of:
        return None
    syntax = sides.reading.syntax
    inner = inner_deed(syntax, trigger.token)
    if inner is None:
        return None
    if lemma in sides.frames.committing or (lemma in sides.frames.willing and trigger.form == "adjective"):
        base = _base_type(sides, inner)
        if lemma == "threaten" or base in HARSH:
            return Typed("THREATEN", rule="commit-harsh")
        if base in KINDLY or lemma in {"agree", "offer", "pledge", "promise"}:
            return Typed("AGREE", rule="commit-kind")
        return None
    if lemma in sides.frames.stating and any(modal.lemma_.lower() in _DEMANDING for modal in syntax.modals(inner)):
        target = syntax.logical_subject(inner)
        if target is not None and sides.is_political(target):
            return Typed("REQUEST", recipients=(target,), rule="must")
    return None


def inner_deed(syntax: Syntax, verb: Token) -> Token | None:
    """Give the verb of the deed that a verb speaks of; "threatened Monday to resume" is often parsed as a purpose."""
    found = syntax.complement(verb)
    if found is not None:
        return found
    below = (child for child in syntax.children(verb) if child.i > verb.i and syntax.role(child) == "adverbial-clause")
    return next((child for child in below if syntax.tense(child) == "INFINITIVE"), None)


def _base_type(sides: Sides, verb: Token) -> PloverType | None:
    """The type of the deed in a complement, whoever does it."""
    frame = _frame(sides, verb, "verb")
    return None if frame is None else frame[1].type


def _framed(sides: Sides, trigger: Trigger, arguments: tuple[Argument, ...]) -> Typed | None:
    frame = None
    if trigger.support is not None:
        frame = _frame(sides, trigger.support, "verb", only_strict=True)
    if frame is None:
        frame = _frame(sides, trigger.token, "noun" if trigger.form == "noun" else "verb", arguments=arguments)
    if frame is None:
        return None
    name, found = frame
    return Typed(found.type, (found.mode,) if found.mode else (), found.context, rule=name)


def _frame(
    sides: Sides, token: Token, form: str, *, only_strict: bool = False, arguments: tuple[Argument, ...] = ()
) -> tuple[str, Frame] | None:
    frames = sides.frames
    lemma = frames.lemma.column(sides.reading)[token.i]
    if lemma not in (frames.openings if form == "verb" else frames.nouns):
        return None
    syntax = sides.reading.syntax
    particle = syntax.particle(token) if form == "verb" else None
    entries = (frames.verbs if form == "verb" else frames.nouns).get(
        f"{lemma} {particle.lower_}" if particle else lemma, ()
    )
    if not entries and particle is not None and form == "verb":
        entries = frames.verbs.get(lemma, ())
    for name, frame in entries:
        strict = frame.objects or frame.prepositions or frame.subjects
        if only_strict and not strict:
            continue
        if frame.objects and not frames.fits(frame.objects, _things(sides, token, form)):
            continue
        if frame.bare and syntax.object(token) is not None:
            continue
        if frame.subjects and not frames.fits(frame.subjects, _doers(sides, syntax.subject(token))):
            continue
        if frame.prepositions and not any(
            p in frame.prepositions and head.i not in sides.timed for p, head in syntax.obliques(token)
        ):
            continue
        if frame.sides != "any" and arguments and not _sides_fit(sides, frame, arguments):
            continue
        return name, frame
    return None


def _sides_fit(sides: Sides, frame: Frame, arguments: tuple[Argument, ...]) -> bool:
    actors = tuple(a.head for a in arguments if a.role == "Arg0")
    acting = any(map(sides.is_political, actors))
    ends = [a.head for a in arguments if a.role in {"Arg1", "Arg2", ""}]
    if frame.sides == "both":
        things = [a.head for a in arguments if a.role == "Arg1" and not a.preposition and a.head.tag_ in {"NN", "NNS"}]
        met = any(map(sides.is_party, ends)) or (frame.type in MUTUAL and _are_several(sides, actors))
        return acting and met and not (things and not any(map(sides.is_party, things)))
    undergoing = any(sides.around(end, depth=1) for end in ends)
    return acting or undergoing or any(sides.is_armed(actor) for actor in actors)


def _things(sides: Sides, token: Token, form: str) -> frozenset[str]:
    """What a verb is done to, or what stands before a noun ("rail strike")."""
    if form == "verb":
        return words_of(sides, sides.reading.syntax.logical_object(token))
    owner = sides.reading.syntax.possessor(token)
    before = (*sides.reading.syntax.compounds(token), *sides.reading.syntax.adjectives(token))
    return frozenset(sides.frames.lemma(word) for word in (*before, *(() if owner is None else (owner,))))


def _doers(sides: Sides, subject: Token | None) -> frozenset[str]:
    """The words of a subject, and its sector ("=COP")."""
    sector = None if subject is None else sides.codes(subject).sector
    return words_of(sides, subject) | (frozenset() if sector is None else {f"={sector}"})


def _as_said(found: Typed, features: Features) -> Typed | None:
    """The type with tense and polarity: a kind deed that will be done is agreed to, a harsh one threatened."""
    if features.polarity == "NEG":
        return evolve(found, type="REJECT", rule=f"not-{found.rule}") if found.type in KINDLY else None
    if features.tense == "FUTURE" or features.modality == "would":
        if found.type in KINDLY:
            return evolve(found, type="AGREE", mode=(), rule=f"will-{found.rule}")
        if found.type in HARSH - {"REJECT"}:
            return evolve(found, type="THREATEN", mode=(), rule=f"will-{found.rule}")
    return found


def _with_sides(sides: Sides, trigger: Trigger, arguments: tuple[Argument, ...], found: Typed) -> Typed | None:
    actors = tuple(a.head for a in arguments if a.role == "Arg0" and is_nominal_or_side(a.head))
    recipients = found.recipients or _recipients(sides, trigger, arguments)
    if not recipients and _is_mutual(found, trigger) and _are_several(sides, actors):
        recipients = actors
    if not actors and not recipients:
        return None
    if not any(map(sides.is_political, (*actors, *recipients))) and not any(
        sides.is_armed(actor) or (found.type == "PROTEST" and sides.codes(actor).sector) for actor in actors
    ):
        return None
    if trigger.form == "noun" and trigger.support is None and not actors:
        return None
    if actors and found.type in HARSH and all(sides.is_mishap(actor) for actor in actors):
        return None
    if actors and found.type == "SANCTION" and not any(map(sides.is_party, actors)):
        return None
    if actors and found.type == "PROTEST" and all(sides.codes(actor).sector in _ORDER for actor in actors):
        return None
    return evolve(found, actors=actors, recipients=recipients)


def _is_mutual(found: Typed, trigger: Trigger) -> bool:
    """Whether several do it to one another: not what they offer, not what they praise."""
    if found.rule == "commit-kind":
        return trigger.base == "agree"
    return found.type in MUTUAL and found.rule != "support"


def _are_several(sides: Sides, actors: tuple[Token, ...]) -> bool:
    """Whether those who act can act on one another."""
    if len(actors) > 1:
        return True
    names = [sides.reading.syntax.noun_phrase(actor) for actor in actors]
    return any(" and " in sides.reading[name] for name in names) or any(a.tag_ in {"NNS", "NNPS"} for a in actors)


def is_nominal_or_side(token: Token) -> bool:
    """Tell whether a word can name a side."""
    return is_nominal(token) or token.tag_.startswith("JJ")


def _recipients(sides: Sides, trigger: Trigger, arguments: tuple[Argument, ...]) -> tuple[Token, ...]:
    """The sides acted on: objects, then those to, with or against whom, then those in what is said, then places."""
    own = sides.acting(arguments)
    for roles in (("Arg1",), ("Arg2", "")):
        found = tuple(side for a in arguments if a.role in roles for side in sides.around(a.head, own))
        if found:
            return tuple(dict.fromkeys(found))
    syntax = sides.reading.syntax
    verb = trigger.verb
    inner = None if verb is None else inner_deed(syntax, verb)
    for _ in range(3):
        if inner is None:
            break
        acting = {a.head.i for a in arguments if a.role == "Arg0"}
        used = sides.frames.lemma(inner) == "use"  # "threatened to use force": not the one threatened
        theme = None if used else syntax.logical_object(inner)
        deep = (syntax.logical_subject(inner), theme, *(h for _, h in syntax.obliques(inner)))
        for head in deep:
            if head is not None and head.i not in acting and (below := sides.around(head, own)):
                return below
        inner = inner_deed(syntax, inner)
    last = tuple(side for a in arguments if a.role in {"Argm-LOC", "Argm-OTHER"} for side in sides.around(a.head, own))
    return last[:1]
