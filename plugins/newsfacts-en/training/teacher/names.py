"""The teacher of names: a tagger on the encoder; words whose tag is unknown give no loss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from training.names import Name, Passage
from training.teacher.encoder import Batch, Encoder
from training.teacher.learning import batched

UNKNOWN = -100


class NamesTeacher(nn.Module):
    """Names of the words of passages."""

    def __init__(self, folder: Path, labels: Sequence[str]) -> None:
        super().__init__()
        self.labels = list(labels)
        self.tags = ["O", *(f"{part}-{label}" for label in self.labels for part in "BI")]
        self.encoder = Encoder(folder)
        self.tag = nn.Linear(self.encoder.width, len(self.tags))
        follows = torch.zeros(len(self.tags), len(self.tags))
        for i, before in enumerate(self.tags):
            for j, after in enumerate(self.tags):
                if after[0] == "I" and before[1:] != after[1:]:
                    follows[i, j] = -1e4
        self.register_buffer("follows", follows)

    def _scores(self, items: Sequence[Passage]) -> tuple[Batch, Tensor]:
        batch = Batch(self.encoder.tokenizer, [item.words for item in items])
        return batch, self.tag(nn.functional.dropout(self.encoder(batch), 0.1, self.training))

    def loss(self, items: Sequence[Passage]) -> Tensor:
        """The mean loss of the words whose tag is known."""
        batch, scores = self._scores(items)
        gold = torch.full_like(batch.firsts, UNKNOWN)
        for row, item in enumerate(items):
            gold[row, : len(item.words)] = torch.tensor(self._tags_of(item))
        return nn.functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN)

    def _tags_of(self, item: Passage) -> list[int]:
        tags = [UNKNOWN if i in item.missing else 0 for i in range(len(item.words))]
        for start, end, label in item.names:
            tags[start] = self.tags.index(f"B-{label}")
            tags[start + 1 : end] = [self.tags.index(f"I-{label}")] * (end - start - 1)
        return tags

    @torch.no_grad()
    def names(
        self, items: Iterable[Passage], size: int = 4000
    ) -> Iterator[tuple[Passage, list[tuple[Name, float]], list[float]]]:
        """The names of each passage with their least probability, and each word's. Order is by length."""
        self.eval()
        for group in batched(items, lambda item: len(item.words), size, None):
            _, scores = self._scores(group)
            logs = scores.log_softmax(-1)
            for row, item in enumerate(group):
                yield item, *self._decoded(logs[row, : len(item.words)])

    def _decoded(self, logs: Tensor) -> tuple[list[tuple[Name, float]], list[float]]:
        """The best allowed tags (Viterbi 1967) as names."""
        best, back = logs[0].clone(), []
        best[[i for i, tag in enumerate(self.tags) if tag[0] == "I"]] = -1e4
        for i in range(1, len(logs)):
            best, where = (best[:, None] + self.follows).max(0)
            best = best + logs[i]
            back.append(where)
        path = [int(best.argmax())]
        for where in reversed(back):
            path.append(int(where[path[-1]]))
        path.reverse()
        sure = logs[range(len(path)), path].exp().tolist()
        found: list[tuple[Name, float]] = []
        for i, tag in enumerate(path):
            kind = self.tags[tag]
            if kind[0] == "B":
                found.append(((i, i + 1, kind[2:]), sure[i]))
            elif kind[0] == "I":
                (start, _, label), least = found[-1]
                found[-1] = ((start, i + 1, label), min(least, sure[i]))
        return found, sure
