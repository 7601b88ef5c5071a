"""`coach evals calibrate | selftest`: how far the checks can be trusted."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from bot.compose import House
from bot.settings import Settings
from evals.calibration import calibrate as calibrating
from evals.calibration import labels
from evals.casebook import load
from evals.commands.runs import CALIBRATION, LATEST, find_run
from evals.errors import EvalsError
from evals.rubric import wording
from evals.rubric.grade import grade
from evals.runs import house
from evals.runs.result import talk_of
from evals.selftest import running as proving

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(epilog="Example: coach evals calibrate labels.csv --items items.jsonl")
@click.argument("labels_file", type=_FILE, default=labels.SHIPPED)
@click.option(
    "--items", "items_file", type=_FILE, help="The replies that were labelled. Default: items.jsonl beside the labels."
)
@click.option(
    "--json", "json_file", type=click.Path(dir_okay=False, path_type=Path), help="Write the figures here, too."
)
def calibrate(labels_file: Path, items_file: Path | None, json_file: Path | None) -> None:
    """Hold every check against people's labels (item, criterion, rater, met); reports flag what is below the bar."""
    settings = Settings.from_environment()
    items = labels.read_items(items_file or labels_file.parent / labels.ITEMS)
    world = house.open_world(settings, load.load())
    found = calibrating.calibrate(items, labels.read_labels(labels_file), lambda talk: grade(talk, world))
    click.echo(calibrating.as_text(found))
    kept = settings.data / "evals" / CALIBRATION
    kept.parent.mkdir(parents=True, exist_ok=True)
    for file in (kept, *([json_file] if json_file else [])):
        file.write_text(calibrating.as_json(found), encoding="utf-8")


@click.command(epilog="Example: coach evals selftest")
@click.option(
    "--run", "name", default=LATEST, show_default=True, help="The run whose replies the faults are planted in."
)
@click.pass_context
def selftest(ctx: click.Context, name: str) -> None:
    """Plant faults in a run's replies, make edits that change nothing, hold trivial coaches. Exit 1 where it fails."""
    settings = Settings.from_environment()
    cases = {one.id: one for one in load.load()}
    kept = [one for one in find_run(settings, name).results() if one.state == "graded" and one.case in cases]
    talks = [talk_of(one, cases[one.case]) for one in kept if load.digest(cases[one.case]) == one.digest]
    if not talks:
        message = f"the run {name} holds no conversation on the cases as they are now; run: coach evals run"
        raise EvalsError(message)
    found = proving.run(talks, house.open_world(settings, cases.values()))
    click.echo(found.text())
    ctx.exit(0 if found.holds else 1)


@click.command(epilog="Example: coach evals train")
def train() -> None:
    """Train the detectors on evals/detectors/examples and the cases' references; figures with authors held out."""
    from evals.detectors import training  # noqa: PLC0415 - scikit-learn costs a second that other commands need not pay

    opened = House(Settings.from_environment())
    good = _sentences(" ".join(case.reference.split()) for case in load.load())
    ours = _sentences((*_own_lines(opened), *_lines_around_parts(opened)))
    shut, won = map(_sentences, _lines_of_parts(opened))
    plain = (
        *training.ordinary(good, "references"),
        *training.ordinary(ours, "our own words"),
        *training.ordinary(shut, "the parts", training.IN_PART),
        *training.ordinary(won, "the parts, won over", training.WON_OVER),
    )
    head, figures = training.train([*training.read(), *plain], opened.reading_encoder)
    head.save()
    for name, one in figures.items():
        found = f"{one.found:.0%} of {one.examples} found"
        click.echo(f"{name:14} {found}, {one.falsely:.1%} of good sentences falsely, level {one.level:.2f}")


def _sentences(lines: Iterable[str]) -> list[str]:
    """Their sentences, each once, without what stands in quotation marks: as the detectors will be given them."""
    bare = (wording.own(each).strip() for line in lines for each in wording.sentences(line))
    return list(dict.fromkeys(each for each in bare if len(each) > 1))


def _lines_around_parts(opened: House) -> Iterator[str]:
    """What the coach says around a rehearsal: its own lines, the scenes, and what stayed hidden."""
    cast = opened.studio.cast
    yield from _leaves(cast.coach.model_dump())
    for role in cast.roles.values():
        yield from (*role.scene, role.hidden)


def _leaves(held: object) -> Iterator[str]:
    """Every text in what is nested."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, Mapping):
        for one in held.values():
            yield from _leaves(one)
    elif isinstance(held, list | tuple):
        for one in held:
            yield from _leaves(one)


def _lines_of_parts(opened: House) -> tuple[list[str], list[str]]:
    """What people wrote for the other person of a rehearsal: until they are won over, and from then on."""
    roles = tuple(opened.studio.cast.roles.values())
    to_what = [one for role in roles for one in role.reactions.values()]
    about = [one.answers for role in roles for one in role.topics]
    shut = [line for one in to_what for line in (*one.shut, *one.half)] + [line for one in about for line in one.shut]
    won = [line for one in to_what for line in one.open] + [line for one in about for line in (*one.half, *one.open)]
    return [line for role in roles for line in role.opens] + shut, won


def _own_lines(opened: House) -> Iterator[str]:
    """What people wrote for the coach to say: phrases, words about itself, questions and challenges."""
    yield from (line for lines in opened.words.phrases.values() for line in lines)
    yield from (line for topic in opened.words.about.topics for line in topic.say)
    for book in opened.compiled[1].values():
        yield from (question.text for facet in book.facets for question in facet.ask)
        yield from (text for one in book.challenges for text in (one.say, one.ask))
        yield from (one.say for one in book.meanings)
