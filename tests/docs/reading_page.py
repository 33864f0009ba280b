"""Writes docs/reading.md from the questions themselves: `python -m tests.docs.reading_page`."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import get_args

from newsfacts import Reading
from newsfacts.syntax import Role, Syntax

PAGE = Path(__file__).parents[2] / "docs" / "reading.md"
HEAD = """\
# What a step may ask

`extract(self, reading)` is given one `Reading`: the text, its parse, the word lists, and the facts of the steps before.
This page is written from the code.

```python
>>> from newsfacts import Reading
>>> from newsfacts.testing import sketch
>>> doc = sketch(
...     "Voters/NNS/3/nsubj have|have/VBP/3/aux elected|elect/VBN/0/root Ann/NNP/3/obj Lee/NNP/4/flat "
...     "in/IN/7/case May/NNP/3/obl"
... )
>>> reading = Reading.of(doc.text, doc)
>>> [verb] = [token for token in reading.doc if reading.syntax.is_predicate(token)]
>>> reading.syntax.subject(verb), reading.syntax.obliques(verb)
(Voters, (('in', May),))
>>> reading[reading.syntax.noun_phrase(reading.syntax.object(verb))]
'Ann Lee'

```

`reading[span]` is the text of a span, `reading[ref]` the fact that a reference leads to, `reading.article` the article
so far, and `reading.lexicons` the word lists. In the tables "?" says that the answer may be None, "*" that there are
several.
"""
SYNTAX = """\
To see how a sentence is read: `reading = Reading.of(text, pipeline.nlp(text))`, then
`{token: reading.syntax.role(token) for token in reading.doc}`.

A "verb" is the word that carries a clause: an adjective or a noun too, where it does so with "is". Answers are spaCy
tokens; without a parse they are None, False or (). The scheme of labels makes no difference.
"""


def short(hint: object) -> str:
    """A type as people read it."""
    if get_args(hint) == get_args(Role):
        return "Role"
    name = hint.__name__ if isinstance(hint, type) and not get_args(hint) else str(hint)
    name = re.sub(r"\b(?:[a-z]\w*\.)+(?=\w)", "", name.replace("'", ""))
    name = re.sub(r"Optional\[(.*)\]$", r"\1?", name)
    name = re.sub(r"Literal\[([^\]]*)\]", lambda found: found[1].replace(", ", " "), name)
    return name.replace(" | None", "?").replace("tuple[", "[").replace(", ...]", "]*").replace("|", "or")


def questions(cls: type) -> Iterator[tuple[str, Callable[..., object]]]:
    """The public questions of a class and of those that it is made of, in the order in which they are written."""
    for part in cls.__mro__:
        for name, member in vars(part).items():
            if isinstance(member, property):
                function = member.fget
            else:
                function = member.func if isinstance(member, cached_property) else member
            if not name.startswith("_") and inspect.isfunction(function):
                yield name, member if function is member else function


def table(cls: type) -> str:
    """A row for each question: how it is asked, what is answered."""
    rows = ["| question | answer | |", "| --- | --- | --- |"]
    for name, function in questions(cls):
        signature = inspect.signature(function)
        asked = ", ".join(str(p.replace(annotation=p.empty)) for p in list(signature.parameters.values())[1:])
        plain = isinstance(inspect.getattr_static(cls, name), property | cached_property)
        call = name if plain else f"{name}({asked})"
        told = str(inspect.getdoc(function)).partition("\n")[0]
        rows.append(f"| `{call}` | {short(signature.return_annotation)} | {told} |")
    return "\n".join(rows)


def page() -> str:
    """The whole page."""
    roles = f"\nA Role is one of {', '.join(get_args(Role))}."
    return "\n".join(
        (HEAD, "## `reading`\n", table(Reading), "\n## `reading.syntax`\n", SYNTAX, table(Syntax), roles, "")
    ).replace("\n\n\n", "\n\n")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
