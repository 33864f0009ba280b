"""What the learnt tone sees of a name in its sentence: words by side and distance, valence, the parse, stances."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from attrs import frozen
from spacy.tokens import Token

from newsfacts import Lexicons
from newsfacts.steps.stance.findings import Finding
from newsfacts.steps.stance.scene import Range, Scene

NEAR: Final = 5
REACHES: Final = (3, 8, 20)
NEGATORS: Final = frozenset(
    {"cannot", "hardly", "n't", "neither", "never", "no", "nobody", "none", "nor", "not", "n’t", "without"}
)
PATH: Final = 4
REACH: Final = 5


def valences(lexicons: Lexicons) -> Mapping[str, int]:
    """Give 1 for words with a pleasant ring, -1 for others."""

    def make() -> Mapping[str, int]:
        words = lexicons.words
        return dict.fromkeys(words("valence", "positive"), 1) | dict.fromkeys(words("valence", "negative"), -1)

    return lexicons.compiled(valences, make)


@frozen(eq=False)
class Passage:
    """The words of a sentence or two, looked at once for all names in it."""

    scene: Scene
    start: int
    end: int
    words: Sequence[str]
    lemmas: Sequence[str]
    valence: Sequence[int]
    families: Sequence[tuple[str, ...]]
    findings: Sequence[Finding]

    @staticmethod
    def of(scene: Scene, start: int, end: int, findings: Iterable[Finding]) -> Passage:
        """Look at the tokens from `start` to `end`."""
        known, tokens = valences(scene.reading.lexicons), scene.reading.words[start:end]
        words = [_shape(token) for token in tokens]
        columns = scene.reading.columns
        lowers, lemmas, classes = (row[start:end] for row in (columns.lowers, columns.lemmas, columns.pos))
        valence = [
            known.get(lower, 0) or known.get(lemma, 0) if pos != "PROPN" else 0
            for lower, lemma, pos in zip(lowers, lemmas, classes, strict=True)
        ]
        for i in range(len(words)):
            if valence[i] and any(each in NEGATORS for each in words[max(0, i - 3) : i]):
                valence[i] = -valence[i]
        families = [
            tuple(sense.name for sense in scene.senses_of(token)) if scene.may_take_sides(token.i) else ()
            for token in tokens
        ]
        return Passage(scene, start, end, words, lemmas, valence, families, tuple(findings))


def _shape(token: Token) -> str:
    if token.like_num:
        return "0"
    return "person" if token.ent_type_ == "PERSON" else token.lower_


def features(passage: Passage, mentions: Sequence[Range]) -> dict[str, float]:
    """Give the features of a name by its mentions, the first of which is the one asked about."""
    found: defaultdict[str, float] = defaultdict(float)
    inside = frozenset(i - passage.start for first, last in mentions for i in range(first, last))
    _words(passage, inside, found)
    _sides(passage, [(first - passage.start, last - passage.start) for first, last in mentions], inside, found)
    _far(passage, mentions, found)
    for number, (first, last) in enumerate(mentions):
        _parse(passage, first, last, found, "" if number == 0 else "+")
    _stances(passage, inside, found)
    return found


def _words(passage: Passage, inside: frozenset[int], found: dict[str, float]) -> None:
    for i, word in enumerate(passage.words):
        if i not in inside and word != "person":
            found[f"l {passage.lemmas[i]}"] = 1.0
    total, sign = sum(map(abs, passage.valence)), sum(passage.valence)
    found["v all"] = sign / (total + 1)
    found["v plus"] = _log(sum(value > 0 for value in passage.valence))
    found["v minus"] = _log(sum(value < 0 for value in passage.valence))


def _log(count: float) -> float:
    return math.sqrt(count)


def _sides(passage: Passage, mentions: Sequence[Range], inside: frozenset[int], found: dict[str, float]) -> None:
    sums: defaultdict[str, int] = defaultdict(int)
    for i, word in enumerate(passage.words):
        if i in inside:
            continue
        side, distance, _ = nearest(i, mentions)
        if distance <= NEAR:
            found[f"n {side} {word}"] = 1.0
            if distance <= 2:
                found[f"p {side}{distance} {word}"] = 1.0
        if value := passage.valence[i]:
            kind = "+" if value > 0 else "-"
            for reach in REACHES:
                if distance <= reach:
                    sums[f"v {side}{reach}{kind}"] += 1
                    break
            sums[f"v {side}{kind}"] += 1
    for name, count in sums.items():
        found[name] = _log(count)


def nearest(i: int, mentions: Sequence[Range]) -> tuple[str, int, int]:
    """Give on which side of the nearest mention a word stands, how far off, and which mention it is."""
    best = ("R", 999, 0)
    for number, (first, last) in enumerate(mentions):
        side, distance = ("L", first - i) if i < first else ("R", i - last + 1)
        if distance < best[1]:
            best = side, distance, number
    return best


def _parse(passage: Passage, first: int, last: int, found: dict[str, float], mark: str) -> None:
    scene = passage.scene
    syntax, doc = scene.syntax, scene.reading.doc
    if not syntax.parsed:
        return
    head = next((doc[i] for i in range(first, last) if _is_outside(syntax.head(doc[i]), first, last)), doc[first])
    found[f"d{mark} role {syntax.role(head)}"] = 1.0
    if scene.voices[head.i] is not None:
        found["d voiced"] = 1.0
    for kid in syntax.children(head):
        if not first <= kid.i < last and kid.is_alpha:
            found[f"d{mark} kid {syntax.role(kid)} {scene.lemmas[kid.i]}"] = 1.0
            _valued(passage, kid, f"kid {syntax.role(kid)}", found)
    _upward(passage, head, found, mark)


def _upward(passage: Passage, head: Token, found: dict[str, float], mark: str) -> None:
    """The words above a name, nearest first, and what stands beside it under them."""
    scene, syntax = passage.scene, passage.scene.syntax
    seen, above = head, syntax.head(head)
    path: str = syntax.role(head)
    for step in range(PATH):
        if above is None:
            return
        flags, way = _flags(scene, above), path if step < 2 else str(step)
        if step < 2:
            found[f"d{mark} {path}{flags} {scene.lemmas[above.i]}"] = 1.0
        found[f"d up{step} {scene.lemmas[above.i]}"] = 1.0
        _valued(passage, above, f"up {way}{flags}", found)
        for kid in syntax.children(above):
            if kid.i == seen.i or not kid.is_alpha:
                continue
            other = syntax.role(kid)
            if step == 0:
                found[f"d{mark} {path} {other} {scene.lemmas[kid.i]}"] = 1.0
            _valued(passage, kid, f"beside {way} {other}", found)
        if step == 0 and syntax.is_predicate(above):
            found[f"d pred {path}{flags}"] = 1.0
        seen, path, above = above, f"{path}>{syntax.role(above)}", syntax.head(above)


def _far(passage: Passage, mentions: Sequence[Range], found: dict[str, float]) -> None:
    """Valence and stance words by the number of arcs between them and the name."""
    first, last = mentions[0]
    distances = _distances(passage, first, last)
    for i, value in enumerate(passage.valence):
        far = distances.get(i + passage.start, 9)
        if value and far:
            found[f"t {far} {'+' if value > 0 else '-'}"] += 1.0
            if far <= 3:
                found[f"t {far} {passage.lemmas[i]}"] = 1.0
        for family in passage.families[i]:
            side = "L" if i + passage.start < first else "R"
            found[f"f {side}{far} {family}"] = 1.0
            found[f"f {family}"] = 1.0


def _distances(passage: Passage, first: int, last: int) -> dict[int, int]:
    beside = passage.scene.beside
    distances = dict.fromkeys(range(first, last), 0)
    border = list(distances)
    for far in range(1, REACH + 1):
        further: list[int] = []
        for i in border:
            for other in beside(i):
                if other not in distances:
                    distances[other] = far
                    further.append(other)
        border = further
    return distances


def _is_outside(head: Token | None, first: int, last: int) -> bool:
    return head is None or not first <= head.i < last


def _flags(scene: Scene, token: Token) -> str:
    passive = "p" if scene.syntax.is_passive(token) else ""
    return passive + ("n" if scene.syntax.negation(token) is not None else "")


def _valued(passage: Passage, token: Token, where: str, found: dict[str, float]) -> None:
    i = token.i - passage.start
    if 0 <= i < len(passage.valence) and (value := passage.valence[i]):
        found[f"x {where} {'+' if value > 0 else '-'}"] += 1.0
        found[f"x {where.partition(' ')[0]} {'+' if value > 0 else '-'}"] += 0.5


def _stances(passage: Passage, inside: frozenset[int], found: dict[str, float]) -> None:
    for finding in passage.findings:
        sign = "+" if finding.sign > 0 else "-"
        why = finding.links[-1].why
        if finding.target.i - passage.start in inside:
            found[f"s target {sign}"] += 1.0
            found[f"s target {sign} {why}"] += 1.0
        span = finding.holder.span
        if span is not None:
            first, last = passage.scene.reading.token_range(span)
            if any(i - passage.start in inside for i in range(first, last)):
                found[f"s holder {sign}"] += 1.0
                found[f"s holder {sign} {why}"] += 1.0
        first, last = passage.scene.reading.token_range(finding.target_span)
        if any(i - passage.start in inside for i in range(first, last)):
            found[f"s within {sign}"] += 1.0
