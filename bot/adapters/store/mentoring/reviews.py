"""Reviews: a share opened by its mentor, and what they add to it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, RowMapping, select, update

from bot.adapters.store import outbox
from bot.adapters.store.mentoring import events, names, queue, record, rows, shares, sums, talks, visible
from bot.adapters.store.mentoring_tables import REVIEW_EVENTS, SHARES
from bot.mentoring.events import Event, EventKind, NewEvent
from bot.ports.reviewing import Opening, Status, Told
from bot.ports.sharing import Remark
from bot.ports.staff import Act, Entry

_LONGEST_NAME: Final = 80


def opened(
    connection: Connection, mentor_id: str, share_id: str, now: datetime, *, reading: bool = True
) -> Opening | None:
    """A share, whole, on record; `reading` it, the doctor's answers are read.

    None where it is not theirs to see, or nothing of the talk is left.
    """
    share = visible.held(connection, mentor_id, share_id, now)
    opening = _opening(connection, share, now) if share is not None else None
    if opening is None:
        shares.refused(connection, now, share_id, mentor_id)
        return None
    if opening.row.unread_answers and reading:
        connection.execute(update(SHARES).where(SHARES.c.id == share_id).values(unread=0))
    record.append(connection, Entry(now, mentor_id, Act.OPENED, share_id))
    return opening


def _opening(connection: Connection, share: RowMapping, now: datetime) -> Opening | None:
    person_id, talk, first, last = (share[one] for one in ("person_id", "conversation_id", "first", "last"))
    records = talks.of_share(connection, share)
    if not records:
        return None
    (row,) = queue.rows(connection, [share])
    previous, following = queue.neighbours(connection, share, now)
    return Opening(
        row=row,
        note=rows.opened(connection, share, "note"),
        for_cases=share["for_cases"],
        records=records,
        left_out=rows.left_out(connection, share),
        verdicts=talks.verdicts_on(connection, person_id, talk, (first, last), share["shared_at"]),
        events=events.of_shares(connection, [share])[share["id"]],
        others=_others(connection, share),
        previous=previous,
        following=following,
    )


def add(
    connection: Connection,
    mentor_id: str,
    share_id: str,
    new: Sequence[NewEvent],
    now: datetime,
    told: Told | None = None,
) -> bool:
    """Append to the review of a share, on record; see the port.

    Scores stand once their mentor has finished, and has seen what others found: one that comes later is not kept.
    """
    share = visible.held(connection, mentor_id, share_id, now)
    if share is None or not all(_belongs(share, one) for one in new):
        shares.refused(connection, now, share_id, mentor_id)
        return False
    new = tuple(_in_time(share, new))
    kept = [events.append(connection, share, mentor_id, one, now) for one in new]
    sums.sum_up(connection, share_id)
    if told is not None:
        doctor = names.person(connection, share["person_id"])
        for remark in _remarks(connection, share_id, mentor_id, kept):
            outbox.put(connection, told(doctor, remark), now)
    for act, detail in _told_on_record(new):
        record.append(connection, Entry(now, mentor_id, act, share_id, detail))
    return True


def _belongs(share: RowMapping, new: NewEvent) -> bool:
    """Whether a mentor can add this to that share: about a turn of it, and in nobody else's name."""
    of_it = new.turn is None or share["first"] <= new.turn <= share["last"]
    fits = len(new.name) <= _LONGEST_NAME and new.name.isprintable() and events.can_be_sealed(new.text)
    return of_it and fits and new.kind is not EventKind.ANSWERED and new.about is None


def _in_time(share: RowMapping, new: Sequence[NewEvent]) -> Iterator[NewEvent]:
    finished = share["status"] == Status.FINISHED.value
    for one in new:
        if not (finished and one.kind is EventKind.SCORED):
            yield one
        finished = finished or one.kind is EventKind.FINISHED


def _remarks(connection: Connection, share_id: str, mentor_id: str, kept: Sequence[Event]) -> Iterator[Remark]:
    called = names.of_colleagues(connection, [mentor_id])[mentor_id]
    for one in kept:
        if one.what.kind is EventKind.COMMENTED:
            yield Remark(one.id, share_id, mentor_id, called, one.what.turn, one.what.text, one.at)


def _told_on_record(new: Sequence[NewEvent]) -> Iterator[tuple[Act, str]]:
    """What is put on record of additions: which kinds, and how many; never a word, nor the name of a case or a tag."""
    counts = Counter(one.kind for one in new)
    apart = {EventKind.COMMENTED: Act.COMMENTED, EventKind.CASE_MADE: Act.MADE_CASE}
    for kind, act in apart.items():
        if number := counts.pop(kind, 0):
            yield act, str(number)
    if counts:
        yield Act.REVIEWED, ", ".join(f"{kind.value} {number}" for kind, number in sorted(counts.items()))


def _others(connection: Connection, share: RowMapping) -> tuple[tuple[Event, ...], ...]:
    """The scores of others who have finished with the same talk, once this mentor has: until then they are blind.

    Only what somebody scored before they had seen other people's scores of it counts: before they first finished with
    the talk, in whichever share of it that was, while they have it shared with them still; and only what is about the
    talk as a whole, or a turn that this mentor was shown.
    """
    if share["status"] != Status.FINISHED.value:
        return ()
    also = (
        SHARES.c.conversation_id == share["conversation_id"],
        SHARES.c.session == share["session"],
        SHARES.c.person_id == share["person_id"],
        SHARES.c.mentor_id != share["mentor_id"],
    )
    found = connection.execute(select(SHARES).where(*also).order_by(SHARES.c.mentor_id)).mappings().all()
    still = dict.fromkeys(one["mentor_id"] for one in found if one["withdrawn_at"] is None)
    kinds = REVIEW_EVENTS.c.kind.in_((EventKind.SCORED.value, EventKind.FINISHED.value))
    scored = events.of_shares(connection, found, kinds, REVIEW_EVENTS.c.author.in_(list(still)))
    firsts = (_first_finished([scored[one["id"]] for one in found if one["mentor_id"] == mentor]) for mentor in still)
    return tuple(tuple(_shown(share, scores)) for scores in firsts if scores is not None)


def _first_finished(reviews: Sequence[Sequence[Event]]) -> Sequence[Event] | None:
    """Of one mentor's reviews of a talk the one that they finished first, up to there; None where they never did."""
    ends = [
        (event.id, review[:at])
        for review in reviews
        for at, event in enumerate(review)
        if event.what.kind is EventKind.FINISHED
    ]
    return min(ends, key=lambda end: end[0])[1] if ends else None


def _shown(share: RowMapping, scores: Sequence[Event]) -> Iterator[Event]:
    """Those that are about the talk as a whole, or a turn of the share."""
    return (one for one in scores if one.what.turn is None or share["first"] <= one.what.turn <= share["last"])
