"""A text may end anywhere: no rule looks beyond its last word."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ARTICLES = [path.read_text("utf-8") for path in sorted(Path("docs/examples").glob("*.txt"))]
SENTENCES = [
    "A 55-ton machine took off again in the early hours of Monday, the founder says.",
    "The founder of the firm, an old man, says the new launcher, a rocket, is late, he said, adding that it will fly.",
    'Critics, who doubted the claim that fees had risen by 3 to 4 percent, said: "We could not, and will not, pay."',
    "According to the minister, whose party opposes the ban, at least 12 people, most of them sailors, were killed.",
]
TEXTS = [*ARTICLES, *SENTENCES]
ENDS = ["", ",", ", he said,", ", said", " that", " who", ":", " -", ' "', "("]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.sampled_from(TEXTS), st.integers(0, 5000), st.integers(3, 400), st.sampled_from(ENDS))
def test_a_text_cut_anywhere_is_read(pipeline, text, start, size, end):
    start %= len(text)
    cut = text[start : start + size].rstrip() + end
    article = pipeline(cut)
    assert article.text == cut
    assert not article.problems
