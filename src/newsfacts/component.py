"""newsfacts as a component of somebody's spaCy pipeline: `nlp.add_pipe("newsfacts")`, then `doc._.newsfacts`."""

from __future__ import annotations

from typing import Any

from attrs import frozen
from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.article import Article
from newsfacts.codec import dump, load
from newsfacts.pipeline import Pipeline
from newsfacts.pipeline import load as load_pipeline
from newsfacts.records import Record

KEY = "newsfacts"


@frozen(eq=False)
class Component:
    """Reads a parsed document and keeps its article as JSON data in `doc.user_data`, so that it can be serialised."""

    pipeline: Pipeline

    def __call__(self, doc: Doc) -> Doc:
        """Read the document and keep its article."""
        article = self.pipeline.read(Record(text=doc.text), doc, on_error=self.pipeline.on_error or "raise")
        doc.user_data[KEY] = dump(article)
        return doc


def article_of(doc: Doc) -> Article | None:
    """Give the article that the component made of a document, or None where it has not run."""
    plain: Any = doc.user_data.get(KEY)
    return None if plain is None else load(plain)


def make_component(nlp: Language, name: str, without: list[str], settings: dict[str, dict[str, Any]]) -> Component:
    """Make the component called `name`: the factory behind `nlp.add_pipe("newsfacts")`."""
    del name  # spaCy tells it; the component needs none
    if not Doc.has_extension(KEY):
        Doc.set_extension(KEY, getter=article_of)
    return Component(load_pipeline(nlp, without=without, settings=settings))


Language.factory(
    "newsfacts", default_config={"without": [], "settings": {}}, assigns=["doc._.newsfacts"], func=make_component
)
