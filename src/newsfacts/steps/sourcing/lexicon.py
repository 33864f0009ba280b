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


def lemmas_by_form(lexicons: Lexicons) -> Mapping[str, str]:
    """Give the reporting verb of each inflected form, so that no lemmatiser's slip loses one.

    >>> forms = lemmas_by_form(Lexicons())
    >>> forms["hinted"], forms["denies"], forms["criticizing"], forms["told"]
    ('hint', 'deny', 'criticise', 'tell')
    """
    return lexicons.compiled("cue forms", lambda: _forms(lexicons))


def _forms(lexicons: Lexicons) -> dict[str, str]:
    forms: dict[str, str] = {}
    for lemma in sorted({name.split()[0] for name in frames_of(lexicons, "cue_verbs")}):
        for spelling in (lemma, f"{lemma[:-3]}ize") if lemma.endswith("ise") else (lemma,):
            forms |= dict.fromkeys(_inflected(spelling), lemma)
    forms.update((form, lemma) for form, lemma in lexicons.rows("cue_forms"))
    return forms


def _inflected(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("e"):
        return lemma, f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return lemma, f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    ending = "es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    plain = (lemma, f"{lemma}{ending}", f"{lemma}ed", f"{lemma}ing")
    if lemma[-1] in "bdglmnprt" and lemma[-2] in "aeiou" and lemma[-3:-2] not in {*"aeiou"}:
        return (*plain, f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing")
    return plain
