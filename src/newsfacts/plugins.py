"""Finds plugins: the built-in ones, those installed with an entry point, and those given."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points, version
from typing import Any, TypeVar

import pluggy
from attrs import field, frozen

from newsfacts import hookspecs
from newsfacts.errors import FactError, PluginConflict, PluginWarning, SettingsError
from newsfacts.extractor import Reading, Step
from newsfacts.facts import KINDS, Fact
from newsfacts.formats import Reader, Writer
from newsfacts.lexicons import LexiconFile, Lexicons

F = TypeVar("F", Reader, Writer)
GROUP = "newsfacts"
KIND_GROUP = "newsfacts.kinds"
BLOCK_VARIABLE = "NEWSFACTS_BLOCK"


@frozen
class Plugin:
    """A plugin as it was found: its name, and the distribution it came with."""

    name: str
    module: Any
    distribution: str = ""
    version: str = ""

    def __str__(self) -> str:
        return f"plugin {self.name!r} of {f'{self.distribution} {self.version}'.strip() or 'this program'}"


class _Runner:
    """The built-in implementation of `newsfacts_run`: the step's own `extract`."""

    @hookspecs.hookimpl(trylast=True)
    def newsfacts_run(self, step: Step, reading: Reading) -> tuple[Fact, ...]:
        return step.extract(reading)


@frozen(eq=False)
class Plugins:
    """The plugins of a pipeline, in the order in which they were registered."""

    members: tuple[Plugin, ...]
    given: tuple[object, ...] = ()
    block: tuple[str, ...] = ()
    installed: bool = True
    manager: pluggy.PluginManager = field(init=False)

    def __attrs_post_init__(self) -> None:
        manager = pluggy.PluginManager(GROUP)
        manager.add_hookspecs(hookspecs)
        manager.register(_Runner(), name="newsfacts.runner")
        for plugin in self.members:
            _register(manager, plugin)
        object.__setattr__(self, "manager", manager)

    def _results(self, hook: str) -> Iterator[tuple[Plugin, Any]]:
        """Call one implementation at a time, so that a result and an error have an owner."""
        for plugin in self.members:
            caller = getattr(self.manager.hook, hook)
            for implementation in caller.get_hookimpls():
                if implementation.plugin is plugin.module:
                    for result in _owned(plugin, hook, implementation.function):
                        yield plugin, result

    def steps(self) -> tuple[Step, ...]:
        """Give the steps of all plugins, unordered."""
        return tuple(
            Step(extractor, plugin.distribution, plugin.version)
            for plugin, extractor in self._results("newsfacts_extractors")
        )

    def lexicons(self) -> Lexicons:
        """Give the word lists, those of plugins added to the built-in ones."""
        found = list(self._results("newsfacts_lexicons"))
        lexicons = Lexicons(_typed(plugin, file, LexiconFile) for plugin, file in found)
        for plugin, file in found:
            try:
                file.read()
            except SettingsError as error:
                raise SettingsError(f"{plugin}: {error}") from error
        return lexicons

    def readers(self) -> dict[str, Reader]:
        """Give the ways in by name."""
        return self._formats(Reader)

    def writers(self) -> dict[str, Writer]:
        """Give the ways out by name."""
        return self._formats(Writer)

    def _formats(self, kind: type[F]) -> dict[str, F]:
        owners: dict[str, Plugin] = {}
        formats: dict[str, F] = {}
        for plugin, given in self._results("newsfacts_formats"):
            if not isinstance(_typed(plugin, given, Reader, Writer), kind):
                continue
            if (other := owners.setdefault(given.name, plugin)) is not plugin:
                raise PluginConflict(f"two {kind.__name__.lower()}s are called {given.name!r}: of {other}, of {plugin}")
            formats[given.name] = given
        return formats

    @cached_property
    def wrappers(self) -> tuple[Plugin, ...]:
        """The plugins that wrap the run of every step."""
        found = self.manager.hook.newsfacts_run.get_hookimpls()
        around = {id(each.plugin) for each in found if each.wrapper or each.hookwrapper}
        return tuple(plugin for plugin in self.members if id(plugin.module) in around)

    def run(self, step: Step, reading: Reading) -> tuple[Fact, ...]:
        """Run a step with all wrappers around it."""
        facts: object = self.manager.hook.newsfacts_run(step=step, reading=reading)
        if not isinstance(facts, Iterable):
            raise FactError(f"newsfacts_run gave {facts!r} for step {step.name!r}; a wrapper must return the facts")
        return tuple(facts)


def _register(manager: pluggy.PluginManager, plugin: Plugin) -> None:
    try:
        manager.register(plugin.module, name=plugin.name)
        manager.check_pending()
    except (pluggy.PluginValidationError, ValueError) as error:
        raise PluginConflict(f"{plugin}: {error}") from error
    if not manager.get_hookcallers(plugin.module):
        raise PluginConflict(f"{plugin} has no hooks; an extractor is added by pipeline.adding(...)")


def _owned(plugin: Plugin, hook: str, function: Callable[[], Iterable[Any]]) -> tuple[Any, ...]:
    try:
        return tuple(function())
    except Exception as error:  # (a plugin may fail in any way; what it fails in must be told)
        raise PluginConflict(f"{plugin}, {hook}: {type(error).__name__}: {error}") from error


def _typed(plugin: Plugin, value: Any, *kinds: type[Any]) -> Any:  # (what a hook gave)
    if not isinstance(value, kinds):
        due = " or ".join(kind.__name__ for kind in kinds)
        raise PluginConflict(f"{plugin} gave a {type(value).__name__} where a {due} is due")
    return value


def find(*, given: Iterable[object] = (), block: Iterable[str] = (), installed: bool = True) -> Plugins:
    """Give the built-in plugin, the installed ones and those `given` (modules, or objects with hook methods).

    Plugins named in `block` or in the environment variable NEWSFACTS_BLOCK (with commas) are left out; the name of a
    distribution stands for all that it brings. An installed plugin that fails to import is skipped with a warning.
    """
    from newsfacts import steps  # (the built-in plugin stands on the public API, this module with it)

    given, block = tuple(given), tuple(block)
    blocked = {*block, *_blocked()}
    found = [Plugin("newsfacts", steps, "newsfacts", version("newsfacts"))]
    if installed:
        found += filter(None, map(_load, _points(GROUP, blocked)))
    found += (
        Plugin(getattr(module, "__name__", type(module).__qualname__) + f"#{i}", module)
        for i, module in enumerate(given)
    )
    kept = tuple(plugin for plugin in found if plugin.name not in blocked)
    return Plugins(kept, given, tuple(block), installed)


def _blocked() -> set[str]:
    """What the environment leaves out."""
    return set(filter(None, (name.strip() for name in os.environ.get(BLOCK_VARIABLE, "").split(","))))


def _points(group: str, blocked: set[str]) -> Iterator[EntryPoint]:
    """The entry points of a group by name, without those that are blocked by their name or their distribution's."""
    for point in sorted(entry_points(group=group), key=lambda point: (point.name, point.value)):
        if blocked.isdisjoint((point.name, point.dist.name if point.dist else "")):
            yield point


def _load(point: EntryPoint) -> Plugin | None:
    distribution = point.dist.name if point.dist else ""
    number = point.dist.version if point.dist else ""
    try:
        return Plugin(point.name, point.load(), distribution, number)
    except Exception as error:  # (a plugin may fail in any way when it is imported)
        warnings.warn(
            f"plugin {point.name!r} of {distribution} {number} could not be loaded and is skipped: "
            f"{type(error).__name__}: {error} (install it again if a module or class has another name now)",
            PluginWarning,
            stacklevel=3,
        )
        return None


def installed_kinds(extra: Iterable[type[Fact]] = ()) -> dict[str, type[Fact]]:
    """Give the kinds of facts by name: the built-in ones, `extra`, and those of the entry points newsfacts.kinds."""
    kinds: dict[str, Plugin] = {}
    for plugin in (*(Plugin(kind.kind, kind) for kind in (*KINDS, *extra)), *_entry_point_kinds()):
        other = kinds.setdefault(plugin.module.kind, plugin)
        if other.module is not plugin.module:
            raise PluginConflict(
                f"two kinds are called {plugin.module.kind!r}: {_whose(other)} and {_whose(plugin)}; rename one, "
                f"or leave one distribution out: {BLOCK_VARIABLE}={plugin.distribution or other.distribution or 'NAME'}"
            )
    return {name: plugin.module for name, plugin in kinds.items()}


def _whose(plugin: Plugin) -> str:
    """A kind and where it comes from."""
    place = f"{plugin.module.__module__}.{plugin.module.__qualname__}"
    return f"{place} of {plugin.distribution} {plugin.version}" if plugin.distribution else place


def _entry_point_kinds() -> Iterator[Plugin]:
    for point in _points(KIND_GROUP, _blocked()):
        if (loaded := _load(point)) is None:
            continue
        if not (isinstance(loaded.module, type) and issubclass(loaded.module, Fact)):
            raise PluginConflict(f"entry point {point.name!r} of {loaded.distribution} is no kind of fact")
        yield loaded


__all__ = ["GROUP", "KIND_GROUP", "Plugin", "Plugins", "find", "installed_kinds"]
