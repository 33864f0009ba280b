"""A trained pipeline in other sizes: what the smaller one lacks starts out by changing nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.training import Example
from spacy.util import load_model_from_config
from thinc.api import Config, Model


def grown(nlp: Language, config: Config) -> Language:
    """The pipeline of a config with the labels, the words and the weights of another one, no larger in any size.

    It gives what the other gives: new layers of an encoder pass on what they are given, units that are new are not
    listened to by what follows, and old units do not listen to what is new.
    """
    new = load_model_from_config(config, vocab=nlp.vocab, auto_fill=True)
    examples = [Example.from_dict(new.make_doc(word), {}) for word in ("Agreed", "Done")]
    for name, component in nlp.components:
        labels = {"labels": data} if (data := component.label_data) else {}  # type: ignore[attr-defined]
        new.get_pipe(name).initialize(lambda: examples, nlp=new, **labels)  # type: ignore[attr-defined]
        _take_weights(component.model, new.get_pipe(name).model)  # type: ignore[attr-defined]
    return new


def _take_weights(old: Model[Any, Any], new: Model[Any, Any]) -> None:
    """Fill a model with the weights of a smaller one of the same build."""
    waiting = deque(_nodes(old))
    for mine in _nodes(new):
        if waiting and mine.name == waiting[0].name:
            _fill(mine, waiting.popleft())
        elif mine.name == "layernorm":
            _silence(mine)
    if waiting:
        raise ValueError(f"the new model has no place for the weights of '{waiting[0].name}'")


def _nodes(model: Model[Any, Any]) -> Iterator[Model[Any, Any]]:
    return (node for node in model.walk(order="dfs_pre") if node.param_names)


def _fill(mine: Model[Any, Any], theirs: Model[Any, Any]) -> None:
    """Take each weight over; the last axis of a matrix is what a unit listens to, the others count the units."""
    for name in theirs.param_names:
        part: Any = theirs.get_param(name)
        whole: Any = mine.get_param(name).copy()
        corner = tuple(slice(size) for size in part.shape)
        whole[corner[:-1]] = 0
        whole[corner] = part
        mine.set_param(name, whole)


def _silence(norm: Model[Any, Any]) -> None:
    """Let a new layer, which is added to what it is given, add nothing."""
    for name in norm.param_names:
        norm.set_param(name, norm.get_param(name) * 0)
