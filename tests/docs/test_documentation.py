"""The documentation says what the code says."""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path

import pytest

import _newsfacts_pytest
from newsfacts import hookspecs
from newsfacts.cli import app
from newsfacts.render.text import to_text
from newsfacts.testing import LAWS, strategies
from newsfacts.testing.relations import appended, prepended, renamed
from tests.docs import benchmarks_page, reading_page
from tests.docs.benchmarks_page import FIGURES
from tests.docs.facts_page import PAGE, page

DOCS = Path(__file__).parents[2] / "docs"
RELATION_MAKERS = (renamed, prepended, appended)
README = DOCS.parent / "README.md"


def test_the_page_of_facts_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "write it anew: python -m tests.docs.facts_page"


def test_the_page_of_questions_is_up_to_date() -> None:
    assert reading_page.PAGE.read_text("utf-8") == reading_page.page(), (
        "write it anew: python -m tests.docs.reading_page"
    )


@pytest.mark.parametrize("hook", [name for name in vars(hookspecs) if name.startswith("newsfacts_")])
def test_every_hook_is_explained_with_an_example(hook) -> None:
    guide = (DOCS / "plugins.md").read_text("utf-8")
    assert f"def {hook}(" in guide
    signature = str(inspect.signature(getattr(hookspecs, hook))).replace("'", "")
    assert f"`{hook}{signature}`" in guide.replace("\\|", "|")
    assert inspect.getdoc(getattr(hookspecs, hook))


def test_the_testing_guide_names_every_law_relation_strategy_and_the_hook() -> None:
    guide = (DOCS / "testing.md").read_text("utf-8")
    names = [*(law.__name__ for law in LAWS), *strategies.__all__, *(f.__name__ for f in RELATION_MAKERS), "RELATIONS"]
    assert [name for name in names if f"`{name}`" not in guide] == []
    hook = _newsfacts_pytest.Hooks.pytest_newsfacts_pipeline
    asked = ", ".join(name for name in inspect.signature(hook).parameters if name != "self")
    assert f"`pytest_newsfacts_pipeline({asked})`" in guide
    assert all(f"`{name}`" in guide or f"={name}`" in guide for name in ("newsfacts_pipeline", "article", "nightly"))


def test_every_command_has_help() -> None:
    assert all(command.callback.__doc__ for command in app.registered_commands)


def test_every_link_in_the_readme_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README.read_text("utf-8"))
    assert links
    assert all((README.parent / link).exists() for link in links)


def test_the_readme_commands_name_files_that_exist() -> None:
    commands = re.findall(r"^pip install.*$", README.read_text("utf-8"), re.MULTILINE)
    assert len(commands) == 2
    for path in re.findall(r"(?:\./plugins|docs)/[\w./-]+", " ".join(commands)):
        assert (README.parent / path).exists()


def test_the_page_of_figures_is_up_to_date() -> None:
    figures = json.loads(FIGURES.read_text("utf-8"))
    assert benchmarks_page.PAGE.read_text("utf-8") == benchmarks_page.page(figures)


def test_the_figures_of_the_readme_are_up_to_date() -> None:
    text = README.read_text("utf-8")
    assert text == benchmarks_page.readme(text, json.loads(FIGURES.read_text("utf-8")))


def test_the_readme_shows_what_reading_an_article_shows(pipeline) -> None:
    shown = re.search(r"```text\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert shown is not None
    told = [" ".join(line.split()) for line in shown[1].splitlines() if line]
    given = " ".join(to_text(pipeline((DOCS / "examples" / "harbour.txt").read_text("utf-8"))).split())
    assert [line for line in told if line not in given] == []
