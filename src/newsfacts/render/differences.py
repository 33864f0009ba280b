"""Differences between two readings, as text and as HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from newsfacts import Article
from newsfacts.comparing import Difference, Verdict
from newsfacts.render.sentences import explained

Compared = tuple[str, Article, Article, Sequence[Difference]]
SIGNS: dict[Verdict, str] = {"gained": "+", "lost": "-", "changed": "~"}
STYLE = """\
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 1.5rem auto; padding: 0 1rem; }
h2 { font-size: 1rem; margin: 1.4rem 0 .4rem; }
li { margin: .2rem 0; list-style: none; overflow-wrap: anywhere; }
.gained { color: light-dark(#1a7f37, #56d364); } .lost { color: light-dark(#b3261e, #ff7b72); }
.changed { color: light-dark(#8a5a00, #e0b04c); }
"""


def lines(base: Article, candidate: Article, found: Iterable[Difference]) -> list[tuple[str, str]]:
    """Give (verdict, line) for every difference; a changed fact shows both readings."""
    told: list[tuple[str, str]] = []
    for difference in found:
        if difference.base is not None and difference.candidate is not None:
            fields = ", ".join(difference.fields)
            told.append((difference.verdict, f"~ {explained(base, difference.base)}"))
            told.append((difference.verdict, f"  {explained(candidate, difference.candidate)}  ({fields})"))
        else:
            article = base if difference.candidate is None else candidate
            told.append((difference.verdict, f"{SIGNS[difference.verdict]} {explained(article, difference.fact)}"))
    return told


def totals(compared: Iterable[Compared]) -> str:
    """Give one line: how many facts were gained, lost and changed, by kind."""
    counts = Counter((d.fact.kind, d.verdict) for _, _, _, found in compared for d in found)
    kinds = sorted({kind for kind, _ in counts})
    parts = (f"{kind} " + " ".join(f"{SIGNS[v]}{counts[kind, v]}" for v in SIGNS if counts[kind, v]) for kind in kinds)
    return "; ".join(parts) or "no difference"


def to_text(compared: Sequence[Compared]) -> str:
    """Give all differences as plain text, with the totals at the end."""
    blocks = []
    for name, base, candidate, found in compared:
        if found:
            blocks.append("\n".join([name, *(f"  {line}" for _, line in lines(base, candidate, found))]))
    return "\n".join([*blocks, totals(compared)]) + "\n"


def to_html(compared: Sequence[Compared]) -> str:
    """Give all differences as one HTML page that loads nothing."""
    parts = [f"<p>{escape(totals(compared))}</p>"]
    for name, base, candidate, found in compared:
        if found:
            items = (f'<li class="{v}">{escape(line)}</li>' for v, line in lines(base, candidate, found))
            parts.append(f"<h2>{escape(name)}</h2><ul>{''.join(items)}</ul>")
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Differences</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><style>{STYLE}</style></head>\n'
        f"<body><h1>Differences</h1>{''.join(parts)}</body></html>\n"
    )
