"""Web pages as articles: the body by trafilatura, the lines of the byline as the page shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsfacts import Metadata, Reader, RecordError, Unreadable, hookimpl
from newsfacts_html.byline import checked_byline
from newsfacts_html.lines import PageLine, folded, lines_of
from newsfacts_html.linked_data import Described, described

__all__ = ["read_html"]

LONGEST_HEAD = 14
LONGEST_HEAD_LINE = 300
TELLING = 30


def read_html(data: bytes) -> Iterable[Mapping[str, object] | Unreadable]:
    """Give the record of a web page: what a reader would copy of the article, and what the page tells about it.

    The text begins with the headline and the lines below it, so the byline keeps its characters. The metadata is that
    of the page's JSON-LD; `byline` is the one the page shows, where it shows another.

    >>> [record] = read_html(b"<h1>Ferries collide</h1><p>By Ann Lee</p><p>Two ferries collided in fog on Monday.</p>")
    >>> record["headline"], record["byline"]
    ('Ferries collide', 'By Ann Lee')
    """
    from trafilatura import bare_extraction, load_html  # loading it takes most of a second
    from trafilatura.settings import Document

    tree = load_html(data)
    if tree is None:
        return [Unreadable("no web page")]
    known, lines = described(tree), lines_of(tree)
    found = bare_extraction(tree, fast=True, include_comments=False, with_metadata=True)
    if not isinstance(found, Document) or not (found.text or "").strip():
        return [Unreadable("a web page without an article")]
    body = [line for line in (found.text or "").split("\n") if line.strip()]
    title = _title(lines, body, known, found.title)
    head = _head(lines, body, title)
    text = _joined(title, head, body)
    record = {
        "text": text,
        "headline": title,
        "byline": checked_byline(known, text.split("\n"), [line.text for line in lines if line.is_byline]),
        "published": _date(known.published) or _date(found.date),
        "outlet": known.outlet or found.sitename,
        "url": known.url or found.url,
        "language": known.language or tree.get("lang"),
    }
    return [{name: value for name, value in record.items() if value}]


def _title(lines: list[PageLine], body: list[str], known: Described, guess: str | None) -> str | None:
    """Give the headline as the page shows it; else the one of its metadata."""
    shown = [line.text for line in lines if line.is_title]
    wanted = folded(known.headline or guess or "")
    same = [text for text in (*shown, body[0]) if wanted and folded(text) == wanted]
    return next(iter((*same, *shown)), known.headline or guess)


def _head(lines: list[PageLine], body: list[str], title: str | None) -> list[str]:
    """Give the lines between the headline and the body, and the marked bylines where those have none."""
    in_body = {folded(text) for text in body if len(text) >= TELLING and text != title}
    start = next((i for i, line in enumerate(lines) if line.text == title), len(lines))
    below = lines[start + 1 :]
    end = next((i for i, line in enumerate(below) if folded(line.text) in in_body), 0)
    head = [line for line in below[:end] if len(line.text) <= LONGEST_HEAD_LINE][:LONGEST_HEAD]
    marked = [line for line in lines if line.is_byline and line.text not in body]
    if marked and not any(line.is_byline for line in head):
        head = [marked[0], *head]
    return [line.text for line in head]


def _joined(title: str | None, head: list[str], body: list[str]) -> str:
    """Put the article together: headline, head, body, nothing twice."""
    kept = list(dict.fromkeys(head))
    above = {folded(text) for text in (title or "", *kept)}
    first = next((i for i, text in enumerate(body) if folded(text) not in above), len(body))
    return "\n".join([*([title] if title else []), *kept, *body[first:]])


def _date(value: str | None) -> str | None:
    """Give a date if it is one."""
    try:
        return value if Metadata(published=value).published else None
    except RecordError:
        return None


@hookimpl
def newsfacts_formats() -> Iterable[Reader]:
    """Add the way in for web pages."""
    return [Reader(name="html", suffixes=(".html", ".htm"), read=read_html)]
