"""The article itself: its blocks, and who wrote, sent and first reported it."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar, Literal

from attrs import frozen

from newsfacts.facts.base import Fact, Party, one_of
from newsfacts.spans import Span

BlockRole = Literal[
    "headline", "standfirst", "byline", "dateline", "date", "caption", "credit", "heading", "paragraph", "quote",
    "list", "bio", "boilerplate",
]  # fmt: skip
AuthorForm = Literal["person", "organisation", "staff"]
AuthorRole = Literal[
    "writer", "reporting", "writing", "editing", "contributing", "translating", "photography", "producing",
    "fact-checking",
]  # fmt: skip
Evidence = Literal["byline", "credit"]
_ASIDE = frozenset({"bio", "boilerplate", "byline", "caption", "credit", "date", "dateline"})


@frozen(kw_only=True)
class Block(Fact):
    """A part of the page: the headline, a paragraph, a caption. Blocks cover the text and never overlap."""

    kind: ClassVar[str] = "block"

    role: BlockRole = one_of(BlockRole)

    @property
    def is_running_text(self) -> bool:
        """Whether it tells the story: a byline, a caption or boilerplate does not, and no step takes facts from it."""
        return self.role not in _ASIDE


@frozen(kw_only=True)
class Headline(Fact):
    """The headline; `attribution` is a source named in it ("Media:", "Report:").

    Named after ninjs `headlines` and schema.org `headline`.
    """

    kind: ClassVar[str] = "headline"

    attribution: Span | None = None


@frozen(kw_only=True)
class Author:
    """One author: the name as it stands in the text, and what the byline says about them."""

    name: Span
    form: AuthorForm = one_of(AuthorForm, default="person")
    role: AuthorRole = one_of(AuthorRole, default="writer")
    affiliation: Span | None = None
    location: Span | None = None
    email: Span | None = None
    handle: Span | None = None
    evidence: Evidence = one_of(Evidence, default="byline")


@frozen(kw_only=True)
class Byline(Fact):
    """Who wrote the article; the span runs from the cue ("By") to the end of the last name.

    Named after ninjs `by` and schema.org `author`.
    """

    kind: ClassVar[str] = "byline"

    authors: tuple[Author, ...]


@frozen(kw_only=True)
class Dateline(Fact):
    """Where and when the report was filed: "BEIRUT/THE HAGUE, March 7 (Reuters) -".

    Named after ninjs `located` and schema.org `dateline`.
    """

    kind: ClassVar[str] = "dateline"

    places: tuple[Span, ...] = ()
    agency: Span | None = None
    date: Span | None = None


@frozen(kw_only=True)
class Credit(Fact):
    """Who else worked on it: "Editing by Ann Lee and Tom Ray"."""

    kind: ClassVar[str] = "credit"
    identity: ClassVar[tuple[str, ...]] = ("role",)

    role: AuthorRole = one_of(AuthorRole)
    names: tuple[Span, ...] = ()


@frozen(kw_only=True)
class Provenance(Fact):
    """One step in the chain of outlets: "The Harwick Post reports via Northern Wire".

    `relayed_by` is None where this article's own outlet relays. Named after ninjs `infoSources` and schema.org
    `isBasedOn`.
    """

    kind: ClassVar[str] = "provenance"
    identity: ClassVar[tuple[str, ...]] = ("relayed_by", "origin")

    relayed_by: Party | None = None
    origin: Party
    cue: Span


@frozen(kw_only=True)
class PublicationDate(Fact):
    """When the article was published, where the text says so. `value` is ISO 8601."""

    kind: ClassVar[str] = "publication-date"

    value: datetime | date
