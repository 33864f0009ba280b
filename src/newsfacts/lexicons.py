"""Word lists: data files of the package and of plugins, read once and typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

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


def _built_in(name: str) -> Traversable | None:
    from importlib.resources import files  # (word lists are read when a pipeline runs, not at import)

    data = files("newsfacts") / "data"
    return next((path for suffix in (".toml", ".tsv") if (path := data / f"{name}{suffix}").is_file()), None)


class Lexicons:
    """The word lists that a pipeline works with: the built-in ones, extended by plugins.

    A TOML lexicon has lists of words (`words("name", "list")`) or one table an entry (`table("name", Entry)`); a TSV
    lexicon has rows (`rows("name")`). What is computed from lexicons is kept by `compiled`.
    """

    def __init__(self, extra: Iterable[LexiconFile] = ()) -> None:
        self.extra = tuple(extra)
        self._raw: dict[str, Mapping[str, Any]] = {}
        self._compiled: dict[object, Any] = {}

    def _paths(self, name: str) -> list[Traversable]:
        first = _built_in(name)
        paths = ([first] if first is not None else []) + [file.path for file in self.extra if file.name == name]
        if not paths:
            raise SettingsError(f"no lexicon is called {name!r}")
        return paths

    def raw(self, name: str) -> Mapping[str, Any]:
        """Give a TOML lexicon as it stands, files of plugins merged in: lists are joined, tables replaced."""
        import tomllib

        if name not in self._raw:
            merged: dict[str, Any] = {}
            for path in self._paths(name):
                for key, value in tomllib.loads(path.read_text("utf-8")).items():
                    old = merged.get(key)
                    merged[key] = [*old, *value] if isinstance(old, list) and isinstance(value, list) else value
            self._raw[name] = merged
        return self._raw[name]

    def words(self, name: str, key: str) -> frozenset[str]:
        """Give the words of one list of a lexicon."""
        return self.compiled(("words", name, key), lambda: frozenset(self.raw(name)[key]))

    def table(self, name: str, entry: type[T]) -> Mapping[str, T]:
        """Give a lexicon of one table an entry, each read as an `entry` (an attrs class; unknown keys are errors)."""
        return self.compiled(("table", name, entry), lambda: self._read_table(name, entry))

    def _read_table(self, name: str, entry: type[T]) -> dict[str, T]:
        import cattrs

        from newsfacts.explaining import explained

        converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=True)
        try:
            return {key: converter.structure(value, entry) for key, value in self.raw(name).items()}
        except (cattrs.BaseValidationError, cattrs.ForbiddenExtraKeysError) as error:
            raise SettingsError(explained(error, f"lexicon {name}")) from error

    def rows(self, name: str) -> tuple[tuple[str, ...], ...]:
        """Give the rows of a TSV lexicon; lines that start with "#" and empty ones are left out."""
        return self.compiled(("rows", name), lambda: self._read_rows(name))

    def _read_rows(self, name: str) -> tuple[tuple[str, ...], ...]:
        lines = (line for path in self._paths(name) for line in path.read_text("utf-8").splitlines())
        return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))

    def compiled(self, key: object, make: Callable[[], T]) -> T:
        """Give what `make` gives, made once for these lexicons; `key` names it (a function or a tuple will do)."""
        if key not in self._compiled:
            self._compiled[key] = make()
        return self._compiled[key]  # type: ignore[no-any-return]
