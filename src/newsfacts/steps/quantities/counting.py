"""Number words that count, told from those that are part of something else: "the first half", "once", "at first"."""

from __future__ import annotations

from .context import Context
from .measures import Measure


def counts(context: Context, measure: Measure) -> bool:
    """Tell whether a fraction, an ordinal or "twice" is used as a number; any other number is."""
    words, number = context.words, measure.number
    before, after = words.at(measure.first - 1), words.at(measure.last)
    if number.form == "times":
        return number.low > 1 and after in context.lists.after_times
    if number.form == "ordinal":
        return _is_ordinal(context, measure, before, after)
    if number.form == "fraction" and words.at(number.last - 1) == "half" and measure.unit is None:
        return _is_half(context, before, after)
    return True


def _is_half(context: Context, before: str, after: str) -> bool:
    """Tell "half the wheat" and "cut in half" from "the first half" and "half-time"."""
    if before in context.lists.before_no_half or after in {"-", "time"}:
        return False
    return after in context.lists.after_half or before in context.lists.before_part or before == "in"


def _is_ordinal(context: Context, measure: Measure, before: str, after: str) -> bool:
    """Tell "the third week" and "finished in the third" from "at first he refused"."""
    if context.words.is_number(measure.first):
        return True
    named = context.words.at(measure.last + 1) if after == "-" else after
    if before == "at" or f"{context.words.at(measure.last - 1)} {named}" in context.lists.naming_ordinals:
        return False
    follows = context.is_noun_like(measure.last) or after in {"-", "of", "one"}
    return follows or before in context.lists.determiners or before in context.lists.ranking
