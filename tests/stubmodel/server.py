"""The server: what a client of OpenAI's asks, and beside it how a test says what is to go wrong and sees what came."""

import asyncio
import json
import socket
import struct
from collections import Counter, deque
from dataclasses import dataclass, field

from aiohttp import web

from tests.fakeslack.jsons import Json, items, number, record, records, text
from tests.stubmodel.answers import answer
from tests.stubmodel.faults import BY_CHANCE, OF_THE_MODEL, Chance, Fault, Faults
from tests.stubmodel.tokens import Kept
from tests.stubmodel.wire import MODEL, BadRequestError, completion, stream, wanted

_HTML = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
_ERRORS = {
    "429": (429, "rate_limit_exceeded"),
    "429_after": (429, "rate_limit_exceeded"),
    "500": (500, "server_error"),
    "503": (503, "overloaded"),
    "401": (401, "invalid_api_key"),
    "404": (404, "model_not_found"),
    "filtered_400": (400, "content_filter"),
}
_BROKEN_OFF = ("reset", "cut")
_LAST = 50
_FOREVER = 3600.0


@dataclass(slots=True)
class Seen:
    """What came: requests in all, under way, left by the client before they were answered, and by fault, those of
    second looks once more apart; tokens.
    """

    requests: int = 0
    open: int = 0
    left: int = 0
    by_fault: Counter[str] = field(default_factory=Counter)
    looks: Counter[str] = field(default_factory=Counter)
    tokens: Counter[str] = field(default_factory=Counter)
    last: deque[str] = field(default_factory=lambda: deque(maxlen=_LAST))
    keys: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Stub:
    """The model: its faults, what it keeps of prompts, what it has seen."""

    faults: Faults = field(default_factory=Faults)
    kept: Kept = field(default_factory=Kept)
    seen: Seen = field(default_factory=Seen)


STUB = web.AppKey("stub", Stub)


async def completions(request: web.Request) -> web.StreamResponse:
    """One question to the model."""
    stub = request.app[STUB]
    sent = await request.read()
    fault = stub.faults.of(sent) or Fault("slow", seconds=0.0)
    fine = fault.kind == "slow" and not fault.seconds
    seen = stub.seen
    seen.requests, seen.open = seen.requests + 1, seen.open + 1
    seen.by_fault["none" if fine else fault.kind] += 1
    if b'"SecondLook"' in sent:
        seen.looks["none" if fine else fault.kind] += 1
    seen.last.append(sent.decode())
    try:
        return await _answered(request, stub, fault, record(json.loads(sent)))
    except asyncio.CancelledError:
        seen.left += fault.kind not in _BROKEN_OFF
        raise
    finally:
        seen.open -= 1


async def _answered(request: web.Request, stub: Stub, fault: Fault, body: Json) -> web.StreamResponse:
    key = request.headers.get("Authorization", "").removeprefix("Bearer ")
    stub.seen.keys.add(key)
    if not key:
        return _error(401, "invalid_api_key", {})
    if fault.kind in _ERRORS:
        after = {"Retry-After": f"{fault.seconds:g}"} if fault.kind == "429_after" else {}
        return _error(*_ERRORS[fault.kind], after)
    if fault.kind in {"html", "html_200"}:
        return web.Response(text=_HTML, status=502 if fault.kind == "html" else 200, content_type="text/html")
    if fault.kind in {"hang", "slow"}:
        await asyncio.sleep(_FOREVER if fault.kind == "hang" else fault.seconds)
    if fault.kind == "reset":
        await _break_off(request, rudely=True)
    try:
        of = wanted(body)
    except BadRequestError as wrong:
        return _error(400, str(wrong), {})
    said = answer(fault.kind if fault.kind in OF_THE_MODEL else "", of)
    whole = completion(of, said, stub.kept.cached(of.system), fault.kind)
    told = record(whole["usage"])
    cached = number(record(told["prompt_tokens_details"]), "cached_tokens", 0)
    stub.seen.tokens.update(
        {"read": int(number(told, "prompt_tokens", 0)), "written": int(number(told, "completion_tokens", 0))}
    )
    stub.seen.tokens["cached"] += int(cached)
    parts = stream(of, whole) if of.stream else [json.dumps(whole).encode()]
    return await _send(request, parts, fault, "text/event-stream" if of.stream else "application/json")


def _error(status: int, code: str, headers: dict[str, str]) -> web.Response:
    told = {"error": {"message": code, "type": code, "param": None, "code": code}}
    return web.json_response(told, status=status, headers=headers)


async def _break_off(request: web.Request, *, rudely: bool) -> None:
    """Break the connection off, with a reset or by closing it; that ends whoever answers on it."""
    transport = request.transport
    if transport is None:
        return
    found = transport.get_extra_info("socket")
    if rudely and found is not None:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()
    await asyncio.sleep(_FOREVER)


async def _send(request: web.Request, parts: list[bytes], fault: Fault, kind: str) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": kind})
    whole = b"".join(parts)
    response.content_length = len(whole)
    await response.prepare(request)
    if fault.kind == "drip":
        for at in range(len(whole)):
            await response.write(whole[at : at + 1])
            await asyncio.sleep(fault.seconds)
    elif fault.kind == "cut":
        await response.write(whole[: len(whole) // 2])
        await asyncio.sleep(0.01)  # so that the half is on its way before the connection breaks
        await _break_off(request, rudely=False)
    else:
        await response.write(whole)
    await response.write_eof()
    return response


async def models(_: web.Request) -> web.Response:
    """The models that there are."""
    return web.json_response({"object": "list", "data": [{"id": MODEL, "object": "model", "owned_by": "tests"}]})


async def set_faults(request: web.Request) -> web.Response:
    """What is to go wrong from now on: `faults` in order, then `rate` by chance; what was set before is forgotten."""
    asked = record(await request.json())
    rate = number(asked, "rate", 0.0)
    kinds = [str(one) for one in items(asked.get("kinds"))] or list(BY_CHANCE)
    try:
        scripted = [
            Fault(text(one, "kind"), int(number(one, "times", 1)), number(one, "seconds", 1.0))
            for one in records(asked.get("faults"))
        ]
        chance = Chance(rate, [Fault(one).kind for one in kinds], int(number(asked, "seed", 5)))
    except ValueError as wrong:
        return web.json_response({"error": str(wrong)}, status=400)
    chance.seconds = number(asked, "seconds", 1.0)
    request.app[STUB].faults = Faults(scripted, chance)
    return web.json_response({"ok": True})


async def figures(request: web.Request) -> web.Response:
    """What came so far."""
    seen = request.app[STUB].seen
    return web.json_response(
        {
            "requests": seen.requests,
            "open": seen.open,
            "left": seen.left,
            "by_fault": dict(seen.by_fault),
            "looks": dict(seen.looks),
            "tokens": dict(seen.tokens),
        }
    )


async def last(request: web.Request) -> web.Response:
    """The last requests, as they came, oldest first, and the keys that came with them."""
    seen = request.app[STUB].seen
    return web.json_response({"requests": list(seen.last), "keys": sorted(seen.keys)})


async def forget(request: web.Request) -> web.Response:
    """Begin anew: no faults, nothing seen, nothing kept."""
    stub = request.app[STUB]
    stub.faults, stub.kept, stub.seen = Faults(), Kept(), Seen(open=stub.seen.open)
    return web.json_response({"ok": True})


def build() -> web.Application:
    """The server's addresses."""
    app = web.Application()
    app[STUB] = Stub()
    app.router.add_post("/v1/chat/completions", completions)
    app.router.add_get("/v1/models", models)
    app.router.add_post("/control/faults", set_faults)
    app.router.add_post("/control/forget", forget)
    app.router.add_get("/control/figures", figures)
    app.router.add_get("/control/last", last)
    return app
