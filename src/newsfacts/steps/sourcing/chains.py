"""Who passed a claim on: outlets told, or by which words were obtained, quoted, carried, and links of the chain."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from newsfacts import Party, Provenance, Span
from newsfacts.steps.sourcing.proposals import Proposal
from newsfacts.steps.sourcing.scene import Range, Scene

_PHRASE: Final = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "HYPH", "CD", "FW", "VBG", "VBN"})
_PREPOSITIONS: Final = frozenset({"by", "on", "to", "with"})
_REACH: Final = 5
"""How many words may stand between "picked up" and its "by"."""


def carriers(scene: Scene, proposal: Proposal, source: Party) -> tuple[Party, ...]:
    """Give the outlets that passed a claim on, in text order, its source not among them."""
    found: dict[Span, Party] = {}
    for party in (*_named(scene, proposal), *_linked(scene, proposal, source)):
        taken = [*found, *([source.span] if source.span is not None else [])]
        if party.span is not None and not any(party.span.overlaps(other) for other in taken):
            found[party.span] = party
    return tuple(found[span] for span in sorted(found))


def _named(scene: Scene, proposal: Proposal) -> Iterator[Party]:
    """Give outlets after "told", and after "to", "with", "by" that a word of passing on stands before."""
    first, last = scene.sentence(proposal.head)
    if scene.lemmas[proposal.head] == "tell" and scene.quoted[proposal.head] < 0:
        yield from _outlet_after(scene, proposal.head + 1, last)
    spots = _spots(scene)
    passing = scene.reading.lexicons.words("cue_words", "passing_on")
    for at, party in spots[bisect_right(spots, first, key=_place) : bisect_left(spots, last, key=_place)]:
        if not _holds(proposal, at):
            before = range(max(first, at - _REACH), at)
            if any((scene.lower[i] in passing or i == proposal.head) and not _holds(proposal, i) for i in before):
                yield party


def _spots(scene: Scene) -> list[tuple[int, Party]]:
    """The words "to", "with", "by", "on" before an outlet, each with the outlet."""
    return scene.reading.shared("outlets after prepositions", lambda: list(_found(scene)))


def _found(scene: Scene) -> Iterator[tuple[int, Party]]:
    for at, word in enumerate(scene.lower):
        if word in _PREPOSITIONS and scene.quoted[at] < 0:
            for party in _outlet_after(scene, at + 1, scene.sentence(at)[1]):
                yield at, party


def _place(spot: tuple[int, Party]) -> int:
    return spot[0]


def _holds(proposal: Proposal, at: int) -> bool:
    return any(low <= at < high for low, high in proposal.content)


def _outlet_after(scene: Scene, start: int, last: int) -> Iterator[Party]:
    """Give the noun phrase that starts here, if it names an outlet."""
    end = start
    while end < last and (scene.tags[end] in _PHRASE or scene.lower[end] == "of"):
        if end > start and scene.lower[end] in {"last", "late", "early", "this"}:
            break
        end += 1
    while end > start and scene.tags[end - 1] not in {"NN", "NNP", "NNPS", "NNS"}:
        end -= 1
    times = scene.reading.lexicons.words("cue_words", "times")
    while end - start > 1 and scene.lower[end - 1] in times and scene.lower[end - 1].endswith("day"):
        end -= 1
    if start < end and is_outlet(scene, (start, end)):
        yield scene.reading.party(scene.token(end - 1), scene.reading.span(start, end))


def is_outlet(scene: Scene, phrase: Range) -> bool:
    """Tell whether words name a news outlet: a known one, a name such as "Radio Fenland", a noun such as "daily"."""
    words = scene.reading.lexicons
    lower = scene.lower[phrase[0] : phrase[1]]
    named = [word for word, at in zip(lower, range(*phrase), strict=True) if scene.token(at).text[:1].isupper()]
    if not words.words("cue_words", "names_outlet").isdisjoint(named):
        return True
    text = scene.reading[scene.reading.span(*phrase)].lower()
    if text.removeprefix("the ") in words.words("layout", "agencies") or text in words.words("layout", "agencies"):
        return True
    return not words.words("cue_words", "outlets").isdisjoint(lower)


def _names_outlet(scene: Scene, party: Party) -> bool:
    return party.span is not None and is_outlet(scene, scene.reading.token_range(party.span))


def _linked(scene: Scene, proposal: Proposal, source: Party) -> Iterator[Party]:
    """Give the other end of a link that names the source: "X reports via Y"."""
    first, last = scene.sentence(proposal.head)
    here = scene.reading.span(first, last)
    for link in scene.reading.all(Provenance):
        if not here.overlaps(link.span) or source.span is None:
            continue
        relayed, origin = link.relayed_by, link.origin
        if relayed is not None and relayed.span is not None and relayed.span.overlaps(source.span):
            if scene.reading[link.cue].lower() == "via" or _names_outlet(scene, origin):
                yield origin
        elif origin.span is not None and origin.span.overlaps(source.span) and relayed is not None:
            yield relayed
