"""Headlines made of gold trees: telegrams with amounts, stacks of nouns, verbs of headlines, and who says so."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from random import Random

from attrs import frozen

from training.casing import recased
from training.clauses import spaced
from training.material import Material
from training.speakers import Casting, mark
from training.telegrams import ARTICLES, PASSIVE, inflected, planned, telegram, turned
from training.trees import Sentence, Word, copied, is_whole, part_under, root_of

WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds")
AFTER = ("after", "after", "after", "over", "over", "in", "amid", "at", "before", "on", "despite", "for", "from")
SIGNS = ("£", "£", "$", "$", "€", "US$")
SCALES = {"m": "million", "bn": "billion", "million": "million", "billion": "billion", "": "", "k": "thousand"}
UNITS = ("year", "year", "month", "week", "day", "hour", "mile")
CLAUSAL = ("ccomp", "xcomp", "iobj", "compound:prt", "csubj")


@frozen
class HeadlineWords:
    """The lists of ``headlines.toml``."""

    modifiers: Sequence[str]
    things: Sequence[str]
    giving: Sequence[str]
    moving: Sequence[str]
    parted: Sequence[str]
    courts: Sequence[str]
    saying: Sequence[str]
    active: Sequence[str]


def headline_words() -> HeadlineWords:
    """The words of headlines."""
    text = Path(__file__).with_name("headlines.toml").read_text(encoding="utf-8")
    return HeadlineWords(**tomllib.loads(text))


class Headliner:
    """Makes headlines."""

    def __init__(self, material: Material, rng: Random) -> None:
        self.material = material
        self.rng = rng
        self.words = headline_words()
        self.casting = Casting(material, rng)

    def headline(self) -> Sentence:
        """A headline: "Council backs £18m flood wall", "Three Held After Warehouse Blaze, Police Say"."""
        sentence = self._telegram()
        root = root_of(sentence)
        sentence = self._reworded(sentence, root)
        for part in ("nsubj", "obj", "obl"):
            sentence = self._stacked(sentence, next((w for w in sentence if w.head is root and w.dep == part), None))
        if self._maybe(0.25) and not any(w.head is root and w.dep in ("advcl", "ccomp", "obl") for w in sentence):
            sentence = sentence + self._after(root)
        sentence = self._sourced(self._doubted(self._joined(sentence)))
        spaced(sentence)
        sentence[0].form = sentence[0].form[:1].upper() + sentence[0].form[1:]
        forms = recased([word.form for word in sentence], self.rng, title=0.35, upper=0.04)
        for word, form in zip(sentence, forms, strict=True):
            word.form = form
        return sentence

    def _maybe(self, chance: float) -> bool:
        return self.rng.random() < chance

    def _telegram(self) -> Sentence:
        """A statement in telegraphic style; a whole one if none can be had."""
        for _ in range(200):
            source = self.rng.choice(self.material.tellings or self.material.statements).words
            if cut := telegram(source, self.rng, self.material.lemmas):
                return cut
        return copied(source)[:-1]

    # -- words ------------------------------------------------------------------------------------
    def _reworded(self, sentence: Sentence, root: Word) -> Sentence:
        """With a verb of headlines, and nouns that could be verbs, in the places of others."""
        parts = {w.dep: w for w in sentence if w.head is root}
        if root.upos == "VERB" and self._maybe(0.6) and not parts.keys() & set(CLAUSAL):
            if root.xpos in ("VBP", "VBZ") and self._maybe(0.35):
                sentence = turned(sentence, root, *self._active(), told=self._maybe(0.3))
            else:
                sentence = self._swapped(sentence, root, parts)
        if self._maybe(0.1) and any(w.dep.startswith("nsubj") for w in parts.values()):
            sentence = planned(sentence, root)
        parts = {w.dep: w for w in sentence if w.head is root}
        for dep in ("nsubj", "nsubj:pass", "obj"):
            word = parts.get(dep)
            if word and word.upos == "NOUN" and word.feats in ("Number=Sing", "Number=Plur") and self._maybe(0.3):
                word.lemma = self.rng.choice(self.words.things)
                word.form = word.lemma if word.feats == "Number=Sing" else inflected(word.lemma, bare=False)
        counted = parts.get("nsubj:pass") or parts.get("nsubj")
        if counted and counted.xpos == "NNS" and not any(w.head is counted for w in sentence) and self._maybe(0.25):
            self._count(counted)
        return sentence

    def _swapped(self, sentence: Sentence, verb: Word, parts: dict[str, Word]) -> Sentence:
        """With a verb of headlines, perhaps one with a particle or two objects: "fines bank £7m"."""
        lemma, participle = self._active()
        if verb.xpos == "VBN" and "nsubj:pass" in parts and verb.feats == PASSIVE:
            particle: Sentence = []
            if self._maybe(0.15):
                lemma, participle, form = self.rng.choice(self.words.parted).split()
                particle = [Word(form, form, "ADP", "RP", "_", "compound:prt", verb)]
            verb.lemma, verb.form = lemma, participle
            place = sentence.index(verb) + 1
            return [*sentence[:place], *particle, *sentence[place:]]
        if verb.xpos in ("VB", "VBP", "VBZ") and "nsubj" in parts:
            given = parts.get("obj")
            gets = given and given.upos in ("NOUN", "PROPN") and self._maybe(0.08)
            if gets or not given:
                lemma = self.rng.choice(self.words.giving if gets else self.words.moving)
            verb.lemma, verb.form = lemma, inflected(lemma, bare=verb.xpos != "VBZ")
            if given and gets:
                given.dep = "iobj"
                place = sentence.index(part_under(sentence, given)[-1]) + 1
                return [*sentence[:place], *self._sum_as(Word("", "", "", "", dep="obj", head=verb)), *sentence[place:]]
        return sentence

    def _active(self) -> tuple[str, str]:
        """A verb that takes an object, and its participle."""
        lemma, participle = self.rng.choice(self.words.active).split()
        return lemma, participle

    def _count(self, word: Word) -> None:
        """A number that stands for people: "Three held"."""
        digits = self._maybe(0.4)
        word.form = word.lemma = str(self.rng.randint(2, 99)) if digits else self.rng.choice(WORDS[:-2])
        word.upos, word.xpos, word.feats = "NUM", "CD", f"NumForm={'Digit' if digits else 'Word'}|NumType=Card"

    def _noun(self, form: str, dep: str, head: Word | None) -> Word:
        return Word(form, form, "NOUN", "NN", "Number=Sing", dep, head)

    # -- noun phrases -----------------------------------------------------------------------------
    def _stacked(self, sentence: Sentence, noun: Word | None) -> Sentence:
        """With more nouns and an amount before a noun: "£18m flood wall", "two-year pay deal"."""
        if noun is None or noun.xpos not in ("NN", "NNS"):
            return sentence
        under = [w for w in sentence if w.head is noun]
        before = [w for w in under if sentence.index(w) < sentence.index(noun)]
        if any(w.dep not in ("amod", "case", "compound") for w in before) or self._has_parts(sentence, before):
            return sentence
        if noun.dep == "obj" and len(under) == len(before) and self._maybe(0.2):
            return self._paid(sentence, noun, before)
        compounds = [w for w in before if w.dep == "compound"]
        if len(compounds) < 2 and self._maybe(0.4):
            place = sentence.index(compounds[0] if compounds else noun)
            sentence = [*sentence[:place], *self._modifiers(noun, compounds), *sentence[place:]]
        if self._maybe(0.06 if noun.dep == "nsubj" else 0.35):
            inside = [w for w in part_under(sentence, noun) if w.head is not noun or w.dep != "case"]
            place = sentence.index(inside[0])
            sentence = [*sentence[:place], *self._amount(noun), *sentence[place:]]
        return sentence

    @staticmethod
    def _has_parts(sentence: Sentence, words: Sequence[Word]) -> bool:
        return any(w.head in words for w in sentence)

    def _modifiers(self, noun: Word, compounds: Sequence[Word]) -> Sentence:
        """One or two nouns before a noun; a noun goes with the noun that it was seen before."""
        if compounds:
            seen = self.material.compounds.get(compounds[0].form.lower(), ())
            if seen and self._maybe(0.7):
                return [self._noun(self.rng.choice(seen), "compound", compounds[0])]
            return [self._noun(self.rng.choice(self.words.modifiers), "compound", noun)]
        seen = self.material.compounds.get(noun.form.lower(), ())
        first = self._noun(
            self.rng.choice(seen if seen and self._maybe(0.6) else self.words.modifiers), "compound", noun
        )
        further = self.material.compounds.get(first.form, ())
        if further and self._maybe(0.25):
            return [self._noun(self.rng.choice(further), "compound", first), first]
        return [first]

    def _amount(self, noun: Word) -> Sentence:
        """A sum, a share or a time that measures a noun, or its count."""
        number = self._number(noun)
        draw = self.rng.random()
        if draw < 0.5:
            return self._sum(number, noun)
        if draw < 0.65:
            number.space = False
            number.head = Word("%", "%", "SYM", "NN", "Number=Sing", "compound", noun)
            return [number, number.head]
        if draw < 0.9:
            if self._maybe(0.4):
                number.form = number.lemma = self.rng.choice(WORDS[:-2])
                number.feats = "NumForm=Word|NumType=Card"
            number.space = False
            unit = self._noun(self.rng.choice(UNITS), "compound", noun)
            number.head = unit
            return [number, Word("-", "-", "PUNCT", "HYPH", dep="punct", head=number, space=False), unit]
        if noun.xpos == "NNS":
            return [number]
        return []

    def _number(self, noun: Word) -> Word:
        value = str(self.rng.choice([self.rng.randint(2, 99), self.rng.randint(2, 990), self.rng.randint(11, 99) / 10]))
        kind = "Frac" if "." in value else "Card"
        return Word(value, value, "NUM", "CD", f"NumForm=Digit|NumType={kind}", "nummod", noun)

    def _sum(self, number: Word, noun: Word) -> Sentence:
        """A sum of money before a noun, as "$ 2 million reward" has it: the sign is the compound."""
        form = self.rng.choice(SIGNS)
        sign = Word(form, form, "SYM", "$", "_", "compound", noun, space=False)
        short, lemma = self.rng.choice(list(SCALES.items()))
        number.head = sign
        if not short:
            return [sign, number]
        feats = "NumForm=Word|NumType=Card"
        scale = Word(short, lemma, "NUM", "CD", feats if short == lemma else f"Abbr=Yes|{feats}", "nummod", sign)
        number.head, number.dep, number.space = scale, "compound", short == lemma
        return [sign, number, scale]

    def _paid(self, sentence: Sentence, noun: Word, before: Sequence[Word]) -> Sentence:
        """With a sum in the place of an object: "Firm loses £3m", "Council sets aside £3m for flood wall"."""
        sentence = [word for word in sentence if word not in before]
        place = sentence.index(noun) + 1
        _, *numbers = self._sum_as(noun)
        use = self._after(noun, ("in", "for", "of", "on")) if self._maybe(0.5) else []
        for word in use:
            word.dep = "nmod" if word.dep == "obl" else word.dep
        return [*sentence[:place], *numbers, *use, *sentence[place:]]

    def _sum_as(self, noun: Word) -> Sentence:
        """A sum whose sign takes the place of a noun."""
        sign, *numbers = self._sum(self._number(noun), noun)
        noun.form = noun.lemma = sign.form
        noun.upos, noun.xpos, noun.feats, noun.space = sign.upos, sign.xpos, sign.feats, False
        for word in numbers:
            word.head = noun if word.head is sign else word.head
        return [noun, *numbers]

    def _after(self, root: Word, adpositions: Sequence[str] = AFTER) -> Sentence:
        """What a headline ends on: "after warehouse blaze", "over forged records"."""
        if root.upos == "VERB" and self._maybe(0.06):
            age = self._number(root)
            age.dep = "obl"
            return [Word("at", "at", "ADP", "IN", "_", "case", age), age]
        form = self.rng.choice(adpositions)
        lemma = self.rng.choice(self.words.things)
        plural = self._maybe(0.3)
        noun = self._noun(inflected(lemma, bare=not plural), "obl", root)
        noun.lemma = lemma
        if plural:
            noun.xpos, noun.feats = "NNS", "Number=Plur"
        before: Sentence = self._modifiers(noun, ()) if self._maybe(0.75) else []
        if self._maybe(0.15):
            verb, participle = self._active()
            before.insert(0, Word(participle, verb, "VERB", "VBN", PASSIVE, "amod", noun))
        return [Word(form, form, "ADP", "IN", "_", "case", noun), *before, noun]

    def _joined(self, sentence: Sentence) -> Sentence:
        """With a comma for "and" between nouns: "Rain, wind batter coast"."""
        for word in sentence:
            joins = word.dep == "cc" and word.form == "and"
            if joins and word.head and word.head.upos in ("NOUN", "PROPN") and self._maybe(0.35):
                word.form = word.lemma = word.xpos = ","
                word.upos, word.feats, word.dep = "PUNCT", "_", "punct"
        return sentence

    def _doubted(self, sentence: Sentence) -> Sentence:
        """With quotation marks around a part: "Mayor rejects 'unsafe' plan"."""
        parts = [w for w in sentence if w.dep in ("amod", "obj", "xcomp") and w.upos in ("ADJ", "NOUN", "VERB")]
        if not parts or not self._maybe(0.08):
            return sentence
        head = self.rng.choice(parts)
        part = part_under(sentence, head)
        if len(part) > 5 or not is_whole(sentence, part) or not sentence[sentence.index(part[-1])].space:
            return sentence
        opening, closing = self.rng.choice((("‘", "’"), ("'", "'"), ("“", "”"), ('"', '"')))
        first, last = sentence.index(part[0]), sentence.index(part[-1]) + 1
        quoted = [mark(opening, head, "``"), *part, mark(closing, head, "''")]
        return [*sentence[:first], *quoted, *sentence[last:]]

    # -- sources ----------------------------------------------------------------------------------
    def _sourced(self, sentence: Sentence) -> Sentence:
        """With its source: ", tribunal told", ", says mayor", "Mayor: ...", "Police say ..."."""
        draw = self.rng.random()
        root = root_of(sentence)
        if draw < 0.04:
            told = Word("told", "tell", "VERB", "VBN", PASSIVE, "root")
            court = self._noun(self.rng.choice(self.words.courts), "nsubj:pass", told)
            return [*self._under(sentence, root, told), court, told]
        if draw < 0.16:
            said = Word("", self.rng.choice(self.words.saying), "VERB", "VBZ", "", "root")
            speaker = self._speaker("nsubj", said)
            plural = "Number=Plur" in speaker[1].feats
            said.form, said.xpos = inflected(said.lemma, bare=plural), "VBP" if plural else "VBZ"
            said.feats = f"Mood=Ind|Number={'Plur' if plural else 'Sing'}|Person=3|Tense=Pres|VerbForm=Fin"
            if draw < 0.09:
                return [*self._under(sentence, root, said), *speaker[0], said]
            if draw < 0.12:
                return [*self._under(sentence, root, said), said, *speaker[0]]
            root.head, root.dep = said, "ccomp"
            return [*speaker[0], said, *sentence]
        if draw < 0.21:
            speaker = self._speaker("root", None)
            if self._maybe(0.6):
                root.head, root.dep = speaker[1], "parataxis"
                return [*speaker[0], mark(":", root), *self._opened(sentence)]
            speaker[1].head, speaker[1].dep = root, "parataxis"
            return [*sentence, mark(":", speaker[1]), *speaker[0]]
        if draw < 0.25:
            topic = self._noun(self.rng.choice(self.words.things), "root", None)
            root.head, root.dep = topic, "parataxis"
            return [*self._modifiers(topic, ()), topic, mark(":", root), *self._opened(sentence)]
        return sentence

    def _opened(self, sentence: Sentence) -> Sentence:
        if self._maybe(0.5):
            sentence[0].form = sentence[0].form[:1].upper() + sentence[0].form[1:]
        return sentence

    @staticmethod
    def _under(sentence: Sentence, root: Word, verb: Word) -> Sentence:
        root.head, root.dep = verb, "ccomp"
        return [*sentence, mark(",", root)]

    def _speaker(self, dep: str, head: Word | None) -> tuple[Sentence, Word]:
        """Somebody who says so, without an article."""
        if self._maybe(0.25):
            court = self._noun(self.rng.choice(self.words.courts), dep, head)
            return [court], court
        anchor = head or Word("", "", "", "")
        speaker = self.casting.speaker(dep, anchor)
        while speaker.aside or len(speaker.words) > 5 or any(w.form in (",", "(") for w in speaker.words):
            speaker = self.casting.speaker(dep, anchor)
        words = [w for w in speaker.words if w.form.lower() not in ARTICLES or w.dep != "det"]
        speaker.head.head = head
        return words, speaker.head
