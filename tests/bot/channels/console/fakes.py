"""The console's ports in memory, keeping their promises, for tests that are about pages and not about the store."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from bot.mentoring.cohort import Figures
from bot.mentoring.events import Event, NewEvent
from bot.ports.reviewing import Export, Filter, Opening, Page, Told
from bot.ports.staff import Act, Colleague, Entry, Flaw, Kept, Role, Session

IDLE, HARD = timedelta(minutes=30), timedelta(hours=8)


@dataclass
class MovableClock:
    """Stands still until it is moved."""

    at: datetime = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def pass_by(self, time: timedelta) -> None:
        self.at += time


@dataclass
class MemoryRecord:
    """The record as a list."""

    kept: list[Entry] = field(default_factory=list)
    broken: list[Flaw] = field(default_factory=list)

    async def note(self, entry: Entry) -> None:
        self.kept.append(entry)

    async def entries(self, *, before: int | None = None, limit: int = 100) -> Sequence[Kept]:
        numbered = [Kept(number, entry) for number, entry in enumerate(self.kept, 1)]
        wanted = [one for one in numbered if before is None or one.number < before]
        return wanted[::-1][:limit]

    async def flaws(self) -> Sequence[Flaw]:
        return list(self.broken)

    def acts(self) -> list[Act]:
        return [one.act for one in self.kept]


@dataclass
class MemoryDoors:
    """Sessions and links in dictionaries; ends what is too old."""

    staff: "MemoryStaff"
    record: MemoryRecord
    begun: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    links: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    sessions: dict[str, tuple[str, str, datetime, datetime]] = field(default_factory=dict)

    async def begin(self, state: str, nonce: str, expires: datetime) -> None:
        self.begun[state] = (nonce, expires)

    async def finish(self, state: str, now: datetime) -> str | None:
        nonce, expires = self.begun.pop(state, ("", now))
        return nonce if now < expires else None

    async def make_link(self, colleague_id: str, token: str, expires: datetime, *, by: str, at: datetime) -> None:
        self.links[token] = (colleague_id, expires)
        await self.record.note(Entry(at, by, Act.LINK_MADE, colleague_id))

    async def use_link(self, token: str, now: datetime) -> Colleague | None:
        colleague_id, expires = self.links.pop(token, ("", now))
        return await self.staff.colleague(colleague_id) if now < expires else None

    async def start(self, colleague_id: str, sid: str, csrf: str, now: datetime) -> None:
        self.sessions[sid] = (colleague_id, csrf, now, now)
        await self.record.note(Entry(now, colleague_id, Act.SIGNED_IN))

    async def session(self, sid: str, now: datetime) -> Session | None:
        colleague_id, csrf, started, seen = self.sessions.get(sid, ("", "", now, now))
        colleague = await self.staff.colleague(colleague_id)
        if colleague is None or now - seen >= IDLE or now - started >= HARD:
            self.sessions.pop(sid, None)
            return None
        self.sessions[sid] = (colleague_id, csrf, started, now)
        return Session(colleague, csrf, started)

    async def end(self, sid: str, now: datetime) -> None:
        found = self.sessions.pop(sid, None)
        if found is not None:
            await self.record.note(Entry(now, found[0], Act.SIGNED_OUT))


@dataclass
class MemoryStaff:
    """Who has a role."""

    record: MemoryRecord
    people: dict[str, Colleague] = field(default_factory=dict)
    signed_out: list[str] = field(default_factory=list)
    doors: MemoryDoors | None = None

    async def colleague(self, colleague_id: str) -> Colleague | None:
        return self.people.get(colleague_id)

    async def colleagues(self, team: str = "") -> Sequence[Colleague]:
        return sorted((one for one in self.people.values() if team in ("", one.team)), key=lambda one: one.name)

    async def put(self, colleague: Colleague, *, by: str, at: datetime) -> None:
        before = self.people.get(colleague.id)
        self.people[colleague.id] = colleague
        if before is not None and before.roles != colleague.roles:
            self._sign_out(colleague.id)
        await self.record.note(Entry(at, by, Act.CHANGED_ROLES, colleague.id))

    async def remove(self, colleague_id: str, *, by: str, at: datetime) -> bool:
        if colleague_id not in self.people:
            return False
        del self.people[colleague_id]
        self._sign_out(colleague_id)
        await self.record.note(Entry(at, by, Act.CHANGED_ROLES, colleague_id))
        return True

    def _sign_out(self, colleague_id: str) -> None:
        if self.doors is not None:
            kept = {sid: one for sid, one in self.doors.sessions.items() if one[0] != colleague_id}
            self.doors.sessions = kept


@dataclass
class MemoryShare:
    """Something shared with one mentor."""

    mentor_id: str
    opening: Opening
    withdrawn: bool = False

    def visible(self, mentor: Colleague | None, now: datetime) -> bool:
        named = mentor is not None and mentor.id == self.mentor_id and Role.MENTOR in mentor.roles
        return named and not self.withdrawn and now < self.opening.row.expires_at


@dataclass
class MemoryReviewing:
    """What was shared, by id. Filters are the store's business: the queue shows all that is visible."""

    staff: MemoryStaff
    record: MemoryRecord
    shares: dict[str, MemoryShare] = field(default_factory=dict)
    released: Figures | None = None

    async def queue(self, mentor_id: str, which: Filter, *, page: int, size: int, now: datetime) -> Page:
        mentor = self.staff.people.get(mentor_id)
        rows = [one.opening.row for one in self.shares.values() if one.visible(mentor, now)]
        await self.record.note(Entry(now, mentor_id, Act.SEARCHED if which.search else Act.LISTED))
        return Page(tuple(rows[(page - 1) * size : page * size]), len(rows), len(rows), (), (), ())

    async def open(self, mentor_id: str, share_id: str, now: datetime, *, reading: bool = True) -> Opening | None:
        share = self._of(mentor_id, share_id, now)
        act = Act.OPENED if share else Act.REFUSED
        await self.record.note(Entry(now, mentor_id, act, share_id if share else ""))
        if share is None:
            return None
        opening = share.opening
        if reading:
            share.opening = replace(opening, row=replace(opening.row, unread_answers=0))
        return opening

    async def add(
        self, mentor_id: str, share_id: str, events: Sequence[NewEvent], now: datetime, told: Told | None = None
    ) -> bool:
        share = self._of(mentor_id, share_id, now)
        if share is None or any(one.turn not in _turns(share.opening) for one in events):
            return False
        have = share.opening.events
        new = tuple(Event(len(have) + at, mentor_id, now, one) for at, one in enumerate(events, 1))
        share.opening = replace(share.opening, events=have + new)
        await self.record.note(Entry(now, mentor_id, Act.REVIEWED, share_id))
        return True

    async def export(self, mentor_id: str, which: Filter, now: datetime) -> Sequence[Export]:
        mentor = self.staff.people.get(mentor_id)
        seen = [one.opening for one in self.shares.values() if one.visible(mentor, now)]
        await self.record.note(Entry(now, mentor_id, Act.EXPORTED))
        return [Export(one.row, one.events) for one in seen]

    async def figures(self, viewer_id: str, now: datetime) -> Figures | None:
        await self.record.note(Entry(now, viewer_id, Act.SAW_FIGURES))
        return self.released

    def _of(self, mentor_id: str, share_id: str, now: datetime) -> MemoryShare | None:
        share = self.shares.get(share_id)
        return share if share is not None and share.visible(self.staff.people.get(mentor_id), now) else None


def _turns(opening: Opening) -> set[int | None]:
    return {None, *(one.number for one in opening.records)}
