"""One call of the Web API: who calls, with what, and where; and what it may touch."""

from dataclasses import dataclass

from tests.fakeslack.jsons import Json, decoded, record, text
from tests.fakeslack.rules import RefusedError
from tests.fakeslack.state import Channel, User, Workspace
from tests.fakeslack.world import World

_HISTORY = {"im": "im:history", "channel": "channels:history"}
_READ = {"im": "im:read", "channel": "channels:read"}


@dataclass(frozen=True, slots=True)
class Call:
    """A call that has passed the checks of token and scopes. `sent` is what it brings, from the query or the body."""

    world: World
    workspace: Workspace
    method: str
    sent: Json

    def text(self, name: str) -> str:
        """An argument, empty where it is not given."""
        return text(self.sent, name)

    def need(self, name: str) -> str:
        """An argument that must be there.

        Raises:
            RefusedError: It is not.
        """
        found = self.text(name)
        if not found:
            raise RefusedError("invalid_arguments", f"missing required field: {name}")
        return found

    def json(self, name: str) -> object:
        """An argument that is JSON, also where a form wrote it as text; None where it is not given.

        Raises:
            RefusedError: It is text and no JSON.
        """
        given = self.sent.get(name)
        found = decoded(given)
        if given and found is None:
            raise RefusedError("invalid_arguments", f"{name} is no JSON")
        return found

    def warn(self, code: str, detail: str) -> None:
        """Remember a broken rule that Slack lets pass."""
        self.world.state.problem(self.method, code, detail)

    def channel(self, name: str = "channel") -> Channel:
        """The conversation of the call, of which the app is a member.

        Raises:
            RefusedError: There is no such conversation, or the app is not in it.
        """
        found = self.world.state.channels.get(self.need(name))
        if found is None or found.team != self.workspace.id:
            raise RefusedError("channel_not_found")
        if found.archived:
            raise RefusedError("is_archived")
        if self.workspace.bot_user not in found.members:
            raise RefusedError("not_in_channel")
        return found

    def addressed(self) -> Channel:
        """The conversation to post to, which may be given as a person: then it is the direct one.

        Raises:
            RefusedError: There is no such conversation or person.
        """
        user = self.world.state.users.get(self.text("channel"))
        if user is None:
            return self.channel()
        if user.team != self.workspace.id or user.bot:
            raise RefusedError("channel_not_found")
        return self.world.state.direct(user)

    def user(self, name: str = "user") -> User:
        """The person of the call.

        Raises:
            RefusedError: There is none of that id in the workspace.
        """
        found = self.world.state.users.get(self.need(name))
        if found is None or found.team != self.workspace.id:
            raise RefusedError("user_not_found")
        return found

    def thread(self, channel: Channel, name: str = "thread_ts") -> str:
        """The thread of the call, empty where it names none.

        Raises:
            RefusedError: There is no such message, or it is itself a reply.
        """
        ts = self.text(name)
        if not ts:
            return ""
        if ts not in channel.messages:
            raise RefusedError("message_not_found" if ts in channel.gone else "thread_not_found")
        if record(channel.messages[ts]).get("thread_ts", ts) != ts:
            raise RefusedError("cannot_reply_to_message", "thread_ts is a reply; give the message that it replies to")
        return ts

    def may_read(self, channel: Channel, *, history: bool) -> None:
        """Check the scope for reading conversations of this kind.

        Raises:
            RefusedError: The app does not have it.
        """
        needed = (_HISTORY if history else _READ)[channel.kind]
        if needed not in self.workspace.scopes:
            raise missing_scope((needed,), self.workspace.scopes)


def missing_scope(needed: tuple[str, ...], provided: frozenset[str]) -> RefusedError:
    """The refusal of a call whose scope the app did not ask for."""
    return RefusedError("missing_scope", needed=",".join(needed), provided=",".join(sorted(provided)))
