"""Quotation marks: how they pair, and which quotations are speech."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import Lexicons, Reading
from newsfacts.steps.sourcing import Quotations
from newsfacts.steps.sourcing.quotation_marks import pairs

BLANK = spacy.blank("en")
LEXICONS = Lexicons()


def quoted(text):
    return [pair.span.of(text) for pair in pairs(text)]


def read(text):
    reading = Reading.of(text, BLANK(text), lexicons=LEXICONS)
    return {reading[quotation.span]: quotation for quotation in Quotations().extract(reading)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We lost,” she said. “We will be back.”", ["“We lost,”", "“We will be back.”"]),
        ('"We lost," she said. "Badly."', ['"We lost,"', '"Badly."']),
        ("«Nous partons», dit-il.", ["«Nous partons»"]),
        ("The mayor said ''it is over'' twice.", ["''it is over''"]),
        ("Union ‘will not move’ on pay", ["‘will not move’"]),
        ("Don't say it's the dogs' fault, she said.", []),
        ("the '90s and the farmers' market", []),
        (
            "He said “they called it ‘a gift’ at the time” and left.",
            ["“they called it ‘a gift’ at the time”", "‘a gift’"],
        ),
        ('a 5" pipe and no quotation', []),
        ("Ms Roe's ''had me at 'harbour,''' Mr Hill wrote.", ["''had me at 'harbour,'''", "'harbour,'"]),
    ],
)
def test_marks_pair(text, found):
    assert sorted(quoted(text)) == sorted(found)


def test_an_unclosed_quotation_that_opens_its_paragraph_runs_to_its_end_and_goes_on():
    text = "“We are cold. We wait.\n“We are still here.”"
    first, second = pairs(text)
    assert (first.span.of(text), first.goes_on) == ("“We are cold. We wait.", True)
    assert (second.span.of(text), second.goes_on) == ("“We are still here.”", False)


def test_an_unclosed_quotation_inside_a_paragraph_ends_with_its_sentence():
    assert quoted("She said “it is over. The hall was empty.") == ["“it is over."]


def test_a_second_opening_mark_closes_the_first_quotation_with_its_sentence():
    assert quoted("He said “it is over. “Then” she left.") == ["“it is over.", "“Then”"]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„`", max_size=60))
def test_pairing_never_fails_and_outer_quotations_never_overlap(text):
    spans = [pair.span for pair in pairs(text) if pair.marks != "single"]
    assert all(span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "part", "speech"),
    [
        ("“We lost,” she said.", "“We lost,”", True),
        ("Hill said: “Never.”", "“Never.”", True),
        ("Campaigners shouted “shame” from the gallery.", "“shame”", True),
        ("The “free” bus costs two euros.", "“free”", False),
        ("The song “Home Is Far” was played.", "“Home Is Far”", False),
        ("a so-called “summit on the bridge and the ferry”", "“summit on the bridge and the ferry”", False),
        (
            "He called it a plan “that nobody in the town had ever asked for”.",
            "“that nobody in the town had ever asked for”",
            True,
        ),
    ],
)
def test_scare_quotes_and_titles_are_no_speech(text, part, speech):
    assert read(text)[part].speech is speech
