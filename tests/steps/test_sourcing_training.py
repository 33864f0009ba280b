"""Weights that decide which candidates are claims: their file, their effect, and how they are learnt."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import newsfacts
from newsfacts import RecordError, SettingsError, cli, json_record
from newsfacts.steps.sourcing import Claims
from newsfacts.steps.sourcing.training import Example, Lesson, Marked, train
from newsfacts.steps.sourcing.weights import Weights
from newsfacts.training import lessons

WEIGHTS = str(Path(__file__).with_name("claim_weights.tsv"))
SAMPLE = Path(__file__).parents[1] / "benchmarks" / "sample" / "sourcing" / "tune.jsonl"


def cues(article):
    return [" ".join(map(article.__getitem__, claim.cue)) for claim in article.claims]


def test_weights_drop_candidates_and_look_beyond_the_word_lists(pipeline) -> None:
    text = "Hill said that the harbour had closed. Orr meandered about the reasons for it."
    weighed = pipeline.with_settings("claims", weights=WEIGHTS)(text)
    assert cues(pipeline(text)) == ["said"]
    assert cues(weighed) == ["meandered about"]
    assert weighed.claims[0].rule == "unlisted-preposition-about"


def test_a_file_of_weights_is_read_as_it_was_written(tmp_path) -> None:
    weights = Weights({"bias": -0.5, "cue=warn": 1.25})
    path = tmp_path / "weights.tsv"
    path.write_text(weights.written("Two weights.\nLicence: none needed."), "utf-8")
    assert Weights.read(str(path)) == weights
    assert path.read_text("utf-8").startswith("# Two weights.\n# Licence")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (None, "no file of weights"),
        ("bias\tmuch\n", "line 1: expected evidence"),
        ("cue=say\t1\n", "no weights of claims"),
    ],
)
def test_what_is_no_file_of_weights_is_a_settings_error(pipeline, tmp_path, content, complaint) -> None:
    path = tmp_path / "weights.tsv"
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(SettingsError, match=f"{complaint}(.|\n)*@ steps.claims"):
        pipeline.with_settings("claims", weights=str(path))


def test_weights_are_a_path() -> None:
    with pytest.raises(TypeError, match="path of a file"):
        Claims(weights=5)


def test_what_tells_claims_from_others_is_learnt() -> None:
    likely, unlikely = frozenset({"cue=say", "any"}), frozenset({"cue=run", "any"})
    taught = [Lesson((Example(likely, True, True), Example(unlikely, False, True)), 1)] * 10
    trained = train(taught, 5)
    assert trained.weights.probability(likely) >= 0.5 > trained.weights.probability(unlikely)
    assert (trained.rules.precision, trained.unseen.precision, trained.unseen.recall) == (0.5, 1.0, 1.0)


def test_candidates_inside_a_marked_content_teach_nothing(pipeline) -> None:
    text = "Hill said that Orr had warned that the harbour would close. Ray left, and Ray warned that it would rain."
    mark = {"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 58]]}
    [taught] = lessons(pipeline, [{"id": "a", "text": text, "attributions": [mark]}])
    shown = {kind: each.is_claim for each in taught.examples for kind in each.evidence if kind.startswith("cue=")}
    assert shown["cue=say"] is True
    assert shown["cue=warn"] is False  # (the second one; the first stands in what Hill said)
    assert sum("cue=warn" in each.evidence for each in taught.examples) == 1


@pytest.mark.parametrize(
    ("record", "complaint"),
    [
        ({"text": "Hill left."}, "article 1: attributions: expected a list"),
        ({"text": "Hill left.", "attributions": ["Hill"]}, "expected objects"),
        ({"text": "Hill left.", "attributions": [{"cue": [[0, 99]]}]}, "inside the text"),
        ({"text": "Hill left.", "attributions": [{"cue": 5}]}, r"cue: expected a list of \[start, end\]"),
        (json_record(b"{"), "article 1: no JSON"),
    ],
)
def test_a_record_that_is_no_marked_article_is_told(pipeline, record, complaint) -> None:
    with pytest.raises(RecordError, match=complaint):
        list(lessons(pipeline, [record]))


def test_marks_without_a_cue_are_left_out(pipeline) -> None:
    row = {"text": "“It rains.” Hill left.", "attributions": [{"source": [], "cue": [], "content": [[0, 11]]}]}
    [taught] = lessons(pipeline, [row])
    assert taught.marked == 0
    assert Marked.of(row["attributions"][0], row["text"]).content[0].end == 11


def test_the_command_writes_weights_that_the_step_reads(capsys, tmp_path) -> None:
    out = tmp_path / "claims.tsv"
    with pytest.raises(SystemExit) as done:
        cli.main(["train-claims", str(SAMPLE), "--out", str(out), "--folds", "3"])
    assert done.value.code == 0
    assert "with weights, unseen articles" in capsys.readouterr().out
    rows = [json.loads(line) for line in SAMPLE.read_text("utf-8").splitlines()]
    weighed = newsfacts.load(settings={"claims": {"weights": str(out)}})
    assert all(len(weighed(row["text"]).claims) >= len(row["attributions"]) for row in rows)


def test_too_few_articles_are_told(capsys, tmp_path) -> None:
    with pytest.raises(SystemExit) as done:
        cli.main(["train-claims", str(SAMPLE), "--out", str(tmp_path / "claims.tsv")])
    assert done.value.code == 2
    assert "3 articles are too few for 5 folds" in capsys.readouterr().err
