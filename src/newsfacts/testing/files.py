r"""Files of marked sentences: `*.facts`, one sentence a line, each a test.

    # Who says what. Own sentences.
    kind: claim
    published: 2024-11-18

    [Turner]{source} [said]{cue} [the plan had failed]{content}.
    The plan had failed.
    ? [Turner]{source}'s [verdict]{cue}: a failure.

A line "kind: NAME" says what the sentences below it tell of; "published", "headline", "outlet" and "byline" are known
from outside; "others: yes" allows facts that are not marked. A line without marks says that there is no such fact. "?"
begins a sentence that is known not to be read rightly yet; it must fail. A literal "\n" in a sentence ends a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from newsfacts import Article, Pipeline
from newsfacts.testing.marking import Marked, Unmarked, check_marked, kind_named

OUTSIDE = ("published", "headline", "outlet", "byline")
KEYS = ("kind", "others", *OUTSIDE)


@frozen(kw_only=True)
class Example:
    """One line of a file of marked sentences."""

    line: int
    kind: str
    sentence: Marked
    outside: tuple[tuple[str, str], ...] = ()
    others: bool = False
    known_gap: bool = False

    def check(self, pipeline: Pipeline) -> Article:
        """Read the sentence with a pipeline, and raise an `AssertionError` unless it finds what is marked."""
        article = pipeline(self.sentence.text, **dict(self.outside))
        kinds = {kind for step in pipeline.steps for kind in step.extractor.gives}
        check_marked(article, kind_named(self.kind, kinds), self.sentence, others=self.others)
        return article


def examples(path: Path) -> Iterator[Example]:
    """Give the examples of a file."""
    return read_examples(path.read_text("utf-8"))


def read_examples(text: str) -> Iterator[Example]:
    r"""Give the examples of the text of a file.

    >>> [example] = read_examples("kind: quotation\n\nHe said [“no”]{span}.")
    >>> example.kind, example.line, example.sentence.text
    ('quotation', 3, 'He said “no”.')
    """
    told: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        key, colon, value = line.partition(":")
        if not line.strip() or line.startswith("#"):
            continue
        if colon and key in KEYS:
            told[key] = value.strip()
            continue
        if "kind" not in told:
            raise Unmarked(f'line {number}: a line "kind: ..." must come first')
        gap = line.startswith("? ")
        yield Example(
            line=number,
            kind=told["kind"],
            sentence=Marked.read(line.removeprefix("? ").replace("\\n", "\n")),
            outside=tuple((name, told[name]) for name in OUTSIDE if told.get(name)),
            others=told.get("others") == "yes",
            known_gap=gap,
        )
