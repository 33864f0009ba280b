"""Who takes part in an event, and where: through passives, control, conjunction, light verbs and nouns."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen
from spacy.tokens import Token

from newsfacts import Reading
from newsfacts.steps.events.triggers import Trigger, Words
from newsfacts.syntax import Syntax

PLACES = frozenset({"across", "along", "around", "at", "in", "inside", "near", "on", "outside", "over", "throughout", "within"})
_ACTING = frozenset({"by"})
_UNDERGOING = frozenset({"of", "on", "against", "over"})
_TOWARDS = frozenset({"to", "for", "with", "against", "from", "at", "on", "upon", "toward", "towards"})
_PLACE_TYPES = frozenset({"GPE", "LOC", "FAC"})


@frozen(eq=False)
class Argument:
    """A PropBank role and the head of the phrase that fills it; `preposition` is what introduces it."""

    role: str
    head: Token
    preposition: str = ""


def arguments(reading: Reading, trigger: Trigger, words: Words) -> tuple[Argument, ...]:
    """Give the arguments of an event, each word once."""
    found = _of_noun(reading, trigger, words) if trigger.form == "noun" else _of_verb(reading, trigger, words)
    seen: set[int] = {trigger.token.i}
    kept: list[Argument] = []
    for argument in found:
        for head in _members(reading.syntax, argument):
            if head.i not in seen:
                seen.add(head.i)
                kept.append(Argument(argument.role, head, argument.preposition))
    return tuple(kept)


def _members(syntax: Syntax, argument: Argument) -> tuple[Token, ...]:
    """All members of a coordination that starts with the argument."""
    members = syntax.conjuncts(argument.head)
    return members if members and members[0].i == argument.head.i else (argument.head,)


def _of_verb(reading: Reading, trigger: Trigger, words: Words) -> Iterator[Argument]:
    syntax = reading.syntax
    verb = trigger.token
    passive = syntax.is_passive(verb)
    subject = syntax.logical_subject(verb)
    undergone = syntax.logical_object(verb)
    undergoes = trigger.form != "verb" or (verb.lemma_.lower() in words.undergoing and undergone is None and not passive)
    if subject is not None and subject.tag_ != "EX":
        yield Argument("Arg1" if undergoes else "Arg0", subject)
    if undergone is not None:
        yield Argument("Arg1", undergone)
    if (receiver := syntax.indirect_object(verb)) is not None:
        yield Argument("Arg2", receiver)
    for preposition, head in syntax.obliques(verb):
        if preposition in _ACTING and passive:
            continue
        if is_place(reading, preposition, head):
            yield Argument("Argm-LOC", head, preposition)
        elif preposition in _TOWARDS and is_nominal(head):
            yield Argument("Arg2" if undergone is not None or preposition == "to" else "Arg1", head, preposition)
        elif preposition and is_nominal(head):
            yield Argument("Argm-OTHER", head, preposition)


def _of_noun(reading: Reading, trigger: Trigger, words: Words) -> Iterator[Argument]:
    syntax = reading.syntax
    noun = trigger.token
    undergoes = noun.lemma_.lower() in words.undergoing
    acting = "Arg1" if undergoes else "Arg0"
    acts = False
    possessor = syntax.possessor(noun)
    if possessor is not None:
        acts = True
        yield Argument(acting, possessor)
    if trigger.support is not None and (subject := syntax.logical_subject(trigger.support)) is not None and not acts:
        acts = True
        yield Argument(acting, subject)
    for modifier in (*syntax.adjectives(noun), *syntax.compounds(noun)):
        if is_side(reading, modifier) and not acts:
            acts = True
            yield Argument(acting, modifier)
        elif modifier.tag_ in {"NN", "NNS"}:
            yield Argument("Arg1", modifier)
    phrases = list(syntax.obliques(noun))
    if trigger.support is not None:
        phrases += syntax.obliques(trigger.support)
    for preposition, head in phrases:
        if preposition in _ACTING and is_nominal(head):
            yield Argument("Arg0", head, preposition)
        elif is_place(reading, preposition, head):
            yield Argument("Argm-LOC", head, preposition)
        elif preposition in _UNDERGOING and is_nominal(head):
            yield Argument("Arg1", head, preposition)
        elif preposition in _TOWARDS and is_nominal(head):
            yield Argument("Arg2", head, preposition)


def is_nominal(token: Token) -> bool:
    """Tell whether a word heads a noun phrase."""
    return token.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} or token.tag_.startswith(("NN", "PRP"))


def is_place(reading: Reading, preposition: str, head: Token) -> bool:
    """Tell whether a phrase says where."""
    if preposition not in PLACES:
        return False
    entity = reading.entity_at(head)
    if entity is not None:
        return reading[entity].type in _PLACE_TYPES
    return head.ent_type_ in _PLACE_TYPES


def is_side(reading: Reading, token: Token) -> bool:
    """Tell whether a modifier names somebody: "Russian", "US"."""
    entity = reading.entity_at(token)
    kind = token.ent_type_ if entity is None else reading[entity].type
    return kind in {"GPE", "NORP", "ORG", "PERSON"}
