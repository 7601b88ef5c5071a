"""Deliveries to the app: signed requests or envelopes, and Slack's retries of events that it does not acknowledge."""

import asyncio
import random
import time
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

import aiohttp

from tests.fakeslack.clock import Clock
from tests.fakeslack.figures import Figures
from tests.fakeslack.jsons import Json, decoded, encoded, record
from tests.fakeslack.signing import FORM, JSON, signed
from tests.fakeslack.sockets import Links
from tests.fakeslack.state import State

RETRIES = (1.0, 60.0, 300.0)
_REFUSED = (401, 403, 404)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the app said to a delivery. `error` is empty where it acknowledged; else Slack's word for what went wrong."""

    error: str = ""
    body: Json = field(default_factory=dict)
    text: str = ""
    final: bool = False


@dataclass(slots=True)
class Delivery:
    """The way to the app. `mode` is `http`, `socket` or `none`.

    `again` is the chance that an event which was acknowledged is delivered once more, as when the acknowledgement got
    lost on its way; `spread` holds each delivery back by up to so many seconds, which shuffles them.
    """

    state: State
    clock: Clock
    mode: str = "http"
    request_url: str = ""
    down: bool = False
    again: float = 0.0
    spread: float = 0.0
    figures: Figures = field(default_factory=Figures)
    links: Links = field(default_factory=Links)
    _session: aiohttp.ClientSession | None = None
    _running: set["asyncio.Task[None]"] = field(default_factory=set)
    _chance: random.Random = field(default_factory=lambda: random.Random(3))  # noqa: S311 - chance, not a secret

    def event(self, envelope: Json) -> None:
        """Deliver an event in the background, again where it is not acknowledged."""
        if self.mode == "none":
            return
        self.figures.count += 1
        task = asyncio.get_running_loop().create_task(self._deliver(envelope, self.figures))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _deliver(self, envelope: Json, figures: Figures) -> None:
        if self.spread:
            await asyncio.sleep(self._chance.random() * self.spread)
        reason = ""
        for number, pause in enumerate((0.0, *RETRIES)):
            if number:
                await asyncio.sleep(self.clock.wait(pause))
                figures.retries += 1
            began = time.perf_counter()
            answer = await self._try(envelope, number, reason)
            if not answer.error:
                figures.acked += 1
                figures.ack_ms.append((time.perf_counter() - began) * 1000)
                if self.again and self._chance.random() < self.again:
                    await self._try(envelope, 1, "http_timeout")
                return
            if answer.final:
                break
            reason = answer.error
        figures.lost += 1

    async def _try(self, envelope: Json, number: int, reason: str) -> Answer:
        if self.mode == "socket":
            return await self._by_socket(
                {
                    "type": "events_api",
                    "accepts_response_payload": False,
                    "retry_attempt": number,
                    "retry_reason": reason,
                    "payload": envelope,
                }
            )
        retry = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": reason} if number else {}
        return await self._by_http(encoded(envelope), JSON, retry)

    async def interaction(self, payload: Json) -> Answer:
        """Deliver a click, a submission or a shortcut, once: Slack never repeats these."""
        body = urlencode({"payload": encoded(payload).decode()}).encode()
        return await self._once(body, {"type": "interactive", "accepts_response_payload": True, "payload": payload})

    async def command(self, form: dict[str, str]) -> Answer:
        """Deliver a slash command, once."""
        payload: Json = dict(form)
        envelope: Json = {"type": "slash_commands", "accepts_response_payload": True, "payload": payload}
        return await self._once(urlencode(form).encode(), envelope)

    async def _once(self, body: bytes, envelope: Json) -> Answer:
        if self.mode == "none":
            return Answer(error="dispatch_failed")
        self.figures.interactions += 1
        answer = await (self._by_socket(envelope) if self.mode == "socket" else self._by_http(body, FORM, {}))
        if answer.error:
            timed_out = answer.error == "http_timeout"
            return replace(answer, error="operation_timeout" if timed_out else "dispatch_failed")
        self.figures.interactions_acked += 1
        return answer

    async def _by_socket(self, envelope: Json) -> Answer:
        if self.down:
            return Answer(error="connection_failed")
        try:
            async with asyncio.timeout(self.clock.acknowledge):
                acknowledged = await self.links.send(envelope)
        except TimeoutError:
            return Answer(error="http_timeout")
        except (ConnectionError, RuntimeError):
            return Answer(error="connection_failed")
        return Answer(body=record(acknowledged.get("payload")))

    async def _by_http(self, body: bytes, content_type: str, retry: dict[str, str]) -> Answer:
        if self.down or not self.request_url:
            return Answer(error="connection_failed")
        headers = signed(body, content_type) | retry
        try:
            async with asyncio.timeout(self.clock.acknowledge):
                async with self._client().post(
                    self.request_url, data=body, headers=headers, allow_redirects=False
                ) as response:
                    said = await response.text()
        except TimeoutError:
            return Answer(error="http_timeout")
        except (aiohttp.ClientError, ConnectionError):
            return Answer(error="connection_failed")
        if 200 <= response.status < 300:
            return Answer(body=record(decoded(said) if said.startswith("{") else None), text=said)
        if response.status in _REFUSED:
            self.state.problem("delivery", "http_error", f"the app answered {response.status} to what Slack sent it")
        return Answer(error="http_error", final=response.headers.get("X-Slack-No-Retry") == "1")

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=10))
        return self._session

    async def close(self) -> None:
        """Give up what is under way and close every connection."""
        for task in list(self._running):
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        await self.links.close()
        if self._session is not None:
            await self._session.close()
