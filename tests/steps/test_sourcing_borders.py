"""Where what one speaker says ends, and what is no claim at all; on hand-made parses."""

from __future__ import annotations

import pytest
from tests.steps.test_sourcing_claims import read, row
from tests.steps.test_sourcing_joined import rows

CASES = {
    "another speaker after 'though'": (
        (
            "Orr/NNP/2/nsubj said|say/VBD/0/root he/PRP/4/nsubj slept|sleep/VBD/2/ccomp ,/,/8/punct though/IN/8/mark "
            "Ros/NNP/8/nsubj insisted|insist/VBD/4/advcl that/IN/11/mark he/PRP/11/nsubj lied|lie/VBD/8/ccomp "
            "././2/punct"
        ),
        [("Orr", "said", "he slept"), ("Ros", "insisted", "that he lied")],
    ),
    "what somebody is asked to do": (
        (
            "Orr/NNP/2/nsubj called|call/VBD/0/root for/IN/4/case ministers/NNS/2/obl to/TO/6/mark act/VB/2/advcl "
            "././2/punct"
        ),
        [("Orr", "called for", "ministers to act")],
    ),
    "who is shown to know something": (
        (
            "Orr/NNP/6/nsubj ,/,/4/punct who/WP/4/nsubj sat|sit/VBD/1/acl:relcl ,/,/4/punct ruled|rule/VBD/0/root "
            "they/PRP/8/nsubj failed|fail/VBD/6/ccomp to/TO/10/mark show/VB/8/xcomp men/NNS/12/nsubj "
            "knew|know/VBD/10/ccomp it/PRP/14/nsubj ended|end/VBD/12/ccomp ././6/punct"
        ),
        [
            ("Orr", "ruled", "they failed to show men knew it ended"),
            ("they", "failed to show", "men knew it ended"),
            ("men", "knew", "it ended"),
        ],
    ),
    "a second 'that' of the verb above": (
        (
            "Orr/NNP/2/nsubj said|say/VBD/0/root Ros/NNP/4/nsubj hoped|hope/VBD/2/ccomp it/PRP/6/nsubj "
            "ended|end/VBD/4/ccomp but/CC/10/cc that/IN/10/mark it/PRP/10/nsubj lasted|last/VBD/6/conj ././2/punct"
        ),
        [("Orr", "said", "Ros hoped it ended but that it lasted"), ("Ros", "hoped", "it ended")],
    ),
    "a reporting clause behind": (
        (
            "They/PRP/2/nsubj agreed|agree/VBD/9/ccomp how/WRB/5/dep it/PRP/5/nsubj ended|end/VBD/2/dep ,/,/2/punct "
            "the/DT/8/det mayor/NN/9/nsubj said|say/VBD/0/root ././9/punct"
        ),
        [("They", "agreed", "how it ended"), ("the mayor", "said", "They agreed how it ended")],
    ),
    "words counted above": (
        (
            "Orr/NNP/2/nsubj said|say/VBD/0/root nine/CD/4/nummod sailors/NNS/6/nsubj were|be/VBD/6/cop "
            "missing/JJ/2/ccomp and/CC/8/cc warned|warn/VBD/6/conj that/IN/11/mark seas/NNS/11/nsubj "
            "rose|rise/VBD/8/ccomp ././2/punct"
        ),
        [("Orr", "said", "nine sailors were missing"), ("Orr", "warned", "that seas rose")],
    ),
    "a comparison": (
        (
            "Orr/NNP/2/nsubj said|say/VBD/0/root it/PRP/5/nsubj was|be/VBD/5/cop larger/JJR/2/ccomp than/IN/8/mark "
            "we/PRP/8/nsubj hoped|hope/VBD/2/advcl ././2/punct"
        ),
        [("Orr", "said", "it was larger than we hoped")],
    ),
    "what a speaker does after a name": (
        (
            "Orr/NNP/2/nsubj called|call/VBD/0/root the/DT/4/det bill/NN/2/obj “/``/7/punct a/DT/7/det sham/NN/4/appos "
            "”/''/7/punct and/CC/11/cc was|be/VBD/11/cop absent/JJ/2/conj ././2/punct"
        ),
        [("Orr", "called", "the bill “a sham”")],
    ),
    "the one quoted": (
        (
            "The/DT/2/det daily/NN/3/nsubj quoted|quote/VBD/0/root Orr/NNP/3/obj as/IN/6/mark saying|say/VBG/3/advcl "
            "that/IN/9/mark he/PRP/9/nsubj slept|sleep/VBD/6/ccomp ././3/punct"
        ),
        [("Orr", "quoted | as saying", "that he slept")],
    ),
    "who is told is no speaker": (
        (
            "“/``/3/punct It/PRP/3/nsubj ended|end/VBD/11/ccomp ,/,/3/punct ”/''/3/punct the/DT/7/det owner/NN/3/obj "
            ",/,/9/punct Ros/NNP/7/appos ,/,/7/punct told|tell/VBD/0/root Radio/NNP/13/compound Fen/NNP/11/nsubj "
            "././11/punct"
        ),
        [("the owner, Ros", "told", "“It ended,”")],
    ),
    "a relative clause is not fronted": (
        (
            "In/IN/2/case Fen/NNP/8/nsubj ,/,/5/punct which/WDT/5/nsubj has/VBZ/2/acl:relcl boats/NNS/5/obj "
            ",/,/2/punct warned|warn/VBD/0/root that/IN/11/mark seas/NNS/11/nsubj rose|rise/VBD/8/ccomp ././8/punct"
        ),
        [("Fen", "warned", "that seas rose")],
    ),
    "one deed, two verbs": (
        (
            "Orr/NNP/2/nsubj laughed|laugh/VBD/0/root and/CC/4/cc said|say/VBD/2/conj :/:/8/punct “/``/8/punct "
            "Nobody/NN/8/nsubj slept|sleep/VBD/2/parataxis ././8/punct ”/''/8/punct"
        ),
        [("Orr", "said", "“Nobody slept.”")],
    ),
    "a person asked for": (
        "She/PRP/2/nsubj asked|ask/VBD/0/root for/IN/5/case the/DT/5/det captain/NN/2/obl ././2/punct",
        [],
    ),
    "a person questioned": (
        "Police/NNS/2/nsubj questioned|question/VBD/0/root the/DT/4/det driver/NN/2/obj ././2/punct",
        [],
    ),
    "a thing attacked": (
        "Rebels/NNS/2/nsubj attacked|attack/VBD/0/root it/PRP/2/obj ././2/punct",
        [],
    ),
    "a thing denied": (
        "Rebels/NNS/2/nsubj denied|deny/VBD/0/root it/PRP/2/obj ././2/punct",
        [("Rebels", "denied", "it")],
    ),
    "a decision questioned": (
        "Critics/NNS/2/nsubj questioned|question/VBD/0/root the/DT/4/det decision/NN/2/obj ././2/punct",
        [("Critics", "questioned", "the decision")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_claim_has_its_own_words_only(case) -> None:
    parse, expected = CASES[case]
    assert sorted(rows(parse)) == sorted(expected)


def test_a_second_clause_may_be_less_sure() -> None:
    reading, claims = read(
        "Orr/NNP/2/nsubj said|say/VBD/0/root it/PRP/4/nsubj worked|work/VBD/2/ccomp and/CC/9/cc that/IN/9/mark "
        "we/PRP/9/nsubj may/MD/9/aux win/VB/4/conj ././2/punct"
    )
    assert {(row(reading, claim)[2], claim.status) for claim in claims} == {
        ("it worked", "ASSERTED"),
        ("that we may win", "POSSIBLE"),
    }
