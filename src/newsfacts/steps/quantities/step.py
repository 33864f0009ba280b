"""The quantities step: numbers with value, unit, bound, change, and what they count."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import ClassVar

from attrs import evolve, frozen

from newsfacts import (
    Block,
    Change,
    Entity,
    Extractor,
    Fact,
    Kinds,
    Mention,
    Quantity,
    Reading,
    Span,
    TimeExpression,
)

from .attachment import Attachment
from .bounds import BoundMatch, bound_words
from .changes import ChangeMatch, ChangeReader, change_words
from .context import Context
from .counting import counts
from .grammar import NumberGrammar
from .measures import Measure, MeasureReader
from .numerals import numerals
from .ranges import RangeReader
from .traps import Traps
from .values import interval
from .words import Words

_NOUN_UNITS = frozenset({"time", "length", "area", "volume", "mass", "points", "money"})
_NAMING = frozenset({"name", "code", "designated"})
_NAME_DIGITS = 3


@frozen
class Quantities(Extractor):
    """Numbers of something: value as an interval, unit, bound, change, and the phrase counted."""

    name: ClassVar[str] = "quantities"
    uses: ClassVar[Kinds] = frozenset({Block, TimeExpression, Entity, Mention})
    gives: ClassVar[Kinds] = frozenset({Quantity})
    consults: ClassVar[frozenset[str]] = frozenset({"dep", "lemma", "pos", "sents", "tag"})

    ordinals: bool = True

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """Give the quantities of a text."""
        found = _Finder.of(reading).find()
        return [quantity for quantity in found if self.ordinals or not quantity.ordinal]


@frozen(eq=False)
class _Finder:
    """One run over one text."""

    reading: Reading
    context: Context
    measures: MeasureReader
    taken: tuple[tuple[int, int, bool], ...]

    @staticmethod
    def of(reading: Reading) -> _Finder:
        lexicons = reading.lexicons
        context = Context.of(Words.of(reading.text), lexicons)
        grammar = NumberGrammar(context.words, numerals(lexicons), context.lists.functional, context.lists.before_part)
        return _Finder(reading, context, MeasureReader(context, grammar, bound_words(lexicons)), _taken(reading))

    def find(self) -> Iterator[Quantity]:
        """Give the quantities."""
        reading, context = self.reading, self.context
        changes = change_words(reading.lexicons)
        read = RangeReader(context, changes, self.measures).read(self.measures.read())
        traps = Traps(context)
        kept = self._kept(read, traps)
        attachment = Attachment(reading, context, kept)
        change_reader = ChangeReader(context, changes)
        previous: Quantity | None = None
        for place, measure in enumerate(kept):
            following = self._awaited(kept, place) if self._is_suspended(measure) else None
            quantity = self._quantity(measure, attachment, change_reader, previous, following)
            if place + 1 < len(kept) and (whole := self._whole(measure, kept[place + 1])) is not None:
                quantity = evolve(quantity, base=whole)
            if previous is None or previous.span.end <= quantity.span.start:
                previous = quantity
                yield quantity

    def _whole(self, measure: Measure, following: Measure) -> Decimal | None:
        """Give the number that a number is a part of: the 120 of "61 of the 120 seats"."""
        if not (measure.plain and following.plain) or following.low < measure.high or measure.number.base is not None:
            return None
        gap = self.context.words.low[measure.last : following.first]
        of_all = gap[:1] == ["of"] and len(gap) == 2 and gap[1] in self.context.lists.determiners
        return following.low if of_all and following.low == following.high else None

    def _awaited(self, measures: list[Measure], place: int) -> Measure | None:
        """Give the measure whose noun a number waits for: the six of "four-, five- and six-cylinder engines"."""
        return next((measure for measure in measures[place + 1 : place + 4] if not self._is_suspended(measure)), None)

    def _kept(self, measures: list[Measure], traps: Traps) -> list[Measure]:
        """Give the measures that are quantities."""
        context = self.context
        rules = [self._trap(measure, traps) for measure in measures]
        raw = context.words.raw
        names = frozenset(
            raw[measure.number.first]
            for measure, rule in zip(measures, rules, strict=True)
            if rule in _NAMING and len(raw[measure.number.first]) >= _NAME_DIGITS
        )
        return [
            measure
            for measure, rule in zip(measures, rules, strict=True)
            if rule is None and counts(context, measure) and not (names and traps.names_again(measure, names))
        ]

    def _trap(self, measure: Measure, traps: Traps) -> str | None:
        """Give the rule that takes a number away; after a verb it names nothing: "Bank Seized 138 Sites"."""
        rule = traps.rule_for(measure)
        if rule == "name" and measure.number.form == "digits" and self._tag_before(measure) == "VERB":
            rule = None
        if rule is None and measure.number.form == "ordinal" and self._is_adverb(measure):
            rule = "adverb"
        return rule or ("name" if self._is_taken(measure) else None)

    def _tag_before(self, measure: Measure) -> str:
        words, at = self.context.words, measure.first - 1
        tokens = self.reading.tokens(self._span(at, at + 1)) if at >= 0 and words.is_word(at) else ()
        return tokens[0].pos_ if tokens else ""

    def _is_adverb(self, measure: Measure) -> bool:
        """Tell "first reported by the paper" from "came first": no place in a row without a verb of ranking."""
        words = self.context.words
        if words.at(measure.first - 1) in self.context.lists.ranking or not self.reading.doc.has_annotation("TAG"):
            return False
        tokens = self.reading.tokens(self._span(measure.first, measure.last))
        return len(tokens) == 1 and tokens[0].tag_ == "RB"

    def _is_taken(self, measure: Measure) -> bool:
        """Tell whether the number lies in a name, a date or a time, or in a block that is no running text."""
        words = self.context.words
        start = words.starts[measure.number.first]
        at = bisect_right(self.taken, (start, len(words.text) + 1, True)) - 1
        if at >= 0 and start < self.taken[at][1] and self._gives_way(measure, *self.taken[at][1:]):
            return True
        if not self.has_running_text:
            return False
        block = self.reading.block_at(start)
        return block is not None and not block.is_running_text

    @cached_property
    def has_running_text(self) -> bool:
        """Whether some block is running text: a text without any is read as a whole."""
        return any(block.role == "paragraph" for block in self.reading.all(Block))

    def _gives_way(self, measure: Measure, end: int, is_name: bool) -> bool:
        """Tell whether a number leaves its text to a name or time that ends at `end`.

        A measure does so only where its unit is written as a name, too: "60 Minutes", "50 Cent". A score is no name.
        """
        if measure.form == "score" and is_name:
            return False
        if measure.unit_pieces is None or measure.unit_pieces[0] < measure.number.last:
            return measure.unit is None
        words = self.context.words
        return words.ends[measure.last - 1] <= end and words.raw[measure.unit_pieces[0]].istitle()

    # --- the fact
    def _quantity(
        self,
        measure: Measure,
        attachment: Attachment,
        changes: ChangeReader,
        previous: Quantity | None,
        following: Measure | None,
    ) -> Quantity:
        words = self.context.words
        ordinal = measure.number.form == "ordinal"
        bound = None if ordinal or measure.form == "score" else self._bound(measure)
        first = min(measure.first, bound.first) if bound is not None else measure.first
        last = max(measure.last, bound.last) if bound is not None else measure.last
        change = None if ordinal else self._checked(changes.read(first, last), measure)
        counted = None
        if measure.unit is None and measure.form != "score":
            source = measure if following is None else following
            counted = attachment.counted(source, last if following is None else following.last)
        if counted is not None and bound is None and not ordinal:
            bound = self._bound_after(counted[0])
        if counted is not None and not ordinal and measure.number.form != "fraction":
            measure = self._measured_by_noun(measure, counted[0])
        if counted is None and previous is not None and self._repeats(measure, first, previous):
            counted = None if previous.counted is None else (previous.counted, None)
        about = attachment.about(measure, None if counted is None else counted[1], change, words.starts[first])
        if previous is not None and self._converts(measure, previous):
            about, change = previous.about, change or self._same_change(previous)
            if bound is None and previous.bound_cue is not None:
                bound = self._same_bound(previous)
        elif previous is not None and change is None and self._restates(first, previous):
            about, change = previous.about, self._same_change(previous)
        entity = None
        if counted is not None and counted[1] is not None:
            entity = self.reading.entity_at(counted[1])
        span = Span(words.starts[first], words.ends[last - 1])
        own = measure.unit_pieces
        return Quantity(
            span=span,
            number=Span(words.starts[measure.numbers[0][0]], words.ends[measure.numbers[-1][1] - 1]),
            value=interval(measure, bound),
            unit=None if measure.unit is None else measure.unit.name,
            unit_span=None if own is None else self._span(*own),
            dimension=self._dimension(measure),
            bound_cue=None if bound is None else self._span(bound.first, bound.last),
            counted=None if counted is None else counted[0],
            counted_entity=entity,
            about=about,
            change=_change(self._span(change.first, change.last), change) if change is not None else None,
            per=None if measure.per is None else self._span(*measure.per),
            base=measure.number.base,
            ordinal=ordinal,
            rule=measure.rule,
        )

    def _converts(self, measure: Measure, previous: Quantity) -> bool:
        """Tell whether a measure says the one before it again in another unit: "8 miles (13 kilometers)"."""
        words = self.context.words
        if measure.unit is None or previous.unit in {None, measure.unit.name} or measure.unit.dimension == "percent":
            return False
        between = words.text[previous.span.end : words.starts[measure.first]].strip()
        return between in {"(", "/"} and measure.unit.dimension in {previous.dimension, "power", "money"}

    def _restates(self, first: int, previous: Quantity) -> bool:
        """Tell whether a measure tells the change before it again: "190 points, or 0.6%"."""
        if previous.change is None or previous.change.role != "by":
            return False
        end = max(previous.span.end, 0 if previous.counted is None else previous.counted.end)
        return self.context.words.text[end : self.context.words.starts[first]].strip(" ,") == "or"

    def _same_change(self, previous: Quantity) -> ChangeMatch | None:
        """Give the change of the quantity before, which its restatement tells too."""
        words, change = self.context.words, previous.change
        if change is None:
            return None
        first, last = bisect_right(words.starts, change.cue.start) - 1, bisect_right(words.starts, change.cue.end - 1)
        return ChangeMatch(first, last, change.direction, change.role, "change-shared")

    def _same_bound(self, previous: Quantity) -> BoundMatch | None:
        """Give the bound of the quantity before, which holds for its conversion too."""
        words, cue = self.context.words, previous.bound_cue
        if cue is None or previous.value.precision == "approximate":
            return None
        first, last = bisect_right(words.starts, cue.start) - 1, bisect_right(words.starts, cue.end - 1)
        value = previous.value
        upper = ("<" if value.high_open else "<=") if value.low is None else (">" if value.low_open else ">=")
        return BoundMatch(first, last, upper, "bound-shared")

    def _span(self, first: int, last: int) -> Span:
        words = self.context.words
        return Span(words.starts[first], words.ends[last - 1])

    def _dimension(self, measure: Measure) -> str:
        if measure.unit is not None:
            return measure.unit.dimension
        return "score" if measure.form == "score" else "count"

    def _bound(self, measure: Measure) -> BoundMatch | None:
        """Give the bound; "or more" after a number says more than "about" before it."""
        bounds = bound_words(self.reading.lexicons)
        after = measure.bound or bounds.after(self.context.words, measure.last)
        if after is not None and self._adds(measure, after):
            after = None
        if after is not None and after.bound != "~":
            return after
        lasts = measure.unit is not None and measure.unit.dimension == "time"
        return bounds.before(self.context, measure.first, measure.last, lasts=lasts) or after

    def _adds(self, measure: Measure, bound: BoundMatch) -> bool:
        """Tell "$5 an hour plus tips" and "a $15 minimum wage" from "20 plus years" and "a $15 minimum"."""
        words = self.context.words
        if bound.last > bound.first + 1 or words.at(bound.first) == "+" or not self.context.is_noun_like(bound.last):
            return False
        return measure.unit is not None and measure.bound is None

    def _checked(self, change: ChangeMatch | None, measure: Measure) -> ChangeMatch | None:
        """Give a change that the parse does not deny: "the lower 95 percent" and "gains of two years" tell none."""
        if change is None:
            return None
        lasts = measure.unit is not None and measure.unit.dimension == "time"
        if lasts and (change.rule == "change-noun" or change.role != "by"):
            return None
        if measure.unit is None and self._is_lead(change, measure):
            return None
        if change.rule not in {"change-verb", "change-noun"}:
            return change
        if change.role == "to" and self._receives(measure):
            return None
        if change.rule == "change-verb" and change.role == "by" and self._moves_things(change, measure):
            return None
        tag = self.reading.tokens(self._span(change.first, change.first + 1))[0].pos_
        if change.rule == "change-verb" and tag == "ADJ" and change.role == "by":
            return None
        return evolve(change, rule="change-noun") if tag == "NOUN" else change

    def _is_lead(self, change: ChangeMatch, measure: Measure) -> bool:
        """Tell "they were two up" and "have lost four in a row" from "up by two": sides, not amounts."""
        if measure.number.form != "words" or measure.number.scale != 1:
            return False
        if change.rule == "change-comparative":
            return change.last - change.first == 1 and self.context.words.at(change.first) in {"up", "down"}
        goes_on = self.context.is_noun_like(measure.last)
        return change.rule == "change-verb" and change.role == "by" and not goes_on and self._follows(change, measure)

    def _follows(self, change: ChangeMatch, measure: Measure) -> bool:
        return change.last == measure.first and self.context.words.at(measure.last) in {"in", "of", "on"}

    def _receives(self, measure: Measure) -> bool:
        """Tell who is given something from the end of a change: "cutting supplies to 46,000 households"."""
        words = self.context.words
        to = next((at for at in range(measure.first - 1, measure.first - 5, -1) if words.at(at) == "to"), -1)
        return to > 0 and words.at(to - 1) in self.context.lists.recipients and self.context.is_noun_like(measure.last)

    def _moves_things(self, change: ChangeMatch, measure: Measure) -> bool:
        """Tell "raised $3 million" and "dropped 12 bombs" from "raised prices by $3" and "dropped 12 percent"."""
        words, lists = self.context.words, self.context.lists
        if words.at(change.last) == "by" or words.at(measure.first - 1) == "by":
            return False
        verb = words.at(change.first)
        if measure.unit is None:
            return (verb in lists.moving or verb in lists.collecting) and self.context.is_noun_like(measure.last)
        return verb in lists.collecting and measure.unit.dimension == "money"

    def _is_suspended(self, measure: Measure) -> bool:
        """Tell whether a number waits for the noun of the next: the four of "four- and six-cylinder engines"."""
        words, last = self.context.words, measure.last
        joined = words.glued(last + 1) and (words.is_word(last + 1) or words.is_number(last + 1))
        return words.at(last) == "-" and words.glued(last) and not joined

    def _measured_by_noun(self, measure: Measure, counted: Span) -> Measure:
        """Give the unit that ends a counted phrase ("twenty working days") and the rate after it ("people a day")."""
        words, context = self.context.words, self.context
        after = bisect_right(words.starts, counted.end - 1)
        head = after - 1
        match = context.units.after(words, head, glued=False)
        if (
            match is not None
            and match.last == after
            and not words.is_capital(head)
            and match.unit.dimension in _NOUN_UNITS
            and after - measure.last <= 3
        ):
            own = (head, after)
            measure = evolve(measure, unit=match.unit, unit_pieces=own, rule="unit-after-adjective")
        per = self.measures.per_after(after) if words.at(after) in {"a", "an", "per", "/"} else None
        return measure if per is None else evolve(measure, per=per)

    def _repeats(self, measure: Measure, first: int, previous: Quantity) -> bool:
        """Tell whether a bare number counts what the number before it counts.

        "250 hostages, 105 have been freed", "killing 12 people and wounding dozens more".
        """
        words = self.context.words
        more = words.at(measure.last) == "more" and not self.context.is_noun_like(measure.last + 1)
        if previous.counted is None or previous.unit is not None or previous.ordinal:
            return False
        if not (measure.plain or (more and measure.number.vague)) or measure.low < 2:
            return False
        if not self.context.is_plural(bisect_right(words.starts, previous.counted.end - 1) - 1):
            return False
        follows = words.at(first - 1) in self.context.lists.repeating and not self.context.is_noun_like(measure.last)
        if not (more or follows):
            return False
        between = words.text[previous.counted.end : words.starts[first]]
        return len(between) < 80 and not any(sign in between for sign in ".;:?!\n")

    def _bound_after(self, counted: Span) -> BoundMatch | None:
        words = self.context.words
        at = bisect_right(words.starts, counted.end - 1)
        match = bound_words(self.reading.lexicons).after(words, at)
        return match if match is not None and match.last - match.first > 1 else None


def _change(cue: Span, change: ChangeMatch) -> Change:
    return Change(direction=change.direction, role=change.role, cue=cue)


def _taken(reading: Reading) -> tuple[tuple[int, int, bool], ...]:
    """Give the stretches that names, dates and times claimed, and whether it is a name; durations stay open."""
    names = [mention.span for mention in reading.all(Mention) if mention.form == "NAM"]
    times = [
        time.span for time in reading.all(TimeExpression) if time.form == "TIMEX3" and time.type in {"DATE", "TIME"}
    ]
    claimed = (*((span, True) for span in names), *((span, False) for span in times))
    return tuple(sorted((span.start, span.end, is_name) for span, is_name in claimed))
