"""The lines of a web page as a reader sees them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from attrs import frozen
from lxml.html import HtmlElement

INLINE = frozenset({"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd",
                    "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var",
                    "wbr"})  # fmt: skip
HIDDEN = frozenset({"aside", "button", "footer", "form", "head", "iframe", "input", "menu", "nav", "noscript",
                    "object", "script", "select", "style", "svg", "template", "video"})  # fmt: skip
APART = frozenset({"a", "span"})
BYLINE_MARKS = ("author", "byline")
OTHER_MARKS = ("avatar", "bio", "comment", "image", "img", "photo", "related")
LONGEST_BYLINE = 160


@frozen
class PageLine:
    """A line of a page, and whether the markup says that it is a headline or a byline."""

    text: str
    is_title: bool = False
    is_byline: bool = False


@frozen
class _Piece:
    """Text that ends a line where `text` is None."""

    text: str | None
    title: bool = False
    byline: bool = False


def lines_of(tree: HtmlElement) -> list[PageLine]:
    """Give the lines of a page in order, without menus, forms and what is hidden.

    >>> from lxml.html import fromstring
    >>> [line.text for line in lines_of(fromstring("<div><h1>Ferries collide</h1>By <a>Ann</a> <a>Lee</a></div>"))]
    ['Ferries collide', 'By Ann Lee']
    """
    lines: list[PageLine] = []
    parts: list[_Piece] = []
    for piece in (*_pieces(tree, title=False, byline=False), _Piece(None)):
        if piece.text is not None:
            parts.append(piece)
            continue
        text = " ".join("".join(part.text or "" for part in parts).split())
        if text:
            told = [part for part in parts if (part.text or "").strip()]
            byline = any(part.byline for part in told) and len(text) <= LONGEST_BYLINE
            lines.append(PageLine(text, all(part.title for part in told), byline))
        parts = []
    return lines


def _pieces(element: HtmlElement, *, title: bool, byline: bool) -> Iterator[_Piece]:
    """Give the texts of an element and what is in it, and the ends of lines between them."""
    if not isinstance(element.tag, str) or element.tag in HIDDEN or _is_hidden(element):
        return
    title, byline = title or element.tag == "h1", byline or _is_byline(element)
    block = element.tag not in INLINE
    if block:
        yield _Piece(None)
    yield _Piece(element.text or "", title, byline)
    for child in element:
        yield from _pieces(child, title=title, byline=byline)
        tail = child.tail or ""
        following = child.getnext()
        if not tail and child.tag in APART and following is not None and following.tag in APART:
            tail = ", " if child.tag == following.tag == "a" else " "  # (two authors; a name and a trade)
        yield _Piece(tail, title, byline)
    if block:
        yield _Piece(None)


def _is_hidden(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "")
    return "display:none" in style or element.get("hidden") is not None or element.get("aria-hidden") == "true"


def _is_byline(element: HtmlElement) -> bool:
    """Tell whether the markup calls an element the byline or an author."""
    if element.get("rel") == "author" or element.get("itemprop") == "author":
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''}".lower()
    return any(mark in names for mark in BYLINE_MARKS) and not any(mark in names for mark in OTHER_MARKS)


def folded(text: str) -> str:
    """Give a text as it is compared: no case, no accents, no signs.

    >>> folded("Zoë  O’Hara!")
    'zoe o hara'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(letters).split())
