"""The surface of news on gold trees: quotes, dashes, amounts, letter case, headlines, bylines and datelines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from random import Random

from attrs import evolve, frozen

from training.asides import Interrupter
from training.casing import recased
from training.clauses import Reporter
from training.headlines import Headliner
from training.material import Material
from training.speakers import mark
from training.trees import Paragraph, Sentence, Word, copied

DASHES = ("—", "–", "--", "-")
CURRENCIES = ("£", "€", "US$", "$")
SHORT = {"million": "m", "billion": "bn", "trillion": "tn"}


@frozen
class Wardrobe:
    """The chances of each change of surface."""

    curly: float = 0.35
    dash: float = 0.3
    amount: float = 0.4
    title: float = 0.04
    upper: float = 0.025
    frame: float = 0.1
    aside: float = 0.5


class Dresser:
    """Gives gold paragraphs the look of news."""

    def __init__(self, material: Material, rng: Random, wardrobe: Wardrobe) -> None:
        self.material = material
        self.rng = rng
        self.wardrobe = wardrobe
        self.reporter = Reporter(material, rng)
        self.headliner = Headliner(material, rng)
        self.interrupter = Interrupter(material, rng, wardrobe.aside)

    def dressed(self, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
        """New paragraphs with the same trees, some people in them with an aside."""
        set_in = self.interrupter.interrupted
        new = [[set_in(copied(sentence)) for sentence in paragraph] for paragraph in paragraphs]
        words = [word for paragraph in new for sentence in paragraph for word in sentence]
        if self._maybe(self.wardrobe.curly):
            curl(words)
        if self._maybe(self.wardrobe.dash):
            redash(words, self.rng)
        if self._maybe(self.wardrobe.amount):
            shorten(words, self.rng)
        if self._maybe(self.wardrobe.frame):
            new = self._framed(new)
            words = [word for paragraph in new for sentence in paragraph for word in sentence]
        forms = recased([word.form for word in words], self.rng, self.wardrobe.title, self.wardrobe.upper)
        for word, form in zip(words, forms, strict=True):
            word.form = form
        return new

    def _maybe(self, chance: float) -> bool:
        return self.rng.random() < chance

    def _framed(self, paragraphs: list[Paragraph]) -> list[Paragraph]:
        """An article's head: a headline, perhaps a byline, perhaps a dateline before the first sentence."""
        head: list[Paragraph] = [[self._headline()]]
        if self._maybe(0.6):
            head.append([self._byline()])
        if self._maybe(0.5):
            first = paragraphs[0]
            paragraphs = [[self._dateline(), *first], *paragraphs[1:]]
        return [*head, *paragraphs]

    def _headline(self) -> Sentence:
        return self.reporter.headline() if self._maybe(0.25) else self.headliner.headline()

    def _byline(self) -> Sentence:
        """A byline: "By Ana Duarte", "BY ANA DUARTE AND RUI COSTA"."""
        first = evolve(self.rng.choice(self.material.firsts), dep="root", head=None, space=True)
        last = evolve(self.rng.choice(self.material.lasts), dep="flat", head=first, space=True)
        words = [Word("By", "by", "ADP", "IN", "_", "case", first), first, last]
        if self._maybe(0.2):
            other = evolve(self.rng.choice(self.material.firsts), dep="conj", head=first, space=True)
            and_ = Word("and", "and", "CCONJ", "CC", "_", "cc", other)
            words += [and_, other, evolve(self.rng.choice(self.material.lasts), dep="flat", head=other, space=True)]
        if self._maybe(0.3):
            for word in words:
                word.form = word.form.upper()
        return words

    def _dateline(self) -> Sentence:
        """A dateline: "LISBON (AP) —"."""
        lists = self.material.words
        town = Word(self.rng.choice(lists.towns), "", "PROPN", "NNP", "Number=Sing", "root")
        town.lemma = town.form.capitalize()
        words = [town]
        if self._maybe(0.5):
            name = self.rng.choice(lists.agencies)
            agency = Word(name, name, "PROPN", "NNP", "Number=Sing", "list", town, space=False)
            opener = mark("(", agency, "-LRB-")
            opener.space = False
            words += [opener, agency, mark(")", agency, "-RRB-")]
        return [*words, mark(self.rng.choice(DASHES[:3]), town, ":")]


def curl(words: Sequence[Word]) -> None:
    """Typographic quotation marks and apostrophes."""
    for word in words:
        if word.form == '"':
            word.form = "“" if word.xpos == "``" else "”"
        elif word.xpos == "``":
            word.form = word.form.replace("'", "‘")
        else:
            word.form = word.form.replace("'", "’")


def redash(words: Sequence[Word], rng: Random) -> None:
    """Other dashes, with and without blanks."""
    dash = rng.choice(DASHES)
    tight = dash != "-" and rng.random() < 0.3
    for before, word in pairwise(words):
        if word.form in DASHES and word.upos == "PUNCT" and word.xpos != "HYPH" and before.space and word.space:
            word.form = dash
            before.space = word.space = not tight


def shorten(words: Sequence[Word], rng: Random) -> None:
    """Write "$ 3 million" as "£3m"."""
    for sign, number, scale in zip(words, words[1:], words[2:], strict=False):
        if sign.upos == "SYM" and sign.form == "$" and number.upos == "NUM":
            sign.form = sign.lemma = rng.choice(CURRENCIES)
        if scale.lemma in SHORT and number.upos == "NUM" and number.form[-1:].isdigit() and sign.upos == "SYM":
            scale.form, number.space = SHORT[scale.lemma], False
