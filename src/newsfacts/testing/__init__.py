"""What authors of extractors and plugins test with; needs `pip install newsfacts[testing]`."""

from importlib.util import find_spec

for _needed in ("hypothesis", "pytest"):
    if find_spec(_needed) is None:
        raise ImportError(f"newsfacts.testing needs {_needed}: pip install 'newsfacts[testing]'")

from newsfacts.testing.bench import Bench, NotApplicable, Workshop  # noqa: E402
from newsfacts.testing.checks import Check, ChecksFailed, Outcome, Report, check_extractor, parametrize_with_checks  # noqa: E402
from newsfacts.testing.laws import LAWS  # noqa: E402
from newsfacts.testing.marking import Marked, Unmarked, check_marked, notation  # noqa: E402
from newsfacts.testing.parses import docs, parsed, sketch  # noqa: E402
from newsfacts.testing.pictures import pictured  # noqa: E402
from newsfacts.testing.planted import Planted  # noqa: E402

__all__ = [
    "LAWS",
    "Bench",
    "Check",
    "ChecksFailed",
    "Marked",
    "NotApplicable",
    "Outcome",
    "Planted",
    "Report",
    "Unmarked",
    "Workshop",
    "check_extractor",
    "check_marked",
    "docs",
    "notation",
    "parametrize_with_checks",
    "parsed",
    "pictured",
    "sketch",
]
