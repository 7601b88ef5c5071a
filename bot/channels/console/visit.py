"""One request of somebody who is signed in, and the ways that lead to a page."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.console.parts import Parts
from bot.ports.staff import Colleague, Role, Session


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page is given: checked already are the session, the role, and for a form its token and origin.

    `form` holds the fields of a form that was sent, the last value of each; `fields` all values.
    """

    request: Request
    parts: Parts
    session: Session
    now: datetime
    form: Mapping[str, str]
    fields: Mapping[str, Sequence[str]]

    @property
    def colleague(self) -> Colleague:
        """Who is there."""
        return self.session.colleague

    @property
    def query(self) -> Mapping[str, str]:
        """What stands behind the question mark, the last value of each."""
        return self.request.query_params

    def path(self, name: str) -> str:
        """A part of the address."""
        return str(self.request.path_params[name])


Handler = Callable[[Visit], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Way:
    """One way into the console. `roles` empty: anybody with a role; a visitor without one of them finds nothing there.

    `path` is Starlette's, as `/talks/{share_id}`; `method` GET or POST.
    """

    method: str
    path: str
    handler: Handler
    roles: frozenset[Role] = frozenset()
