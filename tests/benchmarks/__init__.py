"""Measurements: accuracy by topic and cost. `python -m tests.benchmarks TOPIC --data DIR`."""
