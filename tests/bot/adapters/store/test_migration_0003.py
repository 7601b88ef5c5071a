"""What an older coach kept in plain words is sealed on the way up, opened on the way down, and never half of it."""

import asyncio
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import JSON, BindParameter, Connection, DateTime, Engine, bindparam, event, text

from bot.adapters.store.conversations import SqlConversationStore, feedback_of
from bot.adapters.store.engine import migrate
from bot.adapters.store.people import SqlPeople
from bot.adapters.store.post import SqlPostOffice
from bot.adapters.store.writer import Writer
from bot.ports.people import Feedback, Value
from tests.bot.adapters.store.databases import KINDS, address, opened
from tests.bot.adapters.store.offices import AT, LANE, PERSON, records

TALKS, FEW, TURNS = 100, 8, 25
"""With what is waiting, unsent, promised and judged, more than five thousand rows."""
SIGN = "plainword"
AS_JSON = {"state", "record", "blocks"}
OLD = ("conversations", "turns", "inbox", "outbox", "commitments", "feedback")


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with address(request.param, tmp_path) as found:
        yield found


def put(connection: Connection, table: str, rows: list[dict[str, object]], *as_json: str) -> None:
    """Rows of a table as it was."""
    names = ", ".join(f'"{name}"' for name in rows[0])
    values = ", ".join(f":{name}" for name in rows[0])
    insert = text(f"INSERT INTO {table} ({names}) VALUES ({values})")  # noqa: S608 - names of ours
    typed: list[BindParameter[object]] = []
    typed += [bindparam(name, type_=JSON(none_as_null=True)) for name in as_json]
    typed += [bindparam(name, type_=DateTime(timezone=True)) for name in rows[0] if isinstance(rows[0][name], datetime)]
    connection.execute(insert.bindparams(*typed), rows)


def fill(connection: Connection, talks: int) -> None:
    """A store of an older coach, at work."""
    record = records(f"The {SIGN} bins are full.")[0].model_dump(mode="json")
    people = [(f"slack:T1:D{n}", f"T1:U{n}") for n in range(1, talks + 1)]
    talk = {"state": record["state"], "turns": TURNS, "updated_at": AT}
    put(connection, "conversations", [{"id": one, "person_id": who, **talk} for one, who in people], "state")
    turn = {"event_id": "Ev", "reply": f"Your {SIGN}?", "received_at": AT}
    put(
        connection,
        "turns",
        [
            {"conversation_id": one, "number": n, "record": {**record, "number": n}, **turn}
            for one, _ in people
            for n in range(1, TURNS + 1)
        ],
        "record",
    )
    lane = {"team": "T1", "direct": True, "last": "1", "seen": 0, "consented": 0, "held": False}
    put(connection, "lanes", [{"lane": f"T1:D{n}", "person_id": f"T1:U{n}", **lane} for n in range(1, talks + 1)])
    _waiting(connection, talks)
    _unsent(connection, talks)
    promise = {"session": 1, "what": f"sign the {SIGN}", "when": None, "with_whom": SIGN, "if_then": "", "made_at": AT}
    put(
        connection,
        "commitments",
        [{"person_id": who, "conversation_id": one, "outcome": "open", **promise} for one, who in people],
    )
    verdict = {"ts": "1.1", "value": "bad", "reasons": ["cold"], "words": SIGN, "at": AT}
    put(connection, "feedback", [{"person_id": who, "channel": who[3:], **verdict} for _, who in people], "reasons")


def _waiting(connection: Connection, talks: int) -> None:
    gesture = {"team": "T1", "event_id": "Ev", "kind": "message", "sent": "1.1", "ts": "1.1", "thread_ts": "",
               "about_ts": "", "identifiable": False, "urgent": False, "received_at": AT}  # fmt: skip
    put(
        connection,
        "inbox",
        [
            {"event_key": f"{n}-{state}", "open": state, "fate": None if state else "answered",
             "text": f"My {SIGN}" if state else None, "lane": f"T1:D{n % talks + 1}",
             "person_id": f"T1:U{n % talks + 1}", **gesture}
            for n in range(10 * talks)
            for state in (True, False)
        ],
    )  # fmt: skip


def _unsent(connection: Connection, talks: int) -> None:
    letter = {"team": "T1", "thread_ts": "", "action": "post", "about_ts": "", "urgent": False, "created_at": AT,
              "attempts": 0, "doubtful": False, "state": "pending"}  # fmt: skip
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": f"Your {SIGN}?"}}]
    put(
        connection,
        "outbox",
        [
            {"digest": f"{n}-{state}", "key": f"{n}-{state}", "open": state, "lane": f"T1:D{n % talks + 1}",
             "to": f"D{n % talks + 1}", "text": SIGN if state else None, "blocks": blocks if state else None, **letter}
            for n in range(5 * talks)
            for state in (True, False)
        ],
        "blocks",
    )  # fmt: skip


def dump(engine: Engine) -> dict[str, list[str]]:
    """Every row of the tables that were there before, by its columns' names; JSON by what it means."""

    def told(name: str, value: object) -> object:
        return json.loads(value) if isinstance(value, str) and name in AS_JSON and value[0] in "[{" else value

    with engine.connect() as connection:
        return {
            table: sorted(
                json.dumps({name: told(name, value) for name, value in row.items()}, default=str, sort_keys=True)
                for row in connection.execute(text(f"SELECT * FROM {table}")).mappings()  # noqa: S608 - names of ours
            )
            for table in OLD
        }


def older(engine: Engine, talks: int) -> dict[str, list[str]]:
    """Go back to the old schema and fill it; what is there."""
    migrate(engine, "0002")
    with engine.begin() as connection:
        fill(connection, talks)
    return dump(engine)


def test_five_thousand_rows_are_sealed_on_the_way_up_and_the_same_on_the_way_down(url: str, tmp_path: Path) -> None:
    with opened(url) as engine:
        before = older(engine, TALKS)
        assert sum(map(len, before.values())) > 5000
        migrate(engine)
        sealed = dump(engine)
        assert {name: len(rows) for name, rows in sealed.items()} == {name: len(rows) for name, rows in before.items()}
        assert not [row for rows in sealed.values() for row in rows if SIGN in row]
        migrate(engine, "0002")
        assert dump(engine) == before
        migrate(engine)
    if url.startswith("sqlite"):
        assert not [one.name for one in tmp_path.iterdir() if SIGN.encode() in one.read_bytes()]


def test_what_was_under_way_goes_on(url: str) -> None:
    async def scenario(writer: Writer) -> None:
        office, people = SqlPostOffice(writer, "coach"), SqlPeople(writer)
        claim = await office.claim(LANE)
        assert claim is not None
        assert {one.inbound.text for one in claim.waiting} == {f"My {SIGN}"}
        assert len(claim.conversation.said) == 20
        assert SIGN in claim.conversation.said[0]
        (kept,) = await people.commitments(PERSON)
        assert (kept.what, kept.when, kept.with_whom, kept.if_then) == (f"sign the {SIGN}", None, SIGN, "")
        letters = await office.take(3)
        assert {one.letter.text for one in letters} == {SIGN}
        assert all(SIGN in str(one.letter.blocks) for one in letters)
        verdicts = await writer.write(lambda connection: feedback_of(connection, PERSON))
        assert verdicts == (Feedback("U1", "1.1", Value.BAD, ("cold",), SIGN),)
        assert SIGN in json.dumps(await people.export(PERSON))
        await people.erase(PERSON)
        assert await office.claim(LANE) is None

    with opened(url) as engine:
        older(engine, FEW)
        migrate(engine)
        assert [one.number for one in SqlConversationStore(engine).turns("slack:T1:D7")] == list(range(1, TURNS + 1))
        writer = Writer(engine)
        asyncio.run(scenario(writer))
        writer.close()


class KilledError(BaseException):
    """The process dies here."""


@pytest.mark.parametrize(
    "at",
    ["CREATE TABLE keys", "CREATE TABLE old_turns", "INSERT INTO turns", "ALTER TABLE outbox DROP", "UPDATE feedback"],
)
def test_killed_on_the_way_it_leaves_everything_as_it_was(at: str, url: str) -> None:
    def dies(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if at in " ".join(statement.split()).replace('"', ""):
            raise KilledError

    with opened(url) as engine:
        before = older(engine, FEW)
        event.listen(engine, "before_cursor_execute", dies)
        with pytest.raises(KilledError):
            migrate(engine)
        event.remove(engine, "before_cursor_execute", dies)
        assert dump(engine) == before
        migrate(engine)
        assert not [row for rows in dump(engine).values() for row in rows if SIGN in row]
