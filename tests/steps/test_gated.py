"""The training of the small network behind the tone: numpy alone."""

import numpy as np
import pytest
from tests.benchmarks import gated, softmax
from tests.benchmarks.gated import Words


def made(rows=640):
    """Rows of three words each; a "good" or "bad" word counts only where it stands above the name."""
    random = np.random.RandomState(1)
    kinds, above = random.randint(0, 3, 3 * rows), random.randint(0, 2, 3 * rows)
    looks = np.eye(3, dtype=np.float32)[kinds]
    signs = ((kinds - 1) * above).reshape(rows, 3).sum(1)
    words = Words(looks, kinds + 1, np.stack([above, 2 + kinds % 2], 1), np.full(rows, 3))
    return words, np.sign(signs) + 1


def test_rows_are_taken_with_their_words():
    words, _ = made(6)
    taken = words.taken(np.array([4, 1]))
    assert taken.sizes.tolist() == [3, 3]
    assert (taken.rows == np.concatenate([words.rows[12:15], words.rows[3:6]])).all()
    assert np.allclose(taken.looks, np.concatenate([words.looks[12:15], words.looks[3:6]]))


def test_what_a_word_says_where_it_stands_is_learnt(monkeypatch):
    monkeypatch.setattr(gated, "EPOCHS", 60)
    words, labels = made()
    weights = gated.fit(words, labels, known=4, traits=4, seed=0)
    assert (gated.scores(weights, words).argmax(1) == labels).mean() > 0.9
    assert not weights["own"][0].any()
    again = gated.fit(words, labels, known=4, traits=4, seed=0)
    assert all((again[name] == table).all() for name, table in weights.items())


@pytest.mark.parametrize("name", ["look", "base", "own", "gates", "mix", "lean", "says", "bias"])
def test_slopes_are_those_of_the_loss(monkeypatch, name):
    monkeypatch.setattr(gated, "DROPPED", 0.0)
    words, labels = made(20)
    weights = {key: table.astype(float) for key, table in gated._start(np.random.RandomState(0), 3, 4, 4).items()}

    def loss():
        found = softmax.shares(gated.scores(weights, words))
        return -np.log(found[np.arange(len(labels)), labels]).mean()

    slope = gated._slopes(weights, words, labels, np.random.RandomState(0))[name]
    place = np.unravel_index(np.abs(slope).argmax(), slope.shape)
    before, step = weights[name][place], 1e-3
    weights[name][place] = before + step
    more = loss()
    weights[name][place] = before - step
    assert (more - loss()) / (2 * step) == pytest.approx(slope[place], rel=1e-2)
