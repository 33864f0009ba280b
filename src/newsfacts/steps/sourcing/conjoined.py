"""Reporting verbs that the parse joins to what was said: "Nair said ministers slept | and called on them to act"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsfacts.steps.sourcing.cues import REFUSING
from newsfacts.steps.sourcing.lexicon import frames_of
from newsfacts.steps.sourcing.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE: Final = frozenset({"VBD", "VBP", "VBZ"})
_CLIMB: Final = 4
_ACTORS: Final = frozenset({"PERSON", "ORG", "GPE", "NORP", "GROUP"})
_PEOPLE: Final = frozenset({"he", "i", "she", "they", "we", "who", "you"})
_SPEAKING: Final = frozenset({"clause", "oto", "oto:on", "quote"})


def reporting_above(scene: Scene, verb: Token) -> Token | None:
    """Give the verb of saying that a verb goes on, where the parse joins it to the clause that was said.

    Both are of one tense, and what was said is not: it is further back ("had slept"), open ("could lose"), of a thing
    that says nothing, or parted by a comma.
    """
    syntax = scene.syntax
    if _SPEAKING.isdisjoint(frames_of(scene.reading.lexicons, "cue_verbs").get(scene.lemmas[verb.i], {})):
        return None
    verb = _refused(scene, verb)
    open_question = _is_withheld(scene, verb)
    tense = "VBD" if open_question else _tense(scene, verb, ends=("VBN",))
    if syntax.role(verb) != "conjunct" or not tense or syntax.subject(verb, inherited=False) is not None:
        return None
    said = syntax.head(verb)
    above = None if said is None else _above(scene, said)
    if said is None or above is None or not above.i < said.i < verb.i or tense not in _tenses(scene, above):
        return None
    if scene.tags[verb.i] == scene.tags[said.i] == "VBN":
        return None
    if scene.quoted[above.i] != scene.quoted[verb.i]:
        return None
    if open_question:
        return above if _is_thing(scene, said) else None
    return above if _is_open(scene, said) or _is_thing(scene, said) or _is_parted(scene, verb) else None


def _is_withheld(scene: Scene, verb: Token) -> bool:
    """Whether somebody "would not say": what a thing never does."""
    helpers = [scene.lower[token.i] for token in scene.syntax.auxiliaries(verb)]
    return helpers == ["would"] and scene.syntax.negation(verb) is not None


def _refused(scene: Scene, verb: Token) -> Token:
    """Give "declined" for "declined to say": it is the deed of the speaker."""
    above = scene.syntax.head(verb)
    if above is None or scene.syntax.role(verb) != "open-complement" or scene.lemmas[above.i] not in REFUSING:
        return verb
    return above


def _tenses(scene: Scene, verb: Token) -> set[str]:
    """The tags of verbs that a verb of saying goes on with: "has said it was late, but declined to say why"."""
    perfect = any(scene.lemmas[token.i] == "have" for token in scene.syntax.auxiliaries(verb))
    return {"VBD"} if perfect else {_tense(scene, verb)}


def _tense(scene: Scene, verb: Token, ends: tuple[str, ...] = ()) -> str:
    """The tag of a plain present or past, also with "did not"; empty for all others.

    A participle without a helper (`ends`) may be a past tense that the tagger took for one.
    """
    helpers = [token for token in scene.syntax.auxiliaries(verb) if scene.tags[token.i] != "TO"]
    if not helpers:
        tag = "VBD" if scene.tags[verb.i] in ends else scene.tags[verb.i]
        return tag if tag in _FINITE else ""
    return scene.tags[helpers[0].i] if [scene.lemmas[token.i] for token in helpers] == ["do"] else ""


def _above(scene: Scene, said: Token) -> Token | None:
    """The verb of saying over a clause."""
    token = said
    for _ in range(_CLIMB):
        above = scene.syntax.head(token)
        if above is None:
            return None
        if scene.syntax.role(token) == "clause-complement":
            frames = frames_of(scene.reading.lexicons, "cue_verbs").get(scene.lemmas[above.i], {})
            return above if "clause" in frames else None
        if scene.syntax.role(token) != "conjunct":
            return None
        token = above
    return None


def _is_open(scene: Scene, said: Token) -> bool:
    """Whether a clause is further back or open: "had slept", "could lose"."""
    helpers = scene.syntax.auxiliaries(said)
    return any(scene.tags[token.i] == "MD" or scene.lemmas[token.i] == "have" for token in helpers)


def _is_thing(scene: Scene, said: Token) -> bool:
    """Whether a clause is of somebody or something that says nothing: a thing, people counted ("17 were missing")."""
    subject = scene.syntax.subject(said)
    if subject is None or scene.lower[subject.i] in _PEOPLE:
        return False
    if "CD" in scene.tags[slice(*scene.syntax.subtree(subject))] and _is_state(scene, said):
        return True
    entity = scene.reading.entity_at(subject)
    if entity is not None and scene.reading[entity].type in _ACTORS:
        return False
    words = scene.reading.lexicons
    nouns = words.words("entity_nouns", "person") | words.words("entity_nouns", "organisation")
    return scene.tags[subject.i] not in {"NNP", "NNPS"} and scene.lemmas[subject.i] not in nouns


def _is_state(scene: Scene, said: Token) -> bool:
    """Whether a clause tells what is so or was done to somebody: "were missing", "were hurt"."""
    helpers = {scene.lemmas[token.i] for token in scene.syntax.auxiliaries(said)}
    return scene.syntax.is_copular(said) or ("be" in helpers and scene.tags[said.i] != "VBG")


def _is_parted(scene: Scene, verb: Token) -> bool:
    """Whether ", and" or ", but" stands before a verb."""
    at = verb.i - 1
    while at > 1 and (scene.tags[at] in {"RB", "VBD", "VBP", "VBZ"} or scene.lower[at] in {"n't", "n’t"}):
        at -= 1
    return scene.lower[at] in {"and", "but"} and scene.lower[at - 1] == ","
