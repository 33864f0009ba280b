"""Writes the public surface that test_house_rules compares with: `python -m tests.core.write_surface`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.core.test_house_rules import public_surface

if __name__ == "__main__":
    path = Path(__file__).with_name("public_surface.json")
    path.write_text(json.dumps(public_surface(), indent=1) + "\n", "utf-8")
