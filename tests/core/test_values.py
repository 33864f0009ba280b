"""Facts and articles as values, and their JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum
from typing import ClassVar

import attrs
import jsonschema
import pytest
import spacy
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

import newsfacts
from newsfacts import (
    KINDS,
    Article,
    Block,
    Claim,
    CodecError,
    Entity,
    Event,
    Fact,
    Interval,
    Mention,
    Metadata,
    Party,
    Quantity,
    Quotation,
    Reading,
    Ref,
    ReportedFigure,
    Span,
    TimeExpression,
)
from newsfacts.checking import refs_of, spans_of
from newsfacts.schema import article_schema

TEXT = "Mayor Solberg said that 31 passengers were hurt, “maybe more”."


def facts() -> tuple[Fact, ...]:
    """A few facts that refer to one another."""
    name = Mention(span=Span(6, 13), head=Span(6, 13), form="NAM", type="PERSON")
    entity = Entity(span=name.span, type="PERSON", name="Solberg", titles=(Span(0, 5),), mentions=(name.ref,))
    quantity = Quantity(
        span=Span(24, 26), number=Span(24, 26), value=Interval.exactly(31), counted=Span(27, 37), base=Decimal("0.5")
    )
    claim = Claim(
        span=Span(0, 61),
        source=Party(form="ENTITY", span=Span(0, 13), entity=entity.ref),
        cue=(Span(14, 18),),
        content=(Span(19, 47), Span(49, 61)),
        form="mixed",
    )
    figure = ReportedFigure(span=quantity.span, quantity=quantity.ref, claim=claim.ref)
    time = TimeExpression(span=Span(38, 42), anchor="DCT", value="PRESENT_REF", type="DATE")
    return (name, entity, quantity, claim, figure, time, Quotation(span=Span(49, 61), marks="double"))


def article() -> Article:
    return Article(
        text=TEXT,
        id="a1",
        metadata=Metadata(published=datetime(2024, 11, 18, 9, 30, tzinfo=UTC), outlet="The Gazette"),
        facts=facts(),
    )


def test_json_brings_back_the_same_article() -> None:
    assert Article.from_json(article().to_json()) == article()
    assert Article.from_json(article().to_json()).to_json() == article().to_json()


def test_every_span_in_json_has_its_text() -> None:
    def check(value: object) -> int:
        if isinstance(value, dict):
            if "start" in value and "end" in value:
                assert value["text"] == TEXT[value["start"] : value["end"]]
                return 1
            return sum(map(check, value.values()))
        return sum(map(check, value)) if isinstance(value, list) else 0

    assert check(article().to_dict()["facts"]) == sum(len(list(spans_of(fact))) for fact in facts())


def test_the_json_is_what_the_schema_says() -> None:
    jsonschema.Draft202012Validator.check_schema(article_schema())
    jsonschema.validate(json.loads(article().to_json()), article_schema())


def test_the_schema_refuses_what_is_no_fact() -> None:
    plain = article().to_dict()
    plain["facts"][0]["sapn"] = plain["facts"][0].pop("span")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(plain, article_schema())


def changed(path: list[str | int], value: object) -> str:
    """The JSON of the article with one value changed."""
    plain = article().to_dict()
    place = plain
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(plain)


CLAIM, MENTION = ([fact.kind for fact in article().facts].index(kind) for kind in ("claim", "mention"))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "this is no JSON"),
        ("[]", 'expected an object with a "text"'),
        (changed(["facts", 0, "kind"], None), r'expected an object with a "kind" and an "id" @ facts\[0\]'),
        (changed(["facts", CLAIM, "span", "start"], -1), r"a span needs 0 <= start < end, not -1:61 @ facts\[0\]"),
        (changed(["facts", CLAIM, "span", "text"], "Mayor"), r"the text at 0:61 is .*, not 'Mayor' @ facts\[0\]\.span"),
        (changed(["facts", CLAIM, "status"], "SURE"), r"SURE.*@ facts\[0\]\.status"),
        (changed(["facts", CLAIM, "stauts"], "DENIED"), r"extra fields found \(stauts\) @ facts\[0\]"),
        (changed(["facts", CLAIM, "id"], "claim@0:61~00000000"), r"the id 'claim@0:61~00000000' does not fit"),
        (changed(["metadata", "published"], "May"), r"expected an ISO 8601 date"),
    ],
)
def test_wrong_json_is_told_where_it_is_wrong(line, message) -> None:
    with pytest.raises(CodecError, match=message):
        Article.from_json(line)


def test_ids_come_from_content_alone() -> None:
    claim = next(fact for fact in facts() if isinstance(fact, Claim))
    assert claim.id == attrs.evolve(claim, by="other", rule="other", status="DENIED").id
    assert claim.id != attrs.evolve(claim, content=claim.content[:1]).id
    assert Block(span=Span(0, 4), role="paragraph").id == "block@0:4"


def test_by_and_rule_take_no_part_in_equality() -> None:
    assert Block(span=Span(0, 4), role="paragraph", by="a") == Block(span=Span(0, 4), role="paragraph", by="b")


def test_a_value_outside_its_set_is_refused() -> None:
    with pytest.raises(ValueError, match="'role' must be one of bio, boilerplate, .* not 'footer'"):
        Block(span=Span(0, 4), role="footer")


def test_facts_are_in_text_order_whatever_order_they_came_in() -> None:
    assert Article(text=TEXT, facts=facts()) == Article(text=TEXT, facts=tuple(reversed(facts())))


def test_look_ups() -> None:
    found = article()
    [claim] = found.claims
    [quantity] = found.quantities
    assert found.name(claim.source) == "Solberg"
    assert found[claim.source.entity].titles == (Span(0, 5),)
    assert found.reported_by(quantity) == (claim,)
    assert [fact.kind for fact in found.at(25)] == ["quantity", "reported-figure", "claim"]
    assert found.name(newsfacts.AUTHOR) == "the author"
    assert repr(found) == "Article('Mayor Solberg said that 31 passengers w…', 7 facts, 0 problems)"
    for asked in (found, Reading.of(TEXT, spacy.blank("en")(TEXT))):
        assert asked[Span(0, 5)] == "Mayor"
        with pytest.raises(TypeError, match=r"a span or a reference, not 'claims'; by kind: all\(Claim\)"):
            asked["claims"]
        with pytest.raises(KeyError, match="no fact 'entity@1:2'"):
            asked[Ref("entity@1:2")]


def test_events_come_with_the_most_salient_first() -> None:
    minor = Event(span=Span(14, 18), lemma="say", salience=0.1)
    major = Event(span=Span(43, 47), lemma="hurt", salience=0.9)
    assert Article(text=TEXT, facts=(minor, major)).events == (major, minor)


def test_references_and_spans_are_found_however_deep() -> None:
    claim = next(fact for fact in facts() if isinstance(fact, Claim))
    assert {str(span) for span in spans_of(claim)} == {"0:61", "0:13", "14:18", "19:47", "49:61"}
    assert [ref.id for ref in refs_of(claim)] == ["entity@6:13"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_documented_and_closed(kind) -> None:
    assert kind.__doc__
    assert kind.kind
    assert set(kind.identity) <= {field.name for field in attrs.fields(kind)}
    assert not {"kind", "id"} & {field.name for field in attrs.fields(kind)}
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        next(fact for fact in facts() if isinstance(fact, Claim)).status = "DENIED"


spans = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda at: Span(at[0], at[0] + at[1]))


@settings(deadline=None, max_examples=60)
@given(st.text(min_size=90, max_size=120), st.lists(spans, max_size=8, unique=True))
def test_any_text_survives_json(text, places) -> None:
    article = Article(text=text, facts=tuple(Quotation(span=span, marks="none") for span in places))
    assert Article.from_json(article.to_json()) == article


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"text": "No.", "facts": null}', "expected a list, not None @ facts"),
        ('{"text": "No.", "problems": {}}', "expected a list, not {} @ problems"),
        ('{"text": "No.", "metadata": 5}', "expected an object, not 5 @ metadata"),
        ('{"text": "No.", "id": 5}', "expected text, not 5 @ id"),
        (
            '{"text": "No.", "published": "2024-11-18"}',
            r"extra fields found \(published\); an article has facts, id, me",
        ),
        (changed(["metadata", "published"], "May"), "^published: expected an ISO 8601 date"),
        (changed(["facts", CLAIM, "status"], "SURE"), "^expected one of ASSERTED, .*, not 'SURE'"),
        (
            changed(["facts", MENTION, "head"], {"start": 6, "end": 99}),
            r"a span ends at 99, but the text has 62 characters @ facts",
        ),
        (
            changed(["facts", CLAIM], {"kind": "acme.q", "id": "q@1", "span": {"start": 9, "end": 99, "text": ""}}),
            "at 99",
        ),
    ],
)
def test_json_of_a_wrong_shape_is_told(line, message) -> None:
    with pytest.raises(CodecError, match=message):
        Article.from_json(line)


class Sort(Enum):
    """How a thing is meant."""

    PLAIN = "plain"
    IRONIC = "ironic"


@frozen(kw_only=True)
class Tagged(Fact):
    """A kind of a third party with a set and an enumeration."""

    kind: ClassVar[str] = "acme.tagged"
    identity: ClassVar[tuple[str, ...]] = ("places", "sort")

    places: frozenset[Span] = frozenset()
    sort: Sort = Sort.PLAIN


def test_sets_and_enumerations_survive_json_in_one_order() -> None:
    places = [Span(0, 5), Span(6, 13), Span(19, 23), Span(24, 26)]
    forth, back = (
        Article(text=TEXT, facts=[Tagged(span=Span(0, 5), places=frozenset(some), sort=Sort.IRONIC)])
        for some in (places, places[::-1])
    )
    assert forth.to_json() == back.to_json()
    assert Article.from_json(forth.to_json(), kinds=[Tagged]) == forth
    assert set(spans_of(forth.facts[0])) == {*places}
    jsonschema.validate(forth.to_dict(), article_schema(kinds=[Tagged]))
