"""The page as lines with their pieces, made once for all that looks at it."""

from __future__ import annotations

from functools import cached_property

from attrs import frozen
from spacy.tokens import Doc

from newsfacts import Reading, Span
from newsfacts.steps.layout.dates import DateFound, dates_in
from newsfacts.steps.layout.lines import Line, Piece, lines_of, pieces_of
from newsfacts.steps.layout.words import Words

LONG = 160
HEAD_LINES = 45
TAIL_LINES = 4
SHORT = 240
SHORT_LINE = 90
BUTTON = 45
LONGEST_CALL = 320
LONGEST_CAPTION = 700
CREDIT = 120
SOURCE = 8


@frozen(eq=False)
class Page:
    """The lines of a text, and what they hold; `doc` tells whom the parser takes for a person."""

    text: str
    lines: tuple[Line, ...]
    words: Words
    doc: Doc | None = None

    @staticmethod
    def of(reading: Reading) -> Page:
        """Give the page of a reading."""
        return Page(reading.text, lines_of(reading.text), Words.of(reading.lexicons), reading.doc)

    @cached_property
    def _parsed_names(self) -> Doc | None:
        """The document, if it has names."""
        return self.doc if self.doc is not None and self.doc.has_annotation("ENT_IOB") else None

    @cached_property
    def _pieces(self) -> dict[int, tuple[Piece, ...]]:
        return {}

    @cached_property
    def _captions(self) -> dict[int, bool]:
        return {}

    @cached_property
    def _dates(self) -> dict[int, tuple[DateFound, ...]]:
        return {}

    def dates(self, number: int) -> tuple[DateFound, ...]:
        """Give the whole dates of a line (of its beginning, where it is long)."""
        if number not in self._dates:
            line = self.lines[number]
            self._dates[number] = dates_in(line.text[:SHORT], line.start)
        return self._dates[number]

    def pieces(self, number: int) -> tuple[Piece, ...]:
        """Give the pieces of a line (of its beginning, where it is long)."""
        if number not in self._pieces:
            line = self.lines[number]
            dates = tuple(found.span for found in self.dates(number))
            self._pieces[number] = pieces_of(line.text[:SHORT], line.start, dates)
        return self._pieces[number]

    @cached_property
    def body_start(self) -> int:
        """The number of the first line of the running text: a long one under the byline and the date."""
        long = [line.number for line in self.lines[1:] if len(line.text) >= LONG and not self.is_caption(line.number)]
        first = next((n for n in long if not self._heads_follow(n)), None)
        return first if first is not None else long[0] if long else min(len(self.lines), 12)

    def _heads_follow(self, number: int) -> bool:
        """Tell whether a byline or a date stands on one of the next lines: a long line before them is a standfirst."""
        if number > HEAD_LINES // 2:
            return False
        long = 0
        for n in range(number + 1, min(number + 9, len(self.lines) - 1)):
            low = self.folded(n)
            long += len(low) >= LONG
            if long > 1:
                return False
            if len(low) < SHORT_LINE and (low in self.words.labels or low.startswith("by ") or self._is_dated(n)):
                return True
        return False

    def _is_dated(self, number: int) -> bool:
        dates = self.dates(number)
        return bool(dates) and dates[0].span.start - self.lines[number].start < 40

    def is_boilerplate(self, number: int) -> bool:
        """Tell whether a line belongs to the page, not to the article: buttons, calls, counters."""
        low = self.lines[number].folded if len(self.lines[number].text) < LONGEST_CALL else ""
        if not low:
            return False
        if low.startswith(self.words.boilerplate_starts):
            return True
        if len(low) >= SHORT_LINE:
            return False
        plain = low.rstrip(".:!|")
        if plain in self.words.boilerplate or not any(c.isalnum() for c in low):
            return True
        if len(low) < BUTTON and low[-1] not in ".!?" and low.startswith(self.words.button_starts):
            return True
        words = low.split()
        shares = sum(word in self.words.boilerplate for word in words)
        return shares >= 2 and shares >= len(words) / 2

    def is_bio(self, number: int) -> bool:
        """Tell whether a line tells about an author."""
        start = self.lines[number].folded[:160]
        return any(mark in start for mark in self.words.bio_marks)

    def named_as(self, span: Span) -> str:
        """Say what the words of a span name: "person", "other", "nothing"; by a given name where there is no parse."""
        if self._parsed_names is None:
            return "person" if self.words.is_given(span.of(self.text).split()[0]) else "nothing"
        part = self._parsed_names.char_span(span.start, span.end, alignment_mode="expand")
        kinds = {token.ent_type_ for token in part} if part is not None else set()
        return "person" if "PERSON" in kinds else "other" if kinds - {""} else "nothing"

    def folded(self, number: int) -> str:
        """Give a line in lower case, "" where there is none."""
        return self.lines[number].folded if 0 <= number < len(self.lines) else ""

    def is_date_line(self, number: int) -> bool:
        """Tell whether a short line holds a date or begins with the label of one."""
        if not 0 <= number < len(self.lines) or len(self.lines[number].text) >= LONG:
            return False
        pieces, words = self.pieces(number), self.words
        return bool(self.dates(number) or words.date_labels.at(pieces, 0) or words.update_labels.at(pieces, 0))

    def is_caption(self, number: int) -> bool:
        """Tell whether a line is a caption or a picture credit."""
        if number not in self._captions:
            line = self.lines[number]
            low = line.folded
            self._captions[number] = (
                low.startswith(self.words.caption_starts)
                or (len(low) < LONGEST_CAPTION and self._ends_in_credit(line.text[-CREDIT:].replace("\u00a0", " ")))
                or (len(low) < LONG and low.rstrip(" .)/").endswith(self.words.caption_ends))
            )
        return self._captions[number]

    def _ends_in_credit(self, tail: str) -> bool:
        """Tell whether the end of a line names a picture's source: after the mark of one stand only names.

        So "(AP Photo/Ann Lee, File)" and "Ann Lee/PA via Getty Images", but not "a Post/Bloomberg poll this month".
        """
        low = tail.lower() if len(tail.lower()) == len(tail) else tail
        for mark in self.words.caption_marks:
            at = low.rfind(mark)
            if at >= 0 and self._stands_alone(mark, tail, at) and not self._reports(mark, low[:at]):
                rest = tail[at + len(mark) :]
                labelled = mark.endswith(":") and tail[at].isupper() and len(rest.split()) <= SOURCE
                if labelled or self._are_names(rest) or (mark.startswith("(") and _closes_at_end(rest)):
                    return True
        return False

    def _are_names(self, rest: str) -> bool:
        """Tell whether words are names and small words between names."""
        words = (word.strip("().,;:|/’'\"“”") for word in rest.replace("/", " ").split())
        return all(not word[:1].islower() or word.lower() in self.words.caption_joiners for word in words)

    def _reports(self, mark: str, before: str) -> bool:
        """Tell whether somebody reports via an agency."""
        words = before.split()
        return mark.startswith("via ") and bool(words) and words[-1] in self.words.relay_verbs

    def _stands_alone(self, mark: str, text: str, at: int) -> bool:
        """Tell whether no letter goes on with a mark ("(PA" but not "(Paul"), and a short agency is in capitals.

        So "(Pa.)" after a politician's name is a state.
        """
        agency = mark.strip("( /").removeprefix("via ")
        if agency in self.words.short_agencies and not text[at : at + len(mark)][-len(agency) :].isupper():
            return False
        after = text[at + len(mark) :][:1]
        return not after.isalnum() and after not in ("-", "’", "'")


def _closes_at_end(rest: str) -> bool:
    """Tell whether a bracket that is open before a text closes where the text ends."""
    depth = 1
    for place, letter in enumerate(rest):
        depth += (letter == "(") - (letter == ")")
        if not depth:
            return not rest[place:].strip(" .)")
    return False
