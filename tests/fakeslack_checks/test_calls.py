"""Who may call what, and how a call is written."""

import asyncio

import aiohttp
import pytest

from tests.fakeslack.jsons import record
from tests.fakeslack.known import APP_TOKEN, BOT_TOKEN, CLIENT_ID, CLIENT_SECRET, TEAM
from tests.fakeslack.manifest import OURS, Manifest, manifest
from tests.fakeslack.rules import SCOPES
from tests.fakeslack.webapi.answering import METHODS
from tests.fakeslack_checks.bench import Bench, fake


def test_an_unknown_method_is_an_error_and_a_problem() -> None:
    async def go() -> None:
        async with fake() as bench:
            assert await bench.error("chat.shout") == "unknown_method"
            assert bench.problems == [("chat.shout", "unknown_method")]

    asyncio.run(go())


@pytest.mark.parametrize(
    ("token", "error"), [("", "not_authed"), ("xoxb-another", "invalid_auth"), (APP_TOKEN, "invalid_auth")]
)
def test_a_token_must_be_the_bots(token: str, error: str) -> None:
    async def go() -> None:
        async with fake() as bench:
            bench.client.token = token
            assert await bench.error("auth.test") == error

    asyncio.run(go())


def test_the_bots_token_opens_no_connection() -> None:
    async def go() -> None:
        async with fake(mode="socket") as bench:
            assert await bench.error("apps.connections.open") == "not_allowed_token_type"
            assert (await bench.client.apps_connections_open(app_token=APP_TOKEN))["url"].startswith("ws://127.0.0.1")

    asyncio.run(go())


def test_without_socket_mode_no_connection_is_opened() -> None:
    async def go() -> None:
        async with fake(mode="http") as bench:
            bench.client.token = APP_TOKEN
            assert await bench.error("apps.connections.open") == "socket_mode_disabled"

    asyncio.run(go())


@pytest.mark.parametrize("method", sorted(SCOPES))
def test_a_method_needs_its_scope(method: str) -> None:
    async def go() -> None:
        without = Manifest().scopes.difference(SCOPES[method])
        async with fake(app=Manifest(scopes=without)) as bench:
            answer = await bench.call(method)
            assert (answer["error"], answer["needed"]) == ("missing_scope", ",".join(SCOPES[method]))
            assert (method, "missing_scope") in bench.problems

    asyncio.run(go())


def test_reading_a_conversation_needs_the_scope_of_its_kind() -> None:
    async def go() -> None:
        async with fake(app=Manifest(scopes=frozenset({"chat:write"}))) as bench:
            user = await bench.driver.add_user("Amara Osei")
            channel = bench.world.state.direct(bench.world.state.users[user]).id
            for method in ("conversations.history", "conversations.replies", "conversations.info"):
                assert await bench.error(method, channel=channel, ts="1") == "missing_scope"
            assert await bench.error("conversations.list", types="im") == "missing_scope"

    asyncio.run(go())


def test_the_scopes_come_with_every_answer() -> None:
    async def go() -> None:
        async with fake(app=Manifest(scopes=frozenset({"chat:write", "im:read"}))) as bench:
            answer = await bench.client.auth_test()
            assert answer.headers["x-oauth-scopes"] == "chat:write,im:read"
            assert (answer["team_id"], answer["bot_id"]) == (TEAM, "B0COACH")

    asyncio.run(go())


async def _raw(bench: Bench, body: str, content_type: str, path: str = "auth.test") -> object:
    headers = {"Authorization": f"Bearer {BOT_TOKEN}", "Content-Type": content_type}
    async with aiohttp.ClientSession() as session:
        url = f"{bench.world.state.url}/api/{path}"
        async with session.post(url, data=body.encode(), headers=headers) as response:
            return record(await response.json()).get("error")


@pytest.mark.parametrize(
    ("body", "error"), [("{", "invalid_json"), ("[]", "json_not_object"), ("{}", None)], ids=["cut", "list", "object"]
)
def test_a_body_that_is_json_must_be_an_object(body: str, error: str | None) -> None:
    async def go() -> None:
        async with fake() as bench:
            assert await _raw(bench, body, "application/json") == error

    asyncio.run(go())


def test_forms_carry_json_as_text_and_json_carries_it_as_it_is() -> None:
    async def go() -> None:
        async with fake() as bench:
            user = await bench.driver.add_user("Amara Osei")
            form = f"channel={user}&text=x&blocks=%5B%7B%22type%22%3A%22divider%22%7D%5D"
            wrong = f"channel={user}&text=x&blocks=nonsense"
            kind = "application/x-www-form-urlencoded"
            assert await _raw(bench, form, kind, "chat.postMessage") is None
            assert await _raw(bench, wrong, kind, "chat.postMessage") == "invalid_arguments"
            assert await bench.error("chat.postMessage", channel=user, text="x", blocks=[{"type": "divider"}]) is None
            assert len(await bench.driver.transcript(user)) == 2

    asyncio.run(go())


def test_a_token_in_an_address_is_a_problem() -> None:
    async def go() -> None:
        async with fake() as bench:
            assert await _raw(bench, "", "text/plain", f"auth.test?token={BOT_TOKEN}") is None
            assert ("auth.test", "token_in_query") in bench.problems

    asyncio.run(go())


def test_a_token_of_an_app_that_was_taken_out_is_no_good_and_that_is_nobodys_fault() -> None:
    async def go() -> None:
        async with fake() as bench:
            await bench.driver.act("uninstall", team=TEAM)
            assert await bench.error("auth.test") == "account_inactive"
            assert bench.problems == []

    asyncio.run(go())


def test_the_app_can_take_itself_out() -> None:
    async def go() -> None:
        async with fake() as bench:
            await bench.client.apps_uninstall(client_id=CLIENT_ID, client_secret=CLIENT_SECRET)
            assert await bench.error("auth.test") == "account_inactive"

    asyncio.run(go())


def test_every_method_with_a_scope_exists() -> None:
    assert SCOPES.keys() <= METHODS.keys()


def test_a_manifest_that_subscribes_without_the_scope_is_a_problem() -> None:
    async def go() -> None:
        app = Manifest(scopes=frozenset(), events=frozenset({"message.im", "app_home_opened"}))
        async with fake(app=app) as bench:
            assert [one.detail for one in bench.world.state.problems] == ["message.im needs im:history"]

    asyncio.run(go())


def test_the_coachs_own_manifest_is_read_where_it_is_there() -> None:
    found = manifest(None)
    assert found.declared is OURS.is_file()
    assert found.scopes
    assert found.commands == {"/coach"}
