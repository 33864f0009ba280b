"""The teacher of trees: a biaffine parser and tagger (Dozat and Manning 2017) on the encoder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from training.teacher.arborescence import best_tree
from training.teacher.encoder import Batch, Encoder
from training.teacher.learning import batched
from training.trees import Sentence, Word


class Biaffine(nn.Module):
    """Scores of pairs: x' W y with a bias on both sides."""

    def __init__(self, width: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(outputs, width + 1, width + 1))

    def forward(self, x: Tensor, y: Tensor) -> Tensor:
        """Scores, n x outputs x words of x x words of y."""
        x = nn.functional.pad(x, (0, 1), value=1.0)
        y = nn.functional.pad(y, (0, 1), value=1.0)
        return torch.einsum("nia,oab,njb->noij", x, self.weight, y)


class TreesTeacher(nn.Module):
    """Heads, relations, tags and features of the words of sentences."""

    def __init__(self, folder: Path, labels: Mapping[str, Sequence[str]], arc: int = 300, rel: int = 100) -> None:
        super().__init__()
        self.labels = {name: list(values) for name, values in labels.items()}
        self.index = {name: {value: i for i, value in enumerate(values)} for name, values in labels.items()}
        self.encoder = Encoder(folder)
        width = self.encoder.width
        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.sizes = (arc, rel)
        self.as_head, self.as_word = (nn.Linear(width, arc + rel) for _ in range(2))
        self.arc = Biaffine(arc, 1)
        self.rel = Biaffine(rel, len(labels["dep"]))
        self.tag = nn.Linear(width, len(labels["tag"]))
        self.morph = nn.Linear(width, len(labels["morph"]))

    def _states(self, sentences: Sequence[Sentence]) -> tuple[Batch, Tensor, Tensor, Tensor]:
        batch = Batch(self.encoder.tokenizer, [[word.form for word in sentence] for sentence in sentences])
        states = self.encoder(batch)
        rooted = torch.cat([self.root.expand(len(sentences), 1, -1), states], 1)
        heads, words = (
            nn.functional.dropout(nn.functional.leaky_relu(f(x), 0.1), 0.25, self.training)
            for f, x in ((self.as_head, rooted), (self.as_word, states))
        )
        return batch, states, heads, words

    def _arcs(self, batch: Batch, heads: Tensor, words: Tensor) -> Tensor:
        """Scores of heads, n x words x (root and words)."""
        arc = self.sizes[0]
        scores = self.arc(words[..., :arc], heads[..., :arc])[:, 0]
        possible = nn.functional.pad(batch.words, (1, 0), value=True)
        return scores.masked_fill(~possible[:, None, :], -1e4)

    def _rels(self, heads: Tensor, words: Tensor, places: Tensor) -> Tensor:
        """Scores of the relations of words to the heads at some places (0 for the root), n x words x relations."""
        chosen = heads.gather(1, places[..., None].expand(-1, -1, heads.shape[-1]))
        word, head = (nn.functional.pad(part[..., self.sizes[0] :], (0, 1), value=1.0) for part in (words, chosen))
        return torch.einsum("nia,oab,nib->nio", word, self.rel.weight, head)

    def loss(self, items: Sequence[Sentence]) -> Tensor:
        """The sum of the mean losses of heads, relations, tags and features."""
        batch, states, heads, words = self._states(items)
        gold = torch.zeros_like(batch.firsts)
        deps, tags, morphs = (torch.full_like(batch.firsts, -100) for _ in range(3))
        for row, sentence in enumerate(items):
            places = {word: i + 1 for i, word in enumerate(sentence)}
            for i, word in enumerate(sentence):
                gold[row, i] = places[word.head] if word.head else 0
                deps[row, i] = self.index["dep"].get(dep_of(word), -100)
                tags[row, i] = self.index["tag"].get(word.xpos, -100)
                morphs[row, i] = self.index["morph"].get(morph_of(word), -100)
        arcs = self._arcs(batch, heads, words)
        found = nn.functional.cross_entropy(arcs[batch.words], gold[batch.words])
        rels = self._rels(heads, words, gold)
        kept = nn.functional.dropout(states, 0.1, self.training)
        parts = (
            nn.functional.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=-100)
            for scores, wanted in ((rels, deps), (self.tag(kept), tags), (self.morph(kept), morphs))
        )
        return found + sum(parts, torch.zeros(()))

    @torch.no_grad()
    def parse(self, sentences: Iterable[Sentence], size: int = 4000) -> Iterator[Sentence]:
        """Label the words of sentences in place; gives each sentence. Order is by length."""
        self.eval()
        for items in batched(sentences, len, size, None):
            batch, states, heads, words = self._states(items)
            arcs = self._arcs(batch, heads, words).log_softmax(-1).numpy()
            trees = [best_tree(arcs[row, : len(s), : len(s) + 1]) for row, s in enumerate(items)]
            found = torch.zeros_like(batch.firsts)
            for row, tree in enumerate(trees):
                found[row, : len(tree)] = torch.tensor(tree)
            rels = self._rels(heads, words, found)
            root = self.index["dep"]["root"]
            rels[..., root] = -1e4
            best = rels.argmax(-1).tolist()
            tags = self.tag(states).argmax(-1).tolist()
            morphs = self.morph(states).argmax(-1).tolist()
            for row, (sentence, tree) in enumerate(zip(items, trees, strict=True)):
                for i, word in enumerate(sentence):
                    word.head = sentence[tree[i] - 1] if tree[i] else None
                    word.dep = self.labels["dep"][best[row][i]] if tree[i] else "root"
                    word.xpos = self.labels["tag"][tags[row][i]]
                    word.upos, _, word.feats = self.labels["morph"][morphs[row][i]].partition("|")
                yield sentence


def dep_of(word: Word) -> str:
    """The relation of a word; a root's is ``root``."""
    return word.dep if word.head else "root"


def morph_of(word: Word) -> str:
    """Part of speech and features as one label."""
    return f"{word.upos}|{word.feats}"


def labels_of(sentences: Iterable[Sentence], least: int = 2) -> dict[str, list[str]]:
    """The labels that stand in sentences at least so many times."""
    counts: dict[str, dict[str, int]] = {"dep": {}, "tag": {}, "morph": {}}
    for sentence in sentences:
        for word in sentence:
            for name, label in (("dep", dep_of(word)), ("tag", word.xpos), ("morph", morph_of(word))):
                counts[name][label] = counts[name].get(label, 0) + 1
    return {name: sorted(label for label, n in found.items() if n >= least) for name, found in counts.items()}
