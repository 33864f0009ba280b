"""The plain text of the small HTML that news exchange formats carry."""

from __future__ import annotations

from html.parser import HTMLParser

BLOCKS = frozenset({"address", "article", "aside", "blockquote", "br", "dd", "div", "dt", "figcaption", "figure", "h1",
                    "h2", "h3", "h4", "h5", "h6", "header", "footer", "li", "ol", "p", "section", "table", "td", "th",
                    "tr", "ul"})  # fmt: skip
SILENT = frozenset({"script", "style"})


def plain_text(markup: str) -> str:
    r"""Give the text of HTML, a line for each block.

    >>> plain_text("<h1>Ferries</h1><p>Two <b>ferries</b> collided &amp; sank.</p>")
    'Ferries\nTwo ferries collided & sank.'
    """
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.silent += tag in SILENT
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT and self.silent > 0
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data.replace("\n", " "))
