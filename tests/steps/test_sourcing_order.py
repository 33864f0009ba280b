"""Reporting clauses whose parse went astray are read off the order of their words."""

from __future__ import annotations

from tests.steps.test_sourcing_claims import only, read


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
        "Vane/NNP/2/nsubj said|say/VBD/0/root Orr/NNP/2/obj ,/,/6/punct despite/IN/6/case doubts/NNS/3/nmod "
        ",/,/3/punct is|be/VBZ/9/cop ready/JJ/2/parataxis ././2/punct"
    )
    assert found == ("Vane", "said", "Orr, despite doubts, is ready")
    assert claim.rule == "clause-after"


def test_what_stands_after_for_is_no_speaker():
    found, claim = only(
        "A/DT/2/det spokesman/NN/5/dep for/IN/5/mark Vane/NNP/5/nsubj said|say/VBD/0/root fees/NNS/7/nsubj "
        "rose|rise/VBD/5/ccomp ././5/punct"
    )
    assert found == ("A spokesman for Vane", "said", "fees rose")
    assert claim.rule == "clause-bare"


def test_a_relative_word_is_content_where_it_is_what_somebody_compares():
    found, claim = only(
        "The/DT/2/det plan/NN/10/nsubj ,/,/6/punct which/WDT/6/obj critics/NNS/6/nsubj "
        "compared|compare/VBD/2/acl:relcl to/IN/8/case theft/NN/6/obl ,/,/2/punct passed|pass/VBD/0/root ././10/punct"
    )
    assert found == ("critics", "compared", "which | to theft")
    assert claim.rule == "ahead-to"


def test_a_noun_is_content_of_the_relative_clause_on_it():
    found, claim = only(
        "They/PRP/2/nsubj kept|keep/VBD/0/root a/DT/4/det rule/NN/2/obj the/DT/6/det mayor/NN/8/nsubj "
        "has|have/VBZ/8/aux criticised|criticise/VBN/4/acl:relcl ././2/punct"
    )
    assert found == ("the mayor", "has criticised", "a rule")
    assert claim.rule == "ahead"


def test_a_particle_makes_another_verb():
    parse = "They/PRP/2/nsubj argued|argue/VBD/0/root {}the/DT/{}/det price/NN/2/obj ././2/punct"
    assert only(parse.format("", 4))[0] == ("They", "argued", "the price")
    _, claims = read(parse.format("down/RP/2/compound:prt ", 5))
    assert claims == []


def test_a_noun_is_followed_by_what_it_says_wherever_the_parse_hangs_it():
    found, claim = only(
        "Her/PRP$/2/nmod:poss view/NN/6/nsubj:outer is|be/VBZ/6/aux that/IN/6/mark fees/NNS/6/nsubj "
        "rose|rise/VBD/0/root ././6/punct"
    )
    assert found == ("Her", "view", "that fees rose")
    assert claim.rule == "noun-that"


def test_a_name_before_claims_is_who_claims():
    found, claim = only(
        "Vane/NNP/2/compound claims|claim/NNS/0/root that/IN/5/mark fees/NNS/5/nsubj rose|rise/VBD/2/ccomp ././2/punct"
    )
    assert found == ("Vane", "claims", "that fees rose")
    assert claim.rule == "noun-that"


def test_a_clause_with_that_goes_on_to_its_verb():
    found, _ = only(
        "Vane/NNP/2/nsubj said|say/VBD/0/root that/IN/4/det work/NN/2/ccomp on/IN/7/case the/DT/7/det road/NN/2/obl "
        "stopped|stop/VBD/2/conj ././2/punct"
    )
    assert found == ("Vane", "said", "that work on the road stopped")


def test_as_with_an_object_tells_when_and_not_who():
    _, claims = read(
        "Sales/NNS/2/nsubj fell|fall/VBD/0/root as/IN/5/mark makers/NNS/5/nsubj reported|report/VBD/2/advcl "
        "their/PRP$/7/nmod:poss figures/NNS/5/obj ././2/punct"
    )
    assert [claim.rule for claim in claims] == ["object"]


def test_a_relative_word_belongs_to_what_is_said_of_it():
    found, _ = only(
        "They/PRP/2/nsubj shut|shut/VBD/0/root halls/NNS/2/obj ,/,/7/punct which/WDT/8/nsubj critics/NNS/7/nsubj "
        "say|say/VBP/3/acl:relcl leak|leak/VBP/7/ccomp ././2/punct"
    )
    assert found == ("critics", "say", "which | leak")


def test_a_name_is_no_claim():
    _, claims = read(
        "Orr/NNP/2/nsubj runs|run/VBZ/0/root a/DT/4/det shop/NN/2/obj called|call/VBN/4/acl "
        "Fenland/NNP/5/xcomp ././2/punct"
    )
    assert claims == []


def test_a_participle_after_a_comma_takes_up_the_clause_and_no_noun():
    found, _ = only(
        "Orr/NNP/2/nsubj spent|spend/VBD/0/root days/NNS/2/obj ,/,/5/punct noting|note/VBG/3/acl that/IN/8/mark "
        "fees/NNS/8/nsubj rose|rise/VBD/5/ccomp ././2/punct"
    )
    assert found == ("Orr", "noting", "that fees rose")


def test_a_study_finds_what_it_tells_and_a_man_his_keys():
    parse = "A/DT/2/det {}/NN/3/nsubj found|find/VBD/0/root forty/CD/5/nummod leaks|leak/NNS/3/obj ././3/punct"
    found, claim = only(parse.format("study"))
    assert found == ("A study", "found", "forty leaks")
    assert claim.act == "evidence"
    assert read(parse.format("plumber"))[1] == []


def test_citing_something_is_a_claim_of_its_own_only_where_it_names_no_source():
    found, _ = only(
        "Orr/NNP/2/nsubj quit|quit/VBD/0/root ,/,/4/punct citing|cite/VBG/2/advcl the/DT/6/det "
        "noise/NN/4/obj ././2/punct"
    )
    assert found == ("Orr", "citing", "the noise")


def test_a_headline_with_a_full_stop_is_one():
    found, _ = only("Orr/NNP/0/root :/:/1/punct They/PRP/4/nsubj lost|lose/VBD/1/parataxis ././1/punct")
    assert found == ("Orr", ":", "They lost")
    assert (
        read("The/DT/2/det Latest/NNP/0/root :/:/2/punct Orr/NNP/5/nsubj lost|lose/VBD/2/parataxis ././2/punct")[1]
        == []
    )


def test_a_price_argued_down_is_not_argued():
    _, claims = read(
        "The/DT/2/det price/NN/9/nsubj ,/,/6/punct which/WDT/6/obj he/PRP/6/nsubj argued|argue/VBD/2/acl:relcl "
        "down/RB/6/advmod ,/,/2/punct fell|fall/VBD/0/root ././9/punct"
    )
    assert claims == []


def test_a_text_may_end_with_the_comma_after_a_reporting_verb():
    cut = "Fees/NNS/2/nsubj rose|rise/VBD/0/root ,/,/5/punct Vane/NNP/5/nsubj said|say/VBD/2/parataxis ,/,/5/punct"
    assert len(read(cut)[1]) == 1
