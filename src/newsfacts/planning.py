"""Orders steps by what they need and give."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter

from newsfacts.errors import PlanError, PluginConflict
from newsfacts.extractor import Step
from newsfacts.facts import Fact


def plan(steps: Iterable[Step], *, without: Iterable[str] = (), placed: Iterable[str] = ()) -> tuple[Step, ...]:
    """Give the steps in an order in which every need is met; the order of `steps` does not matter.

    Replacements are carried out and steps named in `without` are left out first. Raises a `PlanError` for a need that
    nobody gives, a circle, or an unknown name, and a `PluginConflict` where two steps claim one name or one place.
    Steps named in `placed` were planned before: what they replace may be gone.
    """
    all_steps = _replaced(_named(steps), frozenset(placed))
    kept = _dropped(all_steps, frozenset(without))
    _check_kinds(kept.values())
    givers = _givers(kept.values())
    _check_needs(kept, givers, {name: step for name, step in all_steps.items() if name not in kept})
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for step in sorted(kept.values(), key=lambda step: step.name):
        before = {
            giver
            for kind in step.extractor.needs | step.extractor.uses
            for giver in givers.get(kind, ())
            if giver != step.name
        }
        sorter.add(step.name, *sorted(before))
    try:
        sorter.prepare()
    except CycleError as error:
        raise PlanError(f"steps need one another in a circle: {' -> '.join(error.args[1])}") from error
    ordered: list[Step] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        ordered += (kept[name] for name in ready)
        sorter.done(*ready)
    return tuple(ordered)


def others(steps: Iterable[Step], only: Iterable[str]) -> set[str]:
    """Give the names of the steps that are to go where `only` some are kept, by their names or those they replace."""
    ordered, kept = plan(steps), set(only)
    if unknown := kept - {name for step in ordered for name in (step.name, step.extractor.replaces)}:
        raise PlanError(_no_step(min(unknown), "keep", ordered))
    return {step.name for step in ordered if kept.isdisjoint((step.name, step.extractor.replaces))}


def _no_step(name: str, what_for: str, steps: Iterable[Step]) -> str:
    return f"there is no step {name!r} to {what_for}; steps: {', '.join(sorted(step.name for step in steps))}"


def _named(steps: Iterable[Step]) -> dict[str, Step]:
    named: dict[str, Step] = {}
    for step in steps:
        if (other := named.get(step.name)) is not None:
            raise PluginConflict(f"two steps are called {step.name!r}: one of {other.plugin}, one of {step.plugin}")
        named[step.name] = step
    return named


def _replaced(steps: dict[str, Step], placed: frozenset[str]) -> dict[str, Step]:
    claimed: dict[str, Step] = {}
    for step in steps.values():
        place = step.extractor.replaces
        if place is None:
            continue
        if place not in steps and step.name not in placed:
            raise PlanError(f"step {step.name!r} of {step.plugin} replaces {place!r}, but there is no such step")
        if (other := claimed.get(place)) is not None:
            raise PluginConflict(
                f"step {place!r} is replaced twice: by {other.name!r} of {other.plugin} "
                f"and by {step.name!r} of {step.plugin}; leave one out"
            )
        claimed[place] = step
    return {name: step for name, step in steps.items() if name not in claimed}


def _dropped(steps: dict[str, Step], without: frozenset[str]) -> dict[str, Step]:
    places = {step.extractor.replaces: name for name, step in steps.items() if step.extractor.replaces}
    for name in sorted(without):
        if name not in steps and name not in places:
            raise PlanError(_no_step(name, "leave out", steps.values()))
    gone = without | {places[name] for name in without if name in places}
    return {name: step for name, step in steps.items() if name not in gone}


def _givers(steps: Iterable[Step]) -> dict[type[Fact], list[str]]:
    givers: dict[type[Fact], list[str]] = {}
    for step in steps:
        for kind in step.extractor.gives:
            givers.setdefault(kind, []).append(step.name)
    return givers


def _check_needs(kept: dict[str, Step], givers: dict[type[Fact], list[str]], gone: dict[str, Step]) -> None:
    """Refuse a step that lacks what it needs; where steps that were left out would give it, say which."""
    for step in sorted(kept.values(), key=lambda step: step.name):
        for kind in sorted(step.extractor.needs, key=lambda kind: kind.kind):
            if any(giver != step.name for giver in givers.get(kind, ())):
                continue
            what = f"step {step.name!r} of {step.plugin} needs {kind.kind!r} facts, but"
            if back := _to_keep(step, givers, gone):
                raise PlanError(
                    f"{what} what gives them is left out; keep {', '.join(map(repr, sorted(back)))} too, "
                    f"or leave {step.name!r} out"
                )
            raise PlanError(f"{what} no other step gives them; add one that does, or leave {step.name!r} out")


def _to_keep(step: Step, givers: dict[type[Fact], list[str]], gone: dict[str, Step]) -> set[str]:
    """The steps that were left out and that a step needs, directly or through one another."""
    left_out, found, asking = _givers(gone.values()), set[str](), [step]
    while asking:
        for kind in asking.pop().extractor.needs - givers.keys():
            new = set(left_out.get(kind, ())) - found
            found |= new
            asking += (gone[name] for name in new)
    return found


def _check_kinds(steps: Iterable[Step]) -> None:
    owners: dict[str, tuple[type[Fact], Step]] = {}
    for step in steps:
        for kind in step.extractor.gives:
            other, owner = owners.setdefault(kind.kind, (kind, step))
            if other is not kind:
                raise PluginConflict(
                    f"two kinds are called {kind.kind!r}: {other.__module__}.{other.__qualname__}, given by step "
                    f"{owner.name!r} of {owner.plugin}, and {kind.__module__}.{kind.__qualname__}, given by step "
                    f"{step.name!r} of {step.plugin}; rename one kind, or leave one step out: "
                    f"load(..., without=[{step.name!r}])"
                )
