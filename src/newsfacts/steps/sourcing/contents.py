"""The content of a claim: from the head of a complement to the words that say it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from newsfacts.steps.sourcing.scene import Range, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_LOOSE_STARTS: Final = frozenset({"and", "but", "or", "so", "yet"})
_FINITE: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})
_RELATIVE: Final = frozenset({"WDT", "WP", "WP$", "WRB"})
_OPENERS: Final = frozenset(
    {"after", "although", "as", "because", "before", "if", "once", "since", "though", "when", "while"}
)


def clause_content(scene: Scene, head: int, without: Range, cue: int) -> tuple[Range, ...]:
    """Give the words of a clause but for the reporting clause in or around it."""
    start, end = scene.syntax.subtree(scene.token(head))
    first, last = scene.paragraph(head)
    start, end = max(start, first), min(end, last)
    low, high = without
    if end <= low:
        return _tidy(scene, [(start, end)], cue)
    if start >= high:
        start = _past_adverbs(scene, start) if start == high else start
        return _tidy(scene, [*_fronted(scene, low, high), (start, _with_twin(scene, _run_on(scene, start, end)))], cue)
    return _tidy(scene, [(start, low), *([] if _is_speakers(scene, high, end) else [(high, end)])], cue)


def _is_speakers(scene: Scene, start: int, end: int) -> bool:
    """Whether words after a reporting clause tell what its speaker does: ", attributing it to friends"."""
    while start < end and scene.blank[start] and scene.quoted[start] < 0:
        start += 1
    return start < end and scene.tags[start] == "VBG" and scene.quoted[start] < 0


def _run_on(scene: Scene, start: int, end: int) -> int:
    """Go on to where a clause ends if it was cut inside: no finite verb so far, or one right after it, or "than"."""
    last = scene.sentence(start)[1]
    if end >= last or scene.quoted[start] >= 0:
        return end
    if scene.lower[end] == "than":
        return next((at for at in range(end, last) if scene.blank[at]), last)
    if scene.lower[start] != "that":
        return end
    if scene.lower[start + 1] == "had" and "," in scene.lower[end - 1 : end + 1]:
        return last  # "that had it rained, the crop would have been saved"
    if scene.tags[end] in {"IN", "TO"} and not any(tag in _FINITE for tag in scene.tags[start:end]):
        return next((at for at in range(end, last) if scene.lower[at] in {";", "—", "–"}), last)
    if not scene.blank[end] and scene.tags[end] in _FINITE:
        return next((at for at in range(end, last) if scene.lower[at] in {",", ";", "—", "–"}), last)
    if scene.lower[start + 1] == scene.lower[end] == ",":
        return next((at for at in range(end + 1, last) if scene.lower[at] in {";", "—", "–"}), last)
    return end


def _past_adverbs(scene: Scene, start: int) -> int:
    """Leave an adverb of the cue out: "said repeatedly they", "say only that"."""
    at = start
    while scene.tags[at] == "RB" and scene.lower[at] not in {"not", "never", "now", "there"}:
        at += 1
    return at if scene.lower[at] == "that" or scene.tags[at] in {"PRP", "DT", "NNP"} else start


def _fronted(scene: Scene, low: int, high: int) -> list[Range]:
    """Give what stands before "he said" between commas: "In the north, he said, the roads are closed"."""
    first, last = scene.sentence(low)
    if high >= last or scene.lower[high] != "," or low <= first or scene.lower[low - 1] != ",":
        return []
    return [] if scene.quoted[low - 1] >= 0 or scene.tags[first] in {"VBG", "VBN"} else [(first, low)]


def _with_twin(scene: Scene, end: int) -> int:
    """Take in a second clause that opens with its own "that": "that he had no plans, but that he might"."""
    at = end
    while at < scene.size and scene.lower[at] in {",", "and", "but", "or"}:
        at += 1
    if end < at < scene.size and scene.lower[at] == "that" and scene.lower[at - 1] != ",":
        return scene.sentence(at)[1]
    return end


def object_content(scene: Scene, verb: Token, theme: Token) -> tuple[Range, ...]:
    """Give the words of an object, with the phrases after it that no time or place opens."""
    syntax = scene.syntax
    start, end = syntax.subtree(theme)
    for child in syntax.children(verb):
        low, high = syntax.subtree(child)
        if low < end or syntax.role(child) not in {"oblique", "adverbial-clause", "open-complement"}:
            continue
        if low != end or scene.lower[low] == "," or _is_circumstance(scene, child, low):
            break
        end = high
    return phrase_content(scene, start, end, verb.i)


def _is_circumstance(scene: Scene, child: Token, low: int) -> bool:
    """Whether a phrase tells when or where something was said rather than what."""
    words = scene.reading.lexicons
    if scene.lower[low] in words.words("cue_words", "circumstances"):
        return True
    preposition = scene.syntax.preposition(child)
    if scene.syntax.role(child) == "oblique" and not preposition:
        return True
    if preposition not in {"in", "on", "at", "by", "for", "from", "to", "with"}:
        return False
    noun = scene.lemmas[child.i]
    return noun.isdigit() or noun in words.words("cue_words", "venues") or noun in words.words("cue_words", "times")


def clause_after(
    scene: Scene, start: int, *, sure: bool, told: bool = False, far: bool = False
) -> tuple[Range, ...]:  # fmt: skip
    """Give the rest of the sentence after a cue if it is a clause; with `sure` it need not open with "that".

    With `far` more words may stand before "that": "said during a rally in Toledo, Ohio, that".
    """
    end = scene.sentence(start - 1)[1]
    cue = start - 1
    while start < end and scene.tags[start] == "RB":
        start += 1
    that = _that_after(scene, start, end, told=told, far=far)
    if that < 0 and told:
        start, sure = _past_addressee(scene, start, end), True
    if that >= 0:
        start = that
    elif not (sure and start < end and _is_clause(scene, start, end)):
        return ()
    if not any(tag in _FINITE or (that >= 0 and tag == "VBN") for tag in scene.tags[start:end]):
        return ()
    return phrase_content(scene, start, end, cue)


def _past_addressee(scene: Scene, start: int, end: int) -> int:
    """Give where a clause may begin after who is told: "told the jury | the caller had hung up"."""
    at = start
    while at < end and scene.tags[at] in {"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$"}:
        if at > start and scene.tags[at] in {"DT", "PRP", "PRP$"} and scene.tags[at - 1] in _NOUNS:
            return at
        at += 1
    return end


_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})


def _that_after(scene: Scene, start: int, end: int, *, told: bool, far: bool = False) -> int:
    """The "that" which an addressee or a day may keep from its verb: "told the board on Friday that"; -1 for none."""
    for at in range(start, min(start + (16 if far else 7), end)):
        if scene.lower[at] in _CLAUSE_WORDS:
            return at if at == start or _is_addressed(scene, start, at, told=told) else -1
        comma = far and scene.lower[at] == ","
        if (
            scene.tags[at] == "VBN"
            and scene.tags[at - 1] in {"DT", "PRP$"}
            and not _NOUNS.isdisjoint(scene.tags[at + 1 : at + 2])
        ):
            continue  # "in a written statement that"
        if (scene.blank[at] and not comma and scene.lower[at] != "-") or scene.tags[at][:2] in {"VB", "MD", "WD", "WP"}:
            return -1
    return -1


_CLAUSE_WORDS: Final = frozenset({"how", "that", "whether", "why"})


def _is_addressed(scene: Scene, start: int, that: int, *, told: bool) -> bool:
    """Whether words before "that" name an addressee, a day, a place: not a thing which "that" goes on about."""
    after = scene.tags[that + 1] if that + 1 < scene.size else ""
    if after in _FINITE or (scene.tags[that] == "DT" and after not in {"DT", "PRP", "PRP$", "NNP"}):
        return False
    if told:
        return True
    times = scene.reading.lexicons.words("cue_words", "times")
    named = scene.tags[that - 1] in {"NNP", "NNPS", "PRP", "CD"} or scene.lower[that - 1] in times
    return named or any(scene.tags[at] in {"IN", "TO"} for at in range(start, that))


def _is_clause(scene: Scene, start: int, end: int) -> bool:
    """Whether words open with a noun phrase that a finite verb, in no relative clause, follows."""
    if scene.tags[start] not in _CLAUSE_STARTS:
        return False
    inserted = _insertion(scene, start, end)
    for index in range(start + 1, end):
        if index in inserted:
            continue
        if scene.tags[index] in _FINITE:
            return True
        if scene.tags[index] in _RELATIVE and scene.tags[start] not in {"NN", "DT"}:
            return False
        if scene.lower[index] in {",", ":", ";"}:
            return False
    return False


_CLAUSE_STARTS: Final = frozenset(
    {"CD", "DT", "EX", "JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "PRP", "PRP$", "VBG", "WRB"}
)


def _insertion(scene: Scene, start: int, end: int) -> range:
    """Give the words between commas that describe a subject: "the caller, an elderly man, had"."""
    first = next((i for i in range(start, min(start + 6, end)) if scene.lower[i] == ","), -1)
    if first < 0 or first + 1 >= end or scene.tags[first + 1] not in _INSERTED:
        return range(0)
    second = next((i for i in range(first + 2, min(first + 14, end)) if scene.lower[i] == ","), -1)
    if second < 0 or second + 1 >= end or scene.tags[second + 1] not in _FINITE:
        return range(0)
    return range(first, second + 1)


_INSERTED: Final = frozenset({"DT", "IN", "JJ", "NNP", "PRP$", "VBG", "VBN", "WP"})


def announces(scene: Scene, start: int, end: int) -> bool:
    """Whether a reporting clause opens its sentence and its content follows at once, whatever the parse says."""
    first, last = scene.sentence(end - 1)
    before = start - 1
    while before >= first and scene.lower[before] in {"and", "but", "so", "then"}:
        before -= 1
    if before >= first and (scene.blank[before] or scene.quoted[before] >= 0):
        return False
    while end < last and scene.tags[end] == "RB":
        end += 1
    return end < last and _is_clause(scene, end, last)


def clause_before(scene: Scene, start: int, end: int) -> tuple[Range, ...]:
    """Give the clause that a reporting clause from `start` to `end` closes after a comma."""
    first, last = scene.sentence(start)
    comma = start - 1
    if comma <= first + 1 or scene.lower[comma] != "," or scene.lower[first] in _OPENERS:
        return ()
    if end < last and not scene.blank[end] and scene.tags[end] not in {"IN", "RB", "TO", "NNP", "VBG"}:
        return ()
    if not any(tag in _FINITE for tag in scene.tags[first:comma]):
        return ()
    return phrase_content(scene, first, comma, start) + taken_up(scene, start, end)


def taken_up(scene: Scene, start: int, end: int) -> tuple[Range, ...]:
    """Give the words of "The tunnel will open, engineers concede, a year late" that go on after the second comma."""
    last = scene.sentence(start)[1]
    if end + 1 >= last or not scene.lower[start - 1] == scene.lower[end] == ",":
        return ()
    if scene.lower[end + 1] in {"as", "which", "while", "who", "whose"} or scene.tags[end + 1] in {"VBG", "VBN"}:
        return ()
    return phrase_content(scene, end + 1, last, end)


def listed(scene: Scene, end: int) -> int:
    """Go on over a list of quoted words: 'spoke of "headwinds", "legacy costs" and, twice, "the weather"'."""
    at = end
    while at < scene.size and scene.quoted[end - 1] >= 0:
        while at < scene.size and (scene.lower[at] in {",", "and", "or"} or scene.tags[at] == "RB"):
            at += 1
        if at in {end, scene.size} or scene.quoted[at] < 0:
            return end
        end = at = scene.quotation_ranges[scene.quoted[at]][1]
    return end


def phrase_content(scene: Scene, start: int, end: int, cue: int) -> tuple[Range, ...]:
    """Give a range of words as content."""
    return _tidy(scene, [(start, end)], cue)


def _tidy(scene: Scene, pieces: Sequence[Range], cue: int) -> tuple[Range, ...]:
    found: list[Range] = []
    for start, end in pieces:
        tidy = tidied(scene, start, end, cue)
        if tidy is not None:
            found.append(tidy)
    return tuple(found)


def tidied(scene: Scene, start: int, end: int, cue: int) -> Range | None:
    """Give a range without punctuation, "and" and stray marks at its edges, None if nothing is left.

    It takes the quotations it holds whole, unless the cue stands inside one: then it stays in there.
    """
    inside = scene.quoted[cue]
    if inside >= 0:
        first, stop = scene.quotation_ranges[inside]
        start, end = max(start, first + scene.blank[first]), min(end, stop - scene.blank[stop - 1])
    while start < end and (_is_stray(scene, start, opening=True) or _is_loose(scene, start, start + 1)):
        start += 1
    while start < end and (_is_stray(scene, end - 1, opening=False) or _is_loose(scene, end - 1, end - 2)):
        end -= 1
    if start >= end:
        return None
    return (start, end) if inside >= 0 else scene.grown(start, end)


def _is_loose(scene: Scene, index: int, beside: int) -> bool:
    """Whether a word only joins a content to the text: "and", or "however" that a comma parts from it."""
    if scene.lower[index] in _LINKS:
        return 0 <= beside < scene.size and scene.lower[beside] == ","
    return beside > index and scene.lower[index] in _LOOSE_STARTS


_LINKS: Final = frozenset({"however", "meanwhile", "though"})


def _is_stray(scene: Scene, index: int, *, opening: bool) -> bool:
    if not scene.blank[index] or scene.lower[index] in {"$", "£", "€", "#"}:
        return False
    number = scene.quoted[index]
    if number < 0:
        return scene.lower[index] not in ({"("} if opening else {")", "%"})
    first, last = scene.quotation_ranges[number]
    return index == (last - 1 if opening else first)
