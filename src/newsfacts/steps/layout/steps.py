"""The steps that read the article itself: blocks, headline, byline, dateline, credits, publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from attrs import frozen

from newsfacts import (
    Author,
    Block,
    Byline,
    Credit,
    Dateline,
    Extractor,
    Headline,
    Kinds,
    PublicationDate,
    Reading,
    Span,
)
from newsfacts.steps.layout.choosing import span_of
from newsfacts.steps.layout.credits import CreditFound
from newsfacts.steps.layout.publishing import publication_of
from newsfacts.steps.layout.roles import Role, Roles
from newsfacts.steps.layout.words import Words

AUTHORING = frozenset({"reporting", "writing"})


@frozen
class Blocks(Extractor):
    """Blocks: what each part of the page is for."""

    name: ClassVar[str] = "blocks"
    gives: ClassVar[Kinds] = frozenset({Block})
    consults: ClassVar[frozenset[str]] = frozenset({"ent"})

    def extract(self, reading: Reading) -> Iterator[Block]:
        """Give blocks that cover the text and do not overlap."""
        roles = Roles.of(reading)
        if not roles.page.lines:
            if reading.text:
                yield Block(span=Span(0, len(reading.text)), role="boilerplate", rule="blank")
            return
        parts = tuple(_parts(roles))
        starts = [0, *(start for start, _, _ in parts[1:]), len(reading.text)]
        for (_, role, rule), start, end in zip(parts, starts, starts[1:], strict=False):
            yield Block(span=Span(start, end), role=role, rule=rule)


def _parts(roles: Roles) -> Iterator[tuple[int, Role, str]]:
    """Give start, role and rule of each block; a byline of several lines is one, a dateline is cut off its line."""
    for line in roles.page.lines:
        role, rule = roles.of_line[line.number]
        if roles.byline and roles.byline.first < line.number <= roles.byline.last:
            continue
        dateline = roles.dateline
        if dateline and dateline.line == line.number and role in ("paragraph", "standfirst"):
            yield line.start, "dateline", dateline.rule
            if dateline.body < line.end:
                yield dateline.body, "paragraph", rule
        else:
            yield line.start, role, rule


@frozen
class Headlines(Extractor):
    """The headline, with the source that it names."""

    name: ClassVar[str] = "headline"
    needs: ClassVar[Kinds] = frozenset({Block})
    gives: ClassVar[Kinds] = frozenset({Headline})

    def extract(self, reading: Reading) -> Iterator[Headline]:
        """Give the headline."""
        words = Words.of(reading.lexicons)
        for block in reading.all(Block):
            if block.role == "headline":
                text = reading[block.span]
                span = _stripped(block.span, text)
                before, colon, _ = reading[span].partition(":")
                attributed = colon and before.casefold().strip() in words.attributions | words.agency_names
                source = Span(span.start, span.start + len(before) + 1) if attributed else None
                yield Headline(span=span, attribution=source, rule=block.rule)
                return


def _stripped(span: Span, text: str) -> Span:
    return Span(span.start + len(text) - len(text.lstrip()), span.end - (len(text) - len(text.rstrip())))


@frozen
class Bylines(Extractor):
    """The byline with its authors; where there is none, those whom a credit names for the reporting or the writing."""

    name: ClassVar[str] = "byline"
    uses: ClassVar[Kinds] = frozenset({Block})
    gives: ClassVar[Kinds] = frozenset({Byline})

    def extract(self, reading: Reading) -> Iterator[Byline]:
        """Give the byline."""
        roles = Roles.of(reading)
        if roles.byline:
            yield Byline(span=span_of(roles.byline), authors=tuple(_authors(roles)), rule=roles.byline.rule)
        elif credit := next((c for c in roles.credits if c.role in AUTHORING and _full(c, reading)), None):
            authors = (Author(name=name, role=credit.role, evidence="credit") for name in credit.names)
            yield Byline(span=credit.span, authors=tuple(authors), rule="credit")


def _full(credit: CreditFound, reading: Reading) -> bool:
    """Tell whether a credit has full names: "Feld reported from Oslo" names somebody already known."""
    return all(" " in reading[name] for name in credit.names)


def _authors(roles: Roles) -> Iterator[Author]:
    if (found := roles.byline) is None:
        return
    line = found.found
    alone = len(found.names) == 1
    outlet = line.outlet or roles.outlet_below
    for i, name in enumerate(found.names):
        yield Author(
            name=name.span,
            form=name.form,
            location=line.places.get(i),
            affiliation=outlet if alone else None,
            email=line.email if alone else None,
            handle=line.handle if alone else None,
        )


@frozen
class Datelines(Extractor):
    """The dateline with its places, agency and date."""

    name: ClassVar[str] = "dateline"
    uses: ClassVar[Kinds] = frozenset({Block})
    gives: ClassVar[Kinds] = frozenset({Dateline})

    def extract(self, reading: Reading) -> Iterator[Dateline]:
        """Give the dateline."""
        if found := Roles.of(reading).dateline:
            yield Dateline(span=found.span, places=found.places, agency=found.agency, date=found.date, rule=found.rule)


@frozen
class Credits(Extractor):
    """Who else worked on the article: reporting, editing, contributing, pictures."""

    name: ClassVar[str] = "credits"
    uses: ClassVar[Kinds] = frozenset({Block})
    gives: ClassVar[Kinds] = frozenset({Credit})

    def extract(self, reading: Reading) -> Iterator[Credit]:
        """Give the credits."""
        for found in Roles.of(reading).credits:
            yield Credit(span=found.span, role=found.role, names=found.names, rule=found.rule)


@frozen
class Publication(Extractor):
    """When the article was published, where the page says so."""

    name: ClassVar[str] = "publication"
    uses: ClassVar[Kinds] = frozenset({Block})
    gives: ClassVar[Kinds] = frozenset({PublicationDate})

    def extract(self, reading: Reading) -> Iterable[PublicationDate]:
        """Give the date of publication."""
        roles = Roles.of(reading)
        if found := publication_of(roles.page, roles.byline.first if roles.byline else None):
            yield PublicationDate(span=found.span, value=found.value, rule=found.rule)
