"""Who works with the console, how they are signed in, and the record of what they looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Role(StrEnum):
    """What somebody may do in the console. Nobody's role lets them read a conversation: only a share does."""

    MENTOR = "mentor"
    """Reads and reviews what doctors shared with them by name."""
    TRAINER = "trainer"
    """Sees the cohort's figures."""
    ADMIN = "admin"
    """Gives and takes roles, and reads the record of who looked at what."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody with a role; `id` is `team:user`, as Slack has them, or `local:name` on a machine without Slack.

    `assesses` names doctors whose work they also sign off or judge; `assesses_all` where that is everybody. A doctor
    who chooses them is warned.
    """

    id: str
    name: str
    roles: frozenset[Role]
    assesses: frozenset[str] = frozenset()
    assesses_all: bool = False

    @property
    def team(self) -> str:
        """The workspace they belong to."""
        return self.id.partition(":")[0]

    def judges(self, person_id: str) -> bool:
        """Whether they also assess that doctor."""
        return self.assesses_all or person_id in self.assesses


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in browser. `csrf` is what its forms must bring back."""

    colleague: Colleague
    csrf: str
    started_at: datetime


class Act(StrEnum):
    """What is put on record. No entry holds a word of anybody's conversation."""

    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    REFUSED = "refused"
    """Something was asked for that is not theirs to see, or does not exist."""
    LISTED = "listed"
    SEARCHED = "searched"
    OPENED = "opened"
    REVIEWED = "reviewed"
    COMMENTED = "commented"
    MADE_CASE = "made_case"
    EXPORTED = "exported"
    SAW_FIGURES = "saw_figures"
    SAW_PEOPLE = "saw_people"
    SAW_RECORD = "saw_record"
    CHANGED_ROLES = "changed_roles"
    LINK_MADE = "link_made"
    SHARED = "shared"
    WITHDRAWN = "withdrawn"
    ANSWERED = "answered"
    ERASED = "erased"
    PURGED = "purged"
    KEYS_ROTATED = "keys_rotated"


NOBODY = "nobody"
"""The actor of what somebody without a role tried: it may be a doctor."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the record. `actor` is a colleague's id, `doctor`, `operator` or NOBODY; `subject` what it was about.

    The subject is the id of a share or a colleague, or "": never a doctor's id, so that the record need not change when
    a doctor is erased.
    """

    at: datetime
    actor: str
    act: Act
    subject: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry as it stands in the record; `number` counts from 1 without a gap."""

    number: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Flaw:
    """What the verifier found wrong: the number of the entry at which the chain breaks, and how."""

    number: int
    what: str


class Staff(Protocol):
    """Colleagues and their roles. Every method is one transaction; a change is on record in the same one."""

    async def colleague(self, colleague_id: str) -> Colleague | None:
        """The colleague, where they have a role."""
        ...

    async def colleagues(self, team: str = "") -> Sequence[Colleague]:
        """All who have a role, of one workspace or of all, by name."""
        ...

    async def put(self, colleague: Colleague, *, by: str, at: datetime) -> None:
        """Add them, or let them be as given. Whoever is signed in under other roles is signed out."""
        ...

    async def remove(self, colleague_id: str, *, by: str, at: datetime) -> bool:
        """Take all their roles and sign them out; False where they have none."""
        ...


class Doors(Protocol):
    """Signing in and out. Secrets (`state`, `token`, `sid`) are kept as digests only."""

    async def begin(self, state: str, nonce: str, expires: datetime) -> None:
        """A sign-in through Slack has begun."""
        ...

    async def finish(self, state: str, now: datetime) -> str | None:
        """Its nonce, once; None where no such sign-in has begun, or it has expired or was used."""
        ...

    async def make_link(self, colleague_id: str, token: str, expires: datetime, *, by: str, at: datetime) -> None:
        """A link that signs a colleague in once."""
        ...

    async def use_link(self, token: str, now: datetime) -> Colleague | None:
        """Whom the link signs in, once; None where it is unknown, expired, used, or they have no role any more."""
        ...

    async def start(self, colleague_id: str, sid: str, csrf: str, now: datetime) -> None:
        """Somebody is signed in from now on, on record."""
        ...

    async def session(self, sid: str, now: datetime) -> Session | None:
        """The session; None once it was ended, 30 minutes after it was last used, or 8 hours after it began."""
        ...

    async def end(self, sid: str, now: datetime) -> None:
        """Signed out, on record."""
        ...


class Record(Protocol):
    """The record of who did what: appended, chained, never changed."""

    async def note(self, entry: Entry) -> None:
        """Put an entry on record by itself; what reads or changes something puts it there in its own transaction."""
        ...

    async def entries(self, *, before: int | None = None, limit: int = 100) -> Sequence[Kept]:
        """The newest first, from before a number on."""
        ...

    async def flaws(self) -> Sequence[Flaw]:
        """Whatever was edited, dropped or put in another order since it was written; empty where all is whole."""
        ...
