"""One process at a time in a SQLite database: a lock that the system lets go when its holder dies, however it dies."""

import fcntl
from pathlib import Path

from sqlalchemy import Engine

from bot.errors import CoachError


class OneProcess:
    """The right to be the one process that writes a SQLite database; any other database needs none.

    Two coaches in one file would both check-point it, which below SQLite 3.51.3 can damage it, and neither would know
    what the other has in memory.
    """

    def __init__(self, engine: Engine) -> None:
        """Take it.

        Raises CoachError at once where another process has it.
        """
        file = _file_of(engine)
        self._held = file.with_name(f"{file.name}.lock").open("a", encoding="utf-8") if file else None
        if self._held is None:
            return
        try:
            fcntl.flock(self._held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._held.close()
            message = f"another coach is using {file}: stop it first, or give this one a database of its own"
            raise CoachError(message, code="in_use") from None

    def let_go(self) -> None:
        """Let another process in. The file stays: to remove it could let two in."""
        if self._held is not None:
            self._held.close()
            self._held = None


def _file_of(engine: Engine) -> Path | None:
    """The database's file; None where it is in memory or not SQLite."""
    if engine.dialect.name != "sqlite":
        return None
    with engine.connect() as connection:
        name = next(row[2] for row in connection.exec_driver_sql("PRAGMA database_list") if row[1] == "main")
    return Path(name).resolve() if name else None
