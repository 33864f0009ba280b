"""Base forms of the words of the event lexicons, where the lemma that a pipeline gives is not to be trusted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import frozen
from spacy.tokens import Token

from newsfacts import Columns, Lexicons, Reading

_VERB_LISTS = (
    "aspectual",
    "headlined",
    "intending_acts",
    "intending_states",
    "light",
    "motion",
    "perception",
    "reporting",
    "stative",
    "undergoing",
    "unfolding",
)


@frozen(eq=False)
class Lemmas:
    """Gives the base form of a word: as the lexicons know it, else as the pipeline says."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]

    @staticmethod
    def of(lexicons: Lexicons) -> Lemmas:
        """Make it from the event lexicons."""
        frames = lexicons.raw("plover").values()
        verbs = {verb.split()[0] for frame in frames for verb in frame.get("verbs", ())}
        verbs |= {verb for name in _VERB_LISTS for verb in lexicons.words("events", name)}
        nouns = {noun for frame in frames for noun in frame.get("nouns", ()) if " " not in noun}
        nouns |= lexicons.words("events", "nouns")
        nouns |= {noun for classes in lexicons.raw("plover_nouns").values() for noun in classes if " " not in noun}
        return Lemmas(_by_form(verbs, verb_forms), _by_form(nouns, noun_forms))

    def __call__(self, token: Token) -> str:
        """Give the base form of a word, in lower case."""
        tag = token.tag_
        known = self.verbs if tag[:2] == "VB" else self.nouns if tag[:2] == "NN" else {}
        return known.get(token.lower_) or token.lemma_.lower()

    def column(self, reading: Reading) -> list[str]:
        """Give the base forms of all words of an article, by index; they are looked up once."""
        return reading.shared(self, lambda: self._bases(reading.columns))

    def _bases(self, columns: Columns) -> list[str]:
        verbs, nouns = self.verbs, self.nouns
        return [
            verbs.get(form, lemma) if tag[:2] == "VB" else nouns.get(form, lemma) if tag[:2] == "NN" else lemma
            for form, tag, lemma in zip(columns.lowers, columns.tags, columns.lemmas, strict=True)
        ]

    def verb_of(self, token: Token) -> str:
        """Give the verb that a word would be a form of, whatever its tag; empty if no list knows one.

        >>> from newsfacts.testing.parses import sketch
        >>> lemmas = Lemmas({"unveils": "unveil"}, {})
        >>> [lemmas.verb_of(token) for token in sketch("Rovale/NNP/2/compound unveils/NNS/0/root")]
        ['', 'unveil']
        """
        return self.verbs.get(token.lower_, "")


def _by_form(words: Iterable[str], forms: Callable[[str], Iterator[str]]) -> dict[str, str]:
    """Each form of each word with its base form; "talks" is a form of "talk", even where it is listed itself."""
    found: dict[str, str] = {}
    for word in sorted(words):
        for form in forms(word):
            found.setdefault(form, word)
    return found


def verb_forms(verb: str) -> Iterator[str]:
    """Give the regular forms of a verb, both spellings where a consonant may be doubled.

    >>> sorted(verb_forms("ban"))
    ['ban', 'baned', 'baning', 'banned', 'banning', 'bans']
    """
    yield verb
    yield from plural_forms(verb)
    if verb.endswith("e"):
        yield from (f"{verb}d", f"{verb[:-1]}ing")
    elif verb.endswith("y") and verb[-2:-1] not in "aeiou":
        yield from (f"{verb[:-1]}ied", f"{verb}ing")
    else:
        yield from (f"{verb}ed", f"{verb}ing")
        if verb[-1] in "bdglmnprt" and verb[-2:-1] in "aeiou":
            yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")


def noun_forms(noun: str) -> Iterator[str]:
    """Give a noun and its regular plural."""
    yield noun
    yield from plural_forms(noun)


def plural_forms(word: str) -> Iterator[str]:
    """Give the form in -s.

    >>> [*plural_forms("ally"), *plural_forms("clash"), *plural_forms("raid")]
    ['allies', 'clashes', 'raids']
    """
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        yield f"{word[:-1]}ies"
    elif word.endswith(("s", "sh", "ch", "x", "z")):
        yield f"{word}es"
    else:
        yield f"{word}s"
