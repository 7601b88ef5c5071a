"""People in a SQL database: consent, commitments, reminders, feedback; what is kept of them, seen and erased."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from sqlalchemy import Connection, RowMapping, Table, func, select, update

from bot.adapters.store import commitments, erasing, growing, holds, rotas, traces
from bot.adapters.store.conversations import of_verdict
from bot.adapters.store.exporting import export
from bot.adapters.store.inserting import insert_into
from bot.adapters.store.mentoring import record, shares
from bot.adapters.store.schema import (
    COMMITMENTS,
    CONVERSATIONS,
    FEEDBACK,
    OUTBOX,
    PEOPLE,
    TURNS,
)
from bot.adapters.store.vault import locker, with_key
from bot.adapters.store.writer import Writer
from bot.errors import CoachError
from bot.ports.growing import AttemptKept, WorkedOn
from bot.ports.incoming import conversation_of
from bot.ports.people import CommitmentKept, DueReminder, Feedback, Kept, Outcome, Person, RotaSpan
from bot.ports.staff import Act, Entry


class SqlPeople:
    """What is kept of a doctor beside their conversations."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def person(self, person_id: str) -> Person:
        """The person, or one of whom nothing is kept."""

        def work(connection: Connection) -> Person:
            row = connection.execute(select(PEOPLE).where(PEOPLE.c.id == person_id)).mappings().first()
            return _person(row, rota=rotas.of_person(connection, person_id)) if row else Person(person_id)

        return await self._writer.write(work)

    async def know(self, person_id: str, *, channel: str = "", timezone: str = "") -> None:
        """Keep where the person is reached and their time zone; "" leaves what is there."""
        told = {name: value for name, value in (("channel", channel), ("timezone", timezone)) if value}
        await self._change(person_id, **told)

    async def consent(self, person_id: str, version: int, at: datetime) -> bool:
        """The person has agreed to that version of the first-contact text; False where they last agreed to it."""

        def work(connection: Connection) -> bool:
            commitments.ensure_person(connection, person_id)
            changed = connection.execute(
                update(PEOPLE)
                .where(PEOPLE.c.id == person_id, PEOPLE.c.consented != version)
                .values(consented=version, consented_at=at)
            )
            holds.release_held(connection, person_id)
            return changed.rowcount == 1

        return await self._writer.write(work)

    async def pause(self, person_id: str, *, paused: bool) -> None:
        """While paused, the coach sends nothing of its own accord."""
        await self._change(person_id, paused=paused)

    async def reminders(self, person_id: str, *, wanted: bool) -> None:
        """Whether the person wants to be reminded at all; `due` names nobody who does not."""
        await self._change(person_id, reminders=wanted)

    async def _change(self, person_id: str, **values: object) -> None:
        def work(connection: Connection) -> None:
            commitments.ensure_person(connection, person_id)
            if values:
                connection.execute(update(PEOPLE).where(PEOPLE.c.id == person_id).values(**values))

        await self._writer.write(work)

    async def rota(self, person_id: str, *, quiet: tuple[int, int] | None, spans: Sequence[RotaSpan]) -> None:
        """Keep the doctor's own quiet hours (None: the usual) and their spans, in the place of those before."""
        await self._writer.write(lambda connection: rotas.keep(connection, person_id, quiet, spans))

    async def commitments(self, person_id: str) -> Sequence[CommitmentKept]:
        """All of them, newest first."""
        return await self._writer.write(lambda connection: commitments.of_person(connection, person_id))

    async def attempts(self, person_id: str) -> Sequence[AttemptKept]:
        """Their rehearsals and reviewed drafts, oldest first."""
        return await self._writer.write(lambda connection: growing.attempts_of(connection, person_id))

    async def worked_on(self, person_id: str) -> Sequence[WorkedOn]:
        """The situations that their sessions were about, newest first."""
        return await self._writer.write(lambda connection: growing.worked_on_of(connection, person_id))

    async def settle(self, person_id: str, commitment_id: int, outcome: Outcome, at: datetime) -> bool:
        """The doctor says what became of it; an open reminder of it goes. False where it is not theirs."""
        return await self._writer.write(
            lambda connection: commitments.settle(connection, person_id, commitment_id, outcome, at)
        )

    async def remind(self, person_id: str, commitment_id: int, at: datetime | None) -> bool:
        """Ask about it then (a snooze, or another day), or not at all. False where it is not theirs."""
        return await self._writer.write(lambda connection: commitments.remind(connection, person_id, commitment_id, at))

    async def due(self, now: datetime, limit: int) -> Sequence[DueReminder]:
        """Reminders whose time has come, oldest first, of people who have not paused and want them."""

        def work(connection: Connection) -> list[DueReminder]:
            found = connection.execute(
                _AND_WHOSE.where(
                    COMMITMENTS.c.reminded_at.is_(None),
                    COMMITMENTS.c.remind_at <= now,
                    PEOPLE.c.paused.is_(False),
                    PEOPLE.c.reminders,
                )
                .order_by(COMMITMENTS.c.remind_at, COMMITMENTS.c.id)
                .limit(limit)
            )
            reminders = []
            for row in found.mappings().all():
                with suppress(CoachError):  # one that was damaged keeps nobody else's from being asked about
                    reminders.append(_due(connection, row))
            return reminders

        return await self._writer.write(work)

    async def asked_about(self, commitment_id: int) -> DueReminder | None:
        """The commitment that a reminder is about, and whose it is, as both stand now; None where it is gone."""

        def work(connection: Connection) -> DueReminder | None:
            row = connection.execute(_AND_WHOSE.where(COMMITMENTS.c.id == commitment_id)).mappings().first()
            return _due(connection, row) if row is not None else None

        return await self._writer.write(work)

    async def judge(self, person_id: str, feedback: Feedback, at: datetime) -> None:
        """Keep a verdict on a reply, in the place of an earlier one, by whose words no share is found any more."""

        def work(connection: Connection) -> None:
            keys = locker(connection, person_id)
            commitments.ensure_person(connection, person_id)
            verdict = {
                "value": feedback.value.value,
                "reasons": list(feedback.reasons),
                "words": keys.seal(of_verdict(person_id, feedback.channel, feedback.ts), feedback.words),
                "at": at,
            }
            connection.execute(
                insert_into(connection, FEEDBACK)
                .values(person_id=person_id, channel=feedback.channel, ts=feedback.ts, **verdict)
                .on_conflict_do_update(
                    index_elements=[FEEDBACK.c.person_id, FEEDBACK.c.channel, FEEDBACK.c.ts], set_=verdict
                )
            )
            for lane in _lanes_of(connection, person_id, feedback):
                shares.find_anew(connection, conversation_of(lane), at)

        await self._writer.write(work)

    async def kept(self, person_id: str) -> Kept:
        """How much is kept."""

        def work(connection: Connection) -> Kept:
            mine = CONVERSATIONS.c.person_id == person_id
            talks = func.count(TURNS.c.conversation_id.distinct())  # one that was forgotten has no turns
            wanted = select(talks, func.count(), func.min(TURNS.c.received_at)).select_from(TURNS.join(CONVERSATIONS))
            conversations, turns, since = connection.execute(wanted.where(mine)).one()
            agreed = connection.execute(select(PEOPLE.c.consented_at).where(PEOPLE.c.id == person_id)).scalar()
            return Kept(
                conversations=conversations,
                turns=turns,
                since=min((at for at in (since, agreed) if at), default=None),
                commitments=_count(connection, COMMITMENTS, person_id),
                feedback=_count(connection, FEEDBACK, person_id),
            )

        return await self._writer.write(work)

    async def known(self, person_id: str) -> bool:
        """Whether there is anything at all of the person, so that there is something to be given out or erased."""
        return await self._writer.write(lambda connection: traces.known(connection, person_id))

    async def export(self, person_id: str) -> Mapping[str, object]:
        """Everything that is kept of the person, fit for JSON.

        `person`, `conversations` (each with its state and turns), `commitments`, `attempts`, `feedback`; what is under
        way: `waiting` to be answered and `unsent`; `model_use`; `shared`, what they shared and what came of it.

        Raises CoachError where something cannot be opened.
        """
        return await self._writer.write(lambda connection: export(connection, person_id))

    async def erase(self, person_id: str) -> None:
        """Delete everything of the person, waiting and unsent letters too; only keys that name nobody stay.

        The bytes are gone from a SQLite database's files when it returns; PostgreSQL overwrites them in its own time.
        That somebody was erased is on record, and not who. Raises CoachError (retryable) where something keeps the log
        from being emptied.
        """

        def work(connection: Connection) -> None:
            erasing.erase_person(connection, person_id)
            record.append(connection, Entry(datetime.now(UTC), "doctor", Act.ERASED))

        await self._writer.write(work)
        await self._writer.sweep()


_AND_WHOSE = with_key(
    select(COMMITMENTS, *(column.label(f"of_{column.name}") for column in PEOPLE.c)), COMMITMENTS.c.person_id
).where(PEOPLE.c.id == COMMITMENTS.c.person_id)
"""Commitments, each with its person."""


def _due(connection: Connection, row: RowMapping) -> DueReminder:
    person = _person(row, "of_", rotas.of_person(connection, row["of_id"]))
    return DueReminder(person, commitments.as_kept(connection, row))


def _person(row: RowMapping, prefix: str = "", rota: tuple[RotaSpan, ...] = ()) -> Person:
    return Person(
        id=row[f"{prefix}id"],
        channel=row[f"{prefix}channel"],
        timezone=row[f"{prefix}timezone"],
        consented=row[f"{prefix}consented"],
        consented_at=row[f"{prefix}consented_at"],
        paused=row[f"{prefix}paused"],
        reminders=row[f"{prefix}reminders"],
        quiet_from=row[f"{prefix}quiet_from"],
        quiet_to=row[f"{prefix}quiet_to"],
        rota=rota,
    )


def _count(connection: Connection, table: Table, person_id: str) -> int:
    return connection.execute(
        select(func.count()).select_from(table).where(table.c.person_id == person_id)
    ).scalar_one()


def _lanes_of(connection: Connection, person_id: str, feedback: Feedback) -> Sequence[str]:
    """Where the reply was said that a verdict is on; nowhere, where the letter is not known any more."""
    place = f"{person_id.partition(':')[0]}:{feedback.channel}"
    which = OUTBOX.c.place == place, OUTBOX.c.ts == feedback.ts, OUTBOX.c.lane.is_not(None)
    return connection.execute(select(OUTBOX.c.lane).where(*which).distinct()).scalars().all()
