"""The end of a share: withdrawn, replaced or over. What it was found by goes, and what it added to the figures."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, RowMapping, select, update

from bot.adapters.store import outbox
from bot.adapters.store.mentoring import counting, shared_words
from bot.adapters.store.mentoring.visible import active
from bot.adapters.store.mentoring_tables import REVIEW_EVENTS, SHARED_WORDS, SHARES
from bot.adapters.store.schema import OUTBOX
from bot.mentoring.events import EventKind

_AT_ONCE: Final = 200
"""Shares that are cleared in one transaction."""


def withdraw(connection: Connection, shares: Sequence[RowMapping], at: datetime) -> None:
    """Nobody sees these any more. Their reviews stay with them: the doctor reads what they were told.

    What was to be written of them to mentor or doctor, and nobody has begun to send, is not sent.
    """
    ids = [one["id"] for one in shares]
    connection.execute(update(SHARES).where(SHARES.c.id.in_(ids)).values(withdrawn_at=at))
    _forget(connection, shares, at)
    unsay(connection, ids)


def purge(connection: Connection, now: datetime) -> int:
    """Delete the index words of shares that are over, and what they added to the figures. How many shares had some.

    Of 200 at most: call it until there are none.
    """
    over = select(SHARES).where(~active(now), SHARES.c.id.in_(select(SHARED_WORDS.c.share_id))).limit(_AT_ONCE)
    shares = connection.execute(over.with_for_update()).mappings().all()
    _forget(connection, shares, now)
    return len(shares)


def unsay(connection: Connection, share_ids: Sequence[str]) -> None:
    """What nobody has begun to send about these is not sent: that one waits, that a comment came, or was answered.

    The letters are known by their keys, as the channel makes them; a comment's by the whole, as 1 begins 11 too.
    """
    for one in share_ids:
        outbox.withdraw(connection, f"share_waits:{one}")
        outbox.withdraw(connection, f"comment_answered:{one}:")
    commented = REVIEW_EVENTS.c.share_id.in_(share_ids), REVIEW_EVENTS.c.kind == EventKind.COMMENTED.value
    keys = [f"comment:{one}" for one in connection.execute(select(REVIEW_EVENTS.c.id).where(*commented)).scalars()]
    waits = OUTBOX.c.open, OUTBOX.c.state == "pending", OUTBOX.c.key.in_(keys)
    wordless = {"open": False, "text": None, "blocks": None, "owner": None}
    connection.execute(update(OUTBOX).where(*waits).values(state="dropped", **wordless))


def _forget(connection: Connection, shares: Sequence[RowMapping], now: datetime) -> None:
    shared_words.drop(connection, [one["id"] for one in shares])
    for one in shares:
        talk = (SHARES.c.conversation_id == one["conversation_id"]) & (SHARES.c.session == one["session"])
        still = select(SHARES.c.id).where(talk, SHARES.c.person_id == one["person_id"], active(now)).limit(1)
        if connection.execute(still).first() is None:
            counting.drop_shared(connection, one["person_id"], one["conversation_id"], one["session"])
