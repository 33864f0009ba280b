"""Who is for or against what: stances by rules over the parse, and the tone toward a name."""

from newsfacts.steps.stance.step import Stances, Tones
from newsfacts.steps.stance.tone import tone_toward

__all__ = ["Stances", "Tones", "tone_toward"]
