"""Signing in and out in a SQL database: what opens a door is kept as a digest, and opens it once."""

from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select, update

from bot.adapters.store.mentoring import record
from bot.adapters.store.mentoring.staff import find
from bot.adapters.store.mentoring_tables import STAFF_DOORS, STAFF_SESSIONS
from bot.adapters.store.writer import Writer
from bot.errors import CoachError
from bot.ports.staff import Act, Colleague, Entry, Session

IDLE = timedelta(minutes=30)
"""A session ends that long after it was last used."""
LONGEST = timedelta(hours=8)
"""And that long after it began, however much it is used."""
_SEEN = timedelta(minutes=1)
"""How often it is written down that a session is in use: not at every request."""
_STATE, _LINK, _SESSION = "state", "link", "session"


class SqlDoors:
    """Sign-ins that have begun, links, and sessions. What has expired is deleted as others come and go."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def begin(self, state: str, nonce: str, expires: datetime) -> None:
        """A sign-in through Slack has begun."""
        values = {"digest": _digest(_STATE, state), "kind": _STATE, "staff_id": "", "nonce": nonce, "expires": expires}
        await self._writer.write(lambda connection: connection.execute(insert(STAFF_DOORS).values(**values)))

    async def finish(self, state: str, now: datetime) -> str | None:
        """Its nonce, once; None where no such sign-in has begun, or it has expired or was used."""

        def work(connection: Connection) -> str | None:
            found = _used_up(connection, _STATE, state, now)
            return found[1] if found else None

        return await self._writer.write(work)

    async def make_link(self, colleague_id: str, token: str, expires: datetime, *, by: str, at: datetime) -> None:
        """A link that signs a colleague in once; one that was made for them before opens nothing any more.

        Raises CoachError where nobody has a role under that id.
        """
        values = {"digest": _digest(_LINK, token), "kind": _LINK, "nonce": "", "expires": expires}

        def work(connection: Connection) -> None:
            if find(connection, colleague_id) is None:
                message = f"nobody has a role under {colleague_id}: give them one first (coach people add)"
                raise CoachError(message, code="no_colleague")
            theirs = (STAFF_DOORS.c.kind == _LINK) & (STAFF_DOORS.c.staff_id == colleague_id)
            connection.execute(delete(STAFF_DOORS).where(or_(theirs, STAFF_DOORS.c.expires <= at)))
            connection.execute(insert(STAFF_DOORS).values(staff_id=colleague_id, **values))
            record.append(connection, Entry(at, by, Act.LINK_MADE, colleague_id))

        await self._writer.write(work)

    async def use_link(self, token: str, now: datetime) -> Colleague | None:
        """Whom the link signs in, once; None where it is unknown, expired, used, or they have no role any more."""

        def work(connection: Connection) -> Colleague | None:
            found = _used_up(connection, _LINK, token, now)
            return find(connection, found[0]) if found else None

        return await self._writer.write(work)

    async def start(self, colleague_id: str, sid: str, csrf: str, now: datetime) -> None:
        """Somebody is signed in from now on, on record."""
        values = {"digest": _digest(_SESSION, sid), "csrf": csrf, "started_at": now, "seen_at": now}

        def work(connection: Connection) -> None:
            connection.execute(delete(STAFF_SESSIONS).where(_over(now)))
            connection.execute(insert(STAFF_SESSIONS).values(staff_id=colleague_id, **values))
            record.append(connection, Entry(now, colleague_id, Act.SIGNED_IN))

        await self._writer.write(work)

    async def session(self, sid: str, now: datetime) -> Session | None:
        """The session, with the roles that its colleague has now; None once it has ended or they have none."""

        def work(connection: Connection) -> Session | None:
            mine = STAFF_SESSIONS.c.digest == _digest(_SESSION, sid)
            row = connection.execute(select(STAFF_SESSIONS).where(mine, ~_over(now))).mappings().first()
            colleague = find(connection, row["staff_id"]) if row else None
            if row is None or colleague is None:
                return None
            if now - row["seen_at"] >= _SEEN:
                connection.execute(update(STAFF_SESSIONS).where(mine).values(seen_at=now))
            return Session(colleague=colleague, csrf=row["csrf"], started_at=row["started_at"])

        return await self._writer.write(work)

    async def end(self, sid: str, now: datetime) -> None:
        """Signed out, on record; what is no session is let be."""

        def work(connection: Connection) -> None:
            mine = STAFF_SESSIONS.c.digest == _digest(_SESSION, sid)
            ended = connection.execute(delete(STAFF_SESSIONS).where(mine).returning(STAFF_SESSIONS.c.staff_id)).scalar()
            if ended is not None:
                record.append(connection, Entry(now, ended, Act.SIGNED_OUT))

        await self._writer.write(work)


def _used_up(connection: Connection, kind: str, secret: str, now: datetime) -> tuple[str, str] | None:
    """Whom a door lets in, and its nonce, which opens once: of two who come at a time the database gives it to one.

    What is unknown, used and expired takes the same steps.
    """
    opens = (STAFF_DOORS.c.digest == _digest(kind, secret), STAFF_DOORS.c.kind == kind, STAFF_DOORS.c.expires > now)
    used = delete(STAFF_DOORS).where(*opens).returning(STAFF_DOORS.c.staff_id, STAFF_DOORS.c.nonce)
    row = connection.execute(used).first()
    connection.execute(delete(STAFF_DOORS).where(STAFF_DOORS.c.expires <= now))
    return (row.staff_id, row.nonce) if row else None


def _over(now: datetime) -> ColumnElement[bool]:
    """Whether a session has come to its end."""
    return or_(STAFF_SESSIONS.c.seen_at <= now - IDLE, STAFF_SESSIONS.c.started_at <= now - LONGEST)


def _digest(kind: str, secret: str) -> str:
    """What is kept of a secret: one of another kind is another digest."""
    return sha256(f"{kind}\0{secret}".encode(errors="replace")).hexdigest()
