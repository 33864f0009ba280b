"""News outlets in running text: phrases that stand where an outlet stands, and whether their words name one."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from newsfacts import Party, Reading
from newsfacts.steps.layout.lines import is_site

if TYPE_CHECKING:
    from spacy.tokens import Token

Range = tuple[int, int]
_PHRASE: Final = frozenset({"CD", "DT", "FW", "HYPH", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$", "VBG", "VBN"})
_NOUNS: Final = frozenset({"FW", "NN", "NNP", "NNPS", "NNS"})
_NAMES: Final = frozenset({"NNP", "NNPS"})


@frozen(eq=False)
class Outlets:
    """Finds noun phrases that name an outlet, or a text that one published."""

    reading: Reading

    @cached_property
    def _tags(self) -> list[str]:
        return [token.tag_ for token in self.reading.doc]

    @cached_property
    def _lower(self) -> list[str]:
        return [token.lower_ for token in self.reading.doc]

    def _words(self, name: str) -> frozenset[str]:
        return self.reading.lexicons.words("cue_words", name)

    def after(self, start: int) -> Range | None:
        """Give the noun phrase that starts at a token: "the Canberra Mail", "this newspaper"."""
        end = start
        while end < len(self._tags) and (self._tags[end] in _PHRASE or (end > start and self._lower[end] == "of")):
            if end > start and (self._lower[end] in {"last", "late", "early", "this"} or self._is_new(end)):
                break
            end += 1
        while end > start and (self._tags[end - 1] not in _NOUNS or self._is_day(end - 1)):
            end -= 1
        return (start, end) if end > start else None

    def before(self, end: int) -> Range | None:
        """Give the noun phrase that ends before a token: "the state news agency Vestnik"."""
        while end > 1 and self._lower[end - 1] in (self._words("times") | {"last", "late", "early", "this", "next"}):
            end -= 1
        start = end
        while start > 0 and (self._tags[start - 1] in _PHRASE or self._lower[start - 1] in self._words("outlets")):
            start -= 1
            if self._tags[start] in {"DT", "PRP$"}:
                break
        return (start, end) if start < end and self._tags[end - 1] in _NOUNS else None

    def _is_new(self, at: int) -> bool:
        """Whether an article after a noun begins another phrase."""
        return self._tags[at] == "DT" and self._tags[at - 1] in _NOUNS

    def _is_day(self, at: int) -> bool:
        return self._lower[at].endswith("day") and self._lower[at] in self._words("times")

    def is_outlet(self, phrase: Range) -> bool:
        """Tell whether words name a news outlet: a known one, "Radio Fenland", a noun such as "daily".

        The last word tells: "Fox News executives" and "the MSNBC forum" are none.
        """
        last = phrase[1] - 1
        return (self._tags[last] in _NAMES or self._lower[last] in self._words("outlets")) and self.tells_outlet(phrase)

    def tells_outlet(self, phrase: Range) -> bool:
        """Tell whether an outlet is named among words: "a Reuters report"."""
        lower = self._lower[phrase[0] : phrase[1]]
        named = [w for w, tag in zip(lower, self._tags[slice(*phrase)], strict=True) if tag in _NAMES]
        if not self._words("names_outlet").isdisjoint(named) or not self._words("outlets").isdisjoint(lower):
            return True
        text = self.reading[self.reading.span(*phrase)].removeprefix("the ").removeprefix("The ")
        return text.lower() in self.reading.lexicons.words("layout", "agencies") or is_site(text)

    def may_be_cited(self, phrase: Range) -> bool:
        """Tell whether a phrase is of what is cited: a name, people, bodies, a text; not "a rise in prices"."""
        last = self.reading.doc[phrase[1] - 1]
        kinds = (self.reading.lexicons.words("entity_nouns", kind) for kind in ("organisation", "people", "person"))
        return (
            self.is_named(phrase)
            or self.is_writing(phrase)
            or last.lower_ in self._words("whisperers")
            or any(word in kind for kind in kinds for word in (last.lemma_.lower(), last.lower_))
        )

    def is_name(self, phrase: Range) -> bool:
        """Tell whether a phrase is a name alone, and nobody's: "The Islander" after "The" may be an outlet."""
        first = phrase[0] + (self._lower[phrase[0]] == "the")
        tokens = [self.reading.doc[at] for at in range(first, phrase[1])]
        return bool(tokens) and all(t.is_title or t.is_upper for t in tokens) and tokens[-1].ent_type_ not in _NOBODY

    def is_named(self, phrase: Range) -> bool:
        """Tell whether a phrase holds a name."""
        return not _NAMES.isdisjoint(self._tags[slice(*phrase)])

    def is_writing(self, phrase: Range) -> bool:
        """Tell whether a phrase names a text: "a Reuters dispatch", "an email dated 4 March"."""
        return not self._words("writings").isdisjoint(self._lower[phrase[0] : phrase[1]])

    def party(self, phrase: Range) -> Party:
        """Give the party that a phrase names."""
        return self.reading.party(self.reading.doc[phrase[1] - 1], self.reading.span(*phrase))

    def noun_phrase(self, head: Token) -> Range:
        """Give the tokens of the noun phrase around a head, without what follows a comma."""
        return self.reading.token_range(self.reading.syntax.noun_phrase(head))


_NOBODY: Final = frozenset({"PERSON", "GPE", "LOC", "NORP"})
