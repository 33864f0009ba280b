"""The commands for authors of plugins."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from newsfacts.cli import main


def run(capsys, *arguments) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as done:
        main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return int(done.value.code or 0), out, err


def test_an_extractor_is_checked_without_a_test_file(capsys) -> None:
    code, out, _ = run(capsys, "check", "tests.testing.mutants:Cries", "--json", "--min-checks", "20")
    report = json.loads(out)
    assert code == 0, report
    assert report["ok"]
    assert {outcome["result"] for outcome in report["outcomes"]} <= {"passed", "not applicable"}


def test_a_broken_extractor_is_told(capsys) -> None:
    waived = "every_setting_matters: not yet"
    code, out, _ = run(capsys, "check", "tests.testing.mutants:Twice", "--waive", waived)
    assert code == 1
    assert "failed: ids_are_unique: two facts have the id mention@" in out
    assert "waived in vain: every_setting_matters" in out


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["check", "tests.testing.mutants"], "write package.module:Extractor"),
        (["check", "tests.testing.mutants:Nobody"], "Nobody"),
        (["check", "tests.testing.mutants:count"], "no Extractor"),
        (["check", "tests.testing.mutants:Cries", "--waive", "law"], "LAW: REASON"),
        (["new-plugin", "Two Words"], "one word"),
    ],
)
def test_what_cannot_be_carried_out_is_told(capsys, arguments, problem) -> None:
    code, _, err = run(capsys, *arguments)
    assert code == 2
    assert problem in err


def test_a_new_plugin_passes_its_own_tests(capsys, tmp_path) -> None:
    code, out, _ = run(capsys, "new-plugin", "polls", "--in", tmp_path)
    assert code == 0
    root = tmp_path / "newsfacts-polls"
    assert "newsfacts_polls.py" in out
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-W",
        "error",
        "--import-mode=append",
        ".",
    ]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, env=_with_path(root))
    assert done.returncode == 0, done.stdout
    code, _, err = run(capsys, "new-plugin", "polls", "--in", tmp_path)
    assert "is there already" in err


def _with_path(root) -> dict[str, str]:
    import os

    return os.environ | {"PYTHONPATH": f"{root}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}


def test_the_command_measures_time_on_demand(capsys) -> None:
    code, out, _ = run(capsys, "check", "tests.testing.mutants:Cries", "--time")
    assert code == 0, out
    assert out.count("x half of it") == 8, out


def test_time_is_measured_on_demand() -> None:
    from newsfacts.testing.timing import growths
    from tests.testing.mutants import Cries
    from tests.testing.test_laws import around

    measured = list(growths(Cries(), nlp=around()))
    assert len(measured) == 8
    assert all(growth.seconds > 0 for growth in measured)
    assert "half of it" in str(measured[0])
