"""What the Slack channel is made of, handed to its listeners and loops as one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.channels.slack.metrics import Metrics
from bot.channels.slack.words import SlackWords
from bot.coaching.record import Cited
from bot.ports.coaching import Answerer
from bot.ports.people import People, Workspaces
from bot.ports.post import Letter, PostOffice
from bot.ports.sharing import NewShare, Preview, Remark, Shared, Sharing, Talk
from bot.ports.staff import Colleague


class WallClock(Protocol):
    """The time of day, so that tests can move it."""

    def now(self) -> datetime:
        """Now, in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class Options:
    """How the channel behaves; all times in seconds.

    A message waits `join` for another to follow it, and never longer than `join_longest`, so that what a person types
    in three lines gets one answer. `workers` turns run at once. `doubt` is how long a letter's fate is left alone
    before it is looked up in the channel: what Slack is still working on is not there yet. `timezone` is the doctors'
    own where Slack does not tell it; nothing is sent of the coach's own accord between `quiet_from` and `quiet_to`
    o'clock there. `catch_up_after` is how long the coach must have been away for messages to be looked for.
    """

    join: float = 1.5
    join_longest: float = 6.0
    workers: int = 2
    doubt: float = 2.0
    timezone: str = "Europe/London"
    quiet_from: int = 20
    quiet_to: int = 8
    catch_up_after: float = 60.0
    poll: float = 1.0
    drain: float = 20.0


class NothingShared:
    """A coach that shares nothing, where no console is kept: there is nobody to share with."""

    async def talks(self, person_id: str, limit: int = 20) -> Sequence[Talk]:
        """None."""
        del person_id, limit
        return ()

    async def preview(self, person_id: str, conversation_id: str, session: int) -> Preview | None:
        """None."""
        del person_id, conversation_id, session
        return None

    async def mentors(self, team: str) -> Sequence[Colleague]:
        """Nobody."""
        del team
        return ()

    async def share(self, new: NewShare, letters: Sequence[Letter], at: datetime) -> bool:
        """Not done."""
        del new, letters, at
        return False

    async def shared(self, person_id: str) -> Sequence[Shared]:
        """Nothing."""
        del person_id
        return ()

    async def withdraw(self, person_id: str, share_id: str, at: datetime) -> bool:
        """Not theirs."""
        del person_id, share_id, at
        return False

    async def remark(self, person_id: str, remark_id: int) -> Remark | None:
        """None."""
        del person_id, remark_id
        return None

    async def answer(self, person_id: str, remark_id: int, text: str, letters: Sequence[Letter], at: datetime) -> bool:
        """Not theirs."""
        del person_id, remark_id, text, letters, at
        return False

    async def count(self, person_id: str, *, wanted: bool) -> None:
        """Nobody is counted."""
        del person_id, wanted

    async def counted(self, person_id: str) -> bool:
        """No."""
        del person_id
        return False


@dataclass(frozen=True, slots=True)
class Parts:
    """What listeners and loops work with.

    `passages` gives the text behind a citation, `situations` names each situation as a person would. `console_url` is
    where mentors read, "" where it is not known.
    """

    answerer: Answerer
    post: PostOffice
    people: People
    workspaces: Workspaces
    words: SlackWords
    passages: Callable[[Cited], str]
    clock: WallClock
    metrics: Metrics
    help_lines: tuple[str, ...] = ()
    options: Options = Options()
    sharing: Sharing = field(default_factory=NothingShared)
    situations: Mapping[str, str] = field(default_factory=dict)
    console_url: str = ""
