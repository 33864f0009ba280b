"""The words of a source: all of a name and its role, no day, and the author of a text just put out."""

from __future__ import annotations

import pytest
from tests.steps.test_sourcing_claims import only, read, row


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        (
            (
                "In/IN/3/case recent/JJ/3/amod days/NNS/6/nsubj ,/,/3/punct Orr/NNP/3/appos said|say/VBD/0/root "
                "fees/NNS/8/nsubj rose|rise/VBD/6/ccomp ././6/punct"
            ),
            "Orr",
        ),
        (
            (
                "Orr/NNP/4/nsubj on/IN/3/case Friday/NNP/1/nmod said|say/VBD/0/root fees/NNS/6/nsubj "
                "rose|rise/VBD/4/ccomp ././4/punct"
            ),
            "Orr",
        ),
        (
            "Nearly/RB/0/root eight/CD/3/nsubj say|say/VBP/1/ccomp fees/NNS/5/nsubj rose|rise/VBD/3/ccomp ././1/punct",
            "Nearly eight",
        ),
        (
            (
                "Harbour/NNP/0/root boss/NN/1/dep Ann/NNP/1/dep Orr/NNP/5/nsubj said|say/VBD/1/ccomp fees/NNS/7/nsubj "
                "rose|rise/VBD/5/ccomp ././1/punct"
            ),
            "Harbour boss Ann Orr",
        ),
        (
            (
                "A/DT/2/det spokesman/NN/0/root ,/,/2/punct Ann/NNP/5/compound Orr/NNP/7/nsubj ,/,/2/punct "
                "said|say/VBD/2/parataxis fees/NNS/9/nsubj rose|rise/VBD/7/ccomp ././2/punct"
            ),
            "A spokesman, Ann Orr",
        ),
    ],
)
def test_a_source_is_all_of_its_phrase_and_nothing_more(sentence, source):
    assert only(sentence)[0][0] == source


def test_a_text_just_put_out_speaks_for_its_author():
    found, _ = only(
        "Orr/NNP/2/nsubj issued|issue/VBD/0/root a/DT/4/det statement/NN/2/obj saying|say/VBG/4/acl fees/NNS/7/nsubj "
        "rose|rise/VBD/5/ccomp ././2/punct"
    )
    assert found == ("Orr", "saying", "fees rose")


def test_a_headline_on_something_has_its_speaker_for_a_source():
    found, _ = only(
        "Orr/NNP/0/root on/IN/3/case fees/NNS/1/nmod :/:/5/punct They/PRP/6/nsubj rose|rise/VBD/1/parataxis"
    )
    assert found == ("Orr", ":", "They rose")


def test_a_clause_that_a_speaker_interrupts_lends_it_no_role():
    found, _ = only(
        "The/DT/2/det mayor/NN/8/nsubj ,/,/5/punct Orr/NNP/5/nsubj said|say/VBD/8/parataxis ,/,/5/punct "
        "will/MD/8/aux resign/VB/0/root ././8/punct"
    )
    assert found == ("Orr", "said", "The mayor | will resign")


def test_a_quotation_around_its_speaker_holds_the_claim_of_another():
    reading, claims = read(
        "“/``/3/punct My/PRP$/3/nmod:poss chief/NN/11/nsubj ,/,/3/punct ”/''/3/punct Orr/NNP/7/nsubj "
        "said|say/VBD/11/parataxis ,/,/7/punct “/``/11/punct never/RB/11/advmod told|tell/VBD/0/root us/PRP/11/iobj "
        "that/IN/15/mark it/PRP/15/nsubj leaked|leak/VBD/11/ccomp ././11/punct ”/''/11/punct"
    )
    rows = [row(reading, claim)[0] for claim in claims]
    assert sorted(map(str, rows)) == ["My chief", "Orr"]
    inner = next(claim for claim in claims if claim.parent is not None)
    assert row(reading, inner)[0] == "My chief"


def test_a_list_of_quoted_words_is_one_content():
    found, _ = only(
        "Orr/NNP/2/nsubj spoke|speak/VBD/0/root of/IN/5/case “/``/5/punct storms/NNS/2/obl ”/''/5/punct and/CC/9/cc "
        "“/``/9/punct floods/NNS/2/conj ”/''/9/punct ././2/punct"
    )
    assert found[2] == "“storms” and “floods”"
