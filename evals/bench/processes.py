"""Processes of our own that are measured from outside: a coach on JSON lines, and one that only holds a model."""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from evals.bench.outcome import BenchError

COACH = (sys.executable, "-m", "bot", "chat", "--json")
IMPORT = (sys.executable, "-c", "import sentence_transformers")
_HOLD = (
    "import sys; from sentence_transformers import SentenceTransformer; "
    "model = SentenceTransformer(sys.argv[1], device='cpu'); print('{}', flush=True); sys.stdin.read()"
)
_END_WITHIN = 60


def holding(model: Path) -> tuple[str, ...]:
    """The command of a process that loads a sentence-transformers model, says so on one line, and waits."""
    return (sys.executable, "-c", _HOLD, str(model))


@dataclass(frozen=True, slots=True)
class Started:
    """A running process whose lines can be written and read."""

    pid: int
    _stdin: IO[str]
    _stdout: IO[str]
    _stderr: IO[str]

    def ask(self, conversation: str, text: str) -> None:
        """Send one message and read its answer; an answer that is an error is one here, too."""
        line = json.dumps({"conversation": conversation, "user": "bench", "text": text})
        try:
            self._stdin.write(line + "\n")
            self._stdin.flush()
        except BrokenPipeError:
            self._fail()
        self.hear()

    def hear(self) -> None:
        """Read one line that is no error."""
        line = self._stdout.readline()
        if not line:
            self._fail()
        answer: dict[str, object] = json.loads(line)
        if "error" in answer:
            raise BenchError(str(answer["error"]))

    def _fail(self) -> None:
        self._stderr.seek(0)
        said = self._stderr.read().strip().splitlines()
        message = f"the process ended before it answered: {said[-1] if said else 'it said nothing'}"
        raise BenchError(message)


@contextmanager
def started(command: Sequence[str]) -> Iterator[Started]:
    """Start a process, and end it by closing its input."""
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as errors,
        subprocess.Popen(  # noqa: S603 - our own interpreter and modules
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True, encoding="utf-8"
        ) as process,
    ):
        if process.stdin is None or process.stdout is None:  # cannot be: both were asked for
            raise AssertionError
        try:
            yield Started(process.pid, process.stdin, process.stdout, errors)
        finally:
            _end(process)


def run(command: Sequence[str]) -> None:
    """Run a process to its end; one that fails is an error."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - as above
    if done.returncode != 0:
        message = f"the yardstick failed: {done.stderr.strip()[-300:]}"
        raise BenchError(message)


def peak_mb(pid: int, proc: Path = Path("/proc")) -> float:
    """The most memory that a living process has held (VmHWM), in MB of 1,000,000 bytes."""
    status = (proc / str(pid) / "status").read_text(encoding="utf-8")
    found = re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
    if found is None:
        message = f"process {pid} has no VmHWM: it has ended"
        raise BenchError(message)
    return int(found[1]) * 1024 / 1_000_000


def _end(process: subprocess.Popen[str]) -> None:
    try:
        if process.stdin is not None:
            process.stdin.close()
    except BrokenPipeError:
        pass
    try:
        process.wait(_END_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
