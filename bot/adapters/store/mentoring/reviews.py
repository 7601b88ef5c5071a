"""Reviews: a share opened by its mentor, and what they add to it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, RowMapping, select, update

from bot.adapters.store import outbox
from bot.adapters.store.conversations import records_of
from bot.adapters.store.mentoring import events, names, queue, record, rows, shares, sums, talks, visible
from bot.adapters.store.mentoring.tables import REVIEW_EVENTS, SHARES
from bot.mentoring.events import Event, EventKind, NewEvent
from bot.ports.reviewing import Opening, Status, Told
from bot.ports.sharing import Remark
from bot.ports.staff import Act, Entry

_LONGEST_NAME: Final = 80


def opened(connection: Connection, mentor_id: str, share_id: str, now: datetime) -> Opening | None:
    """A share, whole, on record; the doctor's answers are read with it. Where nothing of the talk is left, none."""
    share = visible.held(connection, mentor_id, share_id, now)
    opening = _opening(connection, share, now) if share is not None else None
    if opening is None:
        shares.refused(connection, now, share_id, mentor_id)
        return None
    if opening.row.unread_answers:
        connection.execute(update(SHARES).where(SHARES.c.id == share_id).values(unread=0))
    record.append(connection, Entry(now, mentor_id, Act.OPENED, share_id))
    return opening


def _opening(connection: Connection, share: RowMapping, now: datetime) -> Opening | None:
    person_id, talk, first, last = (share[one] for one in ("person_id", "conversation_id", "first", "last"))
    records = records_of(connection, talk, person_id, first, last)
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
    """Append to the review of a share, on record; see the port."""
    share = visible.held(connection, mentor_id, share_id, now)
    if share is None or not all(_belongs(share, one) for one in new):
        shares.refused(connection, now, share_id, mentor_id)
        return False
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

    Only what was scored before they finished counts, as they saw other people's scores from then on; and only what is
    about the talk as a whole, or a turn that this mentor was shown.
    """
    if share["status"] != Status.FINISHED.value:
        return ()
    also = (
        SHARES.c.conversation_id == share["conversation_id"],
        SHARES.c.session == share["session"],
        SHARES.c.person_id == share["person_id"],
        SHARES.c.id != share["id"],
        SHARES.c.mentor_id != share["mentor_id"],
        SHARES.c.withdrawn_at.is_(None),
        SHARES.c.status == Status.FINISHED.value,
    )
    found = connection.execute(select(SHARES).where(*also).order_by(SHARES.c.mentor_id)).mappings().all()
    kinds = REVIEW_EVENTS.c.kind.in_((EventKind.SCORED.value, EventKind.FINISHED.value))
    reviewers = REVIEW_EVENTS.c.author.in_([one["mentor_id"] for one in found])
    scored = events.of_shares(connection, found, kinds, reviewers)
    return tuple(tuple(_until_finished(share, scored[one["id"]])) for one in found)


def _until_finished(share: RowMapping, review: Sequence[Event]) -> Iterator[Event]:
    for one in review:
        if one.what.kind is EventKind.FINISHED:
            return
        if one.what.turn is None or share["first"] <= one.what.turn <= share["last"]:
            yield one
