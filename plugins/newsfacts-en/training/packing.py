"""Put a trained pipeline into the package: float16 weights, news tokenizer, no strings beyond need."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import spacy
import srsly  # type: ignore[import-untyped]
from newsfacts_en.weights import cast
from spacy.language import Language
from spacy.strings import StringStore

from training.surface import tokenizer_of

NAME = "newsfacts_en"
PACKAGE = Path(__file__).parents[1] / "src" / NAME
SPACE = {"patterns": [[{"IS_SPACE": True}]], "attrs": {"TAG": "_SP", "POS": "SPACE", "MORPH": ""}}
BRANCHES = ("prefix_tree", "suffix_tree")
NO_TREE = 2**32 - 1  # spaCy's mark for "no branch"
BATCH = 16  # articles parsed at once by default: memory stays small
META = {
    "name": NAME,
    "description": "English pipeline for news: tags, lemmas, Universal Dependencies, names.",
    "author": "The newsfacts developers",
    "email": "",
    "url": "",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8,<3.9",
}


def pack(trained: Path, version: str, into: Path = PACKAGE / "model") -> None:
    """Write a trained pipeline as the package's model."""
    nlp = spacy.load(trained)
    dressed(nlp)
    nlp.meta.update(META, version=version, performance={})
    nlp.config["nlp"]["batch_size"] = BATCH
    _forget_training(nlp)
    cast(nlp, "float16")
    shutil.rmtree(into, ignore_errors=True)
    nlp.to_disk(into)
    _slim(into)


def dressed(nlp: Language) -> Language:
    """The pipeline with the news tokenizer, and with white space tagged as such, lemmas mended."""
    nlp.tokenizer = tokenizer_of(nlp.vocab)
    if "attribute_ruler" not in nlp.pipe_names:
        ruler = nlp.add_pipe("attribute_ruler", after="morphologizer")
        ruler.add(**SPACE)  # type: ignore[attr-defined]
    if "lemma_mender" not in nlp.pipe_names:
        nlp.add_pipe("newsfacts_lemmas", name="lemma_mender", after="trainable_lemmatizer")
    return nlp


def _forget_training(nlp: Language) -> None:
    """Settings of a training run mean nothing to a user."""
    plain = spacy.blank("en").config
    for section in ("paths", "corpora", "training", "initialize", "pretraining"):
        nlp.config[section] = plain[section]


def _slim(folder: Path) -> None:
    """Keep the trees that make lemmas, and the strings that they and the tags name."""
    trees = _prune(folder / "trainable_lemmatizer")
    wanted = {tree[side] for tree in trees for side in ("orig", "subst") if side in tree}
    path = folder / "vocab" / "strings.json"
    strings = json.loads(path.read_text(encoding="utf-8"))
    hashes = StringStore()
    labels = _labels(json.loads((folder / "meta.json").read_text(encoding="utf-8")))
    kept = sorted(s for s in strings if s in labels or hashes.add(s) in wanted)
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def _prune(folder: Path) -> list[dict[str, int]]:
    """Keep the trees of the lemmatizer's labels and renumber them; training leaves a tree for each word it met."""
    trees: list[dict[str, int]] = srsly.read_msgpack(folder / "trees")["trees"]
    settings = srsly.read_json(folder / "cfg")
    kept: set[int] = set()
    waiting = list(settings["labels"])
    while waiting:
        if (place := waiting.pop()) not in kept:
            kept.add(place)
            waiting += [trees[place][side] for side in BRANCHES if trees[place].get(side, NO_TREE) != NO_TREE]
    places = {old: new for new, old in enumerate(sorted(kept))} | {NO_TREE: NO_TREE}
    pruned = [
        {side: places[value] if side in BRANCHES else value for side, value in trees[old].items()}
        for old in sorted(kept)
    ]
    settings["labels"] = [places[label] for label in settings["labels"]]
    srsly.write_msgpack(folder / "trees", {"trees": pruned})
    (folder / "cfg").write_text(json.dumps(settings) + "\n", encoding="utf-8")
    return pruned


def _labels(meta: dict[str, Any]) -> set[str]:
    """The labels of all components, and the white space tag."""
    return {str(label) for labels in meta["labels"].values() for label in labels} | {"_SP"}
