"""Gives each spoken quotation to a claim: those that go on after "X said" belong to the same claim."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts.steps.sourcing.cues import cue_of
from newsfacts.steps.sourcing.lexicon import Sense, lemmas_by_form
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
        elif (cut_short := _cut_short(scene, found, place)) is not None:
            each = found[cut_short]
            found[cut_short] = evolve(each, content=(*each.content[:-1], (each.content[-1][0], place[1])))
            taken.add(number)
        elif (free := _free(scene, place)) is not None:
            found.append(free)
            taken.add(number)
    return found


def _free(scene: Scene, place: Range) -> Proposal | None:
    """Give a quotation to the subject of the sentence that leads up to it: "He was blunt: “Phase two failed.”"."""
    start, end = place
    before = start - 1
    while before > 0 and scene.lower[before].isspace():
        before -= 1
    first = scene.paragraph(before)[0]
    ends = {":"} if before < start - 1 else {":", "."}
    if before <= first + 1 or scene.lower[before] not in ends or _words(scene, start, end) < 3:
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


def _cut_short(scene: Scene, proposals: Sequence[Proposal], place: Range) -> int | None:
    """The claim whose content a parse ended too soon: 'He argued the pipeline, | which is long, “would not go far”'."""
    first = scene.sentence(place[0])[0]
    before = [at for at, each in enumerate(proposals) if first <= each.head < place[0] and scene.quoted[each.head] < 0]
    before.sort(key=lambda at: -proposals[at].head)
    return next((at for at in before if _is_cut_short(scene, proposals[at], place[0])), None)


def _is_cut_short(scene: Scene, each: Proposal, end: int) -> bool:
    low, high = each.content[-1]
    if not each.head < low < high <= end or each.rule.startswith(("according", "hearsay", "in-", "noun")):
        return False
    if scene.tags[each.head] == "VBG" and any(scene.tags[at] in _FINITE for at in range(high, end)):
        return False
    forms = lemmas_by_form(scene.reading.lexicons)
    return not any(scene.lower[at] in _ANEW or scene.lower[at] in forms for at in range(high, end))


_ANEW = frozenset({"after", "although", "and", "as", "because", "before", "but", "though", "when", "while", ":", ";"})
"""Words before a quotation that open something new."""


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
    start, end = scene.paragraph(place[0])
    held = max(scene.speech_at(at) for low, high in each.content for at in (low, high - 1))
    if start <= each.head < end:
        return (held >= 0 or each.quoting) and _goes_on_here(scene, each, last, place)
    if _words(scene, start, place[0]):
        return False
    if _is_alone(scene, place) and _closes(scene, each, start):
        return each.sense.act == "speech" and each.source is not None and not each.negated
    if held >= 0 and held == number - 1:
        near = _words(scene, last, place[0]) <= _BETWEEN + 3 and _is_alone(scene, place)
        if near or scene.quotations[held].continued:
            return True
    return (held >= 0 or each.quoting) and scene.lower[last : last + 1] == [":"] and not _words(scene, last, place[0])


def _goes_on_here(scene: Scene, each: Proposal, last: int, place: Range) -> bool:
    """Whether a quotation goes on in the sentence of its claim, or right after it."""
    close = scene.sentence(each.head)[1]
    if place[0] >= close:
        return _words(scene, max(last, close), place[0]) <= _BETWEEN
    if scene.lower[place[0] - 1] == "," and scene.token(place[0] + 1).text.islower():
        return True
    return not any(tag in _FINITE for tag in scene.tags[last : place[0]])


def _closes(scene: Scene, each: Proposal, start: int) -> bool:
    """Whether a claim is made in the last sentence before a paragraph."""
    end = start - 1
    while end > 0 and "\n" in scene.lower[end]:
        end -= 1
    first, last = scene.sentence(end)
    return first <= each.head < last


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
