"""The bench on which an extractor is tried: a pipeline around it, texts, and the facts that earlier steps find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from attrs import evolve, field, frozen
from spacy.language import Language
from spacy.tokens import Doc

from newsfacts import Extractor, Fact, NoPipelineError, Pipeline, Reading, Record, Step, load
from newsfacts.article import FactTable, in_order
from newsfacts.checking import checked
from newsfacts.extractor import Parsed
from newsfacts.parsing import parse
from newsfacts.planning import plan
from newsfacts.testing.texts import Texts, kit_texts


class NotApplicable(Exception):
    """A law does not concern an extractor; the message says why."""


@frozen(eq=False)
class Workshop:
    """What the trials of several extractors share: a pipeline, texts, and their parses."""

    pipeline: Pipeline
    texts: Texts = field(factory=kit_texts)
    parses: dict[str, Doc] = field(factory=dict, repr=False)
    found: dict[tuple[str, Step], tuple[Fact, ...]] = field(factory=dict, repr=False)

    @staticmethod
    def of(around: Pipeline | Language | None = None, texts: Iterable[str | Record] = ()) -> Workshop:
        """Make a workshop: on a pipeline, on a spaCy pipeline, or on the best English one that is installed."""
        pipeline = around if isinstance(around, Pipeline) else default_pipeline() if around is None else _load(around)
        return Workshop(pipeline, kit_texts().adding(texts))

    def parse(self, text: str) -> Doc:
        """Give the document of a text; each text is parsed once."""
        if text not in self.parses:
            doc = parse(self.pipeline.nlp, text)
            doc.tensor = doc.tensor[:0].reshape(-1)  # (no step reads it, and documents without it can be joined)
            self.parses[text] = doc
        return self.parses[text]

    def table(self, steps: Iterable[Step], record: Record, doc: Doc) -> FactTable:
        """Give the facts of some steps, each with all that it needs or uses; a step runs once on a text."""
        parsed = Parsed(record, doc)
        table = FactTable()
        for step in steps:
            key = (repr(record), step)
            if key not in self.found:
                facts = self.pipeline.plugins.run(step, Reading(parsed, self.pipeline.lexicons, table))
                checked(step, facts, record.text, table)
                self.found[key] = in_order(evolve(fact, by=step.name) for fact in facts)
            table = table.adding(self.found[key])
        return table

    def bench(self, extractor: Extractor, settings: Mapping[str, Iterable[Any]] | None = None) -> Bench:
        """Give the bench of one extractor."""
        return Bench(self, extractor, {name: tuple(values) for name, values in (settings or {}).items()})


def default_pipeline() -> Pipeline:
    """Give the default pipeline, or one that only splits words where no English pipeline is installed."""
    from newsfacts.default import default_pipeline as installed  # (it loads spaCy's models)

    try:
        return installed()
    except NoPipelineError:
        from spacy import blank

        return _load(blank("en"))


def _load(nlp: Language) -> Pipeline:
    """All steps that can work on a spaCy pipeline: those that read more than it gives are left out."""
    from newsfacts.languages import annotated_by
    from newsfacts.plugins import find

    given = annotated_by(nlp)
    steps = find().steps()
    lost = {step.name for step in steps if step.extractor.reads - given}
    while True:
        kinds = {kind for step in steps if step.name not in lost for kind in step.extractor.gives}
        more = {step.name for step in steps if step.name not in lost and step.extractor.needs - kinds}
        if not more:
            return load(nlp, without=lost)
        lost |= more


@frozen(eq=False)
class Bench:
    """One extractor on trial; `values` are settings to try, by name."""

    workshop: Workshop
    extractor: Extractor
    values: Mapping[str, tuple[Any, ...]] = field(factory=dict)

    # --- pipelines
    @cached_property
    def pipeline(self) -> Pipeline:
        """The pipeline with the extractor in its place."""
        around, extractor = self.workshop.pipeline, self.extractor
        names = {step.name for step in around.steps}
        if extractor.name in names:
            return around.replacing(extractor.name, extractor)
        return around.adding(extractor)

    @cached_property
    def step(self) -> Step:
        """The extractor as a step."""
        return self.pipeline.step(self.extractor.name)

    def before(self, step: Step) -> tuple[Step, ...]:
        """Give the steps whose facts a step needs or uses, directly or through others, in order."""
        wanted = set(step.extractor.needs | step.extractor.uses)
        kept: list[Step] = []
        at = self.pipeline.steps.index(step)
        for other in reversed(self.pipeline.steps[:at]):
            if other.extractor.gives & wanted:
                kept.append(other)
                wanted |= other.extractor.needs | other.extractor.uses
        return tuple(reversed(kept))

    @cached_property
    def earlier(self) -> tuple[Step, ...]:
        """The steps whose facts the extractor needs or uses, directly or through others."""
        return self.before(self.step)

    @cached_property
    def strangers(self) -> tuple[Step, ...]:
        """The steps that have nothing to do with the extractor: neither before it, nor in need or use of its facts."""
        touched = set(self.extractor.gives)
        strangers: list[Step] = []
        for step in self.pipeline.steps:
            if step is self.step or step in self.earlier:
                continue
            if (step.extractor.needs | step.extractor.uses) & touched:
                touched |= step.extractor.gives
            else:
                strangers.append(step)
        return tuple(strangers)

    def twin(self, **settings: Any) -> Extractor:
        """Give an extractor made again, with some settings changed."""
        made: Extractor = evolve(self.extractor, **settings)  # type: ignore[misc]  # (an extractor is an attrs class)
        return made

    def with_extractor(self, extractor: Extractor) -> Bench:
        """Give the bench with the extractor in other settings."""
        return evolve(self, extractor=extractor)

    def order_with(self, steps: Iterable[Step]) -> tuple[str, ...]:
        """Give the names of steps in the order that is planned for them when they are registered so."""
        placed = [step.name for step in self.pipeline.steps]
        return tuple(step.name for step in plan(steps, placed=placed))

    # --- readings
    def reading(self, text: str | Record, doc: Doc | None = None) -> Reading:
        """Give a fresh reading of a text, with the facts of the earlier steps; `doc` is its parse, if one is there."""
        record = text if isinstance(text, Record) else Record.make(text)
        if doc is None:
            doc = self.workshop.parse(record.text)
        table = self.workshop.table(self.earlier, record, doc)
        return Reading(Parsed(record, doc), self.pipeline.lexicons, table)

    def on(self, text: str, doc: Doc, facts: Iterable[Fact], like: Reading) -> Reading:
        """Give a reading of a document made by hand, with facts of earlier steps made by hand."""
        record = Record(text=text, id=like.record.id, metadata=like.metadata)
        return Reading(Parsed(record, doc), like.lexicons, FactTable().adding(in_order(facts)))

    def readings(self) -> Iterator[Reading]:
        """Give a reading of every article."""
        for record in self.workshop.texts.articles:
            yield self.reading(record)

    def run(self, steps: Iterable[Step], reading: Reading) -> FactTable:
        """Give all facts after some more steps; a wrong one raises a `FactError`."""
        table = reading.table
        for step in steps:
            found = self.pipeline.plugins.run(step, Reading(reading.parsed, reading.lexicons, table))
            table = checked(step, found, reading.text, table)
        return table

    def extract(self, reading: Reading) -> tuple[Fact, ...]:
        """Give what the extractor itself gives, as it gives it."""
        return Step(self.extractor).extract(reading)

    def checked(self, reading: Reading) -> FactTable:
        """Give what the extractor gives, checked, sorted and with the facts of earlier steps."""
        return checked(self.step, self.extract(reading), reading.text, reading.table)
