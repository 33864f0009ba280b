"""Marked sentences, files of them, and the pytest plugin."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest

from newsfacts import Article, Claim, Party, Quantity, Quotation, Span
from newsfacts.facts import Interval
from newsfacts.testing.files import read_examples
from newsfacts.testing.marking import Marked, Unmarked, check_marked, notation
from newsfacts.testing.pictures import pictured

SENTENCE = "[Turner]{source} [said]{cue} [the [plan]{content 2} had failed]{content}."


def claims() -> Article:
    text = Marked.read(SENTENCE).text
    claim = Claim(
        span=Span(0, 31), source=Party(form="UNNAMED", span=Span(0, 6)), cue=(Span(7, 11),), content=(Span(12, 31),)
    )
    return Article(text=text, facts=[claim])


def test_marks_may_hold_marks_and_speak_of_several_facts() -> None:
    marked = Marked.read(SENTENCE)
    assert marked.text == "Turner said the plan had failed."
    assert marked.numbers == (1, 2)
    assert marked.spans("content", 2) == (Span(16, 20),)
    assert marked["content"].of(marked.text) == "the plan had failed"


@pytest.mark.parametrize("notation", ["[Turner", "Turner]{source}", "[Turner] said", "[]{source}", "[Turner]{source"])
def test_a_sentence_that_is_marked_wrongly_is_told(notation) -> None:
    with pytest.raises(Unmarked, match=r"Turner|words"):
        Marked.read(notation)


def test_a_backslash_makes_a_bracket_plain() -> None:
    assert Marked.read(r"\[sic\] \\ [no]{span}").text == r"[sic] \ no"


def test_the_marked_facts_are_found() -> None:
    check_marked(claims(), Claim, "[Turner]{source} [said]{cue status=ASSERTED} [the plan had failed]{content}.")
    check_marked(claims(), Claim, "Turner said the plan had failed.", others=True)


def test_a_difference_is_shown_with_carets_and_the_sentence_that_would_hold() -> None:
    with pytest.raises(AssertionError) as caught:
        check_marked(claims(), Claim, "[Turner]{source} said the [plan had failed]{content}.")
    assert str(caught.value).splitlines() == [
        "1 of 1 claim facts not found, 1 not marked",
        "Turner said the plan had failed.",
        "^^^^^^ source (marked)",
        "Turner said the plan had failed.",
        "                ^^^^^^^^^^^^^^^ content (marked)",
        "Turner said the plan had failed.",
        "^^^^^^ source (found, rule ?)",
        "Turner said the plan had failed.",
        "            ^^^^^^^^^^^^^^^^^^^ content (found, rule ?)",
        "this would hold:",
        "    [Turner]{source} said [the plan had failed]{content}.",
    ]


def test_what_is_not_marked_must_not_be_found() -> None:
    with pytest.raises(AssertionError, match="0 of 0 claim facts not found, 1 not marked"):
        check_marked(claims(), Claim, "Turner said the plan had failed.")


def test_a_field_inside_a_field_is_marked_with_a_path() -> None:
    quantity = Quantity(span=Span(0, 7), number=Span(5, 7), value=Interval(low=12, low_open=True))
    article = Article(text="over 12 ships", facts=[quantity])
    check_marked(article, Quantity, "[over [12]{number value.low=12 value.low_open=yes}]{span} ships")
    with pytest.raises(Unmarked, match="a Quantity has no 'colour'"):
        check_marked(article, Quantity, "over [12]{colour}")


def test_what_is_written_is_read_again() -> None:
    article = Article(
        text="[A] said “no”, B “so”.",
        facts=[Quotation(span=Span(9, 13), marks="double"), Quotation(span=Span(17, 21), marks="double")],
    )
    written = notation(article, Quotation, ("span", "marks"))
    assert written == r"\[A\] said [“no”]{marks=double}{span}, B [“so”]{span 2}." or Marked.read(written)
    check_marked(article, Quotation, written)


def test_carets_stand_below_the_words_whatever_their_width() -> None:
    assert pictured("日本 said no.", [Span(3, 7)]).splitlines()[1] == "     ^^^^"
    assert pictured("Zoe\u0301 said.", [Span(5, 9)]).splitlines()[1] == "    ^^^^"
    long = "word " * 60 + "here " + "word " * 60
    line, carets = pictured(long, [Span(300, 304)]).splitlines()
    assert len(line) <= 100
    assert line[carets.index("^") :].startswith("here")


def test_a_file_of_marked_sentences() -> None:
    text = textwrap.dedent("""\
        # Own sentences.
        kind: quotation
        published: 2024-11-18

        He said [“no”]{span}.
        ? He said [no]{span}.
        others: yes
        Nothing at all\\nhere.
    """)
    first, gap, last = read_examples(text)
    assert (first.line, first.outside, first.others) == (5, (("published", "2024-11-18"),), False)
    assert gap.known_gap
    assert last.others
    assert last.sentence.text == "Nothing at all\nhere."
    with pytest.raises(Unmarked, match="line 1"):
        list(read_examples("He said no."))


CONFTEST = """
import spacy, newsfacts
def pytest_newsfacts_pipeline(path):
    return newsfacts.load(spacy.blank("en"), only=["blocks"], installed=False)
"""
TESTS = """
import pytest
@pytest.mark.facts("[One line.]{span role=headline}\\n[Two lines.]{span 2}", "block", others=True)
def test_a_marked_sentence(article):
    assert article.blocks
"""


def pytest_run(folder, *arguments) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    if "_newsfacts_pytest" not in str(arguments) and not _installed():
        command += ["-p", "_newsfacts_pytest"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def _installed() -> bool:
    from importlib.metadata import entry_points

    return any(point.value == "_newsfacts_pytest" for point in entry_points(group="pytest11"))


def test_the_plugin_runs_files_of_marked_sentences_and_the_marker(tmp_path) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST, "utf-8")
    (tmp_path / "test_it.py").write_text(TESTS, "utf-8")
    good, bad = "[One line.]{span role=boilerplate}", "? [One]{span} line."
    (tmp_path / "blocks.facts").write_text(f"kind: block\n{bad}\nothers: yes\nOne line.\n", "utf-8")
    done = pytest_run(tmp_path)
    assert "1 xfailed" in done.stdout, done.stdout
    (tmp_path / "bad.facts").write_text(f"kind: block\n{good}\n", "utf-8")
    done = pytest_run(tmp_path, "bad.facts")
    assert done.returncode == 1
    assert "^^^^^^^^^" in done.stdout
    assert "this would hold" in done.stdout
    assert "Traceback" not in done.stdout


def test_the_plugin_is_light() -> None:
    code = (
        "import sys, time, pytest; t = time.perf_counter(); import _newsfacts_pytest; print(time.perf_counter() - t); "
        "print(sorted({'spacy', 'hypothesis', 'newsfacts'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    seconds, modules = done.stdout.splitlines()
    assert modules == "[]"
    assert float(seconds) < 0.1
