"""Which places tell one event: each rule with sentences written for it."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from newsfacts import Block, Event, Quotation, Reading, Span, TimeExpression
from newsfacts.steps.events import Events
from newsfacts.testing.parses import sketch


def page(*sentences: str) -> Doc:
    """Give a document of hand-parsed sentences."""
    vocab = create_vocab(None, English.Defaults)
    return Doc.from_docs([sketch(words, vocab) for words in sentences])


def read(*sentences: str) -> list[Event]:
    """Give the events of hand-parsed sentences, the first of which is the headline."""
    doc = page(*sentences)
    end = next(doc.sents).end_char
    blocks = [Block(span=Span(0, end), role="headline"), Block(span=Span(end, len(doc.text)), role="paragraph")]
    return list(Events().extract(Reading.of(doc.text, doc, facts=blocks)))


def test_what_others_say_is_another_event_than_what_the_headline_says():
    events = read("Operator/NN/2/nsubj says/VBZ/0/root", "Officials/NNS/2/nsubj said/VBD/0/root so/RB/2/advmod")
    assert [len(event.mentions) for event in events] == [1, 1]


def test_the_next_such_deed_is_not_the_one_before():
    above = "Rebels/NNS/2/nsubj raided/VBD/0/root Oster/NNP/2/obj"
    again = "It/PRP/6/nsubj was/VBD/6/cop the/DT/6/det second/JJ/6/amod such/JJ/6/amod raid/NN/0/root"
    assert all(len(event.mentions) == 1 for event in read(above, again))


def test_a_speaker_does_not_point_to_what_the_reporter_tells():
    doc = page(
        "Oduya/NNP/2/nsubj closed/VBD/0/root Oster/NNP/2/obj",
        "This/DT/3/nsubj will/MD/3/aux hurt/VB/0/root us/PRP/3/obj",
    )
    start = doc.text.index("This")
    spoken = Quotation(span=Span(start, len(doc.text)), marks="double")
    events = Events().extract(Reading.of(doc.text, doc, facts=[spoken]))
    assert all(len(event.mentions) == 1 for event in events)


def test_what_anybody_may_do_is_not_what_was_done():
    above = "Rovale/NNP/2/nsubj buys|buy/VBZ/0/root rivals/NNS/2/obj"
    advice = "You/PRP/3/nsubj can/MD/3/aux buy/VB/0/root rivals/NNS/3/obj"
    done = "It/PRP/2/nsubj bought|buy/VBD/0/root rivals/NNS/2/obj"
    assert [len(event.mentions) for event in read(above, advice)] == [1, 1]
    assert [len(event.mentions) for event in read(above, done)] == [2]


def test_other_days_are_other_events():
    doc = page(
        "Sales/NNS/2/nsubj fell/VBD/0/root in/IN/4/case May/NNP/2/obl",
        "Sales/NNS/2/nsubj fell/VBD/0/root in/IN/4/case June/NNP/2/obl",
    )
    times = [
        TimeExpression(span=Span(doc[i].idx, doc[i].idx + len(doc[i])), type="DATE", value=value)
        for i, value in ((3, "2024-05"), (7, "2024-06"))
    ]
    same = [TimeExpression(span=time.span, type="DATE", value="2024-05") for time in times]
    assert {len(e.mentions) for e in fallen(doc, times)} == {1}
    assert {len(e.mentions) for e in fallen(doc, same)} == {2}


def fallen(doc: Doc, times: list[TimeExpression]) -> list[Event]:
    """Give the events of falling in a document with these times."""
    return [e for e in Events().extract(Reading.of(doc.text, doc, facts=times)) if e.lemma in {"fall", "fell"}]
