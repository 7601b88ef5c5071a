"""Processes of `coach slack`, as an operator starts them, and what they use: processor time and memory."""

import asyncio
import os
import re
import socket
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientError, ClientSession

from bot.settings import Settings
from evals.bench.load.stand_in import ROOT, Told, ended
from evals.bench.outcome import BenchError

_START_WITHIN = 120.0
_TICKS = os.sysconf("SC_CLK_TCK")
_NOT_OURS = ("slack_", "console_")


@dataclass(frozen=True, slots=True)
class Where:
    """Where the processes keep what they keep; an empty database means a SQLite file in the folder."""

    data: Path
    folder: Path
    database: str = ""

    @property
    def url(self) -> str:
        """The store's URL."""
        return self.database or f"sqlite:///{self.folder / 'load.db'}"


@dataclass(frozen=True, slots=True)
class Replica:
    """One running process, and the port at which it tells how it is."""

    pid: int
    port: int

    def processor_seconds(self) -> float:
        """Processor time that it has used so far."""
        return processor_seconds(self.pid)

    def memory_mb(self) -> float:
        """Memory that it holds now, in MB of 1,000,000 bytes."""
        found = re.search(r"^VmRSS:\s+(\d+) kB", Path(f"/proc/{self.pid}/status").read_text(encoding="ascii"), re.M)
        return int(found[1]) * 1024 / 1_000_000 if found else 0.0


@asynccontextmanager
async def replicas(count: int, told: Told, where: Where) -> AsyncIterator[Sequence[Replica]]:
    """Start them, wait until each is ready, and end them.

    Raises BenchError where one does not come up, with the last line of what it said.
    """
    running: list[asyncio.subprocess.Process] = []
    ports = [_free_port() for _ in range(count)]
    try:
        for number, port in enumerate(ports):
            running.append(await _start(number, port, told, where))
        for number, (process, port) in enumerate(zip(running, ports, strict=True)):
            await _ready(process, port, _log(where, number))
        yield [Replica(process.pid, port) for process, port in zip(running, ports, strict=True)]
    finally:
        for process in running:
            await ended(process)


def environment(number: int, port: int, told: Told, where: Where) -> tuple[str, ...]:
    """What a replica is told, as arguments of `env`; settings of the operator's own Slack never reach it."""
    given: Mapping[str, str] = {
        "COACH_DATA": str(where.data),
        "COACH_DATABASE": where.url,
        "COACH_KEY_FILE": str(where.folder / "key"),
        "COACH_SLACK_BOT_TOKEN": told.bot_token,
        "COACH_SLACK_APP_TOKEN": told.app_token,
        "COACH_SLACK_SIGNING_SECRET": told.signing_secret,
        "COACH_SLACK_API": f"{told.url}/api/",
        "COACH_HOST": "127.0.0.1",
        "COACH_PORT": str(port),
        "COACH_REPLICA": f"load-{number}",
        "COACH_LOG_LEVEL": "warning",
    }
    settings = (f"COACH_{name.upper()}" for name in Settings.model_fields if name.startswith(_NOT_OURS))
    taken_out = (part for name in settings if name not in given for part in ("-u", name))
    return (*taken_out, *(f"{name}={value}" for name, value in given.items()))


async def _start(number: int, port: int, told: Told, where: Where) -> asyncio.subprocess.Process:
    with _log(where, number).open("wb") as log:
        return await asyncio.create_subprocess_exec(
            *("env", *environment(number, port, told, where), sys.executable, "-m", "bot", "slack"),
            cwd=ROOT,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )


async def _ready(process: asyncio.subprocess.Process, port: int, log: Path) -> None:
    until = asyncio.get_running_loop().time() + _START_WITHIN
    async with ClientSession() as client:
        while asyncio.get_running_loop().time() < until and process.returncode is None:
            try:
                async with client.get(f"http://127.0.0.1:{port}/readyz") as answer:
                    if answer.ok:
                        return
            except (ClientError, OSError):
                pass
            await asyncio.sleep(0.1)
    said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    message = f"a replica of the coach did not come up: {said[-1] if said else 'it said nothing'}"
    raise BenchError(message)


def _log(where: Where, number: int) -> Path:
    return where.folder / f"replica-{number}.log"


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        port: int = one.getsockname()[1]
        return port


def processor_seconds(pid: int) -> float:
    """Processor time that a process has used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS
