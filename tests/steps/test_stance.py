"""Stances by rule, each on a hand-made parse of a sentence written for it; tone; positions."""

from __future__ import annotations

import math
import tomllib
from pathlib import Path

import pytest
from attrs import evolve

from newsfacts import (
    AUTHOR,
    Article,
    Claim,
    Entity,
    Event,
    Lexicons,
    Mention,
    Participant,
    Party,
    Reading,
    Span,
    Stance,
    Target,
)
from newsfacts.steps.stance import Stances, Tones, positions, stance_between, tone_toward
from newsfacts.steps.stance.findings import candidates
from newsfacts.steps.stance.frames import Family, forms_of, judgements
from newsfacts.steps.stance.model import BUCKETS, ToneModel, bucket
from newsfacts.steps.stance.rules import findings
from newsfacts.steps.stance.scene import Scene
from newsfacts.steps.stance.scoring import scored, traits, weights
from newsfacts.testing.parses import sketch

LEXICONS = Lexicons()

SENTENCES = tomllib.loads((Path(__file__).parent / "stance.toml").read_text("utf-8"))


def read(words, *facts):
    doc = sketch(words)
    return Reading.of(doc.text, doc, facts=facts, lexicons=LEXICONS)


def find(reading, part):
    start = reading.text.index(part)
    return Span(start, start + len(part))


@pytest.mark.parametrize("name", SENTENCES)
def test_sentence(name):
    reading = read(SENTENCES[name]["words"])
    found = [
        [reading[each.holder.span], reading[each.cue], reading[each.target.span], each.polarity, each.rule]
        for each in Stances(floor=0).extract(reading)
    ]
    assert found == SENTENCES[name]["stances"]


def test_a_chain_explains_the_sign():
    reading = read(SENTENCES["a vow, a limit, a support"]["words"])
    first, second = Stances(floor=0).extract(reading)
    assert [(reading[link.span], link.sign) for link in first.chain] == [("vowed", 1), ("limit", -1)]
    assert [(reading[link.span], link.sign) for link in second.chain] == [("vowed", 1), ("limit", -1), ("support", 1)]
    assert (first.level, second.level, first.basis) == ("primary", "derived", "commitment")
    assert second.certainty < first.certainty


def test_derived_stances_can_be_left_out():
    reading = read(SENTENCES["a vow, a limit, a support"]["words"])
    assert [each.level for each in Stances(derived=False).extract(reading)] == ["primary"]
    assert not list(Stances(floor=0.99).extract(reading))


def test_timing_is_an_aspect():
    [stance] = Stances().extract(read(SENTENCES["too late"]["words"]))
    assert stance.aspect == "timing"


def test_the_speaker_of_a_claim_holds_its_judgements():
    words = "The|the/DT/2/det dam/NN/4/nsubj is|be/VBZ/4/cop dangerous/JJ/0/root ,/,/4/punct Reyes/NNP/4/dep"
    plain = read(words)
    assert not list(Stances().extract(plain))
    source = Party(form="UNNAMED", span=find(plain, "Reyes"))
    claim = Claim(
        span=Span(0, len(plain.text)),
        source=source,
        cue=(),
        content=(find(plain, "The dam is dangerous"),),
        form="direct",
        act="speech",
        status="ASSERTED",
    )
    [stance] = Stances().extract(read(words, claim))
    assert stance.holder.span == source.span
    assert stance.polarity == "oppose"


def test_political_acts_show_where_actors_stand():
    reading = read("Norland/NNP/2/nsubj shelled|shell/VBD/0/root Sutland/NNP/2/obj ././2/punct")
    names = [Entity(span=find(reading, name), type="GPE", name=name) for name in ("Norland", "Sutland")]
    doer, other = (Party(form="ENTITY", span=each.span, entity=each.ref) for each in names)
    event = Event(
        span=find(reading, "shelled"),
        lemma="shell",
        type="ASSAULT",
        participants=(Participant(role="ACTOR", party=doer), Participant(role="RECIPIENT", party=other)),
    )
    words = "Norland/NNP/2/nsubj shelled|fire/VBD/0/root Sutland/NNP/2/dep ././2/punct"
    acts = list(Stances().extract(read(words, event, *names)))
    assert [(each.polarity, each.level, each.rule) for each in acts] == [("oppose", "derived", "derived-deed")]


def test_each_name_of_a_list_holds_the_stance():
    words = (
        "Norland/NNP/4/nsubj and/CC/3/cc Sutland/NNP/1/conj praised|praise/VBD/0/root the/DT/6/det plan/NN/4/obj "
        "././4/punct"
    )
    plain = read(words)
    assert [plain[each.holder.span] for each in Stances(floor=0).extract(plain)] == ["Norland and Sutland"]
    mentions = [
        Mention(span=s, head=s, form="NAM", type="GPE") for s in (find(plain, "Norland"), find(plain, "Sutland"))
    ]
    names = [Entity(span=m.span, type="GPE", name=plain[m.span], mentions=(m.ref,)) for m in mentions]
    reading = read(words, *mentions, *names)
    found = list(Stances(floor=0).extract(reading))
    assert [(reading[each.holder.span], each.holder.entity) for each in found] == [(e.name, e.ref) for e in names]


def test_a_certainty_is_the_probability_of_the_traits():
    reading = read(SENTENCES["a holder left unsaid"]["words"])
    scene = Scene(reading)
    [finding] = candidates(scene, findings(scene))
    known = weights(LEXICONS)
    total = known["bias"] + sum(known.get(trait, 0) for trait in traits(scene, finding))
    assert scored(scene, finding).certainty == pytest.approx(1 / (1 + math.exp(-total)), abs=0.006)
    assert "holder:unsaid" in set(traits(scene, finding))
    assert not list(Stances(floor=0.99).extract(reading))


def test_a_holder_and_a_target_can_be_asked_about():
    reading = read(SENTENCES["refused to"]["words"])
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


def test_a_tone_step_speaks_where_it_is_sure():
    words = (
        "Reyes/NNP/4/nsubj is|be/VBZ/4/cop a/DT/4/det liar/NN/0/root who/WP/6/nsubj betrayed|betray/VBD/4/acl:relcl "
        "her/PRP$/8/nmod:poss voters|voter/NNS/6/obj ././4/punct"
    )
    mention = Mention(span=Span(0, 5), head=Span(0, 5), form="NAM", type="PERSON")
    entity = Entity(span=Span(0, 5), type="PERSON", name="Reyes", mentions=(mention.ref,))
    reading = read(words, mention, entity)
    [tone] = Tones(sure=0.4).extract(reading)
    assert (tone.target, tone.polarity, tone.rule) == (entity.ref, "oppose", "learnt")
    assert not list(Tones(sure=0.999).extract(reading))
    assert not list(Tones(sure=0.4, people=0).extract(reading))


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


def test_what_somebody_else_denies_is_no_stance():
    words = """
Diallo|Diallo/NNP/2/nsubj denied|deny/VBD/0/root that/IN/6/mark the/DT/5/det union/NN/6/nsubj backed|back/VBD/2/ccomp
the/DT/8/det ban/NN/6/obj ././2/punct"""
    bare = read(words)
    claim = Claim(
        span=Span(0, len(bare.text)),
        source=Party(form="UNNAMED", span=find(bare, "Diallo")),
        cue=(find(bare, "denied"),),
        content=(find(bare, "that the union backed the ban"),),
        form="indirect",
        act="speech",
        status="DENIED",
    )
    held = [(bare[each.holder.span], bare[each.target.span]) for each in Stances(floor=0).extract(bare)]
    assert ("the union", "the ban") in held
    left = [(bare[each.holder.span], bare[each.target.span]) for each in Stances(floor=0).extract(read(words, claim))]
    assert ("the union", "the ban") not in left


def test_both_ways_is_mixed_and_a_late_turn_is_a_change():
    text = "Hale plan it ........................................................."
    [position] = positions(Article(text=text, facts=(stance(20, "support"), stance(30, "oppose"))))
    assert position.polarity == "mixed"
    turned = Article(text=text, facts=(stance(20, "support"), stance(31, "support"), stance(45, "oppose")))
    [position] = positions(turned)
    assert (position.polarity, position.changed) == ("oppose", True)


@pytest.mark.parametrize(
    ("before", "after", "polarity"), [("now", "...", "support"), ("once", "...", "oppose"), ("...", "once", "support")]
)
def test_words_of_time_tell_which_stance_is_the_later_one(before, after, polarity):
    text = f"Hale plan it ....... {before:>6} for {after:>6} against ......................."
    first, second = stance(20, "support"), stance(32, "oppose")
    first = evolve(first, cue=Span(28, 31))
    second = evolve(second, cue=Span(39, 46))
    [position] = positions(Article(text=text, facts=(first, second)))
    assert (position.polarity, position.changed) == (polarity, True)


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
    for family in families.values():
        assert {family.object, family.clause, family.effect, *family.prepositions.values()} <= {-1, 0, 1}
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
