"""Quantities by rule: the number layer on texts without a parse, attachment on hand-made parses."""

from __future__ import annotations

from decimal import Decimal

import pytest
import spacy

from newsfacts import Block, Entity, Interval, Lexicons, Mention, Quantity, Reading, Span, TimeExpression
from newsfacts.steps.quantities import Quantities
from newsfacts.testing.parses import sketch

BLANK = spacy.blank("en")
LEXICONS = Lexicons()


def read(text, *facts, doc=None):
    """The quantities of a text, each with its reading."""
    reading = Reading.of(text, BLANK(text) if doc is None else doc, facts=facts, lexicons=LEXICONS)
    return list(Quantities().extract(reading))


def only(text, *facts):
    """The one quantity of a text, ordinals aside."""
    found = [quantity for quantity in read(text, *facts) if not quantity.ordinal]
    assert len(found) == 1, [text[quantity.span.start : quantity.span.end] for quantity in found]
    return found[0]


def number(text):
    value = only(text).value
    assert value.low == value.high
    return value.low


def roughly(value):
    return Interval(low=Decimal(value), high=Decimal(value), precision="approximate")


def find(text, part):
    start = text.index(part)
    return Span(start, start + len(part))


# --- the value
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The fire destroyed 48 homes.", "48"),
        ("The fire destroyed 1,250 homes.", "1250"),
        ("The census counted 12,34,567 voters.", "1234567"),
        ("The plant cost 1.200.000 euros.", "1200000"),
        ("Turnout fell to .5 percent.", "0.5"),
        ("The town has 1.2 million residents.", "1200000"),
        ("The town has 3m people.", "3000000"),
        ("A crowd of 4 hundred people waited.", "400"),
        ("Doctors treated 1.5 lakh patients.", "150000"),
        ("The scheme cost 5 crore rupees.", "50000000"),
        ("Half a million households lost power.", "500000"),
        ("A half-million households lost power.", "500000"),
        ("Two and a half million voters stayed at home.", "2500000"),
        ("Three quarters of a million voters stayed at home.", "750000"),
        ("Twenty-eight thousand six hundred forty-two students enrolled.", "28642"),
        ("A hundred and two miners were trapped.", "102"),
        ("Two dozen lawmakers walked out.", "24"),
        ("Half a dozen lawmakers walked out.", "6"),
        ("A million people fled.", "1000000"),
        ("The recipe needs 2 1/2 cups of flour.", "2.5"),
        ("The recipe needs 2½ cups of flour.", "2.5"),
        ("Two-thirds of members agreed.", "0.6666666666666666666666666667"),
        ("Half of the wheat comes from the south.", "0.5"),
        ("Exports dropped by a quarter last month.", "0.25"),
        ("The probe weighs 1.5×10−6 kilograms.", "0.0000015"),
        ("Applications surged threefold in May.", "3"),
        ("There are twice as many buyers as sellers.", "2"),
        ("Output in the region has doubled.", "2"),
        ("The team finished on -5 points.", "-5"),
        ("It was minus 12 degrees Celsius.", "-12"),
        ("The balance stood at $-50.8bn.", "-50800000000"),
        ("The town has 40 000 residents.", "40000"),
        ("Apple was worth $2.17T.", "2170000000000"),
        ("Two point five million voters stayed at home.", "2500000"),
    ],
)
def test_a_number_has_one_value_however_it_is_written(text, value):
    assert number(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Dozens of people were arrested.", 24, 99),
        ("Hundreds of thousands of refugees crossed the river.", 200_000, 999_999),
        ("Several hundred passengers were stranded.", 200, 999),
    ],
)
def test_vague_numbers_are_ranges(text, low, high):
    assert only(text).value == Interval(low=Decimal(low), high=Decimal(high), precision="vague")


def test_one_in_five_has_a_base():
    quantity = only("About one in five voters is undecided.")
    assert (quantity.value.low, quantity.base) == (1, 5)


def test_one_in_any_number_has_a_base():
    assert only("Roughly 1 in 12 of them fell ill.").base == 12
    assert [quantity.base for quantity in read("They won 3 in 17 matches.")] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "The council voted 23 to 19 to close the pool.",
        "The House passed the bill in a 218-211 vote.",
        "The vote was 198-211.",
    ],
)
def test_the_sides_of_a_vote_are_a_score(text):
    assert [quantity.dimension for quantity in read(text)] == ["score", "score"]
    assert [quantity.dimension for quantity in read("It passed 150 to 200 forms a day.")] != ["score", "score"]


def test_whom_something_is_given_to_is_no_end_of_a_change():
    assert only("A blast cut gas supplies to about 46,000 households.").change is None
    assert only("The line cut its crews to about 500 sailors.").change is not None


def test_sides_that_lead_or_lose_tell_no_change():
    assert only("The side should have been two up at the break.").change is None
    assert only("The side have lost four in a row.").change is None
    assert only("Norvel shares were up two percent.").change is not None


def test_a_change_ends_with_its_clause():
    two, yards = read("Shares were up 2 percent when the captain scored from six yards.")
    assert (two.change is None, yards.change) == (False, None)


def test_the_start_of_a_change_shares_the_unit_of_its_end():
    before = read("Flows fell to 2.1 million litres a day from 5.8 million on Thursday.")[1]
    assert (before.unit, before.change.role) == ("litre", "from")
    assert read("The fund rose to $5m from 30 donors.")[1].unit is None


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Cellist dies aged 88\nNora Feld has died.", True),
        ("At 17 she won a prize.", True),
        ("At 9 she left.", False),
        ("At 17 places it rained.", False),
    ],
)
def test_ages_are_told_from_counts_and_hours(text, age):
    assert (only(text).dimension == "age") is age


def test_more_of_the_same_counts_what_the_number_before_counts():
    text = "The gunman killed 59 people and wounded hundreds more."
    assert [q.counted for q in read(text)] == [find(text, "people")] * 2


def test_the_letters_of_a_country_are_no_pronoun():
    text = "The crash killed 10 US citizens."
    assert only(text).counted == find(text, "US citizens")


def test_a_part_has_the_whole_as_its_base():
    part, whole = read("The party won 61 of the 120 seats.")
    assert (part.value.low, part.base, whole.base) == (61, 120, None)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("The repair will cost $30 million to $40 million.", "30000000", "40000000", "USD"),
        ("The repair will cost $30 to $40 million.", "30000000", "40000000", "USD"),
        ("The repair will cost £5-6m.", "5000000", "6000000", "GBP"),
        ("Between 5,000 and 7,000 people marched.", "5000", "7000", None),
        ("The device needs a 5-10W laser.", "5", "10", "watt"),
        ("He will be away for two to three years.", "2", "3", "year"),
        ("The course takes three or four days.", "3", "4", "day"),
        ("The index moved between -30 and -60 points.", "-60", "-30", "point"),
        ("Savings range from $200 to $400.", "200", "400", "USD"),
        ("They built an 8- to 16-metre mast.", "8", "16", "metre"),
        ("Prices fell by 1 to 1.5 percent.", "1", "1.5", "percent"),
    ],
)
def test_ranges_share_scale_and_unit(text, low, high, unit):
    quantity = only(text)
    assert (quantity.value, quantity.unit) == (Interval(low=Decimal(low), high=Decimal(high)), unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The index fell 0.4 per cent to 13,176.", ["0.4", "13176"]),
        ("Seats held by the party rose from 9 to 10.", ["9", "10"]),
        ("Sales rose in 2018 to 3.9 million units.", ["3900000"]),
        ("The total has grown since Dec. 5 to 922.", ["922"]),
        ("United won 3-1 at home.", ["3", "1"]),
        ("She leads by 49.2 percent to 40 percent.", ["49.2", "40"]),
    ],
)
def test_numbers_beside_to_or_a_dash_are_not_always_a_range(text, values):
    assert [quantity.value.low for quantity in read(text)] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The value dropped more than $11 billion to $106 billion.", [("by", 11 * 10**9), ("to", 106 * 10**9)]),
        ("Profits rose by a third to £1.2bn.", [("by", Decimal(1) / 3), ("to", 1_200_000_000)]),
        ("The index rose 64 points to 4,577.", [("by", 64), ("to", 4577)]),
        ("Revenue will increase from 24 to 33 billion euros.", [("from", 24 * 10**9), ("to", 33 * 10**9)]),
    ],
)
def test_the_ends_of_a_change_are_no_range_and_share_the_unit(text, found):
    read_there = read(text)
    assert [(q.change.role, q.value.low) for q in read_there] == found
    assert len({q.unit for q in read_there if q.unit is not None}) == 1


def test_bounds_on_both_sides_of_and_belong_to_their_own_numbers():
    low, high = read("The clashes left between at least 3 and up to 5 protesters dead.")
    assert (low.value, high.value) == (Interval(low=Decimal(3)), Interval(high=Decimal(5)))


def test_members_of_a_list_share_the_unit():
    units = [quantity.unit for quantity in read("It comes with a 7- or 8-inch screen.")]
    assert units == ["inch", "inch"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tickets cost 3 dollars and 50 cents.", "3.5"),
        ("The shift lasts 2 hours 30 minutes.", "2.5"),
        ("The 5-foot-3 guard started.", "5.25"),
        ("He is 6ft 3in tall.", "6.25"),
    ],
)
def test_two_units_of_one_measure_are_added(text, value):
    assert number(text) == Decimal(value)


# --- bounds
@pytest.mark.parametrize(
    ("text", "value", "cue"),
    [
        ("It can hit targets up to 350 kilometres away.", Interval(high=Decimal(350)), "up to"),
        ("Over 10,000 soldiers were sent.", Interval(low=Decimal(10000), low_open=True), "Over"),
        ("At least 12 people died.", Interval(low=Decimal(12)), "At least"),
        ("No fewer than 12 people died.", Interval(low=Decimal(12)), "No fewer than"),
        ("Fewer than 100 ballots were left.", Interval(high=Decimal(100), high_open=True), "Fewer than"),
        ("As many as 200 fighters remain.", Interval(high=Decimal(200)), "As many as"),
        ("About 50 people came.", roughly(50), "About"),
        ("The walk took about a 20 minute break.", roughly(20), "about"),
        ("The blast killed 107 or more.", Interval(low=Decimal(107)), "or more"),
        ("About 500 or more people came.", Interval(low=Decimal(500)), "or more"),
        ("Sales exceeded 2 million units.", Interval(low=Decimal(2000000), low_open=True), "exceeded"),
        ("He worked there for 15-plus years.", Interval(low=Decimal(15)), "-plus"),
        ("Some 3,000 troops will go.", roughly(3000), "Some"),
        ("Waiters earn $5 an hour plus tips.", Interval.exactly(5), None),
        ("She wants a $15 minimum wage.", Interval.exactly(15), None),
        ("He has 20 plus years of service.", Interval(low=Decimal(20)), "plus"),
        ("They let a sub-300 sq m office.", Interval(high=Decimal(300), high_open=True), "sub"),
    ],
)  # fmt: skip
def test_bounds_open_the_interval(text, value, cue):
    quantity = only(text)
    assert (quantity.value, quantity.bound_cue) == (value, None if cue is None else find(text, cue))


def test_over_a_stretch_of_time_is_no_bound():
    assert only("The hunt takes place over five weeks.").bound_cue is None
    assert only("He has been jailed for over five weeks.").bound_cue is not None


def test_over_what_is_quarrelled_about_is_no_bound():
    assert only("Mayor jailed over £1.3m bribes").bound_cue is None
    assert only("Mayor fined over £1.3m").bound_cue is not None
    assert only("It was made over five nights.").bound_cue is None
    assert only("They played for over five nights.").bound_cue is not None


def test_a_conversion_has_the_bound_of_what_it_converts():
    first, second = read("Moths can fly more than 100 kilometres (60 miles).")
    assert first.value.low_open
    assert second.value == Interval(low=Decimal(60), low_open=True)


# --- units
@pytest.mark.parametrize(
    ("text", "value", "unit", "dimension"),
    [
        ("Profit rose to £48m.", "48000000", "GBP", "money"),
        ("The fund holds US$1.3bn.", "1300000000", "USD", "money"),
        ("The fund holds EUR50m.", "50000000", "EUR", "money"),
        ("The plan costs RM79 more.", "79", "MYR", "money"),
        ("He was fined 100,000 rubles.", "100000", "RUB", "money"),
        ("They paid 75 USD million.", "75000000", "USD", "money"),
        ("Losses came to 30 MUSD.", "30000000", "USD", "money"),
        ("A $275 million package was announced.", "275000000", "USD", "money"),
        ("The storm caused $5.9 billion dollars in damage.", "5900000000", "USD", "money"),
        ("They won £2m pounds.", "2000000", "GBP", "money"),
        ("A magnitude 6.4 quake struck.", "6.4", "magnitude", "magnitude"),
        ("A magnitude-6.4 quake struck.", "6.4", "magnitude", "magnitude"),
        ("A 6.4-magnitude quake struck.", "6.4", "magnitude", "magnitude"),
        ("It fetched 125 million Australian dollars.", "125000000", "AUD", "money"),
        ("Shares closed at 164p.", "164", "penny", "money"),
        ("Inflation reached 10 per cent.", "10", "percent", "percent"),
        ("Support grew by three percentage points.", "3", "percentage point", "percent"),
        ("Rates rose 25 basis points.", "25", "basis point", "percent"),
        ("The 500-kilogram bomb failed to explode.", "500", "kilogram", "mass"),
        ("A 10kW panel feeds the house.", "10", "kilowatt", "power"),
        ("The yard covers 32m2.", "32", "square metre", "area"),
        ("Winds of 130 mph hit the coast.", "130", "mile per hour", "speed"),
        ("The driver did 80 m.p.h. on the bridge.", "80", "mile per hour", "speed"),
        ("The oven reaches 500 degrees Celsius.", "500", "celsius", "temperature"),
        ("It was 40C in the shade.", "40", "celsius", "temperature"),
        ("The 42-year-old driver was hurt.", "42", "year", "age"),
        ("The boy is 18 months old.", "18", "month", "age"),
        ("Maria Lopez, 19, heard shots.", "19", "year", "age"),
        ("The suspect, who was 31, fled.", "31", "year", "age"),
        ("He was arrested four times.", "4", "times", "multiple"),
        ("The sack weighs 20 pounds.", "20", "pound-mass", "mass"),
        ("The deal is worth 20 million pounds.", "20000000", "GBP", "money"),
        ("It lasted twenty working days.", "20", "day", "time"),
    ],
)
def test_units(text, value, unit, dimension):
    quantity = only(text)
    assert (quantity.value.low, quantity.unit, quantity.dimension) == (Decimal(value), unit, dimension)


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Rates of pay start at £11.44 an hour.", "hour"),
        ("They pump 1.1 million barrels a day.", "day"),
        ("Crude rose to $58.24 per barrel.", "barrel"),
        ("They paid a 12-cent-a-share dividend.", "share"),
        ("The camp takes in 300 people a day.", "day"),
    ],
)
def test_the_denominator_of_a_rate_is_no_quantity(text, per):
    assert only(text).per == find(text, per)


def test_a_rate_holds_for_both_sides_of_a_conversion():
    text = "The plan costs 9 billion shekels ($2.4 billion) a year."
    assert [quantity.per for quantity in read(text)] == [find(text, "year")] * 2


# --- change
@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Shares rose 2.1% to $45.", [("up", "by"), ("up", "to")]),
        ("Inflation slowed from 5.4% in April to 4.9% in May.", [("down", "from"), ("down", "to")]),
        ("Crude was up 19 cents.", [("up", "by")]),
        ("Prices are 10 per cent higher than last year.", [("up", "by")]),
        ("The report showed a 3 percent drop.", [("down", "by")]),
        ("The index lost 190 points, or 0.6%.", [("down", "by"), ("down", "by")]),
        ("The bank hopes to grow sales by 35 percent.", [("up", "by")]),
        ("Speed drops to just 87 mph.", [("down", "to")]),
        ("The defence gave up 517 yards.", [None]),
        ("Sales rose to 142 units, compared to 141 units before.", [("up", "to"), None]),
        ("The stock rose to a five-year high.", [None]),
        ("The groups raised $3 million.", [None]),
        ("The bank raised rates by 2 points.", [("up", "by")]),
        ("The planes dropped 12 bombs.", [None]),
        ("The price fell below $6,000.", [("down", "to")]),
        ("The crew turned off the lights and spoke to 2 players.", [None]),
        ("The crew was let off\nAirline apologizes to 2 players.", [None]),
        ("The index dropped 12 percent.", [("down", "by")]),
    ],
)
def test_changes_have_direction_and_role(text, changes):
    found = [quantity.change and (quantity.change.direction, quantity.change.role) for quantity in read(text)]
    assert found == changes


# --- what is no quantity
@pytest.mark.parametrize(
    "text",
    [
        "The offensive began on 24 February 2022.",
        "He was born on May 18, 1999.",
        "The talks run from Sept. 20-24.",
        "In the 1990s the town grew.",
        "The 2015 deal limited enrichment.",
        "The accounts for 2023-24 are late.",
        "It was built between A.D. 1000 and 1260.",
        "He left in his 40s.",
        "The match starts at 7:30 pm.",
        "The market is open (6.30-10am) daily.",
        "An F-16 was lost during the sortie.",
        "The spread of COVID-19 slowed.",
        "Security Council Resolution 2254 calls for elections.",
        "Article 5 of the treaty was invoked.",
        "He lives at 10 Downing Street.",
        "The 76ers lost again.",
        "The murder took place in Room 12.",
        "It is day three of the hearing.",
        "Call 202-555-0143 for details.",
        "She waited at Gate 30C.",
        "Fans of the S&P 500 were disappointed.",
        "The Fortune 500 companies reported.",
        "No one was hurt.",
        "The Big Three agreed.",
        "The shop is open 24/7.",
        "The Mate 9 phones were recalled.",
        "They looked at one another.",
        "At one point he left.",
        "The first lady thanked first responders.",
        "They flew first class with a first-class ticket.",
        "The game runs on a PS4.",
        "See Part 1 of 8.",
        "UPDATE 2-Norvel cuts its outlook",
        "Call the desk on 01632 960 411.",
        "The letter came at two in the morning.",
    ],
)
def test_dates_times_and_names_are_no_quantities(text):
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose by an average of 1950.",
        "Some 2000 homes burned.",
        "The city has 1850 schools.",
        "In Mosul 300 Iraqis died.",
        "On Monday 12 people died.",
    ],
)
def test_counts_that_look_like_years_or_names_stay(text):
    assert only(text).dimension == "count"


def test_a_number_that_names_something_once_names_it_everywhere():
    text = "They bought a Boeing 787. Of 18 orders, 12 were for the new 787 jet and some for older 777s."
    assert [quantity.value.low for quantity in read(text)] == [18, 12]


def test_a_score_is_no_part_of_a_name():
    text = "United beat City 3-2 at home."
    name = find(text, "City 3-2")
    found = read(text, Mention(span=name, head=name, form="NAM", type="ORG"))
    assert [quantity.dimension for quantity in found] == ["score", "score"]


def test_names_and_times_keep_their_text():
    text = "Studio 54 Records moved in the winter of 99 with 12 staff."
    name, time = find(text, "Studio 54 Records"), find(text, "the winter of 99")
    facts = (
        Mention(span=name, head=name, form="NAM", type="ORG"),
        TimeExpression(span=time, type="DATE", value="1999-WI"),
    )
    assert only(text, *facts).number == find(text, "12")


def test_a_duration_is_a_quantity_too():
    text = "He was jailed for 18 months."
    duration = TimeExpression(span=find(text, "18 months"), type="DURATION", value="P18M")
    assert only(text, duration).unit == "month"


def test_a_name_does_not_take_money_away():
    text = "The fund raised USD5 million."
    name = find(text, "USD5")
    assert only(text, Mention(span=name, head=name, form="NAM", type="ORG")).unit == "USD"


def test_bylines_and_boilerplate_give_none():
    text = "Reporters counted 12 tanks.\nBy 3 staff writers"
    blocks = (Block(span=Span(0, 28), role="paragraph"), Block(span=Span(28, len(text)), role="byline"))
    assert only(text, *blocks).value == Interval.exactly(12)


# --- ordinals
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The strike entered its third week.", 3),
        ("He is the 45th president.", 45),
        ("It was the twenty-first attempt.", 21),
        ("It was the two hundredth attempt.", 200),
    ],
)
def test_ordinals_are_told_apart(text, value):
    [quantity] = read(text)
    assert quantity.ordinal
    assert quantity.value == Interval.exactly(value)


@pytest.mark.parametrize(
    "text", ["At first he refused.", "It happened in the 19th century.", "He left on the 25th of March."]
)
def test_adverbs_centuries_and_days_are_no_ordinals(text):
    assert read(text) == []


def test_ordinals_can_be_left_out():
    text = "The strike entered its third week."
    assert list(Quantities(ordinals=False).extract(Reading.of(text, BLANK(text)))) == []


# --- what is counted, and about what
@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The party holds 61 of the 120 seats.", ["seats", "seats"]),
        ("Three Palestinian aid workers and two drivers were freed.", ["Palestinian aid workers", "drivers"]),
        ("Of the 250 hostages, 105 have been released.", ["hostages", "hostages"]),
        ("The queue was 300 or so people long.", ["people"]),
        ("It sells four-, five- and six-cylinder engines.", ["cylinder", "cylinder", "cylinder"]),
    ],
)
def test_without_a_parse_the_nearest_plural_is_counted(text, counted):
    assert [text[q.counted.start : q.counted.end] for q in read(text)] == counted


def parsed(rows, *facts):
    doc = sketch(rows)
    return doc.text, read(doc.text, *facts, doc=doc)


def test_the_parse_tells_what_is_counted_and_whose_it_is():
    rows = (
        "Kyiv/NNP/2/nsubj counted|count/VBD/0/root over/IN/4/advmod 10,000/CD/7/nummod North/NNP/6/compound "
        "Korean/JJ/7/amod soldiers|soldier/NNS/2/obj ././2/punct"
    )
    doc = sketch(rows)
    soldiers = find(doc.text, "North Korean soldiers")
    mention = Mention(span=soldiers, head=find(doc.text, "soldiers"), form="NOM", type="GROUP")
    entity = Entity(span=soldiers, type="GROUP", name="North Korean soldiers", mentions=(mention.ref,))
    text, [quantity] = parsed(rows, mention, entity)
    assert quantity.counted == soldiers
    assert quantity.counted_entity == entity.ref
    assert [text[span.start : span.end] for span in quantity.about] == ["Kyiv"]


def test_a_measure_is_about_the_subject_of_its_change():
    text, quantities = parsed(
        "Car/NN/2/compound exports|export/NNS/3/nsubj rose|rise/VBD/0/root 2/CD/5/nummod percent/NN/3/obj "
        "to/IN/9/case $/$/9/compound 45/CD/9/nummod million/CD/3/obl ././3/punct"
    )
    assert [[text[span.start : span.end] for span in q.about] for q in quantities] == [["Car exports"], ["Car exports"]]


def test_a_measure_is_about_the_noun_after_it():
    text, [quantity] = parsed(
        "The/DT/5/det $/$/5/compound 275/CD/4/compound million/CD/2/nummod package/NN/6/nsubj "
        "failed|fail/VBD/0/root ././6/punct"
    )
    assert [text[span.start : span.end] for span in quantity.about] == ["package"]


def test_an_adjective_is_no_word_of_change():
    _, [quantity] = parsed(
        "The/DT/4/det lower/JJ/4/amod 95/CD/4/nummod percent/NN/5/nsubj pay|pay/VBP/0/root "
        "less|less/JJR/5/obj ././5/punct"
    )
    assert quantity.change is None


def test_first_before_a_verb_is_no_place_in_a_row():
    _, found = parsed("Police/NNS/3/nsubj first/RB/3/advmod arrived|arrive/VBD/0/root ././3/punct")
    assert found == []
    _, [place] = parsed("She/PRP/2/nsubj finished|finish/VBD/0/root first/RB/2/advmod ././2/punct")
    assert place.ordinal


def test_a_number_after_a_verb_names_nothing():
    rows = "Norvel/NNP/2/nsubj {}/{}/0/root 138/CD/5/nummod Lookalike/JJ/5/amod Site/NNP/2/obj"
    _, [quantity] = parsed(rows.format("Seized|seize", "VBD"))
    assert quantity.value == Interval.exactly(138)
    _, found = parsed(rows.format("Beetle", "NNP"))
    assert found == []


def test_joined_modifiers_belong_to_what_is_counted():
    text, [quantity] = parsed(
        "They/PRP/2/nsubj sold|sell/VBD/0/root 4,300/CD/7/nummod digital/JJ/7/amod and/CC/6/cc "
        "physical/JJ/4/conj copies|copy/NNS/2/obj ././2/punct"
    )
    assert quantity.counted == find(text, "digital and physical copies")


def test_a_measure_is_about_the_subject_of_its_own_clause():
    text, [quantity] = parsed(
        "Exports/NNS/2/nsubj rose|rise/VBD/7/ccomp 12/CD/4/nummod percent/NN/2/obl ,/,/2/punct "
        "ministers/NNS/7/nsubj said|say/VBD/0/root ././7/punct"
    )
    assert [span.of(text) for span in quantity.about] == ["Exports"]


def test_who_says_it_is_not_what_a_figure_is_about():
    text, [quantity] = parsed(
        "Norvel/NNP/2/nsubj said|say/VBD/0/root three/CD/4/nummod sailors/NNS/6/nsubj:pass were|be/VBD/6/aux:pass "
        "hurt|hurt/VBN/2/ccomp ././2/punct"
    )
    assert (quantity.counted.of(text), quantity.about) == ("sailors", ())


def test_what_a_measure_is_about_begins_after_brackets():
    text, found = parsed(
        "The/DT/7/det 120-km/JJ/7/amod (/-LRB-/5/punct 75/CD/5/nummod mile/NN/7/appos )/-RRB-/5/punct "
        "line/NN/8/nsubj leaks|leak/VBZ/0/root ././8/punct"
    )
    assert {span.of(text) for quantity in found for span in quantity.about} <= {"line"}


def test_those_of_an_age_are_counted():
    text, many = parsed(
        "Some/DT/2/advmod 9,000/CD/4/nummod Estermarkers/NNPS/4/compound age/NN/5/nsubj agreed|agree/VBD/0/root "
        "././5/punct"
    )
    assert many[0].counted == find(text, "Estermarkers")


def test_a_measure_is_about_what_the_verb_of_change_changes():
    text, [quantity] = parsed(
        "Banks/NNS/2/nsubj raised|raise/VBD/0/root rates/NNS/2/obj by/IN/6/case 2/CD/6/nummod percent/NN/2/obl "
        "././2/punct"
    )
    assert [span.of(text) for span in quantity.about] == ["rates", "Banks"]


def test_money_is_about_what_it_is_paid_for():
    text, [quantity] = parsed(
        "Norvel/NNP/2/nsubj spent|spend/VBD/0/root 900/CD/4/nummod euros/NNS/2/obj on/IN/6/case weapons/NNS/2/obl "
        "././2/punct"
    )
    assert [span.of(text) for span in quantity.about] == ["weapons", "Norvel"]


def test_a_phrase_begins_after_the_words_of_a_bound():
    text, found = parsed(
        "Some/DT/4/advmod 8/CD/4/nummod hedge/NN/4/compound funds/NNS/5/nsubj own|own/VBP/0/root "
        "40/CD/7/nummod percent/NN/5/obj ././5/punct"
    )
    assert [span.of(text) for span in found[1].about] == ["8 hedge funds"]


def test_a_total_is_about_what_it_is_a_total_of():
    text, [quantity] = parsed(
        "Passengers/NNS/2/nsubj paid|pay/VBD/0/root a/DT/4/det total/NN/2/obj of/IN/7/case $/$/7/compound "
        "900/CD/4/nmod ././2/punct"
    )
    assert [span.of(text) for span in quantity.about] == ["Passengers"]


# --- real sentences through the whole pipeline
def test_the_pipeline_finds_bounds_units_and_counted_phrases(pipeline):
    text = (
        "Officials said the missiles can hit targets up to 350 kilometres away and that over 10,000 North Korean "
        "soldiers had arrived."
    )
    article = pipeline(text)
    far, many = article.quantities
    assert (article[far.span], far.unit, article[far.bound_cue]) == ("up to 350 kilometres", "kilometre", "up to")
    assert (article[many.span], article[many.counted]) == ("over 10,000", "North Korean soldiers")


def test_every_part_stands_where_its_span_says(pipeline):
    article = pipeline("Profit more than doubled to £48m in 2023, up from £21.5m, while 3,000 jobs a year were cut.")
    for quantity in article.quantities:
        assert article[quantity.number] in article.text
        assert quantity.span.covers(quantity.number)
        if quantity.bound_cue is not None:
            assert quantity.span.covers(quantity.bound_cue)


def test_facts_are_quantities():
    assert all(type(quantity) is Quantity for quantity in read("It cost $5."))
