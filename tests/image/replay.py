"""Replaying a Dockerfile without Docker: each stage in a folder of its own, its paths kept inside that folder.

What stands for the base image is a bare virtual environment of a Python of the same version. A step sees the
variables that the file sets and no other; what pip is told on this machine it sees where the file asks for the secret.
"""

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.image.context import sent
from tests.image.dockerfile import Dockerfile, DockerfileError, Stage, Step, fill
from tests.image.machine import Machine

OWN = re.compile(r"(?:(?<=sqlite:///)|(?<![\w./}-]))/(?=(?:opt|build|data|tmp)\b)")
"""Where a path of the image begins, in whatever text."""
_OTHERS = re.compile(r"(?:(?<=\s)|^|(?<=[=:>\"']))/(?!dev/null\b)\w+")
_BASE = "python:{}-slim"
_SYSTEM = "/usr/bin:/bin"
_PIP_CONF = "type=secret,id=pip,target=/etc/pip.conf"


class StepError(Exception):
    """A step of the build failed; the message has its line and the end of what it said."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"line {line}: {what}")


@dataclass(slots=True)
class Built:
    """A stage as it stands: its folder, and what its steps have set."""

    root: Path
    environment: dict[str, str]
    folder: Path
    user: str = ""
    entrypoint: list[str] = field(default_factory=list)
    command: list[str] = field(default_factory=list)
    health: list[str] = field(default_factory=list)
    ports: list[str] = field(default_factory=list)
    stop_signal: str = "SIGTERM"

    def inside(self, text: str) -> str:
        """A text of the Dockerfile with its paths in this stage's folder."""
        return OWN.sub(f"{self.root}/", text)


def replay(file: Dockerfile, context: Path, machine: Machine) -> Built:
    """Run every stage; gives the last, which is the image.

    Raises DockerfileError for what is not understood, StepError for a step that fails.
    """
    done: dict[str, Built] = {}
    built = None
    for number, stage in enumerate(file.stages):
        built = _begin(stage, machine, machine.scratch / f"stage-{number}")
        known: dict[str, str] = {}
        for step in stage.steps:
            _take(step, built, Surroundings(context, done, machine, known))
        done[stage.name] = built
    if built is None:
        raise DockerfileError(0, "there is no stage")
    return built


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a step may look at beside its own stage."""

    context: Path
    stages: Mapping[str, Built]
    machine: Machine
    arguments: dict[str, str]


def base_of(machine: Machine) -> str:
    """The image that this machine's Python can stand for."""
    return _BASE.format(machine.version())


def _begin(stage: Stage, machine: Machine, root: Path) -> Built:
    root.mkdir(mode=0o755)
    (root / "tmp").mkdir()
    if stage.base == "scratch":
        return Built(root, {}, root)
    if stage.base != base_of(machine):
        raise DockerfileError(0, f"FROM {stage.base}: only {base_of(machine)} can be stood in for here")
    machine.prepare()
    own = {"PATH": f"{machine.base}/bin:{_SYSTEM}", "HOME": str(root / "tmp"), "LANG": "C.UTF-8"}
    return Built(root, own | machine.variables, root)


def _take(step: Step, built: Built, around: Surroundings) -> None:
    """One instruction."""
    match step.name:
        case "ARG":
            given = around.machine.arguments
            around.arguments.update({name: given.get(name, value) for name, value in step.pairs()})
        case "ENV":
            built.environment.update(_filled(step, built, around.arguments | built.environment))
        case "WORKDIR":
            built.folder = built.folder / built.inside(step.rest)
            built.folder.mkdir(parents=True, exist_ok=True)
        case "COPY":
            _copy(step, built, around)
        case "RUN":
            _run(step, built, around)
        case _:
            _told(step, built)


def _filled(step: Step, built: Built, known: Mapping[str, str]) -> dict[str, str]:
    return {name: fill(built.inside(value), known, step.line) for name, value in step.pairs()}


def _told(step: Step, built: Built) -> None:
    """What only says how the image is run."""
    match step.name:
        case "USER":
            built.user = step.rest
        case "ENTRYPOINT":
            built.entrypoint = step.words()
        case "CMD":
            built.command = step.words()
        case "EXPOSE":
            built.ports = step.words()
        case "STOPSIGNAL":
            built.stop_signal = step.rest
        case "HEALTHCHECK":
            built.health = Step(step.line, "CMD", {}, step.rest.removeprefix("CMD ")).words()
        case "LABEL":
            step.pairs()
        case _:
            raise DockerfileError(step.line, f"{step.name} is not replayed")


def _copy(step: Step, built: Built, around: Surroundings) -> None:
    *sources, into = step.words()
    origin = step.flags.get("from")
    if "chown" in step.flags or (origin is not None and origin not in around.stages):
        raise DockerfileError(step.line, f"COPY {step.flags}")
    to = built.folder / built.inside(into)
    for source in sources:
        if origin is None:
            _from_context(source, to, into.endswith("/"), around.context, step)
        else:
            stage = around.stages[origin]
            _from_stage(stage.folder / stage.inside(source), to, step)


def _from_context(source: str, to: Path, as_folder: bool, context: Path, step: Step) -> None:
    found = [one for one in sent(context) if Path(source) in (one, *one.parents)]
    if not found:
        raise StepError(step.line, f"COPY {source}: it is not there, or .dockerignore keeps it out")
    for one in found:
        below = one.relative_to(source)
        whole = to / one.name if below == Path() and as_folder else to / below
        whole.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(context / one, whole)


def _from_stage(source: Path, to: Path, step: Step) -> None:
    if not source.is_dir():
        raise StepError(step.line, f"COPY {step.rest}: it is not there")
    shutil.copytree(source, to, symlinks=True, dirs_exist_ok=True)


def _run(step: Step, built: Built, around: Surroundings) -> None:
    if step.flags.get("mount", _PIP_CONF) != _PIP_CONF:
        raise DockerfileError(step.line, f"--mount={step.flags['mount']}")
    beyond = _OTHERS.search(OWN.sub("", step.rest))
    if beyond:
        raise DockerfileError(step.line, f"{beyond[0]} lies outside the folders that are replayed")
    secret = around.machine.pip if "mount" in step.flags else {}
    ran = subprocess.run(
        ["/bin/sh", "-c", built.inside(step.rest)],
        cwd=built.folder,
        env={**around.arguments, **secret, **built.environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if ran.returncode != 0:
        raise StepError(step.line, f"RUN ended with {ran.returncode}: {ran.stdout[-2000:]}")
