"""An article's facts as a readable, coloured summary for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from newsfacts import (
    KINDS,
    Article,
    Byline,
    Claim,
    Credit,
    Entity,
    Event,
    Interval,
    Mention,
    Party,
    Quantity,
    Span,
    Stance,
    TimeExpression,
)

WIDTH = 110
STATUS_STYLE = {"ASSERTED": "green", "DENIED": "red", "UNCONFIRMED": "yellow", "HINTED": "yellow"}
POLARITY_STYLE = {"support": "green", "oppose": "red", "mixed": "yellow", "neutral": "dim"}
MAIN_EVENTS = 8
QUIET_CLASSES = frozenset({"REPORTING", "STATE", "PERCEPTION", "ASPECTUAL", "I_STATE"})
MOST_PLACES = 12
MOST_TIMED = 3


def summary(article: Article) -> RenderableType:
    """Give the summary: by whom, who is in it, who says what, how many, what happened, who stands where."""
    return Group(*(part for part in _parts(article)))


def to_text(article: Article) -> str:
    """Give the summary as plain text."""
    console = Console(width=WIDTH, no_color=True, force_terminal=False, highlight=False)
    with console.capture() as capture:
        console.print(summary(article))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()).rstrip() + "\n"


def _parts(article: Article) -> Iterator[RenderableType]:
    yield Text(article.headline or _short(article.text.strip().partition("\n")[0]) or "(empty)", style="bold")
    for line in _about_the_article(article):
        yield Text(line, style="dim")
    yield from _section("Who and where", ("", "", ""), (_entity_row(article, e) for e in _named(article)))
    yield from _section("Who says what", ("", "", ""), (_claim_row(article, c) for c in article.claims))
    yield from _section(
        "How many", ("", "", ""), (_quantity_row(article, q) for q in article.quantities if not q.ordinal)
    )
    yield from _section("What happened", ("", "", ""), (_event_row(article, e) for e in _main_events(article)))
    yield from _section("When", ("", "", ""), (_time_row(article, t) for t in _dated(article)))
    yield from _section("Who stands where", ("", "", ""), (_stance_row(article, s) for s in _primary(article)))
    more = (fact for fact in article.facts if type(fact) not in KINDS)
    rows = ((Text(fact.kind, style="cyan"), "", _short(article[fact.span])) for fact in more)
    yield from _section("From plugins", ("", "", ""), rows)
    for problem in article.problems:
        yield Text(f"! {problem}", style="red")


def _section(title: str, columns: tuple[str, ...], rows: Iterable[tuple[str | Text, ...]]) -> Iterator[RenderableType]:
    table = Table(title=title, title_justify="left", title_style="bold blue", box=None, show_header=False, expand=True)
    for i, _ in enumerate(columns):
        table.add_column(ratio=(3, 2, 6)[i], overflow="fold")
    for row in rows:  # (as Text: brackets in the words of an article are no markup)
        table.add_row(*(Text(cell) if isinstance(cell, str) else cell for cell in row))
    if table.row_count:
        yield Text()
        yield table


def _about_the_article(article: Article) -> Iterator[str]:
    if article.authors:
        yield f"by {', '.join(article.authors)}"
    if line := article.dateline:
        yield f"from {article[line.span]}"
    if article.published:
        yield f"published {article.published.isoformat()}"
    for step in article.provenance:
        relay = article.name(step.relayed_by) if step.relayed_by else "this article"
        yield f"{relay} has it from {article.name(step.origin)}"
    for credit in article.credits:
        yield f"{credit.role}: {', '.join(article[name] for name in credit.names)}"


def _named(article: Article) -> Iterator[Entity]:
    """The entities that have a name and are told of, most mentioned first; not those who only worked on the article."""
    told = [
        e
        for e in article.entities
        if any(m.form == "NAM" and not _works(article, m.span) for m in _mentions(article, e))
    ]
    return iter(sorted(told, key=lambda e: -len(e.mentions)))


def _mentions(article: Article, entity: Entity) -> Iterator[Mention]:
    return (article[mention] for mention in entity.mentions)


def _works(article: Article, span: Span) -> bool:
    """Whether a name stands where the page tells who worked on the article."""
    return any(part.span.covers(span) for part in (*article.all(Byline), *article.all(Credit)))


def _entity_row(article: Article, entity: Entity) -> tuple[str | Text, ...]:
    titles = dict.fromkeys(article[title] for title in entity.titles)
    names = dict.fromkeys(article[m.span] for m in _mentions(article, entity) if m.form == "NAM")
    others = [name for name in names if name not in entity.name]
    known = "; ".join([", ".join(titles), ", ".join(others)]).strip("; ")
    return entity.name, Text(entity.type, style="cyan"), f"{known}  ({len(entity.mentions)}x)".strip()


def _claim_row(article: Article, claim: Claim) -> tuple[str | Text, ...]:
    said = " ... ".join(_short(article[span]) for span in claim.content)
    cue = " ".join(article[span] for span in claim.cue)
    status = Text(claim.status.lower(), style=STATUS_STYLE.get(claim.status, "magenta"))
    inside = "" if claim.parent is None else "  "
    return f"{inside}{_who(article, claim.source)}", status, f"{inside}{cue}: {said}"


def _who(article: Article, party: Party) -> str:
    name = article.name(party)
    words = article[party.span] if party.span else name
    return name if words == name or name in words else f"{name} ({words})"


def _quantity_row(article: Article, quantity: Quantity) -> tuple[str | Text, ...]:
    of = article[quantity.counted] if quantity.counted else " / ".join(article[span] for span in quantity.about)
    change = f"{quantity.change.direction} {quantity.change.role} " if quantity.change else ""
    words = " ".join(article[quantity.span].split())
    value = measured(quantity)
    return words, Text(f"{change}{'' if not change and value == words else value}", style="cyan"), of


def _dated(article: Article) -> Iterator[TimeExpression]:
    """The first of each date and time of day; lengths of time are among the quantities."""
    seen: set[str] = set()
    for time in article.times:
        value = time.value or ""
        if time.type in ("DATE", "TIME") and not value.endswith("_REF") and value not in seen:
            seen.add(value)
            yield time


def _time_row(article: Article, time: TimeExpression) -> tuple[str | Text, ...]:
    held = [event for event in article.events if any(article[one.time].value == time.value for one in event.times)]
    told = ", ".join(dict.fromkeys(_event_name(article, event) for event in held[:MOST_TIMED]))
    return article[time.span], Text(time.value or "", style="cyan"), told


def measured(quantity: Quantity) -> str:
    """Give the amount of a quantity with what it is out of, and its unit.

    >>> from newsfacts import Span
    >>> one = Interval.exactly(Decimal(1))
    >>> measured(Quantity(span=Span(0, 11), number=Span(0, 11), value=one, base=Decimal(5)))
    '1 of 5'
    """
    base = f" of {_number(quantity.base)}" if quantity.base is not None else ""
    return f"{amount(quantity.value)}{base} {quantity.unit or ''}".rstrip()


def amount(value: Interval) -> str:
    """Give an interval as people write it.

    >>> amount(Interval(low=10000, low_open=True)), amount(Interval.exactly(Decimal(1) / Decimal(3)))
    ('> 10,000', '0.3333')
    """
    about = {"exact": "", "approximate": "about ", "vague": "some "}[value.precision]
    low, high = value.low, value.high
    if low is not None and low == high:
        return f"{about}{_number(low)}"
    if low is not None and high is not None:
        return f"{about}{_number(low)} to {_number(high)}"
    if low is not None:
        return f"{about}{'>' if value.low_open else '>='} {_number(low)}"
    if high is not None:
        return f"{about}{'<' if value.high_open else '<='} {_number(high)}"
    return f"{about or 'some'}".strip()


def _number(value: Decimal) -> str:
    """The number, with four places where it has no end of its own, as a third has none."""
    exponent = value.normalize().as_tuple().exponent
    endless = isinstance(exponent, int) and exponent < -MOST_PLACES
    return f"{value:,.4f}" if endless else f"{value.normalize():,f}"


def _main_events(article: Article) -> list[Event]:
    """The events that the article is about, without those that only say that somebody says something."""
    told = [event for event in article.events if event.type or event.event_class not in QUIET_CLASSES]
    return told[:MAIN_EVENTS]


def _event_row(article: Article, event: Event) -> tuple[str | Text, ...]:
    actors = _names(article, (p.party for p in event.participants if p.role == "ACTOR"))
    others = _names(article, (p.party for p in event.participants if p.role != "ACTOR"))
    return actors or "-", Text(_event_name(article, event), style="cyan"), others


def _names(article: Article, parties: Iterable[Party]) -> str:
    return ", ".join(dict.fromkeys(map(article.name, parties)))


def _event_name(article: Article, event: Event) -> str:
    negated = "not " if event.polarity == "NEG" else ""
    return f"{negated}{article[event.span]}" + (f" ({event.type.lower()})" if event.type else "")


def _primary(article: Article) -> Iterator[Stance]:
    """The stances that the text tells, each view of a holder on a thing once."""
    views: dict[tuple[str, str, str], Stance] = {}
    for stance in article.stances:
        if stance.level == "primary":
            views.setdefault((article.name(stance.holder), stance.polarity, article[stance.target.span]), stance)
    return iter(views.values())


def _stance_row(article: Article, stance: Stance) -> tuple[str | Text, ...]:
    polarity = Text(stance.polarity, style=POLARITY_STYLE[stance.polarity])
    return _who(article, stance.holder), polarity, f"{_short(article[stance.target.span])}  [{article[stance.cue]}]"


def _short(text: str, length: int = 160) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


__all__ = ["amount", "measured", "summary", "to_text"]
