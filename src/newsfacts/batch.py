"""Many articles on several processes, in order, with no record lost even where a process dies."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from newsfacts import parsing, plugins
from newsfacts.article import Article, Problem
from newsfacts.extractor import Step
from newsfacts.languages import language
from newsfacts.pipeline import OnError, Pipeline

if TYPE_CHECKING:
    from newsfacts.records import Record

Batch = list[parsing.Read]
WAITING = 2
"""Batches that wait for each process: enough to keep it busy, few enough to keep memory flat."""


@frozen
class Module:
    """A module, which travels by its name."""

    name: str


@frozen
class Spec:
    """What a process needs to make the pipeline again: names and values, no models."""

    source: str | Path | None
    language: bytes | None
    config: str | None
    steps: tuple[Step, ...]
    given: tuple[object, ...]
    block: tuple[str, ...]
    installed: bool
    on_error: OnError | None

    @staticmethod
    def of(pipeline: Pipeline) -> Spec:
        """Give the spec of a pipeline; a spaCy pipeline that was passed as an object travels as bytes."""
        by_name = pipeline.named
        return Spec(
            source=pipeline.source,
            language=None if by_name else pipeline.nlp.to_bytes(),
            config=None if by_name else pipeline.nlp.config.to_str(),
            steps=pipeline.steps,
            given=tuple(Module(p.__name__) if isinstance(p, ModuleType) else p for p in pipeline.plugins.given),
            block=pipeline.plugins.block,
            installed=pipeline.plugins.installed,
            on_error=pipeline.on_error,
        )

    def make(self) -> Pipeline:
        """Make the pipeline."""
        given = (import_module(p.name) if isinstance(p, Module) else p for p in self.given)
        found = plugins.find(given=given, block=self.block, installed=self.installed)
        return Pipeline(
            self._nlp(), self.steps, found, found.lexicons(), self.on_error, self.source, self.language is None
        )

    def _nlp(self) -> Any:  # (spaCy is imported in the process that needs it)
        if self.language is None or self.config is None:
            return language(self.source)
        from spacy import util

        config = util.load_config_from_str(self.config)
        return util.load_model_from_config(config, auto_fill=True).from_bytes(self.language)


class _Worker:
    """The pipeline of this process, made once when the process starts."""

    pipeline: Pipeline | None = None

    @classmethod
    def start(cls, spec: Spec) -> None:
        cls.pipeline = spec.make()

    @classmethod
    def run(cls, batch: Batch) -> list[Article]:
        if cls.pipeline is None:
            raise RuntimeError("the process was not started with a pipeline")
        return cls.pipeline.read_batch(batch)


def pipe_in_processes(
    pipeline: Pipeline, items: Iterable[Any], *, processes: int, batch_size: int
) -> Iterator[Article]:
    """Give the articles of `items` in order, worked on by several processes.

    A record on which a process dies gives an article with a `Problem`; the others of its batch are tried alone.
    """
    spec = Spec.of(pipeline)
    batches = parsing.batches(items, batch_size)
    pool = _pool(spec, processes)
    waiting: deque[tuple[Batch, Future[list[Article]]]] = deque()
    try:
        while True:
            for batch in islice(batches, processes * WAITING - len(waiting)):
                waiting.append((batch, pool.submit(_Worker.run, batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                yield from _one_by_one(spec, batch)
                pool = _pool(spec, processes)
                waiting = deque((again, pool.submit(_Worker.run, again)) for again, _ in waiting)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(spec: Spec, processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, get_context("spawn"), initializer=_Worker.start, initargs=(spec,))


def _one_by_one(spec: Spec, batch: Batch) -> Iterator[Article]:
    """Read the records of a batch that killed a process, each in a process that may die alone."""
    pool = _pool(spec, 1)
    for record, problems in batch:
        try:
            yield from pool.submit(_Worker.run, [(record, problems)]).result()
        except BrokenProcessPool:
            pool.shutdown(wait=False)
            pool = _pool(spec, 1)
            yield _died(record)
    pool.shutdown()


def _died(record: Record) -> Article:
    problem = Problem(message="the process that read it died", record=record.id)
    return evolve(Article(text=record.text, id=record.id, metadata=record.metadata), problems=(problem,))
