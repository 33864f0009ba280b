"""Input rules, many articles, long texts, processes."""

from __future__ import annotations

import gc
import json
import os
import pickle
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import ClassVar

import pytest
import spacy
from attrs import define, frozen

import newsfacts
import tests.core.shouting
from newsfacts import Extractor, Fact, Headline, Kinds, PlanError, Quotation, Reading, Record, RecordError, Span
from newsfacts.parsing import pieces
from tests.core.makers import Failing, Shouters, Shouts, blank


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"id": "a"}, "text: missing"),
        ({"id": "a", "text": None}, "text: expected text, not None"),
        ({"id": "a", "text": 7}, "text: expected text, not int"),
        ({"id": 7, "text": "STOP"}, "id: expected text, not int"),
        ({"id": "a", "text": "STOP", "published": "soon"}, "published: expected an ISO 8601 date"),
        ({"id": "a", "text": "STOP", "outlet": 3}, "outlet: expected text, not int"),
        ({"id": "a", "text": "STOP \ud800"}, "text: a lone surrogate at character 5"),
        (newsfacts.Unreadable("no JSON"), "no JSON"),
        (3, "text: expected text, not int"),
        (b"STOP", "text: expected text, not bytes; decode it"),
        (Path("stop.txt"), "text: expected text, not PosixPath; read it first"),
    ],
)
def test_a_wrong_record_gives_its_row_with_a_problem(record, message) -> None:
    before, article, after = blank(Shouts()).pipe(["ONCE", record, "TWICE"])
    assert article.problems[0].message.startswith(message)
    assert article.problems[0].record in ("a", "number 2")
    assert len(before.quotations) == len(after.quotations) == 1
    json.loads(article.to_json())


def test_a_wrong_record_raises_where_that_is_asked_for() -> None:
    with pytest.raises(RecordError, match="record 'a': text: expected text, not None"):
        list(blank(Shouts(), on_error="raise").pipe([{"id": "a", "text": None}]))


def test_what_is_right_in_a_record_is_kept() -> None:
    [article] = blank(Shouts()).pipe([{"id": "a", "text": "STOP", "published": "soon", "outlet": "The Gazette"}])
    assert (article.id, article.metadata.outlet, len(article.quotations)) == ("a", "The Gazette", 1)


def test_a_repeated_id_is_a_problem_of_the_second_record() -> None:
    first, second = blank(Shouts()).pipe([{"id": "a", "text": "ONCE"}, {"id": "a", "text": "TWICE"}])
    assert (first.problems, [p.message for p in second.problems]) == ((), ["id: 'a' was there before"])
    assert second.quotations


def test_fields_that_are_not_ours_are_left_alone() -> None:
    [article] = blank(Shouts()).pipe([{"id": "a", "text": "STOP", "section": "Sport"}])
    assert article.problems == ()


def test_one_text_raises_what_is_wrong_with_it() -> None:
    with pytest.raises(RecordError, match="text: expected text, not None"):
        blank(Shouts())(None)


def test_a_byte_order_mark_is_taken_off() -> None:
    article = blank(Shouts())("\ufeffSTOP")
    assert (article.text, article.quotations[0].span) == ("STOP", Span(0, 4))
    assert Record.make("\ufeffSTOP").had_bom


def test_line_ends_stay_as_they_are() -> None:
    article = blank(Shouts())("One.\r\nSTOP.\r\n")
    assert article[article.quotations[0].span] == "STOP"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t\r\n ", "\x00"])
def test_a_text_without_words_has_no_facts_and_no_problem(text) -> None:
    assert blank(Shouts())(text).facts == ()
    [article] = blank(Shouts()).pipe([text])
    assert (article.text, article.facts, article.problems) == (text, (), ())


def test_a_text_that_is_too_long_for_spacy_is_read_whole() -> None:
    pipeline = blank(Shouts())
    pipeline.nlp.max_length = 60
    text = "Some words come first. STOP.\n" * 9 + "x" * 80 + " SHOUT"
    article = pipeline(text)
    assert [article[q.span] for q in article.quotations] == ["STOP"] * 9 + ["SHOUT"]
    assert [a.facts for a in pipeline.pipe(["one", text, "two"])] == [(), article.facts, ()]


@pytest.mark.parametrize("limit", [1, 7, 10, 500])
def test_pieces_are_the_text(limit) -> None:
    text = "One two.\nThree four five.\n\nSix"
    assert "".join(pieces(text, limit)) == text
    assert all(len(piece) <= limit for piece in pieces(text, limit))


def test_neighbours_change_nothing() -> None:
    pipeline = blank(Shouts())
    texts = ["STOP", "and SHOUT", "quiet"]
    assert [a.facts for a in pipeline.pipe(texts, batch_size=2)] == [pipeline(text).facts for text in texts]


@pytest.mark.parametrize("one", ["STOP", b"STOP", Path("stop.txt"), {"text": "STOP"}, Record.make("STOP")])
def test_one_text_is_not_taken_for_many(one) -> None:
    with pytest.raises(TypeError, match="pipe reads several texts or records, not one"):
        blank(Shouts()).pipe(one)


@pytest.mark.parametrize("sizes", [{"processes": 0}, {"batch_size": 0}, {"processes": 2, "batch_size": -1}])
def test_no_text_is_lost_to_a_batch_of_none(sizes) -> None:
    with pytest.raises(ValueError, match="processes and batch_size must be 1 or more, not"):
        blank(Shouts()).pipe(["STOP"], **sizes)


def test_what_is_known_is_told_once() -> None:
    with pytest.raises(RecordError, match="a record was given, so what is known goes into it: id, published"):
        blank(Shouts())(Record.make("STOP"), id="a1", published="2024-11-18")


def test_a_mapping_is_a_record() -> None:
    article = blank(Shouts())({"id": "a1", "text": "STOP", "published": "2024-11-18", "body_html": "left alone"})
    assert (article.id, str(article.published), len(article.quotations)) == ("a1", "2024-11-18", 1)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("<p>STOP</p><div>Now</DIV >", True),
        ("One tag, </p>, and 3 < 4 </ 5", False),
        ("No <b>tag</b> <i>of</i> it", False),
    ],
)
def test_the_source_of_a_web_page_is_a_problem_and_read_all_the_same(text, seen) -> None:
    article = blank(Shouters(), Shouts(), on_error="raise")(Record.make(text, id="a1"))
    assert [problem.record for problem in article.problems] == ["a1"] * seen
    assert not seen or "text: it holds tags such as </p>" in article.problems[0].message
    assert len(article.claims) == len(article.quotations)


def test_a_step_may_be_named_alone() -> None:
    steps = [step.name for step in newsfacts.load(spacy.blank("en"), only="blocks", installed=False).steps]
    assert steps == ["blocks"]
    with pytest.raises(PlanError, match=r"without takes names of steps one by one.*not \['acme.shouts'\]"):
        blank(Shouts()).without(["acme.shouts"])


def test_what_a_step_needs_and_was_left_out_is_named() -> None:
    with pytest.raises(
        PlanError, match="what gives them is left out; keep 'acme.shouts' too, or leave 'acme.shouters'"
    ):
        blank(Shouts(), Shouters()).without("acme.shouts")
    with pytest.raises(PlanError, match="left out; keep 'entities', 'mentions' too, or leave 'tone' out"):
        newsfacts.load(only="tone", installed=False)


def test_a_pipeline_goes_to_another_process_and_is_the_same_there() -> None:
    pipeline = blank(Shouts(4), plugins=[tests.core.shouting], on_error="record")
    pipeline.nlp.add_pipe("sentencizer")
    there = pickle.loads(pickle.dumps(pipeline))
    assert (there.steps, there.plugins.given, there.on_error) == (pipeline.steps, pipeline.plugins.given, "record")
    assert there.nlp.pipe_names == ["sentencizer"]
    assert there("STOP THE BUS") == pipeline("STOP THE BUS")
    assert [article.facts for article in there.pipe(["ONCE", "no"], processes=2)] == [pipeline("ONCE").facts, ()]


def test_several_threads_may_call_one_pipeline() -> None:
    pipeline = blank(Shouts(), Shouters())
    texts = [f"Word{i} STOP{i} and GO{i}{i} on{i}." for i in range(200)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(pipeline, texts)) == [pipeline(text) for text in texts]


@frozen
class Deadly(Extractor):
    """A step that ends the process on a certain word."""

    name: ClassVar[str] = "acme.deadly"
    gives: ClassVar[Kinds] = frozenset({Quotation})

    def extract(self, reading: Reading) -> Iterable[Fact]:
        if "poison" in reading.text:
            os._exit(3)
        return (Quotation(span=Span(0, 1), marks="none"),)


def test_a_process_that_dies_costs_one_record() -> None:
    texts = [{"id": str(i), "text": "poison" if i == 3 else "water"} for i in range(8)]
    articles = list(blank(Deadly()).pipe(texts, processes=2, batch_size=4))
    assert [article.id for article in articles] == [str(i) for i in range(8)]
    assert [bool(article.problems) for article in articles] == [i == 3 for i in range(8)]
    assert [len(article.facts) for article in articles] == [int(i != 3) for i in range(8)]


def test_the_default_pipeline_needs_no_network_and_names_itself(pipeline) -> None:
    assert pipeline.nlp.meta["lang"] == "en"
    assert [row["plugin"] for row in pipeline.plan()] == [pipeline.steps[0].plugin] * len(pipeline.steps)


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(newsfacts.NoPipelineError, match="cannot load a pipeline 'en_no_such'"):
        newsfacts.load("en_no_such")


def test_without_an_english_pipeline_the_error_says_what_to_install(monkeypatch) -> None:
    monkeypatch.setattr("spacy.util.get_installed_models", list)
    with pytest.raises(newsfacts.NoPipelineError, match="install newsfacts-en"):
        newsfacts.load()


def test_a_tone_is_asked_for_given_words(pipeline) -> None:
    text = "Reporters praised the brilliant goalkeeper Ada Moreau for a wonderful match."
    start = text.index("Ada Moreau")
    tone = pipeline.tone(text, target=Span(start, start + len("Ada Moreau")))
    assert (tone.target, tone.polarity) == (Span(start, start + 10), "support")
    assert 0.5 < tone.probability <= 1


def test_a_stance_is_asked_for_two_parties(pipeline) -> None:
    text = "The union criticised the mayor."
    stance = pipeline.stance(text, holder=Span(0, 9), target=Span(21, 30))
    assert (stance.polarity, text[stance.cue.start : stance.cue.end]) == ("oppose", "criticised")


def test_words_beyond_the_text_cannot_be_asked_about(pipeline) -> None:
    with pytest.raises(RecordError, match="target: 2:99 lies beyond the text, which has 9 characters"):
        pipeline.tone("Ada left.", target=Span(2, 99))


@frozen
class Asked(Shouters):
    """A step that needs what another gives."""

    name: ClassVar[str] = "acme.asked"


@frozen
class Stumped(Shouts):
    """A step that fails when it is asked."""

    def ask(self, reading: Reading, **question: Span) -> Fact:
        raise LookupError("no idea")


def test_a_question_that_cannot_be_answered_names_step_and_record() -> None:
    with pytest.raises(newsfacts.StepError, match=r"step 'acme.shouts' of .* failed on record 'a1': LookupError"):
        blank(Stumped()).ask("acme.shouts", Record.make("STOP", id="a1"), target=Span(0, 4))
    pipeline = blank(Failing(), Shouters()).replacing("acme.shouters", Asked())
    with pytest.raises(newsfacts.StepError, match=r"step 'acme.failing' of .* failed: ZeroDivisionError"):
        pipeline.ask("acme.asked", Record.make("STOP"), target=Span(0, 4))


def test_a_step_that_answers_nothing_says_so() -> None:
    with pytest.raises(newsfacts.PlanError, match="step 'acme.shouts' answers no questions about a target"):
        blank(Shouts()).ask("acme.shouts", Record.make("STOP"), target=Span(0, 4))


@frozen
class Watching(Extractor):
    """Tells whether the cycle collector was at work."""

    name: ClassVar[str] = "watching"
    gives: ClassVar[Kinds] = frozenset({Headline})

    def extract(self, reading: Reading) -> Iterable[Fact]:
        return [Headline(span=Span(0, 1))] if gc.isenabled() else []


def test_the_cycle_collector_rests_while_an_article_is_read() -> None:
    pipeline = blank(Watching())
    assert not pipeline("One ferry sank.").all(Headline)
    assert gc.isenabled()
    gc.disable()
    try:
        pipeline("One ferry sank.")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_words_of_a_reading_are_made_once() -> None:
    doc = blank().nlp("Two ferries collided.")
    reading = Reading.of(doc.text, doc)
    assert [word.text for word in reading.words] == ["Two", "ferries", "collided", "."]
    assert reading.tokens(Span(4, 20)) == reading.words[1:3]
    assert all(again is word for again, word in zip(reading.tokens(Span(0, 21)), reading.words, strict=True))


def test_a_fact_without_slots_is_stamped_like_any_other() -> None:
    @define(frozen=True, slots=False, kw_only=True)
    class Loose(Fact):
        kind: ClassVar[str] = "acme.loose"
        words: str = ""

    given = Loose(span=Span(0, 4), words="STOP", rule="whole")

    @frozen
    class Gives(Extractor):
        name: ClassVar[str] = "acme.gives"
        gives: ClassVar[Kinds] = frozenset({Loose})

        def extract(self, reading: Reading) -> list[Loose]:
            return [given]

    [fact] = blank(Gives())("STOP").all(Loose)
    assert (fact, fact.by, fact.rule, given.by) == (given, "acme.gives", "whole", "")


def test_a_document_of_another_text_is_refused_with_the_id_of_the_record() -> None:
    pipeline = blank(Shouts())
    with pytest.raises(RecordError, match="the spaCy document is not of this text, record 'a1'"):
        pipeline.read(Record.make("STOP", id="a1"), pipeline.nlp("GO"))
