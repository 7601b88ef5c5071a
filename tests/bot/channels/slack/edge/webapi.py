"""A stand-in for Slack's Web API over loopback: it writes down what it was asked, and answers what it was told to."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.bot.channels.slack.edge import payloads

Answer = Mapping[str, object]

_ANSWERS: Mapping[str, Answer] = {
    "auth.test": {"team_id": payloads.TEAM, "user_id": payloads.BOT, "bot_id": "B0COACH", "team": "Riverside"},
    "conversations.open": {"channel": {"id": payloads.DIRECT}},
    "views.open": {"view": {"id": "V1"}},
    "users.info": {"user": {"id": payloads.DOCTOR, "tz": "Europe/Paris"}},
    "chat.postMessage": {"channel": payloads.DIRECT, "ts": "9.000001"},
}


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a method, as it came."""

    method: str
    given: Mapping[str, object]
    token: str

    @property
    def words(self) -> str:
        """All that was given, as one text to look in."""
        return json.dumps(self.given, ensure_ascii=False).replace('\\"', '"')


@dataclass
class WebApi:
    """What was asked, in order; `answers` and `errors` by method replace the usual ones, `slow` is in seconds."""

    calls: list[Call] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    slow: dict[str, float] = field(default_factory=dict)
    said: list[Mapping[str, object]] = field(default_factory=list)
    """What went to a response URL."""
    url: str = ""

    @property
    def methods(self) -> list[str]:
        """The methods called, in order."""
        return [one.method for one in self.calls]

    def last(self, method: str) -> Call:
        """The last call of a method."""
        return next(one for one in reversed(self.calls) if one.method == method)

    async def _called(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        self.calls.append(Call(method, await _given(request), token))
        await asyncio.sleep(self.slow.get(method, 0))
        if method in self.errors:
            return web.json_response({"ok": False, "error": self.errors[method]})
        if method == "files.getUploadURLExternal":
            return web.json_response({"ok": True, "upload_url": f"{self.url}upload", "file_id": f"F{len(self.calls)}"})
        if method == "files.completeUploadExternal":
            files = json.loads(str(self.calls[-1].given["files"]))
            return web.json_response({"ok": True, "files": files})
        return web.json_response({"ok": True, **self.answers.get(method, _ANSWERS.get(method, {}))})

    async def _uploaded(self, request: web.Request) -> web.Response:
        self.calls.append(Call("upload", {"content": (await request.read()).decode("utf-8", "surrogateescape")}, ""))
        return web.Response(text="OK")

    async def _responded(self, request: web.Request) -> web.Response:
        self.said.append(await request.json())
        return web.Response(text="ok")

    def app(self) -> web.Application:
        """The server's routes."""
        made = web.Application()
        made.router.add_post("/api/{method}", self._called)
        made.router.add_get("/api/{method}", self._called)
        made.router.add_post("/upload", self._uploaded)
        made.router.add_post("/respond", self._responded)
        return made


async def _given(request: web.Request) -> Mapping[str, object]:
    if request.content_type == "application/json":
        given: Mapping[str, object] = await request.json()
        return given
    form = {name: str(value) for name, value in (await request.post()).items()}
    return {**request.query, **form}


@asynccontextmanager
async def serving() -> AsyncIterator[WebApi]:
    """The stand-in, at `url`."""
    api = WebApi()
    server = TestServer(api.app())
    await server.start_server()
    api.url = str(server.make_url("/"))
    try:
        yield api
    finally:
        await server.close()
