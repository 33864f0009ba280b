"""Claims without a reporting verb: "according to", "in her view", "as he put it", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from newsfacts.steps.sourcing.contents import phrase_content, tidied
from newsfacts.steps.sourcing.lexicon import Sense
from newsfacts.steps.sourcing.proposals import Proposal
from newsfacts.steps.sourcing.scene import Range, Scene
from newsfacts.steps.sourcing.sources import past_description, source_range

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAID: Final = Sense("speech", "ASSERTED", "UNCONFIRMED")
_THOUGHT: Final = Sense("thought", "ASSERTED", "UNCONFIRMED")
_CLOSED: Final = frozenset({".", "!", "?", ";"})
_FINITE: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})


def marker_proposals(scene: Scene) -> Iterator[Proposal]:
    """Give a proposal for each phrase that names a source for the clause around it."""
    words = scene.reading.lexicons
    opinions, hearsay = words.words("cue_words", "opinions"), words.words("cue_words", "hearsay")
    yield from _documents(scene)
    telling = {"according", *opinions, *hearsay}
    for index in [i for i, word in enumerate(scene.lower) if word in telling]:
        word = scene.lower[index]
        if word == "according" and scene.lower[index + 1 : index + 2] == ["to"]:
            found = _according(scene, index)
        elif word in opinions and scene.lower[index - 1] != "of":
            found = _in_view(scene, index)
        elif word in hearsay:
            found = _hearsay(scene, index)
        else:
            continue
        if found is not None and scene.prose[index]:
            yield found


def _according(scene: Scene, index: int) -> Proposal | None:
    start, end = scene.sentence(index)
    noun = _noun_of(scene, index, end)
    if noun is None:
        return None
    source = source_range(scene, noun.i, (index, index + 2))
    source = (max(source[0], index + 2), source[1])
    content = around(scene, noun, (index, past_description(scene, source[1])), (start, end))
    return _proposal(scene, index, ((index, index + 2),), _SAID, "according-to", noun, source, content)


def _documents(scene: Scene) -> Iterator[Proposal]:
    """Give "In a survey of members, two in five had ..." and "Under the plan, fees would rise" without another cue."""
    words = scene.reading.lexicons
    for start, end in scene.sentences:
        first = next((i for i in range(start, end) if not scene.blank[i]), end)
        if first >= end or scene.lower[first] not in {"in", "under"} or not scene.prose[first]:
            continue
        noun = scene.syntax.head(scene.token(first))
        if noun is not None and scene.syntax.role(noun) == "possessor":
            noun = scene.syntax.head(noun)
        if (
            noun is None
            or noun.i >= end
            or scene.lemmas[noun.i] not in words.words("cue_words", f"{scene.lower[first]}_documents")
        ):
            continue
        source = source_range(scene, noun.i, (first, first + 1))
        comma = next((i for i in range(end - 1, source[1] - 1, -1) if scene.lower[i] == ","), -1)
        subject = scene.syntax.subject(scene.syntax.root_of(noun), inherited=False)
        if subject is not None and subject.i > source[1]:
            low = scene.syntax.subtree(subject)[0]
            comma = low - 1 if scene.lower[low - 1] == "," else comma
        if comma < 0:
            continue
        content = phrase_content(scene, comma + 1, end, first)
        proposal = _proposal(scene, first, ((first, first + 1),), _SAID, "in-document", noun, source, content)
        if proposal is not None:
            yield proposal


def _noun_of(scene: Scene, index: int, end: int) -> Token | None:
    """The noun after "according to": the one it marks, or else the next noun."""
    syntax = scene.syntax
    noun = syntax.head(scene.token(index))
    if noun is not None and index + 1 < noun.i < end and syntax.role(scene.token(index)) == "case":
        return noun
    for at in range(index + 2, min(index + 12, end)):
        if scene.tags[at] in {"NN", "NNS", "NNP", "NNPS", "PRP"} and scene.tags[min(at + 1, end - 1)][:2] != "NN":
            return scene.token(at)
    return None


def around(scene: Scene, noun: Token, phrase: Range, sentence: Range) -> tuple[Range, ...]:
    """Give the clause that a phrase comments on: the sentence without it, or the smaller clause it interrupts."""
    low, high = phrase
    start, end = sentence
    before, after = tidied(scene, start, low, low), tidied(scene, high, end, low)
    if before is None or after is None:
        only = before or after
        return () if only is None else (_whole(scene, only, start, low),)
    clause = _clause_over(scene, noun)
    if clause is not None:
        start, end = max(start, scene.syntax.subtree(clause)[0]), min(end, scene.syntax.subtree(clause)[1])
    pieces = (tidied(scene, min(start, low), low, low), tidied(scene, high, max(end, high), low))
    found = tuple(piece for piece in pieces if piece is not None)
    if len(found) == 2 and scene.lower[high] in _CLOSED:
        return found[:1]
    return found


def _whole(scene: Scene, found: Range, start: int, low: int) -> Range:
    """A quotation that ends in the sentence before the phrase is content from its first mark on."""
    number = scene.speech_at(low - 1 if not scene.blank[low - 1] or scene.quoted[low - 1] >= 0 else low - 2)
    if number >= 0 and scene.quotation_ranges[number][0] < start:
        return scene.quotation_ranges[number][0], found[1]
    return found


def _clause_over(scene: Scene, noun: Token) -> Token | None:
    token: Token | None = scene.syntax.head(noun)
    for _ in range(6):
        if token is None or scene.syntax.is_predicate(token):
            return token
        token = scene.syntax.head(token)
    return None


def _in_view(scene: Scene, index: int) -> Proposal | None:
    """Give the claim of "In his view", "in the words of the judge"."""
    syntax, token = scene.syntax, scene.token(index)
    start, end = scene.sentence(index)
    owner = syntax.possessor(token)
    if syntax.preposition(token) != "in":
        return None
    if owner is not None:
        first = syntax.subtree(owner)[0]
        cue: tuple[Range, ...] = ((first - 1, first), (index, index + 1))
        source, low, high = source_range(scene, owner.i, (index, index + 1)), first - 1, index + 1
    else:
        owner = next((noun for word, noun in syntax.obliques(token) if word == "of"), None)
        low = syntax.subtree(token)[0]
        if owner is None or not low < index:
            return None
        cue = ((low, index + 2),)
        source = source_range(scene, owner.i, cue[0])
        source = (max(source[0], index + 2), source[1])
        high = source[1]
    if scene.lower[low] != "in":
        return None
    content = around(scene, token, (low, high), (start, end))
    return _proposal(scene, index, cue, _THOUGHT, "in-view", owner, source, content)


def _hearsay(scene: Scene, index: int) -> Proposal | None:
    token = scene.token(index)
    clause = _clause_over(scene, token)
    if clause is None:
        return None
    low, high = scene.syntax.subtree(clause)
    start, end = scene.sentence(index)
    content = phrase_content(scene, max(low, start), index, index)
    content += phrase_content(scene, index + 1, min(high, end), index)
    return _proposal(scene, index, ((index, index + 1),), _SAID, "hearsay", None, None, content)


def _proposal(  # noqa: PLR0917  (all parts of a claim)
    scene: Scene, head: int, cue: tuple[Range, ...], sense: Sense, rule: str, noun: Token | None,
    source: Range | None, content: tuple[Range, ...],
) -> Proposal | None:  # fmt: skip
    if not content or not any(
        tag in _FINITE or tag.startswith("VB") for low, high in content for tag in scene.tags[low:high]
    ):
        return None
    low = min(piece[0] for piece in (*cue, *([source] if source else [])))
    high = max(piece[1] for piece in (*cue, *([source] if source else [])))
    quoting = any(scene.speech_at(i) >= 0 for piece in content for i in (piece[0], piece[1] - 1))
    return Proposal(
        head=head, cue=cue, sense=sense, rule=rule, source=None if noun is None else noun.i, source_range=source,
        content=content, reporting=(low, high), quoting=quoting,
    )  # fmt: skip
