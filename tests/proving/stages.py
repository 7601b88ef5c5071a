"""What every proof begins with: a fresh database, a fake Slack, and doctors who have consented."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.proving import databases
from tests.proving.composing import consent_version
from tests.proving.databases import Watched
from tests.proving.fake import Fake
from tests.proving.people import Doctor, doctors
from tests.proving.plans import Plan
from tests.proving.processes import Child, fake_slack


@dataclass(frozen=True, slots=True)
class Stage:
    """The stage before the bot comes on; `slack` is the fake's process."""

    folder: Path
    url: str
    fake: Fake
    slack: Child
    doctors: list[Doctor]

    def plan(self, port: int, **more: object) -> Plan:
        """A replica on this stage."""
        given = {"database": self.url, "api": self.fake.api, "port": port, "points": str(self.folder / "points-0")}
        return Plan.model_validate({**given, **more})

    @contextmanager
    def watched(self) -> Iterator[Watched]:
        """What waits in the database."""
        watched = Watched(self.url)
        try:
            yield watched
        finally:
            watched.close()


@asynccontextmanager
async def stage(
    database: str, folder: Path, conversations: int, *, mode: str = "http", consented: bool = True
) -> AsyncIterator[Stage]:
    """Set it up in `folder`; the database and the fake are gone afterwards."""
    with databases.fresh(database, folder) as url:
        async with fake_slack(folder, mode=mode) as (fake, slack):
            people = await doctors(fake, conversations)
            if consented:
                known = [(one.person, one.channel) for one in people]
                await asyncio.to_thread(databases.begin_with, url, known, consent_version())
            yield Stage(folder, url, fake, slack, people)
