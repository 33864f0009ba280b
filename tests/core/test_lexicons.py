"""The word lists of the package, and how lists are read, joined and refused."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

import newsfacts
from newsfacts import LexiconFile, Lexicons, SettingsError, hookimpl
from tests.core.makers import nlp

DATA = Path(newsfacts.__file__).parent / "data"
FILES = sorted(path for path in DATA.iterdir() if path.suffix in {".toml", ".tsv"})


def lists(value: object, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a TOML file, with its place."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from lists(item, f"{path}.{key}")
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        yield path, value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_word_list_tells_its_source_and_licence_and_is_in_order(path) -> None:
    text = path.read_text("utf-8")
    head = " ".join(line for line in text.splitlines() if line.startswith("#")).lower()
    assert text.startswith("#")
    assert "source" in head or "own list" in head
    assert "licen" in head or "mit" in head
    assert unicodedata.is_normalized("NFC", text)
    if path.suffix == ".toml":
        for place, words in lists(tomllib.loads(text)):
            assert words in (sorted(set(words)), sorted(set(words), key=str.lower)), f"{place} is not in order"
    else:
        rows = Lexicons().rows(path.stem)
        assert list(rows) == [tuple(row.split("\t")) for row in sorted({"\t".join(row) for row in rows})]
        assert len({len(row) for row in rows}) == 1


@frozen
class Titles:
    """Two lists of one lexicon."""

    female: frozenset[str]
    male: frozenset[str]


def added(tmp_path: Path, name: str, content: str, lexicon: str = "titles") -> Lexicons:
    """The lexicons with a file more, as a plugin adds it."""
    (tmp_path / name).write_text(content, "utf-8")

    class Adding:
        @hookimpl
        def newsfacts_lexicons(self):
            return [LexiconFile(lexicon, tmp_path / name)]

    return newsfacts.load(nlp(), only=[], plugins=[Adding()], installed=False).lexicons


def test_lists_of_words_are_read_together_and_those_of_plugins_join_in(tmp_path) -> None:
    plain = Lexicons().lists("titles", Titles)
    more = added(tmp_path, "more.toml", 'female = ["doyenne"]\n')
    titles = more.lists("titles", Titles)
    assert (titles.female - plain.female, titles.male) == ({"doyenne"}, plain.male)
    assert more.lists("titles", Titles) is titles


def test_rows_of_plugins_follow_the_built_in_ones(tmp_path) -> None:
    rows = added(tmp_path, "more.tsv", "# own\n\nquoth\tsay\n", "cue_forms").rows("cue_forms")
    assert rows == (*Lexicons().rows("cue_forms"), ("quoth", "say"))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "bad.toml",
            "female = [\n",
            r"plugin '.*Adding#0' of this program: lexicon 'titles', file .*bad\.toml: Invalid",
        ),
        ("bad.toml", "female = 5\n", r"lexicon 'titles': female is a list, but not so in .*bad\.toml"),
        ("bad.tsv", "madam\n", r"lexicon 'titles' has lists or tables, but .*bad\.tsv has rows"),
        ("bad.toml", "other = [1]\n", "lexicon 'titles' has no list of words that is called 'other'"),
    ],
)
def test_a_file_that_does_not_fit_is_named(tmp_path, name, content, message) -> None:
    with pytest.raises(SettingsError, match=message):
        added(tmp_path, name, content).words("titles", "other")


def test_what_is_not_there_is_named() -> None:
    with pytest.raises(SettingsError, match="no lexicon is called 'tittles'"):
        Lexicons().raw("tittles")
    with pytest.raises(SettingsError, match="lexicon 'titles' has no list of words that is called 'neuter'"):
        Lexicons().words("titles", "neuter")
    with pytest.raises(SettingsError, match=r"lexicon 'titles' has rows, but .*titles\.toml has lists"):
        Lexicons().rows("titles")
