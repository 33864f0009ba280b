"""Reporting verbs of headlines, which taggers take for nouns: "Minister denies secret talks", "..., agent hints"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsfacts import Block
from newsfacts.steps.sourcing.contents import phrase_content
from newsfacts.steps.sourcing.lexicon import Frames, Sense, frames_of, lemmas_by_form
from newsfacts.steps.sourcing.proposals import Proposal, evolve
from newsfacts.steps.sourcing.scene import Range, Scene

_NAMING: Final = frozenset({"CD", "DT", "HYPH", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$"})
_NOUNS: Final = frozenset({"NN", "NNP", "NNPS", "NNS"})
_NO_OBJECT: Final = frozenset({",", ".", ":", "after", "and", "as", "in", "of", "on", "over"})


def heading_proposals(scene: Scene) -> Iterator[Proposal]:
    """Give a proposal for the reporting verb of each headline."""
    forms = lemmas_by_form(scene.reading.lexicons)
    verbs, nouns = (frames_of(scene.reading.lexicons, name) for name in ("cue_verbs", "cue_nouns"))
    for block in scene.reading.all(Block):
        if block.role not in {"headline", "heading"}:
            continue
        start, end = scene.reading.token_range(block.span)
        for at in range(start + 1, end):
            lemma = forms.get(scene.lower[at], "")
            if lemma not in verbs or scene.quoted[at] >= 0:
                continue
            if not scene.lower[at].endswith("s"):
                if scene.lower[at] == lemma and (turned := _turned(scene, at, (start, end), verbs[lemma])) is not None:
                    yield turned
                    break
                continue
            found = _last(scene, at, (start, end), verbs[lemma])
            if found is None and lemma not in nouns and scene.tags[at] != "VBZ":
                found = _first(scene, at, (start, end), verbs[lemma])
            if found is not None:
                yield found
                break


def _last(scene: Scene, at: int, line: Range, frames: Frames) -> Proposal | None:
    """Give the claim of "Striker will walk, agent hints"."""
    start, end = line
    if any(not scene.blank[i] for i in range(at + 1, end)) or "quote" not in frames:
        return None
    low = _phrase_before(scene, at, start)
    if low <= start + 1 or scene.lower[low - 1] not in {",", "–", "—", "-"} or low == at:
        return None
    return _made(at, low, phrase_content(scene, start, low - 1, at), frames["quote"])


def _turned(scene: Scene, at: int, line: Range, frames: Frames) -> Proposal | None:
    """Give the claim of "Council in denial over rats, say traders"."""
    start, end = line
    after = [i for i in range(at + 1, end) if not scene.blank[i]]
    if "quote" not in frames or scene.lower[at - 1] != "," or at - start < 3 or not after:
        return None
    if any(scene.tags[i] not in _NAMING for i in after) or scene.tags[after[-1]] not in _NOUNS:
        return None
    made = _made(at, at, phrase_content(scene, start, at - 1, at), frames["quote"])
    low, high = after[0], after[-1] + 1
    return None if made is None else evolve(made, source=high - 1, source_range=(low, high), reporting=(at, high))


def _first(scene: Scene, at: int, line: Range, frames: Frames) -> Proposal | None:
    """Give the claim of "Minister denies secret talks"."""
    start, end = line
    low = _phrase_before(scene, at, start)
    if low != start or low == at or at + 1 >= end or scene.lower[at + 1] in _NO_OBJECT:
        return None
    frame = {"to": "to", "that": "clause"}.get(scene.lower[at + 1], "obj")
    if any(tag in {"VBD", "VBZ", "VBP", "MD"} for tag in scene.tags[at + 1 : end]) and frame != "to":
        frame = "clause"
    sense = frames.get(frame)
    return None if sense is None else _made(at, low, phrase_content(scene, at + 1, end, at), sense)


def _phrase_before(scene: Scene, at: int, start: int) -> int:
    """Where the noun phrase that ends before a word begins."""
    low = at
    if scene.tags[at - 1] in _NOUNS:
        while low > start and scene.tags[low - 1] in _NAMING and scene.quoted[low - 1] < 0:
            low -= 1
    return low


def _made(at: int, low: int, content: tuple[Range, ...], sense: Sense) -> Proposal | None:
    if not content:
        return None
    return Proposal(
        head=at, cue=((at, at + 1),), sense=sense, rule="headline-verb", source=at - 1, source_range=(low, at),
        content=content, reporting=(low, at + 1),
    )  # fmt: skip
