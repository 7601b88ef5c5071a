"""Commitments in the database: what a session closed with, what became of it, and when it is asked about."""

from datetime import datetime

from sqlalchemy import Connection, RowMapping, select, update

from bot.adapters.store import outbox
from bot.adapters.store.holds import Worker
from bot.adapters.store.inserting import insert_into
from bot.adapters.store.schema import COMMITMENTS, COMMITTED, PEOPLE
from bot.adapters.store.vault import WRAPPED, Locker, opener, place, with_key
from bot.coaching.record import TurnRecord
from bot.ports.people import CommitmentKept, Outcome
from bot.ports.post import Anew, Finished, Letter


def ensure_person(connection: Connection, person_id: str) -> None:
    """Make a person known, where they are not."""
    connection.execute(
        insert_into(connection, PEOPLE)
        .values(
            id=person_id,
            team=person_id.partition(":")[0],
            channel="",
            timezone="",
            consented=0,
            paused=False,
            reminders=True,
        )
        .on_conflict_do_nothing()
    )


def keep_outcomes(connection: Connection, finished: Finished, record: TurnRecord, now: datetime, keys: Locker) -> None:
    """What a turn did to commitments: what became of the last one, and the one that the session closed with."""
    if finished.looked_back is not None:
        _look_back(connection, finished, record, now)
    if record.state.past is not None and record.state.past.learned:
        _learn(connection, finished, record, record.state.past.learned, keys)
    plan = record.state.commitment
    if not record.state.closed or plan is None or not plan.what:
        return
    ensure_person(connection, finished.person)
    said = {name: getattr(plan, name) for name in COMMITTED if name != "learned"}
    row = _row(finished.conversation_id, record.state.session)
    words = {
        "due": plan.due,
        "confidence": plan.confidence,
        **{name: text and keys.seal(place("commitments", row, name), text) for name, text in said.items()},
    }
    new = insert_into(connection, COMMITMENTS).values(
        person_id=finished.person,
        conversation_id=finished.conversation_id,
        session=record.state.session,
        made_at=record.state.closed_at or record.message.received_at or now,
        outcome=Outcome.OPEN.value,
        remind_at=finished.remind_at,
        **words,
    )
    again = {"remind_at": finished.remind_at, "reminded_at": None} if finished.remind_at else {}
    connection.execute(
        new.on_conflict_do_update(
            index_elements=[COMMITMENTS.c.conversation_id, COMMITMENTS.c.session], set_={**words, **again}
        )
    )


def _look_back(connection: Connection, finished: Finished, record: TurnRecord, now: datetime) -> None:
    """The newest commitment of the person from before this session is what the turn looked back at."""
    before = _before(connection, finished, record)
    if before is not None and finished.looked_back is not None:
        settle(connection, finished.person, before["id"], finished.looked_back, now)


def _learn(connection: Connection, finished: Finished, record: TurnRecord, learned: str, keys: Locker) -> None:
    """What the doctor takes from it is kept with it."""
    before = _before(connection, finished, record)
    if before is not None and before["learned"] is None:
        where = place("commitments", _row(before["conversation_id"], before["session"]), "learned")
        connection.execute(
            update(COMMITMENTS).where(COMMITMENTS.c.id == before["id"]).values(learned=keys.seal(where, learned))
        )


def _before(connection: Connection, finished: Finished, record: TurnRecord) -> RowMapping | None:
    """The person's newest commitment from before this session."""
    this_session = (COMMITMENTS.c.conversation_id == finished.conversation_id) & (
        COMMITMENTS.c.session == record.state.session
    )
    return (
        connection.execute(
            select(COMMITMENTS.c.id, COMMITMENTS.c.conversation_id, COMMITMENTS.c.session, COMMITMENTS.c.learned)
            .where(COMMITMENTS.c.person_id == finished.person, ~this_session)
            .order_by(COMMITMENTS.c.made_at.desc(), COMMITMENTS.c.id.desc())
            .limit(1)
        )
        .mappings()
        .first()
    )


def settle(connection: Connection, person_id: str, commitment_id: int, outcome: Outcome, at: datetime) -> bool:
    """Keep what became of it; it is not asked about any more. False where it is not theirs."""
    return _change(
        connection, person_id, commitment_id, {"outcome": outcome.value, "outcome_at": at, "remind_at": None}
    )


def remind(connection: Connection, person_id: str, commitment_id: int, at: datetime | None) -> bool:
    """Ask about it then, or not at all. False where it is not theirs."""
    return _change(connection, person_id, commitment_id, {"remind_at": at, "reminded_at": None})


def _change(connection: Connection, person_id: str, commitment_id: int, values: dict[str, object]) -> bool:
    """Change it, and take back a reminder that has not gone out yet. False where it is not theirs."""
    changed = connection.execute(
        update(COMMITMENTS)
        .where(COMMITMENTS.c.id == commitment_id, COMMITMENTS.c.person_id == person_id)
        .values(**values)
    )
    if changed.rowcount != 1:
        return False
    outbox.withdraw(connection, f"reminder:{commitment_id}:")
    return True


def ask(connection: Connection, letter: Letter, commitment_id: int, set_for: datetime, now: datetime) -> bool:
    """Put its reminder into the outbox and note that it is there; False where it is not to be asked about then."""
    still = COMMITMENTS.c.remind_at == set_for, COMMITMENTS.c.reminded_at.is_(None)
    noted = update(COMMITMENTS).where(COMMITMENTS.c.id == commitment_id, *still).values(reminded_at=now)
    if connection.execute(noted).rowcount != 1:
        return False
    outbox.put(connection, [letter], now)
    return True


def expire(connection: Connection, worker: Worker, outbound_id: int, anew: Anew | None) -> None:
    """A letter was not sent in time: it goes, and in the same moment what it asks about is planned anew, if it is."""
    if outbox.expire(connection, worker, outbound_id) and anew is not None:
        again = update(COMMITMENTS).where(COMMITMENTS.c.id == anew.commitment)
        connection.execute(again.values(remind_at=anew.at, reminded_at=None))


def of_person(connection: Connection, person_id: str) -> tuple[CommitmentKept, ...]:
    """All of a person's, newest first."""
    rows = connection.execute(
        with_key(select(COMMITMENTS), COMMITMENTS.c.person_id)
        .where(COMMITMENTS.c.person_id == person_id)
        .order_by(COMMITMENTS.c.made_at.desc(), COMMITMENTS.c.id.desc())
    ).mappings()
    return tuple(as_kept(connection, row) for row in rows)


def _row(conversation_id: str, session: int) -> str:
    return f"{conversation_id}|{session}"


def as_kept(connection: Connection, row: RowMapping) -> CommitmentKept:
    """A row, read `with_key`, as the port tells it. Raises CoachError where its words cannot be opened."""
    keys, place_of = opener(connection, row["person_id"], row[WRAPPED]), _row(row["conversation_id"], row["session"])
    what, when, with_whom, if_then, obstacle, learned = (
        row[name] and keys.open(place("commitments", place_of, name), row[name]) for name in COMMITTED
    )
    return CommitmentKept(
        id=row["id"],
        conversation_id=row["conversation_id"],
        session=row["session"],
        what=what,
        when=when,
        due=row["due"],
        with_whom=with_whom,
        if_then=if_then,
        confidence=row["confidence"],
        made_at=row["made_at"],
        outcome=Outcome(row["outcome"]),
        outcome_at=row["outcome_at"],
        remind_at=row["remind_at"],
        reminded=row["reminded_at"] is not None,
        reminded_at=row["reminded_at"],
        obstacle=obstacle,
        learned=learned,
    )
