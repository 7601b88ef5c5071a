"""The processes of a proof, started and ended from the driver's side: the fake Slack, and replicas of the bot."""

import asyncio
import gc
import json
import os
import signal
import socket
import sys
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import ClientError, ClientSession

from tests.proving.fake import Fake
from tests.proving.plans import Plan

_START_WITHIN = 90.0
_END_WITHIN = 40.0
_TICKS = os.sysconf("SC_CLK_TCK")


class Child:
    """A running process of ours; what it says goes to a file, and stays there to be read."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self._process = process
        self.log = log
        self.pid = process.pid

    @property
    def running(self) -> bool:
        """Whether it has not ended."""
        return self._process.returncode is None

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send it a signal."""
        if self.running:
            self._process.send_signal(number)

    async def end(self) -> int:
        """Ask it to end, insist where it does not, and give its exit status."""
        self.kill(signal.SIGTERM)
        try:
            return await asyncio.wait_for(self._process.wait(), _END_WITHIN)
        except TimeoutError:
            self.kill()
            return await self._process.wait()


async def start(command: Sequence[str], log: Path, environment: Mapping[str, str] | None = None) -> Child:
    """Start one of our modules; standard output and error go to `log`."""
    with log.open("ab") as file:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *command,
            stdout=file,
            stderr=file,
            stdin=asyncio.subprocess.DEVNULL,
            env={**os.environ, **(environment or {})},
        )
    return Child(process, log)


@asynccontextmanager
async def fake_slack(folder: Path, *, mode: str = "http") -> AsyncIterator[tuple[Fake, Child]]:
    """A fake Slack of our own, gone at the end."""
    child = await start(["tests.fakeslack", "--port", "0", "--mode", mode], folder / "fake.log")
    try:
        async with Fake(await _address(child)) as fake:
            yield fake, child
    finally:
        await child.end()


async def _address(child: Child) -> str:
    """The address that the fake prints when it is ready."""
    until = asyncio.get_running_loop().time() + _START_WITHIN
    while asyncio.get_running_loop().time() < until and child.running:
        for line in child.log.read_text(encoding="utf-8").splitlines():
            if line.startswith('{"url"'):
                return str(json.loads(line)["url"])
        await asyncio.sleep(0.05)
    message = f"the fake Slack did not start: {_last_line(child.log)}"
    raise RuntimeError(message)


@asynccontextmanager
async def replicas(plans: Sequence[Plan], folder: Path) -> AsyncIterator[list[Child]]:
    """Replicas of the bot that answer their health checks, ended at the end."""
    children = [
        await start(["tests.proving.bot", plan.model_dump_json()], folder / f"bot-{plan.owner}.log") for plan in plans
    ]
    try:
        for plan, child in zip(plans, children, strict=True):
            await ready(plan.port, child)
        yield children
    finally:
        for child in children:
            await child.end()


async def ready(port: int, child: Child) -> None:
    """Wait until the process that listens at `port` says that it is ready."""
    until = asyncio.get_running_loop().time() + _START_WITHIN
    async with ClientSession() as client:
        while asyncio.get_running_loop().time() < until and child.running:
            try:
                async with client.get(f"http://127.0.0.1:{port}/readyz") as answer:
                    if answer.ok:
                        return
            except (ClientError, OSError):
                pass
            await asyncio.sleep(0.1)
    message = f"the bot at port {port} did not come up: {_last_line(child.log)}"
    raise RuntimeError(message)


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def keep_out_of_the_way() -> None:
    """Let this process, which measures, make no pauses of its own: what it has loaded is not gone through again."""
    gc.collect()
    gc.freeze()


def lines_of(path: Path) -> Counter[str]:
    """How often each line stands in a file of single words; none where there is no file.

    In the file of a replica's deaths these are the places, and `fell-over` where nobody had killed it.
    """
    if not path.exists():
        return Counter()
    return Counter(line for line in path.read_text(encoding="utf-8").split() if line)


def processor_seconds(pid: int) -> float:
    """Processor time used by a process and by its children, in seconds."""
    total = 0.0
    for one in (pid, *_children(pid)):
        fields = Path(f"/proc/{one}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        total += (int(fields[11]) + int(fields[12])) / _TICKS
    return total


def _children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]


def _last_line(path: Path) -> str:
    lines = path.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"
