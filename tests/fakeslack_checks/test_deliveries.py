"""Events over HTTP: signed, to whoever subscribes, again when they are not acknowledged, and lost in the end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from tests.fakeslack.jsons import Json, record, text
from tests.fakeslack.known import BOT_USER, TEAM
from tests.fakeslack.manifest import Manifest
from tests.fakeslack_checks.bench import SECTION, App, Bench, fake, listening, settled


@asynccontextmanager
async def world(app: Manifest | None = None) -> AsyncIterator[tuple[Bench, App, str]]:
    """The fake, an app that listens, and a person; Slack's waits are short."""
    async with listening() as heard, fake(mode="http", app=app, events_url=heard.url) as bench:
        await bench.driver.act("clock", scale=1e5)
        yield bench, heard, await bench.driver.add_user("Amara Osei")


def test_a_message_comes_signed_and_as_slack_writes_it() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            sent = await bench.driver.act("message", user=user, text="hello", client_msg_id="c1")
            await settled(bench)
            body = app.bodies[0]
            event = record(body["event"])
            assert app.forged == 0
            assert (body["type"], body["team_id"], body["event_id"]) == ("event_callback", TEAM, sent["event_id"])
            assert (event["type"], event["channel_type"], event["channel"]) == ("message", "im", sent["channel"])
            assert (event["user"], event["text"], event["ts"]) == (user, "hello", sent["ts"])
            assert (event["client_msg_id"], "subtype" in event) == ("c1", False)
            assert "x-slack-retry-num" not in app.headers[0]

    asyncio.run(go())


def test_edits_and_deletions_come_as_hidden_messages() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            sent = await bench.driver.act("message", user=user, text="hello")
            where = {"channel": sent["channel"], "ts": sent["ts"]}
            await bench.driver.act("edit", text="hullo", **where)
            await app.until(2)
            await bench.driver.act("delete", **where)
            await settled(bench)
            edited, deleted = app.events[1:]
            assert (edited["subtype"], edited["hidden"]) == ("message_changed", True)
            assert [record(edited[name])["text"] for name in ("message", "previous_message")] == ["hullo", "hello"]
            assert record(record(edited["message"])["edited"])["user"] == user
            assert (deleted["subtype"], deleted["deleted_ts"]) == ("message_deleted", sent["ts"])
            assert await bench.driver.transcript(user) == []

    asyncio.run(go())


def test_a_message_with_replies_leaves_a_tombstone() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            sent = await bench.driver.act("message", user=user, text="hello")
            await bench.driver.say(user, "more", thread_ts=sent["ts"])
            await app.until(2)
            await bench.driver.act("delete", channel=sent["channel"], ts=sent["ts"])
            await settled(bench)
            last = app.events[-1]
            assert (last["subtype"], record(last["message"])["subtype"]) == ("message_changed", "tombstone")

    asyncio.run(go())


def test_the_app_hears_its_own_messages_too_without_their_metadata() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            letter: Json = {"event_type": "letter", "event_payload": {}}
            await bench.call("chat.postMessage", channel=user, text="x", blocks=[SECTION], metadata=letter)
            await settled(bench)
            assert (app.events[0]["user"], app.events[0]["bot_id"]) == (BOT_USER, "B0COACH")
            assert "metadata" not in app.events[0]

    asyncio.run(go())


@pytest.mark.parametrize(("hears", "types"), [(True, ["app_mention", "message"]), (False, ["app_mention"])])
def test_a_mention_comes_twice_to_an_app_that_hears_the_channel(hears: bool, types: list[str]) -> None:
    async def go() -> None:
        events = frozenset({"app_mention", *(["message.channels"] if hears else [])})
        async with world(Manifest(events=events)) as (bench, app, user):
            channel = text(await bench.driver.act("channel", name="ward-7", members=[user]), "channel")
            await bench.driver.act("mention", user=user, channel=channel, text="can you help?")
            await settled(bench)
            assert sorted(text(one, "type") for one in app.events) == types
            assert {one["text"] for one in app.events} == {f"<@{BOT_USER}> can you help?"}
            assert len({one["event_id"] for one in app.bodies}) == len(types)

    asyncio.run(go())


@pytest.mark.parametrize(
    "app",
    [Manifest(events=frozenset({"app_mention"})), replace(Manifest(), scopes=frozenset({"chat:write"}))],
    ids=["not subscribed", "no scope"],
)
def test_an_event_that_the_app_may_not_have_is_not_sent(app: Manifest) -> None:
    async def go() -> None:
        async with world(app) as (bench, heard, user):
            assert (await bench.driver.act("message", user=user, text="hello"))["event_id"] == ""
            assert bench.world.delivery.figures.count == 0
            assert heard.bodies == []

    asyncio.run(go())


def test_opening_a_tab_and_taking_the_app_out_are_told() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            await bench.driver.act("open", user=user, tab="messages")
            await app.until(1)
            await bench.driver.act("uninstall", team=TEAM)
            await settled(bench)
            assert (app.events[0]["type"], app.events[0]["tab"]) == ("app_home_opened", "messages")
            assert {text(one, "type") for one in app.events[1:]} == {"tokens_revoked", "app_uninstalled"}
            assert (await bench.driver.act("message", user=user, text="hello"))["event_id"] == ""

    asyncio.run(go())


def test_an_event_that_is_not_acknowledged_comes_again_three_times_and_is_then_lost() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            app.answer = lambda number, body: (500, None)
            await bench.driver.say(user, "hello")
            await settled(bench)
            assert len({one["event_id"] for one in app.bodies}) == 1
            retries = [(one.get("x-slack-retry-num"), one.get("x-slack-retry-reason")) for one in app.headers]
            assert retries == [(None, None), ("1", "http_error"), ("2", "http_error"), ("3", "http_error")]
            figures = await bench.driver.look("deliveries")
            assert (figures["count"], figures["acked"], figures["retries"], figures["lost"]) == (1, 0, 3, 1)

    asyncio.run(go())


def test_an_acknowledgement_that_comes_too_late_is_none() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            await bench.driver.act("clock", acknowledge=0.5)
            app.held[0] = asyncio.Event()
            await bench.driver.say(user, "hello")
            await settled(bench)
            app.held[0].set()
            assert [one.get("x-slack-retry-reason") for one in app.headers] == [None, "http_timeout"]
            assert (await bench.driver.look("deliveries"))["acked"] == 1

    asyncio.run(go())


def test_an_app_can_refuse_to_be_asked_again() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            app.answer, app.answer_headers = lambda number, body: (500, None), {"X-Slack-No-Retry": "1"}
            await bench.driver.say(user, "hello")
            await settled(bench)
            assert len(app.bodies) == 1

    asyncio.run(go())


def test_an_app_that_knows_nothing_of_an_event_has_a_problem() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            app.answer = lambda number, body: (404 if number == 0 else 200, None)
            await bench.driver.say(user, "hello")
            await settled(bench)
            assert bench.problems == [("delivery", "http_error")]

    asyncio.run(go())


def test_one_slow_acknowledgement_holds_nothing_else_up() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            app.held[0] = asyncio.Event()
            await bench.driver.say(user, "slow")
            await app.until(1)
            await bench.driver.say(user, "quick")
            await app.until(2)
            assert [one["text"] for one in app.events] == ["slow", "quick"]
            app.held[0].set()
            await settled(bench)

    asyncio.run(go())


def test_while_nothing_gets_through_events_wait_for_their_retries() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            await bench.driver.act("clock", scale=2)
            await bench.driver.act("delivery", down=True)
            await bench.driver.say(user, "hello")
            await bench.driver.act("delivery", down=False)
            await settled(bench)
            assert [one.get("x-slack-retry-num") for one in app.headers] == ["1"]
            assert app.headers[0]["x-slack-retry-reason"] == "connection_failed"

    asyncio.run(go())


def test_deliveries_can_come_twice_and_shuffled() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            await bench.driver.act("delivery", again=1.0, spread=0.05)
            for number in range(20):
                await bench.driver.say(user, str(number))
            await app.until(40)
            names = [text(one, "event_id") for one in app.bodies]
            assert len(set(names)) == 20
            assert [names.count(one) for one in set(names)] == [2] * 20
            assert names != sorted(names)

    asyncio.run(go())


def test_a_file_comes_with_its_message() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            await bench.driver.act("message", user=user, text="look", files=[{"name": "a.pdf"}])
            await settled(bench)
            event = app.events[0]
            assert (event["subtype"], event["text"]) == ("file_share", "look")

    asyncio.run(go())


def test_acknowledgements_are_timed() -> None:
    async def go() -> None:
        async with world() as (bench, _, user):
            for number in range(10):
                await bench.driver.say(user, str(number))
            await settled(bench)
            times = record((await bench.driver.look("deliveries"))["ack_ms"])
            ordered = [float(str(times[name])) for name in ("p50", "p95", "p99", "max")]
            assert 0 < ordered[0] <= ordered[1] <= ordered[2] <= ordered[3]
            await bench.driver.act("deliveries/clear")
            assert (await bench.driver.look("deliveries"))["count"] == 0

    asyncio.run(go())
