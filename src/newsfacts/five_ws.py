"""The five Ws: who did what, when, where and why, read from the facts of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from newsfacts.facts import Event, EventMention, Party, TimeExpression
from newsfacts.lexicons import Lexicons
from newsfacts.spans import Ref, Span

if TYPE_CHECKING:
    from newsfacts.article import Article


@frozen(kw_only=True)
class FiveWs:
    """Who, what, when, where and why of one event; what the text does not tell is empty.

    `who` are those who act; of an event that nobody is said to do, those it happens to. `what` is the phrase that
    tells the event, then the things and sides it is done to. `why` are the words of a told cause or purpose, with the
    word that opens them ("because of the storm").
    """

    event: Ref[Event]
    who: tuple[Party, ...] = ()
    what: tuple[Span, ...] = ()
    when: tuple[Ref[TimeExpression], ...] = ()
    where: tuple[Party, ...] = ()
    why: tuple[Span, ...] = ()


def five_ws(article: Article, event: Event, lexicons: Lexicons | None = None) -> FiveWs:
    """Give the five Ws of an event of an article; causes are told by the word lists given, else by the built-in ones.

    >>> from newsfacts import Article, Event, EventMention, Participant, Span
    >>> text = "Meridian closed the port because of the storm."
    >>> told = EventMention(span=Span(9, 15), head=Span(9, 15))
    >>> acting = Participant(role="ACTOR", pb_role="Arg0", party=Party(form="UNNAMED", span=Span(0, 8)))
    >>> event = Event(span=Span(9, 15), lemma="close", mentions=(told,), participants=(acting,))
    >>> article = Article(text=text, facts=[event])
    >>> found = five_ws(article, event)
    >>> [article[party.span] for party in found.who], [article[span] for span in found.why]
    (['Meridian'], ['because of the storm'])
    """
    mentions = event.mentions or (EventMention(span=event.span, head=event.span),)
    phrase = next((mention.span for mention in mentions if mention.head == event.span), event.span)
    acting = _each_once(p.party for p in event.participants if p.role == "ACTOR")
    core = [p for p in event.participants if p.role not in {"ACTOR", "LOCATION"} and not p.pb_role.startswith("Argm")]
    who = acting or _each_once(p.party for p in core if p.pb_role == "Arg1")
    others = _each_once(p.party for p in core if p.party not in who)
    return FiveWs(
        event=event.ref,
        who=who,
        what=tuple(dict.fromkeys((phrase, *(party.span for party in others if party.span is not None)))),
        when=tuple(dict.fromkeys(time.time for time in event.times)),
        where=_each_once(p.party for p in event.participants if p.role == "LOCATION"),
        why=_each_reason(article, mentions, _opener(lexicons or _built_in())),
    )


def _each_once(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The parties without those that name an entity once more."""
    by_name: dict[object, Party] = {}
    for party in parties:
        by_name.setdefault(party.entity or party.span, party)
    return tuple(by_name.values())


def _each_reason(article: Article, mentions: Iterable[EventMention], opener: re.Pattern[str]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(span for mention in mentions for span in _reasons(article, mention, opener)))


def _reasons(article: Article, told: EventMention, opener: re.Pattern[str]) -> list[Span]:
    """The causes and purposes in the sentence of a mention that are nearer to it than to any other event."""
    start, end = _sentence(article.text, told.head)
    heads = [m.head for event in article.events for m in event.mentions if start <= m.head.start < end]
    found: list[Span] = []
    for match in opener.finditer(article.text, start, end):
        at = match.start()
        clause = Span(at, _clause_end(article.text, match.end(), end))
        if at > start:
            before = [head for head in heads if head.start < at]
            near = max(before, key=lambda head: head.start, default=None)
        else:
            after = [head for head in heads if head.start >= clause.end]
            near = min(after, key=lambda head: head.start, default=None)
        if near == told.head and clause.end > match.end():
            found.append(clause)
    return found


def _sentence(text: str, head: Span) -> tuple[int, int]:
    """Where the sentence around a word begins and ends, as its full stops tell."""
    start = max((match.end() for match in _STOP.finditer(text, 0, head.start)), default=0)
    stop = _STOP.search(text, head.end)
    return start, len(text) if stop is None else stop.start()


def _clause_end(text: str, start: int, end: int) -> int:
    """Where a clause that begins at `start` ends: at a comma, a dash, a quotation mark, or with its sentence."""
    pause = _PAUSE.search(text, start, end)
    return end if pause is None else pause.start()


_STOP = re.compile(r"""[.!?]["”’)]*\s+(?=["“‘(]?[A-Z0-9]) | [.!?]["”’)]*\s*$ | \n""", re.VERBOSE)
_PAUSE = re.compile(r"""(?<!\d)[,;:]|[,;:](?!\d) | \s[-–—]+\s | — | ["“”()]""", re.VERBOSE)


@cache
def _built_in() -> Lexicons:
    """The word lists of newsfacts alone: an article does not know which plugins it was read with."""
    return Lexicons()


def _opener(lexicons: Lexicons) -> re.Pattern[str]:
    """The words that open a cause or a purpose, longer ones first; "not because" opens none."""

    def make() -> re.Pattern[str]:
        words = sorted(lexicons.words("events", "reasons"), key=lambda each: (-len(each), each))
        return re.compile(rf"(?<!\bnot )(?<!\bjust )\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)

    return lexicons.compiled(_opener, make)
