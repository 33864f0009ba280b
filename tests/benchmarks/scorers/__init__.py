"""The scorers, one plain script each (their docstrings define every measure), and a way to run them."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def run(script: str, *arguments: str | Path) -> str:
    """Run a scorer ("score_events.py") and give what it prints; a scorer that fails is an error with its message."""
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{script} failed: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def printed_json(script: str, *arguments: str | Path) -> Any:
    """Run a scorer that prints JSON, and give it."""
    return json.loads(run(script, *arguments))


def measures(script: str, *arguments: str | Path) -> dict[str, float]:
    """Run a scorer that writes its measures with --json, and give them."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "measures.json"
        run(script, *arguments, "--json", out)
        return json.loads(out.read_text("utf-8"))  # type: ignore[no-any-return]
