"""Writes docs/facts.md from the kinds themselves: `python -m tests.docs.facts_page`."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import get_type_hints

import attrs

import newsfacts
from newsfacts import KINDS, Fact

PAGE = Path(__file__).parents[2] / "docs" / "facts.md"
PARTS = (
    newsfacts.Party,
    newsfacts.Author,
    newsfacts.Interval,
    newsfacts.Change,
    newsfacts.EventMention,
    newsfacts.Participant,
    newsfacts.EventTime,
    newsfacts.Target,
    newsfacts.SignLink,
)
HEAD = """\
# The facts

Every fact is a frozen value with a `kind`, an `id`, a `span`, the step that gave it (`by`) and the rule (`rule`).
A fact refers only to kinds that stand above it here. Names come from Universal Dependencies, TimeML, FactBank, PLOVER,
IPTC ninjs and schema.org, as each kind says. This page is written from the code.

```python
>>> from newsfacts import Article, Interval, Quantity, Span
>>> text = "Up to 350 ferries were late."
>>> quantity = Quantity(
...     span=Span(0, 9), number=Span(6, 9), value=Interval(high=350), bound_cue=Span(0, 5), counted=Span(10, 17)
... )
>>> article = Article(text=text, facts=[quantity])
>>> [(article[q.number], article[q.counted], q.id) for q in article.quantities]
[('350', 'ferries', 'quantity@0:9')]

```
"""


def short(hint: object) -> str:
    """A type as people read it."""
    name = hint.__name__ if isinstance(hint, type) and not hasattr(hint, "__args__") else str(hint)
    name = re.sub(r"\b(?:newsfacts|typing|datetime|decimal|collections\.abc)\.(?:\w+\.)*", "", name)
    name = re.sub(r"Literal\[([^\]]*)\]", lambda found: found[1].replace("'", "").replace(", ", " "), name)
    return name.replace(" | None", "?").replace(", ...]", "]*").replace("tuple[", "[").replace("|", "or")


def section(cls: type) -> str:
    """The part of the page about one class: its docstring and its fields."""
    title = f"## {cls.__name__}" + (f" `{cls.kind}`" if issubclass(cls, Fact) else "")
    hints = get_type_hints(cls)
    fields = [field for field in attrs.fields(cls) if field.name not in ("by", "rule")]
    rows = [f"| `{field.name}` | {short(hints[field.name])} |" for field in fields]
    text = re.sub(r"\n+    >>>.*", "", inspect.getdoc(cls) or "", flags=re.DOTALL)
    text = text.partition("\n>>>")[0].strip()
    return "\n".join([title, "", text, "", "| field | value |", "| --- | --- |", *rows, ""])


def page() -> str:
    """The whole page."""
    note = "\n# Their parts\n\n`?` marks what may be missing, `*` a tuple of any length.\n"
    return "\n".join([HEAD, *map(section, KINDS), note, *map(section, PARTS)])


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
