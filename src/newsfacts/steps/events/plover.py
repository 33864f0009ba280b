"""What political interaction an event is: decided by its words, its frame, and who is involved (PLOVER)."""

from __future__ import annotations

from attrs import evolve, field, frozen
from spacy.tokens import Token

from newsfacts import PloverType, Reading
from newsfacts.steps.events.arguments import Argument, is_nominal
from newsfacts.steps.events.features import Features
from newsfacts.steps.events.frames import Frame, Frames
from newsfacts.steps.events.triggers import Trigger
from newsfacts.syntax import Syntax

KINDLY = frozenset({"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})
HARSH = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "SANCTION"})
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


@frozen(eq=False)
class Sides:
    """Knows who is a side in politics, and finds the sides of an event; words of times and amounts are none."""

    reading: Reading
    frames: Frames
    timed: frozenset[int] = frozenset()
    amounts: frozenset[int] = frozenset()
    _known: dict[int, bool] = field(factory=dict)

    def is_political(self, token: Token) -> bool:
        """Tell whether a phrase stands for a state, an authority, an armed group, or somebody of politics."""
        if token.i not in self._known:
            self._known[token.i] = self._look(token)
        return self._known[token.i]

    def _look(self, token: Token) -> bool:
        common = token.tag_ in {"NN", "NNS"}
        if common and (self.frames.lemma(token) in self.frames.political or self._modified(token)):
            return True
        ref = self.reading.entity_at(token)
        if ref is None:
            return not common and (token.ent_type_ in _STATES or token.lower_ in self.frames.peoples)
        entity = self.reading[ref]
        if entity.type in _STATES:
            return entity.country is not None or any(self.reading[m].form == "NAM" for m in entity.mentions)
        if entity.type == "ORG":
            words = {word for name in entity.name.lower().split() for word in (name, name.rstrip("s"))}
            return not words.isdisjoint(self.frames.political) or entity.name.isupper()
        return token.lower_ in self.frames.peoples

    def _modified(self, token: Token) -> bool:
        """Whether a common noun is said to be of a state: "Russian forces", "Israeli helicopters"."""
        syntax = self.reading.syntax
        return any(
            m.ent_type_ in {"GPE", "NORP"} or m.lower_ in self.frames.peoples
            for m in (*syntax.adjectives(token), *syntax.compounds(token))
        ) and self._is_human(token)

    def _is_human(self, token: Token) -> bool:
        ref = self.reading.entity_at(token)
        return ref is None or self.reading[ref].type in _PARTIES

    def is_party(self, token: Token) -> bool:
        """Tell whether a phrase stands for somebody: people, a body, a state."""
        if self.is_political(token):
            return True
        ref = self.reading.entity_at(token)
        return ref is not None and self.reading[ref].type in _PARTIES and token.tag_ not in {"PRP$", "WP$"}

    def around(self, token: Token, own: frozenset[str] = frozenset(), depth: int = 3) -> tuple[Token, ...]:
        """Give the sides named in a phrase: its head, else its owner, its adjectives, the phrases under it.

        `own` are the ids of the acting entities: what is theirs ("its troops") is no other side.
        """
        syntax = self.reading.syntax
        owner = syntax.possessor(token)
        theirs = owner is not None and owner.tag_ == "PRP$"
        if not theirs and self._other(token, own):
            return (token,)
        near = [m for m in (owner, *syntax.adjectives(token), *syntax.compounds(token)) if m is not None]
        found = [
            m for m in near if m.tag_ != "PRP$" and self._other(m, own) and m.tag_ not in {"NN", "NNS", "JJ"} | _PLAIN
        ]
        named = [m for m in near if m.lower_ in self.frames.peoples and m not in found and self._other(m, own)]
        if found or named:
            return tuple((*found, *named)[:1])
        if depth:
            for _, head in syntax.obliques(token):
                if head.i != token.i and (below := self.around(head, own, depth - 1)):
                    return below
        return ()

    def acting(self, arguments: tuple[Argument, ...]) -> frozenset[str]:
        """Give the ids of the entities that act."""
        refs = (self.reading.entity_at(a.head) for a in arguments if a.role == "Arg0")
        return frozenset(ref.id for ref in refs if ref is not None)

    def _other(self, token: Token, own: frozenset[str]) -> bool:
        ref = self.reading.entity_at(token)
        return self.is_party(token) and (ref is None or ref.id not in own)


_STATES = frozenset({"GPE", "NORP", "PERSON"})
_PARTIES = frozenset({"GPE", "GROUP", "NORP", "ORG", "PERSON"})
_PLAIN = frozenset({"CD", "DT"})


def typed(sides: Sides, trigger: Trigger, arguments: tuple[Argument, ...], features: Features) -> Typed | None:
    """Give the PLOVER type of an event, or None where it is no political interaction."""
    if trigger.form == "pronoun":
        return None
    found = _commitment(sides, trigger) or _framed(sides, trigger, arguments)
    if found is None or (found := _as_said(found, features)) is None or _is_swallowed(sides, trigger):
        return None
    return _with_sides(sides, trigger, arguments, found)


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
    syntax = sides.reading.syntax
    lemma = trigger.lemma
    if trigger.form == "noun" or lemma not in sides.frames.speaking_of:
        return None
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
    syntax = sides.reading.syntax
    lemma = frames.lemma(token)
    if lemma not in (frames.openings if form == "verb" else frames.nouns):
        return None
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
        if frame.objects and not frames.fits(
            frame.objects, _words_of(sides, syntax.logical_object(token) if form == "verb" else None)
        ):
            continue
        if frame.subjects and not frames.fits(frame.subjects, _words_of(sides, syntax.subject(token))):
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
        met = any(map(sides.is_party, ends)) or (frame.type in MUTUAL and _are_several(sides, actors))
        return acting and met
    undergoing = any(sides.around(end, depth=1) for end in ends)
    return acting or undergoing


def _words_of(sides: Sides, noun: Token | None) -> frozenset[str]:
    """The lemmas that say what a phrase is: its head, its compounds, and what it is a part of."""
    if noun is None:
        return frozenset()
    syntax = sides.reading.syntax
    heads = [noun, *(head for preposition, head in syntax.obliques(noun) if preposition in {"of", "on"})]
    return frozenset(
        sides.frames.lemma(word) for head in heads for word in (head, *syntax.compounds(head), *syntax.conjuncts(head))
    )


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
    if not recipients and found.type in MUTUAL and _are_several(sides, actors):
        recipients = actors
    if not actors and not recipients:
        return None
    if not any(map(sides.is_political, (*actors, *recipients))):
        return None
    if trigger.form == "noun" and trigger.support is None and not actors:
        return None
    return evolve(found, actors=actors, recipients=recipients)


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
        deep = (syntax.logical_subject(inner), syntax.logical_object(inner), *(h for _, h in syntax.obliques(inner)))
        for head in deep:
            if head is not None and head.i not in acting and (below := sides.around(head, own)):
                return below
        inner = inner_deed(syntax, inner)
    last = tuple(side for a in arguments if a.role in {"Argm-LOC", "Argm-OTHER"} for side in sides.around(a.head, own))
    return last[:1]
