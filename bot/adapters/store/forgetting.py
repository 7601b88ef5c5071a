"""Forgetting what was said once its days are over: only numbers stay, and the keys gestures are known again by."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    delete,
    func,
    literal,
    or_,
    select,
    tuple_,
    union_all,
    update,
)

from bot.adapters.store.conversations import of_talk
from bot.adapters.store.key_tables import KEYS
from bot.adapters.store.mentoring.visible import active
from bot.adapters.store.mentoring_tables import SHARES, TALLIES
from bot.adapters.store.schema import COMMITMENTS, CONVERSATIONS, FEEDBACK, INBOX, LANES, OUTBOX, PEOPLE, TURNS
from bot.adapters.store.stored import state_in
from bot.adapters.store.vault import Locker, locker
from bot.coaching.model import State
from bot.errors import CoachError
from bot.ports.incoming import Fate, conversation_of

_LANES: Final = conversation_of("")
_OF_INBOX: Final = {"id", "event_key", "place_key", "client_key", "open", "fate", "identifiable", "urgent"}
_OF_OUTBOX: Final = {"id", "digest", "open", "state", "action", "urgent", "created_at", "attempts", "doubtful", "code"}
"""What stays of a gesture and of a letter: what they are known again by, and what names nobody."""
_GESTURE: Final[dict[str, object]] = {column.name: None for column in INBOX.c if column.name not in _OF_INBOX}
_LETTER: Final[dict[str, object]] = {column.name: None for column in OUTBOX.c if column.name not in _OF_OUTBOX}


def old(now: datetime, by: datetime) -> ColumnElement[bool]:
    """Conversations whose last message came by then; not while one is shared, or something in it waits to be done."""
    its_own = CONVERSATIONS.c.id
    shared = select(SHARES.c.id).where(SHARES.c.conversation_id == its_own, active(now)).exists()
    coming = select(INBOX.c.id).where(INBOX.c.open, literal(_LANES) + INBOX.c.lane == its_own).exists()
    going = select(OUTBOX.c.id).where(OUTBOX.c.open, literal(_LANES) + OUTBOX.c.lane == its_own).exists()
    return (CONVERSATIONS.c.updated_at <= by) & ~shared & ~coming & ~going


def conversations(connection: Connection, which: ColumnElement[bool], at_most: int) -> int:
    """Forget some of those that are `old`, and what was said of them; who gestured where goes with them. How many.

    The row stays, with nothing in it but numbers: what is kept longer (a plan, what was counted, a review) goes by
    session and turn, and so do buttons in the channel. So a conversation that is taken up again is a new one, in which
    sessions and turns are numbered on. Whose key cannot be used loses the row as well: nothing of theirs opens anyhow.

    Which they are is asked for once more when all is held: somebody may have been sharing one meanwhile.
    """
    some = select(CONVERSATIONS.c.id, CONVERSATIONS.c.person_id).where(which).limit(at_most)
    found = connection.execute(some).all()
    ids = [row.id for row in found]
    _hold(connection, (row.person_id for row in found), (one.removeprefix(_LANES) for one in ids))
    these = CONVERSATIONS.c.id.in_(ids)
    connection.execute(select(CONVERSATIONS.c.id).where(these).order_by(CONVERSATIONS.c.id).with_for_update())
    rows = connection.execute(select(CONVERSATIONS).where(these, which)).mappings().all()
    still = [row["id"] for row in rows]
    places = [(row["person_id"], row["id"].rpartition(":")[2]) for row in rows if row["id"].startswith(_LANES)]
    lanes = [one.removeprefix(_LANES) for one in still if one.startswith(_LANES)]
    connection.execute(delete(TURNS).where(TURNS.c.conversation_id.in_(still)))
    for row in rows:
        _begin_anew(connection, row)
    connection.execute(delete(FEEDBACK).where(tuple_(FEEDBACK.c.person_id, FEEDBACK.c.channel).in_(places)))
    for table, gone in ((INBOX, _GESTURE), (OUTBOX, _LETTER)):
        connection.execute(update(table).where(table.c.lane.in_(lanes), ~table.c.open).values(**gone))
    return len(rows)


def unheard(by: datetime) -> ColumnElement[bool]:
    """Gestures taken in by then that wait for somebody to agree who never did: the coach has not read them."""
    held = select(LANES.c.lane).where(LANES.c.lane == INBOX.c.lane, LANES.c.held).exists()
    agreed = select(PEOPLE.c.id).where(PEOPLE.c.id == INBOX.c.person_id, PEOPLE.c.consented > 0).exists()
    return INBOX.c.open & (INBOX.c.received_at <= by) & or_(held, ~agreed)


def gestures(connection: Connection, which: ColumnElement[bool], at_most: int) -> int:
    """Forget some of those that are `unheard`, of which only the keys stay. How many.

    Which they are is asked for once more when all is held: somebody may have been agreeing meanwhile.
    """
    some = select(INBOX.c.id, INBOX.c.person_id, INBOX.c.lane).where(which).limit(at_most)
    found = connection.execute(some).all()
    _hold(connection, (row.person_id for row in found), (row.lane for row in found))
    still = (
        connection.execute(select(INBOX.c.id).where(INBOX.c.id.in_([row.id for row in found]), which)).scalars().all()
    )
    done = update(INBOX).where(INBOX.c.id.in_(still)).values(**_GESTURE | {"open": False, "fate": Fate.ERASED.value})
    connection.execute(done)
    return len(still)


def _hold(connection: Connection, people: Iterable[str], lanes: Iterable[str]) -> None:
    """Hold keys, and then lanes, in the order in which everybody does: nobody takes in, answers or shares meanwhile."""
    keys = select(KEYS.c.owner).where(KEYS.c.owner.in_(sorted(set(people)))).order_by(KEYS.c.owner)
    connection.execute(keys.with_for_update(read=True, key_share=True))
    theirs = select(LANES.c.lane).where(LANES.c.lane.in_(sorted(set(lanes)))).order_by(LANES.c.lane)
    connection.execute(theirs.with_for_update())


def _begin_anew(connection: Connection, row: RowMapping) -> None:
    """Blank a conversation whose turns are gone: its next session follows the last, and no time is known of it."""
    this = CONVERSATIONS.c.id == row["id"]
    with suppress(CoachError):
        keys = locker(connection, row["person_id"])
        blank = keys.seal_json(of_talk(row["id"]), State(session=_last_session(connection, keys, row) + 1))
        connection.execute(update(CONVERSATIONS).where(this).values(state=blank, updated_at=None))
        return
    connection.execute(delete(CONVERSATIONS).where(this))


def _last_session(connection: Connection, keys: Locker, row: RowMapping) -> int:
    """The number of its last session; where its state was damaged, of the last one of which something is kept."""
    with suppress(CoachError):
        return state_in(keys.open(of_talk(row["id"]), row["state"])).session
    kept = (
        select(table.c.session).where(table.c.conversation_id == row["id"]) for table in (COMMITMENTS, TALLIES, SHARES)
    )
    return connection.execute(select(func.max(union_all(*kept).subquery().c.session))).scalar() or 0
