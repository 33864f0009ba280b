"""Bylines: at the top and at the end, with and without a cue, one author and several."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts import Block, Byline, Lexicons, Reading
from newsfacts.steps.layout import Blocks, Bylines

BLANK = spacy.blank("en")
LEXICONS = Lexicons()  # read once
HEADLINE = "Harbour town votes to rebuild its old lighthouse"
STANDFIRST = "Residents backed the plan by a wide margin after months of debate about the cost."
BODY = (
    (
        "The council of the small harbour town voted late on Tuesday to rebuild the lighthouse that a storm damaged "
        "three winters ago, and it set aside two million euros for the work, which is to begin in the spring."
    ),
    (
        "Fishermen had asked for the light to be restored since the first winter, when two boats ran aground on the "
        "rocks outside the entrance of the port and their crews had to be saved by a helicopter of the coast guard."
    ),
    (
        "“It is the best news in years,” said the harbour master, who has kept the log of the port for two decades "
        "and who wrote to the council every month to remind its members of the promise they had made."
    ),
)


def page(*head, tail=()):
    return "\n".join([HEADLINE, STANDFIRST, *head, *BODY, *tail])


def byline(text):
    return next(iter(Bylines().extract(Reading.of(text, BLANK(text), lexicons=LEXICONS))), None)


def names(text):
    found = byline(text)
    return [author.name.of(text) for author in found.authors] if found else []


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (["By Nora Feld"], ["Nora Feld"]),
        (["by Nora Feld - 12/19/23 4:05 PM ET"], ["Nora Feld"]),
        (["BY NORA FELD"], ["NORA FELD"]),
        (["By", "Nora Feld", "Published Tuesday 5:12PM"], ["Nora Feld"]),
        (["By Nora Feld and Tomas Brandt"], ["Nora Feld", "Tomas Brandt"]),
        (["By Nora Feld, Tomas Brandt and Ida Quill"], ["Nora Feld", "Tomas Brandt", "Ida Quill"]),
        (["By Nora Feld/Tomas Brandt"], ["Nora Feld", "Tomas Brandt"]),
        (["By Nora Feld & Tomas Brandt"], ["Nora Feld", "Tomas Brandt"]),
        (["By Nora Feld in Lisbon and Tomas Brandt in Oslo"], ["Nora Feld", "Tomas Brandt"]),
        (["By Nora Feld, Health Editor, and Tomas Brandt"], ["Nora Feld", "Tomas Brandt"]),
        (["By Nora Feld | nf@example.com | The Herald and Tomas Brandt | The Herald"], ["Nora Feld", "Tomas Brandt"]),
        (["By Nora Feld, Ida Quill", "and Tomas Brandt"], ["Nora Feld", "Ida Quill", "Tomas Brandt"]),
        (["By", "Nora Feld", ",", "Tomas Brandt"], ["Nora Feld", "Tomas Brandt"]),
        (["Nora Feld", "Dec 19, 2023"], ["Nora Feld"]),
        (["Nora Feld", "Political reporter @norafeld", "Tuesday 19 December 2023 17:23, UK"], ["Nora Feld"]),
        (["Nora Feld@norafeld", "Dec 19, 2023"], ["Nora Feld"]),
        (["Nora Feld December 19, 2023"], ["Nora Feld"]),
        (["Author:", "Nora Feld", "Dec 19, 2023"], ["Nora Feld"]),
        (["Dec 19, 2023 at 1:39 pm | By Nora F"], ["Nora F"]),
        (["posted on 2023-12-19 23:30 EST by Nora Isabel Feld"], ["Nora Isabel Feld"]),
        (["By Nora Feld, Harbour Correspondent"], ["Nora Feld"]),
        (["By Nora Feld City Columnist"], ["Nora Feld"]),
        (["By Nora Feld Fox News"], ["Nora Feld"]),
        (["By Nora Feld, CNN", "Published 8:00 PM EST, Tue December 19, 2023"], ["Nora Feld"]),
        (["Nora Feld, Chief Editor, ZZDec 19, 2023, 05:30 PM"], ["Nora Feld"]),
        (["By", "Nora Feld | nfeld@example.com"], ["Nora Feld"]),
        (["By Dr. Nora de la Feld"], ["Dr. Nora de la Feld"]),
        (["By Nora Feld Jr."], ["Nora Feld Jr."]),
        (["By Nora Feld, PhD", "December 19, 2023"], ["Nora Feld"]),
        (["By Li Wei"], ["Li Wei"]),
        (["Mathias Sebusi/Mohale Phakela", "Dec 19, 2023"], ["Mathias Sebusi", "Mohale Phakela"]),
        (["By Jim Feld Cherry Hill Courier-Post"], ["Jim Feld"]),
        (["News | Published: 5 hours ago | Last Updated: 5 hours ago | Written by Nora Feld"], ["Nora Feld"]),
        (["By Nguyen Thi Lan"], ["Nguyen Thi Lan"]),
        (["By The Associated Press"], ["The Associated Press"]),
        (["Reuters", "Fri 22 Dec 2023 12.10 CET"], ["Reuters"]),
        (["Harbour Herald staff", "Dec 19, 2023"], ["Harbour Herald staff"]),
        (["From staff reports"], ["staff reports"]),
        (["Review by Nora Feld Contributor", "Published on 19 Dec 2023"], ["Nora Feld"]),
        (["COMMENTARY BY", "Nora Feld, Ph.D.", "Senior Research Fellow"], ["Nora Feld"]),
        (["By Guest Columnist Nora Feld"], ["Nora Feld"]),
        (["By health editor Nora Feld and Tomas Brandt"], ["Nora Feld", "Tomas Brandt"]),
        (["By BBC reporter Nora Feld"], ["Nora Feld"]),
        (["By the Editorial Board"], ["Editorial Board"]),
        (["By Team Courant | Dec 19, 2023"], ["Team Courant"]),
        (["By Staff Writer Nora Feld"], ["Nora Feld"]),
        (["By José Luis Ortiz de la Vega"], ["José Luis Ortiz de la Vega"]),
        (["By Leila bint Rashid"], ["Leila bint Rashid"]),
        (["By Suryadi, Harbour Correspondent"], ["Suryadi"]),
        (["Xu Zhiyuan", "Chief Harbour Reporter", "Dec 19, 2023"], ["Xu Zhiyuan"]),
        (["Nora Feld for The Harbour Courant"], ["Nora Feld"]),
        (["Nora Feld, Special to The Courant"], ["Nora Feld"]),
        (["From Nora Feld in Lisbon"], ["Nora Feld"]),
        (["(By Nora Feld)"], ["Nora Feld"]),
        (["[By Nora Feld]"], ["Nora Feld"]),
    ],
)
def test_authors_under_the_headline(lines, authors):
    assert names(page(*lines)) == authors


@pytest.mark.parametrize("line", ["By Nora Feld", "by Nora Feld and Tomas Brandt", "Nora Feld", "Harbour Herald staff"])
def test_a_byline_at_the_end(line):
    text = page(tail=[line])
    assert names(text) == names(page(line, "Dec 19, 2023"))
    assert byline(text).span.of(text) == line


def test_the_span_runs_from_the_cue_to_the_end_of_the_last_name():
    text = page("By", "Nora Feld, Tomas Brandt | The Harbour Herald", "Dec 19, 2023")
    assert byline(text).span.of(text) == "By\nNora Feld, Tomas Brandt"


def test_an_author_keeps_place_mail_handle_and_form():
    text = page("By Nora Feld in Lisbon | nfeld@example.com")
    [author] = byline(text).authors
    assert author.location.of(text) == "Lisbon"
    assert author.email.of(text) == "nfeld@example.com"
    assert author.form == "person"
    text = page("By Nora Feld @norafeld", "Dec 19, 2023")
    assert byline(text).authors[0].handle.of(text) == "@norafeld"
    text = page("By Reuters")
    assert byline(text).authors[0].form == "organisation"


def test_the_line_under_a_name_tells_for_whom_the_author_writes():
    text = page("By Nora Feld", "Transport correspondent, Harbour News")
    [author] = byline(text).authors
    assert author.affiliation is not None
    assert author.affiliation.of(text) == "Harbour News"


def test_without_a_byline_the_reporters_of_the_credits_are_the_authors():
    text = page(tail=["(Reporting by Nora Feld and Tomas Brandt; Editing by Ida Quill)"])
    assert names(text) == ["Nora Feld", "Tomas Brandt"]
    assert {(author.role, author.evidence) for author in byline(text).authors} == {("reporting", "credit")}
    assert names(page(tail=["Feld reported from Oslo."])) == []


@pytest.mark.parametrize(
    "line",
    [
        "By 2030, half of the boats will be electric.",
        "By Thanksgiving, Feld had begun to doubt the plan.",
        "By June 2013, lawyers had taken over.",
        "By now people know the light by heart.",
        "From Nora Feld writing at The Harbour Post:",
        "From Nora Feld in Lisbon comes a letter of thanks",
        "By the numbers",
        "By the Book",
        "By Popular Demand",
        "By Special Arrangement",
        "(By comparison, the old light cost half as much.)",
        "Chief Harbour Officer",
        "NORA FELD, BYLINE: Good to be with you.",
        "Photography by Nora Feld",
        "Fact checked by Nora Feld",
        "Follow Nora Feld on Twitter @norafeld.",
        "(Photo by Nora Feld/Getty Images)",
        "Nora Feld said on Tuesday that the vote was fair.",
        "Read More",
        "Share on Facebook",
        "Old Lighthouse",
    ],
)
def test_what_is_no_byline(line):
    assert names(page(line)) == []
    assert names(page(tail=[line])) == []


def test_whom_the_story_names_is_not_its_author():
    text = page("Nora Feld").replace("the harbour master,", "Nora Feld, the harbour master,")
    assert names(text.replace("Fishermen had", "Nora Feld and others had")) == []


def test_bylines_of_two_lines_are_one():
    text = page("By Nora Feld December 19, 2023", "By Tomas Brandt December 19, 2023")
    assert names(text) == ["Nora Feld", "Tomas Brandt"]
    [block] = [b for b in Blocks().extract(Reading.of(text, BLANK(text), lexicons=LEXICONS)) if b.role == "byline"]
    assert "Nora" in block.span.of(text)
    assert "Tomas" in block.span.of(text)


def test_the_parser_tells_a_person_from_other_names():
    text = page("Zzyma Quorl", "Dec 19, 2023")
    doc = BLANK(text)
    start = text.index("Zzyma")
    span = doc.char_span(start, start + len("Zzyma Quorl"), label="PERSON")
    doc.ents = [span]
    as_person = next(iter(Bylines().extract(Reading.of(text, doc))), None)
    assert as_person
    assert as_person.authors[0].name.of(text) == "Zzyma Quorl"


# --- properties
FIRST = st.sampled_from(["Nora", "Tomas", "Ida", "Priya", "Kwame", "Elena", "Hugo", "Leila"])
LAST = st.sampled_from(["Feld", "Brandt", "Quill", "Okafor", "Marchetti", "O’Dowd", "Vance-Holt", "Sørby"])
NAME = st.builds("{} {}".format, FIRST, LAST)
NAMES = st.lists(NAME, min_size=1, max_size=3, unique=True)
NOISE = st.lists(st.sampled_from(["Share", "Share on Facebook", "Comments", "Copy link", ""]), max_size=3)


def listed(people, last="and"):
    return people[0] if len(people) == 1 else f"{', '.join(people[:-1])} {last} {people[-1]}"


@given(NAMES)
@settings(max_examples=40, deadline=None)
def test_all_ways_to_list_authors_give_the_same_people(people):
    expected = [*people]
    for line in (listed(people), listed(people, "&"), "/".join(people), " and ".join(people)):
        assert names(page(f"By {line}", "Dec 19, 2023")) == expected


@given(NAMES, NOISE, NOISE, st.booleans())
@settings(max_examples=40, deadline=None)
def test_share_words_and_blank_lines_change_no_author(people, before, after, carriage):
    text = page(*before, f"By {listed(people)}", "Dec 19, 2023", *after)
    assert names(text.replace("\n", "\r\n") if carriage else text) == people
    assert names(text.replace("By ", "By\u00a0")) == people


@given(NAMES)
@settings(max_examples=30, deadline=None)
def test_moving_the_byline_to_the_end_keeps_the_authors(people):
    assert names(page(tail=[f"By {listed(people)}"])) == names(page(f"By {listed(people)}")) == people


@given(st.sampled_from(["2030", "Christmas", "the end of May", "Monday", "a wide margin", "noon", "Thanksgiving 2022"]))
@settings(max_examples=7, deadline=None)
def test_by_a_time_is_never_an_author(time):
    assert names(page(f"By {time}")) == []


@given(st.text(alphabet="By Nora Feld,\n\r\u00a0.2023|@-", max_size=120))
@settings(max_examples=60, deadline=None)
def test_spans_index_the_text_and_blocks_cover_it(text):
    reading = Reading.of(text, BLANK(text), lexicons=LEXICONS)
    for found in Bylines().extract(reading):
        assert isinstance(found, Byline)
        assert all(author.name.of(text).strip() for author in found.authors)
    blocks = list(Blocks().extract(reading))
    assert "".join(block.span.of(text) for block in blocks) == text
    assert all(isinstance(block, Block) for block in blocks)
