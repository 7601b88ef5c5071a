"""Slack's own framework takes what the fake sends for what it is meant to be, and can answer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.say.async_say import AsyncSay
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakeslack.jsons import Json, record, records, text
from tests.fakeslack.known import BOT_TOKEN, SIGNING_SECRET
from tests.fakeslack_checks.bench import Bench, button, fake, modal, settled

FORM = modal(
    {
        "type": "input",
        "block_id": "a",
        "label": {"type": "plain_text", "text": "A"},
        "element": {"type": "plain_text_input", "action_id": "said"},
    },
    submit={"type": "plain_text", "text": "Send"},
)


def hears(app: AsyncApp, seen: list[str]) -> None:
    """The app says what it hears, and notes it."""

    @app.event("message")
    async def on_message(event: Json, say: AsyncSay) -> None:
        seen.append(f"message {text(event, 'subtype')}".strip())
        if "subtype" not in event:
            row = {"type": "actions", "elements": [button("go")]}
            await say(text=f"You said {text(event, 'text')}", blocks=[row])

    @app.event("app_mention")
    async def on_mention() -> None:
        seen.append("mention")

    @app.event("app_home_opened")
    async def on_home(event: Json) -> None:
        seen.append(f"home {text(event, 'tab')}")


def is_pressed(app: AsyncApp, seen: list[str]) -> None:
    """The app does what it is asked, and notes it."""

    @app.action("go")
    async def on_click(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        seen.append("click")
        await client.views_open(trigger_id=text(body, "trigger_id"), view=FORM)

    @app.view("form")
    async def on_form(ack: AsyncAck) -> None:
        seen.append("form")
        await ack(response_action="errors", errors={"a": "not that"})

    @app.command("/coach")
    async def on_command(ack: AsyncAck, command: Json) -> None:
        await ack(f"about {text(command, 'text')}")

    @app.shortcut("reflect_on_this")
    async def on_shortcut(ack: AsyncAck, shortcut: Json) -> None:
        await ack()
        seen.append(f"shortcut {text(record(shortcut['message']), 'text')}")


@asynccontextmanager
async def served(bench: Bench, seen: list[str]) -> AsyncIterator[None]:
    """The app, listening on this machine."""
    client = AsyncWebClient(BOT_TOKEN, base_url=f"{bench.world.state.url}/api/")
    app = AsyncApp(signing_secret=SIGNING_SECRET, client=client)
    hears(app, seen)
    is_pressed(app, seen)

    async def handle(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await app.async_dispatch(await to_bolt_request(request)))

    site = web.Application()
    site.router.add_post("/slack/events", handle)
    runner = web.AppRunner(site, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
        await bench.driver.act("app", request_url=url, mode="http")
        yield
    finally:
        await runner.cleanup()


async def seen_in(bench: Bench, name: str, key: str, user: str) -> Json:
    """The last of what the driver shows under a name, once there is something of the app's."""
    async with asyncio.timeout(10):
        while True:
            found = [one for one in records((await bench.driver.look(name, user=user))[key]) if "bot_id" in one]
            if found:
                return found[-1]
            await asyncio.sleep(0.01)


def test_bolt_takes_every_event_for_what_it_is() -> None:
    seen: list[str] = []

    async def go() -> None:
        async with fake() as bench, served(bench, seen):
            user = await bench.driver.add_user("Amara Osei")
            ward = text(await bench.driver.act("channel", name="ward-7", members=[user]), "channel")
            sent = await bench.driver.act("message", user=user, text="hello")
            where: Json = {"channel": sent["channel"], "ts": sent["ts"]}
            assert (await seen_in(bench, "transcript", "messages", user))["text"] == "You said hello"
            await bench.driver.act("edit", text="hullo", **where)
            await bench.driver.act("delete", **where)
            await bench.driver.act("mention", user=user, channel=ward, text="help")
            await bench.driver.act("open", user=user, tab="home")
            await settled(bench)
            assert bench.problems == []

    asyncio.run(go())
    heard_in_the_channel = "message"
    changes = ["message message_changed", "message message_deleted"]
    assert sorted(seen) == sorted(["message", heard_in_the_channel, *changes, "mention", "home home"])


def test_bolt_takes_everything_that_is_pressed_for_what_it_is() -> None:
    seen: list[str] = []

    async def go() -> None:
        async with fake() as bench, served(bench, seen):
            user = await bench.driver.add_user("Amara Osei")
            sent = await bench.driver.act("message", user=user, text="hello")
            where: Json = {"channel": sent["channel"], "ts": sent["ts"]}
            reply = await seen_in(bench, "transcript", "messages", user)
            told = await bench.driver.act("command", user=user, command="/coach", text="goals")
            assert told["response"] == {"ok": True, "text": "about goals"}
            await bench.driver.act("shortcut", user=user, callback_id="reflect_on_this", **where)
            await bench.driver.act("click", user=user, action_id="go", channel=sent["channel"], ts=reply["ts"])
            view = await seen_in(bench, "views", "views", user)
            answer = await bench.driver.act("submit", user=user, view_id=view["id"], values={"a": "words"})
            assert record(answer["response"])["errors"] == {"a": "not that"}
            await settled(bench)
            assert bench.problems == []

    asyncio.run(go())
    assert seen == ["message", "shortcut hello", "click", "form"]
