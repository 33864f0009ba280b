"""A plugin that is a module: it wraps every step and changes nothing."""

from collections.abc import Generator

from newsfacts import Fact, hookimpl


@hookimpl(wrapper=True)
def newsfacts_run() -> Generator[None, tuple[Fact, ...], tuple[Fact, ...]]:
    """Give the facts as they are."""
    return (yield)
