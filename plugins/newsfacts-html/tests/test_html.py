"""The reader of web pages: body, lines of the byline, metadata checked against them."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

newsfacts_html = pytest.importorskip("newsfacts_html")

import newsfacts  # noqa: E402
from newsfacts import Unreadable  # noqa: E402

BODY = (
    (
        "KELSHAVEN - Two ferries collided in thick fog off the port of Kelshaven on Monday, and at least 31 passengers "
        "were hurt, the coast guard said."
    ),
    (
        "Investigators have not said what caused the collision; the fog had lifted by noon, and the port was open "
        "again in the evening."
    ),
    "The mayor, Ingrid Solberg, told reporters that the city would pay for the treatment of all who were hurt.",
)
LINKED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Two ferries collide off Kelshaven",
    "author": [{"@type": "Person", "name": "Nora Feld"}, {"@type": "Person", "name": "Tomas Brandt"}],
    "datePublished": "2024-11-18T09:30:00Z",
    "publisher": {"@type": "Organization", "name": "The Kelshaven Gazette"},
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://gazette.example/ferries"},
}


def page(byline="<p>By Nora Feld and Tomas Brandt</p>", linked=LINKED, *, before="", after="") -> bytes:
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked else ""
    story = "".join(f"<p>{text}</p>" for text in BODY)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferries</title>{script}</head><body>
        <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>{before}
        <article><h1>Two ferries collide off Kelshaven</h1>{byline}<time>18 November 2024</time>{story}</article>{after}
        <aside><h3>Read next</h3><p>By Ann Other</p></aside><footer>All rights reserved.</footer></body></html>
    """.encode()


def read(data: bytes):
    [record] = newsfacts_html.read_html(data)
    return record


def test_a_page_is_read_as_its_reader_sees_it() -> None:
    assert read(page()) == {
        "text": "\n".join(
            ["Two ferries collide off Kelshaven", "By Nora Feld and Tomas Brandt", "18 November 2024", *BODY]
        ),
        "headline": "Two ferries collide off Kelshaven",
        "byline": "Nora Feld and Tomas Brandt",
        "published": "2024-11-18T09:30:00Z",
        "outlet": "The Kelshaven Gazette",
        "url": "https://gazette.example/ferries",
        "language": "en",
    }


@pytest.mark.parametrize(
    ("authors", "byline", "told"),
    [
        ([{"name": "Site Admin"}], "<p>By Nora Feld</p>", "By Nora Feld"),
        ([{"name": "Nora Feld"}, {"name": "Web Desk"}], "<p>By Nora Feld</p>", "Nora Feld"),
        ([{"name": "The Kelshaven Gazette"}], "<p class='byline'>Nora Feld</p>", "Nora Feld"),
        ([{"name": "https://gazette.example/nora"}], "", None),
        ({"@type": "Person", "name": "Zoe Haugen"}, "<p>Zoë Haugen</p>", "Zoe Haugen"),
        (["Nora Feld", "Tomas Brandt", "Ann Lee"], "", "Nora Feld, Tomas Brandt and Ann Lee"),
    ],
)
def test_metadata_is_checked_against_what_the_page_shows(authors, byline, told) -> None:
    assert read(page(byline, {**LINKED, "author": authors})).get("byline") == told


def test_an_author_in_a_graph_is_found_by_id() -> None:
    graph = [{**LINKED, "author": {"@id": "#nora"}}, {"@id": "#nora", "@type": "Person", "name": "Nora Feld"}]
    assert read(page("", {"@graph": graph}))["byline"] == "Nora Feld"


def test_a_byline_outside_the_article_is_put_under_the_headline() -> None:
    record = read(page("", before='<div class="article-byline"><a rel="author">Nora Feld</a><span>Oslo</span></div>'))
    assert record["text"].split("\n")[1] == "Nora Feld Oslo"


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        (
            "<div><span>By</span><a>Nora Feld</a><a>Tomas Brandt</a><time>9 May</time></div>",
            "By Nora Feld, Tomas Brandt",
        ),
        ("<p>By <a>Nora</a> <b>F</b>eld<button>Follow</button></p>", "By Nora Feld"),
        ("<p hidden>By Nobody</p><p>By Nora Feld</p>", "By Nora Feld"),
        ("<script>var by = 'By Nobody'</script><!-- By Nobody --><p>By Nora Feld</p>", "By Nora Feld"),
    ],
)
def test_the_line_of_the_byline_is_the_one_on_the_page(markup, line) -> None:
    assert read(page(markup, linked=None))["text"].split("\n")[1] == line


def test_a_page_in_another_encoding_is_read() -> None:
    data = page("<p>By Zoë Haugen</p>", linked=None).decode().replace("utf-8", "iso-8859-1").encode("iso-8859-1")
    assert read(data)["byline"] == "By Zoë Haugen"


def test_broken_metadata_leaves_the_visible_page() -> None:
    broken = page(linked=None).replace(b"</head>", b'<script type="application/ld+json">{"author": </script></head>')
    assert read(broken)["byline"] == "By Nora Feld and Tomas Brandt"


def test_a_date_that_is_none_is_left_out() -> None:
    assert read(page(linked={**LINKED, "datePublished": "soon"})).get("published") in (None, "2024-11-18")


@pytest.mark.parametrize("data", [b"", b"<html><body></body></html>", b"\x00\xff"])
def test_what_is_no_page_says_so(data) -> None:
    assert isinstance(read(data), Unreadable)


def test_the_facts_of_a_page_have_their_characters() -> None:
    pipeline = newsfacts.load(only=["blocks", "headline", "byline", "dateline"], installed=False)
    [article] = pipeline.pipe([read(page())])
    assert [article[author.name] for author in article.byline.authors] == ["Nora Feld", "Tomas Brandt"]
    assert [article[place] for place in article.dateline.places] == ["KELSHAVEN"]
    assert article[article.all(newsfacts.Headline)[0].span] == "Two ferries collide off Kelshaven"


def test_a_page_alone_is_a_command(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("NEWSFACTS_BLOCK", "wirebyline")  # an agency's own bylines, where that plugin is installed too
    path = tmp_path / "page.html"
    path.write_bytes(page())
    done = subprocess.run([sys.executable, "-m", "newsfacts", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "by Nora Feld, Tomas Brandt" in done.stdout or "by Nora Feld and Tomas Brandt" in done.stdout
