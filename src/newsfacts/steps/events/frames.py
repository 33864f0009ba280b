"""The frame lexicon of political interaction: which words, with which objects, tell which PLOVER type."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from newsfacts import Lexicons, PloverType
from newsfacts.steps.events.lemmas import Lemmas


@frozen(kw_only=True)
class Frame:
    """One entry of plover.toml; its head comment says what the fields mean."""

    type: PloverType
    mode: str = ""
    context: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    bare: bool = False
    sides: str = "any"


@frozen(eq=False)
class Frames:
    """The frames by lemma, those that ask for more first, and the classes of nouns.

    `openings` are the verbs of frames without their particles; `speaking_of` are the words that speak of a deed to
    come.
    """

    verbs: dict[str, tuple[tuple[str, Frame], ...]]
    nouns: dict[str, tuple[tuple[str, Frame], ...]]
    classes: dict[str, frozenset[str]]
    political: frozenset[str]
    peoples: frozenset[str]
    deadly: frozenset[str]
    committing: frozenset[str]
    willing: frozenset[str]
    stating: frozenset[str]
    telling: frozenset[str]
    lemma: Lemmas
    openings: frozenset[str]
    speaking_of: frozenset[str]

    @staticmethod
    def of(lexicons: Lexicons) -> Frames:
        """Read the lexicon."""
        table = lexicons.table("plover", Frame)
        classes = {name: frozenset(words) for name, words in lexicons.raw("plover_nouns").items()}
        verbs = _by_lemma((lemma, name, frame) for name, frame in table.items() for lemma in frame.verbs)
        committing, willing, stating = (lexicons.words("events", name) for name in ("committing", "willing", "stating"))
        return Frames(
            verbs,
            _by_lemma((lemma, name, frame) for name, frame in table.items() for lemma in frame.nouns),
            classes,
            classes["political"],
            _peoples(lexicons),
            frozenset(verb for frame in table.values() if frame.type in {"ASSAULT", "COERCE"} for verb in frame.verbs),
            committing,
            willing,
            stating,
            lexicons.words("events", "reporting") | lexicons.words("events", "replying"),
            lexicons.compiled(Lemmas, lambda: Lemmas.of(lexicons)),
            frozenset(verb.split()[0] for verb in verbs),
            committing | willing | stating,
        )

    def fits(self, asked: tuple[str, ...], lemmas: frozenset[str]) -> bool:
        """Tell whether a word of `lemmas` is asked for, by itself or by its class."""
        return any(
            not lemmas.isdisjoint(self.classes[word[1:]]) if word.startswith("@") else word in lemmas for word in asked
        )


def _peoples(lexicons: Lexicons) -> frozenset[str]:
    """The single words, in lower case, that name a state, its people or its government."""
    names = (name for row in lexicons.rows("countries") for column in row[1:] for name in column.split("|"))
    return frozenset(name.lower() for name in names if name and " " not in name)


def _by_lemma(entries: Iterable[tuple[str, str, Frame]]) -> dict[str, tuple[tuple[str, Frame], ...]]:
    found: dict[str, list[tuple[str, Frame]]] = {}
    for lemma, name, frame in entries:
        found.setdefault(lemma, []).append((name, frame))
    return {lemma: tuple(sorted(frames, key=lambda each: -_strictness(each[1]))) for lemma, frames in found.items()}


def _strictness(frame: Frame) -> int:
    return bool(frame.objects) + bool(frame.prepositions) + bool(frame.subjects)
