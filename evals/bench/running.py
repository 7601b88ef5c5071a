"""Runs the measurements one after the other, each imported when its turn comes; one that cannot run says why."""

import importlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

import click

from bot.errors import CoachError
from bot.settings import Settings
from evals.bench import given as files
from evals.bench import report
from evals.bench.outcome import BenchError, Inputs, Outcome, Skipped
from knowledge.encoder.embedding import EncoderError
from knowledge.errors import KnowledgeError

Measure = Callable[[Inputs], Outcome]


def given(settings: Settings, paths: tuple[Path | None, Path | None], rounds: int, *, quick: bool) -> Inputs:
    """What the measurements are given, from files of messages and queries where there are any."""
    messages, queries = paths
    try:
        texts, graded = files.texts(messages), files.queries(queries)
    except BenchError as error:
        raise click.ClickException(str(error)) from error
    return Inputs(settings, texts, graded, rounds, quick, lambda told: click.echo(told, err=True))


def run(names: Mapping[str, str], inputs: Inputs, json_file: Path | None) -> None:
    """Run, print the table, and write the JSON where it is wanted."""
    on = report.machine()
    outcomes: dict[str, Outcome] = {}
    for number, (name, module) in enumerate(names.items(), 1):
        inputs.say(f"{number} of {len(names)}  {name} ...")
        outcomes[name] = outcome(found(module), inputs)
    click.echo(report.as_table(outcomes, on))
    if json_file is not None:
        json_file.write_text(report.as_json(outcomes, on), encoding="utf-8")


def outcome(measure: Measure, inputs: Inputs) -> Outcome:
    """What a measurement finds; where something that it needs is missing, why."""
    try:
        return measure(inputs)
    except (BenchError, CoachError, EncoderError, KnowledgeError) as error:
        return Skipped(str(error))


def found(module: str) -> Measure:
    """The measurement of a module."""
    return cast("Measure", importlib.import_module(module).measure)
