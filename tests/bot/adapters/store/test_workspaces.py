"""Workspaces: installed, renewed, sealed, and nothing left of one where the app was taken out."""

import asyncio
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.adapters.store.key_tables import SECRETS
from bot.adapters.store.schema import METADATA, OAUTH_STATES, WORKSPACES
from bot.adapters.store.workspaces import SqlWorkspaces
from bot.errors import CoachError
from bot.ports.incoming import conversation_of
from bot.ports.people import Feedback, Value, Workspace
from tests.bot.adapters.store.offices import AT, World, letter, records, said, turn

TOKEN = "xoxb-planted"  # noqa: S105 - no password of anything
ONE = Workspace(
    team="T1",
    bot_token=TOKEN,
    bot_id="B1",
    bot_user="UBOT",
    scopes=("chat:write", "im:history"),
    enterprise="E1",
    name="Ward 7’s",
    app_id="A1",
    installer="U9",
)


def store(here: World) -> SqlWorkspaces:
    return SqlWorkspaces(here.writer)


def test_what_is_installed_is_found_again(here: World) -> None:
    async def scenario() -> None:
        workspaces = store(here)
        assert await workspaces.find("T1") is None
        await workspaces.install(ONE, AT)
        await workspaces.install(replace(ONE, team="T2"), AT)
        assert await workspaces.find("T1") == ONE
        assert await workspaces.all() == [ONE, replace(ONE, team="T2")]

    asyncio.run(scenario())


def test_installing_again_renews(here: World) -> None:
    async def scenario() -> None:
        workspaces = store(here)
        await workspaces.install(ONE, AT)
        renewed = replace(ONE, bot_token="xoxb-new", scopes=("chat:write",))  # noqa: S106 - no password of anything
        await workspaces.install(renewed, AT)
        assert await workspaces.all() == [renewed]

    asyncio.run(scenario())


def test_a_token_is_not_readable_in_the_database_nor_in_another_row(here: World) -> None:
    async def scenario() -> None:
        workspaces = store(here)
        await workspaces.install(ONE, AT)
        await workspaces.install(replace(ONE, team="T2"), AT)
        one, two = here.column(WORKSPACES, "bot_token")
        assert TOKEN not in f"{one} {two}"
        swapped = update(WORKSPACES).where(WORKSPACES.c.team == "T2").values(bot_token=one)
        await here.writer.write(lambda connection: connection.execute(swapped).rowcount)
        with pytest.raises(CoachError, match="another row"):
            await workspaces.find("T2")

    asyncio.run(scenario())


async def fill(here: World, team: str, number: int) -> None:
    lane = f"{team}:D1"
    office, people = here.office(), here.people
    (record,) = records("The bins are full.")
    own = {"conversation_id": conversation_of(lane), "person": f"{team}:U1"}
    await people.consent(f"{team}:U1", 1, AT)
    await turn(office, record, said(number, team=team), letter(f"r{number}", team=team, lane=lane), **own)
    await office.accept(said(number + 1, team=team))
    await people.judge(f"{team}:U1", Feedback("D1", "1.1", Value.GOOD), AT)
    await store(here).install(replace(ONE, team=team), AT)


def rows(here: World) -> list[str]:
    return here.writer.submit(
        lambda connection: [
            str(row)
            for table in METADATA.sorted_tables
            if table is not SECRETS  # the store's own, made at the first need
            for row in connection.execute(select(table))
        ]
    ).result()


def test_where_the_app_is_taken_out_nothing_stays_and_other_workspaces_lose_nothing(here: World) -> None:
    async def scenario() -> None:
        await fill(here, "T2", 1)
        await fill(here, "T_", 11)  # as a pattern it would be T2, too
        others = {row for row in rows(here) if not re.search(r"[':]T_[':]", row)}
        await store(here).uninstall("T_")
        assert set(rows(here)) == others
        assert await store(here).find("T2") is not None

    asyncio.run(scenario())


def test_not_a_byte_of_a_workspace_that_is_gone_is_in_the_files(tmp_path: Path, here: World) -> None:
    if here.engine.dialect.name != "sqlite":
        return  # PostgreSQL's files are its own

    async def scenario() -> None:
        await fill(here, "TPLANTED", 1)
        files = [one for one in tmp_path.iterdir() if one.is_file()]
        assert any(b"TPLANTED" in one.read_bytes() for one in files)
        await store(here).uninstall("TPLANTED")
        assert not any(b"TPLANTED" in one.read_bytes() for one in files)

    asyncio.run(scenario())


def test_a_state_is_used_once_and_in_time(here: World) -> None:
    async def scenario() -> None:
        workspaces = store(here)
        soon = AT + timedelta(minutes=10)
        await workspaces.issue_state("one", soon)
        await workspaces.issue_state("two", soon)
        assert "one" not in here.column(OAUTH_STATES, "digest")
        assert not await workspaces.consume_state("never issued", AT)
        assert await workspaces.consume_state("one", AT)
        assert not await workspaces.consume_state("one", AT)
        assert not await workspaces.consume_state("two", soon)
        assert here.count(OAUTH_STATES) == 0

    asyncio.run(scenario())
