"""The letter cases of a newsroom: headlines in title case, datelines and bylines in capitals."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

SMALL = frozenset({"a", "an", "and", "as", "at", "but", "by", "for", "from", "in"}) | frozenset(
    {"nor", "of", "on", "or", "per", "the", "to", "via", "with"}
)
CLITICS = ("'", "’", "n't", "n’t")


def headline_case(words: Sequence[str], *, small: frozenset[str] = SMALL) -> list[str]:
    """Words as a headline writes them.

    >>> headline_case("Storm closes the port of Odesa".split())
    ['Storm', 'Closes', 'the', 'Port', 'of', 'Odesa']
    """
    return [
        word if (i and word.lower() in small) or word.startswith(CLITICS) else word[:1].upper() + word[1:]
        for i, word in enumerate(words)
    ]


def recased(words: Sequence[str], rng: Random, title: float, upper: float) -> list[str]:
    """The words in title case or in capitals, by chance; most often as they are."""
    draw = rng.random()
    if draw < title:
        changed = headline_case(words, small=SMALL if draw < title / 2 else frozenset())
    elif draw < title + upper:
        changed = [word.upper() for word in words]
    else:
        return list(words)
    return changed if all(len(a) == len(b) for a, b in zip(words, changed, strict=True)) else list(words)
