"""The inbox: what came in, known again by its keys, and its words, sealed, only until it is done."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from uuid import uuid4

from sqlalchemy import Connection, Integer, RowMapping, and_, bindparam, case, func, or_, select, update

from bot.adapters.store.inserting import Upsert, insert_in, insert_new
from bot.adapters.store.keys import keys_of
from bot.adapters.store.schema import INBOX, LANES, PEOPLE
from bot.adapters.store.vault import WRAPPED, locker, opener, place, with_key
from bot.ports.incoming import Fate, Inbound, Kind, Waiting


def accept(connection: Connection, inbound: Inbound, *, unique: bool = True) -> bool:
    """Take a gesture in; False where it is known. A lane that was held is anybody's work again: it may be urgent.

    `unique` False is for proofs only: every delivery is taken for a new gesture.
    """
    keys = keys_of(inbound) if unique else {"event_key": uuid4().hex}
    where = _place(keys["event_key"])
    sealing = locker(connection, inbound.person)
    known = sealing.seal(where, inbound.text) if sealing.made else None
    new = {**_KEYLESS, **keys, **_row(inbound), "text": known}
    taken = connection.execute(insert_new(connection.dialect.name, INBOX), new).scalar()
    if taken is None:
        return False
    if known is None:  # nothing makes a key for somebody who was erased, and whose gesture only comes a second time
        connection.execute(_GIVE_TEXT, {"its_id": taken, "its_text": sealing.seal(where, inbound.text)})
    _note_lane(connection, inbound)
    return True


_GIVE_TEXT = update(INBOX).where(INBOX.c.id == bindparam("its_id")).values(text=bindparam("its_text"))
_KEYLESS = {"place_key": None, "client_key": None}


def _row(inbound: Inbound) -> dict[str, object]:
    return {
        "open": True,
        "team": inbound.team,
        "lane": inbound.lane,
        "person_id": inbound.person,
        "event_id": inbound.event_id,
        "client_msg_id": inbound.client_msg_id,
        "kind": inbound.kind.value,
        "sent": inbound.sent,
        "ts": inbound.ts,
        "thread_ts": inbound.thread_ts,
        "about_ts": inbound.about_ts,
        "identifiable": inbound.identifiable,
        "urgent": inbound.urgent,
        "received_at": inbound.received_at,
    }


def _note_lane(connection: Connection, inbound: Inbound) -> None:
    direct = inbound.kind is not Kind.MENTION
    lane: dict[str, object] = {
        "lane": inbound.lane,
        "team": inbound.team,
        "person_id": inbound.person if direct else None,
        "direct": direct,
        "last": inbound.sent,
        "seen": 0,
        "consented": 0,
        "held": False,
    }
    connection.execute(_noting(connection.dialect.name), lane)


@cache
def _noting(dialect: str) -> Upsert:
    new = insert_in(dialect, LANES)
    later = case((new.excluded.last > LANES.c.last, new.excluded.last), else_=LANES.c.last)
    return new.on_conflict_do_update(
        index_elements=[LANES.c.lane],
        set_={
            "last": later,
            "held": False,
            "direct": or_(LANES.c.direct, new.excluded.direct),
            "person_id": func.coalesce(LANES.c.person_id, new.excluded.person_id),
        },
    )


_OF_LANE = (INBOX.c.open, INBOX.c.lane == bindparam("its_lane"))
_OPEN = with_key(select(INBOX).where(*_OF_LANE), INBOX.c.person_id)
_WAITING = _OPEN.order_by(INBOX.c.sent, INBOX.c.id)
_WAITING_ANYHOW = _OPEN.order_by(func.random())
_THESE = INBOX.c.id.in_(bindparam("its_ids", expanding=True))
_STILL_WAITING = select(func.count()).select_from(INBOX).where(*_OF_LANE, _THESE)
_DELETED = select(INBOX.c.about_ts).where(_THESE, INBOX.c.kind == Kind.DELETION.value)
_DONE = (
    update(INBOX)
    .where(_THESE)
    .values(open=False, fate=bindparam("its_fate"), text=None, turn=bindparam("its_turn", type_=Integer))
)
"""Made once: building a statement costs more than running it."""


def waiting(connection: Connection, lane: str, *, in_order: bool = True) -> tuple[Waiting, ...]:
    """What waits in a lane, oldest first by the channel's own time stamps. `in_order` False is for proofs only.

    Raises CoachError where something cannot be opened.
    """
    rows = connection.execute(_WAITING if in_order else _WAITING_ANYHOW, {"its_lane": lane}).mappings()
    return tuple(Waiting(row["id"], _inbound(row, text_of(connection, row))) for row in rows)


def text_of(connection: Connection, row: RowMapping) -> str:
    """The words of a row that was read `with_key`. Raises CoachError where they cannot be opened."""
    return opener(connection, row["person_id"], row[WRAPPED]).open(_place(row["event_key"]), row["text"])


def _place(event_key: str | None) -> str:
    return place("inbox", event_key, "text")


def _inbound(row: RowMapping, text: str) -> Inbound:
    return Inbound(
        event_id=row["event_id"],
        team=row["team"],
        channel=row["lane"].removeprefix(f"{row['team']}:"),
        user=row["person_id"].removeprefix(f"{row['team']}:"),
        kind=Kind(row["kind"]),
        sent=row["sent"],
        received_at=row["received_at"],
        ts=row["ts"],
        thread_ts=row["thread_ts"],
        client_msg_id=row["client_msg_id"],
        about_ts=row["about_ts"],
        text=text,
        identifiable=row["identifiable"],
        urgent=row["urgent"],
    )


def all_wait(connection: Connection, lane: str, ids: Mapping[int, Fate]) -> bool:
    """Whether all of these are of this lane and still wait."""
    found = connection.execute(_STILL_WAITING, {"its_lane": lane, "its_ids": tuple(ids)}).scalar_one()
    return found == len(ids)


def mark_done(connection: Connection, done: Mapping[int, Fate], turn: int | None) -> None:
    """They are done with: their words go. What was answered keeps the number of the turn that answered it."""
    for fate in set(done.values()):
        ids = tuple(one for one, its in done.items() if its is fate)
        answered = turn if fate is Fate.ANSWERED else None
        connection.execute(_DONE, {"its_ids": ids, "its_fate": fate.value, "its_turn": answered})


def stop(connection: Connection, lane: str) -> int:
    """Whatever waits in a lane is done with; how much that was."""
    return connection.execute(
        update(INBOX).where(INBOX.c.open, INBOX.c.lane == lane).values(open=False, fate=Fate.STOPPED.value, text=None)
    ).rowcount


def deleted(connection: Connection, ids: Iterable[int]) -> tuple[str, ...]:
    """The places of the messages that these say were deleted."""
    return tuple(connection.execute(_DELETED, {"its_ids": tuple(ids)}).scalars())


def turns_about(connection: Connection, lane: str, ts: str) -> tuple[int, ...]:
    """The turns that answered the doctor's message at a place, as it was written and as it read when it was changed."""
    anew = and_(INBOX.c.kind == Kind.START.value, INBOX.c.about_ts == ts)
    rows = connection.execute(
        select(INBOX.c.turn)
        .where(INBOX.c.lane == lane, or_(INBOX.c.ts == ts, anew), INBOX.c.turn.is_not(None))
        .distinct()
        .order_by(INBOX.c.turn)
    ).scalars()
    return tuple(turn for turn in rows if turn is not None)


def channels(connection: Connection, team: str) -> dict[str, str]:
    """Direct channels that are known, and the time stamp of the last thing taken in there; "0" where nothing was."""
    known = connection.execute(select(PEOPLE.c.channel).where(PEOPLE.c.team == team, PEOPLE.c.channel != "")).scalars()
    found = dict.fromkeys(known, "0")
    rows = connection.execute(select(LANES.c.lane, LANES.c.last).where(LANES.c.team == team, LANES.c.direct))
    return found | {row.lane.removeprefix(f"{team}:"): row.last for row in rows}


def backlog(connection: Connection) -> tuple[int, datetime | None]:
    """How much waits that is anybody's work, and since when. What is held for consent is nobody's."""
    row = connection.execute(
        select(func.count(), func.min(INBOX.c.received_at))
        .select_from(INBOX.join(LANES, LANES.c.lane == INBOX.c.lane))
        .where(INBOX.c.open, LANES.c.held.is_(False))
    ).one()
    return row[0], row[1]
