"""Events of headlines, infinitives, chains and their rank; each rule with a sentence written for it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newsfacts import Article, Block, Entity, Event, Interval, Mention, Quantity, Reading, Span
from newsfacts.steps.events import Events
from newsfacts.testing.parses import sketch


def read(words: str, *, headline: bool = False) -> Article:
    """Give an article of one hand-parsed sentence with its events."""
    doc = sketch(words)
    blocks = [Block(span=Span(0, len(doc.text)), role="headline" if headline else "paragraph")]
    reading = Reading.of(doc.text, doc, facts=blocks)
    return Article(text=doc.text, facts=(*blocks, *Events().extract(reading)))


def told(article: Article, word: str) -> Event | None:
    """Give the event that is told by a word, if one is."""
    return next((e for e in article.events if any(article[m.head] == word for m in e.mentions)), None)


def roles(article: Article, word: str) -> dict[str, str]:
    """Give the words in each PropBank role of the event of a word."""
    event = told(article, word)
    assert event is not None
    return {p.pb_role: article[p.party.span] for p in event.participants if p.party.span is not None}


HEADLINES = [
    (
        "Rovale/NNP/2/compound unveils/NNS/0/root new/JJ/4/amod tram/NN/2/appos",
        "unveils",
        {"Arg0": "Rovale", "Arg1": "new tram"},
    ),
    (
        "Global/JJ/2/amod markets/NNS/3/nsubj plunge/NN/0/root",
        "plunge",
        {"Arg1": "Global markets"},
    ),
    (
        "Rovale/NNP/4/compound exercises/NNS/4/compound firm/JJ/4/amod options/NNS/0/root",
        "exercises",
        {"Arg0": "Rovale", "Arg1": "firm options"},
    ),
    (
        "Crew/NN/2/compound rescue/NN/3/compound sailors/NNS/0/root",
        "rescue",
        {"Arg0": "Crew", "Arg1": "sailors"},
    ),
    (
        "Tests/NNS/3/nsubj clear/JJ/3/amod sprinter/NN/0/root",
        "clear",
        {"Arg0": "Tests", "Arg1": "sprinter"},
    ),
    (
        "Bank/NN/2/nsubj warns|warn/VBZ/0/root as/IN/5/case shelling/NN/5/compound resumes/NNS/2/obl",
        "resumes",
        {"Arg0": "shelling"},
    ),
    (
        "Wage/NN/2/compound demands/NNS/3/compound rise/NN/0/root as/IN/6/mark prices/NNS/6/nsubj climb/VBP/3/advcl",
        "rise",
        {"Arg1": "Wage demands"},
    ),
]


@pytest.mark.parametrize(("words", "verb", "expected"), HEADLINES)
def test_a_verb_of_a_headline_that_the_parse_takes_for_a_noun_is_found(words, verb, expected):
    article = read(words, headline=True)
    event = told(article, verb)
    assert event is not None
    assert (event.rule, event.tense) == ("headline-verb", "PRESENT")
    assert roles(article, verb) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Rovale/NNP/2/compound shares/NNS/3/nsubj fell|fall/VBD/0/root",  # (it has its verb)
        "Rovale/NNP/2/compound orders/NNS/0/root from/IN/4/case Peru/NNP/2/nmod",  # (nothing after it is an object)
        "Rovale/NNP/3/compound trade/NN/3/compound talks/NNS/0/root",  # (nor is it at the end)
        "Tram/NN/2/compound plans/NNS/4/compound strike/NN/4/compound action/NN/0/root",  # (either could be the verb)
    ],
)
def test_a_noun_of_a_headline_is_no_lost_verb(words):
    assert all(event.rule != "headline-verb" for event in read(words, headline=True).events)


SHORTENED = [
    (
        "Village/NN/2/compound pub/NN/0/root saved|save/VBN/2/acl by/IN/5/case residents/NNS/3/obl:agent",
        "saved",
        {"Arg0": "residents", "Arg1": "Village pub"},
    ),
    (
        "Tram/NN/2/compound line/NN/0/root to/TO/5/mark be/VB/5/aux:pass extended|extend/VBN/2/acl",
        "extended",
        {"Arg1": "Tram line"},
    ),
    ("Plan/NN/0/root to/TO/3/mark close/VB/1/acl mines/NNS/3/obj", "close", {"Arg1": "mines"}),  # (who is not told)
]


@pytest.mark.parametrize(("words", "verb", "expected"), SHORTENED)
def test_who_undergoes_what_a_headline_without_a_finite_verb_tells(words, verb, expected):
    assert roles(read(words, headline=True), verb) == expected


def test_a_lost_verb_is_looked_for_in_headlines_only():
    article = read("Rovale/NNP/2/compound unveils/NNS/0/root new/JJ/4/amod tram/NN/2/appos")
    assert told(article, "unveils") is None


INFINITIVES = [
    (
        "Rovale/NNP/0/root to/TO/3/mark close/VB/1/acl two/CD/5/nummod mines/NNS/3/obj",
        "close",
        {"Arg0": "Rovale", "Arg1": "two mines"},
    ),
    (
        "Rovale/NNP/2/nsubj signed|sign/VBD/0/root contracts/NNS/2/obj to/TO/5/mark buy/VB/3/acl trams/NNS/5/obj",
        "buy",
        {"Arg0": "Rovale", "Arg1": "trams"},
    ),
    (
        (
            "We/PRP/2/nsubj saw|see/VBD/0/root the/DT/5/det first/JJ/5/amod tram/NN/2/obj to/TO/7/mark "
            "use/VB/5/acl gas/NN/7/obj"
        ),
        "use",
        {"Arg0": "the first tram", "Arg1": "gas"},
    ),
    (
        "Peru/NNP/2/nsubj rejected|reject/VBD/0/root requests/NNS/2/obj to/TO/5/mark buy/VB/3/acl trams/NNS/5/obj",
        "buy",
        {"Arg1": "trams"},  # (who asked is not told)
    ),
]


@pytest.mark.parametrize(("words", "verb", "expected"), INFINITIVES)
def test_who_is_to_do_what_an_infinitive_after_a_noun_says(words, verb, expected):
    assert roles(read(words), verb) == expected


def test_who_gets_something_may_hang_on_it():
    words = "Peru/NNP/2/nsubj sent|send/VBD/0/root food/NN/2/obj to/IN/5/case Chile/NNP/3/nmod"
    assert roles(read(words), "sent")["Arg2"] == "Chile"


def test_who_is_let_do_something_is_no_thing():
    words = "Peru/NNP/2/nsubj allowed|allow/VBD/0/root ships/NNS/2/obj to/TO/5/mark dock/VB/2/xcomp"
    assert roles(read(words), "allowed") == {"Arg0": "Peru", "Arg2": "ships"}


RISING = [
    (
        (
            "Shares/NNS/2/nsubj dropped|drop/VBD/0/root 9/CD/4/nummod points/NNS/2/obj to/TO/6/mark "
            "reach/VB/2/xcomp lows/NNS/6/obj"
        ),
        "dropped",
        "Arg1",
    ),
    ("Lima/NNP/2/nsubj remains|remain/VBZ/0/root the/DT/4/det capital/NN/2/obj", "remains", "Arg1"),
    ("Lima/NNP/2/nsubj declined|decline/VBD/0/root to/TO/4/mark comment/VB/2/xcomp", "declined", "Arg0"),
]


@pytest.mark.parametrize(("words", "verb", "role"), RISING)
def test_the_subject_of_some_verbs_undergoes_what_they_tell(words, verb, role):
    assert role in roles(read(words), verb)


def test_this_alone_takes_up_what_the_sentence_before_tells(pipeline):
    article = pipeline("Norway expelled the envoy on Monday. This angered the government of Chile.")
    event = told(article, "This")
    assert event is not None
    assert event.lemma == "expel"


def test_nothing_before_it_leaves_this_untold(pipeline):
    assert told(pipeline("This angered the government of Chile."), "This") is None


def test_what_a_headline_tells_is_told_again_below(pipeline):
    article = pipeline("Peru expels envoy of Chile\n\nPeru expelled the ambassador on Monday.\n")
    event = told(article, "expels")
    assert event is not None
    assert len(event.mentions) == 2


def test_other_amounts_are_other_events(pipeline):
    article = pipeline("The index fell 678 points in London. The index fell 40 points in Paris.")
    assert all(len(event.mentions) == 1 for event in article.events if event.lemma == "fall")


def test_what_the_opening_tells_is_ranked_above_a_deed_told_later(pipeline):
    below = "In 2019 Peruvian troops attacked a camp of Chilean rebels near the border."
    text = f"Storm shuts the port of Callao\n\nA storm shut the port of Callao on Monday, officials said.\n\n{below}"
    article = pipeline(text)
    assert article.events[0].lemma == "shut"


def test_who_moves_acts_and_what_falls_does_not(pipeline):
    article = pipeline("Marco Rubio arrived in Lima on Monday. The sol fell on Tuesday.")
    arrived, fell = told(article, "arrived"), told(article, "fell")
    assert arrived is not None
    assert fell is not None
    assert [p.role for p in arrived.participants][:1] == ["ACTOR"]
    assert [p.role for p in fell.participants][:1] == ["THEME"]


def test_words_that_are_attacked_are_criticised(pipeline):
    event = told(pipeline("The Chilean president attacked the policy of Peru."), "attacked")
    assert event is not None
    assert event.type == "ACCUSE"


def test_what_a_comma_parts_from_a_verb_of_a_headline_is_not_its_object():
    words = "Two/CD/2/nsubj killed|kill/VBD/0/root ,/,/2/punct dozens/NNS/2/obj missing/JJ/4/amod"
    assert roles(read(words, headline=True), "killed") == {"Arg1": "Two"}


WHERE = [
    (
        "He/PRP/2/nsubj spoke/VBD/0/root at/IN/5/case the/DT/5/det summit/NN/2/obl",
        {"Arg0": "He", "Argm-LOC": "the summit"},
    ),
    (
        "He/PRP/2/nsubj spoke/VBD/0/root at/IN/5/case a/DT/5/det hospital/NN/2/obl",
        {"Arg0": "He", "Argm-LOC": "a hospital"},
    ),
    ("She/PRP/2/nsubj spoke/VBD/0/root at/IN/5/case the/DT/5/det age/NN/2/obl", {"Arg0": "She"}),
    ("She/PRP/2/nsubj spoke/VBD/0/root at/IN/4/case nine/CD/2/obl", {"Arg0": "She"}),
]


@pytest.mark.parametrize(("words", "expected"), WHERE)
def test_at_tells_where_with_what_may_be_a_venue(words, expected):
    assert roles(read(words), "spoke") == expected


OWNERS = [
    ("Her/PRP$/2/nmod:poss death/NN/3/nsubj shocked/VBD/0/root Oster/NNP/3/obj", "death", {"Arg1": "Her"}),
    (
        "Its/PRP$/2/nmod:poss closure/NN/5/nsubj of/IN/4/case mines/NNS/2/nmod shocked/VBD/0/root Oster/NNP/5/obj",
        "closure",
        {"Arg0": "Its", "Arg1": "mines"},
    ),
]


def test_who_is_called_on_is_addressed_and_is_to_do_it(pipeline):
    article = pipeline("Marco Oduya called on Peru to release the miners.")
    assert roles(article, "called").get("") == "Peru"
    assert roles(article, "release")["Arg0"] == "Peru"


def test_a_town_before_a_noun_is_where_and_a_country_may_act():
    shook = "attack/NN/3/nsubj shook/VBD/0/root us/PRP/3/obj"
    found = []
    for name in ("Lima", "Oster", "Peru"):
        doc = sketch(f"{name}/NNP/2/compound {shook}")
        mention = Mention(span=Span(0, len(name)), head=Span(0, len(name)), form="NAM", type="GPE")
        entity = Entity(span=mention.span, type="GPE", name=name, mentions=(mention.ref,))
        events = Events().extract(Reading.of(doc.text, doc, facts=[mention, entity]))
        found.append(next(e for e in events if e.lemma == "attack").participants[0].pb_role)
    assert found == ["Argm-LOC", "Argm-LOC", "Arg0"]


def test_a_verb_in_a_title_tells_nothing():
    doc = sketch("He/PRP/2/nsubj wrote|write/VBD/0/root Leaving|leave/VBG/2/xcomp Oster/NNP/3/obj")
    start = doc.text.index("Leaving")
    mention = Mention(span=Span(start, len(doc.text)), head=Span(start, start + 7), form="NAM", type="WORK_OF_ART")
    title = Entity(span=mention.span, type="WORK_OF_ART", name="Leaving Oster", mentions=(mention.ref,))
    events = Events().extract(Reading.of(doc.text, doc, facts=[mention, title]))
    assert [event.lemma for event in events] == ["write"]


FALLS = [
    ("The/DT/2/det index/NN/3/nsubj lost|lose/VBD/0/root 40/CD/5/nummod points|point/NNS/3/obj", "lost", "Arg1"),
    ("Rovale/NNP/2/nsubj lost|lose/VBD/0/root 40/CD/4/nummod mines|mine/NNS/2/obj", "lost", "Arg0"),
    ("Talks/NNS/2/nsubj began|begin/VBD/0/root", "began", "Arg1"),
    ("Rovale/NNP/2/nsubj started|start/VBD/0/root selling|sell/VBG/2/xcomp mines|mine/NNS/3/obj", "started", "Arg0"),
    ("The/DT/2/det glitch/NN/3/nsubj is|be/VBZ/0/root in/IN/5/case Oster/NNP/3/obl", "is", "Arg1"),
    ("Rovale/NNP/2/nsubj plans|plan/VBZ/0/root to/TO/4/mark expand/VB/2/xcomp", "expand", "Arg0"),
    ("Its/PRP$/2/nmod:poss flight/NN/3/nsubj began|begin/VBD/0/root", "flight", "Arg1"),
]


@pytest.mark.parametrize(("words", "event", "role"), FALLS)
def test_what_is_measured_or_begins_undergoes(words, event, role):
    assert next(iter(roles(read(words), event))) == role


@pytest.mark.parametrize(("words", "noun", "expected"), OWNERS)
def test_what_befalls_somebody_is_not_done_by_its_owner(words, noun, expected):
    assert roles(read(words), noun) == expected


SIDES = [
    ("Russian/JJ/2/amod forces/NNS/3/nsubj shelled/VBD/0/root Sumy/NNP/3/obj", [("RU", "MIL"), ("UA", None)]),
    (
        "The/DT/3/det army/NN/3/compound spokesman/NN/6/nsubj of/IN/5/case Kenya/NNP/3/nmod spoke/VBD/0/root",
        [("KE", "MIL")],
    ),
    ("Kenyan/JJ/2/amod leaders/NNS/3/nsubj met/VBD/0/root", [("KE", "GOV")]),
    ("Union/NN/2/compound leaders/NNS/3/nsubj met/VBD/0/root", [(None, "LAB")]),
    ("pro-Russian/JJ/2/amod rebels/NNS/3/nsubj met/VBD/0/root", [(None, "REB")]),
    ("The/DT/3/det former/JJ/3/amod president/NN/4/nsubj spoke/VBD/0/root", [(None, "ELI")]),
    ("Kenyans/NNPS/2/nsubj voted/VBD/0/root", [("KE", "CVL")]),
    ("Doctors/NNS/2/nsubj marched/VBD/0/root", [(None, "MED")]),
    ("The/DT/2/det storm/NN/3/nsubj raged/VBD/0/root", [(None, None)]),
]


@pytest.mark.parametrize(("words", "codes"), SIDES)
def test_a_side_has_the_country_and_the_sector_that_its_words_tell(words, codes):
    found = sorted((p for e in read(words).events for p in e.participants), key=lambda p: p.party.span)
    assert [(p.country, p.sector) for p in found] == codes


def test_an_entity_has_the_codes_that_any_of_its_mentions_tells():
    doc = sketch("Oduya/NNP/5/nsubj the/DT/4/det Kenyan/JJ/4/amod minister/NN/1/appos resigned/VBD/0/root")
    spans = [Span(0, 5), Span(6, 25)]
    heads = [Span(0, 5), Span(17, 25)]
    mentions = [Mention(span=s, head=h, form=f) for s, h, f in zip(spans, heads, ("NAM", "NOM"), strict=True)]
    oduya = Entity(span=spans[0], type="PERSON", name="Oduya", mentions=tuple(m.ref for m in mentions))
    (event,) = Events().extract(Reading.of(doc.text, doc, facts=[*mentions, oduya]))
    assert [(p.country, p.sector) for p in event.participants] == [("KE", "GOV")]


def test_a_verb_of_a_headline_in_the_past_is_a_passive_without_its_auxiliary():
    words = "Mayor/NNP/2/nsubj jailed/VBD/0/root over/IN/4/case bribes/NNS/2/obl"
    assert roles(read(words, headline=True), "jailed") == {"Arg1": "Mayor"}
    assert roles(read(words), "jailed") == {"Arg0": "Mayor"}


def test_who_announces_cuts_makes_them():
    article = read("Rovale/NNP/2/nsubj announced/VBD/0/root cuts/NNS/2/obj")
    assert roles(article, "cuts") == {"Arg0": "Rovale"}


def test_who_does_a_deed_does_what_it_is_for():
    words = (
        "It/PRP/3/nsubj:pass was/VBD/3/aux:pass named/VBN/0/root by/IN/5/case Rovale/NNP/3/obl:agent to/TO/7/mark "
        "mark/VB/3/advcl peace/NN/7/obj"
    )
    assert roles(read(words), "mark") == {"Arg0": "Rovale", "Arg1": "peace"}


def test_a_source_has_no_part_in_what_it_tells():
    words = "Exports/NNS/2/nsubj fell/VBD/0/root according/VBG/5/case to/IN/3/fixed data/NNS/2/obl"
    assert set(roles(read(words), "fell").values()) == {"Exports"}


def test_an_amount_does_nothing_and_has_its_whole_phrase():
    doc = sketch(
        "Spending/NN/3/nsubj:pass was/VBD/3/aux:pass cut/VBN/0/root by/IN/5/case $/$/3/obl:agent 30m/CD/5/nummod"
    )
    amount = Quantity(
        span=Span(20, 24), number=Span(21, 24), value=Interval(low=Decimal(30), high=Decimal(30)), dimension="money"
    )
    event = next(event for event in Events().extract(Reading.of(doc.text, doc, facts=[amount])) if event.lemma == "cut")
    assert [p.party.span for p in event.participants] == [Span(0, 8)]


TAKERS = {
    "an order": (
        "“/``/2/punct Ask/VB/7/ccomp me/PRP/2/obj ,/,/2/punct ”/''/2/punct he/PRP/7/nsubj said|say/VBD/0/root",
        "Ask",
        {"Arg1": "me"},
    ),
    "let us": (
        "Let/VB/0/root ’s/PRP/3/nsubj wait/VB/1/ccomp",
        "wait",
        {},
    ),
    "a count": (
        (
            "The/DT/2/det plan/NN/4/nsubj:pass was|be/VBD/4/aux:pass defeated|defeat/VBN/0/root 52/CD/4/obl:unmarked "
            "to/IN/7/case 42/CD/4/obl"
        ),
        "defeated",
        {"Arg1": "The plan"},
    ),
    "hit out at": (
        "Heads/NNS/2/nsubj hit/VBD/0/root out/RP/2/compound:prt at/IN/5/case plans/NNS/2/obl",
        "hit",
        {"Arg0": "Heads", "Arg1": "plans"},
    ),
}


@pytest.mark.parametrize("case", TAKERS)
def test_no_one_else_takes_part(case):
    words, verb, expected = TAKERS[case]
    assert roles(read(words), verb) == expected


def test_do_may_stand_for_a_verb_left_out():
    article = read("They/PRP/2/nsubj do/VBP/0/root not/RB/2/advmod ././2/punct")
    assert article.events == ()


def test_what_is_lacking_did_not_happen():
    article = read("He/PRP/2/nsubj drove|drive/VBD/0/root without/IN/5/case an/DT/5/det accident/NN/2/obl")
    found = told(article, "accident")
    assert found is not None
    assert found.polarity == "NEG"


def test_what_is_sent_or_used_receives_nothing():
    doc = sketch("Norland/NNP/2/nsubj sent|send/VBD/0/root a/DT/4/det team/NN/2/obj to/IN/6/case Oster/NNP/2/obl")
    at = doc.text.index("team")
    place = Span(at - 2, at + 4)
    mention = Mention(span=place, head=Span(at, at + 4), form="NOM", type="GROUP")
    group = Entity(span=place, type="GROUP", name="a team", mentions=(mention.ref,))
    events = list(Events().extract(Reading.of(doc.text, doc, facts=[mention, group])))
    given = {p.role for event in events for p in event.participants if p.party.span == place}
    assert given == {"THEME"}
