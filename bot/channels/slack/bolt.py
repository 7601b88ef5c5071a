"""The Bolt app: our door before Bolt's, our listeners behind it, and failures that say nothing of what was said."""

import asyncio
import logging
import re
from collections.abc import Callable

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.listener.async_listener_completion_handler import AsyncListenerCompletionHandler
from slack_bolt.listener.async_listener_start_handler import AsyncListenerStartHandler
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.channels.slack import oauth
from bot.channels.slack.clients import Clients, Connection, web_client
from bot.channels.slack.intake import EngineHandle, Intake, nothing
from bot.channels.slack.listeners import (
    commands,
    consent,
    drafts,
    feedback,
    help_now,
    home,
    passages,
    privacy,
    reflection,
    rehearsal,
    remarks,
    reminders,
    rota,
    shares,
    sharing,
    shortcuts,
    starting,
)
from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.failing import failing
from bot.channels.slack.listeners.hooks import Body
from bot.channels.slack.parts import Parts

_LOG = logging.getLogger(__name__)
_SUBJECTS = (
    *(help_now, consent, starting, passages, feedback, reminders, rota, privacy, shortcuts, commands, home),
    *(sharing, shares, remarks, reflection, rehearsal, drafts),
)
_ANYTHING = re.compile("")


class CoachApp(AsyncApp):
    """A Bolt app that takes nothing from the environment, and knows which of its listeners are still at work.

    Bolt acknowledges and lets its listeners run on by themselves; a process that ends would cut them off.
    """

    working: int = 0
    flow: AsyncOAuthFlow | None = None

    @property
    def oauth_flow(self) -> AsyncOAuthFlow | None:
        """The flow that was asked for: Bolt would make one up from variables of its own names."""
        return self.flow

    async def settle(self, seconds: float) -> bool:
        """Wait until every listener is done, but no longer than that; returns whether all are."""
        await asyncio.sleep(0)  # what was acknowledged a moment ago has not begun yet
        deadline = asyncio.get_running_loop().time() + seconds
        while self.working and asyncio.get_running_loop().time() < deadline:
            await asyncio.sleep(0.02)
        return not self.working


def build(
    parts: Parts,
    engine: EngineHandle,
    connection: Connection,
    *,
    clients: Clients | None = None,
    reached: Callable[[str], None] = nothing,
) -> CoachApp:
    """The app, ready for requests by HTTP or Socket Mode.

    `clients` are those that the engine uses, so that both look up a workspace once; `reached` is told at the points
    where a proof may let the process die.
    """
    known = clients or Clients(connection, parts.workspaces)
    flow = oauth.flow(known, parts.clock)
    app = CoachApp(
        name="coach",
        client=web_client(connection, ""),
        before_authorize=Intake(parts, engine, known, reached=reached),
        authorize=oauth.Authorize(known),  # type: ignore[arg-type]  # None is how an AsyncAuthorize says no
        oauth_flow=flow,
        signing_secret=connection.signing_secret,
        request_verification_enabled=False,  # the intake's own is stricter, and quiet about what it refuses
        ssl_check_enabled=False,  # no longer sent, and answered unsigned
        user_facing_authorize_error_message=parts.words.notes["not_yours"],
    )
    app.flow = flow
    app.error(failing(Edge(parts, engine, known)))
    app.listener_runner.listener_start_handler = _Started(app)
    app.listener_runner.listener_completion_handler = _Completed(app)
    for subject in _SUBJECTS:
        subject.register(app, Edge(parts, engine, known))
    _acknowledge_the_rest(app)
    return app


def _acknowledge_the_rest(app: AsyncApp) -> None:
    """Whatever else comes is acknowledged: Slack shuts out an app that answers with errors."""

    async def nothing_to_do(ack: AsyncAck, body: Body) -> None:
        _LOG.info("nothing to do", extra={"kind": str(body.get("type", "command"))})
        await ack()

    for listen in (app.action, app.view_submission, app.view_closed, app.shortcut, app.options, app.command):
        listen(_ANYTHING)(nothing_to_do)


class _Started(AsyncListenerStartHandler):
    def __init__(self, app: CoachApp) -> None:
        self._app = app

    async def handle(self, request: AsyncBoltRequest, response: BoltResponse | None) -> None:
        del request, response
        self._app.working += 1


class _Completed(AsyncListenerCompletionHandler):
    def __init__(self, app: CoachApp) -> None:
        self._app = app

    async def handle(self, request: AsyncBoltRequest, response: BoltResponse | None) -> None:
        del request, response
        self._app.working -= 1
