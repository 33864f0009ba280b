"""Things with names, and the phrases that mention them."""

from __future__ import annotations

from typing import ClassVar, Literal

from attrs import field, frozen

from newsfacts.facts.base import Fact, one_of
from newsfacts.spans import Ref, Span

MentionForm = Literal["NAM", "NOM", "PRO"]


@frozen(kw_only=True)
class Mention(Fact):
    """A phrase that stands for a thing: a name, a noun phrase or a pronoun (ACE's NAM, NOM, PRO).

    `head` is its main word; `type` is as in `Entity`.
    """

    kind: ClassVar[str] = "mention"

    head: Span
    form: MentionForm = one_of(MentionForm)
    type: str = ""


@frozen(kw_only=True)
class Entity(Fact):
    """One person, organisation, place or group with all its mentions; the span is its fullest first name.

    `type` is PERSON, ORG, GPE, LOC, FAC, NORP, EVENT, PRODUCT, WORK_OF_ART, LAW, LANGUAGE or GROUP (OntoNotes' names,
    and GROUP for people without a name); plugins add types with a dot. `country` is an ISO 3166-1 alpha-2 code; that of
    "Bank of Italy" is Italy's. `links` names, for each of `mentions`, the rule that put it here; like `rule` it takes
    no part in equality.
    """

    kind: ClassVar[str] = "entity"

    type: str
    name: str
    titles: tuple[Span, ...] = ()
    mentions: tuple[Ref[Mention], ...] = ()
    country: str | None = None
    links: tuple[str, ...] = field(default=(), eq=False)
