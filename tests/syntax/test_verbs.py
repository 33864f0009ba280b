"""Auxiliaries, negation, tense and aspect."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("name", "verb", "group"),
    [
        ("unconfirmed", "confirmed", ["has", "not", "confirmed"]),
        ("joined-verbs", "condemned", ["have", "long", "condemned"]),
        ("particle", "pointed", ["pointed", "out"]),
        ("copula-negated", "ready", ["is", "not", "ready"]),
        ("copula-nominal", "pilot", ["has", "been"]),
        ("no-longer", "supports", ["no", "longer", "supports"]),
        ("passive-agent", "rejected", ["was", "rejected"]),
        ("object-control", "leave", ["leave"]),
    ],
)
def test_the_verb_group_holds_the_small_words(sentence, name, verb, group) -> None:
    assert sentence(name).ask("verb_group", verb) == group


@pytest.mark.parametrize(
    ("name", "verb", "word"),
    [
        ("unconfirmed", "confirmed", "not"),
        ("unconfirmed", "has", "not"),
        ("no-longer", "supports", "no"),
        ("neither-nor", "confirmed", "neither"),
        ("neither-nor", "denied", "nor"),
        ("no-one", "confirmed", None),
    ],
)
def test_negation_gives_the_word(sentence, name, verb, word) -> None:
    assert sentence(name).ask("negation", verb) == word


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("unconfirmed", "confirmed"),
        ("copula-negated", "ready"),
        ("no-longer", "supports"),
        ("neither-nor", "confirmed"),
        ("neither-nor", "denied"),
        ("no-one", "confirmed"),
        ("not-or", "confirm"),
        ("not-or", "deny"),
        ("existential", "is"),
    ],
)
def test_a_clause_may_be_denied_in_many_ways(sentence, name, verb) -> None:
    assert sentence(name).ask("is_negated", verb)


@pytest.mark.parametrize(("name", "verb"), [("that-clause", "burst"), ("joined-verbs", "criticised")])
def test_plain_clauses_are_not_denied(sentence, name, verb) -> None:
    assert not sentence(name).ask("is_negated", verb)


@pytest.mark.parametrize(
    ("name", "verb", "tense", "aspect"),
    [
        ("passive-agent", "rejected", "PAST", "NONE"),
        ("unconfirmed", "confirmed", "PRESENT", "PERFECTIVE"),
        ("whether-clause", "paid", "PAST", "PERFECTIVE"),
        ("joined-verbs", "criticised", "PRESENT", "PERFECTIVE"),
        ("being-repaired", "repaired", "PRESENT", "PROGRESSIVE"),
        ("will-have-fallen", "fallen", "FUTURE", "PERFECTIVE"),
        ("inverted-quote", "yield", "FUTURE", "NONE"),
        ("object-control", "leave", "INFINITIVE", "NONE"),
        ("let-him", "travel", "INFINITIVE", "NONE"),
        ("participle-active", "threatening", "PRESPART", "NONE"),
        ("participle-passive", "supplied", "PASTPART", "NONE"),
        ("that-clause", "burst", "NONE", "NONE"),
        ("copula-negated", "ready", "PRESENT", "NONE"),
        ("copula-nominal", "been", "PRESENT", "PERFECTIVE"),
        ("not-or", "deny", "PAST", "NONE"),
        ("titled-name", "reporters", "NONE", "NONE"),
    ],
)
def test_tense_and_aspect_are_those_of_timeml(sentence, name, verb, tense, aspect) -> None:
    asked = sentence(name)
    assert (asked.ask("tense", verb), asked.ask("aspect", verb)) == (tense, aspect)


def test_modals_auxiliaries_particles_and_adverbs_are_listed(sentence) -> None:
    assert sentence("that-clause").ask("modals", "burst") == ["could"]
    assert sentence("will-have-fallen").ask("auxiliaries", "fallen") == ["will", "have"]
    assert sentence("particle").ask("particle", "pointed") == "out"
    assert sentence("support-for").ask("adverbs", "fell") == ["meanwhile", "sharply"]
    assert sentence("unconfirmed").ask("adverbs", "confirmed") == []
