"""A Chroma server of a proof's own, the index published from one data folder, and one more for each replica."""

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientError, ClientSession

from bot.settings import Settings
from knowledge.index import index_folder
from knowledge.index.index_folder import INDEX
from tests.bot.adapters.store.databases import KEY
from tests.proving.processes import free_port

_START_WITHIN = 60.0
_INGEST_WITHIN = 300.0
_OF_A_PROCESS = ("coach.db*", "key", INDEX)
"""What of a data folder is not handed on: talks and keys, and the index, which replicas fetch."""
_MORE = "A small text of this proof's own, which makes the index another one. Ask before you tell. Then wait."


@dataclass(frozen=True, slots=True)
class Library:
    """The server's address, where the data folders are made, and the database in which the index is published."""

    chroma: str
    folder: Path
    database: str

    def data_folder(self, name: str) -> Path:
        """A replica's data folder, with everything but an index; the same again where it was made before."""
        made = self.folder / name
        if not made.exists():
            shutil.copytree(Settings.from_environment({}).data, made, ignore=shutil.ignore_patterns(*_OF_A_PROCESS))
        return made

    async def publish(self, more: str = "") -> str:
        """Build the index and publish it, as an operator does, with one more text named `more`; its version."""
        data = self.data_folder("publisher")
        if not (data / INDEX).exists():  # what is encoded already is not encoded again
            shutil.copytree(Settings.from_environment({}).data / INDEX, data / INDEX, symlinks=True)
        added = data / f"{more}.txt"
        if more:
            added.write_text(f"{_MORE} {more.capitalize()}.\n", encoding="utf-8")
        await _ingest(self._environment(data), [str(added)] if more else [], self.folder / "ingest.log")
        return index_folder.current_version(data / INDEX)

    def _environment(self, data: Path) -> dict[str, str]:
        key = self.folder / "key"
        key.write_text(f"{KEY.hex()}\n", encoding="ascii")
        key.chmod(0o600)
        others = {name: value for name, value in os.environ.items() if not name.startswith("COACH_")}
        own = {"COACH_DATA": data, "COACH_DATABASE": self.database, "COACH_CHROMA": self.chroma, "COACH_KEY_FILE": key}
        return {**others, **{name: str(value) for name, value in own.items()}}


@asynccontextmanager
async def library(folder: Path, database: str) -> AsyncIterator[Library]:
    """A Chroma server in a process of its own, gone at the end, and an index published with it."""
    port = free_port()
    command = [str(Path(sys.executable).with_name("chroma")), "run", "--path", str(folder / "chroma")]
    with (folder / "chroma.log").open("ab") as log:
        server = await asyncio.create_subprocess_exec(
            *command, "--host", "127.0.0.1", "--port", str(port), stdout=log, stderr=log
        )
    try:
        await _answers(f"http://127.0.0.1:{port}")
        made = Library(f"http://127.0.0.1:{port}", folder, database)
        await made.publish()
        yield made
    finally:
        server.terminate()
        await server.wait()


def reading(data: Path) -> str:
    """The version of the index that a data folder is at; "" where it has none."""
    try:
        return index_folder.current_version(data / INDEX)
    except index_folder.NoIndexError:
        return ""


async def _ingest(environment: dict[str, str], paths: Sequence[str], log: Path) -> None:
    with log.open("ab") as file:
        running = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "ingest", *paths, stdout=file, stderr=file, env=environment
        )
    status = await asyncio.wait_for(running.wait(), _INGEST_WITHIN)
    if status:
        message = f"coach ingest failed: {log.read_text(encoding='utf-8')[-300:]}"
        raise RuntimeError(message)


async def _answers(url: str) -> None:
    async with ClientSession() as client, asyncio.timeout(_START_WITHIN):
        while True:
            try:
                async with client.get(f"{url}/api/v2/heartbeat") as answer:
                    if answer.ok:
                        return
            except (ClientError, OSError):
                await asyncio.sleep(0.1)
