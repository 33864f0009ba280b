"""The article itself: its blocks, and who wrote, sent and first reported it."""

from newsfacts.steps.layout.provenance import Provenances
from newsfacts.steps.layout.steps import Blocks, Bylines, Credits, Datelines, Headlines, Publication

__all__ = ["Blocks", "Bylines", "Credits", "Datelines", "Headlines", "Provenances", "Publication"]
