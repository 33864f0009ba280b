"""How sure somebody is that an event happened: negation, modals, and the words above it (FactBank)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal

from attrs import field, frozen

from newsfacts import Lexicons
from newsfacts.steps.sourcing.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

Value = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu", "U+", "U-"]

_STRENGTH: Final[Mapping[str, int]] = {"CT": 3, "PR": 2, "PS": 1, "U": 0}
_LEVELS: Final = ("U", "PS", "PR", "CT")
_POSSIBLE: Final = frozenset({"may", "might", "could", "can", "ca"})
_ABLE: Final = frozenset({"can", "ca", "could"})
_OPEN: Final = frozenset({"should", "must", "ought", "shall", "would", "'d", "’d"})
_FUTURE: Final = frozenset({"will", "wo", "'ll", "’ll", "shall"})
_STEPS: Final = 8


@frozen
class Commitment:
    """A value with the words that made it so; `future` for events still to come."""

    value: Value = "CT+"
    cues: tuple[int, ...] = ()
    future: bool = False
    reached: bool = field(default=True, eq=False)
    """Whether nothing stands between the event and the cue or the root: then a cue's doubt is about the event."""


def weakened(value: Value, by: Value) -> Value:
    """Give the value of an event under another: the weaker certainty, the product of the polarities.

    >>> weakened("CT-", "PR+"), weakened("CT-", "CT-"), weakened("CT+", "Uu")
    ('PR-', 'CT+', 'Uu')
    """
    level = min(_STRENGTH[value[:-1]], _STRENGTH[by[:-1]])
    signs = {value[-1], by[-1]}
    if level == 0 or "u" in signs:
        return "Uu"
    sign = "+" if value[-1] == by[-1] else "-"
    return f"{_LEVELS[level]}{sign}"  # type: ignore[return-value]


def signatures(lexicons: Lexicons) -> Mapping[tuple[str, str], tuple[Value, Value]]:
    """Give what each word says of its complement, affirmed and negated, by lemma and frame."""
    return lexicons.compiled("factivity", lambda: _read(lexicons))


def _read(lexicons: Lexicons) -> dict[tuple[str, str], tuple[Value, Value]]:
    found: dict[tuple[str, str], tuple[Value, Value]] = {}
    for lemma, frame, affirmed, negated in lexicons.rows("factivity"):
        found[lemma, frame] = (affirmed, negated)  # type: ignore[assignment]
    return found


def commitment(scene: Scene, event: Token, top: int | None = None) -> Commitment:
    """Give how sure the text is of an event, read from it up to its root or to the cue `top` of a claim."""
    syntax = scene.syntax
    value: Value = "CT+"
    cues: list[int] = []
    future = reached = False
    token: Token = event
    told = top is not None
    for step in range(_STEPS):
        own, why, later = _own(scene, token, told=told, denies=step == 0)
        value, future = weakened(value, own), future or later
        cues += why
        above = syntax.head(token)
        if above is None or top in {token.i, above.i}:
            reached = True
            break
        given = _from_above(scene, token, above)
        if given is None:
            opener = _condition_over(scene, above, top)
            if opener >= 0:
                value = "Uu"
                cues.append(opener)
            break
        value = weakened(value, given)
        if given != "CT+":
            cues.append(above.i)
        if given == "CT+" and _is_presupposed(scene, token, above):
            break
        token = above
    return Commitment(value, tuple(dict.fromkeys(cues)), future, reached)


def _condition_over(scene: Scene, token: Token, top: int | None) -> int:
    """The "if" of a condition that a word stands in, -1 for none: "if a day came when he could not"."""
    syntax = scene.syntax
    above: Token | None = token
    for _ in range(_STEPS):
        if above is None or above.i == top:
            break
        mark = syntax.mark(above) if syntax.role(above) == "adverbial-clause" else None
        if mark is not None and mark.lower_ in {"if", "unless"}:
            return mark.i
        above = syntax.head(above)
    return -1


def _is_presupposed(scene: Scene, token: Token, above: Token) -> bool:
    """Whether the word above vouches for its complement even where it is itself denied or unsure."""
    pair = signatures(scene.reading.lexicons).get((scene.lemmas[above.i], _frame(scene, token)))
    return pair == ("CT+", "CT+")


# --- the event's own words
def _own(scene: Scene, token: Token, *, told: bool, denies: bool) -> tuple[Value, list[int], bool]:
    """Give the value of the word itself by its modals, adverbs, negation and "if".

    Without `denies` its negation is left out: the word above an event has it counted in what it says of the event.
    """
    syntax = scene.syntax
    if not _is_clausal(scene, token):
        determiner = syntax.determiner(token)
        if determiner is not None and determiner.lower_ == "no":
            return "CT-", [determiner.i], False
        return "CT+", [], False
    value, cues, future = _hedged(scene, token, told=told)
    if denies and syntax.is_negated(token):
        impossible = value == "PS+" and any(modal.lower_ in _ABLE for modal in syntax.modals(token))
        value = "CT-" if impossible else weakened(value, "CT-")
        negation = syntax.negation(token)
        cues += [negation.i] if negation is not None else []
    mark = syntax.mark(token)
    if mark is None:
        return ("Uu", cues, True) if _is_command(scene, token) else (value, cues, future)
    if mark.lower_ == "to" and syntax.head(token) is None:
        return weakened(value, "PR+"), [*cues, mark.i], True
    if mark.lower_ in {"if", "unless", "whether", "lest"}:
        return "Uu", [*cues, mark.i], future
    return value, cues, future


def _hedged(scene: Scene, token: Token, *, told: bool) -> tuple[Value, list[int], bool]:
    """The value by modals and adverbs alone; a "would" of what was told is a future."""
    value: Value = "CT+"
    cues: list[int] = []
    future = False
    for modal in scene.syntax.modals(token):
        word = modal.lower_
        if word in _FUTURE or (told and word in _WOULD):
            future = True
            continue
        if word in _POSSIBLE:
            value = weakened(value, "PS+")
        elif word in _OPEN:
            value = weakened(value, "PR+") if word == "would" else "Uu"
        cues.append(modal.i)
    hedges = scene.reading.lexicons
    for adverb in scene.syntax.adverbs(token):
        word = adverb.lower_
        for name, by in _HEDGES:
            if word in hedges.words("hedges", name):
                value = weakened(value, by)
                cues.append(adverb.i)
    return value, cues, future


_WOULD: Final = frozenset({"would", "'d", "’d"})
_HEDGES: Final[tuple[tuple[str, Value], ...]] = (("possible", "PS+"), ("probable", "PR+"))


def _is_command(scene: Scene, token: Token) -> bool:
    """Whether a verb is an imperative, or stands in a question."""
    if scene.syntax.role(token) not in {"root", "parataxis"}:
        return False
    first, last = scene.sentence(token.i)
    asks = "?" in scene.lower[max(last - 3, first) : last]
    bare = scene.tags[token.i] == "VB" and scene.syntax.subject(token, inherited=False) is None
    return asks or (bare and not scene.syntax.auxiliaries(token))


def _is_clausal(scene: Scene, token: Token) -> bool:
    return scene.tags[token.i].startswith("VB") or scene.syntax.is_copular(token)


# --- what the word above says
def _from_above(scene: Scene, token: Token, above: Token) -> Value | None:
    """The value that the word above gives its complement; None where the event stands on its own."""
    syntax = scene.syntax
    role = syntax.role(token)
    if role == "conjunct":
        return _shared(scene, token, above)
    frame = _frame(scene, token)
    if frame in {"that", "wh", "to", "ing", "noun"}:
        pair = _pair(scene, above, frame)
        if pair is not None:
            return pair[1 if pair[0] != pair[1] and syntax.is_negated(above) else 0]
        if frame == "to":
            return "Uu"
        if frame in {"that", "ing", "wh"}:
            return "Uu" if syntax.is_negated(above) else "CT+"
        return None
    if (
        role == "adverbial-clause"
        and scene.lower[syntax.subtree(token)[0]] in {"to", "in"}
        and _is_infinitive(scene, token)
    ):
        return _of_purpose(scene, token, above)
    if role in {"adnominal-clause", "nmod"} and scene.tags[token.i] != "VBN":
        pair = signatures(scene.reading.lexicons).get((scene.lemmas[above.i], "n"))
        return None if pair is None else pair[0]
    return None


def _of_purpose(scene: Scene, token: Token, above: Token) -> Value | None:
    """An infinitive beside its verb tells a purpose, but for what is caused, and for results: "fell to close at 9"."""
    caused = signatures(scene.reading.lexicons).get((scene.lemmas[above.i], "to"))
    if caused is not None and scene.syntax.object(above) is not None:
        return caused[scene.syntax.is_negated(above)]
    results = scene.reading.lexicons.words("hedges", "results")
    happened = scene.syntax.tense(above) == "PAST" and not scene.syntax.is_negated(above)
    return None if happened and scene.lemmas[token.i] in results else "Uu"


def _pair(scene: Scene, above: Token, frame: str) -> tuple[Value, Value] | None:
    table = signatures(scene.reading.lexicons)
    lemma = scene.lemmas[above.i]
    if scene.tags[above.i].startswith("JJ"):
        return table.get((lemma, "a"))
    if scene.tags[above.i].startswith("NN"):
        return table.get((lemma, "n"))
    return table.get((lemma, frame))


def _frame(scene: Scene, token: Token) -> str:
    """How an event hangs on the word above: that, wh, to, ing, noun; empty elsewhere."""
    syntax = scene.syntax
    role = syntax.role(token)
    if role in {"clause-complement", "open-complement"}:
        mark = syntax.mark(token)
        word = "" if mark is None else mark.lower_
        if word in {"if", "whether"}:
            return "wh"
        if word == "to" or _is_infinitive(scene, token):
            return "to"
        if scene.tags[token.i] == "VBG" and not syntax.auxiliaries(token):
            return "ing"
        return "that"
    if role == "object" and not _is_clausal(scene, token):
        return "noun"
    if role == "adnominal-clause" and _is_infinitive(scene, token):
        return "n"
    return ""


def _is_infinitive(scene: Scene, token: Token) -> bool:
    return any(child.lower_ == "to" and scene.tags[child.i] == "TO" for child in scene.syntax.children(token))


def _shared(scene: Scene, token: Token, first: Token) -> Value | None:
    """A conjoined event shares what stands above the first where it is put the same way."""
    if scene.tags[token.i] != scene.tags[first.i] or scene.syntax.subject(token, inherited=False) is not None:
        return None
    above = scene.syntax.head(first)
    return None if above is None else _from_above(scene, first, above)
