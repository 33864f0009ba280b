"""Claims of passive verbs: whoever is behind them stands after "by", or is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsfacts.steps.sourcing.contents import clause_content, phrase_content
from newsfacts.steps.sourcing.proposals import Proposal
from newsfacts.steps.sourcing.scene import Range
from newsfacts.steps.sourcing.sources import source_range
from newsfacts.steps.sourcing.verb import FINITE, Verb

if TYPE_CHECKING:
    from spacy.tokens import Token


def passive(verb: Verb) -> Proposal | None:
    """Give the claim of a passive: "was told that", "is seen as", "was praised by"."""
    syntax = verb.scene.syntax
    agent = syntax.agent(verb.token)
    kind = syntax.complement_kind(verb.token)
    head = syntax.complement(verb.token) if kind is not None else None
    if head is not None:
        found = _passive_complement(verb, head, kind, agent)
        if found is not None:
            return found
    if verb.subject is None:
        return None
    theme = _theme(verb)
    for preposition, noun in syntax.obliques(verb.token):
        if (sense := verb.sense(f"o+{preposition}")) is not None and syntax.auxiliaries(verb.token):
            low, high = syntax.subtree(noun)
            content = (*theme, *phrase_content(verb.scene, low, high, verb.token.i))
            return verb.made(sense, f"passive-{preposition}", content, source=agent, governed=noun)
    if agent is None:
        return None
    low = syntax.subtree(agent)[0]
    more = (low, low + 1) if low == verb.cue.range[1] else None
    return verb.made(verb.sense("obj"), "passive-object", theme, source=agent, governed=verb.subject, more=more)


def _theme(verb: Verb) -> tuple[Range, ...]:
    assert verb.subject is not None
    return (source_range(verb.scene, verb.subject.i, verb.cue.range),)


def _passive_complement(verb: Verb, head: Token, kind: str | None, agent: Token | None) -> Proposal | None:
    content = clause_content(verb.scene, head.i, verb.span(), verb.token.i)
    if kind in FINITE or kind == "parataxis":
        return verb.made(verb.sense("clause", "quote"), "passive-clause", content, source=agent, governed=head)
    if verb.subject is None:
        return None
    if kind == "infinitive":
        sense = verb.sense("oto")
        return verb.made(sense, "passive-infinitive", (*_theme(verb), *content), source=agent, governed=head)
    sense = verb.sense("as", "small")
    reduced = not verb.scene.syntax.auxiliaries(verb.token)
    if reduced and verb.scene.syntax.role(verb.token) == "adverbial-clause":
        return None
    begins = verb.scene.syntax.subtree(head)[0]
    if reduced and agent is None and verb.scene.tags[begins] == "NNP":
        return None  # "a charity called Harbour Aid": its name
    return verb.made(sense, "passive-as", (*_theme(verb), *content), source=agent, governed=head)
