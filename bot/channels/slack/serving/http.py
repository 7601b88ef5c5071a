"""The HTTP side: Slack's requests, installing, health and figures."""

from collections.abc import Awaitable, Callable

from slack_bolt import BoltResponse
from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.channels.slack.engine.loops import Reached, nothing
from bot.channels.slack.parts import Parts
from bot.channels.slack.serving.health import Health

EVENTS = "/slack/events"
INSTALL = "/slack/install"
REDIRECT = "/slack/oauth_redirect"
_LARGEST = 1024 * 1024
_METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}

Handler = Callable[[Request], Awaitable[Response]]


def build(app: AsyncApp, parts: Parts, health: Health, *, events: bool = True, reached: Reached = nothing) -> Starlette:
    """The web application; `events` False where these come by Socket Mode, and no request of Slack's is expected."""
    routes = [
        Route("/healthz", _alive, methods=["GET"]),
        Route("/readyz", _ready(health), methods=["GET"]),
        Route("/metrics", _metrics(parts), methods=["GET"]),
    ]
    if events:
        routes.append(Route(EVENTS, _events(app, parts, health, reached), methods=["POST"]))
    flow = app.oauth_flow
    if flow is not None:
        routes.append(Route(INSTALL, _oauth(flow.handle_installation), methods=["GET"]))
        routes.append(Route(REDIRECT, _oauth(flow.handle_callback), methods=["GET"]))
    return Starlette(routes=routes)


async def _alive(_request: Request) -> Response:
    return PlainTextResponse("alive", headers=_HEADERS)


def _ready(health: Health) -> Handler:
    async def ready(_request: Request) -> Response:
        well, told = await health.ready()
        return JSONResponse(told, status_code=200 if well else 503, headers=_HEADERS)

    return ready


def _metrics(parts: Parts) -> Handler:
    async def metrics(_request: Request) -> Response:
        return Response(parts.metrics.exposed(), media_type=_METRICS_TYPE, headers=_HEADERS)

    return metrics


def _events(app: AsyncApp, parts: Parts, health: Health, reached: Reached) -> Handler:
    async def events(request: Request) -> Response:
        if health.draining:  # not acknowledged: Slack sends it again, to whoever listens then
            return PlainTextResponse("going down", status_code=503, headers=_HEADERS)
        body = await _body(request)
        if body is None:
            parts.metrics.refused("too_large")
            return PlainTextResponse("too large", status_code=413, headers=_HEADERS)
        try:
            asked = to_async_bolt_request(request, body)
        except (ValueError, TypeError, AttributeError):  # no UTF-8, no JSON, or JSON of another shape than Slack's
            parts.metrics.refused("unreadable")
            return PlainTextResponse("unreadable", status_code=400, headers=_HEADERS)
        response = to_starlette_response(await app.async_dispatch(asked))
        response.background = BackgroundTask(reached, "after_ack")
        return response

    return events


def _oauth(handle: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]) -> Handler:
    async def oauth(request: Request) -> Response:
        return to_starlette_response(await handle(to_async_bolt_request(request, b"")))

    return oauth


async def _body(request: Request) -> bytes | None:
    """The body, or None where it is larger than any that Slack sends; no more than that is ever held."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > _LARGEST:
        return None
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > _LARGEST:
            return None
    return bytes(body)
