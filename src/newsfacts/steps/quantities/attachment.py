"""Attachment: what a number counts and what a measure is about, from the parse or from the words beside it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from attrs import frozen
from spacy.tokens import Token

from newsfacts import Reading, Span, TimeExpression

from .changes import ChangeMatch
from .context import Context
from .measures import Measure
from .putting import put_at, stands_for_people
from .ranges import side_of

_REACH = 8
_CLIMB = 4
_MOST = 2
_LONGEST = 90
_CLOSING = frozenset('.!?;:”“"()\n')
_PAID_FOR = frozenset({"for", "from", "off", "on"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_OF_BOUNDS = frozenset({"ADJ", "ADP", "ADV", "SCONJ"})
_CLIMBED = frozenset({"open-complement", "adverbial-clause", "conjunct"})  # (who says it is not what it is about)
_AGES = frozenset({"age", "aged", "ages"})


@frozen(eq=False)
class Attachment:
    """Attaches measures of one text."""

    reading: Reading
    context: Context
    measures: Sequence[Measure] = ()

    @cached_property
    def measured(self) -> frozenset[int]:
        """The tokens of all measures."""
        return frozenset(i for measure in self.measures for i in range(*self._tokens(measure)))

    # --- counted
    def counted(self, measure: Measure, last: int) -> tuple[Span, Token | None] | None:
        """Give the phrase counted, from piece `last`, and its head token if the parse knows it."""
        if (joined := self._joined(last)) is not None:
            return joined
        if (head := self._counted_head(measure) or self._modifier(measure)) is not None:
            head = self._to_plural(measure, head)
            if (span := self._up_to(last, head)) is not None:
                return span, head
        beside = self._beside(last)
        return None if beside is None else (beside, None)

    def _joined(self, at: int) -> tuple[Span, Token | None] | None:
        """Give the word that a hyphen joins to the number: the "cylinder" of "a six-cylinder engine"."""
        words = self.context.words
        if words.at(at) != "-" or not (words.glued(at) and words.glued(at + 1) and words.is_word(at + 1)):
            return None
        span = Span(words.starts[at + 1], words.ends[at + 1])
        tokens = self.reading.tokens(span)
        return span, tokens[0] if self._parsed and tokens else None

    @cached_property
    def _parsed(self) -> bool:
        return self.reading.doc.has_annotation("DEP") and self.reading.syntax.parsed

    def _tokens(self, measure: Measure) -> tuple[int, int]:
        words = self.context.words
        return self.reading.token_range(Span(words.starts[measure.first], words.ends[measure.last - 1]))

    def _counted_head(self, measure: Measure) -> Token | None:
        """Give the noun that the number modifies, to its right; through "of" in "61 of the 120 seats"."""
        if not self._parsed:
            return None
        syntax, doc = self.reading.syntax, self.reading.doc
        first, last = self._tokens(measure)
        for i in range(last - 1, first - 1, -1):
            head = syntax.head(doc[i])
            if (
                head is not None
                and last <= head.i < last + _REACH
                and syntax.role(doc[i]) in {"number", "compound", "determiner", "adjective"}
            ):
                if self._may_be_counted(head, last):
                    return self._of_age(head)
                break
        if self.context.words.at(measure.last) == "of":
            for i in range(last - 1, first - 1, -1):
                for preposition, noun in syntax.obliques(doc[i]):
                    if preposition == "of" and last < noun.i < last + 2 * _REACH:
                        return noun
        return None

    def _of_age(self, head: Token) -> Token:
        """Give the people of "6.9 million Americans age 65"."""
        before = self.reading.doc[head.i - 1]
        return before if head.lower_ in _AGES and before.tag_ in _PLURAL_TAGS else head

    def _modifier(self, measure: Measure) -> Token | None:
        """Give the first of two joined modifiers after a number: the "digital" of "4.3M digital and physical sales"."""
        if not self._parsed:
            return None
        doc, (_, at) = self.reading.doc, self._tokens(measure)
        if at + 2 >= len(doc) or doc[at].pos_ not in {"ADJ", "NOUN", "PROPN"} or doc[at + 1].pos_ != "CCONJ":
            return None
        head = self._to_plural(measure, doc[at])
        return head if head.i > at + 1 else None

    # --- about
    def about(
        self, measure: Measure, counted: Token | None, change: ChangeMatch | None, start: int
    ) -> tuple[Span, ...]:
        """Give what a measure is of, nearest first: the noun it modifies, its "of" phrase, its subject.

        `start` is the character at which the quantity begins, bound words included.
        """
        if not self._parsed:
            return ()
        if measure.form == "score" and (side := side_of(measure, self.context)) is not None:
            return (side,)
        anchor = counted if counted is not None else self._anchor(measure)
        told = () if change is None else self._changed(change)
        beside = () if measure.unit is None else (*self._modified(measure), *self._relative(measure))
        end = self.context.words.ends[measure.last - 1]
        related = self._related(anchor, measure)
        by_noun = change is not None and change.rule == "change-noun"
        spans: dict[Span, None] = {}
        for noun in (*self._of_change(beside, change), *((*related, *told) if by_noun else (*told, *related))):
            inside = start <= noun.idx < end or self._is_timed(noun) or noun.lower_ in self.context.lists.amounts
            if not inside and noun.i != anchor.i and (span := self._named(noun)) is not None and len(spans) < _MOST:
                spans.setdefault(self._without_brackets(self._after(end, span)))
        if not spans and counted is None and (noun := self._nearest_subject(measure)) is not None:
            spans[self.reading.syntax.noun_phrase(noun)] = None
        return tuple(spans)

    def _after(self, end: int, span: Span) -> Span:
        """Give a phrase without the measure it begins with and that ends at `end`: "package" of "a $5 package"."""
        if not span.start < end < span.end:
            return span
        words = self.context.words
        at = bisect_left(words.starts, end)
        while words.at(at) == "-" or (at < len(words) and not words.raw[at][0].isalnum()):
            at += 1
        return Span(words.starts[at], span.end) if at < len(words) and words.starts[at] < span.end else span

    def _nearest_subject(self, measure: Measure) -> Token | None:
        """Give the nearest subject before a measure in its sentence, or else the nearest noun: what remains."""
        syntax, doc = self.reading.syntax, self.reading.doc
        first, _ = self._tokens(measure)
        nearest: Token | None = None
        for at in range(first - 1, -1, -1):
            token = doc[at]
            if token.pos_ in _NOUNS and at not in self.measured and syntax.role(token) == "subject":
                teller = syntax.head(token)
                if teller is None or teller.lemma_ not in self.telling:
                    return token
                continue
            free = token.pos_ in _NOUNS and at not in self.measured and token.text[0].isalpha()
            if nearest is None and free and not self._is_timed(token):
                nearest = token
            if token.is_sent_start:
                break
        return nearest

    @cached_property
    def telling(self) -> frozenset[str]:
        """The verbs whose subject says what the sentence tells: no figure is about it."""
        rows = self.reading.lexicons.rows
        return self.reading.lexicons.compiled(
            "quantities.telling", lambda: frozenset(row[0] for row in rows("cue_verbs") if "quote" in row[4].split())
        )

    def _named(self, noun: Token) -> Span | None:
        """Give the phrase of a noun outside all measures, or the name that a pronoun stands for."""
        if noun.i in self.measured:
            return None
        people = noun.pos_ in {"ADJ", "VERB"} and stands_for_people(self.reading.syntax, noun)
        if (people or noun.pos_ in _NOUNS) and noun.text[0].isalnum():
            span = self._without_bound(self.reading.syntax.noun_phrase(noun))
            return span if len(span) < _LONGEST and "\n" not in self.reading[span] else None
        if noun.pos_ == "PRON" and (entity := self.reading.entity_at(noun)) is not None:
            return self.reading[entity].span
        return None

    def _without_bound(self, span: Span) -> Span:
        """Give a noun phrase without a preposition or words of a bound that it begins with: "least eight funders"."""
        tokens = self.reading.tokens(span)
        measured = next((token for token in tokens if token.i in self.measured), None)
        if measured is not None and all(token.pos_ in _OF_BOUNDS for token in tokens if token.i < measured.i):
            return Span(measured.idx, span.end)
        return Span(tokens[1].idx, span.end) if tokens[0].pos_ == "ADP" and len(tokens) > 1 else span

    def _without_brackets(self, span: Span) -> Span:
        """Give a noun phrase without what it begins with in brackets: the "line" of "120-km (75-mile) line"."""
        before, closed, rest = self.reading[span].partition(")")
        if not (closed and rest.strip()) or "(" in before[1:]:
            return span
        return Span(span.end - len(rest.lstrip()), span.end)

    def _changed(self, change: ChangeMatch) -> Iterator[Token]:
        """Give what a word of change tells of: its object, then the noun right before it and above, or its subject."""
        words, syntax, doc = self.context.words, self.reading.syntax, self.reading.doc
        first, last = self.reading.token_range(Span(words.starts[change.first], words.ends[change.last - 1]))
        at = first - 1
        while at >= 0 and doc[at].pos_ in {"AUX", "ADV", "PART"}:
            at -= 1
        if (thing := syntax.object(doc[first])) is not None and self._stands_free(thing, first):
            yield thing
        noun: Token | None = doc[at] if at >= 0 and doc[at].pos_ in _NOUNS and at not in self.measured else None
        if noun is not None and change.rule != "change-noun":
            while noun is not None and noun.pos_ in _NOUNS and noun.i < first:
                yield noun
                noun = syntax.head(noun)
            return
        for i in range(first, last):
            for token in (doc[i], syntax.head(doc[i])):
                things = () if token is None else (syntax.object(token), syntax.subject(token))
                before = [thing for thing in things if thing is not None and self._stands_free(thing, first)]
                yield from before
                if before:
                    return

    def _stands_free(self, thing: Token, change: int) -> bool:
        """Tell the rates of "raised rates by 2 points" and the prices of "prices rose" from a measure."""
        return thing.i not in self.measured and (thing.i < change or thing.pos_ in _NOUNS)

    def _relative(self, measure: Measure) -> Iterator[Token]:
        """Give the noun before "which" or "who": the "stocks" of "bank stocks, which were up 2.8%"."""
        doc = self.reading.doc
        first, _ = self._tokens(measure)
        for at in range(first - 1, max(0, first - 6), -1):
            if doc[at].lower_ in {"which", "who"}:
                before = (doc[i] for i in range(at - 1, max(-1, at - 3), -1))
                yield from (noun for noun in before if noun.pos_ in _NOUNS)
                return
            if doc[at].pos_ in _NOUNS:
                return

    def _of_change(self, nouns: Iterable[Token], change: ChangeMatch | None) -> Iterator[Token]:
        """Give nouns, a noun of change by what changes: the "sales" of "a 74% increase in sales"."""
        words = self.context.words
        for noun in nouns:
            if change is not None and words.starts[change.first] == noun.idx:
                obliques = self.reading.syntax.obliques(noun)
                yield from [thing for preposition, thing in obliques if preposition in {"in", "of"}] or [noun]
            else:
                yield noun

    def _modified(self, measure: Measure) -> Iterator[Token]:
        """Give the noun after a measure: the "package" of "a $275 million package"."""
        doc, context = self.reading.doc, self.context
        _, at = self._tokens(measure)
        if at < len(doc) and doc[at].text == "(":
            at = self._past_brackets(at)
            at += at < len(doc) and doc[at].lower_ == "of"
        head: Token | None = None
        while (
            at < len(doc)
            and doc[at].pos_ in {"NOUN", "PROPN", "ADJ"}
            and (doc[at].lower_ not in context.lists.functional or doc[at].text == "US")
        ):
            if doc[at].lower_ in context.lists.weekdays or doc[at].lower_ in context.lists.months:
                return
            head = doc[at] if doc[at].pos_ in _NOUNS else head
            at += 1
        if head is not None:
            yield head

    def _past_brackets(self, at: int) -> int:
        """Give the token after a conversion in brackets: "8 miles (13 kilometers) of tunnel"."""
        doc, start = self.reading.doc, at
        while at + 1 < len(doc) and (doc[at + 1].i in self.measured):
            at += 1
        return at + 2 if at > start and at + 1 < len(doc) and doc[at + 1].text == ")" else start

    def _anchor(self, measure: Measure) -> Token:
        """Give the token of a measure that hangs on a word outside it."""
        syntax, doc = self.reading.syntax, self.reading.doc
        first, last = self._tokens(measure)
        for i in range(first, last):
            head = syntax.head(doc[i])
            if head is None or not first <= head.i < last:
                return doc[i]
        return doc[last - 1]

    def _related(self, anchor: Token, measure: Measure) -> Iterator[Token]:
        """Give the words a measure hangs together with, going up from its anchor."""
        syntax = self.reading.syntax
        counts = measure.unit is None
        for preposition, noun in syntax.obliques(anchor):
            if preposition == "of" or (not counts and preposition in {"in", "for"}):
                yield noun
        if syntax.is_copular(anchor) and (subject := syntax.subject(anchor)) is not None:
            yield subject
        at: Token | None = anchor
        for _ in range(_CLIMB):
            above = None if at is None else syntax.head(at)
            if at is None or above is None:
                return
            if above.pos_ in _NOUNS and not syntax.is_copular(above):
                yield above
                at = above
                continue
            told = tuple(self._told_of(above, at))
            yield from told
            at = above if not told and syntax.role(above) in _CLIMBED else None

    def _told_of(self, verb: Token, below: Token) -> Iterator[Token]:
        """Give what a clause says a measure of: what it is paid for, its subject, its object."""
        syntax = self.reading.syntax
        if (counted := put_at(syntax, verb, below)) is not None:
            yield from (noun for preposition, noun in syntax.obliques(counted) if preposition == "of")
            yield counted
            return
        if syntax.role(below) == "object":
            obliques = syntax.obliques(verb)
            yield from (noun for preposition, noun in obliques if preposition in _PAID_FOR and noun.i > below.i)
        subject = syntax.subject(verb)
        if subject is not None and subject.i != below.i:
            yield subject
        thing = syntax.object(verb)
        if thing is not None and thing.i != below.i and syntax.role(below) == "oblique":
            yield thing

    def _is_timed(self, noun: Token) -> bool:
        """Tell whether a noun is a unit of time or lies in a date: what a measure is of is no time."""
        if any(unit.dimension == "time" for _, unit, _ in self.context.units.words.get(noun.lower_, ())):
            return True
        at = bisect_right(self.timed, (noun.idx, len(self.context.words.text) + 1)) - 1
        return at >= 0 and noun.idx < self.timed[at][1]

    @cached_property
    def timed(self) -> tuple[tuple[int, int], ...]:
        """The places of dates and times."""
        times = self.reading.all(TimeExpression)
        return tuple(sorted((time.span.start, time.span.end) for time in times if time.form == "TIMEX3"))

    def _may_be_counted(self, head: Token, after: int) -> bool:
        """Tell whether a head can be what a number counts: a noun, with no other number between."""
        if len(head) < 2 and head.pos_ != "SYM":
            return False
        if head.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM", "SYM"} and head.tag_ != "VBN":
            return False
        return not any(i in self.measured for i in range(after, head.i))

    def _to_plural(self, measure: Measure, head: Token) -> Token:
        """Give the plural noun that ends the noun group, where the parse stopped before it.

        "five profile slots", "27,000 Model S and Model X vehicles", "dozens of Kia and Hyundai cars".
        """
        if measure.high <= 1 or head.tag_ in _PLURAL_TAGS or head.pos_ not in {"NOUN", "PROPN", "VERB", "ADJ"}:
            return head
        doc, at, joined = self.reading.doc, head.i + 1, 0
        while at < len(doc) and at <= head.i + 3 + joined and doc[at].pos_ in {"NOUN", "PROPN", "ADJ", "CCONJ"}:
            if doc[at].tag_ in _PLURAL_TAGS or doc[at].lower_ in self.context.lists.plurals:
                return doc[at]
            joined += 3 * (doc[at].pos_ == "CCONJ")
            if joined > 3 or (joined and head.lower_ in self.context.lists.plurals):
                return head
            at += 1
        return head

    def _up_to(self, at: int, head: Token) -> Span | None:
        """Give the words from after the number to the head, without articles."""
        words = self.context.words
        end = self.reading.parsed.ends[head.i]
        if self.context.is_functional(at) and words.at(at) not in self.context.lists.skipped:
            return None  # "rose 15,000 last week"
        while (
            at < len(words)
            and (words.at(at) in self.context.lists.skipped or words.at(at) in {"-", ","})
            and words.ends[at] < end
        ):
            at += 1
        while at < len(words) and words.is_number(at) and words.ends[at] < end:
            at += 1
        if at >= len(words) or words.starts[at] >= end:
            return None
        span = Span(words.starts[at], end)
        text = span.of(words.text)
        return span if any(map(str.isalpha, text)) and not any(sign in _CLOSING for sign in text) else None

    def _beside(self, at: int) -> Span | None:
        """Give the nearest words to the right up to a plural noun: what there is without a parse."""
        words, context = self.context.words, self.context
        of, limit = words.at(at) == "of", at + _REACH
        while at < limit and (
            words.at(at) in context.lists.skipped
            or (of and words.is_number(at))
            or (words.at(at) == "-" and words.glued(at))
        ):
            at += 1
        first, plural = at, -1
        while at < first + 5 and context.is_noun_like(at):
            if context.is_plural(at):
                plural = at
            elif plural >= 0:
                break
            at += 1
            if words.at(at) == "-" and words.glued(at):
                at += 1
        if plural < 0 or len(words.at(plural)) < 2:
            return None
        return Span(words.starts[first], words.ends[plural])
