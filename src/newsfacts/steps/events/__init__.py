"""The steps that find events, and the events that times hang on."""

from newsfacts.steps.events.anchors import TimeAnchors
from newsfacts.steps.events.step import Events

__all__ = ["Events", "TimeAnchors"]
