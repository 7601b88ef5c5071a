"""A mentor's queue: what is shared with them, filtered, searched and paged; and the same for a file."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, false, func, or_, select

from bot.adapters.store.mentoring import events, names, record, shared_words, tags
from bot.adapters.store.mentoring.rows import READ
from bot.adapters.store.mentoring.visible import visible
from bot.adapters.store.mentoring_tables import REVIEW_EVENTS, SHARES
from bot.coaching.kinds import Stage
from bot.ports.reviewing import Export, Filter, Page, Row, Status
from bot.ports.sharing import Purpose
from bot.ports.staff import Act, Entry

_AT_ONCE: Final = 500
"""Shares that are read together for a file: a database takes only so many ids in one question."""
_STAGES: Final = tuple(Stage)


def page(connection: Connection, mentor_id: str, which: Filter, number: int, size: int, now: datetime) -> Page:
    """A page of what the mentor can see, on record; `number` counts from 1."""
    theirs = visible(connection, mentor_id, now)
    matching = and_(theirs, *_conditions(connection, which))
    ids = connection.execute(select(SHARES.c.id).where(matching).order_by(*_order(which))).scalars().all()
    first = (max(number, 1) - 1) * size
    shown = READ.where(theirs, SHARES.c.id.in_(ids[first : first + size])).order_by(*_order(which))
    found = connection.execute(shown).mappings().all()
    kinds = connection.execute(
        select(
            SHARES.c.situation,
            SHARES.c.stage,
            SHARES.c.status,
            func.count().label("shares"),
            func.sum(SHARES.c.unread).label("unread"),
        )
        .where(theirs)
        .group_by(SHARES.c.situation, SHARES.c.stage, SHARES.c.status)
    ).all()
    reached = {one.stage for one in kinds}
    told = Page(
        rows=rows(connection, found),
        total=len(ids),
        waiting=sum(one.shares for one in kinds if one.status == Status.UNREVIEWED.value),
        situations=tuple(sorted({one.situation for one in kinds if one.situation})),
        stages=tuple(one.value for one in _STAGES if one.value in reached),
        tags=tags.among(connection, theirs),
        begun=sum(one.shares for one in kinds if one.status == Status.BEGUN.value),
        unread=sum(one.unread for one in kinds),
    )
    act = Act.SEARCHED if which.search.strip() else Act.LISTED
    record.append(connection, Entry(now, mentor_id, act, detail=f"found {len(ids)}"))
    return told


def export(connection: Connection, mentor_id: str, which: Filter, now: datetime) -> tuple[Export, ...]:
    """All that the mentor can see and asked for, with their own events, on record."""
    matching = and_(visible(connection, mentor_id, now), *_conditions(connection, which))
    found = connection.execute(READ.where(matching).order_by(*_order(which))).mappings().all()
    told: list[Export] = []
    for at in range(0, len(found), _AT_ONCE):
        some = found[at : at + _AT_ONCE]
        own = events.of_shares(connection, some, REVIEW_EVENTS.c.author == mentor_id)
        told += [Export(one, own[one.share_id]) for one in rows(connection, some)]
    about = told[0].row.share_id if len(told) == 1 else ""
    record.append(connection, Entry(now, mentor_id, Act.EXPORTED, about, f"exported {len(told)}"))
    return tuple(told)


def rows(connection: Connection, shares: Sequence[RowMapping]) -> tuple[Row, ...]:
    """These shares as a mentor is told of them."""
    called = names.of_doctors(connection, shares)
    standing = tags.of_shares(connection, shares)
    return tuple(
        Row(
            share_id=one["id"],
            doctor=called[one["id"]],
            situation=one["situation"],
            stage=one["stage"],
            turns=one["turns"],
            purpose=Purpose(one["purpose"]),
            shared_at=one["shared_at"],
            expires_at=one["expires_at"],
            status=Status(one["status"]),
            flagged=one["flagged"],
            safety=one["safety"],
            tags=standing.get(one["id"], ()),
            unread_answers=one["unread"],
        )
        for one in shares
    )


def neighbours(connection: Connection, share: RowMapping, now: datetime) -> tuple[str | None, str | None]:
    """The shares before and after this one in its mentor's queue as it stands unfiltered, newest first."""
    theirs = visible(connection, share["mentor_id"], now)
    at, share_id = share["shared_at"], share["id"]
    same = SHARES.c.shared_at == at
    newer = or_(SHARES.c.shared_at > at, and_(same, SHARES.c.id > share_id))
    older = or_(SHARES.c.shared_at < at, and_(same, SHARES.c.id < share_id))
    before = select(SHARES.c.id).where(theirs, newer).order_by(SHARES.c.shared_at, SHARES.c.id).limit(1)
    after = select(SHARES.c.id).where(theirs, older).order_by(*_order(Filter())).limit(1)
    return connection.execute(before).scalar(), connection.execute(after).scalar()


def _order(which: Filter) -> tuple[ColumnElement[object], ...]:
    columns = (SHARES.c.shared_at, SHARES.c.id)
    return columns if which.oldest_first else tuple(one.desc() for one in columns)


def _conditions(connection: Connection, which: Filter) -> Iterator[ColumnElement[bool]]:
    """What a filter asks of SHARES."""
    for column, wanted in ((SHARES.c.situation, which.situation), (SHARES.c.stage, which.stage)):
        if wanted:
            yield column == wanted if _can_be_kept(wanted) else false()
    if which.status is not None:
        yield SHARES.c.status == which.status.value
    if which.tag:
        yield tags.stands(connection, which.tag) if _can_be_kept(which.tag) else false()
    if which.mine:
        yield SHARES.c.status != Status.UNREVIEWED.value
    if which.flagged:
        yield SHARES.c.flagged
    if which.safety:
        yield SHARES.c.safety
    yield shared_words.found_by(connection, which.search)


def _can_be_kept(text: str) -> bool:
    """Whether a database can have that text at all; what it cannot have is not asked for."""
    return "\0" not in text and text.isprintable()
