"""The Slack experience without Slack: a stand-in for it in a process of its own, the coach, a page to look at.

The stand-in is part of a checkout (`tests/fakeslack`) and is never imported here: it is started, and says where it is.
"""

import asyncio
import json
import secrets
import subprocess
import sys
import tempfile
import urllib.request
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
from pydantic import BaseModel, SecretStr

from bot import compose_slack, compose_staff
from bot.channels import web
from bot.errors import CoachError
from bot.ports.staff import Colleague, Role
from bot.settings import Settings

_ROOT = Path(__file__).resolve().parent.parent
_STAND_IN = _ROOT / "tests" / "fakeslack" / "__main__.py"
_PATIENCE = 20
_LINK_LASTS = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Show:
    """How the demo is shown; without a `store` everything is forgotten when it ends."""

    over_http: bool = False
    browser: bool = True
    store: Path | None = None


class _StandIn(BaseModel):
    """What the stand-in says when it is there."""

    url: str
    bot_token: str
    app_token: str
    signing_secret: str
    mentor: str
    mentor_name: str


def run(settings: Settings, show: Show) -> None:
    """Run until Ctrl-C.

    Raises CoachError where this is no checkout, or the stand-in cannot start.
    """
    with tempfile.TemporaryDirectory(prefix="coach-demo-") as folder, _stand_in(over_http=show.over_http) as slack:
        file = (show.store or Path(folder) / "demo.db").resolve()
        told = settings.model_copy(
            update={
                "database": f"sqlite:///{file}",
                "key_file": file.with_name(f"{file.name}.key"),
                "console_url": f"http://127.0.0.1:{settings.console_port}",
                "console_host": "127.0.0.1",
                "console_team": "",
                "host": "127.0.0.1",
                "port": 0,
                "slack_api": f"{slack.url}/api/",
                "slack_bot_token": SecretStr(slack.bot_token),
                "slack_app_token": SecretStr("" if show.over_http else slack.app_token),
                "slack_signing_secret": SecretStr(slack.signing_secret),
                "slack_client_id": "",
                "log_level": "warning",
            }
        )
        link = asyncio.run(_hire(told, slack))
        try:
            web.run(_serve(told, slack, show, link))
        except KeyboardInterrupt:
            click.echo()


async def _hire(settings: Settings, slack: _StandIn) -> str:
    """Give the stand-in's mentor their roles, and make a link that signs them in to the console."""
    now, token = datetime.now(UTC), secrets.token_urlsafe(32)
    colleague = Colleague(slack.mentor, slack.mentor_name, frozenset(Role))
    with compose_staff.opened(settings) as room:
        await room.staff.put(colleague, by="operator", at=now)
        await room.doors.make_link(slack.mentor, token, now + _LINK_LASTS, by="operator", at=now)
    return f"{settings.console_url}/sign-in/link/{token}"


def _stays(settings: Settings) -> str:
    """What is true of where the words go: with a chat model they go to that."""
    return "" if settings.llm else " Nothing leaves this machine."


async def _serve(settings: Settings, slack: _StandIn, show: Show, link: str) -> None:
    def listening(url: str) -> None:
        if show.over_http:
            _tell(slack, url)
        click.echo(f"Open {slack.url} and write to the coach as a doctor would.{_stays(settings)}")
        click.echo(f"As the mentor {slack.mentor_name}, open {link} (good once, for a day).")
        click.echo(f"The coach's own health: {url}/readyz  Ctrl-C ends both.")
        if show.browser and sys.stdout.isatty():
            webbrowser.open(slack.url)

    async with compose_slack.opened(settings, listening=listening) as service:
        await service.serve()


@contextmanager
def _stand_in(*, over_http: bool) -> Iterator[_StandIn]:
    if not _STAND_IN.is_file():
        message = "the demo needs a checkout of the project: its stand-in for Slack is not part of an installed package"
        raise CoachError(message, code="no_stand_in")
    mode = "http" if over_http else "socket"
    with subprocess.Popen(  # noqa: S603 - our own module, run by our own interpreter
        [sys.executable, "-m", "tests.fakeslack", "--demo", "--with-parent", "--mode", mode],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Ctrl-C is for us; it ends when we do
    ) as process:
        try:
            yield _said(process)
        finally:
            process.terminate()


def _said(process: "subprocess.Popen[str]") -> _StandIn:
    """The line in which the stand-in says that it is there."""
    line = process.stdout.readline() if process.stdout else ""
    try:
        return _StandIn.model_validate(json.loads(line))
    except ValueError as error:
        message = "the stand-in for Slack did not start; run: python -m tests.fakeslack --demo"
        raise CoachError(message, code="no_stand_in") from error


def _tell(slack: _StandIn, url: str) -> None:
    """Say where requests are to go, as one would on the app's page."""
    body = json.dumps({"request_url": f"{url}/slack/events"}).encode()
    request = urllib.request.Request(  # noqa: S310 - an address on this machine
        f"{slack.url}/_fake/app", data=body, headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=_PATIENCE):  # noqa: S310
        pass
