"""Parser errors that are mended: the trees are those that parsers give, not those they should give."""

from __future__ import annotations

from newsfacts.syntax import syntax_of
from newsfacts.testing.parses import sketch


class Asked:
    """A sketched parse and its words by their text."""

    def __init__(self, words: str) -> None:
        self.doc = sketch(words)
        self.syntax = syntax_of(self.doc)

    def __getattr__(self, question: str):
        def ask(text: str, **settings: object) -> object:
            token = next(token for token in self.doc if token.text == text)
            answer = getattr(self.syntax, question)(token, **settings)
            if hasattr(answer, "of"):
                return answer.of(self.doc.text)
            return getattr(answer, "text", answer)

        return ask


def test_a_verb_under_its_subject_is_promoted() -> None:
    asked = Asked(
        "Turner/NNP/0/root ,/,/4/punct a/DT/4/det senator/NN/1/appos ,/,/1/punct praised|praise/VBD/1/acl "
        "the/DT/8/det plan/NN/6/obj but/CC/10/cc left|leave/VBD/1/conj ././1/punct"
    )
    assert asked.root_of("plan") == "praised"
    assert asked.subject("praised") == asked.subject("left") == "Turner"
    assert asked.phrase("Turner") == "Turner, a senator"


def test_a_participle_with_an_object_is_the_verb_of_its_sentence() -> None:
    asked = Asked(
        "Turner/NNP/0/root ,/,/4/punct who/WP/4/nsubj lost|lose/VBD/1/acl:relcl ,/,/1/punct accused|accuse/VBN/1/acl "
        "Ros/NNP/6/obj of/IN/9/case fraud/NN/6/obl ././1/punct"
    )
    assert asked.root_of("Ros") == "accused"
    assert asked.subject("accused") == "Turner"
    assert not asked.is_passive("accused")


def test_a_participle_without_an_object_goes_on_about_its_noun() -> None:
    asked = Asked(
        "Turner/NNP/0/root ,/,/4/punct who/WP/4/nsubj lost|lose/VBD/1/acl:relcl ,/,/1/punct accused|accuse/VBN/1/acl "
        "of/IN/8/case fraud/NN/6/obl ././1/punct"
    )
    assert asked.root_of("fraud") == "Turner"


def test_a_noun_over_its_verb_is_its_object() -> None:
    asked = Asked("The/DT/4/det Times/NNP/3/nsubj published|publish/VBN/4/amod footage/NN/0/root ././4/punct")
    assert asked.root_of("The") == "published"
    assert asked.object("published") == "footage"
    assert asked.noun_phrase("Times") == "The Times"
    assert asked.tense("published") == "PAST"


def test_a_subject_before_a_quotation_is_no_object() -> None:
    asked = Asked(
        'Trump/NNP/2/nsubj says|say/VBZ/0/root fraud/NN/2/obj "/``/6/punct would/MD/6/aux cost/VB/2/ccomp '
        "votes/NNS/6/obj"
    )
    assert asked.subject("cost") == "fraud"
    assert asked.object("says") is None


def test_a_plural_which_stands_for_the_noun_before_it() -> None:
    asked = Asked(
        "Shells/NNS/2/nsubj hit/VBD/0/root towns/NNS/2/obj ,/,/7/punct which/WDT/7/nsubj were|be/VBD/7/aux "
        "burning|burn/VBG/2/advcl:relcl"
    )
    assert asked.subject("burning") == "towns"
    assert asked.phrase("towns") == "towns, which were burning"


def test_a_singular_which_may_stand_for_the_clause() -> None:
    asked = Asked(
        "Shells/NNS/2/nsubj hit/VBD/0/root towns/NNS/2/obj ,/,/6/punct which/WDT/6/nsubj "
        "angered|anger/VBD/2/advcl:relcl Kyiv/NNP/6/obj"
    )
    assert asked.phrase("towns") == "towns"
    assert asked.relative_clauses("towns") == ()


def test_who_is_unclear_is_a_question() -> None:
    asked = Asked("It/PRP/3/expl was|be/VBD/3/cop clear/JJ/0/root who/WP/5/nsubj fired|fire/VBD/3/advcl:relcl")
    assert (asked.complement("clear"), asked.complement_kind("clear")) == ("fired", "wh")


def test_what_it_stands_for_is_the_complement() -> None:
    asked = Asked(
        "It/PRP/3/expl is|be/VBZ/3/cop unclear/JJ/0/root whether/IN/6/mark he/PRP/6/nsubj left|leave/VBD/3/csubj"
    )
    assert asked.subject("unclear") is None
    assert (asked.complement("unclear"), asked.complement_kind("unclear")) == ("left", "whether")


def test_a_clause_with_an_empty_it_inherits_no_subject() -> None:
    asked = Asked(
        "Ros/NNP/2/nsubj left|leave/VBD/0/root but/CC/6/cc it/PRP/6/expl is|be/VBZ/6/cop unclear/JJ/2/conj "
        "whether/IN/9/mark they/PRP/9/nsubj won|win/VBD/6/ccomp"
    )
    assert asked.subject("unclear") is None


def test_it_is_a_subject_unless_it_stands_for_a_clause() -> None:
    asked = Asked("It/PRP/2/expl said|say/VBD/0/root prices/NNS/4/nsubj rose|rise/VBD/2/ccomp")
    assert asked.subject("said") == "It"
    asked = Asked(
        "It/PRP/3/nsubj:pass was|be/VBD/3/aux:pass said|say/VBN/0/root prices/NNS/5/nsubj rose|rise/VBD/3/ccomp"
    )
    assert asked.subject("said") is None


def test_a_gerund_after_a_person_tells_what_the_person_did() -> None:
    asked = Asked(
        "Rivals/NNS/2/nsubj accused|accuse/VBD/0/root Turner/NNP/2/obj of/IN/5/mark lying|lie/VBG/3/acl ././2/punct"
    )
    assert [(word, noun.text) for word, noun in asked.obliques("accused")] == [("of", "lying")]
    assert asked.subject("lying") == "Turner"


def test_a_gerund_after_by_tells_how() -> None:
    asked = Asked(
        "Ros/NNP/2/nsubj stunned|stun/VBD/0/root voters/NNS/2/obj by/IN/5/mark leaving|leave/VBG/3/acl ././2/punct"
    )
    assert asked.subject("leaving") == "Ros"
    assert asked.phrase("voters") == "voters"


def test_a_participle_tagged_as_a_past_tense_is_a_participle() -> None:
    asked = Asked(
        "Plans/NNS/5/nsubj announced|announce/VBD/1/acl by/IN/4/case "
        "Ros/NNP/2/obl:agent failed|fail/VBD/0/root ././5/punct"
    )
    assert asked.tense("announced") == "PASTPART"
    assert asked.logical_object("announced") == "Plans"


def test_asked_about_something_is_a_participle() -> None:
    asked = Asked(
        "Asked|ask/VBD/6/ccomp about/IN/3/case it/PRP/1/obl ,/,/1/punct Ros/NNP/6/nsubj said|say/VBD/0/root "
        "she/PRP/8/nsubj left|leave/VBD/6/ccomp"
    )
    assert asked.subject("Asked") == "Ros"
    assert asked.is_passive("Asked")
    assert asked.complement("said") == "left"


def test_a_subject_may_follow_a_participle() -> None:
    asked = Asked(
        "Lashing|lash/VBG/5/csubj out/RP/1/compound:prt ,/,/1/punct Turner/NNP/1/obj said|say/VBD/0/root "
        "it/PRP/7/nsubj failed|fail/VBD/5/ccomp"
    )
    assert asked.subject("said") == asked.subject("Lashing") == "Turner"
    assert asked.role("Lashing") == "adverbial-clause"


def test_a_that_clause_after_a_time_is_what_is_said() -> None:
    asked = Asked(
        "Ros/NNP/2/nsubj said|say/VBD/0/root last/JJ/4/amod week/NN/2/obl:unmarked that/WDT/7/mark it/PRP/7/nsubj "
        "won|win/VBD/4/acl:relcl"
    )
    assert (asked.complement("said"), asked.complement_kind("said")) == ("won", "that")
    assert asked.phrase("week") == "last week"


def test_a_full_clause_after_a_hearer_is_what_is_told() -> None:
    asked = Asked(
        "Ros/NNP/2/nsubj told|tell/VBD/0/root reporters/NNS/2/iobj this/DT/6/nsubj was|be/VBD/6/cop fun/NN/3/acl:relcl"
    )
    assert (asked.complement("told"), asked.complement_kind("told")) == ("fun", "bare")


def test_a_clause_with_as_sits_in_what_is_said() -> None:
    asked = Asked(
        "As/IN/3/mark Ros/NNP/3/nsubj said|say/VBD/6/advcl ,/,/3/punct prices/NNS/6/nsubj doubled|double/VBD/0/root"
    )
    assert (asked.complement("said"), asked.complement_kind("said")) == ("doubled", "parataxis")


def test_a_that_clause_after_a_name_is_what_is_said() -> None:
    asked = Asked(
        "Ros/NNP/2/nsubj said|say/VBD/0/root to/IN/4/case Reuters/NNP/2/obl that/IN/7/mark it/PRP/7/nsubj "
        "won|win/VBD/4/acl"
    )
    assert asked.complement("said") == "won"
    assert asked.phrase("Reuters") == "Reuters"


def test_a_passive_with_as_sits_in_what_is_reported() -> None:
    asked = Asked(
        "As/IN/2/mark reported|report/VBN/7/advcl by/IN/4/case Reuters/NNP/2/obl:agent ,/,/2/punct "
        "prices/NNS/7/nsubj doubled|double/VBD/0/root"
    )
    assert asked.complement("reported") == "doubled"
    assert asked.agent("reported") == "Reuters"


def test_an_active_verb_has_no_agent() -> None:
    asked = Asked(
        "Aides/NNS/2/nsubj agreed|agree/VBD/0/root in/IN/5/case an/DT/5/det article/NN/2/obl by/IN/7/case "
        "Ros/NNP/2/obl:agent"
    )
    assert asked.logical_subject("agreed") == "Aides"
    assert asked.agent("agreed") is None


def test_two_subjects_of_one_verb_are_shared_out() -> None:
    asked = Asked(
        "Deals/NNS/5/nsubj ,/,/1/punct the/DT/4/det minister/NN/5/nsubj said|say/VBD/8/parataxis ,/,/5/punct "
        "will/MD/8/aux fail/VB/0/root"
    )
    assert asked.subject("fail") == "Deals"
    assert asked.subject("said") == "minister"
    assert asked.complement("said") == "fail"


def test_according_to_belongs_to_the_clause() -> None:
    asked = Asked(
        "Prices/NNS/6/nsubj ,/,/5/punct according|accord/VBG/5/case to/IN/3/fixed analysts/NNS/1/nmod "
        "doubled|double/VBD/0/root"
    )
    assert [(words, noun.text) for words, noun in asked.obliques("doubled")] == [("according to", "analysts")]
    assert asked.phrase("Prices") == "Prices"


def test_a_company_tagged_as_part_of_the_verb_is_its_subject() -> None:
    asked = Asked("GM/NNP/2/compound reports|report/VBZ/0/root losses/NNS/2/obj")
    assert asked.subject("reports") == "GM"


def test_a_finite_clause_on_a_noun_has_it_as_subject() -> None:
    asked = Asked(
        "Shares/NNS/5/nsubj rose|rise/VBD/1/acl again/RB/2/advmod ,/,/5/punct helped|help/VBD/0/root him/PRP/5/obj"
    )
    assert asked.subject("rose") == "Shares"


def test_an_amount_in_a_headline_belongs_to_the_noun_behind_it() -> None:
    asked = Asked("Council/NN/2/nsubj backs|back/VBZ/0/root 5m/CD/2/obj flood/NN/5/compound wall/NN/2/obj")
    assert asked.object("backs") == "wall"
    assert asked.phrase("wall") == "5m flood wall"


def test_an_amount_before_a_comma_stands_alone() -> None:
    asked = Asked("Firms/NNS/2/nsubj paid|pay/VBD/0/root 5m/CD/2/obj ,/,/5/punct Ros/NNP/3/appos")
    assert asked.object("paid") == "5m"


def test_what_heads_a_line_undergoes_what_is_to_be_done() -> None:
    asked = Asked("Line/NN/0/root to/TO/4/mark be/VB/4/aux:pass extended|extend/VBN/1/acl")
    assert asked.logical_object("extended") == "Line"


def test_what_nothing_joins_to_a_name_says_what_it_is() -> None:
    plain = "Ros/NNP/2/nsubj left|leave/VBD/0/root Acme/NNP/2/obj ,/,/6/punct a/DT/6/det charity/NN/3/conj"
    asked = Asked(plain)
    assert asked.role("charity") == "apposition"
    both = Asked(f"{plain} ,/,/9/punct and/CC/9/cc Oslo/NNP/3/conj")
    assert both.role("charity") == "conjunct"


def test_nobody_says_two_things_with_nothing_between() -> None:
    asked = Asked(
        "Ros/NNP/2/nsubj ruled|rule/VBD/0/root they/PRP/4/nsubj failed|fail/VBD/2/ccomp to/TO/6/mark "
        "show/VB/4/xcomp he/PRP/8/nsubj knew|know/VBD/2/ccomp"
    )
    assert asked.head("knew") == "show"
    assert asked.phrase("failed") == "they failed to show he knew"
