"""The command line, as people type it."""

from __future__ import annotations

import json
import subprocess
import sys

import jsonschema
import pytest

from newsfacts import inputs

ARTICLE = "Harbour closes\nBy Ann Lee\nMayor Ingrid Solberg said that over 30 people were hurt.\n"


def newsfacts(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "newsfacts", *arguments], input=given, capture_output=True, check=False
    )


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    return str(path)


def test_a_file_alone_is_read(article) -> None:
    done = newsfacts(article)
    shown = done.stdout.decode()
    assert done.returncode == 0
    assert "by Ann Lee" in shown
    assert "Ingrid Solberg" in shown
    assert "> 30" in shown


def test_a_file_may_be_followed_by_options_and_brackets_are_no_markup(tmp_path) -> None:
    path = tmp_path / "brackets.txt"
    path.write_text('"The [/b] plan is bad," Ann Lee said. Mayor Jo Byrne opposes the plan.\n', "utf-8")
    done = newsfacts(str(path), "--published", "2024-11-18")
    assert done.returncode == 0, done.stderr.decode()
    assert "published 2024-11-18" in done.stdout.decode()
    assert "The [/b] plan" in done.stdout.decode()


def test_a_bad_date_on_the_command_line_is_a_usage_error() -> None:
    done = newsfacts("read", "-", "--published", "18/11/2024", given=ARTICLE.encode())
    assert done.returncode == 2
    assert "--published: expected an ISO 8601 date" in done.stderr.decode()


def test_standard_input_is_read_as_json() -> None:
    done = newsfacts("read", "-", "--format", "json", "--published", "2024-11-18", given=ARTICLE.encode())
    plain = json.loads(done.stdout)
    assert (done.returncode, plain["text"], plain["metadata"]["published"]) == (0, ARTICLE, "2024-11-18")


def test_extract_writes_a_line_for_every_line(tmp_path) -> None:
    lines = [
        json.dumps({"id": "a", "text": ARTICLE}),
        "no json",
        json.dumps({"id": "b", "text": None}),
        json.dumps({"id": "a", "text": "Twice."}),
        json.dumps({"text": "No id."}),
        '{"id": "c", "text": "A line\u2028separator is no line end."}',
        '{"id": "d", "text": "A lone surrogate: \\ud800"}',
    ]
    done = newsfacts("extract", "--jsonl", "-", given="\n".join(lines).encode())
    written = [json.loads(line) for line in done.stdout.split(b"\n") if line]
    assert done.returncode == 1
    assert [record["id"] for record in written] == ["a", None, "b", "a", None, "c", "d"]
    assert [len(record.get("problems", ())) for record in written] == [0, 1, 1, 1, 1, 0, 1]
    assert "5 records have problems" in done.stderr.decode()


def test_extract_reads_the_files_of_a_folder_by_their_names(tmp_path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "deep" / "b.csv").write_text("text\nOne ferry sank.\nTwo ferries sank.\n", "utf-8")
    (tmp_path / "c.txt").write_bytes(b"caf\xe9")
    (tmp_path / "picture.png").write_bytes(b"no article")
    done = newsfacts("extract", str(tmp_path))
    written = [json.loads(line) for line in done.stdout.split(b"\n") if line]
    names = ["a.txt", "c.txt", "deep/b.csv, number 1", "deep/b.csv, number 2"]
    assert [record["id"] for record in written] == [str(tmp_path / name) for name in names]
    assert [record["text"] for record in written] == [ARTICLE, "", "One ferry sank.", "Two ferries sank."]
    assert [len(record.get("problems", ())) for record in written] == [0, 1, 0, 0]


def test_several_files_are_shown_one_after_another(article, tmp_path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Two ferries sank.", "utf-8")
    done = newsfacts(article, str(other), "--format", "jsonl")
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == [ARTICLE, "Two ferries sank."]


def test_bytes_that_are_no_text_are_one_clear_line(tmp_path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(b"caf\xe9")
    done = newsfacts("read", str(path))
    assert (done.returncode, done.stderr.decode().splitlines()) == (
        1,
        ["newsfacts: record 'number 1': no UTF-8: unexpected end of data at byte 3"],
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("there-is-no-such-file.txt",), "there-is-no-such-file.txt: No such file or directory"),
        (("diff", "-", "-"), "there are no articles to read; name some files"),
        (("read", "there-is-no-such-file.txt"), "there-is-no-such-file.txt: No such file or directory"),
        (("read", "-", "--format", "pdf"), "--format pdf: there is no such format; formats: "),
        (("read", "-", "--without", "stence"), "there is no step 'stence' to leave out; steps: "),
        (("read", "-", "--pipeline", "en_no_such"), "spaCy cannot load a pipeline 'en_no_such'"),
        (("extract", "--jsonl", "-", "--format", "text"), "--format text: not a format of one line an article"),
        (("extract",), "name files and folders to read, or --jsonl FILE with a record a line"),
        (("extract", "-", "--jsonl", "-"), "name files and folders to read, or --jsonl FILE with a record a line"),
        (("extract", "there-is-no-such-file.txt"), "there-is-no-such-file.txt: No such file or directory"),
        (("extract", "."), ".: there are no articles in this folder; endings: "),
        (("read", "."), ". is a folder; newsfacts extract . reads all articles in it"),
        (("read", "-", "--field", "txt=body"), "--field txt=body: expected FIELD=NAME, with a field of text, id, "),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(arguments, message, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = newsfacts(*arguments)
    assert done.returncode == 2
    assert message in " ".join(done.stderr.decode().split())
    assert "Traceback" not in done.stderr.decode()


def test_web_pages_need_a_plugin() -> None:
    with pytest.raises(inputs.Usage, match=r"page\.html: web pages need a reader; install newsfacts-html"):
        inputs.reader("page.html", {})


ROWS = b"story,heading,body\nMayor Ingrid Solberg spoke.,Mayor speaks,A wrong text.\n"


def test_fields_have_the_names_that_the_command_line_says(tmp_path) -> None:
    path = tmp_path / "articles.csv"
    path.write_bytes(ROWS)
    done = newsfacts("read", str(path), "--field", "text=story", "--field", "headline=heading", "--format", "jsonl")
    plain = json.loads(done.stdout)
    assert (plain["text"], plain["metadata"]["headline"]) == ("Mayor Ingrid Solberg spoke.", "Mayor speaks")


def test_extract_finds_fields_under_other_names() -> None:
    lines = b'{"uuid": "a", "story": "Two ferries collided."}\n{"uuid": "b", "text": "Not here."}'
    done = newsfacts("extract", "--jsonl", "-", "--field", "text=story", "--field", "id=uuid", given=lines)
    found, missing = (json.loads(line) for line in done.stdout.split(b"\n") if line)
    assert (found["id"], found["text"]) == ("a", "Two ferries collided.")
    assert missing["problems"][0]["message"].startswith("text: missing; the record has 'uuid'")


def test_plan_shows_every_step_with_its_plugin() -> None:
    shown = newsfacts("plan").stdout.decode()
    for step in ("blocks", "byline", "entities", "quantities", "claims", "events", "stance"):
        assert step in shown
    assert "newsfacts 0.1.0" in shown


def test_schema_is_a_json_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(newsfacts("schema").stdout))


def test_help_does_not_load_spacy() -> None:
    code = "import sys, newsfacts.cli; assert 'spacy' not in sys.modules; print('light')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "light\n"
