"""Train the teachers and let them label open text: ``python -m training teach`` and ``label``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import spacy
import torch
from attrs import frozen

from training.documents import chunks_of
from training.dressing import Dresser, Wardrobe
from training.material import Material
from training.names import NamesCorpus, NamesTaste, Passage, passages_of, share_of
from training.surface import tokenizer_of
from training.teacher.encoder import Encoder
from training.teacher.labelling import write_names, write_trees
from training.teacher.learning import Lessons, teach
from training.teacher.names import NamesTeacher
from training.teacher.trees import TreesTeacher, labels_of
from training.teacher.vectors import Shares, vectors_of, vocabulary, write_vectors
from training.trees import Sentence, texts_of

TREE_FILES = ("ewt-train", "gum-train")
MACHINE = "gmb"
Say = Callable[[str], None]


@frozen
class School:
    """Where the data, the pretrained encoder and the teachers are, and the settings of ``build.toml``."""

    data: Path
    encoder: Path
    work: Path
    settings: dict[str, Any]

    @property
    def lessons(self) -> dict[str, Any]:
        """The settings of the teachers."""
        return dict(self.settings["teacher"])

    def passages(self) -> list[Passage]:
        """The passages of names."""
        return list(passages_of(self.data / "ner" / "train.jsonl.gz"))

    def open_text(self) -> list[Passage]:
        """Passages to be labelled, a share of each source; what was annotated on them is not used."""
        rng, shares = Random(1), self.lessons["shares"]
        return [passage for passage in self.passages() if rng.random() < share_of(passage.source, shares, 0.0)]


def teach_trees(school: School, say: Say) -> None:
    """Train the teacher of trees on the gold trees and made clauses."""
    texts = [text for name in TREE_FILES for text in texts_of(school.data / "ud" / f"{name}.conllu.gz")]
    labels = labels_of(sentence for text in texts for paragraph in text for sentence in paragraph)
    (school.work / "trees.json").write_text(json.dumps(labels), encoding="utf-8")
    material, wardrobe = Material.gathered(texts), Wardrobe(**school.settings["syntax"]["wardrobe"])

    def epoch(rng: Random) -> list[Sentence]:
        dresser = Dresser(material, rng, wardrobe)
        pieces = [piece for text in texts for piece in chunks_of(text, rng)]
        made = round(school.lessons["made"] * sum(map(len, pieces)))
        paragraphs = [paragraph for piece in pieces for paragraph in dresser.dressed(piece)]
        paragraphs += [dresser.reporter.paragraph() for _ in range(made)]
        return [s for paragraph in paragraphs for s in paragraph if len(s) <= school.lessons["longest_sentence"]]

    lessons = Lessons(**school.lessons["trees"])
    teach(TreesTeacher(school.encoder, labels), epoch, len, lessons, say=say, into=school.work / "trees.pt")


def teach_names(school: School, say: Say) -> None:
    """Train the teacher of names on the passages annotated by hand."""
    by_hand = [passage for passage in school.passages() if not passage.source.startswith(MACHINE)]
    corpus = NamesCorpus(by_hand, NamesTaste(**school.settings["names"]["taste"]))
    labels = sorted({label for passage in corpus.passages for _, _, label in passage.names})
    (school.work / "names.json").write_text(json.dumps(labels), encoding="utf-8")

    def epoch(rng: Random) -> list[Passage]:
        return [p for p in corpus.sampled(rng) if len(p.words) <= school.lessons["longest_passage"]]

    lessons = Lessons(**school.lessons["names"])
    teacher = NamesTeacher(school.encoder, labels)
    teach(teacher, epoch, lambda passage: len(passage.words), lessons, say=say, into=school.work / "names.pt")


def label(school: School, say: Say, parts: Sequence[str]) -> None:
    """Write open text with the labels of the teachers (``trees.conllu.gz``, ``names.jsonl.gz``) and ``vectors.npz``."""
    if "trees" in parts:
        labels = json.loads((school.work / "trees.json").read_text(encoding="utf-8"))
        teacher = _trained(TreesTeacher(school.encoder, labels), school.work / "trees.pt")
        tokenizer = tokenizer_of(spacy.blank("en").vocab)
        words = write_trees(teacher, school.open_text(), tokenizer, school.work / "trees.conllu.gz")
        say(f"{words} words with trees")
    if {"names", "vectors"} & set(parts):
        labels = json.loads((school.work / "names.json").read_text(encoding="utf-8"))
        names = _trained(NamesTeacher(school.encoder, labels), school.work / "names.pt")
    if "names" in parts:
        passages = [p for p in school.passages() if p.source == MACHINE]
        number = write_names(names, passages, school.work / "names.jsonl.gz", school.lessons["least_probability"])
        say(f"{number} passages with names")
    if "vectors" in parts:
        settings = school.lessons["vectors"]
        encoder = Encoder(school.encoder)
        words = vocabulary(_sentences(school), encoder, settings["least"])
        vectors = vectors_of(words, encoder, names, settings["width"], Shares())
        write_vectors(words, vectors, school.work / "vectors.npz")
        say(f"{len(words)} words with vectors")


def _sentences(school: School) -> Iterator[Sequence[str]]:
    """The words of all text at hand."""
    for passage in school.passages():
        yield passage.words
    for name in TREE_FILES:
        for text in texts_of(school.data / "ud" / f"{name}.conllu.gz"):
            for sentence in (sentence for paragraph in text for sentence in paragraph):
                yield [word.form for word in sentence]


def _trained(teacher: Any, file: Path) -> Any:
    teacher.load_state_dict(torch.load(file, weights_only=True))
    return teacher
