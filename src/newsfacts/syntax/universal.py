"""Universal Dependencies in the shared shape (EWT and GUM conventions)."""

from collections.abc import Mapping
from typing import Final

from newsfacts.syntax._repairs import REPAIRS
from newsfacts.syntax._tables import Draft, Role

ROLES: Final[Mapping[str, Role]] = {
    "ROOT": "root",
    "root": "root",
    "acl": "adnominal-clause",
    "acl:relcl": "relative-clause",
    "advcl": "adverbial-clause",
    "advcl:relcl": "adverbial-clause",
    "advmod": "adverb",
    "advmod:emph": "adverb",
    "amod": "adjective",
    "appos": "apposition",
    "aux": "auxiliary",
    "aux:pass": "auxiliary",
    "case": "case",
    "cc": "coordinator",
    "cc:preconj": "coordinator",
    "ccomp": "clause-complement",
    "compound": "compound",
    "compound:prt": "particle",
    "conj": "conjunct",
    "cop": "copula",
    "csubj": "subject",
    "csubj:outer": "subject",
    "csubj:pass": "subject",
    "dep": "other",
    "det": "determiner",
    "det:predet": "determiner",
    "discourse": "discourse",
    "dislocated": "other",
    "expl": "expletive",
    "fixed": "flat",
    "flat": "flat",
    "flat:foreign": "flat",
    "flat:name": "flat",
    "goeswith": "flat",
    "iobj": "iobject",
    "list": "parataxis",
    "mark": "mark",
    "nmod": "nmod",
    "nmod:desc": "title",
    "nmod:npmod": "nmod",
    "nmod:poss": "possessor",
    "nmod:tmod": "nmod",
    "nmod:unmarked": "nmod",
    "nsubj": "subject",
    "nsubj:outer": "subject",
    "nsubj:pass": "subject",
    "nummod": "number",
    "obj": "object",
    "obl": "oblique",
    "obl:agent": "agent",
    "obl:npmod": "oblique",
    "obl:tmod": "oblique",
    "obl:unmarked": "oblique",
    "orphan": "other",
    "parataxis": "parataxis",
    "punct": "punct",
    "reparandum": "other",
    "vocative": "vocative",
    "xcomp": "open-complement",
}

_PASSIVE: Final = frozenset({"aux:pass", "nsubj:pass", "csubj:pass", "obl:agent"})
_LOOKED_AT: Final = _PASSIVE | REPAIRS.keys() | {"cop", "csubj", "csubj:pass"}
_ACTIVE: Final = frozenset({"VB", "VBD", "VBG", "VBP", "VBZ"})
_MODIFIERS_OF_BE: Final = frozenset({"aux", "advmod", "nsubj:outer", "csubj:outer", "expl", "cc", "nsubj", "csubj"})


def rewrite(draft: Draft) -> Mapping[str, Role]:
    """Mark passives, give clauses after "is that ..." a verb of their own above them, mend errors.

    The clause that "it" stands for in "It is unclear whether he left" is the complement of "unclear".
    """
    for index, label in enumerate(draft.labels):
        if label not in _LOOKED_AT:
            continue
        if label in _PASSIVE:
            if label != "obl:agent" or draft.tags[draft.heads[index]] not in _ACTIVE:
                draft.passive.add(draft.heads[index])
        elif label in {"csubj", "csubj:pass"} and index > draft.heads[index]:
            draft.labels[index] = "ccomp"
        elif label == "cop":
            _free_clausal_copula(draft, index)
        else:
            repair = REPAIRS.get(label)
            if repair is not None:
                repair(draft, index)
    return ROLES


def _free_clausal_copula(draft: Draft, copula: int) -> None:
    """In "The problem is that he left", "is" carries the clause and "left" its complement.

    The treebanks make "left" the head of both clauses; then each has a subject on one word.
    """
    clause = draft.heads[copula]
    if clause < copula:
        return
    inside = [
        kid
        for kid in draft.kids[clause]
        if kid > copula and draft.labels[kid] in {"mark", "nsubj", "nsubj:pass", "csubj"}
    ]
    marked = any(draft.labels[kid] == "mark" for kid in inside)
    outer = any(draft.labels[kid] in {"nsubj:outer", "csubj:outer"} for kid in draft.kids[clause])
    if not marked and not (outer and inside):
        return
    owned = any(draft.labels[kid] != "mark" for kid in inside)
    before = [kid for kid in draft.kids[clause] if kid < copula and draft.labels[kid] not in {"punct", "mark"}]
    after = [kid for kid in draft.kids[clause] if kid > copula]
    head, label = draft.heads[clause], draft.labels[clause]
    draft.move(copula, head, label)
    draft.move(clause, copula, "ccomp" if owned else "xcomp")
    for kid in before:
        if draft.labels[kid] in _MODIFIERS_OF_BE or draft.labels[kid] in {"obl", "advcl"}:
            draft.move(kid, copula, draft.labels[kid].removesuffix(":outer"))
    for kid in after:
        if draft.labels[kid] in {"conj", "parataxis"} or (draft.labels[kid] == "punct" and kid > clause):
            draft.move(kid, copula)
