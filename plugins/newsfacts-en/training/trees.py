"""Gold trees as sentences of linked words that can be cut and put together anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import define, evolve, field

from training.predictions import lines_of

Row = list[str]


@define(eq=False)
class Word:
    """A word of a tree; its head is another word, or None for a root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str = "_"
    dep: str = "punct"
    head: Word | None = field(default=None, repr=False)
    space: bool = True


Sentence = list[Word]
Paragraph = list[Sentence]
Text = list[Paragraph]


def texts_of(path: Path) -> Iterator[Text]:
    """The documents of a CoNLL-U file as paragraphs of sentences."""
    text: Text = []
    for opens_text, opens_paragraph, rows in _blocks(path):
        if opens_text and text:
            yield text
            text = []
        if opens_paragraph or not text:
            text.append([])
        text[-1].append(_sentence(rows))
    if text:
        yield text


def _blocks(path: Path) -> Iterator[tuple[bool, bool, list[Row]]]:
    """Each sentence's rows, and whether it opens a document or a paragraph."""
    opens: list[str] = []
    rows: list[Row] = []
    for line in (*lines_of(path), "\n"):
        cells = line.rstrip("\n").split("\t")
        if line.startswith("#"):
            opens.append(line[2:])
        elif len(cells) > 1:
            rows.append(cells)
        elif rows:
            new = any(o.startswith("newdoc") for o in opens)
            yield new, new or any(o.startswith("newpar") for o in opens), rows
            opens, rows = [], []


def _sentence(rows: Sequence[Row]) -> Sentence:
    """The words of a sentence; a word that is written as part of a token takes its share of the letters."""
    words: dict[str, Word] = {}
    heads: dict[str, str] = {}
    token: list[str] = []
    last = ""
    surface: list[str] = []
    for cells in rows:
        number, _, until = cells[0].partition("-")
        if until:
            parts = [r[1] for r in rows if r[0].isdigit() and int(number) <= int(r[0]) <= int(until)]
            surface, last, token = _shares(cells[1], parts), until, cells
        elif number.isdigit():
            form = surface.pop(0) if surface else cells[1]
            source = token or cells
            space = "SpaceAfter=No" not in source[9] and (not token or number == last)
            words[number] = Word(form, cells[2], cells[3], cells[4], cells[5], cells[7], None, space)
            heads[number] = cells[6]
            if number == last:
                token = []
    for number, word in words.items():
        word.head = words.get(heads[number])
    return list(words.values())


def _shares(surface: str, parts: Sequence[str]) -> list[str]:
    """The letters of a token dealt to its words.

    >>> _shares("gonna", ["going", "to"]), _shares("don't", ["do", "n't"])
    (['gonn', 'a'], ['do', "n't"])
    """
    if "".join(parts) == surface:
        return list(parts)
    shares = []
    rest = surface
    for after, part in zip(reversed(range(len(parts))), parts, strict=True):
        size = min(len(part), max(1, len(rest) - after)) if after else len(rest)
        shares.append(rest[:size])
        rest = rest[size:]
    return shares


def copied(words: Sequence[Word]) -> Sentence:
    """The same words anew; a head outside of them is dropped."""
    new = {word: evolve(word) for word in words}
    for word in words:
        new[word].head = new.get(word.head) if word.head else None
    return [new[word] for word in words]


def root_of(words: Iterable[Word]) -> Word:
    """The first word without a head."""
    return next(word for word in words if word.head is None)


def is_under(word: Word | None, top: Word) -> bool:
    """Whether a word is a head of another, or the word itself."""
    while word is not None and word is not top:
        word = word.head
    return word is top


def part_under(sentence: Sequence[Word], top: Word) -> Sentence:
    """The words under a word, itself included."""
    return [word for word in sentence if is_under(word, top)]


def is_whole(sentence: Sequence[Word], part: Sequence[Word]) -> bool:
    """Whether a part has no gap."""
    places = [i for i, word in enumerate(sentence) if word in part]
    return places[-1] - places[0] == len(places) - 1


def written(sentence: Sequence[Word]) -> str:
    """The text of a sentence."""
    return "".join(word.form + " " * word.space for word in sentence).strip()
