"""The stand-in for Slack as a process of its own, spoken to over its driver API; part of a checkout, never imported."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector
from pydantic import BaseModel, ConfigDict

from evals.bench.outcome import BenchError

ROOT = Path(__file__).resolve().parents[3]
_MODULE = ROOT / "tests" / "fakeslack" / "__main__.py"
_START_WITHIN, _END_WITHIN, _ANSWER_WITHIN = 60.0, 20.0, 60.0
_CONNECTIONS = 200


class Told(BaseModel):
    """What it says when it is there."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    url: str
    bot_token: str
    app_token: str
    signing_secret: str


class StandIn:
    """A client of its driver API. What it refuses, and what it does not answer, is a BenchError."""

    def __init__(self, told: Told, pid: int, client: ClientSession) -> None:
        self.told = told
        self.pid = pid
        self._client = client

    async def act(self, what: str, body: Mapping[str, object]) -> dict[str, object]:
        """Do something as a person would."""
        return await self._call("POST", what, body, {})

    async def look(self, what: str, query: Mapping[str, str]) -> dict[str, object]:
        """See something as a person would."""
        return await self._call("GET", what, None, query)

    async def changes(self, opened: asyncio.Event) -> AsyncIterator[dict[str, object]]:
        """Everything that changes from now on, for ever; `opened` is set when it has begun."""
        url = f"{self.told.url}/_fake/changes"
        async with self._client.get(url, timeout=ClientTimeout(total=None)) as answer:
            opened.set()
            async for line in answer.content:
                if line.startswith(b"data:"):
                    yield json.loads(line.removeprefix(b"data:"))

    async def _call(
        self, verb: str, what: str, body: Mapping[str, object] | None, query: Mapping[str, str]
    ) -> dict[str, object]:
        url = f"{self.told.url}/_fake/{what}"
        try:
            async with self._client.request(verb, url, json=body, params=query) as answer:
                said: dict[str, object] = await answer.json()
        except (ClientError, TimeoutError, ValueError) as error:
            message = f"the stand-in for Slack does not answer ({type(error).__name__})"
            raise BenchError(message) from error
        if not answer.ok:
            message = f"the stand-in for Slack refuses {what}: {said.get('error')}"
            raise BenchError(message)
        return said


@asynccontextmanager
async def stand_in() -> AsyncIterator[StandIn]:
    """Start it, and end it. Raises BenchError where this is no checkout, or it does not start."""
    if not _MODULE.is_file():
        message = "needs a checkout of the project: the stand-in for Slack is no part of an installed package"
        raise BenchError(message)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.fakeslack", "--mode", "socket"),
        cwd=ROOT,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        told = await _told(process)
        limits = TCPConnector(limit=_CONNECTIONS)
        async with ClientSession(connector=limits, timeout=ClientTimeout(total=_ANSWER_WITHIN)) as client:
            yield StandIn(told, process.pid, client)
    finally:
        await ended(process)


async def ended(process: asyncio.subprocess.Process) -> int:
    """End a process: asked first, then made to. Gives its exit status."""
    if process.returncode is None:
        process.terminate()
    try:
        return await asyncio.wait_for(process.wait(), _END_WITHIN)
    except TimeoutError:
        process.kill()
        return await process.wait()


async def _told(process: asyncio.subprocess.Process) -> Told:
    try:
        line = await asyncio.wait_for(process.stdout.readline(), _START_WITHIN) if process.stdout else b""
        return Told.model_validate_json(line)
    except (TimeoutError, ValueError) as error:
        message = "the stand-in for Slack did not start; run: python -m tests.fakeslack --demo"
        raise BenchError(message) from error
