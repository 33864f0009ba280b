"""Who is for or against what: stances by rules over the parse, and the tone toward a name."""

from newsfacts.steps.stance.pairs import stance_between
from newsfacts.steps.stance.positions import Position, positions
from newsfacts.steps.stance.step import Stances, Tones
from newsfacts.steps.stance.tone import tone_toward

__all__ = ["Position", "Stances", "Tones", "positions", "stance_between", "tone_toward"]
