"""Driving the fake from a test: it starts in a process of its own, and its driver API becomes methods here."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from types import TracebackType
from urllib.parse import urlencode, urlsplit

from tests.fakeslack.jsons import Json, record, records, text

_ROOT = Path(__file__).parents[2]
_START_SECONDS = 30.0


class FakeSlackError(Exception):
    """The fake refused what was asked of it, or did not start."""


def command_line(
    *, mode: str = "http", manifest: Path | None = None, events_url: str = "", port: int = 0, demo: bool = False
) -> list[str]:
    """The command that starts the fake; it stops when its standard input is closed."""
    line = [sys.executable, "-m", "tests.fakeslack", "--with-parent", "--mode", mode, "--port", str(port)]
    line += ["--manifest", str(manifest)] if manifest else []
    line += ["--events-url", events_url] if events_url else []
    return [*line, "--demo"] if demo else line


class FakeSlack:
    """A fake that is running, in another process or at a known address. Safe to use from several threads."""

    def __init__(self, url: str, process: "subprocess.Popen[str] | None" = None) -> None:
        self.url = url
        self.api_url = f"{url}/api/"
        self._process = process
        self._here = threading.local()

    @classmethod
    def start(
        cls,
        *,
        mode: str = "http",
        manifest: Path | None = None,
        events_url: str = "",
        port: int = 0,
        demo: bool = False,
    ) -> "FakeSlack":
        """Start the fake and wait until it can be used.

        Raises:
            FakeSlackError: It did not start.
        """
        line = command_line(mode=mode, manifest=manifest, events_url=events_url, port=port, demo=demo)
        process = subprocess.Popen(
            line, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        told: list[str] = []
        waiting = threading.Thread(target=lambda: told.append(_first_line(process)), daemon=True)
        waiting.start()
        waiting.join(_START_SECONDS)
        if not told or not told[0]:
            process.kill()
            message = f"the fake Slack did not start: {process.communicate()[1].strip()}"
            raise FakeSlackError(message)
        return cls(text(record(json.loads(told[0])), "url"), process)

    def __enter__(self) -> "FakeSlack":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop the fake, where this started it."""
        self._hang_up()
        if self._process is None:
            return
        try:
            self._process.communicate(timeout=10)  # closes its standard input, which tells it to stop
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()

    def _hang_up(self) -> None:
        line: HTTPConnection | None = getattr(self._here, "line", None)
        if line is not None:
            line.close()
            self._here.line = None

    def _request(self, verb: str, path: str, body: str | None) -> Json:
        for last in (False, True):
            line: HTTPConnection | None = getattr(self._here, "line", None)
            if line is None:
                line = HTTPConnection(urlsplit(self.url).netloc, timeout=60)
                self._here.line = line
            try:
                line.request(verb, path, body, {"Content-Type": "application/json"})
                response = line.getresponse()
                said = record(json.loads(response.read()))
            except (HTTPException, ConnectionError):
                self._hang_up()  # a connection that was kept for too long; nothing was done over it
                if last:
                    raise
            else:
                if response.status != 200:
                    raise FakeSlackError(text(said, "error", str(response.status)))
                return said
        message = f"{path}: no answer"
        raise FakeSlackError(message)

    def act(self, name: str, /, **asked: object) -> Json:
        """Do something, as `act("message", user=..., text=...)`; what is None is left out.

        Raises:
            FakeSlackError: It cannot be done.
        """
        given = {key: value for key, value in asked.items() if value is not None}
        return self._request("POST", f"/_fake/{name}", json.dumps(given))

    def look(self, name: str, /, **asked: str) -> Json:
        """Look at something, as `look("home", user=...)`.

        Raises:
            FakeSlackError: There is nothing like that.
        """
        return self._request("GET", f"/_fake/{name}?{urlencode(asked)}", None)

    def add_user(self, name: str, *, tz: str = "Europe/London", team: str | None = None) -> str:
        """A new person; gives their id."""
        return text(self.act("user", name=name, tz=tz, team=team), "user")

    def add_channel(self, name: str, members: Sequence[str] = ()) -> str:
        """A new public channel with the app in it; gives its id."""
        return text(self.act("channel", name=name, members=list(members)), "channel")

    def say(self, user: str, words: str, **more: object) -> str:
        """A person writes, to the app unless `channel` is given; gives the time stamp."""
        return text(self.act("message", user=user, text=words, **more), "ts")

    def mention(self, user: str, channel: str, words: str, **more: object) -> str:
        """A person mentions the app in a channel; gives the time stamp."""
        return text(self.act("mention", user=user, channel=channel, text=words, **more), "ts")

    def direct(self, user: str) -> str:
        """The direct conversation of a person with the app."""
        return text(self.look("dm", user=user), "channel")

    def transcript(self, user: str, channel: str | None = None) -> list[Json]:
        """A conversation as a person sees it, oldest first; the direct one where none is named."""
        where = {"channel": channel} if channel else {}
        return records(self.look("transcript", user=user, **where)["messages"])

    def replies(self, user: str, channel: str | None = None) -> list[Json]:
        """What the app has said in a conversation, oldest first."""
        return [one for one in self.transcript(user, channel) if "bot_id" in one]

    def views(self, user: str) -> list[Json]:
        """The modals that a person has open, newest last."""
        return records(self.look("views", user=user)["views"])

    def click(self, user: str, action_id: str, **more: object) -> Json:
        """A person uses a button, in `ts` (and `channel`) or in `view_id`; gives what came back."""
        return record(self.act("click", user=user, action_id=action_id, **more)["response"])

    def command(self, user: str, words: str = "", *, name: str = "/coach", channel: str | None = None) -> Json:
        """A person gives a slash command; gives what came back."""
        return record(self.act("command", user=user, command=name, text=words, channel=channel)["response"])

    def submit(self, user: str, view_id: str, values: Json) -> Json:
        """A person sends a form; gives what came back."""
        return record(self.act("submit", user=user, view_id=view_id, values=values)["response"])

    def fault(self, method: str, kind: str, **more: object) -> None:
        """Something goes wrong with a method: see `faults.Fault`."""
        self.act("faults", method=method, kind=kind, **more)

    def problems(self) -> list[Json]:
        """The rules that the app broke so far."""
        return records(self.look("problems")["problems"])

    def until(self, holds: Callable[[], bool], seconds: float = 30.0) -> bool:
        """Wait until something holds; whether it did in time."""
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                return False
            time.sleep(0.02)
        return True


def _first_line(process: "subprocess.Popen[str]") -> str:
    return process.stdout.readline() if process.stdout else ""
