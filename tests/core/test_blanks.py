"""Hard and double blanks inside a line do not reach the parser, and the document is still that of the text."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.blanks import squeezed
from newsfacts.parsing import parse, parse_batch
from newsfacts.records import Record

TEXT = "\xa0 The port of  Arica\xa0closed.\n\n  Ferries\xa0 were late ."


@pytest.fixture
def nlp() -> Language:
    """A pipeline that hangs each word on the one before it and takes capitalised words for names."""
    nlp = spacy.blank("en")

    @Language.component("chain")
    def chain(doc: Doc) -> Doc:
        names = ["B-LOC" if token.is_title else "O" for token in doc]
        names = [
            "I-LOC" if name == "O" and names[at - 1] == "B-LOC" and doc[at].text == "port" else name
            for at, name in enumerate(names)
        ]
        return Doc(
            doc.vocab, [token.text for token in doc], [bool(token.whitespace_) for token in doc],
            heads=[max(token.i - 1, 0) for token in doc], deps=["dep" if token.i else "ROOT" for token in doc],
            tags=["NN"] * len(doc), ents=names,
        )  # fmt: skip

    nlp.add_pipe("chain")
    return nlp


def test_the_parser_sees_single_plain_blanks() -> None:
    doc = squeezed(spacy.blank("en").make_doc(TEXT)).doc
    assert doc.text == "The port of Arica closed.\n\n  Ferries were late ."


def test_the_document_is_that_of_the_whole_text(nlp: Language) -> None:
    doc = parse(nlp, TEXT)
    assert doc.text == TEXT
    closed = next(token for token in doc if token.text == "closed")
    assert closed.head.text == "Arica"
    assert {token.tag_ for token in doc if token.is_space and "\n" not in token.text} == {"_SP"}


def test_a_name_keeps_the_blank_inside_it(nlp: Language) -> None:
    doc = parse(nlp, "The\xa0port was shut.")
    assert [name.text for name in doc.ents] == ["The\xa0port"]


def test_a_batch_is_parsed_like_one_text(nlp: Language) -> None:
    texts = [TEXT, "Nothing odd here.", "\xa0", "Two  blanks."]
    docs = [doc for _, doc, _ in parse_batch(nlp, [(Record(text=text), ()) for text in texts], "raise")]
    assert [doc is not None and doc.text for doc in docs] == texts
    assert [token.head.i for token in docs[3] or ()] == [0, 0, 0, 2]


def test_a_text_without_odd_blanks_is_left_as_it_is() -> None:
    doc = spacy.blank("en").make_doc("One line.\nAnd another.")
    assert squeezed(doc).doc is doc
