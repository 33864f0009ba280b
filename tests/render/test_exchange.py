"""The formats of exchange: ninjs, schema.org, Web Annotation, CSV; and offsets in other units."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import Article, Metadata, Party, Provenance, Reading, Record, RecordError, Span, Unreadable
from newsfacts.render.formats import READERS, WRITERS, read_json
from newsfacts.render.ninjs import ninjs_of, read_ninjs, to_ninjs
from newsfacts.render.offsets import Offsets
from newsfacts.render.schema_org import read_schema_org, schema_org_of, to_schema_org
from newsfacts.render.tables import read_csv, to_csv
from newsfacts.render.web_annotation import annotations_of
from newsfacts.steps.layout import Blocks, Bylines, Credits, Datelines, Headlines

BLANK = spacy.blank("en")
TEXT = """Ferry lines agree to share the northern ports
By Nora Feld and Tomas Brandt
TORSHAVN (AP) — Two ferry lines that have fought over the northern ports for a decade agreed on Monday to share them, \
ending a row that had left islanders without a boat.
The move was first reported by Axios, and it was welcomed by the islanders, who had asked for it since the first winter.
(Editing by Ida Quill)"""
METADATA = Metadata(
    published=date(2024, 11, 18), outlet="Harbour Herald", url="https://example.com/ferries", language="en"
)


@pytest.fixture
def article():
    reading = Reading.of(TEXT, BLANK(TEXT))
    facts = [fact for step in (Blocks(), Bylines(), Datelines(), Credits()) for fact in step.extract(reading)]
    facts += Headlines().extract(Reading.of(TEXT, BLANK(TEXT), facts=facts))
    start = TEXT.index("Axios")
    origin = Party(form="UNNAMED", span=Span(start, start + 5))
    facts.append(Provenance(span=Span(start, start + 5), origin=origin, cue=Span(start - 18, start - 1)))
    return Article(text=TEXT, id="a1", metadata=METADATA, facts=tuple(facts))


# The fields of ninjs 3.1 that the writer may use, with their types, as the standard names them.
NINJS = {
    "uri": str, "standard": dict, "type": str, "representationType": str, "language": str, "versionCreated": str,
    "headlines": list, "by": str, "located": str, "copyrightHolder": str, "descriptions": list, "bodies": list,
    "people": list, "organisations": list, "places": list, "infoSources": list, "altIds": list,
}  # fmt: skip
PARTS = {
    "headlines": {"role", "contentType", "value"},
    "descriptions": {"role", "contentType", "value"},
    "bodies": {"role", "contentType", "charCount", "wordCount", "value"},
    "people": {"name", "rel", "uri", "literal", "contactInfo"},
    "organisations": {"name", "rel", "uri", "literal", "symbols", "contactInfo"},
    "places": {"name", "rel", "uri", "literal", "contactInfo", "geoJSON"},
    "infoSources": {"name", "role", "uri", "literal", "contactInfo"},
    "altIds": {"role", "value"},
}


def test_ninjs_has_the_fields_of_the_standard(article):
    made = ninjs_of(article)
    assert made.keys() <= NINJS.keys()
    assert all(isinstance(value, NINJS[name]) for name, value in made.items())
    assert all(part.keys() <= PARTS[name] for name in PARTS for part in made.get(name, ()))
    assert datetime.fromisoformat(made["versionCreated"]) == datetime(2024, 11, 18, tzinfo=UTC)


def test_ninjs_tells_who_wrote_where_and_who_was_first(article):
    made = ninjs_of(article)
    assert made["by"] == "By Nora Feld and Tomas Brandt"
    assert made["located"] == "TORSHAVN"
    assert {"name": "Nora Feld", "rel": "author"} in made["people"]
    assert {"name": "Ida Quill", "rel": "editing"} in made["people"]
    assert {"name": "Axios", "role": "originator"} in made["infoSources"]
    assert made["headlines"][0]["value"] == "Ferry lines agree to share the northern ports"


def test_ninjs_makes_the_round_trip(article):
    [record] = read_ninjs(to_ninjs(article).encode())
    read = Record.of(record)
    assert read.text == TEXT
    assert read.id == "a1"
    assert read.metadata.published == METADATA.published
    assert (read.metadata.outlet, read.metadata.url, read.metadata.language) == ("Harbour Herald", METADATA.url, "en")
    again = Article(text=read.text, id=read.id, metadata=read.metadata, facts=article.facts)
    [once_more] = read_ninjs(to_ninjs(again).encode())
    assert once_more == record


def test_schema_org_makes_the_round_trip(article):
    made = schema_org_of(article)
    assert made["@type"] == "NewsArticle"
    assert made["author"] == [{"@type": "Person", "name": "Nora Feld"}, {"@type": "Person", "name": "Tomas Brandt"}]
    assert made["editor"] == [{"@type": "Person", "name": "Ida Quill"}]
    assert made["isBasedOn"][0]["publisher"]["name"] == "Axios"
    [record] = read_schema_org(to_schema_org(article).encode())
    read = Record.of(record)
    assert (read.text, read.id) == (TEXT, "a1")
    assert read.metadata.published == METADATA.published
    assert read.metadata.byline == "Nora Feld and Tomas Brandt"
    again = Article(text=read.text, id=read.id, metadata=read.metadata, facts=article.facts)
    assert list(read_schema_org(to_schema_org(again).encode())) == [record]


def test_annotations_select_the_words_of_the_facts(article):
    page = annotations_of(article)
    assert page["type"] == "AnnotationPage"
    assert page["items"]
    for item in page["items"]:
        position, quote = item["target"]["selector"]
        exact = TEXT[position["start"] : position["end"]]
        assert quote["exact"] == exact
        assert quote["prefix"] + exact + quote["suffix"] in TEXT
        assert json.loads(item["body"]["value"])["kind"] != "block"


def test_a_table_has_a_row_for_each_fact(article):
    rows = list(csv.DictReader(io.StringIO(to_csv(article))))
    assert len(rows) == sum(fact.kind != "block" for fact in article.facts)
    assert all(row["text"] == TEXT[int(row["start"]) : int(row["end"])] for row in rows)
    assert {row["kind"] for row in rows} >= {"byline", "dateline", "credit", "provenance"}


def test_columns_of_a_table_go_by_common_names_too():
    rows = "id\ttitle\tbody\tdate\n1\tFerries\tTwo, ferries\tcollided\n".replace("ferries\t", "ferries ")
    [record] = read_csv((rows.rstrip("\n") + "\t2024-11-18\n").encode())
    expected = {"id": "1", "headline": "Ferries", "text": "Two, ferries collided", "published": "2024-11-18"}
    assert record == {"title": "Ferries", "body": "Two, ferries collided", "date": "2024-11-18"} | expected


def test_a_row_without_a_text_says_what_it_has():
    [record] = read_csv(b"id,story\n1,Ferries\n")
    with pytest.raises(RecordError, match="text: missing; the record has 'id', 'story'"):
        Record.of(record)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b'{"uri": "urn:a", "bodies": [{"value": "Two ferries."}]}', "Two ferries."),
        (b'{"@context": "https://schema.org", "articleBody": "Two ferries."}', "Two ferries."),
        (b'{"@context": "https://schema.org", "@graph": [{"articleBody": "Two ferries."}]}', "Two ferries."),
        (b'{"text": "Two ferries."}', "Two ferries."),
    ],
)
def test_json_files_are_known_by_what_they_hold(data, text):
    [record] = read_json(data)
    assert record["text"] == text


@pytest.mark.parametrize("data", [b"{", b'{"uri": "urn:a", "bodies": []}', b'{"@context": "https://schema.org"}'])
def test_files_without_an_article_say_so(data):
    [problem] = read_json(data)
    assert isinstance(problem, Unreadable)


def test_the_formats_are_registered_once():
    assert len({reader.name for reader in READERS}) == len(READERS)
    assert {"csv", "ninjs", "schema-org", "web-annotation"} <= {writer.name for writer in WRITERS}


@given(st.text(max_size=40), st.data())
def test_offsets_turn_into_other_units_and_back(text, data):
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    for unit, codec, width in (("utf-16", "utf-16-le", 2), ("utf-8", "utf-8", 1)):
        offsets = Offsets(text, unit)
        first, last = offsets.of(span)
        assert text.encode(codec)[first * width : last * width].decode(codec) == span.of(text)
        assert offsets.back(first, last) == span


def test_an_offset_inside_a_character_is_an_error():
    with pytest.raises(ValueError, match="cuts through"):
        Offsets("🚢", "utf-16").back(0, 1)
