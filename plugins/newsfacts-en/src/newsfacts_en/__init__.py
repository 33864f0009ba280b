"""The English spaCy pipeline of newsfacts: tags, lemmas, Universal Dependencies and names of news.

>>> import newsfacts_en
>>> nlp = newsfacts_en.load()
>>> [(name.text, name.label_) for name in nlp("Angela Merkel flew to Paris.").ents]
[('Angela Merkel', 'PERSON'), ('Paris', 'GPE')]
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["__version__", "load"]

__version__ = version("newsfacts-en")


def load(**overrides: Any) -> Language:
    """The pipeline; takes what ``spacy.load`` takes (``exclude``, ``disable``, ``enable``, ``config``, ``vocab``).

    The weights lie on disk with 16 bits and are widened here to the 32 that the components compute with, so load the
    package, not its folder.
    """
    from spacy.util import load_model_from_path

    from newsfacts_en.weights import cast

    nlp = load_model_from_path(Path(__file__).parent / "model", **overrides)
    cast(nlp, "float32")
    return nlp
