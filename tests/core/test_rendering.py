"""The views: text, explanations, HTML, differences."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsfacts import (
    AUTHOR,
    Article,
    Author,
    Block,
    Byline,
    Claim,
    Entity,
    Interval,
    Mention,
    Metadata,
    Problem,
    Quantity,
    Quotation,
    Span,
)
from newsfacts.comparing import differences
from newsfacts.render.differences import to_html as differences_html
from newsfacts.render.differences import to_text as differences_text
from newsfacts.render.html import to_frame, to_html
from newsfacts.render.sentences import explained
from newsfacts.render.text import to_text
from tests.core.makers import Casualty
from tests.core.test_cli import newsfacts
from tests.core.test_values import TEXT, article, facts


class Words(HTMLParser):
    """Collects the text inside the division of the article."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.depth = 0
        self.words = ""

    def handle_starttag(self, tag, attrs) -> None:
        if tag == "div" and (self.depth or ("class", "text") in attrs):
            self.depth += 1

    def handle_endtag(self, tag) -> None:
        if tag == "div" and self.depth:
            self.depth -= 1

    def handle_data(self, data) -> None:
        if self.depth:
            self.words += data


def text_of(page: str) -> str:
    words = Words()
    words.feed(page)
    return words.words


def test_the_summary_tells_who_says_what_and_how_many() -> None:
    shown = to_text(article())
    for words in ("Solberg", "asserted", "said:", "31", "passengers"):
        assert words in shown
    assert "PRESENT_REF" not in shown


def test_the_summary_leaves_out_who_only_wrote_and_what_needs_no_second_word() -> None:
    text = "By Nora Feld\nThe port has 2.1 million visitors and 12 boats."
    name, feld = Span(3, 12), Span(3, 12)
    mention = Mention(span=feld, head=feld, form="NAM", type="PERSON")
    shown = to_text(
        Article(
            text=text,
            facts=[
                Byline(span=Span(0, 12), authors=(Author(name=name),)),
                mention,
                Entity(span=feld, type="PERSON", name="Nora Feld", mentions=(mention.ref,)),
                Quantity(span=Span(26, 37), number=Span(26, 37), value=Interval.exactly(2100000), counted=Span(38, 46)),
                Quantity(span=Span(51, 53), number=Span(51, 53), value=Interval.exactly(12), counted=Span(54, 59)),
            ],
        )
    )
    assert "Who and where" not in shown
    assert re.search(r"2\.1 million +2,100,000 +visitors", shown), shown
    assert re.search(r"12 +boats", shown), shown


def test_the_summary_lists_the_facts_of_plugins() -> None:
    shown = to_text(Article(text="One diver was injured.", facts=[Casualty(span=Span(14, 21), fate="injured")]))
    assert re.search(r"From plugins\s+acme.casualty +injured\n", shown), shown


@pytest.mark.parametrize("fact", facts(), ids=lambda fact: fact.kind)
def test_every_fact_is_explained_in_one_line(fact) -> None:
    line = explained(article(), evolve(fact, by="step", rule="rule"))
    assert line.startswith(f"{fact.kind}: ")
    assert line.endswith("[step, rule]")
    assert "\n" not in line


def test_explain_points_at_the_character() -> None:
    done = newsfacts("explain", "-", "--at", "24", given=TEXT.encode())
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert lines[0] == TEXT
    assert lines[1] == " " * 24 + "^"
    assert any(line.startswith("quantity: ") for line in lines)


def test_explain_beyond_the_text_is_a_usage_error() -> None:
    done = newsfacts("explain", "-", "--at", "999", given=TEXT.encode())
    assert (done.returncode, done.stderr.decode()) == (2, "newsfacts: --at 999: the text has 62 characters\n")


def test_source_cue_and_content_are_linked_to_their_claim() -> None:
    page = to_html(article())
    [claim] = re.findall(r'<li class="k-claim" tabindex="0" data-f="(f\d+)"', page)
    marked = re.findall(rf'<span class="f ([^"]*)" data-f="[^"]*\b{claim}\b[^"]*">', page)
    assert {part for parts in marked for part in parts.split()} >= {"source", "cue", "content"}


def test_overlapping_facts_keep_a_part_each() -> None:
    page = to_html(article())
    assert re.search(r'<span class="f content quantity" data-f="f\d+ f\d+">31</span>', page)


def test_nothing_is_loaded_from_elsewhere() -> None:
    page = to_html(article())
    assert not re.search(r"(?:src|href)=|url\(|@import|https?:", page)
    assert "default-src 'none'" in page


@settings(deadline=None, max_examples=80)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1), st.data())
@example("<script>alert(1)</script> & <b>", None)
def test_the_words_of_the_page_are_the_text(text, data) -> None:
    ends = range(1, len(text) + 1)
    spans = (
        [Span(0, len(text))]
        if data is None
        else data.draw(
            st.lists(
                st.sampled_from(ends).flatmap(lambda e: st.integers(0, e - 1).map(lambda s: Span(s, e))),
                max_size=5,
                unique=True,
            )
        )
    )
    made = Article(
        text=text,
        facts=[Quotation(span=s, marks="none") for s in spans] + [Block(span=Span(0, len(text)), role="quote")],
    )
    assert text_of(to_html(made)) == text


def test_the_headline_is_shown_once() -> None:
    text = "Ferries collide in fog\nTwo ferries collided on Monday."
    blocks = [Block(span=Span(0, 23), role="headline"), Block(span=Span(23, len(text)), role="paragraph")]
    page = to_html(Article(text=text, facts=blocks)).partition("<body>")[2]
    assert page.count("Ferries collide in fog") == page.count("<h1") == page.count("</h1>") == 1
    known = Metadata(headline="Ferries collide in fog")
    page = to_html(Article(text=text[23:], metadata=known, facts=[])).partition("<body>")[2]
    assert page.count("Ferries collide in fog") == page.count("<h1") == 1


def test_an_article_cannot_put_markup_in_the_page() -> None:
    text = "<script>x()</script> said so"
    cue = Claim(span=Span(0, 25), source=AUTHOR, cue=(Span(0, 25),), content=(Span(0, 28),))
    page = to_html(Article(text=text, id="<b>", facts=[cue], problems=[Problem(message="<i>no</i>")]))
    assert page.count("<script>") == 1
    assert "<i>" not in page
    assert text_of(page) == text


def test_a_notebook_shows_the_page_in_a_frame() -> None:
    frame = article()._repr_html_()
    assert frame == to_frame(article())
    assert html.unescape(re.search(r'srcdoc="([^"]*)"', frame)[1]) == to_html(article())


@pytest.mark.skipif(shutil.which("chromium") is None, reason="there is no browser")
def test_a_browser_shows_the_page(tmp_path) -> None:
    (tmp_path / "page.html").write_text(to_html(article()), "utf-8")
    picture = tmp_path / "page.png"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
    options += ["--disable-background-networking", "--disable-component-update", f"--user-data-dir={tmp_path / 'user'}"]
    subprocess.run(
        ["chromium", *options, f"--screenshot={picture}", "--window-size=1200,800", f"file://{tmp_path}/page.html"],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > 10_000, "a page with nothing on it makes a smaller picture"


def test_differences_are_told_by_kind_and_field() -> None:
    base = article()
    changed = [evolve(f, status="DENIED") if f.kind == "claim" else f for f in base.facts if f.kind != "time"]
    new = evolve(base, facts=[*changed, Block(span=Span(0, 5), role="heading")])
    found = differences(base, new)
    assert {(d.verdict, d.fact.kind, d.fields) for d in found} == {
        ("changed", "claim", ("status",)),
        ("lost", "time", ()),
        ("gained", "block", ()),
    }
    text = differences_text([("a1", base, new, found)])
    assert text.endswith("block +1; claim ~1; time -1\n")
    assert '<li class="lost">' in differences_html([("a1", base, new, found)])
    assert differences(base, base) == ()


def test_differences_need_one_text() -> None:
    with pytest.raises(ValueError, match="same text"):
        differences(article(), Article(text="Other"))


def test_saved_outputs_are_compared(tmp_path) -> None:
    base, candidate = tmp_path / "base.jsonl", tmp_path / "candidate.jsonl"
    base.write_text(article().to_json() + "\n", "utf-8")
    candidate.write_text(evolve(article(), facts=facts()[:3]).to_json() + "\n", "utf-8")
    done = newsfacts("diff", str(base), str(candidate))
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[-1] == "claim -1; quotation -1; reported-figure -1; time -1"


def test_settings_are_compared_on_a_file(tmp_path) -> None:
    (tmp_path / "quiet.toml").write_text("[steps.stance]\nenabled = false\n", "utf-8")
    (tmp_path / "a.txt").write_text("The union criticised the mayor on Monday.", "utf-8")
    done = newsfacts("diff", "-", str(tmp_path / "quiet.toml"), str(tmp_path / "a.txt"))
    assert done.returncode == 0
    assert "stance -" in done.stdout.decode().splitlines()[-1]
