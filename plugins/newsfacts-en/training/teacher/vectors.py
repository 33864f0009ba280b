"""Vectors of words: what the encoder and the teacher of names make of each word alone, in a few numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from attrs import frozen

from training.teacher.encoder import Batch, Encoder
from training.teacher.names import NamesTeacher

Floats = npt.NDArray[np.float32]
WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")
LETTERS = re.compile(r"[^\W\d_]{2,}")
LISTS = ("countries.tsv", "given_names.toml", "known_names.tsv", "person_names.tsv", "places.tsv")
AT_ONCE = 256
NAME_FRAMES: tuple[tuple[tuple[str, ...], int], ...] = (  # what stands around a word that may be a name, and its place
    (("Officials", "in", "", "said", "on", "Monday", "."), 2),
    (("The", "", "group", "said", "it", "."), 1),
    (("", "said", "he", "would", "go", "."), 0),
)


@frozen
class Shares:
    """How much each view of a word weighs: its state as a name, its meaning, its probable tags."""

    state: float = 1.0
    meaning: float = 0.9
    tags: float = 0.5


def vocabulary(texts: Iterable[Sequence[str]], encoder: Encoder, least: int) -> list[str]:
    """Words in lower case, sorted: what texts hold often enough, lists of newsfacts, whole words of the encoder."""
    counts = Counter(word.lower() for words in texts for word in words)
    pieces: Mapping[str, int] = encoder.tokenizer.get_vocab()
    seen = {word for word, count in counts.items() if count >= least}
    known = {piece for piece in pieces if not piece.startswith("##") and piece.isascii()}
    return sorted(word for word in seen | known | listed() if len(word) > 1 and WORD.fullmatch(word))


def listed() -> set[str]:
    """The words of the lists of names that come with newsfacts."""
    folder = files("newsfacts") / "data"
    return {word.lower() for name in LISTS for word in LETTERS.findall((folder / name).read_text(encoding="utf-8"))}


@torch.no_grad()
def vectors_of(words: Sequence[str], encoder: Encoder, names: NamesTeacher, width: int, shares: Shares) -> Floats:
    """A vector for each word, words x width: the principal components of its views, halfway to equal variance."""
    encoder.eval()
    names.eval()
    order = sorted(range(len(words)), key=lambda i: len(words[i]))
    views: list[list[Floats]] = [[], [], []]
    for start in range(0, len(words), AT_ONCE):
        some = [words[i] for i in order[start : start + AT_ONCE]]
        for kept, view in zip(views, (*_as_names(some, names), _meanings(some, encoder)), strict=True):
            kept.append(view)
    states, tags, meanings = (np.concatenate(view)[np.argsort(order)] for view in views)
    weighted = ((states, shares.state), (meanings, shares.meaning), (tags, shares.tags))
    return _reduced(np.hstack([_centred(view, share) for view, share in weighted]), width)


def write_vectors(words: Sequence[str], vectors: Floats, file: Path) -> None:
    """Write words and vectors (16 bits) as one numpy archive."""
    np.savez_compressed(file, words=np.array(words), vectors=vectors.astype("float16"))


def _as_names(words: Sequence[str], teacher: NamesTeacher) -> tuple[Floats, Floats]:
    """The mean state and the mean probability of each tag where a word, capitalised, stands as a name."""
    states: Any = 0.0
    tags: Any = 0.0
    for frame, place in NAME_FRAMES:
        sentences = [[part or word[0].upper() + word[1:] for part in frame] for word in words]
        state = teacher.encoder(Batch(teacher.encoder.tokenizer, sentences))[:, place]
        states = states + state / len(NAME_FRAMES)
        tags = tags + teacher.tag(state).softmax(-1) / len(NAME_FRAMES)
    return states.numpy(), tags.numpy()


def _meanings(words: Sequence[str], encoder: Encoder) -> Floats:
    """The mean state of the pieces of each word alone, of length one."""
    batch = Batch(encoder.tokenizer, [[word] for word in words])
    total = (encoder.states(batch) * batch.mask[..., None]).sum(1)
    return torch.nn.functional.normalize(total, dim=-1).numpy()  # type: ignore[no-any-return]


def _centred(view: Floats, share: float) -> Floats:
    view = view - view.mean(0)
    scale = share / np.sqrt((view**2).sum(1).mean())
    return np.asarray(view * scale, dtype=np.float32)


def _reduced(views: Floats, width: int) -> Floats:
    values, axes = np.linalg.eigh(views.T @ views / len(views))
    values, axes = values[::-1][:width], axes[:, ::-1][:, :width]
    reduced = views @ axes * values**-0.25
    return np.asarray(0.5 * reduced / np.sqrt((reduced**2).mean()), dtype=np.float32)
