"""Comments on a doctor's talk as the doctor has them, and what the doctor answers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, update

from bot.adapters.store import outbox
from bot.adapters.store.mentoring import events, names, record, shares
from bot.adapters.store.mentoring_tables import REVIEW_EVENTS, SHARES
from bot.mentoring.events import DOCTOR, EventKind, NewEvent
from bot.ports.post import Letter
from bot.ports.sharing import Remark
from bot.ports.staff import Act, Entry

_NUMBERS: Final = range(1, 2**31)
"""Ids that a database can have at all."""


def of(connection: Connection, person_id: str, remark_id: int) -> Remark | None:
    """A comment on something of the person's, with their answers to it."""
    if remark_id not in _NUMBERS:
        return None
    found = events.of_person(
        connection, person_id, (REVIEW_EVENTS.c.id == remark_id) | (REVIEW_EVENTS.c.about == remark_id)
    )
    answers = tuple(one.what.text for _, one in found if one.author == DOCTOR and one.what.about == remark_id)
    for share, one in found:
        if one.id == remark_id and one.what.kind is EventKind.COMMENTED:
            called = names.of_colleagues(connection, [one.author])
            return Remark(
                id=one.id,
                share_id=share["share_id"],
                mentor_id=one.author,
                mentor=called[one.author],
                turn=one.what.turn,
                text=one.what.text,
                at=one.at,
                answers=answers,
            )
    return None


def answer(
    connection: Connection, person_id: str, remark_id: int, text: str, letters: Sequence[Letter], at: datetime
) -> bool:
    """Answer a comment; see the port."""
    remark = of(connection, person_id, remark_id)
    share = shares.of(connection, person_id, remark.share_id) if remark else None
    if remark is None or share is None:
        shares.refused(connection, at)
        return False
    if share["withdrawn_at"] is not None or share["expires_at"] <= at or not text.strip():
        return False
    events.append(connection, share, DOCTOR, NewEvent(EventKind.ANSWERED, remark.turn, text=text, about=remark.id), at)
    connection.execute(update(SHARES).where(SHARES.c.id == share["id"]).values(unread=SHARES.c.unread + 1))
    outbox.put(connection, letters, at)
    record.append(connection, Entry(at, DOCTOR, Act.ANSWERED, share["id"]))
    return True
