"""Times: each rule with a sentence, the date it is read on, and what it must give."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import Pipeline, Reading, TimeExpression
from newsfacts.steps.times import Times
from newsfacts.testing.parses import sketch

BLANK = spacy.blank("en")
MONDAY = "2024-11-18"


def times(text: str, published: str | None = MONDAY) -> list[TimeExpression]:
    """Give the times of a text without a parse."""
    return sorted(Times().extract(Reading.of(text, BLANK(text), published=published)), key=lambda fact: fact.span)


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        # dates of the calendar
        ("The treaty was signed on 5 March 2019 in Oslo.", "5 March 2019", "DATE", "2019-03-05"),
        ("The treaty was signed on March 5th, 2019, in Oslo.", "March 5th, 2019", "DATE", "2019-03-05"),
        ("They met on Monday, March 4, 2019, in Oslo.", "Monday, March 4, 2019", "DATE", "2019-03-04"),
        ("The hearing is set for the 12th of December.", "the 12th of December", "DATE", "2024-12-12"),
        ("The law dates from Sept. 2011.", "Sept. 2011", "DATE", "2011-09"),
        ("The file is dated 2023-07-31.", "2023-07-31", "DATE", "2023-07-31"),
        ("The form was stamped 7/31/23.", "7/31/23", "DATE", "2023-07-31"),
        ("The letter is dated 31.07.2023 and unsigned.", "31.07.2023", "DATE", "2023-07-31"),
        ("The mine closed in 1987.", "1987", "DATE", "1987"),
        ("The mine closed in the 1980s.", "the 1980s", "DATE", "198"),
        ("The mine closed in the late 1980s.", "the late 1980s", "DATE", "198"),
        ("The mine opened in the sixties.", "the sixties", "DATE", "196"),
        ("The fort was built in the 17th century.", "the 17th century", "DATE", "16"),
        ("The bridge should open in mid-2026.", "mid-2026", "DATE", "2026"),
        ("Output fell in the third quarter of 2023.", "the third quarter of 2023", "DATE", "2023-Q3"),
        ("Output fell in Q3 2023.", "Q3 2023", "DATE", "2023-Q3"),
        ("Output fell in the first half of last year.", "the first half of last year", "DATE", "2023-H1"),
        ("The grant runs to fiscal 2025.", "fiscal 2025", "DATE", "FY2025"),
        ("The fees rise in 2025/26.", "2025/26", "DATE", "2025/2026"),
        ("The miners struck in 1984-85.", "1984-85", "DATE", "1984/1985"),
        ("Floods hit the town in summer 2021.", "summer 2021", "DATE", "2021-SU"),
        ("Shops closed on Christmas Eve 2022.", "Christmas Eve 2022", "DATE", "2022-12-24"),
        ("Shops closed on Good Friday 2024.", "Good Friday 2024", "DATE", "2024-03-29"),
        # told from the day of publication
        ("The court ruled on Friday.", "Friday", "DATE", "2024-11-15"),
        ("The court ruled on Monday.", "Monday", "DATE", "2024-11-18"),
        ("The court ruled last Friday.", "last Friday", "DATE", "2024-11-15"),
        ("The court ruled on Friday morning.", "Friday morning", "TIME", "2024-11-15TMO"),
        ("The court ruled yesterday.", "yesterday", "DATE", "2024-11-17"),
        ("The court ruled last week.", "last week", "DATE", "2024-W46"),
        ("The court ruled earlier this year.", "earlier this year", "DATE", "2024"),
        ("The court ruled two weeks ago.", "two weeks ago", "DATE", "2024-W45"),
        ("The court ruled decades ago.", "decades ago", "DATE", "PAST_REF"),
        ("The court ruled last night.", "last night", "TIME", "2024-11-17TNI"),
        ("The court ruled in May.", "May", "DATE", "2024-05"),
        ("The budget is due by year end.", "year end", "DATE", "2024"),
        ("Prices rose in the second week of May.", "the second week of May", "DATE", "2024-W19"),
        # times of day
        ("Polls close at 8:30 p.m.", "8:30 p.m.", "TIME", "2024-11-18T20:30"),
        ("Polls closed at 18:00 GMT Sunday.", "18:00 GMT Sunday", "TIME", "2024-11-17T18:00Z"),
        ("Polls closed at noon.", "noon", "TIME", "2024-11-18T12:00"),
        ("Shares were up 5% by 1130 GMT.", "1130 GMT", "TIME", "2024-11-18T11:30Z"),
        # lengths
        ("The siege lasted two weeks.", "two weeks", "DURATION", "P2W"),
        ("The siege lasted more than a decade.", "more than a decade", "DURATION", "P1DE"),
        ("The 12-year war is over.", "12-year", "DURATION", "P12Y"),
        ("The trial is to last three weeks.", "three weeks", "DURATION", "P3W"),
        ("It took two and a half years.", "two and a half years", "DURATION", "P2.5Y"),
        ("It rained for several hours.", "several hours", "DURATION", "PTXH"),
        ("Storms raged over the past nine days.", "the past nine days", "DURATION", "P9D"),
        ("He spent the final months of his term abroad.", "the final months", "DURATION", "PXM"),
        # times that come back
        ("The council meets every Monday.", "every Monday", "SET", "XXXX-WXX-1"),
        ("The council meets twice a month.", "twice a month", "SET", "P1M"),
        ("The council holds an annual vote.", "annual", "SET", "P1Y"),
        # no exact time
        ("The council is currently split.", "currently", "DATE", "PRESENT_REF"),
        ("In the past, the council was split.", "the past", "DATE", "PAST_REF"),
        ("Rents doubled in recent years.", "recent years", "DATE", "PAST_REF"),
    ],
)  # fmt: skip
def test_an_expression_has_its_words_type_and_value(text, words, kind, value):
    [found] = times(text)
    assert (found.span.of(text), found.type, found.value) == (words, kind, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The talks failed in May.", "XXXX-05"),
        ("The talks failed on 14 May.", "XXXX-05-14"),
        ("The talks failed on Friday.", "XXXX-WXX-5"),
        ("The talks failed yesterday.", "XXXX-XX-XX"),
        ("The talks failed last year.", "XXXX"),
        ("The talks failed in the third quarter.", "XXXX-Q3"),
    ],
)
def test_without_a_day_of_publication_the_value_stays_open(text, value):
    [found] = times(text, published=None)
    assert (found.value, found.start, found.anchor) == (value, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Officials may resign.",
        "Protesters march through town.",
        "The town is 1,987 metres high.",
        "She is 34 years old.",
        "It cost $2024 in all.",
        "Second, the plan is weak.",
        "The second plan is weak.",
    ],
)
def test_words_that_only_look_like_times_are_none(text):
    assert times(text) == []


def test_a_round_number_before_a_plural_is_no_year(pipeline: Pipeline):
    assert pipeline("The plant employs 2000 workers.").times == ()


def test_a_value_is_also_an_interval():
    [found] = times("Output fell in the second quarter of 2024.")
    assert (found.start, found.end) == ("2024-04-01", "2024-06-30")


def test_dates_on_two_lines_are_two():
    text = "Markets stay shut until Friday\nSeptember 18, 2008\nThe exchange said so."
    assert [t.span.of(text) for t in times(text)] == ["Friday", "September 18, 2008"]


def test_a_time_told_before_anchors_the_next_one():
    first, second = times("The bridge fell on 3 March 2020. Two days later it was rebuilt.")
    assert (second.value, second.anchor) == ("2020-03-05", first.ref)


def test_the_same_month_a_year_ago_is_a_year_before_the_month_told():
    first, second = times("In March 2021 sales fell, compared with the same month a year ago.")
    assert (first.value, second.value) == ("2021-03", "2020-03")


def test_a_modifier_is_kept():
    [found] = times("The road was closed for at least three days.")
    assert (found.mod, found.value) == ("EQUAL_OR_MORE", "P3D")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ministry will publish the list in March.", "2025-03"),
        ("The ministry published the list in March.", "2024-03"),
        ("The minister will speak on Thursday.", "2024-11-21"),
        ("The minister spoke on Thursday.", "2024-11-14"),
        ("The ministry plans to open the archive in June.", "2025-06"),
        ("The company said it may raise fares in May.", "2025-05"),
        ("A hearing has been set for May 9.", "2025-05-09"),
        ("Commuters were told to expect no trains on Wednesday.", "2024-11-20"),
        ("The keeper is injured and has been out since June.", "2024-06"),
        ("Holders will receive a premium to Friday's closing price.", "2024-11-15"),
    ],
)
def test_the_tense_of_the_clause_says_where_to_look(pipeline: Pipeline, text, value):
    assert [t.value for t in pipeline(text, published=MONDAY).times] == [value]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Hill will cut the levy once she takes office.", "once she takes office"),
        ("The price of bread rises as the drought worsens.", "as the drought worsens"),
        ("The village was rebuilt after the flood of 1998.", "after the flood of 1998"),
        ("The mayor resigned before the vote.", "before the vote"),
        ("The mayor fell ill while visiting Lyon.", "while visiting Lyon"),
    ],
)
def test_a_time_is_told_by_an_event(pipeline: Pipeline, text, words):
    told = [t for t in pipeline(text).times if t.form == "EVENT_ANCHORED"]
    assert [(t.span.of(text), t.value) for t in told] == [(words, None)]


@pytest.mark.parametrize("arc", ["4/case", "10/mark"])
def test_a_verb_taken_for_a_noun_still_tells_a_time(arc):
    doc = sketch(
        f"As|as/IN/{arc} the/DT/4/det drought/NN/4/compound worsens|worsen/NNS/10/nsubj ,/,/10/punct "
        "the/DT/7/det price/NN/10/nsubj of/IN/9/case bread/NN/7/nmod rises|rise/VBZ/0/root"
    )
    [told] = (t for t in Times().extract(Reading.of(doc.text, doc)) if t.form == "EVENT_ANCHORED")
    assert (told.span.of(doc.text), told.rule) == ("As the drought worsens", "as-clause")


@pytest.mark.parametrize(
    "text",
    [
        "While the ministry has not confirmed it, the army has.",
        "As the ministry said, the bridge is safe.",
        "The bridge serves as a symbol.",
    ],
)
def test_contrast_and_comparison_are_no_times(pipeline: Pipeline, text):
    assert pipeline(text).times == ()


@pytest.mark.parametrize(
    "words",
    [
        (
            "She/PRP/4/nsubj did|do/VBD/4/aux not/RB/4/advmod say/VB/0/root when/WRB/7/mark she/PRP/7/nsubj "
            "left|leave/VBD/4/advcl"
        ),
        "It/PRP/4/nsubj was|be/VBD/4/cop as/RB/4/advmod bad/JJ/0/root as/IN/7/mark it/PRP/7/nsubj gets|get/VBZ/4/advcl",
    ],
)
def test_a_question_and_a_measure_are_no_times(words):
    doc = sketch(words)
    assert list(Times().extract(Reading.of(doc.text, doc))) == []


def test_an_anchored_time_knows_its_event(pipeline: Pipeline):
    from newsfacts import TimeAnchor

    article = pipeline("Ann Hill will cut the levy once she takes office.")
    [anchor] = article.all(TimeAnchor)
    assert (article[article[anchor.event].span], anchor.relation) == ("takes", "AFTER")


def test_how_often_it_happened_is_an_ordinal():
    [found] = times("The two leaders met for the third time.")
    assert (found.form, found.ordinal, found.type) == ("OCCURRENCE_ORDINAL", 3, None)


DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))


@given(day=DAYS, style=st.sampled_from(["%-d %B %Y", "%B %-d, %Y", "%A, %B %-d, %Y", "%Y-%m-%d"]))
def test_a_planted_date_comes_back(day, style):
    words = day.strftime(style)
    text = f"The vote was held on {words} in Bern."
    assert [(t.span.of(text), t.value) for t in times(text)] == [(words, day.isoformat())]


@given(day=DAYS, back=st.integers(0, 6))
def test_a_weekday_without_a_tense_is_the_last_one(day, back):
    then = day - timedelta(days=back)
    [found] = times(f"Results on {then.strftime('%A')}: none.", published=day.isoformat())
    assert found.value == then.isoformat()


@given(st.text(alphabet="May 12-/.:,0123456789 stndrdth theof lastweekyear\n", max_size=60))
def test_any_text_is_read_without_an_error(text):
    for found in times(text):
        assert 0 <= found.span.start < found.span.end <= len(text)
