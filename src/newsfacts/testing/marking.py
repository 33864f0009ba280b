"""Marked sentences: a notation in which a sentence says what should be found in it.

    [Turner]{source} [said]{cue} [the plan had failed]{content}.

A mark is `[words]{field}`: the words are the span of a field of a fact. `{field=value}` says what another field holds,
`{field 2}` speaks of a second fact, `{span}` of the whole fact. Marks may hold marks; a backslash makes
a bracket plain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

import attrs
from attrs import field, frozen

from newsfacts import KINDS, Article, Fact, Ref, Span
from newsfacts.testing.pictures import pictured


class Unmarked(ValueError):
    """A marked sentence that cannot be read."""


@frozen
class Mark:
    """Words that are (part of) a field of the fact with a number; `value` stands for a field that is no span."""

    field: str
    span: Span
    number: int = 1
    value: str | None = None


@frozen
class Marked:
    """A sentence with marks.

    >>> sentence = Marked.read("[Turner]{source} [said]{cue form=direct} “[no]{content}”.")
    >>> sentence.text
    'Turner said “no”.'
    >>> [(mark.field, mark.span.of(sentence.text)) for mark in sentence.marks]
    [('source', 'Turner'), ('cue', 'said'), ('form', 'said'), ('content', 'no')]
    """

    text: str
    marks: tuple[Mark, ...] = ()

    @staticmethod
    def read(notation: str) -> Marked:
        """Read a marked sentence."""
        return _Reader(notation).read()

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the facts that the marks tell of."""
        return tuple(sorted({mark.number for mark in self.marks}))

    def spans(self, name: str, number: int = 1) -> tuple[Span, ...]:
        """Give the spans that are marked as a field of a fact."""
        return tuple(m.span for m in self.marks if (m.field, m.number) == (name, number) and m.value is None)

    def __getitem__(self, name: str) -> Span:
        """Give the one span that is marked as a field of the first fact."""
        [span] = self.spans(name)
        return span


@frozen(eq=False)
class _Reader:
    """Reads one marked sentence, character by character."""

    notation: str
    letters: list[str] = field(factory=list)
    opened: list[int] = field(factory=list)
    marks: list[Mark] = field(factory=list)

    def read(self) -> Marked:
        at = 0
        while at < len(self.notation):
            letter = self.notation[at]
            if letter == "\\" and self.notation[at + 1 : at + 2] in tuple("[]\\"):
                self.letters.append(self.notation[at + 1])
                at += 2
            elif letter == "[":
                self.opened.append(len(self.letters))
                at += 1
            elif letter == "]":
                at = self._close(at)
            else:
                self.letters.append(letter)
                at += 1
        if self.opened:
            raise Unmarked(f"a bracket is not closed: {self.notation}")
        return Marked("".join(self.letters), tuple(sorted(self.marks, key=lambda mark: (mark.span, mark.number))))

    def _close(self, at: int) -> int:
        end = self.notation.find("}", at)
        if not self.opened or self.notation[at + 1 : at + 2] != "{" or end < 0:
            raise Unmarked(f"expected [words]{{field}} at character {at}: {self.notation}")
        start = self.opened.pop()
        if start == len(self.letters):
            raise Unmarked(f"a mark without words at character {at}: {self.notation}")
        self.marks.extend(_labelled(self.notation[at + 2 : end], Span(start, len(self.letters))))
        return end + 1


def _labelled(label: str, span: Span) -> Iterator[Mark]:
    """The marks of one label: "cue", "cue 2", "cue status=DENIED"."""
    words = label.split()
    numbers = [int(word) for word in words if word.isdecimal()]
    for word in words:
        if not word.isdecimal():
            name, equals, value = word.partition("=")
            yield Mark(name, span, numbers[0] if numbers else 1, value if equals else None)


# --- comparing
def kind_named(name: str, among: Iterable[type[Fact]] = KINDS) -> type[Fact]:
    """Give the kind of fact with a name."""
    from newsfacts.plugins import installed_kinds

    kinds = installed_kinds(kind for kind in among if kind not in KINDS)
    if name not in kinds:
        raise Unmarked(f"there is no kind {name!r}; kinds: {', '.join(sorted(kinds))}")
    return kinds[name]


def part(fact: Fact, path: str, article: Article) -> Any:  # (a field of any type)
    """Give what a path of fields leads to: "source", "value.low", "target.entity"."""
    value: Any = fact
    for name in path.split("."):
        value = article[value] if isinstance(value, Ref) else value
        if not hasattr(value, name):
            raise Unmarked(f"a {type(value).__name__} has no {name!r}")
        value = getattr(value, name)
    return value


def places(value: Any, article: Article) -> tuple[Span, ...]:
    """Give the spans that stand for the value of a field: of a party its name, of a reference the fact's."""
    match value:
        case None:
            return ()
        case Span():
            return (value,)
        case Ref():
            return (article[value].span,)
        case tuple():
            return tuple(span for item in value for span in places(item, article))
    for name in ("span", "name", "cue", "party"):
        if (inner := getattr(value, name, None)) is not None and not isinstance(inner, str):
            return places(inner, article)
    return ()


def _told(value: Any) -> str:
    """A value as it is written after "="."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return f"{value.normalize():f}"
        case tuple():
            return ",".join(map(_told, value))
    return str(value)


def _agrees(fact: Fact, sentence: Marked, number: int, article: Article) -> bool:
    marks = [mark for mark in sentence.marks if mark.number == number]
    for name in {mark.field for mark in marks if mark.value is None}:
        if set(places(part(fact, name, article), article)) != set(sentence.spans(name, number)):
            return False
    return all(_told(part(fact, m.field, article)) == m.value for m in marks if m.value is not None)


def check_marked(article: Article, kind: type[Fact], sentence: Marked | str, *, others: bool = False) -> None:
    """Raise an `AssertionError` unless the article has the marked facts of a kind, and no other unless `others`.

    The error shows both in the text, and gives the marked sentence that would hold.
    """
    wanted = Marked.read(sentence) if isinstance(sentence, str) else sentence
    facts = article.all(kind)
    left = list(facts)
    missing: list[int] = []
    for number in wanted.numbers:
        fitting = next((fact for fact in left if _agrees(fact, wanted, number, article)), None)
        if fitting is None:
            missing.append(number)
        else:
            left.remove(fitting)
    if missing or (left and not others):
        raise AssertionError(_difference(article, kind, wanted, missing, left))


def _difference(article: Article, kind: type[Fact], wanted: Marked, missing: list[int], left: list[Fact]) -> str:
    lines = [f"{len(missing)} of {len(wanted.numbers)} {kind.kind} facts not found, {len(left)} not marked"]
    for number in missing:
        for mark in wanted.marks:
            if mark.number == number:
                label = mark.field if mark.value is None else f"{mark.field}={mark.value}"
                lines.append(pictured(article.text, [mark.span], f"{label} (marked)"))
    marked_fields = tuple(dict.fromkeys(mark.field for mark in wanted.marks))
    for fact in left:
        lines += (
            pictured(article.text, places(value, article), f"{name} (found, rule {fact.rule or '?'})")
            for name, value in _fields(fact, marked_fields, article)
            if places(value, article)
        )
    lines += ["this would hold:", f"    {notation(article, kind, marked_fields)}"]
    return "\n".join(lines)


def _fields(fact: Fact, names: tuple[str, ...], article: Article) -> Iterator[tuple[str, Any]]:
    """The named fields of a fact; without names all that are spans or lead to one."""
    for name in names or tuple(a.name for a in attrs.fields(type(fact)) if a.name not in ("by", "rule")):
        yield name, part(fact, name, article)


def notation(article: Article, kind: type[Fact], names: Iterable[str] = ()) -> str:
    """Give the marked sentence that tells the facts of a kind as they are: a test ready to be kept.

    >>> from newsfacts import Quotation
    >>> said = Article(text="He said “no”.", facts=[Quotation(span=Span(8, 12), marks="double")])
    >>> notation(said, Quotation)
    'He said [“no”]{span}.'
    """
    marks: set[tuple[Span, str]] = set()
    for number, fact in enumerate(article.all(kind), 1):
        end = f" {number}" if number > 1 else ""
        for name, value in _fields(fact, tuple(names), article):
            spans = places(value, article)
            marks |= {(span, f"{name}{end}") for span in spans}
            if not spans and names:
                marks.add((fact.span, f"{name}={_told(value)}{end}"))
    return _written(article.text, marks)


def _written(text: str, marks: set[tuple[Span, str]]) -> str:
    """The text with brackets; marks that cut across others are left out."""
    kept: list[tuple[Span, str]] = []
    for span, label in sorted(marks, key=lambda mark: (mark[0].start, -mark[0].end, mark[1])):
        if all(not span.overlaps(other) or other.covers(span) or span.covers(other) for other, _ in kept):
            kept.append((span, label))
    before: dict[int, int] = {}
    after: dict[int, list[str]] = {}
    for span, label in reversed(kept):
        before[span.start] = before.get(span.start, 0) + 1
        after.setdefault(span.end, []).append(f"]{{{label}}}")
    letters: list[str] = []
    for position in range(len(text) + 1):
        letters += after.get(position, [])
        letters.append("[" * before.get(position, 0))
        if position < len(text):
            letters.append("\\" + text[position] if text[position] in "[]\\" else text[position])
    return "".join(letters)
