"""Who does what to whom: subjects, agents, objects, and the nouns behind relative clauses."""

from typing import Final

from newsfacts.syntax._tables import NOWHERE, Role, Tree
from newsfacts.syntax._verbs import is_passive, mark, tense

STEPS: Final = 12
"""How many clauses an inherited subject may be handed through."""

CLAUSE_ROLES: Final[frozenset[Role]] = frozenset(
    {
        "clause-complement",
        "open-complement",
        "adverbial-clause",
        "relative-clause",
        "adnominal-clause",
        "parataxis",
    }
)
_NEVER_PREDICATES: Final[frozenset[Role]] = frozenset(
    {"adjective", "auxiliary", "case", "compound", "copula", "determiner", "flat", "mark", "number", "punct", "title"}
)
_RELATIVE_WORDS: Final = frozenset({"who", "whom", "whose", "which", "that"})
_FINITE: Final = frozenset({"VBD", "VBP", "VBZ"})
_SEEMING: Final = frozenset({"appear", "emerge", "follow", "happen", "seem", "transpire"})
"""Verbs whose "it" stands for the clause after them."""

_OF_OBJECT: Final = frozenset({"for", "of", "from"})
"""A gerund after these tells what the object did: "accused him of lying", "thanked him for coming"."""

_CIRCUMSTANCES: Final = frozenset({"day", "moment", "month", "place", "reason", "time", "way", "week", "year"})
"""Nouns whose bare relative clause lacks no object: "the day he arrived"."""


CARRIED: Final[frozenset[Role]] = frozenset({"auxiliary", "copula"})
"""What a word is whose clause another word carries."""


def is_predicate(tree: Tree, index: int) -> bool:
    """Whether a word heads a clause, finite or not."""
    role = tree.roles[index]
    if role in _NEVER_PREDICATES:
        return False
    kids = [tree.roles[kid] for kid in tree.kids[index]]
    if "copula" in kids or "subject" in kids:
        return True
    if tree.pos[index] == "VERB":
        return True
    if tree.pos[index] == "AUX":
        return role in CLAUSE_ROLES or role in {"root", "conjunct"}
    return tree.pos[index] in {"ADJ", "ADV"} and role in CLAUSE_ROLES and role != "open-complement"


def predicate(tree: Tree, index: int) -> int:
    """The word that carries the clause of an auxiliary or a copula; any other word is its own."""
    steps = 0
    while tree.roles[index] in CARRIED and tree.heads[index] >= 0 and steps < STEPS:
        index, steps = tree.heads[index], steps + 1
    return index


def own_subject(tree: Tree, index: int) -> int:
    """The subject that hangs on the verb itself: the nearest one before it, or else after it."""
    found = tree.kids_in(index, "subject")
    if len(found) < 2:
        return found[0] if found else NOWHERE
    inner = [kid for kid in found if kid not in tree.outer] or found
    before = [kid for kid in inner if kid < index]
    return max(before) if before else min(inner, default=NOWHERE)


def is_relative_word(tree: Tree, index: int) -> bool:
    """Whether a word is "who", "which", "that" standing for the noun of a relative clause."""
    if tree.lower[index] not in _RELATIVE_WORDS or tree.roles[index] in {"mark", "coordinator"}:
        return False
    if tree.tags[index] not in {"WDT", "WP", "WP$", "IN"}:
        return False
    return _relative_clause_over(tree, index) >= 0


def _relative_clause_over(tree: Tree, index: int) -> int:
    for _ in range(STEPS):
        head = tree.heads[index]
        if head < 0:
            return NOWHERE
        if tree.roles[head] == "relative-clause" or (tree.roles[head] == "adnominal-clause" and tree.kids[head]):
            return head if tree.lo[head] > tree.heads[head] else NOWHERE
        if is_predicate(tree, head) and tree.roles[head] not in {"clause-complement", "open-complement", "conjunct"}:
            return NOWHERE
        index = head
    return NOWHERE


def antecedent(tree: Tree, index: int) -> int:
    """The noun a relative clause, given by its verb or by its relative word, is about."""
    if tree.roles[index] == "conjunct" and tree.heads[index] >= 0:
        index = tree.heads[index]
    if tree.roles[index] == "relative-clause":
        return tree.heads[index]
    if is_relative_word(tree, index):
        return tree.heads[_relative_clause_over(tree, index)]
    return NOWHERE


def resolved(tree: Tree, index: int) -> int:
    """The noun a relative word stands for; any other word as it is."""
    if index >= 0 and is_relative_word(tree, index):
        return antecedent(tree, index)
    return index


def subject(tree: Tree, index: int, *, inherited: bool) -> int:
    """The subject of a clause; inherited, also that of the clause which hands it down."""
    index = predicate(tree, index)
    if not inherited:
        return own_subject(tree, index)
    for _ in range(STEPS):
        own = own_subject(tree, index)
        if own < 0:
            own = _stray_subject(tree, index)
        if own >= 0:
            return NOWHERE if _is_empty(tree, own, index) else resolved(tree, own)
        if tree.kid(index, "expletive") >= 0:
            return NOWHERE
        given, over = _handed_down(tree, index)
        if given >= 0:
            return resolved(tree, given)
        if over < 0:
            return NOWHERE
        index = over
    return NOWHERE


def _stray_subject(tree: Tree, index: int) -> int:
    """Give a subject that parsers take for a part of the verb, "GM reports", or for an empty "it"."""
    for kid in tree.kids[index]:
        role = tree.roles[kid]
        if kid >= index:
            break
        if role in {"compound", "title"} and tree.tags[index] in _FINITE and tree.pos[kid] in {"NOUN", "PROPN"}:
            return kid
        if role == "expletive" and tree.lower[kid] == "it" and not _has_empty_subject(tree, index):
            return kid
    return NOWHERE


def _is_empty(tree: Tree, subject: int, index: int) -> bool:
    """Whether a subject is only the "it" of "it was unclear whether", or the clause that "it" stands for."""
    if tree.lower[subject] == "it":
        return tree.kid(index, "clause-complement") >= 0 and _has_empty_subject(tree, index)
    return subject > index and tree.kid(index, "expletive") >= 0 and is_predicate(tree, subject)


def _has_empty_subject(tree: Tree, index: int) -> bool:
    """Whether "it" stands for a clause: "it is said that", "it was unclear whether", "it seems"."""
    if is_passive(tree, index) or tree.lemmas[index] in _SEEMING:
        return True
    return tree.kid(index, "copula") >= 0 and tree.kid(index, "clause-complement") >= 0


def _handed_down(tree: Tree, index: int) -> tuple[int, int]:
    """Give, for a clause without a subject, the subject or else the clause that has it."""
    role, head = tree.roles[index], tree.heads[index]
    given, over = NOWHERE, NOWHERE
    if head < 0:
        return given, over
    if role in {"conjunct", "parataxis"}:
        given, over = _beside(tree, index)
    elif role == "open-complement":
        given, over = _controlled(tree, head)
    elif role in {"adnominal-clause", "relative-clause", "adjective"}:
        given, over = _modified(tree, index)
    elif role in {"adverbial-clause", "oblique"} and is_predicate(tree, index):
        given, over = _adverbial(tree, index)
    elif role == "clause-complement" and tense(tree, index) in {"PRESPART", "INFINITIVE"}:
        over = head
    return given, over


def _beside(tree: Tree, index: int) -> tuple[int, int]:
    """Give the first of conjoined clauses, or a noun that parsers put a finite clause beside."""
    head = tree.heads[index]
    if is_predicate(tree, head):
        joined = tree.roles[index] == "conjunct" or tense(tree, index) == "PRESPART"
        return NOWHERE, head if joined else NOWHERE
    if tree.tags[index] in _FINITE and tree.pos[head] in {"NOUN", "PROPN"} and head < index:
        return head, NOWHERE
    return NOWHERE, NOWHERE


def _controlled(tree: Tree, head: int) -> tuple[int, int]:
    """Give the object if there is one, as in "told him to go", or else the clause above."""
    objects = tree.kids_in(head, "object", "iobject")
    if objects:
        return objects[0], NOWHERE
    return NOWHERE, head


def _modified(tree: Tree, index: int) -> tuple[int, int]:
    """Give the noun of "troops threatening Kursk", the owner of "his decision to go"."""
    head, form, role = tree.heads[index], tense(tree, index), tree.roles[index]
    if form in {"PRESPART", "PASTPART"}:
        if mark(tree, index) < 0 or role == "relative-clause":
            return head, NOWHERE
        return NOWHERE, _clause_above(tree, index)
    if form == "INFINITIVE" and role == "adnominal-clause":
        heading = tree.heads[head] < 0 and is_passive(tree, index)  # "Line to be extended"
        return head if heading else tree.kid(head, "possessor"), NOWHERE
    bare = tree.pos[index] in {"ADJ", "ADV"} and tree.kid(index, "copula") < 0
    finite = form in {"PAST", "PRESENT", "FUTURE"} and head < index and not _has_relative_word(tree, index)
    return head if bare or finite else NOWHERE, NOWHERE


def _has_relative_word(tree: Tree, index: int) -> bool:
    return any(tree.tags[kid] in {"WDT", "WP", "WP$", "WRB"} for kid in range(tree.lo[index], index))


def _clause_above(tree: Tree, index: int) -> int:
    """Give the clause around the noun of "spent two seasons there before joining the club"."""
    marker = mark(tree, index)
    if marker < 0 or tree.lower[marker] in _OF_OBJECT:
        return NOWHERE
    above = tree.heads[index]
    for _ in range(STEPS):
        if above < 0 or is_predicate(tree, above):
            return above
        above = tree.heads[above]
    return NOWHERE


def _adverbial(tree: Tree, index: int) -> tuple[int, int]:
    head = tree.heads[index]
    if tense(tree, index) not in {"PRESPART", "PASTPART", "INFINITIVE"} or not is_predicate(tree, head):
        return NOWHERE, NOWHERE
    marker = mark(tree, index)
    if marker >= 0 and tree.lower[marker] in _OF_OBJECT and index > head:
        return _controlled(tree, head)
    return NOWHERE, head


def agent(tree: Tree, index: int) -> int:
    """Turner in "was praised by Turner"."""
    index = predicate(tree, index)
    return tree.kid(index, "agent") if is_passive(tree, index) else NOWHERE


def object_(tree: Tree, index: int) -> int:
    """The direct object, or the noun a relative word in its place stands for."""
    return resolved(tree, tree.kid(predicate(tree, index), "object"))


def indirect_object(tree: Tree, index: int) -> int:
    """The one to whom something is given or told."""
    return resolved(tree, tree.kid(predicate(tree, index), "iobject"))


def logical_subject(tree: Tree, index: int) -> int:
    """The one who acts, in the active and in the passive."""
    if is_passive(tree, index):
        return agent(tree, index)
    return subject(tree, index, inherited=True)


def logical_object(tree: Tree, index: int) -> int:
    """What is acted on, in the active and in the passive."""
    index = predicate(tree, index)
    own = object_(tree, index)
    if own >= 0:
        return own
    if is_passive(tree, index):
        return subject(tree, index, inherited=True)
    return _bare_relative(tree, index)


def _bare_relative(tree: Tree, index: int) -> int:
    """Give the noun of "the missiles Biden approved", where the verb lacks an object."""
    noun = tree.heads[index]
    if tree.roles[index] != "relative-clause" or noun < 0 or tree.lemmas[noun] in _CIRCUMSTANCES:
        return NOWHERE
    own = own_subject(tree, index)
    if own < 0 or tree.kids_in(index, "copula", "clause-complement", "open-complement", "case"):
        return NOWHERE
    if any(tree.tags[kid] in {"WDT", "WP", "WP$", "WRB", "IN"} for kid in tree.kids[index] if kid < index):
        return NOWHERE
    return noun
