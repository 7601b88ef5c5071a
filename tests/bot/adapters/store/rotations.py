"""A store with everything in it that is sealed, whose keys are about to change, and a process that dies at a step."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, select

from bot.adapters.keyring import Keyring
from bot.adapters.sealing import Sealer, replace_keys
from bot.adapters.store import rotating, vault
from bot.adapters.store.engine import open_engine
from bot.adapters.store.key_tables import KEYS, SECRETS
from bot.adapters.store.schema import WORKSPACES
from bot.adapters.store.sealed_columns import SEALED
from bot.adapters.store.workspaces import SqlWorkspaces
from bot.adapters.store.writer import Writer
from bot.ports.people import Workspace
from tests.bot.adapters.store.databases import address
from tests.bot.adapters.store.offices import AT
from tests.bot.adapters.store.planted import opens, plant

DOCTORS, TURNS = 3, 4
WARD = Workspace(
    team="T1",
    bot_token="xoxb-planted",  # noqa: S106 - no password of anything
    bot_id="B1",
    bot_user="UBOT",
    scopes=("chat:write",),
    enterprise="",
    name="Ward 7",
    app_id="A1",
    installer="U9",
)


class KilledError(Exception):
    """The process dies here."""


@dataclass
class Place:
    """A database and its key file, to be opened by one process after another."""

    url: str
    path: Path

    @contextmanager
    def opened(self) -> Iterator[tuple[Engine, Writer]]:
        engine = open_engine(self.url, Keyring.of(self.path))
        writer = Writer(engine)
        try:
            yield engine, writer
        finally:
            writer.close()
            engine.dispose()


@contextmanager
def filled_store(kind: str, folder: Path) -> Iterator[Place]:
    """A store with everything in it that can be sealed, a secret of its own, and a workspace."""

    async def fill(writer: Writer) -> None:
        for doctor in range(DOCTORS):
            await plant(writer, doctor, TURNS)
        await SqlWorkspaces(writer).install(WARD, AT)
        await writer.write(lambda connection: vault.secret(connection, "search"))

    with address(kind, folder) as url:
        place = Place(url, folder / "key")
        with place.opened() as (_, writer):
            asyncio.run(fill(writer))
        yield place


def seen(writer: Writer) -> list[object]:
    """All that opens: everybody's words, the workspace's token, the store's own secret."""
    secret = writer.submit(lambda connection: vault.secret(connection, "search")).result()
    return [secret, asyncio.run(SqlWorkspaces(writer).find("T1")), opens(writer)]


def wrapped(writer: Writer) -> set[str]:
    """Every key that is kept, as it is wrapped."""
    return writer.submit(
        lambda connection: {
            one
            for column in (KEYS.c.wrapped, SECRETS.c.wrapped, WORKSPACES.c.bot_token)
            for one in connection.execute(select(column)).scalars()
        }
    ).result()


def sealed(writer: Writer) -> set[str]:
    """Everything that is sealed with a key of somebody's."""
    return writer.submit(
        lambda connection: {
            text
            for one in SEALED
            for name in one.columns
            for text in connection.execute(select(one.table.c[name])).scalars()
            if text
        }
    ).result()


def master_ids(writer: Writer) -> set[str]:
    return {Sealer.key_id_in(one) for one in wrapped(writer)}


@contextmanager
def dying(at: int, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The rotation dies before its commit of that number, or before or after the key file of that number."""
    steps = count()

    def step(*_: object) -> None:
        if next(steps) == at:
            raise KilledError

    def replacing(path: Path, keys: tuple[bytes, ...]) -> None:
        step()
        replace_keys(path, keys)
        step()

    with monkeypatch.context() as patched:
        patched.setattr(rotating, "replace_keys", replacing)
        event.listen(engine, "commit", step)
        try:
            yield
        finally:
            event.remove(engine, "commit", step)
