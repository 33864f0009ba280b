"""What the words of an event say about it: its class, tense, aspect, polarity and modality (TimeML)."""

from __future__ import annotations

from attrs import frozen
from spacy.tokens import Token

from newsfacts import Aspect, EventClass, Polarity, Reading, Tense
from newsfacts.steps.events.triggers import Trigger, Words
from newsfacts.syntax import Syntax


@frozen
class Features:
    """The TimeML attributes of an event."""

    event_class: EventClass
    tense: Tense
    aspect: Aspect
    polarity: Polarity
    modality: str | None


def features(reading: Reading, trigger: Trigger, words: Words) -> Features:
    """Give the attributes of an event; a noun without a verb of its own has no tense."""
    syntax = reading.syntax
    verb = trigger.verb
    event_class = _class(syntax, trigger, words)
    if trigger.lost is not None:
        return Features(event_class, "PRESENT", "NONE", "POS", None)
    if verb is None:
        return Features(event_class, "NONE", "NONE", "NEG" if _no(syntax, trigger.token) else "POS", None)
    lowers, lemmas = reading.columns.lowers, reading.columns.lemmas
    modals = syntax.modals(verb)
    modality = next((lemmas[modal.i] for modal in modals if lemmas[modal.i] not in _TIMELY), None) if modals else None
    negated = syntax.is_negated(verb) or (trigger.form == "noun" and _no(syntax, trigger.token))
    negated = negated or (verb.i > 1 and lowers[verb.i - 2] == _UNDONE.get(lowers[verb.i - 1]))
    return Features(event_class, syntax.tense(verb), syntax.aspect(verb), "NEG" if negated else "POS", modality)


_TIMELY = frozenset({"shall", "will"})
_UNDONE = {"of": "short", "to": "yet"}
"""What stands before a deed that was not done: "stopped short of blaming", "has yet to endorse"."""


def _no(syntax: Syntax, noun: Token) -> bool:
    determiner = syntax.determiner(noun)
    return (determiner is not None and determiner.lower_ == "no") or syntax.preposition(noun) == "without"


def _class(syntax: Syntax, trigger: Trigger, words: Words) -> EventClass:
    if trigger.form in {"adjective", "copula"}:
        return "STATE"
    if trigger.form in {"noun", "pronoun"}:
        return "OCCURRENCE"
    known = words.classes.get(trigger.base, "OCCURRENCE")
    if known in {"I_ACTION", "I_STATE", "ASPECTUAL"} and not _takes_event(syntax, trigger.token, words):
        return "OCCURRENCE" if known != "I_STATE" else known
    return known


def _takes_event(syntax: Syntax, verb: Token, words: Words) -> bool:
    """Whether a verb has a clause or an event noun as its complement."""
    if syntax.complement(verb) is not None:
        return True
    return any(
        _names_event(noun, words) for noun in (syntax.logical_object(verb), *(n for _, n in syntax.obliques(verb)))
    )


def _names_event(noun: Token | None, words: Words) -> bool:
    return noun is not None and words.lemma(noun) in words.nouns
