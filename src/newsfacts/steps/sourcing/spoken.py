"""Reporting clauses that follow a quotation, read off the order of the words where the parse went astray."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from newsfacts.steps.sourcing.lexicon import Frames, Sense, frames_of, lemmas_by_form
from newsfacts.steps.sourcing.proposals import Proposal
from newsfacts.steps.sourcing.scene import Range, Scene
from newsfacts.steps.sourcing.shapes import with_start

_SAID: Final = Sense("speech", "ASSERTED", "UNCONFIRMED")
_NAMING: Final = frozenset(
    {"CD", "DT", "FW", "HYPH", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP", "PRP$", "IN", "VBN"}
)
_OPENING: Final = frozenset({"CD", "DT", "JJ", "NN", "NNP", "NNPS", "NNS", "PRP", "PRP$"})
_PAST: Final = frozenset({"VBD", "VBZ"})
_LONGEST: Final = 9
"""How many words a speaker's phrase may have between the quotation and the verb."""
_FARTHEST: Final = 20
"""How many words may describe a speaker between commas."""


def spoken_proposals(scene: Scene, taken: Collection[int]) -> Iterator[Proposal]:
    """Give a proposal for each quotation without a claim that "Smith said" or "said Smith" follows at once."""
    lexicon = frames_of(scene.reading.lexicons, "cue_verbs")
    forms = lemmas_by_form(scene.reading.lexicons)
    for number, (low, high) in enumerate(scene.quotation_ranges):
        if number in taken or not scene.quotations[number].speech or not _goes_on(scene, low, high):
            continue
        last = scene.sentence(high)[1] if high < scene.size else high
        start = high + (high < last and scene.lower[high] == ",")
        if start >= last or scene.quoted[start] >= 0 or not scene.prose[start]:
            continue
        for at in (start, *_after_phrase(scene, start, last)):
            frames, end = _frames_at(scene, at, lexicon, forms)
            comma = at > start and scene.lower[at - 1] == ","
            speaker = (start, at - comma) if at > start else _phrase_after(scene, at + 1, last)
            if speaker is not None and _reports(scene, at, frames, speaker):
                yield Proposal(
                    head=at, cue=((at, end),), sense=frames.get("quote", _SAID), rule="spoken",
                    source=_head(scene, speaker), source_range=speaker, content=(with_start(scene, (low, high)),),
                    reporting=(min(at, speaker[0]), max(end, speaker[1])), quoting=True,
                )  # fmt: skip
                break


def _frames_at(
    scene: Scene, at: int, lexicon: Mapping[str, Frames], forms: Mapping[str, str]
) -> tuple[Frames, int]:  # fmt: skip
    """The frames of a verb and where it ends, alone or with the particle after it: "shot back"."""
    lemma = forms.get(scene.lower[at], "")
    if at + 1 < scene.size and (frames := lexicon.get(f"{lemma} {scene.lower[at + 1]}")) is not None:
        return frames, at + 2
    return lexicon.get(lemma, {}), at + 1


def _goes_on(scene: Scene, low: int, high: int) -> bool:
    """Whether a quotation ends in a comma, a question or a cry: its sentence is not over."""
    inner = [scene.lower[at] for at in range(low, high) if at != low][-2:]
    return not {",", "?", "!", "—"}.isdisjoint(inner) or (high < scene.size and scene.lower[high] == ",")


def _after_phrase(scene: Scene, start: int, last: int) -> Iterator[int]:
    """Give the word after the noun phrase that begins at `start`, if it may be a verb."""
    at = start
    while at < min(last, start + _LONGEST) and scene.tags[at] in _NAMING and scene.quoted[at] < 0:
        at += 1
        if at < last and scene.lower[at] in _SPEAKS:
            break
    if start == at or at >= last or scene.tags[start] not in _OPENING:
        return
    if scene.tags[at].startswith("VB"):
        yield at
    elif scene.lower[at] == ",":
        verbs = (i for i in range(at + 1, min(last, at + _FARTHEST)) if scene.tags[i] in {"MD", "VBD", "VBP", "VBZ"})
        verb = next(verbs, last)
        if verb < last and scene.lower[verb - 1] == ",":
            yield verb  # "“...,” Ann Hill, head of the school, told"


_SPEAKS: Final = frozenset({"said", "says", "told", "tells", "asked", "asks", "added", "adds"})


def _phrase_after(scene: Scene, start: int, last: int) -> Range | None:
    """Give the noun phrase after a verb, a phrase such as "from the gallery" between."""
    if start < last and scene.tags[start] == "IN":
        start = next((i for i in range(start + 2, last) if scene.tags[i] in {"DT", "NNP"} and _ends(scene, i)), last)
    end = start
    while end < last and scene.tags[end] in _NAMING and scene.quoted[end] < 0:
        end += 1
    while end > start and scene.tags[end - 1] not in _NOUNS:
        end -= 1
    return (start, end) if start < end and scene.tags[start] in _OPENING else None


_NOUNS: Final = frozenset({"CD", "NN", "NNP", "NNPS", "NNS", "PRP"})


def _ends(scene: Scene, at: int) -> bool:
    return scene.tags[at - 1] in {"NN", "NNS"} and scene.tags[at] == "DT"


def _reports(scene: Scene, at: int, frames: Frames, speaker: Range) -> bool:
    """Whether a verb of saying stands there, or a plain past tense that only a speaker goes with."""
    if "quote" in frames:
        return True
    first = scene.token(speaker[0])
    somebody = first.is_title or scene.lower[speaker[0]] in {"he", "she", "they", "i", "we"}
    if scene.tags[at] not in _PAST or at == 0 or not somebody or _is_be(scene, at):
        return False
    ends = at + 1 >= scene.size or scene.blank[at + 1]
    return speaker[0] > at or ends or scene.tags[at + 1] in _ALONE


_ALONE: Final = frozenset({"IN", "RB", "RP"})
"""What stands after a verb that has no object: '“No!” she whispered from the gallery'."""


def _is_be(scene: Scene, at: int) -> bool:
    return scene.lemmas[at] in {"be", "have", "do"}


def _head(scene: Scene, phrase: Range) -> int:
    """The last noun of a phrase before a preposition."""
    stop = next((i for i in range(phrase[0] + 1, phrase[1]) if scene.tags[i] in {"IN", ","}), phrase[1])
    return max((i for i in range(phrase[0], stop) if scene.tags[i] in _NOUNS), default=stop - 1)
