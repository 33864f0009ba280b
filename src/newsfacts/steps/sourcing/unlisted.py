"""Candidates beyond the word lists: any verb, noun or adjective in the frame of a reporting word.

Only learnt weights can tell the claims among them, so they are looked for only where there are some.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from newsfacts.steps.sourcing.lexicon import Sense
from newsfacts.steps.sourcing.nouns import adjective_proposal, noun_proposal
from newsfacts.steps.sourcing.proposals import Proposal, evolve
from newsfacts.steps.sourcing.scene import Scene
from newsfacts.steps.sourcing.verb import Verb
from newsfacts.steps.sourcing.verbs import NOT_CUES, proposal_of

_SAID: Final = Sense("speech", "ASSERTED", "UNCONFIRMED")
_THOUGHT: Final = Sense("thought", "ASSERTED", "UNCONFIRMED")
_MEANT: Final = Sense("intention", "INTENDED", "UNCONFIRMED")
_VERB: Final = {
    "clause": _SAID, "quote": _SAID, "as": _THOUGHT, "small": _THOUGHT, "obj": _THOUGHT, "ing": _THOUGHT, "to": _MEANT,
    "oto": _MEANT, **dict.fromkeys(("about", "against", "for", "of", "on", "with"), _THOUGHT),
}  # fmt: skip
_NOUN: Final = {"that": _SAID, "to": _MEANT, **dict.fromkeys(("about", "against", "for", "of", "on"), _THOUGHT)}
_ADJECTIVE: Final = {"that": _THOUGHT, "wh": _THOUGHT, **dict.fromkeys(("about", "for", "of", "to"), _THOUGHT)}
_EMPTY: Final = frozenset({"be", "do", "have"})


def unlisted_proposals(scene: Scene, taken: Collection[int]) -> Iterator[Proposal]:
    """Give a proposal for each word in the frame of a reporting word that no other finder made one of."""
    light = scene.reading.lexicons.words("cue_words", "light")
    for at, tag in enumerate(scene.tags):
        if at in taken or not scene.prose[at]:
            continue
        token = scene.token(at)
        role = scene.syntax.role(token)
        found = None
        if tag[:2] == "VB" and scene.lemmas[at] not in _EMPTY and role not in NOT_CUES:
            found = proposal_of(Verb.of(scene, token, _VERB))
        elif tag[:2] == "NN" and role not in {"compound", "flat"}:
            found = noun_proposal(scene, token, _NOUN, light)
        elif tag[:2] == "JJ" and role not in {"adjective", "compound"}:
            found = adjective_proposal(scene, token, _ADJECTIVE)
        if found is not None:
            yield evolve(found, rule=f"unlisted-{found.rule}")
