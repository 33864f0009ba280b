"""What stands between quotation marks, and whose words they are."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from newsfacts import Quotation, Reading
from newsfacts.steps.entities.lists import NameLists
from newsfacts.steps.entities.words import Words

_OPENING = frozenset({"“", "«", "``"})
_CLOSING = frozenset({"”", "»"})
_EITHER = frozenset({'"', "''"})
_REACH = 14


@frozen
class Quoted:
    """Quoted words: a token range, and the word that names who says them, where it is beside them."""

    start: int
    end: int
    speaker: int | None = None


def quotes_of(reading: Reading, words: Words, lists: NameLists) -> list[Quoted]:
    """Give what is quoted; what goes on from another quotation, or only follows it, has that one's speaker."""
    found: list[Quoted] = []
    goes_on = False
    for quotation in reading.all(Quotation):
        if not quotation.speech:
            continue
        start, end = reading.token_range(quotation.span)
        speaker = _speaker(start, end, words, lists)
        if speaker is None and found and (goes_on or _follows(found[-1].end, start, end, words)):
            speaker = found[-1].speaker
        found.append(Quoted(start, end, speaker))
        goes_on = quotation.continued
    return found


def _follows(before: int, start: int, end: int, words: Words) -> bool:
    """Whether a quotation is of the same paragraph as one before, or opens the next with a sentence of its own."""
    breaks = [index for index in range(before, start) if "\n" in words.texts[index]]
    opens = len(breaks) == 1 and breaks[0] == start - 1
    return not breaks or (opens and words.text(end - 2) in {".", "?", "!"})


def _speaker(start: int, end: int, words: Words, lists: NameLists) -> int | None:
    """The subject of the verb of speech right after a quotation, or else right before it."""
    closed = words.text(end - 2) == "."  # what follows is another sentence, often of the next speaker
    reach = range(end, end if closed else min(end + _REACH, len(words)))
    after = next((i for i in _until(reach, words) if _is_speech(i, words, lists)), None)
    if after is not None and (found := _subject(after, end, words)) is not None:
        return found
    before = next(
        (i for i in _until(range(start - 1, max(start - _REACH, -1), -1), words) if _is_speech(i, words, lists)), None
    )
    return None if before is None else _subject(before, 0, words)


def _until(indices: range, words: Words) -> Iterator[int]:
    """The words up to the end of a sentence, a line, or another quotation."""
    for index in indices:
        text = words.texts[index]
        if text in {".", "?", "!"} or "\n" in text or text in _OPENING | _CLOSING | _EITHER:
            return
        yield index


def _is_speech(index: int, words: Words, lists: NameLists) -> bool:
    return words.lemmas[index] in lists.speech and words.tags[index][:2] == "VB"


def _subject(verb: int, first: int, words: Words) -> int | None:
    """Who speaks: the subject, or the name or pronoun that touches the verb; nobody after "told"."""
    subject, told = words.syntax.subject(words.reading.words[verb]), words.lemmas[verb] == "tell"
    if subject is not None and first <= subject.i < verb + _REACH and not (told and subject.i > verb):
        return subject.i
    before = verb - 1 - (words.text(verb - 1) == ",")  # "the owner, Peter Venn, told"
    for index in (before,) if told else (before, verb + 1):
        if first <= index < len(words) and words.tags[index] in {"NNP", "PRP"}:
            return index
    return None
