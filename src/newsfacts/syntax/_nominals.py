"""The noun and its company: titles, modifiers, owners, coordination."""

from typing import Final

from newsfacts.syntax._clauses import is_relative_word
from newsfacts.syntax._tables import NOWHERE, Role, Tree

_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_NOMINAL_ROLES: Final[frozenset[Role]] = frozenset(
    {
        "root",
        "subject",
        "object",
        "iobject",
        "agent",
        "oblique",
        "nmod",
        "possessor",
        "apposition",
        "conjunct",
        "vocative",
        "parataxis",
        "clause-complement",
        "open-complement",
        "adverbial-clause",
        "relative-clause",
        "adnominal-clause",
        "other",
    }
)
_ARGUMENT_ROLES: Final[frozenset[Role]] = frozenset({"subject", "object", "iobject", "agent", "oblique", "nmod"})


def name_head(tree: Tree, index: int) -> int:
    """The first word of a name, from any of its words."""
    head = tree.heads[index]
    return head if tree.roles[index] == "flat" and head >= 0 and tree.pos[head] in _NOMINAL else index


def group(tree: Tree, index: int) -> list[int]:
    """All members of a coordination, in order."""
    head = tree.heads[index]
    first = head if tree.roles[index] == "conjunct" and head >= 0 else index
    joined = tree.kids_in(first, "conjunct")
    return sorted({first, index, *joined}) if joined else [index]


def coordinator(tree: Tree, index: int) -> int:
    """The "and" or "or" of a coordination."""
    own = tree.kids_in(index, "coordinator")
    if tree.roles[index] == "conjunct" and own:
        return own[0]
    for member in reversed(group(tree, index)):
        if tree.roles[member] == "conjunct":
            found = [kid for kid in tree.kids_in(member, "coordinator") if kid < member]
            if found:
                return found[0]
    return NOWHERE


def chunks(tree: Tree) -> list[int]:
    """The heads of all noun phrases in order; relative words are left out."""
    may = [index for index, role in enumerate(tree.roles) if role in _NOMINAL_ROLES]
    return [index for index in may if _heads_phrase(tree, index)]


def _heads_phrase(tree: Tree, index: int) -> bool:
    role, pos = tree.roles[index], tree.pos[index]
    if role == "conjunct":
        head = tree.heads[index]
        if head >= 0 and tree.roles[head] not in _NOMINAL_ROLES:
            return False
    if pos in _NOMINAL:
        return not (pos == "PRON" and is_relative_word(tree, index))
    return pos in {"ADJ", "DET", "VERB"} and role in _ARGUMENT_ROLES and tree.kid(index, "determiner") >= 0
