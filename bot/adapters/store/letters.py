"""Letters as rows of the outbox and back: words and blocks sealed for whoever they are to, or else for their lane."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, RowMapping, bindparam, select, update

from bot.adapters.store.inserting import insert_new
from bot.adapters.store.keys import digest
from bot.adapters.store.schema import LANES, OUTBOX
from bot.adapters.store.vault import Locker, locker, lockers, place
from bot.errors import CoachError
from bot.ports.post import Action, Letter, Outbound

_OWNER = select(LANES.c.person_id).where(LANES.c.lane == bindparam("its_lane"))
_GIVE_WORDS = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("its_id"))
    .values(text=bindparam("its_text"), blocks=bindparam("its_blocks"))
)


def locker_of_lane(connection: Connection, lane: str) -> Locker:
    """The locker of whoever a lane is of; the lane's own, where that is not known (a channel, a person's own id)."""
    return locker(connection, connection.execute(_OWNER, {"its_lane": lane}).scalar() or lane)


def insert(connection: Connection, letter: Letter, keys: Locker, **more: object) -> bool:
    """Put a letter in; False where its key is known."""
    row = {**_row(letter), **more, "owner": keys.owner, "text": None, "blocks": None}
    if keys.made:
        row |= _words(letter, keys)
    new = insert_new(connection.dialect.name, OUTBOX)
    added = connection.execute(new, row).scalar()
    if added is None:
        return False
    if not keys.made:  # nothing makes a key for somebody who was erased, and whose letter only comes a second time
        words = _words(letter, keys)
        connection.execute(_GIVE_WORDS, {"its_id": added, "its_text": words["text"], "its_blocks": words["blocks"]})
    return True


def _words(letter: Letter, keys: Locker) -> dict[str, str]:
    row = digest("letter", letter.key)
    return {
        "text": keys.seal(place("outbox", row, "text"), letter.text),
        "blocks": keys.seal_json(place("outbox", row, "blocks"), letter.blocks),
    }


def _row(letter: Letter) -> dict[str, object]:
    return {
        "digest": digest("letter", letter.key),
        "key": letter.key,
        "open": True,
        "state": "pending",
        "team": letter.team,
        "lane": letter.lane,
        "to": letter.to,
        "thread_ts": letter.thread_ts,
        "action": letter.action.value,
        "about_ts": letter.about_ts,
        "urgent": letter.urgent,
        "turn": letter.turn,
        "due": letter.due,
        "attempts": 0,
        "doubtful": False,
    }


def opened(connection: Connection, rows: Iterable[RowMapping]) -> tuple[list[Outbound], list[int]]:
    """The letters of rows that the transaction holds, so that nobody seals them anew meanwhile.

    And the ids of those that cannot be opened: one that was damaged holds nobody else's up.
    """
    held = list(rows)
    keys = lockers(connection, {row["owner"] for row in held if row["owner"]}) if held else {}
    found: list[Outbound] = []
    closed: list[int] = []
    for row in held:
        try:
            found.append(_outbound(row, *_opened_words(row, keys)))
        except CoachError:
            closed.append(row["id"])
    return found, closed


def _opened_words(row: RowMapping, keys: Mapping[str, Locker]) -> tuple[str, tuple[Mapping[str, object], ...]]:
    """Text and blocks of a letter that is still to go. Raises CoachError where they cannot be opened."""
    if row["owner"] not in keys:
        message = "a letter was sealed with a key that was destroyed: it cannot be sent"
        raise CoachError(message, code="sealed")
    own = keys[row["owner"]]
    blocks = own.open_json(place("outbox", row["digest"], "blocks"), row["blocks"])
    if not isinstance(blocks, list):
        message = "a letter's blocks are not what was kept: look at the database"
        raise CoachError(message, code="sealed")
    return own.open(place("outbox", row["digest"], "text"), row["text"]), tuple(blocks)


def _outbound(row: RowMapping, text: str, blocks: tuple[Mapping[str, object], ...]) -> Outbound:
    letter = Letter(
        key=row["key"],
        team=row["team"],
        lane=row["lane"],
        to=row["to"],
        text=text,
        blocks=blocks,
        thread_ts=row["thread_ts"],
        action=Action(row["action"]),
        about_ts=row["about_ts"],
        urgent=row["urgent"],
        due=row["due"],
        turn=row["turn"],
    )
    doubtful = row["doubtful"] or row["state"] == "sending"
    return Outbound(row["id"], letter, row["attempts"], doubtful=doubtful, tried_at=row["tried_at"])
