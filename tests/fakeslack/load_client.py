"""Driving the fake from asyncio, with many people at once."""

from types import TracebackType

import aiohttp

from tests.fakeslack.client import FakeSlackError
from tests.fakeslack.jsons import Json, record, records, text


class LoadClient:
    """The driver API for many at once, over connections that are kept."""

    def __init__(self, url: str, connections: int = 50) -> None:
        self.url = url
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> "LoadClient":
        self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=self._connections))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def _request(self, verb: str, name: str, query: dict[str, str], body: Json | None) -> Json:
        if self._session is None:
            message = "use the client as an asynchronous context"
            raise FakeSlackError(message)
        async with self._session.request(verb, f"{self.url}/_fake/{name}", params=query, json=body) as response:
            said = record(await response.json())
        if response.status != 200:
            raise FakeSlackError(text(said, "error", str(response.status)))
        return said

    async def act(self, name: str, /, **asked: object) -> Json:
        """Do something; what is None is left out.

        Raises:
            FakeSlackError: It cannot be done.
        """
        return await self._request("POST", name, {}, {key: one for key, one in asked.items() if one is not None})

    async def look(self, name: str, /, **asked: str) -> Json:
        """Look at something.

        Raises:
            FakeSlackError: There is nothing like that.
        """
        return await self._request("GET", name, asked, None)

    async def add_user(self, name: str) -> str:
        """A new person; gives their id."""
        return text(await self.act("user", name=name), "user")

    async def say(self, user: str, words: str, **more: object) -> str:
        """A person writes, to the app unless `channel` is given; gives the time stamp."""
        return text(await self.act("message", user=user, text=words, **more), "ts")

    async def transcript(self, user: str) -> list[Json]:
        """A person's direct conversation with the app, oldest first."""
        return records((await self.look("transcript", user=user))["messages"])
