"""The command `newsfacts`: read an article, extract from many, and look at the pipeline.

Exit codes: 0 all well, 1 some records have problems, 2 the command cannot be carried out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from newsfacts import authoring, inputs, training
from newsfacts.errors import NewsfactsError, RecordError
from newsfacts.inputs import Usage
from newsfacts.plugins import find
from newsfacts.records import json_records, opened

if TYPE_CHECKING:
    from newsfacts import Article, Pipeline, Writer

app = typer.Typer(
    name="newsfacts",
    help="A news article in, typed facts with the exact characters that say so out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

PipelineOption = Annotated[
    str | None,
    typer.Option("--pipeline", help="A spaCy pipeline by name or path; else the best English one installed."),
]
PublishedOption = Annotated[str | None, typer.Option(help="The publication date, ISO 8601: times are anchored to it.")]
WithoutOption = Annotated[list[str] | None, typer.Option("--without", help="A step to leave out; may be repeated.")]
SettingsOption = Annotated[
    Path | None, typer.Option("--settings", help=r"A TOML file with a table \[steps.NAME] for each step to set.")
]
FieldOption = Annotated[
    list[str] | None,
    typer.Option("--field", metavar="FIELD=NAME", help="What the file calls a field: text=body; may be repeated."),
]
FormatOption = Annotated[
    str, typer.Option("--format", "-f", help="How to write: `newsfacts plugins` lists the formats.")
]


def _pipeline(source: str | None, without: list[str] | None, settings: Path | None) -> Pipeline:
    from newsfacts import load  # (the command starts fast; spaCy is imported when it is needed)

    return load(source, without=without or (), settings=settings, on_error="record")


def _writer(name: str, writers: Mapping[str, Writer]) -> Writer:
    """The format called `name`."""
    if name not in writers:
        raise Usage(f"--format {name}: there is no such format; formats: {', '.join(sorted(writers))}")
    return writers[name]


@app.command()
def read(
    files: Annotated[list[str], typer.Argument(help="Files, or - for standard input.")],
    *,
    output: FormatOption = "text",
    published: PublishedOption = None,
    headline: Annotated[str | None, typer.Option(help="The headline, if the text does not have it.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who publishes the article.")] = None,
    field: FieldOption = None,
    pipeline: PipelineOption = None,
    without: WithoutOption = None,
    settings: SettingsOption = None,
) -> None:
    """Read an article, or a few, and show who says what, how many, who stands where."""
    given = {"published": published, "headline": headline, "outlet": outlet}
    _check(given)
    found = find()
    writer, names = _writer(output, found.writers()), inputs.given_names(field)
    readers = found.readers()
    records = [record for file in files for record in inputs.reader(file, readers).read(inputs.content(file))]
    failed = False
    for article in _pipeline(pipeline, without, settings).pipe(inputs.told(inputs.renamed(records, names), given)):
        _show(article, writer)
        failed = _complain_of(article) or failed
    raise typer.Exit(int(failed))


def _check(given: Mapping[str, str | None]) -> None:
    """Refuse what the command line tells about an article before anything is read."""
    from newsfacts import Metadata

    try:
        Metadata(**given)
    except RecordError as error:
        raise Usage(f"--{error}") from error


def _show(article: Article, writer: Writer) -> None:
    if writer.name == "text" and sys.stdout.isatty():
        from rich.console import Console

        from newsfacts.render.text import summary

        Console(highlight=False).print(summary(article))
    else:
        _write(sys.stdout, writer.write(article))


def _write(out: TextIO, text: str) -> None:
    """Write text whatever the terminal's encoding is."""
    out.buffer.write(text.encode("utf-8", "surrogatepass"))
    out.flush()


def _complain_of(article: Article) -> bool:
    """Tell the problems of an article; whether there are any."""
    for problem in article.problems:
        _complain(str(problem))
    return bool(article.problems)


def _complain(message: str) -> None:
    typer.echo(f"newsfacts: {message}", err=True)


@app.command()
def extract(
    files: Annotated[
        list[str] | None, typer.Argument(help="Files and folders; an article without an id is called after its file.")
    ] = None,
    *,
    jsonl: Annotated[
        str | None,
        typer.Option("--jsonl", help='Records {"id", "text", "published"?, ...}, one a line; - reads standard input.'),
    ] = None,
    output: FormatOption = "jsonl",
    field: FieldOption = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write here instead of to standard output.")] = None,
    processes: Annotated[int, typer.Option(min=1, help="Processes to share the work.")] = 1,
    pipeline: PipelineOption = None,
    without: WithoutOption = None,
    settings: SettingsOption = None,
) -> None:
    """Extract the facts of many articles: one article out for every record in, in order, whatever happens.

    Empty lines are passed over.
    """
    found = find()
    writer, names = _writer(output, found.writers()), inputs.given_names(field)
    if not writer.streams:
        raise Usage(f"--format {output}: not a format of one line an article; use read for it")
    records = inputs.renamed(_records(files or [], jsonl, found.readers()), names)
    loaded = _pipeline(pipeline, without, settings)
    with out.open("wb") if out else sys.stdout.buffer as sink:
        failed = 0
        for read_one in _progress(loaded.pipe(records, processes=processes)):
            article = _with_id(read_one)
            sink.write(writer.write(article).encode("utf-8", "surrogatepass"))
            failed += bool(article.problems)
            if writer.name != "jsonl":  # (only that one writes them)
                _complain_of(article)
    if failed:
        _complain(f"{failed} records have problems" + ('; see their "problems"' if writer.name == "jsonl" else ""))
    raise typer.Exit(int(failed > 0))


def _records(files: list[str], jsonl: str | None, readers: inputs.Readers) -> Iterable[inputs.Item]:
    """The records of the files and folders, or of the lines, that `extract` was given."""
    if (jsonl is None) is not bool(files):
        raise Usage("name files and folders to read, or --jsonl FILE with a record a line (one of the two)")
    if jsonl is None:
        return inputs.records(inputs.listed(files, readers), readers)
    return json_records(sys.stdin.buffer if jsonl == "-" else opened(jsonl))


def _with_id(article: Article) -> Article:
    """The article, with a problem where its record had no id."""
    from attrs import evolve

    from newsfacts import Problem

    if article.id is not None or article.problems:
        return article
    return evolve(article, problems=(Problem(message="id: missing"),))


def _progress(articles: Iterator[Article]) -> Iterator[Article]:
    """The articles as they come, counted on a terminal."""
    if not sys.stderr.isatty():
        yield from articles
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        yield from bar.track(articles)


@app.command()
def explain(
    file: Annotated[str, typer.Argument(help="A file, or - for standard input.")],
    *,
    at: Annotated[int, typer.Option(min=0, help="A character of the text, counted from 0.")],
    published: PublishedOption = None,
    pipeline: PipelineOption = None,
    without: WithoutOption = None,
    settings: SettingsOption = None,
) -> None:
    """Tell which facts lie at a character, which step and rule gave them, and from which words."""
    from newsfacts.render.sentences import explained

    loaded = _pipeline(pipeline, without, settings)
    records = inputs.told(_read_file(file, loaded), {"published": published})
    failed = False
    for article in loaded.pipe(records):
        if at >= len(article.text):
            raise Usage(f"--at {at}: the text has {len(article.text)} characters")
        _write(sys.stdout, _pointed(article, at))
        for fact in article.at(at):
            _write(sys.stdout, explained(article, fact) + "\n")
        failed = _complain_of(article) or failed
    raise typer.Exit(int(failed))


def _read_file(file: str, pipeline: Pipeline) -> list[inputs.Item]:
    """The records of one file."""
    return list(inputs.reader(file, pipeline.plugins.readers()).read(inputs.content(file)))


def _pointed(article: Article, at: int) -> str:
    """The line of the text around a character, with a caret under it."""
    start = max(article.text.rfind("\n", 0, at) + 1, at - 50)
    end = article.text.find("\n", at)
    line = article.text[start : min(end if end >= 0 else len(article.text), start + 100)]
    return f"{line}\n{' ' * (at - start)}^\n"


@app.command()
def diff(
    base: Annotated[str, typer.Argument(help="A settings file (.toml), saved output (.jsonl), or a spaCy pipeline.")],
    candidate: Annotated[str, typer.Argument(help="The same for the other side; - means the default pipeline.")],
    files: Annotated[
        list[str] | None, typer.Argument(help="Articles to read; none where both sides are saved.")
    ] = None,
    *,
    output: Annotated[str, typer.Option("--format", "-f", help="text or html")] = "text",
) -> None:
    """Tell which facts are gained, lost and changed between two pipelines, settings or saved outputs."""
    from newsfacts.comparing import differences
    from newsfacts.render import differences as shown

    formats = {"text": shown.to_text, "html": shown.to_html}
    if output not in formats:
        raise Usage(f"--format {output}: diff writes text or html")
    if not files and not (base.endswith(".jsonl") and candidate.endswith(".jsonl")):
        raise Usage("there are no articles to read; name some files, or give two saved outputs (.jsonl)")
    sides = (_side(base, files or ()), _side(candidate, files or ()))
    if sides[0].keys() != sides[1].keys():
        odd = min(sides[0].keys() ^ sides[1].keys())
        raise Usage(f"the two sides are not of the same articles: {odd!r} is on one side only")
    compared = [(name, old, sides[1][name], differences(old, sides[1][name])) for name, old in sides[0].items()]
    _write(sys.stdout, formats[output](compared))


def _side(source: str, files: Iterable[str]) -> dict[str, Article]:
    """The articles of one side by name: as saved, or read now."""
    from newsfacts import Article

    if source.endswith(".jsonl"):
        saved = (Article.from_json(line) for line in inputs.content(source).split(b"\n") if line.strip())
        return {article.id if article.id is not None else f"number {i}": article for i, article in enumerate(saved, 1)}
    settings = Path(source) if source.endswith(".toml") else None
    loaded = _pipeline(None if settings or source == "-" else source, None, settings)
    found: dict[str, Article] = {}
    for file in files:
        records = _read_file(file, loaded)
        for i, article in enumerate(loaded.pipe(records), 1):
            found[article.id or (file if len(records) == 1 else f"{file}, number {i}")] = article
    return found


@app.command()
def plan(pipeline: PipelineOption = None, without: WithoutOption = None, settings: SettingsOption = None) -> None:
    """Show the steps in order: what each needs, uses, gives and reads, and where it comes from."""
    _table(_pipeline(pipeline, without, settings).plan())


@app.command()
def plugins() -> None:
    """Show the plugins, the steps and formats of each."""
    found = find()
    steps = found.steps()
    _table(
        {
            "plugin": plugin.name,
            "distribution": plugin.distribution,
            "version": plugin.version,
            "steps": ", ".join(sorted(s.name for s in steps if s.distribution == plugin.distribution)),
        }
        for plugin in found.members
    )
    typer.echo(f"readers: {', '.join(sorted(found.readers()))}")
    typer.echo(f"writers: {', '.join(sorted(found.writers()))}")


@app.command()
def schema() -> None:
    """Print the JSON Schema of an article with the kinds of facts that are installed."""
    from newsfacts.schema import article_schema

    typer.echo(json.dumps(article_schema(), indent=2))


def _table(rows: Iterable[Mapping[str, str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    listed = list(rows)
    table = Table(box=None, header_style="bold")
    for name in listed[0] if listed else ():
        table.add_column(name, overflow="fold")
    for row in listed:
        table.add_row(*map(Text, row.values()))
    Console(width=None if sys.stdout.isatty() else 200, highlight=False).print(table)


authoring.add_to(app)
training.add_to(app)


def _is_an_article(argument: str) -> bool:
    """Whether an argument in a command's place is a file, or looks like one that is not there."""
    return argument == "-" or Path(argument).is_file() or ("." in argument and not argument.startswith("-"))


def main(arguments: list[str] | None = None) -> None:
    """Run the command; a file (or -) as the first argument means `read`."""
    given = sys.argv[1:] if arguments is None else arguments
    if given and _is_an_article(given[0]):
        given = ["read", *given]
    try:
        app(given, standalone_mode=True)
    except RecordError as error:
        _complain(str(error))
        raise SystemExit(1) from error
    except NewsfactsError as error:
        _complain(str(error))
        raise SystemExit(2) from error
