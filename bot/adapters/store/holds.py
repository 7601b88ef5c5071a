"""Holds on lanes: one worker at a time in each, known by a token, and nobody's any more when its process is dead."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Column, ColumnElement, Connection, and_, bindparam, case, func, or_, select, update

from bot.adapters.store.columns import Instant
from bot.adapters.store.inserting import insert_into
from bot.adapters.store.schema import INBOX, LANES, PEOPLE, WORKERS


@dataclass(frozen=True, slots=True)
class Worker:
    """A process: the name it keeps over restarts, and `process`, which is new at each start.

    It is taken for dead once it has not beaten for `patience`.
    """

    owner: str
    process: str
    patience: timedelta

    def begin(self, connection: Connection, now: datetime) -> datetime | None:
        """Say that it is alive for the first time: what its name held before is nobody's. When anybody last did."""
        last = connection.execute(select(func.max(WORKERS.c.beat_at))).scalar()
        self.beat(connection, now)
        return last

    def beat(self, connection: Connection, now: datetime) -> None:
        """Say that it is alive."""
        new = insert_into(connection, WORKERS).values(owner=self.owner, process=self.process, beat_at=now)
        connection.execute(
            new.on_conflict_do_update(
                index_elements=[WORKERS.c.owner],
                set_={"process": new.excluded.process, "beat_at": new.excluded.beat_at},
            )
        )

    def given(self, now: datetime) -> dict[str, object]:
        """What a statement with `held_by_the_living` in it is given."""
        return {"this_process": self.process, "living_since": now - self.patience}


def held_by_the_living(process: Column[str]) -> ColumnElement[bool]:
    """Whether the process in that column is this one, or another that is alive."""
    alive = select(WORKERS.c.process).where(WORKERS.c.beat_at > bindparam("living_since", type_=Instant))
    return and_(process.is_not(None), or_(process == bindparam("this_process"), process.in_(alive)))


_LANE = LANES.c.lane == bindparam("its_lane")
_HOLD = (
    update(LANES)
    .where(_LANE, LANES.c.held.is_(False), ~held_by_the_living(LANES.c.process))
    .values(token=bindparam("its_token"), process=bindparam("this_process"))
)
_NOTE_SEEN = update(LANES).where(_LANE).values(seen=bindparam("its_newest"), consented=bindparam("its_consented"))
_TOKEN = select(LANES.c.token).where(_LANE).with_for_update()
_LET_GO = update(LANES).where(_LANE, LANES.c.token == bindparam("its_token")).values(token=None, process=None)
_URGENT = func.max(case((INBOX.c.urgent, 1), else_=0))
_FREE = (
    select(INBOX.c.lane, _URGENT)
    .select_from(INBOX.join(LANES, LANES.c.lane == INBOX.c.lane))
    .where(INBOX.c.open, LANES.c.held.is_(False), ~held_by_the_living(LANES.c.process))
    .group_by(INBOX.c.lane)
    .order_by(_URGENT.desc(), func.min(INBOX.c.id))
)
"""Made once: building a statement costs more than running it."""


def free_lanes(connection: Connection, worker: Worker, now: datetime) -> list[tuple[str, bool]]:
    """Lanes in which something waits that nobody alive holds, and whether it is urgent; urgent and oldest first."""
    return [(lane, bool(pressing)) for lane, pressing in connection.execute(_FREE, worker.given(now))]


def hold(connection: Connection, worker: Worker, lane: str, token: str, now: datetime) -> bool:
    """Hold a lane that is nobody's and not waiting for consent; whether it was."""
    holder = {"its_lane": lane, "its_token": token, **worker.given(now)}
    return connection.execute(_HOLD, holder).rowcount == 1


def note_seen(connection: Connection, lane: str, newest: int, consented: int) -> None:
    """Keep what a holder saw of its lane, so that what came meanwhile is not overlooked when it is held for consent."""
    connection.execute(_NOTE_SEEN, {"its_lane": lane, "its_newest": newest, "its_consented": consented})


def still_held(connection: Connection, lane: str, token: str) -> bool:
    """Whether the lane is still held under this token; if so nobody can take it before the transaction ends."""
    return connection.execute(_TOKEN, {"its_lane": lane}).scalar() == token


def let_go(connection: Connection, lane: str, token: str) -> None:
    """Let a lane go, where it is held under this token."""
    connection.execute(_LET_GO, {"its_lane": lane, "its_token": token})


def let_go_for_consent(connection: Connection, lane: str) -> None:
    """Let a lane go, and leave what waits in it until its person consents.

    Not where something came, or the person consented, after the holder had looked: then it is work again at once.
    """
    consented = select(PEOPLE.c.consented).where(PEOPLE.c.id == LANES.c.person_id).scalar_subquery()
    newer = select(INBOX.c.id).where(INBOX.c.open, INBOX.c.lane == lane, INBOX.c.id > LANES.c.seen).exists()
    unchanged = and_(func.coalesce(consented, 0) == LANES.c.consented, ~newer)
    connection.execute(update(LANES).where(LANES.c.lane == lane).values(token=None, process=None, held=unchanged))


def release_held(connection: Connection, person_id: str) -> None:
    """The person has consented: what was held of theirs is work."""
    connection.execute(update(LANES).where(LANES.c.person_id == person_id).values(held=False))


def take_away(connection: Connection, lane: str) -> None:
    """Take a lane from whoever holds it: what is finished under that hold is refused."""
    connection.execute(update(LANES).where(LANES.c.lane == lane).values(token=None, process=None, held=False))


def let_all_go(connection: Connection, worker: Worker, now: datetime) -> None:
    """Let everything of this process go, as if it were dead already: what it was sending is in doubt at once."""
    connection.execute(update(LANES).where(LANES.c.process == worker.process).values(token=None, process=None))
    connection.execute(update(WORKERS).where(WORKERS.c.process == worker.process).values(process="", beat_at=now))
