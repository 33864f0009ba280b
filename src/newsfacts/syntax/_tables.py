"""The scheme-neutral tree behind the questions: one role and one head a token.

A `Draft` starts as a copy of the parse and is rewritten by `universal` or `clear`; `Tree` is the
finished, read-only table. Both hold plain lists, so that a question costs microseconds.
"""

from collections.abc import Callable, Mapping
from typing import Final, Literal, TypeAlias

from spacy.tokens import Doc

from newsfacts.columns import Columns
from newsfacts.spans import Span

Role: TypeAlias = Literal[
    "root",
    "subject",
    "object",
    "iobject",
    "agent",
    "oblique",
    "nmod",
    "clause-complement",
    "open-complement",
    "adverbial-clause",
    "relative-clause",
    "adnominal-clause",
    "conjunct",
    "coordinator",
    "parataxis",
    "apposition",
    "case",
    "mark",
    "auxiliary",
    "copula",
    "negation",
    "adverb",
    "particle",
    "determiner",
    "possessor",
    "number",
    "adjective",
    "compound",
    "flat",
    "title",
    "vocative",
    "discourse",
    "expletive",
    "punct",
    "other",
]

NOWHERE: Final = -1
"""Stands for "no token" wherever a token index is expected."""

NEGATORS: Final = frozenset({"n't", "never", "no", "not", "nt", "n’t"})
SKIPPED: Final = frozenset({"PUNCT", "SPACE"})


class Draft:
    """A parse that may still be rewritten: labels of its scheme, heads, children."""

    __slots__ = (
        "blank",
        "doc",
        "heads",
        "kids",
        "labels",
        "lemmas",
        "lower",
        "outer",
        "passive",
        "pos",
        "size",
        "starts",
        "tags",
    )

    def __init__(self, doc: Doc, columns: Columns) -> None:
        rows = doc.to_array(["DEP", "LEMMA", "HEAD", "SENT_START"]).T
        names = doc.vocab.strings

        def words(column: int) -> list[str]:
            row = rows[column].tolist()
            known = {key: names[key] for key in set(row)}
            return [*map(known.__getitem__, row)]

        self.doc = doc
        self.size = len(doc)
        self.labels, self.lemmas = words(0), words(1)
        self.tags, self.pos, self.lower = [*columns.tags], columns.pos, columns.lowers
        offsets: list[int] = rows[2].astype("int64").tolist()
        self.starts: list[int] = rows[3].astype("int64").tolist()
        self.heads = [NOWHERE if not offset else index + offset for index, offset in enumerate(offsets)]
        self.kids: list[list[int]] = [[] for _ in range(self.size)]
        for index, head in enumerate(self.heads):
            if head >= 0:
                self.kids[head].append(index)
        spaces = {word for word in set(self.lower) if word.isspace()}
        self.blank = [
            index
            for index, (pos, word) in enumerate(zip(self.pos, self.lower, strict=True))
            if pos in SKIPPED or word in spaces
        ]
        self.passive: set[int] = set()
        self.outer: set[int] = set()

    def move(self, index: int, head: int, label: str | None = None) -> None:
        """Hang a token, with all below it, under another head; moves that close a circle are refused."""
        above = head
        while above >= 0:
            if above == index:
                return
            above = self.heads[above]
        old = self.heads[index]
        if old >= 0:
            self.kids[old].remove(index)
        self.heads[index] = head
        if head >= 0:
            self.kids[head].append(index)
        if label is not None:
            self.labels[index] = label

    def replace(self, index: int, by: int, label: str) -> None:
        """Let a child take the place of its head, which comes under it as `label` with no child of its own."""
        above, old = self.heads[index], self.labels[index]
        self.move(by, above, old)
        self.move(index, by, label)
        for kid in tuple(self.kids[index]):
            self.move(kid, by)

    def kid(self, index: int, *labels: str) -> int:
        """The first child with one of these labels."""
        return min((kid for kid in self.kids[index] if self.labels[kid] in labels), default=NOWHERE)

    def start(self, index: int) -> int:
        """The leftmost word below a token."""
        below = [index]
        for token in below:
            below.extend(self.kids[token])
        return min(below)

    def end(self, index: int) -> int:
        """One past the rightmost word below a token."""
        below = [index]
        for token in below:
            below.extend(self.kids[token])
        return max(below) + 1

    def deepest_first(self) -> list[int]:
        """All tokens, every one after its descendants."""
        order = [index for index in range(self.size) if self.heads[index] < 0]
        for index in order:
            order.extend(self.kids[index])
        order.reverse()
        return order

    def lift_blank(self) -> None:
        """Take white space and punctuation out of the way when something hangs under it."""
        for index in self.blank:
            if self.kids[index]:
                self._lift(index)

    def _lift(self, index: int) -> None:
        head = self.heads[index]
        kids = tuple(self.kids[index])
        if head < 0:
            head = next((kid for kid in kids if self.pos[kid] not in SKIPPED), kids[0])
            self.move(head, NOWHERE, self.labels[index])
            self.move(index, head)
        for kid in kids:
            if kid != head:
                self.move(kid, head)


class Tree:
    """The finished tables of one document: read-only, one entry a token."""

    __slots__ = (
        "chains",
        "doc",
        "heads",
        "hi",
        "kids",
        "lemmas",
        "lo",
        "lower",
        "outer",
        "parsed",
        "passive",
        "phrases",
        "pos",
        "roles",
        "roots",
        "size",
        "starts",
        "tags",
    )

    def __init__(self, draft: Draft, roles: Mapping[str, Role], *, parsed: bool) -> None:
        self.doc, self.size, self.parsed = draft.doc, draft.size, parsed
        self.heads, self.kids = draft.heads, draft.kids
        self.tags, self.pos, self.lemmas, self.lower = draft.tags, draft.pos, draft.lemmas, draft.lower
        self.starts, self.passive, self.outer = draft.starts, draft.passive, draft.outer
        known: dict[str, Role] = {label: roles.get(label, "other") for label in set(draft.labels)}
        self.roles: list[Role] = [*map(known.__getitem__, draft.labels)]
        self.phrases: dict[int, Span] = {}
        """The core noun phrases that were asked for, by their heads."""
        self.chains: dict[int, list[int]] = {}
        """The auxiliaries and copulas that were asked for, by their verbs."""
        self._mend_roles(draft.blank)
        self._measure()

    def _mend_roles(self, blank: list[int]) -> None:
        roles = self.roles
        if self.parsed:
            for index, head in enumerate(self.heads):
                if head < 0:
                    roles[index] = "root"
        for index in blank:
            roles[index] = "punct"
        for index in [index for index, word in enumerate(self.lower) if word in NEGATORS]:
            if roles[index] == "adverb":
                roles[index] = "negation"

    def _measure(self) -> None:
        kids, heads, roots = self.kids, self.heads, list(range(self.size))
        order = [index for index, head in enumerate(self.heads) if head < 0]
        for index in order:
            below = kids[index]
            if below:
                below.sort()
                root = roots[index]
                for kid in below:
                    roots[kid] = root
                order += below
        lo, hi = list(range(self.size)), list(range(1, self.size + 1))
        for index in reversed(order):
            head = heads[index]
            if head >= 0:
                if lo[index] < lo[head]:  # noqa: PLR1730  (this runs for every token, and a call costs more)
                    lo[head] = lo[index]
                if hi[index] > hi[head]:  # noqa: PLR1730
                    hi[head] = hi[index]
        self.roots, self.lo, self.hi = roots, lo, hi

    def kid(self, index: int, role: Role) -> int:
        """The first child in a role, or `NOWHERE`."""
        known = self.roles
        for kid in self.kids[index]:
            if known[kid] == role:
                return kid
        return NOWHERE

    def kids_in(self, index: int, *roles: Role) -> list[int]:
        """The children in one of these roles, in order."""
        below = self.kids[index]
        if not below:
            return []
        known = self.roles
        return [kid for kid in below if known[kid] in roles]


Rewrite: TypeAlias = Callable[[Draft], Mapping[str, Role]]
"""Rewrites a draft into the shared shape and gives the role of every label left in it."""


def finish(doc: Doc, columns: Columns, rewrite: Rewrite | None) -> Tree:
    """The tables of a document; without a rewriter, of a document that has no parse."""
    draft = Draft(doc, columns)
    if rewrite is None:
        draft.heads = [NOWHERE] * draft.size
        draft.kids = [[] for _ in range(draft.size)]
        return Tree(draft, {}, parsed=False)
    draft.lift_blank()
    return Tree(draft, rewrite(draft), parsed=True)
