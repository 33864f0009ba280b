"""Change: the words that say a number went up or down, by how much, from and to what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import evolve, frozen

from newsfacts import Lexicons

from .context import Context
from .words import Words

Direction = Literal["up", "down"]
Role = Literal["by", "from", "to"]
_STOPS = frozenset(".;:!?") | {"although", "because", "if", "though", "when", "where", "while", "who"}
_LEVELS = frozenset({"above", "below"})
_ROLES: Mapping[str, Role] = {"at": "to", "from": "from", "to": "to"}


@frozen
class ChangeMatch:
    """A change and the pieces of the words that tell it."""

    first: int
    last: int
    direction: Direction
    role: Role
    rule: str


@frozen(eq=False)
class ChangeWords:
    """The words of the lexicon `changes` by place."""

    verbs: Mapping[str, Direction]
    particles_of: Mapping[str, Mapping[str, Direction]]
    particles: Mapping[str, Direction]
    comparatives: Mapping[str, Direction]
    nouns: Mapping[str, Direction]

    @staticmethod
    def of(lexicons: Lexicons) -> ChangeWords:
        """Read the lexicon."""
        places: dict[str, dict[str, Direction]] = {"verb": {}, "before": {}, "after": {}, "noun": {}}
        phrasal: dict[str, dict[str, Direction]] = {}
        for word, place, direction in lexicons.rows("changes"):
            way: Direction = "up" if direction == "up" else "down"
            first, _, rest = word.partition(" ")
            if place == "verb" and rest:
                phrasal.setdefault(first, {})[rest] = way
            else:
                places[place][word] = way
        return ChangeWords(places["verb"], phrasal, places["before"], places["after"], places["noun"])

    def verb_at(self, words: Words, at: int) -> tuple[int, Direction] | None:
        """Give the end and the direction of the verb of change at a piece."""
        word = words.at(at)
        if (with_particle := self.particles_of.get(word)) is not None:
            way = with_particle.get(words.at(at + 1))
            if way is not None:
                return at + 2, way
        way = self.verbs.get(word)
        return None if way is None else (at + 1, way)

    def ends_at(self, words: Words, at: int) -> bool:
        """Tell whether a verb of change, or "up" or "down", ends right before a piece."""
        if words.at(at - 1) in self.particles:
            return True
        return any((found := self.verb_at(words, i)) is not None and found[0] == at for i in (at - 1, at - 2))

    def governs(self, words: Words, at: int, measured: frozenset[str]) -> bool:
        """Tell whether a verb of change stands before "from", with numbers, adverbs and `measured` words between."""
        while at > 0:
            word = words.at(at - 1)
            if self.ends_at(words, at):
                return True
            if not (words.is_number(at - 1) or word.endswith("ly") or word in measured):
                return False
            at -= 1
        return False

    def before(self, words: Words, at: int, *, window: int) -> ChangeMatch | None:
        """Give the nearest change told by a verb or "up"/"down" in the `window` pieces before `at`, in its sentence."""
        for i in range(at - 1, max(-1, at - 1 - window), -1):
            word = words.at(i)
            if (word in _STOPS and not words.is_number(i - 1)) or "\n" in words.text[
                words.ends[i] : words.starts[i + 1]
            ]:
                return None
            if (found := self.verb_at(words, i)) is not None:
                return ChangeMatch(i, found[0], found[1], "by", "change-verb")
            if (way := self.particles.get(word)) is not None:
                if (found := self.verb_at(words, i - 1)) is not None:
                    return ChangeMatch(i - 1, i + 1, way, "by", "change-verb")
                return ChangeMatch(i, i + 1, way, "by", "change-particle")
        return None


def change_words(lexicons: Lexicons) -> ChangeWords:
    """Give the words of change of some lexicons, read once."""
    return lexicons.compiled("quantities.changes", lambda: ChangeWords.of(lexicons))


@frozen(eq=False)
class ChangeReader:
    """Finds the change that a measure tells."""

    context: Context
    changes: ChangeWords

    def read(self, first: int, last: int) -> ChangeMatch | None:
        """Give the change told by the words before a measure (bound words included) or after it."""
        change = self._by(first) or self._after(last)
        if change is not None and change.rule == "change-verb" and self.context.words.at(first) in _LEVELS:
            return evolve(change, role="to")  # "fell below $6,000"
        return change

    def _by(self, first: int) -> ChangeMatch | None:
        words, small = self.context.words, self.context.lists.small_words
        at = first
        while at > max(0, first - 7):
            word = words.at(at - 1)
            if (role := _ROLES.get(word)) is not None:
                return self._end(at - 1, role)
            if not (word in small or word.endswith("ly")) or word in self.changes.particles:
                break
            at -= 1
        return self._told(at)

    def _told(self, at: int) -> ChangeMatch | None:
        """Give the change word that ends before piece `at`, or the noun before its "of" or "by"."""
        words, changes = self.context.words, self.changes
        for i in (at - 1, at - 2):
            found = changes.verb_at(words, i)
            if found is not None and found[0] in {at, at + 1}:
                return ChangeMatch(i, found[0], found[1], "by", "change-verb")
        if (
            (way := changes.particles.get(words.at(at - 1))) is not None
            and words.at(at) != "to"
            and self._links(at - 1)
        ):
            return ChangeMatch(at - 1, at, way, "by", "change-particle")
        if words.at(at) == "by" and (before := changes.before(words, at, window=4)) is not None:
            return before
        if words.at(at) in {"of", "by"} and (way := changes.nouns.get(words.at(at - 1))) is not None:
            return ChangeMatch(at - 1, at, way, "by", "change-noun")
        return None

    def _links(self, at: int) -> bool:
        """Tell "shares were up 2%" from "the defence gave up 20 yards"."""
        words, context = self.context.words, self.context
        before = words.at(at - 1)
        if not before[:1].isalpha() or before in context.lists.linking or before.endswith("ly"):
            return True
        return context.is_plural(at - 1) or words.is_capital(at - 1)

    def _end(self, at: int, role: Role) -> ChangeMatch | None:
        """Give the change whose start or end a measure is: "rose 2.1% to $45", "up from 2.4 million"."""
        words = self.context.words
        found = self.changes.before(words, at, window=8)
        if words.at(at - 1) in self.context.lists.before_no_end:
            return None  # "compared to 141,951"
        if found is None or (role == "to" and words.at(at - 1) == "up" and words.at(at) == "to"):
            return None
        if found.rule == "change-particle" and not self._goes_before_number(found.last):
            return None
        return ChangeMatch(found.first, found.last, found.direction, role, found.rule)

    def _goes_before_number(self, at: int) -> bool:
        """Tell "down sharply to 21%" from "turned off a flight"."""
        word, context = self.context.words.at(at), self.context
        return word.endswith("ly") or (word != "the" and not context.is_noun_like(at))

    def _after(self, last: int) -> ChangeMatch | None:
        """Give the comparative or noun after a measure: "10 per cent higher", "a 3 percent drop"."""
        words, changes = self.context.words, self.changes
        if (way := changes.comparatives.get(words.at(last))) is not None:
            return ChangeMatch(last, last + 1, way, "by", "change-comparative")
        for at in (last, last + 1):
            if (way := changes.nouns.get(words.at(at))) is not None:
                return ChangeMatch(at, at + 1, way, "by", "change-noun")
        return None
