"""Reviewing in a SQL database: the mentor's side."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from bot.adapters.store.mentoring import counting, queue, record, reviews, shares, visible
from bot.adapters.store.writer import Writer
from bot.mentoring.cohort import Figures
from bot.mentoring.events import NewEvent
from bot.ports.reviewing import Export, Filter, Opening, Page, Told
from bot.ports.staff import Act, Entry, Role


class SqlReviewing:
    """What a mentor sees and adds: the port `Reviewing` says what each method is for.

    What they can see is decided by `visible` alone, and what they ask for is on record in the same transaction.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def queue(self, mentor_id: str, which: Filter, *, page: int, size: int, now: datetime) -> Page:
        """A page of what is shared with the mentor; empty for whoever is none."""
        return await self._writer.write(lambda connection: queue.page(connection, mentor_id, which, page, size, now))

    async def open(self, mentor_id: str, share_id: str, now: datetime, *, reading: bool = True) -> Opening | None:
        """One share, whole; the doctor's answers count as read where it is opened for `reading`."""
        return await self._writer.write(
            lambda connection: reviews.opened(connection, mentor_id, share_id, now, reading=reading)
        )

    async def add(
        self, mentor_id: str, share_id: str, events: Sequence[NewEvent], now: datetime, told: Told | None = None
    ) -> bool:
        """Append to the review; `told` makes the letters for each comment among the events."""
        return await self._writer.write(
            lambda connection: reviews.add(connection, mentor_id, share_id, events, now, told)
        )

    async def export(self, mentor_id: str, which: Filter, now: datetime) -> Sequence[Export]:
        """Everything in the queue that matches, with the mentor's own events."""
        return await self._writer.write(lambda connection: queue.export(connection, mentor_id, which, now))

    async def figures(self, viewer_id: str, now: datetime) -> Figures | None:
        """The cohort's figures, as released last, for a trainer; None where too few doctors take part."""

        def work(connection: Connection) -> Figures | None:
            if not visible.has_role(connection, viewer_id, Role.TRAINER):
                shares.refused(connection, now, actor=viewer_id)
                return None
            found = counting.figures(connection, now)
            record.append(connection, Entry(now, viewer_id, Act.SAW_FIGURES))
            return found

        return await self._writer.write(work)
