"""The post office: letters in and letters out, kept on disk so that each is answered once, in order, and none is lost.

A *lane* is what is kept in order: one conversation in a channel, as `team:channel`. All text in here is masked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol

from bot.coaching.record import Conversation, ModelUse, TurnRecord
from bot.ports.incoming import Fate, Inbound, Waiting
from bot.ports.people import Outcome


@dataclass(frozen=True, slots=True)
class Claim:
    """A lane held by one worker: what waits in it, oldest first, and the conversation as it stands.

    `consented` is the version of the first-contact text that the person has agreed to, 0 for none. `token` proves the
    hold: what is finished under a lost hold is refused.
    """

    lane: str
    token: str
    waiting: tuple[Waiting, ...]
    conversation: Conversation
    consented: int


class Action(StrEnum):
    """What a letter out asks of the channel."""

    POST = "post"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to go out, rendered: exactly what the channel will be given.

    `key` is unique for ever and travels with the message, so that one in doubt can be looked for before it is sent
    again. `to` is a channel, or a person (`U...`), whose direct channel is then opened. `about_ts` is the message that
    an update replaces. `turn` is the turn it answers with, where it does. Nothing is sent before `due`.
    """

    key: str
    team: str
    lane: str
    to: str
    text: str
    blocks: Sequence[Mapping[str, object]] = ()
    thread_ts: str = ""
    action: Action = Action.POST
    about_ts: str = ""
    urgent: bool = False
    due: datetime | None = None
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Outbound:
    """A letter taken from the outbox to be sent now; `doubtful` where an earlier try may have reached the channel."""

    id: int
    letter: Letter
    attempts: int
    doubtful: bool
    tried_at: datetime | None


@dataclass(frozen=True, slots=True)
class Finished:
    """All that a piece of work on a lane comes to, kept together or not at all.

    `done` names what was waiting and how it was done with; `record` is the turn, where there was one, for the
    conversation and person named. `erase` names messages whose words are to go from what is stored.
    """

    lane: str
    token: str
    done: Mapping[int, Fate]
    letters: tuple[Letter, ...] = ()
    conversation_id: str = ""
    person: str = ""
    record: TurnRecord | None = None
    erase: tuple[str, ...] = ()
    held: bool = False
    """What waits in the lane stays there until the person consents: it is nobody's work before."""
    remind_at: datetime | None = None
    """When the commitment that the record closes with is asked about."""
    looked_back: Outcome | None = None
    """What became of the last commitment, where the record's turn was told it."""


_LOOKED_BACK: Final = {"look:kept": Outcome.KEPT, "look:partly": Outcome.PARTLY, "look:not": Outcome.NOT}


def looked_back(record: TurnRecord) -> Outcome | None:
    """What became of the last commitment, where this turn was told it."""
    return _LOOKED_BACK.get(record.move.line) if record.move.name == "look_back_response" else None


@dataclass(frozen=True, slots=True)
class Backlog:
    """What waits, for health and metrics: counts, and the age in seconds of the oldest."""

    waiting: int = 0
    oldest_waiting: float = 0.0
    unsent: int = 0
    oldest_unsent: float = 0.0
    in_doubt: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """A letter that was sent and what it answers: found again by the message's place in the channel."""

    key: str
    lane: str
    ts: str
    turn: int | None
    record: TurnRecord | None = field(default=None)


@dataclass(frozen=True, slots=True)
class Anew:
    """When a commitment is asked about instead, where its reminder was not sent in time; at None: not at all."""

    commitment: int
    at: datetime | None


class PostOffice(Protocol):
    """The inbox and the outbox. Every method is one transaction, on disk when it returns."""

    async def accept(self, inbound: Inbound) -> bool:
        """Take something in; False where the same gesture is known already, however it came."""
        ...

    async def lanes_waiting(self) -> Sequence[tuple[str, bool]]:
        """Lanes in which something waits that nobody alive holds, and whether it is urgent; urgent ones first."""
        ...

    async def claim(self, lane: str) -> Claim | None:
        """Hold a lane; None where nothing waits in it or another worker that is alive holds it."""
        ...

    async def release(self, lane: str, token: str) -> None:
        """Let a lane go with nothing done."""
        ...

    async def finish(self, finished: Finished) -> bool:
        """Keep what came of a claim; False (and nothing kept) where the hold was lost or the work was stopped."""
        ...

    async def used(self, person_id: str, uses: Sequence[ModelUse]) -> None:
        """Count what a chat model was asked in a turn that is not kept; nothing of somebody who was erased."""
        ...

    async def stop(self, lane: str) -> int:
        """The doctor pressed stop: whatever waits or is being worked on in the lane is done with, unsent letters too.

        Returns how many things waited. What is finished later under an older hold is refused.
        """
        ...

    async def take(self, limit: int) -> Sequence[Outbound]:
        """Letters to send now, marked as being sent by this process.

        Urgent ones first, and of each lane only the oldest unsent one.
        """
        ...

    async def sent(self, outbound_id: int, channel: str, ts: str) -> None:
        """The channel has it, there."""
        ...

    async def put_off(self, outbound_id: int, until: datetime, *, doubtful: bool) -> None:
        """Not sent; try again from then on. `doubtful` where the channel may have it all the same."""
        ...

    async def give_up(self, outbound_id: int, code: str) -> None:
        """It can never be sent (the channel is gone, the app was taken out); `code` is the channel's word for it."""
        ...

    async def expire(self, outbound_id: int, anew: Anew | None) -> None:
        """The channel does not have it, and its moment is over: not sent, and planned `anew` where that is told."""
        ...

    async def remind(self, letter: Letter, commitment_id: int, set_for: datetime, at: datetime) -> bool:
        """Put a reminder into the outbox at that moment; `People.due` does not name it again until another time is set.

        False, and nothing put in, where the commitment is not (any more) to be asked about at `set_for`.
        """
        ...

    async def post(self, letters: Sequence[Letter]) -> int:
        """Put letters into the outbox that answer nothing in the inbox; those whose key is known are left out."""
        ...

    async def answered(self, lane: str, ts: str) -> Answered | None:
        """What the coach's message at that place answers, where it is one of the coach's."""
        ...

    async def letters_about(self, lane: str, ts: str) -> Sequence[Answered]:
        """The coach's messages that answered a doctor's message at that place (its whole turn)."""
        ...

    async def stands(self, lane: str, person_id: str) -> Conversation:
        """The conversation of a lane as it stands, held by nobody: what waits there may move it on at once."""
        ...

    async def channels(self, team: str) -> Mapping[str, str]:
        """Direct channels that are known, and the time stamp of the last thing taken in there (for catching up)."""
        ...

    async def last_alive(self) -> datetime | None:
        """When any process of this coach last said that it was alive, before this one started."""
        ...

    async def beat(self) -> None:
        """Say that this process is alive; a hold of a process that has not for a while is anybody's."""
        ...

    async def backlog(self) -> Backlog:
        """What waits."""
        ...

    async def close(self) -> None:
        """Finish what is being written, and let every hold of this process go."""
        ...
