"""The road from Slack to the replicas: takes turns between them, waits for one that is down, delivers some twice."""

import asyncio
import random
import re
import time
from collections.abc import Mapping, Sequence

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector, web

_PATIENCE = 60.0
_HEADERS = frozenset(
    {"content-type", "x-slack-signature", "x-slack-request-timestamp", "x-slack-retry-num", "user-agent"}
)
_EVENT_ID = re.compile(rb'"event_id": ?"(\w+)"')
_PERSON = b'"client_msg_id"'
"""What only a message that somebody typed has."""


class Proxy:
    """A load balancer on a port of its own; one in `again` acknowledged deliveries comes a second time, later."""

    def __init__(self, replicas: Sequence[str], *, again: float, seed: int, most_later: float = 2.0) -> None:
        self._replicas = tuple(replicas)
        self._again = again
        self._later = most_later
        self._random = random.Random(seed)  # noqa: S311 - chance that can be repeated is what is wanted
        self._next = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._acknowledged: dict[str, asyncio.Event] = {}
        self._client: ClientSession | None = None
        self._runner: web.AppRunner | None = None
        self.url = ""
        self.took: list[float] = []
        """Milliseconds from a person's message to its acknowledgement, in the order in which they came."""

        self.redelivered = 0
        self.refused = 0

    async def start(self) -> None:
        """Listen; `url` is the address from then on."""
        self._client = ClientSession(connector=TCPConnector(limit=200), timeout=ClientTimeout(total=20))
        app = web.Application()
        app.router.add_route("POST", "/{path:.*}", self._handle)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = site.name

    async def acknowledged(self, event_id: str) -> None:
        """Wait until a replica has acknowledged that event."""
        await self._acknowledged.setdefault(event_id, asyncio.Event()).wait()

    async def settled(self) -> None:
        """Wait until every second delivery has been made."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def stop(self) -> None:
        """Stop listening."""
        for task in self._tasks:
            task.cancel()
        if self._runner is not None:
            await self._runner.cleanup()
        if self._client is not None:
            await self._client.close()

    async def _handle(self, request: web.Request) -> web.Response:
        body = await request.read()
        headers = {name: value for name, value in request.headers.items() if name.lower() in _HEADERS}
        began = time.perf_counter()
        status, answer = await self._deliver(request.path, body, headers)
        if _PERSON in body:
            self.took.append((time.perf_counter() - began) * 1000)
        if status != web.HTTPOk.status_code:
            return web.Response(status=status, body=answer)
        for found in _EVENT_ID.findall(body):
            self._acknowledged.setdefault(found.decode(), asyncio.Event()).set()
        if self._random.random() < self._again:
            task = asyncio.create_task(self._once_more(request.path, body, headers))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return web.Response(status=status, body=answer)

    async def _once_more(self, path: str, body: bytes, headers: Mapping[str, str]) -> None:
        await asyncio.sleep(self._random.random() * self._later)
        again = {**headers, "X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"}
        await self._deliver(path, body, again)
        self.redelivered += 1

    async def _deliver(self, path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        """The answer of the first replica that gives one; a replica that dies over it counts as none."""
        if self._client is None:  # only before start
            raise AssertionError
        until = asyncio.get_running_loop().time() + _PATIENCE
        while asyncio.get_running_loop().time() < until:
            self._next += 1
            replica = self._replicas[self._next % len(self._replicas)]
            try:
                async with self._client.post(replica + path, data=body, headers=headers) as answer:
                    return answer.status, await answer.read()
            except (ClientError, TimeoutError, OSError):
                self.refused += 1
                await asyncio.sleep(0.02)
        return web.HTTPBadGateway.status_code, b""
