"""Finds the names: spaCy's entity recogniser with its weights, decoded for all words at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline.ner import DEFAULT_NER_MODEL, EntityRecognizer  # type: ignore[import-not-found]
from spacy.tokens import Doc, Span
from thinc.api import Model, NumpyOps

Floats: TypeAlias = Any
"""An array of scores, as thinc gives them."""
Name: TypeAlias = tuple[int, int, str]
"""A name: its first token, the one after its last, its label."""

FEATURES: Final = 3
"""What the model looks at: the word; inside a name also the first word of the name, and the word before."""
STARTS: Final = 1
"""What spaCy calls a word that opens a sentence."""


class Scores:
    """The last layers of the model over the words of some documents."""

    def __init__(self, model: Model[Any, Any], docs: Sequence[Doc]) -> None:
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self.seen: Floats = lower.predict(model.get_ref("tok2vec").predict(docs))
        """What each feature tells where a word fills it; the first row is that of a feature without a word."""
        self.bias: Floats = lower.get_param("b")
        self.weights: Floats = upper.get_param("W")
        self.offsets: Floats = upper.get_param("b")
        self.gemm = upper.ops.gemm

    def outside(self) -> Floats:
        """Give the scores of all moves at every word, as they are where no name is open."""
        none = self.seen[0]
        hidden = _largest(self.seen[1:, 0] + none[1] + none[2] + self.bias)
        return self.gemm(hidden, self.weights, trans2=True) + self.offsets

    def inside(self, word: int, first: int, moves: Sequence[int]) -> Floats:
        """Give the scores of some moves at a word of a name that began with the word `first`."""
        seen = self.seen
        hidden = _largest(seen[word + 1, 0] + seen[first + 1, 1] + seen[word, 2] + self.bias)
        return self.weights[moves] @ hidden + self.offsets[moves]


def _largest(pieces: Floats) -> Floats:
    """The larger of two or more pieces of each number; along so short an axis numpy's own `max` takes its time."""
    return reduce(np.maximum, (pieces[..., piece] for piece in range(pieces.shape[-1])))


class Moves:
    """The moves of the recogniser by their place: those that open, go on with, close or are a name, and "O"."""

    def __init__(self, names: Sequence[str]) -> None:
        places = {name: place for place, name in enumerate(names)}
        self.opening = [place for name, place in places.items() if name.startswith("B-")]
        self.single = [place for name, place in places.items() if name.startswith("U-") and name != "U-"]
        self.none = places["O"]
        self.label = {place: names[place][2:] for place in (*self.opening, *self.single)}
        self.within = {
            place: [places[f"I-{self.label[place]}"], places[f"L-{self.label[place]}"]] for place in self.opening
        }

    def best(self, scores: Floats, blank: NDArray[np.bool_], last: NDArray[np.bool_]) -> NDArray[np.intp]:
        """Give the best move at each word where no name is open; none opens before a sentence ends, or on a blank."""
        possible = [*self.opening, *self.single, self.none]
        allowed = scores[:, possible]
        opening, naming = len(self.opening), len(possible) - 1
        allowed[last, :opening] = -np.inf
        allowed[blank, :naming] = -np.inf
        found: NDArray[np.intp] = np.array(possible)[allowed.argmax(axis=1)]
        return found


class Names(list[list[Name]]):
    """The names of some documents: what the quick way gives in place of spaCy's states."""


class NameFinder(EntityRecognizer):  # type: ignore[misc]  # (spaCy's class has no types)
    """The entity recogniser of spaCy, several times as fast.

    spaCy asks at each word of each move whether it is possible. Outside a name the scores of a word depend on that word
    alone: here they are made for all words at once, and only the words inside names are gone through one by one.
    """

    def predict(self, docs: Doc | Iterable[Doc]) -> Any:
        """Give the names of each document, or spaCy's states where the quick way is not open."""
        several = [docs] if isinstance(docs, Doc) else [*docs]
        return self._names(several) if self._is_plain(several) else super().predict(several)

    def set_annotations(self, docs: Iterable[Doc], states_or_beams: Any) -> None:
        """Write the names into the documents."""
        if not isinstance(states_or_beams, Names):
            super().set_annotations(docs, states_or_beams)
            return
        for doc, names in zip(docs, states_or_beams, strict=True):
            doc.set_ents([Span(doc, start, end, label=label) for start, end, label in names], default="outside")

    def _is_plain(self, docs: Sequence[Doc]) -> bool:
        """Whether the model is one that is decoded here, and no document has names yet."""
        model = self.model
        return (
            isinstance(model.ops, NumpyOps)
            and self.cfg["beam_width"] == 1
            and model.attrs["has_upper"]
            and not model.attrs["unseen_classes"]
            and model.get_ref("lower").get_dim("nF") == FEATURES
            and any(map(len, docs))
            and not any(doc.to_array(["ENT_IOB"]).any() for doc in docs)
        )

    def _names(self, docs: Sequence[Doc]) -> Names:
        moves = Moves([*map(self.moves.get_class_name, range(self.moves.n_moves))])
        scores = Scores(self.model, docs)
        outside, found, start = scores.outside(), Names(), 0
        for doc in docs:
            end = start + len(doc)
            blank, opens = doc.to_array(["IS_SPACE", "SENT_START"]).T if len(doc) else np.zeros((2, 0))
            last = np.append(opens[1:] == STARTS, True)[: len(doc)]
            best = moves.best(outside[start:end], blank > 0, last)
            found.append([*_decoded(moves, scores, best, last, start)])
            start = end
        return found


def _decoded(
    moves: Moves, scores: Scores, best: NDArray[np.intp], last: NDArray[np.bool_], offset: int
) -> Iterator[Name]:
    """The names of a document, its words counted from `offset`; `last` are the words that no name goes beyond."""
    after = 0
    for first in np.flatnonzero(best != moves.none).tolist():
        if first < after:
            continue
        move = int(best[first])
        after = first + 1
        if move in moves.within:
            inner_and_last = moves.within[move]
            while not last[after]:
                going_on, closing = scores.inside(offset + after, offset + first, inner_and_last)
                if going_on < closing:
                    break
                after += 1
            after += 1
        yield first, after, moves.label[move]


def make_name_finder(
    nlp: Language,
    name: str,
    *,
    model: Model[Any, Any],
    moves: Any,
    update_with_oracle_cut_size: int,
    incorrect_spans_key: str | None,
    scorer: Any,
) -> NameFinder:
    """Make the component: the factory behind `nlp.add_pipe("newsfacts_ner")`, with the settings of spaCy's "ner"."""
    return NameFinder(
        nlp.vocab,
        model,
        name,
        moves=moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        incorrect_spans_key=incorrect_spans_key,
        scorer=scorer,
    )


FACTORY: Final = "newsfacts_ner"

Language.factory(
    FACTORY,
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={
        "moves": None,
        "update_with_oracle_cut_size": 100,
        "model": DEFAULT_NER_MODEL,
        "incorrect_spans_key": None,
        "scorer": {"@scorers": "spacy.ner_scorer.v1"},
    },
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
    func=make_name_finder,
)
