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

from newsfacts import authoring, training
from newsfacts.errors import NewsfactsError, RecordError
from newsfacts.records import json_records, opened

if TYPE_CHECKING:
    from newsfacts import Article, Pipeline, Reader, Unreadable, Writer

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


class Usage(NewsfactsError):
    """The command cannot be carried out as it was given."""


def _pipeline(source: str | None, without: list[str] | None, settings: Path | None) -> Pipeline:
    from newsfacts import load  # (the command starts fast; spaCy is imported when it is needed)

    return load(source, without=without or (), settings=settings, on_error="record")


def _writer(name: str, writers: Mapping[str, Writer]) -> Writer:
    if name not in writers:
        raise Usage(f"--format {name}: there is no such format; formats: {', '.join(sorted(writers))}")
    return writers[name]


def _bytes(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    with opened(file) as source:
        return source.read()


def _reader(file: str, readers: Mapping[str, Reader]) -> Reader:
    suffix = Path(file).suffix.lower()
    for reader in readers.values():
        if suffix in reader.suffixes:
            return reader
    if suffix in (".html", ".htm"):
        raise Usage(f"{file}: web pages need a reader; install newsfacts-html (pip install newsfacts-html)")
    return readers["text"]


@app.command()
def read(
    file: Annotated[str, typer.Argument(help="A file, or - for standard input.")],
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
    """Read one article and show who says what, how many, who stands where."""
    given = {"published": published, "headline": headline, "outlet": outlet}
    _check(given)
    loaded = _pipeline(pipeline, without, settings)
    writer = _writer(output, loaded.plugins.writers())
    records = _renamed(_reader(file, loaded.plugins.readers()).read(_bytes(file)), _names(field))
    failed = False
    for article in loaded.pipe(_given(records, given)):
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


def _names(options: Iterable[str] | None) -> dict[str, str]:
    """The fields of records, with the names that the command line says they have in the file."""
    from newsfacts.records import FIELDS

    given = dict(option.partition("=")[::2] for option in options or ())
    for field, name in given.items():
        if field not in FIELDS or not name:
            raise Usage(f"--field {field}={name}: expected FIELD=NAME, with a field of {', '.join(FIELDS)}")
    return given


def _renamed(
    records: Iterable[Mapping[str, object] | Unreadable], names: Mapping[str, str]
) -> Iterator[Mapping[str, object] | Unreadable]:
    """The records with their fields found under other names; such a field is never found under its own."""
    for record in records:
        if isinstance(record, Mapping):
            kept = {key: value for key, value in record.items() if key not in names}
            yield kept | {field: record[name] for field, name in names.items() if name in record}
        else:
            yield record


def _given(
    records: Iterable[Mapping[str, object] | Unreadable], given: Mapping[str, str | None]
) -> Iterator[Mapping[str, object] | Unreadable]:
    """The records with what the command line tells about them."""
    told = {name: value for name, value in given.items() if value is not None}
    for record in records:
        yield {**record, **told} if isinstance(record, Mapping) else record


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
    *,
    jsonl: Annotated[
        str,
        typer.Option("--jsonl", help='Records {"id", "text", "published"?, ...}, one a line; - reads standard input.'),
    ],
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
    source = sys.stdin.buffer if jsonl == "-" else opened(jsonl)
    loaded = _pipeline(pipeline, without, settings)
    writer = _writer(output, loaded.plugins.writers())
    if not writer.streams:
        raise Usage(f"--format {output}: not a format of one line an article; use read for it")
    names = _names(field)
    with out.open("wb") if out else sys.stdout.buffer as sink:
        failed = 0
        for found in _progress(loaded.pipe(_renamed(json_records(source), names), processes=processes)):
            article = _with_id(found)
            sink.write(writer.write(article).encode("utf-8", "surrogatepass"))
            failed += bool(article.problems)
            if writer.name != "jsonl":  # (only that one writes them)
                _complain_of(article)
    if failed:
        _complain(f"{failed} records have problems" + ('; see their "problems"' if writer.name == "jsonl" else ""))
    raise typer.Exit(int(failed > 0))


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
    records = _given(_reader(file, loaded.plugins.readers()).read(_bytes(file)), {"published": published})
    failed = False
    for article in loaded.pipe(records):
        if at >= len(article.text):
            raise Usage(f"--at {at}: the text has {len(article.text)} characters")
        _write(sys.stdout, _pointed(article, at))
        for fact in article.at(at):
            _write(sys.stdout, explained(article, fact) + "\n")
        failed = _complain_of(article) or failed
    raise typer.Exit(int(failed))


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
        saved = (Article.from_json(line) for line in _bytes(source).split(b"\n") if line.strip())
        return {article.id if article.id is not None else f"number {i}": article for i, article in enumerate(saved, 1)}
    settings = Path(source) if source.endswith(".toml") else None
    loaded = _pipeline(None if settings or source == "-" else source, None, settings)
    found: dict[str, Article] = {}
    for file in files:
        records = list(_reader(file, loaded.plugins.readers()).read(_bytes(file)))
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
    from newsfacts.plugins import find

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
