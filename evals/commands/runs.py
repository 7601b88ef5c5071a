"""`coach evals run | report | compare`."""

import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from bot.settings import Settings
from evals.calibration.calibrate import below_the_bar
from evals.casebook import load
from evals.casebook.case import Case
from evals.casebook.load import CASES
from evals.errors import EvalsError
from evals.judging.judge import Cache, Judge
from evals.reports import comparison, html, junit, terminal
from evals.rubric.grade import grade
from evals.rubric.talk import Talk
from evals.rubric.verdicts import Finding
from evals.runs import house, running
from evals.runs.folder import Manifest, RunFolder
from evals.runs.result import Result, of_talk, talk_of
from evals.runs.targets import COACH, Target

_OUT = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, path_type=Path)
LATEST = "latest"
CALIBRATION = "calibration.json"


@click.command(
    epilog="Example: coach evals run --split tune --html report.html    or: coach evals run --target 'my-bot --json'"
)
@click.option("--cases", "folder", type=_FOLDER, default=CASES, help="A folder or file of cases; ours by default.")
@click.option("--case", "ids", multiple=True, help="Only this case, family or situation; may be repeated.")
@click.option("--tag", "tags", multiple=True, help="Only cases with this tag, or of this kind.")
@click.option("--split", type=click.Choice(["tune", "hold_out", "hard"]), help="Only this split.")
@click.option("--target", default=COACH, show_default=True, help="coach, a command on JSON lines, or an http address.")
@click.option("--jobs", default=2, show_default=True, type=click.IntRange(1, 32), help="Conversations held at once.")
@click.option(
    "--repeat", default=1, show_default=True, type=click.IntRange(1, 100), help="How often each case is held."
)
@click.option("--seed", default=0, show_default=True, help="Decides every order that is drawn.")
@click.option(
    "--judge", help="Chat model for what text does not settle, as provider:model. Default: COACH_JUDGE, or none."
)
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Folder of the run. Default: in the data folder."
)
@click.option("--fresh", is_flag=True, help="Begin again, whatever is there.")
@click.option("--html", "html_file", type=_OUT, help="Write the report here, too, as one HTML file.")
@click.option("--junit", "junit_file", type=_OUT, help="Write JUnit XML here.")
@click.option("--fail-under", type=click.FloatRange(0, 100), help="Exit with 1 where the mean is lower (0 to 100).")
@click.option("--gates", is_flag=True, help="Exit with 1 where a gate failed.")
@click.pass_context
def run(ctx: click.Context, /, **given: object) -> None:
    """Hold the cases with a target and grade its replies. The same command goes on after a kill.

    Exit status: 0; 1 where --fail-under or --gates is not met; 2 where a case crashed or something cannot be used.
    """
    settings = Settings.from_environment()
    every = load.load(Path(str(given["folder"])))
    ids, tags, split = given["ids"], given["tags"], given["split"]
    cases = load.chosen(every, ids=_names(ids), tags=_names(tags), split=str(split) if split else None)
    judge = _judge(settings, given["judge"], int(str(given["seed"])))
    manifest = _manifest(settings, given, judge)
    folder = RunFolder(Path(str(given["out"])) if given["out"] else runs_folder(settings) / manifest.key[:12])
    done = folder.begin(manifest, fresh=bool(given["fresh"]))
    results = list(_held(cases, folder, done, (manifest, int(str(given["jobs"]))), _grader(settings, every, judge)))
    folder.finish(results)
    _remember(settings, folder.path)
    shown = [one for one in folder.results() if one.case in {case.id for case in cases}]
    _write_reports(settings, manifest, shown, (given["html_file"], given["junit_file"]))
    click.echo(f"\nkept in {folder.path}")
    ctx.exit(_status(shown, given["fail_under"], gates=bool(given["gates"])))


@click.command(epilog="Example: coach evals report latest --html report.html")
@click.argument("name", default=LATEST)
@click.option("--html", "html_file", type=_OUT, help="Write one self-contained HTML file.")
@click.option("--junit", "junit_file", type=_OUT, help="Write JUnit XML.")
@click.option("--jsonl", "lines_file", type=_OUT, help="Write every result as a JSON line.")
@click.option("--regrade", is_flag=True, help="Grade the kept conversations anew, by the rubric as it is now.")
@click.option("--cases", "cases_at", type=_FOLDER, default=CASES, help="With --regrade: the cases of the run.")
def report(name: str, **given: object) -> None:
    """Report a run that was made: its name, its folder, or `latest`."""
    settings = Settings.from_environment()
    folder = find_run(settings, name)
    results = folder.results()
    if given["regrade"]:
        results = _regraded(settings, results, load.load(Path(str(given["cases_at"]))))
    _write_reports(settings, folder.manifest(), results, (given["html_file"], given["junit_file"]))
    if given["lines_file"]:
        lines = "".join(one.model_dump_json() + "\n" for one in results)
        Path(str(given["lines_file"])).write_text(lines, encoding="utf-8")


@click.command(epilog="Example: coach evals compare runs/before latest --no-regressions")
@click.argument("before")
@click.argument("after", default=LATEST)
@click.option("--html", "html_file", type=_OUT, help="Write one self-contained HTML file.")
@click.option("--no-regressions", is_flag=True, help="Exit with 1 where it got worse, or a gate failed anew.")
@click.pass_context
def compare(ctx: click.Context, before: str, after: str, html_file: Path | None, no_regressions: bool) -> None:  # noqa: FBT001 - a flag
    """Compare two runs, paired by case: what changed, how surely, which cases flipped and why."""
    settings = Settings.from_environment()
    one, other = find_run(settings, before), find_run(settings, after)
    found = comparison.compare(one.results(), other.results())
    click.echo(terminal.comparison_text(found, one.manifest(), other.manifest()))
    if html_file:
        html_file.write_text(html.comparison_html(found, one.manifest(), other.manifest()), encoding="utf-8")
    if no_regressions and found.regressed:
        click.echo(f"worse: {'; '.join(found.why_regressed)}", err=True)
        ctx.exit(1)
    ctx.exit(2 if found.crashed else 0)


def runs_folder(settings: Settings) -> Path:
    """Where runs are kept unless another folder is named."""
    return settings.data / "evals" / "runs"


def find_run(settings: Settings, name: str) -> RunFolder:
    """A run by its folder, its name in the data folder, or `latest`; EvalsError where there is none."""
    if name == LATEST:
        pointer = runs_folder(settings) / LATEST
        if not pointer.exists():
            message = "no run was made yet; make one with: coach evals run"
            raise EvalsError(message)
        return RunFolder(Path(pointer.read_text(encoding="utf-8").strip()))
    path = Path(name)
    folder = RunFolder(path if path.is_dir() else runs_folder(settings) / name)
    folder.manifest()
    return folder


def _held(
    cases: Sequence[Case], folder: RunFolder, done: Sequence[Result], how: tuple[Manifest, int], grader: running.Grader
) -> Iterator[Result]:
    """The results there are, and then each that is made, with a bar and the time left."""
    manifest, at_once = how
    asked_for = {one.id: load.digest(one) for one in cases}
    kept = [one for one in done if one.state == "graded" and asked_for.get(one.case, one.digest) == one.digest]
    jobs = running.jobs_of(cases, manifest.repeats, kept)
    yield from kept
    made = running.run(jobs, Target(manifest.target), grader, min(at_once, max(1, len(jobs))))
    label = f"{len(jobs)} of {len(cases) * manifest.repeats} to hold"
    with click.progressbar(made, length=len(jobs), label=label, file=sys.stderr) as bar:
        for one in bar:
            folder.append(one)
            yield one


def _grader(settings: Settings, cases: Sequence[Case], judge: Judge | None) -> running.Grader:
    world = house.open_world(settings, [*cases, *load.load()])

    def graded(talk: Talk) -> tuple[Finding, ...]:
        findings = grade(talk, world)
        return judge.fill(talk, findings) if judge else findings

    return graded


def _judge(settings: Settings, named: object, seed: int) -> Judge | None:
    name = str(named or settings.judge)
    if not name:
        return None
    from evals.judging import models  # noqa: PLC0415 - LangChain costs a second that a run without a judge need not pay

    return Judge(name, models.open_model(name), Cache(settings.data / "evals" / "judged.jsonl"), seed)


def _manifest(settings: Settings, given: dict[str, object], judge: Judge | None) -> Manifest:
    versions, machine = house.versions(settings), house.machine()
    made_of = {
        "versions": versions,
        "judge": judge.model if judge else "",
        **{name: given[name] for name in ("target", "seed", "repeat")},
    }
    return Manifest(
        key=hashlib.sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()[:16],
        target=str(given["target"]),
        versions=versions,
        machine=machine,
        repeats=int(str(given["repeat"])),
        seed=int(str(given["seed"])),
        judge=judge.model if judge else None,
    )


def _regraded(settings: Settings, results: Sequence[Result], every: Sequence[Case]) -> list[Result]:
    """The same conversations under the rubric as it is now; a case that changed or went keeps its old grade."""
    cases = {one.id: one for one in every}
    grader = _grader(settings, every, None)
    anew = []
    for one in results:
        case = cases.get(one.case)
        same = case is not None and load.digest(case) == one.digest and one.state == "graded"
        if case and same:
            talk = talk_of(one, case)
            anew.append(of_talk(talk, one.digest, grader(talk), one.repeat))
        else:
            anew.append(one)
    kept = sum(one is other for one, other in zip(anew, results, strict=True))
    if kept:
        click.echo(
            f"{kept} of {len(results)} keep their old grade: their case changed or is not here (--cases)", err=True
        )
    return anew


def _write_reports(
    settings: Settings, manifest: Manifest, results: Sequence[Result], files: tuple[object, object]
) -> None:
    flagged = below_the_bar(settings.data / "evals" / CALIBRATION)
    html_file, junit_file = files
    click.echo(terminal.report_text(manifest, results, flagged))
    if html_file:
        Path(str(html_file)).write_text(html.report_html(manifest, results, flagged), encoding="utf-8")
    if junit_file:
        Path(str(junit_file)).write_text(junit.junit_xml(manifest, results), encoding="utf-8")


def _status(results: Sequence[Result], fail_under: object, *, gates: bool) -> int:
    if any(one.state != "graded" for one in results):
        return 2
    values = [one.value for one in results if one.value is not None]
    mean = 100 * min(1.0, max(0.0, sum(values) / len(values))) if values else 0.0
    low = fail_under is not None and mean < float(str(fail_under))
    failed = gates and any(one.score().gates_failed for one in results)
    return int(low or failed)


def _remember(settings: Settings, path: Path) -> None:
    runs_folder(settings).mkdir(parents=True, exist_ok=True)
    (runs_folder(settings) / LATEST).write_text(f"{path.resolve()}\n", encoding="utf-8")


def _names(given: object) -> tuple[str, ...]:
    return tuple(str(one) for one in given) if isinstance(given, tuple) else ()
