"""How many and how much: the quantities of a text, and the figures that claims report."""

from .figures import Figures
from .step import Quantities

__all__ = ["Figures", "Quantities"]
