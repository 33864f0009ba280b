"""Claims where the parse joins what belongs apart, and what only looks like a claim; on hand-made parses."""

from __future__ import annotations

from tests.steps.test_sourcing_claims import read, row

from newsfacts import Entity, Mention, Span


def rows(*sentences, facts=()):
    reading, claims = read(*sentences, facts=facts)
    return [row(reading, claim) for claim in claims]


def test_a_verb_of_saying_joined_to_what_was_said_has_the_speaker_before() -> None:
    assert rows(
        "Nair/NNP/2/nsubj said|say/VBD/0/root ministers|minister/NNS/6/nsubj had|have/VBD/6/aux been|be/VBN/6/cop "
        "slow/JJ/2/ccomp and/CC/8/cc urged|urge/VBD/6/conj them|they/PRP/8/obj to/TO/11/mark act/VB/8/xcomp ././2/punct"
    ) == [("Nair", "said", "ministers had been slow"), ("Nair", "urged", "them to act")]


def test_a_past_tense_taken_for_a_participle_has_the_speaker_before_too() -> None:
    assert rows(
        "Nair/NNP/2/nsubj said|say/VBD/0/root ministers|minister/NNS/6/nsubj had|have/VBD/6/aux been|be/VBN/6/cop "
        "slow/JJ/2/ccomp and/CC/8/cc urged|urge/VBN/6/conj them|they/PRP/8/obj to/TO/11/mark act/VB/8/xcomp ././2/punct"
    ) == [("Nair", "said", "ministers had been slow"), ("Nair", "urged", "them to act")]


def test_two_deeds_of_one_subject_stay_together() -> None:
    found = rows(
        "Nair/NNP/2/nsubj said|say/VBD/0/root ministers|minister/NNS/4/nsubj slept|sleep/VBD/2/ccomp and/CC/6/cc "
        "promised|promise/VBD/4/conj to/TO/8/mark act/VB/6/xcomp ././2/punct"
    )
    assert ("ministers", "promised", "to act") in found


def test_a_participle_after_a_verb_of_saying_has_its_speaker() -> None:
    found = rows(
        "Results|result/NNS/2/nsubj come/VBP/0/root late/RB/2/advmod ,/,/6/punct Steiner/NNP/6/nsubj "
        "said|say/VBD/2/conj ,/,/8/punct adding|add/VBG/2/advcl that/IN/11/mark patience/NN/11/nsubj "
        "helps|help/VBZ/8/ccomp ././2/punct"
    )
    assert ("Steiner", "adding", "that patience helps") in found


def test_stopping_short_of_a_word_is_not_saying_it() -> None:
    reading, [claim] = read(
        "The/DT/2/det ministry/NN/3/nsubj stopped|stop/VBD/0/root short/JJ/3/xcomp of/IN/6/mark "
        "blaming|blame/VBG/3/advcl the/DT/8/det rebels|rebel/NNS/6/obj ././3/punct"
    )
    assert row(reading, claim) == ("The ministry", "stopped short of blaming", "the rebels")
    assert (claim.polarity, claim.status) == ("NEG", "UNCONFIRMED")


def test_what_is_yet_to_be_said_is_not_said() -> None:
    _, [claim] = read(
        "Norland/NNP/2/nsubj has|have/VBZ/0/root yet/RB/5/advmod to/TO/5/mark endorse/VB/2/xcomp the/DT/7/det "
        "plan/NN/5/obj ././2/punct"
    )
    assert claim.polarity == "NEG"


def test_a_report_of_no_link_is_asserted() -> None:
    _, [claim] = read(
        "The/DT/2/det authors|author/NNS/3/nsubj reported|report/VBD/0/root no/DT/5/det "
        "conflicts|conflict/NNS/3/obj ././3/punct"
    )
    assert (claim.polarity, claim.status) == ("POS", "ASSERTED")


def test_what_is_only_asked_for_is_no_claim() -> None:
    assert rows(
        "Hill/NNP/2/nsubj urged|urge/VBD/0/root senators|senator/NNS/2/obj to/TO/5/mark reject/VB/2/xcomp "
        "the/DT/7/det bill/NN/5/obj ././2/punct"
    ) == [("Hill", "urged", "senators to reject the bill")]


def test_declining_to_comment_and_asking_for_comment_claim_nothing() -> None:
    assert not rows(
        "Hill/NNP/2/nsubj declined|decline/VBD/0/root to/TO/4/mark comment/VB/2/xcomp on/IN/7/case the/DT/7/det "
        "bill/NN/4/obl ././2/punct"
    )
    assert not rows(
        "Hill/NNP/4/nsubj did|do/VBD/4/aux not/RB/4/advmod return/VB/0/root calls|call/NNS/4/obj "
        "seeking|seek/VBG/5/acl comment/NN/6/obj ././4/punct"
    )


def test_the_month_of_may_is_no_doubt() -> None:
    _, [claim] = read(
        "The/DT/2/det Ledger/NNP/3/nsubj reported|report/VBD/0/root that/IN/6/mark fighting/NN/6/nsubj "
        "ended|end/VBD/3/ccomp in/IN/8/case May/NNP/6/obl ././3/punct"
    )
    assert claim.status == "ASSERTED"


def test_votes_are_counted_and_no_content() -> None:
    assert rows(
        "The/DT/2/det council/NN/3/nsubj voted|vote/VBD/0/root 23/CD/3/obj to/IN/6/case 19/CD/3/obl to/TO/8/mark "
        "close/VB/3/advcl the/DT/10/det pool/NN/8/obj ././3/punct"
    ) == [("The council", "voted", "to close the pool")]


def test_a_death_toll_is_put_at_a_figure() -> None:
    put = (
        "The/DT/2/det agency/NN/3/nsubj put/VBD/0/root the/DT/5/det toll/NN/3/obj at/IN/7/case {}/{}/3/obl ././3/punct"
    )
    assert rows(put.format("17", "CD")) == [("The agency", "put", "the toll at 17")]
    assert not rows(put.format("risk", "NN"))


def test_who_was_told_something_did_not_tell_it() -> None:
    _, claims = read(
        "I/PRP/3/nsubj:pass was|be/VBD/3/aux:pass called|call/VBN/0/root in/RP/3/compound:prt and/CC/6/cc "
        "told|tell/VBD/3/conj that/IN/10/mark it/PRP/10/nsubj was|be/VBD/10/cop over/RB/6/ccomp ././3/punct"
    )
    assert [claim.source.span for claim in claims] == [None]


def test_the_words_between_commas_part_a_claim_in_two() -> None:
    assert rows(
        "The/DT/2/det tunnel/NN/4/nsubj will/MD/4/aux open/VB/0/root ,/,/7/punct engineers|engineer/NNS/7/nsubj "
        "conceded|concede/VBD/4/parataxis ,/,/10/punct a/DT/10/det year/NN/7/obl late/RB/10/advmod ././4/punct"
    ) == [("engineers", "conceded", "The tunnel will open | a year late")]


def test_who_made_a_claim_is_its_source() -> None:
    [found] = rows(
        "The/DT/2/det claim/NN/15/nsubj:pass ,/,/4/punct made|make/VBN/2/acl by/IN/7/case the/DT/7/det "
        "driver/NN/4/obl:agent "
        ",/,/4/punct that/IN/12/mark Orr/NNP/12/nsubj had|have/VBD/12/aux lied|lie/VBN/2/acl ,/,/2/punct "
        "was|be/VBD/15/aux:pass aired|air/VBN/0/root ././15/punct"
    )
    assert found == ("the driver", "The claim", "that Orr had lied")


def test_a_firm_is_no_who() -> None:
    names = "Tomas Brandt", "Kestrel"
    text = "Brandt, an analyst at Kestrel, who expects a loss, left."
    places = [Span(text.index(name), text.index(name) + len(name)) for name in ("Brandt", "Kestrel")]
    facts = []
    for place, name, kind in zip(places, names, ("PERSON", "ORG"), strict=True):
        mention = Mention(span=place, head=place, form="NAM", type=kind)
        facts += [mention, Entity(span=place, type=kind, name=name, mentions=(mention.ref,))]
    reading, [claim] = read(
        "Brandt/NNP/13/nsubj ,/,/1/punct an/DT/4/det analyst/NN/1/appos at/IN/6/case Kestrel/NNP/4/nmod ,/,/9/punct "
        "who/WP/9/nsubj expects|expect/VBZ/6/acl:relcl a/DT/11/det loss/NN/9/obj ,/,/1/punct left|leave/VBD/0/root "
        "././13/punct",
        facts=facts,
    )
    assert row(reading, claim) == ("who", "expects", "a loss")
    assert reading[claim.source.entity].name == "Tomas Brandt"


def test_an_amount_of_money_says_nothing() -> None:
    assert not rows(
        "Orr/NNP/2/nsubj left|leave/VBD/0/root as/IN/6/mark $/$/6/nsubj 2/CD/4/nummod planned|plan/VBD/2/advcl "
        "bribes/NNS/6/obj ././2/punct"
    )
