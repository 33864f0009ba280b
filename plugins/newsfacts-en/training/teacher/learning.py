"""The training loop of the teachers."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Protocol, TypeVar

import torch
from attrs import frozen
from torch import Tensor, nn

from training.teacher.encoder import Encoder

Item = TypeVar("Item")


class Teacher(Protocol[Item]):
    """What can be taught: a module with an encoder and a loss."""

    encoder: Encoder

    def loss(self, items: Sequence[Item]) -> Tensor:
        """The mean loss of some items."""


@frozen
class Lessons:
    """How long and how fast: epochs, pieces in a batch, and the rates of the encoder and of the rest."""

    epochs: int
    size: int = 1000
    rate: float = 2e-4
    head_rate: float = 1.5e-3
    warmup: float = 0.06
    seed: int = 1


def batched(
    items: Iterable[Item], length: Callable[[Item], int], size: int, rng: Random | None
) -> Iterator[list[Item]]:
    """Items of like length together, about ``size`` words a batch; the batches in random order if asked."""
    batches: list[list[Item]] = [[]]
    for item in sorted(items, key=length):
        if batches[-1] and length(item) * (len(batches[-1]) + 1) > size:
            batches.append([])
        batches[-1].append(item)
    if rng:
        rng.shuffle(batches)
    yield from batches


def teach(
    teacher: nn.Module,
    epoch: Callable[[Random], Sequence[Item]],
    length: Callable[[Item], int],
    lessons: Lessons,
    *,
    say: Callable[[str], None],
    into: Path,
) -> None:
    """Train a teacher with AdamW, warm-up and linear decay, and write its weights after each epoch."""
    torch.manual_seed(lessons.seed)
    rng = Random(lessons.seed)
    inside = {id(p) for p in teacher.encoder.parameters()} - {id(teacher.encoder.case.weight)}
    trained = [p for p in teacher.parameters() if p.requires_grad]
    groups = [
        {"params": [p for p in trained if id(p) in inside], "lr": lessons.rate},
        {"params": [p for p in trained if id(p) not in inside], "lr": lessons.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = None
    began, step = time.monotonic(), 0
    for number in range(lessons.epochs):
        batches = list(batched(epoch(rng), length, lessons.size, rng))
        if schedule is None:
            schedule = _decay(optimizer, round(len(batches) * lessons.epochs * 1.02), lessons.warmup)
        total = 0.0
        teacher.train()
        for batch in batches:
            loss = teacher.loss(batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss)
            step += 1
            if step % 25 == 0:
                say(
                    f"epoch {number + 1}  step {step} of {len(batches) * lessons.epochs}  "
                    f"{(time.monotonic() - began) / 60:.1f} min  loss {total / 25:.3f}"
                )
                total = 0.0
        torch.save(teacher.state_dict(), into)


def _decay(optimizer: torch.optim.Optimizer, steps: int, warmup: float) -> torch.optim.lr_scheduler.LambdaLR:
    first = max(1, round(steps * warmup))
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda i: min((i + 1) / first, max(0.0, (steps - i) / (steps - first)))
    )
