"""From expressions found to time facts: where the clause looks, what a time is counted from, its interval."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from attrs import field, frozen
from spacy.tokens import Token

from newsfacts import Dateline, PublicationDate, Reading, Ref, Span, TimeExpression
from newsfacts.steps.times.calendar import Period
from newsfacts.steps.times.grammar import Grammar
from newsfacts.steps.times.meanings import Again, Context, Direction, Exact, Match, Resolved, Shift
from newsfacts.steps.times.words import Words
from newsfacts.syntax import Syntax

_AFTER = frozenset({"after", "since", "following"})
_BY_THEN = frozenset({"by", "for"})
"""What hangs on a plan with one of these lies ahead of it: "has been set for 9 May"."""

_AHEAD = frozenset({"before", "until", "till"})


def publication_day(reading: Reading, grammar: Grammar) -> date | None:
    """Give the day of publication: as known from outside, as the text says, or as the dateline says."""
    known = reading.metadata.published or next((fact.value for fact in reading.all(PublicationDate)), None)
    if known is not None:
        return known.date() if isinstance(known, datetime) else known
    for dateline in reading.all(Dateline):
        if dateline.date is not None:
            _, match = next(grammar.find(Words.of(reading[dateline.date])), (0, None))
            if match is not None and isinstance(match.meaning, Exact) and match.meaning.period.unit == "day":
                return match.meaning.period.first
    return None


def direction(reading: Reading, span: Span, before: str) -> Direction | None:
    """Tell whether the clause around a time looks back or ahead, by its preposition and its verbs."""
    if before == "since":
        return "past"
    tense = _tense(reading, span, before)
    if tense is None and before in _AFTER:
        return "past"
    if tense is None and before in _AHEAD:
        return "future"
    return tense


def _tense(reading: Reading, span: Span, before: str) -> Direction | None:
    """Where the nearest finite verb above a time looks."""
    syntax = reading.syntax
    tokens = reading.tokens(span)
    if not syntax.parsed or not tokens:
        return None
    inside = {token.i for token in tokens}
    tops = (t for t in tokens if (head := syntax.head(t)) is None or head.i not in inside)
    token: Token | None = next(tops, tokens[0])
    plans = reading.lexicons.words("time_contexts", "plan_verbs")
    foreseeing = reading.lexicons.words("time_contexts", "foreseeing")
    looks_ahead = before in _BY_THEN
    for _ in range(12):
        if token is None:
            break
        if syntax.is_predicate(token):
            if token.lemma_.lower() in foreseeing and syntax.tense(token) == "INFINITIVE":
                return "future"  # "were told to expect snow on Monday"
            found = _look(syntax, token, plans, looks_ahead=looks_ahead)
            if found != "on":
                return found
            looks_ahead = looks_ahead or syntax.tense(token) == "INFINITIVE" or bool(syntax.modals(token))
        token = syntax.head(token)
    return "future" if looks_ahead and before not in _BY_THEN else None


def _look(syntax: Syntax, verb: Token, plans: frozenset[str], *, looks_ahead: bool) -> Direction | Literal["on"] | None:
    """Where a verb looks; "on" where the verb above it must tell. A plan looks ahead at what hangs on it."""
    planning = verb.lemma_.lower() in plans
    if syntax.modals(verb) and not syntax.aspect(verb).startswith("PERFECTIVE"):
        return "future"  # "said it may raise fares in January"
    match syntax.tense(verb):
        case "FUTURE":
            return "future"
        case "PAST":
            return "future" if looks_ahead and planning else "past"
        case "PASTPART" if not looks_ahead and syntax.role(verb) in {"adnominal-clause", "root"}:
            return "past"
        case "PRESENT" if syntax.aspect(verb).startswith("PERFECTIVE"):
            return "future" if looks_ahead and planning else "past"
        case "PRESENT":
            return "future" if looks_ahead or planning else None
    return "on"


@frozen
class Resolver:
    """Resolves expressions of one article in order."""

    reading: Reading
    words: Words
    day: date | None
    told: list[tuple[Period, Ref[TimeExpression], Span]] = field(factory=list)

    def fact(self, first: int, match: Match) -> TimeExpression:
        """Give the fact of an expression that starts at word `first`."""
        span = self.words.span(first, match.end)
        before = self.words[first - 1]
        previous = self._previous(match, span.start)
        looks = None if isinstance(match.meaning, (Exact, Shift)) else direction(self.reading, span, before)
        looks = "past" if self._is_traded(match.end) else looks
        resolved = match.meaning.resolve(Context(self.day, previous[0] if previous else None, looks))
        value = _with_clock(resolved, match.clock)
        start, end = _interval(resolved.period, match.clock)
        fact = TimeExpression(
            span=span,
            type="TIME" if match.clock else match.meaning.type,
            value=value,
            mod=match.mod,
            quant=match.quant,
            freq=match.freq,
            start=start,
            end=end,
            anchor=previous[1]
            if resolved.anchor == "TEXT" and previous
            else ("DCT" if resolved.anchor == "DCT" else None),
            signal=self._signal(first),
            rule=match.rule,
        )
        if resolved.period is not None:
            self.told.append((resolved.period, fact.ref, span))
        return fact

    def _is_traded(self, end: int) -> bool:
        """Whether a day is that of a price known already: "a premium to Monday's closing price"."""
        traded = self.reading.lexicons.words("time_contexts", "traded")
        return self.words[end] in {"'", "’"} and self.words[end + 1] == "s" and self.words[end + 2] in traded

    def _previous(self, match: Match, start: int) -> tuple[Period, Ref[TimeExpression]] | None:
        """The last time told before that is as exact as the expression needs."""
        if not isinstance(match.meaning, Again) and not (
            isinstance(match.meaning, Shift) and match.meaning.base == "TEXT"
        ):
            return None
        if not self.told:
            return None
        period, ref, span = self.told[-1]
        if match.rule == "clock" and (period.unit != "day" or "\n" in self.words.text[span.end : start]):
            return None
        return period, ref

    def _signal(self, first: int) -> Span | None:
        signals = self.reading.lexicons.words("time_contexts", "signals")
        if self.words[first - 1] in signals and self.words.starts[first] - self.words.ends[first - 1] < 3:
            return self.words.span(first - 1, first)
        return None


def _with_clock(resolved: Resolved, clock: str) -> str:
    if not clock:
        return resolved.value
    return f"{resolved.value}{clock}"


def _interval(period: Period | None, clock: str) -> tuple[str | None, str | None]:
    """The first and last day of a period, or the minute of a time of day."""
    if period is None:
        return None, None
    if clock[1:2].isdigit() and clock != "T24:00":
        moment = f"{period.first.isoformat()}{clock}"
        return moment, moment
    return period.first.isoformat(), period.last.isoformat()
