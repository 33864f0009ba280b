"""What an article is about: each rule of the rank with sentences written for it."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from newsfacts import Article, Block, Reading, Span
from newsfacts.steps.events import Events
from newsfacts.testing.parses import sketch


def ranked(headline: str, *sentences: str) -> list[str]:
    """Give the lemmas of the events of a page of hand-parsed sentences, first what it is about."""
    vocab = create_vocab(None, English.Defaults)
    doc = Doc.from_docs([sketch(words, vocab) for words in (headline, *sentences)])
    end = next(doc.sents).end_char
    blocks = [Block(span=Span(0, end), role="headline"), Block(span=Span(end, len(doc.text)), role="paragraph")]
    events = Events().extract(Reading.of(doc.text, doc, facts=blocks))
    return [event.lemma for event in Article(text=doc.text, facts=(*blocks, *events)).events]


HEADLINE = "Bridge/NN/0/root of/IN/3/case Oster/NNP/1/nmod lost/VBN/1/acl"
TOLD = "The/DT/2/det bridge/NN/4/nsubj has/VBZ/4/aux sunk|sink/VBN/0/root"
SCENE = "A/DT/2/det dog/NN/3/nsubj barked|bark/VBD/0/root"
LATER = "A/DT/2/det cat/NN/3/nsubj fled|flee/VBD/0/root"


def test_what_a_page_asks_of_its_readers_is_not_what_it_is_about():
    asked = "Enlarge|enlarge/VB/0/root this/DT/3/det image/NN/1/obj"
    thanks = "Thank|thank/VBP/0/root you/PRP/1/obj"
    assert ranked(HEADLINE, asked, TOLD)[-1] == "enlarge"
    assert ranked(HEADLINE, thanks, TOLD)[-1] == "thank"


def test_the_story_opens_where_words_of_the_headline_are_taken_up():
    lemmas = ranked(HEADLINE, SCENE, TOLD)
    assert lemmas.index("sink") < lemmas.index("bark")


def test_without_such_words_the_story_opens_with_its_first_sentence():
    lemmas = ranked(HEADLINE, SCENE, LATER)
    assert lemmas.index("bark") < lemmas.index("flee")


def test_a_verb_tells_more_than_a_noun_that_nobody_does():
    lemmas = ranked("Row/NN/0/root over/IN/3/case strike/NN/1/nmod halts|halt/VBZ/1/acl", SCENE)
    assert lemmas.index("halt") < lemmas.index("strike")
