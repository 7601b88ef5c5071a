"""A doctor's talks, read for sharing: the sessions of their conversations, one of them whole, and their verdicts."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Final

from sqlalchemy import Connection, RowMapping, select

from bot.adapters.store.conversations import feedback_of, records_of
from bot.adapters.store.schema import CONVERSATIONS, FEEDBACK, OUTBOX
from bot.coaching.record import TurnRecord
from bot.mentoring.shared_talk import worked_on
from bot.ports.incoming import conversation_of
from bot.ports.people import Feedback
from bot.ports.sharing import Talk, Verdict

_NEWEST: Final = 400
"""Turns that are opened at most to list a doctor's talks."""
_AT_ONCE: Final = 60
_LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)


def of_person(connection: Connection, person_id: str, limit: int) -> tuple[Talk, ...]:
    """Their talks, newest first, from the newest turns; one whose beginning lies before these is left out."""
    rows = connection.execute(
        select(CONVERSATIONS.c.id, CONVERSATIONS.c.turns)
        .where(CONVERSATIONS.c.person_id == person_id)
        .order_by(CONVERSATIONS.c.updated_at.desc().nulls_last(), CONVERSATIONS.c.id)
    ).all()
    left = _NEWEST
    found: list[tuple[datetime, Talk]] = []
    for row in rows:
        if left <= 0:
            break
        first = row.turns - left + 1
        records = records_of(connection, row.id, person_id, first=first)
        left -= max(len(records), 1)
        for one in _whole(connection, row.id, person_id, records, first):
            found.append((one[-1].message.received_at or _LONG_AGO, talk_of(row.id, one)))
    found.sort(key=lambda one: (one[0], one[1].session), reverse=True)
    return tuple(talk for _, talk in found[:limit])


def of_session(
    connection: Connection, conversation_id: str, person_id: str, session: int, last: int | None = None
) -> tuple[TurnRecord, ...]:
    """The turns of one session, to `last` where that is given; none where it is not there, or not theirs.

    Read from the end, a piece at a time: a session is what its conversation ended with more often than not.
    """
    upto = last if last is not None else _turns(connection, conversation_id)
    found: list[TurnRecord] = []
    while upto > 0:
        piece = records_of(connection, conversation_id, person_id, first=upto - _AT_ONCE + 1, last=upto)
        found = [one for one in piece if one.state.session == session] + found
        if any(one.state.session < session for one in piece):
            break
        upto -= _AT_ONCE
    return tuple(found)


def of_share(connection: Connection, share: RowMapping, *numbers: int) -> tuple[TurnRecord, ...]:
    """The turns that were shared, or of these the ones with such a number, as far as they are there still.

    Whatever else has come to stand under their numbers is no part of it: only what was said in that session, and before
    it was shared.
    """
    spans = [(one, one) for one in sorted(set(numbers))] or [(share["first"], share["last"])]
    talk = share["conversation_id"], share["person_id"]
    found = (one for span in spans for one in records_of(connection, *talk, *span))
    return tuple(
        one
        for one in found
        if one.state.session == share["session"] and (one.message.received_at or _LONG_AGO) <= share["shared_at"]
    )


def talk_of(conversation_id: str, records: Sequence[TurnRecord]) -> Talk:
    """What these turns of one session are, told shortly; there is at least one."""
    last = records[-1].state
    return Talk(
        conversation_id=conversation_id,
        session=last.session,
        first=records[0].number,
        last=records[-1].number,
        began_at=records[0].message.received_at,
        situation=worked_on(records),
        what=(last.commitment.what if last.commitment else "") or last.aim or "",
    )


def verdicts_on(
    connection: Connection, person_id: str, conversation_id: str, turns: tuple[int, int], until: datetime | None = None
) -> tuple[Verdict, ...]:
    """What the doctor said, by then, of the replies of these turns (first and last).

    The outbox knows which turn each message of the coach's answered in. What the doctor says later, or says anew, is no
    part of what they shared: they have not seen it in the preview.
    """
    places = _places(connection, conversation_id, turns)
    if not places:
        return ()
    team = person_id.partition(":")[0]
    in_time = _judged(connection, person_id, until)
    said: dict[int, Feedback] = {}
    for one in feedback_of(connection, person_id):
        turn = places.get((f"{team}:{one.channel}", one.ts))
        if turn is not None and (one.channel, one.ts) in in_time:
            said[turn] = one
    return tuple(
        Verdict(turn=turn, value=said[turn].value, reasons=tuple(said[turn].reasons), words=said[turn].words)
        for turn in sorted(said)
    )


def _places(connection: Connection, conversation_id: str, turns: tuple[int, int]) -> Mapping[tuple[str, str], int]:
    """Where the channel has the coach's messages of these turns, and which turn each is of."""
    rows = connection.execute(
        select(OUTBOX.c.place, OUTBOX.c.ts, OUTBOX.c.turn).where(
            OUTBOX.c.lane == conversation_id.removeprefix(conversation_of("")),
            OUTBOX.c.turn.between(*turns),
            OUTBOX.c.place.is_not(None),
        )
    )
    return {(row.place, row.ts): row.turn for row in rows}


def _judged(connection: Connection, person_id: str, until: datetime | None) -> set[tuple[str, str]]:
    """The messages that the doctor had judged by then."""
    wanted = select(FEEDBACK.c.channel, FEEDBACK.c.ts).where(FEEDBACK.c.person_id == person_id)
    if until is not None:
        wanted = wanted.where(FEEDBACK.c.at <= until)
    return {(row.channel, row.ts) for row in connection.execute(wanted)}


def _whole(
    connection: Connection, conversation_id: str, person_id: str, records: Sequence[TurnRecord], first: int
) -> list[tuple[TurnRecord, ...]]:
    """The sessions in the newest turns of a conversation; where there is but one, it is read from its beginning.

    What was asked for began at `first`: where that is not there, nothing is before it, as the rest was forgotten.
    """
    sessions = [tuple(group) for _, group in groupby(records, key=lambda one: one.state.session)]
    if not sessions or sessions[0][0].number > first or first == 1:
        return sessions
    if len(sessions) > 1:
        return sessions[1:]
    return [of_session(connection, conversation_id, person_id, sessions[0][0].state.session)]


def _turns(connection: Connection, conversation_id: str) -> int:
    found = connection.execute(select(CONVERSATIONS.c.turns).where(CONVERSATIONS.c.id == conversation_id)).scalar()
    return found or 0
