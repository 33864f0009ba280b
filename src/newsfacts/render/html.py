"""The view of an article in a browser: one file, nothing loaded from elsewhere, safe against any text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from itertools import pairwise

from attrs import frozen

from newsfacts import Article, Claim, Entity, Fact, Quantity, Span, Stance, TimeExpression
from newsfacts.render.sentences import explained
from newsfacts.render.text import measured

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
LEGEND = (
    ("entity", "name"), ("source", "source"), ("cue", "reporting words"), ("content", "what is said"),
    ("quantity", "quantity"), ("time", "time"), ("support", "for"), ("oppose", "against"),
)  # fmt: skip


@frozen
class Mark:
    """Characters of the text that belong to a fact, and the part they play."""

    span: Span
    part: str
    fact: str


@frozen
class Card:
    """A fact as it is listed beside the text; `inner` is HTML."""

    section: str
    fact: Fact
    style: str
    inner: str


def to_html(article: Article) -> str:
    """Give the view: a whole HTML page.

    >>> page = to_html(Article(text="A <b>bold</b> claim & more"))
    >>> "A &lt;b&gt;bold&lt;/b&gt; claim &amp; more" in page
    True
    """
    names = {fact.id: f"f{i}" for i, fact in enumerate(article.facts)}
    body = "".join(_body(article, sorted(_marks(article, names), key=lambda mark: mark.span)))
    title = escape(article.headline or article.text.strip().partition("\n")[0][:100] or "Article")
    shown = any(block.role == "headline" for block in article.blocks)  # the text shows it, with its facts
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{_asset('view.css')}</style></head>\n<body><main>\n"
        f"<header>{'' if shown else f'<h1>{title}</h1>'}{_head(article)}</header>\n"
        f'<div class="text">{body}</div>\n<aside>{"".join(_cards(article, names))}</aside>\n'
        f"</main><script>{_asset('view.js')}</script></body></html>\n"
    )


def to_frame(article: Article) -> str:
    """Give the view in a frame of its own, for a notebook."""
    page = escape(to_html(article), quote=True)
    return f'<iframe srcdoc="{page}" sandbox="allow-scripts" width="100%" height="640" style="border:0"></iframe>'


def _asset(name: str) -> str:
    return (files("newsfacts.render") / name).read_text("utf-8")


def _head(article: Article) -> str:
    lines = []
    if article.authors:
        lines.append(f"by {', '.join(article.authors)}")
    if article.dateline:
        lines.append(article[article.dateline.span])
    if article.published:
        lines.append(f"published {article.published.isoformat()}")
    for step in article.provenance:
        relay = article.name(step.relayed_by) if step.relayed_by else "this article"
        lines.append(f"{relay} has it from {article.name(step.origin)}")
    legend = "".join(f'<span><span class="f {part}">{words}</span></span>' for part, words in LEGEND)
    return "".join(f"<p>{escape(line)}</p>" for line in lines) + f'<p class="legend">{legend}</p>'


# --- the text, cut at every edge of a mark
def _marks(article: Article, names: dict[str, str]) -> Iterator[Mark]:
    for entity in article.entities:
        for ref in entity.mentions:
            if article[ref].form == "NAM":
                yield Mark(article[ref].span, "entity", names[entity.id])
    for claim in article.claims:
        parts = (("source", (claim.source.span,)), ("cue", claim.cue), ("content", claim.content))
        for part, spans in parts:
            yield from (Mark(span, part, names[claim.id]) for span in spans if span)
    for quantity in article.quantities:
        yield Mark(quantity.span, "quantity", names[quantity.id])
        if quantity.counted:
            yield Mark(quantity.counted, "counted", names[quantity.id])
    for time in article.times:
        yield Mark(time.span, "time", names[time.id])
    for stance in article.stances:
        yield Mark(stance.cue, stance.polarity, names[stance.id])


def _body(article: Article, marks: list[Mark]) -> Iterator[str]:
    """The text as HTML, an element for every block."""
    opening = {block.span.start: block.role for block in article.blocks}
    closing = {block.span.end: _tag(block.role) for block in article.blocks}
    for start, segment in _segments(article, marks, {*opening, *closing}):
        if start in closing:
            yield f"</{closing[start]}>"
        if start in opening:
            yield f'<{_tag(opening[start])} class="b {opening[start]}">'
        yield segment
    if closing:
        yield f"</{closing[max(closing)]}>"


def _tag(role: str) -> str:
    return "h1" if role == "headline" else "div"


def _segments(article: Article, marks: list[Mark], cuts: set[int]) -> Iterator[tuple[int, str]]:
    """The stretches between two edges, each with all the facts that cover it."""
    starts: dict[int, list[Mark]] = defaultdict(list)
    ends: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        starts[mark.span.start].append(mark)
        ends[mark.span.end].append(mark)
    edges = sorted({0, len(article.text), *starts, *ends, *cuts})
    covering: list[Mark] = []
    for start, end in pairwise(edges):
        covering = [mark for mark in covering if mark not in ends[start]] + starts[start]
        words = escape(article.text[start:end])
        if not covering:
            yield start, words
            continue
        parts = " ".join(dict.fromkeys(mark.part for mark in covering))
        facts = " ".join(dict.fromkeys(mark.fact for mark in reversed(covering)))
        yield start, f'<span class="f {parts}" data-f="{facts}">{words}</span>'


# --- the cards beside it
def _cards(article: Article, names: dict[str, str]) -> Iterator[str]:
    section = ""
    for card in _listed(article):
        if card.section != section:
            yield ("</ul>" if section else "") + f"<h2>{card.section}</h2><ul>"
            section = card.section
        title = escape(explained(article, card.fact), quote=True)
        place = f'data-f="{names[card.fact.id]}" title="{title}"'
        yield f'<li class="k-{card.style}" tabindex="0" {place}>{card.inner}</li>'
    yield "</ul>" if section else ""
    yield "".join(f'<p class="problem">{escape(str(problem))}</p>' for problem in article.problems)


def _listed(article: Article) -> Iterator[Card]:
    yield from (_claim(article, claim) for claim in article.claims)
    yield from (_quantity(article, quantity) for quantity in article.quantities if not quantity.ordinal)
    yield from (_stance(article, stance) for stance in article.stances if stance.level == "primary")
    named = (e for e in article.entities if any(article[ref].form == "NAM" for ref in e.mentions))
    yield from (_entity(article, entity) for entity in sorted(named, key=lambda e: -len(e.mentions)))
    yield from (_time(article, time) for time in article.times)


def _claim(article: Article, claim: Claim) -> Card:
    said = " … ".join(article[span] for span in claim.content)
    cue = " … ".join(article[span] for span in claim.cue)
    inner = f"<b>{_e(article.name(claim.source))}</b> {_badge(claim.status)}<small>{_e(cue)}: {_e(said)}</small>"
    return Card("Who says what", claim, "claim", inner)


def _quantity(article: Article, quantity: Quantity) -> Card:
    of = [article[span] for span in (quantity.counted, *quantity.about) if span]
    inner = f"<b>{_e(article[quantity.span])}</b> <i>{_e(measured(quantity))}</i>"
    return Card("How many", quantity, "quantity", inner + _small(of))


def _stance(article: Article, stance: Stance) -> Card:
    verdict = {"support": "for", "oppose": "against"}.get(stance.polarity, stance.polarity)
    inner = f"<b>{_e(article.name(stance.holder))}</b> {_badge(verdict)} {_e(article[stance.target.span])}"
    return Card("Who stands where", stance, stance.polarity, inner + _small([article[stance.cue]]))


def _entity(article: Article, entity: Entity) -> Card:
    words = dict.fromkeys(article[article[ref].span] for ref in entity.mentions)
    inner = f"<b>{_e(entity.name)}</b> <i>{_e(entity.type)}</i>"
    return Card("Who and where", entity, "entity", inner + _small(word for word in words if word != entity.name))


def _time(article: Article, time: TimeExpression) -> Card:
    inner = f"<b>{_e(article[time.span])}</b> <i>{_e(time.value or time.form.lower().replace('_', ' '))}</i>"
    return Card("When", time, "time", inner)


def _badge(words: str) -> str:
    return f'<span class="badge">{_e(words.lower())}</span>'


def _small(words: Iterable[str]) -> str:
    line = ", ".join(_e(word) for word in words)
    return f"<small>{line}</small>" if line else ""


def _e(text: str) -> str:
    return escape(" ".join(text.split()))
