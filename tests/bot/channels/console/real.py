"""The console over the real store, on SQLite or PostgreSQL: what is refused here is refused by what hospitals run."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection

from bot.adapters.store.conversations import save_on
from bot.adapters.store.mentoring.doors import SqlDoors
from bot.adapters.store.mentoring.record import SqlRecord
from bot.adapters.store.mentoring.reviewing import SqlReviewing
from bot.adapters.store.mentoring.sharing import SqlSharing
from bot.adapters.store.mentoring.staff import SqlStaff
from bot.adapters.store.writer import Writer
from bot.channels.console.app import build
from bot.channels.console.parts import Options, Parts
from bot.ports.incoming import conversation_of
from bot.ports.sharing import NewShare, Purpose
from evals.for_mentors import Suite
from tests.bot.adapters.store.databases import address, opened
from tests.bot.channels.console.fakes import MovableClock
from tests.bot.channels.console.world import GENEROUS, MENTOR, NEEDLE, PEOPLE, URL, House
from tests.bot.small_world import Talk

TURNS = 3


@dataclass
class Hospital(House):
    """A console over a store, with a doctor for each talk that is shared."""

    writer: Writer
    sharing: SqlSharing

    async def share(self, mentor_id: str = MENTOR, *, days: int = 30, withdrawn: bool = False) -> str:
        """A doctor talks and shares it; the id of the share. NEEDLE stands in the talk, its note and its name.

        `days` 0: it ends in the moment that it is shared.
        """
        name = uuid4().hex[:8].upper()
        person, lane, now = f"T1:U{name}", f"T1:D{name}", self.clock.now()
        talk = Talk(conversation=conversation_of(lane), person=person, at=now)
        talk.say(*(f"{NEEDLE}, number {number}." for number in range(TURNS)))

        def keep(connection: Connection) -> None:
            for one in talk.turns:
                save_on(connection, conversation_of(lane), person, one)

        await self.writer.write(keep)
        share_id = str(uuid4())
        new = NewShare(
            id=share_id,
            person_id=person,
            conversation_id=conversation_of(lane),
            session=talk.turns[0].state.session,
            last=TURNS,
            mentor_id=mentor_id,
            purpose=Purpose.FEEDBACK,
            expires_at=now + timedelta(days=days) if days else now + timedelta(seconds=1),
            name=f"Dr {NEEDLE}",
            note=f"About {NEEDLE}.",
            for_cases=True,
        )
        assert await self.sharing.share(new, (), now), "it was not shared"
        if withdrawn:
            assert await self.sharing.withdraw(person, share_id, now), "it was not withdrawn"
        return share_id


@asynccontextmanager
async def hospital(folder: Path, kind: str = "sqlite") -> AsyncIterator[Hospital]:
    """One, with a colleague of each role and a second mentor; `kind` is one of the store's KINDS."""
    clock = MovableClock()
    with address(kind, folder) as url, opened(url) as engine:
        writer = Writer(engine)
        try:
            staff = SqlStaff(writer)
            for one in PEOPLE:
                await staff.put(one, by="operator", at=clock.now())
            parts = Parts(
                staff=staff,
                doors=SqlDoors(writer),
                record=SqlRecord(writer),
                reviewing=SqlReviewing(writer),
                clock=clock,
                options=Options(URL),
                situations={},
                passages=lambda cited: f"What {cited.author} wrote.",
                trainers=Suite(),
            )
            async with AsyncExitStack() as stack:
                app = build(parts, rates=GENEROUS)
                yield Hospital(parts, app, clock, stack, writer, SqlSharing(writer, clock.now))
        finally:
            writer.close()
