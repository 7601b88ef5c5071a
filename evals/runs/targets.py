"""What is evaluated: the coach itself, another command, or an HTTP endpoint, all by the JSON lines interface."""

import contextlib
import json
import os
import shlex
import signal
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
_END_WITHIN_S = 10


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
    """A process that answers lines with lines. It is begun again after a fault, so that one case takes no other."""

    def __init__(self, command: list[str], patience_s: float) -> None:
        self._command = command
        self._patience = patience_s
        self._running: _Running | None = None

    def reply(self, conversation: str, text: str, at: datetime) -> Reply:
        self._running = self._running or _Running(self._command)
        running = self._running
        overdue = threading.Timer(self._patience, running.kill)
        overdue.start()
        try:
            line = running.exchange(_line(conversation, text, at))
        finally:
            overdue.cancel()
        if not line:
            why = running.last_words(self._patience)
            self.close()
            raise TargetFailedError(why)
        try:
            return _parse(line)
        except TargetFailedError:
            self.close()  # what comes after a bad line may be the answer to another message
            raise

    def close(self) -> None:
        if self._running:
            self._running.end()
        self._running = None


class _Running:
    """One process of a target, in a group of its own, so that what it starts ends with it."""

    def __init__(self, command: list[str]) -> None:
        self._errors: IO[str] = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - lives as long as this
        try:
            self._process = subprocess.Popen(  # noqa: S603 - the command that the trainer named
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                text=True,
                encoding="utf-8",
                errors="replace",
                start_new_session=True,
            )
        except OSError as error:
            self._errors.close()
            message = f"the target cannot be started: {command[0]}: {error.strerror}"
            raise EvalsError(message) from error

    def exchange(self, line: str) -> str:
        """One line in, one line out; "" where the process has ended."""
        if self._process.stdin is None or self._process.stdout is None:  # cannot be: both were asked for
            raise AssertionError
        try:
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
        except (BrokenPipeError, OSError):
            return ""
        return self._process.stdout.readline()

    def last_words(self, patience_s: float) -> str:
        """Why there was no answer, with the last line of what the process said of itself."""
        self.kill()
        self._process.wait()
        self._errors.seek(0)
        said = self._errors.read().strip().splitlines()
        last = said[-1][:_LAST_WORDS] if said else "it said nothing"
        return f"the target gave no answer within {patience_s:g} s or ended: {last}"

    def kill(self) -> None:
        """End it and all that it started, at once."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def end(self) -> None:
        """Close its input and wait; kill it where that is not enough."""
        with contextlib.suppress(BrokenPipeError, OSError):
            if self._process.stdin:
                self._process.stdin.close()
        try:
            self._process.wait(_END_WITHIN_S)
        except subprocess.TimeoutExpired:
            self.kill()
            self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()
        self._errors.close()


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
