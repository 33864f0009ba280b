"""Training examples of names: several data sets, partly annotated, drawn afresh each epoch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from attrs import evolve, frozen
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from training.casing import recased
from training.material import ReportingWords, reporting_words
from training.predictions import records_of

Name = tuple[int, int, str]
MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


@frozen
class Passage:
    """A short text with its names; the tags of ``missing`` words are unknown and give no loss."""

    words: Sequence[str]
    spaces: Sequence[bool]
    names: Sequence[Name]
    missing: frozenset[int]
    source: str


@frozen
class NamesTaste:
    """How an epoch is drawn: the share of each source, and the chances of each change."""

    shares: Mapping[str, float]
    title: float = 0.1
    upper: float = 0.06
    swap: float = 0.2
    join: float = 0.3
    dateline: float = 0.04


def passages_of(path: Path) -> Iterator[Passage]:
    """The passages of a file in the shape of ``ner/train.jsonl.gz``."""
    for record in records_of(path):
        names = [(start, end, label) for start, end, label in record["ents"]]
        spaces = [bool(space) for space in record["spaces"]]
        yield Passage(record["words"], spaces, names, frozenset(record["missing"]), record["src"].split(":")[0])


class NamesCorpus:
    """An endless source of epochs of examples."""

    def __init__(self, passages: Sequence[Passage], taste: NamesTaste) -> None:
        self.passages = passages
        self.taste = taste
        self.pool = _pool_of(passages)
        self.words = reporting_words()

    def epoch(self, nlp: Language, rng: Random) -> Iterator[Example]:
        """One epoch: a sample of each source, shuffled, changed and joined to small documents."""
        waiting: list[Passage] = []
        for passage in self.sampled(rng):
            waiting.append(passage)
            if rng.random() >= self.taste.join or len(waiting) == 4:
                yield example_of(nlp, joined(waiting, rng))
                waiting = []
        if waiting:
            yield example_of(nlp, joined(waiting, rng))

    def sampled(self, rng: Random) -> list[Passage]:
        """A sample of each source, shuffled and changed."""
        chosen = [p for p in self.passages if rng.random() < share_of(p.source, self.taste.shares, 1.0)]
        rng.shuffle(chosen)
        return [self._changed(passage, rng) for passage in chosen]

    def _changed(self, passage: Passage, rng: Random) -> Passage:
        if rng.random() < self.taste.swap:
            passage = swapped(passage, self.pool, rng)
        if rng.random() < self.taste.dateline:
            passage = dated(passage, self.words, rng)
        return evolve(passage, words=recased(passage.words, rng, self.taste.title, self.taste.upper))


def share_of(source: str, shares: Mapping[str, float], otherwise: float) -> float:
    """The share of a source: the longest beginning of its name that has one.

    >>> share_of("gmb+swap", {"gmb": 0.2, "gmb+swap": 0.1}, 1.0), share_of("wikigold", {}, 1.0)
    (0.1, 1.0)
    """
    keys = [key for key in shares if source.startswith(key)]
    return shares[max(keys, key=len)] if keys else otherwise


def _pool_of(passages: Sequence[Passage]) -> dict[tuple[str, int], list[Sequence[str]]]:
    """The names of each label and length."""
    pool: dict[tuple[str, int], list[Sequence[str]]] = defaultdict(list)
    for passage in passages:
        for start, end, label in passage.names:
            if end - start <= 3:
                pool[label, end - start].append(passage.words[start:end])
    return pool


def swapped(passage: Passage, pool: Mapping[tuple[str, int], Sequence[Sequence[str]]], rng: Random) -> Passage:
    """The passage with other persons, places and organisations of the same length, the same one for the same words."""
    words = list(passage.words)
    chosen: dict[tuple[str, ...], list[str]] = {}
    for start, end, label in sorted(passage.names, key=lambda name: name[0] - name[1]):
        if label not in ("PERSON", "GPE", "ORG") or not pool.get((label, end - start)):
            continue
        old = tuple(passage.words[start:end])
        if old not in chosen:
            new = (
                [rng.choice(pool[label, end - start])[i] for i in range(end - start)]
                if label == "PERSON"
                else list(rng.choice(pool[label, end - start]))
            )
            chosen[old] = new
            chosen.setdefault(old[-1:], new[-1:])
        words[start:end] = chosen[old]
    return evolve(passage, words=words)


def dated(passage: Passage, lists: ReportingWords, rng: Random) -> Passage:
    """The passage behind a dateline: "LISBON, May 3 (AP) -"."""
    words, names = [rng.choice(lists.towns)], [(0, 1, "GPE")]
    spaces = [True]
    if rng.random() < 0.5:
        spaces[-1] = False
        words += [",", rng.choice(MONTHS), str(rng.randint(1, 31))]
        spaces += [True, True, True]
    if rng.random() < 0.6:
        words += ["(", rng.choice(lists.agencies), ")"]
        spaces += [False, False, True]
        names.append((len(words) - 2, len(words) - 1, "ORG"))
    words.append(rng.choice(("-", "—", "–", "--")))
    spaces.append(True)
    base = len(words)
    return evolve(
        passage,
        words=[*words, *passage.words],
        spaces=[*spaces, *passage.spaces],
        names=names + [(start + base, end + base, label) for start, end, label in passage.names],
        missing=frozenset(i + base for i in passage.missing),
    )


def joined(passages: Sequence[Passage], rng: Random) -> Passage:
    """Passages as paragraphs of one document, with line breaks as words between them."""
    if len(passages) == 1:
        return passages[0]
    words: list[str] = []
    spaces: list[bool] = []
    names: list[Name] = []
    missing: set[int] = set()
    for passage in passages:
        if words:
            spaces[-1] = False
            words.append(rng.choice(["\n", "\n\n"]))
            spaces.append(False)
        base = len(words)
        words += passage.words
        spaces += passage.spaces
        names += [(start + base, end + base, label) for start, end, label in passage.names]
        missing |= {i + base for i in passage.missing}
    return Passage(words, spaces, names, frozenset(missing), passages[0].source)


def example_of(nlp: Language, passage: Passage) -> Example:
    """The example: the pipeline's own words against the annotated ones."""
    doc = Doc(nlp.vocab, words=list(passage.words), spaces=list(passage.spaces))
    names = [Span(doc, start, end, label=label) for start, end, label in passage.names]
    covered = {i for start, end, _ in passage.names for i in range(start, end)}
    missing = [Span(doc, i, i + 1) for i in sorted(passage.missing - covered)]
    doc.set_ents(names, missing=missing, default="outside")
    return Example(nlp.make_doc(doc.text), doc)
