"""Claims by rule, on hand-made parses and with what they refer to."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from newsfacts import Lexicons, Party, Provenance, Reading, Span
from newsfacts.steps.sourcing import Claims, Quotations
from newsfacts.testing.parses import sketch

LEXICONS = Lexicons()


def read(*sentences, facts=()):
    """The claims of sketched sentences, with their reading."""
    parsed = [sketch(words) for words in sentences]
    doc = parsed[0] if len(parsed) == 1 else Doc.from_docs(parsed)
    plain = Reading.of(doc.text, doc, lexicons=LEXICONS)
    reading = Reading.of(doc.text, doc, facts=[*facts, *Quotations().extract(plain)], lexicons=LEXICONS)
    return reading, list(Claims().extract(reading))


def row(reading, claim):
    source = None if claim.source.span is None else reading[claim.source.span]
    return source, " | ".join(map(reading.__getitem__, claim.cue)), " | ".join(map(reading.__getitem__, claim.content))


def only(*sentences, facts=()):
    reading, claims = read(*sentences, facts=facts)
    assert len(claims) == 1, [row(reading, claim) for claim in claims]
    return row(reading, claims[0]), claims[0]


def test_a_that_clause_is_content():
    found, claim = only(
        "Turner/NNP/2/nsubj said|say/VBD/0/root that/IN/6/mark the/DT/5/det bridge/NN/6/nsubj "
        "closed|close/VBD/2/ccomp ././2/punct"
    )
    assert found == ("Turner", "said", "that the bridge closed")
    assert (claim.rule, claim.status, claim.form) == ("clause-that", "ASSERTED", "indirect")


def test_auxiliaries_negation_and_adverbs_belong_to_the_cue():
    found, claim = only(
        "The/DT/2/det ministry/NN/5/nsubj has|have/VBZ/5/aux not/RB/5/advmod confirmed|confirm/VBN/0/root "
        "the/DT/7/det attack/NN/5/obj ././5/punct"
    )
    assert found == ("The ministry", "has not confirmed", "the attack")
    assert (claim.status, claim.polarity, claim.rule) == ("UNCONFIRMED", "NEG", "object")


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("denied|deny", "DENIED"),
        ("hinted|hint", "HINTED"),
        ("feared|fear", "POSSIBLE"),
        ("believed|believe", "PROBABLE"),
        ("vowed|vow", "INTENDED"),
        ("demanded|demand", "REQUESTED"),
        ("argued|argue", "ASSERTED"),
    ],
)
def test_the_cue_gives_the_status(verb, status):
    _, claim = only(
        f"Turner/NNP/2/nsubj {verb}/VBD/0/root that/IN/6/mark the/DT/5/det bridge/NN/6/nsubj "
        "closed|close/VBD/2/ccomp ././2/punct"
    )
    assert claim.status == status


@pytest.mark.parametrize(("modal", "status"), [("could", "POSSIBLE"), ("will", "ASSERTED"), ("might", "POSSIBLE")])
def test_the_content_gives_the_status_where_the_cue_is_plain(modal, status):
    _, claim = only(
        f"Turner/NNP/2/nsubj said|say/VBD/0/root the/DT/4/det bridge/NN/6/nsubj {modal}/MD/6/aux "
        "close/VB/2/ccomp ././2/punct"
    )
    assert claim.status == status


def test_a_condition_is_marked():
    reading, (claim,) = read(
        "Turner/NNP/2/nsubj said|say/VBD/0/root it/PRP/5/nsubj will/MD/5/aux close/VB/2/ccomp if/IN/8/mark "
        "floods|flood/NNS/8/nsubj come/VBP/5/advcl ././2/punct"
    )
    assert claim.status == "CONDITIONAL"
    assert reading[claim.condition] == "if floods come"


def test_a_quotation_before_its_speaker_is_direct():
    found, claim = only(
        "“/``/3/punct We/PRP/3/nsubj lost|lose/VBD/6/ccomp ,/,/3/punct ”/''/3/punct said|say/VBD/0/root "
        "Ann/NNP/6/nsubj Hill/NNP/7/flat ././6/punct"
    )
    assert found[:2] == ("Ann Hill", "said")
    assert claim.form == "direct"
    assert claim.rule == "quotation"


def test_a_quotation_whose_speaker_the_parse_takes_for_an_object_still_has_its_source():
    found, _ = only(
        "“/``/3/punct We/PRP/3/nsubj lost|lose/VBD/6/ccomp ,/,/3/punct ”/''/3/punct said|say/VBD/0/root "
        "Hill/NNP/6/obj ././6/punct"
    )
    assert found[0] == "Hill"


def test_content_around_the_reporting_clause_has_two_spans():
    found, claim = only(
        "The/DT/2/det bridge/NN/8/nsubj ,/,/5/punct Turner/NNP/5/nsubj said|say/VBD/8/parataxis ,/,/5/punct "
        "will/MD/8/aux close/VB/0/root ././8/punct"
    )
    assert found == ("Turner", "said", "The bridge | will close")
    assert claim.rule == "parataxis"


def test_an_infinitive_after_a_promise_is_intended():
    found, claim = only(
        "Trump/NNP/3/nsubj has|have/VBZ/3/aux vowed|vow/VBN/0/root to/TO/5/mark limit/VB/3/xcomp "
        "support/NN/5/obj ././3/punct"
    )
    assert found == ("Trump", "has vowed", "to limit support")
    assert claim.act == "intention"


def test_seen_as_takes_object_and_complement():
    found, claim = only(
        "Others|other/NNS/2/nsubj saw|see/VBD/0/root the/DT/4/det change/NN/2/obj as/IN/6/case "
        "necessary/JJ/2/obl ././2/punct"
    )
    assert found == ("Others", "saw", "the change as necessary")
    assert claim.rule == "seen-as"


def test_a_passive_has_its_agent_for_a_source():
    found, claim = only(
        "The/DT/2/det plan/NN/4/nsubj:pass was|be/VBD/4/aux:pass criticised|criticise/VBN/0/root by/IN/6/case "
        "Turner/NNP/4/obl:agent ././4/punct"
    )
    assert found == ("Turner", "was criticised by", "The plan")
    assert claim.rule == "passive-object"


def test_a_passive_without_agent_has_an_unnamed_source_without_words():
    found, claim = only(
        "The/DT/2/det court/NN/4/nsubj:pass was|be/VBD/4/aux:pass told|tell/VBN/0/root that/IN/8/mark "
        "the/DT/7/det car/NN/8/nsubj stopped|stop/VBD/4/ccomp ././4/punct"
    )
    assert found == (None, "was told", "that the car stopped")
    assert claim.source == Party(form="UNNAMED")


def test_according_to_takes_the_clause_around_it():
    found, claim = only(
        "Sales|sale/NNS/2/nsubj fell|fall/VBD/0/root ,/,/6/punct according|accord/VBG/6/case to/IN/4/fixed "
        "Acme/NNP/2/obl ././2/punct"
    )
    assert found == ("Acme", "according to", "Sales fell")
    assert claim.rule == "according-to"


def test_a_noun_with_an_owner_reports():
    found, claim = only(
        "The/DT/2/det union/NN/4/nmod:poss 's/POS/2/case claim/NN/9/nsubj that/IN/7/mark wages|wage/NNS/7/nsubj "
        "fell|fall/VBD/4/acl was|be/VBD/9/cop false/JJ/0/root ././9/punct"
    )
    assert found == ("The union", "claim", "that wages fell")
    assert claim.rule == "noun-that"


def test_an_adjective_tells_what_somebody_thinks():
    found, claim = only(
        "Turner/NNP/3/nsubj is|be/VBZ/3/cop confident/JJ/0/root that/IN/7/mark the/DT/6/det plan/NN/7/nsubj "
        "works|work/VBZ/3/ccomp ././3/punct"
    )
    assert found == ("Turner", "is confident", "that the plan works")
    assert claim.act == "thought"


def test_a_raising_verb_is_part_of_the_cue_and_weakens_it():
    found, claim = only(
        "Images|image/NNS/2/nsubj appear/VBP/0/root to/TO/4/mark show/VB/2/xcomp fresh/JJ/6/amod "
        "graves|grave/NNS/4/obj ././2/punct"
    )
    assert found == ("Images", "appear to show", "fresh graves")
    assert claim.status == "PROBABLE"


def test_a_claim_inside_a_claim_points_to_it():
    reading, claims = read(
        "Kim/NNP/2/nsubj said|say/VBD/0/root police/NNS/5/nsubj had|have/VBD/5/aux denied|deny/VBN/2/ccomp "
        "the/DT/7/det raid/NN/5/obj ././2/punct"
    )
    outer, inner = sorted(claims, key=lambda claim: -len(claim.content[0]))
    assert (outer.parent, inner.parent) == (None, outer.ref)
    assert row(reading, inner) == ("police", "had denied", "the raid")


def test_a_misspelt_lemma_loses_no_cue():
    found, claim = only(
        "Hill/NNP/2/nsubj hinted|hinted/VBD/0/root that/IN/5/mark talks|talk/NNS/5/nsubj "
        "failed|fail/VBD/2/ccomp ././2/punct"
    )
    assert (found[1], claim.status) == ("hinted", "HINTED")


def test_a_speaker_that_is_a_relative_word_is_the_source():
    found, _ = only(
        "The/DT/2/det mayor/NN/8/nsubj who/WP/4/nsubj said|say/VBD/2/acl:relcl the/DT/6/det bridge/NN/7/nsubj "
        "closed|close/VBD/4/ccomp resigned|resign/VBD/0/root ././8/punct"
    )
    assert found == ("who", "said", "the bridge closed")


def test_nobody_asks_for_anything():
    _, claims = read(
        "Nobody/NN/3/nsubj has|have/VBZ/3/aux ordered|order/VBN/0/root a/DT/5/det second/NN/3/obj ././3/punct"
    )
    assert claims == []


def test_an_unnamed_source_gives_its_reason():
    reading, (claim,) = read(
        "An/DT/2/det official/NN/11/nsubj who/WP/4/nsubj spoke|speak/VBD/2/acl:relcl anonymously/RB/4/advmod "
        "because/IN/10/mark he/PRP/10/nsubj was|be/VBD/10/cop not/RB/10/advmod authorised|authorised/JJ/4/advcl "
        "said|say/VBD/0/root it/PRP/13/nsubj failed|fail/VBD/11/ccomp ././11/punct"
    )
    assert claim.anonymous
    assert reading[claim.source.span] == "An official"
    assert reading[claim.anonymity_reason] == "because he was not authorised"


def test_an_outlet_told_something_passes_it_on():
    reading, (claim,) = read(
        "Hill/NNP/2/nsubj told|tell/VBD/0/root Radio/NNP/4/compound Fenland/NNP/2/iobj that/IN/8/mark "
        "the/DT/7/det ferry/NN/8/nsubj sank|sink/VBD/2/ccomp ././2/punct"
    )
    assert [reading[party.span] for party in claim.via] == ["Radio Fenland"]


def test_an_outlet_that_reports_via_another_is_the_source():
    words = (
        "The/DT/2/det army/NN/3/nsubj left|leave/VBD/0/root ,/,/5/punct Vesti/NNP/3/parataxis "
        "reports|report/NNS/5/flat via/IN/9/case The/DT/9/det Herald/NNP/5/nmod ././3/punct"
    )
    text = sketch(words).text
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in ("Vesti", "The Herald", "via")]
    outlet, origin = (Party(form="UNNAMED", span=span) for span in spans[:2])
    link = Provenance(span=Span.hull(spans), relayed_by=outlet, origin=origin, cue=spans[2])
    found, claim = only(words, facts=[link])
    assert found == ("Vesti", "reports", "The army left")
    assert claim.via == (origin,)
    assert claim.rule == "relayed"


def test_speaker_labels_are_direct_speech():
    first = (
        "MODERATOR/NNP/0/root :/:/1/punct Did|do/VBD/5/aux you/PRP/5/nsubj sign/VB/1/parataxis it/PRP/5/obj ?/./5/punct"
    )
    second = "PRYCE/NNP/0/root :/:/1/punct I/PRP/4/nsubj did|do/VBD/1/parataxis ././4/punct"
    vocab = sketch(first).vocab
    line_end = Doc(vocab, words=["\n"], spaces=[False], heads=[0], deps=["ROOT"], tags=["_SP"], lemmas=["\n"])
    docs = [sketch(first, vocab), line_end, sketch(second, vocab)]
    doc = Doc.from_docs(docs, ensure_whitespace=False)
    reading = Reading.of(doc.text, doc, lexicons=LEXICONS)
    labels = [claim for claim in Claims().extract(reading) if claim.rule == "speaker-label"]
    assert [reading[claim.source.span] for claim in labels] == ["MODERATOR", "PRYCE"]
    assert [(claim.form, claim.status) for claim in labels] == [("direct", "REQUESTED"), ("direct", "ASSERTED")]


def test_a_document_without_a_parse_gives_no_claims():
    doc = Doc(sketch("It/PRP/0/root").vocab, words=["He", "said", "no"])
    assert list(Claims().extract(Reading.of(doc.text, doc, lexicons=LEXICONS))) == []
