"""What is kept of a doctor beside their conversations: consent, commitments, reminders, feedback; seen and erased."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.ports.growing import AttemptKept, WorkedOn


class Outcome(StrEnum):
    """What became of a commitment, in the doctor's own judgement."""

    OPEN = "open"
    KEPT = "kept"
    PARTLY = "partly"
    NOT = "not"
    LET_GO = "let_go"


class RotaKind(StrEnum):
    """What a doctor's days are that are not ordinary ones: nights worked, leave, days off."""

    NIGHTS = "nights"
    LEAVE = "leave"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class RotaSpan:
    """Days of one kind, both ends in it; of nights, the days on whose evenings they begin."""

    kind: RotaKind
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Person:
    """One doctor; `id` is `team:user`. `timezone` is an IANA name, "" where it is not known yet.

    `quiet_from` and `quiet_to` are quiet hours of their own, None for the usual ones.
    """

    id: str
    channel: str = ""
    timezone: str = ""
    consented: int = 0
    consented_at: datetime | None = None
    paused: bool = False
    reminders: bool = True
    quiet_from: int | None = None
    quiet_to: int | None = None
    rota: tuple[RotaSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class CommitmentKept:
    """A commitment as it is kept: the doctor's words, what became of it, and when it is asked about (None: not)."""

    id: int
    conversation_id: str
    session: int
    what: str
    when: str | None
    due: date | None
    with_whom: str | None
    if_then: str | None
    confidence: int | None
    made_at: datetime
    outcome: Outcome = Outcome.OPEN
    outcome_at: datetime | None = None
    remind_at: datetime | None = None
    reminded: bool = False
    reminded_at: datetime | None = None
    obstacle: str | None = None
    learned: str | None = None


class Value(StrEnum):
    """A doctor's verdict on a reply."""

    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Feedback:
    """A verdict on the reply at (`channel`, `ts`); the last one counts. `reasons` are ids, `words` the doctor's own."""

    channel: str
    ts: str
    value: Value
    reasons: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class DueReminder:
    """A commitment whose time has come to be asked about."""

    person: Person
    commitment: CommitmentKept


@dataclass(frozen=True, slots=True)
class Kept:
    """How much is kept of a person, for their privacy page."""

    conversations: int
    turns: int
    since: datetime | None
    commitments: int
    feedback: int


class People(Protocol):
    """Every method is one transaction, on disk when it returns. A person is made known by the first that names them."""

    async def person(self, person_id: str) -> Person:
        """The person, or one of whom nothing is kept."""
        ...

    async def know(self, person_id: str, *, channel: str = "", timezone: str = "") -> None:
        """Keep where the person is reached and their time zone; "" leaves what is there."""
        ...

    async def consent(self, person_id: str, version: int, at: datetime) -> bool:
        """The person has agreed to that version of the first-contact text; False where they last agreed to it."""
        ...

    async def pause(self, person_id: str, *, paused: bool) -> None:
        """While paused, the coach sends nothing of its own accord."""
        ...

    async def reminders(self, person_id: str, *, wanted: bool) -> None:
        """Whether the person wants to be reminded at all; `due` names nobody who does not."""
        ...

    async def rota(self, person_id: str, *, quiet: tuple[int, int] | None, spans: Sequence[RotaSpan]) -> None:
        """Keep the doctor's own quiet hours (None: the usual) and their spans, in the place of those before."""
        ...

    async def commitments(self, person_id: str) -> Sequence[CommitmentKept]:
        """All of them, newest first."""
        ...

    async def attempts(self, person_id: str) -> Sequence[AttemptKept]:
        """Their rehearsals and reviewed drafts, oldest first."""
        ...

    async def worked_on(self, person_id: str) -> Sequence[WorkedOn]:
        """The situations that their sessions were about, newest first."""
        ...

    async def settle(self, person_id: str, commitment_id: int, outcome: Outcome, at: datetime) -> bool:
        """The doctor says what became of it; an open reminder of it goes. False where it is not theirs."""
        ...

    async def remind(self, person_id: str, commitment_id: int, at: datetime | None) -> bool:
        """Ask about it then (a snooze, or another day), or not at all. False where it is not theirs."""
        ...

    async def due(self, now: datetime, limit: int) -> Sequence[DueReminder]:
        """Reminders whose time has come, of people who have not paused."""
        ...

    async def asked_about(self, commitment_id: int) -> DueReminder | None:
        """The commitment that a reminder is about, and whose it is, as both stand now; None where it is gone."""
        ...

    async def judge(self, person_id: str, feedback: Feedback, at: datetime) -> None:
        """Keep a verdict on a reply, in the place of an earlier one."""
        ...

    async def kept(self, person_id: str) -> Kept:
        """How much is kept."""
        ...

    async def export(self, person_id: str) -> Mapping[str, object]:
        """Everything that is kept of the person, fit for JSON: the person, conversations, commitments, feedback."""
        ...

    async def erase(self, person_id: str) -> None:
        """Delete everything of the person, waiting and unsent letters too.

        Only keys that name nobody stay, so that nothing is taken in twice. The bytes are gone from the database's files
        when it returns.
        """
        ...


@dataclass(frozen=True, slots=True)
class Workspace:
    """An installed workspace, and what the app may do there."""

    team: str
    bot_token: str
    bot_id: str
    bot_user: str
    scopes: tuple[str, ...] = ()
    enterprise: str = ""
    name: str = ""
    app_id: str = ""
    installer: str = ""


class Workspaces(Protocol):
    """Installed workspaces; tokens are encrypted at rest."""

    async def install(self, workspace: Workspace, at: datetime) -> None:
        """Keep or renew it."""
        ...

    async def find(self, team: str) -> Workspace | None:
        """The workspace, where it is installed."""
        ...

    async def all(self) -> Sequence[Workspace]:
        """Every installed workspace."""
        ...

    async def uninstall(self, team: str) -> None:
        """The app was taken out: the token, and everything of everybody there, is deleted for good."""
        ...

    async def issue_state(self, state: str, expires: datetime) -> None:
        """Keep the state of an installation that has begun."""
        ...

    async def consume_state(self, state: str, now: datetime) -> bool:
        """Whether that state was issued, has not expired and was not used before; it is used now."""
        ...
