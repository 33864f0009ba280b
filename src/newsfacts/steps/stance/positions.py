"""Where holders stand over a whole article: stances toward one target taken together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen

from newsfacts import Article, Party, Ref, Stance, Target
from newsfacts.steps.stance.frames import Stand

POINTING: Final = frozenset({"it", "that", "this"})
EARLIER: Final = frozenset({"formerly", "initially", "once", "originally", "previously"})
"""Words before a cue that tell of a stance held before: "which had previously backed the plan"."""

LATER: Final = frozenset({"longer", "now", "today"})
"""Words that tell of one held since: "now calls him a traitor"."""


@frozen(kw_only=True)
class Position:
    """Where a holder stands toward a target, with the stances it rests on.

    `reservations` are those against the grain ("praised the decision but argued it had come too late");
    `changed` tells that an earlier one was the other way round and the latest decides.
    """

    holder: Party
    target: Target
    polarity: Stand
    stances: tuple[Ref[Stance], ...]
    reservations: tuple[Ref[Stance], ...] = ()
    changed: bool = False


def positions(article: Article, *, derived: bool = False) -> tuple[Position, ...]:
    """Give one position for each holder and target of an article, in the order of the text."""
    groups: dict[tuple[object, object], list[Stance]] = {}
    latest: dict[object, object] = {}
    for stance in sorted(article.stances, key=lambda each: each.cue.start):
        if stance.level == "derived" and not derived:
            continue
        who = _holder(article, stance.holder)
        what = _target(article, stance.target)
        if what in POINTING and who in latest:
            what = latest[who]
        latest[who] = what
        groups.setdefault((who, what), []).append(stance)
    return tuple(_position(article, stances) for stances in groups.values())


def _holder(article: Article, party: Party) -> object:
    return party.entity or (article[party.span].casefold() if party.span is not None else None)


def _target(article: Article, target: Target) -> object:
    return target.entity or article[target.span].casefold()


def _position(article: Article, stances: Sequence[Stance]) -> Position:
    plain = [stance for stance in stances if stance.aspect is None] or list(stances)
    signs = {stance.polarity for stance in plain}
    polarity: Stand = plain[0].polarity
    changed = False
    if len(signs) > 1:
        times = _times(article, plain)
        plain = [stance for _, stance in sorted(zip(times, plain, strict=True), key=lambda each: each[0])]
        changed = _turns_once(plain, told=any(times))
        polarity = plain[-1].polarity if changed else "mixed"
    against = [stance for stance in stances if stance.polarity not in {"mixed", polarity}]
    return Position(
        holder=stances[0].holder,
        target=stances[0].target,
        polarity=polarity,
        stances=_refs(stances),
        reservations=() if changed or polarity == "mixed" else _refs(against),
        changed=changed,
    )


def _times(article: Article, stances: Sequence[Stance]) -> list[int]:
    """-1 for each stance that the words before its cue put before the others, 1 for one put after them."""
    found, before = [], 0
    for stance in stances:
        words = set(article.text[max(stance.span.start, before) : stance.cue.end].lower().replace(",", " ").split())
        found.append(int(not words.isdisjoint(LATER)) - int(not words.isdisjoint(EARLIER)))
        before = stance.cue.end
    return found


def _turns_once(stances: Sequence[Stance], *, told: bool) -> bool:
    """Whether stances go one way and then, in other sentences or by what is told of their time, the other for good."""
    signs = [stance.polarity for stance in stances]
    turns = [i for i in range(1, len(signs)) if signs[i] != signs[i - 1]]
    if len(turns) != 1 or told:
        return len(turns) == 1
    return len(signs) > 2 and stances[turns[0]].span.start > stances[turns[0] - 1].span.end


def _refs(stances: Iterable[Stance]) -> tuple[Ref[Stance], ...]:
    return tuple(stance.ref for stance in stances)
