"""Speakers before a colon: headlines ("Media: ...") and transcripts ("MODERATOR: ...")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsfacts import Headline
from newsfacts.steps.sourcing.contents import tidied
from newsfacts.steps.sourcing.interview import answers_of
from newsfacts.steps.sourcing.lexicon import Sense
from newsfacts.steps.sourcing.proposals import Proposal
from newsfacts.steps.sourcing.scene import Range, Scene

_SAID: Final = Sense("speech", "ASSERTED", "UNCONFIRMED")
_LONGEST: Final = 6
"""How many words a speaker before a colon may have."""


def colon_proposals(scene: Scene) -> Iterator[Proposal]:
    """Give a proposal for each paragraph that opens with its speaker and a colon, and for the headline."""
    given = {headline.attribution for headline in scene.reading.all(Headline)} - {None}
    known = {scene.reading.token_range(span)[0] for span in given if span is not None}
    labels: dict[str, int] = {}
    found: list[tuple[int, int, int, str]] = []
    start = 0
    while start < scene.size:
        first, end = scene.paragraph(start)
        headline = first in known or _is_headline(scene, first, end)
        colon = _colon(scene, first, end, headline=headline)
        if colon >= 0:
            label = scene.reading[scene.reading.span(first, colon)]
            labels[label] = labels.get(label, 0) + 1
            found.append((first, colon, end, label))
        elif headline and (credit := _credited(scene, first, end) or _quoted(scene, first, end)) is not None:
            yield credit
        start = end + 1
    for first, end in answers_of(scene):
        if scene.lower[first : first + 2] == ["a", ":"]:
            answer = _made(scene, (first, first + 1), (first + 2, end), first + 1, speaks=True)
            if answer is not None:
                yield answer
    for first, colon, end, label in found:
        speaks = _is_speaker(label, labels)
        if speaks or ((first in known or _is_headline(scene, first, end)) and _may_speak(scene, first, colon)):
            proposal = _made(scene, (first, colon), (colon + 1, end), colon, speaks=speaks)
            if proposal is not None:
                yield proposal


def _colon(scene: Scene, first: int, end: int, *, headline: bool) -> int:
    """The colon of a label of a few words, capitalised but in headlines; -1 if the paragraph opens otherwise."""
    stop = scene.reading.lexicons.words("cue_words", "no_speakers")
    if first >= end or scene.lower[first] in stop:
        return -1
    for at in range(first + 1, min(first + _LONGEST + 1, end - 1)):
        if scene.lower[at] == ":":
            if scene.lower[at - 1] in stop:
                return -1
            words = [scene.token(i).text for i in range(first, at) if not scene.blank[i]]
            capital = all(word[0].isupper() or word in {"of", "the", "de"} for word in words)
            return at if words and words[0][0].isupper() and (capital or headline) else -1
        if scene.tags[at] in {"VBD", "VBP", "VBZ", "MD"} or scene.lower[at] in {",", ".", "?"}:
            return -1
    return -1


def _is_headline(scene: Scene, first: int, end: int) -> bool:
    """The first paragraph, short and without a full stop, is the headline."""
    return first == 0 and end - first < 25 and "." not in scene.lower[first : end - 2]


def _may_speak(scene: Scene, first: int, colon: int) -> bool:
    """Whether what stands before the colon of a headline can say something: "Rail strike: talks end" is a topic."""
    words = scene.reading.lexicons
    lists = ("cue_words", "outlets"), ("cue_words", "writings"), ("cue_words", "headline_sources")
    nouns = {"person", "organisation"}
    speakers = frozenset[str]().union(*(words.words(*name) for name in lists))
    speakers |= frozenset[str]().union(*(words.words("entity_nouns", name) for name in nouns))
    end = next((at for at in range(first + 1, colon) if scene.lower[at] in {"about", "of", "on"}), colon)
    entity = scene.reading.entity_at(scene.token(end - 1))
    if entity is not None:
        return scene.reading[entity].type in {"GPE", "GROUP", "NORP", "ORG", "PERSON"}
    return scene.tags[end - 1] in {"NNP", "NNPS"} or not speakers.isdisjoint(
        {scene.lower[end - 1], scene.lemmas[end - 1]}
    )


def _credited(scene: Scene, first: int, end: int) -> Proposal | None:
    """Give the headline "Talks collapse – reports"."""
    dash = end - 2
    if dash <= first + 2 or scene.lower[dash] not in {"–", "—", "-"}:
        return None
    if scene.lower[end - 1] not in scene.reading.lexicons.words("cue_words", "headline_sources"):
        return None
    return _made(scene, (dash + 1, end), (first, dash), dash, speaks=False)


def _quoted(scene: Scene, first: int, end: int) -> Proposal | None:
    """Give the headline "“I was wrong”: Ann Hill on losing a vote": words of whoever is named after the colon."""
    number = scene.speech_at(first)
    colon = scene.quotation_ranges[number][1] if number >= 0 else end
    if number < 0 or scene.quotation_ranges[number][0] != first or scene.lower[colon : colon + 1] != [":"]:
        return None
    name = next((at for at in range(colon + 1, end) if scene.tags[at] not in {"NNP", "NNPS"}), end)
    entity = scene.reading.entity_at(scene.token(name - 1)) if name > colon + 1 else None
    if entity is None or scene.reading[entity].type != "PERSON":
        return None
    return _made(scene, (colon + 1, name), (first, colon), colon, speaks=False)


def _is_speaker(label: str, labels: dict[str, int]) -> bool:
    """In a transcript, labels are in capitals, and there are several."""
    return label.isupper() and len(label) > 2 and (len(labels) > 1 or labels[label] > 1)


def _made(scene: Scene, label: Range, words: Range, mark: int, *, speaks: bool) -> Proposal | None:
    content = tidied(scene, *words, mark)
    about = next((at for at in range(label[0] + 1, label[1]) if scene.lower[at] in {"about", "on"}), label[1])
    source = tidied(scene, label[0], about, mark)
    if content is None or source is None or content[1] - content[0] < 2:
        return None
    last = scene.token(source[1] - 1)
    while (head := scene.syntax.head(last)) is not None and source[0] <= head.i < source[1]:
        last = head
    while content[1] < words[1] and scene.lower[content[1]] in {".", "!", "?"}:
        content = (content[0], content[1] + 1)
    return Proposal(
        head=mark, cue=((mark, mark + 1),), sense=_SAID, rule="speaker-label" if speaks else "headline-colon",
        source=last.i, source_range=source, content=(content,),
        reporting=(min(source[0], mark), max(source[1], mark + 1)),
    )  # fmt: skip
