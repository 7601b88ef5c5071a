"""The fake as a whole: what it knows, what goes wrong, and the ways in and out."""

from dataclasses import dataclass, field

from tests.fakeslack.changes import Changes
from tests.fakeslack.clock import Clock
from tests.fakeslack.delivery import Delivery
from tests.fakeslack.desk import Desk
from tests.fakeslack.events import SCOPES, Events
from tests.fakeslack.faults import Faults
from tests.fakeslack.jsons import Json
from tests.fakeslack.manifest import Manifest
from tests.fakeslack.state import State, first_state
from tests.fakeslack.views import Views


@dataclass(slots=True)
class Stream:
    """A message that the app is still writing."""

    channel: str
    thread_ts: str
    began: float
    words: str = ""


@dataclass(slots=True)
class File:
    """A file that the app uploads; it is nobody's before `shared`."""

    id: str
    team: str
    name: str
    size: int
    content: bytes | None = None
    title: str = ""
    channel: str = ""

    @property
    def shared(self) -> bool:
        """Whether it lies in a conversation."""
        return bool(self.channel)

    def told(self, url: str) -> Json:
        """As Slack tells of it."""
        return {
            "id": self.id,
            "name": self.name,
            "title": self.title or self.name,
            "size": self.size,
            "channels": [self.channel] if self.channel else [],
            "url_private": f"{url}/files/{self.id}/{self.name}",
        }


@dataclass(slots=True)
class ResponseUrl:
    """An address for answers to one interaction: five of them, for half an hour."""

    user: str
    channel: str
    ts: str
    thread_ts: str
    born: float
    uses: int = 0


@dataclass(slots=True)
class World:
    """Everything that a call of the Web API or of the driver works on."""

    app: Manifest
    state: State
    clock: Clock
    changes: Changes
    faults: Faults
    delivery: Delivery
    events: Events
    desk: Desk
    views: Views
    streams: dict[tuple[str, str], Stream] = field(default_factory=dict)
    sessions: dict[tuple[str, str], Json] = field(default_factory=dict)
    prompts: dict[str, Json] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    responses: dict[str, ResponseUrl] = field(default_factory=dict)
    calls: dict[str, int] = field(default_factory=dict)
    """How often each method was called."""


def world(app: Manifest, *, mode: str = "http", request_url: str = "") -> World:
    """A new world with one workspace in which the app is installed."""
    state, clock, changes = first_state(app.scopes), Clock(), Changes()
    delivery = Delivery(state, clock, mode, request_url)
    events = Events(state, app, delivery)
    desk = Desk(state, events, changes)
    made = World(app, state, clock, changes, Faults(), delivery, events, desk, Views(state))
    _registered(made)
    return made


def _registered(made: World) -> None:
    """What Slack would refuse when the app is registered: events whose scope it does not ask for."""
    for event, scope in SCOPES.items():
        if event in made.app.events and scope not in made.app.scopes:
            made.state.problem("manifest", "missing_scope", f"{event} needs {scope}")
