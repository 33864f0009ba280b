"""The pipeline: a spaCy pipeline and the steps, made, changed and run."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from attrs import evolve, frozen

from newsfacts import parsing, planning
from newsfacts.article import Article, FactTable, Problem
from newsfacts.checking import checked
from newsfacts.errors import FactError, PlanError, RecordError, SettingsError, StepError
from newsfacts.extractor import Extractor, Parsed, Reading, Step
from newsfacts.facts import Fact, Stance, Tone
from newsfacts.languages import check_reads, language
from newsfacts.lexicons import Lexicons
from newsfacts.plugins import Plugins, find
from newsfacts.records import METADATA_FIELDS, Record, Unreadable, end_tag_in
from newsfacts.settings import disabled, read_settings, with_settings
from newsfacts.spans import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Item = str | Record | Unreadable | Mapping[str, object]
OnError = Literal["raise", "record"]


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Hold Python's cycle collector back while steps run.

    Facts are made by the thousand and in no cycles; each of the passes they set off walks the vocabulary and the word
    lists too, which cost a fifth of the time of all steps.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@frozen(eq=False)
class Pipeline:
    """A spaCy pipeline with extraction steps in order; call it on a text, or `pipe` many.

    A pipeline is a value: `without`, `adding`, `replacing` and `with_settings` give new ones. Make one with
    `newsfacts.load`. It may be called in several threads at once, but not while one of them runs `pipe`, which gives
    spaCy's memory back. It can be pickled: it goes as names and settings, and is loaded again where it arrives.
    """

    nlp: Language
    steps: tuple[Step, ...]
    plugins: Plugins
    lexicons: Lexicons
    on_error: OnError | None = None
    source: str | Path | None = None
    named: bool = False

    # --- run
    def __call__(
        self,
        text: str | Record | Mapping[str, object],
        *,
        id: str | None = None,  # noqa: A002  (the field is called so in every news format)
        headline: str | None = None,
        byline: str | None = None,
        published: date | datetime | str | None = None,
        outlet: str | None = None,
        url: str | None = None,
        language: str | None = None,
    ) -> Article:
        """Give the article with its facts; what is known from outside goes with a text, or is part of a record.

        A record is a `Record`, or a mapping with "text" and what is known.

        Raises `RecordError` for a text that is none, and `StepError` or `FactError` where a step fails, unless the
        pipeline was loaded with `on_error="record"`: then the article's `problems` tell.
        """
        known = dict(zip(METADATA_FIELDS, (headline, byline, published, outlet, url, language), strict=True))
        if isinstance(text, Record | Mapping):
            if told := [name for name, value in (("id", id), *known.items()) if value is not None]:
                raise RecordError(f"a record was given, so what is known goes into it: {', '.join(told)}")
            record = Record.of(text)
        else:
            record = Record.make(text, id=id, **known)
        return self.read(record, parsing.parse(self.nlp, record.text), on_error=self.on_error or "raise")

    def pipe(self, items: Iterable[Item], *, processes: int = 1, batch_size: int = 16) -> Iterator[Article]:
        """Give an article for every text or record, in their order, as they come.

        No record is lost: one that cannot be read gives an article without facts whose `problems` say why (or an error,
        with `on_error="raise"`). With several `processes` each loads the pipeline once.
        """
        if isinstance(items, str | bytes | Path | Mapping | Record):
            raise TypeError(f"pipe reads several texts or records, not one {type(items).__name__}: call the pipeline")
        if min(processes, batch_size) < 1:
            raise ValueError(f"processes and batch_size must be 1 or more, not {processes} and {batch_size}")
        if processes > 1:
            from newsfacts.batch import pipe_in_processes  # (few need it)

            return pipe_in_processes(self, items, processes=processes, batch_size=batch_size)
        return chain.from_iterable(map(self.read_batch, parsing.batches(items, batch_size)))

    def read_batch(self, batch: Sequence[parsing.Read]) -> list[Article]:
        """Give the articles of a few records, each with what is wrong with it so far; spaCy's memory is given back."""
        on_error = self.on_error or "record"
        with self.nlp.memory_zone():
            return [self._finished(*entry, on_error) for entry in parsing.parse_batch(self.nlp, batch, on_error)]

    def _finished(self, record: Record, doc: Doc | None, problems: tuple[Problem, ...], on_error: OnError) -> Article:
        if doc is None:
            return Article(text=record.text, id=record.id, metadata=record.metadata, problems=problems)
        article = self.read(record, doc, on_error=on_error)
        return evolve(article, problems=(*problems, *article.problems)) if problems else article

    def read(self, record: Record, doc: Doc, *, on_error: OnError = "raise") -> Article:
        """Give the article of a record that spaCy has parsed already."""
        if doc.text != record.text:
            raise RecordError(f"the spaCy document is not of this text{_named(record)}")
        table, problems = self._run(self.steps, Parsed(record, doc), on_error)
        if (tag := end_tag_in(record.text)) is not None:
            message = f"text: it holds tags such as {tag}, which are read as words; newsfacts-html reads web pages"
            problems = (Problem(message=message, record=record.id), *problems)
        return Article(text=record.text, id=record.id, metadata=record.metadata, facts=tuple(table), problems=problems)

    @_collector_at_rest()
    def _run(self, steps: Iterable[Step], parsed: Parsed, on_error: OnError) -> tuple[FactTable, tuple[Problem, ...]]:
        """The facts of some steps; one that fails raises, or becomes a problem and so do those that need it."""
        table = FactTable()
        problems: list[Problem] = []
        missing: dict[type[Fact], str] = {}
        for step in steps:
            if (lost := next((missing[kind] for kind in step.extractor.needs if kind in missing), None)) is not None:
                message = f"not run, because step {lost!r} failed"
            else:
                reading = Reading(parsed, self.lexicons, table)
                try:
                    table = checked(step, self.plugins.run(step, reading), reading.text, table)
                    continue
                except Exception as error:  # a step may fail in any way; this is the one place that answers for all
                    if on_error == "raise":
                        raise self._blamed(parsed.record, step, error) from error
                    message = f"{type(error).__name__}: {error}"
            problems.append(Problem(message=message, step=step.name, plugin=step.plugin, record=parsed.record.id))
            missing |= dict.fromkeys(step.extractor.gives, step.name)
        return table, tuple(problems)

    # --- ask about given words
    def tone(self, text: str, *, target: Span, **metadata: Any) -> Tone:
        """Give the text's own attitude to the words at `target`, however unsure (see its `probability`)."""
        tone = self.ask("tone", Record.make(text, **metadata), target=target)
        if not isinstance(tone, Tone):
            raise FactError(f"step 'tone' answered with a {tone.kind!r} where a tone was asked for")
        return tone

    def stance(self, text: str, *, holder: Span, target: Span, **metadata: Any) -> Stance:
        """Give where the words at `holder` stand on those at `target`; neutral where nothing shows it."""
        stance = self.ask("stance", Record.make(text, **metadata), holder=holder, target=target)
        if not isinstance(stance, Stance):
            raise FactError(f"step 'stance' answered with a {stance.kind!r} where a stance was asked for")
        return stance

    def ask(self, name: str, record: Record, **question: Span) -> Fact:
        """Ask a step, or the one in its place, about given words of an article; the steps before it run first."""
        asked = next((step for step in self.steps if name in (step.name, step.extractor.replaces)), None) or self.step(
            name
        )
        for words, span in question.items():
            if span.end > len(record.text):
                raise RecordError(f"{words}: {span} lies beyond the text, which has {len(record.text)} characters")
        parsed = Parsed(record, parsing.parse(self.nlp, record.text))
        table, _ = self._run(self.steps[: self.steps.index(asked)], parsed, "raise")
        try:
            return asked.extractor.ask(Reading(parsed, self.lexicons, table), **question)
        except Exception as error:  # (as above)
            raise self._blamed(record, asked, error) from error

    def _blamed(self, record: Record, step: Step, error: Exception) -> Exception:
        """The error to raise: some speak for themselves, anything else becomes a `StepError` with its cause."""
        if isinstance(error, FactError | PlanError):
            return error
        around = f", wrapped by {', '.join(map(str, self.plugins.wrappers))}," if self.plugins.wrappers else ""
        what = f"{type(error).__name__}: {error}"
        return StepError(f"step {step.name!r} of {step.plugin}{around} failed{_named(record, ' on')}: {what}")

    # --- change
    def without(self, *names: str) -> Pipeline:
        """Give the pipeline without the steps called `names`."""
        if wrong := [name for name in names if not isinstance(name, str)]:
            raise PlanError(f"without takes names of steps one by one, without('stance', 'tone'), not {wrong[0]!r}")
        return self._planned(self.steps, without=names)

    def adding(self, *extractors: Extractor) -> Pipeline:
        """Give the pipeline with more steps; their place follows from what they need."""
        return self._planned((*self.steps, *map(Step, extractors)))

    def replacing(self, name: str, extractor: Extractor) -> Pipeline:
        """Give the pipeline with `extractor` in the place of the step `name`."""
        self.step(name)
        if extractor.replaces == name:
            return self.adding(extractor)
        return self._planned((*(step for step in self.steps if step.name != name), Step(extractor)))

    def with_settings(self, name: str, **settings: Any) -> Pipeline:
        """Give the pipeline with settings of the step `name` changed; wrong names and types are errors."""
        step = self.step(name)
        changed = evolve(step, extractor=with_settings(step.extractor, settings))
        return self._planned(tuple(changed if other is step else other for other in self.steps))

    def step(self, name: str) -> Step:
        """Give the step called `name`."""
        for step in self.steps:
            if step.name == name:
                return step
        raise PlanError(f"there is no step {name!r}; steps: {', '.join(step.name for step in self.steps)}")

    def _planned(self, steps: Iterable[Step], without: Iterable[str] = ()) -> Pipeline:
        ordered = planning.plan(steps, without=without, placed=(step.name for step in self.steps))
        check_reads(ordered, self.nlp)
        return evolve(self, steps=ordered)

    def __reduce__(self) -> tuple[Any, ...]:
        """Go to another process as names and values."""
        from newsfacts.batch import Spec  # (as above)

        return Spec.make, (Spec.of(self),)

    # --- look
    @property
    def kinds(self) -> tuple[type[Fact], ...]:
        """The kinds of facts that the steps give."""
        return tuple(dict.fromkeys(kind for step in self.steps for kind in sorted(step.extractor.gives, key=str)))

    def plan(self) -> tuple[dict[str, str], ...]:
        """Give a row for every step in order: what it needs, uses, gives, reads and consults, and whence it comes."""
        return tuple(
            {
                "step": step.name,
                "needs": _names(step.extractor.needs),
                "uses": _names(step.extractor.uses),
                "gives": _names(step.extractor.gives),
                "reads": ", ".join(sorted(step.extractor.reads)),
                "consults": ", ".join(sorted(step.extractor.consults)),
                "plugin": step.plugin,
            }
            for step in self.steps
        )


def load(
    source: str | Path | Language | None = None,
    *,
    without: str | Iterable[str] = (),
    only: str | Iterable[str] | None = None,
    settings: dict[str, dict[str, Any]] | Path | None = None,
    plugins: Iterable[object] = (),
    block: str | Iterable[str] = (),
    installed: bool = True,
    on_error: OnError | None = None,
) -> Pipeline:
    """Make a pipeline: the default one, or on any spaCy pipeline, by name, path or as it is.

    Args:
        source: a spaCy pipeline; None takes newsfacts_en, or the best English one installed.
        without: steps to leave out, one name or several.
        only: the only steps to keep, one name or several.
        settings: settings by step (`{"stance": {"derived": False}}`; `{"enabled": False}` leaves a step out), or
            a TOML file with a table `[steps.NAME]` for each.
        plugins: modules or objects with hook methods, beside the installed plugins.
        block: plugins to leave out.
        installed: whether installed plugins are used.
        on_error: "raise" or "record"; None raises for one text and records in `pipe`.
    """
    if on_error not in (None, *get_args(OnError)):
        raise SettingsError(f"on_error: expected one of {', '.join(get_args(OnError))}, not {on_error!r}")
    found = find(given=plugins, block=_names_in(block), installed=installed)
    wanted = read_settings(settings)
    left_out = {*_names_in(without), *disabled(wanted)}
    steps = found.steps()
    if only is not None:
        left_out |= planning.others(steps, _names_in(only))
    ordered = planning.plan(steps, without=left_out)
    nlp = language(source)
    check_reads(ordered, nlp)
    named = source if isinstance(source, str | Path | None) else None
    pipeline = Pipeline(nlp, ordered, found, found.lexicons(), on_error, named, source is None or named is not None)
    for name, values in wanted.items():
        if options := {key: value for key, value in values.items() if key != "enabled"}:
            pipeline = pipeline.with_settings(name, **options)
    return pipeline


def _names_in(given: str | Iterable[str]) -> tuple[str, ...]:
    """The names of an option, which may be one alone."""
    return (given,) if isinstance(given, str) else tuple(given)


def _named(record: Record, before: str = ",") -> str:
    """Which record an error is about, where it has an id."""
    return "" if record.id is None else f"{before} record {record.id!r}"


def _names(kinds: Iterable[type[Fact]]) -> str:
    return ", ".join(sorted(kind.kind for kind in kinds))
