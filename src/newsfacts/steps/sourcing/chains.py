"""Who passed a claim on: outlets told, quoted by, or linked to the source by a provenance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from newsfacts import Party, Provenance, Span
from newsfacts.steps.sourcing.proposals import Proposal
from newsfacts.steps.sourcing.scene import Scene
from newsfacts.steps.sourcing.sources import source_range

if TYPE_CHECKING:
    from spacy.tokens import Token

_PASSED_ON: Final = frozenset({"obtain", "see", "review", "publish", "republish", "air", "broadcast", "carry", "quote"})
_PASSED_ON_WITH: Final = {
    "pick": "by",
    "share": "with",
    "leak": "to",
    "give": "to",
    "speak": "to",
    "send": "to",
    "talk": "to",
}


def carriers(scene: Scene, proposal: Proposal, source: Party) -> tuple[Party, ...]:
    """Give the outlets that passed a claim on, nearest first, without its source."""
    found: dict[Span, Party] = {}
    for party in (*_told(scene, proposal), *_linked(scene, proposal, source), *_passed_on(scene, proposal)):
        if party.span is not None and (source.span is None or not party.span.overlaps(source.span)):
            found.setdefault(party.span, party)
    return tuple(found[span] for span in sorted(found))


def is_outlet(scene: Scene, noun: Token) -> bool:
    """Tell whether a noun phrase names a news outlet: by its last word, or a noun such as "daily" in it."""
    words = scene.reading.lexicons
    low, high = source_range(scene, noun.i, (noun.i, noun.i))
    last = scene.lower[min(high, scene.size) - 1]
    capital = scene.token(noun.i).is_title or scene.token(noun.i).is_upper
    if capital and any(word in words.words("cue_words", "names_outlet") for word in (last, noun.lower_)):
        return True
    if capital and scene.reading[scene.reading.span(low, high)].lower() in words.words("layout", "agencies"):
        return True
    if scene.lower[low:high][:2] == ["this", "newspaper"]:
        return True
    return any(scene.lower[at] in words.words("cue_words", "outlets") for at in range(low, high))


def _party(scene: Scene, noun: Token) -> Party:
    low, high = source_range(scene, noun.i, (noun.i, noun.i))
    while low < noun.i and scene.lower[low] in {"to", "with", "by", "in"}:
        low += 1
    return scene.reading.party(noun, scene.reading.span(low, high))


def _told(scene: Scene, proposal: Proposal) -> Iterator[Party]:
    """ "told the daily La Ribera", "denied to Radio Ostland", "said in an interview with the BBC"."""
    syntax, verb = scene.syntax, scene.token(proposal.head)
    if not scene.tags[verb.i].startswith("VB"):
        return
    for noun in (syntax.indirect_object(verb), syntax.object(verb)):
        if noun is not None and verb.lemma_ == "tell" and is_outlet(scene, noun):
            yield _party(scene, noun)
            break
    for word, noun in syntax.obliques(verb):
        if word in {"to", "on"} and is_outlet(scene, noun):
            yield _party(scene, noun)
        elif word in {"in", "during"}:
            for inner, other in syntax.obliques(noun):
                if inner in {"with", "to", "in", "for"} and is_outlet(scene, other):
                    yield _party(scene, other)


def _passed_on(scene: Scene, proposal: Proposal) -> Iterator[Party]:
    """ "A draft obtained by the Mail says", "said in remarks carried by Qalam TV", "Speaking to Radio Fenland, he said"."""
    first, last = scene.sentence(proposal.head)
    inside = {at for low, high in proposal.content for at in range(low, high)}
    for at in range(first, last):
        lemma = scene.lemmas[at]
        if at in inside or at == proposal.head or scene.tags[at] not in {"VBN", "VBG", "VBD"}:
            continue
        if lemma not in _PASSED_ON and lemma not in _PASSED_ON_WITH:
            continue
        word = _PASSED_ON_WITH.get(lemma, "by")
        token = scene.token(at)
        agent = scene.syntax.agent(token)
        for preposition, noun in scene.syntax.obliques(token):
            if preposition in {word, "by"} and is_outlet(scene, noun) and noun != agent:
                yield _party(scene, noun)
        if agent is not None and is_outlet(scene, agent):
            yield _party(scene, agent)


def _linked(scene: Scene, proposal: Proposal, source: Party) -> Iterator[Party]:
    """The other end of a provenance that names the source: "X reports via Y", "a Reuters dispatch that quoted"."""
    first, last = scene.sentence(proposal.head)
    here = scene.reading.span(first, last)
    for link in scene.reading.all(Provenance):
        if not here.overlaps(link.span) or source.span is None:
            continue
        relayed, origin = link.relayed_by, link.origin
        if relayed is not None and relayed.span is not None and relayed.span.overlaps(source.span):
            if scene.reading[link.cue].lower() == "via":
                yield origin
        elif origin.span is not None and origin.span.overlaps(source.span) and relayed is not None:
            yield relayed
