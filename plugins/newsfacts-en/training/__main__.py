"""Train, pack and measure the pipeline: ``python -m training teach|label|build|pack|evaluate``.

    python -m training teach --data DATA --work WORK --encoder FOLDER [--part trees] [--part names]
    python -m training label --data DATA --work WORK --encoder FOLDER [--part trees] [--part names] [--part vectors]
    python -m training build --data DATA --work WORK [--taught WORK] [--start PIPELINE] [--version 0.1.0]
    python -m training pack WORK/whole --version 0.1.0
    python -m training evaluate --data DATA --scorer score_model.py --work WORK [--articles A.jsonl] [--card]

Run it in the folder that holds ``training``. DATA has the folders ``ud`` and ``ner``. ``teach`` and ``label`` need the
packages of ``training/teacher/requirements.txt``; FOLDER is that of a BERT encoder (``config.json``,
``model.safetensors``, ``tokenizer.json``).
"""

from __future__ import annotations

import argparse
import json
import warnings
from collections.abc import Sequence
from pathlib import Path

import spacy

from training.building import Plan, build, read_settings
from training.card import write_figures
from training.evaluating import evaluate
from training.packing import pack
from training.speed import measured

PARTS = ("trees", "names")
LABELLED = (*PARTS, "vectors")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command."""
    args = _parser().parse_args(arguments)
    args.run(args)


def _teach(args: argparse.Namespace) -> None:
    """Train the teachers."""
    from training.teacher.commands import School, teach_names, teach_trees  # what only they need is large

    args.work.mkdir(parents=True, exist_ok=True)
    school = School(args.data, args.encoder, args.work, read_settings())
    for part, teach in (("trees", teach_trees), ("names", teach_names)):
        if part in (args.part or PARTS):
            teach(school, _say)


def _label(args: argparse.Namespace) -> None:
    """Let the teachers label open text."""
    from training.teacher.commands import School, label  # what only they need is large

    label(School(args.data, args.encoder, args.work, read_settings()), _say, args.part or LABELLED)


def _say(line: str) -> None:
    print(line, flush=True)


def _build(args: argparse.Namespace) -> None:
    """Train the weights and put them into the package."""
    warnings.filterwarnings("ignore", message=".*W030.*")  # gold words that the tokenizer cuts differently
    plan = Plan(data=args.data, work=args.work, start=args.start, taught=args.taught, settings=read_settings())
    pack(build(plan, _say), args.version)


def _pack(args: argparse.Namespace) -> None:
    """Put a trained pipeline into the package."""
    pack(args.pipeline, args.version)


def _evaluate(args: argparse.Namespace) -> None:
    """Measure a pipeline."""
    measures = evaluate(spacy.load(args.model), args.data, args.scorer, args.work / "predictions")
    if args.articles:
        measures |= measured(args.model, args.articles)
    print(json.dumps(measures, indent=1))
    if args.json:
        args.json.write_text(json.dumps(measures, indent=1) + "\n", encoding="utf-8")
    if args.card:
        write_figures(measures)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    commands = parser.add_subparsers(required=True)
    building = commands.add_parser("build", help="train the weights and put them into the package")
    building.add_argument("--start", help="go on from this trained pipeline")
    building.add_argument("--taught", type=Path, help="the folder of what teachers labelled, to learn from as well")
    building.set_defaults(run=_build)
    teaching = commands.add_parser("teach", help="train the larger models that label open text")
    teaching.set_defaults(run=_teach)
    labelling = commands.add_parser("label", help="let them label it")
    labelling.set_defaults(run=_label)
    for command, parts in ((teaching, PARTS), (labelling, LABELLED)):
        command.add_argument("--encoder", type=Path, required=True)
        command.add_argument("--part", action="append", choices=parts)
    packing = commands.add_parser("pack", help="put a trained pipeline into the package")
    packing.add_argument("pipeline", type=Path)
    packing.set_defaults(run=_pack)
    evaluating = commands.add_parser("evaluate", help="measure a pipeline")
    evaluating.add_argument("--model", default="newsfacts_en")
    evaluating.add_argument("--scorer", type=Path, required=True)
    evaluating.add_argument("--articles", type=Path, help="JSONL with texts, to measure speed and memory on")
    evaluating.add_argument("--json", type=Path)
    evaluating.add_argument("--card", action="store_true", help="write the figures into the model card")
    evaluating.set_defaults(run=_evaluate)
    for command in (teaching, labelling, building, evaluating):
        command.add_argument("--data", type=Path, required=True)
        command.add_argument("--work", type=Path, required=True)
    for command in (building, packing):
        command.add_argument("--version", default="0.1.0")
    return parser


if __name__ == "__main__":
    main()
