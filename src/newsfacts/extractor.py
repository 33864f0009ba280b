"""What an extraction step is, and what it may see."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, overload

import attrs
from attrs import field, frozen

from newsfacts.article import Article, FactTable, in_order
from newsfacts.columns import Columns
from newsfacts.errors import FactError, PlanError, PluginConflict
from newsfacts.facts import KINDS, Block, Entity, Fact, Party
from newsfacts.lexicons import Lexicons
from newsfacts.records import Metadata, Record
from newsfacts.spans import Ref, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from newsfacts.syntax import Syntax

F = TypeVar("F", bound=Fact)
T = TypeVar("T")
Kinds = frozenset[type[Fact]]


@frozen(eq=False)
class Parsed:
    """A record with its spaCy document, and what all steps share about them."""

    record: Record
    doc: Doc
    memory: dict[object, Any] = field(factory=dict, repr=False)

    @cached_property
    def syntax(self) -> Syntax:
        """Questions about clauses, whatever labels the parser uses."""
        from newsfacts.syntax import syntax_of  # (made on first use; it stands on spaCy)

        return syntax_of(self.doc, self.columns)

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The tokens of the document."""
        return self.syntax.words

    @cached_property
    def columns(self) -> Columns:
        """The words with their lemmas and tags as plain lists."""
        return Columns.read(self.doc)

    @cached_property
    def starts(self) -> list[int]:
        """Where each token starts."""
        found: list[int] = self.doc.to_array(["IDX", "LENGTH"])[:, 0].tolist()
        return found

    @cached_property
    def ends(self) -> list[int]:
        """Where each token ends."""
        found: list[int] = self.doc.to_array(["IDX", "LENGTH"]).sum(axis=1).tolist()
        return found


@frozen(eq=False)
class Reading:
    """All that an extractor may see of one article: text, parse, word lists, and the facts of earlier steps."""

    parsed: Parsed
    lexicons: Lexicons
    table: FactTable = FactTable()

    @staticmethod
    def of(
        text: str, doc: Doc, *, facts: Iterable[Fact] = (), lexicons: Lexicons | None = None, **metadata: Any
    ) -> Reading:
        """Make a reading by hand: a text, its document, and the facts of earlier steps."""
        parsed = Parsed(Record.make(text, **metadata), doc)
        return Reading(parsed, lexicons or Lexicons(), FactTable(in_order(facts)))

    @property
    def record(self) -> Record:
        """The record that is read."""
        return self.parsed.record

    @property
    def doc(self) -> Doc:
        """The spaCy document of the whole text."""
        return self.parsed.doc

    @property
    def syntax(self) -> Syntax:
        """Questions about clauses, whatever labels the parser uses."""
        return self.parsed.syntax

    @property
    def words(self) -> tuple[Token, ...]:
        """The tokens of the document, made once: `reading.words[i]` makes no new token, as `reading.doc[i]` does."""
        return self.parsed.words

    @property
    def columns(self) -> Columns:
        """The words with their lemmas and tags as plain lists: `reading.columns.lowers[i]`."""
        return self.parsed.columns

    @property
    def text(self) -> str:
        """The unchanged text."""
        return self.parsed.record.text

    @property
    def metadata(self) -> Metadata:
        """What is known about the article from outside."""
        return self.parsed.record.metadata

    def shared(self, key: object, make: Callable[[], T]) -> T:
        """Give what `make` gives, made once for this article; it must depend on text, parse and lexicons alone."""
        memory = self.parsed.memory
        if key not in memory:
            memory[key] = make()
        return memory[key]  # type: ignore[no-any-return]

    @cached_property
    def article(self) -> Article:
        """The article with the facts so far."""
        return Article(text=self.text, id=self.record.id, metadata=self.metadata, facts=tuple(self.table))

    def all(self, kind: type[F]) -> tuple[F, ...]:
        """Give the facts of a kind that earlier steps gave, in text order."""
        return self.table.all(kind)

    @overload
    def __getitem__(self, key: Ref[F]) -> F: ...
    @overload
    def __getitem__(self, key: Span) -> str: ...
    def __getitem__(self, key: Span | Ref[Any]) -> str | Fact:
        """Give the text of a span, or the fact of a reference."""
        return key.of(self.text) if isinstance(key, Span) else self.table[key]

    # --- characters and tokens
    def span(self, start: int, end: int) -> Span:
        """Give the characters of the tokens `start` to `end` (indices, end exclusive)."""
        return Span(self.parsed.starts[start], self.parsed.ends[end - 1])

    def token_span(self, token: Token) -> Span:
        """Give the characters of a token."""
        return Span(self.parsed.starts[token.i], self.parsed.ends[token.i])

    def token_range(self, span: Span) -> tuple[int, int]:
        """Give the indices (end exclusive) of the tokens that share a character with `span`."""
        return bisect_right(self.parsed.ends, span.start), bisect_left(self.parsed.starts, span.end)

    def tokens(self, span: Span) -> tuple[Token, ...]:
        """Give the tokens that share a character with `span`."""
        first, last = self.token_range(span)
        return self.words[first:last]

    # --- who
    @cached_property
    def _entity_of(self) -> dict[int, Ref[Entity]]:
        return self.table.derived(Entity, self._entities_by_token)

    def _entities_by_token(self) -> dict[int, Ref[Entity]]:
        """The entity at each token of a mention's head, of a name, or of a title; the longest mention has the word."""
        by_token: dict[int, Ref[Entity]] = {}
        within: dict[int, Ref[Entity]] = {}
        titled: dict[int, Ref[Entity]] = {}
        mentions = [(self[ref], entity.ref) for entity in self.all(Entity) for ref in entity.mentions]
        for mention, ref in sorted(mentions, key=lambda pair: len(pair[0].span)):
            by_token |= dict.fromkeys(range(*self.token_range(mention.head)), ref)
            if mention.form == "NAM":
                within |= dict.fromkeys(range(*self.token_range(mention.span)), ref)
        for entity in self.all(Entity):
            for title in entity.titles:
                titled |= dict.fromkeys(range(*self.token_range(title)), entity.ref)
        return titled | within | by_token

    def entity_at(self, token: Token) -> Ref[Entity] | None:
        """Give the entity a word stands for: it heads one of its mentions, or belongs to its name or title."""
        return self._entity_of.get(token.i)

    def party(self, head: Token, span: Span | None = None) -> Party:
        """Give the party that a noun phrase or pronoun names, by its head; `span` is its phrase (else the core one)."""
        entity = self.entity_at(head)
        return Party(
            form="UNNAMED" if entity is None else "ENTITY",
            span=self.syntax.noun_phrase(head) if span is None else span,
            entity=entity,
        )

    # --- blocks
    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.all(Block)]

    def block_at(self, position: int) -> Block | None:
        """Give the block that holds the character at `position`; None where no step gave blocks."""
        at = bisect_right(self._block_starts, position) - 1
        return self.all(Block)[at] if at >= 0 else None


class Extractor(ABC):
    """An extraction step: a frozen attrs class whose fields are its settings.

    `needs` are kinds that an earlier step must give, `uses` kinds that come earlier if anybody gives them, `gives` the
    kinds it yields; `reads` are annotations of the spaCy document it cannot do without ("tag", "pos", "morph", "lemma",
    "dep", "sents", "ent"), `consults` those it looks at where they are there. `replaces` names a step whose place it
    takes.

    >>> from attrs import frozen
    >>> from newsfacts import Block, Quotation
    >>> @frozen
    ... class Shouts(Extractor):
    ...     '''Words in capitals as quotations.'''
    ...     name = "acme.shouts"
    ...     gives = frozenset({Quotation})
    ...     def extract(self, reading):
    ...         for token in reading.doc:
    ...             if token.is_upper and len(token) > 3:
    ...                 yield Quotation(span=reading.token_span(token), marks="none", rule="capitals")
    """

    name: ClassVar[str]
    needs: ClassVar[Kinds] = frozenset()
    uses: ClassVar[Kinds] = frozenset()
    gives: ClassVar[Kinds]
    reads: ClassVar[frozenset[str]] = frozenset()
    consults: ClassVar[frozenset[str]] = frozenset()
    replaces: ClassVar[str | None] = None

    @abstractmethod
    def extract(self, reading: Reading) -> Iterable[Fact]:
        """Give the facts; the same reading gives the same facts, and nothing is changed."""

    def ask(self, reading: Reading, **question: Span) -> Fact:
        """Answer a question about given words ("the tone toward this name"); steps that answer none say so."""
        del reading
        raise PlanError(f"step {self.name!r} answers no questions about a {' and a '.join(question)}")


@frozen
class Step:
    """An extractor in its place in a pipeline, and the distribution it comes from."""

    extractor: Extractor
    distribution: str = ""
    version: str = ""

    def __attrs_post_init__(self) -> None:
        check_declarations(self.extractor, self.plugin)

    @property
    def name(self) -> str:
        """The name of the step."""
        return self.extractor.name

    @property
    def plugin(self) -> str:
        """The distribution and version that the step comes from."""
        return f"{self.distribution} {self.version}".strip() or type(self.extractor).__module__

    def extract(self, reading: Reading) -> tuple[Fact, ...]:
        """Give what the extractor itself gives, as it gives it."""
        facts: object = self.extractor.extract(reading)
        if not isinstance(facts, Iterable):
            raise FactError(
                f"step {self.name!r} of {self.plugin} gave {facts!r}; extract must yield facts or return several"
            )
        return tuple(facts)


def has_fields(cls: type) -> bool:
    """Tell whether a class is an attrs class."""
    return attrs.has(cls)


def check_declarations(extractor: object, plugin: str) -> None:
    """Raise a `PluginConflict` unless the extractor declares what it must."""
    who = f"{type(extractor).__qualname__} of {plugin}"
    if isinstance(extractor, type):
        raise PluginConflict(f"{extractor.__qualname__} is a class; give an instance: {extractor.__qualname__}()")
    if not isinstance(extractor, Extractor):
        raise PluginConflict(f"{who} is no Extractor; hooks must give instances of Extractor")
    cls: type[Extractor] = type(extractor)
    if not has_fields(cls):
        raise PluginConflict(f"{who} is no attrs class; decorate it with @attrs.frozen")
    if not (isinstance(getattr(cls, "name", None), str) and cls.name):
        raise PluginConflict(f'{who} has no name; set name = "yours.something"')
    for problem in chain(_wrong_kinds(cls), _wrong_annotations(cls)):
        raise PluginConflict(f"{who}: {problem}")


def _wrong_kinds(cls: type[Extractor]) -> Iterator[str]:
    """What is wrong with the kinds that an extractor declares."""
    for declared in ("needs", "uses", "gives"):
        kinds = getattr(cls, declared, None)
        if not isinstance(kinds, frozenset) or not all(isinstance(k, type) and issubclass(k, Fact) for k in kinds):
            yield f"{declared} must be a frozenset of kinds of facts, not {kinds!r}"
    if not cls.gives:
        yield "it gives nothing; declare gives = frozenset({...})"
    for kind in cls.gives:
        if problem := _misdeclared(kind):
            yield f"the kind {kind.__qualname__} that it gives {problem}"


def _wrong_annotations(cls: type[Extractor]) -> Iterator[str]:
    """What is wrong with the annotations that an extractor declares."""
    for declared in ("reads", "consults"):
        names = getattr(cls, declared)
        if not isinstance(names, frozenset):
            yield f'{declared} must be a frozenset of names, such as frozenset({{"tag"}}), not {names!r}'
        if unknown := names - READABLE:
            yield f"{declared} {min(unknown)!r}, but can only read {', '.join(sorted(READABLE))}"


def _misdeclared(kind: type[Fact]) -> str:
    """What is wrong with the class of a kind, if anything."""
    if "__attrs_attrs__" not in vars(kind):
        return "is no attrs class; decorate it with @attrs.frozen(kw_only=True)"
    if not kind.kind or ("." not in kind.kind and kind not in KINDS):
        return f'is called {kind.kind!r}; set kind = "yours.something", with a dot'
    own = [field.name for field in attrs.fields(kind) if field.name in attrs.fields_dict(Fact) and not field.inherited]
    return f"has a field {own[0]!r}, which every fact has already; call it otherwise" if own else ""


READABLE = frozenset({"dep", "ent", "lemma", "morph", "pos", "sents", "tag"})
"""What `Extractor.reads` and `Extractor.consults` may name."""
