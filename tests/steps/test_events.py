"""Events: triggers, attributes, sides, types, chains; each with a sentence written for it."""

from __future__ import annotations

import pytest

from newsfacts import Article, Event, Pipeline


def told(article: Article, word: str) -> Event:
    """Give the event that is told by a word."""
    for event in article.events:
        if any(article[mention.head] == word for mention in event.mentions):
            return event
    raise AssertionError(f"no event {word!r}; there are {[article[e.span] for e in article.events]}")


def parties(article: Article, event: Event, role: str) -> list[str]:
    """Give the words that name those in a role."""
    return [article[p.party.span] for p in event.participants if p.role == role and p.party.span is not None]


@pytest.mark.parametrize(
    ("text", "word", "attributes"),
    [
        ("The army shelled the town.", "shelled", ("PAST", "NONE", "POS", None, "OCCURRENCE")),
        ("The army has not left the town.", "left", ("PRESENT", "PERFECTIVE", "NEG", None, "OCCURRENCE")),
        ("The court is reviewing the law.", "reviewing", ("PRESENT", "PROGRESSIVE", "POS", None, "OCCURRENCE")),
        ("The court will review the law.", "review", ("FUTURE", "NONE", "POS", None, "OCCURRENCE")),
        ("The court could strike down the law.", "strike", ("NONE", "NONE", "POS", "could", "OCCURRENCE")),
        ("The spokesman said the bridge was closed.", "said", ("PAST", "NONE", "POS", None, "REPORTING")),
        ("The union wants to end the walkout.", "wants", ("PRESENT", "NONE", "POS", None, "I_STATE")),
        ("The union refused to end the walkout.", "refused", ("PAST", "NONE", "POS", None, "I_ACTION")),
        ("The minister saw the wreck.", "saw", ("PAST", "NONE", "POS", None, "PERCEPTION")),
        ("The road is impassable.", "impassable", ("PRESENT", "NONE", "POS", None, "STATE")),
    ],
)
def test_an_event_has_its_timeml_attributes(pipeline: Pipeline, text, word, attributes):
    event = told(pipeline(text), word)
    found = (event.tense, event.aspect, event.polarity, event.modality, event.event_class)
    assert found == attributes


@pytest.mark.parametrize(
    ("text", "word", "actors", "others"),
    [
        ("Rebels attacked the village.", "attacked", ["Rebels"], ["the village"]),
        ("The village was attacked by rebels.", "attacked", ["rebels"], ["The village"]),
        ("The rebels wanted to attack the village.", "attack", ["The rebels"], ["the village"]),
        ("Troops entered the town and arrested the mayor.", "arrested", ["Troops"], ["the mayor"]),
        ("The rebels carried out an attack on the village.", "attack", ["The rebels"], ["the village"]),
        ("Norway's attack on Sweden failed.", "attack", ["Norway's"], ["Sweden"]),
        ("The men who attacked the village fled.", "attacked", ["The men"], ["the village"]),
    ],
)
def test_sides_are_found_through_the_sentence(pipeline: Pipeline, text, word, actors, others):
    article = pipeline(text)
    event = told(article, word)
    assert [name.removesuffix("'s") for name in parties(article, event, "ACTOR")] == [
        a.removesuffix("'s") for a in actors
    ]
    rest = [article[p.party.span] for p in event.participants if p.role != "ACTOR" and p.party.span is not None]
    assert set(others) <= set(rest)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Russian troops attacked the Ukrainian city of Sumy.", "attacked", "ASSAULT"),
        ("Police arrested the opposition leader.", "arrested", "COERCE"),
        ("Norway imposed sanctions on Belarus.", "sanctions", "SANCTION"),
        ("Kenya lifted the curfew in Nairobi.", "lifted", "CONCEDE"),
        ("Iran accused Israel of spying.", "accused", "ACCUSE"),
        ("Sweden urged Hungary to ratify the treaty.", "urged", "REQUEST"),
        ("Hungary rejected the Swedish proposal.", "rejected", "REJECT"),
        ("Peru agreed to extradite the general.", "agreed", "AGREE"),
        ("Sudan threatened to expel the envoy.", "threatened", "THREATEN"),
        ("Students protested against the Chilean government.", "protested", "PROTEST"),
        ("Japan sent food aid to Nepal.", "sent", "AID"),
        ("French and German ministers met in Berlin.", "met", "CONSULT"),
        ("The president of Brazil praised the Chilean court.", "praised", "SUPPORT"),
        ("Ethiopia withdrew its troops from Somalia.", "withdrew", "RETREAT"),
        ("Poland deployed troops to the border with Belarus.", "deployed", "MOBILIZE"),
        ("Kenya and Uganda signed a trade agreement.", "agreement", "SUPPORT"),
        # who is involved, tense and polarity decide
        ("Germany will send weapons and food aid to Ukraine.", "send", "AGREE"),
        ("Turkey will impose sanctions on Syria.", "sanctions", "THREATEN"),
        ("Hungary did not accept the Swedish terms.", "accept", "REJECT"),
        ("The bank attacked the problem with a new tool.", "attacked", None),
        ("The striker attacked the goal.", "attacked", None),
        ("The sunlight killed the germs.", "killed", None),
    ],
)
def test_an_event_of_politics_has_its_type(pipeline: Pipeline, text, word, kind):
    assert told(pipeline(text), word).type == kind


def test_what_is_only_asked_for_has_no_type_of_its_own(pipeline: Pipeline):
    article = pipeline("Sweden urged Hungary to ratify the treaty.")
    assert [event.type for event in article.events if event.type is not None] == ["REQUEST"]


def test_what_is_theirs_is_no_other_side(pipeline: Pipeline):
    article = pipeline("Ethiopia withdrew its troops from Somalia.")
    assert parties(article, told(article, "withdrew"), "RECIPIENT") == ["Somalia"]


def test_a_place_under_the_object_is_the_place_of_the_event(pipeline: Pipeline):
    article = pipeline("The company cut 300 jobs in France.")
    assert parties(article, told(article, "cut"), "LOCATION") == ["France"]


def test_an_event_has_its_time_and_its_relation(pipeline: Pipeline):
    article = pipeline("The dam broke on 3 March 2020.")
    [time] = told(article, "broke").times
    assert (article[time.time].value, time.relation) == ("2020-03-03", "IS_INCLUDED")


def test_an_event_has_its_quantities(pipeline: Pipeline):
    article = pipeline("The flood killed 40 people.")
    assert [article[article[ref].number] for ref in told(article, "killed").quantities] == ["40"]


def test_a_verb_and_its_noun_tell_one_event(pipeline: Pipeline):
    article = pipeline("Norway expelled the envoy on Monday. The expulsion angered Moscow.")
    event = told(article, "expelled")
    assert [article[m.head] for m in event.mentions] == ["expelled", "expulsion"]


def test_a_general_noun_takes_up_what_was_told(pipeline: Pipeline):
    article = pipeline("Norway has authorised the army to use drones. The decision was praised by Finland.")
    event = told(article, "authorised")
    assert [article[m.head] for m in event.mentions] == ["authorised", "decision"]


def test_the_same_deed_of_others_is_another_event(pipeline: Pipeline):
    article = pipeline("Norway attacked Sweden. Later Chile attacked Peru.")
    assert told(article, "attacked").mentions == (told(article, "attacked").mentions[0],)


def test_events_are_ranked_by_what_the_article_is_about(pipeline: Pipeline):
    text = "Norway attacked Sweden on Monday, the ministry said.\nThe weather was fine.\nThe attack shocked Europe."
    article = pipeline(text)
    assert article[article.events[0].span] == "attacked"
    assert article.events[0].salience > article.events[-1].salience


def test_a_byline_tells_no_event(pipeline: Pipeline):
    article = pipeline("Norway attacks Sweden\nBy Ann Reports\nNorway attacked Sweden on Monday, the ministry said.")
    byline = article.text.index("By Ann")
    assert not any(byline <= event.span.start < byline + 14 for event in article.events)


def test_reading_twice_gives_the_same(pipeline: Pipeline):
    text = "Rebels attacked the village in May. The attack killed 12 people, police said."
    assert pipeline(text).events == pipeline(text).events
