"""Reporting clauses read off the order of the words, where the parse ties a verb of saying to no clause."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final

from newsfacts.steps.sourcing.contents import clause_after, phrase_content
from newsfacts.steps.sourcing.cues import cue_of
from newsfacts.steps.sourcing.lexicon import Frames, frames_of
from newsfacts.steps.sourcing.proposals import Proposal
from newsfacts.steps.sourcing.scene import Range, Scene
from newsfacts.steps.sourcing.sources import source_range, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})
_NAMING: Final = frozenset(
    {"CD", "DT", "FW", "HYPH", "JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "POS", "PRP", "PRP$", "RB", "VBN", "IN"}
)
_NOUNS: Final = frozenset({"CD", "DT", "NN", "NNP", "NNPS", "NNS", "PRP"})
_BEHIND: Final = 5
"""How many words, such as a day or an addressee, may stand between a verb and the comma after it."""

_CLIMB: Final = 5


def ordered_proposals(scene: Scene, taken: Collection[int]) -> Iterator[Proposal]:
    """Give a proposal for each verb of saying that no other finder made one of."""
    lexicon = frames_of(scene.reading.lexicons, "cue_verbs")
    for at in scene.verbs:
        frames = lexicon.get(scene.lemmas[at])
        if frames is None or at in taken or not scene.prose[at]:
            continue
        if not _tells(frames) or scene.syntax.role(scene.token(at)) == "auxiliary":
            continue
        found = _participle(scene, at, frames) if scene.tags[at] == "VBG" else _finite(scene, at, frames)
        if found is not None:
            yield found


def _tells(frames: Frames) -> bool:
    """Whether a verb is one of saying, or of showing: "..., the survey shows"."""
    return "clause" in frames and ("quote" in frames or frames["clause"].act == "evidence")


def _finite(scene: Scene, at: int, frames: Frames) -> Proposal | None:
    phrase = _phrase_before(scene, at)
    if phrase is not None and scene.tags[at] in _FINITE and (content := _around(scene, at, phrase)):
        return _made(scene, at, frames, "order-around", _last_noun(scene, phrase), content)
    speaker = subject_of(scene, scene.token(at), cue_of(scene, scene.token(at)).range)
    if speaker is None or not scene.sentence(at)[0] <= speaker.i < at or scene.syntax.is_passive(scene.token(at)):
        return None
    content = clause_after(scene, at + 1, sure=False, told=scene.lemmas[at] == "tell", far=True)
    return _made(scene, at, frames, "order-after", speaker, content)


def _participle(scene: Scene, at: int, frames: Frames) -> Proposal | None:
    """Give the claim of ", adding that the port would close"."""
    if at == 0 or scene.lower[at - 1] != ",":
        return None
    content = clause_after(scene, at + 1, sure=False, far=True)
    speaker = _speaker_of(scene, at) if content else None
    return None if speaker is None else _made(scene, at, frames, "order-participle", speaker, content)


def _speaker_of(scene: Scene, at: int) -> Token | None:
    """The subject of the verb that a participle goes on: the one right before the comma, or the one it hangs on."""
    inside = scene.speech_at(at)
    above: Token | None = scene.token(at)
    before = next((i for i in range(at - 2, max(at - 2 - _BEHIND, 0), -1) if scene.tags[i] in _FINITE), -1)
    if before > 0 and scene.speech_at(before) == inside:
        above = scene.token(before)
    for _ in range(_CLIMB):
        if above is None or above.i > at:
            return None
        speaker = scene.syntax.subject(above, inherited=False)
        if speaker is not None and speaker.i < at and scene.speech_at(speaker.i) == inside:
            return speaker
        above = scene.syntax.head(above)
    return None


def _phrase_before(scene: Scene, at: int) -> Range | None:
    """Give the noun phrase between a comma and a verb: "The bridge will close, | the council | said"."""
    first = scene.sentence(at)[0]
    end = at
    while end > first and scene.tags[end - 1] == "RB":
        end -= 1
    low = end
    while low > first and scene.tags[low - 1] in _NAMING and scene.quoted[low - 1] == scene.quoted[at]:
        low -= 1
    if low == end or low <= first + 1 or scene.lower[low - 1] != "," or scene.tags[end - 1] not in _NOUNS:
        return None
    return (low, end) if scene.tags[low] not in {"IN", "RB"} else None


def _around(scene: Scene, at: int, phrase: Range) -> tuple[Range, ...]:
    """Give what stands before the comma of ", he said" and, after a second comma, behind it."""
    first, last = scene.sentence(at)
    end = at + 1
    while end < last and end - at <= _BEHIND and not scene.blank[end]:
        if scene.tags[end] in _FINITE or scene.lower[end] in {"that", "who", "how", "whether"}:
            return ()
        end += 1
    before = phrase_content(scene, first, phrase[0] - 1, at)
    goes_on = end + 1 < last and scene.lower[end] == "," and scene.tags[end + 1] in {"VBG", "WP", "WDT"}
    if end >= last or goes_on or scene.lower[end] in {".", "?", "!", ";"}:
        says = any(tag in _FINITE for tag in scene.tags[first : phrase[0] - 1])
        return before if says and scene.tags[first] not in {"IN", "VBG", "VBN"} else ()
    if scene.lower[end] != "," or end > at + 3 or end + 1 == last:
        return ()
    after = phrase_content(scene, end + 1, last, at)
    if not before or not any(tag in _FINITE for low, high in after for tag in scene.tags[low:high]):
        return ()
    return (*before, *after)


def _last_noun(scene: Scene, phrase: Range) -> Token:
    """The head of a phrase: its last noun before a preposition."""
    low, high = phrase
    stop = next((at for at in range(low + 1, high) if scene.tags[at] == "IN"), high)
    return scene.token(max((at for at in range(low, stop) if scene.tags[at] in _NOUNS), default=stop - 1))


def _made(  # noqa: PLR0917  (all parts of a claim)
    scene: Scene, at: int, frames: Frames, rule: str, speaker: Token, content: tuple[Range, ...]
) -> Proposal | None:  # fmt: skip
    if not content or scene.lower[speaker.i] in {"it", "that", "this", "there", "what", "which"}:
        return None
    cue = cue_of(scene, scene.token(at))
    source = source_range(scene, speaker.i, cue.range)
    return Proposal(
        head=at, cue=(cue.range,), sense=frames["clause"], rule=rule, source=speaker.i, source_range=source,
        content=content, negated=cue.negated, weak=cue.weak,
        reporting=(min(source[0], cue.range[0]), max(source[1], cue.range[1])), quoting=True,
    )  # fmt: skip
