"""Reporting clauses whose parse went astray are read off the order of their words."""

from __future__ import annotations

from tests.steps.test_sourcing_claims import only


def test_a_clause_between_commas_parts_the_content():
    found, claim = only(
        "In/IN/3/case his/PRP$/3/nmod:poss state/NN/6/obl ,/,/3/punct Vane/NNP/6/nsubj said|say/VBD/8/parataxis "
        ",/,/6/punct courts/NNS/9/nsubj send|send/VBP/0/root addicts/NNS/9/obj home/RB/9/advmod ././9/punct"
    )
    assert found == ("Vane", "said", "In his state | courts send addicts home")
    assert claim.rule == "order-around"


def test_a_participle_after_a_comma_goes_on_with_the_speaker_before_it():
    found, claim = only(
        "Vane/NNP/2/nsubj left|leave/VBD/0/root early/RB/2/advmod ,/,/5/punct adding|add/VBG/3/conj "
        "that/IN/8/obj talks/NNS/8/nsubj failed|fail/VBD/2/conj ././2/punct"
    )
    assert found == ("Vane", "adding", "that talks failed")
    assert claim.rule == "order-participle"


def test_a_clause_far_from_its_verb_is_content():
    found, claim = only(
        "Vane/NNP/2/nsubj says|say/VBZ/0/root at/IN/5/case a/DT/5/det stop/NN/2/obl in/IN/7/case Toledo/NNP/5/nmod "
        ",/,/9/punct Ohio/NNP/7/appos ,/,/12/punct that/IN/13/mark fees/NNS/13/nsubj rose|rise/VBD/5/acl:relcl "
        "././2/punct"
    )
    assert found == ("Vane", "says", "that fees rose")
    assert claim.rule == "order-after"


def test_what_stands_between_commas_parts_no_subject_from_its_verb():
    found, claim = only(
        "Vane/NNP/2/nsubj said|say/VBD/0/root Orr/NNP/2/obj ,/,/6/punct despite/IN/6/case doubts/NNS/3/nmod ,/,/3/punct "
        "is|be/VBZ/9/cop ready/JJ/2/parataxis ././2/punct"
    )
    assert found == ("Vane", "said", "Orr, despite doubts, is ready")
    assert claim.rule == "clause-after"
