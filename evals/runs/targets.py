"""What is evaluated: the coach itself, another command, or an HTTP endpoint, all by the JSON lines interface."""

import contextlib
import json
import shlex
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Protocol

from pydantic import ValidationError

from evals.errors import EvalsError
from evals.rubric.talk import Reply

COACH = "coach"
_COMMAND = (sys.executable, "-m", "bot", "chat", "--json")
_LAST_WORDS = 200


class TargetFailedError(Exception):
    """The target gave no usable reply; the case is counted as crashed, never left out."""


class Session(Protocol):
    """A target that can be talked to."""

    def reply(self, conversation: str, text: str, at: datetime) -> Reply:
        """The reply to a message; TargetFailedError where there is none."""
        ...

    def close(self) -> None:
        """Let the target go."""
        ...


@dataclass(frozen=True, slots=True)
class Target:
    """How to reach what is evaluated. `spec` is `coach`, a command line, or an http(s) address."""

    spec: str = COACH
    patience_s: float = 60.0

    def open(self) -> Session:
        """A session of its own; several may be open at once."""
        if self.spec.startswith(("http://", "https://")):
            return _Http(self.spec, self.patience_s)
        command = list(_COMMAND) if self.spec == COACH else shlex.split(self.spec)
        if not command:
            message = "the target is empty: name a command or an http address"
            raise EvalsError(message)
        return _Command(command, self.patience_s)


def _line(conversation: str, text: str, at: datetime) -> str:
    fields = {
        "conversation": conversation,
        "user": f"doctor of {conversation}"[:200],
        "text": text,
        "at": at.isoformat(),
    }
    return json.dumps(fields, ensure_ascii=False)


def _parse(line: str) -> Reply:
    try:
        answer: object = json.loads(line)
    except ValueError as error:
        message = f"the target's line is not JSON: {line[:_LAST_WORDS]}"
        raise TargetFailedError(message) from error
    if isinstance(answer, Mapping) and "error" in answer:
        message = f"the target answered with an error: {answer['error']}"
        raise TargetFailedError(message)
    try:
        return Reply.model_validate(answer)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        message = f"the target's line lacks what a reply needs: {'.'.join(map(str, first['loc']))}: {first['msg']}"
        raise TargetFailedError(message) from error


class _Command:
    """A process that answers lines with lines. It is begun again after it has died, so that one case takes no other."""

    def __init__(self, command: list[str], patience_s: float) -> None:
        self._command = command
        self._patience = patience_s
        self._errors: IO[str] = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - lives as long as this
        self._process: subprocess.Popen[str] | None = None

    def reply(self, conversation: str, text: str, at: datetime) -> Reply:
        process = self._running()
        overdue = threading.Timer(self._patience, process.kill)
        overdue.start()
        try:
            line = self._exchange(process, _line(conversation, text, at))
        finally:
            overdue.cancel()
        if not line:
            raise TargetFailedError(self._why(process))
        return _parse(line)

    def close(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin:
            with contextlib.suppress(BrokenPipeError):
                process.stdin.close()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()
        self._errors.close()

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            try:
                self._process = subprocess.Popen(  # noqa: S603 - the command that the trainer named
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=self._errors,
                    text=True,
                    encoding="utf-8",
                )
            except OSError as error:
                message = f"the target cannot be started: {self._command[0]}: {error.strerror}"
                raise EvalsError(message) from error
        return self._process

    @staticmethod
    def _exchange(process: subprocess.Popen[str], line: str) -> str:
        if process.stdin is None or process.stdout is None:  # cannot be: both were asked for
            raise AssertionError
        try:
            process.stdin.write(line + "\n")
            process.stdin.flush()
        except (BrokenPipeError, OSError):
            return ""
        return process.stdout.readline()

    def _why(self, process: subprocess.Popen[str]) -> str:
        process.kill()
        process.wait()
        self._errors.seek(0)
        said = self._errors.read().strip().splitlines()
        last = said[-1][:_LAST_WORDS] if said else "it said nothing"
        return f"the target gave no answer within {self._patience:g} s or ended: {last}"


class _Http:
    """An address that answers a posted line with a line."""

    def __init__(self, url: str, patience_s: float) -> None:
        self._url = url
        self._patience = patience_s

    def reply(self, conversation: str, text: str, at: datetime) -> Reply:
        request = urllib.request.Request(  # noqa: S310 - Target.open lets only http(s) here
            self._url, _line(conversation, text, at).encode(), {"Content-Type": "application/json"}
        )
        try:
            with urllib.request.urlopen(request, timeout=self._patience) as answer:  # noqa: S310 - as above
                return _parse(answer.read().decode("utf-8", errors="replace"))
        except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
            message = f"{self._url} did not answer: {error}"
            raise TargetFailedError(message) from error

    def close(self) -> None:
        """Nothing is held open."""
