"""Claims of active verbs: clauses, quotations, and what else follows in their frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsfacts.steps.sourcing.beside import Beside, quotations_beside
from newsfacts.steps.sourcing.contents import (
    announces,
    clause_after,
    clause_before,
    clause_content,
    phrase_content,
    taken_up,
)
from newsfacts.steps.sourcing.cues import NOBODY
from newsfacts.steps.sourcing.objects import ahead, as_furious, named, of_object, prepositional, seen_as
from newsfacts.steps.sourcing.proposals import Proposal, evolve
from newsfacts.steps.sourcing.scene import Range
from newsfacts.steps.sourcing.shapes import relative_ahead, with_start
from newsfacts.steps.sourcing.verb import FINITE, Verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE_TAGS: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})


def active(verb: Verb) -> Proposal | None:
    """Give the claim of an active verb: the first of its frames that the words around it fit."""
    syntax, subject = verb.scene.syntax, verb.subject
    if subject is None or subject.lower_ in {"me", "them", "us", "you"} or _is_for_example(verb, subject):
        return None
    beside = quotations_beside(verb.scene, *verb.clause) if "quote" in verb.frames else Beside()
    if beside.right >= 0 and verb.scene.tags[verb.token.i] == "VBG":
        beside = Beside(right=beside.right)
    if (found := _as_clause(verb) or as_furious(verb)) is not None:
        return found
    kind = syntax.complement_kind(verb.token)
    head = syntax.complement(verb.token) if kind is not None else None
    if head is not None and head.i < verb.token.i and kind in {"wh", "whether"} and beside.left < 0:
        head = kind = None
    if beside.left < 0 and beside.right < 0 and verb.sense("clause") is not None and _announces(verb, head):
        return _after(verb)
    announced = head is not None and kind in FINITE and head.i > verb.token.i and beside.right < 0
    announced = announced and (kind != "bare" or beside.left < 0 or _is_next_deed(verb))
    if not announced and (beside.left >= 0 or (beside.right >= 0 and kind not in FINITE)):
        return _quoting(verb, beside)
    if head is not None and (found := _complement(verb, head, kind)) is not None:
        return found
    if beside.left >= 0 or beside.right >= 0:
        return _quoting(verb, beside)
    return (
        _next_paragraph(verb)
        or _after(verb)
        or named(verb)
        or of_object(verb)
        or ahead(verb)
        or prepositional(verb)
        or _before(verb)
    )


def _is_next_deed(verb: Verb) -> bool:
    """Whether a verb follows "and": 'called it "a waste" and said the city would pay'."""
    start = verb.clause[0]
    return start > 0 and verb.scene.lower[start - 1] in {"and", "but"}


def _is_for_example(verb: Verb, subject: Token) -> bool:
    """Whether "say" is "for example", as in "a small town, say Harrow"."""
    return verb.token.lower_ == "say" and subject.i > verb.token.i and verb.scene.tags[subject.i] in {"NN", "NNP"}


def _announces(verb: Verb, head: Token | None) -> bool:
    return head is not None and head.i < verb.token.i and announces(verb.scene, *verb.clause)


def _as_clause(verb: Verb) -> Proposal | None:
    """Give the clause around "as the teller explained", "or so a study suggests"."""
    scene = verb.scene
    start, end = verb.clause
    word = scene.lower[start - 1] if start else ""
    sense = verb.sense("clause", "quote")
    if word not in {"as", "so"} or sense is None or verb.subject is None or start >= end - 1:
        return None
    theme = scene.syntax.object(verb.token)
    if scene.lower[end : end + 1] == ["to"] and scene.tags[end + 1 : end + 2] == ["VB"]:
        return None  # "as he continued to speak"
    if (theme is not None and theme.i > verb.token.i) or not {*scene.lower[end : end + 1]}.isdisjoint(verb.frames):
        return None
    first, last = scene.sentence(start)
    if start - 1 < first:
        return None
    said = scene.syntax.complement(verb.token)
    said = None if word == "so" and said is not None and said.i < start else said
    apart = (
        word == "as"
        and scene.lower[start - 2] == ","
        and said is not None
        and said.i > end
        and "," in scene.lower[end : end + 5]
    )
    if said is not None and not apart and scene.syntax.role(verb.token) != "parataxis":
        return None
    told = "," in scene.lower[end : end + 5] or end + 5 > last
    if end < last and not scene.blank[end] and scene.tags[end] not in {"IN", "RB", "TO"} and not told:
        return None
    close = next((i for i in range(end, last) if scene.lower[i] in {",", "."}), last)
    low = start - 1 - (scene.lower[start - 2] == "or" if start > 1 else 0)
    content = (*phrase_content(scene, first, low, verb.token.i), *phrase_content(scene, close, last, verb.token.i))
    if not any(tag in _FINITE_TAGS for piece in content for tag in scene.tags[piece[0] : piece[1]]):
        return None
    made = verb.made(sense, f"{word}-clause", content, source=verb.subject)
    return None if made is None else evolve(made, cue=((start - 1, start), *made.cue))


def _quoting(verb: Verb, beside: Beside) -> Proposal | None:
    scene = verb.scene
    content = tuple(scene.quotation_ranges[n] for n in (beside.left, beside.right) if n >= 0)
    if beside.left >= 0:
        content = (with_start(scene, content[0]), *content[1:])
    elif _is_inserted(verb, content[0][0]):
        around = clause_before(scene, *verb.clause)
        content = around if len(around) == 2 and around[1][1] >= content[-1][1] else content
    return verb.made(verb.sense("quote"), "quotation", content, source=verb.subject, quoting=True)


def _is_inserted(verb: Verb, quotation: int) -> bool:
    """Whether 'The streets were empty, he said, and people “stayed away”' goes on after its reporting clause."""
    scene, end = verb.scene, verb.clause[1]
    said = scene.syntax.complement(verb.token)
    if said is None or said.i > verb.clause[0] or scene.tags[verb.token.i] == "VBG":
        return False
    if scene.lower[end : end + 1] != [","] or end + 1 >= scene.size:
        return False
    first = scene.token(min(quotation + 1, scene.size - 1))
    return scene.lower[end + 1] in {"and", "but"} or first.text.islower()


def _complement(verb: Verb, head: Token, kind: str | None) -> Proposal | None:
    scene, syntax, source = verb.scene, verb.scene.syntax, verb.subject
    if kind == "parataxis":
        sense = verb.sense("quote", "clause")
        content = clause_content(scene, head.i, verb.span(), verb.token.i)
        if len(content) == 1 and content[0][1] <= verb.clause[0]:
            content += taken_up(scene, *verb.clause)
        return verb.made(sense, "parataxis", content, source=source, governed=head, quoting=True)
    if kind in FINITE:
        sense, rule = verb.sense("clause", "quote"), f"clause-{kind}"
    elif kind == "infinitive":
        if (theme := syntax.object(verb.token) or syntax.indirect_object(verb.token)) is not None:
            return _told(verb, theme, head)
        sense, rule = verb.sense("to"), "infinitive"
    elif kind == "gerund":
        sense, rule = verb.sense("ing"), "gerund"
    else:
        return seen_as(verb, head)
    content = clause_content(scene, head.i, verb.span(), verb.token.i)
    if kind == "bare" and (ahead := relative_ahead(scene, verb.token, verb.subject)) is not None:
        content = (ahead, *content)
    return verb.made(sense, rule, content, source=source, governed=head, quoting=kind == "bare")


def _told(verb: Verb, theme: Token, head: Token) -> Proposal | None:
    sense = verb.sense("oto")
    low, high = verb.scene.syntax.subtree(head)
    start, _ = verb.scene.syntax.subtree(theme)
    addressed = sense is not None and verb.scene.lemmas[verb.token.i] in {"ask", "tell", "order", "instruct"}
    content = phrase_content(verb.scene, low if addressed else min(start, low), high, verb.token.i)
    return verb.made(sense, "object-infinitive", content, source=verb.subject, governed=head)


def _next_paragraph(verb: Verb) -> Proposal | None:
    """Give the paragraph that "He said:" at the end of one announces, to its end."""
    scene = verb.scene
    end = scene.paragraph(verb.token.i)[1]
    if verb.sense("quote") is None or not verb.token.i < end - 1 <= verb.token.i + 8 or scene.lower[end - 1] != ":":
        return None
    if end + 1 >= scene.size:
        return None
    start, stop = scene.paragraph(end + 1)
    content = phrase_content(scene, start, stop, verb.token.i)
    return verb.made(verb.sense("quote"), "next-paragraph", content, source=verb.subject, quoting=True)


def _after(verb: Verb) -> Proposal | None:
    """Give a clause after the verb that the parse did not tie to it: "He said most of the voters were polite"."""
    if verb.sense("clause") is None:
        return None
    scene = verb.scene
    objects = scene.reading.lexicons.words("cue_words", "takes_objects")
    if verb.cue.negated and (asked := _left_open(verb)):
        return verb.made(verb.sense("clause"), "clause-wh", asked, source=verb.subject)
    sure = "obj" not in verb.frames and verb.scene.lemmas[verb.token.i] not in objects
    content = clause_after(
        verb.scene,
        verb.cue.range[1],
        sure=sure,
        told="o+of" in verb.frames or verb.scene.lemmas[verb.token.i] == "tell",
    )
    made = verb.made(verb.sense("clause"), "clause-after", content, source=verb.subject)
    if made is not None and made.negated and scene.lower[made.content[0][0]] in NOBODY:
        return evolve(made, negated=False)  # "said nothing more could be done"
    return made


def _left_open(verb: Verb) -> tuple[Range, ...]:
    """Give the question of "did not say when", "would not say on what grounds", which need no verb."""
    scene, start = verb.scene, verb.cue.range[1]
    last = scene.sentence(verb.token.i)[1]
    at = start + (start < last and scene.tags[start] == "IN")
    if at >= last or scene.tags[at] not in (_QUESTIONS if at == start else _WHOSE):
        return ()
    end = next((i for i in range(at, last) if scene.lower[i] in {",", ";"}), last)
    return phrase_content(scene, start, end, verb.token.i)


_QUESTIONS: Final = frozenset({"WDT", "WP", "WP$", "WRB"})
_WHOSE: Final = frozenset({"WDT", "WP$"})


def _before(verb: Verb) -> Proposal | None:
    """Give a clause before that the parse did not tie to the verb: "The bridge will close, the council said"."""
    if "quote" not in verb.frames or verb.scene.tags[verb.token.i] == "VBG":
        return None
    told = verb.scene.syntax.indirect_object(verb.token) or verb.scene.syntax.object(verb.token)
    told = None if told == verb.subject else told
    if told is not None and verb.scene.lemmas[verb.token.i] != "tell":
        return None
    start, end = verb.clause
    if verb.subject is not None and verb.scene.sentence(start)[0] <= verb.subject.i < start:
        return None  # "The nurse, who cannot be named, said": what stands before is the speaker
    if told is not None and told.i >= end:
        end = verb.scene.syntax.subtree(told)[1]
    content = clause_before(verb.scene, start, end)
    return verb.made(verb.sense("quote"), "clause-before", content, source=verb.subject, quoting=True)
