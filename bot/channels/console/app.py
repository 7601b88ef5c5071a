"""The console as a web application: every page's ways, guarded, with the ways to sign in and the files beside them."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from importlib import import_module
from pkgutil import iter_modules

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.channels.console import assets, pages
from bot.channels.console.errors import Calm, told
from bot.channels.console.guard import Guard
from bot.channels.console.headers import Fenced
from bot.channels.console.limits import Rates
from bot.channels.console.parts import Parts
from bot.channels.console.signing_in import Doorway
from bot.channels.console.site import Site
from bot.channels.console.visit import Way

_LOG = logging.getLogger(__name__)
_DEFAULT = Rates()


def ways() -> tuple[Way, ...]:
    """Every way that a module of `pages` has in its `WAYS`."""
    found: list[Way] = []
    for module in sorted(one.name for one in iter_modules(pages.__path__)):
        own: Sequence[Way] = getattr(import_module(f"{pages.__name__}.{module}"), "WAYS", ())
        found.extend(own)
    return tuple(found)


def build(parts: Parts, *, rates: Rates = _DEFAULT, leading: Sequence[Way] | None = None) -> Starlette:
    """The application; `leading` are its ways, all there are where they are not given.

    Raises CoachError where it would be reached over http from another machine.
    """
    site = Site.of(parts.options.url)
    app = Starlette(
        routes=[
            Route("/healthz", _alive, methods=["GET"]),
            Route("/readyz", _ready(parts), methods=["GET"]),
            assets.ROUTE,
            *Doorway(parts, site, rates).routes(),
            *Guard(parts, site, rates).routes(ways() if leading is None else leading),
        ],
        middleware=[Middleware(Fenced, site=site), Middleware(Calm)],
        exception_handlers={HTTPException: told},
    )
    app.router.redirect_slashes = False  # it would repeat the host that a request names
    return app


async def _alive(_request: Request) -> Response:
    return PlainTextResponse("alive")


def _ready(parts: Parts) -> Callable[[Request], Awaitable[Response]]:
    async def ready(_request: Request) -> Response:
        try:
            await parts.staff.colleague("")
        except Exception as error:  # noqa: BLE001 - a store that fails in any way is not ready
            _LOG.error("the store does not answer", extra={"error": type(error).__name__})
            return PlainTextResponse("the store does not answer", status_code=503)
        return PlainTextResponse("ready")

    return ready
