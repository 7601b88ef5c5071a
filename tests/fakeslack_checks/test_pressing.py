"""Buttons, shortcuts, commands and response URLs: what the app is told, and what its answers do."""

import asyncio
from dataclasses import replace

import aiohttp
import pytest

from tests.fakeslack.client import FakeSlackError
from tests.fakeslack.jsons import Json, record, records, text
from tests.fakeslack.manifest import Manifest
from tests.fakeslack_checks.bench import button
from tests.fakeslack_checks.pressing import payload, posted, world


def test_a_click_tells_who_pressed_what_and_where() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            where = await posted(bench, user, button("go", "1"), button("stay", "2"))
            answer = await bench.driver.act("click", user=user, action_id="stay", **where)
            said = payload(app)
            assert answer["response"] == {"ok": True}
            assert app.forged == 0
            assert (said["type"], record(said["user"])["id"], record(said["message"])["ts"]) == (
                "block_actions",
                user,
                where["ts"],
            )
            action = records(said["actions"])[0]
            assert (action["action_id"], action["value"], action["block_id"]) == ("stay", "2", "row")

    asyncio.run(go())


def test_among_buttons_of_one_name_the_value_decides() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            one = {"text": {"type": "plain_text", "text": "Good"}, "value": "good"}
            two = {"text": {"type": "plain_text", "text": "Bad"}, "value": "bad"}
            element: Json = {
                "type": "feedback_buttons",
                "action_id": "was",
                "positive_button": one,
                "negative_button": two,
            }
            where = await posted(bench, user, element, kind="context_actions")
            await bench.driver.act("click", user=user, action_id="was", value="bad", **where)
            action = records(payload(app)["actions"])[0]
            assert (action["type"], action["value"]) == ("feedback_buttons", "bad")

    asyncio.run(go())


def test_nobody_presses_a_button_that_is_not_there() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            where = await posted(bench, user, button())
            for asked in ({"action_id": "stay"}, {"action_id": "go", "value": "other"}):
                with pytest.raises(FakeSlackError, match="there is no"):
                    await bench.driver.act("click", user=user, **asked, **where)
            assert app.bodies == []

    asyncio.run(go())


def test_a_shortcut_brings_the_message() -> None:
    async def go() -> None:
        async with world(replace(Manifest(), declared=True)) as (bench, app, user):
            sent = await bench.driver.act("message", user=user, text="a hard day")
            where = {"channel": sent["channel"], "ts": sent["ts"]}
            await bench.driver.act("shortcut", user=user, callback_id="reflect_on_this", **where)
            assert (payload(app)["type"], record(payload(app)["message"])["text"]) == ("message_action", "a hard day")
            with pytest.raises(FakeSlackError, match="no shortcut"):
                await bench.driver.act("shortcut", user=user, callback_id="other", **where)
            with pytest.raises(FakeSlackError, match="no command"):
                await bench.driver.act("command", user=user, command="/other")

    asyncio.run(go())


def test_an_app_that_does_not_answer_leaves_the_person_with_an_error() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            app.answer = lambda number, body: (500, None)
            answer = await bench.driver.act("command", user=user, command="/coach")
            assert answer["response"] == {"ok": False, "error": "dispatch_failed"}
            await bench.driver.act("clock", acknowledge=0.05)
            app.slow[1] = 0.3
            answer = await bench.driver.act("command", user=user, command="/coach")
            assert answer["response"] == {"ok": False, "error": "operation_timeout"}
            assert len(app.bodies) == 2, "an interaction is never repeated"

    asyncio.run(go())


def test_a_response_url_takes_five_answers() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            await bench.driver.act("command", user=user, command="/coach")
            url = text(app.bodies[-1], "response_url")
            async with aiohttp.ClientSession() as session:
                statuses = [(await session.post(url, json={"text": f"{number}"})).status for number in range(6)]
            assert statuses == [200] * 5 + [404]
            assert [one["text"] for one in await bench.driver.transcript(user)] == ["0", "1", "2", "3", "4"]

    asyncio.run(go())


def test_a_response_url_replaces_or_deletes_what_was_pressed() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            where = await posted(bench, user, button())
            await bench.driver.act("click", user=user, action_id="go", **where)
            url = text(payload(app), "response_url")
            async with aiohttp.ClientSession() as session:
                await session.post(url, json={"text": "done", "replace_original": True})
                assert [one["text"] for one in await bench.driver.transcript(user)] == ["done"]
                wrong = await session.post(url, json={"text": "x", "blocks": [{"type": "section"}]})
                assert wrong.status == 400
                await session.post(url, json={"delete_original": True})
            assert await bench.driver.transcript(user) == []

    asyncio.run(go())
