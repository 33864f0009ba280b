"""The command that trains: weights for claims from articles with marked attributions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsfacts.errors import NewsfactsError, RecordError
from newsfacts.records import METADATA_FIELDS, json_records, opened

if TYPE_CHECKING:
    from newsfacts import Pipeline, Record, Unreadable
    from newsfacts.steps.sourcing.training import Lesson, Marked, Trained

HEAD = """\
Weights of the evidence that a candidate is a claim: where they add up to more than zero, it is.
Learnt by `newsfacts train-claims` from {attributions} attributions marked in {articles} articles ({name}).
Licence: as the articles and their marks allow.
"""


def add_to(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command(name="train-claims")(train_claims)


def train_claims(
    articles: Annotated[
        Path, typer.Argument(help='Marked articles, {"id", "text", "attributions", ...}, one a line (see docs).')
    ],
    *,
    out: Annotated[Path, typer.Option("--out", "-o", help="Where to write the weights.")],
    pipeline: Annotated[str | None, typer.Option("--pipeline", help="A spaCy pipeline by name or path.")] = None,
    folds: Annotated[int, typer.Option(min=2, help="Parts of the articles that are left out of a fit in turn.")] = 5,
) -> None:
    """Learn from marked articles which candidates are claims, and write the weights for the step `claims`."""
    from newsfacts import load  # (the command starts fast)
    from newsfacts.steps.sourcing.training import train

    with opened(articles) as lines:
        taught = list(lessons(load(pipeline), json_records(lines)))
    if len(taught) < folds:
        raise NewsfactsError(f"{articles}: {len(taught)} articles are too few for {folds} folds")
    trained = train(taught, folds)
    attributions = sum(each.marked for each in taught)
    head = HEAD.format(attributions=attributions, articles=len(taught), name=articles.name)
    out.write_text(trained.weights.written(head), "utf-8")
    typer.echo(f"{len(taught)} articles, {attributions} attributions, {len(trained.weights.by_evidence)} weights\n")
    typer.echo(report(trained))
    typer.echo(f'\nuse them: newsfacts.load(settings={{"claims": {{"weights": "{out}"}}}})')


def lessons(pipeline: Pipeline, records: Iterable[Mapping[str, object] | Unreadable]) -> Iterator[Lesson]:
    """Give what each marked article teaches; the steps of the pipeline before the claims read it first.

    Raises `RecordError` for a record that is no marked article.
    """
    from newsfacts import Reading
    from newsfacts.parsing import parse
    from newsfacts.steps.sourcing.training import lesson

    names = [step.name for step in pipeline.steps]
    lean = pipeline.without(*names[names.index(pipeline.step("claims").name) :])
    for number, row in enumerate(records, 1):
        try:
            record, marks = _marked(row)
        except RecordError as error:
            raise RecordError(f"article {number}: {error}") from error
        doc = parse(lean.nlp, record.text)
        facts = lean.read(record, doc).facts
        yield lesson(Reading.of(record.text, doc, facts=facts, lexicons=lean.lexicons), marks)


def _marked(row: Mapping[str, object] | Unreadable) -> tuple[Record, list[Marked]]:
    """The article of a record, and its attributions; those without a cue or a content mark no claim."""
    from newsfacts import Record, Unreadable
    from newsfacts.steps.sourcing.training import Marked

    if isinstance(row, Unreadable):
        raise RecordError(row.reason)
    known = {name: row[name] for name in METADATA_FIELDS if name in row}
    record = Record.make(row.get("text"), id=row.get("id"), **known)
    attributions = row.get("attributions")
    if not isinstance(attributions, list):
        raise RecordError("attributions: expected a list")
    marks = [Marked.of(each, record.text) for each in attributions]
    return record, [mark for mark in marks if mark.cue and mark.content]


def report(trained: Trained) -> str:
    """Tell how well the rules do alone and the weights with them, on articles left out of the fit."""
    lines = [f"{'':30}{'precision':>10}{'recall':>10}{'F1':>10}"]
    for name, found in (("rules alone", trained.rules), ("with weights, unseen articles", trained.unseen)):
        lines.append(f"{name:30}{found.precision:10.3f}{found.recall:10.3f}{found.f1:10.3f}")
    return "\n".join(lines)
