"""Train the weights from the data folder and put them into the package."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
from attrs import evolve, frozen
from spacy.language import Language

from training.dressing import Wardrobe
from training.learning import Course, learn
from training.lemma_table import write_table
from training.names import NamesCorpus, NamesTaste, passages_of, share_of
from training.pipelines import NAMES, SYNTAX, average, new_names, new_syntax, put_together, taken_on
from training.trees import texts_of
from training.trees_corpus import TreesCorpus, TreesTaste

TREE_FILES = ("ewt-train", "gum-train")
Say = Callable[[str], None]


@frozen
class Plan:
    """Where the data are, where checkpoints go, what to start from, and the settings of ``build.toml``.

    ``taught`` is the folder of ``python -m training label``, if its text is to be learned from as well.
    """

    data: Path
    work: Path
    start: str | None
    taught: Path | None
    settings: dict[str, Any]

    @property
    def vectors(self) -> Path | None:
        """The vectors of words, which come with what was taught."""
        return self.taught / "vectors.npz" if self.taught else None

    def course(self, part: str) -> Course:
        """The course of a part, new or taken on."""
        settings = dict(self.settings[part]["on" if self.start else "new"])
        settings.pop("kept", None)
        return Course(**settings)


def read_settings() -> dict[str, Any]:
    """The settings of ``build.toml``."""
    return tomllib.loads(Path(__file__).with_name("build.toml").read_text(encoding="utf-8"))


def build(plan: Plan, say: Say) -> Path:
    """Train both parts; gives the folder of the whole pipeline."""
    syntax = spacy.load(train_syntax(plan, say))
    names = spacy.load(train_names(plan, say))
    whole = plan.work / "whole"
    put_together(syntax, names).to_disk(whole)
    return whole


def train_syntax(plan: Plan, say: Say) -> Path:
    """Train tags, lemmas and trees; gives the folder of the averaged runs."""
    settings = plan.settings["syntax"]
    texts = [text for name in TREE_FILES for text in texts_of(plan.data / "ud" / f"{name}.conllu.gz")]
    write_table(texts)
    taste = TreesTaste(
        **{name: settings[name] for name in ("made", "headlines", "taught")}, wardrobe=Wardrobe(**settings["wardrobe"])
    )
    taught = list(texts_of(plan.taught / "trees.conllu.gz")) if plan.taught else []
    corpus = TreesCorpus(texts, taste, taught)
    origin: str | Path = plan.start or plan.work / "syntax-new"
    if plan.start is None:
        new_syntax(corpus, plan.vectors).to_disk(plan.work / "syntax-new")
    runs = []
    for seed in range(1, settings["runs"] + 1):
        runs.append(plan.work / f"syntax-{seed}")
        course = evolve(plan.course("syntax"), seed=seed)
        learn(taken_on(origin, SYNTAX, plan.vectors), SYNTAX, corpus.epoch, course, say=say, into=runs[-1])
    mean = plan.work / "syntax"
    pipelines = [spacy.load(run) for run in runs]
    shares = [1 / len(runs)] * len(runs)
    if plan.start:
        kept = settings["on"]["kept"]
        pipelines.append(taken_on(origin, SYNTAX, plan.vectors))
        shares = [*(share * (1 - kept) for share in shares), kept]
    average(pipelines, shares).to_disk(mean)
    return mean


def train_names(plan: Plan, say: Say) -> Path:
    """Train names; gives their folder."""
    taste = NamesTaste(**plan.settings["names"]["taste"])
    files = [plan.data / "ner" / "train.jsonl.gz"]
    if plan.taught:
        files.append(plan.taught / "names.jsonl.gz")
    passages = [p for file in files for p in passages_of(file) if share_of(p.source, taste.shares, 1.0)]
    corpus = NamesCorpus(passages, taste)
    nlp: Language = taken_on(plan.start, NAMES, plan.vectors) if plan.start else new_names(passages, plan.vectors)
    folder = plan.work / "names"
    learn(nlp, NAMES, corpus.epoch, plan.course("names"), say=say, into=folder)
    return folder
