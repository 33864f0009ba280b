"""Gold material for new sentences: statements, speakers, names, times, as trees."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

from training.trees import Paragraph, Sentence, Text, Word, is_whole, part_under, root_of

UNFIT_FORMS = frozenset('"“”‘()[]:;*<>')
LOOSE = frozenset({"parataxis", "discourse", "vocative", "dislocated", "list", "goeswith", "reparandum"})
NOMINALS = ("nsubj", "obj", "iobj", "obl", "appos", "nmod")


@frozen
class Verb:
    """A reporting verb."""

    lemma: str
    past: str
    present: str
    weight: int
    participle: str | None = None
    listener: bool = False
    question: bool = False
    unquoted: bool = False


@frozen
class ReportingWords:
    """The lists of ``reporting.toml``."""

    speakers: frozenset[str]
    roles: frozenset[str]
    times: frozenset[str]
    occasions: frozenset[str]
    parties: Sequence[str]
    states: Sequence[str]
    towns: Sequence[str]
    agencies: Sequence[str]
    verbs: Sequence[Verb]


def reporting_words() -> ReportingWords:
    """The words of reporting clauses."""
    raw: dict[str, Any] = tomllib.loads(Path(__file__).with_name("reporting.toml").read_text(encoding="utf-8"))
    verbs = tuple(Verb(lemma=lemma, **entry) for lemma, entry in raw.pop("verbs").items())
    sets: dict[str, Any] = {name: frozenset(raw.pop(name)) for name in ("speakers", "roles", "times", "occasions")}
    return ReportingWords(**sets, **raw, verbs=verbs)


@frozen
class Statement:
    """A gold sentence that can be reported, and where it stood."""

    words: Sentence
    paragraph: Paragraph
    place: int


@define
class Material:
    """Parts of gold trees by what they can be in a new sentence."""

    words: ReportingWords
    statements: list[Statement] = field(factory=list)
    questions: list[Statement] = field(factory=list)
    speakers: list[Sentence] = field(factory=list)
    names: list[Sentence] = field(factory=list)
    firsts: list[Word] = field(factory=list)
    lasts: list[Word] = field(factory=list)
    titles: list[Sentence] = field(factory=list)
    roles: list[Sentence] = field(factory=list)
    appositions: list[Sentence] = field(factory=list)
    relatives: list[Sentence] = field(factory=list)
    times: list[Sentence] = field(factory=list)
    weekdays: list[Sentence] = field(factory=list)
    listeners: list[Sentence] = field(factory=list)
    tellings: list[Statement] = field(factory=list)
    compounds: defaultdict[str, list[str]] = field(factory=lambda: defaultdict(list))
    lemmas: dict[tuple[str, str], str] = field(factory=dict)

    @classmethod
    def gathered(cls, texts: Iterable[Text], taught: Iterable[Text] = ()) -> Material:
        """The material of gold texts; a teacher's give offices of people, and statements to tell in brief."""
        material = cls(reporting_words())
        for statement in _sentences_of(texts):
            material._take(statement)
        material.tellings = [*material.statements]
        for statement in _sentences_of(taught):
            material._take_compounds(statement.words)
            for word in statement.words:
                if word.dep == "appos" and word.upos == "NOUN":
                    material._take_nominal(statement.words, word)
            if sum(word.head is None for word in statement.words) == 1 and _can_be_reported(statement.words):
                material.tellings.append(statement)
        return material

    def _take(self, statement: Statement) -> None:
        sentence = statement.words
        self._take_compounds(sentence)
        self.lemmas |= {(word.form.lower(), word.xpos): word.lemma for word in sentence if word.xpos[:2] == "VB"}
        if sum(word.head is None for word in sentence) != 1:
            return
        if _can_be_reported(sentence):
            (self.questions if sentence[-1].form == "?" else self.statements).append(statement)
        for word in sentence:
            if word.upos in ("NOUN", "PROPN") and word.dep.startswith(NOMINALS):
                self._take_nominal(sentence, word)
            elif word.dep == "acl:relcl" and word.upos == "VERB":
                self._take_relative(sentence, word)

    def _take_compounds(self, sentence: Sentence) -> None:
        """Nouns before nouns, by the noun they stand before."""
        for word, noun in pairwise(sentence):
            plain = word.xpos == "NN" and word.form.isalpha() and word.form.islower() and noun.upos == "NOUN"
            if plain and word.dep == "compound" and word.head is noun:
                self.compounds[noun.form.lower()].append(word.form)

    def _take_nominal(self, sentence: Sentence, head: Word) -> None:
        part = _trimmed(part_under(sentence, head))
        if len(part) > 12 or not is_whole(sentence, part) or any(map(_unfit_in_a_nominal, part)):
            return
        lemma, dep = (head.lemma or head.form).lower(), head.dep.split(":")[0]
        opened = part[0].form == ","
        if dep == "appos":
            if opened and len(part) > 2 and head.upos == "NOUN" and lemma in self.words.speakers:
                self.appositions.append(part)
        elif opened:
            return
        elif dep == "nsubj" and (head.upos == "PROPN" or lemma in self.words.speakers):
            self._take_speaker(part, head)
        elif dep == "obl" and len(part) <= 6:
            self._take_time(part, lemma)
        elif dep == "iobj" and len(part) <= 4 and head.head and head.head.lemma in ("tell", "ask"):
            self.listeners.append(part)

    def _take_speaker(self, part: Sentence, head: Word) -> None:
        (self.names if head.upos == "PROPN" else self.speakers).append(part)
        if len(part) == 2 and head is part[0] and part[1].dep == "flat" and head.form.isalpha():
            self.firsts.append(part[0])
            self.lasts.append(part[1])
        titles = [w for w in part if w.head is head and w.dep == "nmod:desc" and w.upos in ("PROPN", "NOUN")]
        if head.upos == "PROPN" and titles and (title := part_under(part, titles[0]))[0] is part[0]:
            self.titles.append(title)
        if head.lemma in self.words.roles and "Number=Sing" in head.feats:
            kept = [w for w in part if w is head or (w.head is head and w.dep in ("compound", "amod"))]
            self.roles.append(kept[: kept.index(head) + 1])

    def _take_time(self, part: Sentence, lemma: str) -> None:
        if len(part) == 1 and lemma.endswith("day") and part[0].form[0].isupper():
            self.weekdays.append(part)
        elif lemma in self.words.times or (lemma in self.words.occasions and part[0].lemma in ("at", "during", "in")):
            self.times.append(part)

    def _take_relative(self, sentence: Sentence, verb: Word) -> None:
        """Take a clause with "who" as its subject, without the comma before it."""
        part = _trimmed(part_under(sentence, verb))
        whole = is_whole(sentence, part)
        part = part[1:] if part[0].form == "," else part
        plural = any("Number=Plur" in w.feats and "VerbForm=Fin" in w.feats for w in part if verb in (w, w.head))
        if 3 <= len(part) <= 16 and part[0].form == "who" and part[0].head is verb and whole and not plural:
            self.relatives.append(part)


def _sentences_of(texts: Iterable[Text]) -> Iterator[Statement]:
    for text in texts:
        for paragraph in text:
            for place, sentence in enumerate(paragraph):
                yield Statement(sentence, paragraph, place)


def _trimmed(part: Sentence) -> Sentence:
    while len(part) > 1 and part[-1].upos == "PUNCT" and part[-1].form not in (")", "”", '"'):
        part = part[:-1]
    return part


def _unfit_in_a_nominal(word: Word) -> bool:
    return word.upos in ("VERB", "AUX", "SYM", "X") or word.xpos.startswith("W") or word.form in UNFIT_FORMS


def _can_be_reported(sentence: Sentence) -> bool:
    """Whether a sentence is one plain clause with a subject and a final mark."""
    if not (4 <= len(sentence) <= 30 and sentence[0].form[:1].isupper() and sentence[-1].form in {".", "!", "?"}):
        return False
    root = root_of(sentence)
    children = [word for word in sentence if word.head is root]
    deps = {word.dep.split(":")[0] for word in children}
    return (
        "nsubj" in deps
        and not deps & LOOSE
        and (root.upos == "VERB" or "cop" in deps)
        and sentence[-1].head is root
        and not any(w.form in UNFIT_FORMS or w.upos in ("SYM", "X") or _shouted(w) for w in sentence)
        and all(is_whole(sentence, part_under(sentence, child)) for child in children)
    )


def _shouted(word: Word) -> bool:
    return (word.form.isupper() and len(word.form) > 5) or word.form.startswith("--")
