"""Who speaks in a made sentence: names, roles and titles with what may follow them."""

from __future__ import annotations

from random import Random

from attrs import evolve, frozen

from training.material import Material
from training.trees import Sentence, Word, copied, part_under, root_of

PRONOUNS = {
    "he": "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs",
    "she": "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs",
    "they": "Case=Nom|Number=Plur|Person=3|PronType=Prs",
    "I": "Case=Nom|Number=Sing|Person=1|PronType=Prs",
}
LOWERED = frozenset({"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "NOUN", "NUM", "PRON", "SCONJ", "VERB"})


@frozen
class Speaker:
    """The words of a speaker; ``aside`` is the head of what follows a comma and asks for another comma."""

    words: Sentence
    head: Word
    aside: Word | None = None

    @property
    def plural(self) -> bool:
        """Whether it speaks in the plural."""
        return "Number=Plur" in self.head.feats

    @property
    def person(self) -> str:
        """The grammatical person."""
        return "1" if "Person=1" in self.head.feats else "3"


def root_under(words: Sentence, head: Word) -> Word:
    """The word of a part that hangs on a head outside of it."""
    return next(word for word in words if word.head is head)


def mark(form: str, head: Word | None, xpos: str | None = None) -> Word:
    """A punctuation mark."""
    return Word(form, form, "PUNCT", xpos or form, head=head)


def lowered(word: Word) -> None:
    """Write a word without the capital of a sentence start, if it has one of its own lemma."""
    if word.upos in LOWERED and word.lemma[:1].islower() and (word.form[1:].islower() or len(word.form) == 1):
        word.form = word.form.lower()


class Casting:
    """Finds speakers."""

    def __init__(self, material: Material, rng: Random) -> None:
        self.material = material
        self.rng = rng

    def placed(self, part: Sentence, dep: str, head: Word) -> Sentence:
        """A copy of gold words under a new head."""
        words = copied(part)
        top = root_of(words)
        top.dep, top.head = dep, head
        lowered(words[0])
        words[-1].space = True
        return words

    def pronoun(self, dep: str, head: Word) -> Speaker:
        """A speaker who was named before."""
        [form] = self.rng.choices(list(PRONOUNS), [5, 4, 1, 1])
        word = Word(form, form, "PRON", "PRP", PRONOUNS[form], dep, head)
        return Speaker([word], word)

    def speaker(self, dep: str, head: Word) -> Speaker:
        """A speaker with a name or a role."""
        draw = self.rng.random()
        if draw < 0.45:
            words = self._person(dep, head)
        elif draw < 0.6:
            words = self.placed(self.rng.choice(self.material.names), dep, head)
        else:
            words = self.placed(self.rng.choice(self.material.speakers), dep, head)
        top = root_under(words, head)
        if top.upos == "PROPN" and not any(word.form == "," for word in words) and self.rng.random() < 0.5:
            return self.with_aside(words, top)
        return Speaker(words, top)

    def _person(self, dep: str, head: Word) -> Sentence:
        """A name of parts that never met, with or without a title or a role before it."""
        first = evolve(self.rng.choice(self.material.firsts), head=head, dep=dep, space=True)
        last = evolve(self.rng.choice(self.material.lasts), head=first, dep="flat", space=True)
        if self.rng.random() < 0.4:
            last.head, last.dep = head, dep
            words = [last]
        else:
            words = [first, last]
        if self.rng.random() < 0.4:
            before = self.rng.choice(self.material.titles if self.rng.random() < 0.55 else self.material.roles)
            words = self.placed(before, "nmod:desc", words[0]) + words
        return words

    def with_aside(self, words: Sentence, name: Word) -> Speaker:
        """A name with its office, age, party or a clause."""
        draw = self.rng.random()
        if draw < 0.2:
            return self._with_party(words, name)
        if draw < 0.3:
            age = Word(str(self.rng.randint(18, 91)), "", "NUM", "CD", "NumForm=Digit|NumType=Card", "amod", name)
            age.lemma = age.form
            return Speaker([*words, mark(",", age), age], name, age)
        if draw < 0.5:
            part = self._relative(name)
            part.insert(0, mark(",", root_under(part, name)))
        else:
            part = self.placed(self.rng.choice(self.material.appositions), "appos", name)
        aside = root_under(part, name)
        if aside.dep == "appos" and self.rng.random() < 0.25:
            part += self._relative(aside)
        return Speaker(words + part, name, aside)

    def _relative(self, name: Word) -> Sentence:
        """What a person does: "who owns the ship", "who owns the ship and lives in Oslo"."""
        part = self.placed(self.rng.choice(self.material.relatives), "acl:relcl", name)
        if self.rng.random() < 0.25:
            verb = root_under(part, name)
            who, *more = self.placed(self.rng.choice(self.material.relatives), "conj", verb)
            if not any(word.head is who for word in more):
                joint = self.rng.choice(("and", "and", "but"))
                part += [Word(joint, joint, "CCONJ", "CC", "_", "cc", root_under(more, verb)), *more]
        return part

    def _with_party(self, words: Sentence, name: Word) -> Speaker:
        """A name with party and state: "Lee (R-Ohio)", "Lee, D-N.Y."."""
        lists = self.material.words
        letter = self.rng.choice(lists.parties)
        party = Word(letter, letter, "PROPN", "NNP", "Abbr=Yes|Number=Sing", "appos", name, space=False)
        form = self.rng.choice(lists.states)
        state = Word(form, form, "PROPN", "NNP", "Number=Sing", "nmod:unmarked", party)
        hyphen = mark("-", state, "HYPH")
        hyphen.space = False
        office = [party, hyphen, state]
        if self.rng.random() < 0.5:
            return Speaker([*words, mark("(", party, "-LRB-"), *office, mark(")", party, "-RRB-")], name)
        return Speaker([*words, mark(",", party), *office], name, party)


def top_parts(sentence: Sentence, root: Word) -> dict[Word, Word]:
    """For each word the child of the root that it is under; the root for itself."""
    tops = {root: root}
    for child in sentence:
        if child.head is root:
            tops |= dict.fromkeys(part_under(sentence, child), child)
    return tops
