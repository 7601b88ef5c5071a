"""Socket Mode: the app's connections, envelopes to one of them each, and acknowledgements by envelope."""

import asyncio
import itertools
import json
import random
from dataclasses import dataclass, field
from uuid import uuid4

from aiohttp import WSMsgType, web

from tests.fakeslack.jsons import Json, record, text
from tests.fakeslack.known import APP_ID

MOST_CONNECTIONS = 10


@dataclass(slots=True, eq=False)
class Link:
    """One connection; a deaf one is open and does nothing, as a zombie is."""

    socket: web.WebSocketResponse
    number: int


@dataclass(slots=True)
class Links:
    """All connections of the app. Tickets are the addresses that were given out; each is good once."""

    tickets: set[str] = field(default_factory=set)
    deaf: bool = False
    _open: list[Link] = field(default_factory=list)
    _waiting: dict[str, "asyncio.Future[Json]"] = field(default_factory=dict)
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    _chance: random.Random = field(default_factory=lambda: random.Random(7))  # noqa: S311 - chance, not a secret

    def __len__(self) -> int:
        return len(self._open)

    def ticket(self) -> str:
        """A new address to connect to."""
        made = uuid4().hex
        self.tickets.add(made)
        return made

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """A connection, until it ends."""
        ticket = request.query.get("ticket", "")
        if ticket not in self.tickets:
            return web.Response(status=403, text="no such ticket, or it was used before")
        self.tickets.discard(ticket)
        socket = web.WebSocketResponse(autoping=False, timeout=1.0)
        await socket.prepare(request)
        if len(self._open) >= MOST_CONNECTIONS:
            await socket.send_json({"type": "disconnect", "reason": "too_many_websockets"})
            await socket.close()
            return socket
        link = Link(socket, next(self._numbers))
        self._open.append(link)
        try:
            await self._hello(socket)
            await self._listen(socket)
        finally:
            self._open.remove(link)
        return socket

    async def _hello(self, socket: web.WebSocketResponse) -> None:
        await socket.send_json(
            {
                "type": "hello",
                "num_connections": len(self._open),
                "debug_info": {"host": "fakeslack", "build_number": 1, "approximate_connection_time": 18060},
                "connection_info": {"app_id": APP_ID},
            }
        )

    async def _listen(self, socket: web.WebSocketResponse) -> None:
        async for said in socket:
            if self.deaf:
                continue
            if said.type is WSMsgType.PING:
                await socket.pong(said.data)
            elif said.type is WSMsgType.TEXT:
                self._acknowledged(said.data)

    def _acknowledged(self, said: str) -> None:
        try:
            answer = record(json.loads(said))
        except ValueError:
            return
        waiting = self._waiting.get(text(answer, "envelope_id"))
        if waiting is not None and not waiting.done():
            waiting.set_result(answer)

    async def send(self, envelope: Json) -> Json:
        """Send an envelope over one of the connections and wait for its acknowledgement.

        Raises:
            ConnectionError: There is no connection, or it broke.
        """
        if not self._open:
            message = "no socket is open"
            raise ConnectionError(message)
        link = self._chance.choice(self._open)
        name = uuid4().hex
        waiting: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._waiting[name] = waiting
        try:
            if not self.deaf:
                await link.socket.send_json({"envelope_id": name, **envelope})
            return await waiting
        finally:
            del self._waiting[name]

    async def disconnect(self, reason: str) -> None:
        """Tell every connection that it is about to be closed, as Slack does when it refreshes them, and close it."""
        for link in list(self._open):
            if not link.socket.closed:
                await link.socket.send_json(
                    {"type": "disconnect", "reason": reason, "debug_info": {"host": "fakeslack"}}
                )
        if reason != "warning":
            await self.close()

    async def close(self) -> None:
        """Close every connection."""
        for link in list(self._open):
            await link.socket.close()
