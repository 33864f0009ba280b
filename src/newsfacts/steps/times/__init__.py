"""The step that finds times: dates, times of day, lengths, repeated times, and times told by an event."""

from newsfacts.steps.times.step import Times

__all__ = ["Times"]
