"""Gold sentences with something set in between a subject and its verb: "Ana Duarte, head of the union, accused ..."."""

from __future__ import annotations

from random import Random

from training.clauses import spaced
from training.material import Material
from training.speakers import Casting, mark
from training.trees import Sentence, Word, is_whole, part_under

BEFORE_THE_VERB = ("aux", "advmod", "root")
PLAIN = 0.2


class Interrupter:
    """Sets offices, ages, parties and clauses behind people who do something.

    Behind them "accused" is a finite verb, and a parser that seldom saw one there takes it for a participle. The chance
    is that of such a verb; of others a fifth as many get an aside.
    """

    def __init__(self, material: Material, rng: Random, chance: float) -> None:
        self.rng = rng
        self.chance = chance
        self.speakers = material.words.speakers
        self.casting = Casting(material, rng)

    def interrupted(self, sentence: Sentence) -> Sentence:
        """The sentence with an aside behind its subject; as it is where it has no fit subject, and often else."""
        verb = next((word for word in sentence if word.head is None), None)
        if verb is None or verb.upos != "VERB":
            return sentence
        like_a_participle = verb.xpos == "VBD" and verb.form.endswith("ed")
        subject = next((word for word in sentence if word.head is verb and word.dep == "nsubj"), None)
        chance = self.chance if like_a_participle else self.chance * PLAIN
        if subject is None or not self._is_somebody(sentence, subject) or self.rng.random() >= chance:
            return sentence
        part = part_under(sentence, subject)
        place = sentence.index(part[-1]) + 1
        stands_before = place < len(sentence) and is_whole(sentence, part) and part[-1].upos != "PUNCT"
        if not stands_before or not self._opens_the_verb(sentence[place], verb):
            return sentence
        words = self.casting.with_aside(part, subject)
        added = [word for word in words.words if word not in part]
        if words.aside:
            added.append(mark(",", words.aside))
        spaced([part[-1], *added])
        return [*sentence[:place], *added, *sentence[place:]]

    def _is_somebody(self, sentence: Sentence, subject: Word) -> bool:
        """Whether the subject is somebody with a full name, or in an office."""
        if subject.upos == "PROPN":
            return any(word.head is subject and word.dep == "flat" for word in sentence)
        return subject.upos == "NOUN" and subject.lemma in self.speakers

    def _opens_the_verb(self, word: Word, verb: Word) -> bool:
        return word is verb or (word.head is verb and word.dep.split(":")[0] in BEFORE_THE_VERB)
