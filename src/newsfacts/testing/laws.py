"""The laws that every extractor keeps; each takes a `Bench` and raises an `AssertionError` where one is broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from itertools import islice, pairwise

import attrs
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from newsfacts import Article, Fact, Reading, Span
from newsfacts.article import in_order
from newsfacts.checking import refs_of, spans_of
from newsfacts.codec import dump_fact
from newsfacts.extractor import READABLE, Parsed
from newsfacts.languages import annotated_by
from newsfacts.testing.bench import Bench, NotApplicable
from newsfacts.testing.documents import bared
from newsfacts.testing.elsewhere import NotThere, said_elsewhere, said_in_order
from newsfacts.testing.place_laws import a_paragraph_changes_no_other, facts_move_with_the_text
from newsfacts.testing.setting_laws import (
    every_setting_matters,
    settings_are_frozen,
    settings_compare_by_value,
    settings_survive_json,
)
from newsfacts.testing.telling import must, own, said

Law = Callable[[Bench], None]
EXAMPLES = 40
"""Texts that `any_text_is_read` makes up."""
FEW = 3
"""Articles for the laws that run other steps too."""


# --- what is given
def every_declared_kind_is_given(bench: Bench) -> None:
    """Every kind in `gives` is given on some text, so that the other laws have something to look at."""
    found = {type(fact) for reading in bench.readings() for fact in bench.extract(reading)}
    missing = sorted(kind.kind for kind in bench.extractor.gives - found)
    assert not missing, (
        f"gave no {', '.join(missing)} on any text; pass texts that have some: texts=['...'], "
        "or take the kind out of `gives`"
    )


def only_declared_kinds_are_given(bench: Bench) -> None:
    """Everything given is a fact of a kind in `gives`."""
    for reading in bench.readings():
        for fact in bench.extract(reading):
            kind = fact.kind if isinstance(fact, Fact) else type(fact).__name__
            must(type(fact) in bench.extractor.gives, f"gave a {kind!r}, which is not in `gives`", reading)


def spans_lie_in_the_text(bench: Bench) -> None:
    """Every span of every fact ends inside the text."""
    for reading in bench.readings():
        for fact in own(bench.extract(reading)):
            for span in spans_of(fact):
                problem = f"{fact.id} has the span {span}, but the text has {len(reading.text)} characters"
                must(span.end <= len(reading.text), problem, reading, fact)


def references_resolve(bench: Bench) -> None:
    """What a fact refers to is there: a fact of an earlier step, or one that the step gives itself."""
    for reading in bench.readings():
        facts = tuple(own(bench.extract(reading)))
        known = {fact.id for fact in (*reading.table, *facts)}
        for fact in facts:
            for ref in refs_of(fact):
                must(ref.id in known, f"{fact.id} refers to {ref.id}, which is nowhere", reading, fact)


def ids_are_unique(bench: Bench) -> None:
    """No two facts have one id; kinds that may share a span name their `identity`."""
    for reading in bench.readings():
        taken = {fact.id for fact in reading.table}
        for fact in own(bench.extract(reading)):
            must(fact.id not in taken, f"two facts have the id {fact.id}", reading, fact)
            taken.add(fact.id)


def ids_come_from_content(bench: Bench) -> None:
    """A fact that is made again has the same id, whatever was made before it."""
    for reading in bench.readings():
        for fact in own(bench.extract(reading)):
            again = attrs.evolve(fact)
            must(again.id == fact.id, f"made again, {fact.id} is called {again.id}", reading, fact)


def facts_come_in_text_order(bench: Bench) -> None:
    """The article tells the facts by their place in the text, whatever order the step gives them in."""
    for reading in bench.readings():
        facts = tuple(own(bench.extract(reading)))
        forth, back = in_order(facts), in_order(attrs.evolve(fact) for fact in reversed(facts))
        ordered = all(a.span.start <= b.span.start for a, b in pairwise(forth))
        must(ordered, "the facts of the article are not in text order", reading)
        must(said(forth, reading) == said(back, reading), "the order of the facts depends on who came first", reading)


def facts_are_frozen_values(bench: Bench) -> None:
    """Facts are frozen, equal when they say the same, and can be members of sets."""
    for reading in bench.readings():
        for fact in own(bench.extract(reading)):
            again = attrs.evolve(fact)
            try:
                equal = again == fact and hash(again) == hash(fact) and again.ref == fact.ref
            except TypeError as why:
                must(holds=False, problem=f"{fact.id}: {why}; keep tuples and frozensets", reading=reading, fact=fact)
            must(equal, f"{fact.id} made again is not equal to itself", reading, fact)
            try:
                fact.span = Span(0, 1)  # type: ignore[misc]
            except attrs.exceptions.FrozenInstanceError:
                continue
            must(holds=False, problem=f"{fact.id} can be changed; decorate its class @attrs.frozen", reading=reading)


def facts_survive_json(bench: Bench) -> None:
    """An article with the facts is the same after JSON, and its JSON is the same again."""
    for reading in bench.readings():
        article = Article(text=reading.text, facts=tuple(bench.checked(reading)))
        line = article.to_json()
        again = Article.from_json(line, kinds=_kinds(bench))
        lost = next((fact for fact in article.facts if fact not in again.facts), None)
        must(again == article, f"JSON brings back another article{f': lost {lost}' if lost else ''}", reading, lost)
        must(again.to_json() == line, "the JSON of an article read from JSON is another", reading)


def _kinds(bench: Bench) -> Iterator[type[Fact]]:
    """The kinds that are not built in."""
    for step in bench.pipeline.steps:
        yield from (kind for kind in sorted(step.extractor.gives, key=str) if "." in kind.kind)


# --- purity
def the_same_reading_gives_the_same_facts(bench: Bench) -> None:
    """One reading gives the same facts in the same order, twice, afresh, and by an equal extractor."""
    for reading in bench.readings():
        first = said(own(bench.extract(reading)), reading)
        must(said(own(bench.extract(reading)), reading) == first, "the same reading gave other facts", reading)
        afresh = bench.reading(reading.record)
        must(said(own(bench.extract(afresh)), afresh) == first, "the same text read again gave other facts", reading)
        twin = bench.with_extractor(bench.twin())
        must(said(own(twin.extract(reading)), reading) == first, "an equal extractor gave other facts", reading)


def hash_seeds_change_nothing(bench: Bench) -> None:
    """Another process finds the same facts, though the members of a set come in another order there."""
    readings = list(bench.readings())
    try:
        elsewhere = said_elsewhere(bench.extractor, _kinds(bench), readings)
    except NotThere as why:
        raise NotApplicable(str(why)) from why
    for reading, there in zip(readings, elsewhere, strict=True):
        same = said_in_order(bench.extract(reading), reading) == there
        must(same, "another process gives other facts: they depend on the order of a set (sort it)", reading)


def only_declared_annotations_are_read(bench: Bench) -> None:
    """The facts are the same without the annotations of the document that the extractor does not declare."""
    declared = bench.extractor.reads | bench.extractor.consults
    rest = annotated_by(bench.pipeline.nlp) - declared
    if not rest:
        raise NotApplicable("the spaCy pipeline annotates nothing but what it declares")
    for reading in bench.readings():
        all_there = _told(bench, reading)
        if _told(bench, _bare(reading, declared)) != all_there:
            read = [name for name in sorted(rest) if _told(bench, _bare(reading, READABLE - {name})) != all_there]
            problem = (
                f"without {', '.join(read or sorted(rest))} in the document the facts are others: declare in `reads` "
                "what the step cannot do without, in `consults` what it looks at where it is there"
            )
            must(holds=False, problem=problem, reading=reading)


def _bare(reading: Reading, annotations: Collection[str]) -> Reading:
    """The reading on a document with fewer annotations."""
    return attrs.evolve(reading, parsed=Parsed(reading.record, bared(reading.doc, annotations)))


def _told(bench: Bench, reading: Reading) -> object:
    """What the extractor gives, or how it fails."""
    try:
        return said(own(bench.extract(reading)), reading)
    except Exception as error:  # (without what it reads a step may fail in any way)
        return repr(error)


def the_document_is_left_alone(bench: Bench) -> None:
    """Nothing is written to the spaCy document."""
    for reading in bench.readings():
        before = _document(reading)
        bench.extract(reading)
        changed = [name for name, value in _document(reading).items() if value != before[name]]
        must(not changed, f"the step changed the document: {', '.join(changed)}", reading)


def _document(reading: Reading) -> dict[str, str]:
    """All that a document says, as text."""
    doc = reading.doc
    attributes = ("text", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "is_sent_start", "whitespace_")
    shown = {name: str([getattr(token, name) for token in doc]) for name in attributes}
    shown["morph"] = str([str(token.morph) for token in doc])
    shown["head"] = str([token.head.i for token in doc])
    return shown | {"user_data": str(doc.user_data), "spans": str(dict(doc.spans)), "cats": str(doc.cats)}


def the_article_is_left_alone(bench: Bench) -> None:
    """The record and the facts of earlier steps stay as they were."""
    for reading in bench.readings():
        record, before = repr(reading.record), Article(text=reading.text, facts=tuple(reading.table)).to_json()
        bench.extract(reading)
        same = before == Article(text=reading.text, facts=tuple(reading.table)).to_json()
        must(same and record == repr(reading.record), "the step changed the record or the facts before it", reading)


def neighbours_change_nothing(bench: Bench) -> None:
    """An article has the same facts after any other articles: a step remembers nothing."""
    records = bench.workshop.texts.articles
    there = [said(own(bench.extract(bench.reading(record))), bench.reading(record)) for record in records]
    for record, first in reversed(tuple(zip(records, there, strict=True))):
        reading = bench.reading(record)
        same = said(own(bench.extract(reading)), reading) == first
        must(same, "the facts of an article depend on which articles were read before it", reading)


# --- among other steps
def order_of_steps_changes_nothing(bench: Bench) -> None:
    """The facts are the same wherever the declarations let the step stand: it reads only the kinds that it declares."""
    steps = bench.pipeline.steps
    order = bench.order_with(steps)
    assert bench.order_with(reversed(steps)) == order, "the order of the steps depends on the order of registration"
    for reading in islice(bench.readings(), FEW):
        early = said(own(bench.extract(reading)), reading)
        late = attrs.evolve(reading, table=bench.run(bench.strangers, reading))
        must(
            said(own(bench.extract(late)), late) == early,
            "the step gives other facts when it runs after steps that it neither needs nor uses: "
            "declare in `uses` what it reads",
            reading,
        )


def removing_it_changes_no_stranger(bench: Bench) -> None:
    """Without the step, the facts of steps that neither need nor use it are the same."""
    if not bench.strangers:
        raise NotApplicable("every other step stands before it or uses its facts")
    for record in bench.workshop.texts.articles[:FEW]:
        reading = bench.reading(record)
        without = {(f.by, str(dump_fact(f, record.text))) for f in bench.run(bench.strangers, reading)}
        reading = bench.reading(record)
        bench.extract(reading)
        with_it = {(f.by, str(dump_fact(f, record.text))) for f in bench.run(bench.strangers, reading)}
        changed = sorted({by for by, _ in without ^ with_it})
        must(not changed, f"running the step changes the facts of {', '.join(changed)}", reading)


# --- any text
def odd_texts_are_read(bench: Bench) -> None:
    """No exception and no wrong fact on empty, white, broken, foreign and malformed texts."""
    for text in bench.workshop.texts.odd:
        _read(bench, text)


def any_text_is_read(bench: Bench) -> None:
    """No exception and no wrong fact on any Unicode text that hypothesis makes up."""
    foreign = st.text(st.characters(codec="utf-8"), max_size=4)
    marks = st.text(st.sampled_from("“”‘’\"'-–—.,;:!?()[]\n\r\t \u00a0%$€0123456789"), min_size=1, max_size=4)
    words = st.sampled_from([word for record in bench.workshop.texts.articles for word in record.text.split(" ")])
    texts = st.lists(words | marks | foreign, max_size=12).map(" ".join)

    @hypothesis_settings(
        max_examples=EXAMPLES, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    @given(texts)
    def read(text: str) -> None:
        _read(bench, text)

    read()


def a_text_may_end_anywhere(bench: Bench) -> None:
    """No exception and no wrong fact where a text breaks off: after any word of an article, after a comma, a month."""
    for record in bench.workshop.texts.articles:
        for line in record.text.splitlines():
            for end in sorted({match.end() for words in (r"\w+", r"\S+") for match in re.finditer(words, line)}):
                _read(bench, line[:end])


def _read(bench: Bench, text: str) -> None:
    reading = bench.reading(text)
    try:
        bench.checked(reading)
    except Exception as error:  # (a step may fail in any way; what it fails on must be told)
        raise AssertionError(f"{type(error).__name__} on the text {text[:200]!r}: {error}") from error


def long_lines_are_read(bench: Bench) -> None:
    """No exception on a line of 100,000 characters, nor on a word as long."""
    from newsfacts.testing.documents import long_documents

    for doc in long_documents(bench.workshop):
        reading = bench.reading(doc.text, doc)
        try:
            bench.checked(reading)
        except Exception as error:  # (as above)
            raise AssertionError(f"{type(error).__name__} on a line of {len(doc.text)} characters: {error}") from error


LAWS: tuple[Law, ...] = (
    every_declared_kind_is_given,
    only_declared_kinds_are_given,
    spans_lie_in_the_text,
    references_resolve,
    ids_are_unique,
    ids_come_from_content,
    facts_come_in_text_order,
    facts_are_frozen_values,
    facts_survive_json,
    the_same_reading_gives_the_same_facts,
    hash_seeds_change_nothing,
    only_declared_annotations_are_read,
    the_document_is_left_alone,
    the_article_is_left_alone,
    neighbours_change_nothing,
    order_of_steps_changes_nothing,
    removing_it_changes_no_stranger,
    odd_texts_are_read,
    any_text_is_read,
    a_text_may_end_anywhere,
    long_lines_are_read,
    facts_move_with_the_text,
    a_paragraph_changes_no_other,
    settings_are_frozen,
    settings_compare_by_value,
    settings_survive_json,
    every_setting_matters,
)
"""All laws, in the order in which they are tried."""
