"""What the console is made of, handed to its pages as one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.coaching.cited import Cited
from bot.ports.reviewing import Reviewing
from bot.ports.sharing import Notices
from bot.ports.staff import Doors, Record, Staff
from bot.ports.trainers import Trainers


class WallClock(Protocol):
    """The time of day, so that tests can move it."""

    def now(self) -> datetime:
        """Now, in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class SlackSignIn:
    """Signing in with Slack (OpenID Connect). `issuer` is Slack's own address, another in tests."""

    client_id: str
    client_secret: str
    team: str
    issuer: str = "https://slack.com"


@dataclass(frozen=True, slots=True)
class Options:
    """How the console behaves.

    `url` is the address that browsers use; where it begins with https, cookies are for https only. `sign_in` None:
    only links made by an operator sign anybody in. `sample` says on every page that the talks are made up.
    """

    url: str
    sign_in: SlackSignIn | None = None
    timezone: str = "Europe/London"
    sample: bool = False
    page_size: int = 25


@dataclass(frozen=True, slots=True)
class Parts:
    """What pages work with. `passages` gives the text behind a citation, `situations` names by id in plain words.

    Without `trainers` (the evaluation suite is not installed) nothing is scored and no case is made; without `notices`
    comments are kept and shown here, and reach nobody in Slack.
    """

    staff: Staff
    doors: Doors
    record: Record
    reviewing: Reviewing
    clock: WallClock
    options: Options
    situations: dict[str, str]
    passages: Callable[[Cited], str]
    trainers: Trainers | None = None
    notices: Notices | None = None
