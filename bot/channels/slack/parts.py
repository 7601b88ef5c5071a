"""What the Slack channel is made of, handed to its listeners and loops as one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.channels.slack.metrics import Metrics
from bot.channels.slack.words import SlackWords
from bot.coaching.cited import Cited
from bot.ports.coaching import Answerer
from bot.ports.people import People, Workspaces
from bot.ports.post import PostOffice
from bot.ports.sharing import Sharing
from bot.reflection.press import Press


class WallClock(Protocol):
    """The time of day, so that tests can move it."""

    def now(self) -> datetime:
        """Now, in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class Options:
    """How the channel behaves; all times in seconds.

    A message waits `join` for another to follow it, and never longer than `join_longest`, so that what a person types
    in three lines gets one answer. `workers` turns run at once, and `kept_free` more that are urgent. `doubt` is how
    long a letter's fate is left alone before it is looked up in the channel: what Slack is still working on is not
    there yet. `timezone` is the doctors' own where Slack does not tell it; nothing is sent of the coach's own accord
    between `quiet_from` and `quiet_to` o'clock there. What is to be asked about is looked for every `remind`.
    `catch_up_after` is how long the coach must have been away for messages to be looked for. `drain` is how long turns
    that run are waited for at the end: no less than one may take.
    """

    join: float = 1.5
    join_longest: float = 6.0
    workers: int = 2
    kept_free: int = 2
    doubt: float = 2.0
    timezone: str = "Europe/London"
    quiet_from: int = 20
    quiet_to: int = 8
    catch_up_after: float = 60.0
    poll: float = 1.0
    remind: float = 15.0
    drain: float = 20.0


@dataclass(frozen=True, slots=True)
class Parts:
    """What listeners and loops work with.

    `passages` gives the text behind a citation, `situations` names each situation as a person would, `characters` those
    whom a doctor can practise with. `console_url` is where mentors read, "" where it is not known.
    """

    answerer: Answerer
    post: PostOffice
    people: People
    workspaces: Workspaces
    sharing: Sharing
    press: Press
    words: SlackWords
    passages: Callable[[Cited], str]
    clock: WallClock
    metrics: Metrics
    help_lines: tuple[str, ...] = ()
    options: Options = Options()
    situations: Mapping[str, str] = field(default_factory=dict)
    characters: Mapping[str, str] = field(default_factory=dict)
    console_url: str = ""
