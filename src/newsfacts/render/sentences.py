"""One line that a reporter understands for every fact: what it says, and from which words."""

from __future__ import annotations

from functools import singledispatch

from newsfacts import (
    Article,
    Claim,
    Entity,
    Event,
    Fact,
    Factuality,
    FigureLink,
    Mention,
    Party,
    Provenance,
    Quantity,
    ReportedFigure,
    Span,
    Stance,
    TimeExpression,
)
from newsfacts.render.text import measured


def explained(article: Article, fact: Fact) -> str:
    """Give the line of a fact, with the step and the rule that gave it.

    >>> from newsfacts import Interval, Span
    >>> text = "Over 40 ferries were late."
    >>> quantity = Quantity(
    ...     span=Span(0, 7), number=Span(5, 7), value=Interval(low=40, low_open=True), bound_cue=Span(0, 4),
    ...     counted=Span(8, 15), by="quantities", rule="number",
    ... )
    >>> explained(Article(text=text, facts=[quantity]), quantity)
    'quantity: "Over 40" means > 40 of "ferries", because of "Over" [quantities, number]'
    """
    origin = ", ".join(part for part in (fact.by, fact.rule) if part)
    return f"{fact.kind}: {_sentence(fact, article)}" + (f" [{origin}]" if origin else "")


def _quoted(article: Article, span: Span) -> str:
    return f'"{" ".join(article[span].split())}"'


def _party(article: Article, party: Party) -> str:
    name = article.name(party)
    if party.span is None or article[party.span] == name:
        return name
    return f"{name} ({_quoted(article, party.span)})"


@singledispatch
def _sentence(fact: Fact, article: Article) -> str:
    return _quoted(article, fact.span)


@_sentence.register
def _(fact: Claim, article: Article) -> str:
    cue = " ... ".join(_quoted(article, span) for span in fact.cue) or "no word of its own"
    content = " ... ".join(_quoted(article, span) for span in fact.content)
    via = "".join(f", via {_party(article, party)}" for party in fact.via)
    return f"{_party(article, fact.source)}{via}, by {cue}: {content}; {fact.status.lower()}, {fact.form} {fact.act}"


@_sentence.register
def _(fact: Quantity, article: Article) -> str:
    told = f"{_quoted(article, fact.span)} means {measured(fact)}"
    counted = f" of {_quoted(article, fact.counted)}" if fact.counted else ""
    about = f", about {' and '.join(_quoted(article, span) for span in fact.about)}" if fact.about else ""
    per = f", per {_quoted(article, fact.per)}" if fact.per else ""
    bound = f", because of {_quoted(article, fact.bound_cue)}" if fact.bound_cue else ""
    change = fact.change
    moved = f", a change {change.direction} {change.role} it by {_quoted(article, change.cue)}" if change else ""
    return f"{told}{counted}{about}{per}{bound}{moved}"


@_sentence.register
def _(fact: Stance, article: Article) -> str:
    signs = " . ".join(f"{article[link.span]} {'+' if link.sign > 0 else '-'}" for link in fact.chain)
    reason = signs or article[fact.cue]
    target = _quoted(article, fact.target.span)
    return f"{_party(article, fact.holder)} on {target}: {reason} -> {fact.polarity} ({fact.basis}, {fact.level})"


@_sentence.register
def _(fact: Entity, article: Article) -> str:
    words = dict.fromkeys(_quoted(article, article[ref].span) for ref in fact.mentions)
    return f"{fact.name}, {fact.type}, called {', '.join(words)}"


@_sentence.register
def _(fact: Mention, article: Article) -> str:
    form = {"NAM": "a name", "NOM": "a noun phrase", "PRO": "a pronoun"}[fact.form]
    whom = next((e.name for e in article.entities if fact.ref in e.mentions), None)
    return f"{_quoted(article, fact.span)}, {form}" + (f" for {whom}" if whom else "")


@_sentence.register
def _(fact: Event, article: Article) -> str:
    parts = [f"{p.role.lower()} {_party(article, p.party)}" for p in fact.participants]
    kind = fact.type.lower() if fact.type else fact.event_class.lower()
    negated = "not " if fact.polarity == "NEG" else ""
    return f"{negated}{_quoted(article, fact.span)} ({kind})" + "".join(f"; {part}" for part in parts)


@_sentence.register
def _(fact: TimeExpression, article: Article) -> str:
    return f"{_quoted(article, fact.span)} is {fact.value or fact.form.lower().replace('_', ' ')}"


@_sentence.register
def _(fact: Provenance, article: Article) -> str:
    relay = _party(article, fact.relayed_by) if fact.relayed_by else "this article"
    return f"{relay} has it from {_party(article, fact.origin)}, by {_quoted(article, fact.cue)}"


@_sentence.register
def _(fact: Factuality, article: Article) -> str:
    event = _quoted(article, article[fact.event].span)
    who = "the author" if fact.source == "AUTHOR" else _party(article, article[fact.source].source)
    cues = f", because of {', '.join(_quoted(article, span) for span in fact.cues)}" if fact.cues else ""
    return f"{event} is {fact.value} for {who}{cues}"


@_sentence.register
def _(fact: ReportedFigure, article: Article) -> str:
    source = _party(article, article[fact.claim].source)
    return f"{_quoted(article, article[fact.quantity].span)} is reported by {source}"


@_sentence.register
def _(fact: FigureLink, article: Article) -> str:
    first, second = (_quoted(article, article[ref].span) for ref in (fact.first, fact.second))
    return f"{second} {fact.relation} {first}"
