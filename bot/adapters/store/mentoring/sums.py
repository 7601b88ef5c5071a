"""What the events of a share come to: how far its mentor is, whether a flag stands, which tags.

Worked out anew each time: the events are the truth, and the sums beside them are for the queue.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, update

from bot.adapters.store.mentoring import events, tags
from bot.adapters.store.mentoring.events import Step
from bot.adapters.store.mentoring_tables import SHARES
from bot.mentoring.events import DOCTOR, EventKind
from bot.ports.reviewing import Status

_LABELS: Final = {EventKind.TAGGED, EventKind.UNTAGGED}
"""What is no review yet: a mentor sorts before they read."""


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
    sums = sums_of(events.steps(connection, share_id))
    connection.execute(
        update(SHARES).where(SHARES.c.id == share_id).values(status=sums.status.value, flagged=sums.flagged)
    )
    tags.put(connection, share_id, sums.tags)
