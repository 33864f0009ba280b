"""What a verb says: its clausal complement, and the prepositional phrases of verbs and nouns."""

from typing import Final, Literal, TypeAlias

from newsfacts.syntax._clauses import STEPS, is_predicate, own_subject, predicate
from newsfacts.syntax._tables import NOWHERE, Tree
from newsfacts.syntax._verbs import is_passive, mark, tense

ComplementKind: TypeAlias = Literal["that", "whether", "wh", "bare", "infinitive", "gerund", "parataxis", "small"]

_QUESTION_TAGS: Final = frozenset({"WDT", "WP", "WP$", "WRB"})
_BREAKS: Final = frozenset({";", ":", "-", "--", "–", "—"})
_QUOTES: Final = frozenset({'"', "'", "''", "``", "«", "»", "‘", "’", "“", "”", "„"})
_OPENERS: Final = _QUOTES | {":"}
_CONJUNCTIONS: Final = frozenset(
    {"although", "if", "once", "than", "though", "unless", "when", "whenever", "while", "to"}
)


def complement(tree: Tree, index: int) -> int:
    """The head of the clause a verb says, thinks, wants."""
    return _complement(tree, predicate(tree, index))[0]


def complement_kind(tree: Tree, index: int) -> ComplementKind | None:
    """How that clause is put: with "that", as an infinitive, ..."""
    found, how = _complement(tree, predicate(tree, index))
    if found < 0:
        return None
    if how != "clause":
        return how
    return _kind(tree, found)


def _complement(tree: Tree, index: int) -> tuple[int, Literal["clause", "parataxis", "small"]]:
    clauses = tree.kids_in(index, "clause-complement")
    if clauses:
        return _fullest(tree, clauses), "clause"
    around = _around(tree, index)
    if around >= 0:
        return around, "parataxis"
    opens = tree.kids_in(index, "open-complement")
    if opens:
        return opens[0], "clause"
    after = _announced(tree, index)
    if after >= 0:
        return after, "parataxis"
    return _seen_as(tree, index), "small"


def _fullest(tree: Tree, clauses: list[int]) -> int:
    """Of several, the first with "that", or else with a subject, or else the first."""
    for clause in clauses:
        if any(tree.lower[kid] == "that" for kid in tree.kids_in(clause, "mark")):
            return clause
    return next((clause for clause in clauses if own_subject(tree, clause) >= 0), clauses[0])


def _around(tree: Tree, index: int) -> int:
    """Give the clause a reporting clause sits in: "The ministry, Turner said, has not confirmed"."""
    head = tree.heads[index]
    if tree.roles[index] == "adverbial-clause":
        return head if _is_as_said(tree, index) else NOWHERE
    if tree.roles[index] != "parataxis" or head < 0 or own_subject(tree, index) < 0:
        return NOWHERE
    before = tree.lo[index]
    while tree.roles[before] == "punct":
        before += 1
    before -= 1
    while before >= 0 and (tree.lower[before].isspace() or tree.lower[before] in _QUOTES):
        before -= 1
    if before < tree.lo[head] or tree.lower[before] in _BREAKS or tree.lo[head] == tree.lo[index]:
        return NOWHERE
    return head if tense(tree, head) not in {"PRESPART", "PASTPART"} else NOWHERE


def _is_as_said(tree: Tree, index: int) -> bool:
    """Whether a clause is like that of "Prices, as Turner said, doubled" or "as reported by Turner"."""
    marker = mark(tree, index)
    if marker < 0 or tree.lower[marker] != "as":
        return False
    if own_subject(tree, index) < 0:
        return is_passive(tree, index)
    return not tree.kids_in(index, "object", "open-complement", "copula", "oblique", "adverb")


def _announced(tree: Tree, index: int) -> int:
    """Give a clause that only a colon or a quotation mark ties to the verb: "He added: We will go"."""
    if tree.kid(index, "object") >= 0:
        return NOWHERE
    for kid in tree.kids_in(index, "parataxis"):
        start = tree.lo[kid]
        for near in (start, start - 1):
            if index < near < tree.size and tree.lower[near] in _OPENERS:
                return kid
    return NOWHERE


def _seen_as(tree: Tree, index: int) -> int:
    """Necessary in "saw the change as necessary"."""
    if tree.kid(index, "object") < 0 and index not in tree.passive:
        return NOWHERE
    for kid in tree.kids_in(index, "oblique", "adverbial-clause"):
        marked = any(tree.lower[below] == "as" for below in tree.kids_in(kid, "case", "mark"))
        if marked and kid > index and own_subject(tree, kid) < 0:
            return kid
    return NOWHERE


def _kind(tree: Tree, clause: int) -> ComplementKind:
    if _is_quoted(tree, clause):
        return _kind_by_form(tree, clause)
    words = {tree.lower[kid] for kid in tree.kids_in(clause, "mark")}
    if words & {"if", "whether"}:
        return "whether"
    if _has_question_word(tree, clause):
        return "wh"
    if "that" in words:
        return "that"
    return "infinitive" if "to" in words else _kind_by_form(tree, clause)


def _is_quoted(tree: Tree, clause: int) -> bool:
    """Whether a clause opens as direct speech: after a quotation mark or a colon."""
    start = tree.lo[clause]
    return tree.lower[start] in _OPENERS or (start > 0 and tree.lower[start - 1] in _OPENERS)


def _kind_by_form(tree: Tree, clause: int) -> ComplementKind:
    if tree.kids_in(clause, "copula", "auxiliary", "subject"):
        return "bare"
    form = tense(tree, clause)
    is_open = tree.roles[clause] == "open-complement"
    if is_open and (form == "PASTPART" or tree.pos[clause] not in {"VERB", "AUX"}):
        return "small"
    if form == "PRESPART":
        return "gerund"
    return "infinitive" if form == "INFINITIVE" else "bare"


def _has_question_word(tree: Tree, clause: int) -> bool:
    """Whether a clause opens with its own "how" or "what", not with that of a clause inside it."""
    for near in range(tree.lo[clause], min(tree.lo[clause] + 3, clause + 1)):
        if tree.roles[near] not in {"punct", "case"}:
            return tree.tags[near] in _QUESTION_TAGS and tree.lower[near] != "that" and _belongs(tree, near, clause)
    return False


def _belongs(tree: Tree, word: int, clause: int) -> bool:
    for _ in range(STEPS):
        if word == clause:
            return True
        word = tree.heads[word]
        if word < 0 or (word != clause and is_predicate(tree, word)):
            return False
    return False


def obliques(tree: Tree, index: int) -> list[tuple[str, int]]:
    """The prepositional phrases of a verb or noun: preposition and noun, or preposition and gerund."""
    found: list[tuple[str, int]] = []
    for kid in tree.kids[index]:
        role = tree.roles[kid]
        if role in {"oblique", "nmod", "agent"}:
            found.append((preposition(tree, kid), kid))
        elif role in {"adverbial-clause", "adnominal-clause"}:
            word = _before_gerund(tree, kid)
            if word:
                found.append((word, kid))
    return found


def preposition(tree: Tree, noun: int) -> str:
    """The words that mark a noun, lower-cased: "in", "according to"; empty without any."""
    words: list[int] = []
    for kid in tree.kids_in(noun, "case", "mark"):
        if kid < noun:
            words.append(kid)
            words.extend(tree.kids_in(kid, "flat"))
    return " ".join(tree.lower[word] for word in sorted(words))


def _before_gerund(tree: Tree, clause: int) -> str:
    marks = tree.kids_in(clause, "mark", "case")
    if not marks or tree.lower[marks[0]] in _CONJUNCTIONS or own_subject(tree, clause) >= 0:
        return ""
    if tense(tree, clause) not in {"PRESPART", "NONE"}:
        return ""
    return preposition(tree, clause)
