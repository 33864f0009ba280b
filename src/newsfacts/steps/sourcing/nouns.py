"""Nouns and adjectives that report: "the claim that", "made the case", "confident that"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from newsfacts.steps.sourcing.chains import is_outlet
from newsfacts.steps.sourcing.contents import clause_after, phrase_content
from newsfacts.steps.sourcing.cues import cue_of
from newsfacts.steps.sourcing.lexicon import Frames, Sense, frames_of, lemmas_by_form
from newsfacts.steps.sourcing.proposals import Proposal
from newsfacts.steps.sourcing.scene import Range, Scene
from newsfacts.steps.sourcing.sources import source_range, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES: Final = frozenset({"adnominal-clause", "clause-complement", "relative-clause", "open-complement"})


def noun_proposals(scene: Scene) -> Iterator[Proposal]:
    """Give a proposal for each noun that reports something."""
    lexicon = frames_of(scene.reading.lexicons, "cue_nouns")
    light = scene.reading.lexicons.words("cue_words", "light")
    for index in [i for i, lemma in enumerate(scene.lemmas) if lemma in lexicon]:
        if not scene.tags[index].startswith("NN") or not scene.prose[index]:
            continue
        frames = lexicon[scene.lemmas[index]]
        if scene.syntax.role(scene.token(index)) == "compound":
            continue
        proposal = noun_proposal(scene, scene.token(index), frames, light)
        if proposal is not None:
            yield proposal


def noun_proposal(scene: Scene, noun: Token, frames: Frames, light: frozenset[str]) -> Proposal | None:
    """Give the claim of a noun with these frames, and with these verbs that only lend it a subject."""
    told = _told(scene, noun, frames)
    if told is None:
        return None
    frame, sense, head, content = told
    source, cue, negated = _source(scene, noun, light)
    if source is None and frame != "that":
        return None
    if frame not in {"that", "to"} and scene.lower[cue[1] : cue[1] + 1] == [frame]:
        cue = (cue[0], cue[1] + 1)
    phrase = None if source is None else _before_content(source_range(scene, source.i, cue), content)
    reporting = cue if phrase is None else (min(cue[0], phrase[0]), max(cue[1], phrase[1]))
    return Proposal(
        head=noun.i, cue=(cue,), sense=sense, rule=f"noun-{frame}", source=None if source is None else source.i,
        source_range=phrase, content=content, governed=head.i, negated=negated, reporting=reporting,
    )  # fmt: skip


def _before_content(phrase: Range, content: tuple[Range, ...]) -> Range:
    """Leave what is said out of the phrase of who says it: "a report in the Star | that fares would rise"."""
    first = content[0][0] if content else phrase[1]
    return (phrase[0], first) if phrase[0] < first < phrase[1] else phrase


def _told(scene: Scene, noun: Token, frames: Frames) -> tuple[str, Sense, Token, tuple[Range, ...]] | None:
    """What the noun says: frame, sense, head and words."""
    syntax = scene.syntax
    for child in (*syntax.children(noun), *_after_be(scene, noun)):
        if child.i < noun.i or syntax.role(child) not in _CLAUSES:
            continue
        mark = syntax.mark(child)
        word = "" if mark is None else mark.lower_
        frame = {"that": "that", "to": "to"}.get(word)
        if frame in frames and frame is not None:
            low, high = syntax.subtree(child)
            return frame, frames[frame], child, phrase_content(scene, max(low, noun.i + 1), high, noun.i)
    if "that" in frames and (found := _that_clause(scene, noun) or _is_that(scene, noun)) is not None:
        return "that", frames["that"], noun, found
    for word, child in syntax.obliques(noun):
        if word in frames and child.i > noun.i:
            low, high = syntax.subtree(child)
            later = [syntax.subtree(other)[1] for _, other in syntax.obliques(noun) if other.i > child.i]
            content = phrase_content(scene, low + (scene.lower[low] == word), max([high, *later]), noun.i)
            return word, frames[word], child, content
    return None


def _that_clause(scene: Scene, noun: Token) -> tuple[Range, ...] | None:
    """A clause with "that" right after the noun, or after "by" or "from" somebody, wherever the parse hangs it."""
    last = scene.sentence(noun.i)[1]
    at = noun.i + 1
    if at < last and scene.lower[at] in {"by", "from", "in", "of"}:
        owner = next((other for word, other in scene.syntax.obliques(noun) if word == scene.lower[at]), None)
        if owner is None:
            return None
        end = max(scene.syntax.subtree(owner)[1], owner.i + 3)
        at = next((i for i in range(owner.i + 1, min(end + 1, last)) if scene.lower[i] == "that"), last)
    if (
        at + 2 >= last
        or scene.lower[at] != "that"
        or (scene.tags[at + 1] in _VERBAL and scene.tags[at + 2] not in _VERBAL)
    ):
        return None
    for verb in range(at + 1 + (scene.tags[at + 1] in _VERBAL), last):
        if scene.tags[verb] in _VERBAL:
            head = scene.syntax.predicate(scene.token(verb))
            end = max(scene.syntax.subtree(head)[1], verb + 1)
            return phrase_content(scene, at, min(end, last), noun.i)
    return None


def _is_that(scene: Scene, noun: Token) -> tuple[Range, ...] | None:
    """The clause of "Their view is that ...", wherever the parse hangs it."""
    at, last = noun.i + 1, scene.sentence(noun.i)[1]
    if at + 2 < last and scene.lower[at] in {"is", "was"} and scene.lower[at + 1] == "that":
        return phrase_content(scene, at + 1, last, noun.i)
    return None


_VERBAL: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})


def _after_be(scene: Scene, noun: Token) -> tuple[Token, ...]:
    """The clause of "the hope is that ..."."""
    syntax = scene.syntax
    if syntax.role(noun) != "subject" or (verb := syntax.head(noun)) is None or scene.lemmas[verb.i] != "be":
        return ()
    clause = syntax.complement(verb)
    return () if clause is None else (clause,)


def _source(scene: Scene, noun: Token, light: frozenset[str]) -> tuple[Token | None, Range, bool]:
    """Who is behind a noun: its owner, "by" or "from" somebody, the subject of "make", "issue", "express"."""
    syntax = scene.syntax
    owner = syntax.possessor(noun)
    determiner = syntax.determiner(noun)
    start = noun.i if determiner is None or determiner.i > noun.i else determiner.i
    none = determiner is not None and determiner.lower_ in {"any", "little", "no"}
    if owner is not None:
        return owner, (noun.i, noun.i + 1), none
    thought = scene.lower[noun.i] in scene.reading.lexicons.words("cue_words", "opinions")
    for word, other in syntax.obliques(noun):
        if word in {"by", "from"} or (other.i > noun.i and ((word == "of" and thought) or _prints(scene, word, other))):
            low = syntax.subtree(other)[0]
            return other, (start, low + 1 if low == noun.i + 1 else noun.i + 1), none
    for child in syntax.children(noun):
        if scene.lemmas[child.i] in light and syntax.role(child) == "adnominal-clause" and syntax.agent(child):
            return syntax.agent(child), (start, noun.i + 1), none
    if start == noun.i and (name := _claiming(scene, noun)) is not None:
        return name, (noun.i, noun.i + 1), False
    verb = syntax.head(noun)
    if verb is not None and scene.lemmas[verb.i] in light and syntax.role(noun) == "object" and verb.i < noun.i:
        cue = cue_of(scene, verb)
        subject = subject_of(scene, verb, cue.range)
        if subject is not None and not syntax.is_passive(verb):
            return subject, (cue.range[0], noun.i + 1), cue.negated or none
    return None, (start, noun.i + 1), none


def _claiming(scene: Scene, noun: Token) -> Token | None:
    """The name of "Orr claims that ...", where the verb is taken for a noun."""
    before = noun.i - 1
    named = before >= 0 and (scene.tags[before] == "NNP" or before == scene.sentence(noun.i)[0])
    if not named or scene.lower[noun.i + 1 : noun.i + 2] != ["that"] or scene.tags[before][:2] != "NN":
        return None
    return scene.token(noun.i - 1) if scene.lower[noun.i] in lemmas_by_form(scene.reading.lexicons) else None


def _prints(scene: Scene, word: str, other: Token) -> bool:
    """Whether "in" an outlet stands after a noun: "a report in the tabloid"."""
    return word == "in" and is_outlet(scene, scene.reading.token_range(scene.syntax.noun_phrase(other)))


def adjective_proposals(scene: Scene) -> Iterator[Proposal]:
    """Give a proposal for each adjective that tells what somebody thinks."""
    lexicon = frames_of(scene.reading.lexicons, "cue_adjectives")
    for index in [i for i, word in enumerate(scene.lower) if word in lexicon]:
        if not scene.prose[index]:
            continue
        frames = lexicon[scene.lower[index]]
        proposal = adjective_proposal(scene, scene.token(index), frames) or _made_clear(scene, index, frames)
        if proposal is not None:
            yield proposal


def adjective_proposal(scene: Scene, adjective: Token, frames: Frames) -> Proposal | None:
    """Give the claim of an adjective with these frames."""
    syntax = scene.syntax
    told = _thought(scene, adjective, frames)
    if told is None:
        return None
    frame, sense, head, content = told
    carrier = _carrier(scene, adjective)
    if carrier is None:
        return None
    cue = cue_of(scene, carrier)
    start, end = min(cue.range[0], adjective.i), max(cue.range[1], adjective.i + 1)
    if frame not in {"that", "to", "wh"} and scene.lower[end : end + 1] == [frame]:
        end += 1
    source = subject_of(scene, carrier, (start, end))
    if source is None or scene.lower[source.i] in {"it", "that", "this", "what", "there"} or not content:
        return None
    phrase = source_range(scene, source.i, (start, end))
    return Proposal(
        head=adjective.i, cue=((start, end),), sense=sense, rule=f"adjective-{frame}", source=source.i,
        source_range=phrase, content=content, governed=head.i, negated=cue.negated or syntax.is_negated(adjective),
        reporting=(min(start, phrase[0]), max(end, phrase[1])),
    )  # fmt: skip


def _made_clear(scene: Scene, index: int, frames: Frames) -> Proposal | None:
    """Give "made clear that ..." by its words, for the parse often goes astray there."""
    if "that" not in frames or scene.lower[index - 1] not in {"make", "made", "makes", "making"}:
        return None
    content = clause_after(scene, index + 1, sure=False)
    cue = cue_of(scene, scene.token(index - 1))
    subject = subject_of(scene, scene.token(index - 1), cue.range)
    if not content or subject is None:
        return None
    phrase = source_range(scene, subject.i, cue.range)
    return Proposal(
        head=index, cue=((cue.range[0], index + 1),), sense=frames["that"], rule="made-clear", source=subject.i,
        source_range=phrase, content=content, negated=cue.negated, reporting=(phrase[0], index + 1),
    )  # fmt: skip


def _thought(scene: Scene, adjective: Token, frames: Frames) -> tuple[str, Sense, Token, tuple[Range, ...]] | None:
    syntax = scene.syntax
    clause = syntax.complement(adjective)
    kind = syntax.complement_kind(adjective)
    if clause is None and (above := syntax.head(adjective)) is not None and scene.lemmas[above.i] == "make":
        clause, kind = syntax.complement(above), syntax.complement_kind(above)
    frame = {"infinitive": "to", "whether": "wh", "wh": "wh", "that": "that", "bare": "that"}.get(kind or "", "")
    if clause is not None and clause.i > adjective.i and frame in frames:
        low, high = syntax.subtree(clause)
        return frame, frames[frame], clause, phrase_content(scene, max(low, adjective.i + 1), high, adjective.i)
    for word, noun in syntax.obliques(adjective):
        if word in frames and noun.i > adjective.i:
            low, high = syntax.subtree(noun)
            content = phrase_content(scene, low + 1 if scene.lower[low] == word else low, high, adjective.i)
            return word, frames[word], noun, content
    return None


def _carrier(scene: Scene, adjective: Token) -> Token | None:
    """The word whose group holds the adjective: itself with "is", or "feels", "made", "remains" above it."""
    syntax = scene.syntax
    if syntax.is_copular(adjective):
        return adjective
    above = syntax.head(adjective)
    if syntax.role(adjective) in {"adnominal-clause", "adverbial-clause", "conjunct"}:
        return adjective
    if above is not None and scene.tags[above.i].startswith("VB") and above.i < adjective.i:
        return above
    return None
