"""What can go wrong.

    NewsfactsError
    ├── NoPipelineError         no spaCy pipeline, or one that lacks what a step reads
    ├── PlanError               a step needs what nobody gives, or steps need one another in a circle
    ├── PluginConflict          two plugins claim one name, one step or one kind
    ├── SettingsError           a setting that does not exist or has the wrong type
    ├── FactError               a step gave something that is no fact of this article
    ├── StepError               a step failed on an article
    └── RecordError             an input record that cannot be read
        └── CodecError          JSON that is no article
    PluginWarning (a warning)   a plugin could not be loaded and was skipped

Every message says what was found, where, and what to do.
"""

from __future__ import annotations


class NewsfactsError(Exception):
    """The parent of all errors of newsfacts."""


class NoPipelineError(NewsfactsError):
    """There is no spaCy pipeline, or it does not annotate what a step reads."""


class PlanError(NewsfactsError):
    """The steps cannot be ordered: something needed is not given, or the needs run in a circle."""


class PluginConflict(NewsfactsError):
    """Two plugins claim one name, replace one step or declare one kind."""


class SettingsError(NewsfactsError):
    """A setting does not exist, or has the wrong type."""


class FactError(NewsfactsError):
    """A step gave something that is no fact of this article: a wrong kind, span, id or reference."""


class StepError(NewsfactsError):
    """A step failed on an article; the cause is attached."""


class RecordError(NewsfactsError):
    """An input record cannot be read as an article."""


class CodecError(RecordError):
    """JSON that is no article, or whose spans do not agree with its text."""


class PluginWarning(UserWarning):
    """A plugin could not be loaded and was skipped."""
