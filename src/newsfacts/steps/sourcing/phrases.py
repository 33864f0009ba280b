"""The words of a source's name and description that a parse kept from it, and the days that it hung on it."""

from __future__ import annotations

from typing import Final

from newsfacts.steps.sourcing.scene import Range, Scene

_NAMES: Final = frozenset({"NNP", "NNPS"})
_NAMED: Final = _NAMES | {"NN"}
_NAMING: Final = frozenset({"NN", "NNP", "NNS", "NNPS", "JJ", "CD", "DT", "HYPH", "POS", "PRP$", "PRP"})


def completed(scene: Scene, phrase: Range, cue: Range) -> Range:
    """Give a source's phrase with all of its name and what is said before it, without the day of a clause."""
    start, end = phrase
    end = _to_name_end(scene, _to_cue(scene, end, cue[0]), cue)
    start = _to_outlet(scene, _to_quotation(scene, start))
    if end <= cue[0] <= end + 2:
        start, end = _to_role(scene, _to_front(scene, start), end), _before_day(scene, start, end)
    return start, end


def _to_name_end(scene: Scene, end: int, cue: Range) -> int:
    """Take in the rest of a name: "Sharon Powers | Geyer", "the host | Chris Orr"."""
    if end and scene.tags[end - 1] not in _NAMED:
        return end
    if end < scene.size and scene.tags[end] not in _NAMES:
        return end
    last = scene.sentence(end - 1)[1]
    times = scene.reading.lexicons.words("cue_words", "times")
    at = end
    while at < last and at != cue[0] and scene.tags[at] in _NAMES and scene.quoted[at] == scene.quoted[end - 1]:
        if scene.lower[at] in times:
            return end
        at += 1
    return at


def _to_front(scene: Scene, start: int) -> int:
    """Take in what stands before a source in its clause: "Nearly | eight in ten", "host | Chris Orr"."""
    if scene.tags[start] in {"DT", "PRP", "PRP$", "EX", "WDT", "WP"}:
        return start
    first = scene.sentence(start)[0]
    at = start
    while at > first and (scene.tags[at - 1] in _MODIFIERS or scene.lower[at - 1] in _ABOUT):
        at -= 1
        if scene.tags[at] == "DT":
            break
    at += at < start and scene.tags[at] == "VBN"
    times = scene.reading.lexicons.words("cue_words", "times")
    if not times.isdisjoint(scene.lower[at:start]) or not _opens(scene, at, first):
        return start
    return at


_ABOUT: Final = frozenset({"almost", "nearly", "roughly"})
_OPENERS: Final = frozenset({"although", "and", "as", "because", "but", "if", "that", "though", "when", "while"})


def _opens(scene: Scene, at: int, first: int) -> bool:
    """Whether a clause may begin at a word."""
    return at == first or scene.blank[at - 1] or scene.lower[at - 1] in _OPENERS


def _to_role(scene: Scene, start: int, end: int) -> int:
    """Take in the role before a name: "a spokeswoman, | Anna White, said"."""
    if start <= 2 or scene.lower[start - 1] != "," or "," not in scene.lower[end - 1 : end + 1]:
        return start
    first = scene.sentence(start)[0]
    if start - 2 <= first:
        return start
    at = start - 1
    while at > first and scene.tags[at - 1] in _MODIFIERS and not scene.blank[at - 1]:
        at -= 1
        if scene.tags[at] in {"DT", "PRP$"}:
            break  # "a charge | his counterpart, Ann Hill, called absurd"
    owned = scene.tags[at] in {"DT", "PRP$"} or "POS" in scene.tags[at : start - 1]
    people = scene.reading.lexicons.words("entity_nouns", "person")
    if scene.lower[start - 2] not in people or not owned or not _opens(scene, at, first):
        return start
    return at


def _before_day(scene: Scene, start: int, end: int) -> int:
    """Leave the day of the clause out of its subject: "Orr | on Friday", "Orr, | meanwhile"."""
    if end - start > 2 and scene.lower[end - 1] in {"however", "meanwhile", "though", "too"}:
        return end - 2 if scene.lower[end - 2] == "," else end - 1
    for at in range(max(start + 1, end - 4), end - 1):
        if scene.lower[at] in {"at", "during", "in", "on"}:
            return at if scene.lower[end - 1] in scene.reading.lexicons.words("cue_words", "times") else end
    return end


def _to_cue(scene: Scene, end: int, cue: int) -> int:
    """Take in for or of whom somebody speaks, where the parse lost it: "a spokesman | for the port | said"."""
    if 0 < end < cue - 1 and scene.lower[end] in {"for", "of"} and scene.tags[end - 1] in {"NN", "NNS"}:
        return cue if all(tag in _NAMING for tag in scene.tags[end + 1 : cue]) else end
    return end


def _to_outlet(scene: Scene, start: int) -> int:
    """Take in what kind of outlet a name is of: "broadcaster NRT", "the state news agency Vestnik"."""
    if scene.tags[start] != "NNP":
        return start
    first = scene.sentence(start)[0]
    at = start - 1
    if at < first or scene.lower[at] not in scene.reading.lexicons.words("cue_words", "outlets"):
        return start
    while at > first and scene.tags[at - 1] in _MODIFIERS:
        at -= 1
        if scene.tags[at] in {"DT", "PRP$"}:
            break
    return at


_MODIFIERS: Final = frozenset({"NN", "NNP", "NNS", "NNPS", "JJ", "CD", "DT", "HYPH", "VBN", "POS", "PRP$"})


def _to_quotation(scene: Scene, start: int) -> int:
    """Take in modifiers between a quotation and the source: '"No," Texas-based Matt Hill said'."""
    for at in range(start - 1, max(start - 6, -1), -1):
        if scene.speech_at(at) >= 0:
            return at + 1 if scene.quoted[start] < 0 else start
        if scene.tags[at] not in _MODIFIERS:
            break
    return start
