"""Documents without a parse, with line breaks, and with trees that make no sense."""

from __future__ import annotations

import inspect

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc, Token

from newsfacts.syntax import Syntax, syntax_of

from .conftest import SCHEMES, all_parses

VOCAB = English().vocab
BY_TOKEN = sorted(
    name
    for name, question in inspect.getmembers(Syntax, inspect.isfunction)
    if not name.startswith("_") and len(inspect.signature(question).parameters) > 1
)


def ask_everything(doc: Doc) -> dict[str, list[object]]:
    syntax = syntax_of(doc)
    answers: dict[str, list[object]] = {name: [getattr(syntax, name)(token) for token in doc] for name in BY_TOKEN}
    return answers | {"noun_chunks": [syntax.noun_chunks()], "sentences": [syntax.sentences()]}


def test_without_a_parse_nothing_is_claimed() -> None:
    doc = Doc(VOCAB, words=["Turner", "said", "so", "."])
    assert not syntax_of(doc).parsed
    own = {"clause", "noun_phrase", "name_head", "predicate", "root_of", "subtree", "role"}
    for name, answers in ask_everything(doc).items():
        if name not in own:
            assert all(answer in (None, (), False, "", "NONE") for answer in answers), name


def test_an_empty_document_has_no_words() -> None:
    syntax = syntax_of(Doc(VOCAB, words=[]))
    assert syntax.noun_chunks() == ()
    assert syntax.sentences() == ()


def test_a_line_break_counts_in_no_phrase() -> None:
    doc = Doc(
        VOCAB,
        words=["\n", "Mayors", "met", "\n\n", "in", "Oslo", "\n", "."],
        heads=[1, 2, 2, 5, 5, 2, 5, 2],
        deps=["dep", "nsubj", "ROOT", "dep", "case", "obl", "dep", "punct"],
        pos=["SPACE", "NOUN", "VERB", "SPACE", "ADP", "PROPN", "SPACE", "PUNCT"],
        tags=["_SP", "NNS", "VBD", "_SP", "IN", "NNP", "_SP", "."],
    )
    syntax = syntax_of(doc)
    assert [syntax.phrase(doc[index]).of(doc.text) for index in (1, 5)] == ["Mayors", "Oslo"]
    assert syntax.clause(doc[2]).of(doc.text) == "Mayors met \n\n in Oslo"
    assert syntax.phrase(doc[0]) is None


def test_a_line_break_at_the_root_gives_way() -> None:
    doc = Doc(
        VOCAB,
        words=["\n", "Mayors", "met"],
        heads=[0, 2, 0],
        deps=["ROOT", "nsubj", "dep"],
        pos=["SPACE", "NOUN", "VERB"],
        tags=["_SP", "NNS", "VBD"],
    )
    syntax = syntax_of(doc)
    assert syntax.root_of(doc[1]) == doc[2]
    assert syntax.role(doc[0]) == "punct"
    assert syntax.subject(doc[2]) == doc[1]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_answers_do_not_depend_on_the_question_before(scheme) -> None:
    for doc in all_parses(scheme).values():
        assert ask_everything(doc) == ask_everything(doc)


LABELS = sorted({token.dep_ for scheme in SCHEMES for doc in all_parses(scheme).values() for token in doc})
TAGGED = sorted({(token.text, token.tag_, token.pos_) for doc in all_parses("clear").values() for token in doc})


@st.composite
def broken_parses(draw: st.DrawFn) -> Doc:
    """Trees over real words with heads and labels at random."""
    words = draw(st.lists(st.sampled_from([*TAGGED, ("\n", "_SP", "SPACE")]), min_size=1, max_size=14))
    root = draw(st.integers(0, len(words) - 1))
    order = draw(st.permutations([index for index in range(len(words)) if index != root]))
    placed, heads = [root], [root] * len(words)
    for index in order:
        heads[index] = draw(st.sampled_from(placed))
        placed.append(index)
    deps = ["ROOT" if index == root else draw(st.sampled_from(LABELS)) for index in range(len(words))]
    return Doc(
        VOCAB,
        words=[word for word, _, _ in words],
        tags=[tag for _, tag, _ in words],
        pos=[pos for _, _, pos in words],
        heads=heads,
        deps=deps,
    )


@settings(max_examples=150, deadline=None)
@given(broken_parses())
def test_any_tree_is_answered(doc) -> None:
    answers = ask_everything(doc)
    for name in ("phrase", "noun_phrase", "clause"):
        for span in answers[name]:
            assert span is None or 0 <= span.start < span.end <= len(doc.text)
    for start, end in answers["subtree"]:
        assert 0 <= start < end <= len(doc)
    roots = answers["root_of"]
    assert all(isinstance(root, Token) for root in roots)
