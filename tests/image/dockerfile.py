"""Reading a Dockerfile strictly: what is not understood here is an error, so that nothing is replayed by halves."""

import json
import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

KNOWN = frozenset("ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL RUN STOPSIGNAL USER WORKDIR".split())
FLAGS = {
    "COPY": frozenset({"from", "chown"}),
    "RUN": frozenset({"mount"}),
    "HEALTHCHECK": frozenset({"interval", "timeout", "start-period", "retries"}),
}
_FLAG = re.compile(r"--([a-z-]+)=(\S+)\s+")
_VARIABLE = re.compile(r"\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))")
_FROM = re.compile(r"(\S+)(?:\s+AS\s+([a-z][a-z0-9_-]*))?")


class DockerfileError(Exception):
    """A line of the file is no Dockerfile's, or more of one than is understood here."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"line {line}: {what}")


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction: its name, its flags, and the rest as it stands there."""

    line: int
    name: str
    flags: Mapping[str, str]
    rest: str

    def words(self) -> list[str]:
        """The rest as words: a JSON list, or split as a shell does."""
        if not self.rest.startswith("["):
            return shlex.split(self.rest)
        listed = json.loads(self.rest)
        if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
            raise DockerfileError(self.line, f"{self.name} is no list of words")
        return [str(one) for one in listed]

    def pairs(self) -> list[tuple[str, str]]:
        """The rest as NAME=value, in order."""
        found = [one.partition("=") for one in shlex.split(self.rest)]
        if not found or not all(middle and name for name, middle, _ in found):
            raise DockerfileError(self.line, f"{self.name} wants NAME=value")
        return [(name, value) for name, _, value in found]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage: the image or stage it begins from, its name ("" without one), its steps."""

    base: str
    name: str
    steps: list[Step] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Dockerfile:
    """The arguments that stand before the first stage with their defaults, and the stages."""

    arguments: Mapping[str, str]
    stages: tuple[Stage, ...]


def read(path: Path) -> Dockerfile:
    """Read a Dockerfile. Raises DockerfileError, naming the line, for whatever is not understood."""
    arguments: dict[str, str] = {}
    stages: list[Stage] = []
    for step in _steps(path.read_text(encoding="utf-8")):
        if step.name == "FROM":
            found = _FROM.fullmatch(step.rest)
            if found is None:
                raise DockerfileError(step.line, f"FROM {step.rest}")
            stages.append(Stage(base=fill(found[1], arguments, step.line), name=found[2] or ""))
        elif stages:
            stages[-1].steps.append(step)
        elif step.name == "ARG":
            arguments |= dict(step.pairs())
        else:
            raise DockerfileError(step.line, f"{step.name} before the first FROM")
    if not stages:
        raise DockerfileError(0, "there is no FROM")
    return Dockerfile(arguments, tuple(stages))


def fill(text: str, values: Mapping[str, str], line: int) -> str:
    """Put variables in their places, as Docker does. Raises DockerfileError for one that is not known."""

    def value(found: re.Match[str]) -> str:
        name = found[1] or found[2]
        if name not in values:
            raise DockerfileError(line, f"nothing is called {name}")
        return values[name]

    filled = _VARIABLE.sub(value, text)
    if "$" in filled:
        raise DockerfileError(line, f"not understood: {text}")
    return filled


def _steps(text: str) -> Iterator[Step]:
    waiting, begun = "", 0
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if not waiting and (not stripped or stripped.startswith("#")):
            continue
        if waiting and (not stripped or stripped.startswith("#")):
            raise DockerfileError(number, "an empty line or a comment inside an instruction")
        begun = begun if waiting else number
        waiting += stripped.removesuffix("\\").rstrip() + " "
        if not stripped.endswith("\\"):
            yield _step(waiting.strip(), begun)
            waiting = ""
    if waiting:
        raise DockerfileError(begun, "the instruction does not end")


def _step(text: str, line: int) -> Step:
    name, _, rest = text.partition(" ")
    if name not in KNOWN:
        raise DockerfileError(line, f"{name} is not understood here")
    flags: dict[str, str] = {}
    rest = rest.strip()
    while found := _FLAG.match(rest):
        if found[1] not in FLAGS.get(name, frozenset()) or found[1] in flags:
            raise DockerfileError(line, f"--{found[1]} of {name} is not understood here")
        flags[found[1]] = found[2]
        rest = rest[found.end() :]
    if not rest or rest.startswith("--"):
        raise DockerfileError(line, f"{text}")
    return Step(line, name, flags, rest)
