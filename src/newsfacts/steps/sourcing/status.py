"""How sure the source is: from the cue first, then from the words of the content."""

from __future__ import annotations

from typing import Final

from newsfacts.steps.sourcing.cues import NOBODY
from newsfacts.steps.sourcing.lexicon import Status
from newsfacts.steps.sourcing.proposals import Proposal, evolve
from newsfacts.steps.sourcing.scene import Range, Scene

_PAST_MODALS: Final = frozenset({"would", "'d", "’d"})
_UNREAL: Final = _PAST_MODALS | {"could", "might"}


def status_of(scene: Scene, proposal: Proposal) -> Status:
    """Give the status of a claim (the table of docs/facts): the cue decides first, then its content."""
    sense = proposal.sense
    status = sense.negated if proposal.negated else sense.status
    if proposal.negated and status == "POSSIBLE" and not _cannot(scene, proposal):
        return "UNCONFIRMED"
    if status == "UNCONFIRMED" and proposal.negated and _is_attitude(proposal):
        status = "ASSERTED"
    if status == "ASSERTED" and proposal.weak:
        status = "PROBABLE"
    if status == "ASSERTED" and _asks(scene, proposal):
        return "REQUESTED"
    if status not in {"ASSERTED", "PROBABLE", "POSSIBLE"}:
        return status
    words = scene.reading.lexicons
    main = main_clause(scene, proposal)
    if _is_counterfactual(scene, main):
        return "COUNTERFACTUAL"
    if condition_of(scene, main) is not None:
        return "CONDITIONAL"
    if status == "POSSIBLE" or _hedged(scene, main, words.words("hedges", "possible")):
        return "POSSIBLE"
    if status == "PROBABLE" or _hedged(scene, main, words.words("hedges", "probable")):
        return "PROBABLE"
    return "ASSERTED"


def _is_attitude(proposal: Proposal) -> bool:
    """Whether a claim tells what somebody feels about a thing: "was not worried about his job" leaves nothing open."""
    frame = proposal.rule.partition("adjective-")[2]
    return frame not in {"", "that", "to", "wh"} or (proposal.sense.act == "thought" and proposal.rule in _JUDGING)


_JUDGING: Final = frozenset({"named", "seen-as"})


def _hedged(scene: Scene, main: Range, hedges: frozenset[str]) -> bool:
    """Whether one of the words softens a clause: not in what it says of a noun by the way, not "could not"."""
    return any(
        scene.lower[at] in hedges
        and not (scene.lower[at] == "may" and scene.tags[at] != "MD")
        and not (scene.lower[at] == "could" and _is_impossible(scene, at, main))
        and not _by_the_way(scene, at, main)
        for at in range(*main)
    )


def _is_impossible(scene: Scene, could: int, main: Range) -> bool:
    """Whether a word denies what could be: "could not", "nothing more could be done"."""
    before = scene.lower[max(main[0], could - 3) : could]
    return scene.lower[could + 1 : could + 2] in (["not"], ["n't"], ["n’t"]) or not NOBODY.isdisjoint(before)


def _by_the_way(scene: Scene, at: int, main: Range) -> bool:
    above = scene.syntax.head(scene.token(at))
    if above is None or scene.syntax.role(above) not in {"clause-complement", "relative-clause"}:
        return False
    return scene.syntax.subtree(above)[0] > main[0] + 1


def _cannot(scene: Scene, proposal: Proposal) -> bool:
    """Whether something cannot be ruled out: "would not rule out" leaves it open."""
    words = {word for low, high in proposal.cue for word in scene.lower[low:high]}
    return (
        not words.isdisjoint({"can", "ca", "cannot", "could"})
        or proposal.sense.act != "thought"
        or (proposal.sense.status != "ASSERTED")
    )


def _asks(scene: Scene, proposal: Proposal) -> bool:
    """Whether quoted words are a question or a command."""
    start, end = proposal.content[0]
    spoken = proposal.rule == "speaker-label" or all(scene.speech_at(i) >= 0 for i in (start, end - 1))
    if not spoken:
        return False
    first = next((i for i in range(start, end) if not scene.blank[i]), start)
    stop = next((i for i in range(first, end) if scene.lower[i] in {".", "!", "?"}), end - 1)
    if scene.lower[stop] == "?":
        return True
    return scene.tags[first] == "VB" and scene.syntax.subject(scene.token(first), inherited=False) is None


def main_clause(scene: Scene, proposal: Proposal) -> Range:
    """Give the words of the content that decide: its first sentence."""
    start, end = proposal.content[0]
    if len(proposal.content) > 1 and not any(scene.lower[i] in {".", "!", "?"} for i in range(start, end)):
        later = proposal.content[1][1]
        end = max(end, min(later, scene.sentence(end - 1)[1]))
    lower = scene.lower
    for index in range(start + 1, end):
        if lower[index] in _STOPS or (lower[index] == "," and _turns(scene, start, index, end)):
            return start, index
    return start, end


_STOPS: Final = frozenset({".", "!", "?", ";"})


def by_sureness(scene: Scene, proposal: Proposal) -> tuple[Proposal, ...]:
    """Give a claim, or two where its second clause is surer or less sure: "would likely fail, but more could come"."""
    if len(proposal.content) != 1 or proposal.rule not in _SPLIT:
        return (proposal,)
    start, end = proposal.content[0]
    turns = (i for i in range(start + 1, end) if scene.quoted[i] < 0)
    parts = (_turns, _softens, _adds)
    at = next((i for i in turns if any(part(scene, start, i, end) for part in parts)), -1)
    if at < 0:
        return (proposal,)
    first = evolve(proposal, content=((start, at),))
    second = evolve(proposal, content=((at + 1 + (scene.lower[at] == ","), end),), governed=None)
    sure = status_of(scene, first), status_of(scene, second)
    return (proposal,) if sure[0] == sure[1] or _HEDGED.isdisjoint(sure) else (first, second)


_SPLIT: Final = frozenset({"clause-that", "clause-bare", "clause-after", "relayed"})
_HEDGED: Final = frozenset({"CONDITIONAL", "COUNTERFACTUAL", "POSSIBLE", "PROBABLE"})


def _softens(scene: Scene, start: int, index: int, end: int) -> bool:
    """Whether "and could have consequences" opens a second predicate that is less sure."""
    possible = scene.reading.lexicons.words("hedges", "possible")
    return (
        scene.lower[index] in {"and", "but"}
        and index + 1 < end
        and scene.tags[index + 1] == "MD"
        and scene.lower[index + 1] in possible
        and any(scene.tags[at] in {"VBD", "VBP", "VBZ", "MD"} for at in range(start, index))
    )


def _adds(scene: Scene, start: int, index: int, end: int) -> bool:
    """Whether "and that without it more would have died" opens a second clause."""
    return (
        scene.lower[index] in {"and", "but"}
        and index + 2 < end
        and scene.lower[index + 1] == "that"
        and scene.tags[index + 1] == "IN"
        and any(scene.tags[at] in {"VBD", "VBP", "VBZ", "MD"} for at in range(start, index))
    )


def _turns(scene: Scene, start: int, index: int, end: int) -> bool:
    """Whether ", but" or ", and" opens a second clause with a subject and a verb of its own."""
    if scene.lower[index] != "," or scene.lower[index + 1 : index + 2] not in (["but"], ["and"]) or index - start < 3:
        return False
    for at in range(index + 2, min(index + 8, end)):
        if scene.tags[at] in {"VBD", "VBP", "VBZ", "MD"}:
            return at > index + 2
    return False


def _is_counterfactual(scene: Scene, main: Range) -> bool:
    """Tell whether the words say what would have been."""
    lower = scene.lower
    words = [at for at in range(*main) if not scene.blank[at] and lower[at] != "that"][:1]
    if words and lower[words[0]] == "had" and not _UNREAL.isdisjoint(lower[main[0] : main[1]]):
        return True
    if _PAST_MODALS.isdisjoint(lower[main[0] : main[1]]):
        return False
    for index in range(main[0], main[1] - 1):
        if lower[index] in _PAST_MODALS:
            at = index + 1
            while at < main[1] and scene.tags[at] in {"RB", "RBR"}:
                at += 1
            if at < main[1] and lower[at] in {"have", "'ve", "’ve"}:
                return True
    return False


def condition_of(scene: Scene, main: Range) -> Range | None:
    """Give the words of a condition in the content: "if deemed necessary", "unless ..."."""
    words = scene.reading.lexicons.words("hedges", "conditions")
    syntax = scene.syntax
    for index in range(*main):
        word = scene.lower[index]
        if word == "in" and scene.lower[index : index + 4] == ["in", "the", "event", "of"]:
            return index, main[1]
        if word not in words or (index == main[0] and word in {"if", "whether"} and main[1] - index < 3):
            continue
        token = scene.token(index)
        if word == "if" and scene.lower[index - 1] in {"as", "even"}:
            continue
        if syntax.role(token) == "mark" and (head := syntax.head(token)) is not None:
            if syntax.role(head) == "clause-complement" and word == "if" and scene.lower[index - 1] != ",":
                continue
            low, high = syntax.subtree(head)
            return max(low, main[0]), min(high, main[1])
        if word in {"provided", "unless"}:
            return index, main[1]
    return None
