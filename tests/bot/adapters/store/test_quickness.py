"""What is asked all the time stays quick however much is done: an index over the open rows answers it."""

import re
from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import Connection, event, insert, text

from bot.adapters.store import holds, inbox, outbox, sent
from bot.adapters.store.holds import Worker
from bot.adapters.store.schema import INBOX, LANES, OUTBOX
from tests.bot.adapters.store.offices import AT, LANE, World, letter, said

WORKER = Worker("coach", "0" * 32, timedelta(seconds=15))
DONE = 20_000
"""Rows that were done with: enough that going through them all would be seen in the plan."""
ASKED: dict[str, Callable[[Connection], object]] = {
    "lanes that wait": lambda connection: holds.free_lanes(connection, WORKER, AT),
    "what waits in a lane": lambda connection: inbox.waiting(connection, LANE),
    "letters to send": lambda connection: outbox.take(connection, WORKER, 10, AT),
    "the backlog of letters": lambda connection: sent.backlog(connection, WORKER, AT),
    "the backlog of messages": inbox.backlog,
    "a message's turns": lambda connection: inbox.turns_about(connection, LANE, said(1).ts),
    "a message of the coach's": lambda connection: sent.at(connection, LANE, "1.1"),
    "a turn's letters": lambda connection: sent.of_turns(connection, LANE, (1,)),
}


def fill(connection: Connection) -> None:
    """A year's work, with a little that is open."""
    past = {"team": "T1", "kind": "message", "identifiable": False, "urgent": False, "person_id": "T1:U9"}
    connection.execute(
        insert(INBOX),
        [
            {
                **past,
                "open": False,
                "event_key": f"{n}",
                "lane": f"T1:D{n % 500}",
                "sent": f"{n}",
                "ts": f"{n}",
                "turn": n,
            }
            for n in range(DONE)
        ],
    )
    sent = {"open": False, "state": "sent", "team": "T1", "action": "post", "urgent": False, "attempts": 1}
    connection.execute(
        insert(OUTBOX),
        [
            {**sent, "digest": f"{n}", "lane": f"T1:D{n % 500}", "turn": n, "place": f"T1:D{n % 500}", "ts": f"{n}",
             "created_at": AT, "doubtful": False}
            for n in range(DONE)
        ],
    )  # fmt: skip
    lane = {"team": "T1", "direct": True, "last": "1", "seen": 0, "consented": 0, "held": False}
    connection.execute(insert(LANES), [{**lane, "lane": f"T1:D{n}"} for n in range(500)])
    inbox.accept(connection, said(1))
    outbox.put(connection, [letter("a"), letter("b")], AT)


def plans(here: World, ask: Callable[[Connection], object]) -> list[str]:
    """How the database goes about each reading of a question, in its own words."""
    explain = "EXPLAIN QUERY PLAN " if here.engine.dialect.name == "sqlite" else "EXPLAIN "
    told: list[str] = []

    def work(connection: Connection) -> None:
        def explained(
            _connection: object, cursor: object, statement: str, parameters: tuple[object, ...], *_rest: object
        ) -> None:
            if statement.startswith("SELECT"):
                plan = connection.connection.cursor()
                plan.execute(explain + statement, parameters)
                told.append("\n".join(str(row) for row in plan.fetchall()))
                plan.close()

        event.listen(connection, "before_cursor_execute", explained)
        ask(connection)

    here.writer.submit(work).result()
    return told


ALL_OF_IT = re.compile(
    r"SCAN (?:inbox|outbox|older)(?! USING (?:COVERING )?INDEX ix_\w+_(?:open|failed))|Seq Scan on (?:inbox|outbox)"
)


def test_no_question_goes_through_all_that_is_done(here: World) -> None:
    here.writer.submit(fill).result()
    if here.engine.dialect.name == "postgresql":
        here.writer.submit(lambda connection: connection.execute(text("ANALYZE")).rowcount).result()
    for asked, ask in ASKED.items():
        told = plans(here, ask)
        assert told, asked
        assert not [plan for plan in told if ALL_OF_IT.search(plan)], asked
