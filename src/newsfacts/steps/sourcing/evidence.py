"""What speaks for and against a candidate: its rule and words, its source, its content, where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newsfacts.steps.sourcing.proposals import Proposal
from newsfacts.steps.sourcing.scene import Scene

_FINITE: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})
_NAMES: Final = frozenset({"NNP", "NNPS"})
_SIZES: Final = (1, 2, 4, 8, 16, 32)


def evidence_for(scene: Scene, candidates: Sequence[Proposal]) -> list[frozenset[str]]:
    """Give the evidence of each candidate: names such as "rule=clause-that", "cue=warn", "source=she"."""
    held = [False] * scene.size
    for each in candidates:
        if not each.rule.startswith("unlisted") and each.content:
            for low, high in each.content:
                held[low:high] = [True] * (high - low)
    return [frozenset(_of(scene, each, nested=held[each.head])) for each in candidates]


def _of(scene: Scene, each: Proposal, *, nested: bool) -> Iterator[str]:
    source = "".join(list(_source(scene, each))[:1])
    lemma = scene.lemmas[each.head]
    yield from (f"rule={each.rule}", f"cue={lemma}", f"cue={lemma} rule={each.rule}")
    yield from (f"act={each.sense.act} {source}", f"status={each.sense.status} {source}", f"rule={each.rule} {source}")
    yield from _source(scene, each)
    yield from _cue(scene, each)
    yield from _content(scene, each)
    if nested:
        yield "inside another"
        yield f"inside another {source}"


def _source(scene: Scene, each: Proposal) -> Iterator[str]:
    """The shape of the source first; then its words, what it is, and on which side it stands."""
    if each.source is None or each.source_range is None:
        yield "source: none"
        return
    at, (low, high) = each.source, each.source_range
    tag = scene.tags[at]
    if tag in {"PRP", "PRP$", "WP", "WDT", "WP$", "DT", "EX"}:
        yield f"source: {scene.lower[at]}"
    else:
        yield "source: name" if tag in _NAMES else f"source: {tag}"
        yield f"source={scene.lemmas[at]}"
    entity = scene.reading.entity_at(scene.token(at))
    yield f"source is {'unknown' if entity is None else scene.reading[entity].type}"
    yield f"source of {_size(high - low)}"
    apart = low - each.cue[-1][1] if low > each.head else each.cue[0][0] - high
    yield f"source {'after' if low > each.head else 'before'}, {_size(apart)} apart"


def _cue(scene: Scene, each: Proposal) -> Iterator[str]:
    yield f"tag={scene.tags[each.head]}"
    role = scene.syntax.role(scene.token(each.head))
    yield f"role={role}"
    yield f"role={role} act={each.sense.act}"
    yield from (f"with={scene.lower[at]}" for low, high in each.cue for at in range(low, high) if at != each.head)
    if each.negated:
        yield "negated"
    if scene.speech_at(each.head) >= 0:
        yield "in speech"


def _content(scene: Scene, each: Proposal) -> Iterator[str]:
    if not each.content:
        yield "content: none"
        return
    inside = [at for low, high in each.content for at in range(low, high) if not scene.blank[at]]
    quoted = sum(scene.quoted[at] >= 0 for at in inside)
    finite = any(scene.tags[at] in _FINITE for at in inside)
    yield f"content quoted: {'no' if not quoted else 'all' if quoted == len(inside) else 'some'}"
    yield f"content of {_size(len(inside))}"
    yield f"content {'with' if finite else 'without'} a verb, rule={each.rule}"
    yield f"content opens: {scene.lower[inside[0]] if inside else ''}"
    yield f"content begins {scene.tags[inside[0]] if inside else ''}"
    if each.governed is not None:
        yield f"content of a {scene.tags[each.governed]}"
        yield f"content={scene.lemmas[each.governed]}"
        entity = scene.reading.entity_at(scene.token(each.governed))
        if entity is not None:
            yield f"content is {scene.reading[entity].type}"
    if each.content[0][0] < each.cue[0][0]:
        yield "content first"


def _size(count: int) -> str:
    return f"up to {next((size for size in _SIZES if count <= size), 'many')}"
