"""Requests to the Web API: read, checked, met with the faults that were asked for, and answered."""

import asyncio
import base64
import binascii
from collections.abc import Callable, Mapping

from aiohttp import web

from tests.fakeslack.faults import Fault
from tests.fakeslack.jsons import Json, decoded, encoded, text
from tests.fakeslack.known import APP_TOKEN, CLIENT_ID, CLIENT_SECRET
from tests.fakeslack.rules import APP, BOT, CALLERS, CLIENT, INNOCENT, SCOPES, RefusedError
from tests.fakeslack.webapi import apps, assistants, chat, conversations, streams, surfaces, uploads
from tests.fakeslack.webapi.calling import Call, missing_scope
from tests.fakeslack.world import World

WORLD = web.AppKey("world", World)

METHODS: dict[str, Callable[[Call], Json]] = {
    "agents.sessions.rename": assistants.rename,
    "agents.sessions.setStatus": assistants.set_session,
    "assistant.threads.setStatus": assistants.set_status,
    "assistant.threads.setSuggestedPrompts": assistants.set_prompts,
    "assistant.threads.setTitle": assistants.set_title,
    "auth.test": apps.auth_test,
    "blocks.validate": apps.validate,
    "chat.appendStream": streams.append,
    "chat.delete": chat.delete,
    "chat.postEphemeral": chat.post_ephemeral,
    "chat.postMessage": chat.post_message,
    "chat.startStream": streams.start,
    "chat.stopStream": streams.stop,
    "chat.update": chat.update,
    "conversations.history": conversations.history,
    "conversations.info": conversations.info,
    "conversations.list": conversations.listed,
    "conversations.open": conversations.open_direct,
    "conversations.replies": conversations.replies,
    "files.completeUploadExternal": uploads.complete,
    "files.getUploadURLExternal": uploads.get_url,
    "files.info": uploads.info,
    "team.info": apps.team_info,
    "users.info": apps.user_info,
    "views.open": surfaces.opened,
    "views.publish": surfaces.published,
    "views.push": surfaces.pushed,
    "views.update": surfaces.updated,
}
"""The methods that the bot may call."""

_STATUS = {"500": 500, "503": 503, "504_after": 504}


async def answer(request: web.Request) -> web.StreamResponse:
    """Answer one call."""
    world, method = request.app[WORLD], request.match_info["method"]
    if world.faults.down:
        return broken_off(request)
    world.calls[method] = world.calls.get(method, 0) + 1
    try:
        token, sent = await _read(request, world, method)
    except RefusedError as refused:
        return _refused(world, method, refused)
    place = text(sent, "channel") or text(sent, "channel_id") or token
    left = world.faults.limited(method, place)
    if left:
        world.state.problem(method, "ratelimited", "called again before Retry-After was over")
        return _limited(left)
    fault = world.faults.of(method)
    if fault is None:
        return _done(world, method, token, sent)
    if fault.kind == "429":
        world.faults.limit(method, place, fault.retry_after)
        return _limited(fault.retry_after)
    return await _with_fault(request, fault, lambda: _done(world, method, token, sent))


async def _with_fault(request: web.Request, fault: Fault, do: Callable[[], web.StreamResponse]) -> web.StreamResponse:
    """What the fault makes of a call; `do` does what was asked."""
    if fault.kind == "slow":
        await asyncio.sleep(fault.seconds)
        return do()
    if fault.kind == "error":
        return web.json_response({"ok": False, "error": fault.error})
    if fault.kind in ("504_after", "hang_after"):
        do()
    if fault.kind in _STATUS:
        return web.Response(status=_STATUS[fault.kind], text="<html>upstream error</html>", content_type="text/html")
    if fault.kind.startswith("hang"):
        await asyncio.sleep(fault.seconds)
    return broken_off(request)


def broken_off(request: web.Request) -> web.Response:
    """Break the connection off without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


def _limited(seconds: float) -> web.Response:
    told = {"ok": False, "error": "ratelimited"}
    return web.json_response(told, status=429, headers={"Retry-After": str(max(1, -int(-seconds // 1)))})


def _done(world: World, method: str, token: str, sent: Json) -> web.Response:
    try:
        told = _call(world, method, token, sent)
    except RefusedError as refused:
        return _refused(world, method, refused)
    space = world.state.tokens.get(token)
    headers = {"X-OAuth-Scopes": ",".join(sorted(space.scopes))} if space else {}
    return _json({"ok": True, **told}, headers)


def _json(told: Json, headers: Mapping[str, str]) -> web.Response:
    return web.Response(body=encoded(told), content_type="application/json", charset="utf-8", headers=headers)


def _refused(world: World, method: str, refused: RefusedError) -> web.Response:
    if refused.code not in INNOCENT:
        detail = "; ".join(refused.messages) or text(refused.more, "needed")
        world.state.problem(method, refused.code, detail)
        world.changes.tell("problem")
    return _json(refused.told(), {})


def _call(world: World, method: str, token: str, sent: Json) -> Json:
    caller = CALLERS.get(method, BOT)
    if caller == APP:
        if token != APP_TOKEN:
            raise RefusedError("not_allowed_token_type" if token in world.state.tokens else "invalid_auth")
        return apps.open_connection(world)
    if caller == CLIENT:
        if (sent.get("client_id"), sent.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
            raise RefusedError("bad_client_secret")
        return apps.oauth_access(world, sent) if method == "oauth.v2.access" else apps.uninstall(world, token)
    if not caller:
        return {"args": sent}
    return METHODS[method](_checked(world, method, token, sent))


def _checked(world: World, method: str, token: str, sent: Json) -> Call:
    if not token:
        raise RefusedError("not_authed")
    space = world.state.tokens.get(token)
    if space is None:
        raise RefusedError("account_inactive" if token in world.state.revoked else "invalid_auth")
    needed = SCOPES.get(method, ())
    if needed and not space.scopes.intersection(needed):
        raise missing_scope(needed, space.scopes)
    return Call(world, space, method, sent)


async def _read(request: web.Request, world: World, method: str) -> tuple[str, Json]:
    """The token and the arguments of a call, from the query, a form or JSON."""
    if method not in METHODS and method not in CALLERS:
        raise RefusedError("unknown_method", req_method=method)
    sent: Json = dict(request.query)
    if "token" in sent:
        world.state.problem(method, "token_in_query", "a token in an address ends in logs")
    if request.can_read_body:
        sent |= await _body(request)
    authorization = request.headers.get("Authorization", "")
    if authorization.startswith("Basic "):
        sent |= _client(authorization.removeprefix("Basic "))
    return authorization.removeprefix("Bearer ") if authorization.startswith("Bearer ") else text(sent, "token"), sent


async def _body(request: web.Request) -> Json:
    if request.content_type == "application/json":
        found = decoded(await request.text())
        if not isinstance(found, dict):
            raise RefusedError("invalid_json" if found is None else "json_not_object")
        return found
    form = await request.post()
    return {name: value for name, value in form.items() if isinstance(value, str)}


def _client(encoded_pair: str) -> Json:
    try:
        name, _, secret = base64.b64decode(encoded_pair, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return {}
    return {"client_id": name, "client_secret": secret}
