"""Blocks, headlines, datelines, credits and dates of publication."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts import Reading, Span
from newsfacts.steps.layout import Blocks, Credits, Datelines, Headlines, Publication

BLANK = spacy.blank("en")
HEADLINE = "Ferry lines agree to share the northern ports"
BODY = (
    (
        "Two ferry lines that have fought over the northern ports for a decade agreed on Monday to share them, ending "
        "a row that had left islanders without a reliable boat in the winter months."
    ),
    (
        "Under the deal the lines will sail on alternate days and honour each other’s tickets until the end of next "
        "year, when the ministry is to decide whether to put the route out to tender again."
    ),
    (
        "Islanders welcomed it but asked why it had taken so long, and the mayor of the largest island said that he "
        "would believe in the new timetable when he had seen it kept for a whole winter."
    ),
)


def page(*head, tail=(), body=BODY):
    return "\n".join([HEADLINE, *head, *body, *tail])


def facts(step, text, **metadata):
    doc = BLANK(text)
    blocks = tuple(Blocks().extract(Reading.of(text, doc, **metadata)))
    return list(step.extract(Reading.of(text, doc, facts=blocks, **metadata)))


def roles(text, **metadata):
    return [(fact.role, fact.span.of(text).strip()) for fact in facts(Blocks(), text, **metadata)]


def role_of(line, *, tail=False):
    text = page(tail=[line]) if tail else page(line)
    return next(role for role, words in roles(text) if words == line)


# --- blocks
@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Nora Feld", "byline"),
        ("December 19, 2023, 12:34 PM", "date"),
        ("Published Tuesday 5:12PM", "date"),
        ("FILE - A ferry leaves the port of the main island on a calm day last summer.", "caption"),
        ("A ferry leaves the port. (AP Photo/Nora Feld, File)", "caption"),
        ("Feld/Getty Images", "caption"),
        ("A ferry leaves the port. | Nora Feld/Harbour Pictures via AFP", "caption"),
        ("A ferry leaves the port. (credit: after a drawing by Ida Quill (1902))", "caption"),
        ("A ferry leaves the port. Image: from the webcam of the port", "caption"),
        ("A ferry leaves the port. Nora Feld/Getty Images hide caption", "caption"),
        ("Share on Facebook", "boilerplate"),
        ("Facebook Email Twitter LinkedIn Copy Link", "boilerplate"),
        ("10 minute read", "boilerplate"),
        ("Sign up for our newsletter to get the news of the islands every morning.", "boilerplate"),
    ],
)
def test_lines_above_the_story_are_known_for_what_they_are(line, role):
    assert role_of(line) == role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("(Reporting by Nora Feld; Editing by Tomas Brandt)", "credit"),
        ("Nora Feld is a reporter who covers the islands and their ports.", "bio"),
        ("Follow us on Facebook and Twitter", "boilerplate"),
        ("A winter of missed boats", "heading"),
        ("Share prices of both lines rose by a tenth.", "paragraph"),
        ("Senators Nora Feld (N.Y.), Ida Quill (Pa.) and Tomas Brandt (Ohio) opposed it.", "paragraph"),
        ("The plan was opposed by Nora Feld (N.Y.) and Ida Quill (Pa.).", "paragraph"),
        ("Two in three liked it in a Harbour Herald/Bloomberg Politics poll this month.", "paragraph"),
        ("He said of the image: it is a fake that somebody made up.", "paragraph"),
        ("The agency (Reuters) said that it had asked both lines (and the port).", "paragraph"),
        ("Following the deal, the ministry said it was pleased.", "paragraph"),
        ("The lines (Paulsen and Brandt) have sailed there for years.", "paragraph"),
        ("- A boat every day in the summer months", "list"),
    ],
)
def test_lines_below_the_story_are_known_for_what_they_are(line, role):
    text = page("By Nora Feld", tail=[line, BODY[0]] if role in ("heading", "list", "paragraph") else [line])
    assert next(role for role, words in roles(text) if words == line) == role


def test_running_text_is_no_boilerplate_for_want_of_a_headline():
    text = "\n".join([BODY[0] + " " + BODY[1], "Good to hear that from you.", *BODY])
    assert {role for role, _ in roles(text)} == {"paragraph"}


def test_two_words_above_running_text_are_a_headline():
    text = "\n".join(["Ferries collide", BODY[0] + " " + BODY[1], *BODY])
    assert roles(text)[0] == ("headline", "Ferries collide")
    assert roles(text.replace("Ferries collide", "Politics"))[0][0] == "heading"


def test_what_the_author_is_stands_below_the_name_at_the_end_too():
    text = page("By Nora Feld", tail=["Nora Feld", "Senior Editor", "@norafeld"])
    assert [role for role, _ in roles(text)][-3:] == ["byline", "byline", "byline"]


def test_whom_the_story_tells_of_is_no_author_with_a_biography():
    ending = "Ida Quill is a former captain of the line and its best known critic on the islands."
    told = BODY[1].replace("Under the deal", "Under the deal that Ida Quill fought")
    assert ("paragraph", ending) in roles(page(tail=[ending], body=(BODY[0], told, BODY[2])))
    assert ("bio", ending) in roles(page(tail=[ending]))


def test_what_opens_an_entry_of_a_live_blog_is_a_heading():
    text = page("16.55 GMT", "Mayor: “stay at home”", BODY[1], body=(BODY[0], BODY[2]))
    assert [role for role, words in roles(text) if words == "Mayor: “stay at home”"] == ["heading"]


def test_a_dateline_is_a_block_of_its_own():
    text = page("By Nora Feld", body=(f"TORSHAVN (AP) — {BODY[0]}", *BODY[1:]))
    assert ("dateline", "TORSHAVN (AP) —") in roles(text)
    assert ("paragraph", BODY[0]) in roles(text)


def test_a_known_headline_is_the_headline_wherever_it_stands():
    text = "\n".join(["By Nora Feld", "News", HEADLINE, *BODY])
    assert ("headline", HEADLINE) in roles(text, headline=HEADLINE)


def test_a_wrapped_paragraph_is_one_block():
    text = "\n\n".join(textwrap.fill(line, 66) for line in page("By Nora Feld", "Dec 19, 2023").split("\n"))
    paragraphs = [" ".join(words.split()) for role, words in roles(text) if role == "paragraph"]
    assert paragraphs == [*BODY]
    assert ("byline", "By Nora Feld") in roles(text)


LINES = st.sampled_from(
    [HEADLINE, *BODY, "By Nora Feld", "Share", "TORSHAVN (AP) — The boats sail.", "", "  ", "19 May 2023"]
)
BREAKS = st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"])


@given(st.lists(st.tuples(LINES, BREAKS), max_size=10))
@settings(max_examples=60, deadline=None)
def test_blocks_cover_the_text_and_do_not_overlap(parts):
    text = "".join(line + end for line, end in parts)
    blocks = facts(Blocks(), text)
    assert "".join(block.span.of(text) for block in blocks) == text


# --- headlines
@pytest.mark.parametrize(
    ("headline", "attribution"),
    [
        ("Media: Ferry lines agree to share the ports", "Media:"),
        ("Reuters: ferry lines agree to share the ports", "Reuters:"),
        ("Ferry lines: who sails where this winter", None),
    ],
)
def test_a_headline_keeps_the_source_it_names(headline, attribution):
    text = page().replace(HEADLINE, headline)
    [fact] = facts(Headlines(), text)
    assert fact.span.of(text) == headline
    assert (fact.attribution.of(text) if fact.attribution else None) == attribution


# --- datelines
@pytest.mark.parametrize(
    ("start", "dateline", "places", "agency", "day"),
    [
        ("ATLANTA -- ", "ATLANTA", ["ATLANTA"], None, None),
        ("TALLAHASSEE, Fla. (AP) — ", "TALLAHASSEE, Fla. (AP)", ["TALLAHASSEE, Fla."], "AP", None),
        ("BEIRUT/THE HAGUE, March 7 (Reuters) - ", "BEIRUT/THE HAGUE, March 7 (Reuters)", ["BEIRUT", "THE HAGUE"],
         "Reuters", "March 7"),
        ("Dec 29 (Reuters) - ", "Dec 29 (Reuters)", [], "Reuters", "Dec 29"),
        ("(CNN) ", "(CNN)", [], "CNN", None),
        ("West Palm Beach, Florida (CNN) ", "West Palm Beach, Florida (CNN)",
         ["West Palm Beach, Florida"], "CNN", None),
        ("Washington (AFP) – ", "Washington (AFP)", ["Washington"], "AFP", None),
        ("Nagpur (India) (AFP) – ", "Nagpur (India) (AFP)", ["Nagpur (India)"], "AFP", None),
        ("PUTRAJAYA, Nov 22 — ", "PUTRAJAYA, Nov 22", ["PUTRAJAYA"], None, "Nov 22"),
        ("TAMPA, Fla.- ", "TAMPA, Fla.", ["TAMPA, Fla."], None, None),
        ("WASHINGTON ― ", "WASHINGTON", ["WASHINGTON"], None, None),
        ("Brussels - ", "Brussels", ["Brussels"], None, None),
        ("MOSCOW: ", "MOSCOW", ["MOSCOW"], None, None),
        ("UNITED NATIONS -- ", "UNITED NATIONS", ["UNITED NATIONS"], None, None),
        ("KELSHAVEN, March 14 (Northern Wire) - ", "KELSHAVEN, March 14 (Northern Wire)", ["KELSHAVEN"],
         "Northern Wire", "March 14"),
        ("Kelshaven, 14 March (NWA) — ", "Kelshaven, 14 March (NWA)", ["Kelshaven"], "NWA", "14 March"),
        ("OSLO (Northern News Agency) ", "OSLO (Northern News Agency)", ["OSLO"], "Northern News Agency", None),
        ("EAST KELSHAVEN/OSLO, March 14 (NWA) - ", "EAST KELSHAVEN/OSLO, March 14 (NWA)", ["EAST KELSHAVEN", "OSLO"],
         "NWA", "March 14"),
        ("KELSHAVEN, March 14 (Seawire) - ", "KELSHAVEN, March 14 (Seawire)", ["KELSHAVEN"], "Seawire", "March 14"),
    ],
)  # fmt: skip
def test_datelines(start, dateline, places, agency, day):
    text = page("By Nora Feld", body=(start + BODY[0], *BODY[1:]))
    [fact] = facts(Datelines(), text)
    assert fact.span.of(text) == dateline
    assert [place.of(text) for place in fact.places] == places
    assert (fact.agency.of(text) if fact.agency else None) == agency
    assert (fact.date.of(text) if fact.date else None) == day


@pytest.mark.parametrize(
    ("start", "agency", "elsewhere"),
    [
        ("SANTA VELA (Quay Press Agency) – ", "Quay Press Agency", "The figures were seen by the Quay Press Agency."),
        ("SANTA VELA (Seawire) – ", "Seawire", "Nobody wished to comment when Seawire asked for the timetable."),
        ("WASHINGTON (QD) — ", "QD", "Quay Dispatch writer Nora Feld in Oslo contributed to this report."),
    ],
)
def test_an_agency_nobody_knows_is_one_where_the_page_names_it_again(start, agency, elsewhere):
    body = (start + BODY[0], *BODY[1:])
    [fact] = facts(Datelines(), text := page("By Nora Feld", body=body, tail=[elsewhere]))
    assert fact.agency is not None
    assert (fact.agency.of(text), fact.places[0].of(text)) == (agency, start.partition(" (")[0])
    assert agency == "QD" or facts(Datelines(), page("By Nora Feld", body=body)) == []


def test_an_agency_with_a_day_needs_no_town_where_the_page_names_it_again():
    told = "Nobody wished to comment when Seawire asked for the timetable."
    body = ("March 14 (Seawire) - " + BODY[0], *BODY[1:])
    [fact] = facts(Datelines(), text := page("By Nora Feld", body=body, tail=[told]))
    assert (fact.span.of(text), fact.places) == ("March 14 (Seawire)", ())
    assert facts(Datelines(), page("By Nora Feld", body=body)) == []


def test_a_dateline_may_stand_on_a_line_of_its_own():
    [fact] = facts(Datelines(), text := page("Kelshaven, 14 March (NWA)"))
    assert fact.span.of(text) == "Kelshaven, 14 March (NWA)"
    assert fact.rule == "own-line"


def test_a_dateline_opens_a_text_of_one_paragraph():
    [fact] = facts(Datelines(), text := f"KELSHAVEN (Northern Wire) - {BODY[0]} He spoke in Kelshaven.")
    assert fact.span.of(text) == "KELSHAVEN (Northern Wire)"


@pytest.mark.parametrize(
    "start",
    ["EXCLUSIVE: ", "READ MORE: ", "FILE - ", "PHOTO: ", "BUSTED: ", "FELD: ", "NORA FELD - ", "AFL-CIO ", "Feld — ",
     "LOS ANGELES, CALIFORNIA - JUNE 03: ", "THE NEW PORTS ARE NOT YET OPEN, BUT SOON - ", "Italy – ",
     "PHOTO (Northern Wire) - ", "FELD (GOP) - ",
     "FILE, March 14 (Northern Wire) - ", "NORA FELD (Northern Wire) - ", "Nora Feld (Northern Wire) - ",
     "KELSHAVEN UNITED (4-2-3-1) - ", "NWA (Northern Wire Agency) ", "SCORE (Final Report) - "],
)  # fmt: skip
def test_what_is_no_dateline(start):
    assert facts(Datelines(), page("By Nora Feld", body=(start + BODY[0], *BODY[1:]))) == []


def test_a_city_beside_the_date_is_a_dateline():
    text = page("Dec 20th 2023 | SHENZHEN")
    assert [fact.span.of(text) for fact in facts(Datelines(), text)] == ["SHENZHEN"]


# --- credits
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(Reporting by Nora Feld; Editing by Tomas Brandt.)",
         [("reporting", ["Nora Feld"]), ("editing", ["Tomas Brandt"])]),
        ("(Additional reporting by Nora Feld in Oslo, and Ida Quill in BEIJING; Writing by Tomas Brandt)",
         [("contributing", ["Nora Feld", "Ida Quill"]), ("writing", ["Tomas Brandt"])]),
        ("(Reporting and writing by Nora Feld)", [("reporting", ["Nora Feld"]), ("writing", ["Nora Feld"])]),
        ("Nora Feld contributed to this report.", [("contributing", ["Nora Feld"])]),
        ("ZNN News' Nora Feld contributed to this report.", [("contributing", ["Nora Feld"])]),
        ("Associated Press writers Nora Feld in Oslo, Norway, and Tomas Brandt in Lisbon contributed to this report.",
         [("contributing", ["Nora Feld", "Tomas Brandt"])]),
        ("The Associated Press contributed to this report.", [("contributing", ["The Associated Press"])]),
        ("Nora Feld and the Associated Press contributed to this report.",
         [("contributing", ["Nora Feld", "Associated Press"])]),
        ("Nora Feld and the Harbour Wire contributed to this report.",
         [("contributing", ["Nora Feld", "Harbour Wire"])]),
        ("Feld reported from Oslo and Brandt from Lisbon.", [("reporting", ["Feld", "Brandt"])]),
        ("With files from The Canadian Press and Nora Feld", [("contributing", ["The Canadian Press", "Nora Feld"])]),
        ("This episode was produced by Nora Feld, edited by Ida Quill and fact checked by Tomas Brandt.",
         [("producing", ["Nora Feld"]), ("editing", ["Ida Quill"]), ("fact-checking", ["Tomas Brandt"])]),
        ("Photography by Nora Feld", [("photography", ["Nora Feld"])]),
        ("—With assistance from Nora Feld", [("contributing", ["Nora Feld"])]),
        ("Translated by Nora Feld.", [("translating", ["Nora Feld"])]),
        ("He’s reported from the field for years.", []),
        ("The report was written by hand and edited by nobody.", []),
    ],
)  # fmt: skip
def test_credits(line, expected):
    text = page(tail=[line])
    found = [(fact.role, [name.of(text) for name in fact.names]) for fact in facts(Credits(), text)]
    assert sorted(found) == sorted(expected)


def test_a_credit_of_two_lines():
    text = page("By Tomas Brandt", "Fact checked by", "Nora Feld")
    [fact] = facts(Credits(), text)
    assert (fact.role, fact.names[0].of(text)) == ("fact-checking", "Nora Feld")


# --- date of publication
@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Published: Dec. 22, 2023, 1:00 a.m.", date(2023, 12, 22)),
        (
            "Last Updated: Dec. 23, 2023 at 6:33 a.m. ET First Published: Dec. 18, 2023 at 4:12 p.m. ET",
            date(2023, 12, 18),
        ),
        ("Updated 2 January 2024", date(2024, 1, 2)),
        ("2023-12-22T15:23:34Z", date(2023, 12, 22)),
        ("12/18/23 4:02pm", date(2023, 12, 18)),
        ("06/01/2026 - 13:55 GMT+1", date(2026, 1, 6)),
        ("11:58, 23 APR 2024", date(2024, 4, 23)),
        ("December 22, 20235:00 AM ET", date(2023, 12, 22)),
        ("Nora Feld, Editor, ZZDec 19, 2023, 05:30 PM", date(2023, 12, 19)),
    ],
)
def test_the_date_of_publication(line, value):
    [fact] = facts(Publication(), page(line))
    assert fact.value == value


def test_the_dates_of_a_life_date_no_page():
    line = "Nora Feld, captain, born 4 February 1936; died 29 November 2024"
    text = page(tail=[line], body=(BODY[0].replace("Two", "Nora Feld’s two"), *BODY[1:])).replace(
        HEADLINE, "Nora Feld, captain who opened the northern ports, dies at 88"
    )
    assert facts(Publication(), text) == []
    assert ("byline", line) not in roles(text)


def test_a_date_in_the_story_is_no_date_of_publication():
    text = page(tail=["The row began on March 3, 2014, when a boat of one line blocked the berth of the other."])
    assert facts(Publication(), text) == []


def test_spans_are_of_the_text():
    text = page("By Nora Feld", "Published: Dec. 22, 2023, 1:00 a.m.")
    [fact] = facts(Publication(), text)
    start = text.index("Dec. 22")
    assert fact.span == Span(start, start + len("Dec. 22, 2023"))
