"""From a head to the words around it: subtrees, phrases, core noun phrases, clauses."""

from collections.abc import Collection
from typing import Final

from newsfacts.syntax._tables import SKIPPED, Role, Tree

_CORE: Final[frozenset[Role]] = frozenset(
    {"determiner", "possessor", "adjective", "number", "compound", "title", "flat"}
)
_EDGES: Final[frozenset[Role]] = frozenset({"case", "coordinator", "punct"})
_OF_CLAUSE: Final[frozenset[Role]] = frozenset(
    {
        "adverb",
        "adverbial-clause",
        "auxiliary",
        "copula",
        "discourse",
        "expletive",
        "mark",
        "negation",
        "oblique",
        "parataxis",
        "subject",
        "vocative",
    }
)
_NOMINAL: Final = frozenset({"NOUN", "NUM", "PRON", "PROPN", "SYM"})
_OPENING: Final = frozenset({"(", "[", "{", "“", "‘", "«", "„", "``"})
_CLOSING: Final = frozenset({")", "]", "}", "”", "»", "''"})
_EITHER: Final = frozenset({'"'})
_MARKS: Final = _OPENING | _CLOSING | _EITHER


def subtree(tree: Tree, index: int) -> tuple[int, int]:
    """From the leftmost to the rightmost word below a token."""
    return tree.lo[index], tree.hi[index]


def phrase(tree: Tree, head: int, without: Collection[Role]) -> tuple[int, int]:
    """The words below a head but for its own case markers and coordinators, and roles to leave out at an edge.

    Of a noun that is a predicate, "a pilot" in "She was a pilot, he said", they are those of the noun alone.
    """
    start, end = head, head + 1
    named = tree.pos[head] in _NOMINAL and tree.kid(head, "copula") >= 0
    for kid in tree.kids[head]:
        role = tree.roles[kid]
        if role in _EDGES or role in without or (named and role in _OF_CLAUSE):
            continue
        start, end = min(start, tree.lo[kid]), max(end, tree.hi[kid])
    return trimmed(tree, start, end)


def noun_phrase(tree: Tree, head: int) -> tuple[int, int]:
    """From the determiner to the head, and the other words of a name."""
    start, end = head, head + 1
    for kid in tree.kids[head]:
        if tree.roles[kid] not in _CORE or tree.kid(kid, "subject") >= 0:
            continue
        if kid < head:
            start = min(start, tree.lo[kid])
        elif tree.roles[kid] == "flat":
            end = max(end, kid + 1)
    return trimmed(tree, start, end)


def clause(tree: Tree, verb: int) -> tuple[int, int]:
    """All words below a verb, with its mark, but for an "and" before them."""
    start, end = verb, verb + 1
    for kid in tree.kids[verb]:
        if tree.roles[kid] in {"coordinator", "punct"}:
            continue
        start, end = min(start, tree.lo[kid]), max(end, tree.hi[kid])
    return trimmed(tree, start, end)


def trimmed(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """A range without white space and punctuation at its edges, but with whole quotations inside."""
    while end - start > 1:
        if _is_loose(tree, start) and not _pairs(tree, start, start + 1, end - 1):
            start += 1
        elif _is_loose(tree, end - 1) and not _pairs(tree, end - 1, start + 1, end - 1):
            end -= 1
        else:
            break
    return _completed(tree, start, end)


def _is_loose(tree: Tree, index: int) -> bool:
    return tree.roles[index] == "punct" or tree.pos[index] in SKIPPED


def _pairs(tree: Tree, mark: int, start: int, end: int) -> bool:
    """Whether a quote or bracket has its partner in a range beside it."""
    word = tree.lower[mark]
    if word not in _MARKS:
        return False
    inner = [each for each in tree.lower[start:end] if each in _MARKS]
    if word in _EITHER:
        return inner.count(word) % 2 == 1
    opened = sum(each in _OPENING for each in inner) - sum(each in _CLOSING for each in inner)
    return opened < 0 if word in _OPENING else opened > 0


def _completed(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """Take in the quotation mark beside a range that has only its partner."""
    if start > 0 and _pairs(tree, start - 1, start, end):
        return start - 1, end
    for near in range(end, min(end + 2, tree.size)):
        if _pairs(tree, near, start, end):
            return start, near + 1
        if not _is_loose(tree, near):
            break
    return start, end


def sentences(tree: Tree) -> list[tuple[int, int]]:
    """The sentences as token ranges."""
    starts = [index for index in range(tree.size) if tree.starts[index] == 1 or index == 0]
    return list(zip(starts, [*starts[1:], tree.size], strict=True)) if starts else []
