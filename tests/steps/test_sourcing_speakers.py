"""Who says what where descriptions, insertions and further deeds stand between a speaker and the words."""

from __future__ import annotations

import pytest
from tests.steps.test_sourcing_claims import read, row


def rows(*sentences):
    reading, claims = read(*sentences)
    return [row(reading, claim) for claim in claims]


def said(article):
    return [
        (
            claim.source.span and article[claim.source.span],
            " ".join(article[piece] for piece in claim.cue),
            " | ".join(article[piece] for piece in claim.content),
        )
        for claim in article.claims
    ]


# --- on hand-made parses
def test_what_is_said_of_a_source_is_no_content():
    found = rows(
        "According|accord/VBG/4/case to/IN/1/fixed the/DT/4/det Echo/NNP/12/obl ,/,/7/punct which/WDT/7/nsubj "
        "rarely/RB/4/acl:relcl errs|err/VBZ/4/acl:relcl ,/,/7/punct the/DT/11/det talks|talk/NNS/12/nsubj "
        "failed|fail/VBD/0/root ././12/punct"
    )
    assert found == [("the Echo", "According to", "the talks failed")]


def test_however_is_no_content():
    found = rows(
        "According|accord/VBG/3/case to/IN/1/fixed Orr/NNP/9/obl ,/,/5/punct however/RB/9/advmod ,/,/5/punct "
        "the/DT/8/det talks|talk/NNS/9/nsubj failed|fail/VBD/0/root ././9/punct"
    )
    assert found == [("Orr", "According to", "the talks failed")]


def test_whoever_has_said_something_also_declines_to_say_more():
    found = rows(
        "Orr/NNP/3/nsubj has|have/VBZ/3/aux said|say/VBN/0/root the/DT/5/det group/NN/7/nsubj "
        "was|be/VBD/7/aux "
        "hesitating|hesitate/VBG/3/ccomp ,/,/10/punct but/CC/10/cc declined|decline/VBD/7/conj to/TO/12/mark "
        "say/VB/10/xcomp when/WRB/15/advmod it/PRP/15/nsubj met|meet/VBD/12/ccomp ././3/punct"
    )
    assert found == [
        ("Orr", "has said", "the group was hesitating"),
        ("Orr", "declined to say", "when it met"),
    ]


def test_things_withhold_nothing():
    found = rows(
        "Orr/NNP/2/nsubj confirmed|confirm/VBD/0/root that/IN/7/mark the/DT/5/det order/NN/7/nsubj:pass "
        "was|be/VBD/7/aux:pass issued|issue/VBN/2/ccomp but/CC/11/cc would/MD/11/aux not/RB/11/advmod say/VB/7/conj "
        "why/WRB/11/xcomp ././2/punct"
    )
    assert found[0] == ("Orr", "confirmed", "that the order was issued")
    assert [source for source, _, _ in found] in (["Orr"], ["Orr", "Orr"])


def test_a_quotation_before_and_belongs_to_the_verb_before():
    found = rows(
        "Orr/NNP/2/nsubj called|call/VBD/0/root the/DT/4/det order/NN/2/obj ``/``/6/punct abuse/NN/2/xcomp "
        "''/''/6/punct "
        "and/CC/9/cc said|say/VBD/2/conj her/PRP$/11/nmod:poss client/NN/13/nsubj would/MD/13/aux appeal/VB/9/ccomp "
        "././2/punct"
    )
    assert ("Orr", "said", "her client would appeal") in found


def test_whoever_is_described_by_an_adjective_speaks():
    found = rows(
        "The/DT/2/det bank/NN/3/nsubj sold|sell/VBD/13/ccomp its/PRP$/5/nmod:poss stake/NN/3/obj in/IN/7/case "
        "Harbank/NNP/5/nmod ,/,/9/punct directors|director/NNS/7/appos aware/JJ/9/amod of/IN/12/case "
        "talks|talk/NNS/10/obl said|say/VBD/0/root ././13/punct"
    )
    assert found == [("directors aware of talks", "said", "The bank sold its stake in Harbank")]


def test_a_question_left_open_needs_no_verb():
    found = rows(
        "Orr/NNP/2/nsubj said|say/VBD/0/root her/PRP$/4/nmod:poss group/NN/6/nsubj would/MD/6/aux pay/VB/2/ccomp "
        ",/,/11/punct but/CC/11/cc did|do/VBD/11/aux not/RB/11/advmod say/VB/6/conj on/IN/14/case what/WDT/14/det "
        "grounds/NNS/11/obl ././2/punct"
    )
    assert found == [("Orr", "said", "her group would pay"), ("Orr", "did not say", "on what grounds")]


def test_not_being_able_to_confirm_is_no_confirmation():
    reading, [claim] = read(
        "The/DT/2/det team/NN/6/nsubj has|have/VBZ/6/aux not/RB/6/advmod been|be/VBN/6/cop able/JJ/0/root "
        "to/TO/8/mark confirm/VB/6/xcomp the/DT/10/det footage/NN/8/obj ././6/punct"
    )
    assert row(reading, claim) == ("The team", "has not been able to confirm", "the footage")
    assert (claim.polarity, claim.status) == ("NEG", "UNCONFIRMED")


def test_a_speaker_with_a_description_is_no_content():
    found = rows(
        "The/DT/2/det nurse/NN/9/nsubj ,/,/6/punct who/WP/6/nsubj:pass was|be/VBD/6/aux:pass "
        "named|name/VBN/2/acl:relcl "
        "there/RB/6/advmod ,/,/2/punct said|say/VBD/0/root in/IN/13/case a/DT/13/det written|write/VBN/13/amod "
        "statement/NN/9/obl that/IN/16/mark she/PRP/16/nsubj felt|feel/VBD/13/acl alone/RB/16/advmod ././9/punct"
    )
    assert found == [("The nurse", "said", "that she felt alone")]


def test_a_thing_that_only_continues_says_nothing():
    assert not rows(
        "The/DT/2/det hearing/NN/8/nsubj ,/,/5/punct which/WDT/5/nsubj opened|open/VBD/2/acl:relcl late/RB/5/advmod "
        ",/,/2/punct continues|continue/VBZ/0/root ././8/punct"
    )


def test_whoever_is_left_accusing_accuses():
    found = rows(
        "The/DT/2/det ruling/NN/3/nsubj left|leave/VBD/0/root Orr/NNP/3/obj accusing|accuse/VBG/3/xcomp "
        "officials|official/NNS/5/obj of/IN/8/mark lying|lie/VBG/5/advcl ././3/punct"
    )
    assert [each[:2] for each in found] == [("Orr", "accusing")]


def test_an_outlet_at_the_end_reports_the_whole_clause():
    found = rows(
        "The/DT/2/det port/NN/5/nsubj is|be/VBZ/5/cop in/IN/5/case talks|talk/NNS/0/root with/IN/7/case "
        "Ostro/NNP/5/nmod ,/,/5/punct the/DT/10/det Echo/NNP/11/nsubj reported|report/VBD/5/acl:relcl ././5/punct"
    )
    assert found == [("the Echo", "reported", "The port is in talks with Ostro")]


def test_a_participle_after_a_clause_about_a_noun_goes_on_with_the_main_clause():
    found = rows(
        "She/PRP/2/nsubj denied|deny/VBD/0/root claims|claim/NNS/2/obj the/DT/5/det council/NN/7/nsubj "
        "was|be/VBD/7/aux "
        "greedy/JJ/3/acl ,/,/9/punct noting|note/VBG/7/advcl that/IN/12/mark fines|fine/NNS/12/nsubj "
        "fell|fall/VBD/9/ccomp ././2/punct"
    )
    assert ("She", "noting", "that fines fell") in found


def test_an_insertion_is_no_content():
    found = rows(
        "An|a/DT/2/det official/NN/3/nsubj told|tell/VBD/0/root Hill/NNP/3/iobj ,/,/3/punct he/PRP/7/nsubj "
        "recalled|recall/VBD/3/ccomp ,/,/12/punct that/IN/12/mark bakers|baker/NNS/12/nsubj had|have/VBD/12/aux "
        "lied|lie/VBN/7/ccomp ././3/punct"
    )
    assert ("An official", "told", "that bakers had lied") in found


def test_a_subject_parted_from_its_verb_by_a_reporting_clause_speaks():
    found = rows(
        "“|\"/``/3/punct My/PRP$/3/nmod:poss boss/NN/7/obl ,/,/3/punct ”|\"/''/3/punct she/PRP/7/nsubj "
        'told|tell/VBD/11/parataxis us|we/PRP/7/iobj ,/,/7/punct “|"/``/11/punct said|say/VBD/0/root '
        "nobody/NN/13/nsubj came|come/VBD/11/ccomp ././11/punct ”|\"/''/11/punct"
    )
    assert ("My boss", "said", "nobody came") in found


def test_what_is_not_said_of_anything_is_not_denied():
    _, [claim] = read(
        "She/PRP/2/nsubj said|say/VBD/0/root nothing/NN/6/nsubj:pass could/MD/6/aux be/VB/6/aux:pass "
        "done|do/VBN/2/ccomp ././2/punct"
    )
    assert (claim.polarity, claim.status) == ("POS", "ASSERTED")


# --- on whole sentences
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clamp was broken, the inquest heard.", (None, "heard", "The clamp was broken")),
        (
            "The streets were empty, he said, and people “stayed away”.",
            ("he", "said", "The streets were empty | people “stayed away”"),
        ),
        ("“He wants to be tough,” Orr shot back.", ("Orr", "shot back", "“He wants to be tough,”")),
        (
            "“The bank will fail,” Ann Hill, head of research at Orr Brothers, told clients.",
            ("Ann Hill, head of research at Orr Brothers", "told", "“The bank will fail,”"),
        ),
        ("“Quiet,” she demanded, as he continued to speak.", ("she", "demanded", "“Quiet,”")),
        (
            "Council in denial over rats, say traders\n\nThe market was shut on Monday.",
            ("traders", "say", "Council in denial over rats"),
        ),
        (
            "“I was wrong”: Ann Hill on losing a vote\n\nAnn Hill lost by nine votes on Monday.",
            ("Ann Hill", ":", "“I was wrong”"),
        ),
        (
            "Orr said he was tired of waiting.\n\n“Nobody has called us.”\n\nThe firm is closed.",
            ("Orr", "said", "he was tired of waiting | “Nobody has called us.”"),
        ),
        (
            "Joana Pires spoke to families in the port:\n\n“We are waiting for news.”\n\nThe ferry sank.",
            ("Joana Pires", "spoke", "“We are waiting for news.”"),
        ),
    ],
)
def test_speech_has_its_speaker(pipeline, text, expected):
    assert expected in said(pipeline(text))


def test_the_first_line_of_a_transcript_is_no_headline(pipeline):
    found = said(pipeline("CHAIR: Order, please.\n\nMS DUARTE: The figures were invented."))
    assert [each[:2] for each in found if each[1] == ":"] == [("CHAIR", ":"), ("MS DUARTE", ":")]


INTERVIEW = """Rosa Lind on bridges and bad luck

The engineer Rosa Lind talks about her life. Lind, 70, was born in Malmö. Lind still works.

Q: Do you regret it?

A: I think that we were right.

Q: Would you do it again?

A: Never. The river was too deep for us.

Q: Why?

A: I said that the piers would sink.
"""


def test_answers_are_those_of_the_person_interviewed(pipeline):
    article = pipeline(INTERVIEW)
    answers = [claim for claim in article.claims if claim.rule == "speaker-label"]
    assert len(answers) == 3
    assert {article.name(claim.source) for claim in answers} == {"Rosa Lind"}
    thought = next(claim for claim in article.claims if article[claim.cue[0]] == "think")
    assert article.name(thought.source) == "Rosa Lind"


def test_what_somebody_does_not_feel_is_no_open_question():
    _, [claim] = read(
        "Orr/NNP/4/nsubj was|be/VBD/4/cop not/RB/4/advmod worried/JJ/0/root about/IN/7/case his/PRP$/7/nmod:poss "
        "job/NN/4/obl ././4/punct"
    )
    assert (claim.polarity, claim.status) == ("NEG", "ASSERTED")
