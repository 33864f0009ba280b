"""Bounds: the words before or after a number that make it a limit or an estimate."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from newsfacts import Lexicons

from .context import Context
from .words import Words

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
_WHILE = frozenset({"over", "under"})


@frozen
class BoundMatch:
    """A bound (one of > >= < <= ~) and its pieces."""

    first: int
    last: int
    bound: str
    rule: str


@frozen(eq=False)
class BoundWords:
    """The phrases of the lexicon `bounds`: those before a number by their last word, those after it by their first."""

    before_number: Phrases
    after_number: Phrases

    @staticmethod
    def of(lexicons: Lexicons) -> BoundWords:
        """Read the lexicon `bounds`; verbs stand before their number like other phrases."""
        before: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        after: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, bound, place in lexicons.rows("bounds"):
            pieces = tuple(phrase.split())
            if place == "after":
                after.setdefault(pieces[0], []).append((pieces, bound))
            else:
                before.setdefault(pieces[-1], []).append((pieces, bound))
        return BoundWords(_longest_first(before), _longest_first(after))

    def before(self, context: Context, first: int, last: int, *, lasts: bool) -> BoundMatch | None:
        """Give the bound that ends where a measure begins: "over 300", "about a 20 minute walk".

        `last`: the piece after the measure; `lasts`: it is a time, during which something may be ("over five weeks").
        """
        words, at = context.words, first
        article = words.at(at - 1) in {"a", "an"} and words.at(first) not in {"a", "an"}
        at -= article or (words.at(at - 1) == "-" and words.glued(at))
        for pieces, bound in self.before_number.get(words.at(at - 1), ()):
            if tuple(words.low[max(0, at - len(pieces)) : at]) == pieces and _is_bound(
                context, at, last, pieces, lasts=lasts
            ):
                return BoundMatch(at - len(pieces), at, bound, "bound-before")
        return None

    def after(self, words: Words, at: int) -> BoundMatch | None:
        """Give the bound that begins at a piece: "or more", "-plus", "or so"."""
        for pieces, bound in self.after_number.get(words.at(at), ()):
            last = at + len(pieces)
            if tuple(words.low[at:last]) == pieces and not _goes_on(words, pieces, last):
                return BoundMatch(at, last, bound, "bound-after")
        return None


def _is_bound(context: Context, at: int, last: int, pieces: tuple[str, ...], *, lasts: bool) -> bool:
    """Tell a bound from what went on "over five nights" and what somebody was "jailed over £2m bribes" for."""
    words = context.words
    if len(pieces) == 1 and pieces[0] in _WHILE:
        if lasts or words.at(at + 1) in context.lists.stretches:
            return words.at(at - 2) in context.lists.lasting or words.at(at - 2) in context.lists.plurals
        if pieces[0] == "over" and not context.lists.contests.isdisjoint(words.low[max(0, at - 7) : at - 1]):
            return context.words.ends_line(last - 1) or not context.is_noun_like(last)
    return pieces != ("sub",) or words.at(at) == "-"


def _goes_on(words: Words, pieces: tuple[str, ...], last: int) -> bool:
    """Tell whether a phrase bounds the number after it: "at least 3 and up to 5", "above 10 and below 15"."""
    following = words.at(last)
    if following == "than" or (pieces[0] == "and" and following == "to"):
        return True
    return pieces[-1 if pieces[-1] == "than" else 0] in {"and", "than"} and words.is_number(last)


def _longest_first(phrases: Mapping[str, list[tuple[tuple[str, ...], str]]]) -> Phrases:
    return {word: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for word, found in phrases.items()}


def bound_words(lexicons: Lexicons) -> BoundWords:
    """Give the bound phrases of some lexicons, read once."""
    return lexicons.compiled("quantities.bounds", lambda: BoundWords.of(lexicons))
