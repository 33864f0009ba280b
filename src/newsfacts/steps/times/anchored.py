"""Times told by an event ("once he takes office") and by how often it happened ("for the first time")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from newsfacts import Block, Reading, Span, TimeExpression
from newsfacts.steps.times.dates import Source
from newsfacts.syntax import Role, Syntax

_NO_RUNNING_TEXT = frozenset({"byline", "date", "credit", "bio", "boilerplate"})
_STAY: tuple[Role, ...] = ("conjunct", "parataxis", "relative-clause")


def anchored(reading: Reading, dates: Mapping[int, Span]) -> Iterator[TimeExpression]:
    """Give the clauses and phrases that tell a time by an event; `dates` are the dates found, by their start."""
    syntax = reading.syntax
    if not syntax.parsed:
        return
    signals = reading.lexicons.raw("times")["signals"]
    nouns = reading.lexicons.words("events", "nouns")
    telling = reading.lexicons.words("time_contexts", "telling_verbs")
    for index in [index for index, word in enumerate(reading.columns.lowers) if word in signals]:
        token = reading.words[index]
        if _is_aside(reading.block_at(token.idx)):
            continue
        role = syntax.role(token)
        head = syntax.head(token)
        if head is None:
            continue
        span: Span | None = None
        if role in {"mark", "adverb", "case"} and syntax.role(head) == "adverbial-clause" and syntax.is_predicate(head):
            tells = not _is_asked(reading, token, head, telling) and not _compares(reading, token)
            span = _clause(reading, token, head) if tells and _tells_time(syntax, token, head, telling) else None
            rule = f"{token.lower_}-clause"
        elif role == "case" and head.lemma_.lower() in nouns and token.lower_ not in {"as", "until"}:
            span = _phrase(reading, token, head, dates)
            rule = f"{token.lower_}-event"
        elif token.lower_ == "as" and role in {"case", "mark"}:
            span, rule = _mistaken_clause(reading, token), "as-clause"
        if span is not None:
            yield TimeExpression(span=span, form="EVENT_ANCHORED", signal=reading.token_span(token), rule=rule)


def _is_aside(block: Block | None) -> bool:
    return block is not None and block.role in _NO_RUNNING_TEXT


def _tells_time(syntax: Syntax, signal: Token, verb: Token, telling: frozenset[str]) -> bool:
    """Whether the clause tells when: "as" and "while" also compare, "since" also gives a reason."""
    if signal.i > verb.i:
        return False
    match signal.lower_:
        case "as":
            own = syntax.subject(verb, inherited=False)
            finite = syntax.tense(verb) in {"PAST", "PRESENT"}
            return own is not None and finite and not syntax.is_copular(verb) and verb.lemma_.lower() not in telling
        case "while":
            return syntax.aspect(verb) == "PROGRESSIVE" or syntax.tense(verb) == "PRESPART"
        case "since":
            above = syntax.head(verb)
            perfect = above is not None and syntax.aspect(above).startswith("PERFECTIVE")
            return perfect or syntax.tense(verb) == "PRESPART"
    return True


def _is_asked(reading: Reading, signal: Token, verb: Token, telling: frozenset[str]) -> bool:
    """Whether "when" opens a question that is told of: "did not say when he would sign it"."""
    above = reading.syntax.head(verb)
    if signal.lower_ != "when" or above is None or above.i != signal.i - 1:
        return False
    return reading.syntax.is_negated(above) and above.lemma_.lower() in telling


def _compares(reading: Reading, signal: Token) -> bool:
    """Whether a word goes before "as": "as bad as it gets"."""
    lowers = reading.columns.lowers
    return signal.lower_ == "as" and "as" in lowers[max(signal.i - 3, 0) : signal.i - 1]


def _clause(reading: Reading, signal: Token, verb: Token) -> Span | None:
    clause = reading.syntax.clause(verb)
    return Span(signal.idx, clause.end) if clause.end > signal.idx else None


def _phrase(reading: Reading, signal: Token, noun: Token, dates: Mapping[int, Span]) -> Span | None:
    """The phrase, with a date after it that parsers like to hang higher: "after the offensive in May"."""
    phrase = reading.syntax.phrase(noun, without=_STAY)
    if phrase is None or phrase.end <= signal.idx:
        return None
    last = reading.token_range(phrase)[1]
    if last + 1 < len(reading.doc) and reading.words[last].lower_ in {"in", "on", "of"}:
        date = dates.get(reading.words[last + 1].idx)
        if date is not None:
            return Span(signal.idx, date.end)
    return Span(signal.idx, phrase.end)


def _mistaken_clause(reading: Reading, signal: Token) -> Span | None:
    """A clause whose verb was taken for a plural noun: "As the war intensifies, ..."."""
    verbs = reading.lexicons.words("events", "unfolding")
    doc = reading.doc
    if signal.i + 3 >= len(doc) or doc[signal.i + 1].lower_ not in {"the", "a", "an", "its", "his", "her", "their"}:
        return None
    for i in range(signal.i + 3, min(signal.i + 10, len(doc))):
        token = doc[i]
        if token.is_punct:
            return None
        if token.tag_ in {"NNS", "VBZ"} and _singular(token.lower_) & verbs:
            return Span(signal.idx, token.idx + len(token))
    return None


def _singular(word: str) -> frozenset[str]:
    """The forms that may stand behind a word in -s."""
    return frozenset({word.removesuffix("s"), word.removesuffix("es"), f"{word.removesuffix('ies')}y"})


def occurrences(source: Source) -> Iterator[TimeExpression]:
    """Give "for the first time", "for the third time since 2019" (without what follows)."""
    words = source.words
    for i, word in enumerate(words.low):
        if word != "time" or words[i - 1] == "-":
            continue
        start = i - 1
        ordinal = source.ordinal(start)
        if ordinal is None:
            continue
        if words[start - 1] in {"the", "a"}:
            start -= 1
        if words[start - 1] == "for":
            start -= 1
        elif words[i - 2] != "the":
            continue
        span = words.span(start, i + 1)
        yield TimeExpression(span=span, form="OCCURRENCE_ORDINAL", ordinal=ordinal[0], rule="nth-time")
