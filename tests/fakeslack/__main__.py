"""`python -m tests.fakeslack`: starts the fake, prints one line of JSON when it can be used, and runs until told to stop."""

import argparse
import asyncio
import json
import signal
import sys
from pathlib import Path

from tests.fakeslack import known
from tests.fakeslack.server import Settings, running

_CREDENTIALS = {
    "bot_token": known.BOT_TOKEN,
    "app_token": known.APP_TOKEN,
    "signing_secret": known.SIGNING_SECRET,
}
"""For whoever starts the fake without importing it."""


def _asked() -> tuple[Settings, bool]:
    parser = argparse.ArgumentParser(prog="python -m tests.fakeslack", description="A strict stand-in for Slack.")
    parser.add_argument("--port", type=int, default=0, help="0 takes any port that is free")
    parser.add_argument("--manifest", type=Path, help="the app's manifest; the coach's own where this is not given")
    parser.add_argument("--events-url", default="", help="where the app takes Slack's requests")
    parser.add_argument("--mode", choices=("http", "socket", "none"), default="http")
    parser.add_argument("--demo", action="store_true", help="with two doctors, a mentor and a channel to begin with")
    parser.add_argument("--with-parent", action="store_true", help="stop when the standard input is closed")
    asked = parser.parse_args()
    settings = Settings(asked.port, asked.manifest, asked.events_url, asked.mode, asked.demo)
    return settings, asked.with_parent


async def _until_closed(stop: asyncio.Event) -> None:
    """Set `stop` when whoever started this process is gone."""
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    await reader.read()
    stop.set()


async def _run(settings: Settings, *, with_parent: bool) -> None:
    stop = asyncio.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(one, stop.set)
    async with running(settings) as world:
        mentors = [f"{one.team}:{one.id}" for one in world.state.users.values() if one.name == known.MENTOR]
        told = {"url": world.state.url, **_CREDENTIALS, "mentor": next(iter(mentors), ""), "mentor_name": known.MENTOR}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        watching = asyncio.create_task(_until_closed(stop)) if with_parent else None
        await stop.wait()
        if watching is not None:
            watching.cancel()


def main() -> int:
    """Run until told to stop; 2 where the fake cannot start, with the reason."""
    settings, with_parent = _asked()
    try:
        asyncio.run(_run(settings, with_parent=with_parent))
    except (OSError, ValueError) as wrong:
        sys.stderr.write(f"The fake Slack cannot start: {wrong}\n")
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
