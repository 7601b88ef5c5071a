"""What is kept beside a talk that has changed, worked out anew: what a queue tells of its shares, and what it adds."""

from datetime import datetime

from sqlalchemy import Connection, RowMapping, select, update

from bot.adapters.store.conversations import records_of
from bot.adapters.store.mentoring import counting, rows
from bot.adapters.store.mentoring_tables import SHARES
from bot.adapters.store.schema import CONVERSATIONS
from bot.mentoring.shared_talk import shared_talk


def sum_up(connection: Connection, conversation_id: str, now: datetime) -> None:
    """For whoever changed what was said in a conversation, whose key and lane they hold.

    Shares that are over are told anew too: what stands beside them is read by nobody, and is still kept.
    """
    mine = CONVERSATIONS.c.id == conversation_id
    person_id = connection.execute(select(CONVERSATIONS.c.person_id).where(mine)).scalar()
    if person_id is None:
        return
    these = SHARES.c.conversation_id == conversation_id, SHARES.c.person_id == person_id
    held = rows.READ.where(*these).order_by(SHARES.c.id).with_for_update(of=SHARES)
    for share in connection.execute(held).mappings().all():
        _tell(connection, share)
    counting.count_anew(connection, person_id, conversation_id, now)


def _tell(connection: Connection, share: RowMapping) -> None:
    turns = share["first"], share["last"]
    records = records_of(connection, share["conversation_id"], share["person_id"], *turns)
    if records:
        seen = shared_talk(records, rows.left_out(connection, share))
        told = {"situation": seen.situation, "stage": seen.stage.value, "safety": seen.safety}
        connection.execute(update(SHARES).where(SHARES.c.id == share["id"]).values(turns=len(records), **told))
