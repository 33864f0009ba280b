"""Shapes of reporting clauses that parses often miss: reduced passives, past tenses taken for participles, names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsfacts import Provenance
from newsfacts.steps.sourcing.lexicon import Frames
from newsfacts.steps.sourcing.scene import Range, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})


def is_past(scene: Scene, token: Token) -> bool:
    """Tell whether a "participle" is the past tense of its sentence: "This plan called for an end"."""
    first, last = scene.sentence(token.i)
    return (
        not any(tag in _FINITE for tag in scene.tags[first:last])
        and not scene.syntax.auxiliaries(token)
        and scene.syntax.role(token) == "adnominal-clause"
    )


def goes_on(scene: Scene, token: Token) -> bool:
    """Tell whether a "participle" is the next deed of an active clause: "would not rule it out; and promised masks"."""
    syntax = scene.syntax
    above = syntax.head(token)
    return (
        syntax.role(token) == "conjunct"
        and above is not None
        and scene.tags[above.i].startswith("VB")
        and not syntax.is_passive(above)
        and not syntax.auxiliaries(token)
        and scene.tags[above.i] not in {"VBN", "VBG"}
    )


def is_passive_too(scene: Scene, token: Token) -> bool:
    """Tell whether a participle shares the "was" of the passive before it: "I was hauled in and told that"."""
    syntax = scene.syntax
    above = syntax.head(token)
    addressed = scene.lemmas[token.i] in scene.reading.lexicons.words("cue_words", "addressing")
    alone = addressed and syntax.object(token) is None and syntax.indirect_object(token) is None
    return (
        (scene.tags[token.i] == "VBN" or alone)
        and syntax.role(token) == "conjunct"
        and above is not None
        and syntax.is_passive(above)
        and scene.tags[above.i] == "VBN"
        and not syntax.auxiliaries(token)
        and syntax.subject(token, inherited=False) is None
    )


def is_document(scene: Scene, subject: Token) -> bool:
    """Tell whether a subject is a study, a poll, a text: what it finds, it tells."""
    meant = scene.syntax.antecedent(subject) if scene.syntax.is_relative_word(subject) else subject
    words = scene.reading.lexicons
    documents = words.words("cue_words", "in_documents") | words.words("cue_words", "writings")
    return meant is not None and scene.lemmas[meant.i] in documents


def names_source(scene: Scene, verb: Token) -> bool:
    """Tell whether "citing" names where a report comes from, or why somebody is not named: that is told elsewhere."""
    place, words = scene.reading.token_span(verb), scene.reading.lexicons
    if any(link.cue.overlaps(place) for link in scene.reading.all(Provenance)):
        return True
    if scene.tags[verb.i] != "VBG":
        return False
    first, last = scene.sentence(verb.i)
    if not words.words("cue_words", "withholding").isdisjoint(scene.lower[first:last]):
        return True
    cited = scene.syntax.object(verb)
    if cited is None or cited.i < verb.i:
        return False
    entity = scene.reading.entity_at(cited)
    sources = (
        words.words("entity_nouns", "person") | words.words("cue_words", "writings") | {"people", "person", "source"}
    )
    return scene.lemmas[cited.i] in sources or (entity is not None and scene.reading[entity].type in _SOURCES)


_SOURCES: Final = frozenset({"ORG", "PERSON"})


def has_name(scene: Scene, core: int, end: int) -> bool:
    """Tell whether an article, an adjective or a participle begins what somebody is called."""
    tags = scene.tags
    return any(
        tags[at] in {"DT", "JJ", "VBN"} and tags[at - 1] in {"NN", "NNS", "NNP", "NNPS", "PRP", "RB"}
        for at in range(core, end)
    )


def is_reduced(scene: Scene, token: Token, frames: Frames) -> bool:
    """Tell whether a verb after a noun is a passive: "The painting, thought to be a copy"."""
    syntax = scene.syntax
    return (
        "oto" in frames
        and syntax.role(token) in {"relative-clause", "adnominal-clause"}
        and syntax.subject(token, inherited=False) is None
        and scene.lower[token.i + 1 : token.i + 2] == ["to"]
        and scene.tags[token.i] in {"VBD", "VBN"}
    )


def run_ahead(scene: Scene, verb: Token, subject: Token | None) -> Range | None:
    """Give the object of a relative clause: its "which", or the noun before it in "an answer he called frank"."""
    syntax = scene.syntax
    noun = syntax.antecedent(verb)
    if (
        syntax.role(verb) != "relative-clause"
        or noun is None
        or noun.lower_ == "what"
        or subject is None
        or syntax.is_relative_word(subject)
    ):
        return None
    given = syntax.object(verb)
    start = next(at for at in range(syntax.subtree(verb)[0], verb.i + 1) if not scene.blank[at])
    if (given is not None and given.i > start) or scene.tags[start] in {"WP$", "WRB"} or noun.i >= start:
        return None
    if scene.tags[start] in {"IN", "WDT", "WP"}:
        return (start, start + 1) if scene.lower[start] in {"that", "which", "who", "whom"} else None
    low, high = scene.reading.token_range(syntax.noun_phrase(noun))
    return (low, high) if high <= start else None


def relative_ahead(scene: Scene, verb: Token, subject: Token | None) -> Range | None:
    """Give the "which" of "which the council said was full": it is part of what is said."""
    syntax = scene.syntax
    if syntax.role(verb) != "relative-clause" or subject is None or syntax.is_relative_word(subject):
        return None
    start = next(at for at in range(syntax.subtree(verb)[0], verb.i + 1) if not scene.blank[at])
    word = scene.lower[start] in {"that", "which", "who", "whom"}
    return (start, start + 1) if word and start < subject.i < verb.i else None


def with_start(scene: Scene, content: Range) -> Range:
    """Take the clause before a partial quotation with it: 'The dealer “swore it was new,” she said'."""
    start, end = content
    first, _ = scene.sentence(start)
    if first < start and not scene.blank[start - 1] and all(scene.quoted[index] < 0 for index in range(first, start)):
        return first, end
    return content
