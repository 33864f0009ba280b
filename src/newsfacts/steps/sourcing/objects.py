"""Claims of verbs with objects: noun phrases, what they are called, and phrases with a preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsfacts.steps.sourcing.contents import listed, object_content, phrase_content
from newsfacts.steps.sourcing.proposals import Proposal
from newsfacts.steps.sourcing.shapes import has_name, names_source, run_ahead
from newsfacts.steps.sourcing.verb import Verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE: Final = frozenset({"IN", "WDT", "WP"})
_AWAY: Final = frozenset({"away", "back", "down", "off", "out", "over", "up"})


def seen_as(verb: Verb, head: Token) -> Proposal | None:
    """Give the claim of "saw the change as needed", "called it frank", its second part given."""
    theme = verb.scene.syntax.object(verb.token)
    marked = any(word == "as" for word in verb.scene.lower[verb.scene.syntax.subtree(head)[0] :][:2])
    sense = verb.sense("as") if marked else verb.sense("small")
    low, high = verb.scene.syntax.subtree(head)
    if theme is not None:
        low = min(low, verb.scene.syntax.subtree(theme)[0])
    if low <= verb.token.i < high:
        return None
    content = phrase_content(verb.scene, low, high, verb.token.i)
    if theme is None and (ahead := run_ahead(verb.scene, verb.token, verb.subject)) is not None:
        content = (ahead, *content)
    return verb.made(sense, "seen-as", content, source=verb.subject, governed=head)


def as_furious(verb: Verb) -> Proposal | None:
    """Give 'the actress as "furious" that ...' where the parse takes the "that" clause for the content."""
    theme = verb.scene.syntax.object(verb.token)
    if "as" not in verb.frames or theme is None or theme.i < verb.token.i:
        return None
    low, high = verb.scene.syntax.subtree(theme)
    head = verb.scene.syntax.complement(verb.token)
    if head is None or verb.scene.lower[high : high + 1] != ["as"] or head.i < high:
        return None
    end = verb.scene.syntax.subtree(head)[1]
    content = phrase_content(verb.scene, low, end, verb.token.i)
    return verb.made(verb.frames["as"], "seen-as", content, source=verb.subject, governed=theme)


def ahead(verb: Verb) -> Proposal | None:
    """Give what a relative clause says of the noun before it: "the plan, which critics compared to a tax"."""
    theme = run_ahead(verb.scene, verb.token, verb.subject)
    if theme is None or {*verb.scene.lower[verb.cue.range[1] : verb.cue.range[1] + 1]} & _AWAY:
        return None
    if verb.scene.lower[verb.clause[0] - 1] == "," and verb.scene.tags[theme[0]] not in _RELATIVE:
        return None  # "It is in talks, the Echo reported": said of the whole clause
    person = verb.scene.lower[theme[0]] in {"who", "whom"}
    for preposition, noun in verb.scene.syntax.obliques(verb.token):
        sense = verb.sense(f"o+{preposition}", *(("as",) if preposition == "as" else ()))
        if sense is not None and noun.i > verb.token.i:
            content = (theme, *phrase_content(verb.scene, *verb.scene.syntax.subtree(noun), verb.token.i))
            return verb.made(sense, f"ahead-{preposition}", content, source=verb.subject, governed=noun)
    return None if person else verb.made(verb.sense("obj"), "ahead", (theme,), source=verb.subject)


def named(verb: Verb) -> Proposal | None:
    """Give what follows "called" where the parse saw no name given: 'called the show “the news of record”'."""
    scene, syntax = verb.scene, verb.scene.syntax
    quality = syntax.complement(verb.token)
    theme = syntax.object(verb.token) or (None if quality is None else syntax.subject(quality, inherited=False))
    if "small" not in verb.frames or theme is None or theme.i < verb.token.i:
        return None
    start = verb.cue.range[1]
    last = scene.sentence(start)[1]
    end = start
    while end < last and (not scene.blank[end] or scene.quoted[end] >= 0) and not _is_next_deed(verb, end):
        number = scene.quoted[end]
        end = scene.quotation_ranges[number][1] if number >= 0 != scene.quoted[start] else end + 1
    core = scene.reading.token_range(syntax.noun_phrase(theme))[1]
    if end - core < 1 or not (has_name(scene, core, end) or any(n >= 0 for n in scene.quoted[start + 1 : end])):
        return None
    content = phrase_content(scene, start, end, verb.token.i)
    return verb.made(verb.frames["small"], "named", content, source=verb.subject, governed=theme)


def _is_next_deed(verb: Verb, at: int) -> bool:
    """Whether "and was absent" begins: what a speaker does next is no part of the name given."""
    after = verb.scene.tags[at + 1] if at + 1 < verb.scene.size else ""
    return verb.scene.lower[at] in {"and", "but"} and verb.scene.quoted[at] < 0 and after in {"VBD", "VBZ", "MD"}


def of_object(verb: Verb) -> Proposal | None:
    """Give the claim of a verb with an object: "denied the attack", "accused him of lying", "put the toll at 17"."""
    syntax = verb.scene.syntax
    theme = syntax.object(verb.token) or syntax.indirect_object(verb.token)
    if theme is None and syntax.complement_kind(verb.token) == "small":
        theme = syntax.complement(verb.token)
    if theme is None or syntax.head(theme) != verb.token or theme.i < verb.token.i or theme == verb.subject:
        return None
    low, high = syntax.subtree(theme)
    for preposition, noun in syntax.obliques(verb.token):
        sense = verb.sense(f"o+{preposition}")
        if sense is not None and noun.i > theme.i and (preposition != "at" or _has_figure(verb, noun)):
            content = phrase_content(verb.scene, low, syntax.subtree(noun)[1], verb.token.i)
            return verb.made(sense, f"object-{preposition}", content, source=verb.subject, governed=theme)
    if "as" in verb.frames and "as" in verb.scene.lower[theme.i + 1 : high]:
        content = phrase_content(verb.scene, low, high, verb.token.i)
        return verb.made(verb.frames["as"], "seen-as", content, source=verb.subject, governed=theme)
    if verb.scene.lemmas[verb.token.i] in {"cite", "quote"} and names_source(verb.scene, verb.token):
        return None
    content = object_content(verb.scene, verb.token, theme)
    return verb.made(verb.sense("obj"), "object", content, source=verb.subject, governed=theme)


def _has_figure(verb: Verb, noun: Token) -> bool:
    """Whether a number is told: "put the death toll at 17"."""
    low, high = verb.scene.syntax.subtree(noun)
    return "CD" in verb.scene.tags[low:high]


def prepositional(verb: Verb) -> Proposal | None:
    """Give the claim of a verb with a preposition: "called for calm", "called on the port to close"."""
    syntax = verb.scene.syntax
    for preposition, noun in syntax.obliques(verb.token):
        if (sense := verb.sense(f"oto:{preposition}")) is not None and (to := _to_do(verb, noun)) is not None:
            low = syntax.subtree(noun)[0]
            content = phrase_content(verb.scene, low + 1, syntax.subtree(to)[1], verb.token.i)
            more = (low, low + 1) if low == verb.cue.range[1] else None
            return verb.made(sense, f"{preposition}-infinitive", content, source=verb.subject, governed=to, more=more)
        if verb.scene.tags[noun.i] == "CD":  # "voted 9 to 4 to close it"
            to = _to_do(verb, noun) if "to" in verb.frames else None
            if to is not None:
                content = phrase_content(verb.scene, *syntax.subtree(to), verb.token.i)
                return verb.made(verb.frames["to"], "infinitive", content, source=verb.subject, governed=to)
        elif preposition in verb.frames and noun.i > verb.token.i:
            low, high = syntax.subtree(noun)
            first = low + len(preposition.split())
            if preposition == "for" and (deed := _asked_deed(verb, noun)) is not None:
                high = max(high, syntax.subtree(deed)[1])
            content = phrase_content(verb.scene, first, listed(verb.scene, high), verb.token.i)
            more = (low, first) if low == verb.cue.range[1] else None
            return verb.made(
                verb.frames[preposition], f"preposition-{preposition}", content, source=verb.subject,
                governed=noun, more=more,
            )  # fmt: skip
    return None


def _asked_deed(verb: Verb, noun: Token) -> Token | None:
    """The infinitive right behind who is asked, wherever the parse hangs it: "called for ministers to step in"."""
    deed, subtree = _to_do(verb, noun), verb.scene.syntax.subtree
    return deed if deed is not None and subtree(deed)[0] == subtree(noun)[1] else None


def _to_do(verb: Verb, noun: Token) -> Token | None:
    """The infinitive of "called on the port to ban idling", wherever the parse hangs it."""
    syntax = verb.scene.syntax
    for child in (*syntax.children(verb.token), *syntax.children(noun)):
        mark = syntax.mark(child)
        if child.i > noun.i and mark is not None and mark.lower_ == "to":
            return child
    return None
