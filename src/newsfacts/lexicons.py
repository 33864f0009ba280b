"""Word lists: data files of the package and of plugins, read once and typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
from attrs import frozen

from newsfacts.errors import SettingsError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

T = TypeVar("T")


@frozen
class LexiconFile:
    """A word list of a plugin: entries of `path` (TOML or TSV) are added to the lexicon called `name`."""

    name: str
    path: Traversable

    def read(self) -> Mapping[str, Any] | tuple[tuple[str, ...], ...]:
        """Give the tables of a TOML file, or the rows of a TSV file without comments and empty lines."""
        import tomllib

        try:
            text = self.path.read_text("utf-8")
            if self.path.name.endswith(".toml"):
                return tomllib.loads(text)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SettingsError(f"lexicon {self.name!r}, file {self.path}: {error}") from error
        lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
        return tuple(tuple(line.split("\t")) for line in lines)


class Lexicons:
    """The word lists that a pipeline works with: the built-in ones, extended by plugins.

    A TOML lexicon has lists of words (`words("name", "list")`) or one table an entry (`table("name", Entry)`); a TSV
    lexicon has rows (`rows("name")`). What is computed from lexicons is kept by `compiled`.
    """

    def __init__(self, extra: Iterable[LexiconFile] = ()) -> None:
        self.extra = tuple(extra)
        self._compiled: dict[object, Any] = {}

    def _files(self, name: str) -> list[LexiconFile]:
        """The built-in file of a lexicon, then those of plugins."""
        from importlib.resources import files  # (word lists are read when a pipeline runs, not at import)

        data = files("newsfacts") / "data"
        built_in = (data / f"{name}{suffix}" for suffix in (".toml", ".tsv"))
        found = [LexiconFile(name, path) for path in built_in if path.is_file()]
        found += (file for file in self.extra if file.name == name)
        if not found:
            raise SettingsError(f"no lexicon is called {name!r}")
        return found

    def raw(self, name: str) -> Mapping[str, Any]:
        """Give a TOML lexicon as it stands, files of plugins merged in: lists are joined, tables replaced."""
        return self.compiled(("raw", name), lambda: self._merged(name))

    def _merged(self, name: str) -> Mapping[str, Any]:
        merged: dict[str, Any] = {}
        for file in self._files(name):
            entries = file.read()
            if not isinstance(entries, Mapping):
                raise SettingsError(f"lexicon {name!r} has lists or tables, but {file.path} has rows")
            for key, value in entries.items():
                old: Any = merged.get(key, value)
                if type(value) is not type(old):
                    raise SettingsError(f"lexicon {name!r}: {key} is a {type(old).__name__}, but not so in {file.path}")
                merged[key] = [*old, *value] if key in merged and isinstance(value, list) else value
        return merged

    def words(self, name: str, key: str) -> frozenset[str]:
        """Give the words of one list of a lexicon."""
        return self.compiled(("words", name, key), lambda: frozenset(self._list(name, key)))

    def _list(self, name: str, key: str) -> list[str]:
        found = self.raw(name).get(key)
        if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
            raise SettingsError(f"lexicon {name!r} has no list of words that is called {key!r}")
        return found

    def lists(self, name: str, cls: type[T]) -> T:
        """Give lists of a lexicon together: an attrs class with a field of words for each, called as the list is.

        >>> @frozen
        ... class Titles:
        ...     male: frozenset[str]
        ...     female: frozenset[str]
        >>> "mrs" in Lexicons().lists("titles", Titles).female
        True
        """
        fields: Any = attrs.fields(cls)  # type: ignore[arg-type]  # (attrs' type of its classes cannot be spelled)
        return self.compiled(
            ("lists", name, cls), lambda: cls(**{field.alias: self.words(name, field.name) for field in fields})
        )

    def table(self, name: str, entry: type[T]) -> Mapping[str, T]:
        """Give a lexicon of one table an entry, each read as an `entry` (an attrs class; unknown keys are errors)."""
        return self.compiled(("table", name, entry), lambda: self._read_table(name, entry))

    def _read_table(self, name: str, entry: type[T]) -> dict[str, T]:
        import cattrs

        from newsfacts.explaining import explained, strict_about_choices

        converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=True)
        strict_about_choices(converter)
        try:
            return {key: converter.structure(value, entry) for key, value in self.raw(name).items()}
        except (cattrs.BaseValidationError, cattrs.ForbiddenExtraKeysError) as error:
            raise SettingsError(explained(error, f"lexicon {name}")) from error

    def rows(self, name: str) -> tuple[tuple[str, ...], ...]:
        """Give the rows of a TSV lexicon."""
        return self.compiled(("rows", name), lambda: self._read_rows(name))

    def _read_rows(self, name: str) -> tuple[tuple[str, ...], ...]:
        rows: list[tuple[str, ...]] = []
        for file in self._files(name):
            found = file.read()
            if isinstance(found, Mapping):
                raise SettingsError(f"lexicon {name!r} has rows, but {file.path} has lists or tables")
            rows.extend(found)
        return tuple(rows)

    def compiled(self, key: object, make: Callable[[], T]) -> T:
        """Give what `make` gives, made once for these lexicons; `key` names it (a function or a tuple will do)."""
        if key not in self._compiled:
            self._compiled[key] = make()
        return self._compiled[key]  # type: ignore[no-any-return]
