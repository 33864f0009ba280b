"""CLEAR labels (spaCy's en_core_web pipelines) in the shared shape.

The trees are bent towards the shape of Universal Dependencies: prepositions mark the noun after
them, the complement of "be" carries its clause, conjuncts hang under the first of them, and a
person's name is headed by its first word.
"""

from collections.abc import Mapping
from typing import Final

from newsfacts.syntax._tables import NOWHERE, Draft, Role

ROLES: Final[Mapping[str, Role]] = {
    "ROOT": "root",
    "acl": "adnominal-clause",
    "acomp": "open-complement",
    "advcl": "adverbial-clause",
    "advmod": "adverb",
    "agent": "agent",
    "amod": "adjective",
    "appos": "apposition",
    "attr": "open-complement",
    "aux": "auxiliary",
    "auxpass": "auxiliary",
    "case": "case",
    "cc": "coordinator",
    "ccomp": "clause-complement",
    "compound": "compound",
    "conj": "conjunct",
    "cop": "copula",
    "csubj": "subject",
    "csubjpass": "subject",
    "dative": "iobject",
    "dep": "other",
    "det": "determiner",
    "dobj": "object",
    "expl": "expletive",
    "fixed": "flat",
    "flat": "flat",
    "intj": "discourse",
    "mark": "mark",
    "meta": "other",
    "neg": "negation",
    "nmod": "compound",
    "nounmod": "nmod",
    "npadvmod": "oblique",
    "nsubj": "subject",
    "nsubjpass": "subject",
    "nummod": "number",
    "obl": "oblique",
    "oprd": "open-complement",
    "parataxis": "parataxis",
    "pcomp": "adverbial-clause",
    "pobj": "oblique",
    "poss": "possessor",
    "preconj": "coordinator",
    "predet": "determiner",
    "prep": "adverb",
    "prt": "particle",
    "punct": "punct",
    "quantmod": "adverb",
    "relcl": "relative-clause",
    "title": "title",
    "xcomp": "open-complement",
}

_PASSIVE: Final = frozenset({"auxpass", "nsubjpass", "csubjpass", "agent"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_VERBAL: Final = frozenset({"VERB", "AUX"})
_NOMINATIVE: Final = frozenset({"i", "he", "she", "we", "they", "who"})
_TAKES_BARE: Final = frozenset({"feel", "have", "hear", "help", "let", "make", "notice", "observe", "see", "watch"})
"""Verbs of "let him go" and "saw him fall"; after others, as in "demand he go", "he" stays the subject."""


def rewrite(draft: Draft) -> Mapping[str, Role]:
    """Bend a CLEAR tree into the shared shape."""
    for index, label in enumerate(draft.labels):
        if label in _PASSIVE and draft.heads[index] >= 0:
            draft.passive.add(draft.heads[index])
        if label == "aux" and draft.lower[index] == "to":
            draft.labels[index] = "mark"
    order = draft.deepest_first()
    for index in order:
        if draft.labels[index] in {"prep", "agent"} or _is_preposition(draft, index):
            _turn_preposition(draft, index)
    for index in order:
        if draft.lemmas[index] == "be" and draft.labels[index] not in {"aux", "auxpass"}:
            _turn_copula(draft, index)
    for index in range(draft.size):
        if draft.labels[index] == "ccomp":
            _raise_subject(draft, index)
    _flatten_coordination(draft)
    _head_names_by_first_word(draft)
    return ROLES


def _is_preposition(draft: Draft, index: int) -> bool:
    return draft.pos[index] == "ADP" and draft.kid(index, "pobj", "pcomp") >= 0


def _turn_preposition(draft: Draft, preposition: int) -> None:
    """Hang "Kursk" of "in Kursk" where "in" hung, and "in" under it as its case marker."""
    for kid in tuple(draft.kids[preposition]):
        if draft.labels[kid] == "pcomp" and draft.pos[kid] in {"ADP", "SCONJ"}:
            draft.labels[kid] = "fixed"
            for below in tuple(draft.kids[kid]):
                draft.move(below, preposition)
    noun = draft.kid(preposition, "pobj")
    clause = NOWHERE if noun >= 0 else draft.kid(preposition, "pcomp")
    if noun < 0 and clause < 0:
        noun = draft.kid(preposition, "obl", "nounmod", "acomp", "amod")
    complement = max(noun, clause)
    if complement < 0:
        return
    head, label = draft.heads[preposition], draft.labels[preposition]
    verbal = clause >= 0 and draft.pos[clause] in _VERBAL
    draft.replace(preposition, complement, "mark" if verbal else "case")
    for kid in tuple(draft.kids[complement]):
        if draft.labels[kid] == "fixed":
            draft.move(kid, preposition)
    draft.labels[complement] = _label_of_complement(
        draft, head, label, verbal=verbal, adjectival=draft.pos[complement] == "ADJ"
    )


def _label_of_complement(draft: Draft, head: int, label: str, *, verbal: bool, adjectival: bool) -> str:
    if label in {"conj", "ROOT", "agent"}:
        return label
    nominal = head >= 0 and draft.pos[head] in _NOMINAL
    if verbal or (adjectival and not nominal):
        return "acl" if nominal else "advcl"
    return "nounmod" if nominal else "obl"


def _turn_copula(draft: Draft, copula: int) -> None:
    """Let "ready" of "is ready" carry the clause, with "is" under it."""
    if draft.kid(copula, "expl") >= 0:
        subject = draft.kid(copula, "attr")
        if subject >= 0 and draft.kid(copula, "nsubj") < 0:
            draft.labels[subject] = "nsubj"
        return
    complement = draft.kid(copula, "attr", "acomp")
    if complement < 0 and draft.kid(copula, "nsubj") >= 0 and draft.kid(copula, "ccomp", "xcomp", "dobj", "oprd") < 0:
        after = [kid for kid in draft.kids[copula] if kid > copula and draft.labels[kid] == "obl"]
        complement = min(after, default=NOWHERE)
        if complement >= 0 and draft.kid(complement, "case") < 0:
            return
    if complement >= 0:
        draft.replace(copula, complement, "cop")


def _raise_subject(draft: Draft, verb: int) -> None:
    """In "wants him to go" and "saw him fall", "him" is the object of the first verb."""
    head = draft.heads[verb]
    subject = draft.kid(verb, "nsubj")
    if head < 0 or not head < subject < verb or draft.lower[subject] in _NOMINATIVE:
        return
    infinitive = any(draft.labels[kid] == "mark" and draft.lower[kid] == "to" for kid in draft.kids[verb])
    others = draft.kid(verb, "aux", "auxpass", "cop") >= 0 or any(
        draft.labels[kid] == "mark" and draft.lower[kid] != "to" for kid in draft.kids[verb]
    )
    bare = draft.tags[verb] == "VB" and draft.lemmas[head] in _TAKES_BARE
    small = bare or draft.tags[verb] == "VBG" or draft.pos[verb] in {"ADJ", "NOUN", "PROPN"}
    if draft.pos[head] in _VERBAL and not others and (infinitive or small) and draft.kid(head, "dobj") < 0:
        draft.move(subject, head, "dobj")
        draft.labels[verb] = "xcomp"


def _flatten_coordination(draft: Draft) -> None:
    """Hang all conjuncts under the first, and every coordinator under the conjunct after it."""
    groups: dict[int, list[int]] = {}
    for index in range(draft.size):
        if draft.labels[index] == "conj" and draft.heads[index] >= 0:
            first = draft.heads[index]
            while draft.labels[first] == "conj" and draft.heads[first] >= 0:
                first = draft.heads[first]
            draft.move(index, first)
            groups.setdefault(first, []).append(index)
    for first, members in groups.items():
        coordinators = [kid for member in (first, *members) for kid in draft.kids[member] if draft.labels[kid] == "cc"]
        for coordinator in coordinators:
            following = [member for member in members if member > coordinator]
            if following:
                draft.move(coordinator, min(following))


def _head_names_by_first_word(draft: Draft) -> None:
    """In "President Joe Biden", found as a person's name, "Joe" is the head and "President" a title."""
    for name in draft.doc.ents:
        if name.label_ != "PERSON":
            continue
        first, last = name.start, name.end - 1
        while last > first and (draft.labels[last] == "case" or draft.pos[last] in {"PART", "PUNCT"}):
            last -= 1
        if any(draft.heads[index] != last for index in range(first, last)):
            continue
        if first != last:
            draft.replace(last, first, "flat")
            for index in range(first + 1, last):
                draft.labels[index] = "flat"
        _separate_title(draft, first)


def _separate_title(draft: Draft, name: int) -> None:
    """The last common or proper noun right before a name is its title; what comes before it is the title's."""
    before = [kid for kid in draft.kids[name] if kid < name and draft.labels[kid] in {"compound", "nmod", "amod"}]
    titles = [kid for kid in before if draft.pos[kid] in {"NOUN", "PROPN"} and not draft.doc[kid].ent_type]
    if titles:
        title = max(titles)
        draft.labels[title] = "title"
        for kid in before:
            if kid < title:
                draft.move(kid, title)
