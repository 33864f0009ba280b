"""Gives each spoken quotation to a claim: those that go on after "X said" belong to the same claim."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts.steps.sourcing.cues import cue_of
from newsfacts.steps.sourcing.lexicon import Sense
from newsfacts.steps.sourcing.proposals import Proposal, evolve
from newsfacts.steps.sourcing.scene import Range, Scene
from newsfacts.steps.sourcing.sources import source_range


def with_quotations(scene: Scene, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Give the proposals with the quotations that continue them."""
    found = list(proposals)
    taken = {n for each in found for r in each.content for n in _inside(scene, r) - {scene.quoted[each.head]}}
    for number, place in enumerate(scene.quotation_ranges):
        if number in taken or not scene.quotations[number].speech:
            continue
        owner = _owner(scene, found, number, place)
        if owner is not None:
            found[owner] = _joined(scene, found[owner], place)
            taken.add(number)
        elif (free := _free(scene, place)) is not None:
            found.append(free)
            taken.add(number)
    return found


def _free(scene: Scene, place: Range) -> Proposal | None:
    """Give a quotation to the subject of the sentence that leads up to it: "He was blunt: “Phase two failed.”"."""
    start, end = place
    before = start - 1
    first = scene.paragraph(start)[0]
    if before <= first + 1 or scene.lower[before] not in {":", "."} or _words(scene, start, end) < 3:
        return None
    root = scene.token(before - 1)
    while (above := scene.syntax.head(root)) is not None and first <= above.i < start:
        root = above
    if not first <= root.i < start or scene.speech_at(root.i) >= 0:
        return None
    subject = scene.syntax.subject(root, inherited=False)
    if subject is None or subject.i >= root.i or scene.lower[subject.i] in {"it", "this", "that", "there", "which"}:
        return None
    cue = cue_of(scene, root).range
    source = source_range(scene, subject.i, cue)
    sense = Sense("speech", "ASSERTED", "UNCONFIRMED")
    return Proposal(
        head=root.i, cue=(cue,), sense=sense, rule="free-quotation", source=subject.i, source_range=source,
        content=(place,), reporting=(source[0], cue[1]), quoting=True,
    )  # fmt: skip


def _inside(scene: Scene, content: Range) -> set[int]:
    return {number for number in scene.quoted[content[0] : content[1]] if number >= 0}


def _owner(scene: Scene, proposals: Sequence[Proposal], number: int, place: Range) -> int | None:
    """The claim that a quotation goes on: the nearest before it that quotes, nobody else speaking between."""
    best, nearest = None, -1
    for at, each in enumerate(proposals):
        if scene.quoted[each.head] >= 0 or each.head >= place[0]:
            continue
        last = max(each.content[-1][1], each.reporting[1])
        if nearest < last <= place[0] and _may_go_on(scene, each, last, number, place):
            best, nearest = at, last
    return best


def _may_go_on(scene: Scene, each: Proposal, last: int, number: int, place: Range) -> bool:
    """Whether a quotation goes on what a claim began: in its paragraph, or opening the next one."""
    held = [scene.speech_at(i) for low, high in each.content for i in (low, high - 1)]
    quotes = max(held) >= 0
    start, end = scene.paragraph(place[0])
    if start <= each.head < end:
        if not quotes and not each.quoting:
            return False
        close = scene.sentence(each.head)[1]
        if place[0] < close:
            if scene.lower[place[0] - 1] == "," and scene.token(place[0] + 1).text.islower():
                return True
            return not any(tag in _FINITE for tag in scene.tags[last : place[0]])
        return _words(scene, max(last, close), place[0]) <= _BETWEEN
    if not (quotes or each.quoting) or _words(scene, start, place[0]):
        return False
    if quotes and max(held) == number - 1 and _words(scene, last, place[0]) <= _BETWEEN + 3 and _is_alone(scene, place):
        return True
    if quotes and scene.quotations[max(held)].continued and max(held) == number - 1:
        return True
    return scene.lower[last] == ":" and not _words(scene, last, place[0]) if last < scene.size else False


def _is_alone(scene: Scene, place: Range) -> bool:
    """Whether a quotation is all of its paragraph."""
    start, end = scene.paragraph(place[0])
    return not _words(scene, start, place[0]) and not _words(scene, place[1], end)


def _words(scene: Scene, start: int, end: int) -> int:
    return sum(not scene.blank[i] for i in range(start, end))


_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_BETWEEN = 3
"""How many words may stand between the sentence of a claim and the quotation that goes on."""


def _joined(scene: Scene, each: Proposal, place: Range) -> Proposal:
    start, end = each.content[-1]
    if start < place[0] and all(scene.lower[i].isspace() for i in range(end, place[0])) and each.reporting[1] <= start:
        return evolve(each, content=(*each.content[:-1], (start, place[1])))
    return evolve(each, content=(*each.content, place))
