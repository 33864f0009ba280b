"""Names, noun phrases, coordination, and the characters that belong to a head."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("word", ["Joe", "Biden"])
def test_a_title_is_found_from_any_word_of_the_name(sentence, word) -> None:
    asked = sentence("titled-name")
    assert asked.ask("titles", word) == ["President"]
    assert asked.ask("name_head", word) == "Joe"
    assert asked.ask("noun_phrase", word) == "US President Joe Biden"
    assert asked.ask("compounds", "President") == ["US"]


def test_appositions_owners_and_modifiers(sentence) -> None:
    asked = sentence("thanked-for")
    assert asked.ask("appositions", "Kallas") == ["minister"]
    assert asked.ask("adjectives", "minister") == ["prime"]
    assert asked.ask("determiner", "minister") == "the"
    assert asked.ask("possessor", "army") == "Norway"
    assert asked.ask("compounds", "victims") == ["flood"]
    assert sentence("particle").ask("numbers", "errors") == ["two"]


def test_a_coordination_lists_its_members_in_order(sentence) -> None:
    asked = sentence("three-conjuncts")
    for word in ("Farmers", "nurses", "teachers"):
        assert asked.ask("conjuncts", word) == ["Farmers", "nurses", "teachers"]
        assert asked.ask("coordinator", word) == "and"
    assert asked.ask("conjuncts", "marched") == ["marched"]
    assert asked.ask("coordinator", "marched") is None


def test_conjoined_prepositional_phrases_are_conjoined_nouns(sentence) -> None:
    asked = sentence("titled-name")
    assert asked.ask("conjuncts", "Berlin") == ["Warsaw", "Berlin"]
    assert asked.ask("preposition", "Berlin") == "in"


@pytest.mark.parametrize(
    ("name", "head", "phrase"),
    [
        ("relative-who", "envoy", "The envoy who praised the deal"),
        ("according-to", "ministry", "the defence ministry"),
        ("thanked-for", "Kallas", "Kallas, the prime minister"),
        ("thanked-for", "Norway", "Norway"),
        ("thanked-for", "army", "Norway's army"),
        ("support-for", "Support", "Support for the pact"),
        ("quoted-noun", "axis", 'the "axis of evil"'),
        ("inverted-quote", "yield", "We will not yield"),
        ("copula-nominal", "pilot", "a bold pilot"),
        ("three-conjuncts", "teachers", "teachers"),
        ("thanked-for", ",", None),
    ],
)
def test_a_phrase_is_all_that_hangs_on_a_head(sentence, name, head, phrase) -> None:
    assert sentence(name).ask("phrase", head) == phrase


@pytest.mark.parametrize(
    ("name", "head", "without", "phrase"),
    [
        ("relative-who", "envoy", {"relative-clause"}, "The envoy"),
        ("thanked-for", "Kallas", {"apposition"}, "Kallas"),
        ("three-conjuncts", "Farmers", {"conjunct"}, "Farmers"),
        ("support-for", "Support", {"nmod"}, "Support"),
    ],
)
def test_a_phrase_can_do_without_its_edges(sentence, name, head, without, phrase) -> None:
    assert sentence(name).ask("phrase", head, without=without) == phrase


@pytest.mark.parametrize(
    ("name", "head", "phrase"),
    [
        ("relative-who", "envoy", "The envoy"),
        ("thanked-for", "army", "Norway's army"),
        ("support-for", "pact", "the pact"),
        ("quoted-noun", "evil", "evil"),
        ("two-objects", "tanks", "14 tanks"),
    ],
)
def test_a_noun_phrase_ends_with_its_noun(sentence, name, head, phrase) -> None:
    assert sentence(name).ask("noun_phrase", head) == phrase


@pytest.mark.parametrize(
    ("name", "verb", "clause"),
    [
        ("that-clause", "burst", "that the dam could burst"),
        ("joined-verbs", "criticised", "criticised the tariffs"),
        ("inverted-quote", "yield", "We will not yield"),
        ("inverted-quote", "said", '"We will not yield," said Steger'),
        ("medial-reporting", "said", "Turner said"),
        ("copula-nominal", "pilot", "Reyes has been a bold pilot"),
    ],
)
def test_a_clause_has_its_mark_and_arguments(sentence, name, verb, clause) -> None:
    assert sentence(name).ask("clause", verb) == clause


def test_noun_phrases_are_found_in_order_without_relative_words(sentence) -> None:
    def heads(name):
        asked = sentence(name)
        return asked.plain(asked.syntax.noun_chunks())

    assert heads("thanked-for") == ["Kallas", "minister", "Norway", "army", "victims"]
    assert heads("titled-name") == ["Joe", "reporters", "Warsaw", "Berlin"]
    assert heads("relative-who") == ["envoy", "deal"]


def test_the_tree_is_the_same_in_both_kinds_of_labels(sentence) -> None:
    asked = sentence("passive-agent")
    assert asked.ask("head", "rejected") is None
    assert asked.ask("head", "Turner") == "rejected"
    assert asked.ask("children", "Turner") == ["by"]
    roles = [asked.syntax.role(token) for token in asked.doc]
    assert roles == ["determiner", "subject", "auxiliary", "root", "case", "agent", "case", "oblique", "punct"]
    assert asked.ask("root_of", "by") == "rejected"
    assert asked.ask("subtree", "Monday") == [6, 8]
    assert asked.syntax.sentences() == ((0, 9),)
