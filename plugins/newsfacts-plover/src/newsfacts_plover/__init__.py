"""Political events as rows: who did what to whom, in codes of countries, sectors, PLOVER and CAMEO.

`newsfacts read article.txt --format plover` writes them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import astuple, fields, frozen

from newsfacts import Article, Entity, Event, Lexicons, Party, Writer, hookimpl
from newsfacts.places import countries

__all__ = ["COLUMNS", "Row", "rows"]


@frozen(kw_only=True)
class Row:
    """One deed of one side toward one other; what the text does not tell is empty.

    `date` is an ISO 8601 date at the precision that the text has, else the day of publication; `actor` and `recipient`
    are an ISO 3166-1 alpha-2 code and a PLOVER sector ("RU MIL"); `cameo_root` is the root code of CAMEO that the type
    and mode stand for; `start` and `end` are the characters of `text`, the words that tell the event.
    """

    article: str
    date: str
    actor: str
    actor_text: str
    recipient: str
    recipient_text: str
    type: str
    mode: str
    context: str
    cameo_root: str
    place: str
    start: int
    end: int
    text: str


COLUMNS = tuple(field.name for field in fields(Row))
"""The columns of the format "plover", in order; it has no line of heads, so that articles can follow one another."""


def rows(article: Article) -> Iterator[Row]:
    """Give the rows of an article in text order: a row for each pair of sides of each event that has a PLOVER type."""
    for event in article.all(Event):
        if event.type is None:
            continue
        phrase = next((mention.span for mention in event.mentions if mention.head == event.span), event.span)
        place = next((article.name(p.party) for p in event.participants if p.role == "LOCATION"), "")
        for actor, recipient in _pairs(event):
            yield Row(
                article=article.id or "",
                date=_date(article, event),
                actor=_code(article, actor),
                actor_text=_words(article, actor),
                recipient=_code(article, recipient),
                recipient_text=_words(article, recipient),
                type=event.type,
                mode=event.mode[0] if event.mode else "",
                context="|".join(event.context),
                cameo_root=cameo_root(event.type, event.mode, event.context),
                place=place,
                start=phrase.start,
                end=phrase.end,
                text=article[phrase],
            )


def _pairs(event: Event) -> Iterator[tuple[Party | None, Party | None]]:
    actors: list[Party | None] = [p.party for p in event.participants if p.role == "ACTOR"]
    recipients: list[Party | None] = [p.party for p in event.participants if p.role == "RECIPIENT"]
    for actor in actors or [None]:
        others = [party for party in recipients if party != actor]
        yield from ((actor, recipient) for recipient in others or [None])


def _date(article: Article, event: Event) -> str:
    times = (article[time.time] for time in event.times if time.relation in {"IS_INCLUDED", "DURING"})
    known = (time.value for time in times if time.type == "DATE" and time.value and time.value[:4].isdigit())
    published = article.published
    return next(known, "" if published is None else published.isoformat()[:10])


def _words(article: Article, party: Party | None) -> str:
    return "" if party is None or party.span is None else article[party.span]


def _code(article: Article, party: Party | None) -> str:
    """The country and the sector of a side, each where it is known."""
    if party is None:
        return ""
    entity = None if party.entity is None else article[party.entity]
    country = entity.country if isinstance(entity, Entity) else None
    texts = [_words(article, party), article.name(party)]
    titles = [article[title] for title in entity.titles] if isinstance(entity, Entity) else []
    nation = country or next((code for text in texts for code in _countries_in(text)), "")
    sector = next((found for text in (*texts, *titles) if (found := _sector(text))), "")
    return " ".join(filter(None, (nation, sector)))


def _countries_in(text: str) -> Iterator[str]:
    known = countries(_lexicons())
    for word in (text, *text.split()):
        if (code := known.code(word.removesuffix("'s").removesuffix("’s"))) is not None:
            yield code


def _sector(text: str) -> str:
    """The sector that a name or its last telling word tells: "the Kremlin", "the army general", "Russian forces"."""
    found = _lexicons().compiled("sectors", _sectors)
    whole = text.removeprefix("the ").removeprefix("The ")
    if whole.lower() in found:
        return found[whole.lower()]
    if (named := countries(_lexicons()).find(whole)) is not None and named[1] == "metonym":
        return "GOV"
    words = [word.strip(".,'’") for word in text.lower().split()]
    return next(
        (found[form] for word in reversed(words) for form in (word, word.removesuffix("s")) if form in found), ""
    )


@cache
def _lexicons() -> Lexicons:
    return Lexicons()


def _sectors() -> dict[str, str]:
    lines = (files("newsfacts_plover") / "sectors.tsv").read_text("utf-8").splitlines()
    pairs = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return {word: sector for word, _, sector in pairs}


@cache
def _bridge() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads((files("newsfacts_plover") / "cameo2plover.json").read_text("utf-8"))
    return found


def cameo_root(plover: str, mode: Iterable[str] = (), context: Iterable[str] = ()) -> str:
    """Give the CAMEO root code of a PLOVER type; mode and context decide where CAMEO has several for one type.

    >>> cameo_root("SANCTION"), cameo_root("ASSAULT", ["firearms"]), cameo_root("ASSAULT", ["explosives"])
    ('16', '19', '18')
    """
    modes, contexts = set(mode), set(context)

    def closeness(entry: dict[str, Any]) -> tuple[int, int, int]:
        near = 2 if entry["mode"] in modes else 1 if entry["mode"] is None else 0
        told = set(entry["context"])
        return near, len(contexts & told), -len(told - contexts)

    entries = {code: closeness(entry) for code, entry in _bridge().items() if entry["plover"] == plover}
    best = max(entries.values(), default=None)
    roots = Counter(code[:2] for code, close in sorted(entries.items()) if close == best)
    return max(roots, key=lambda root: (roots[root], root), default="")


def _write(article: Article) -> str:
    return "".join("\t".join(_cell(value) for value in astuple(row)) + "\n" for row in rows(article))


def _cell(value: object) -> str:
    return " ".join(str(value).split())


@hookimpl
def newsfacts_formats() -> Iterable[Writer]:
    """Add the format "plover": tab-separated rows, as many as an article has, columns in the order of `COLUMNS`."""
    return [Writer(name="plover", write=_write, streams=True)]
