"""The tone of a sentence toward a name: the learnt model asked about a span, or about an article's people."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from newsfacts import Entity, Reading, Ref, Span, Tone
from newsfacts.steps.stance.features import Passage, features
from newsfacts.steps.stance.findings import Finding
from newsfacts.steps.stance.model import Polarity, ToneModel
from newsfacts.steps.stance.network import View
from newsfacts.steps.stance.rules import findings
from newsfacts.steps.stance.scene import Range, Scene

if TYPE_CHECKING:
    from newsfacts.steps.stance.network import Table

LIKELY: Final = 0.7
"""The probability by the linear model from which the network, which is slower, is asked as well."""


def tone_toward(reading: Reading, target: Span, *, mentions: Sequence[Span] = ()) -> Tone:
    """Give the tone of the sentence of `target` toward it, however unsure; `mentions` are further ones of the same."""
    scene = Scene(Reading(reading.parsed, reading.lexicons))
    spans = (target, *mentions)
    start, end = _sentence(scene, [reading.token_range(span) for span in spans])
    probabilities = shares(scene, [target, *mentions], start, end)
    best = _best(probabilities)
    return Tone(
        span=reading.span(start, end),
        target=target,
        polarity=best,
        probability=round(probabilities[best], 4),
        rule="asked",
    )


def shares(scene: Scene, mentions: Sequence[Span], start: int, end: int) -> dict[Polarity, float]:
    """Give the probability of each polarity toward a target in the tokens `start` to `end`."""
    passage = Passage.of(scene, start, end, findings(scene))
    ranges = [scene.reading.token_range(span) for span in mentions]
    model = ToneModel.of(scene.reading.lexicons)
    return model.probabilities(features(passage, ranges), _seen(model.network.view(passage), ranges))


def _sentence(scene: Scene, ranges: Sequence[Range]) -> Range:
    """The sentences that hold some token ranges, from the first to the last."""
    first, last = min(start for start, _ in ranges), max(end for _, end in ranges)
    found = [(start, end) for start, end in scene.syntax.sentences() if start < last and end > first]
    if not found:
        return 0, len(scene.reading.doc)
    return found[0][0], found[-1][1]


def tones(reading: Reading, *, sure: float, people: int, sentences: int) -> Iterator[Tone]:
    """Give the tones toward an article's people, sentence by sentence, where the model is sure."""
    bare = Reading(reading.parsed, reading.lexicons)
    persons = [entity for entity in reading.all(Entity) if entity.type == "PERSON"]
    persons.sort(key=lambda entity: -len(entity.mentions))
    if not persons or not reading.syntax.parsed:
        return
    asked = [(entity, _by_sentence(reading, entity, sentences)) for entity in persons[:people]]
    scene = Scene(bare, tuple(sorted({place for _, places in asked for place in places})))
    found = list(findings(scene))
    model = ToneModel.of(reading.lexicons)
    passages = {place: _passage(scene, place, found) for place in scene.places or ()}
    view = cache(lambda place: model.network.view(passages[place]))
    for entity, places in asked:
        for place, ranges in places.items():
            passage = passages[place]
            if not any(passage.valence) and not passage.findings:
                continue
            scores = model.scores(features(passage, ranges))
            probabilities = model.mixed(scores)
            best = _best(probabilities)
            if best != "neutral" and probabilities[best] >= min(LIKELY, sure):
                probabilities = model.mixed(scores, _seen(view(place), ranges))
                best = _best(probabilities)
            if best != "neutral" and probabilities[best] >= sure:
                yield _tone(reading, place, entity.ref, best, probabilities[best])


def _best(probabilities: Mapping[Polarity, float]) -> Polarity:
    return max(probabilities, key=lambda polarity: probabilities[polarity])


def _seen(view: View | None, ranges: Sequence[Range]) -> Table | None:
    return None if view is None else view.scores(ranges)


def _passage(scene: Scene, place: Range, found: Sequence[Finding]) -> Passage:
    return Passage.of(scene, *place, [each for each in found if place[0] <= each.target.i < place[1]])


def _by_sentence(reading: Reading, entity: Entity, most: int) -> dict[Range, list[Range]]:
    """The mentions of an entity in the first sentences of running text that hold some."""
    places = reading.syntax.sentences()
    starts = [start for start, _ in places]
    found: dict[Range, list[Range]] = {}
    for mention in map(reading.__getitem__, entity.mentions):
        block = reading.block_at(mention.span.start)
        if block is not None and block.role not in {"heading", "headline", "list", "paragraph", "quote", "standfirst"}:
            continue
        inside = reading.token_range(mention.head)
        place = places[bisect_right(starts, inside[0]) - 1]
        if inside[0] < inside[1] and (place in found or len(found) < most):
            found.setdefault(place, []).append(inside)
    return found


def _tone(reading: Reading, place: Range, target: Ref[Entity], polarity: Polarity, probability: float) -> Tone:
    return Tone(
        span=reading.span(*place), target=target, polarity=polarity, probability=round(probability, 4), rule="learnt"
    )
