"""What the fake knows: workspaces, people, conversations and views, in memory, found by their ids."""

import itertools
import time
from bisect import bisect_left, insort
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from tests.fakeslack.jsons import Json
from tests.fakeslack.known import BOT_ID, BOT_TOKEN, BOT_USER, TEAM, TEAM_NAME


@dataclass(slots=True)
class User:
    """A person, or the app's own bot."""

    id: str
    team: str
    name: str
    tz: str = "Europe/London"
    bot: bool = False

    def info(self) -> Json:
        """As `users.info` tells it."""
        shift = datetime.now(ZoneInfo(self.tz)).utcoffset()
        return {
            "id": self.id,
            "team_id": self.team,
            "name": self.name.lower().replace(" ", "."),
            "real_name": self.name,
            "deleted": False,
            "tz": self.tz,
            "tz_label": self.tz,
            "tz_offset": int(shift.total_seconds()) if shift else 0,
            "profile": {"real_name": self.name, "display_name": self.name},
            "is_bot": self.bot,
            "is_app_user": False,
            "locale": "en-GB",
        }


@dataclass(slots=True)
class Channel:
    """A conversation: a direct one between `user` and the app, or a public one.

    `messages` holds every message by its time stamp, as Slack would show it; `order` the top-level ones and `threads`
    the replies, oldest first. Ephemeral messages lie apart: no history has them.
    """

    id: str
    team: str
    name: str
    members: set[str]
    im: bool = False
    user: str = ""
    archived: bool = False
    messages: dict[str, Json] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    threads: dict[str, list[str]] = field(default_factory=dict)
    ephemerals: list[Json] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)

    def place(self, message: Json, ts: str, thread_ts: str) -> None:
        """Put a message where it belongs in time."""
        self.messages[ts] = message
        insort(self.threads.setdefault(thread_ts, []) if thread_ts and thread_ts != ts else self.order, ts)

    def remove(self, ts: str, thread_ts: str) -> None:
        """Take a message out; replies to it stay."""
        del self.messages[ts]
        self.gone.add(ts)
        line = self.threads[thread_ts] if thread_ts and thread_ts != ts else self.order
        line.pop(bisect_left(line, ts))

    @property
    def kind(self) -> str:
        """The sort of conversation, as events name it."""
        return "im" if self.im else "channel"


@dataclass(slots=True)
class Workspace:
    """A workspace, and the app's installation in it: `token` is empty where it has none."""

    id: str
    name: str
    bot_user: str
    bot_id: str
    token: str
    scopes: frozenset[str] = frozenset()
    directs: dict[str, str] = field(default_factory=dict)
    """The direct conversation with the app, by person."""


@dataclass(slots=True)
class Problem:
    """A rule that the app broke; says nothing of what anybody wrote."""

    method: str
    code: str
    detail: str = ""


@dataclass(slots=True)
class State:
    """Everything, by id."""

    url: str = ""
    teams: dict[str, Workspace] = field(default_factory=dict)
    tokens: dict[str, Workspace] = field(default_factory=dict)
    revoked: set[str] = field(default_factory=set)
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    """Codes of the OAuth flow that were not used yet, and the workspace that each is for."""
    _ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    _last: int = 0

    def new_id(self, prefix: str) -> str:
        """An id that nothing else has."""
        return f"{prefix}{next(self._ids):08X}"

    def now(self) -> str:
        """The time as Slack stamps messages: unique, and later than every stamp before it."""
        self._last = max(self._last + 1, time.time_ns() // 1000)
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"

    def problem(self, method: str, code: str, detail: str = "") -> None:
        """Remember that the app broke a rule."""
        self.problems.append(Problem(method, code, detail))

    def workspace(self, name: str, *, known: bool = False) -> Workspace:
        """A new workspace without the app; `known` makes the first one, whose ids are in `known`."""
        team = TEAM if known else self.new_id("T")
        bot = BOT_USER if known else self.new_id("U")
        made = Workspace(team, name, bot, BOT_ID if known else self.new_id("B"), "")
        self.teams[team] = made
        self.users[bot] = User(bot, team, "Leadership coach", bot=True)
        return made

    def install(self, workspace: Workspace, scopes: frozenset[str]) -> None:
        """Give the app a token of the workspace."""
        first = workspace.id == TEAM and BOT_TOKEN not in self.revoked
        workspace.token = BOT_TOKEN if first else self.new_id(f"xoxb-{workspace.id}-")
        workspace.scopes = scopes
        self.tokens[workspace.token] = workspace

    def uninstall(self, workspace: Workspace) -> None:
        """Take the app out: its token is no good any more."""
        self.tokens.pop(workspace.token, None)
        self.revoked.add(workspace.token)
        workspace.token = ""

    def add_user(self, team: str, name: str, tz: str = "Europe/London") -> User:
        """A new person."""
        user = User(self.new_id("U"), team, name, tz)
        self.users[user.id] = user
        return user

    def direct(self, user: User) -> Channel:
        """The direct conversation of a person with the app, opened where there is none."""
        workspace = self.teams[user.team]
        found = workspace.directs.get(user.id)
        if found is None:
            found = self.new_id("D")
            members = {user.id, workspace.bot_user}
            self.channels[found] = Channel(found, user.team, "directmessage", members, im=True, user=user.id)
            workspace.directs[user.id] = found
        return self.channels[found]

    def add_channel(self, team: str, name: str, members: set[str]) -> Channel:
        """A new public channel."""
        channel = Channel(self.new_id("C"), team, name.removeprefix("#"), members)
        self.channels[channel.id] = channel
        return channel


def first_state(scopes: frozenset[str]) -> State:
    """One workspace with the app installed, as `known` names it."""
    state = State()
    state.install(state.workspace(TEAM_NAME, known=True), scopes)
    return state
