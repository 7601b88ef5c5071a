"""The events of reviews, appended and read; their words are sealed with the key of the doctor they are about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, RowMapping, insert, select

from bot.adapters.store.mentoring import rows
from bot.adapters.store.mentoring_tables import REVIEW_EVENTS, SHARES
from bot.adapters.store.vault import WRAPPED, opener, place, with_key
from bot.mentoring.events import Event, EventKind, NewEvent

_OF_SHARES: Final = REVIEW_EVENTS.join(SHARES, SHARES.c.id == REVIEW_EVENTS.c.share_id)
_READ: Final = with_key(
    select(REVIEW_EVENTS, SHARES.c.person_id).select_from(_OF_SHARES).order_by(REVIEW_EVENTS.c.id),
    SHARES.c.person_id,
)


@dataclass(frozen=True, slots=True)
class Step:
    """What the sums of a review need of an event."""

    author: str
    kind: EventKind
    turn: int | None
    name: str


def can_be_sealed(text: str) -> bool:
    """Whether it is text at all: half a character, as a made-up request may hold, has no bytes."""
    return not any("\ud800" <= one <= "\udfff" for one in text)


def append(connection: Connection, share: RowMapping, author: str, what: NewEvent, at: datetime) -> Event:
    """Add an event to a share whose key is held; its words are sealed for a place that a UUID of its own names."""
    uid = str(uuid4())
    keys = rows.keys(connection, share)
    made = insert(REVIEW_EVENTS).values(
        share_id=share["id"],
        uid=uid,
        author=author,
        kind=what.kind.value,
        turn=what.turn,
        name=keys.seal(_place(uid, "name"), what.name),
        text=keys.seal(_place(uid, "text"), what.text),
        about=what.about,
        at=at,
    )
    new_id = connection.execute(made.returning(REVIEW_EVENTS.c.id)).scalar_one()
    return Event(new_id, author, at, what)


def of_shares(
    connection: Connection, shares: Iterable[RowMapping], *which: ColumnElement[bool]
) -> Mapping[str, tuple[Event, ...]]:
    """The events of these shares that meet a condition, in the order of writing, by share."""
    ids = [one["id"] for one in shares]
    found: dict[str, list[Event]] = {one: [] for one in ids}
    for row, event in _read(connection, REVIEW_EVENTS.c.share_id.in_(ids), *which):
        found[row["share_id"]].append(event)
    return {share_id: tuple(events) for share_id, events in found.items()}


def of_person(
    connection: Connection, person_id: str, *which: ColumnElement[bool]
) -> Sequence[tuple[RowMapping, Event]]:
    """Events about somebody's talks that meet a condition, in the order of writing, each with its row."""
    return tuple(_read(connection, SHARES.c.person_id == person_id, *which))


def steps(connection: Connection, share_id: str) -> tuple[Step, ...]:
    """The events of a share in the order of writing, without what was written."""
    columns = [REVIEW_EVENTS.c[name] for name in ("id", "uid", "author", "kind", "turn", "name")]
    wanted = select(*columns, SHARES.c.person_id).select_from(_OF_SHARES).where(REVIEW_EVENTS.c.share_id == share_id)
    found = connection.execute(with_key(wanted.order_by(REVIEW_EVENTS.c.id), SHARES.c.person_id)).mappings()
    return tuple(
        Step(
            row["author"],
            EventKind(row["kind"]),
            row["turn"],
            opener(connection, row["person_id"], row[WRAPPED]).open(_place(row["uid"], "name"), row["name"]),
        )
        for row in found
    )


def _read(connection: Connection, *which: ColumnElement[bool]) -> Iterator[tuple[RowMapping, Event]]:
    for row in connection.execute(_READ.where(*which)).mappings():
        keys, uid = opener(connection, row["person_id"], row[WRAPPED]), row["uid"]
        name, text = (keys.open(_place(uid, column), row[column]) for column in ("name", "text"))
        what = NewEvent(EventKind(row["kind"]), row["turn"], name, text, row["about"])
        yield row, Event(row["id"], row["author"], row["at"], what)


def _place(uid: str, column: str) -> str:
    return place(REVIEW_EVENTS.name, uid, column)
