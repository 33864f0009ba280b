"""What somebody puts at a figure, and adjectives that stand for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsfacts.syntax import Syntax


def put_at(syntax: Syntax, verb: Token, below: Token) -> Token | None:
    """Give what somebody puts at a figure or gives as one: "put the toll at 70", "gave the number of dead as 43"."""
    at, lemma = syntax.preposition(below), verb.lemma_.lower()
    if (at == "at" and lemma in {"estimate", "put"}) or (at == "as" and lemma in {"give", "list", "report"}):
        return syntax.object(verb)
    return None


def stands_for_people(syntax: Syntax, word: Token) -> bool:
    """Tell whether an adjective or participle stands for people: "the dead", "the number of injured"."""
    return syntax.determiner(word) is not None or (syntax.preposition(word) == "of" and syntax.role(word) == "nmod")
