"""The writer: what waits together is committed together, each piece whole or not at all, and a failure is its own."""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import Connection, event, insert, select
from sqlalchemy.exc import OperationalError

from bot.adapters.store.schema import OAUTH_STATES, WORKERS
from bot.adapters.store.writer import Writer
from bot.errors import CoachError
from tests.bot.adapters.store.databases import opened
from tests.bot.adapters.store.offices import AT, World


def adds(name: str) -> Callable[[Connection], str]:
    def work(connection: Connection) -> str:
        connection.execute(insert(OAUTH_STATES).values(digest=name, expires=AT))
        return name

    return work


def adds_and_fails(name: str) -> Callable[[Connection], str]:
    def work(connection: Connection) -> str:
        adds(name)(connection)
        raise KeyError(name)

    return work


def names(here: World) -> list[object]:
    return sorted(here.column(OAUTH_STATES, "digest"), key=str)


def together(here: World, *works: Callable[[Connection], str]) -> list["Future[str]"]:
    """Submit pieces while the writer is busy, so that they are waiting together when it comes to them."""
    busy, go_on = Event(), Event()

    def blocks(connection: Connection) -> None:
        busy.set()
        go_on.wait(10)

    holding = [here.writer.submit(blocks)]
    assert busy.wait(10)
    waiting = [here.writer.submit(work) for work in works]
    go_on.set()
    for one in holding:
        one.result(10)
    return waiting


def test_a_piece_gives_back_what_it_returns_and_is_kept(here: World) -> None:
    assert asyncio.run(here.writer.write(adds("a"))) == "a"
    assert names(here) == ["a"]


def test_what_waits_together_is_committed_together_on_sqlite(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path / 'coach.db'}") as engine:
        writer = Writer(engine)
        here = World(engine, writer)
        commits: list[object] = []
        event.listen(engine, "commit", commits.append)
        done = together(here, *(adds(str(number)) for number in range(50)))
        assert [one.result(10) for one in done] == [str(number) for number in range(50)]
        assert len(commits) == 2
        writer.close()


def test_a_piece_that_fails_keeps_nothing_and_does_not_touch_the_others(here: World) -> None:
    one, two, three = together(here, adds("a"), adds_and_fails("b"), adds("c"))
    assert (one.result(10), three.result(10)) == ("a", "c")
    assert isinstance(two.exception(10), KeyError)
    assert names(here) == ["a", "c"]


def test_a_broken_constraint_is_the_pieces_own_failure(here: World) -> None:
    first, second, third = together(here, adds("a"), adds("a"), adds("b"))
    outcomes = {one.exception(10) is None for one in (first, second)}
    assert outcomes == {True, False}
    failed = next(error for one in (first, second) if (error := one.exception(10)))
    assert isinstance(failed, CoachError)
    assert failed.code == "store"
    assert third.result(10) == "b"
    assert names(here) == ["a", "b"]


def test_where_the_database_fails_each_piece_is_tried_by_itself(tmp_path: Path) -> None:
    def breaks(connection: Connection) -> str:
        adds("lost")(connection)
        connection.exec_driver_sql("ROLLBACK")  # as SQLite does by itself where the disk is full
        raise OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full"))

    with opened(f"sqlite:///{tmp_path / 'coach.db'}") as engine:
        writer = Writer(engine)
        here = World(engine, writer)
        one, two, three = together(here, adds("a"), breaks, adds("b"))
        assert (one.result(10), three.result(10)) == ("a", "b")
        failed = two.exception(10)
        assert isinstance(failed, CoachError)
        assert failed.retryable
        assert "disk not full" in str(failed)
        assert names(here) == ["a", "b"]
        writer.close()


def test_what_the_database_says_of_a_row_is_told_to_nobody(here: World) -> None:
    def work(connection: Connection) -> None:
        planted = "the doctor's own words"
        connection.execute(insert(OAUTH_STATES).values(digest=planted, expires=AT))
        connection.execute(insert(OAUTH_STATES).values(digest=planted, expires=AT))

    with pytest.raises(CoachError) as failed:
        asyncio.run(here.writer.write(work))
    told = failed.value
    assert "own words" not in str(told)
    assert told.__cause__ is None


def test_a_deadlock_is_tried_again(here: World) -> None:
    class DeadlockError(Exception):
        sqlstate = "40P01"

    tries: list[int] = []

    def work(connection: Connection) -> str:
        tries.append(1)
        if len(tries) < 3:
            raise OperationalError("UPDATE", {}, DeadlockError())
        return adds("a")(connection)

    assert asyncio.run(here.writer.write(work)) == "a"
    assert len(tries) == 3


def test_a_mistake_in_the_code_is_told_as_what_it_is(here: World) -> None:
    def work(connection: Connection) -> None:
        connection.execute(insert(WORKERS).values(owner="one", nowhere=1))

    with pytest.raises(Exception, match="nowhere") as failed:
        asyncio.run(here.writer.write(work))
    assert not isinstance(failed.value, CoachError)


def test_a_piece_that_nobody_waits_for_any_more_is_not_begun(here: World) -> None:
    if here.engine.dialect.name != "sqlite":
        return  # there it may well be begun by another thread
    done = Event()

    def blocks(connection: Connection) -> None:
        done.wait(10)

    holding = here.writer.submit(blocks)
    given_up = here.writer.submit(adds("a"))
    assert given_up.cancel()
    done.set()
    holding.result(10)
    with pytest.raises(CancelledError):
        given_up.result(10)
    assert names(here) == []


def test_closing_finishes_what_waits_and_takes_no_more(here: World) -> None:
    waiting = [here.writer.submit(adds(str(number))) for number in range(20)]
    here.writer.close()
    here.writer.close()
    assert [one.result(0) for one in waiting] == [str(number) for number in range(20)]
    with pytest.raises(CoachError, match="closed"):
        here.writer.submit(adds("late"))
    with here.engine.connect() as connection:
        assert len(connection.execute(select(OAUTH_STATES)).all()) == 20


def test_sweeping_empties_the_log(tmp_path: Path) -> None:
    file = tmp_path / "coach.db"
    with opened(f"sqlite:///{file}") as engine:
        writer = Writer(engine)
        asyncio.run(writer.write(adds("planted")))
        log = Path(f"{file}-wal")
        assert b"planted" in log.read_bytes()
        asyncio.run(writer.sweep())
        assert log.read_bytes() == b""
        asyncio.run(writer.write(adds("more")))
        writer.close()
        assert not log.exists() or log.read_bytes() == b""


def test_a_log_that_somebody_else_reads_is_said_not_to_be_empty(tmp_path: Path) -> None:
    file = tmp_path / "coach.db"
    with opened(f"sqlite:///{file}") as engine:
        with engine.connect() as connection:
            connection.rollback()

        def impatient(raw: sqlite3.Connection, *_rest: object) -> None:
            raw.execute("PRAGMA busy_timeout=10")

        event.listen(engine, "checkout", impatient)
        writer = Writer(engine)
        asyncio.run(writer.write(adds("a")))
        reader = sqlite3.connect(file)
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM oauth_states").fetchone() == (1,)
        asyncio.run(writer.write(adds("b")))
        with pytest.raises(CoachError, match="reading") as refused:
            asyncio.run(writer.sweep())
        assert refused.value.retryable
        reader.close()
        asyncio.run(writer.sweep())
        writer.close()


def test_a_sweep_is_nothing_where_there_is_no_such_log(here: World) -> None:
    asyncio.run(here.writer.sweep())
    assert asyncio.run(here.writer.write(adds("a"))) == "a"


def test_a_store_in_memory_can_be_written_through_it() -> None:
    with opened("sqlite://") as engine:
        writer = Writer(engine)
        assert asyncio.run(writer.write(adds("a"))) == "a"
        asyncio.run(writer.sweep())
        assert names(World(engine, writer)) == ["a"]
        writer.close()
