"""Pipelines to train: new from a config, or taken on from a trained one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import spacy
from newsfacts_en.vectors import LowerVectors
from spacy.language import Language
from spacy.training import Example
from spacy.util import load_config, load_model_from_config
from thinc.api import Config, Model

from training.names import Passage, example_of
from training.surface import tokenizer_of
from training.trees_corpus import TreesCorpus

CONFIGS = Path(__file__).with_name("configs")
SYNTAX = ("tok2vec", "tagger", "morphologizer", "trainable_lemmatizer", "parser")
NAMES = ("ner",)


def new_syntax(corpus: TreesCorpus, vectors: Path | None = None) -> Language:
    """An untrained pipeline of tags, lemmas and trees with the labels of an epoch."""
    nlp = _made(load_config(CONFIGS / "syntax.cfg"), vectors)
    examples = list(corpus.epoch(nlp, Random(0)))
    nlp.initialize(lambda: examples)
    return nlp


def new_names(passages: Iterable[Passage], vectors: Path | None = None) -> Language:
    """An untrained pipeline of names with the labels of the passages."""
    nlp = _made(load_config(CONFIGS / "names.cfg"), vectors)
    examples = [example_of(nlp, passage) for passage in passages]
    nlp.initialize(lambda: examples)
    return nlp


def taken_on(trained: str | Path, components: Sequence[str], vectors: Path | None = None) -> Language:
    """Some components of a trained pipeline, ready to be trained on.

    With a file of vectors (``python -m training label``) an encoder that read none reads them from now on, and starts
    out by making nothing of them; one that reads vectors already keeps its own.
    """
    nlp = spacy.load(trained)
    for name in nlp.component_names:
        if name not in components:
            nlp.remove_pipe(name)
    if vectors and not _embeds(nlp.config)[0]["include_static_vectors"]:
        nlp = _grown(nlp, vectors)
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


def models_of(nlp: Language) -> Iterator[Model[Any, Any]]:
    """All nodes of all trained components."""
    for _, component in nlp.components:
        if isinstance(model := getattr(component, "model", None), Model):
            yield from model.walk()


def _made(config: Config, vectors: Path | None) -> Language:
    for embed in _embeds(config):
        embed["include_static_vectors"] = vectors is not None
    if vectors:
        config["nlp"]["vectors"] = {"@vectors": "newsfacts_en.LowerVectors.v1"}
    nlp = load_model_from_config(config, auto_fill=True)
    if vectors:
        give_vectors(nlp, vectors)
    nlp.tokenizer = tokenizer_of(nlp.vocab)
    return nlp


def _embeds(config: Config) -> list[dict[str, Any]]:
    """The settings of the embeddings of a pipeline's encoders."""
    models = [component["model"] for component in config["components"].values() if "model" in component]
    encoders = [model.get("tok2vec", model) for model in models]
    return [encoder["embed"] for encoder in encoders if "embed" in encoder]


def _grown(nlp: Language, vectors: Path) -> Language:
    """The same pipeline with encoders that read vectors, with the weights of the old one."""
    grown = _made(nlp.config.copy(), vectors)
    examples = [Example.from_dict(grown.make_doc(word), {}) for word in ("Agreed", "Done")]
    for name, component in nlp.components:
        new = grown.get_pipe(name)
        labels = {"labels": data} if (data := component.label_data) else {}  # type: ignore[attr-defined]
        new.initialize(lambda: examples, nlp=grown, **labels)  # type: ignore[attr-defined]
        _take_weights(component.model, new.model)  # type: ignore[attr-defined]
    return grown


def _take_weights(old: Model[Any, Any], new: Model[Any, Any]) -> None:
    """Fill a model with the weights of a smaller one of the same build; what the old one lacks is nought."""
    nodes = [[node for node in model.walk(order="dfs_pre") if node.param_names] for model in (old, new)]
    olds, news = nodes[0], [node for node in nodes[1] if node.name != "static_vectors"]
    for mine, theirs in zip(news, olds, strict=True):
        for name in theirs.param_names:
            part: Any = theirs.get_param(name)
            whole = np.zeros(mine.get_param(name).shape, dtype="float32")
            whole[..., : part.shape[-1]] = part
            mine.set_param(name, whole)


def _restore_tree_labels(nlp: Language) -> None:
    """Give the lemmatizer the map from trees to labels that spaCy does not load; without it, it learns nothing."""
    lemmatizer = nlp.get_pipe("trainable_lemmatizer")
    lemmatizer.tree2label = {tree: i for i, tree in enumerate(lemmatizer.cfg["labels"])}  # type: ignore[attr-defined]
