"""Pipelines to train: new from a config, or taken on from a trained one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import spacy
from newsfacts_en.vectors import LowerVectors
from newsfacts_en.weights import models_of
from spacy.language import Language
from spacy.util import load_config, load_model_from_config
from thinc.api import Config

from training.growing import grown
from training.names import Passage, example_of
from training.surface import tokenizer_of
from training.trees_corpus import TreesCorpus

CONFIGS = Path(__file__).with_name("configs")
SYNTAX = ("tok2vec", "tagger", "morphologizer", "trainable_lemmatizer", "parser")
NAMES = ("ner",)


def new_syntax(corpus: TreesCorpus, vectors: Path | None = None) -> Language:
    """An untrained pipeline of tags, lemmas and trees with the labels of an epoch."""
    nlp = _made("syntax.cfg", vectors)
    examples = list(corpus.epoch(nlp, Random(0)))
    nlp.initialize(lambda: examples)
    return nlp


def new_names(passages: Iterable[Passage], vectors: Path | None = None) -> Language:
    """An untrained pipeline of names with the labels of the passages."""
    nlp = _made("names.cfg", vectors)
    examples = [example_of(nlp, passage) for passage in passages]
    nlp.initialize(lambda: examples)
    return nlp


def taken_on(trained: str | Path, components: Sequence[str], vectors: Path | None = None) -> Language:
    """Some components of a trained pipeline, ready to be trained on.

    They come in the sizes of today's configs: what a smaller pipeline lacks (layers, units, or the vectors of
    ``python -m training label``) starts out by changing nothing. A pipeline that reads vectors keeps its own.
    """
    nlp = spacy.load(trained)
    for name in nlp.component_names:
        if name not in components:
            nlp.remove_pipe(name)
    reads_vectors = nlp.vocab.vectors.size > 0
    if vectors and not reads_vectors:
        give_vectors(nlp, vectors)
    nlp = grown(nlp, _sized(nlp.config.copy(), components, with_vectors=reads_vectors or vectors is not None))
    nlp.tokenizer = tokenizer_of(nlp.vocab)
    if "trainable_lemmatizer" in components:
        _restore_tree_labels(nlp)
    return nlp


def put_together(syntax: Language, names: Language) -> Language:
    """One pipeline of both."""
    if names.vocab.vectors.size and not syntax.vocab.vectors.size:
        syntax.vocab.vectors = names.vocab.vectors
        syntax.config["nlp"]["vectors"] = names.config["nlp"]["vectors"]
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


def give_vectors(nlp: Language, file: Path) -> None:
    """Give a pipeline the vectors of a file; words are looked up in lower case."""
    with np.load(file) as read:
        words, data = read["words"].tolist(), read["vectors"].astype("float32")
    keys = [nlp.vocab.strings.add(word) for word in words]
    nlp.vocab.vectors = LowerVectors(strings=nlp.vocab.strings, data=data, keys=keys, name="newsfacts")


def _made(file: str, vectors: Path | None) -> Language:
    """The pipeline of a config, yet without weights."""
    config = load_config(CONFIGS / file)
    nlp = load_model_from_config(_sized(config, config["components"], with_vectors=bool(vectors)), auto_fill=True)
    if vectors:
        give_vectors(nlp, vectors)
    nlp.tokenizer = tokenizer_of(nlp.vocab)
    return nlp


def _sized(config: Config, components: Iterable[str], *, with_vectors: bool) -> Config:
    """The config with its components in the sizes of the configs here."""
    for file in CONFIGS.glob("*.cfg"):
        made = load_config(CONFIGS / file)["components"]
        config["components"].update({name: made[name] for name in made if name in components})
    for component in config["components"].values():
        if "model" in component:
            encoder = component["model"].get("tok2vec", component["model"])
            if "embed" in encoder:
                encoder["embed"]["include_static_vectors"] = with_vectors
    if with_vectors:
        config["nlp"]["vectors"] = {"@vectors": "newsfacts_en.LowerVectors.v1"}
    return config


def _restore_tree_labels(nlp: Language) -> None:
    """Give the lemmatizer the map from trees to labels that spaCy does not load; without it, it learns nothing."""
    lemmatizer = nlp.get_pipe("trainable_lemmatizer")
    lemmatizer.tree2label = {tree: i for i, tree in enumerate(lemmatizer.cfg["labels"])}  # type: ignore[attr-defined]
