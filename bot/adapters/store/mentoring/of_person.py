"""What mentoring keeps of a doctor: given to them when they ask for it, and erased with everything else of theirs."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, delete, select, union

from bot.adapters.store.mentoring import counting, ending, events, names, rows, shares
from bot.adapters.store.mentoring_tables import (
    COUNTED,
    REVIEW_EVENTS,
    SHARE_TAGS,
    SHARED_WORDS,
    SHARES,
    TALLIES,
)
from bot.adapters.store.schema import COMMITMENTS, PEOPLE
from bot.mentoring.events import DOCTOR, EventKind


def erase(connection: Connection, person_id: str) -> None:
    """Delete every share of the person with its review and its index, and what they added to the figures.

    Call it after the person's conversations are deleted: a share that is being made holds these, and is either deleted
    here or not made at all.
    """
    theirs = select(SHARES.c.id).where(SHARES.c.person_id == person_id)
    ending.unsay(connection, connection.execute(theirs).scalars().all())
    _erase(connection, lambda table: table.c.person_id == person_id)
    counting.forget(connection, (person_id,))


def erase_team(connection: Connection, team: str) -> None:
    """The same for everybody of a workspace; while their settings are still there.

    For who counts no longer may be in the last release, and is known from these only.
    """

    def theirs(table: Table) -> ColumnElement[bool]:
        return table.c.person_id.startswith(f"{team}:", autoescape=True)

    told_of = (select(table.c.person_id).where(theirs(table)) for table in (TALLIES, COUNTED, SHARES, COMMITMENTS))
    known = select(PEOPLE.c.id).where(PEOPLE.c.team == team)
    people = connection.execute(union(known, *told_of)).scalars().all()
    _erase(connection, theirs)
    counting.forget(connection, people)


def export(connection: Connection, person_id: str) -> dict[str, object]:
    """What is kept, fit for JSON: shares with what was said of them to the doctor, and who opened them; counting.

    A mentor's scores, notes and flags are the mentor's own and no part of it.
    """
    told = [
        {
            "with": one.mentor,
            "conversation": one.talk.conversation_id,
            "turns": [one.talk.first, one.talk.last],
            "purpose": one.purpose.value,
            "shared_at": _moment(one.shared_at),
            "expires_at": _moment(one.expires_at),
            "withdrawn_at": _moment(one.withdrawn_at),
            "opened": [{"by": seen.mentor, "at": _moment(seen.at)} for seen in one.opened],
            **_words(connection, one.id),
        }
        for one in shares.shared(connection, person_id)
    ]
    return {"shares": told, "counted": counting.is_counted(connection, person_id)}


def _words(connection: Connection, share_id: str) -> dict[str, object]:
    row = connection.execute(rows.READ.where(SHARES.c.id == share_id)).mappings().one()
    kinds = (EventKind.COMMENTED.value, EventKind.ANSWERED.value)
    called = names.of_colleagues(connection, [row["mentor_id"]])
    said = events.of_shares(connection, [row], REVIEW_EVENTS.c.kind.in_(kinds))[share_id]
    return {
        "name": rows.opened(connection, row, "name"),
        "note": rows.opened(connection, row, "note"),
        "left_out": list(rows.left_out(connection, row)),
        "comments": [
            {
                "by": "you" if one.author == DOCTOR else called[one.author],
                "at": _moment(one.at),
                "turn": one.what.turn,
                "text": one.what.text,
            }
            for one in said
        ],
    }


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _erase(connection: Connection, whose: Callable[[Table], ColumnElement[bool]]) -> None:
    ids = select(SHARES.c.id).where(whose(SHARES))
    for table in (SHARED_WORDS, REVIEW_EVENTS, SHARE_TAGS):
        connection.execute(delete(table).where(table.c.share_id.in_(ids)))
    for table in (SHARES, TALLIES, COUNTED):
        connection.execute(delete(table).where(whose(table)))
