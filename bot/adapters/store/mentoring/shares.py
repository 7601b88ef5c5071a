"""Shares: made, listed and withdrawn by their doctor."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, RowMapping, insert, select

from bot.adapters.store import outbox, vault
from bot.adapters.store.mentoring import counting, ending, names, record, rows, shared_words, talks
from bot.adapters.store.mentoring.visible import active, has_role, is_share_id
from bot.adapters.store.mentoring_tables import RECORD, SHARES, STAFF
from bot.adapters.store.schema import CONVERSATIONS
from bot.adapters.store.vault import place
from bot.coaching.record import TurnRecord
from bot.mentoring.events import DOCTOR
from bot.mentoring.shared_talk import SharedTalk, shared_talk
from bot.ports.post import Letter
from bot.ports.reviewing import Status
from bot.ports.sharing import NewShare, Opened, Purpose, Shared, Talk
from bot.ports.staff import Act, Entry, Role

_LONGEST: Final = timedelta(days=30)
"""A share lasts no longer, whatever is asked for."""
_VISIT: Final = timedelta(minutes=30)


def share(connection: Connection, new: NewShare, letters: Sequence[Letter], at: datetime) -> bool:
    """Share a talk, in the place of what the same mentor had of it; see the port.

    The review of what is replaced stays with it: the doctor can still read it, the mentor begins anew. Asked for a
    second time under the same id, it is done already.
    """
    vault.locker(connection, new.person_id)
    if _standing(connection, new):
        return True
    records = _to_share(connection, new, at)
    if not records:
        refused(connection, at, new.id)
        return False
    replaced = _replaced(connection, new)
    ending.withdraw(connection, replaced, at)
    seen = _keep(connection, new, records, at)
    shared_words.put(connection, new.id, seen.strings())
    counting.keep_shared(connection, new.person_id, new.conversation_id, new.session, records)
    outbox.put(connection, letters, at)
    for one in replaced:
        record.append(connection, Entry(at, DOCTOR, Act.WITHDRAWN, one["id"], "replaced"))
    record.append(connection, Entry(at, DOCTOR, Act.SHARED, new.id, f"with {new.mentor_id}"))
    return True


def withdraw(connection: Connection, person_id: str, share_id: str, at: datetime) -> bool:
    """Withdraw a share of the person's; see the port. One that was withdrawn before stays so."""
    row = of(connection, person_id, share_id)
    if row is None:
        refused(connection, at, share_id)
        return False
    if row["withdrawn_at"] is None:
        ending.withdraw(connection, [row], at)
        record.append(connection, Entry(at, DOCTOR, Act.WITHDRAWN, share_id))
    return True


def of(connection: Connection, person_id: str, share_id: str) -> RowMapping | None:
    """A share of the person's, held until the transaction ends, after their key."""
    if not is_share_id(share_id):
        return None
    vault.locker(connection, person_id)
    wanted = rows.READ.where(SHARES.c.id == share_id, SHARES.c.person_id == person_id)
    return connection.execute(wanted.with_for_update()).mappings().first()


def shared(connection: Connection, person_id: str) -> tuple[Shared, ...]:
    """All shares of the person, newest first, each with who opened it."""
    newest = select(SHARES).where(SHARES.c.person_id == person_id).order_by(SHARES.c.shared_at.desc(), SHARES.c.id)
    found = connection.execute(newest).mappings().all()
    opened = _opened(connection, [row["id"] for row in found])
    called = names.of_colleagues(connection, [row["mentor_id"] for row in found])
    return tuple(
        Shared(
            id=row["id"],
            talk=_talk(connection, row),
            mentor_id=row["mentor_id"],
            mentor=called[row["mentor_id"]],
            purpose=Purpose(row["purpose"]),
            shared_at=row["shared_at"],
            expires_at=row["expires_at"],
            withdrawn_at=row["withdrawn_at"],
            opened=opened[row["id"]],
        )
        for row in found
    )


def find_anew(connection: Connection, conversation_id: str, now: datetime) -> None:
    """Make anew what the active shares of a conversation are found by: for whoever changed what was said in it."""
    still = rows.READ.where(SHARES.c.conversation_id == conversation_id, active(now)).with_for_update()
    for row in connection.execute(still).mappings().all():
        shared_words.put(connection, row["id"], _seen(connection, row).strings())


def refused(connection: Connection, at: datetime, share_id: str = "", actor: str = DOCTOR) -> None:
    """Put on record that somebody asked for what is not theirs; what they made up themselves is not kept."""
    record.append(connection, Entry(at, actor, Act.REFUSED, share_id if is_share_id(share_id) else ""))


def _standing(connection: Connection, new: NewShare) -> bool:
    """Whether this share is there already: the same dialogue, sent a second time."""
    row = of(connection, new.person_id, new.id)
    return row is not None and (row["conversation_id"], row["session"], row["mentor_id"]) == (
        new.conversation_id, new.session, new.mentor_id,
    )  # fmt: skip


def _to_share(connection: Connection, new: NewShare, at: datetime) -> tuple[TurnRecord, ...]:
    """The turns, where the talk is theirs and goes to a mentor of their team; nothing else that is shared has a turn.

    The conversation is held, so that two shares of one talk replace one another, and none is made beside an erasure.
    """
    held = select(CONVERSATIONS.c.id).where(
        CONVERSATIONS.c.id == new.conversation_id, CONVERSATIONS.c.person_id == new.person_id
    )
    if not is_share_id(new.id) or new.expires_at <= at or connection.execute(held.with_for_update()).first() is None:
        return ()
    if connection.execute(select(SHARES.c.id).where(SHARES.c.id == new.id)).first() is not None:
        return ()
    team = connection.execute(select(STAFF.c.team).where(STAFF.c.id == new.mentor_id)).scalar()
    if team != new.person_id.partition(":")[0] or not has_role(connection, new.mentor_id, Role.MENTOR, changing=True):
        return ()
    records = talks.of_session(connection, new.conversation_id, new.person_id, new.session, new.last)
    return records if records and records[-1].number == new.last else ()


def _replaced(connection: Connection, new: NewShare) -> Sequence[RowMapping]:
    """What this mentor has of the same talk."""
    which = (
        SHARES.c.person_id == new.person_id,
        SHARES.c.conversation_id == new.conversation_id,
        SHARES.c.session == new.session,
        SHARES.c.mentor_id == new.mentor_id,
        SHARES.c.withdrawn_at.is_(None),
    )
    return connection.execute(select(SHARES).where(*which).with_for_update()).mappings().all()


def _keep(connection: Connection, new: NewShare, records: Sequence[TurnRecord], at: datetime) -> SharedTalk:
    locker = vault.locker(connection, new.person_id)
    verdicts = talks.verdicts_on(connection, new.person_id, new.conversation_id, (records[0].number, new.last))
    seen = shared_talk(records, new.left_out, verdicts)
    sealed = {
        "name": locker.seal(place("shares", new.id, "name"), new.name.strip()),
        "note": locker.seal(place("shares", new.id, "note"), new.note.strip()),
        "left_out": locker.seal_json(place("shares", new.id, "left_out"), list(new.left_out)),
    }
    told = {
        "id": new.id,
        "person_id": new.person_id,
        "conversation_id": new.conversation_id,
        "session": new.session,
        "first": records[0].number,
        "last": new.last,
        "turns": len(records),
        "mentor_id": new.mentor_id,
        "purpose": new.purpose.value,
        "for_cases": new.for_cases,
        "situation": seen.situation,
        "stage": seen.stage.value,
        "safety": seen.safety,
        "shared_at": at,
        "expires_at": min(new.expires_at, at + _LONGEST),
    }
    new_review = {"status": Status.UNREVIEWED.value, "flagged": False, "unread": 0}
    connection.execute(insert(SHARES).values(**told, **sealed, **new_review))
    return seen


def _seen(connection: Connection, row: RowMapping) -> SharedTalk:
    """What the mentor of a share sees of it now."""
    records = talks.of_share(connection, row)
    turns = (row["first"], row["last"])
    verdicts = talks.verdicts_on(connection, row["person_id"], row["conversation_id"], turns, row["shared_at"])
    return shared_talk(records, rows.left_out(connection, row), verdicts)


def _talk(connection: Connection, row: RowMapping) -> Talk:
    """What was shared, told shortly: of its first and last turn, as they are now."""
    ends = talks.of_share(connection, row, row["first"], row["last"])
    told = talks.talk_of(row["conversation_id"], ends) if ends else None
    return Talk(
        conversation_id=row["conversation_id"],
        session=row["session"],
        first=row["first"],
        last=row["last"],
        began_at=told.began_at if told else None,
        situation=row["situation"],
        what=told.what if told else "",
    )


def _opened(connection: Connection, share_ids: Sequence[str]) -> Mapping[str, tuple[Opened, ...]]:
    """Who opened each of these and when, newest first: the record tells.

    A page that is saved is opened again; so what one mentor opens within half an hour of the last time is one visit,
    told by its beginning. The record has each time.
    """
    found = connection.execute(
        select(RECORD.c.subject, RECORD.c.actor, RECORD.c.at)
        .where(RECORD.c.subject.in_(share_ids), RECORD.c.act == Act.OPENED.value)
        .order_by(RECORD.c.number)
    ).all()
    called = names.of_colleagues(connection, [row.actor for row in found])
    told: dict[str, list[Opened]] = {one: [] for one in share_ids}
    last: dict[tuple[str, str], datetime] = {}
    for row in found:
        before = last.get((row.subject, row.actor))
        if before is None or row.at - before > _VISIT:
            told[row.subject].append(Opened(called[row.actor], row.at))
        last[row.subject, row.actor] = row.at
    return {share_id: tuple(reversed(visits)) for share_id, visits in told.items()}
