"""Political events as rows: who did what to whom, in codes of countries, sectors, PLOVER and CAMEO.

`newsfacts read article.txt --format plover` writes them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import takewhile
from typing import Any

from attrs import astuple, fields, frozen

from newsfacts import Article, Event, Participant, Writer, hookimpl

__all__ = ["COLUMNS", "Row", "cameo", "rows"]


@frozen(kw_only=True)
class Row:
    """One deed of one side toward one other; what the text does not tell is empty.

    `date` is an ISO 8601 date at the precision that the text has, else the day of publication; `actor` and `recipient`
    are an ISO 3166-1 alpha-3 code and a PLOVER sector ("RUS MIL"); `cameo` is the code of CAMEO that type, mode and
    context stand for, as far as they decide it, `cameo_root` its root; `quad_class` is GDELT's, 1 and 2 for
    cooperation in words and in deeds, 3 and 4 for conflict; `start` and `end` are the characters of `text`, the words
    that tell the event.
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
    cameo: str
    cameo_root: str
    quad_class: int
    place: str
    place_country: str
    start: int
    end: int
    text: str


_QUADS = (
    dict.fromkeys(("AGREE", "CONCEDE", "CONSULT", "SUPPORT"), 1)
    | dict.fromkeys(("AID", "COOPERATE", "RETREAT"), 2)
    | dict.fromkeys(("ACCUSE", "REJECT", "REQUEST", "THREATEN"), 3)
    | dict.fromkeys(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"), 4)
)

COLUMNS = tuple(field.name for field in fields(Row))
"""The columns of the format "plover", in order; it has no line of heads, so that articles can follow one another."""


def rows(article: Article) -> Iterator[Row]:
    """Give the rows of an article in text order: a row for each pair of sides of each event that has a PLOVER type."""
    for event in article.all(Event):
        if event.type is None:
            continue
        phrase = next((mention.span for mention in event.mentions if mention.head == event.span), event.span)
        place = next((p for p in event.participants if p.role == "LOCATION"), None)
        codes = cameo(event.type, event.mode, event.context)
        for actor, recipient in _pairs(event):
            yield Row(
                article=article.id or "",
                date=_date(article, event),
                actor=_code(actor),
                actor_text=_words(article, actor),
                recipient=_code(recipient),
                recipient_text=_words(article, recipient),
                type=event.type,
                mode=event.mode[0] if event.mode else "",
                context="|".join(event.context),
                cameo=codes,
                cameo_root=codes[:2],
                quad_class=_QUADS[event.type],
                place="" if place is None else article.name(place.party),
                place_country="" if place is None else _country(place),
                start=phrase.start,
                end=phrase.end,
                text=article[phrase],
            )


def _pairs(event: Event) -> Iterator[tuple[Participant | None, Participant | None]]:
    actors = [p for p in event.participants if p.role == "ACTOR"]
    recipients = [p for p in event.participants if p.role == "RECIPIENT"]
    for actor in actors or (None,):
        others = [side for side in recipients if actor is None or side.party != actor.party]
        yield from ((actor, recipient) for recipient in others or (None,))


def _date(article: Article, event: Event) -> str:
    times = (article[time.time] for time in event.times if time.relation in {"IS_INCLUDED", "DURING"})
    known = (time.value for time in times if time.type == "DATE" and time.value and time.value[:4].isdigit())
    published = article.published
    return next(known, "" if published is None else published.isoformat()[:10])


def _words(article: Article, side: Participant | None) -> str:
    return "" if side is None or side.party.span is None else article[side.party.span]


def _code(side: Participant | None) -> str:
    """The country and the sector of a side, each where it is known."""
    return "" if side is None else " ".join(filter(None, (_country(side), side.sector)))


def _country(side: Participant) -> str:
    return _alpha3().get(side.country or "", "")


@cache
def _alpha3() -> dict[str, str]:
    lines = (files("newsfacts_plover") / "iso3.tsv").read_text("utf-8").splitlines()
    pairs = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return {short: long for short, _, long in pairs}


@cache
def _bridge() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads((files("newsfacts_plover") / "cameo2plover.json").read_text("utf-8"))
    return found


def cameo(plover: str, mode: Iterable[str] = (), context: Iterable[str] = ()) -> str:
    """Give the CAMEO code of a PLOVER type; mode and context decide where CAMEO has several for one type.

    Where they leave several, it is what these have in common: "18" for an assault of an unknown kind.

    >>> cameo("SANCTION"), cameo("ASSAULT", ["firearms"]), cameo("ASSAULT", ["explosives"])
    ('163', '190', '183')
    """
    modes, contexts = set(mode), set(context)

    def closeness(entry: dict[str, Any]) -> tuple[int, int, int]:
        near = 2 if entry["mode"] in modes else 1 if entry["mode"] is None else 0
        told = set(entry["context"])
        return near, len(contexts & told), -len(told - contexts)

    entries = {code: closeness(entry) for code, entry in _bridge().items() if entry["plover"] == plover}
    best = max(entries.values(), default=None)
    nearest = [code for code, close in sorted(entries.items()) if close == best]
    roots = Counter(code[:2] for code in nearest)
    root = max(roots, key=lambda each: (roots[each], each), default="")
    near = [code for code, close in entries.items() if best and code[:2] == root and close[:2] == best[:2]]
    together = takewhile(lambda column: len(set(column)) == 1, zip(*near, strict=False))
    code = "".join(column[0] for column in together)
    return root if code[2:] == "0" else code


def _write(article: Article) -> str:
    return "".join("\t".join(_cell(value) for value in astuple(row)) + "\n" for row in rows(article))


def _cell(value: object) -> str:
    return " ".join(str(value).split())


@hookimpl
def newsfacts_formats() -> Iterable[Writer]:
    """Add the format "plover": tab-separated rows, as many as an article has, columns in the order of `COLUMNS`."""
    return [Writer(name="plover", write=_write, streams=True)]
