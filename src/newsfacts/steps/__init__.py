"""The built-in steps, word lists and formats: a plugin like any other, on the public API only."""

from __future__ import annotations

from collections.abc import Iterable

from newsfacts import Extractor, Reader, Writer, hookimpl
from newsfacts.render.formats import READERS, WRITERS
from newsfacts.steps.entities import Entities, Mentions
from newsfacts.steps.events import Events, TimeAnchors
from newsfacts.steps.layout import Blocks, Bylines, Credits, Datelines, Headlines, Provenances, Publication
from newsfacts.steps.quantities import Figures, Quantities
from newsfacts.steps.sourcing import Claims, Factualities, Quotations
from newsfacts.steps.stance import Stances, Tones
from newsfacts.steps.times import Times


@hookimpl
def newsfacts_extractors() -> Iterable[Extractor]:
    """The built-in steps."""
    return (
        Blocks(),
        Headlines(),
        Bylines(),
        Datelines(),
        Credits(),
        Publication(),
        Provenances(),
        Mentions(),
        Entities(),
        Times(),
        Quantities(),
        Quotations(),
        Events(),
        TimeAnchors(),
        Claims(),
        Factualities(),
        Figures(),
        Stances(),
        Tones(),
    )


@hookimpl
def newsfacts_formats() -> Iterable[Reader | Writer]:
    """The built-in ways in and out."""
    return (*READERS, *WRITERS)
