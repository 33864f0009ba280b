"""Which entity a source is where its head word is none: the name at its end, or the one that follows "he"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsfacts import Entity, Ref
from newsfacts.steps.sourcing.interview import answers_of, interviewee_of
from newsfacts.steps.sourcing.scene import Range, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_ANSWERS: Final = frozenset({"a", "i"})
_SOMEBODY: Final = frozenset({"he", "her", "his", "she"})


def entity_of(scene: Scene, head: Token, phrase: Range) -> Ref[Entity] | None:
    """Give the entity of a source, by its head, the name that ends its phrase, or the only name after a pronoun."""
    found = _named_beside(scene, head, phrase) or scene.reading.entity_at(head)
    if found is None and head.lower_ in _SOMEBODY:
        return _ahead(scene, head)
    if found is None and head.lower_ in _ANSWERS and scene.quoted[head.i] < 0:
        return interviewee_of(scene) if any(low <= head.i < high for low, high in answers_of(scene)) else None
    if found is None and "IN" not in scene.tags[head.i : phrase[1]] and scene.tags[phrase[1] - 1] == "NNP":
        return scene.reading.entity_at(scene.token(phrase[1] - 1))
    return found


def meant_by(scene: Scene, noun: Token) -> Token:
    """Give whom a "who" means: the analyst of "an analyst at Kestrel Capital, who rates it", never the firm."""
    token: Token | None = noun
    people = scene.reading.lexicons.words("entity_nouns", "person")
    for _ in range(_STEPS):
        if token is None:
            break
        entity = scene.reading.entity_at(token)
        kind = None if entity is None else scene.reading[entity].type
        role = scene.syntax.role(token)
        if kind == "PERSON" or (kind is None and role != "apposition" and scene.lemmas[token.i] in people):
            return token
        if role not in {"apposition", "nmod"}:
            break
        token = scene.syntax.head(token)
    return noun


_STEPS: Final = 4


def _named_beside(scene: Scene, head: Token, phrase: Range) -> Ref[Entity] | None:
    """Give the entity of the name in "the bank's manager, Ann Orr": it tells more than the role does."""
    if scene.tags[head.i] != "NN":
        return None
    names = (other for other in scene.syntax.appositions(head) if scene.tags[other.i] == "NNP" and other.i < phrase[1])
    return next((entity for name in names if (entity := scene.reading.entity_at(name)) is not None), None)


def _ahead(scene: Scene, pronoun: Token) -> Ref[Entity] | None:
    """Give the one person whom a paragraph names, after a pronoun that nobody was named before."""
    first, last = scene.paragraph(pronoun.i)
    low, high = scene.token(first).idx, scene.token(last - 1).idx
    named = [e for e in scene.reading.all(Entity) if e.type == "PERSON" and e.name[:1].isupper() and _named(scene, e)]
    here = [entity for entity in named if low <= entity.span.start <= high]
    before = any(entity.span.start < pronoun.idx for entity in named)
    return here[0].ref if len(here) == 1 and not before else None


def _named(scene: Scene, entity: Entity) -> bool:
    start, end = scene.reading.token_range(entity.span)
    return scene.tags[end - 1] in {"NNP", "NNPS"} and scene.tags[start] != "DT"
