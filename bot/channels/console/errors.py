"""What somebody sees where something is not there, is not allowed or went wrong: what to do next, and no detail."""

import logging

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.console.rendering import render
from bot.channels.console.visit import Visit
from bot.errors import CoachError

_LOG = logging.getLogger(__name__)
VISIT = "console.visit"
"""Under which the guard leaves the visit in a request's scope, so that an error page has the navigation."""

TOLD = {
    400: ("That could not be read", "The address or the form holds something that is no text. Go back and try again."),
    403: (
        "That was not done",
        "The form did not come from a page of this console, or you have been signed out since you opened it. "
        "Sign in, open the page again and send it once more.",
    ),
    404: (
        "There is nothing here for you",
        "It does not exist, was not shared with you, was withdrawn, or its time is over. Nothing is wrong at your end.",
    ),
    405: ("That cannot be done here", "This page is not used in that way. Begin again from the first page."),
    409: ("That cannot be done now", "Something changed in the meantime. Open the page again."),
    413: ("That is too long", "A form may hold 256 KB. Shorten what you wrote and send it again."),
    415: ("That is not a form", "Only forms of this console can be sent here."),
    429: ("Too much at once", "Wait a little, then go on. Nothing is lost."),
    500: (
        "Something went wrong",
        "It was our fault and nothing was changed. Try again; if it stays, tell whoever runs the coach, with the time.",
    ),
    503: ("The console is busy", "Nothing was changed. Try again in a moment."),
}


async def told(request: Request, error: Exception) -> Response:
    """The page for an error that a page raised on purpose."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _page(request, status, dict(getattr(error, "headers", None) or {}))


class Calm:
    """The application, whose errors end here: the browser gets a page, the log the error's name and nothing else."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request (ASGI)."""
        begun = False

        async def noticed(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, noticed)
        except ClientDisconnect:  # nobody is there to be told
            return
        except Exception as error:  # noqa: BLE001 - the last one to be asked
            code = error.code if isinstance(error, CoachError) else ""
            _LOG.error("a page failed", extra={"error": type(error).__name__, "code": code})
            if scope["type"] == "http" and not begun:
                await _page(Request(scope), *_of(error))(scope, receive, send)


def _of(error: Exception) -> tuple[int, dict[str, str]]:
    if isinstance(error, CoachError) and error.retryable:
        return 503, {"Retry-After": "5"}
    return 500, {}


def _page(request: Request, status: int, headers: dict[str, str]) -> Response:
    found = request.scope.get(VISIT)
    title, what = TOLD.get(status, TOLD[500])
    visit = found if isinstance(found, Visit) else None
    response = render(visit, "error.html.j2", status=status, title=title, what=what)
    response.headers.update(headers)
    return response
