"""A pretrained transformer encoder over words, with their letter case beside its uncased pieces."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn

CASES = ("lower", "title", "upper", "letter", "mixed", "number", "other")


def case_of(word: str) -> str:
    """The letter case of a word, one of ``CASES``.

    >>> [case_of(word) for word in ("in", "Kyiv", "NATO", "A", "iPhone", "2.5", ",")]
    ['lower', 'title', 'upper', 'letter', 'mixed', 'number', 'other']
    """
    if any(char.isdigit() for char in word):
        return "number"
    if not any(char.isalpha() for char in word):
        return "other"
    if word.islower():
        return "lower"
    if word.isupper():
        return "letter" if len(word) == 1 else "upper"
    return "title" if word[0].isupper() and word[1:].islower() else "mixed"


class Batch:
    """Sentences of words as padded pieces: ``pieces``, ``cases`` and ``mask`` (n x pieces), ``firsts`` (n x words)."""

    def __init__(self, tokenizer: Tokenizer, sentences: Sequence[Sequence[str]]) -> None:
        encodings = tokenizer.encode_batch([list(words) for words in sentences], is_pretokenized=True)
        size = max(len(e.ids) for e in encodings)
        words = max(map(len, sentences))
        self.pieces = torch.zeros(len(sentences), size, dtype=torch.long)
        self.cases = torch.zeros(len(sentences), size, dtype=torch.long)
        self.mask = torch.zeros(len(sentences), size, dtype=torch.bool)
        self.firsts = torch.zeros(len(sentences), words, dtype=torch.long)
        self.words = torch.zeros(len(sentences), words, dtype=torch.bool)
        for row, (encoding, sentence) in enumerate(zip(encodings, sentences, strict=True)):
            count = len(encoding.ids)
            self.pieces[row, :count] = torch.tensor(encoding.ids)
            self.mask[row, :count] = True
            kinds = [CASES.index(case_of(word)) + 1 for word in sentence]
            owners = encoding.word_ids
            self.cases[row, :count] = torch.tensor([0 if o is None else kinds[o] for o in owners])
            first = {owner: place for place, owner in reversed(list(enumerate(owners))) if owner is not None}
            self.firsts[row, : len(sentence)] = torch.tensor([first.get(i, 0) for i in range(len(sentence))])
            self.words[row, : len(sentence)] = True


class Layer(nn.Module):
    """A layer of BERT, by the names of its published weights."""

    def __init__(self, width: int, inner: int, heads: int, drop: float) -> None:
        super().__init__()
        self.heads = heads
        self.drop = drop
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(width, 1e-12), nn.LayerNorm(width, 1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """The next state of each piece."""
        n, size, width = x.shape
        q, k, v = (f(x).view(n, size, self.heads, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        drop = self.drop if self.training else 0.0
        mixed = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=drop)
        mixed = self.out(mixed.transpose(1, 2).reshape(n, size, width))
        x = self.norm1(x + nn.functional.dropout(mixed, drop))
        return self.norm2(x + nn.functional.dropout(self.down(nn.functional.gelu(self.up(x))), drop))


PARTS = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm1",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm2",
}


class Encoder(nn.Module):
    """Word states from a folder with ``config.json``, ``model.safetensors`` and ``tokenizer.json`` of a BERT."""

    def __init__(self, folder: Path, drop: float = 0.1) -> None:
        super().__init__()
        config: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self.width: int = config["hidden_size"]
        self.drop = drop
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(config["max_position_embeddings"])
        self.embed = nn.Embedding(config["vocab_size"], self.width)
        self.place = nn.Embedding(config["max_position_embeddings"], self.width)
        self.kind = nn.Embedding(config["type_vocab_size"], self.width)
        self.case = nn.Embedding(len(CASES) + 1, self.width)
        self.norm = nn.LayerNorm(self.width, 1e-12)
        sizes = (self.width, config["intermediate_size"], config["num_attention_heads"])
        self.layers = nn.ModuleList(Layer(*sizes, drop) for _ in range(config["num_hidden_layers"]))
        self._take(load_file(folder / "model.safetensors"))

    def _take(self, published: dict[str, Tensor]) -> None:
        """Take over published weights; the case of words starts without any effect."""
        taken = {
            f"{own}.weight": published[f"embeddings.{theirs}_embeddings.weight"]
            for own, theirs in (("embed", "word"), ("place", "position"), ("kind", "token_type"))
        }
        for part in ("weight", "bias"):
            taken[f"norm.{part}"] = published[f"embeddings.LayerNorm.{part}"]
            for i in range(len(self.layers)):
                for theirs, own in PARTS.items():
                    taken[f"layers.{i}.{own}.{part}"] = published[f"encoder.layer.{i}.{theirs}.{part}"]
        missing, _ = self.load_state_dict(taken, strict=False)
        if missing != ["case.weight"]:
            raise ValueError(f"weights without {missing}")
        nn.init.zeros_(self.case.weight)
        self.embed.weight.requires_grad_(False)

    def states(self, batch: Batch) -> Tensor:
        """The state of each piece, n x pieces x width."""
        places = torch.arange(batch.pieces.shape[1])
        x = self.embed(batch.pieces) + self.place(places) + self.kind.weight[0] + self.case(batch.cases)
        x = nn.functional.dropout(self.norm(x), self.drop, self.training)
        mask = batch.mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x  # type: ignore[no-any-return]

    def forward(self, batch: Batch) -> Tensor:
        """The state of each word's first piece, n x words x width."""
        x = self.states(batch)
        return x.gather(1, batch.firsts[..., None].expand(-1, -1, self.width))
