"""The database's own failures: which they are, which are worth another try, and what the operator is told of them."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionError

from bot.errors import CoachError

FAILURES = (DBAPIError, NoConnectionError, sqlite3.Error)
"""The database's own. Anything else that a piece of work raises is the work's."""
_TAKEN_BACK = {"40001", "40P01"}
"""PostgreSQL's codes for a serialisation failure and a deadlock."""


def taken_back(error: Exception) -> bool:
    """Whether the database undid it itself, so that nothing was kept and another try may go through."""
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in _TAKEN_BACK


@contextmanager
def told_in_words() -> Iterator[None]:
    """For whoever is at the database without the writer: its failures are raised as CoachError."""
    try:
        yield
    except FAILURES as error:
        raise in_words(error) from None


def in_words(error: Exception) -> CoachError:
    """What the operator is told: the failure by its names. The database's own words may quote a row."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    code = getattr(cause, "sqlstate", None) or getattr(cause, "sqlite_errorname", None)
    names = f"{type(cause).__name__}, {code}" if code else type(cause).__name__
    message = f"the store failed ({names}): look whether the database is there, and its disk not full"
    return CoachError(message, code="store", retryable=True)
