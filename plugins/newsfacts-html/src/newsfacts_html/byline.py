"""The byline of a page: what its metadata says, checked against what the page shows."""

from __future__ import annotations

from collections.abc import Iterable

from newsfacts_html.lines import folded
from newsfacts_html.linked_data import Described

LONGEST_LINE = 160
CUE = "by "


def checked_byline(known: Described, text: Iterable[str], marked: Iterable[str]) -> str | None:
    """Give the names of the metadata that the page shows; else the byline it shows; else the names unchecked.

    Metadata that names nobody but the outlet, or an address, tells nothing.

    >>> checked_byline(Described(authors=("Ann Lee", "Site Admin")), ["Ferries collide", "By Ann Lee"], [])
    'Ann Lee'
    >>> checked_byline(Described(authors=("Site Admin",)), ["Ferries collide", "By Ann Lee"], [])
    'By Ann Lee'
    >>> checked_byline(Described(authors=("Ann Lee", "Bo Ek")), ["Ferries collide"], [])
    'Ann Lee and Bo Ek'
    """
    visible = [line for line in (*text, *marked) if len(line) <= LONGEST_LINE]
    shown = {folded(line) for line in visible}
    names = [name for name in known.authors if _is_name(name, known.outlet)]
    seen = [name for name in names if any(f" {folded(name)} " in f" {line} " for line in shown)]
    if seen:
        return _listed(seen)
    return _shown(visible, list(marked)) or _listed(names)


def _is_name(name: str, outlet: str | None) -> bool:
    if "/" in name or "@" in name or not folded(name):
        return False
    return not outlet or folded(name) != folded(outlet)


def _shown(visible: list[str], marked: list[str]) -> str | None:
    """Give the first short line that begins like a byline, else the first that the markup calls one."""
    cued = (line for line in visible if line.lower().startswith(CUE) and line[len(CUE) : len(CUE) + 1].isupper())
    return next((line for line in cued if line[-1] not in ".!?"), next(iter(marked), None))


def _listed(names: list[str]) -> str | None:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or None
