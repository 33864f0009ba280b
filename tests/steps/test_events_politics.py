"""What is a political act and what only looks like one; each rule with a sentence written for it."""

from __future__ import annotations

import pytest

from newsfacts import Event, Reading
from newsfacts.steps.events import Events
from newsfacts.testing.parses import sketch


def event(words: str, verb: str) -> Event:
    """Give the event that a word tells, of a hand-parsed sentence."""
    doc = sketch(words)
    return next(e for e in Events().extract(Reading.of(doc.text, doc)) if e.span.of(doc.text) == verb)


ACTS = [
    ("Rail/NN/2/compound strike/NN/3/nsubj hit/VBD/0/root Oster/NNP/3/obj", "strike", None),
    (
        "Miners/NNS/4/nmod:poss '/POS/1/case general/JJ/4/amod strike/NN/5/nsubj shook/VBD/0/root Peru/NNP/5/obj",
        "strike",
        "PROTEST",
    ),
    ("The/DT/2/det police/NN/3/nsubj raided/VBD/0/root homes/NNS/3/obj", "raided", "COERCE"),
    ("The/DT/2/det rebels/NNS/3/nsubj raided/VBD/0/root homes/NNS/3/obj", "raided", "ASSAULT"),
    ("A/DT/2/det fire/NN/3/nsubj killed/VBD/0/root an/DT/5/det envoy/NN/3/obj", "killed", None),
    (
        "Artillery/NN/2/compound fire/NN/3/nsubj killed/VBD/0/root ten/CD/5/nummod civilians/NNS/3/obj",
        "killed",
        "ASSAULT",
    ),
    ("Peru/NNP/2/nsubj ordered/VBD/0/root 500/CD/4/nummod troops/NNS/2/obj there/RB/2/advmod", "ordered", "MOBILIZE"),
    (
        "The/DT/2/det minister/NN/3/nsubj declined/VBD/0/root to/TO/5/mark comment/VB/3/xcomp",
        "declined",
        None,
    ),
    (
        "The/DT/2/det minister/NN/3/nsubj declined/VBD/0/root the/DT/5/det offer/NN/3/obj",
        "declined",
        "REJECT",
    ),
    (
        "The/DT/2/det envoy/NN/3/nsubj warned/VBD/0/root rain/NN/6/nsubj may/MD/6/aux hurt/VB/3/ccomp Peru/NNP/6/obj",
        "warned",
        None,
    ),
    (
        (
            "The/DT/2/det minister/NN/4/nsubj:pass was|be/VBD/4/aux:pass warned|warn/VBN/0/root of/IN/7/case "
            "the/DT/7/det leak/NN/4/obl"
        ),
        "warned",
        None,
    ),
    ("Miners/NNS/2/nsubj demonstrated|demonstrate/VBD/0/root in/IN/4/case Peru/NNP/2/obl", "demonstrated", "PROTEST"),
    ("The/DT/2/det union/NN/3/nsubj rallied|rally/VBD/0/root supporters/NNS/3/obj", "rallied", None),
    (
        "Miners/NNS/2/nsubj blocked|block/VBD/0/root a/DT/4/det road/NN/2/obj in/IN/6/case Peru/NNP/2/obl",
        "blocked",
        "PROTEST",
    ),
    (
        "Police/NNS/2/nsubj blocked|block/VBD/0/root a/DT/4/det road/NN/2/obj in/IN/6/case Peru/NNP/2/obl",
        "blocked",
        None,
    ),
    ("An/DT/2/det explosion/NN/3/nsubj cut/VBD/0/root aid/NN/3/obj to/IN/6/case Peru/NNP/4/nmod", "cut", None),
]


@pytest.mark.parametrize(("words", "verb", "plover"), ACTS)
def test_an_act_has_the_type_of_what_its_sides_can_do(words, verb, plover):
    assert event(words, verb).type == plover


@pytest.mark.parametrize(
    "words",
    [
        "Turkey/NNP/2/nsubj has/VBZ/0/root yet/RB/5/advmod to/TO/5/mark endorse/VB/2/xcomp it/PRP/5/obj",
        "Turkey/NNP/2/nsubj stopped/VBD/0/root short/RB/2/advmod of/IN/5/mark blaming/VBG/3/advcl it/PRP/5/obj",
    ],
)
def test_what_was_not_done_is_denied(words):
    verb = "endorse" if "endorse" in words else "blaming"
    assert event(words, verb).polarity == "NEG"


@pytest.mark.parametrize(
    ("words", "verb", "roles"),
    [
        (
            "Norland/NNP/4/nsubj and/CC/3/cc Peru/NNP/1/conj signed|sign/VBD/0/root a/DT/6/det treaty/NN/4/obj",
            "signed",
            {"ACTOR", "RECIPIENT", "THEME"},
        ),
        (
            "Norland/NNP/4/nsubj and/CC/3/cc Peru/NNP/1/conj backed|back/VBD/0/root a/DT/6/det plan/NN/4/obj",
            "backed",
            {"ACTOR", "THEME"},
        ),
    ],
)
def test_who_praises_something_is_not_praised(words, verb, roles):
    assert {p.role for p in event(words, verb).participants} == roles
