"""The driver API of the fake Slack, for load: what people do, what the channel shows, and faults to order."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Self, cast

from aiohttp import ClientSession, ClientTimeout, TCPConnector

from tests.proving.chain import Said

Json = dict[str, object]


class Fake:
    """A client of one fake Slack; every call raises AssertionError with its answer where that says no."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.api = f"{url}/api/"
        self.opened = asyncio.Event()
        self._client: ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._client = ClientSession(connector=TCPConnector(limit=100), timeout=ClientTimeout(total=60))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._client is not None:
            await self._client.close()

    async def post(self, what: str, body: object) -> Json:
        """Do something."""
        return await self._call("POST", what, body=body)

    async def get(self, what: str, **query: str) -> Json:
        """Look at something."""
        return await self._call("GET", what, query=query)

    async def transcript(self, channel: str, user: str) -> list[Json]:
        """The messages of a channel as a user sees them, oldest first."""
        found = await self.get("transcript", channel=channel, user=user)
        return cast("list[Json]", found["messages"])

    async def said(self, channel: str, user: str) -> list[Said]:
        """The chain's replies in a channel, oldest first."""
        found = (Said.found(words(one)) for one in await self.transcript(channel, user))
        return [one for one in found if one is not None]

    async def lines(self, what: str) -> AsyncIterator[str]:
        """What a stream of server-sent events says, for ever; `opened` is set when it has begun."""
        assert self._client is not None, "used outside its `async with`"
        async with self._client.get(f"{self.url}/_fake/{what}", timeout=ClientTimeout(total=None)) as answer:
            self.opened.set()
            async for line in answer.content:
                if line.startswith(b"data:"):
                    yield line.removeprefix(b"data:").decode()

    async def _call(
        self, method: str, what: str, *, body: object = None, query: Mapping[str, str] | None = None
    ) -> Json:
        assert self._client is not None, "used outside its `async with`"
        url = f"{self.url}/_fake/{what}"
        async with self._client.request(method, url, json=body if method == "POST" else None, params=query) as answer:
            text = await answer.text()
            assert answer.ok, f"{what}: {answer.status} {text[:300]}"
            return cast("Json", json.loads(text))


def words(message: Mapping[str, object]) -> str:
    """All words of a message, those of its blocks too."""
    return " ".join((str(message.get("text", "")), *strings(message.get("blocks", ()))))


def strings(value: object) -> Iterator[str]:
    """Every text inside a piece of JSON, keys aside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, Sequence):
        for one in value:
            yield from strings(one)
