"""Addresses of Slack's that are no methods: uploads, downloads, response URLs, and the page that asks for consent."""

import time
from urllib.parse import urlencode

from aiohttp import web

from tests.fakeslack.blocks import MESSAGE, blocks_faults
from tests.fakeslack.interactions import whispered
from tests.fakeslack.jsons import Json, decoded, text, texts
from tests.fakeslack.known import CLIENT_ID
from tests.fakeslack.rules import MESSAGE_BLOCKS
from tests.fakeslack.webapi.answering import WORLD
from tests.fakeslack.world import ResponseUrl, World

_USES, _SECONDS = 5, 1800.0


async def upload(request: web.Request) -> web.Response:
    """The content of a file comes."""
    found = request.app[WORLD].files.get(request.match_info["id"])
    content = await request.read()
    if found is None or found.shared:
        return web.Response(status=404, text="no such upload")
    if len(content) != found.size:
        request.app[WORLD].state.problem("upload", "wrong_length", f"{len(content)} bytes, announced {found.size}")
        return web.Response(status=400, text="not the length that was announced")
    found.content = content
    return web.Response(text=f"OK - {len(content)}")


async def download(request: web.Request) -> web.Response:
    """Somebody opens a file."""
    found = request.app[WORLD].files.get(request.match_info["id"])
    if found is None or found.content is None:
        return web.Response(status=404, text="no such file")
    attached = {"Content-Disposition": "attachment", "X-Content-Type-Options": "nosniff"}
    return web.Response(body=found.content, content_type="application/octet-stream", headers=attached)


async def respond(request: web.Request) -> web.Response:
    """The app answers an interaction by its response URL."""
    world = request.app[WORLD]
    found = world.responses.get(request.match_info["name"])
    if found is None or found.uses >= _USES or time.monotonic() - found.born > _SECONDS:
        world.state.problem("response_url", "used_url", "unknown, older than half an hour, or used five times")
        return web.json_response({"ok": False, "error": "used_url"}, status=404)
    found.uses += 1
    said = decoded(await request.text())
    if not isinstance(said, dict):
        return web.json_response({"ok": False, "error": "invalid_payload"}, status=400)
    faults = blocks_faults(said["blocks"], MESSAGE, MESSAGE_BLOCKS) if said.get("blocks") else []
    if faults:
        world.state.problem("response_url", "invalid_blocks", "; ".join(faults))
        return web.json_response({"ok": False, "error": "invalid_blocks"}, status=400)
    _respond(world, found, said)
    return web.json_response({"ok": True})


def _respond(world: World, found: ResponseUrl, said: Json) -> None:
    channel, user = world.state.channels[found.channel], world.state.users[found.user]
    replaces, deletes = said.get("replace_original") is True, said.get("delete_original") is True
    whisper = next((one for one in channel.ephemerals if one["ts"] == found.ts), None)
    if (replaces or deletes) and whisper is not None:
        channel.ephemerals.remove(whisper)
    elif deletes and found.ts in channel.messages:
        world.desk.delete(channel, found.ts)
    elif replaces and found.ts in channel.messages:
        fields: Json = {"text": text(said, "text"), "blocks": said.get("blocks")}
        world.desk.change(channel, found.ts, fields, by=world.state.teams[user.team].bot_user)
        return
    if not deletes:
        whispered(world, world.state.teams[user.team], channel, user, said)


async def authorize(request: web.Request) -> web.Response:
    """The page on which somebody agrees to install the app; here they always do, in a new workspace."""
    world, asked = request.app[WORLD], request.query
    scopes = set(texts(asked.get("scope", "")))
    if asked.get("client_id") != CLIENT_ID or not scopes or not scopes <= world.app.scopes:
        world.state.problem("oauth", "invalid_scope", "an unknown client, or scopes that the manifest does not have")
        return web.Response(status=400, text="Slack would not ask for this")
    space = world.state.workspace("Hillside Hospital")
    code = world.state.new_id("code-")
    world.state.codes[code] = space.id
    back = urlencode({"code": code, "state": asked.get("state", "")})
    return web.Response(status=302, headers={"Location": f"{asked.get('redirect_uri', '')}?{back}"})


def add_to(app: web.Application) -> None:
    """Put these addresses into the server."""
    app.router.add_post("/upload/{id}", upload)
    app.router.add_get("/files/{id}/{name}", download)
    app.router.add_post("/response/{name}", respond)
    app.router.add_get("/oauth/v2/authorize", authorize)
