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

    The weights lie on disk with 16 bits and are widened here, so load the package, not its folder. Names are found by
    the quick recogniser of this package, with the weights of spaCy's.
    """
    from spacy.util import load_model_from_path

    from newsfacts_en.names import FACTORY

    config = {"components.ner.factory": FACTORY, **overrides.pop("config", {})}
    nlp = load_model_from_path(Path(__file__).parent / "model", config=config, **overrides)
    _widen(nlp)
    return nlp


def _widen(nlp: Language) -> None:
    """Give every weight the 32 bits that the components compute with."""
    from thinc.api import Model

    for _, component in nlp.components:
        if isinstance(model := getattr(component, "model", None), Model):
            for node in model.walk():
                for name in node.param_names:
                    if node.has_param(name):
                        wide: Any = node.get_param(name).astype("float32")
                        node.set_param(name, wide)
    nlp.vocab.vectors.data = nlp.vocab.vectors.data.astype("float32")
