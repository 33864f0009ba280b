"""Court reporting: verbs of the court room, and what judges rule as decrees."""

from collections.abc import Generator, Iterable
from importlib.resources import files

from attrs import evolve

from newsfacts import Claim, Fact, LexiconFile, Reading, hookimpl

RULINGS = frozenset({"ruled", "rules", "ordered", "orders", "decreed", "decrees", "held", "sentenced"})
BENCH = frozenset({"judge", "judges", "court", "justice", "justices", "magistrate", "magistrates", "tribunal"})


@hookimpl
def newsfacts_lexicons() -> Iterable[LexiconFile]:
    """Teach the claims step verbs of the court room."""
    return [LexiconFile("cue_verbs", files("newsfacts_court") / "verbs.tsv")]


@hookimpl(wrapper=True)
def newsfacts_run(reading: Reading) -> Generator[None, tuple[Fact, ...], tuple[Fact, ...]]:
    """Turn what judges and courts rule into decrees, whoever finds the claims."""
    facts = yield
    return tuple(_ruling(fact, reading) if isinstance(fact, Claim) else fact for fact in facts)


def _ruling(claim: Claim, reading: Reading) -> Claim:
    if claim.cue_head is None or reading[claim.cue_head].lower() not in RULINGS or claim.source.span is None:
        return claim
    who = {word.lower() for word in reading[claim.source.span].split()}
    return evolve(claim, act="decree") if who & BENCH else claim
