"""Who and what an article mentions: the steps `mentions` and `entities`."""

from newsfacts.steps.entities.entities import Entities
from newsfacts.steps.entities.mentions import Mentions

__all__ = ["Entities", "Mentions"]
