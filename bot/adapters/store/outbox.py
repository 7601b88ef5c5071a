"""The outbox: letters in order of their lanes, each with a key for ever, and its words, sealed, until it is sent."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    cast,
    func,
    literal_column,
    or_,
    select,
    update,
)

from bot.adapters.store.columns import Instant
from bot.adapters.store.holds import Worker, held_by_the_living
from bot.adapters.store.letters import insert, locker_of_lane, opened
from bot.adapters.store.schema import LANES, OUTBOX, PEOPLE
from bot.adapters.store.vault import Locker
from bot.ports.post import Letter, Outbound

_WORDLESS = {"open": False, "text": None, "blocks": None, "owner": None, "process": None}
_NEVER_SENT = {"digest": cast(OUTBOX.c.id, String), **_WORDLESS}
"""Its key is free again: what the channel never had may be put in anew, as the first contact is with each message."""
_NAMELESS = {"key": None, "team": None, "lane": None, "to": None, "thread_ts": None, "about_ts": None}


def put(connection: Connection, letters: Iterable[Letter], now: datetime, keys: Locker | None = None) -> int:
    """Put letters in, in this order; those whose key is known are left out. How many were put in.

    They are sealed with `keys`, or else with those of whoever their lanes are of.
    """
    of_lanes: dict[str, Locker] = {}
    count = 0
    for letter in letters:
        own = keys or of_lanes.get(letter.lane)
        if own is None:
            own = of_lanes[letter.lane] = locker_of_lane(connection, letter.lane)
        count += insert(connection, letter, own, created_at=now)
    return count


def take(connection: Connection, worker: Worker, limit: int, now: datetime, *, in_order: bool = True) -> list[Outbound]:
    """Mark letters as being sent by this process: urgent ones first, of each lane only the oldest that is still open.

    `tried_at` is kept while a letter is in doubt: that is since when the channel may have it. `in_order` False is for
    proofs only. What cannot be opened is given up.
    """
    given = {**worker.given(now), "moment": now, "at_most": limit}
    taken, closed = opened(connection, connection.execute(_to_send(in_order=in_order), given).mappings())
    if closed:
        lost = update(OUTBOX).where(OUTBOX.c.id.in_(closed))
        connection.execute(lost.values(state="failed", code="sealed", **_NEVER_SENT))
    if taken:
        connection.execute(
            _SENDING,
            [
                {
                    "its_id": one.id,
                    "this_process": worker.process,
                    "its_doubt": one.doubtful,
                    "first_tried": one.tried_at if one.doubtful and one.tried_at else now,
                    "its_attempts": one.attempts + 1,
                }
                for one in taken
            ],
        )
    return taken


def put_back(connection: Connection, worker: Worker, in_hand: tuple[int, ...]) -> None:
    """Letters that are marked as being sent by this process, and that it does not have in hand, are still to be sent.

    Whether they were in doubt before is kept: this process has not tried them.
    """
    sending = OUTBOX.c.state == literal_column("'sending'")
    connection.execute(
        update(OUTBOX)
        .where(OUTBOX.c.open, sending, OUTBOX.c.process == worker.process, OUTBOX.c.id.not_in(in_hand))
        .values(state="pending", process=None)
    )


_MOMENT = bindparam("moment", type_=Instant)
_ITS_ID = OUTBOX.c.id == bindparam("its_id")
_SENDING = (
    update(OUTBOX)
    .where(_ITS_ID)
    .values(
        state="sending",
        process=bindparam("this_process"),
        doubtful=bindparam("its_doubt"),
        tried_at=bindparam("first_tried", type_=Instant),
        attempts=bindparam("its_attempts"),
    )
)


@cache
def _to_send(*, in_order: bool) -> Select[tuple[object, ...]]:
    """Open letters whose time has come and that nobody alive is sending; made once, as building it costs the most."""
    sending = OUTBOX.c.state == literal_column("'sending'")
    ripe = and_(is_due(OUTBOX), or_(OUTBOX.c.not_before.is_(None), OUTBOX.c.not_before <= _MOMENT))
    wanted = and_(OUTBOX.c.open, ripe, ~and_(sending, held_by_the_living(OUTBOX.c.process)))
    found = select(OUTBOX).where(wanted)
    if in_order:
        found = found.where(~_has_an_older()).order_by(OUTBOX.c.urgent.desc(), OUTBOX.c.id)
    else:
        found = found.order_by(func.random())
    return found.limit(bindparam("at_most", type_=Integer)).with_for_update(skip_locked=True)


def is_due(letter: FromClause) -> ColumnElement[bool]:
    """Whether a letter's time has come at the `moment` that the statement is given."""
    return or_(letter.c.due.is_(None), letter.c.due <= _MOMENT)


def _has_an_older() -> ColumnElement[bool]:
    """Whether an older letter of the lane is still open. One whose day has not come holds nobody up."""
    older = OUTBOX.alias("older")
    return (
        select(older.c.id)
        .where(older.c.open, older.c.lane == OUTBOX.c.lane, older.c.id < OUTBOX.c.id, is_due(older))
        .correlate(OUTBOX)
        .exists()
    )


def mark_sent(connection: Connection, outbound_id: int, channel: str, ts: str) -> None:
    """The channel has it, there: its words go. Of a letter to nobody known (any more) only the key's digest stays."""
    team = connection.execute(_TEAM, {"its_id": outbound_id}).scalar()
    if team is None:  # erased while it was being sent
        return
    place = f"{team}:{channel}"
    known = connection.execute(_KNOWN, {"its_team": team, "its_channel": channel, "its_place": place}).scalar()
    if known:
        connection.execute(_SENT, {"its_id": outbound_id, "its_place": place, "its_ts": ts})
    else:
        connection.execute(_SENT_TO_NOBODY, {"its_id": outbound_id})


_TEAM = select(OUTBOX.c.team).where(_ITS_ID)
_KNOWN = select(
    or_(
        select(LANES.c.lane).where(LANES.c.lane == bindparam("its_place")).exists(),
        select(PEOPLE.c.id)
        .where(PEOPLE.c.team == bindparam("its_team"), PEOPLE.c.channel == bindparam("its_channel"))
        .exists(),
    )
)
_AWAY = update(OUTBOX).where(_ITS_ID).values(state="sent", doubtful=False, **_WORDLESS)
_SENT = _AWAY.values(place=bindparam("its_place"), ts=bindparam("its_ts"))
_SENT_TO_NOBODY = _AWAY.values(**_NAMELESS)


def put_off(connection: Connection, worker: Worker, outbound_id: int, until: datetime, *, doubtful: bool) -> None:
    """Not sent; to be taken again from then on."""
    connection.execute(
        update(OUTBOX)
        .where(*_mine(worker, outbound_id))
        .values(state="pending", process=None, not_before=until, doubtful=doubtful)
    )


def give_up(connection: Connection, worker: Worker, outbound_id: int, code: str) -> None:
    """It can never be sent: its words go, and it holds nobody up."""
    connection.execute(
        update(OUTBOX).where(*_mine(worker, outbound_id)).values(state="failed", code=code[:80], **_NEVER_SENT)
    )


def expire(connection: Connection, worker: Worker, outbound_id: int) -> bool:
    """Its moment is over, and the channel does not have it: it is not sent. False where it is another's by now."""
    over = update(OUTBOX).where(*_mine(worker, outbound_id)).values(state="dropped", doubtful=False, **_NEVER_SENT)
    return connection.execute(over).rowcount == 1


def _mine(worker: Worker, outbound_id: int) -> tuple[ColumnElement[bool], ...]:
    """Still with this process: one taken for dead has lost it to another, whose word counts."""
    return OUTBOX.c.id == outbound_id, OUTBOX.c.open, OUTBOX.c.process == worker.process


def under_way(connection: Connection, lane: str, turns: Iterable[int]) -> bool:
    """Whether a letter of these turns is being sent, or may have been: it is not known yet where the channel has it."""
    begun = or_(OUTBOX.c.state == literal_column("'sending'"), OUTBOX.c.doubtful)
    whose = (OUTBOX.c.open, OUTBOX.c.lane == lane, OUTBOX.c.turn.in_(tuple(turns)))
    return bool(connection.execute(select(select(OUTBOX.c.id).where(*whose, begun).exists())).scalar())


def drop(connection: Connection, lane: str, now: datetime, turns: Iterable[int] | None = None) -> None:
    """Letters of a lane that nobody has begun to send are not sent; all that are due, or those of some turns."""
    whose = is_due(OUTBOX) if turns is None else OUTBOX.c.turn.in_(tuple(turns))
    pending = OUTBOX.c.state == literal_column("'pending'")
    connection.execute(
        update(OUTBOX)
        .where(OUTBOX.c.open, OUTBOX.c.lane == lane, pending, whose)
        .values(state="dropped", **_NEVER_SENT),
        {"moment": now} if turns is None else {},
    )


def withdraw(connection: Connection, key_begins: str) -> None:
    """Letters whose keys begin so, and which nobody has begun to send, are not sent."""
    pending = OUTBOX.c.state == literal_column("'pending'")
    connection.execute(
        update(OUTBOX)
        .where(OUTBOX.c.open, pending, OUTBOX.c.key.startswith(key_begins, autoescape=True))
        .values(state="dropped", **_WORDLESS)
    )
