"""Claims that outlets relay, found by the chain: "..., The Harwick Post reports via Northern Wire"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsfacts import Provenance
from newsfacts.steps.sourcing.contents import phrase_content
from newsfacts.steps.sourcing.lexicon import Sense, frames_of, lemmas_by_form
from newsfacts.steps.sourcing.proposals import Proposal
from newsfacts.steps.sourcing.scene import Scene

_SAID: Final = Sense("speech", "ASSERTED", "UNCONFIRMED")


def relayed_proposals(scene: Scene) -> Iterator[Proposal]:
    """Give a proposal for each link of the chain whose outlet has a reporting word, whatever the parse says of it."""
    forms = lemmas_by_form(scene.reading.lexicons)
    verbs = frames_of(scene.reading.lexicons, "cue_verbs")
    for link in scene.reading.all(Provenance):
        if link.relayed_by is None or link.relayed_by.span is None:
            continue
        start, end = scene.reading.token_range(link.relayed_by.span)
        cue = scene.reading.token_range(link.cue)[0]
        for at in range(end, min(end + 4, cue, scene.size)):
            lemma = forms.get(scene.lower[at])
            if lemma is not None and "quote" in verbs.get(lemma, {}):
                first = scene.sentence(start)[0]
                content = phrase_content(scene, first, start, at)
                if content and start - first > 3 and scene.prose[at]:
                    yield Proposal(
                        head=at, cue=((at, at + 1),), sense=_SAID, rule="relayed", source=end - 1,
                        source_range=(start, end), content=content, reporting=(start, at + 1),
                    )  # fmt: skip
                break
