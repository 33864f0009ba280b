"""The reporting words, read from the lexicon files: verbs, nouns, adjectives, each with its frames."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import frozen

from newsfacts import Lexicons

Act = Literal["speech", "thought", "intention", "evidence", "decree"]
Status = Literal[
    "ASSERTED", "DENIED", "PROBABLE", "POSSIBLE", "UNCONFIRMED", "HINTED", "INTENDED", "REQUESTED", "CONDITIONAL",
    "COUNTERFACTUAL",
]  # fmt: skip


@frozen
class Sense:
    """What a cue means in one of its frames."""

    act: Act
    status: Status
    negated: Status


Frames = Mapping[str, Sense]
"""The frames of one word, each with its sense."""


def frames_of(lexicons: Lexicons, name: str) -> Mapping[str, Frames]:
    """Give the cue words of a TSV lexicon (lemma, act, status, status when negated, frames) by lemma.

    >>> frames_of(Lexicons(), "cue_verbs")["deny"]["clause"].status
    'DENIED'
    """
    return lexicons.compiled(("cue frames", name), lambda: _read(lexicons, name))


def _read(lexicons: Lexicons, name: str) -> dict[str, dict[str, Sense]]:
    words: dict[str, dict[str, Sense]] = {}
    for lemma, act, status, negated, frames in lexicons.rows(name):
        sense = Sense(act, status, negated)  # type: ignore[arg-type]
        words.setdefault(lemma, {}).update(dict.fromkeys(frames.split(), sense))
    return words


def british(lemma: str) -> str:
    """Give the spelling under which lexicons list a verb: "criticise" for "criticize".

    >>> british("characterize")
    'characterise'
    """
    return f"{lemma[:-3]}ise" if lemma.endswith("ize") else lemma
