"""Stances by rule, each on a hand-made parse of a sentence written for it; tone; positions."""

from __future__ import annotations

import pytest

from newsfacts import AUTHOR, Article, Claim, Event, Lexicons, Participant, Party, Reading, Span, Stance, Target
from newsfacts.steps.stance import Stances, positions, stance_between, tone_toward
from newsfacts.steps.stance.frames import Family, forms_of, judgements
from newsfacts.steps.stance.model import BUCKETS, ToneModel, bucket
from newsfacts.testing.parses import sketch

LEXICONS = Lexicons()

# a sentence, and for each of its stances: holder, cue, target, polarity, rule
SENTENCES = {
    "praise": (
        "The|the/DT/2/det senator/NN/3/nsubj praised|praise/VBD/0/root the/DT/6/det new/JJ/6/amod law/NN/3/obj ././3/punct",
        [("The senator", "praised", "the new law", "support", "verb-object")],
    ),
    "a vow, a limit, a support": (
        "The|the/DT/2/det senator/NN/4/nsubj has|have/VBZ/4/aux vowed|vow/VBN/0/root to/TO/6/mark limit/VB/4/xcomp "
        "support/NN/6/obj for/IN/9/case Norland/NNP/7/nmod ././4/punct",
        [
            ("The senator", "limit", "support for Norland", "oppose", "verb-object"),
            ("The senator", "limit", "Norland", "oppose", "derived-embrace"),
        ],
    ),
    "what is taken for the verb's company": (
        "The|the/DT/2/det senator/NN/3/nsubj limited|limit/VBD/0/root support/NN/3/obj for/IN/6/case Norland/NNP/3/obl ././3/punct",
        [
            ("The senator", "limited", "support for Norland", "oppose", "verb-object"),
            ("The senator", "limited", "Norland", "oppose", "derived-embrace"),
        ],
    ),
    "refused to": (
        "Hale/NNP/2/nsubj refused|refuse/VBD/0/root to/TO/4/mark endorse/VB/2/xcomp Reyes/NNP/4/obj ././2/punct",
        [("Hale", "endorse", "Reyes", "oppose", "verb-object")],
    ),
    "a passive with an agent": (
        "The|the/DT/2/det plan/NN/4/nsubj:pass was|be/VBD/4/aux:pass rejected|reject/VBN/0/root by/IN/7/case the/DT/7/det "
        "council/NN/4/obl:agent ././4/punct",
        [("the council", "rejected", "The plan", "oppose", "verb-object")],
    ),
    "a holder left unsaid": (
        "The|the/DT/2/det mayor/NN/4/nsubj:pass was|be/VBD/4/aux:pass accused|accuse/VBN/0/root of/IN/6/case fraud/NN/4/obl ././4/punct",
        [("accused", "accused", "The mayor", "oppose", "verb-unsaid")],
    ),
    "people": (
        "Critics|critic/NNS/5/nsubj of/IN/4/case the/DT/4/det dam/NNP/1/nmod marched|march/VBD/0/root ././5/punct",
        [("Critics", "Critics", "the dam", "oppose", "people-people")],
    ),
    "people with an owner": (
        "His|his/PRP$/2/nmod:poss supporters|supporter/NNS/3/nsubj sang|sing/VBD/0/root ././3/punct",
        [("His supporters", "supporters", "His", "support", "people-people")],
    ),
    "a denied attitude": (
        "The|the/DT/2/det union/NN/5/nsubj does|do/VBZ/5/aux not/RB/5/advmod support/VB/0/root the/DT/7/det merger/NN/5/obj ././5/punct",
        [("The union", "support", "the merger", "oppose", "verb-object")],
    ),
    "a denied deed tells nothing": (
        "The|the/DT/2/det union/NN/5/nsubj did|do/VBD/5/aux not/RB/5/advmod condemn/VB/0/root the/DT/7/det strike/NN/5/obj ././5/punct",
        [],
    ),
    "a condition": (
        "If|if/IN/4/mark the/DT/3/det council/NN/4/nsubj backs|back/VBZ/9/advcl the/DT/6/det plan/NN/4/obj "
        ",/,/9/punct work/NN/9/nsubj starts|start/VBZ/0/root ././9/punct",
        [],
    ),
    "a question": (
        "Will|will/MD/4/aux the/DT/3/det mayor/NN/4/nsubj back/VB/0/root the/DT/6/det plan/NN/4/obj ?/./4/punct",
        [],
    ),
    "a duty of others": (
        "The|the/DT/2/det minister/NN/4/nsubj should/MD/4/aux reject/VB/0/root the/DT/6/det plan/NN/4/obj ././4/punct",
        [],
    ),
    "nobody": (
        "No|no/DT/2/det one/NN/3/nsubj supports|support/VBZ/0/root the/DT/5/det merger/NN/3/obj ././3/punct",
        [],
    ),
    "an adjective": (
        "Reyes/NNP/3/nsubj is|be/VBZ/3/cop critical/JJ/0/root of/IN/6/case the/DT/6/det tax/NN/3/obl ././3/punct",
        [("Reyes", "critical", "the tax", "oppose", "adjective-preposition-of")],
    ),
    "in favour of": (
        "Lobbyists|lobbyist/NNS/4/nsubj are|be/VBP/4/cop in/IN/4/case favour/NN/0/root of/IN/7/case the/DT/7/det tax/NN/4/nmod ././4/punct",
        [("Lobbyists", "favour", "the tax", "support", "noun-phrase")],
    ),
    "object and infinitive": (
        "The|the/DT/2/det envoy/NN/3/nsubj urged|urge/VBD/0/root the/DT/5/det rebels|rebel/NNS/3/obj to/TO/7/mark "
        "leave/VB/3/xcomp the/DT/9/det city/NN/7/obj ././3/punct",
        [("The envoy", "urged", "the rebels to leave the city", "support", "verb-infinitive")],
    ),
    "called on": (
        "The|the/DT/2/det envoy/NN/3/nsubj called|call/VBD/0/root on/IN/6/case the/DT/6/det rebels|rebel/NNS/3/obl "
        "to/TO/8/mark leave/VB/6/acl ././3/punct",
        [("The envoy", "called", "the rebels to leave", "support", "verb-infinitive")],
    ),
    "let us": (
        "Let|let/VB/0/root 's|we/PRP/1/obj ban/VB/1/xcomp the/DT/5/det boats|boat/NNS/3/obj ././1/punct",
        [],
    ),
    "fear": (
        "Nurses|nurse/NNS/2/nsubj fear/VBP/0/root that/IN/7/mark the/DT/5/det quota/NN/7/nsubj will/MD/7/aux ruin/VB/2/ccomp "
        "the/DT/9/det town/NN/7/obj ././2/punct",
        [("Nurses", "fear", "the quota will ruin the town", "oppose", "verb-clause")],
    ),
    "criticism received": (
        "The|the/DT/2/det move/NN/3/nsubj drew|draw/VBD/0/root criticism/NN/3/obj from/IN/6/case unions|union/NNS/3/obl ././3/punct",
        [("unions", "criticism", "The move", "oppose", "noun-received")],
    ),
    "criticism received from nobody named": (
        "The|the/DT/2/det move/NN/3/nsubj drew|draw/VBD/0/root criticism/NN/3/obj ././3/punct",
        [("criticism", "criticism", "The move", "oppose", "noun-received-unsaid")],
    ),
    "a light verb": (
        "Hale/NNP/2/nsubj voiced|voice/VBD/0/root support/NN/2/obj for/IN/6/case the/DT/6/det strike/NN/3/nmod ././2/punct",
        [("Hale", "support", "the strike", "support", "noun-preposition")],
    ),
    "a judgement": (
        "Reyes/NNP/2/nsubj said|say/VBD/0/root the/DT/4/det dam/NN/6/nsubj was|be/VBD/6/cop dangerous/JJ/2/ccomp ././2/punct",
        [("Reyes", "dangerous", "the dam", "oppose", "judged-predicate")],
    ),
    "too late": (
        "Reyes/NNP/2/nsubj argued|argue/VBD/0/root it/PRP/5/nsubj had|have/VBD/5/aux come/VBN/2/ccomp too/RB/7/advmod "
        "late/RB/5/advmod ././2/punct",
        [("Reyes", "too late", "it", "oppose", "judged-excess")],
    ),
    "a duty": (
        "Reyes/NNP/2/nsubj said|say/VBD/0/root the/DT/4/det sheriff/NN/6/nsubj should/MD/6/aux resign/VB/2/ccomp ././2/punct",
        [
            ("Reyes", "should", "the sheriff should resign", "support", "judged-duty"),
            ("Reyes", "should", "the sheriff", "oppose", "derived-owes"),
        ],
    ),
    "a manner": (
        "Reyes/NNP/2/nsubj said|say/VBD/0/root the/DT/4/det company/NN/6/nsubj had|have/VBD/6/aux acted|act/VBN/2/ccomp "
        "irresponsibly/RB/6/advmod ././2/punct",
        [("Reyes", "irresponsibly", "the company", "oppose", "judged-manner")],
    ),
    "a deed": (
        "Reyes/NNP/2/nsubj said|say/VBD/0/root the/DT/4/det sheriff/NN/6/nsubj had|have/VBD/6/aux lied|lie/VBN/2/ccomp ././2/punct",
        [("Reyes", "lied", "the sheriff", "oppose", "judged-deed")],
    ),
    "an alleged deed": (
        "Reyes/NNP/2/nsubj claimed|claim/VBD/0/root the/DT/4/det army/NN/5/nsubj bombed|bomb/VBD/2/ccomp the/DT/7/det "
        "villagers|villager/NNS/5/obj ././2/punct",
        [("Reyes", "bombed", "the army", "oppose", "judged-deed")],
    ),
    "a deed told by the author": (
        "The|the/DT/2/det army/NN/3/nsubj bombed|bomb/VBD/0/root the/DT/5/det villages|village/NNS/3/obj ././3/punct",
        [("The army", "bombed", "the villages", "oppose", "verb-object")],
    ),
    "a need": (
        "Reyes/NNP/2/nsubj said|say/VBD/0/root the/DT/4/det town/NN/5/nsubj needs|need/VBZ/2/ccomp a/DT/7/det hospital/NN/5/obj ././2/punct",
        [("Reyes", "needs", "a hospital", "support", "judged-need")],
    ),
    "a label": (
        "Nurses|nurse/NNS/2/nsubj called|call/VBD/0/root the/DT/4/det plan/NN/2/obj reckless/JJ/2/xcomp ././2/punct",
        [("Nurses", "reckless", "the plan", "oppose", "judged-label")],
    ),
    "seen as": (
        "Nurses|nurse/NNS/2/nsubj saw|see/VBD/0/root the/DT/4/det change/NN/2/obj as/IN/6/case necessary/JJ/2/advcl ././2/punct",
        [("Nurses", "necessary", "the change", "support", "judged-label")],
    ),
    "against beside the object": (
        "Norland/NNP/2/nsubj defended|defend/VBD/0/root the/DT/4/det port/NN/2/obj against/IN/7/case the/DT/7/det "
        "rebels|rebel/NNS/2/obl ././2/punct",
        [
            ("Norland", "defended", "the port", "support", "verb-object"),
            ("Norland", "defended", "the rebels", "oppose", "verb-preposition-against"),
        ],
    ),
    "a policy of": (
        "Norland/NNP/2/nsubj maintained|maintain/VBD/0/root a/DT/4/det policy/NN/2/obj of/IN/6/mark banning|ban/VBG/4/acl "
        "boats|boat/NNS/6/obj ././2/punct",
        [("Norland", "banning", "boats", "oppose", "verb-object")],
    ),
    "a hollow target": (
        "The|the/DT/2/det senator/NN/3/nsubj asked|ask/VBD/0/root for/IN/5/case comment/NN/3/obl ././3/punct",
        [],
    ),
    "the reason is no target": (
        "Hale/NNP/2/nsubj criticised|criticise/VBD/0/root Reyes/NNP/2/obj for/IN/6/case the/DT/6/det delay/NN/2/obl ././2/punct",
        [("Hale", "criticised", "Reyes", "oppose", "verb-object")],
    ),
    "whose attack": (
        "Hale/NNP/2/nsubj denounced|denounce/VBD/0/root Norland/NNP/5/nmod:poss 's/POS/3/case attack/NN/2/obj ././2/punct",
        [
            ("Hale", "denounced", "Norland's attack", "oppose", "verb-object"),
            ("Hale", "denounced", "Norland", "oppose", "derived-whose"),
        ],
    ),
    "a verb taken for an adjective": (
        "Hale/NNP/3/nsubj accused|accuse/VBN/3/amod Democrats/NNPS/0/root of/IN/5/mark stalling|stall/VBG/3/acl ././3/punct",
        [("Hale", "accused", "Democrats", "oppose", "verb-mended")],
    ),
    "voted against": (
        "Hale/NNP/2/nsubj voted|vote/VBD/0/root against/IN/5/case the/DT/5/det budget/NN/2/obl ././2/punct",
        [("Hale", "voted", "the budget", "oppose", "verb-preposition-against")],
    ),
    "a promise": (
        "Reyes/NNP/2/nsubj promised|promise/VBD/0/root to/TO/4/mark rebuild/VB/2/xcomp the/DT/6/det bridge/NN/4/obj ././2/punct",
        [("Reyes", "promised", "rebuild the bridge", "support", "verb-clause")],
    ),
    "an attempt": (
        "Reyes/NNP/2/nsubj tried|try/VBD/0/root to/TO/4/mark block/VB/2/xcomp the/DT/6/det merger/NN/4/obj ././2/punct",
        [("Reyes", "block", "the merger", "oppose", "verb-object")],
    ),
    "a shared subject": (
        "Reyes/NNP/2/nsubj backed|back/VBD/0/root the/DT/4/det deal/NN/2/obj and/CC/6/cc praised|praise/VBD/2/conj the/DT/8/det judge/NN/6/obj ././2/punct",
        [
            ("Reyes", "backed", "the deal", "support", "verb-object"),
            ("Reyes", "praised", "the judge", "support", "verb-object"),
        ],
    ),
    "a fact confirmed is no stance": (
        "The|the/DT/2/det army/NN/5/nsubj has|have/VBZ/5/aux not/RB/5/advmod confirmed|confirm/VBN/0/root the/DT/7/det losses|loss/NNS/5/obj ././5/punct",
        [],
    ),
}


def read(words, *facts):
    doc = sketch(words)
    return Reading.of(doc.text, doc, facts=facts, lexicons=LEXICONS)


def find(reading, part):
    start = reading.text.index(part)
    return Span(start, start + len(part))


@pytest.mark.parametrize("name", SENTENCES)
def test_sentence(name):
    words, expected = SENTENCES[name]
    reading = read(words)
    found = [
        (reading[each.holder.span], reading[each.cue], reading[each.target.span], each.polarity, each.rule)
        for each in Stances().extract(reading)
    ]
    assert found == expected


def test_a_chain_explains_the_sign():
    reading = read(SENTENCES["a vow, a limit, a support"][0])
    first, second = Stances().extract(reading)
    assert [(reading[link.span], link.sign) for link in first.chain] == [("vowed", 1), ("limit", -1)]
    assert [(reading[link.span], link.sign) for link in second.chain] == [("vowed", 1), ("limit", -1), ("support", 1)]
    assert (first.level, second.level, first.basis) == ("primary", "derived", "commitment")
    assert second.certainty < first.certainty


def test_derived_stances_can_be_left_out():
    reading = read(SENTENCES["a vow, a limit, a support"][0])
    assert [each.level for each in Stances(derived=False).extract(reading)] == ["primary"]
    assert not list(Stances(floor=0.99).extract(reading))


def test_timing_is_an_aspect():
    [stance] = Stances().extract(read(SENTENCES["too late"][0]))
    assert stance.aspect == "timing"


def test_the_speaker_of_a_claim_holds_its_judgements():
    words = "\"/``/5/punct The|the/DT/3/det dam/NN/5/nsubj is|be/VBZ/5/cop dangerous/JJ/0/root ,/,/5/punct \"/''/5/punct Reyes/NNP/5/dep"
    plain = read(words)
    assert not list(Stances().extract(plain))
    source = Party(form="UNNAMED", span=find(plain, "Reyes"))
    dam = find(plain, "The dam is dangerous")
    claim = Claim(
        span=Span(0, len(plain.text)),
        source=source,
        cue=(),
        content=(dam,),
        form="direct",
        act="speech",
        status="ASSERTED",
    )
    [stance] = Stances().extract(read(words, claim))
    assert stance.holder.span == source.span
    assert stance.polarity == "oppose"


def test_political_acts_show_where_actors_stand():
    reading = read("Norland/NNP/2/nsubj shelled|shell/VBD/0/root Sutland/NNP/2/obj ././2/punct")
    doer = Party(form="UNNAMED", span=find(reading, "Norland"))
    other = Party(form="UNNAMED", span=find(reading, "Sutland"))
    event = Event(
        span=find(reading, "shelled"),
        lemma="shell",
        type="ASSAULT",
        participants=(Participant(role="ACTOR", party=doer), Participant(role="RECIPIENT", party=other)),
    )
    acts = [
        each
        for each in Stances().extract(
            read("Norland/NNP/2/nsubj shelled|fire/VBD/0/root Sutland/NNP/2/dep ././2/punct", event)
        )
    ]
    assert [(each.polarity, each.level, each.rule) for each in acts] == [("oppose", "derived", "derived-deed")]


def test_a_holder_and_a_target_can_be_asked_about():
    reading = read(SENTENCES["refused to"][0])
    asked = stance_between(reading, find(reading, "Hale"), find(reading, "Reyes"))
    assert (asked.polarity, asked.rule) == ("oppose", "verb-object")
    back = stance_between(reading, find(reading, "Reyes"), find(reading, "Hale"))
    assert (back.polarity, back.certainty) == ("neutral", 0.0)


def test_the_tone_toward_a_name():
    reading = read(
        "Reyes/NNP/4/nsubj is|be/VBZ/4/cop a/DT/4/det liar/NN/0/root who/WP/6/nsubj betrayed|betray/VBD/4/acl:relcl "
        "her/PRP$/8/nmod:poss voters|voter/NNS/6/obj ././4/punct"
    )
    tone = tone_toward(reading, find(reading, "Reyes"))
    assert tone.polarity == "oppose"
    assert 0.4 < tone.probability <= 1


def test_probabilities_sum_to_one():
    model = ToneModel.of(LEXICONS)
    shares = model.probabilities({"v L3-": 1.0, "never seen": 1.0})
    assert sum(shares.values()) == pytest.approx(1, abs=1e-5)
    assert model.size == 3 * (BUCKETS + 1)
    assert bucket("v L3-") == bucket("v L3-") < BUCKETS


def stance(start, polarity, *, target="plan", aspect=None):
    return Stance(
        span=Span(start, start + 9),
        holder=Party(form="UNNAMED", span=Span(0, 4)),
        target=Target(span=Span(5, 9) if target == "plan" else Span(10, 12)),
        polarity=polarity,
        cue=Span(start, start + 3),
        basis="speech",
        aspect=aspect,
    )


def test_a_reservation_leaves_the_position():
    text = "Hale plan it ........................................"
    article = Article(text=text, facts=(stance(20, "support"), stance(30, "oppose", target="it", aspect="timing")))
    [position] = positions(article)
    assert (position.polarity, len(position.reservations), len(position.stances)) == ("support", 1, 2)


def test_both_ways_is_mixed_and_a_late_turn_is_a_change():
    text = "Hale plan it ........................................................."
    [position] = positions(Article(text=text, facts=(stance(20, "support"), stance(30, "oppose"))))
    assert position.polarity == "mixed"
    turned = Article(text=text, facts=(stance(20, "support"), stance(31, "support"), stance(45, "oppose")))
    [position] = positions(turned)
    assert (position.polarity, position.changed) == ("oppose", True)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("ban", "banned"),
        ("back", "backing"),
        ("criticise", "criticising"),
        ("deny", "denied"),
        ("withhold", "withheld"),
    ],
)
def test_forms(word, form):
    assert form in forms_of(LEXICONS, word, "verb")


def test_lexicons_are_sound():
    families = LEXICONS.table("stance", Family)
    assert all(
        {family.object, family.clause, family.effect, *family.prepositions.values()} <= {-1, 0, 1}
        for family in families.values()
    )
    words = judgements(LEXICONS)
    assert words.adjectives["reckless"] == -1
    assert words.nouns["triumphs"] == 1


def test_without_a_parse_there_are_no_stances():
    import spacy

    text = "Hale praised Reyes."
    reading = Reading.of(text, spacy.blank("en")(text), lexicons=LEXICONS)
    assert not list(Stances().extract(reading))
    assert tone_toward(reading, Span(13, 18)).polarity in {"support", "oppose", "neutral"}
    assert AUTHOR.span is None
