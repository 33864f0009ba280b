"""Tries an extractor against all laws, in one call or as parametrised tests, and reports what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, get_args

import pytest
from attrs import field, frozen
from spacy.language import Language

from newsfacts import Extractor, Pipeline, Record
from newsfacts.extractor import check_declarations
from newsfacts.testing.bench import Bench, NotApplicable, Workshop
from newsfacts.testing.laws import LAWS, Law

Result = Literal["passed", "failed", "waived", "waived in vain", "not applicable"]


class ChecksFailed(AssertionError):
    """An extractor breaks a law, keeps one that it was excused from, or was not tried at all."""


@frozen
class Outcome:
    """What came of one law: the result, and why (the failure, the reason of a waiver, why it does not apply)."""

    law: str
    result: Result
    reason: str = ""

    @property
    def ok(self) -> bool:
        """Whether nothing is to be done."""
        return self.result not in ("failed", "waived in vain")


@frozen
class Report:
    """What came of all laws for one extractor."""

    step: str
    outcomes: tuple[Outcome, ...]

    @property
    def ok(self) -> bool:
        """Whether at least one law was tried, and nothing is to be done about any."""
        return any(outcome.result == "passed" for outcome in self.outcomes) and all(o.ok for o in self.outcomes)

    def counted(self, result: Result) -> int:
        """Give how many laws have a result."""
        return sum(outcome.result == result for outcome in self.outcomes)

    def to_dict(self) -> dict[str, Any]:
        """Give the report as plain values."""
        rows = [{"law": o.law, "result": o.result, "reason": o.reason} for o in self.outcomes]
        return {"step": self.step, "ok": self.ok, "outcomes": rows}

    def __str__(self) -> str:
        counts = ", ".join(f"{n} {result}" for result in get_args(Result) if (n := self.counted(result)))
        lines = [f"{self.step}: {counts or 'no law was tried'}"]
        alike: dict[tuple[str, str], list[str]] = {}
        for outcome in self.outcomes:
            if outcome.result != "passed":
                alike.setdefault((outcome.result, outcome.reason), []).append(outcome.law)
        for (result, reason), (law, *others) in alike.items():
            first, *rest = reason.splitlines() or [""]
            more = f" and {len(others)} more" if others else ""
            lines += [f"  {result}: {law}{more}: {first}", *(f"    {line}" for line in rest)]
        return "\n".join(lines)


def law_named(name: str) -> Law:
    """Give the law with a name."""
    for law in LAWS:
        if law.__name__ == name:
            return law
    raise ValueError(f"there is no law {name!r}; laws: {', '.join(law.__name__ for law in LAWS)}")


def tried(law: Law, bench: Bench, waiver: str | None = None) -> Outcome:
    """Try one law; where there is a waiver, it must be broken."""
    name = law.__name__
    try:
        law(bench)
    except NotApplicable as why:
        return Outcome(name, "not applicable", str(why))
    except Exception as error:  # (an extractor may fail in any way, and each way breaks the law)
        told = str(error) if isinstance(error, AssertionError) else f"{type(error).__name__}: {error}"
        return Outcome(name, "failed", told) if waiver is None else Outcome(name, "waived", waiver)
    if waiver is not None:
        return Outcome(name, "waived in vain", f"the law holds, so take the waiver away ({waiver})")
    return Outcome(name, "passed")


def check_extractor(
    extractor: Extractor,
    *,
    nlp: Language | Pipeline | None = None,
    texts: Iterable[str | Record] = (),
    values: Mapping[str, Iterable[Any]] | None = None,
    expected_failures: Mapping[str, str] | None = None,
    laws: Iterable[Law] = LAWS,
    raises: bool = True,
) -> Report:
    """Try an extractor against the laws and give a report; raise `ChecksFailed` with it where one is broken.

    An extractor that no pipeline takes (its declarations are wrong, or nobody gives what it needs) raises that error.

    Args:
        extractor: the extractor, in the settings that are to be tried.
        nlp: a spaCy pipeline, or a newsfacts pipeline whose steps stand around the extractor; None takes the default.
        texts: texts with facts that only this extractor finds, beside the kit's own.
        values: settings to try, by name, beside those that follow from their types.
        expected_failures: laws that the extractor need not keep, each with the reason; it must break them.
        laws: the laws to try.
        raises: whether a broken law raises, or is only reported.
    """
    waived = dict(expected_failures or {})
    for name in waived:
        law_named(name)
    check_declarations(extractor, type(extractor).__module__)
    bench = Workshop.of(nlp, texts).bench(extractor, values)
    report = Report(bench.step.name, tuple(tried(law, bench, waived.get(law.__name__)) for law in laws))
    if raises and not report.ok:
        raise ChecksFailed(str(report))
    return report


@frozen(eq=False)
class _Shared:
    """The workshop of parametrised checks, made when the first one runs."""

    nlp: Language | Pipeline | None
    texts: tuple[str | Record, ...]

    made: list[Workshop] = field(factory=list)

    def workshop(self, around: Pipeline | None) -> Workshop:
        """The workshop on a pipeline, or on the one that was given; each is made once."""
        for workshop in self.made:
            if around is None or workshop.pipeline is around:
                return workshop
        self.made.append(Workshop.of(self.nlp if around is None else around, self.texts))
        return self.made[-1]


@frozen(eq=False)
class Check:
    """One law, to be called with an extractor; what does not apply is skipped."""

    law: Law
    shared: _Shared = field(repr=False)
    values: Mapping[str, Iterable[Any]] = field(factory=dict)

    def __call__(self, extractor: Extractor, around: Pipeline | None = None) -> None:
        """Raise an `AssertionError` where the extractor breaks the law; `around` may come from a fixture."""
        __tracebackhide__ = True
        try:
            self.law(self.shared.workshop(around).bench(extractor, self.values))
        except NotApplicable as why:
            pytest.skip(str(why))


def parametrize_with_checks(
    extractors: Iterable[Extractor],
    *,
    nlp: Language | Pipeline | None = None,
    texts: Iterable[str | Record] = (),
    values: Mapping[str, Iterable[Any]] | None = None,
    expected_failures: Mapping[str, str] | None = None,
) -> pytest.MarkDecorator:
    """Give a mark that makes one test of each law and extractor: `def test_laws(extractor, check): check(extractor)`.

    `expected_failures` names laws, or tests ("acme.shouts-odd_texts_are_read"), with the reason; they must fail.
    """
    given = tuple(extractors)
    if not given:
        raise ValueError("there is no extractor to check")
    waived = dict(expected_failures or {})
    ids = {f"{extractor.name}-{law.__name__}" for extractor in given for law in LAWS}
    for name in waived.keys() - ids:
        law_named(name)
    shared = _Shared(nlp, tuple(texts))
    cases = []
    for extractor in given:
        for law in LAWS:
            name = f"{extractor.name}-{law.__name__}"
            reason = waived.get(name, waived.get(law.__name__))
            marks = () if reason is None else (pytest.mark.xfail(reason=reason, strict=True),)
            cases.append(pytest.param(extractor, Check(law, shared, values or {}), id=name, marks=marks))
    return pytest.mark.parametrize(("extractor", "check"), cases)
