"""What comes into a channel, as it is taken in before it is acknowledged; all text in here is masked."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


def conversation_of(lane: str) -> str:
    """The name under which the conversation of a lane is kept."""
    return f"slack:{lane}"


class Kind(StrEnum):
    """What came in."""

    MESSAGE = "message"
    MENTION = "mention"
    EDIT = "edit"
    DELETION = "deletion"
    START = "start"
    """The doctor pressed a button or gave a command that begins a conversation; `text` may hold how it begins."""


class Fate(StrEnum):
    """How something that came in was done with."""

    ANSWERED = "answered"
    STOPPED = "stopped"
    DELETED = "deleted"
    REFUSED = "refused"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Inbound:
    """One thing a doctor did, as taken in before it is acknowledged; text masked.

    `event_id` is unique in a team, and so are (`channel`, `ts`) of a message and `client_msg_id`: each is a reason to
    take the same gesture in only once. `sent` orders a lane: Slack's own time stamp, as Slack writes it. `about_ts`
    is the message that an edit or a deletion is about, or whose words a start begins with.
    """

    event_id: str
    team: str
    channel: str
    user: str
    kind: Kind
    sent: str
    received_at: datetime
    ts: str = ""
    thread_ts: str = ""
    client_msg_id: str | None = None
    about_ts: str = ""
    text: str = ""
    identifiable: bool = False
    urgent: bool = False

    @property
    def lane(self) -> str:
        """What it is kept in order with."""
        return f"{self.team}:{self.channel}"

    @property
    def person(self) -> str:
        """Who did it, unique over workspaces."""
        return f"{self.team}:{self.user}"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something taken in and not yet done; `id` is the inbox's own."""

    id: int
    inbound: Inbound
