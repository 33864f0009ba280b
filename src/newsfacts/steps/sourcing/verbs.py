"""Finds reporting verbs, and reads source and content off their frames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from newsfacts import Lexicons
from newsfacts.steps.sourcing.active import active
from newsfacts.steps.sourcing.lexicon import Frames, frames_of
from newsfacts.steps.sourcing.passives import passive
from newsfacts.steps.sourcing.proposals import Proposal, evolve
from newsfacts.steps.sourcing.scene import Scene
from newsfacts.steps.sourcing.shapes import is_past
from newsfacts.steps.sourcing.verb import Verb

NOT_CUES: Final = frozenset({"adjective", "auxiliary", "case", "compound", "copula", "determiner", "flat", "mark"})


def verb_proposals(scene: Scene) -> Iterator[Proposal]:
    """Give a proposal for each verb that reports something."""
    lexicon = frames_of(scene.reading.lexicons, "cue_verbs")
    heads = _heads(scene.reading.lexicons)
    for index in scene.verbs:
        lemma = scene.lemmas[index]
        if lemma not in heads or not scene.prose[index]:
            continue
        token = scene.token(index)
        particle = scene.syntax.particle(token)
        frames = lexicon.get(lemma) if particle is None else _with_particle(lexicon, lemma, particle.lower_)
        if frames is None or scene.syntax.role(token) in NOT_CUES:
            continue
        proposal = proposal_of(Verb.of(scene, token, frames))
        if proposal is not None:
            yield proposal


def _heads(lexicons: Lexicons) -> frozenset[str]:
    """The verbs that report something alone or with a particle."""
    return lexicons.compiled(
        "cue verb heads", lambda: frozenset(entry.partition(" ")[0] for entry in frames_of(lexicons, "cue_verbs"))
    )


def _with_particle(lexicon: Mapping[str, Frames], lemma: str, particle: str) -> Frames | None:
    """The frames of a verb with its particle; where it has none, only clauses and quotations: no "argued it down"."""
    found = lexicon.get(f"{lemma} {particle}")
    if found is None and lemma in lexicon:
        return {name: sense for name, sense in lexicon[lemma].items() if name in {"clause", "quote"}}
    return found


def proposal_of(verb: Verb) -> Proposal | None:
    """Give the claim of the first frame that fits; a "participle" may be the past tense of its sentence."""
    if not verb.passive:
        return _told_to(verb, active(verb))
    return passive(verb) or (active(verb) if is_past(verb.scene, verb.token) else None)


def _told_to(verb: Verb, found: Proposal | None) -> Proposal | None:
    """Leave the source open where the subject is who is told: "..., the inquest heard", "..., tribunal told"."""
    if found is None or found.source is None or verb.scene.lemmas[found.head] not in {"hear", "tell"}:
        return found
    hearers = verb.scene.reading.lexicons.words("cue_words", "hearers")
    heard = verb.scene.lemmas[found.head] == "hear" or found.content[0][0] < found.source < found.head
    if not heard or verb.scene.lower[found.source] not in hearers or verb.scene.syntax.object(verb.token) is not None:
        return found
    return evolve(found, source=None, source_range=None, rule="heard")
