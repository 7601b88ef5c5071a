"""The console as it is served, on loopback in a thread of its own, for a real browser."""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from secrets import token_urlsafe
from typing import TypeVar

from playwright.sync_api import Page

from bot.channels import web
from bot.channels.console.parts import Options
from tests.bot.channels.console.world import MENTOR, World, world

_PATIENCE = 30.0
Answer = TypeVar("Answer")


@dataclass
class Live:
    """A world that is served at `url`; what touches it runs in its thread, through `run`."""

    url: str
    world: World
    loop: asyncio.AbstractEventLoop

    def run(self, work: Coroutine[object, object, Answer]) -> Answer:
        """Do something in the server's thread."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(_PATIENCE)

    def sign_in(self, page: Page, colleague_id: str = MENTOR) -> None:
        """Let the page's browser be signed in as that colleague."""
        sid = token_urlsafe(32)
        doors, now = self.world.parts.doors, self.world.clock.now()
        self.run(doors.start(colleague_id, sid, token_urlsafe(32), now))
        page.context.add_cookies([{"name": "coach-sid", "value": sid, "url": self.url}])


@contextmanager
def live(prepare: Callable[[World], World] = lambda one: one) -> Iterator[Live]:
    """Serve a world; `prepare` may change it (`with_parts`) before that."""
    begun: list[Live] = []
    ready, stop = threading.Event(), threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(_serve(begun, ready, stop, prepare)))
    thread.start()
    try:
        assert ready.wait(_PATIENCE), "the console did not start"
        yield begun[0]
    finally:
        stop.set()
        thread.join(_PATIENCE)


async def _serve(
    begun: list[Live], ready: threading.Event, stop: threading.Event, prepare: Callable[[World], World]
) -> None:
    with closing(web.listen("127.0.0.1", 0, "COACH_CONSOLE_PORT")) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        async with world(Options(url)) as here:
            one = prepare(here)
            server = web.server(one.app)
            serving = asyncio.create_task(server.serve(sockets=[listener]))
            begun.append(Live(url, one, asyncio.get_running_loop()))
            while not server.started:
                await asyncio.sleep(0.01)
            ready.set()
            await asyncio.to_thread(stop.wait)
            server.should_exit = True
            await serving
