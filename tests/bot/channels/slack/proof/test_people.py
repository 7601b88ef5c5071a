"""The crowd that writes to the bot, and the eye on its database: neither waits for ever for what does not come."""

import asyncio
import itertools
import sqlite3
import threading
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import cast

import pytest

from tests.proving import people
from tests.proving.databases import Watched
from tests.proving.fake import Fake, Json
from tests.proving.people import Crowd, Doctor, quiet


class Slack:
    """Takes messages and gives each an event."""

    def __init__(self) -> None:
        self.posted: list[Json] = []

    async def post(self, what: str, body: Json) -> Json:
        assert what == "message"
        self.posted.append(body)
        return {"event_id": f"Ev{len(self.posted)}"}


async def at_once(event_id: str) -> None:
    """An acknowledgement."""


async def never(event_id: str) -> None:
    await asyncio.Event().wait()


def crowd(
    slack: Slack, *, acknowledged: Callable[[str], Awaitable[None]] = at_once, backlog: Callable[[], int] = lambda: 0
) -> Crowd:
    doctors = [Doctor(number, f"U{number}", f"D{number}") for number in range(3)]
    made = Crowd(cast("Fake", slack), doctors, acknowledged, backlog, most=5)
    made.look_every = 0.001
    return made


def test_doctors_write_in_turn_until_there_is_enough() -> None:
    slack = Slack()
    writing = crowd(slack)
    asyncio.run(writing.write(lambda sent: sent >= 30))
    assert 30 <= len(slack.posted) == writing.sent <= 33
    for doctor in writing.doctors:
        texts = [str(one["text"]) for one in slack.posted if one["user"] == doctor.user]
        assert texts == [f"This is {name}." for name in doctor.sent]


def test_nobody_writes_while_too_much_waits() -> None:
    slack, looks = Slack(), itertools.count()

    def backlog() -> int:
        if next(looks) < 3:
            assert not slack.posted
            return 6
        return 5

    asyncio.run(crowd(slack, backlog=backlog).write(lambda sent: sent >= 3))
    assert next(looks) > 3
    assert len(slack.posted) >= 3


def test_a_bot_that_acknowledges_nothing_more_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "_ACKNOWLEDGED_WITHIN", 0.01)
    with pytest.raises(ExceptionGroup) as raised:
        asyncio.run(crowd(Slack(), acknowledged=never).write(lambda sent: sent >= 30))
    assert raised.group_contains(TimeoutError)


def test_a_backlog_that_cannot_be_counted_ends_the_run() -> None:
    def broken() -> int:
        raise OSError

    with pytest.raises(ExceptionGroup) as raised:
        asyncio.run(crowd(Slack(), backlog=broken).write(lambda sent: False))
    assert raised.group_contains(OSError)


def test_quiet_is_three_looks_in_a_row_at_nothing() -> None:
    left = iter(
        [{"waiting": 1}, {"waiting": 0}, {"waiting": 2}, {"waiting": 0}, {"waiting": 0}, {"waiting": 0}, {"waiting": 9}]
    )
    assert asyncio.run(quiet(lambda: next(left), most=10, step=0.001)) == {"waiting": 0}
    assert next(left) == {"waiting": 9}
    assert asyncio.run(quiet(lambda: {"waiting": 1}, most=0.01, step=0.001)) == {"waiting": 1}


def test_a_database_that_cannot_be_read_for_a_moment_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "coach.db"

    def made_later() -> None:
        time.sleep(0.1)
        made = sqlite3.connect(path)
        made.executescript("BEGIN; CREATE TABLE inbox (open BOOLEAN); INSERT INTO inbox VALUES (1), (1), (0); COMMIT;")
        made.close()

    making = threading.Thread(target=made_later)
    making.start()
    watched = Watched(f"sqlite:///{path}")
    assert (watched.waiting(), watched.taken()) == (2, 3)
    watched.close()
    making.join()
