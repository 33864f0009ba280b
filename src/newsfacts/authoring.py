"""The commands for authors of plugins: check an extractor, begin a plugin."""

from __future__ import annotations

import json
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsfacts.errors import NewsfactsError

if TYPE_CHECKING:
    from spacy.language import Language

    from newsfacts import Extractor


class NoExtractor(NewsfactsError):
    """What the command names is no extractor."""


def add_to(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(check)
    app.command(name="new-plugin")(new_plugin)


def check(
    extractor: Annotated[str, typer.Argument(help="Where it is: package.module:Extractor.")],
    *,
    text: Annotated[list[str] | None, typer.Option("--text", help="A text with facts for it; may be repeated.")] = None,
    waive: Annotated[list[str] | None, typer.Option("--waive", help='"LAW: REASON"; it must be broken.')] = None,
    pipeline: Annotated[str | None, typer.Option("--pipeline", help="A spaCy pipeline by name or path.")] = None,
    min_checks: Annotated[int, typer.Option("--min-checks", min=1, help="How many laws must be kept.")] = 1,
    time: Annotated[bool, typer.Option("--time", help="Measure how its time grows with the text.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write the report as JSON.")] = False,
) -> None:
    """Try an extractor against the laws that every extractor keeps; no test file is needed."""
    from newsfacts.testing import check_extractor

    waivers = dict(_waiver(line) for line in waive or ())
    tried = _extractor(extractor)
    nlp = _language(pipeline)
    report = check_extractor(tried, nlp=nlp, texts=text or (), expected_failures=waivers, raises=False)
    typer.echo(json.dumps(report.to_dict(), indent=2) if as_json else str(report))
    if time:
        from newsfacts.testing.timing import growths

        for growth in growths(tried, nlp=nlp):
            typer.echo(str(growth))
    enough = report.counted("passed") >= min_checks
    if not enough:
        typer.echo(f"only {report.counted('passed')} laws were kept; {min_checks} were asked for", err=True)
    raise typer.Exit(int(not (report.ok and enough)))


def _waiver(line: str) -> tuple[str, str]:
    law, colon, reason = line.partition(":")
    if not colon or not reason.strip():
        raise NoExtractor(f'--waive {line!r}: write "LAW: REASON"')
    return law.strip(), reason.strip()


def _language(pipeline: str | None) -> Language | None:
    from newsfacts.languages import language

    return None if pipeline is None else language(pipeline)


def _extractor(place: str) -> Extractor:
    """The extractor at "package.module:Name": an instance, or a class that needs no settings."""
    from newsfacts import Extractor

    module, colon, name = place.partition(":")
    if not colon:
        raise NoExtractor(f"{place}: write package.module:Extractor")
    sys.path.insert(0, "")
    try:
        found = getattr(import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise NoExtractor(f"{place}: {error}") from error
    made = found() if isinstance(found, type) else found
    if not isinstance(made, Extractor):
        raise NoExtractor(f"{place} is a {type(made).__name__}, and no Extractor")
    return made


def new_plugin(
    name: Annotated[str, typer.Argument(help="What it finds, one lower-case word: casualties.")],
    *,
    folder: Annotated[Path, typer.Option("--in", help="Where to put it.")] = Path(),
) -> None:
    """Begin a plugin: a package with an extractor, a kind of fact, and tests that pass."""
    from newsfacts.testing.scaffold import scaffold

    if not re.fullmatch("[a-z][a-z0-9]*", name):
        raise NoExtractor(f"{name!r}: expected one word of lower-case letters, such as casualties")
    root = folder / f"newsfacts-{name}"
    if root.exists():
        raise NoExtractor(f"{root} is there already")
    for path, content in scaffold(name).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, "utf-8")
        typer.echo(root / path)
    typer.echo(f"next: pip install -e {root} && python -m pytest {root}")
