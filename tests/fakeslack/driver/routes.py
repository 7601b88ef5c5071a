"""The driver API over HTTP: JSON in, JSON out, and a line of server-sent events for each change."""

import asyncio
import contextlib
import json

from aiohttp import web

from tests.fakeslack.driver.asking import DriverError
from tests.fakeslack.driver.controls import CONTROLS
from tests.fakeslack.driver.looking import LOOKS
from tests.fakeslack.driver.people import ACTS
from tests.fakeslack.interactions import NotPossibleError
from tests.fakeslack.jsons import Json, decoded, encoded
from tests.fakeslack.webapi.answering import WORLD

_PULSE = 15.0
_DO = ACTS | CONTROLS


def _answer(told: Json, status: int = 200) -> web.Response:
    return web.Response(body=encoded(told), status=status, content_type="application/json", charset="utf-8")


async def act(request: web.Request) -> web.Response:
    """Something is done or set."""
    do = _DO.get(request.match_info["name"])
    sent = decoded(await request.text()) if request.can_read_body else {}
    if do is None:
        return _answer({"ok": False, "error": "nobody can do that"}, 404)
    if isinstance(sent, list):
        sent = {"faults": sent}
    if not isinstance(sent, dict):
        return _answer({"ok": False, "error": "the body is no JSON object"}, 400)
    try:
        return _answer({"ok": True, **await do(request.app[WORLD], sent)})
    except (DriverError, NotPossibleError) as wrong:
        return _answer({"ok": False, "error": str(wrong)}, 400)


async def look(request: web.Request) -> web.Response:
    """Something is looked at."""
    see = LOOKS.get(request.match_info["name"])
    if see is None:
        return _answer({"ok": False, "error": "there is nothing to see"}, 404)
    try:
        return _answer(see(request.app[WORLD], dict(request.query)))
    except DriverError as wrong:
        return _answer({"ok": False, "error": str(wrong)}, 400)


async def changes(request: web.Request) -> web.StreamResponse:
    """A line for each change, until whoever watches goes away."""
    stream = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await stream.prepare(request)
    with request.app[WORLD].changes.watch() as queue, contextlib.suppress(ConnectionError):
        await stream.write(b": here\n\n")
        while request.transport is not None and not request.transport.is_closing():
            try:
                line = json.dumps(await asyncio.wait_for(queue.get(), _PULSE))
            except TimeoutError:
                await stream.write(b": still here\n\n")
            else:
                await stream.write(f"data: {line}\n\n".encode())
    return stream


def add_to(app: web.Application) -> None:
    """Put the driver's addresses into the server."""
    app.router.add_get("/_fake/changes", changes)
    app.router.add_get("/_fake/{name:.+}", look)
    app.router.add_post("/_fake/{name:.+}", act)
