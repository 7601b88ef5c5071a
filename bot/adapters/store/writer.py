"""The one door to the database for what must be quick and kept: what waits together is committed together.

A commit costs one answer of the disk, whatever is in it. So a thread takes all that has come since the last commit,
runs the pieces one after another and commits once: fifty messages at one moment cost one wait, not fifty. Where one of
them fails, nothing of them is kept, and each is run again by itself.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from queue import Empty, Queue
from threading import Thread
from typing import TypeVar

from sqlalchemy import Connection, Engine

from bot.adapters.store.failures import FAILURES, in_words, taken_back
from bot.adapters.store.one_process import OneProcess
from bot.errors import CoachError

T = TypeVar("T")

_TOGETHER = 256
"""Pieces committed together at most: whoever comes behind them waits no longer than they take."""
_POSTGRES_THREADS = 4
"""PostgreSQL commits together what several connections bring, and a piece never holds another's locks."""
_TRIES = 4
_BATCHES_BETWEEN_SWEEPS = 500
_QUIET = 30.0
"""Seconds without work after which the log is emptied: words that were done with do not linger in it."""


@dataclass(frozen=True, slots=True)
class _Job:
    """A piece of work, typed away: `work` gives what tells the result to whoever waits, once it is committed."""

    begins: Callable[[], bool]
    work: Callable[[Connection], Callable[[], None]]
    fail: Callable[[BaseException], None]


@dataclass(frozen=True, slots=True)
class _Sweep:
    """Emptying the log."""

    future: "Future[None]"


@dataclass(frozen=True, slots=True)
class _End:
    """What ends a thread."""


class Writer:
    """Runs pieces of work on the database, each whole or not at all, and on disk when it is awaited.

    A piece may be run more than once before it is kept, so it changes nothing but the database. On SQLite the writer
    is the only connection that writes and the one that empties the log; on PostgreSQL there are a few.
    """

    def __init__(self, engine: Engine) -> None:
        """Start it.

        Raises CoachError where another process is using the same SQLite file.
        """
        self._alone = OneProcess(engine)
        self._engine = engine
        self._sqlite = engine.dialect.name == "sqlite"
        self._together_at_most = _TOGETHER if self._sqlite else 1
        self._queue: Queue[_Job | _Sweep | _End] = Queue()
        self._unswept = 0
        self._closed = False
        count = 1 if self._sqlite else _POSTGRES_THREADS
        self._threads = [Thread(target=self._run, name=f"store-{n}", daemon=True) for n in range(count)]
        for thread in self._threads:
            thread.start()

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Run a piece of work (reading too); what it returns, once it is kept.

        Raises what the work raises, and CoachError (retryable) where the database fails. Either way nothing is kept.
        """
        return await asyncio.wrap_future(self.submit(work))

    def submit(self, work: Callable[[Connection], T]) -> "Future[T]":
        """The same, for whoever is in no event loop."""
        future: Future[T] = Future()

        def run(connection: Connection) -> Callable[[], None]:
            result = work(connection)
            return lambda: future.set_result(result)

        self._put(_Job(future.set_running_or_notify_cancel, run, future.set_exception))
        return future

    async def sweep(self) -> None:
        """Empty the log: what was deleted before this is in none of the database's files afterwards.

        Raises CoachError (retryable) where somebody else's reading keeps it from being emptied.
        """
        future: Future[None] = Future()
        self._put(_Sweep(future))
        await asyncio.wrap_future(future)

    def close(self) -> None:
        """Finish what waits, empty the log, and let another process in. The engine stays the caller's."""
        if self._closed:
            return
        self._closed = True
        for _ in self._threads:
            self._queue.put(_End())
        for thread in self._threads:
            thread.join()
        self._alone.let_go()

    def _put(self, item: _Job | _Sweep) -> None:
        if self._closed:
            message = "the store is closed"
            raise CoachError(message, code="no_store")
        self._queue.put(item)

    def _run(self) -> None:
        following: _Sweep | _End | None = None
        while not isinstance(following, _End):
            jobs, following = self._next()
            begun = [job for job in jobs if job.begins()]
            if begun:
                self._do(begun)
                self._unswept += 1
            if isinstance(following, _Sweep) and following.future.set_running_or_notify_cancel():
                self._swept(following.future)
            elif self._unswept >= _BATCHES_BETWEEN_SWEEPS:
                self._sweep_if_possible()
        self._sweep_if_possible()

    def _next(self) -> tuple[list[_Job], _Sweep | _End | None]:
        """All that waits, up to what is no work on the database."""
        jobs: list[_Job] = []
        while len(jobs) < self._together_at_most:
            try:
                item = self._queue.get(block=not jobs, timeout=_QUIET)
            except Empty:
                if not jobs:
                    self._sweep_if_possible()
                break
            if not isinstance(item, _Job):
                return jobs, item
            jobs.append(item)
        return jobs, None

    def _do(self, jobs: list[_Job]) -> None:
        if len(jobs) > 1 and self._together(jobs):
            return
        for job in jobs:
            self._by_itself(job)

    def _together(self, jobs: list[_Job]) -> bool:
        """One commit for all; False, and nothing kept or told, where that fails: each is then tried by itself."""
        try:
            with self._engine.begin() as connection:
                told = [job.work(connection) for job in jobs]
        except Exception:  # noqa: BLE001 - whatever it was, it is met again and told where each is tried by itself
            return False
        for tell in told:
            tell()
        return True

    def _by_itself(self, job: _Job) -> None:
        for left in reversed(range(_TRIES)):
            try:
                with self._engine.begin() as connection:
                    tell = job.work(connection)
            except FAILURES as error:
                if left and taken_back(error):
                    continue
                job.fail(in_words(error))
            except Exception as error:  # noqa: BLE001 - whoever waits for the work is told what it raised
                job.fail(error)
            else:
                tell()
            return

    def _swept(self, future: "Future[None]") -> None:
        try:
            emptied = self._sweep()
        except FAILURES as error:
            future.set_exception(in_words(error))
            return
        if emptied:
            future.set_result(None)
            return
        message = "the store's log could not be emptied: something else is reading the database"
        future.set_exception(CoachError(message, code="store", retryable=True))

    def _sweep_if_possible(self) -> None:
        """Between pieces of work, where nobody waits for it: what cannot be emptied now is emptied the next time."""
        if self._unswept:
            try:
                self._sweep()
            except FAILURES:
                self._unswept = 0

    def _sweep(self) -> bool:
        """Whether the log is empty now. Outside any transaction, as SQLite wants it."""
        self._unswept = 0
        if not self._sqlite:
            return True
        raw = self._engine.raw_connection()
        try:
            cursor = raw.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchall()[0][0]
        finally:
            raw.close()
        return bool(busy == 0)
