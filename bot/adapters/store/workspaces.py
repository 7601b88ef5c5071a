"""Installed workspaces in a SQL database: their tokens sealed, and nothing left of one where the app was taken out."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, insert, select

from bot.adapters.store.erasing import erase_workspace
from bot.adapters.store.inserting import insert_into
from bot.adapters.store.keys import digest
from bot.adapters.store.schema import OAUTH_STATES, WORKSPACES
from bot.adapters.store.vault import keyring_of, place, share_master
from bot.adapters.store.writer import Writer
from bot.ports.people import Workspace


class SqlWorkspaces:
    """Workspaces, and the states of installations that have begun."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def install(self, workspace: Workspace, at: datetime) -> None:
        """Keep or renew it."""
        told = {
            "bot_id": workspace.bot_id,
            "bot_user": workspace.bot_user,
            "scopes": list(workspace.scopes),
            "enterprise": workspace.enterprise,
            "name": workspace.name,
            "app_id": workspace.app_id,
            "installer": workspace.installer,
            "installed_at": at,
        }

        def work(connection: Connection) -> None:
            share_master(connection)
            token = keyring_of(connection).seal(workspace.bot_token, place_of(workspace.team))
            row = {**told, "bot_token": token}
            new = insert_into(connection, WORKSPACES).values(team=workspace.team, **row)
            connection.execute(new.on_conflict_do_update(index_elements=[WORKSPACES.c.team], set_=row))

        await self._writer.write(work)

    async def find(self, team: str) -> Workspace | None:
        """The workspace, where it is installed.

        Raises CoachError where its token cannot be opened.
        """

        def work(connection: Connection) -> Workspace | None:
            row = connection.execute(select(WORKSPACES).where(WORKSPACES.c.team == team)).mappings().first()
            return _workspace(connection, row) if row else None

        return await self._writer.write(work)

    async def all(self) -> Sequence[Workspace]:
        """Every installed workspace.

        Raises CoachError where the token of one cannot be opened.
        """

        def work(connection: Connection) -> list[Workspace]:
            rows = connection.execute(select(WORKSPACES).order_by(WORKSPACES.c.team)).mappings()
            return [_workspace(connection, row) for row in rows]

        return await self._writer.write(work)

    async def uninstall(self, team: str) -> None:
        """The app was taken out: the token, and everything of everybody there, is deleted for good."""
        await self._writer.write(lambda connection: erase_workspace(connection, team))
        await self._writer.sweep()

    async def issue_state(self, state: str, expires: datetime) -> None:
        """Keep the state of an installation that has begun: a digest of it."""
        values = {"digest": digest("state", state), "expires": expires}
        await self._writer.write(lambda connection: connection.execute(insert(OAUTH_STATES).values(**values)))

    async def consume_state(self, state: str, now: datetime) -> bool:
        """Whether that state was issued, has not expired and was not used before; it is used now."""

        def work(connection: Connection) -> bool:
            connection.execute(delete(OAUTH_STATES).where(OAUTH_STATES.c.expires <= now))
            used = connection.execute(delete(OAUTH_STATES).where(OAUTH_STATES.c.digest == digest("state", state)))
            return used.rowcount == 1

        return await self._writer.write(work)


def place_of(team: str) -> str:
    """Where the sealed token stands: one that is moved to another workspace's row does not open there."""
    return place("workspaces", team, "bot_token")


def _workspace(connection: Connection, row: RowMapping) -> Workspace:
    return Workspace(
        team=row["team"],
        bot_token=keyring_of(connection).open(row["bot_token"], place_of(row["team"])),
        bot_id=row["bot_id"],
        bot_user=row["bot_user"],
        scopes=tuple(row["scopes"]),
        enterprise=row["enterprise"],
        name=row["name"],
        app_id=row["app_id"],
        installer=row["installer"],
    )
