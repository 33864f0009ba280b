"""Pipelines to train: new from a config, or taken on from a trained one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import load_config, load_model_from_config

from training.names import Passage, example_of
from training.packing import models_of
from training.surface import tokenizer_of
from training.trees_corpus import TreesCorpus

CONFIGS = Path(__file__).with_name("configs")
SYNTAX = ("tok2vec", "tagger", "morphologizer", "trainable_lemmatizer", "parser")
NAMES = ("ner",)


def new_syntax(corpus: TreesCorpus) -> Language:
    """An untrained pipeline of tags, lemmas and trees with the labels of an epoch."""
    nlp = _new("syntax.cfg")
    examples = list(corpus.epoch(nlp, Random(0)))
    nlp.initialize(lambda: examples)
    return nlp


def new_names(passages: Iterable[Passage]) -> Language:
    """An untrained pipeline of names with the labels of the passages."""
    nlp = _new("names.cfg")
    examples = [example_of(nlp, passage) for passage in passages]
    nlp.initialize(lambda: examples)
    return nlp


def taken_on(trained: str | Path, components: Sequence[str]) -> Language:
    """Some components of a trained pipeline, ready to be trained on."""
    nlp = spacy.load(trained)
    for name in nlp.component_names:
        if name not in components:
            nlp.remove_pipe(name)
    nlp.tokenizer = tokenizer_of(nlp.vocab)
    if "trainable_lemmatizer" in components:
        _restore_tree_labels(nlp)
    return nlp


def put_together(syntax: Language, names: Language) -> Language:
    """One pipeline of both."""
    syntax.add_pipe("ner", source=names)
    return syntax


def average(pipelines: Sequence[Language], shares: Sequence[float] | None = None) -> Language:
    """The first pipeline with the mean weights of all; they must have grown from the same start.

    Shares sum up to one; without them all count alike.
    """
    first = pipelines[0]
    shares = shares or [1 / len(pipelines)] * len(pipelines)
    for nodes in zip(*map(models_of, pipelines), strict=True):
        for name in nodes[0].param_names:
            if nodes[0].has_param(name):
                parts: list[Any] = [node.get_param(name) for node in nodes]
                nodes[0].set_param(name, sum(s * part for s, part in zip(shares, parts, strict=True)))
    return first


def _new(config: str) -> Language:
    nlp = load_model_from_config(load_config(CONFIGS / config), auto_fill=True)
    nlp.tokenizer = tokenizer_of(nlp.vocab)
    return nlp


def _restore_tree_labels(nlp: Language) -> None:
    """Give the lemmatizer the map from trees to labels that spaCy does not load; without it, it learns nothing."""
    lemmatizer = nlp.get_pipe("trainable_lemmatizer")
    lemmatizer.tree2label = {tree: i for i, tree in enumerate(lemmatizer.cfg["labels"])}  # type: ignore[attr-defined]
