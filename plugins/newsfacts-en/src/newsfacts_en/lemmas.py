"""Mends the lemmas of inflected words: by a table of forms, and by the rules of spelling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files

from spacy.language import Language
from spacy.tokens import Doc, Token

ENDINGS: Mapping[str, tuple[str, ...]] = {
    "VBD": ("ed",),
    "VBN": ("ed",),
    "VBG": ("ing",),
    "VBZ": ("s",),
    "NNS": ("s",),
    "JJR": ("er",),
    "JJS": ("est",),
    "RBR": ("er",),
    "RBS": ("est",),
}
SISTERS = {"VBD": "VBN", "VBN": "VBD"}
VOWELS = frozenset("aeiou")
NEVER_LAST = frozenset("cuvz")
CLASSES = {"V": "verb", "N": "noun", "J": "adjective", "R": "adverb"}


def bases(form: str, tag: str) -> Iterator[str]:
    """What an inflected form can be made of by spelling, likely bases first.

    >>> list(bases("detonated", "VBD"))
    ['detonat', 'detonate']
    >>> list(bases("stopping", "VBG")), list(bases("parties", "NNS"))
    (['stop', 'stopp', 'stoppe'], ['party', 'partie'])
    """
    for ending in ENDINGS.get(tag, ()):
        if not form.endswith(ending) or len(form) - len(ending) < 2:
            continue
        stem = form[: -len(ending)]
        if ending == "s":
            yield from _before_s(stem)
            continue
        if stem[-1] == "i":
            yield stem[:-1] + "y"
        if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiouls":
            yield stem[:-1]
        yield stem
        yield stem + "e"


def _before_s(stem: str) -> Iterator[str]:
    if stem.endswith("ie"):
        yield stem[:-2] + "y"
    elif stem.endswith(("ches", "shes", "sses", "xes", "zes", "che", "she", "sse", "xe", "zze")):
        yield stem[:-1]
    yield stem


def lacks_an_e(word: str) -> bool:
    """Whether a word ends as no English word does without an e ("specializ", "bottl", "detonat").

    >>> [word for word in ("specializ", "bottl", "detonat", "treat", "call") if lacks_an_e(word)]
    ['specializ', 'bottl', 'detonat']
    """
    if len(word) < 4:
        return False
    before, last = word[-2], word[-1]
    if last == "t" and before == "a":
        return word[-3] not in VOWELS and sum(letter in VOWELS for letter in word) > 1
    return (last in NEVER_LAST and before != last) or (last == "l" and before in "bcdfgkptz")


class LemmaMender:
    """Gives known inflected forms their lemma, and bases that spelling allows to the others.

    The table has one form a line: form, tag, lemma; a line with a class instead of a tag names a known base.
    """

    def __init__(self, table: str) -> None:
        self.forms: dict[tuple[str, str], str] = {}
        self.known: dict[str, set[str]] = {name: set() for name in CLASSES.values()}
        for line in table.splitlines():
            if line and not line.startswith("#"):
                form, tag, *lemma = line.split("\t")
                if lemma:
                    self.forms[form, tag] = lemma[0]
                else:
                    self.known[tag].add(form)

    def __call__(self, doc: Doc) -> Doc:
        """The document with mended lemmas."""
        for token in doc:
            tag = token.tag_
            if tag in ENDINGS:
                lemma = self.lemma(token.lower_, tag, token.lemma_)
                if lemma != token.lemma_:
                    token.lemma_ = lemma
            elif tag == "NNP":
                _capitalise(token)
        return doc

    def lemma(self, form: str, tag: str, guess: str) -> str:
        """The lemma of an inflected form; the guess where nothing speaks against it."""
        for each in (tag, SISTERS.get(tag, tag)):
            if (form, each) in self.forms:
                return self.forms[form, each]
        known = self.known[CLASSES[tag[0]]]
        if guess in known:
            return guess
        for base in bases(form, tag):
            if base in known:
                return base
        return guess + "e" if lacks_an_e(guess) and guess + "e" in bases(form, tag) else guess


def _capitalise(token: Token) -> None:
    """A name keeps its capital."""
    if token.lemma_[:1].islower() and token.text[:1].isupper() and token.lemma_ == token.lower_:
        token.lemma_ = token.text


def make_lemma_mender(nlp: Language, name: str) -> LemmaMender:
    """Make the component with the table of this package: the factory behind `nlp.add_pipe("newsfacts_lemmas")`."""
    del nlp, name  # spaCy tells them; the component needs none
    return LemmaMender(files("newsfacts_en").joinpath("lemmas.tsv").read_text(encoding="utf-8"))


Language.factory(
    "newsfacts_lemmas", requires=["token.tag", "token.lemma"], assigns=["token.lemma"], func=make_lemma_mender
)
