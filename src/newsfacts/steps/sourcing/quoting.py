"""Gives each spoken quotation to a claim: those that go on after "X said" belong to the same claim."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts.steps.sourcing.proposals import Proposal, evolve
from newsfacts.steps.sourcing.scene import Range, Scene


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
    return found


def _inside(scene: Scene, content: Range) -> set[int]:
    return {number for number in scene.quoted[content[0] : content[1]] if number >= 0}


def _owner(scene: Scene, proposals: Sequence[Proposal], number: int, place: Range) -> int | None:
    """The claim that a quotation goes on: the nearest before it that quotes, nobody else speaking between."""
    best, nearest = None, -1
    for at, each in enumerate(proposals):
        end = max(high for _, high in each.content)
        last = max(end, each.reporting[1])
        if last <= place[0] and last > nearest and _may_go_on(scene, each, last, number, place):
            best, nearest = at, last
    return best


def _may_go_on(scene: Scene, each: Proposal, last: int, number: int, place: Range) -> bool:
    if scene.quoted[each.head] >= 0:
        return False
    if not any(scene.speech_at(i) >= 0 for low, high in each.content for i in (low, high - 1)) and not each.quoting:
        return False
    start, end = scene.paragraph(place[0])
    between = range(last, place[0])
    words = [i for i in between if not scene.blank[i]]
    if start <= each.head < end:
        return len(words) <= _BETWEEN
    before = max((n for low, high in each.content for n in (scene.quoted[high - 1],)), default=-1)
    opens = all(scene.blank[i] for i in range(start, place[0]))
    if before >= 0 and before == number - 1 and scene.quotations[before].continued:
        return opens
    return opens and not words and scene.lower[last - 1 : last + 1] != [] and ":" in scene.lower[last - 1 : last + 1]


_BETWEEN = 3
"""How many words may stand between a claim and the quotation that goes on."""


def _joined(scene: Scene, each: Proposal, place: Range) -> Proposal:
    start, end = each.content[-1]
    if start < place[0] and all(scene.lower[i].isspace() for i in range(end, place[0])) and each.reporting[1] <= start:
        return evolve(each, content=(*each.content[:-1], (start, place[1])))
    return evolve(each, content=(*each.content, place))
