"""Learns the weights of evidence for claims from articles with marked attributions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from attrs import frozen

from newsfacts import Reading, RecordError, Span
from newsfacts.steps.sourcing.candidates import candidates
from newsfacts.steps.sourcing.evidence import evidence_for
from newsfacts.steps.sourcing.proposals import Proposal
from newsfacts.steps.sourcing.scene import Range, Scene
from newsfacts.steps.sourcing.weights import BIAS, Weights

ROUNDS = 250
LEAST = 3  # evidence seen on fewer candidates says nothing
SMOOTHING = 1.0


@frozen
class Marked:
    """A marked attribution: the characters of its source, cue and content."""

    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()

    @staticmethod
    def of(row: object, text: str) -> Marked:
        """Read `{"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 40]]}`, or say what is wrong with it."""
        if not isinstance(row, Mapping):
            raise RecordError(f"attributions: expected objects with source, cue and content, not {row!r}")
        return Marked(*(_spans(row.get(name, []), name, text) for name in ("cue", "content", "source")))


def _spans(value: object, name: str, text: str) -> tuple[Span, ...]:
    if not isinstance(value, list):
        raise RecordError(f"attributions: {name}: expected a list of [start, end], not {value!r}")
    found = []
    for pair in value:
        match pair:
            case [int(start), int(end)] if 0 <= start < end <= len(text):
                found.append(Span(start, end))
            case _:
                raise RecordError(f"attributions: {name}: expected [start, end] inside the text, not {pair!r}")
    return tuple(found)


@frozen
class Example:
    """A candidate: its evidence, and whether it is marked; `proposed` where the rules alone take it for a claim."""

    evidence: frozenset[str]
    is_claim: bool
    proposed: bool


@frozen
class Lesson:
    """What one article teaches: its candidates, and how many attributions are marked in it."""

    examples: tuple[Example, ...]
    marked: int = 0


def lesson(reading: Reading, marks: Sequence[Marked]) -> Lesson:
    """Give what an article teaches, read by all steps before the claims.

    A candidate is a claim where its cue and its content share characters with those of an attribution. Those that stand
    in the content of one and are not marked are left out: most collections mark no claims in claims.
    """
    scene = Scene(reading)
    found = [each for each in candidates(scene) if each.content]
    open_marks = list(marks)
    examples = []
    for each, evidence in zip(found, evidence_for(scene, found), strict=True):
        cue = reading.span(each.head, each.head + 1)
        match = next((mark for mark in open_marks if _fits(scene, each, cue, mark)), None)
        if match is not None:
            open_marks.remove(match)
        elif any(piece.overlaps(cue) for mark in marks for piece in mark.content):
            continue
        examples.append(Example(evidence, match is not None, not each.rule.startswith("unlisted")))
    return Lesson(tuple(examples), len(marks))


def _fits(scene: Scene, each: Proposal, cue: Span, mark: Marked) -> bool:
    return any(piece.overlaps(cue) for piece in mark.cue) and any(
        piece.overlaps(_place(scene, words)) for piece in mark.content for words in each.content
    )


def _place(scene: Scene, words: Range) -> Span:
    return scene.reading.span(*words)


@frozen
class Figures:
    """How well claims are told from other candidates."""

    right: int = 0
    given: int = 0
    marked: int = 0

    @property
    def precision(self) -> float:
        """The share of the given that are marked."""
        return self.right / max(self.given, 1)

    @property
    def recall(self) -> float:
        """The share of the marked that are given."""
        return self.right / max(self.marked, 1)

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.right / max(self.given + self.marked, 1)


@frozen
class Trained:
    """Weights, with how well the rules do alone, and how well such weights do on articles they have not seen."""

    weights: Weights
    rules: Figures
    unseen: Figures


def train(lessons: Sequence[Lesson], folds: int) -> Trained:
    """Fit weights; where the cut lies between claims and others comes from articles left out of the fit."""
    scored: list[tuple[float, bool]] = []
    for fold in range(folds):
        weights = _fitted([each for at, each in enumerate(lessons) if at % folds != fold])
        for each in lessons[fold::folds]:
            scored += [(_score(weights, example), example.is_claim) for example in each.examples]
    marked = sum(each.marked for each in lessons)
    cut, unseen = _best(scored, marked)
    weights = _fitted(lessons)
    weights[BIAS] -= cut
    alone = [example for each in lessons for example in each.examples if example.proposed]
    rules = Figures(sum(example.is_claim for example in alone), len(alone), marked)
    return Trained(Weights(weights), rules, unseen)


def _score(weights: Mapping[str, float], example: Example) -> float:
    return weights[BIAS] + sum(weights.get(kind, 0.0) for kind in example.evidence)


def _best(scored: Iterable[tuple[float, bool]], marked: int) -> tuple[float, Figures]:
    """The score from which on candidates are best taken for claims, and how well that does."""
    best, cut = Figures(marked=marked), 0.0
    right = given = 0
    for score, is_claim in sorted(scored, key=lambda pair: -pair[0]):
        right, given = right + is_claim, given + 1
        if (here := Figures(right, given, marked)).f1 > best.f1:
            best, cut = here, score
    return cut, best


def _fitted(lessons: Iterable[Lesson]) -> dict[str, float]:
    """Weights by logistic regression, by adaptive gradients over all examples at once."""
    examples = [example for each in lessons for example in each.examples]
    counts = Counter(kind for example in examples for kind in example.evidence)
    kinds = [BIAS, *sorted(kind for kind, count in counts.items() if count >= LEAST)]
    place = {kind: at for at, kind in enumerate(kinds)}
    rows = [[0, *sorted(place[kind] for kind in each.evidence if kind in place)] for each in examples]
    if not rows:
        return {BIAS: 0.0}
    flat = np.concatenate([np.array(row) for row in rows])
    owner = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    gold = np.array([float(each.is_claim) for each in examples])
    weights, mean, spread = (np.zeros(len(kinds)) for _ in range(3))
    for number in range(1, ROUNDS + 1):
        scores = np.bincount(owner, weights=weights[flat])
        missed = 1 / (1 + np.exp(-np.clip(scores, -30, 30))) - gold
        slope = (np.bincount(flat, weights=missed[owner], minlength=len(kinds)) + SMOOTHING * weights) / len(rows)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        step = 0.1 if number <= 0.6 * ROUNDS else 0.03
        weights -= step * (mean / (1 - 0.9**number)) / (np.sqrt(spread / (1 - 0.99**number)) + 1e-8)
    return {kind: round(float(weight), 3) for kind, weight in zip(kinds, weights, strict=True)}
