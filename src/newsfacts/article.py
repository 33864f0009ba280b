"""The article: its text, what is known about it, and the facts found in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, overload

from attrs import evolve, field, frozen

from newsfacts.facts import (
    Block,
    Byline,
    Claim,
    Credit,
    Dateline,
    Entity,
    Event,
    Fact,
    Factuality,
    FigureLink,
    Headline,
    Mention,
    Party,
    Provenance,
    PublicationDate,
    Quantity,
    Quotation,
    ReportedFigure,
    Stance,
    TimeAnchor,
    TimeExpression,
    Tone,
)
from newsfacts.records import Metadata
from newsfacts.spans import Ref, Span

if TYPE_CHECKING:
    from newsfacts.five_ws import FiveWs

F = TypeVar("F", bound=Fact)
T = TypeVar("T")


@frozen(kw_only=True)
class Problem:
    """Something that went wrong with one article: which record, which step, whose plugin, and what."""

    message: str
    step: str = ""
    plugin: str = ""
    record: str | None = None

    def __str__(self) -> str:
        where = ", ".join(
            part
            for part in (
                f"record {self.record!r}" if self.record is not None else "",
                f"step {self.step!r}" if self.step else "",
                f"plugin {self.plugin}" if self.plugin else "",
            )
            if part
        )
        return f"{where}: {self.message}" if where else self.message


def in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Sort facts by where they stand, longer ones first, then by id."""
    return tuple(sorted(facts, key=_place))


def _place(fact: Fact) -> tuple[int, int, str]:
    span = fact.span
    return span.start, -span.end, fact.id


class FactTable:
    """Facts by kind and id; a table made from another by `adding` shares all that did not change."""

    __slots__ = ("_by_id", "_by_kind", "_derived")

    def __init__(self, facts: Iterable[Fact] = ()) -> None:
        self._by_kind: dict[type[Fact], tuple[Fact, ...]] = {}
        self._by_id: dict[str, dict[str, Fact]] = {}
        self._derived: dict[str, Any] = {}
        grouped: dict[type[Fact], list[Fact]] = {}
        for fact in facts:
            grouped.setdefault(type(fact), []).append(fact)
        for kind, members in grouped.items():
            self._by_kind[kind] = tuple(members)

    def adding(self, facts: Iterable[Fact]) -> FactTable:
        """Give a table with `facts` too."""
        table = FactTable(facts)
        changed = {kind.kind for kind in table._by_kind}
        for kind, old in self._by_kind.items():
            new = table._by_kind.get(kind)
            table._by_kind[kind] = old if new is None else in_order((*old, *new))
        table._by_id = {name: ids for name, ids in self._by_id.items() if name not in changed}
        table._derived = {name: value for name, value in self._derived.items() if name not in changed}
        return table

    def all(self, kind: type[F]) -> tuple[F, ...]:
        """Give the facts of a kind, in text order."""
        return self._by_kind.get(kind, ())  # type: ignore[return-value]

    def derived(self, kind: type[Fact], make: Callable[[], T]) -> T:
        """Give what `make` makes of the facts of a kind, made once for as long as no fact of that kind is added."""
        if kind.kind not in self._derived:
            self._derived[kind.kind] = make()
        return self._derived[kind.kind]  # type: ignore[no-any-return]

    def get(self, fact_id: str) -> Fact | None:
        """Give the fact with this id, or None."""
        name = fact_id.partition("@")[0]
        if name not in self._by_id:
            self._by_id[name] = {
                fact.id: fact for kind, facts in self._by_kind.items() if kind.kind == name for fact in facts
            }
        found = self._by_id[name].get(fact_id)
        return found if found is not None else self._unknown(fact_id)

    def _unknown(self, fact_id: str) -> Fact | None:
        if "unknown" not in self._by_id:
            self.get("unknown@")
        return self._by_id["unknown"].get(fact_id) if not fact_id.startswith("unknown@") else None

    def __getitem__(self, ref: Ref[F]) -> F:
        """Give the fact of a reference."""
        if not isinstance(ref, Ref):
            raise TypeError(f"facts are asked for with a span or a reference, not {ref!r}; by kind: all(Claim)")
        if (fact := self.get(ref.id)) is None:
            raise KeyError(f"no fact {ref.id!r} here")
        return fact  # type: ignore[return-value]  # (the id names the kind)

    def __iter__(self) -> Iterator[Fact]:
        for facts in self._by_kind.values():
            yield from facts


@frozen(kw_only=True, repr=False)
class Article:
    """A news article with the facts found in it.

    Ask for facts by name (`article.claims`, `article.quantities`), by kind (`article.all(Claim)`), by place
    (`article.at(120)`) or by reference (`article[claim.source.entity]`); a span gives its text (`article[fact.span]`).
    Articles are values: equal when text, metadata, facts and problems are.
    """

    text: str
    id: str | None = None
    metadata: Metadata = Metadata()
    facts: tuple[Fact, ...] = field(default=(), converter=in_order)
    problems: tuple[Problem, ...] = ()

    @cached_property
    def _table(self) -> FactTable:
        return FactTable(self.facts)

    def __repr__(self) -> str:
        words = " ".join(self.text.split())
        start = words if len(words) <= 40 else words[:39] + "…"
        return f"Article({start!r}, {len(self.facts)} facts, {len(self.problems)} problems)"

    # --- look-ups
    @overload
    def __getitem__(self, key: Ref[F]) -> F: ...
    @overload
    def __getitem__(self, key: Span) -> str: ...
    def __getitem__(self, key: Span | Ref[Any]) -> str | Fact:
        """Give the text of a span, or the fact of a reference."""
        return key.of(self.text) if isinstance(key, Span) else self._table[key]

    def all(self, kind: type[F]) -> tuple[F, ...]:
        """Give the facts of a kind, in text order."""
        return self._table.all(kind)

    def at(self, position: int) -> tuple[Fact, ...]:
        """Give the facts whose span covers the character at `position`, the shortest first."""
        here = (fact for fact in self.facts if fact.span.start <= position < fact.span.end)
        return tuple(sorted(here, key=lambda fact: len(fact.span)))

    def name(self, party: Party | Fact | Ref[Any] | None) -> str:
        """Give the name of the entity behind a party, or the words for it; "the author", "unnamed" without any."""
        match party:
            case Party(entity=Ref() as ref):
                return self.name(ref)
            case Party(span=Span() as span):
                return self[span]
            case Party(form="UNNAMED"):
                return "unnamed"
            case Ref():
                return self.name(self[party])
            case Entity():
                return party.name
            case Fact():
                return self[party.span]
        return "the author"

    # --- what is known about the article, from outside or from its text
    @property
    def headline(self) -> str | None:
        """The headline: the one given, else the one in the text."""
        return self.metadata.headline or next((self[h.span] for h in self.all(Headline)), None)

    @property
    def byline(self) -> Byline | None:
        """The first byline in the text."""
        return next(iter(self.all(Byline)), None)

    @property
    def authors(self) -> tuple[str, ...]:
        """The names of the authors as the text gives them."""
        return tuple(dict.fromkeys(self[author.name] for byline in self.all(Byline) for author in byline.authors))

    @property
    def dateline(self) -> Dateline | None:
        """The dateline."""
        return next(iter(self.all(Dateline)), None)

    @property
    def published(self) -> date | datetime | None:
        """When it was published: as given, else as the text says."""
        return self.metadata.published or next((p.value for p in self.all(PublicationDate)), None)

    # --- facts by kind
    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks; together they cover the text."""
        return self.all(Block)

    @property
    def credits(self) -> tuple[Credit, ...]:
        """Who else worked on the article."""
        return self.all(Credit)

    @property
    def provenance(self) -> tuple[Provenance, ...]:
        """The chain of outlets."""
        return self.all(Provenance)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Names, noun phrases and pronouns that mention something."""
        return self.all(Mention)

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The people, organisations and places, each with all its mentions."""
        return self.all(Entity)

    @property
    def times(self) -> tuple[TimeExpression, ...]:
        """The time expressions."""
        return self.all(TimeExpression)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities."""
        return self.all(Quantity)

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The words between quotation marks."""
        return self.all(Quotation)

    @property
    def events(self) -> tuple[Event, ...]:
        """The events, those that the article is about first."""
        return tuple(sorted(self.all(Event), key=lambda event: -event.salience))

    @property
    def who_what_when_where_why(self) -> FiveWs | None:
        """The five Ws of the event that the article is about; None where it tells no event."""
        from newsfacts.five_ws import five_ws  # the view stands on the article

        event = next(iter(self.events), None)
        return None if event is None else five_ws(self, event)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Who says what."""
        return self.all(Claim)

    @property
    def stances(self) -> tuple[Stance, ...]:
        """Who is for or against what."""
        return self.all(Stance)

    @property
    def tones(self) -> tuple[Tone, ...]:
        """The article's own attitude to its entities."""
        return self.all(Tone)

    # --- facts about facts
    @cached_property
    def _joined(self) -> Mapping[str, tuple[Fact, ...]]:
        joined: dict[str, tuple[Fact, ...]] = {}
        about: list[tuple[Ref[Any], Fact]] = [(f.event, f) for f in self.all(Factuality)]
        about += [(f.quantity, f) for f in self.all(ReportedFigure)]
        about += [(f.time, f) for f in self.all(TimeAnchor)]
        about += [(end, f) for f in self.all(FigureLink) for end in (f.first, f.second)]
        for ref, fact in about:
            joined[ref.id] = (*joined.get(ref.id, ()), fact)
        return joined

    def about(self, fact: Fact) -> tuple[Fact, ...]:
        """Give the facts about a fact: factuality, reported figures, figure links, time anchors."""
        return self._joined.get(fact.id, ())

    def factuality(self, event: Event) -> tuple[Factuality, ...]:
        """Give how sure each source, the author among them, is of an event."""
        return tuple(fact for fact in self.about(event) if isinstance(fact, Factuality))

    def reported_by(self, quantity: Quantity) -> tuple[Claim, ...]:
        """Give the claims that report a quantity."""
        return tuple(self[fact.claim] for fact in self.about(quantity) if isinstance(fact, ReportedFigure))

    # --- new articles and JSON
    def adding(self, facts: Iterable[Fact]) -> Article:
        """Give the article with `facts` too."""
        return evolve(self, facts=(*self.facts, *facts))

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON form of the article as plain values (docs: "The JSON of an article")."""
        from newsfacts.codec import dump  # (the codec knows the article)

        return dump(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """Give the article as JSON text."""
        from newsfacts.codec import to_json

        return to_json(self, indent=indent)

    def _repr_html_(self) -> str:
        """Give the view of the article for a notebook."""
        from newsfacts.render.html import to_frame  # rendering stands on the article

        return to_frame(self)

    @staticmethod
    def from_json(text: str | bytes | Path, *, kinds: Iterable[type[Fact]] = ()) -> Article:
        """Read an article from JSON; `kinds` are third-party kinds beside the installed ones."""
        from newsfacts.codec import from_json

        return from_json(text.read_text("utf-8") if isinstance(text, Path) else text, kinds=kinds)
