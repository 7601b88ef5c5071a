"""The server: the Web API, Socket Mode, the driver and the page, on one port of this machine."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from tests.fakeslack import side_doors
from tests.fakeslack.driver import routes
from tests.fakeslack.known import MENTOR
from tests.fakeslack.manifest import Manifest, manifest
from tests.fakeslack.webapi.answering import WORLD, answer
from tests.fakeslack.world import World, world

_HOST = "127.0.0.1"
_PAGE = Path(__file__).parent / "page"
_TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_LARGEST = 32 * 1024 * 1024
_FRESH = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


@dataclass(frozen=True, slots=True)
class Settings:
    """How the fake is started. `demo` puts two doctors, a mentor and a channel into the workspace."""

    port: int = 0
    manifest: Path | None = None
    events_url: str = ""
    mode: str = "http"
    demo: bool = False


async def _page(request: web.Request) -> web.Response:
    """A file of the page; nothing outside of its folder."""
    name = request.match_info.get("name", "index.html")
    path = _PAGE / Path(name).name
    if path.suffix not in _TYPES or not path.is_file():
        return web.Response(status=404, text="there is no such page", headers=_FRESH)
    return web.Response(body=path.read_bytes(), content_type=_TYPES[path.suffix], charset="utf-8", headers=_FRESH)


async def _link(request: web.Request) -> web.StreamResponse:
    return await request.app[WORLD].delivery.links.handle(request)


async def _close(app: web.Application) -> None:
    await app[WORLD].delivery.close()


def build(made: World) -> web.Application:
    """The server's addresses over a world."""
    app = web.Application(client_max_size=_LARGEST)
    app[WORLD] = made
    app.router.add_post("/api/{method}", answer)
    app.router.add_get("/api/{method}", answer)
    app.router.add_get("/link", _link)
    side_doors.add_to(app)
    routes.add_to(app)
    app.router.add_get("/", _page)
    app.router.add_get("/page/{name}", _page)
    app.on_shutdown.append(_close)
    return app


def _demo(made: World) -> None:
    """Two doctors, a channel that both are in, and somebody who mentors."""
    team = next(iter(made.state.teams.values()))
    doctors = {made.state.add_user(team.id, name).id for name in ("Amara Osei", "Tom Reid")}
    made.state.add_user(team.id, MENTOR)
    made.state.add_channel(team.id, "ward-7", doctors | {team.bot_user})


@asynccontextmanager
async def running(settings: Settings, *, app: Manifest | None = None) -> AsyncIterator[World]:
    """The fake, running in this process; where it is reached stands in its state's `url`.

    Raises:
        OSError: The port is taken, or the manifest cannot be read.
        ValueError: The manifest is not JSON.
    """
    made = world(app or manifest(settings.manifest), mode=settings.mode, request_url=settings.events_url)
    if settings.demo:
        _demo(made)
    runner = web.AppRunner(build(made), access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    try:
        site = web.TCPSite(runner, _HOST, settings.port)
        await site.start()
        made.state.url = f"http://{_HOST}:{runner.addresses[0][1]}"
        yield made
    finally:
        await runner.cleanup()
