"""What a piece of work on a lane comes to, kept in one transaction: turn, commitment, letters, and the inbox done."""

from datetime import datetime

from sqlalchemy import Connection

from bot.adapters.store import holds, inbox, outbox, sent
from bot.adapters.store.conversations import keep_turn, record_at
from bot.adapters.store.letters import locker_of_lane
from bot.adapters.store.mentoring import counting
from bot.adapters.store.taking_back import take_back
from bot.adapters.store.vault import locker
from bot.ports.incoming import conversation_of
from bot.ports.post import Answered, Finished


def finish(connection: Connection, finished: Finished, now: datetime) -> bool:
    """Keep it all; False, and nothing is kept, where the hold was lost or what was worked on is done with already.

    So it is where a reply to something deleted is on its way to the channel: it has to be there to be taken back.

    Raises CoachError where the conversation is somebody else's, or has a turn of that number.
    """
    keys = locker(connection, finished.person) if finished.person else locker_of_lane(connection, finished.lane)
    if not holds.still_held(connection, finished.lane, finished.token):
        return False
    if not inbox.all_wait(connection, finished.lane, finished.done):
        return False
    if _reply_escapes(connection, finished):
        return False
    if finished.record is not None:
        keep_turn(connection, finished, finished.record, now, keys)
        counting.note_turn(connection, finished.person, finished.conversation_id, finished.record)
    for ts in finished.erase:
        take_back(connection, finished.lane, ts, now)
    inbox.mark_done(connection, finished.done, finished.record.number if finished.record else None)
    outbox.put(connection, finished.letters, now, keys)
    if finished.held:
        holds.let_go_for_consent(connection, finished.lane)
    else:
        holds.let_go(connection, finished.lane, finished.token)
    return True


def _reply_escapes(connection: Connection, finished: Finished) -> bool:
    """Whether a reply to a deleted message is being sent, or was sent since the worker looked which there are."""
    replaced = {one.about_ts for one in finished.letters}
    for ts in inbox.deleted(connection, finished.done):
        turns = inbox.turns_about(connection, finished.lane, ts)
        if outbox.under_way(connection, finished.lane, turns):
            return True
        if any(one.ts and one.ts not in replaced for one in sent.of_turns(connection, finished.lane, turns)):
            return True
    return False


def answered(connection: Connection, posted: sent.Posted) -> Answered:
    """A letter that was sent and what it answers, with the turn as it is kept now, where it answers in one."""
    record = record_at(connection, conversation_of(posted.lane), posted.turn) if posted.turn else None
    return Answered(posted.key, posted.lane, posted.ts, posted.turn, record)
