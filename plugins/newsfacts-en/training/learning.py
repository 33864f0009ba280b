"""The training loop: batches by words, Adam with warm-up and linear decay, averaged weights."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from attrs import frozen
from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, Optimizer, fix_random_seed, warmup_linear

Epoch = Callable[[Language, Random], Iterable[Example]]


@frozen
class Course:
    """How long and how fast to learn."""

    steps: int
    words: int = 1400
    rate: float = 8e-4
    warmup: int = 50
    dropout: float = 0.12
    seed: int = 1
    report: int = 200


def learn(
    nlp: Language, components: Sequence[str], epoch: Epoch, course: Course, *, say: Callable[[str], None], into: Path
) -> None:
    """Train the named components on endless epochs and write the pipeline with averaged weights."""
    fix_random_seed(course.seed)
    optimizer = _adam(course)
    losses: dict[str, float] = {}
    began = time.monotonic()
    with nlp.select_pipes(enable=list(components)):
        for step, batch in enumerate(_batches(nlp, epoch, course), start=1):
            nlp.update(batch, sgd=optimizer, drop=course.dropout, losses=losses)
            optimizer.step_schedules()  # type: ignore[no-untyped-call]
            if step % course.report == 0:
                minutes = (time.monotonic() - began) / 60
                said = "  ".join(f"{name} {loss / course.report:.1f}" for name, loss in losses.items())
                say(f"step {step} of {course.steps}  {minutes:.1f} min  {said}")
                losses = {}
                with nlp.use_params(optimizer.averages):
                    nlp.to_disk(into)
    with nlp.use_params(optimizer.averages):
        nlp.to_disk(into)


def _batches(nlp: Language, epoch: Epoch, course: Course) -> Iterator[list[Example]]:
    """As many batches as the course has steps, over as many epochs as that takes."""
    rng = Random(course.seed)
    left = course.steps
    while left:
        batch: list[Example] = []
        words = 0
        for example in epoch(nlp, rng):
            batch.append(example)
            words += len(example)
            if words >= course.words:
                yield batch
                left -= 1
                batch, words = [], 0
                if not left:
                    return


def _adam(course: Course) -> Optimizer:
    rate: Any = warmup_linear(course.rate, course.warmup, course.steps)
    optimizer: Optimizer = Adam(rate, L2=0.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True)
    return optimizer
