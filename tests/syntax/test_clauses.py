"""Who does what to whom, and what is said."""

from __future__ import annotations

import pytest

SUBJECTS = [
    ("inverted-quote", "said", "Steger"),
    ("medial-reporting", "said", "Turner"),
    ("medial-reporting", "confirmed", "ministry"),
    ("passive-agent", "rejected", "plan"),
    ("object-control", "leave", "governor"),
    ("wanted-other", "resign", "minister"),
    ("subject-control", "strike", "union"),
    ("let-him", "travel", "him"),
    ("joined-verbs", "criticised", "Ministers"),
    ("relative-who", "praised", "envoy"),
    ("relative-conjunct", "survived", "guard"),
    ("relative-that", "built", "engineers"),
    ("participle-active", "threatening", "Troops"),
    ("participle-passive", "supplied", "Weapons"),
    ("decision-to", "attack", "Kyiv"),
    ("speaking-in", "Speaking", "Costa"),
    ("thanked-for", "helping", "army"),
    ("copula-clause", "is", "problem"),
    ("copula-clause", "rose", "prices"),
    ("copula-place", "is", "minister"),
    ("ready-to-leave", "leave", "Joe"),
    ("existential", "is", "evidence"),
    ("not-or", "deny", "Moscow"),
    ("gerund-complement", "hiding", "bank"),
]


@pytest.mark.parametrize(("name", "verb", "subject"), SUBJECTS)
def test_a_clause_has_or_inherits_a_subject(sentence, name, verb, subject) -> None:
    assert sentence(name).ask("subject", verb) == subject


@pytest.mark.parametrize(
    ("name", "verb", "own"),
    [("relative-who", "praised", "who"), ("joined-verbs", "criticised", None), ("subject-control", "strike", None)],
)
def test_an_own_subject_is_not_inherited(sentence, name, verb, own) -> None:
    assert sentence(name).ask("subject", verb, inherited=False) == own


@pytest.mark.parametrize(
    ("name", "verb", "actor", "undergoer"),
    [
        ("passive-agent", "rejected", "Turner", "plan"),
        ("participle-passive", "supplied", "Seoul", "Weapons"),
        ("being-repaired", "repaired", None, "bridge"),
        ("relative-that", "built", "engineers", "bridge"),
        ("bare-relative", "approved", "Biden", "missiles"),
        ("particle", "pointed", "Auditors", "errors"),
        ("two-objects-passive", "given", None, "tanks"),
    ],
)
def test_actives_and_passives_agree_on_who_acts(sentence, name, verb, actor, undergoer) -> None:
    asked = sentence(name)
    assert asked.ask("logical_subject", verb) == actor
    assert asked.ask("logical_object", verb) == undergoer


def test_the_subject_of_a_passive_is_no_object(sentence) -> None:
    asked = sentence("passive-agent")
    assert asked.ask("object", "rejected") is None
    assert asked.ask("agent", "rejected") == "Turner"
    assert asked.ask("is_passive", "rejected")
    assert not sentence("object-control").ask("is_passive", "told")


def test_the_one_given_something_is_the_indirect_object(sentence) -> None:
    asked = sentence("two-objects")
    assert asked.ask("indirect_object", "gave") == "Ukraine"
    assert asked.ask("object", "gave") == "tanks"


@pytest.mark.parametrize(
    ("name", "verb", "content", "kind"),
    [
        ("inverted-quote", "said", "yield", "bare"),
        ("medial-reporting", "said", "confirmed", "parataxis"),
        ("that-clause", "said", "burst", "that"),
        ("whether-clause", "asked", "paid", "whether"),
        ("question-word", "explained", "entered", "wh"),
        ("gerund-complement", "denied", "hiding", "gerund"),
        ("object-control", "told", "leave", "infinitive"),
        ("wanted-other", "wanted", "resign", "infinitive"),
        ("let-him", "let", "travel", "infinitive"),
        ("seen-as", "saw", "necessary", "small"),
        ("called-illegal", "called", "illegal", "small"),
        ("copula-clause", "is", "rose", "that"),
        ("ready-to-leave", "ready", "leave", "infinitive"),
        ("passive-agent", "rejected", None, None),
        ("medial-reporting", "confirmed", None, None),
    ],
)
def test_the_complement_is_what_is_said(sentence, name, verb, content, kind) -> None:
    asked = sentence(name)
    assert asked.ask("complement", verb) == content
    assert asked.ask("complement_kind", verb) == kind


def test_a_clause_after_a_colon_is_what_is_said(sentence) -> None:
    asked = sentence("announced-quote")
    assert asked.ask("complement", "added") == "won"
    assert asked.ask("complement", "won") is None


@pytest.mark.parametrize(
    ("name", "head", "phrases"),
    [
        ("according-to", "came", [["from", "Iran"], ["according to", "ministry"]]),
        ("passive-agent", "rejected", [["by", "Turner"], ["on", "Monday"]]),
        ("because-of", "stopped", [["because of", "snow"]]),
        ("thanked-for", "thanked", [["for", "helping"]]),
        ("support-for", "Support", [["for", "pact"]]),
        ("speaking-in", "urged", []),
    ],
)
def test_prepositional_phrases_come_with_their_preposition(sentence, name, head, phrases) -> None:
    assert sentence(name).ask("obliques", head) == phrases


def test_a_noun_knows_its_preposition(sentence) -> None:
    assert sentence("according-to").ask("preposition", "ministry") == "according to"
    assert sentence("according-to").ask("preposition", "shells") == ""


@pytest.mark.parametrize(
    ("name", "word", "predicate"),
    [
        ("copula-negated", "is", "ready"),
        ("copula-nominal", "been", "pilot"),
        ("copula-place", "is", "Prague"),
        ("copula-clause", "is", "is"),
        ("unconfirmed", "has", "confirmed"),
        ("unconfirmed", "confirmed", "confirmed"),
    ],
)
def test_the_predicate_carries_the_clause(sentence, name, word, predicate) -> None:
    asked = sentence(name)
    assert asked.ask("predicate", word) == predicate
    assert asked.ask("is_predicate", predicate)


def test_nouns_and_small_words_head_no_clause(sentence) -> None:
    asked = sentence("thanked-for")
    assert not any(asked.ask("is_predicate", word) for word in ("Kallas", "minister", "prime", "for", "army"))


def test_copulas_are_told_from_verbs(sentence) -> None:
    asked = sentence("copula-negated")
    assert asked.ask("is_copular", "ready")
    assert asked.ask("copula", "ready") == "is"
    assert not sentence("unconfirmed").ask("is_copular", "confirmed")


def test_a_relative_clause_knows_its_noun(sentence) -> None:
    asked = sentence("relative-conjunct")
    assert asked.ask("relative_clauses", "guard") == ["wounded"]
    assert asked.ask("antecedent", "wounded") == "guard"
    assert asked.ask("antecedent", "survived") == "guard"
    assert asked.ask("antecedent", "who/2") == "guard"
    assert asked.ask("is_relative_word", "who")
    assert asked.ask("antecedent", "testified") is None
    assert not sentence("that-clause").ask("is_relative_word", "that")


@pytest.mark.parametrize(
    ("name", "verb", "mark"),
    [
        ("that-clause", "burst", "that"),
        ("whether-clause", "paid", "whether"),
        ("speaking-in", "risen", "because"),
        ("object-control", "leave", "to"),
        ("thanked-for", "helping", "for"),
        ("that-clause", "said", None),
    ],
)
def test_a_subordinate_clause_has_its_mark(sentence, name, verb, mark) -> None:
    assert sentence(name).ask("mark", verb) == mark
