"""Finds a spaCy pipeline for English and tells what it annotates; never downloads."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from newsfacts.errors import NoPipelineError
from newsfacts.extractor import Step

if TYPE_CHECKING:
    from spacy.language import Language

PREFERRED = ("newsfacts_en", "en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")

ANNOTATIONS = {
    "token.dep": "dep",
    "token.tag": "tag",
    "token.pos": "pos",
    "token.morph": "morph",
    "token.lemma": "lemma",
    "doc.sents": "sents",
    "doc.ents": "ent",
}


def best_installed() -> str:
    """Give the name of the best English pipeline that is installed."""
    from spacy.util import get_installed_models  # (spaCy is imported when it is needed)

    installed = get_installed_models()
    for name in PREFERRED:
        if name in installed:
            return name
    raise NoPipelineError(
        "no English spaCy pipeline is installed; install newsfacts-en (pip install newsfacts[en]), "
        'or pass one: newsfacts.load("en_core_web_sm")'
    )


def language(source: str | Path | Language | None = None) -> Language:
    """Give a spaCy pipeline: by name or path, as it is, or the best installed one."""
    import spacy
    from spacy.language import Language

    if isinstance(source, Language):
        return source
    name = source if source is not None else best_installed()
    try:
        return spacy.load(name)
    except OSError as error:
        reason = str(error).partition("\n")[0]
        raise NoPipelineError(f"spaCy cannot load a pipeline {str(name)!r}: {reason}") from error


def annotated_by(nlp: Language) -> frozenset[str]:
    """Give what a spaCy pipeline annotates, in the words of `Extractor.reads`."""
    found = {
        ANNOTATIONS[attribute]
        for name in nlp.pipe_names
        for attribute in nlp.get_pipe_meta(name).assigns
        if attribute in ANNOTATIONS
    }
    if "morph" in found or "tag" in found:  # spaCy's taggers write both coarse and fine tags, by one way or another
        found |= {"pos", "tag", "morph"}
    return frozenset(found)


def check_reads(steps: Iterable[Step], nlp: Language) -> None:
    """Raise a `NoPipelineError` for a step that reads what the spaCy pipeline does not annotate."""
    given = annotated_by(nlp)
    for step in steps:
        if missing := sorted(step.extractor.reads - given):
            name = f"{nlp.meta['lang']}_{nlp.meta['name']}"
            raise NoPipelineError(
                f"step {step.name!r} of {step.plugin} reads {', '.join(missing)}, but the spaCy pipeline {name} gives "
                f"{', '.join(sorted(given)) or 'only tokens'}; use one that does, or leave {step.name!r} out: "
                f"load(..., without=[{step.name!r}])"
            )
