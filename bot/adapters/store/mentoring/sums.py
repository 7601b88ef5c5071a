"""What the events of a share come to: how far its mentor is, whether a flag stands, which tags.

Worked out anew each time: the events are the truth, and the sums beside them are for the queue.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from bot.adapters.store.mentoring.tables import REVIEW_EVENTS, SHARE_TAGS, SHARES
from bot.mentoring.events import DOCTOR, EventKind
from bot.ports.reviewing import Status

_LABELS: Final = {EventKind.TAGGED, EventKind.UNTAGGED}
"""What is no review yet: a mentor sorts before they read."""


@dataclass(frozen=True, slots=True)
class Step:
    """What the sums need of an event."""

    author: str
    kind: EventKind
    turn: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Sums:
    """How a review stands. A flag or a tag on any turn, or on the talk, stands for the whole share."""

    status: Status
    flagged: bool
    tags: frozenset[str]


def sums_of(steps: Iterable[Step]) -> Sums:
    """The sums of a share's events, in the order of writing."""
    status = Status.UNREVIEWED
    flags: dict[int | None, bool] = {}
    tags: dict[tuple[int | None, str], bool] = {}
    for one in steps:
        if one.author == DOCTOR:
            continue
        if one.kind in _LABELS:
            tags[one.turn, one.name] = one.kind is EventKind.TAGGED
            continue
        if one.kind in {EventKind.FLAGGED, EventKind.UNFLAGGED}:
            flags[one.turn] = one.kind is EventKind.FLAGGED
        finished = one.kind is EventKind.FINISHED or status is Status.FINISHED
        status = Status.FINISHED if finished else Status.BEGUN
    standing = frozenset(name for (_, name), stands in tags.items() if stands)
    return Sums(status, any(flags.values()), standing)


def sum_up(connection: Connection, share_id: str) -> None:
    """Bring the share and its tags to what its events say."""
    sums = sums_of(steps(connection, share_id))
    connection.execute(
        update(SHARES).where(SHARES.c.id == share_id).values(status=sums.status.value, flagged=sums.flagged)
    )
    connection.execute(delete(SHARE_TAGS).where(SHARE_TAGS.c.share_id == share_id))
    if sums.tags:
        connection.execute(insert(SHARE_TAGS), [{"share_id": share_id, "tag": one} for one in sorted(sums.tags)])


def steps(connection: Connection, share_id: str) -> tuple[Step, ...]:
    """The events of a share, without their words."""
    columns = (REVIEW_EVENTS.c.author, REVIEW_EVENTS.c.kind, REVIEW_EVENTS.c.turn, REVIEW_EVENTS.c.name)
    rows = connection.execute(select(*columns).where(REVIEW_EVENTS.c.share_id == share_id).order_by(REVIEW_EVENTS.c.id))
    return tuple(Step(row.author, EventKind(row.kind), row.turn, row.name) for row in rows)
