"""Mends trees that parsers trained on Universal Dependencies get wrong in the same way again and again.

Each repair rests on a combination that no correct tree has: a finite verb without a subject in a
place where it needs one, or a plural verb whose "which" stands for a whole clause.
"""

from collections.abc import Callable, Mapping
from typing import Final

from newsfacts.syntax._tables import NOWHERE, Draft

_FINITE: Final = frozenset({"VBD", "VBP", "VBZ"})
_FINITE_FIRST: Final = _FINITE | {"MD"}
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl"})
_AUXILIARIES: Final = frozenset({"aux", "aux:pass", "cop"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_QUESTION_TAGS: Final = frozenset({"WDT", "WP", "WP$", "WRB"})
_ARGUMENTS: Final = frozenset({"ccomp", "iobj", "obj", "obl", "obl:unmarked", "xcomp"})


def lower_object(draft: Draft, clause: int) -> None:
    """In 'says fraud "would cost votes"', "fraud" is the subject of the clause, not an object of "says"."""
    verb = draft.heads[clause]
    objects = [kid for kid in draft.kids[verb] if draft.labels[kid] == "obj" and verb < kid < clause]
    kids = draft.kids[clause]
    if len(objects) != 1 or any(draft.labels[kid] in _SUBJECTS or draft.labels[kid] == "mark" for kid in kids):
        return
    finite = draft.tags[clause] in _FINITE
    if not finite and not any(draft.labels[kid] in _AUXILIARIES and draft.tags[kid] in _FINITE_FIRST for kid in kids):
        return
    between = {draft.pos[near] for near in range(draft.end(objects[0]), draft.start(clause))}
    if between <= {"PUNCT"}:
        draft.move(objects[0], clause, "nsubj:pass" if clause in draft.passive else "nsubj")


def promote_verb(draft: Draft, verb: int) -> None:
    """In "Turner, a senator, praised the plan", "praised" heads the sentence, not "Turner"."""
    noun = draft.heads[verb]
    if noun < 0 or noun > verb or draft.heads[noun] >= 0 or draft.pos[noun] not in {"NOUN", "PROPN"}:
        return
    kids = draft.kids[verb]
    if draft.tags[verb] not in _FINITE or any(
        draft.labels[kid] in _SUBJECTS or draft.labels[kid] == "mark" for kid in kids
    ):
        return
    if any(draft.labels[kid] in _SUBJECTS or draft.labels[kid] in _AUXILIARIES for kid in draft.kids[noun]):
        return
    if not any(draft.labels[kid] in _ARGUMENTS for kid in kids) or _has_question_word(draft, verb):
        return
    draft.move(verb, NOWHERE, "ROOT")
    draft.move(noun, verb, "nsubj")
    for kid in tuple(draft.kids[noun]):
        if kid > verb:
            draft.move(kid, verb)


def _has_question_word(draft: Draft, clause: int) -> bool:
    return any(draft.tags[near] in _QUESTION_TAGS for near in range(draft.start(clause), clause))


def lower_relative(draft: Draft, clause: int) -> None:
    """In "hit towns, which are burning" and "met Ros, who left", the clause is about the noun before it."""
    words = [kid for kid in draft.kids[clause] if draft.labels[kid] in _SUBJECTS and draft.tags[kid] in {"WDT", "WP"}]
    if not words or draft.heads[clause] >= words[0]:
        return
    start = draft.start(clause)
    noun = start - 1
    while noun > draft.heads[clause] and draft.pos[noun] in {"PUNCT", "SPACE"}:
        noun -= 1
    end = noun + 1
    while draft.heads[noun] > draft.heads[clause] and draft.heads[noun] < end:
        noun = draft.heads[noun]
    if noun > draft.heads[clause] and draft.pos[noun] in _NOMINAL and _agrees(draft, clause, words[0], noun):
        draft.move(clause, noun, "acl:relcl")


def _agrees(draft: Draft, clause: int, word: int, noun: int) -> bool:
    if draft.lower[word] == "who":
        return True
    verbs = [clause, *(kid for kid in draft.kids[clause] if draft.labels[kid] in _AUXILIARIES)]
    first = min(verb for verb in verbs if verb > word) if any(verb > word for verb in verbs) else clause
    plural = draft.tags[first] == "VBP" or draft.lower[first] == "were"
    joined = any(draft.labels[kid] == "conj" for kid in draft.kids[noun])
    return plural and (joined or draft.tags[noun] in {"NNS", "NNPS"})


REPAIRS: Final[Mapping[str, Callable[[Draft, int], None]]] = {
    "acl": promote_verb,
    "acl:relcl": promote_verb,
    "advcl:relcl": lower_relative,
    "ccomp": lower_object,
    "parataxis": promote_verb,
}
"""Which repair looks at which label."""
