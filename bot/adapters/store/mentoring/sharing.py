"""Sharing in a SQL database: the doctor's side."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection

from bot.adapters.store.mentoring import counting, names, remarks, shares, talks
from bot.adapters.store.writer import Writer
from bot.ports.post import Letter
from bot.ports.sharing import NewShare, Preview, Remark, Shared, Talk
from bot.ports.staff import Colleague


def _utc_now() -> datetime:
    return datetime.now(UTC)


class SqlSharing:
    """What a doctor shares, with whom, and what came of it: the port `Sharing` says what each method is for."""

    def __init__(self, writer: Writer, now: Callable[[], datetime] = _utc_now) -> None:
        """`now` tells since when somebody is counted, and when something was refused; all else is told its time."""
        self._writer = writer
        self._now = now

    async def talks(self, person_id: str, limit: int = 20) -> Sequence[Talk]:
        """What the person could share, newest first, of their newest 400 turns."""
        return await self._writer.write(lambda connection: talks.of_person(connection, person_id, limit))

    async def preview(self, person_id: str, conversation_id: str, session: int) -> Preview | None:
        """One of them, whole; None where it is not theirs."""

        def work(connection: Connection) -> Preview | None:
            records = talks.of_session(connection, conversation_id, person_id, session)
            if not records:
                shares.refused(connection, self._now())
                return None
            talk = talks.talk_of(conversation_id, records)
            verdicts = talks.verdicts_on(connection, person_id, conversation_id, (talk.first, talk.last))
            return Preview(talk, records, verdicts)

        return await self._writer.write(work)

    async def mentors(self, team: str) -> Sequence[Colleague]:
        """Who can be named in that workspace, by name."""
        return await self._writer.write(lambda connection: names.mentors(connection, team))

    async def share(self, new: NewShare, letters: Sequence[Letter], at: datetime) -> bool:
        """Share it and put the letters into the outbox; for 30 days at most. The same id twice is one share."""
        return await self._writer.write(lambda connection: shares.share(connection, new, letters, at))

    async def shared(self, person_id: str) -> Sequence[Shared]:
        """All that the person ever shared and that is still known, newest first."""
        return await self._writer.write(lambda connection: shares.shared(connection, person_id))

    async def withdraw(self, person_id: str, share_id: str, at: datetime) -> bool:
        """Nobody sees it from the next request on. False where it is not theirs."""
        return await self._writer.write(lambda connection: shares.withdraw(connection, person_id, share_id, at))

    async def remark(self, person_id: str, remark_id: int) -> Remark | None:
        """A comment that a mentor made on something of theirs, withdrawn or not."""
        return await self._writer.write(lambda connection: remarks.of(connection, person_id, remark_id))

    async def answer(self, person_id: str, remark_id: int, text: str, letters: Sequence[Letter], at: datetime) -> bool:
        """Answer a comment. False where it is not theirs, the share is withdrawn or over, or there is no text."""
        return await self._writer.write(
            lambda connection: remarks.answer(connection, person_id, remark_id, text, letters, at)
        )

    async def count(self, person_id: str, *, wanted: bool) -> None:
        """Whether the person agrees to be counted in the cohort's figures."""
        await self._writer.write(
            lambda connection: counting.set_counted(connection, person_id, wanted=wanted, at=self._now())
        )

    async def counted(self, person_id: str) -> bool:
        """Whether they have."""
        return await self._writer.write(lambda connection: counting.is_counted(connection, person_id))
